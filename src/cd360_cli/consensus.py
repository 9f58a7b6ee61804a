"""How far some respondents agree: on answers, and on the order of the strategies."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import NamedTuple

from cd360_cli.agreement import alpha, concordance, ordinal, shares
from cd360_cli.assessment import Answer, Assessment
from cd360_cli.framework import Framework, Kind, Question
from cd360_cli.scoring import most, score


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


def consensus(framework: Framework, assessments: Sequence[Assessment]) -> Consensus:
    """How far the respondents of these assessments agree.

    Options of different questions make no common scale, the strategies that they favour do. Who
    names two options divides the answer over both (`agreement.shares`). Who answered no strategy
    question puts the strategies in no order.
    """
    strategies = tuple(s.id for s in framework.strategies)
    choices = [
        [_favoured(strategies, question, answer) for answer in _known(question, assessments)]
        for _, question in framework.strategy_questions
    ]
    scorings = [score(framework, assessment) for assessment in assessments]
    orders = [
        [scoring.score(s) for s in strategies]
        for scoring in scorings
        if any(c.known for c in scoring.contributions)
    ]
    return Consensus(
        same=_same([_known(question, assessments) for _, question in framework.strategy_questions]),
        strategies=alpha(choices, shares),
        levels=alpha(_numbers(framework, "ladder", assessments), ordinal),
        positions=alpha(_numbers(framework, "spectrum", assessments), ordinal),
        order=concordance(orders),
    )


def _same(asked: Sequence[Sequence[Answer]]) -> Fraction | None:
    """The part that two answers to a question share, over all pairs; None where there is none."""
    difference = shares({})
    pairs = [
        1 - difference(one.picks, other.picks)
        for answers in asked
        for one, other in combinations(answers, 2)
    ]
    return sum(pairs, Fraction(0)) / len(pairs) if pairs else None


def _known(question: Question, assessments: Sequence[Assessment]) -> list[Answer]:
    found = [assessment.answers.get(question.id) for assessment in assessments]
    return [answer for answer in found if answer and answer.known]


def _numbers(
    framework: Framework, kind: Kind, assessments: Sequence[Assessment]
) -> list[list[Fraction]]:
    """The levels or positions given to each question of a kind."""
    return [
        [answer.number for answer in _known(question, assessments)]
        for block in framework.blocks
        if block.kind == kind
        for question in framework.questions_of(block)
    ]


def _favoured(strategies: tuple[str, ...], question: Question, answer: Answer) -> tuple[str, ...]:
    """The strategies that an answer gives most points, each as often as its share in the answer."""
    found = [
        most(strategies, {s: question.points(pick, s) for s in strategies}) for pick in answer.picks
    ]
    each = lcm(*map(len, found))
    return tuple(sorted(s for best in found for s in best * (each // len(best))))
