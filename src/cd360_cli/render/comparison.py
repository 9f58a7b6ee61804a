"""Before and after side by side, on a screen or as JSON of schema `cd360/whatif/1`.

On the screen a difference is that of the two numbers shown, so that every line adds up for who
reads it; the JSON holds both recommendations in full, `after` under the framework that was read but
with the lens weights in `changes`. Only `show` loads what a screen needs.
"""

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.recommendation import Recommendation
from cd360_cli.render import as_json
from cd360_cli.texts import whatif as say
from cd360_cli.texts.result import VERDICT_NAMES
from cd360_cli.texts.wording import OR, inner, listed, number, percent, visible
from cd360_cli.whatif import Changes, Comparison

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from cd360_cli.render.page import Page

SCHEMA = "cd360/whatif/1"

SAME = "="
NONE = "-"


class Figure(NamedTuple):
    """A cell: what it says, with the number that this is, if it is one."""

    said: str
    value: Fraction | None = None


class Row(NamedTuple):
    """A line of a table, in words."""

    name: str
    before: str
    after: str
    difference: str


def render(comparison: Comparison, changes: Changes, loaded: Loaded, language: str) -> str:
    """Both recommendations and what was changed, as a JSON document."""
    fields = {
        "schema": json.dumps(SCHEMA),
        "changes": json.dumps(changes._asdict(), ensure_ascii=False),
        "before": _nested(as_json.render(comparison.before, loaded, language)),
        "after": _nested(as_json.render(comparison.after, loaded, language)),
    }
    lines = ",\n".join(f'  "{key}": {value}' for key, value in fields.items())
    return f"{{\n{lines}\n}}\n"


def _nested(document: str) -> str:
    """A document within another. JSON has no line feed inside a text, so none is changed."""
    return document.rstrip("\n").replace("\n", "\n  ")


def show(
    comparison: Comparison,
    changes: Changes,
    framework: Framework,
    language: str,
    console: "Console",
) -> None:
    """Print the comparison; `framework` is the one of before."""
    from cd360_cli.render.page import Page

    page = Page(comparison.after, framework, language, console)
    for part in _parts(comparison, changes, page):
        console.print(part, width=page.width)


def _parts(comparison: Comparison, changes: Changes, page: "Page") -> Iterator["RenderableType"]:
    from rich.text import Text as Styled

    assessment = comparison.after.assessment
    yield Styled(f"{visible(assessment.company)}, {assessment.date}", style="dim")
    for said in _changes(comparison, changes, page):
        yield page.listed(page.bullet, said)
    yield page.heading(say.OUTCOME)
    yield _table(list(_outcome(comparison, page)), page)
    yield page.note(say.OUTCOME_NOTE.say(page.language))
    yield page.heading(say.SCORES)
    yield _table(list(_scores(comparison, page)), page)
    yield page.heading(say.EMPHASIS)
    if rows := list(_emphases(comparison, page)):
        yield _table(rows, page)
        yield page.note(page.say(say.EMPHASIS_NOTE, mark=page.here))
    else:
        yield page.note(say.NO_EMPHASIS.say(page.language))


