"""However a table is quoted, and wherever reading it pauses, its rows are those of the table."""

import csv
import io
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
