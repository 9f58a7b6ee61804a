"""How far some respondents agree: on answers, and on the order of the strategies."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb, lcm
from typing import NamedTuple

from cd360_cli.agreement import Value, alpha, concordance, ordinal, shares, unshared
from cd360_cli.assessment import Answer, Assessment
from cd360_cli.framework import Framework, Kind, Question
from cd360_cli.scoring import most, score

Picks = tuple[str, ...]


class Consensus(NamedTuple):
    """How far respondents agree, each figure None where it cannot be said.

    `same` (0-1) is the part of their answers to the strategy questions that two respondents share
    on average. Krippendorff's alpha (at most 1; 0 is chance) is taken over the strategy questions,
    the ladders and the spectra, Kendall's W (0-1) on the order of the strategies.

    Where nearly all answers favour one strategy, chance alone would make nearly all answers the
    same, and alpha is low for all that is shared: `same` then tells what alpha cannot.
    """

    same: Fraction | None
    strategies: Fraction | None
    levels: Fraction | None
    positions: Fraction | None
    order: Fraction | None


Given = Mapping[str, Mapping[Picks, int]]
"""By question how often each answer was given; answers that say nothing are left out."""


def consensus(framework: Framework, assessments: Sequence[Assessment]) -> Consensus:
    """How far the respondents of these assessments agree.

    Who answered no strategy question puts the strategies in no order.
    """
    given = {
        question.id: Counter(
            answer.picks
            for assessment in assessments
            if (answer := assessment.answers.get(question.id)) and answer.known
        )
        for question in framework.questions
    }
    scorings = [score(framework, assessment) for assessment in assessments]
    orders = [
        [scoring.score(strategy.id) for strategy in framework.strategies]
        for scoring in scorings
        if any(c.known for c in scoring.contributions)
    ]
    return consensus_of(framework, given)._replace(order=concordance(orders))


def consensus_of(framework: Framework, given: Given) -> Consensus:
    """How far answers agree; of the order of the strategies they say nothing.

    Options of different questions make no common scale, the strategies that they favour do. Who
    names two options divides the answer over both (`agreement.unshared`).
    """
    strategies = tuple(s.id for s in framework.strategies)
    asked = [(q, given[q.id]) for _, q in framework.strategy_questions if q.id in given]
    choices = [
        _counted((_favoured(strategies, question, picks), n) for picks, n in answers.items())
        for question, answers in asked
    ]
    return Consensus(
        same=_same([answers for _, answers in asked]),
        strategies=alpha(choices, shares),
        levels=alpha(_numbers(framework, "ladder", given), ordinal),
        positions=alpha(_numbers(framework, "spectrum", given), ordinal),
        order=None,
    )


def _same(asked: Sequence[Mapping[Picks, int]]) -> Fraction | None:
    """The part that two answers to a question share, over all pairs; None where there is none."""
    pairs, same = 0, Fraction(0)
    for answers in asked:
        pairs += comb(sum(answers.values()), 2)
        same += sum(comb(times, 2) for times in answers.values())
        for (one, times), (other, more) in combinations(answers.items(), 2):
            same += times * more * (1 - unshared(one, other))
    return same / pairs if pairs else None


def _numbers(framework: Framework, kind: Kind, given: Given) -> list[Counter[Fraction]]:
    """How often each level or position was given to the questions of a kind."""
    return [
        _counted((Answer(picks).number, times) for picks, times in given[question.id].items())
        for block in framework.blocks
        if block.kind == kind
        for question in framework.questions_of(block)
        if question.id in given
    ]


def _counted(pairs: Iterable[tuple[Value, int]]) -> Counter[Value]:
    """Counts of what may occur more than once."""
    counts = Counter[Value]()
    for value, times in pairs:
        counts[value] += times
    return counts


def _favoured(strategies: tuple[str, ...], question: Question, picks: Picks) -> tuple[str, ...]:
    """The strategies that an answer gives most points, each as often as its share in the answer."""
    found = [most(strategies, {s: question.points(pick, s) for s in strategies}) for pick in picks]
    each = lcm(*map(len, found))
    return tuple(sorted(s for best in found for s in best * (each // len(best))))
