"""Tables of respondents: a row for each, in some format."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused
from cd360_cli.respondent_cells import Layout, Reading
from cd360_cli.respondent_rows import Block
from cd360_cli.row_csv import CsvTable, header_of
from cd360_cli.row_file import PIECE, Piece, more_of, pieces
from cd360_cli.row_headers import Asked, asked_in
from cd360_cli.row_json import JsonTable, keys_of


class Table(Protocol):
    """A table of respondents in some format.

    `header` is what stands above its rows, `delimiter` what parts cells: nothing where each has a
    name of its own.
    """

    header: str
    delimiter: str
    asked: Asked
    layout: Layout

    def block(self, piece: Piece) -> Block:
        """The respondents in some rows of the file."""


def opened(
    file: BinaryIO, name: str, framework: Framework, reading: Reading, *, as_csv: bool
) -> tuple[Table, Iterator[Piece]]:
    """A table and its rows.

    Raises `Refused` where no column asks a question of the framework, and where the text is UTF-16
    or its lines end as on old Macs: all of it would be one broken row.
    """
    start = more_of(file, PIECE, name).removeprefix(BOM_UTF8)
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise Refused("assessment", [Problem("not-utf-8", line=1)], name)
    if b"\r" in start and b"\n" not in start:
        raise Refused("assessment", [Problem("mac-lines", line=1)], name)
    if not as_csv:
        table = JsonTable(framework, reading, keys_of(start))
        return table, pieces(file, name, None, start)
    header, delimiter, cells = header_of(start.decode("utf-8", "surrogateescape"), name)
    asked = asked_in(framework, cells, name)
    found = CsvTable(asked, reading, delimiter, header.rstrip("\r\n"))
    rest = start[len(header.encode("utf-8", "surrogateescape")) :]
    return found, pieces(file, name, found.whole, rest, 1 + header.count("\n"))
