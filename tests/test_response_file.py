"""Bytes become rows, whatever encoding, delimiter and line ends; what is no table is refused."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cd360_cli import response_file
from cd360_cli.problems import Refused
from cd360_cli.response_file import MOST_BYTES, Sheet, parse

ROWS = [["Bedrijf", "Één; twee, drie\tvier", "€"], ["Café “A”", 'zei "ja",\nen ging', "–"]]


def written(rows: list[list[str]], delimiter: str, end: str = "\r\n") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def cells(sheet: Sheet) -> list[list[str]]:
    return [sheet.header.cells, *(row.cells for row in sheet.rows)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_a_table_reads_the_same_in_every_dialect(encoding: str, delimiter: str, end: str) -> None:
    """Accents, quotes and quoted line breaks survive; commas inside texts cut nothing."""
    text = written(ROWS, delimiter, end)
    assert cells(parse(text.encode(encoding), "x.csv")) == ROWS


def test_rows_are_numbered_as_a_spreadsheet_does_and_lines_as_an_editor_does() -> None:
    """A quoted line break shifts lines, not rows; empty rows and repeated headers are left out."""
    text = 'a,b\n"1\n2",3\n\n , \na,b\n4,5\n'
    sheet = parse(text.encode(), "x.csv")
    assert (sheet.header.number, sheet.header.line) == (1, 1)
    assert [(row.number, row.line) for row in sheet.rows] == [(2, 2), (6, 7)]


def test_excels_own_first_line_names_the_delimiter() -> None:
    """`sep=;` is neither a header nor a row, but it is a line."""
    sheet = parse("\ufeffsep=;\r\na,b,c;d\r\n1;2\r\n".encode(), "x.csv")
    assert cells(sheet) == [["a,b,c", "d"], ["1", "2"]]
    assert (sheet.header.number, sheet.header.line, sheet.rows[0].line) == (1, 2, 3)


@pytest.mark.parametrize(
    ("content", "kind", "line"),
    [
        (b"", "empty-export", None),
        (b"\n \n,,\n", "empty-export", None),
        (b"PK\x03\x04\x14\x00", "zipped-export", None),
        (b"a,\x00b\n1,2\n", "binary-export", 1),
        (b"a,b\n1,\x81\n", "undecodable-export", None),
        (b'a,b\n1,2\n"3,4\n5,6\n', "broken-export", 3),
        (b'a,b\n1,"x"y\n', "broken-export", 2),
        (b'a,b\n1,"' + b"x" * 200_000 + b'"\n', "broken-export", 2),
        (b"," * 4096 + b"a\n", "too-many-columns", 1),
        (b"a" * (MOST_BYTES + 1), "too-large", None),
    ],
)
def test_what_is_no_table_of_text_is_refused(content: bytes, kind: str, line: int | None) -> None:
    """A workbook, a zip file, binary data, an open quote: one clear problem, with its line."""
    with pytest.raises(Refused) as caught:
        parse(content, "x.csv")
    (problem,) = caught.value.problems
    assert (problem.kind, problem.line, caught.value.source) == (kind, line, "x.csv")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """As any other input is."""
    with pytest.raises(Refused) as caught:
        response_file.load(tmp_path / "none.csv")
    assert caught.value.problems[0].kind == "missing-file"


@given(st.binary(max_size=200) | st.text('a,;"\t\n\r= ', max_size=60).map(str.encode))
def test_any_bytes_are_rows_or_refused(content: bytes) -> None:
    """No file breaks the tool, and no text of it is lost without a word."""
    try:
        sheet = parse(content, "x.csv")
    except Refused:
        return
    assert any(map(str.strip, sheet.header.cells))
    assert all(any(map(str.strip, row.cells)) for row in sheet.rows)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), min_size=3,
                 max_size=3),
        min_size=2, max_size=5, unique_by=tuple,
    ),
    st.sampled_from([",", ";", "\t"]),
)  # fmt: skip
def test_rows_that_were_written_are_read(rows: list[list[str]], delimiter: str) -> None:
    """Any text in a cell comes back as it was."""
    rows = [["Head one", "Head two", "Head three"], *rows]
    text = written(rows, delimiter)
    filled = [row for row in rows if any(map(str.strip, row)) and row != rows[0]]
    assert cells(parse(text.encode(), "x.csv")) == [rows[0], *filled]
