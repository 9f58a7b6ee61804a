"""The verdict: is there a winner, how sure is that, and if not, who may still win?"""

from collections.abc import Sequence
from typing import Literal

from cd360_cli.framework import Framework, Limits
from cd360_cli.robustness import Challenge, challenge
from cd360_cli.scoring import Scoring

Verdict = Literal["clear", "leaning", "undecided", "insufficient"]


def verdict(framework: Framework, scoring: Scoring, challenges: Sequence[Challenge]) -> Verdict:
    """The verdict on the leader, given what each rival needs to draw level with it."""
    if not enough(framework, scoring):
        return "insufficient"
    settled = not any(c.open for c in challenges)
    return verdict_of(framework.limits, least_flips(challenges), settled=settled)


def enough(framework: Framework, scoring: Scoring) -> bool:
    """Whether as many strategy questions are answered as a verdict needs, or fewer decide it."""
    answered = sum(c.known for c in scoring.contributions)
    return answered >= framework.needed or decided(framework, scoring)


def decided(framework: Framework, scoring: Scoring) -> bool:
    """Whether at least half of the strategy questions, and so all that may follow, name one winner.

    Then no completion lets another strategy draw level, however little else is answered.
    """
    answered = sum(c.known for c in scoring.contributions)
    if 2 * answered < len(framework.strategy_questions):
        return False
    leader = scoring.leaders[0]
    return not any(
        challenge(scoring, leader, rival).open for rival in scoring.strategies if rival != leader
    )


def verdict_of(limits: Limits, flips: int | None, *, settled: bool) -> Verdict:
    """The verdict for a number of answers to flip (None: no number of them can).

    `settled` tells that no answer still to come can let a rival draw level: without it a verdict
    is never clear.
    """
    if flips is not None and flips < limits.leaning:
        return "undecided"
    return "clear" if settled and (flips is None or flips >= limits.clear) else "leaning"


def candidates(
    framework: Framework, scoring: Scoring, challenges: Sequence[Challenge], found: Verdict
) -> tuple[str, ...]:
    """All that may win, highest points first: the winner alone where there is one."""
    leader = scoring.leaders[0]
    limit = framework.limits.leaning
    near = {
        c.rival
        for c in challenges
        if (c.flips is not None and len(c.flips) < limit) or (found == "insufficient" and c.open)
    }
    named = [s for s in scoring.strategies if s == leader or s in near]
    return tuple(sorted(named, key=lambda s: -scoring.points(s)))


def runner_up(scoring: Scoring) -> str | None:
    """The second by points, where there is exactly one first and one second."""
    points = {s: scoring.points(s) for s in scoring.strategies}
    second = sorted(points.values())[-2]
    there = [s for s in scoring.strategies if points[s] == second]
    return there[0] if len(there) == 1 else None


def least_flips(challenges: Sequence[Challenge]) -> int | None:
    """The fewest answers by which any rival draws level; None where none can."""
    return min((len(c.flips) for c in challenges if c.flips is not None), default=None)
