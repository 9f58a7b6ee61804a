"""However a table is quoted, and wherever reading it pauses, its rows are those of the table."""

import csv
import io
from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import made

from cd360_cli import row_file
from cd360_cli.problems import Refused
from cd360_cli.respondent_reading import reading_of
from cd360_cli.row_table import opened

FRAMEWORK = made(strategies=2, questions=(2,), weights=(1,))
ASKED = FRAMEWORK.asked[0]
names = st.text(st.sampled_from('ab é",;\n\t'), max_size=8)


def read(data: bytes, piece: int, *, as_csv: bool = True) -> tuple[list[str], list[str]]:
    """Who answered, and what is wrong, reading so many bytes at once."""
    respondents: list[str] = []
    problems: list[str] = []
    with patch.object(row_file, "PIECE", piece):
        table, pieces = opened(
            io.BytesIO(data), "table", FRAMEWORK, reading_of(FRAMEWORK), as_csv=as_csv
        )
        for each in pieces:
            assert each.first == len(respondents) + 1
            block = table.block(each)
            assert len(block.respondents) == each.rows
            respondents += block.respondents
            problems += [problem.kind for problem in block.broken.values()]
    return respondents, problems


@given(
    st.lists(names), st.integers(1, 40), st.sampled_from(",;\t"), st.sampled_from(("\n", "\r\n"))
)
def test_rows_are_those_that_were_written(
    respondents: list[str], piece: int, delimiter: str, end: str
) -> None:
    """Quotes, delimiters and line ends in cells; any delimiter, line end and pause."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end)
    writer.writerow(["respondent", ASKED.id, "else"])
    writer.writerows([name, "", "x"] for name in respondents)
    data = stream.getvalue().encode()
    assert read(data, piece) == (respondents, [])
    assert read(b"\xef\xbb\xbf" + data.rstrip(end.encode()), piece) == (respondents, [])


@given(st.integers(1, 200), st.sampled_from(('"b', '"b" c', '"b"c"', "b,c", "b\xff", 'b"')))
def test_a_broken_row_breaks_no_other(piece: int, odd: str) -> None:
    """Above all a quote that is never closed, which could swallow all rows after it."""
    lines = ["respondent," + ASKED.id, "a,", f"{odd},", *(f"r{n}," for n in range(30)), ""]
    respondents, problems = read("\n".join(lines).encode("latin-1"), piece)
    assert [respondents[0], *respondents[2:]] == ["a", *(f"r{n}" for n in range(30))]
    assert len(problems) == (odd != 'b"')  # A quote inside a bare cell is a quote.


@given(st.lists(st.text(max_size=8)), st.integers(1, 40))
def test_an_object_a_line_is_read_whatever_is_in_it(respondents: list[str], piece: int) -> None:
    """JSON escapes line ends, so a line is always a row; empty lines are none."""
    import json

    lines = [json.dumps({"respondent": name, ASKED.id: None}) + "\n\n" for name in respondents]
    assert read("".join(lines).encode(), piece, as_csv=False) == (respondents, [])


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("", "no-rows"),
        ("respondent,else\n", "no-question-column"),
        (f"{ASKED.id},{ASKED.id}\n", "column-twice"),
        (f"respondent,{ASKED.ask.say('nl')}\n", "no-question-column"),  # All ask the same here.
    ],
)
def test_headers_that_cannot_be_are_refused(header: str, kind: str) -> None:
    """Before any row is scored."""
    with pytest.raises(Refused) as refused:
        read(header.encode(), 100)
    assert [problem.kind for problem in refused.value.problems] == [kind]


TABLE = f'respondent,{ASKED.id}\n"Ann, A",o-apple\nBo,o-berry\n'
OBJECTS = "".join(
    f'{{"respondent":"{name}","{ASKED.id}":"o-apple"}}\n' for name in ("Ann, A", "Bo")
)


@pytest.mark.parametrize("as_csv", [True, False])
@pytest.mark.parametrize("piece", [1, 7, 1000])
@pytest.mark.parametrize(
    "dialect",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r\n", 2),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("\n", "\r\n\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("Bo", '"Bo"') if ASKED.id + "\n" in text else text,
    ],
    ids=("Windows", "BOM", "BOM, Windows", "mixed", "empty lines", "the same", "no end", "quotes"),
)
def test_a_table_reads_the_same_however_its_lines_end(
    dialect: Callable[[str], str], piece: int, as_csv: bool
) -> None:
    """As spreadsheets and form products write them; nobody is told that names are ignored."""
    text = dialect(TABLE if as_csv else OBJECTS)
    assert read(text.encode(), piece, as_csv=as_csv) == (["Ann, A", "Bo"], [])
    file = io.BytesIO(text.encode())
    table, _ = opened(file, "table", FRAMEWORK, reading_of(FRAMEWORK), as_csv=as_csv)
    assert table.asked.ignored == []


@pytest.mark.parametrize("as_csv", [True, False])
@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (TABLE.replace("\n", "\r").encode(), "mac-lines"),
        (OBJECTS.replace("\n", "\r").encode(), "mac-lines"),
        (TABLE.encode("utf-16"), "not-utf-8"),
        (b"\xfe\xff" + OBJECTS.encode("utf-16-be"), "not-utf-8"),
    ],
)
def test_lines_of_old_macs_and_utf_16_are_refused_by_name(
    content: bytes, kind: str, as_csv: bool
) -> None:
    """Rather than as one row with far too many cells."""
    with pytest.raises(Refused) as refused:
        read(content, 100, as_csv=as_csv)
    assert [problem.kind for problem in refused.value.problems] == [kind]


@pytest.mark.parametrize("odd", ["a\0,b", "Bo\0", "\0", "\x1a", "Bo,o-apple\rCas,o-apple"])
def test_a_stray_sign_spoils_no_other_row(odd: str) -> None:
    """NUL, the end-of-file of DOS and a lone CR stay in the row where they are."""
    found, problems = read(f"{TABLE}{odd}\nEve,o-apple\n".encode(), 100)
    assert (found[:2], found[-1], len(found)) == (["Ann, A", "Bo"], "Eve", 4)
    assert len(problems) <= 1
