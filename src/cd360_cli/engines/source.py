"""What an engine is given to read: a table whose rows are all as its headers say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from os import SEEK_END
from pathlib import Path
from typing import NamedTuple

from cd360_cli.crew import cores, in_order
from cd360_cli.framework import Framework
from cd360_cli.odd_cells import Reread, reread
from cd360_cli.problems import Problem, Refused
from cd360_cli.respondent_reading import reading_of
from cd360_cli.row_file import PIECE, Piece
from cd360_cli.row_form import FormName
from cd360_cli.row_headers import Asked, asked_in
from cd360_cli.row_table import Table, opened
from cd360_cli.sql import RESPONDENT
from cd360_cli.sql_answers import cells_of, totals

MOST_ODD = 5_000
"""Different cells not spelled as ids that an engine is told of."""

_MOST_TOLD = 20

_PART = 1 << 23
"""Bytes that are looked over at once."""


class Source(NamedTuple):
    """A table: `names` has what each column is about, or a name that means nothing.

    Of CSV these are the columns by their place, and the first line holds headers. Of Parquet
    `columns` are the names that they have there.
    """

    path: Path
    form: FormName
    names: tuple[str, ...]
    columns: tuple[str, ...]
    asked: Asked
    delimiter: str = ","
    rows: int | None = None
    """How many there are, where that was counted: empty lines at the end are none."""
    quoted: bool = True
    """Whether any cell may stand between quotes."""

    @property
    def wanted(self) -> Mapping[str, str]:
        """By what a column is about, its name in the file: only those that say something."""
        pairs = zip(self.names, self.columns, strict=True)
        return {name: column for name, column in pairs if not name.startswith("#")}


class Tally(NamedTuple):
    """How many rows there were, and how many of them were not understood."""

    rows: int
    misread: int


def of_csv(framework: Framework, path: Path) -> Source:
    """A CSV file. Raises `Refused` where an engine might read it otherwise than `row_table`."""
    with path.open("rb") as file:
        table, pieces = opened(file, str(path), framework, reading_of(framework), as_csv=True)
        plain = _plain_rows(path, table)
        rows = _regular_rows(path, table, pieces) if plain is None else plain
    names = _names(table.asked)
    quoted = plain is None
    return Source(path, "csv", names, names, table.asked, table.delimiter, rows, quoted)


def of_parquet(framework: Framework, path: Path, headers: Mapping[str, bool]) -> Source:
    """A Parquet file with some columns, and whether each holds texts or whole numbers."""
    asked = asked_in(framework, tuple(headers), str(path))
    names = _names(asked)
    found = zip(names, headers.items(), strict=True)
    strange = [column for name, (column, plain) in found if not name.startswith("#") and not plain]
    if strange:
        problems = [Problem("column-of-no-cells", values={"found": column}) for column in strange]
        raise Refused("assessment", problems, str(path))
    return Source(path, "parquet", names, tuple(headers), asked)


def _names(asked: Asked) -> tuple[str, ...]:
    return tuple(
        RESPONDENT if n == asked.respondent else question or f"#{n}"
        for n, question in enumerate(asked.questions)
    )


class _Part(NamedTuple):
    """How many lines end in a part of a file, and how many delimiters it has; whether it is plain:
    of letters that mean nothing else, so that each delimiter parts two cells.
    """

    lines: int = 0
    delimiters: int = 0
    plain: bool = True


def _plain_rows(path: Path, table: Table) -> int | None:
    """The rows of a plain file, without a look at each; None where each must be looked at.

    All lines together have as many cells as they should, and every engine gives up at one with
    more: so none has fewer.
    """
    size, width = path.stat().st_size, len(table.asked.headers)
    parts = [range(at, min(at + _PART, size)) for at in range(0, size, _PART)]
    count = partial(_counted, path, table.delimiter.encode())
    found = list(in_order(count, parts, min(cores(), len(parts))))
    with path.open("rb") as file:
        file.seek(-1, SEEK_END)
        lines = sum(part.lines for part in found) + (file.read() != b"\n")
    delimiters = sum(part.delimiters for part in found)
    plain = all(part.plain for part in found) and delimiters == lines * (width - 1)
    # An empty line shows as one with too few delimiters, if there should be any.
    return lines - 1 if plain and width > 1 else None


def _counted(path: Path, delimiter: bytes, part: range) -> _Part:
    lines = delimiters = 0
    with path.open("rb") as file:
        file.seek(part.start)
        for at in range(part.start, part.stop, PIECE):
            data = file.read(min(PIECE, part.stop - at))
            if b'"' in data or b"\r" in data or not data.isascii():
                return _Part(plain=False)
            lines += data.count(b"\n")
            delimiters += data.count(delimiter)
    return _Part(lines, delimiters)


def _regular_rows(path: Path, table: Table, pieces: Iterator[Piece]) -> int:
    """How many rows there are, each looked at. Raises `Refused`, as `of_csv`."""
    rows = 0

    def counted() -> Iterator[Piece]:
        nonlocal rows
        for piece in pieces:
            rows += piece.rows
            yield piece

    problems = list(_irregular(table, counted()))
    if problems:
        raise Refused("assessment", [*problems, Problem("not-for-engines")], str(path))
    return rows


def _irregular(table: Table, pieces: Iterator[Piece]) -> Iterator[Problem]:
    """The first rows that are not one line with a cell for each header."""
    if "\n" in table.header:
        yield Problem("row-of-lines", line=1)
    delimiter, delimiters = table.delimiter, len(table.asked.headers) - 1
    told, line = 0, 2
    for piece in pieces:
        text, plain = piece.text, piece.records is None and "\r" not in piece.text
        regular = plain and piece.line == line and '"' not in text
        if regular and text.count(delimiter) == piece.rows * delimiters:  # As in `_plain_rows`.
            line += piece.rows
            continue
        broken = table.block(piece).broken
        for n, record in enumerate(piece.each()):
            problem = broken.get(n)
            if problem is None and ("\n" in record.text or "\r" in record.text):
                problem = Problem("row-of-lines")
            if problem is None and record.line != line:
                problem = Problem("after-nothing")
            if problem:
                yield problem._replace(line=record.line)
                told += 1
                if told == _MOST_TOLD:
                    return
            line = record.line + 1 + record.text.count("\n")


def odd_of(framework: Framework, source: Source, rows: Iterable[Sequence[str]]) -> Reread:
    """What the odd cells of some rows say, all cells of each in the order of `cells_of`.

    Raises `Refused` where there are too many to tell an engine.
    """
    present = tuple(source.wanted)
    terms = cells_of(totals(framework, present), present)
    found = reread(reading_of(framework), terms, rows)
    if sum(map(len, [*found.odd.spelled.values(), *found.odd.kinds.values()])) > MOST_ODD:
        problems = [Problem("odd-cells", values={"most": str(MOST_ODD)})]
        raise Refused("assessment", [*problems, Problem("not-for-engines")], str(source.path))
    return found
