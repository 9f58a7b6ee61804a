"""The verdicts on many respondents: equal to what `verdict` and `robustness` make of each."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import and_
from typing import NamedTuple

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem
from cd360_cli.remembered import Remembered
from cd360_cli.respondent_cells import Answers, Columns, Layout, Table
from cd360_cli.respondent_points import PointNumbers, Worth
from cd360_cli.respondent_race import NEVER, Race, racing
from cd360_cli.verdict import Verdict, verdict_of

_MOST_WORTHS = 1 << 10
_MOST_RACES = 1 << 13

Judgement = tuple[Verdict, tuple[int, ...], int | None, int | None]
"""Verdict, candidates, runner-up and answers to flip; strategies by position in the framework."""


class Judged(NamedTuple):
    """What each row comes to: the verdict, and by strategy a standing, which `points_of` reads."""

    judgements: list[Judgement]
    standings: list[Sequence[int]]
    worths: list[int]
    """By row what its points are worth, as a number that `Verdicts.worth` knows."""


class Verdicts:
    """What follows from answers to the strategy questions."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._limits = framework.limits
        self._asked = [question.id for _, question in framework.strategy_questions]
        self._enough = framework.needed
        self._numbers = PointNumbers(framework)
        self.worth = Remembered(self._numbers.worth, _MOST_WORTHS)
        self._race_of = racing(self._numbers, self._limits.leaning)
        self._sure = Remembered(self._judge_sure, _MOST_RACES)
        self._layout = layout
        self._known = layout.asking(self._asked)
        missing = set(self._asked) - set(self._known)
        number, unknown = self._numbers.number, self._numbers.unknown
        # Two answers are one look-up after the other, and one number to add.
        pairs = [self._known[n : n + 2] for n in range(0, len(self._known), 2)]
        self.tables = [Table(layout, pair, partial(_sum, number)) for pair in pairs]
        """The tables in which the cells of every row are looked up."""
        self._missing = sum(number(question, None) for question in missing)
        self._missing_unknown = sum(unknown(question, None) for question in missing)

    def judged(self, columns: Columns, count: int) -> Judged:
        """What each row comes to."""
        each = [table.values_in(columns, count) for table in self.tables]
        totals = list(map(sum, zip(*each, repeat(self._missing, count), strict=True)))
        numbers = list(map(and_, totals, repeat(self._numbers.worth_mask)))
        worths = list(map(self.worth.__getitem__, numbers))
        standings = self._numbers.standings(totals, [worth[2] for worth in worths])
        races = list(map(self._race_of, totals, standings, worths))
        judgements = list(map(self._sure.__getitem__, races))
        for row in self._unsure(races, worths):
            unknown = self._unknown_in(columns, row)
            judgements[row] = self._judge(races[row], standings[row], worths[row], unknown)
        return Judged(judgements, standings, numbers)

    def points_of(self, standing: int) -> int:
        """Points to the scale of their worth."""
        return standing >> self._numbers.order_bits

    def _unsure(self, races: Sequence[Race], worths: Sequence[Worth]) -> list[int]:
        """The rows of which a race alone does not tell the verdict.

        Unknown answers can undo a clear lead only where changing as many would do so too.
        """
        enough, clear = self._enough, self._limits.clear
        return [
            row
            for row, ((_, _, least), worth) in enumerate(zip(races, worths, strict=True))
            if worth[0] < enough or clear <= least <= worth[1] - worth[0]
        ]

    def _judge_sure(self, race: Race) -> Judgement:
        """Where no unknown answer can touch the verdict, as with nearly all respondents."""
        named, runner_up, least = race
        found = verdict_of(self._limits, least, settled=True)
        return found, named, runner_up, None if least == NEVER else least

    def _judge(self, race: Race, standings: Sequence[int], worth: Worth, unknown: int) -> Judgement:
        """Where many answers are still unknown, and could let a rival draw level."""
        level, runner_up, least = race
        open = set(self._open(level[0], standings, worth, unknown))
        found = self._verdict(least, worth.answered, settled=not open)
        named = level
        if found == "insufficient":
            named = tuple(sorted({*level, *open}, key=standings.__getitem__, reverse=True))
        return found, named, runner_up, None if least == NEVER else least

    def _open(
        self, leader: int, standings: Sequence[int], worth: Worth, unknown: int
    ) -> Iterator[int]:
        """The rivals that unknown answers could let draw level."""
        points = list(map(self.points_of, standings))
        for rival, starts in enumerate(self._numbers.between[leader]):
            swings = unknown >> starts
            widths = ((swings >> at & mask) * width for at, mask, width in worth.swings)
            if rival != leader and sum(widths) >= points[leader] - points[rival]:
                yield rival

    def _verdict(self, least: int, answered: int, *, settled: bool) -> Verdict:
        """As `verdict.verdict`: half of the answers are enough where they decide."""
        decided = settled and 2 * answered >= len(self._asked)
        if answered < self._enough and not decided:
            return "insufficient"
        return verdict_of(self._limits, least, settled=settled)

    def _unknown_in(self, columns: Columns, row: int) -> int:
        """The swings of the answers in a row that are unknown."""
        read = {q: self._layout.reading(q, columns[q][row]) for q in self._known}
        answers = {q: a for q, a in read.items() if not isinstance(a, Problem)}
        return self._missing_unknown + _sum(self._numbers.unknown, answers)


def _sum(number: Callable[[str, Answer | None], int], answers: Answers) -> int:
    """The numbers of some answers."""
    return sum(number(question, answer) for question, answer in answers.items())
