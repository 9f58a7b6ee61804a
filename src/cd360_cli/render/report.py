"""Everything that a report shows, in words, tables and pictures, in the order of showing.

HTML and Markdown are two templates over this one record, so neither says what the other does not.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cd360_cli import __version__
from cd360_cli.framework_file import Loaded
from cd360_cli.knowledge import Move, Source
from cd360_cli.recommendation import Recommendation
from cd360_cli.render import report_answers, report_figure, report_table, sentences
from cd360_cli.render.names import Names
from cd360_cli.render.report_answers import Part
from cd360_cli.render.report_figure import Figure
from cd360_cli.render.report_table import Table
from cd360_cli.texts import knowledge as say_knowledge
from cd360_cli.texts import report as say
from cd360_cli.texts import result as say_result
from cd360_cli.texts.wording import inner, listed

MARK = "▶"
"""How the terminal marks what is emphasised."""


class Said(NamedTuple):
    """A sentence; `warns` where it asks for attention."""

    text: str
    warns: bool = False


class Advice(NamedTuple):
    """A move with its reason and what that rests on."""

    do: str
    because: str
    basis: str


class Headings(NamedTuple):
    """The headings of the parts, by the id of each part, in the order of showing."""

    journey: str
    strategies: str
    traits: str
    landscape: str
    threshold: str
    moves: str
    contributions: str
    answers: str
    method: str


class Report(NamedTuple):
    """All that is shown. What there is nothing of is empty or None."""

    language: str
    title: str
    headings: "Headings"
    contents: tuple[tuple[str, str], ...]
    colour: int | None
    company: str
    date: str
    respondent: str
    role: str
    state: str
    several: bool
    headline: str
    evidence: tuple[str, ...]
    warnings: tuple[str, ...]
    wheels: tuple[Figure, ...]
    wheels_read: tuple[str, ...]
    journey: Table | None
    journey_notes: tuple[str, ...]
    journey_findings: tuple[str, ...]
    field: Figure | None
    scores: Table
    scores_notes: tuple[str, ...]
    scores_findings: tuple[str, ...]
    tensions: Table | None
    radar: Figure | None
    traits: Table | None
    traits_notes: tuple[str, ...]
    landscapes: tuple[Figure, ...]
    not_placed: tuple[str, ...]
    standing: Table
    conditions: tuple[Said, ...]
    contradictions: tuple[str, ...]
    moves: tuple[Advice, ...]
    staffing: tuple[str, ...]
    closest: tuple[str, ...]
    contributions: Table
    answers: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    method: tuple[str, ...]
    sources: tuple[str, ...]


def report(result: Recommendation, loaded: Loaded, language: str) -> Report:
    """The report of a recommendation in a language."""
    of = Names(result, loaded.framework, language)
    several = len(result.candidates) > 1
    # While several may win and no step is known, there is no opportunity to tell of.
    nothing_known = several and all(e.band == "unknown" for e in result.journey)
    assessment = result.assessment
    headings = _headings(of, several)
    homes = report_figure.homes(of)
    return Report(
        language=language,
        title=of.say(say.TITLE, company=assessment.company),
        headings=headings,
        contents=tuple(_contents(of, headings)),
        colour=homes[result.strategy] if result.strategy else None,
        company=assessment.company,
        date=assessment.date,
        respondent=assessment.respondent,
        role=assessment.role,
        state=result.verdict,
        several=several,
        headline=sentences.headline(of),
        evidence=tuple(sentences.evidence(of)),
        warnings=tuple(sentences.warnings(of)),
        wheels=report_figure.wheels(of),
        wheels_read=tuple(report_figure.wheels_read(of)),
        journey=None if nothing_known else report_table.journey(of),
        journey_notes=tuple(_journey_notes(of, several, nothing_known)),
        journey_findings=tuple(_journey_findings(of, several, nothing_known)),
        field=report_figure.strategy_field(of),
        scores=report_table.scores(of),
        scores_notes=(
            of.say(say_result.STANDING_NOTE, norm=loaded.framework.limits.norm),
            *sentences.ranges(of),
        ),
        scores_findings=tuple(sentences.lens_findings(of)),
        tensions=report_table.tensions(of) if result.tensions else None,
        radar=report_figure.trait_radar(of),
        traits=report_table.traits(of) if result.traits else None,
        traits_notes=(of.say(say.TRAITS_NOTE, mark=MARK),) if several and result.traits else (),
        landscapes=report_figure.landscapes(of),
        not_placed=tuple(report_figure.not_placed(of)),
        standing=report_table.standing(of),
        conditions=tuple(_conditions(of)),
        contradictions=tuple(c.says.say(language) for c in result.contradictions),
        moves=tuple(_advice(of, move) for move in result.moves),
        staffing=tuple(sentences.staffing(of)),
        closest=tuple(sentences.closest(of)),
        contributions=report_answers.contributions(of),
        answers=tuple(report_answers.parts(of)),
        facts=(*made_with(of, loaded), (of.say(say.DATE), assessment.date)),
        method=tuple(_method(of)),
        sources=tuple(_source(of, source) for source in loaded.framework.sources),
    )


def _headings(of: Names, several: bool) -> Headings:
    return Headings(
        journey=of.say(say_result.JOURNEY_SHARED if several else say_result.JOURNEY),
        strategies=of.say(say_result.STRATEGIES),
        traits=of.say(say_result.TRAITS),
        landscape=of.say(say.LANDSCAPE),
        threshold=of.say(say.THRESHOLD),
        moves=of.say(say_result.MOVES),
        contributions=of.say(say.CONTRIBUTIONS),
        answers=of.say(say.ANSWERS),
        method=of.say(say.METHOD),
    )


def _contents(of: Names, headings: Headings) -> Iterator[tuple[str, str]]:
    """The parts that are there: id and heading."""
    absent = set() if of.result.traits else {"traits"}
    if not of.result.moves and not of.result.staffing:
        absent.add("moves")
    for id, heading in headings._asdict().items():
        if id not in absent:
            yield id, heading


def _journey_notes(of: Names, several: bool, nothing_known: bool) -> Iterator[str]:
    yield sentences.circle(of)
    note = say_result.JOURNEY_NOTE_SHARED if several else say_result.JOURNEY_NOTE
    if not nothing_known:
        yield of.say(note, mark=MARK)


def _journey_findings(of: Names, several: bool, nothing_known: bool) -> Iterator[str]:
    """What the candidates share, or why each emphasised step weighs what it does."""
    if nothing_known:
        yield of.say(say_result.JOURNEY_UNKNOWN)
    elif several:
        yield sentences.shared(of)
    else:
        for emphasis in sorted(of.result.journey, key=lambda e: -e.claim):
            if emphasis.emphasise:
                yield sentences.reasons(of, emphasis)


def _conditions(of: Names) -> Iterator[Said]:
    """The conditions that apply, then those that count for another strategy and were answered."""
    for condition in sorted(of.result.conditions, key=lambda c: not c.applies):
        if condition.applies or condition.level is not None:
            warns = condition.applies and condition.met is False
            yield Said(sentences.condition(of, condition), warns)


def _advice(of: Names, move: Move) -> Advice:
    return Advice(move.do.say(of.language), move.because.say(of.language), _basis(of, move))


def _basis(of: Names, move: Move) -> str:
    """What a move rests on, as `framework show` says it."""
    known = {s.id: s.known_by for s in of.framework.sources}
    sources = "; ".join(known[id] for id in move.sources)
    if move.basis == "published":
        return of.say(say_knowledge.PUBLISHED, sources=sources)
    if sources:
        return of.say(say_knowledge.INFERRED_FROM, sources=sources)
    return of.say(say_knowledge.INFERRED)


def made_with(of: Names, loaded: Loaded) -> Iterator[tuple[str, str]]:
    """The framework and the tool, each under its name."""
    framework = loaded.framework
    name = framework.name.say(of.language)
    yield (
        of.say(say.FRAMEWORK),
        of.say(say.FRAMEWORK_IS, name=name, id=framework.id, version=framework.version),
    )
    yield of.say(say.DIGEST), loaded.sha256
    yield of.say(say.TOOL), f"cd360 {__version__}"


def _method(of: Names) -> Iterator[str]:
    limits = of.framework.limits
    weights = [
        of.say(say.HOW_WEIGHT, lens=inner(of.lenses[lens.id]), weight=lens.weight)
        for lens in of.framework.lenses
    ]
    yield of.say(say.HOW_SCORES, weights=listed(weights, of.language))
    yield of.say(say.HOW_SURE, clear=limits.clear, leaning=limits.leaning)
    bands = [
        of.say(say.HOW_BAND, limit=limit, name=of.say(say_result.BANDS[band]))
        for band, limit in limits.bands._asdict().items()
    ]
    yield of.say(say.HOW_OPPORTUNITY, bands=listed(bands[::-1], of.language))
    yield f"{sentences.coverage(of)} {of.say(say_result.BASIS)}"


def _source(of: Names, source: Source) -> str:
    cited = of.say(say.CITED if source.author else say.CITED_BY_TITLE, **source._asdict())
    return f"{cited} {of.say(say.CONSULTED[source.seen])}"
