"""What an engine is given to read: a table whose rows are all as its headers say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cd360_cli.framework import Framework
from cd360_cli.odd_cells import Reread, reread
from cd360_cli.problems import Problem, Refused
from cd360_cli.respondent_reading import reading_of
from cd360_cli.row_file import Piece
from cd360_cli.row_form import FormName
from cd360_cli.row_headers import Asked, asked_in
from cd360_cli.row_table import Table, opened
from cd360_cli.sql import RESPONDENT
from cd360_cli.sql_answers import cells_of, totals

MOST_ODD = 5_000
"""Different cells not spelled as ids that an engine is told of."""

_MOST_TOLD = 20


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
        rows, quoted = 0, False

        def counted() -> Iterator[Piece]:
            nonlocal rows, quoted
            for piece in pieces:
                rows += piece.rows
                quoted = quoted or '"' in piece.text
                yield piece

        problems = list(_irregular(table, counted()))
    if problems:
        raise Refused("assessment", [*problems, Problem("not-for-engines")], str(path))
    asked = table.asked
    names = _names(asked)
    return Source(path, "csv", names, names, asked, table.delimiter, rows, quoted)


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


def _irregular(table: Table, pieces: Iterator[Piece]) -> Iterator[Problem]:
    """The first rows that are not one line with a cell for each header."""
    if "\n" in table.header:
        yield Problem("row-of-lines", line=1)
    delimiter, delimiters = table.delimiter, len(table.asked.headers) - 1
    told, line = 0, 2
    for piece in pieces:
        text, plain = piece.text, piece.records is None and "\r" not in piece.text
        regular = plain and piece.line == line and '"' not in text
        if regular and text.count(delimiter) == piece.rows * delimiters:
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
