"""Columns whose codes count from another number than the questionnaire does: not to be trusted."""

import re
from collections.abc import Iterator, Sequence

from cd360_cli.problems import Problem
from cd360_cli.response_words import plain
from cd360_cli.responses import Column, Matched

_CODE = re.compile(r"(a|ao|sq)?(\d{1,3})(?:\.0)?")
"""A number, as a spreadsheet may write it, or a code that LimeSurvey makes of one."""


def trusted(matched: Matched, rows: Sequence[Sequence[str]]) -> Matched:
    """The same without the columns whose codes may mean other answers, which become problems.

    Levels count from 0, options and positions from 1. A form's author may have counted otherwise;
    then most codes stand for the answer beside the right one, and look sound. One cell that another
    count explains therefore speaks against the codes of all questions of that kind: 5 where levels
    end at 4, 0 for an option, or LimeSurvey's A5 where there are four, as the first may have been
    something else there. A problem's place holds that cell's column too.
    """
    against: dict[str, tuple[int, str]] = {}
    coded = [column for column in matched.columns if not column.pick]
    coded = [column for column in coded if any(_codes(column, rows))]
    for column in coded:
        odd = [cell for cell, codes in _codes(column, rows) if _beside(column) & codes]
        if odd:
            against.setdefault(column.table.kind, (column.at, odd[0]))
    doubtful = [column for column in coded if column.table.kind in against]
    problems = [_problem(column, *against[column.table.kind]) for column in doubtful]
    return matched._replace(
        columns=tuple(column for column in matched.columns if column not in doubtful),
        problems=(*matched.problems, *problems),
    )


def _codes(column: Column, rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, set[str]]]:
    """The different cells of a column that hold nothing but codes, with those codes.

    A code is its number, after an `A` where LimeSurvey made it.
    """
    for cell in dict.fromkeys(row[column.at] for row in rows if column.at < len(row)):
        words = plain(cell)
        found = [_CODE.fullmatch(word) for word in words.split()]
        codes = [f"{'A' if code[1] else ''}{int(code[2])}" for code in found if code]
        if codes and len(codes) == len(found) and words not in column.table.texts:
            yield cell.strip(), set(codes)


def _beside(column: Column) -> set[str]:
    """The codes that are none here, and would be the first or the last in another count."""
    least, after = column.table.numbers[0], int(column.table.numbers[-1]) + 1
    return {f"{after}", f"A{after}"} if least == "0" else {"0", "A0", f"A{after}"}


def _problem(column: Column, at: int, found: str) -> Problem:
    numbers = column.table.numbers
    values = {"found": found, "least": numbers[0], "most": numbers[-1]}
    return Problem("shifted-codes", (column.at, at), values)
