"""Cells that are not spelled as the SQL spells answers: what they say, as every reader has it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cd360_cli.problems import Problem
from cd360_cli.respondent_cells import Reading
from cd360_cli.sql_answers import JOINED, KIND, Odd, Term


class Reread(NamedTuple):
    """What the odd cells of some rows say, and how many of the rows have one that says nothing."""

    odd: Odd
    misread: int


def reread(reading: Reading, terms: Mapping[str, Term], rows: Iterable[Sequence[str]]) -> Reread:
    """Rows read again, each with the cells of `terms` in order."""
    found: dict[tuple[str, str], str | Problem] = {}
    misread = 0
    for row in rows:
        wrong = False
        for (question, term), cell in zip(terms.items(), row, strict=True):
            if cell not in term.cells:
                if (question, cell) not in found:
                    found[question, cell] = _spelled(reading, question, cell)
                wrong |= isinstance(found[question, cell], Problem)
        misread += wrong
    spelled: dict[str, dict[str, str]] = {}
    kinds: dict[str, dict[str, str]] = {}
    for (question, cell), said in found.items():
        if not isinstance(said, Problem):
            spelled.setdefault(question, {})[cell] = said
        elif said.kind != KIND:
            kinds.setdefault(question, {})[cell] = said.kind
    return Reread(Odd(spelled, kinds), misread)


def _spelled(reading: Reading, question: str, cell: str) -> str | Problem:
    answer = reading(question, cell)
    if isinstance(answer, Problem):
        return answer
    return JOINED.join(answer.picks) if answer else ""
