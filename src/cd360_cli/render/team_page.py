"""A team as a page: all that the screen says, with every respondent's place drawn."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from cd360_cli.framework import LEVELS
from cd360_cli.framework_file import Loaded
from cd360_cli.pictures.dots import Lane, Spot, dots
from cd360_cli.render import report_figure, sentences, team_names
from cd360_cli.render import team_sentences as own
from cd360_cli.render.names import Names
from cd360_cli.render.report import made_with
from cd360_cli.render.report_figure import Figure
from cd360_cli.render.report_table import Cell, Group, Row, Table
from cd360_cli.render.team_sentences import ToDiscuss, Told
from cd360_cli.render.templates import page
from cd360_cli.spread import Spread
from cd360_cli.team import Team
from cd360_cli.texts import pages as say
from cd360_cli.texts import report as say_report
from cd360_cli.texts import team as say_team

FULL = 100
"""The highest score."""


class Headings(NamedTuple):
    """The headings of the parts, by the id of each part, in the order of showing.

    A part that there is nothing of has none.
    """

    topics: str
    each: str
    strategies: str
    steps: str
    agreement: str
    made: str


class TeamPage(NamedTuple):
    """All that is shown. What there is nothing of is empty."""

    language: str
    title: str
    kicker: str
    company: str
    period: str
    introduced: str
    colour: int | None
    headline: str
    evidence: tuple[str, ...]
    note: str
    warnings: tuple[str, ...]
    headings: Headings
    contents: tuple[tuple[str, str], ...]
    topics: tuple[ToDiscuss, ...]
    no_topics: str
    each: tuple[str, ...]
    strategies: Figure | None
    scores: Table
    scores_notes: tuple[str, ...]
    steps: Figure | None
    levels: Table
    levels_notes: tuple[str, ...]
    same: str
    agreement: Table
    roles_first: str
    agreement_note: str
    facts: tuple[tuple[str, str], ...]


def render(found: Team, loaded: Loaded, language: str) -> str:
    """The team as one self-contained page of HTML."""
    shown = team_page(found, loaded, language)
    return page("team.html", shown, Names.here, report=say_report, team=say_team)


def team_page(found: Team, loaded: Loaded, language: str) -> TeamPage:
    """What the page of a team shows in a language."""
    of = Names(found.result, loaded.framework, language)
    lettered = len(found.respondents) <= len(ascii_uppercase)
    told = Told(of, found, team_names.Names(found, language, lettered=lettered))
    company = of.result.assessment.company
    topics, each = tuple(own.to_discuss(told)), (*own.each(told), *own.absences(told))
    headings = _headings(told, len(topics), each)
    leader = of.result.strategy
    return TeamPage(
        language=language,
        title=of.say(say.TEAM_TITLE, company=company),
        kicker=of.say(say.TEAM_KICKER),
        company=company,
        period=own.period(told),
        introduced=told.people.introduced,
        colour=report_figure.homes(of)[leader] if leader else None,
        headline=sentences.headline(of),
        evidence=tuple(own.evidence(told)),
        note=own.left_out(told),
        warnings=tuple(sentences.warnings(of)),
        headings=headings,
        contents=tuple((id, said) for id, said in headings._asdict().items() if said),
        topics=topics,
        no_topics="" if topics else own.no_topics(told),
        each=each,
        strategies=_strategies(told) if own.scored(told) else None,
        scores=_scores(told),
        # That a column is no person is for a screen; here the places share one column.
        scores_notes=tuple(own.strategies_notes(told))[:1],
        steps=_steps(told) if own.levelled(told) else None,
        levels=_levels(told),
        levels_notes=tuple(_levels_notes(told)),
        same=own.same(told),
        agreement=_agreement(told),
        roles_first=own.roles_first(told),
        agreement_note=of.say(say_team.AGREEMENT_NOTE),
        facts=(*made_with(of, loaded), (of.say(say.DATES), own.period(told))),
    )


def _headings(told: Told, topics: int, each: Sequence[str]) -> Headings:
    of = told.of
    return Headings(
        topics=of.say(say_team.TOPICS[topics]),
        each=of.say(say_team.EACH) if each else "",
        strategies=of.say(say_team.STRATEGIES),
        steps=of.say(say_team.STEPS) if own.levelled(told) else "",
        agreement=of.say(say_team.AGREEMENT) if own.agreement_known(told) else "",
        made=of.say(say.MADE),
    )


def _levels_notes(told: Told) -> Iterator[str]:
    yield told.of.say(say_team.STEPS_NOTE, mark=told.of.here)
    if said := own.steps_alike(told):
        yield said


# -- pictures


def _strategies(told: Told) -> Figure:
    """Everybody's score on every strategy."""
    of, homes = told.of, report_figure.homes(told.of)
    found = own.by_score(told)
    lanes = [
        _lane(told, s, of.strategies[s.id], homes[s.id], s.id in of.result.candidates)
        for s in found
    ]
    said = [
        _spot(of, of.strategies[s.id], own.tenths(of, s.team), _whole_ends(of, s)) for s in found
    ]
    return Figure(
        id="strategy-spots",
        kind="dots",
        picture=dots(lanes, FULL, range(0, FULL + 1, 25)),
        title=of.say(say.STRATEGY_SPOTS),
        says=of.say(say.SPOTS_ALT, names="; ".join(said)),
        reads=_reads(told),
    )


