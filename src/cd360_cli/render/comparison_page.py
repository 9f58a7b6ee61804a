"""Assessments side by side as a page: all that the screen says, with slopes and steps drawn."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cd360_cli.comparison import Comparison
from cd360_cli.difference import Difference
from cd360_cli.framework_file import Loaded
from cd360_cli.render import comparison_sentences as own
from cd360_cli.render import difference_sentences, report_figure, sentences, side_by_side
from cd360_cli.render.comparison_figure import Told, score_slope, step_changes
from cd360_cli.render.comparison_sentences import LeftOut
from cd360_cli.render.difference_sentences import Cause, Labels
from cd360_cli.render.names import Names
from cd360_cli.render.report import made_with
from cd360_cli.render.report_figure import Figure
from cd360_cli.render.report_table import Cell, Group, Row, Table
from cd360_cli.render.templates import page
from cd360_cli.texts import comparison as say_comparison
from cd360_cli.texts import pages as say
from cd360_cli.texts import report as say_report
from cd360_cli.texts import side_by_side as say_side
from cd360_cli.texts.migration import MORE
from cd360_cli.texts.wording import listed

NAMED = 3
"""Companies named in the heading; the rest is counted."""


class Side(NamedTuple):
    """One assessment: whose it is, what it comes to, and what stands below the norm."""

    label: str
    whose: str
    headline: str
    below: str
    colour: int | None


class Part(NamedTuple):
    """How one side differs from the one it is held against; where nothing does, only `nothing`."""

    id: str
    title: str
    nothing: str
    gap: str = ""
    moved: str = ""
    causes: tuple[Cause, ...] = ()
    rest: str = ""
    findings: tuple[str, ...] = ()
    slope: Figure | None = None


class Figures(NamedTuple):
    """What there is to show where any answer differs."""

    scores: Table
    sureness: Table
    parts: tuple[Part, ...]
    levels: Table
    levels_note: str
    steps: Table | None
    steps_figure: Figure | None
    steps_notes: tuple[str, ...]
    served: tuple[str, ...]


class ComparisonPage(NamedTuple):
    """All that is shown. What there is nothing of is empty or None."""

    language: str
    title: str
    kicker: str
    heading: str
    introduction: str
    sides: tuple[Side, ...]
    versions: str
    left_out: tuple[LeftOut, ...]
    nothing: str
    contents: tuple[tuple[str, str], ...]
    figures: Figures | None
    facts: tuple[tuple[str, str], ...]


def render(found: Comparison, loaded: Loaded, language: str) -> str:
    """The comparison as one self-contained page of HTML."""
    shown = comparison_page(found, loaded, language)
    texts = {"report": say_report, "comparison": say_comparison, "side": say_side, "say": say}
    return page("comparison.html", shown, Names.here, **texts)


def comparison_page(found: Comparison, loaded: Loaded, language: str) -> ComparisonPage:
    """What the page of a comparison shows in a language."""
    sides = tuple(Names(side.result, loaded.framework, language) for side in found.sides)
    told = Told(sides, found, own.labels(found))
    of, heading = told.of, _heading(told)
    differs = any(difference.answers for difference in found.differences)
    figures = _figures(told) if differs else None
    return ComparisonPage(
        language=language,
        title=of.say(say.COMPARISON_TITLE, company=heading),
        kicker=of.say(say.OVER_TIME_KICKER if found.over_time else say.BETWEEN_KICKER),
        heading=heading,
        introduction=own.introduction(of, found, told.labels),
        sides=tuple(
            _side(side, found, name) for side, name in zip(sides, told.labels, strict=True)
        ),
        versions=own.versions(of, found),
        left_out=tuple(own.left_out(of, found)),
        nothing="" if differs else of.say(say_comparison.NOTHING),
        contents=tuple(_contents(of, figures)) if figures else (),
        figures=figures,
        facts=(*made_with(of, loaded), (of.say(say.DATES), _dates(told))),
    )


def _heading(told: Told) -> str:
    """The company, or the companies."""
    if told.found.over_time:
        return told.of.result.assessment.company
    names = list(dict.fromkeys(side.result.assessment.company for side in told.sides))
    more = len(names) - NAMED
    if more > 1:
        return f"{', '.join(names[:NAMED])} {told.of.say(MORE, n=more)}"
    return listed(names, told.of.language)


def _dates(told: Told) -> str:
    dates = dict.fromkeys(side.result.assessment.date for side in told.sides)
    return listed(list(dates), told.of.language)


def _side(of: Names, found: Comparison, name: str) -> Side:
    leader = of.result.strategy
    return Side(
        label=name,
        whose=own.whose(of, found, name),
        headline=sentences.headline(of),
        below=own.below(of),
        colour=report_figure.homes(of)[leader] if leader else None,
    )


def _contents(of: Names, figures: Figures) -> Iterator[tuple[str, str]]:
    yield from ((part.id, part.title) for part in figures.parts)
    yield "scores", of.say(say_side.SCORES)
    yield "levels", of.say(say_comparison.LEVELS)
    yield "sureness", of.say(say_comparison.SURENESS)
    yield "steps", of.say(say_comparison.JOURNEY)
    yield "made", of.say(say.MADE)


def _figures(told: Told) -> Figures:
    of, found = told.of, told.found
    results = [side.result for side in found.sides]
    steps = list(own.steps(of, found))
    scores = list(side_by_side.scores(of, results, found.bases))
    sureness = list(side_by_side.sureness(of, results, found.bases, otherwise=""))
    corners = of.say(say_report.STRATEGY), of.say(say_report.STEP)
    return Figures(
        scores=_table(told, "scores", of.say(say.SCORES_TABLE), corners[0], scores),
        sureness=_table(told, "sureness", of.say(say.SURENESS_TABLE), of.say(say.FIGURE), sureness),
        parts=tuple(_parts(told)),
        levels=_table(
            told, "levels", of.say(say.LEVELS_TABLE), corners[0], list(own.levels(of, found))
        ),
        levels_note=own.levels_note(of),
        steps=_steps_table(told, corners[1], steps) if steps else None,
        steps_figure=step_changes(told) if steps else None,
        steps_notes=tuple(own.steps_notes(of, found)),
        served=tuple(own.served(of, found, told.labels)),
    )


# -- tables


def _table(
    told: Told, id: str, caption: str, corner: str, rows: Sequence[side_by_side.Row]
) -> Table:
    """A column for each side, and for each after the first one more with its difference."""
    difference = told.of.say(say_side.DIFFERENCE)
    first, *further = told.labels
    return Table(
        id=f"{id}-table",
        caption=caption,
        corner=corner,
        columns=(first, *(each for label in further for each in (label, difference))),
        groups=(Group("", tuple(Row(row.name, tuple(map(Cell, row.cells))) for row in rows)),),
    )


def _steps_table(told: Told, corner: str, rows: Sequence[side_by_side.Row]) -> Table:
    """The steps, those that are emphasised with a pointer instead of a sign among the figures."""
    of = told.of
    table = _table(told, "steps", of.say(say.STEPS_TABLE), corner, rows)
    sign = f"{of.here} "
    groups = tuple(
        Group(
            group.name,
            tuple(
                row._replace(
                    cells=tuple(
                        Cell(cell.said.removeprefix(sign), marked=cell.said.startswith(sign))
                        for cell in row.cells
                    )
                )
                for row in group.rows
            ),
        )
        for group in table.groups
    )
    return table._replace(groups=groups, pointed=True)


# -- each against the one it is held against


def _parts(told: Told) -> Iterator[Part]:
    for n, (base, found) in enumerate(zip(told.found.bases, told.found.differences, strict=True)):
        yield _part(told, found, (told.labels[base], told.labels[n + 1]), f"against-{n + 1}")


def _part(told: Told, found: Difference, labels: Labels, id: str) -> Part:
    of, title = told.of, difference_sentences.title(told.of, labels)
    if not found.answers:
        return Part(id, title, of.say(say_comparison.NOTHING))
    return Part(
        id=id,
        title=title,
        nothing="",
        gap=difference_sentences.gap(of, found.shift, labels),
        moved=difference_sentences.moved(of, found.shift),
        causes=tuple(difference_sentences.causes(of, found.shift, labels)),
        rest=difference_sentences.rest(of, found.shift),
        findings=tuple(difference_sentences.findings(of, found, labels)),
        slope=score_slope(of, found, labels, id),
    )
