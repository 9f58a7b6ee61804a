"""The tables of a report, in words: the same in HTML and in Markdown."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cd360_cli.framework import LEVELS, POSITIONS
from cd360_cli.journey import Emphasis
from cd360_cli.pictures.track import Track, track
from cd360_cli.recommendation import CandidateJourney, StrategyResult
from cd360_cli.render.names import UNKNOWN, Names
from cd360_cli.texts import report as say
from cd360_cli.texts import result as say_result
from cd360_cli.texts.wording import inner, number

NONE = "–"
"""In a cell where there is nothing to say."""


class Cell(NamedTuple):
    """What stands in a cell; `marked` where it stands out, `track` where it shows a place."""

    said: str
    marked: bool = False
    track: Track | None = None


class Row(NamedTuple):
    """A line of a table: what it is about, and its cells."""

    name: str
    cells: tuple[Cell, ...]
    number: int | None = None
    marked: bool = False
    warned: bool = False


class Group(NamedTuple):
    """Rows under a name of their own, which is empty where there is one group only."""

    name: str
    rows: tuple[Row, ...]
    colour: int | None = None


class Table(NamedTuple):
    """A table with a heading for the names and one for each column; `foot` closes it.

    `words` are the columns (from 0) that hold words, which stand on the left. In a `pointed` table
    what is marked is where to put the weight.
    """

    id: str
    caption: str
    corner: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    foot: Row | None = None
    words: tuple[int, ...] = ()
    pointed: bool = False


def journey(of: Names) -> Table:
    """The steps by discipline: figures for one strategy, or opportunities for each candidate."""
    several = _several(of)
    return Table(
        id="journey-table",
        caption=of.say(say.JOURNEY_TABLE),
        corner=of.say(say.STEP),
        columns=_columns(of, several),
        groups=tuple(_disciplines(of, several)),
        words=() if several else (3,),
        pointed=True,
    )


def _several(of: Names) -> tuple[CandidateJourney, ...]:
    """The candidates, where there are several."""
    return of.result.candidate_journeys if len(of.result.candidates) > 1 else ()


def _columns(of: Names, several: Sequence[CandidateJourney]) -> tuple[str, ...]:
    """Above the figures for one strategy, or above today and each candidate's opportunity."""
    if several:
        names = [of.strategies[c.strategy] for c in several]
        return (of.say(say_result.SATISFACTION), *names)
    emphases = (say_result.IMPORTANCE, say_result.SATISFACTION, say_result.OPPORTUNITY)
    return (*(of.say(text) for text in emphases), of.say(say.PRIORITY))


def _disciplines(of: Names, several: Sequence[CandidateJourney]) -> Iterator[Group]:
    for n, discipline in enumerate(of.framework.disciplines):
        places = [k for k, s in enumerate(of.framework.steps) if s.discipline == discipline.id]
        row = _candidates_row if several else _step_row
        rows = tuple(row(of, k) for k in places)
        if rows:
            yield Group(discipline.name.say(of.language), rows, colour=n)


def _step_row(of: Names, place: int) -> Row:
    emphasis = of.result.journey[place]
    cells = _figures(of, emphasis)
    return Row(of.steps[emphasis.id], cells, place + 1, marked=emphasis.emphasise)


def _candidates_row(of: Names, place: int) -> Row:
    shared = of.result.journey[place]
    cells = _each(of, [c.journey[place] for c in of.result.candidate_journeys])
    return Row(of.steps[shared.id], cells, place + 1)


def _each(of: Names, found: Sequence[Emphasis]) -> tuple[Cell, ...]:
    """Today, and the opportunity under each candidate."""
    cells = [Cell(opportunity(of, e), marked=e.emphasise) for e in found]
    return (Cell(of.number(found[0].satisfaction)), *cells)


def opportunity(of: Names, emphasis: Emphasis) -> str:
    """An opportunity as it is written: a dash where the step does not apply."""
    return NONE if emphasis.band == "not-applicable" else of.number(emphasis.opportunity)


