"""What a team should talk about first: where it disagrees and where that decides."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import NamedTuple

from cd360_cli.agreement import differences, unshared
from cd360_cli.assessment import Answer, Assessment
from cd360_cli.framework import RESERVED, Framework, Question
from cd360_cli.scoring import Contribution, Scoring

FIRST = 3
"""How many questions a team is asked to talk about first."""


class Said(NamedTuple):
    """An answer, and who gave it by place among the respondents: nobody where it is anonymous.

    `people` is how many gave it.
    """

    picks: tuple[str, ...]
    respondents: tuple[int, ...]
    people: int


class Margin(NamedTuple):
    """By how many points of score (0-100) a leader is ahead of a rival: now, and at worst and best.

    `low` and `high` hold if the whole team gave, to one question, the answer among the respondents
    that serves the leader least, or most.
    """

    leader: str
    rival: str
    now: Fraction
    low: Fraction
    high: Fraction

    @property
    def turns(self) -> bool:
        """Whether this question alone decides who of the two is ahead."""
        return self.low <= 0 <= self.high


class Topic(NamedTuple):
    """A question on which respondents differ, and what hangs on it.

    `disagreement` (0-1) is how far two respondents who answered it differ on average: for a choice
    the part of their answers that they do not share, for a ladder or spectrum the levels between
    them, of all there are. `margin` is None for what no score depends on.
    """

    question: str
    disagreement: Fraction
    margin: Margin | None
    said: tuple[Said, ...]

    @property
    def effect(self) -> Fraction:
        """By how many points of score (0-100) the answers given can move the leader's margin."""
        return self.margin.high - self.margin.low if self.margin else Fraction(0)

    @property
    def weight(self) -> Fraction:
        """Disagreement times effect: what comes first."""
        return self.disagreement * self.effect


def topics(
    framework: Framework, scoring: Scoring | None, assessments: Sequence[Assessment]
) -> tuple[Topic, ...]:
    """All questions on which respondents differ, by weight; `scoring` is that of the whole team.

    Without a scoring, where nobody's answers count for the strategies, there are no margins.

    Where weights are equal, and for all that moves no score, the larger disagreement comes first;
    then the order of asking.
    """
    contributions = {c.question: c for c in scoring.contributions} if scoring else {}
    found = []
    for question in framework.asked:
        answers = [a.answers.get(question.id) for a in assessments]
        known = _known(answers)
        if disagreement := _disagreement(question, known):
            contribution = contributions.get(question.id)
            margin = _margin(scoring, contribution, known) if scoring and contribution else None
            said = tuple(_said(question, answers))
            found.append(Topic(question.id, disagreement, margin, said))
    return tuple(sorted(found, key=lambda t: (-t.weight, -t.disagreement)))


def compared(framework: Framework, assessments: Sequence[Assessment]) -> int:
    """How many questions at least two respondents answered, alike or not."""
    return sum(
        len(_known([a.answers.get(question.id) for a in assessments])) > 1
        for question in framework.asked
    )


def _known(answers: Sequence[Answer | None]) -> list[Answer]:
    return [answer for answer in answers if answer and answer.known]


def _disagreement(question: Question, known: Sequence[Answer]) -> Fraction:
    """How far two of those who answered differ on average (0-1); 0 of fewer than two."""
    if len(known) < 2:
        return Fraction(0)
    # Who says the same does not differ, so what was said decides, and how often.
    said = Counter(answer.picks for answer in known)
    differ = unshared if question.options else _steps_apart(len(question.choices) - 1)
    return differences(said, differ) / comb(len(known), 2)


def _steps_apart(most: int) -> Callable[[tuple[str, ...], tuple[str, ...]], Fraction]:
    """How far two levels or positions are from each other, of the most there can be (0-1)."""
    return lambda a, b: Fraction(abs(Answer(a).number - Answer(b).number), most)


def _margin(scoring: Scoring, contribution: Contribution, known: Sequence[Answer]) -> Margin:
    """The margin that the answers move most, of those that decide who leads."""
    found = [
        _between(scoring, contribution, known, leader, rival)
        for leader, rival in _contenders(scoring)
    ]
    return max(found, key=lambda margin: margin.high - margin.low)


def _contenders(scoring: Scoring) -> Iterator[tuple[str, str]]:
    """The leader with each that comes second; where several lead, these with each other."""
    if len(scoring.leaders) > 1:
        yield from combinations(scoring.leaders, 2)
        return
    (leader,) = scoring.leaders
    rivals = [s for s in scoring.strategies if s != leader]
    second = max(scoring.points(s) for s in rivals)
    yield from ((leader, s) for s in rivals if scoring.points(s) == second)


def _between(
    scoring: Scoring, contribution: Contribution, known: Sequence[Answer], leader: str, rival: str
) -> Margin:
    def of_score(points: Fraction | int) -> Fraction:
        return Fraction(100 * points) / scoring.full if scoring.full else Fraction(0)

    def gap(answer: Answer) -> Fraction:
        options = [contribution.options[pick] for pick in answer.picks]
        return Fraction(sum(o[leader] - o[rival] for o in options), len(options))

    gaps = [gap(answer) for answer in known]
    now = scoring.points(leader) - scoring.points(rival)
    others = now - contribution.gap(leader, rival)
    return Margin(
        leader, rival, of_score(now), of_score(others + min(gaps)), of_score(others + max(gaps))
    )


def _said(question: Question, answers: Sequence[Answer | None]) -> Iterator[Said]:
    """Who said what, in the order of the choices; those who do not know last."""
    order = {pick: n for n, pick in enumerate([*question.choices, *RESERVED])}
    groups: dict[tuple[str, ...], list[int]] = {}
    for n, answer in enumerate(answers):
        if answer:
            picks = tuple(sorted(answer.picks, key=order.__getitem__))
            groups.setdefault(picks, []).append(n)
    for picks in sorted(groups, key=lambda picks: [order[pick] for pick in picks]):
        yield Said(picks, tuple(groups[picks]), len(groups[picks]))
