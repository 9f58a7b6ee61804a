"""The verdicts on many respondents: equal to what `verdict` and `robustness` make of each."""

from collections.abc import Iterable, Sequence
from operator import getitem, itemgetter
from typing import NamedTuple

from cd360_cli.framework import Framework
from cd360_cli.remembered import Remembered
from cd360_cli.respondent_cells import Answers, Columns, Layout, Table
from cd360_cli.respondent_points import PointNumbers, Worth
from cd360_cli.verdict import Verdict, verdict_of

_NEVER = 1 << 62
"""Answers to flip where no number of them is enough."""

_MOST_WORTHS = 1 << 10
_MOST_RACES = 1 << 13

_Race = tuple[int, int | None, int]
"""Leader, runner-up, and the fewest answers to flip before any rival draws level."""

Judgement = tuple[Verdict, tuple[int, ...], int | None, int | None]
"""Verdict, candidates, runner-up and answers to flip; strategies by position in the framework."""


class Judged(NamedTuple):
    """What each row comes to: the verdict, the points by strategy to the scale of their worth."""

    judgements: list[Judgement]
    points: list[Sequence[int]]
    worths: list[Worth]
    answered: list[int]


class Verdicts:
    """What follows from answers to the strategy questions."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._limits = framework.limits
        self._asked = [question.id for _, question in framework.strategy_questions]
        self._enough = -(-framework.limits.coverage * len(self._asked) // 100)
        self._numbers = PointNumbers(framework)
        self._worths = Remembered(self._numbers.worth, _MOST_WORTHS)
        self._fewest = Remembered(self._count_fewest, _MOST_RACES)
        self._sure = Remembered(self._judge_sure, _MOST_RACES)
        every = self._strategies = range(len(framework.strategies))
        self._rivals = [[rival for rival in every if rival != leader] for leader in every]
        groups = layout.asking(self._asked)
        self.tables = [Table(layout, (group,), self._parts) for group in groups]
        """The tables in which the cells of every row are looked up."""
        self._missing = self._parts({q: None for q in self._asked if not layout.asking([q])})

    def _parts(self, answers: Answers) -> tuple[int, ...]:
        """The sums of the parts of some answers."""
        each = [self._numbers.parts(q, answers[q]) for q in self._asked if q in answers]
        return tuple(map(sum, zip(*each, strict=True)))

    def judged(self, columns: Columns, count: int) -> Judged:
        """What each row comes to."""
        parts = [table.values_in(columns, count) for table in self.tables]
        if self._missing:
            parts.append([self._missing] * count)
        number = itemgetter(0)
        totals = map(sum, zip(*(map(number, each) for each in parts), strict=True))
        points, worths, answered = self._weighed(totals)
        leaders = [each.index(max(each)) for each in points]
        places = [1 + leader for leader in leaders]
        swings = map(sum, zip(*(map(getitem, each, places) for each in parts), strict=True))
        flips = self._flips(leaders, points, worths, list(swings))
        rows = zip(leaders, map(_runner_up, points), map(min, flips), strict=True)
        judgements = []
        for row, (found, worth, known) in enumerate(zip(rows, worths, answered, strict=True)):
            least = found[2]
            if known >= self._enough and self._limits.leaning <= least > worth.applicable - known:
                judgements.append(self._sure[found])
                continue
            place = places[row] + len(self._strategies)
            unknown = sum(each[row][place] for each in parts)
            open = self._open(leaders[row], points[row], worth, unknown)
            judgements.append(self._judge(found, points[row], flips[row], known, open))
        return Judged(judgements, points, worths, answered)

    def _weighed(
        self, totals: Iterable[int]
    ) -> tuple[list[Sequence[int]], list[Worth], list[int]]:
        """By strategy the points that sums come to, their worth, and how many answers are known."""
        numbers = self._numbers
        (at, mask), points_mask, split = numbers.worth_field, numbers.points_mask, numbers.split
        points, worths, answered = [], [], []
        for total in totals:
            worth = self._worths[total >> at & mask]
            weighed = 0
            for place, times in worth.lenses:
                weighed += (total >> place & points_mask) * times
            points.append(split(weighed))
            worths.append(worth)
            answered.append(total & numbers.answered.mask)
        return points, worths, answered

    def _flips(
        self,
        leaders: Sequence[int],
        points: Sequence[Sequence[int]],
        worths: Sequence[Worth],
        swings: Sequence[int],
    ) -> list[tuple[int, ...]]:
        """For each row and rival, the answers to flip."""
        keys = [worth.key for worth in worths]
        bits = self._numbers.rival_bits
        mask = (1 << bits) - 1
        found = []
        for n, rivals in enumerate(zip(*self._rivals, strict=True)):
            margins = [
                each[leader] - each[rivals[leader]]
                for each, leader in zip(points, leaders, strict=True)
            ]
            between = [each >> n * bits & mask for each in swings]
            found.append(map(self._fewest.__getitem__, zip(margins, between, keys, strict=True)))
        return list(zip(*found, strict=True))

    def _judge_sure(self, race: _Race) -> Judgement:
        """Where no unknown answer can touch the verdict, as with most respondents."""
        leader, runner_up, least = race
        found = verdict_of(self._limits, least, settled=True)
        return found, (leader,), runner_up, None if least == _NEVER else least

    def _judge(
        self,
        race: _Race,
        points: Sequence[int],
        flips: Sequence[int],
        answered: int,
        open: set[int],
    ) -> Judgement:
        """Where `open` are the rivals that answers still unknown could let draw level."""
        leader, runner_up, least = race
        found = self._verdict(least, answered, settled=not open)
        named: tuple[int, ...] = (leader,)
        if found not in ("clear", "leaning"):
            few = zip(self._rivals[leader], flips, strict=True)
            near = {rival for rival, n in few if n < self._limits.leaning}
            near |= {leader, *(open if found == "insufficient" else ())}
            named = tuple(sorted(sorted(near), key=lambda s: -points[s]))
        return found, named, runner_up, None if least == _NEVER else least

    def _open(self, leader: int, points: Sequence[int], worth: Worth, unknown: int) -> set[int]:
        """The rivals that the answers still unknown could let draw level."""
        open = set()
        for rival in self._rivals[leader]:
            margin = points[leader] - points[rival]
            if sum((unknown >> at & mask) * width for at, mask, width in worth.swings) >= margin:
                open.add(rival)
            unknown >>= self._numbers.rival_bits
        return open

    def _verdict(self, least: int, answered: int, *, settled: bool) -> Verdict:
        """As `verdict.verdict`: half of the answers are enough where they decide."""
        decided = 2 * answered >= len(self._asked) and settled and least > 0
        if answered < self._enough and not decided:
            return "insufficient"
        return verdict_of(self._limits, least, settled=settled)

    def _count_fewest(self, race: tuple[int, int, int]) -> int:
        """How many of the widest swings cover a margin."""
        margin, swings, key = race
        if not margin:
            return 0
        count = 0
        for at, mask, width in self._worths[key].swings:
            many = swings >> at & mask
            if many * width >= margin:
                return count - -margin // width
            margin -= many * width
            count += many
        return _NEVER


def _runner_up(points: Sequence[int]) -> int | None:
    """As `verdict.runner_up`: the second, where there is one first and one second."""
    best, second, *others = sorted(points, reverse=True)
    return points.index(second) if best > second and second not in others else None
