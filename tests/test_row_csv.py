"""Tables with delimiters: quick where they are straight, and never wrong where they are not."""

from itertools import product

import pytest

from cd360_cli.row_csv import CsvTable
from cd360_cli.row_file import Piece
from cd360_cli.row_headers import Asked


@pytest.mark.parametrize("width", [1, 2, 3])
def test_every_small_table_is_read_as_its_rows_one_by_one(width: int) -> None:
    """Tables without quotes are cut up as a whole: rows too short or too long must not slip in."""
    headers = [f"column-{n}" for n in range(width)]
    asked = Asked(headers, headers, None)
    table = CsvTable(asked, lambda question, cell: None, ",", ",".join(headers))
    for body in (b for length in range(1, 9) for b in product("a,\n", repeat=length)):
        text = "".join([*body, "\n"])
        if text.startswith("\n") or "\n\n" in text:
            continue  # Empty lines are no rows, and are taken out before.
        rows = [line.split(",") for line in text.splitlines()]
        wrong = {n for n, row in enumerate(rows) if len(row) != width}
        cells = [[""] * width if n in wrong else row for n, row in enumerate(rows)]
        block = table.block(Piece(1, len(rows), 2, text))
        assert {n for n, problem in block.broken.items() if problem.kind == "cell-count"} == wrong
        found = zip(*(block.columns[header] for header in headers), strict=True)
        assert [list(row) for row in found] == cells
