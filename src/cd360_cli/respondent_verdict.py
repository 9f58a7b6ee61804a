"""The verdicts on many respondents: equal to what `verdict` and `robustness` make of each."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import and_, getitem
from typing import NamedTuple

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.remembered import Remembered
from cd360_cli.respondent_cells import Answers, Columns, Layout, Table
from cd360_cli.respondent_points import PointNumbers, Worth
from cd360_cli.verdict import Verdict, verdict_of

_NEVER = 1 << 62
"""Answers to flip where no number of them is enough."""

_MOST_WORTHS = 1 << 10
_MOST_RACES = 1 << 13

_Race = tuple[tuple[int, ...], int | None, int]
"""Candidates, the leader first, the runner-up, and the fewest answers to flip before any rival
draws level.
"""

Judgement = tuple[Verdict, tuple[int, ...], int | None, int | None]
"""Verdict, candidates, runner-up and answers to flip; strategies by position in the framework."""


class Judged(NamedTuple):
    """What each row comes to: the verdict, the points by strategy to the scale of their worth."""

    judgements: list[Judgement]
    points: list[Sequence[int]]
    worths: list[int]
    """By row what its points are worth, as a number that `Verdicts.worth` knows."""


class Verdicts:
    """What follows from answers to the strategy questions."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._limits = framework.limits
        self._asked = [question.id for _, question in framework.strategy_questions]
        self._enough = -(-framework.limits.coverage * len(self._asked) // 100)
        self._numbers = PointNumbers(framework)
        self.worth = Remembered(self._numbers.worth, _MOST_WORTHS)
        self._sure = Remembered(self._judge_sure, _MOST_RACES)
        self._every = range(len(framework.strategies))
        known, missing = layout.asking(self._asked), set(self._asked) - set(layout.questions)
        number, unknown = self._numbers.number, self._numbers.unknown
        self.tables = [Table(layout, (q,), partial(_of_one, number, q)) for q in known]
        """The tables in which the cells of every row are looked up."""
        self._unknown = [Table(layout, (q,), partial(_of_one, unknown, q)) for q in known]
        self._missing = sum(number(question, None) for question in missing)
        self._missing_unknown = sum(unknown(question, None) for question in missing)

    def judged(self, columns: Columns, count: int) -> Judged:
        """What each row comes to."""
        each = [table.values_in(columns, count) for table in self.tables]
        totals = list(map(sum, zip(*each, repeat(self._missing, count), strict=True)))
        numbers = list(map(and_, totals, repeat(self._numbers.worth_mask)))
        worths = list(map(self.worth.__getitem__, numbers))
        points = self._weighed(totals, worths)
        races = list(map(self._race, totals, points, worths))
        judgements = list(map(self._sure.__getitem__, races))
        for row in self._unsure(races, worths):
            unknown = self._unknown_in(columns, row)
            judgements[row] = self._judge(races[row], points[row], worths[row], unknown)
        return Judged(judgements, points, numbers)

    def _weighed(self, totals: Sequence[int], worths: Sequence[Worth]) -> list[Sequence[int]]:
        """For each sum the points by strategy."""
        split, mask = self._numbers.split, self._numbers.points_mask
        points = []
        for total, worth in zip(totals, worths, strict=True):
            weighed = 0
            for place, times in worth[2]:
                weighed += (total >> place & mask) * times
            points.append(split(weighed))
        return points

    def _race(self, total: int, points: Sequence[int], worth: Worth) -> _Race:
        """Who leads with these points, and how far ahead."""
        leader, second, *others = order = sorted(self._every, key=points.__getitem__, reverse=True)
        best, leaning = points[leader], self._limits.leaning
        starts, fields, widest = self._numbers.between[leader], worth.swings, worth.widest
        named: tuple[int, ...] = (leader,)
        least = within = _NEVER
        for rival in order[1:]:
            margin = best - points[rival]
            # Whoever is farther behind needs more answers than whoever was looked at, or counts.
            if margin > within:
                break
            few = _fewest(margin, total >> starts[rival], fields)
            if few < least:
                least = few
            if few < leaning:
                named += (rival,)
            within = ((least if least > leaning else leaning) - 1) * widest
        alone = best > points[second] and not (others and points[others[0]] == points[second])
        return named, second if alone else None, least

    def _unsure(self, races: Sequence[_Race], worths: Sequence[Worth]) -> list[int]:
        """The rows of which a race alone does not tell the verdict.

        Unknown answers can undo a clear lead only where changing as many would do so too.
        """
        enough, clear = self._enough, self._limits.clear
        return [
            row
            for row, ((_, _, least), worth) in enumerate(zip(races, worths, strict=True))
            if worth[0] < enough or clear <= least <= worth[1] - worth[0]
        ]

    def _judge_sure(self, race: _Race) -> Judgement:
        """Where no unknown answer can touch the verdict, as with nearly all respondents."""
        named, runner_up, least = race
        found = verdict_of(self._limits, least, settled=True)
        return found, named, runner_up, None if least == _NEVER else least

    def _judge(self, race: _Race, points: Sequence[int], worth: Worth, unknown: int) -> Judgement:
        """Where many answers are still unknown, and could let a rival draw level."""
        near, runner_up, least = race
        open = set(self._open(near[0], points, worth, unknown))
        found = self._verdict(least, worth.answered, settled=not open)
        named = near
        if found in ("clear", "leaning"):
            named = near[:1]
        elif found == "insufficient":
            named = tuple(
                sorted({*near, *open}, key=lambda strategy: (-points[strategy], strategy))
            )
        return found, named, runner_up, None if least == _NEVER else least

    def _open(
        self, leader: int, points: Sequence[int], worth: Worth, unknown: int
    ) -> Iterator[int]:
        """The rivals that unknown answers could let draw level."""
        for rival in self._every:
            swings = unknown >> self._numbers.between[leader][rival]
            widths = ((swings >> at & mask) * width for at, mask, width in worth.swings)
            if rival != leader and unknown and sum(widths) >= points[leader] - points[rival]:
                yield rival

    def _verdict(self, least: int, answered: int, *, settled: bool) -> Verdict:
        """As `verdict.verdict`: half of the answers are enough where they decide."""
        decided = 2 * answered >= len(self._asked) and settled and least > 0
        if answered < self._enough and not decided:
            return "insufficient"
        return verdict_of(self._limits, least, settled=settled)

    def _unknown_in(self, columns: Columns, row: int) -> int:
        """The swings of the answers in a row that are unknown."""
        cells = (columns[question][row] for table in self._unknown for question in table.questions)
        return sum(map(getitem, self._unknown, cells), self._missing_unknown)


def _fewest(margin: int, swings: int, fields: Sequence[tuple[int, int, int]]) -> int:
    """How many of the widest swings cover a margin."""
    if not margin:
        return 0
    count = 0
    for at, mask, width in fields:
        many = swings >> at & mask
        if many * width >= margin:
            return count - -margin // width
        margin -= many * width
        count += many
    return _NEVER


def _of_one(number: Callable[[str, Answer | None], int], question: str, answers: Answers) -> int:
    """The number of the answer to a question; of one that is not understood 0."""
    return number(question, answers[question]) if question in answers else 0
