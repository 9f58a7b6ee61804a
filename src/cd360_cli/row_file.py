"""Files with a respondent on each row, read a piece at a time, however long they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cd360_cli.files import trouble
from cd360_cli.problems import Problem, Refused

PIECE = 1 << 18
"""Bytes read at once."""

_LONGEST = 1 << 23
"""Bytes of the longest row that is read."""

_MOST_LINES = 256
"""Lines that a row may run over before an open quote counts as a mistake."""

# Thrice as quick as to ask whether a text has it in it.
_EMPTY_LINE = re.compile("\n\n")

NOT_UTF_8 = re.compile("[\udc80-\udcff]")
"""What bytes are read as that are not UTF-8."""

Whole = Callable[[str], bool]
"""Whether a text with quotes is a row by itself."""


class Record(NamedTuple):
    """A row as it stands in the file, from some line on, without the end of its last line."""

    line: int
    text: str


class Piece(NamedTuple):
    """Some rows of a file: the number of the first (from 1), how many, its line, and their text.

    `records` are the rows where these are not simply the lines of the text; `end` is how many bytes
    of the file were read up to here.
    """

    first: int
    rows: int
    line: int
    text: str
    records: tuple[Record, ...] | None = None
    end: int = 0

    def each(self) -> tuple[Record, ...]:
        """The rows one by one."""
        if self.records is not None:
            return self.records
        lines = self.text.split("\n")[:-1]
        return tuple(Record(n, text) for n, text in enumerate(lines, self.line))


def opened_file(path: Path) -> BinaryIO:
    """A file to read. Raises `Refused` where there is none or it cannot be read."""
    try:
        return path.open("rb")
    except OSError as error:
        problem = trouble(error, "unreadable", "missing-file")
        raise Refused("assessment", [problem], str(path)) from None


def more_of(file: BinaryIO, size: int, name: str) -> bytes:
    """The next bytes of a file, at most so many. Raises `Refused` where it cannot be read on."""
    try:
        return file.read(size)
    except OSError as error:
        problem = trouble(error, "unreadable", "missing-file")
        raise Refused("assessment", [problem], name) from None


def pieces(
    file: BinaryIO, name: str, whole: Whole | None, start: bytes = b"", line: int = 1
) -> Iterator[Piece]:
    """The rows of a file, of which the `start` was read before; its first line has number `line`.

    Empty lines are no rows. Quotes can hold the end of a line, if there is a `whole` to tell.
    Raises `Refused` for a row of more than 8 MiB.
    """
    first, end, left = 1, 0, start
    while True:
        more = more_of(file, PIECE, name)
        last, data = not more, left + more
        cut = len(data) if last else data.rfind(b"\n") + 1
        text, plain = _decoded(data[:cut])
        left = data[cut:]
        if len(left) > _LONGEST:
            problem = Problem("row-too-long", values={"most": str(_LONGEST >> 20)}, line=line)
            raise Refused("assessment", [problem], name)
        if text:
            lines = text.count("\n")
            piece = Piece(first, lines, line, text)
            if not plain or _EMPTY_LINE.search(text) or text[0] == "\n" or (whole and '"' in text):
                piece, unfinished = _apart(piece, whole, last=last or len(text) > _LONGEST)
                left = unfinished.encode("utf-8", "surrogateescape") + left
                lines -= unfinished.count("\n")
            end += len(data) - len(left)
            if piece.rows:
                yield piece._replace(end=end)
            first += piece.rows
            line += lines
        if last:
            return


def _decoded(data: bytes) -> tuple[str, bool]:
    """The text of whole lines, each with a plain end, and whether all of it is UTF-8."""
    try:
        text, plain = data.decode("utf-8"), True
    except UnicodeDecodeError:
        text, plain = data.decode("utf-8", "surrogateescape"), False
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return (text if text.endswith("\n") or not text else text + "\n"), plain


def _apart(piece: Piece, whole: Whole | None, *, last: bool) -> tuple[Piece, str]:
    """The piece with its rows one by one, and the lines at its end of which the row may go on."""
    lines = piece.text.split("\n")[:-1]
    records, done = [], 0
    for start, done in _spans(lines, whole if '"' in piece.text else None, last=last):
        text = "\n".join(lines[start:done])
        if text:
            records.append(Record(piece.line + start, text))
    unfinished = "".join(f"{line}\n" for line in lines[done:])
    return piece._replace(rows=len(records), records=tuple(records)), unfinished


def _spans(lines: Sequence[str], whole: Whole | None, *, last: bool) -> Iterator[tuple[int, int]]:
    """Which lines are a row together, up to one that may go on after them, unless they are the
    last.

    An open quote that closes nowhere near is a mistake in one row: it swallows no other.
    """
    start = 0
    while start < len(lines):
        until = start + 1
        if whole and lines[start].count('"') % 2 and not whole(lines[start]):
            until = _closed(lines, start)
            if until > len(lines) and not last:
                return
            if until > len(lines) or not whole("\n".join(lines[start:until])):
                until = start + 1
        yield start, until
        start = until


def _closed(lines: Sequence[str], start: int) -> int:
    """The line after the one that closes a quote; beyond all lines where it may still come."""
    quotes = 0
    for n, line in enumerate(lines[start : start + _MOST_LINES], start + 1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return n
    return len(lines) + 1 if start + _MOST_LINES > len(lines) else start + 1
