"""The strategies side by side: scores, lenses, level, range, and where the lenses part."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Styled

from cd360_cli.recommendation import StrategyResult
from cd360_cli.render.columns import Cell
from cd360_cli.render.names import UNKNOWN
from cd360_cli.render.page import BAR, Page, indented
from cd360_cli.render.sentences import answered_lenses, lens_findings, ranges
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import inner, number


def parts(page: Page) -> Iterator[RenderableType]:
    """The table of scores with its notes."""
    yield page.heading(say.STRATEGIES)
    yield indented(_scores(page))
    yield page.note(page.say(say.STANDING_NOTE, norm=page.framework.limits.norm))
    yield from map(page.note, ranges(page))
    for said in lens_findings(page):
        yield page.listed(page.bullet, said)


def _scores(page: Page) -> RenderableType:
    first = page.result.strategies[0]
    shown = [page.lenses[x.lens] for x in first.lenses]
    columns = [
        (say.SCORE.say(page.language), 5),
        *((inner(name), max(len(name), 4)) for name in shown),
        (say.STANDING.say(page.language), 6),
    ]
    behind = [BAR] if page.has_bars("strategies") else []
    table = page.table(min(24, page.width // 3), *columns, behind=behind)
    # Strategies that tie keep the order of the framework.
    for strategy in sorted(page.result.strategies, key=lambda s: -s.score):
        table.add_row(*_row(page, strategy))
    return table


def _row(page: Page, strategy: StrategyResult) -> list[Cell]:
    style = "bold" if strategy.id in page.result.candidates else ""
    standing = page.number(strategy.standing)
    answered = answered_lenses(page)
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
