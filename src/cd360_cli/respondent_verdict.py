"""The verdicts on many respondents: equal to what `verdict` and `robustness` make of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import getitem
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
    worths: list[Worth]


class Verdicts:
    """What follows from answers to the strategy questions."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._limits = framework.limits
        self._asked = [question.id for _, question in framework.strategy_questions]
        self._enough = -(-framework.limits.coverage * len(self._asked) // 100)
        self._numbers = PointNumbers(framework)
        self._worths = Remembered(self._numbers.worth, _MOST_WORTHS)
        self._sure = Remembered(self._judge_sure, _MOST_RACES)
        every = range(len(framework.strategies))
        self._rivals = [[rival for rival in every if rival != leader] for leader in every]
        bits = self._numbers.leader_bits
        self._swings_at = [self._numbers.swings_at + leader * bits for leader in every]
        number = partial(self._sum, self._numbers.number)
        unknown = partial(self._sum, self._numbers.unknown)
        groups = layout.asking(self._asked)
        missing = {q: None for q in self._asked if not layout.asking([q])}
        self.tables = [Table(layout, (group,), number) for group in groups]
        """The tables in which the cells of every row are looked up."""
        self._unknown = [Table(layout, (group,), unknown) for group in groups]
        self._missing, self._missing_unknown = number(missing), unknown(missing)

    def _sum(self, number: Callable[[str, Answer | None], int], answers: Answers) -> int:
        return sum(number(q, answers[q]) for q in self._asked if q in answers)

    def judged(self, columns: Columns, count: int) -> Judged:
        """What each row comes to."""
        each = [table.values_in(columns, count) for table in self.tables]
        totals = list(map(sum, zip(*each, repeat(self._missing, count), strict=True)))
        points, worths = self._weighed(totals)
        races, unsure = self._races(totals, points, worths)
        judgements = list(map(self._sure.__getitem__, races))
        for row in unsure:
            unknown = self._unknown_in(columns, row)
            judgements[row] = self._judge(
                races[row], points[row], worths[row], totals[row], unknown
            )
        return Judged(judgements, points, worths)

    def _weighed(self, totals: Sequence[int]) -> tuple[list[Sequence[int]], list[Worth]]:
        """For each sum the points by strategy, and what they are worth."""
        numbers, worth_of = self._numbers, self._worths
        split, worth_mask, points_mask = numbers.split, numbers.worth_mask, numbers.points_mask
        points, worths = [], []
        for total in totals:
            worth = worth_of[total & worth_mask]
            weighed = 0
            for place, times in worth[2]:
                weighed += (total >> place & points_mask) * times
            points.append(split(weighed))
            worths.append(worth)
        return points, worths

    def _races(
        self, totals: Sequence[int], points: Sequence[Sequence[int]], worths: Sequence[Worth]
    ) -> tuple[list[_Race], list[int]]:
        """Every row's race, and the rows of which a race alone does not tell the verdict."""
        races: list[_Race] = []
        unsure = []
        bits, enough = self._numbers.rival_bits, self._enough
        leaning, clear = self._limits.leaning, self._limits.clear
        alone = [(leader,) for leader in range(len(self._rivals))]
        for total, each, worth in zip(totals, points, worths, strict=True):
            answered, applicable, _, _, fields = worth
            best, second, *others = sorted(each, reverse=True)
            leader = each.index(best)
            swings = total >> self._swings_at[leader]
            least = within = _NEVER
            for rival in self._rivals[leader]:
                margin = best - each[rival]
                # Fewer answers than were needed before reach no further than `within`.
                if margin <= within:
                    few = _fewest(margin, swings, fields)
                    if few < least:
                        least, within = few, (few - 1) * fields[0][2]
                swings >>= bits
            # Unknown answers can undo a clear lead only where changing as many would do so too.
            if answered < enough or clear <= least <= applicable - answered:
                unsure.append(len(races))
            named = self._named(leader, each, worth, total) if least < leaning else alone[leader]
            runner_up = each.index(second) if best > second and second not in others else None
            races.append((named, runner_up, least))
        return races, unsure

    def _named(
        self,
        leader: int,
        points: Sequence[int],
        worth: Worth,
        total: int,
        open: Iterable[int] = (),
    ) -> tuple[int, ...]:
        """All that may win: the leader, those nearly level with it, and those still `open`."""
        named = {leader, *open}
        swings = total >> self._swings_at[leader]
        for rival in self._rivals[leader]:
            margin = points[leader] - points[rival]
            if _fewest(margin, swings, worth.swings) < self._limits.leaning:
                named.add(rival)
            swings >>= self._numbers.rival_bits
        return tuple(sorted(sorted(named), key=lambda s: -points[s]))

    def _judge_sure(self, race: _Race) -> Judgement:
        """Where no unknown answer can touch the verdict, as with nearly all respondents."""
        named, runner_up, least = race
        found = verdict_of(self._limits, least, settled=True)
        return found, named, runner_up, None if least == _NEVER else least

    def _judge(
        self, race: _Race, points: Sequence[int], worth: Worth, total: int, unknown: int
    ) -> Judgement:
        """Where many answers are still unknown, and could let a rival draw level."""
        (leader, *_), runner_up, least = race
        open = set(self._open(leader, points, worth, unknown))
        found = self._verdict(least, worth.answered, settled=not open)
        named: tuple[int, ...] = (leader,)
        if found not in ("clear", "leaning"):
            also = open if found == "insufficient" else ()
            named = self._named(leader, points, worth, total, also)
        return found, named, runner_up, None if least == _NEVER else least

    def _open(
        self, leader: int, points: Sequence[int], worth: Worth, unknown: int
    ) -> Iterator[int]:
        """The rivals that unknown answers could let draw level."""
        swings = unknown >> self._swings_at[leader]
        for rival in self._rivals[leader]:
            widths = ((swings >> at & mask) * width for at, mask, width in worth.swings)
            if unknown and sum(widths) >= points[leader] - points[rival]:
                yield rival
            swings >>= self._numbers.rival_bits

    def _verdict(self, least: int, answered: int, *, settled: bool) -> Verdict:
        """As `verdict.verdict`: half of the answers are enough where they decide."""
        decided = 2 * answered >= len(self._asked) and settled and least > 0
        if answered < self._enough and not decided:
            return "insufficient"
        return verdict_of(self._limits, least, settled=settled)

    def _unknown_in(self, columns: Columns, row: int) -> int:
        """The swings of the answers in a row that are unknown."""
        cells = (columns[table.groups[0]][row] for table in self._unknown)
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
