"""Figures of several results side by side, each with its difference from another.

A difference is that of the two numbers shown, so that every line adds up for who reads it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text as Styled

from cd360_cli.recommendation import Recommendation
from cd360_cli.render.page import UNKNOWN, Page
from cd360_cli.texts import side_by_side as say
from cd360_cli.texts.wording import number, percent, short

SAME = "="
NONE = "-"


class Figure(NamedTuple):
    """What a side says on a line, with the number shown if it is one, and what that is about."""

    said: str
    value: Fraction | None = None
    about: str = ""


class Row(NamedTuple):
    """A line of a table: the first side, then each further one with its difference."""

    name: str
    cells: tuple[str, ...]
    differs: bool


def row(
    page: Page,
    name: str,
    figures: Sequence[Figure],
    bases: Sequence[int] = (0,),
    otherwise: str = UNKNOWN,
    decimals: int | None = None,
) -> Row:
    """A line with differences: `bases` are the places of what each further figure is held against.

    `otherwise` is said where there are no two numbers about the same thing to tell apart; the
    numbers have `decimals`, by default one where they have any.
    """
    first, *further = figures
    cells = [first.said]
    for figure, base in zip(further, bases, strict=True):
        cells += [figure.said, _difference(page, figures[base], figure, otherwise, decimals)]
    return Row(name, tuple(cells), any(cell != SAME for cell in cells[2::2]))


def _difference(
    page: Page, before: Figure, after: Figure, otherwise: str, decimals: int | None
) -> str:
    if before.value is None or after.value is None or before.about != after.about:
        return SAME if before.said == after.said else otherwise
    gained = after.value - before.value
    if not gained:
        return SAME
    return signed(page, gained, decimals)


def signed(page: Page, gained: Fraction, decimals: int | None = None) -> str:
    """A difference behind its arrow."""
    size = abs(gained)
    said = short(size, page.language) if decimals is None else number(size, page.language, decimals)
    return (page.up if gained > 0 else page.down) + said


def figure(page: Page, value: Fraction | None, mark: str = "") -> Figure:
    """A number as it is shown, behind a mark; a question mark where it is unknown."""
    return Figure(mark + page.number(value), _tenths(value))


def _tenths(value: Fraction | None) -> Fraction | None:
    return None if value is None else Fraction(int(10 * value + Fraction(1, 2)), 10)


def scores(page: Page, results: Sequence[Recommendation], bases: Sequence[int]) -> Iterator[Row]:
    """Every strategy's score, the highest of the last result on top."""
    for strategy in sorted(results[-1].strategies, key=lambda s: -s.score):
        found = [s.score for result in results for s in result.strategies if s.id == strategy.id]
        figures = [Figure(number(s, page.language, 1), _tenths(s)) for s in found]
        yield row(page, page.strategies[strategy.id], figures, bases, decimals=1)


def sureness(
    page: Page, results: Sequence[Recommendation], bases: Sequence[int], otherwise: str = UNKNOWN
) -> Iterator[Row]:
    """How sure each result is. Of two different leaders there is no difference to speak of."""
    for text, figures in (
        (say.FLIPS, [_flips(page, result) for result in results]),
        (say.TOLERANCE, [_share(page, result, result.weight_tolerance) for result in results]),
        (say.SHARE, [_share(page, result, result.lens_share) for result in results]),
    ):
        yield row(page, page.say(text), figures, bases, otherwise)


def _flips(page: Page, result: Recommendation) -> Figure:
    """The answers to flip; with too few answers nothing can be said of it."""
    if result.verdict == "insufficient":
        return Figure(NONE)
    if result.answers_to_flip is None:
        return Figure(page.say(say.NEVER))
    value = Fraction(result.answers_to_flip)
    return Figure(str(result.answers_to_flip), value, result.candidates[0])


def _share(page: Page, result: Recommendation, share: Fraction | None) -> Figure:
    """A share of 1 in percent; with too few answers, or no single leader, there is none."""
    if share is None or result.verdict == "insufficient":
        return Figure(NONE)
    shown = Fraction(int(100 * share))
    return Figure(percent(share, page.language), shown, result.candidates[0])


def table(page: Page, headings: Sequence[str], rows: Sequence[Row]) -> RenderableType:
    """The rows under their headings, one for each cell; what differs is bold."""
    lines = [("", *headings), *((row.name, *row.cells) for row in rows)]
    first, *widths = _widths(lines, page.width)
    found = page.table(first, *zip(headings, widths, strict=True))
    for line in rows:
        style = "bold" if line.differs else ""
        found.add_row(*(Styled(cell, style=style) for cell in (line.name, *line.cells)))
    return found


def tables(page: Page, labels: Sequence[str], rows: Sequence[Row]) -> Iterator[RenderableType]:
    """The rows in as few tables as there is room for, each under the labels of its sides."""
    for first, last in _parts(page, labels, rows):
        cells = slice(max(0, 2 * first - 1), 2 * last - 1)
        shown = [Row(row.name, row.cells[cells], row.differs) for row in rows]
        yield table(page, _headings(page, labels)[cells], shown)


def _headings(page: Page, labels: Sequence[str]) -> list[str]:
    """A label above each side's figures; what the other columns are is said where there is room."""
    difference = page.say(say.DIFFERENCE) if len(labels) == 2 else ""
    first, *further = labels
    return [first, *(heading for label in further for heading in (label, difference))]


def _parts(page: Page, labels: Sequence[str], rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Which sides stand together: the place of the first of them, and that after the last."""
    lines = [_headings(page, labels), *(row.cells for row in rows)]
    widths = [1 + max(map(len, column)) for column in zip(*lines, strict=True)]
    sides = [widths[0], *(a + b for a, b in zip(widths[1::2], widths[2::2], strict=True))]
    room = page.width - 1 - max(_longest(row.name) for row in rows)
    first, taken = 0, 0
    for n, width in enumerate(sides):
        if taken and taken + width > room:
            yield first, n
            first, taken = n, 0
        taken += width
    yield first, len(sides)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of columns with a blank after each: the widest gives way first.

    Words are broken only where all columns are as narrow as their longest.
    """
    columns = list(zip(*rows, strict=True))
    words = [max(map(_longest, column)) for column in columns]
    widths = [max(map(len, column)) for column in columns]
    while sum(widths) + len(widths) > room and max(widths) > 1:
        slack = [n for n, width in enumerate(widths) if width > words[n]] or range(len(widths))
        widths[max(slack, key=lambda n: widths[n])] -= 1
    return widths


def _longest(text: str) -> int:
    """The length of the longest word."""
    return max((len(word) for word in text.split()), default=0)
