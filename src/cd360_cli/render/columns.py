"""Texts in columns of known widths.

Rich's own tables find their widths by laying out every cell several times, which takes longer than
all the reckoning. Where widths are known, texts need only be wrapped and filled up.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeAlias, Union

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from rich.text import Text as Styled

Cell: TypeAlias = Union[str, Styled, "Columns", Sequence["Cell"]]
"""A text, columns within a column, or several of them one below the other."""

Line: TypeAlias = Sequence[Segment]

NARROWEST = 2
"""Characters that a column always has: there are those that take two."""


class Column(NamedTuple):
    """How wide a column is, in characters, and where in it a text stands."""

    width: int | None = None
    """What the other columns leave, where it is None."""
    align: Literal["left", "center", "right"] = "left"


class Columns:
    """Rows of cells, with a blank between columns; a row may have fewer cells than columns."""

    def __init__(self, *columns: Column, headings: Sequence[Cell] = ()) -> None:
        self._columns, self._headings = columns, headings
        self._rows: list[tuple[Sequence[Cell], Sequence[float]]] = []

    def add_row(self, *cells: Cell, down: Sequence[float] = ()) -> None:
        """Add a row.

        `down` has, by cell, how far down the row it stands where others have more lines: from 0, at
        its head, as where nothing is said, to 1, at its foot.
        """
        assert 0 < len(cells) <= len(self._columns)
        self._rows.append((cells, down))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """All lines, as wide as there is room for."""
        for line in self.lines(console, options.max_width):
            yield from line
            yield Segment.line()

    def lines(self, console: Console, room: int) -> list[Line]:
        """All lines, no wider than `room` if that has two characters for each column."""
        widths = self._widths(room)
        feet = [1.0] * len(self._headings)
        rows = [(self._headings, feet), *self._rows] if self._headings else self._rows
        return [line for row in rows for line in self._row(console, *row, widths)]

    def _widths(self, room: int) -> list[int]:
        """How wide each column is: where there is no room for all, the widest gives way first.

        Words are only broken where that is not enough: those of headings before others.
        """
        left = room - len(self._columns) + 1
        widths = [left if column.width is None else column.width for column in self._columns]
        rows = [cells for cells, _ in self._rows]
        for whole in ([self._headings, *rows], rows, []):
            if sum(widths) <= left:
                break
            least = [max(NARROWEST, _longest_word(whole, n)) for n in range(len(widths))]
            _narrow(widths, least, left)
        return widths

    @property
    def narrowest(self) -> int:
        """The least width at which no word is broken."""
        rows = [cells for cells, _ in self._rows]
        widths = (column.width or _longest_word(rows, n) for n, column in enumerate(self._columns))
        return sum(widths) + len(self._columns) - 1

    def _row(
        self, console: Console, row: Sequence[Cell], down: Sequence[float], widths: Sequence[int]
    ) -> list[Line]:
        cells = [_lines(console, cell, width) for cell, width in zip(row, widths, strict=False)]
        height = max(map(len, cells))
        for lines, far in zip(cells, down, strict=False):
            lines[:0] = [()] * int((height - len(lines)) * far)
        return [self._line(parts, widths) for parts in zip_longest(*cells, fillvalue=())]

    def _line(self, cells: Sequence[Line], widths: Sequence[int]) -> Line:
        line: list[Segment] = []
        for cell, width, column in zip(cells, widths, self._columns, strict=False):
            free = width - sum(part.cell_length for part in cell)
            before = {"left": 0, "center": free // 2, "right": free}[column.align]
            between = 1 if line else 0
            line += (Segment(" " * (between + before)), *cell, Segment(" " * (free - before)))
        return line


def longest_word(cell: Cell) -> int:
    """The least width at which no word of a cell is broken."""
    if isinstance(cell, Columns):
        return cell.narrowest
    if not isinstance(cell, str | Styled):
        return max(map(longest_word, cell), default=0)
    text = cell if isinstance(cell, str) else cell.plain
    return max(map(cell_len, text.split()), default=0)


def _narrow(widths: list[int], least: Sequence[int], room: int) -> None:
    """Take from the widest that may be narrower, while all together are wider than `room`."""
    slack = [n for n, width in enumerate(widths) if width > least[n]]
    while slack and sum(widths) > room:
        widths[max(slack, key=lambda n: widths[n])] -= 1
        slack = [n for n in slack if widths[n] > least[n]]


def _longest_word(rows: Sequence[Sequence[Cell]], column: int) -> int:
    return max((longest_word(row[column]) for row in rows if column < len(row)), default=0)


def _lines(console: Console, cell: Cell, width: int) -> list[Line]:
    """What stands in a cell, in lines of at most `width`."""
    if isinstance(cell, Columns):
        return cell.lines(console, width)
    if not isinstance(cell, str | Styled):
        return [line for part in cell for line in _lines(console, part, width)]
    text = Styled(cell) if isinstance(cell, str) else cell
    if "\n" not in text.plain and text.cell_len <= width:
        return [_parts(console, text)]
    wrapped = text.wrap(console, width)
    for line in wrapped:
        line.rstrip()
    return [_parts(console, line) for line in wrapped]


def _parts(console: Console, line: Styled) -> Line:
    """A line in its styles; Rich itself leaves out the style of a text without spans."""
    if line.spans:
        return list(line.render(console))
    return [Segment(line.plain, console.get_style(line.style))] if line.plain else []
