"""Tables with cells that a delimiter parts."""

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused
from cd360_cli.respondent_cells import Cells, Layout, Reading, together
from cd360_cli.respondent_rows import Block
from cd360_cli.row_file import NOT_UTF_8, Piece
from cd360_cli.row_headers import Asked

_DELIMITERS = (",", ";", "\t")


class CsvTable:
    """Cells with delimiters between them."""

    def __init__(
        self, framework: Framework, asked: Asked, reading: Reading, delimiter: str, header: str
    ) -> None:
        self.header, self.asked = header, asked
        self._delimiter = delimiter
        self._runs = together(framework, asked.questions)
        groups = tuple(tuple(asked.questions[n] or "" for n in run) for run in self._runs)
        self.layout = Layout(groups, reading, delimiter)
        starts = [run.start for run in self._runs]
        before = 0 if asked.respondent is None else asked.respondent
        self._place = sum(start < before for start in starts)
        self._row = re.compile(self._pattern())
        self._lines = re.compile(f"^{self._row.pattern}\n", re.MULTILINE)
        self._nothing: list[Cells] = ["", *(("",) * len(run) for run in self._runs)]

    def whole(self, text: str) -> bool:
        """Whether a text with quotes is a row by itself."""
        return not isinstance(self._parted(text), Problem)

    def block(self, piece: Piece) -> Block:
        """The respondents in some rows of the file."""
        if piece.records is None:
            # Row after row of groups, with what is left of the line before each and at the end.
            found = self._lines.split(piece.text)
            size = self._lines.groups + 1
            # A row with too few or too many cells leaves fewer rows.
            if len(found) == piece.rows * size + 1:
                columns = [found[n::size] for n in range(1, size)]
                return Block(piece.first, columns.pop(self._place), columns, {})
        broken: dict[int, Problem] = {}
        rows: list[Sequence[Cells]] = []
        for n, record in enumerate(piece.each()):
            cells = self._groups(record.text)
            if isinstance(cells, Problem):
                broken[n] = cells
            rows.append(self._nothing if isinstance(cells, Problem) else cells)
        columns = [list(column) for column in zip(*rows, strict=True)]
        return Block(piece.first, columns.pop(self._place), columns, broken)

    def _pattern(self) -> str:
        """A line, with a group for the respondent and one for the cells of each run."""
        every = f"[^{re.escape(self._delimiter)}]*+"
        last = len(self.asked.headers) - 1
        starts = {run.start: run.stop - 1 for run in self._runs}
        ends = set(starts.values())
        cells = []
        for n in range(last + 1):
            cell = every if n < last else every.replace("]", "\\n]")
            if n == self.asked.respondent:
                cell = f"({cell})"
            cells.append("(" * (n in starts) + cell + ")" * (n in ends))
        nobody = "" if self.asked.respondent is not None else "()"
        return nobody + re.escape(self._delimiter).join(cells)

    def _groups(self, text: str) -> Sequence[Cells] | Problem:
        """What the pattern finds in a row, however it is quoted."""
        if '"' not in text and (match := self._row.fullmatch(text)):
            found: Sequence[Cells] = match.groups()
            return Problem("not-utf-8") if NOT_UTF_8.search(text) else found
        cells = self._parted(text)
        if isinstance(cells, Problem):
            return cells
        runs: list[Cells] = [tuple(cells[run.start : run.stop]) for run in self._runs]
        respondent = "" if self.asked.respondent is None else cells[self.asked.respondent]
        runs.insert(self._place, respondent)
        return runs

    def _parted(self, text: str) -> list[str] | Problem:
        """The cells of a row, as many as there are headers."""
        rows = [text.split(self._delimiter)]
        if NOT_UTF_8.search(text):
            return Problem("not-utf-8")
        if '"' in text:
            try:
                rows = list(_csv(text, self._delimiter))
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
