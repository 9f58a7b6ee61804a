"""Files with a respondent on each row, read a piece at a time, however long they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

from cd360_cli.problems import Problem, Refused

PIECE = 1 << 18
"""Bytes read at once."""

_LONGEST = 1 << 23
"""Bytes of the longest row that is read."""

_MOST_LINES = 256
"""Lines that a row may run over before an open quote counts as a mistake."""

NOT_UTF_8 = re.compile("[\udc80-\udcff]")
"""What bytes are read as that are not UTF-8."""

Whole = Callable[[str], bool]
"""Whether a text with quotes is a row by itself."""


class Record(NamedTuple):
    """A row as it stands in the file, from some line on, without the end of its last line."""

    line: int
    text: str


class Piece(NamedTuple):
    """Some rows of a file: the number of the first (from 1), its line, and the text of all.

    `records` are the rows where these are not simply the lines of the text; `end` is how many bytes
    of the file were read up to here.
    """

    first: int
    line: int
    text: str
    end: int
    records: tuple[Record, ...] | None = None

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.text.count("\n") if self.records is None else len(self.records)

    def each(self) -> tuple[Record, ...]:
        """The rows one by one."""
        if self.records is not None:
            return self.records
        return tuple(Record(n, text) for n, text in enumerate(self.text.split("\n")[:-1], self.line))


def pieces(
    file: BinaryIO, name: str, whole: Whole | None, start: bytes = b"", line: int = 1
) -> Iterator[Piece]:
    """The rows of a file, of which the `start` was read before; its first line has number `line`.

    Empty lines are no rows. Quotes can hold the end of a line, if there is a `whole` to tell.
    Raises `Refused` for a row of more than 8 MiB.
    """
    first, end, left = 1, 0, start
    while True:
        more = file.read(PIECE)
        last, data = not more, left + more
        cut = len(data) if last else data.rfind(b"\n") + 1
        text, plain = _decoded(data[:cut])
        left = data[cut:]
        if len(left) > _LONGEST:
            problem = Problem("row-too-long", values={"most": str(_LONGEST >> 20)}, line=line)
            raise Refused("assessment", [problem], name)
        if text:
            piece, unfinished = _piece(first, line, text, whole, plain=plain, last=last)
            left = unfinished.encode("utf-8", "surrogateescape") + left
            end += len(data) - len(left)
            if piece.count:
                yield piece._replace(end=end)
            first += piece.count
            line += text.count("\n") - unfinished.count("\n")
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


def _piece(
    first: int, line: int, text: str, whole: Whole | None, *, plain: bool, last: bool
) -> tuple[Piece, str]:
    """The rows in a text, and the lines at its end of which the row may go on."""
    quoted = whole is not None and '"' in text
    if plain and not quoted and "\n\n" not in text and text[0] != "\n":
        return Piece(first, line, text, 0), ""
    lines = text.split("\n")[:-1]
    records, done = [], 0
    for done, until in _spans(lines, whole if quoted else None, last or len(text) > _LONGEST):
        record = Record(line + done, "\n".join(lines[done:until]))
        if record.text.strip():
            records.append(record)
        done = until
    unfinished = "".join(f"{each}\n" for each in lines[done:])
    return Piece(first, line, text, 0, tuple(records)), unfinished


def _spans(lines: Sequence[str], whole: Whole | None, last: bool) -> Iterator[tuple[int, int]]:
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
