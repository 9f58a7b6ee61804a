"""Tables of respondents: which column asks what, and the cells of each row."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple, Protocol

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused
from cd360_cli.respondent_cells import Cells, Layout, Reading, together
from cd360_cli.respondent_rows import Block
from cd360_cli.row_file import NOT_UTF_8, PIECE, Piece, pieces

_DELIMITERS = (",", ";", "\t")

_RESPONDENT = ("respondent", "id")
"""Headers of the column that names who answered; the first that there is counts."""

_BOM = b"\xef\xbb\xbf"


class Asked(NamedTuple):
    """What the columns of a table are about.

    `questions` has a question by column, None where it is no question; `respondent` is the column
    that names who answered.
    """

    headers: Sequence[str]
    questions: Sequence[str | None]
    respondent: int | None

    @property
    def ignored(self) -> list[str]:
        """The headers of columns of which nothing is made."""
        columns = enumerate(zip(self.headers, self.questions, strict=True))
        return [header for n, (header, q) in columns if q is None and n != self.respondent]


class Table(Protocol):
    """A table of respondents in some format; `header` is what stands above its rows."""

    header: str
    asked: Asked
    layout: Layout

    def block(self, piece: Piece) -> Block:
        """The respondents in some rows of the file."""


def opened(
    file: BinaryIO, name: str, framework: Framework, reading: Reading, *, as_csv: bool
) -> tuple[Table, Iterator[Piece]]:
    """A table and its rows. Raises `Refused` where no column asks a question of the framework."""
    start = file.read(PIECE).removeprefix(_BOM)
    if not as_csv:
        table = JsonTable(framework, reading, _keys(start))
        return table, pieces(file, name, None, start)
    header, delimiter, cells = _csv_header(start.decode("utf-8", "surrogateescape"), name)
    asked = asked_in(framework, cells, name)
    found = CsvTable(framework, asked, reading, delimiter, header.rstrip("\r\n"))
    rest = start[len(header.encode("utf-8", "surrogateescape")) :]
    return found, pieces(file, name, found.whole, rest, 1 + header.count("\n"))


def asked_in(framework: Framework, headers: Sequence[str], name: str) -> Asked:
    """What headers are about. Raises `Refused`."""
    known = _known_headers(framework)
    names = [header.strip() for header in headers]
    questions = [known.get(header.casefold()) for header in names]
    twice = {q for q in questions if q and questions.count(q) > 1}
    problems = [Problem("column-twice", values={"found": q}, line=1) for q in sorted(twice)]
    if not any(questions):
        example = framework.asked[0].id
        problems.append(Problem("no-question-column", values={"example": example}, line=1))
    if problems:
        raise Refused("assessment", problems, name)
    lowered = [header.lower() for header in names]
    respondent = next((lowered.index(r) for r in _RESPONDENT if r in lowered), None)
    return Asked(names, questions, respondent)


def _known_headers(framework: Framework) -> dict[str, str]:
    """Questions by what may stand above their column: their text in any language, or their id."""
    texts = {
        text.strip().casefold(): question.id
        for question in framework.questions
        for text in question.ask.values()
    }
    return texts | {question.id.casefold(): question.id for question in framework.questions}


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


class JsonTable:
    """A JSON object a row, with answers by question; `keys` are those of the first."""

    header = ""

    def __init__(self, framework: Framework, reading: Reading, keys: Sequence[str]) -> None:
        questions = [question.id for question in framework.asked]
        runs = together(framework, questions)
        self.layout = Layout(tuple(tuple(questions[n] for n in run) for run in runs), reading)
        self.asked = Asked(keys, [key if key in questions else None for key in keys], None)
        self._known = {*questions, *keys, *_RESPONDENT}
        self._questions = questions

    def block(self, piece: Piece) -> Block:
        """The respondents in some rows of the file."""
        broken: dict[int, Problem] = {}
        respondents, rows = [], []
        for n, record in enumerate(piece.each()):
            answers = self._answers(record.text)
            if isinstance(answers, Problem):
                broken[n], answers = answers, {}
            respondents.append(next((_text(answers[r]) for r in _RESPONDENT if r in answers), ""))
            cells = {question: _text(answers.get(question)) for question in self._questions}
            rows.append([tuple(cells[q] for q in group) for group in self.layout.groups])
        return Block(piece.first, respondents, list(zip(*rows, strict=True)), broken)

    def _answers(self, text: str) -> Mapping[str, Any] | Problem:
        if NOT_UTF_8.search(text):
            return Problem("not-utf-8")
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if type(found) is not dict:
            return Problem("no-object")
        if strange := sorted(found.keys() - self._known):
            return Problem("unknown-question", values={"found": strange[0]})
        return found


def _text(value: object) -> str:
    """A JSON value as it would stand in a cell."""
    if value is None:
        return ""
    if type(value) is list and all(type(each) in (str, int) for each in value):
        return "+".join(map(str, value))
    return str(value) if type(value) in (str, int) else json.dumps(value)


def _keys(start: bytes) -> list[str]:
    """The keys of the first row, where that is an object."""
    try:
        first = json.loads(start.lstrip().partition(b"\n")[0])
    except (ValueError, RecursionError):
        return []
    return list(first) if type(first) is dict else []


def _csv_header(text: str, name: str) -> tuple[str, str, list[str]]:
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
