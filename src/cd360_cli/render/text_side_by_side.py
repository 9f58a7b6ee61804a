"""Figures of several results side by side on a screen: in as few tables as there is room for."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text as Styled

from cd360_cli.render.columns import longest_word
from cd360_cli.render.page import Page
from cd360_cli.render.side_by_side import Row
from cd360_cli.texts import side_by_side as say


def table(page: Page, headings: Sequence[str], rows: Sequence[Row]) -> RenderableType:
    """The rows under their headings, one for each cell; what differs is bold."""
    lines = [("", *headings), *((row.name, *row.cells) for row in rows)]
    first, *widths = (max(map(len, column)) for column in zip(*lines, strict=True))
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
    room = page.width - 1 - max(longest_word(row.name) for row in rows)
    first, taken = 0, 0
    for n, width in enumerate(sides):
        if taken and taken + width > room:
            yield first, n
            first, taken = n, 0
        taken += width
    yield first, len(sides)
