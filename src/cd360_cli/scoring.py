"""From answers to strategy points: linear and exact, in whole numbers.

    value(q, s)      = points of the chosen option for s (two options: their mean;
                       unknown: the mean over all options, so that it favours nobody)
    lens score(l, s) = 100 x sum of value(q, s) / sum of best(q), over the questions of l that apply
    score(s)         = mean of the lens scores, weighted by the lenses that have such a question

Everything is multiplied by the least number that makes all of it whole, so contributions are whole
points and add up to a strategy's points without rounding. `full` points make a score of 100.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from cd360_cli.assessment import MOST_PICKS, Answer, Assessment
from cd360_cli.framework import Framework, Lens, Question

Points = Mapping[str, int]
"""Whole points by strategy id."""


class Contribution(NamedTuple):
    """What one strategy question adds to each strategy.

    `answer` is None where the question was not asked yet. `options` holds the points that each
    option would have given, in the same unit as `points`; `lens_points` are the points within
    the lens, before the lens is weighted.
    """

    question: str
    lens: str
    answer: Answer | None
    points: Points
    options: Mapping[str, Points]
    lens_points: Points

    @property
    def known(self) -> bool:
        """Whether the question was answered with an option."""
        return self.answer is not None and self.answer.known

    def gap(self, strategy: str, rival: str) -> int:
        """Points by which this answer puts `strategy` ahead of `rival`."""
        return self.points[strategy] - self.points[rival]

    def least(self, strategy: str) -> int:
        """The least points this question can still give."""
        if self.known:
            return self.points[strategy]
        return min(points[strategy] for points in self.options.values())

    def most(self, strategy: str) -> int:
        """The most points this question can still give."""
        if self.known:
            return self.points[strategy]
        return max(points[strategy] for points in self.options.values())

    def least_gap(self, strategy: str, rival: str) -> int:
        """The gap under the option that serves `rival` best."""
        return min(points[strategy] - points[rival] for points in self.options.values())


class Scoring(NamedTuple):
    """Points by strategy with the contributions they consist of."""

    strategies: tuple[str, ...]
    contributions: tuple[Contribution, ...]
    full: int
    lens_full: int

    def points(self, strategy: str) -> int:
        """All points of a strategy."""
        return sum(c.points[strategy] for c in self.contributions)

    def score(self, strategy: str) -> Fraction:
        """Score of a strategy, 0-100. With no question that applies: 0."""
        return self._of_full(self.points(strategy))

    def low(self, strategy: str) -> Fraction:
        """The least score still possible, given what is unknown."""
        return self._of_full(sum(c.least(strategy) for c in self.contributions))

    def high(self, strategy: str) -> Fraction:
        """The greatest score still possible, given what is unknown."""
        return self._of_full(sum(c.most(strategy) for c in self.contributions))

    def lens_points(self, lens: str, strategy: str) -> int:
        """Points of a strategy within a lens; `lens_full` of them make a lens score of 100."""
        return sum(c.lens_points[strategy] for c in self.contributions if c.lens == lens)

    def lens_score(self, lens: str, strategy: str) -> Fraction:
        """Score of a strategy within a lens, 0-100."""
        return Fraction(100 * self.lens_points(lens, strategy), self.lens_full)

    @property
    def lenses(self) -> tuple[str, ...]:
        """The lenses with at least one question that applies."""
        return tuple(dict.fromkeys(c.lens for c in self.contributions))

    @property
    def leaders(self) -> tuple[str, ...]:
        """The strategies with most points: several where they tie."""
        return most(self.strategies, {s: self.points(s) for s in self.strategies})

    def lens_leaders(self, lens: str) -> tuple[str, ...]:
        """The strategies with most points within a lens."""
        return most(self.strategies, {s: self.lens_points(lens, s) for s in self.strategies})

    def _of_full(self, points: int) -> Fraction:
        return Fraction(100 * points, self.full) if self.full else Fraction(0)


def most(names: tuple[str, ...], points: Points) -> tuple[str, ...]:
    """The names with the highest number of points."""
    best = max(points.values())
    return tuple(name for name in names if points[name] == best)


def score(framework: Framework, assessment: Assessment) -> Scoring:
    """Score every strategy from the answers to the strategy questions that apply."""
    asked = [
        (lens, question, assessment.answers.get(question.id))
        for lens, question in framework.strategy_questions
    ]
    applying = [row for row in asked if row[2] is None or row[2].applies]
    strategies = tuple(s.id for s in framework.strategies)
    best: dict[str, int] = {}
    weights: dict[str, int] = {}
    for lens, question, _ in applying:
        best[lens.id] = best.get(lens.id, 0) + best_points(question)
        weights[lens.id] = lens.weight
    picks = (len(a.picks) for _, _, a in applying if a and a.known)
    shares = lcm(MOST_PICKS, *(len(q.options) for _, q, _ in applying), *picks)
    common = lcm(*best.values())
    contributions = tuple(
        _contribution(lens, q, a, strategies, shares, common // best[lens.id])
        for lens, q, a in applying
    )
    lens_full = common * shares
    return Scoring(strategies, contributions, lens_full * sum(weights.values()), lens_full)


def best_points(question: Question) -> int:
    """The most points that any option of a question gives to any strategy."""
    return max(max(option.points.values(), default=0) for option in question.options)


def _contribution(
    lens: Lens,
    question: Question,
    answer: Answer | None,
    strategies: tuple[str, ...],
    shares: int,
    scale: int,
) -> Contribution:
    table = {o.id: {s: o.points.get(s, 0) for s in strategies} for o in question.options}
    counted = answer.picks if answer and answer.known else tuple(table)
    share = scale * shares // len(counted)
    in_lens = {s: share * sum(table[option][s] for option in counted) for s in strategies}
    weight = lens.weight * scale * shares
    return Contribution(
        question=question.id,
        lens=lens.id,
        answer=answer,
        points={s: lens.weight * points for s, points in in_lens.items()},
        options={o: {s: weight * p for s, p in row.items()} for o, row in table.items()},
        lens_points=in_lens,
    )
