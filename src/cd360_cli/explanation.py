"""Why a strategy leads, or why it does not: point by point, and what would change it.

All of it is exact. The strategy explained is compared with one rival: a leader with the rival that
comes closest, any other strategy with the leader.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Literal, NamedTuple

from cd360_cli.assessment import NOT_APPLICABLE, Answer, Assessment, Levels, levels
from cd360_cli.framework import LEVELS, Framework, Question
from cd360_cli.journey import PER_LEVEL, Emphasis, opportunity
from cd360_cli.recommendation import Recommendation, recommend
from cd360_cli.robustness import Challenge, challenge
from cd360_cli.scoring import Contribution, Scoring, most, score
from cd360_cli.verdict import Verdict


class Evidence(NamedTuple):
    """One answer: points to the strategy and to its rival, in points of score (0-100)."""

    question: str
    lens: str
    answer: Answer | None
    strategy: Fraction
    rival: Fraction

    @property
    def gap(self) -> Fraction:
        """By how much this answer puts the strategy ahead of its rival."""
        return self.strategy - self.rival


class TurningPoint(NamedTuple):
    """The share (0-1) of all lens weight at which a lens lets the other strategy draw level.

    `now` is its share today; the other lenses keep their proportions.
    """

    lens: str
    now: Fraction
    at: Fraction


class LeftOut(NamedTuple):
    """The outcome without one question."""

    question: str
    leaders: tuple[str, ...]
    verdict: Verdict


class Unknown(NamedTuple):
    """A question without a known answer and what it could do.

    `overturns` counts its options after which others lead than now; `spread` (0-100) is how far
    it can move the difference between the strategy and its rival.
    """

    question: str
    overturns: int
    spread: Fraction


class Effect(NamedTuple):
    """What one level more does to a step's opportunity (points), or to a strategy's standing."""

    kind: Literal["standing", "step"]
    target: str
    level: Fraction
    points: Fraction


class Rise(NamedTuple):
    """A ladder that must rise, from a level to a level, to repair a threshold."""

    question: str
    strategy: str
    start: int
    end: int


class Explanation(NamedTuple):
    """The reasoning behind a recommendation, for one strategy against one rival.

    `evidence` stands with the largest difference first. `challenge` is what the rival needs to draw
    level; where the strategy does not lead, what the strategy needs (its `rival` is then itself).
    `leaders_after_flips` lead once its answers have changed: sometimes a third strategy.
    """

    result: Recommendation
    strategy: str
    rival: str
    leads: bool
    evidence: tuple[Evidence, ...]
    challenge: Challenge
    leaders_after_flips: tuple[str, ...]
    turning_points: tuple[TurningPoint, ...]
    left_out: tuple[LeftOut, ...]
    unknown: tuple[Unknown, ...]
    effects: tuple[Effect, ...]
    path: tuple[Rise, ...]


def explain(
    framework: Framework,
    assessment: Assessment,
    strategy: str | None = None,
    result: Recommendation | None = None,
) -> Explanation:
    """Explain a strategy, by default the one that leads.

    `result` may hand over the recommendation where it is there already.
    """
    result = result or recommend(framework, assessment)
    scoring = score(framework, assessment)
    explained = strategy or scoring.leaders[0]
    leads = explained in scoring.leaders
    rival = _closest_rival(scoring, explained) if leads else scoring.leaders[0]
    ahead, behind = (explained, rival) if leads else (rival, explained)
    measured = levels(framework, assessment)
    needed = challenge(scoring, ahead, behind)
    flipped = {c.question: Answer((c.to,)) for c in needed.flips or ()}
    changed = assessment._replace(answers={**assessment.answers, **flipped})
    return Explanation(
        result=result,
        strategy=explained,
        rival=rival,
        leads=leads,
        evidence=_evidence(scoring, explained, rival),
        challenge=needed,
        leaders_after_flips=score(framework, changed).leaders,
        turning_points=tuple(_turning_points(framework, scoring, ahead, behind)),
        left_out=tuple(_left_out(framework, assessment, scoring)),
        unknown=tuple(_unknown(framework, assessment, scoring, ahead, behind)),
        effects=tuple(_effects(framework, result, measured)),
        path=tuple(_path(framework, assessment, result)),
    )


def _closest_rival(scoring: Scoring, leader: str) -> str:
    """The rival that needs the fewest answers, then the least difference, to draw level."""
    found = [challenge(scoring, leader, s) for s in scoring.strategies if s != leader]
    most = len(scoring.contributions) + 1
    return min(found, key=lambda c: (most if c.flips is None else len(c.flips), c.margin)).rival


def _evidence(scoring: Scoring, strategy: str, rival: str) -> tuple[Evidence, ...]:
    def of_score(points: int) -> Fraction:
        return Fraction(100 * points, scoring.full)

    found = [
        Evidence(
            c.question, c.lens, c.answer, of_score(c.points[strategy]), of_score(c.points[rival])
        )
        for c in scoring.contributions
    ]
    return tuple(sorted(found, key=lambda e: -abs(e.gap)))


def _turning_points(
    framework: Framework, scoring: Scoring, ahead: str, behind: str
) -> Iterator[TurningPoint]:
    """Where the weighted difference, linear in the share of one lens, becomes nothing."""
    weights = {lens.id: lens.weight for lens in framework.lenses if lens.id in scoring.lenses}
    whole = sum(weights.values())
    gaps = {
        lens: scoring.lens_points(lens, ahead) - scoring.lens_points(lens, behind)
        for lens in weights
    }
    for lens, weight in weights.items():
        rest = whole - weight
        if not rest:
            continue
        others = Fraction(sum(weights[x] * gaps[x] for x in weights if x != lens), rest)
        if others == gaps[lens]:
            continue  # The difference is the same at every share.
        at = others / (others - gaps[lens])
        if 0 < at < 1:  # At the very end the lens alone decides, and the two are level there.
            yield TurningPoint(lens, Fraction(weight, whole), at)


def _left_out(framework: Framework, assessment: Assessment, scoring: Scoring) -> Iterator[LeftOut]:
    for contribution in scoring.contributions:
        if contribution.known:
            without = assessment.with_answer(contribution.question, Answer((NOT_APPLICABLE,)))
            verdict = recommend(framework, without).verdict
            yield LeftOut(contribution.question, score(framework, without).leaders, verdict)


def _unknown(
    framework: Framework, assessment: Assessment, scoring: Scoring, ahead: str, behind: str
) -> Iterator[Unknown]:
    """What is not known, with what is most worth finding out first."""
    found = []
    for contribution in scoring.contributions:
        if contribution.known:
            continue
        gaps = [points[ahead] - points[behind] for points in contribution.options.values()]
        spread = Fraction(100 * (max(gaps) - min(gaps)), scoring.full)
        overturns = sum(
            leaders_after(scoring, contribution, option) != scoring.leaders
            for option in contribution.options
        )
        found.append(Unknown(contribution.question, overturns, spread))
    yield from sorted(found, key=lambda u: (-u.overturns, -u.spread))


def leaders_after(scoring: Scoring, contribution: Contribution, option: str) -> tuple[str, ...]:
    """Who leads when one question is answered with an option."""
    points = {
        s: scoring.points(s) - contribution.points[s] + contribution.options[option][s]
        for s in scoring.strategies
    }
    return most(scoring.strategies, points)


def _effects(framework: Framework, result: Recommendation, measured: Levels) -> Iterator[Effect]:
    """One level more, for every strategy below its norm and every emphasised step."""
    for strategy in result.below_norm:
        if strategy.standing is not None:
            yield Effect("standing", strategy.id, strategy.standing, Fraction(1))
    for emphasis in result.journey:
        level = measured["step", emphasis.id].mean if ("step", emphasis.id) in measured else None
        if emphasis.emphasise and level is not None and level < LEVELS[-1]:
            yield Effect("step", emphasis.id, level, _gain(emphasis))


def _gain(emphasis: Emphasis) -> Fraction:
    """By how much a step's opportunity falls when its ladder rises one level."""
    satisfaction = emphasis.satisfaction or Fraction(0)
    risen = min(Fraction(10), satisfaction + PER_LEVEL)
    return opportunity(emphasis.importance, satisfaction) - opportunity(emphasis.importance, risen)


def _path(framework: Framework, assessment: Assessment, result: Recommendation) -> Iterator[Rise]:
    """The fewest levels that bring every strategy to its norm: the lowest ladders rise first."""
    for strategy in result.below_norm:
        ladders = framework.questions_about("strategy", strategy.id)
        yield from _rises(strategy.id, _known(assessment, ladders), framework.limits.norm)


def _known(assessment: Assessment, ladders: Sequence[Question]) -> dict[str, int]:
    found = {q.id: assessment.answers.get(q.id) for q in ladders}
    return {id: int(answer.number) for id, answer in found.items() if answer and answer.known}


def _rises(strategy: str, known: dict[str, int], norm: int) -> Iterator[Rise]:
    missing = ceil(norm * len(known) - sum(known.values()))
    for question, level in sorted(known.items(), key=lambda pair: pair[1]):
        rise = min(missing, LEVELS[-1] - level)
        if rise > 0:
            missing -= rise
            yield Rise(question, strategy, level, level + rise)
