"""A quick assessment: ask what can still move the outcome, and stop when nothing can.

The strategy questions stand in the order of what they can still do; as soon as no way of answering
the rest can let another strategy draw level, the rest need not be asked. That is proved from the
scores, not guessed: the winner is the winner of every completion.
"""

from typing import NamedTuple

from cd360_cli.assessment import Assessment
from cd360_cli.framework import Framework, Question
from cd360_cli.robustness import challenge
from cd360_cli.scoring import Contribution, Scoring, score
from cd360_cli.verdict import decided


class Skipped(NamedTuple):
    """What a quick assessment left out: strategy questions, and others."""

    strategy: tuple[str, ...]
    others: tuple[str, ...]


def queue(framework: Framework, assessment: Assessment) -> tuple[Question, ...]:
    """The questions of a quick assessment, in order of asking.

    Answered strategy questions come first, then those that can still move the outcome, the widest
    first; none of the latter once the winner is settled. Last, the other questions marked quick.
    """
    scoring = score(framework, assessment)
    strategy = [question for _, question in framework.strategy_questions]
    given = [q for q in strategy if q.id in assessment.answers]
    rest = [q for q in strategy if q.id not in assessment.answers]
    if settled(framework, assessment):
        rest = []
    reach = {c.question: _reach(scoring, c) for c in scoring.contributions}
    rest.sort(key=lambda q: -reach[q.id])
    return (*given, *rest, *(q for q in framework.asked if q.quick))


def settled(framework: Framework, assessment: Assessment) -> bool:
    """Whether no answer still to come can change who leads, and enough was answered to say so."""
    return decided(framework, score(framework, assessment))


def skipped(framework: Framework, assessment: Assessment) -> Skipped:
    """The questions that have no answer, of those that decide the strategy and of the others."""
    strategy = {question.id for _, question in framework.strategy_questions}
    missing = [q.id for q in framework.asked if q.id not in assessment.answers]
    return Skipped(
        strategy=tuple(id for id in missing if id in strategy),
        others=tuple(id for id in missing if id not in strategy),
    )


def _reach(scoring: Scoring, contribution: Contribution) -> int:
    """The most by which a question can move the leader against a rival that is still open."""
    leader = scoring.leaders[0]
    rivals = [s for s in scoring.strategies if s != leader]
    still_open = [s for s in rivals if challenge(scoring, leader, s).open]
    return max((_spread(contribution, leader, rival) for rival in still_open or rivals), default=0)


def _spread(contribution: Contribution, leader: str, rival: str) -> int:
    gaps = [points[leader] - points[rival] for points in contribution.options.values()]
    return max(gaps) - min(gaps)