def _figures(of: Names, emphasis: Emphasis) -> tuple[Cell, ...]:
    return (
        Cell(of.number(emphasis.importance)),
        Cell(of.number(emphasis.satisfaction)),
        Cell(of.number(emphasis.opportunity)),
        Cell(of.say(say_result.BANDS[emphasis.band])),
    )


def traits(of: Names) -> Table:
    """The traits: figures for one strategy, or opportunities for each candidate."""
    several = _several(of)
    return Table(
        id="traits-table",
        caption=of.say(say.TRAITS_TABLE),
        corner=of.say(say.TRAIT),
        columns=_columns(of, several),
        groups=(Group("", tuple(_traits(of, several))),),
        words=() if several else (3,),
        pointed=True,
    )


def _traits(of: Names, several: Sequence[CandidateJourney]) -> Iterator[Row]:
    for n, emphasis in enumerate(of.result.traits):
        name = of.traits[emphasis.id]
        if several:
            yield Row(name, _each(of, [c.traits[n] for c in several]))
        else:
            yield Row(name, _figures(of, emphasis), marked=emphasis.emphasise)


def scores(of: Names) -> Table:
    """The strategies, highest first: score and score in each lens."""
    lenses = of.result.strategies[0].lenses
    return Table(
        id="scores-table",
        caption=of.say(say.SCORES_TABLE),
        corner=of.say(say.STRATEGY),
        columns=(
            of.say(say_result.SCORE),
            *(inner(of.lenses[x.lens]) for x in lenses),
            of.say(say_result.STANDING),
        ),
        groups=(Group("", tuple(_score_row(of, s) for s in _by_score(of))),),
    )


def _by_score(of: Names) -> list[StrategyResult]:
    # Strategies that tie keep the order of the framework.
    return sorted(of.result.strategies, key=lambda s: -s.score)


def _score_row(of: Names, strategy: StrategyResult) -> Row:
    answered = {c.lens for c in of.result.contributions if c.known}
    cells = [Cell(number(strategy.score, of.language, 1))]
    for lens in strategy.lenses:
        said = number(lens.score, of.language) if lens.lens in answered else UNKNOWN
        leads = lens.leads and lens.lens in answered
        cells.append(Cell(f"*{said}" if leads else said, marked=leads))
    level = of.number(strategy.standing)
    cells.append(Cell(f"! {level}" if strategy.threshold_met is False else level))
    marked = strategy.id in of.result.candidates
    return Row(of.strategies[strategy.id], tuple(cells), marked=marked)


def tensions(of: Names) -> Table:
    """Where the company stands in each tension of its business model."""
    known = {t.id: t for t in of.framework.tensions}
    rows = []
    for result in of.result.tensions:
        tension, position = known[result.id], result.position
        shown = track(None if position is None else float(position), POSITIONS[0], POSITIONS[-1])
        cells = (Cell(of.number(position), track=shown), Cell(tension.right.say(of.language)))
        rows.append(Row(tension.left.say(of.language), cells))
    return Table(
        id="tensions-table",
        caption=of.say(say.TENSIONS_TABLE),
        corner=of.say(say.LEFT),
        columns=(of.say(say.PLACE), of.say(say.RIGHT)),
        groups=(Group("", tuple(rows)),),
        words=(1,),
    )


def standing(of: Names) -> Table:
    """The company's level in each strategy against the market's norm."""
    norm = of.framework.limits.norm
    rows = []
    for strategy in of.result.strategies:
        level = None if strategy.standing is None else float(strategy.standing)
        cells = (
            Cell(of.number(strategy.standing), track=track(level, LEVELS[0], LEVELS[-1], norm)),
            Cell(of.say(say.MET[strategy.threshold_met])),
        )
        warned = strategy.threshold_met is False
        rows.append(Row(of.strategies[strategy.id], cells, warned=warned))
    return Table(
        id="standing-table",
        caption=of.say(say.STANDING_TABLE, norm=norm),
        corner=of.say(say.STRATEGY),
        columns=(of.say(say.LEVEL), of.say(say.NORM)),
        groups=(Group("", tuple(rows)),),
        words=(1,),
    )
