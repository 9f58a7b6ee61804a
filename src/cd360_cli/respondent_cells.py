"""What follows from the cells of many respondents, by look-up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import getitem
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
"""Cells that a table keeps, after the same ones before."""


class Layout(NamedTuple):
    """The questions that a table of respondents has columns for, and how its cells are read."""

    questions: tuple[str, ...]
    reading: Reading

    def asking(self, questions: Iterable[str]) -> tuple[str, ...]:
        """Those of some questions that there are columns for."""
        return tuple(q for q in questions if q in self.questions)


class Table(Generic[V]):
    """What `work` makes of the answers to some questions, by their cells.

    Cells that are not understood answer nothing; those with any, together, are in `misread`.
    """

    def __init__(
        self, layout: Layout, questions: Sequence[str], work: Callable[[Answers], V]
    ) -> None:
        self.questions = questions
        self.misread: set[tuple[str, ...]] = set()
        self._reading, self._work = layout.reading, work
        self._start = _Branch(self, ())

    def values_in(self, columns: Columns, count: int) -> list[V]:
        """What follows for each row."""
        if not self.questions:
            return [self._work({})] * count
        first, *others = (columns[question] for question in self.questions)
        found: Iterable[Any] = map(self._start.__getitem__, first)
        for cells in others:
            found = map(getitem, found, cells)
        return list(found)

    def look_over(self, columns: Columns) -> None:
        """Notice cells of a single question that are not understood, as `values_in` would."""
        for cell in set(columns[self.questions[0]]) - self._start.keys():
            self._start[cell]

    def read(self, cells: Sequence[str]) -> dict[str, Answer | Problem | None]:
        """What the cells of a row answer."""
        return {q: self._reading(q, cell) for q, cell in zip(self.questions, cells, strict=True)}

    def worked_out(self, cells: tuple[str, ...]) -> tuple[V, bool]:
        """What follows from cells, and whether to remember that.

        Mistakes are not: they have no end of spellings, and must be noticed every time.
        """
        read = self.read(cells)
        answers = {q: a for q, a in read.items() if not isinstance(a, Problem)}
        understood = len(answers) == len(read)
        if not understood:
            self.misread.add(cells)
        return self._work(answers), understood


class _Branch(dict[str, Any]):
    """What follows from a cell after others: a value, or what to look the next cell up in."""

    def __init__(self, table: Table[Any], before: tuple[str, ...]) -> None:
        super().__init__()
        self._table, self._before = table, before

    def __missing__(self, cell: str) -> Any:
        cells, keep = (*self._before, cell), True
        found: Any = _Branch(self._table, cells)
        if len(cells) == len(self._table.questions):
            found, keep = self._table.worked_out(cells)
        if keep:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[cell] = found
        return found


def misread(tables: Iterable[Table[Any]], columns: Columns) -> dict[int, list[tuple[str, Problem]]]:
    """The rows with cells that are not understood, in order, with these questions and why.

    To be asked once after the cells of all rows were looked up in the tables.
    """
    found: dict[int, dict[str, Problem]] = {}
    for table in tables:
        if table.misread:
            for row, cells in enumerate(
                zip(*map(columns.__getitem__, table.questions), strict=True)
            ):
                if cells in table.misread:
                    wrong = {q: a for q, a in table.read(cells).items() if isinstance(a, Problem)}
                    found.setdefault(row, {}).update(wrong)
            table.misread.clear()
    order = {question: n for n, question in enumerate(columns)}
    return {
        row: sorted(found[row].items(), key=lambda wrong: order[wrong[0]]) for row in sorted(found)
    }
