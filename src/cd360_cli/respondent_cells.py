"""What follows from cells beside each other, by look-up: worked out once for the same cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import comb
from typing import Any, Generic, NamedTuple, TypeVar

from cd360_cli.assessment import MOST_PICKS, Answer
from cd360_cli.framework import RESERVED, Framework, Question
from cd360_cli.problems import Problem

Cells = str | tuple[str, ...]
"""Cells beside each other: as they stand in a line, or each by itself."""

Columns = Sequence[Sequence[Cells]]
"""For each group of cells that are looked up together, those of all rows."""

Answers = Mapping[str, Answer | None]
"""Answers by question, None where there is none."""

Reading = Callable[[str, str], Answer | Problem | None]
"""What a cell answers to a question, named by its id: None where it says nothing."""

V = TypeVar("V")

_MOST_REMEMBERED = 1 << 12
"""Results that a table keeps."""

_MOST_WAYS = {"tension": 1 << 12}
"""Ways to answer a group of questions, by the part of the result that they feed."""

_MOST_WAYS_ELSE = 1 << 10


class Layout(NamedTuple):
    """The questions of each group of cells that are looked up together; what parts the cells."""

    groups: tuple[tuple[str, ...], ...]
    reading: Reading
    separator: str = ","

    def read(self, group: int, cells: Cells) -> dict[str, Answer | Problem | None]:
        """What the cells of a group answer."""
        each = cells.split(self.separator) if isinstance(cells, str) else cells
        return {q: self.reading(q, c) for q, c in zip(self.groups[group], each, strict=True)}

    def asking(self, questions: Iterable[str]) -> tuple[int, ...]:
        """The groups with any of some questions."""
        wanted = set(questions)
        return tuple(n for n, asked in enumerate(self.groups) if not wanted.isdisjoint(asked))


class Table(dict[Any, V], Generic[V]):
    """What `work` makes of the answers in some groups, by their cells.

    Cells that are not understood answer nothing; the keys with any are in `misread`.
    """

    def __init__(self, layout: Layout, groups: Sequence[int], work: Callable[[Answers], V]) -> None:
        super().__init__()
        self.groups = groups
        self._layout, self._work = layout, work
        self.misread: set[Any] = set()

    def keys_in(self, columns: Columns, count: int) -> Sequence[Any]:
        """What each row is looked up by."""
        if len(self.groups) == 1:
            return columns[self.groups[0]]
        return list(zip(*(columns[g] for g in self.groups), strict=True)) or [()] * count

    def values_in(self, columns: Columns, count: int) -> list[V]:
        """What follows for each row."""
        return list(map(self.__getitem__, self.keys_in(columns, count)))

    def __missing__(self, key: Any) -> V:
        cells = (key,) if len(self.groups) == 1 else key
        read: dict[str, Answer | Problem | None] = {}
        for group, together in zip(self.groups, cells, strict=True):
            read |= self._layout.read(group, together)
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
    layout: Layout, tables: Iterable[Table[Any]], columns: Columns, count: int
) -> dict[int, list[tuple[str, Problem]]]:
    """The rows with cells that are not understood, in order, with these questions and why.

    To be asked once after the cells of all rows were looked up in the tables.
    """
    groups: dict[int, set[int]] = {}
    for table in tables:
        if table.misread:
            for row, key in enumerate(table.keys_in(columns, count)):
                if key in table.misread:
                    groups.setdefault(row, set()).update(table.groups)
            table.misread.clear()
    return {
        row: [
            (question, answer)
            for group in sorted(groups[row])
            for question, answer in layout.read(group, columns[group][row]).items()
            if isinstance(answer, Problem)
        ]
        for row in sorted(groups)
    }


def together(framework: Framework, questions: Sequence[str | None]) -> list[range]:
    """The columns to look up together, from what each column asks; None is no question.

    They stand beside each other, feed the same part of the result, and can be answered in few
    enough ways to remember them all.
    """
    asked = {question.id: question for question in framework.questions}
    parts = _parts(framework)
    found = []
    for part, run in groupby(range(len(questions)), key=lambda n: parts.get(questions[n] or "")):
        if part is not None:
            most = _MOST_WAYS.get(part, _MOST_WAYS_ELSE)
            found += list(_cut([(n, _ways(asked[questions[n] or ""])) for n in run], most))
    return found


def _parts(framework: Framework) -> dict[str, str]:
    """The part of the result that each question feeds."""
    measures = {block.id: block.measures for block in framework.blocks}
    parts = {q.id: measures[q.block] or "" for q in framework.questions}
    return {q: part if part in ("", "step", "tension") else "other" for q, part in parts.items()}


def _ways(question: Question) -> int:
    """In how many ways a question can be answered, or not."""
    pairs = comb(len(question.options), MOST_PICKS)
    return len(question.choices) + pairs + len(RESERVED) + 1


def _cut(columns: Sequence[tuple[int, int]], most: int) -> Iterator[range]:
    start, ways = columns[0][0], 1
    for n, more in columns:
        if n > start and ways * more > most:
            yield range(start, n)
            start, ways = n, 1
        ways *= more
    yield range(start, columns[-1][0] + 1)
