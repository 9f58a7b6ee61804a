"""Tables of respondents: a row for each, in some format."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from cd360_cli.framework import Framework
from cd360_cli.respondent_cells import Layout, Reading
from cd360_cli.respondent_rows import Block
from cd360_cli.row_csv import CsvTable, header_of
from cd360_cli.row_file import PIECE, Piece, pieces
from cd360_cli.row_headers import Asked, asked_in
from cd360_cli.row_json import JsonTable, keys_of

_BOM = b"\xef\xbb\xbf"


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
    """A table and its rows. Raises `Refused` where no column asks a question of the framework."""
    start = file.read(PIECE).removeprefix(_BOM)
    if not as_csv:
        table = JsonTable(framework, reading, keys_of(start))
        return table, pieces(file, name, None, start)
    header, delimiter, cells = header_of(start.decode("utf-8", "surrogateescape"), name)
    asked = asked_in(framework, cells, name)
    found = CsvTable(asked, reading, delimiter, header.rstrip("\r\n"))
    rest = start[len(header.encode("utf-8", "surrogateescape")) :]
    return found, pieces(file, name, found.whole, rest, 1 + header.count("\n"))
