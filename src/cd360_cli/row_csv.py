"""Tables with cells that a delimiter parts."""

import csv
import io
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
        cells = self._cells(piece) if piece.records is None else None
        if cells is None:
            cells = []
            for n, record in enumerate(piece.each()):
                row = self._parted(record.text)
                if isinstance(row, Problem):
                    broken[n], row = row, [""] * self._width
                cells += row
        columns = {q: cells[n :: self._width] for q, n in self._places.items()}
        respondent = self.asked.respondent
        nobody = [""] * piece.rows
        respondents = nobody if respondent is None else cells[respondent :: self._width]
        return Block(piece.first, respondents, columns, broken)

    def _cells(self, piece: Piece) -> list[str] | None:
        """The cells of all rows, where rows are lines and all have as many as there are headers."""
        cells = piece.text.replace("\n", f"{self.delimiter}\n").split(self.delimiter)
        cells.pop()
        # Every row but the first now begins with the end of a line, if it begins where it should.
        first = "".join(cells[:: self._width]).split("\n")
        if len(cells) != piece.rows * self._width or len(first) != piece.rows:
            return None
        cells[:: self._width] = first
        return cells

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
