"""Exports of form products as files: bytes to rows of cells, refusing what is no table of text."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cd360_cli.files import content_of
from cd360_cli.problems import Problem, Refused

MOST_BYTES = 32 * 1024 * 1024
"""The largest export read: some ten thousand responses in full texts."""

MOST_COLUMNS = 4096
"""The widest export read: as many columns as LimeSurvey's database has."""

DELIMITERS = (",", ";", "\t")

_ZIPPED = b"PK\x03\x04"


class Row(NamedTuple):
    """A row: its `number` as a spreadsheet shows it (the headers are 1), its line, its cells."""

    number: int
    line: int
    cells: list[str]


class Sheet(NamedTuple):
    """An export: its name, the row with the headers, and the responses."""

    name: str
    header: Row
    rows: list[Row]


def load(path: Path) -> Sheet:
    """The rows of an export. Raises `Refused` where it is too large or no table of text."""
    return parse(content_of(path, "assessment", MOST_BYTES), str(path))


def parse(content: bytes, name: str) -> Sheet:
    """The rows in the bytes of a file called `name`. Raises `Refused`.

    Empty rows and repetitions of the headers (of exports put together) are left out.
    """
    text = _decoded(content, name)
    delimiter, text, above = _delimited(text)
    rows = [row for row in _rows(text, delimiter, above, name) if any(map(str.strip, row.cells))]
    if not rows:
        raise Refused("assessment", [Problem("empty-export")], name)
    header, *responses = rows
    if len(header.cells) > MOST_COLUMNS:
        values = {"found": str(len(header.cells)), "most": str(MOST_COLUMNS)}
        problem = Problem("too-many-columns", values=values, line=header.line)
        raise Refused("assessment", [problem], name)
    return Sheet(name, header, [row for row in responses if row.cells != header.cells])


def misfit(header: Row, row: Row) -> Problem | None:
    """Cells beyond the headers (`long-row`), or fewer cells than headers (`short-row`)."""
    width = len(header.cells)
    if any(map(str.strip, row.cells[width:])):
        return _misfit("long-row", row, width)
    named = max(at for at, text in enumerate(header.cells, 1) if text.strip())
    return _misfit("short-row", row, named) if len(row.cells) < named else None


def _misfit(kind: str, row: Row, expected: int) -> Problem:
    return Problem(kind, values={"found": str(len(row.cells)), "expected": str(expected)})


def _decoded(content: bytes, name: str) -> str:
    if len(content) > MOST_BYTES:
        problem = Problem("too-large", values={"most": str(MOST_BYTES // 1024 // 1024)})
        raise Refused("assessment", [problem], name)
    if content.startswith(_ZIPPED):
        raise Refused("assessment", [Problem("zipped-export")], name)
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # Further on, a stray one makes its own cell unreadable and no other.
        if "\0" in text.partition("\n")[0]:
            raise Refused("assessment", [Problem("binary-export", line=1)], name)
        return text
    raise Refused("assessment", [Problem("undecodable-export")], name)


def _encodings(content: bytes) -> tuple[str, ...]:
    """The encodings that may be, the surest first."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if content[1:4:2] == b"\0\0":
        return ("utf-16-le",)
    if content[0:3:2] == b"\0\0":
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def _delimited(text: str) -> tuple[str, str, int]:
    """The delimiter, the text of the table and how many lines stand above it.

    The delimiter is the one that Excel's own first line names, else the one that cuts the
    headers into the most pieces.
    """
    first, _, rest = text.partition("\n")
    named = first.rstrip("\r").removeprefix("\ufeff")
    if named[:4].lower() == "sep=" and named[4:] in DELIMITERS:
        return named[4:], rest, 1
    return max(DELIMITERS, key=lambda sign: _pieces(text, sign)), text, 0


def _pieces(text: str, delimiter: str) -> int:
    """How many headers there are, with this delimiter."""
    try:
        return len(next(filter(None, csv.reader(_lines(text), delimiter=delimiter)), ()))
    except csv.Error:
        return 0


def _rows(text: str, delimiter: str, above: int, name: str) -> Iterator[Row]:
    # Strict, or an open quote would silently swallow all that follows.
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    number, line = 0, above
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            problem = Problem("broken-export", line=line + 1)
            raise Refused("assessment", [problem], name) from None
        if cells is None:
            return
        number += 1
        yield Row(number, line + 1, cells)
        line = above + reader.line_num


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")
