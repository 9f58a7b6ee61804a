"""Assessments side by side on a screen: their verdicts, figures, and what moved them."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from cd360_cli.comparison import Comparison, Side
from cd360_cli.difference import Difference, StepChange
from cd360_cli.framework import Framework
from cd360_cli.journey import Emphasis
from cd360_cli.render import side_by_side, text_difference
from cd360_cli.render.page import Page, indented, put
from cd360_cli.render.side_by_side import NONE, Figure, Row, figure, row, tables
from cd360_cli.render.text_verdict import STYLES, headline
from cd360_cli.texts import comparison as say
from cd360_cli.texts import side_by_side as say_side
from cd360_cli.texts.migration import MORE
from cd360_cli.texts.wording import counted, inner, listed, visible

MOST = 5
"""Steps shown for how much they changed; those that are emphasised anywhere come along."""

MOST_LEFT_OUT = 8
"""Questions named of those left out for one reason; the rest is counted."""


def show(found: Comparison, framework: Framework, language: str, console: Console) -> None:
    """Print the comparison."""
    pages = [Page(side.result, framework, language, console) for side in found.sides]
    for part in _parts(pages, found, labels(found)):
        put(console, part, pages[0].width)


def labels(found: Comparison) -> tuple[str, ...]:
    """What each side is called: its date where that tells them apart, else a letter or number."""
    dates = tuple(side.result.assessment.date for side in found.sides)
    if found.over_time and len(set(dates)) == len(dates):
        return dates
    count = len(dates)
    if count <= len(ascii_uppercase):
        return tuple(ascii_uppercase[:count])
    return tuple(map(str, range(1, count + 1)))


def _parts(
    pages: Sequence[Page], found: Comparison, names: Sequence[str]
) -> Iterator[RenderableType]:
    page = pages[-1]
    yield Styled(_introduction(page, found, names), style="dim")
    for each, name in zip(pages, names, strict=True):
        yield from _side(each, found, name)
    yield from _versions(page, found)
    if not any(difference.answers for difference in found.differences):
        yield Styled(f"\n{page.say(say.NOTHING)}")
        return
    yield from _figures(page, found, names)
    for n, difference in enumerate(found.differences):
        base = names[found.bases[n]]
        yield from text_difference.parts(page, difference, (base, names[n + 1]))
    yield from _levels(page, found, names)
    yield from _journey(page, found, names)


def _introduction(page: Page, found: Comparison, names: Sequence[str]) -> str:
    count = len(found.sides)
    if not found.over_time:
        return page.say(say.BETWEEN, n=count, first=names[0])
    company = visible(found.sides[-1].result.assessment.company)
    return page.say(say.OVER_TIME, company=company, n=count)


def _side(page: Page, found: Comparison, name: str) -> Iterator[RenderableType]:
    """One assessment: whose it is, what it comes to, and what stands below the norm."""
    assessment = page.result.assessment
    known = [assessment.date] if found.over_time else [assessment.company, assessment.date]
    if found.over_time and name != assessment.date:
        known += [assessment.respondent] if assessment.respondent else []
    said = Styled("" if known == [name] else f"{visible(', '.join(known))}. ")
    yield page.listed(name, said.append(headline(page), style=STYLES[page.result.verdict]))
    if below := [s.id for s in page.result.below_norm]:
        warning = page.say(say.BELOW_NORM, strategies=page.in_sentence(below))
        yield indented(page.listed(page.warning, warning, "bold red"))


# -- which questions are compared


def _versions(page: Page, found: Comparison) -> Iterator[RenderableType]:
    """With which versions of the questionnaire, and what that leaves out."""
    versions = list(dict.fromkeys(side.version for side in found.sides))
    now = page.framework.version
    if versions == [now]:
        return
    compared = say.SOME_COMPARED if found.left_out else say.ALL_COMPARED
    asks = {question.id: question.ask.say(page.language) for question in page.framework.questions}
    said = page.say(say.VERSIONS, versions=listed(versions, page.language), now=now)
    counts = {"n": len(found.questions), "all": len(asks)}
    yield Styled(f"\n{visible(said)} {page.say(compared, **counts)}")
    groups: dict[tuple[str, str], list[str]] = {}
    for each in found.left_out:
        asked = asks.get(each.question, visible(each.question))
        groups.setdefault((each.reason, each.version), []).append(asked)
    for (reason, version), questions in groups.items():
        yield page.note(page.say(say.LEFT_OUT[reason], version=visible(version)))
        more = len(questions) - MOST_LEFT_OUT
        rest = [page.say(MORE, n=more)] if more > 0 else []
        for question in (*questions[:MOST_LEFT_OUT], *rest):
            yield indented(page.listed(page.bullet, question))


# -- figures


def _figures(page: Page, found: Comparison, names: Sequence[str]) -> Iterator[RenderableType]:
    results = [side.result for side in found.sides]
    yield page.heading(say_side.SCORES)
    yield from _tables(page, names, list(side_by_side.scores(page, results, found.bases)))
    yield page.heading(say.SURENESS)
    rows = side_by_side.sureness(page, results, found.bases, otherwise="")
    yield from _tables(page, names, list(rows))
    yield page.note(page.say(say_side.SURENESS_NOTE))


def _tables(page: Page, names: Sequence[str], rows: Sequence[Row]) -> Iterator[RenderableType]:
    for number, part in enumerate(tables(page, names, rows)):
        if number:
            yield Styled("")
        yield part


def _levels(page: Page, found: Comparison, names: Sequence[str]) -> Iterator[RenderableType]:
    yield page.heading(say.LEVELS)
    rows = []
    for strategy in page.framework.strategies:
        cells = [_level(page, side, strategy.id) for side in found.sides]
        rows.append(row(page, page.strategies[strategy.id], cells, found.bases))
    yield from _tables(page, names, rows)
    norm = page.framework.limits.norm
    yield page.note(page.say(say.LEVELS_NOTE, mark=page.warning, norm=norm))


def _level(page: Page, side: Side, strategy: str) -> Figure:
    found = next(s for s in side.result.strategies if s.id == strategy)
    return figure(page, found.standing, f"{page.warning} " if found.threshold_met is False else "")


# -- the journey


def _journey(page: Page, found: Comparison, names: Sequence[str]) -> Iterator[RenderableType]:
    """The steps that changed most or are emphasised, and where customers are served otherwise."""
    yield page.heading(say.JOURNEY)
    shown = {step for difference in found.differences for step in _shown(difference)}
    rows = [_step(page, found, id) for id in page.steps if id in shown]
    if rows:
        yield from _tables(page, names, rows)
        yield page.note(page.say(say.JOURNEY_NOTE, mark=page.here))
        if more := len(page.steps) - len(rows):
            one, many = (text.say(page.language) for text in (say.JOURNEY_ONE, say.JOURNEY_MANY))
            yield page.note(counted(more, one, many))
    else:
        yield page.note(page.say(say.JOURNEY_SAME))
    if len({frozenset(side.result.candidates) for side in found.sides}) > 1:
        yield page.note(page.say(say.OTHER_STRATEGY))
    for difference, label in zip(found.differences, names[1:], strict=True):
        for said in _served(page, difference, label):
            yield page.listed(page.bullet, said)


def _shown(difference: Difference) -> Iterator[str]:
    """The steps of which there is most to say."""
    yield from (step.id for step in difference.moved_steps[:MOST])
    yield from (step.id for step in difference.steps if step.emphasis != "none")


def _step(page: Page, found: Comparison, id: str) -> Row:
    steps = [step for side in found.sides for step in side.result.journey if step.id == id]
    return row(page, page.steps[id], [_opportunity(page, step) for step in steps], found.bases)


def _opportunity(page: Page, step: Emphasis) -> Figure:
    if step.band == "not-applicable":
        return Figure(NONE)
    return figure(page, step.opportunity, f"{page.here} " if step.emphasise else "")


def _served(page: Page, difference: Difference, label: str) -> Iterator[str]:
    """Where customers are served better, and where worse, whatever the strategy asks."""
    rises = [(step, step.satisfaction) for step in difference.steps]
    for text, steps in (
        (say.SERVED_BETTER, [step for step, rise in rises if rise is not None and rise > 0]),
        (say.SERVED_WORSE, [step for step, rise in rises if rise is not None and rise < 0]),
    ):
        if steps:
            said = "; ".join(_figures_of(page, step) for step in steps)
            yield page.say(text, label=label, steps=said)


def _figures_of(page: Page, step: StepChange) -> str:
    before, after = (page.number(each.satisfaction) for each in (step.before, step.after))
    return page.say(say.SERVED, step=inner(page.steps[step.id]), before=before, after=after)
