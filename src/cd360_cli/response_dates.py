"""The day in a form's timestamp. Whether the day or the month comes first, its column tells."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from cd360_cli.problems import Problem
from cd360_cli.shape import Date

Order = Literal["day-first", "month-first", "undecided"]
"""How the dates of a column that do not begin with the year are written."""

_TIME = r"(?:[T,\s]\s*\d{1,2}[:.]\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}", re.DOTALL)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}|\d{{2}}){_TIME}", re.DOTALL)

_ANONYMOUS = date(1980, 1, 1)
"""LimeSurvey's date for anonymous responses: it stands for none."""


def order_of(cells: Iterable[str]) -> Order:
    """The one order in which all dates of a column are dates, else `undecided`."""
    day_first = month_first = False
    for cell in cells:
        if found := _YEAR_LAST.fullmatch(_bare(cell)):
            one, other = int(found[1]), int(found[2])
            day_first |= one > 12 >= other
            month_first |= other > 12 >= one
    if day_first == month_first:
        return "undecided"
    return "day-first" if day_first else "month-first"


def first_undecided(cells: Iterable[str], order: Order = "undecided") -> str:
    """The first date of a column that may be one of two days, or empty."""
    return next((cell.strip() for cell in cells if undecided(cell, order)), "")


def undecided(cell: str, order: Order) -> bool:
    """Whether a date may be one of two days."""
    found = _YEAR_LAST.fullmatch(_bare(cell)) if order == "undecided" else None
    return found is not None and int(found[1]) != int(found[2]) and _both_may_be_months(found)


def date_of(cell: str, order: Order) -> Date | Problem:
    """The day in a timestamp; empty where it names none, or may be one of two days."""
    text = _bare(cell)
    if not text or undecided(text, order):
        return ""
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(text, found[1], found[2], found[3])
    if found := _YEAR_LAST.fullmatch(text):
        one, other, year = found.groups()
        day_first = order == "day-first" or (order == "undecided" and int(one) > 12)
        day, month = (one, other) if day_first else (other, one)
        return _day(text, year if len(year) == 4 else f"20{year}", month, day)
    return Problem("unreadable-date", values={"found": text})


def _both_may_be_months(found: re.Match[str]) -> bool:
    return 1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 12


def _bare(cell: str) -> str:
    return cell.strip().removeprefix("'").strip()


def _day(text: str, year: str, month: str, day: str) -> Date | Problem:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return Problem("unreadable-date", values={"found": text})
    return "" if found == _ANONYMOUS else found.isoformat()
