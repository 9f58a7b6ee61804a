"""The difference between two recommendations by one framework: of a change, over time, or between
companies.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.journey import Emphasis
from cd360_cli.recommendation import ConditionResult, Recommendation, StrategyResult
from cd360_cli.shift import Shift, shift

Became = Literal["other", "known", "unknown", "not-applicable", "applicable"]
"""What became of an answer: another one; known or unknown; its question lost or got a place."""

Emphasised = Literal["gained", "lost", "kept", "none"]
State = Literal["met", "unmet", "unknown", "not-needed"]


class StrategyChange(NamedTuple):
    """One strategy in both recommendations."""

    before: StrategyResult
    after: StrategyResult

    @property
    def id(self) -> str:
        """The strategy."""
        return self.after.id

    @property
    def score(self) -> Fraction:
        """Points of score (0-100) that it gained."""
        return self.after.score - self.before.score

    @property
    def standing(self) -> Fraction | None:
        """Levels (0-4) that it rose; None where either is unknown."""
        return _risen(self.before.standing, self.after.standing)

    @property
    def crossed(self) -> bool:
        """Whether it is below the market's norm in only one of the two."""
        return (self.before.threshold_met is False) != (self.after.threshold_met is False)


class LensChange(NamedTuple):
    """Who leads within a lens; nobody where none of its questions applies."""

    lens: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether others lead."""
        return set(self.before) != set(self.after)


class StepChange(NamedTuple):
    """One step of the journey in both recommendations."""

    before: Emphasis
    after: Emphasis

    @property
    def id(self) -> str:
        """The step."""
        return self.after.id

    @property
    def importance(self) -> Fraction:
        """By how much its importance (0-10) rose."""
        return self.after.importance - self.before.importance

    @property
    def satisfaction(self) -> Fraction | None:
        """By how much satisfaction (0-10) rose; None where either is unknown."""
        return _risen(self.before.satisfaction, self.after.satisfaction)

    @property
    def opportunity(self) -> Fraction | None:
        """By how much its opportunity (0-20) rose; None where either is unknown."""
        return _risen(self.before.opportunity, self.after.opportunity)

    @property
    def emphasis(self) -> Emphasised:
        """What became of its emphasis."""
        if self.before.emphasise:
            return "kept" if self.after.emphasise else "lost"
        return "gained" if self.after.emphasise else "none"


class ConditionChange(NamedTuple):
    """One condition in both recommendations."""

    before: ConditionResult
    after: ConditionResult

    @property
    def id(self) -> str:
        """The condition."""
        return self.after.id

    @property
    def states(self) -> tuple[State, State]:
        """Whether it is met, before and after; not needed where its strategy is no candidate."""
        return _state(self.before), _state(self.after)

    @property
    def differs(self) -> bool:
        """Whether its state is another."""
        before, after = self.states
        return before != after


class AnswerChange(NamedTuple):
    """A question that was answered otherwise. None where it was not asked yet."""

    question: str
    before: Answer | None
    after: Answer | None
    became: Became


class Difference(NamedTuple):
    """Two recommendations by the same framework, and what of the first is otherwise in the second.

    `answers` are those that differ, of all questions; `alike` counts the known ones that do not.
    """

    before: Recommendation
    after: Recommendation
    strategies: tuple[StrategyChange, ...]
    lenses: tuple[LensChange, ...]
    shift: Shift
    steps: tuple[StepChange, ...]
    conditions: tuple[ConditionChange, ...]
    answers: tuple[AnswerChange, ...]
    alike: int

    @property
    def moved_steps(self) -> tuple[StepChange, ...]:
        """The steps whose opportunity is another, the largest change first."""
        found = [(step, step.opportunity) for step in self.steps]
        moved = [(step, change) for step, change in found if change]
        return tuple(step for step, change in sorted(moved, key=lambda pair: -abs(pair[1])))


def difference(framework: Framework, before: Recommendation, after: Recommendation) -> Difference:
    """What differs between two recommendations by a framework, be it with other lens weights."""
    answers = tuple(_answers(framework, before, after))
    mine, other = before.assessment.answers, after.assessment.answers
    alike = sum(
        mine[q.id].known
        for q in framework.questions
        if q.id in mine and _became(mine[q.id], other.get(q.id)) is None
    )
    return Difference(
        before=before,
        after=after,
        strategies=tuple(map(StrategyChange, before.strategies, after.strategies)),
        lenses=tuple(
            LensChange(lens.id, _leaders(before, lens.id), _leaders(after, lens.id))
            for lens in framework.lenses
        ),
        shift=shift(framework, before, after, {each.question for each in answers}),
        steps=tuple(map(StepChange, before.journey, after.journey)),
        conditions=tuple(map(ConditionChange, before.conditions, after.conditions)),
        answers=answers,
        alike=alike,
    )


def _risen(before: Fraction | None, after: Fraction | None) -> Fraction | None:
    return None if before is None or after is None else after - before


def _state(condition: ConditionResult) -> State:
    if not condition.applies:
        return "not-needed"
    if condition.met is None:
        return "unknown"
    return "met" if condition.met else "unmet"


def _leaders(result: Recommendation, lens: str) -> tuple[str, ...]:
    return tuple(s.id for s in result.strategies for x in s.lenses if x.lens == lens and x.leads)


def _answers(
    framework: Framework, before: Recommendation, after: Recommendation
) -> Iterator[AnswerChange]:
    """The answers that differ, in the order of asking."""
    for question in framework.asked:
        mine = before.assessment.answers.get(question.id)
        other = after.assessment.answers.get(question.id)
        if became := _became(mine, other):
            yield AnswerChange(question.id, mine, other, became)


def _became(before: Answer | None, after: Answer | None) -> Became | None:
    """What became of an answer; nothing where it says the same, or as little."""
    applied, applies = before is None or before.applies, after is None or after.applies
    if applied != applies:
        return "applicable" if applies else "not-applicable"
    knew, knows = before is not None and before.known, after is not None and after.known
    if knew != knows:
        return "known" if knows else "unknown"
    if before and after and knows and set(before.picks) != set(after.picks):
        return "other"
    return None
