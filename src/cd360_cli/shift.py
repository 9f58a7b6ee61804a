"""What moved the gap between two strategies from one recommendation to another, answer by answer.

    gap = points of a strategy - points of its rival, each the sum over the answers

So what each answer changed in the gap is exact, and all of it adds up to the change of the gap.
"""

from collections.abc import Sequence, Set
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation


class Moved(NamedTuple):
    """What one strategy question changed in a gap, in whole points.

    Also an answer that is the same can move a gap: it counts for more where another question of its
    lens does not apply.
    """

    question: str
    lens: str
    before: Answer | None
    after: Answer | None
    points: int
    differs: bool


class Shift(NamedTuple):
    """How the gap between who leads now and who led before changed; `full` points are 100 of score.

    Where the same strategy leads, the gap is that with its closest rival now. `answers` holds every
    strategy question that has a place on either side: their points add up to `after` - `before`.
    """

    strategy: str
    rival: str
    before: int
    after: int
    full: int
    answers: tuple[Moved, ...]

    @property
    def change(self) -> int:
        """Points by which the strategy gained on its rival."""
        return self.after - self.before

    @property
    def most(self) -> tuple[Moved, ...]:
        """The answers that differ and moved the gap, the widest first."""
        found = [moved for moved in self.answers if moved.differs and moved.points]
        return tuple(sorted(found, key=lambda moved: -abs(moved.points)))

    @property
    def same(self) -> int:
        """Points by which the answers that are the same moved the gap."""
        return sum(moved.points for moved in self.answers if not moved.differs)

    def of_score(self, points: int) -> Fraction:
        """Points as points of score (0-100)."""
        return Fraction(100 * points, self.full)


def shift(
    framework: Framework, before: Recommendation, after: Recommendation, differing: Set[str]
) -> Shift:
    """What moved the leaders; `differing` are the questions whose answers differ."""
    strategy, rival = _pair(before, after)
    # Nothing at all applies where the full points are 0; then no answer gives any.
    full = lcm(before.full or 1, after.full or 1)
    old, new = (_gaps(result, strategy, rival, full) for result in (before, after))
    answers = tuple(
        Moved(
            question=question.id,
            lens=lens.id,
            before=before.assessment.answers.get(question.id),
            after=after.assessment.answers.get(question.id),
            points=new.get(question.id, 0) - old.get(question.id, 0),
            differs=question.id in differing,
        )
        for lens, question in framework.strategy_questions
        if question.id in old or question.id in new
    )
    return Shift(strategy, rival, sum(old.values()), sum(new.values()), full, answers)


def _pair(before: Recommendation, after: Recommendation) -> tuple[str, str]:
    """Who leads now, if need be level with others, and who led before or else comes closest now."""
    now = {s.id: s.points for s in after.strategies}
    strategy = next((s for s in after.leaders if s not in before.leaders), after.leaders[0])
    led: Sequence[str] = [s for s in before.leaders if s != strategy]
    return strategy, max(led or [s for s in now if s != strategy], key=lambda s: now[s])


def _gaps(result: Recommendation, strategy: str, rival: str, full: int) -> dict[str, int]:
    """By how much each question puts the strategy ahead of its rival; `full` points are 100."""
    scale = full // (result.full or 1)
    return {c.question: scale * c.gap(strategy, rival) for c in result.contributions}