def _steps(told: Told) -> Figure:
    """Everybody's level on every step."""
    of, groups = told.of, report_figure.groups(told.of)
    heavy = own.emphasised(told)
    lanes = [_lane(told, s, of.steps[s.id], groups[s.id], s.id in heavy) for s in told.found.steps]
    said = [
        _spot(of, of.steps[s.id], own.tenths(of, s.team), _ends(of, s)) for s in told.found.steps
    ]
    return Figure(
        id="step-spots",
        kind="dots",
        picture=dots(lanes, LEVELS[-1], LEVELS),
        title=of.say(say.STEP_SPOTS),
        says=of.say(say.SPOTS_ALT, names="; ".join(said)),
        reads=_reads(told),
    )


def _reads(told: Told) -> tuple[str, ...]:
    """How to read the dots, and where they have letters, whose those are."""
    read = told.of.say(say.SPOTS_READ)
    return (read, f"{told.people.introduced}.") if _by_letter(told) else (read,)


def _lane(told: Told, spread: Spread, name: str, group: int, marked: bool) -> Lane:
    signs = told.people.letters if told.people.lettered else [""] * len(spread.places)
    spots = tuple(
        Spot(float(place.value), sign)
        for place, sign in zip(spread.places, signs, strict=True)
        if place.value is not None
    )
    return Lane(name, group, spots, None if spread.team is None else float(spread.team), marked)


def _spot(of: Names, name: str, team: str, ends: str) -> str:
    return of.say(say.SPOT, name=name, team=team, ends=ends)


def _whole_ends(of: Names, spread: Spread) -> str:
    return own.ends(own.whole(of, spread.low), own.whole(of, spread.high))


def _ends(of: Names, spread: Spread) -> str:
    return own.ends(of.number(spread.low), of.number(spread.high))


# -- tables


def _scores(told: Told) -> Table:
    of = told.of
    rows = [
        _row(
            told,
            of.strategies[s.id],
            [own.tenths(of, s.team), _whole_ends(of, s)],
            [own.whole(of, place.value) for place in s.places],
        )._replace(marked=s.id in of.result.candidates)
        for s in own.by_score(told)
    ]
    return _table(told, "scores", of.say(say.STRATEGY_TABLE), of.say(say_report.STRATEGY), rows)


def _levels(told: Told) -> Table:
    of, heavy = told.of, own.emphasised(told)
    rows = [
        _row(
            told,
            of.steps[s.id],
            [own.tenths(of, s.team), _ends(of, s)],
            [of.number(place.value) for place in s.places],
        )._replace(marked=s.id in heavy)
        for s in told.found.steps
    ]
    table = _table(told, "levels", of.say(say.STEP_TABLE), of.say(say_report.STEP), rows)
    return table._replace(pointed=True)


def _row(told: Told, name: str, cells: Sequence[str], places: Sequence[str]) -> Row:
    """The team's figures, then each place: a column each, or all in one where nobody has one."""
    each = places if _by_letter(told) else [", ".join(places)]
    return Row(name, tuple(Cell(said) for said in (*cells, *each)))


def _table(told: Told, id: str, caption: str, corner: str, rows: Sequence[Row]) -> Table:
    of = told.of
    each = told.people.letters if _by_letter(told) else [of.say(say.LOW_TO_HIGH)]
    return Table(
        id=f"{id}-table",
        caption=caption,
        corner=corner,
        columns=(of.say(say_team.TEAM), of.say(say_team.SPREAD), *each),
        groups=(Group("", tuple(rows)),),
        words=() if _by_letter(told) else (2,),
    )


def _by_letter(told: Told) -> bool:
    return told.people.lettered and not told.found.anonymous


def _agreement(told: Told) -> Table:
    of = told.of
    rows = [
        Row(name, tuple(map(Cell, figures)), marked=not n)
        for n, (name, figures) in enumerate(own.agreements(told))
    ]
    return Table(
        id="agreement-table",
        caption=of.say(say.AGREEMENT_TABLE),
        corner=of.say(say.GROUP),
        columns=tuple(of.say(text) for text in say_team.FIGURES.values()),
        groups=(Group("", tuple(rows)),),
    )
