"""What follows from the cells of many respondents, by look-up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from cd360_cli.assessment import Answer
from cd360_cli.problems import Problem

Columns = Mapping[str, Sequence[str]]
"""By question the cells of all rows."""

Answers = Mapping[str, Answer | None]
"""Answers by question, None where there is none."""

Reading = Callable[[str, str], Answer | Problem | None]
"""What a cell answers to a question, named by its id: None where it says nothing."""

V = TypeVar("V")

_MOST_REMEMBERED = 1 << 12
"""Results that a table keeps."""


class Layout(NamedTuple):
    """The questions that a table of respondents has columns for, and how its cells are read."""

    questions: tuple[str, ...]
    reading: Reading

    def asking(self, questions: Iterable[str]) -> tuple[str, ...]:
        """Those of some questions that there are columns for."""
        return tuple(q for q in questions if q in self.questions)


class Table(dict[Any, V], Generic[V]):
    """What `work` makes of the answers to some questions, by their cells.

    Cells that are not understood answer nothing; the keys with any are in `misread`.
    """

    def __init__(
        self, layout: Layout, questions: Sequence[str], work: Callable[[Answers], V]
    ) -> None:
        super().__init__()
        self.questions = questions
        self._reading, self._work = layout.reading, work
        self.misread: set[Any] = set()

    def keys_in(self, columns: Columns, count: int) -> Sequence[Any]:
        """What each row is looked up by: a cell, or several."""
        if len(self.questions) == 1:
            return columns[self.questions[0]]
        return list(zip(*(columns[q] for q in self.questions), strict=True)) or [()] * count

    def values_in(self, columns: Columns, count: int) -> list[V]:
        """What follows for each row."""
        return list(map(self.__getitem__, self.keys_in(columns, count)))

    def look_over(self, columns: Columns, count: int) -> None:
        """Notice cells that are not understood, as looking up what follows would."""
        for key in set(self.keys_in(columns, count)) - self.keys():
            self[key]

    def read(self, key: Any) -> dict[str, Answer | Problem | None]:
        """What the cells of a row answer."""
        cells = (key,) if len(self.questions) == 1 else key
        return {q: self._reading(q, cell) for q, cell in zip(self.questions, cells, strict=True)}

    def __missing__(self, key: Any) -> V:
        read = self.read(key)
        answers = {q: a for q, a in read.items() if not isinstance(a, Problem)}
        value = self._work(answers)
        if len(answers) < len(read):
            # Not remembered: mistakes have no end of spellings, and must be noticed every time.
            self.misread.add(key)
            return value
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[key] = value
        return value


def misread(
    tables: Iterable[Table[Any]], columns: Columns, count: int
) -> dict[int, list[tuple[str, Problem]]]:
    """The rows with cells that are not understood, in order, with these questions and why.

    To be asked once after the cells of all rows were looked up in the tables.
    """
    found: dict[int, dict[str, Problem]] = {}
    for table in tables:
        if table.misread:
            for row, key in enumerate(table.keys_in(columns, count)):
                if key in table.misread:
                    wrong = {q: a for q, a in table.read(key).items() if isinstance(a, Problem)}
                    found.setdefault(row, {}).update(wrong)
            table.misread.clear()
    order = {question: n for n, question in enumerate(columns)}
    return {
        row: sorted(found[row].items(), key=lambda wrong: order[wrong[0]]) for row in sorted(found)
    }
