"""The verdicts on many respondents: equal to what `verdict` and `robustness` make of each."""

from collections.abc import Iterable, Iterator, Sequence
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
        flips = list(self._flips(leaders, points, worths, swings))
        least = list(map(min, flips))
        races = zip(leaders, map(_runner_up, points), least, strict=True)
        judgements = list(map(self._sure.__getitem__, races))
        for row in self._unsure(least, worths, answered):
            place = places[row] + len(self._strategies)
            unknown = sum(each[row][place] for each in parts)
            open = self._open(leaders[row], points[row], worths[row], unknown)
            judgements[row] = self._judge(leaders[row], points[row], flips[row], answered[row], open)
        return Judged(judgements, points, worths, answered)

    def _unsure(
        self, least: Sequence[int], worths: Sequence[Worth], answered: Sequence[int]
    ) -> list[int]:
        """The rows whose verdict takes more than the answers to flip.

        Unknown answers can undo a lead only where changing as many of them would do so too.
        """
        enough, leaning = self._enough, self._limits.leaning
        return [
            row
            for row, (few, worth, known) in enumerate(zip(least, worths, answered, strict=True))
            if few < leaning or known < enough or few <= worth.applicable - known
        ]

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
        swings: Iterable[int],
    ) -> Iterator[list[int]]:
        """For each row and rival, how many of the widest swings cover the margin."""
        bits = self._numbers.rival_bits
        for leader, each, worth, between in zip(leaders, points, worths, swings, strict=True):
            best, found = each[leader], []
            for rival in self._rivals[leader]:
                margin, count = best - each[rival], 0
                for at, mask, width in worth.swings:
                    many = between >> at & mask
                    if many * width >= margin:
                        found.append(count - -margin // width)
                        break
                    margin -= many * width
                    count += many
                else:
                    found.append(_NEVER if margin else 0)
                between >>= bits
            yield found

    def _judge_sure(self, race: _Race) -> Judgement:
        """Where no unknown answer can touch the verdict, as with most respondents."""
        leader, runner_up, least = race
        found = verdict_of(self._limits, least, settled=True)
        return found, (leader,), runner_up, None if least == _NEVER else least

    def _judge(
        self,
        leader: int,
        points: Sequence[int],
        flips: Sequence[int],
        answered: int,
        open: set[int],
    ) -> Judgement:
        """Where `open` are the rivals that answers still unknown could let draw level."""
        least = min(flips)
        found = self._verdict(least, answered, settled=not open)
        named: tuple[int, ...] = (leader,)
        if found not in ("clear", "leaning"):
            few = zip(self._rivals[leader], flips, strict=True)
            near = {rival for rival, n in few if n < self._limits.leaning}
            near |= {leader, *(open if found == "insufficient" else ())}
            named = tuple(sorted(sorted(near), key=lambda s: -points[s]))
        return found, named, _runner_up(points), None if least == _NEVER else least

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


def _runner_up(points: Sequence[int]) -> int | None:
    """As `verdict.runner_up`: the second, where there is one first and one second."""
    best, second, *others = sorted(points, reverse=True)
    return points.index(second) if best > second and second not in others else None
