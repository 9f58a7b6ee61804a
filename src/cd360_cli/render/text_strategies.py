"""The strategies side by side: scores, lenses, level, range, and where the lenses part."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Styled

from cd360_cli.recommendation import StrategyResult
from cd360_cli.render.page import UNKNOWN, Page, indented
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import OR, counted, inner, listed, number, opening


def parts(page: Page) -> Iterator[RenderableType]:
    """The table of scores with its notes."""
    yield page.heading(say.STRATEGIES)
    yield indented(_scores(page))
    yield page.note(page.say(say.STANDING_NOTE, norm=page.framework.limits.norm))
    yield from _ranges(page)
    yield from _gaps(page)


def _scores(page: Page) -> RenderableType:
    first = page.result.strategies[0]
    shown = [page.lenses[x.lens] for x in first.lenses]
    columns = [
        (say.SCORE.say(page.language), 5),
        *((inner(name), max(len(name), 4)) for name in shown),
        (say.STANDING.say(page.language), 6),
    ]
    table = page.table(min(24, page.width // 3), *columns)
    if page.has_bars("strategies"):
        table.add_column(width=10)
    # Strategies that tie keep the order of the framework.
    for strategy in sorted(page.result.strategies, key=lambda s: -s.score):
        table.add_row(*_row(page, strategy))
    return table


def _row(page: Page, strategy: StrategyResult) -> list[RenderableType]:
    style = "bold" if strategy.id in page.result.candidates else ""
    standing = page.number(strategy.standing)
    answered = _answered(page)
    cells = [
        page.strategies[strategy.id],
        number(strategy.score, page.language, 1),
        *(
            ("*" if lens.leads else "") + number(lens.score, page.language)
            if lens.lens in answered
            else UNKNOWN
            for lens in strategy.lenses
        ),
        f"{page.warning} {standing}" if strategy.threshold_met is False else standing,
    ]
    bar = [page.bar(strategy.score, 100)] if page.has_bars("strategies") else []
    return [*(Styled(cell, style=style) for cell in cells), *bar]


def _ranges(page: Page) -> Iterator[RenderableType]:
    unknown = sum(not c.known for c in page.result.contributions)
    if not unknown:
        return
    ranges = [
        page.say(
            say.RANGE,
            strategy=inner(page.strategies[s.id]),
            low=number(s.low, page.language),
            high=number(s.high, page.language),
        )
        for s in page.result.strategies
    ]
    one, many = say.UNKNOWN_ONE.say(page.language), say.UNKNOWN_MANY.say(page.language)
    yield page.note(
        page.say(say.RANGES, unknown=counted(unknown, one, many), ranges=", ".join(ranges))
    )


def _gaps(page: Page) -> Iterator[RenderableType]:
    result = page.result
    if not result.strategy:
        yield from _parting(page)
        return
    for lens in result.lens_gaps:
        leaders = page.in_sentence(_leaders(page, lens), OR)
        said = page.say(say.GAP, lens=page.lenses[lens], leaders=leaders)
        yield page.listed(page.bullet, said)
    shown = [inner(page.lenses[x.lens]) for x in result.strategies[0].lenses]
    if not result.lens_gaps and len(shown) > 1:
        names = opening(listed(shown, page.language))
        yield page.listed(page.bullet, page.say(say.LENSES_AGREE, lenses=names))


def _parting(page: Page) -> Iterator[RenderableType]:
    """Where each lens points, if there are answers for a verdict and the lenses differ."""
    if page.result.verdict == "insufficient":
        return
    pointing: dict[tuple[str, ...], list[str]] = {}
    for lens in page.lenses:
        if lens in _answered(page):
            pointing.setdefault(_leaders(page, lens), []).append(inner(page.lenses[lens]))
    if len(pointing) > 1:
        lenses = [
            page.say(
                say.LENSES_TO,
                lenses=listed(names, page.language),
                leaders=page.in_sentence(leaders, OR),
            )
            for leaders, names in pointing.items()
        ]
        yield page.listed(page.bullet, page.say(say.LENSES_PART, lenses=", ".join(lenses)))


def _leaders(page: Page, lens: str) -> tuple[str, ...]:
    strategies = page.result.strategies
    return tuple(s.id for s in strategies for x in s.lenses if x.lens == lens and x.leads)


def _answered(page: Page) -> set[str]:
    """The lenses in which anything is known."""
    return {c.lens for c in page.result.contributions if c.known}
