"""Where to put the weight: the journey step by step, and the traits."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from rich.console import RenderableType
from rich.text import Text as Styled

from cd360_cli.journey import Emphasis
from cd360_cli.render.columns import Cell, Column, Columns, longest_word
from cd360_cli.render.page import BAR, INDENT, WITH_BANDS, Page, indented
from cd360_cli.render.sentences import circle, reasons, shared
from cd360_cli.render.text_wheel import beside, colour, in_a_row
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import inner, opening

# Not from `string`, which takes a millisecond to load.
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def parts(page: Page) -> Iterator[RenderableType]:
    """The journey with its reasons, then the traits."""
    if len(page.result.candidates) > 1:
        yield from _shared(page)
    else:
        yield page.heading(say.JOURNEY)
        yield indented(_one(page))
        yield from _notes(page)
    yield page.heading(say.TRAITS)
    yield indented(_traits(page))


def _shared(page: Page) -> Iterator[RenderableType]:
    """The journey of each candidate, unless there is nothing to tell of any step."""
    yield page.heading(say.JOURNEY_SHARED)
    if all(e.band == "unknown" for e in page.result.journey):
        yield page.note(say.JOURNEY_UNKNOWN.say(page.language))
        return
    yield indented(_several(page))
    yield from _shared_notes(page)


def _one(page: Page) -> Columns:
    table = _table(page)
    for title, places in _disciplines(page):
        table.add_row(title)
        for n in places:
            table.add_row(*_row(page, page.result.journey[n], page.steps))
    return table


def _traits(page: Page) -> Columns:
    """The traits under each candidate, unless there is one only or nothing to tell of any."""
    shared, candidates = page.result.traits, page.result.candidate_journeys
    if len(candidates) > 1 and any(e.band != "unknown" for e in shared):
        table = _headed(page)
        for n, emphasis in enumerate(shared):
            found = [c.traits[n] for c in candidates]
            table.add_row(*_candidates_row(page, page.traits[emphasis.id], found))
        return table
    table = _table(page)
    for emphasis in shared:
        table.add_row(*_row(page, emphasis, page.traits))
    return table


def _several(page: Page) -> Columns:
    candidates = page.result.candidate_journeys
    table = _headed(page)
    for title, places in _disciplines(page):
        table.add_row(title)
        for n in places:
            found = [c.journey[n] for c in candidates]
            table.add_row(*_candidates_row(page, page.steps[found[0].id], found))
    return table


def _headed(page: Page) -> Columns:
    """A table with room for names, today, and what each candidate claims."""
    today = say.SATISFACTION.say(page.language)
    columns = ((name, max(len(name), 6)) for name in _candidate_headings(page))
    return page.table(_names_width(page), (today, len(today)), *columns)


def _candidates_row(page: Page, name: str, found: Sequence[Emphasis]) -> list[Cell]:
    today = page.number(found[0].satisfaction)
    return [_named(" ", name), today, *(_marked(page, e) for e in found)]


def _candidate_headings(page: Page) -> list[str]:
    """The candidates by name where every word fits, else by letter."""
    names = [inner(page.strategies[c]) for c in page.result.candidates]
    headings = [say.SATISFACTION.say(page.language), *names]
    items = (_named(" ", name) for name in (*page.steps.values(), *page.traits.values()))
    least = max(map(longest_word, items)) + sum(1 + longest_word(each) for each in headings)
    return names if INDENT + least <= page.width else list(_LETTERS[: len(names)])


def _legend(page: Page) -> str:
    """Which letter is which strategy."""
    pairs = zip(_LETTERS, page.result.candidates, strict=False)
    said = [page.say(say.LEGEND, letter=a, strategy=page.in_sentence([c])) for a, c in pairs]
    return opening(", ".join(said)) + "."


def _disciplines(page: Page) -> Iterator[tuple[Styled, list[int]]]:
    """Each discipline's title with the places of its steps in the journey."""
    emphasised = {d.id for d in page.result.disciplines if d.emphasise}
    for place, discipline in enumerate(page.framework.disciplines):
        style = f"bold {colour(place)}" if discipline.id in emphasised else colour(place)
        title = Styled(discipline.name.say(page.language), style=style)
        steps = page.framework.steps
        yield title, [n for n, step in enumerate(steps) if step.discipline == discipline.id]


def _names_width(page: Page) -> int:
    return len("▶ ") + max(map(len, (*page.steps.values(), *page.traits.values())))


def _named(mark: str, name: str, style: str = "") -> Columns:
    """A name behind a mark or its place, its further lines under its first."""
    cell = Columns(Column(1), Column())
    cell.add_row(Styled(mark, style=style), Styled(name, style=style))
    return cell


def _table(page: Page) -> Columns:
    headings = (say.IMPORTANCE, say.SATISFACTION, say.OPPORTUNITY)
    columns = [
        (heading.say(page.language), len(heading.say(page.language))) for heading in headings
    ]
    behind = []
    if page.width >= WITH_BANDS:
        behind.append(max(len(band.say(page.language)) for band in say.BANDS.values()))
    if page.has_bars("journey"):
        behind.append(BAR)
    return page.table(_names_width(page), *columns, behind=behind)


def _row(page: Page, emphasis: Emphasis, names: Mapping[str, str]) -> list[Cell]:
    style = "bold green" if emphasis.emphasise else ""
    mark = page.here if emphasis.emphasise else " "
    figures = map(page.number, (emphasis.importance, emphasis.satisfaction, emphasis.opportunity))
    row: list[Cell] = [_named(mark, names[emphasis.id], style)]
    row += [Styled(figure, style=style) for figure in figures]
    if page.width >= WITH_BANDS:
        row.append(Styled(say.BANDS[emphasis.band].say(page.language), style=style or "dim"))
    if page.has_bars("journey"):
        row.append(page.bar(emphasis.opportunity or Fraction(0), 20))
    return row


def _marked(page: Page, emphasis: Emphasis) -> Styled:
    """An opportunity under one candidate. What is not known is shown as such, not as a number."""
    claim = "-" if emphasis.band == "not-applicable" else page.number(emphasis.opportunity)
    if emphasis.emphasise:
        return Styled(f"{page.here} {claim}", style="bold green")
    return Styled(claim)


def _notes(page: Page) -> Iterator[RenderableType]:
    yield _circle(page)
    yield page.note(page.say(say.JOURNEY_NOTE, mark=page.here))
    journey = page.result.journey
    marked = sorted((e for e in journey if e.emphasise), key=lambda e: -e.claim)
    yield from beside(page, journey, [page.listed(page.here, reasons(page, e)) for e in marked])


def _shared_notes(page: Page) -> Iterator[RenderableType]:
    if _candidate_headings(page)[0] == _LETTERS[0]:
        yield page.note(_legend(page))
    yield _circle(page)
    yield page.note(page.say(say.JOURNEY_NOTE_SHARED, mark=page.here))
    yield page.listed(page.bullet, shared(page))
    journeys = [(c.strategy, c.journey) for c in page.result.candidate_journeys]
    yield from in_a_row(page, [(inner(page.strategies[id]), journey) for id, journey in journeys])


def _circle(page: Page) -> RenderableType:
    return page.note(f"{page.circle} {circle(page)}")
