"""The steps that many respondents should emphasise, reckoned for all of them at once.

Claims are those of `journey`, in grains so small that all of them are whole.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from itertools import chain
from math import lcm
from operator import getitem, mul
from typing import Any

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework, Question
from cd360_cli.journey import MIDDLE, PER_LEVEL, REACH
from cd360_cli.knowledge import Step
from cd360_cli.lanes import Lanes, dealt, packed, width_for
from cd360_cli.remembered import Remembered
from cd360_cli.respondent_cells import Answers, Columns, Layout, Table

_TOP = 10
"""The highest importance and satisfaction."""

_MOST_REMEMBERED = 1 << 10

_NOT_APPLICABLE, _UNKNOWN, _NONE = range(3)
"""What is said of a step: it does not apply, nothing, or a satisfaction, counted from there."""


class StepClaims:
    """What follows from answers about steps and tensions."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._framework = framework
        steps, tensions = framework.steps, framework.tensions
        about = [framework.questions_about("step", step.id) for step in steps]
        self._about_tensions = [framework.questions_about("tension", t.id) for t in tensions]
        most = max(map(len, (*about, *self._about_tensions)))
        self._grains = lcm(REACH, PER_LEVEL.denominator) * lcm(*range(1, most + 1))
        self._width = width_for(2 * _TOP * self._grains + _NONE)
        self._marked = self._width - 1
        """Steps whose marks fit in a lane."""
        self._at_ends = [
            [sum(s.points for s in t.shifts if s.step == step.id) for t in tensions]
            for step in steps
        ]
        self._affinities = [
            [self._grains * _affinity(step, strategy.id) for step in steps]
            for strategy in framework.strategies
        ]
        self._share = Remembered(self._share_of, _MOST_REMEMBERED)
        asked = [q.id for questions in self._about_tensions for q in questions]
        self._importances = Table(layout, layout.asking(asked), self._importance)
        self._said = [
            Table(layout, layout.asking(q.id for q in questions), partial(self._of_step, questions))
            for questions in about
        ]

    @property
    def tables(self) -> list[Table[Any]]:
        """The tables that cells are looked up in."""
        return [self._importances, *self._said]

    def emphasised(
        self, columns: Columns, candidates: Sequence[Sequence[int]]
    ) -> list[tuple[int, ...]]:
        """For each row, marks of the steps that all its candidates emphasise; `steps` reads them.

        Candidates are strategies by their position in the framework.
        """
        count = len(candidates)
        more = [(row, other) for row, named in enumerate(candidates) for other in named[1:]]
        strategies = [named[0] for named in candidates] + [other for _, other in more]
        again = [row for row, _ in more]
        marks = self._marks(columns, count, strategies, again)
        for extra, row in enumerate(again, count):
            for part in marks:
                part[row] &= part[extra]
        return list(zip(*(part[:count] for part in marks), strict=True))

    def steps(self, marks: Sequence[int]) -> tuple[str, ...]:
        """The ids of the steps that are marked, in the order of the journey."""
        return tuple(
            step.id
            for n, step in enumerate(self._framework.steps)
            if marks[n // self._marked] >> n % self._marked & 1
        )

    def _marks(
        self, columns: Columns, count: int, strategies: Sequence[int], again: Sequence[int]
    ) -> list[list[int]]:
        """Marks of the rows, then of rows seen `again`, each for its strategy."""

        def fields(table: Table[Any], number: int, of: Sequence[int] = ()) -> list[int]:
            values = table.values_in(columns, count)
            values += [values[row] for row in again]
            return dealt(map(getitem, values, of) if of else values, number, self._width)

        lanes = Lanes(len(strategies), self._width)
        importances = fields(self._importances, len(self._said), strategies)
        said = [*chain.from_iterable(fields(table, 1) for table in self._said)]
        chosen = self._chosen(lanes, importances, said)
        parts = []
        for first in range(0, len(chosen), self._marked):
            part = 0
            for n, lane in enumerate(chosen[first : first + self._marked]):
                part |= lane & lanes.all(1 << n)
            parts.append(list(lanes.each(part)))
        return parts

    def _chosen(self, lanes: Lanes, importances: Sequence[int], said: Sequence[int]) -> list[int]:
        """For each step all ones where it is emphasised: `journey.emphasised`, lane by lane."""
        one, unknown, none = lanes.all(1), lanes.all(_UNKNOWN), lanes.all(_NONE)
        wanted = min(self._framework.limits.emphasised_steps, len(said))
        highest = [0] * wanted
        lowest, falling = lanes.all(2 * _TOP * self._grains), []
        for importance, of_step in zip(importances, said, strict=True):
            known = lanes.at_least(of_step, none)
            satisfaction = (of_step & known) - (none & known)
            importance &= lanes.at_least(of_step, unknown)
            short = lanes.at_least(importance, satisfaction + one)
            claim = importance + ((importance & short) - (satisfaction & short) & known)
            lowest ^= claim ^ lanes.larger(lowest, claim)
            claim &= short
            falling.append(claim)
            for n, high in enumerate(highest):
                highest[n] = lanes.larger(high, claim)
                claim ^= high ^ highest[n]
        least = lanes.larger(highest[-1], one)
        if len(said) > 1:
            least = lanes.larger(least, lowest + one)
        return [lanes.at_least(claim, least) for claim in falling]

    def _of_step(self, questions: Sequence[Question], said: Answers) -> bytes:
        """What all answers about one step say of it."""
        answers = [said.get(question.id) for question in questions]
        applies = not answers or any(answer is None or answer.applies for answer in answers)
        mean, number = _mean(answers), _UNKNOWN if applies else _NOT_APPLICABLE
        if mean is not None:
            number = _NONE + int(PER_LEVEL * mean * self._grains)
        return packed((number,), self._width)

    def _share_of(self, answers: Sequence[Answer | None]) -> int:
        """How far from its middle (0) to an end all answers about one tension put it."""
        position = _mean(answers)
        return 0 if position is None else int((position - MIDDLE) * self._grains / REACH)

    def _importance(self, answers: Answers) -> list[bytes]:
        """For each strategy how important it finds each step, shifted by the tensions."""
        shares = [
            self._share[tuple(answers.get(question.id) for question in questions)]
            for questions in self._about_tensions
        ]
        shifts = [sum(map(mul, at_ends, shares)) for at_ends in self._at_ends]
        top = _TOP * self._grains
        return [
            packed([min(top, max(0, a + b)) for a, b in zip(own, shifts, strict=True)], self._width)
            for own in self._affinities
        ]


def _mean(answers: Sequence[Answer | None]) -> Fraction | None:
    """The mean of what is known about one thing, None where nothing is."""
    numbers = [answer.number for answer in answers if answer and answer.known]
    return Fraction(sum(numbers), len(numbers)) if numbers else None


def _affinity(step: Step, strategy: str) -> int:
    return next((a.points for a in step.affinities if a.strategy == strategy), 0)