def _table(rows: Sequence[Row], page: "Page") -> "RenderableType":
    """The rows under their headings; what differs is bold."""
    from rich.text import Text as Styled

    headings = [page.say(text) for text in (say.BEFORE, say.AFTER, say.DIFFERENCE)]
    first, *widths = _widths([("", *headings), *rows], page.width)
    table = page.table(first, *zip(headings, widths, strict=True))
    for row in rows:
        style = "" if row.difference == SAME else "bold"
        table.add_row(*(Styled(cell, style=style) for cell in row))
    return table


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of columns with a blank after each: the widest gives way first.

    Words are broken only where all columns are as narrow as their longest.
    """
    columns = list(zip(*rows, strict=True))
    words = [max(len(w) for cell in column for w in ["", *cell.split()]) for column in columns]
    widths = [max(map(len, column)) for column in columns]
    while sum(widths) + len(widths) > room and max(widths) > 1:
        slack = [n for n, width in enumerate(widths) if width > words[n]] or range(len(widths))
        widths[max(slack, key=lambda n: widths[n])] -= 1
    return widths


def _changes(comparison: Comparison, changes: Changes, page: "Page") -> Iterator[str]:
    """Each change in a sentence, or that there is none."""
    old = comparison.before.assessment.answers
    for question, picks in changes.answers.items():
        before, after = _picks(old.get(question), page), listed(picks, page.language)
        yield page.say(say.ANSWER, question=question, before=before, after=after)
    for lens in page.framework.lenses:
        if lens.id in changes.lens_weights:
            name, weight = inner(page.lenses[lens.id]), changes.lens_weights[lens.id]
            yield page.say(say.WEIGHT, lens=name, before=lens.weight, after=weight)
    if not any(changes):
        yield page.say(say.NOTHING)


def _picks(answer: Answer | None, page: "Page") -> str:
    return listed(answer.picks, page.language) if answer else page.say(say.NO_ANSWER)


def _outcome(comparison: Comparison, page: "Page") -> Iterator[Row]:
    """The verdict, what to lead on, and how sure that is."""
    before, after = comparison
    language = page.language
    yield _row(page, say.VERDICT.say(language), _verdict(before, page), _verdict(after, page))
    yield _row(page, say.STRATEGY.say(language), _lead(before, page), _lead(after, page))
    same_leader = before.candidates[0] == after.candidates[0]
    sureness = (
        (say.FLIPS, [_flips(result, page) for result in comparison]),
        (say.TOLERANCE, [_share(r, r.weight_tolerance, page) for r in comparison]),
        (say.SHARE, [_share(r, r.lens_share, page) for r in comparison]),
    )
    for text, figures in sureness:
        # Of two different leaders there is no difference to speak of.
        shown = figures if same_leader else [Figure(figure.said) for figure in figures]
        yield _row(page, text.say(language), *shown)


def _verdict(result: Recommendation, page: "Page") -> Figure:
    return Figure(page.say(VERDICT_NAMES[result.verdict]))


def _lead(result: Recommendation, page: "Page") -> Figure:
    """The strategy to lead on, or all that still may."""
    return Figure(page.in_sentence(result.candidates, OR))


def _flips(result: Recommendation, page: "Page") -> Figure:
    """The answers to flip; with too few answers nothing can be said of it."""
    if result.verdict == "insufficient":
        return Figure(NONE)
    if result.answers_to_flip is None:
        return Figure(page.say(say.NEVER))
    return Figure(str(result.answers_to_flip), Fraction(result.answers_to_flip))


def _share(result: Recommendation, share: Fraction | None, page: "Page") -> Figure:
    """A share of 1 in percent; with too few answers, or no single leader, there is none."""
    if share is None or result.verdict == "insufficient":
        return Figure(NONE)
    return Figure(percent(share, page.language), Fraction(int(100 * share)))


def _scores(comparison: Comparison, page: "Page") -> Iterator[Row]:
    """Every strategy's score, the highest of after on top."""
    old = {s.id: s.score for s in comparison.before.strategies}
    for strategy in sorted(comparison.after.strategies, key=lambda s: -s.score):
        before, after = _score(old[strategy.id], page), _score(strategy.score, page)
        yield _row(page, page.strategies[strategy.id], before, after, decimals=1)


def _score(score: Fraction, page: "Page") -> Figure:
    tenths = int(10 * score + Fraction(1, 2))
    return Figure(number(score, page.language, 1), Fraction(tenths, 10))


def _row(page: "Page", name: str, before: Figure, after: Figure, *, decimals: int = 0) -> Row:
    """A line with its difference: signed where both are numbers."""
    difference = SAME if before.said == after.said else page.say(say.CHANGED)
    if difference != SAME and before.value is not None and after.value is not None:
        gained = after.value - before.value
        sign = "+" if gained > 0 else "-"
        difference = sign + number(abs(gained), page.language, decimals)
    return Row(name, before.said, after.said, difference)


def _emphases(comparison: Comparison, page: "Page") -> Iterator[Row]:
    """The steps that are emphasised on one side only, in the order of the journey."""
    old = {e.id: e.emphasise for e in comparison.before.journey}
    for step in comparison.after.journey:
        if step.emphasise != old[step.id]:
            name, mark = page.steps[step.id], page.here
            if step.emphasise:
                yield Row(name, NONE, mark, page.say(say.GAINED))
            else:
                yield Row(name, mark, NONE, page.say(say.LOST))
