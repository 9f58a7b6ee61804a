"""Tables with cells that a delimiter parts."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from cd360_cli.problems import Problem, Refused
from cd360_cli.respondent_cells import Layout, Reading
from cd360_cli.respondent_rows import Block
from cd360_cli.row_file import NOT_UTF_8, Piece
from cd360_cli.row_headers import Asked

_DELIMITERS = (",", ";", "\t")


class CsvTable:
    """Cells with delimiters between them."""

    def __init__(self, asked: Asked, reading: Reading, delimiter: str, header: str) -> None:
        self.header, self.asked = header, asked
        self.delimiter, self._width = delimiter, len(asked.headers)
        self._places = {q: n for n, q in enumerate(asked.questions) if q is not None}
        self.layout = Layout(tuple(self._places), reading)

    def whole(self, text: str) -> bool:
        """Whether a text with quotes is a row by itself."""
        return not isinstance(self._parted(text), Problem)

    def block(self, piece: Piece) -> Block:
        """The respondents in some rows of the file."""
        broken: dict[int, Problem] = {}
        columns = self._columns(piece) if piece.records is None else None
        if columns is None:
            rows = []
            for n, record in enumerate(piece.each()):
                row = self._parted(record.text)
                if isinstance(row, Problem):
                    broken[n], row = row, [""] * self._width
                rows.append(row)
            columns = list(zip(*rows, strict=True))
        place = self.asked.respondent
        respondents = [""] * piece.rows if place is None else columns[place]
        cells = {question: columns[n] for question, n in self._places.items()}
        return Block(piece.first, respondents, cells, broken)

    def _columns(self, piece: Piece) -> Sequence[Sequence[str]] | None:
        """All columns, where rows are lines and each has as many cells as there are headers."""
        between, rows, parted = self._width - 1, piece.rows, piece.text.split(self.delimiter)
        if len(parted) != rows * between + 1:
            return None
        if not between:
            return [piece.text.split("\n")[:-1]]
        # What stands between two delimiters is the last cell of a row, the end of its line, and the
        # first cell of the next: if lines end where they should.
        turns = self.delimiter.join(parted[between::between])
        ends = turns.replace("\n", f"{self.delimiter}\n").split(self.delimiter)
        firsts = "".join(ends[1::2]).split("\n")
        if len(firsts) != rows + 1:
            return None
        firsts[0] = parted[0]
        firsts.pop()
        return [firsts, *(parted[n::between] for n in range(1, between)), ends[::2]]

    def _parted(self, text: str) -> list[str] | Problem:
        """The cells of a row, as many as there are headers."""
        rows = [text.split(self.delimiter)]
        if NOT_UTF_8.search(text):
            return Problem("not-utf-8")
        if '"' in text:
            try:
                rows = list(_csv(text, self.delimiter))
            except csv.Error as error:
                return Problem("broken-row", values={"detail": str(error)})
        if len(rows) != 1 or len(rows[0]) != len(self.asked.headers):
            values = {"found": str(len(rows[0])), "expected": str(len(self.asked.headers))}
            return Problem("cell-count", values=values)
        return rows[0]


def header_of(text: str, name: str) -> tuple[str, str, list[str]]:
    """The first lines, their delimiter, and the cells; the one that makes most cells delimits."""
    found: list[tuple[str, str, list[str]]] = []
    for delimiter in _DELIMITERS:
        try:
            reader = _csv(text, delimiter)
            cells: list[str] = next(reader, [])
        except csv.Error:
            continue
        lines = io.StringIO(text, newline="").readlines()[: reader.line_num]
        found.append(("".join(lines), delimiter, cells))
    if not found or not any(found[0][2]):
        raise Refused("assessment", [Problem("no-rows", line=1)], name)
    return max(found, key=lambda each: len(each[2]))


def _csv(text: str, delimiter: str) -> Any:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
