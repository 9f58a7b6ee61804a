"""What many respondents come to together: verdicts, strategies, answers to each question."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from itertools import combinations
from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, MOST_PICKS, NOT_APPLICABLE, Answer
from cd360_cli.consensus import Consensus, consensus_of
from cd360_cli.framework import Framework, Question
from cd360_cli.respondent_cells import Answers, Layout, Table, misread
from cd360_cli.respondent_rows import Block
from cd360_cli.respondent_verdict import Verdicts
from cd360_cli.verdict import Verdict

_BITS = 40
"""Of a field that counts answers: room for more than there are people."""

_OPEN = ()
"""The picks of who gave no answer."""

Picks = tuple[str, ...]


class Counted(NamedTuple):
    """Counts over some rows, to be added up.

    `answers` hold, by question, how often each answer was given: a field for each.
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
    """What respondents come to together; `scored` of the `rows` were understood.

    The consensus says nothing of the order of the strategies.
    """

    rows: int
    scored: int
    verdicts: Mapping[Verdict, int]
    strategies: Mapping[str, int]
    """How often each is recommended."""
    questions: tuple[Asked, ...]
    consensus: Consensus


class Counts:
    """Counts the respondents in a table with some layout."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._framework, self._layout = framework, layout
        self._verdicts = Verdicts(framework, layout)
        self._ways = {q.id: tuple(_ways(q)) for q in framework.questions}
        self._places = {
            id: {frozenset(picks): n for n, picks in enumerate(ways)}
            for id, ways in self._ways.items()
        }
        self._tables: list[Table[int]] = [
            Table(layout, (question,), partial(self._number, question))
            for question in layout.questions
        ]

    def counted(self, block: Block) -> Counted:
        """Counts over the rows that are understood."""
        count = len(block.respondents)
        numbers = [table.values_in(block.columns, count) for table in self._tables]
        left_out = {*block.broken, *misread(self._tables, block.columns)}
        rows = [row for row in range(count) if row not in left_out]
        columns = block.columns
        if left_out:
            columns = {q: [column[row] for row in rows] for q, column in columns.items()}
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
        totals = zip(self._layout.questions, counted.answers, strict=True)
        found = {question: self._read(question, total) for question, total in totals}
        return Summary(
            rows,
            counted.rows,
            {v: verdicts[v] for v in ("clear", "leaning", "undecided", "insufficient")},
            {id: strategies[n] for n, id in enumerate(ids)},
            tuple(_asked(q, found[q.id]) for q in self._framework.asked if q.id in found),
            consensus_of(self._framework, {q: _known(counts) for q, counts in found.items()}),
        )

    def nobody(self) -> Counted:
        """Counts over no rows."""
        return Counted(0, Counter(), (0,) * len(self._layout.questions))

    def _number(self, question: str, answers: Answers) -> int:
        """One more of an answer, in its field; of one that is not understood 0."""
        if question not in answers:
            return 0
        answer = answers[question]
        return 1 << self._places[question][frozenset(answer.picks if answer else _OPEN)] * _BITS

    def _read(self, question: str, total: int) -> Counter[Picks]:
        """How often each answer was given."""
        counts = Counter[Picks]()
        for picks in self._ways[question]:
            counts[picks] = total & (1 << _BITS) - 1
            total >>= _BITS
        return counts


def _ways(question: Question) -> Iterator[Picks]:
    """Every answer to a question, of two options in whatever order; the last is none."""
    yield from ((choice,) for choice in question.choices)
    yield from combinations((option.id for option in question.options), MOST_PICKS)
    yield from ((DONT_KNOW,), (NOT_APPLICABLE,), _OPEN)


def _known(counts: Counter[Picks]) -> Counter[Picks]:
    """How often each answer was given that says something."""
    return Counter({p: n for p, n in counts.items() if n and p and Answer(p).known})


def _asked(question: Question, counts: Counter[Picks]) -> Asked:
    known = _known(counts)
    named = dict.fromkeys(question.choices, 0)
    for picks, times in known.items():
        for pick in picks:
            named[pick] += times * MOST_PICKS // len(picks)
    answered, most = known.total(), max(named.values())
    return Asked(
        question.id,
        answered,
        counts[DONT_KNOW,],
        counts[NOT_APPLICABLE,],
        counts[_OPEN],
        tuple(choice for choice, times in named.items() if times == most and most),
        Fraction(most, MOST_PICKS * answered) if answered else None,
    )
