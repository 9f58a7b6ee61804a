"""Where to put the weight: the journey step by step, and the traits."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from string import ascii_uppercase

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text as Styled

from cd360_cli.journey import MIDDLE, Emphasis
from cd360_cli.render.page import INDENT, WITH_BANDS, Page, indented
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import inner, listed, opening


def parts(page: Page) -> Iterator[RenderableType]:
    """The journey with its reasons, then the traits."""
    if len(page.result.candidates) > 1:
        yield from _shared(page)
    else:
        yield page.heading(say.JOURNEY)
        yield indented(_one(page))
        yield from _notes(page)
    yield page.heading(say.TRAITS)
    table = _table(page)
    for emphasis in page.result.traits:
        table.add_row(*_row(page, emphasis, page.traits))
    yield indented(table)


def _shared(page: Page) -> Iterator[RenderableType]:
    """The journey of each candidate, unless there is nothing to tell of any step."""
    yield page.heading(say.JOURNEY_SHARED)
    if all(e.band == "unknown" for e in page.result.journey):
        yield page.note(say.JOURNEY_UNKNOWN.say(page.language))
        return
    yield indented(_several(page))
    yield from _shared_notes(page)


def _one(page: Page) -> Table:
    table = _table(page)
    for title, places in _disciplines(page):
        table.add_row(title)
        for n in places:
            table.add_row(*_row(page, page.result.journey[n], page.steps))
    return table


def _several(page: Page) -> Table:
    candidates = page.result.candidate_journeys
    today = say.SATISFACTION.say(page.language)
    width = _candidate_width(page)
    table = page.table(
        _names_width(page),
        (today, len(today)),
        *((name, width) for name in _candidate_headings(page)),
    )
    for title, places in _disciplines(page):
        table.add_row(title)
        for n in places:
            found = [c.journey[n] for c in candidates]
            table.add_row(
                f"  {page.steps[found[0].id]}",
                page.number(found[0].satisfaction),
                *(_marked(page, e) for e in found),
            )
    return table


def _candidate_width(page: Page) -> int:
    taken = INDENT + _names_width(page) + len(say.SATISFACTION.say(page.language)) + 2
    return max(6, (page.width - taken) // len(page.result.candidates) - 1)


def _candidate_headings(page: Page) -> list[str]:
    """The candidates by name where every word fits, else by letter."""
    names = [inner(page.strategies[c]) for c in page.result.candidates]
    if max(len(word) for name in names for word in name.split()) <= _candidate_width(page):
        return names
    return list(ascii_uppercase[: len(names)])


def _legend(page: Page) -> str:
    """Which letter is which strategy."""
    pairs = zip(ascii_uppercase, page.result.candidates, strict=False)
    said = [page.say(say.LEGEND, letter=a, strategy=page.in_sentence([c])) for a, c in pairs]
    return opening(", ".join(said)) + "."


def _disciplines(page: Page) -> Iterator[tuple[Styled, list[int]]]:
    """Each discipline's title with the places of its steps in the journey."""
    emphasised = {d.id for d in page.result.disciplines if d.emphasise}
    for discipline in page.framework.disciplines:
        style = "bold" if discipline.id in emphasised else ""
        title = Styled(discipline.name.say(page.language), style=style)
        steps = page.framework.steps
        yield title, [n for n, step in enumerate(steps) if step.discipline == discipline.id]


def _names_width(page: Page) -> int:
    longest = max(map(len, (*page.steps.values(), *page.traits.values())))
    return max(18, min(longest + 3, page.width - 55))


def _table(page: Page) -> Table:
    headings = (say.IMPORTANCE, say.SATISFACTION, say.OPPORTUNITY)
    columns = [
        (heading.say(page.language), len(heading.say(page.language))) for heading in headings
    ]
    table = page.table(_names_width(page), *columns)
    if page.width >= WITH_BANDS:
        table.add_column()
    if page.has_bars("journey"):
        table.add_column(width=10)
    return table


def _row(page: Page, emphasis: Emphasis, names: Mapping[str, str]) -> list[RenderableType]:
    style = "bold green" if emphasis.emphasise else ""
    mark = page.here if emphasis.emphasise else " "
    cells = [
        f"{mark} {names[emphasis.id]}",
        page.number(emphasis.importance),
        page.number(emphasis.satisfaction),
        page.number(emphasis.opportunity),
    ]
    row: list[RenderableType] = [Styled(cell, style=style) for cell in cells]
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
    for emphasis in sorted(page.result.journey, key=lambda e: -e.claim):
        if emphasis.emphasise:
            yield page.listed(page.here, _reasons(page, emphasis))


def _shared_notes(page: Page) -> Iterator[RenderableType]:
    if _candidate_headings(page)[0] == ascii_uppercase[0]:
        yield page.note(_legend(page))
    yield _circle(page)
    yield page.note(page.say(say.JOURNEY_NOTE_SHARED, mark=page.here))
    shared = [inner(page.steps[e.id]) for e in page.result.journey if e.emphasise]
    said = page.say(say.SHARED, steps=listed(shared, page.language))
    yield page.listed(page.bullet, said if shared else say.NONE_SHARED.say(page.language))


def _circle(page: Page) -> RenderableType:
    first, last = (page.steps[e.id] for e in (page.result.journey[0], page.result.journey[-1]))
    return page.note(f"{page.circle} {page.say(say.CIRCLE, last=last, first=inner(first))}")


def _reasons(page: Page, emphasis: Emphasis) -> str:
    said = [
        page.say(say.AFFINITY, points=page.number(r.points), strategy=page.in_sentence([r.of]))
        for r in emphasis.reasons
        if r.because == "affinity"
    ]
    said += [_tension(page, r.of, r.points) for r in emphasis.reasons if r.because == "tension"]
    unbound = sum((r.points for r in emphasis.reasons if r.because != "satisfaction"), Fraction(0))
    if unbound != emphasis.importance:
        limit = say.AT_MOST if unbound > emphasis.importance else say.AT_LEAST
        said.append(page.say(limit, points=page.number(emphasis.importance)))
    reasons = page.say(
        say.REASONS,
        step=page.steps[emphasis.id],
        importance=page.number(emphasis.importance),
        parts=", ".join(said),
    )
    if emphasis.satisfaction is None:
        return reasons + say.SATISFACTION_UNKNOWN.say(page.language)
    return reasons + page.say(say.SATISFACTION_IS, points=page.number(emphasis.satisfaction))


def _tension(page: Page, id: str, points: Fraction) -> str:
    tension = next(t for t in page.framework.tensions if t.id == id)
    position = next(t.position for t in page.result.tensions if t.id == id)
    right = position is not None and position > MIDDLE
    pole = (tension.right if right else tension.left).say(page.language)
    sign = "+" if points > 0 else "-"
    signed = f"{sign}{page.number(abs(points))}"
    return page.say(say.TENSION, points=signed, pole=inner(pole))
