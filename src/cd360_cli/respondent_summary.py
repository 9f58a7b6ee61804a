"""What many respondents come to together: verdicts, strategies, answers to each question."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, MOST_PICKS, NOT_APPLICABLE, Answer
from cd360_cli.framework import Framework
from cd360_cli.respondent_cells import Answers, Layout, Table, misread
from cd360_cli.respondent_rows import Block
from cd360_cli.respondent_verdict import Verdicts
from cd360_cli.verdict import Verdict

_BITS = 48
"""Of a field that counts answers: room for twice as many as there are people."""

_MARKS = ("answered", DONT_KNOW, NOT_APPLICABLE, "open")
"""What is counted of a question beside its choices."""


class Counted(NamedTuple):
    """Counts over some rows, to be added up.

    `answers` hold, by group of cells, the counts of every question: a field for each.
    """

    rows: int
    outcomes: Counter[tuple[Verdict, int | None]]
    answers: tuple[int, ...]

    def plus(self, other: "Counted") -> "Counted":
        """Counts over these rows and others."""
        answers = map(sum, zip(self.answers, other.answers, strict=True))
        return Counted(self.rows + other.rows, self.outcomes + other.outcomes, tuple(answers))


class Asked(NamedTuple):
    """How a question was answered: respondents by what they said.

    `commonest` are the choices named most often, `share` (0-1) their part of what was answered,
    where two choices in one answer count half each; None where nobody answered.
    """

    question: str
    answered: int
    dont_know: int
    not_applicable: int
    open: int
    commonest: tuple[str, ...]
    share: Fraction | None

    @property
    def unknown(self) -> Fraction | None:
        """The part (0-1) of those to whom it applies that did not answer it."""
        applies = self.answered + self.dont_know + self.open
        return Fraction(self.dont_know + self.open, applies) if applies else None


class Summary(NamedTuple):
    """What respondents come to together; `scored` of the `rows` were understood."""

    rows: int
    scored: int
    verdicts: Mapping[Verdict, int]
    strategies: Mapping[str, int]
    """How often each is recommended."""
    questions: tuple[Asked, ...]


class Counts:
    """Counts the respondents in a table with some layout."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._framework, self._layout = framework, layout
        self._verdicts = Verdicts(framework, layout)
        self._choices = {q.id: tuple(q.choices) for q in framework.questions}
        self._tables: list[Table[int]] = [
            Table(layout, (group,), self._number) for group in range(len(layout.groups))
        ]

    def counted(self, block: Block) -> Counted:
        """Counts over the rows that are understood."""
        count = len(block.respondents)
        numbers = [table.values_in(block.columns, count) for table in self._tables]
        left_out = {*block.broken, *misread(self._layout, self._tables, block.columns, count)}
        rows = [row for row in range(count) if row not in left_out]
        columns = block.columns
        if left_out:
            columns = [[column[row] for row in rows] for column in columns]
            numbers = [[column[row] for row in rows] for column in numbers]
        judged = self._verdicts.judged(columns, len(rows)).judgements if rows else []
        outcomes = Counter(
            (verdict, named[0] if verdict in ("clear", "leaning") else None)
            for verdict, named, _, _ in judged
        )
        return Counted(len(rows), outcomes, tuple(map(sum, numbers)))

    def summary(self, rows: int, counted: Counted) -> Summary:
        """What counts over all rows come to."""
        verdicts: Counter[Verdict] = Counter()
        strategies: Counter[int | None] = Counter()
        for (verdict, strategy), times in counted.outcomes.items():
            verdicts[verdict] += times
            strategies[strategy] += times
        ids = [strategy.id for strategy in self._framework.strategies]
        asked = {
            question: self._asked(question, counts)
            for group, total in zip(self._layout.groups, counted.answers, strict=True)
            for question, counts in self._read(group, total)
        }
        questions = [asked[q.id] for q in self._framework.asked if q.id in asked]
        return Summary(
            rows,
            counted.rows,
            {v: verdicts[v] for v in ("clear", "leaning", "undecided", "insufficient")},
            {id: strategies[n] for n, id in enumerate(ids)},
            tuple(questions),
        )

    def nobody(self) -> Counted:
        """Counts over no rows."""
        return Counted(0, Counter(), (0,) * len(self._layout.groups))

    def _number(self, answers: Answers) -> int:
        """The answers of one respondent, each counted in its field."""
        number = start = 0
        for question, answer in answers.items():
            choices = self._choices[question]
            for n in self._fields(choices, answer):
                number += 1 << start + n * _BITS
            start += (len(choices) + len(_MARKS)) * _BITS
        return number

    def _fields(self, choices: Sequence[str], answer: Answer | None) -> list[int]:
        """Where an answer counts: first the choices, twice where only one was made, then marks."""
        if answer is None:
            return [len(choices) + _MARKS.index("open")]
        if not answer.known:
            return [len(choices) + _MARKS.index(answer.picks[0])]
        picks = [choices.index(pick) for pick in answer.picks]
        return [*picks * (MOST_PICKS // len(picks)), len(choices) + _MARKS.index("answered")]

    def _read(self, group: Sequence[str], total: int) -> Iterator[tuple[str, list[int]]]:
        """The counts of each question in a group."""
        for question in group:
            size = len(self._choices[question]) + len(_MARKS)
            yield question, [total >> n * _BITS & (1 << _BITS) - 1 for n in range(size)]
            total >>= size * _BITS

    def _asked(self, question: str, counts: Sequence[int]) -> Asked:
        choices = self._choices[question]
        named = counts[: len(choices)]
        answered, dont_know, not_applicable, open = counts[len(choices) :]
        most = max(named)
        return Asked(
            question,
            answered,
            dont_know,
            not_applicable,
            open,
            tuple(c for c, n in zip(choices, named, strict=True) if n == most and most),
            Fraction(most, MOST_PICKS * answered) if answered else None,
        )
