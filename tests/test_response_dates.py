"""The day in a timestamp: the column says whether day or month comes first, or nobody does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cd360_cli.problems import Problem
from cd360_cli.response_dates import date_of, order_of, undecided

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "cell",
    [
        "2026/11/22 9:14:03 AM GMT+1",
        "11/22/2026 9:14:03",
        "11/22/26 9:14",
        "22-11-2026 09:14",
        "22/11/2026 9:14:03",
        "22.11.2026",
        "2026-11-22 09:14:03",
        "2026-11-22T09:14:03.000Z",
        "2026-11-22",
        " '2026-11-22 ",
    ],
)
def test_the_timestamps_of_each_product_are_read(cell: str) -> None:
    """Google's, Microsoft's, LimeSurvey's, and what a spreadsheet makes of them."""
    assert date_of(cell, order_of([cell])) == "2026-11-22"


@pytest.mark.parametrize(
    "cell",
    ["yesterday", "31/31/2026", "2026-02-30", "22-11-2026x", "46348.38", "22 nov. 2026", "7"],
)
def test_what_is_no_date_is_reported(cell: str) -> None:
    """It is named as it was found."""
    found = date_of(cell, "undecided")
    assert isinstance(found, Problem)
    assert (found.kind, found.values["found"]) == ("unreadable-date", cell)


@pytest.mark.parametrize("cell", ["", "   ", "1980-01-01 00:00:00"])
def test_no_date_is_no_problem(cell: str) -> None:
    """An unfinished response has none; LimeSurvey dates anonymous ones 1980."""
    assert date_of(cell, "undecided") == ""


def test_one_decisive_date_decides_for_its_whole_column() -> None:
    """9-11 is the ninth of November where another row has the 22nd in front."""
    for cells, read in (
        (["9-11-2026 9:14", "22-11-2026 9:14"], "2026-11-09"),
        (["9/11/2026 9:14", "11/22/2026 9:14"], "2026-09-11"),
    ):
        assert date_of(cells[0], order_of(cells)) == read


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["12/13/2026"], "month-first"),
        (["13/12/2026"], "day-first"),
        (["12/12/2026", "1/12/2026"], "undecided"),
        (["13/13/2026", "12/1/2026"], "undecided"),
        (["2026-11-22", "", "junk"], "undecided"),
    ],
)
def test_twelve_may_be_a_month_and_thirteen_may_not(cells: list[str], order: str) -> None:
    """What is no date in either order decides nothing."""
    assert order_of(cells) == order


@pytest.mark.parametrize("cell", ["1/2/2026", "2/1/2026", "1/12/2026", "12/1/2026"])
def test_the_first_and_the_last_month_are_months(cell: str) -> None:
    """So that neither is taken for a day where nothing decides."""
    assert undecided(cell, "undecided")
    assert not undecided(cell, "month-first")
    assert date_of("12/13/2026", "undecided") == date_of("13/12/2026", "undecided")
    assert date_of(cell, "month-first") != date_of(cell, "day-first")


@pytest.mark.parametrize("others", [[], ["5/6/2026"], ["13/5/2026", "5/13/2026"], ["junk"]])
def test_a_date_that_nothing_decides_is_left_open(others: list[str]) -> None:
    """Neither a habit nor a locale is guessed; a date that is the same both ways needs no help."""
    order = order_of(["9/11/2026", *others])
    assert undecided("9/11/2026", order)
    assert date_of("9/11/2026", order) == ""
    assert date_of("11/11/2026", order) == "2026-11-11"
    assert date_of("13/5/2026", order) == date_of("5/13/2026", order) == "2026-05-13"


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2099, 12, 31)), min_size=1, max_size=8),
    st.sampled_from(["%d-%m-%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%y %H:%M", "%Y-%m-%d"]),
)
def test_a_date_is_read_as_it_was_written_or_not_at_all(days: list[date], form: str) -> None:
    """Whatever the days in a column, none is read as another day."""
    cells = [day.strftime(form) for day in days]
    order = order_of(cells)
    for day, cell in zip(days, cells, strict=True):
        found = date_of(cell, order)
        assert found in (day.isoformat(), "")
        assert (found == "") == undecided(cell, order)
    decisive = form == "%Y-%m-%d" or any(day.day > 12 for day in days)
    assert not decisive or all(date_of(cell, order) for cell in cells)


@given(st.text(max_size=30))
def test_any_text_is_a_date_nothing_or_a_problem(cell: str) -> None:
    """No timestamp stops an import."""
    found = date_of(cell, order_of([cell]))
    assert isinstance(found, Problem) or found == "" or date.fromisoformat(found)
