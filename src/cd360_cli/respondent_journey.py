"""The steps that many respondents should emphasise, reckoned for all of them at once.

Claims are those of `journey`, in grains so small that all of them are whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from math import lcm
from operator import mul

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework, Question
from cd360_cli.journey import MIDDLE, PER_LEVEL, REACH
from cd360_cli.knowledge import Step
from cd360_cli.lanes import Lanes, dealt, packed, width_for
from cd360_cli.respondent_cells import Answers, Columns, Layout, Table

_TOP = 10
"""The highest importance and satisfaction."""

_NOT_APPLICABLE, _UNKNOWN, _NONE = range(3)
"""What is said of a step: it does not apply, nothing, or a satisfaction, counted from there."""


class StepClaims:
    """What follows from answers about steps and tensions."""

    def __init__(self, framework: Framework, layout: Layout) -> None:
        self._framework = framework
        steps, tensions = framework.steps, framework.tensions
        about_steps = [framework.questions_about("step", step.id) for step in steps]
        about_tensions = [framework.questions_about("tension", t.id) for t in tensions]
        self._at_ends = [
            [sum(s.points for s in t.shifts if s.step == step.id) for t in tensions]
            for step in steps
        ]
        most = max(map(len, (*about_steps, *about_tensions)))
        self._grains = lcm(REACH, PER_LEVEL.denominator) * lcm(*range(1, most + 1))
        farthest = max(sum(map(abs, at_ends)) for at_ends in self._at_ends)
        self._width = width_for(2 * max(_TOP, farthest) * self._grains + _TOP * self._grains)
        self._marked = self._width - 1
        """Steps whose marks fit in a lane."""
        strategies = [strategy.id for strategy in framework.strategies]
        self._affinities = [
            [self._grains * _affinity(step, strategy) for strategy in strategies] for step in steps
        ]
        self._flags = [packed([s == t for t in strategies], self._width) for s in strategies]
        self._said = [self._table(layout, questions, self._of_step) for questions in about_steps]
        self._shares = [self._table(layout, asked, self._of_tension) for asked in about_tensions]
        self.tables = [*self._said, *self._shares]
        """The tables that cells are looked up in."""

    def _table(
        self,
        layout: Layout,
        questions: Sequence[Question],
        number: Callable[[Sequence[Answer | None]], int],
    ) -> Table[bytes]:
        """The number, in a lane, of what is answered to some questions."""
        asked = [question.id for question in questions]

        def work(answers: Answers) -> bytes:
            return packed((number([answers.get(question) for question in asked]),), self._width)

        return Table(layout, layout.asking(asked), work)

    def emphasised(
        self, columns: Columns, candidates: Sequence[Sequence[int]]
    ) -> list[tuple[int, ...]]:
        """For each row, marks of the steps that all its candidates emphasise; `steps` reads them.

        Candidates are strategies by their position in the framework.
        """
        count = len(candidates)
        several = [(row, named) for row, named in enumerate(candidates) if len(named) > 1]
        more = [(row, other) for row, named in several for other in named[1:]]
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

        def numbers(table: Table[bytes]) -> int:
            values = table.values_in(columns, count)
            values += map(values.__getitem__, again)
            return dealt(values, 1, self._width)[0]

        lanes = Lanes(len(strategies), self._width)
        shares, said = list(map(numbers, self._shares)), list(map(numbers, self._said))
        importances = self._importances(lanes, strategies, shares)
        chosen = self._chosen(lanes, importances, said)
        parts = []
        for first in range(0, len(chosen), self._marked):
            part = 0
            for n, lane in enumerate(chosen[first : first + self._marked]):
                part |= lane & lanes.all(1 << n)
            parts.append(list(lanes.each(part)))
        return parts

    def _importances(
        self, lanes: Lanes, strategies: Sequence[int], shares: Sequence[int]
    ) -> Iterator[int]:
        """How important each step is to a strategy a row, shifted by the tensions."""
        flags = dealt(map(self._flags.__getitem__, strategies), len(self._flags), self._width)
        ends, top = lanes.all(2 * self._grains), lanes.all(_TOP * self._grains)
        for affinities, at_ends in zip(self._affinities, self._at_ends, strict=True):
            importance = sum(map(mul, flags, affinities))
            for share, at_end in zip(shares, at_ends, strict=True):
                importance += (share if at_end > 0 else ends - share) * abs(at_end)
            # Shares are counted from an end, and so are never below 0.
            middle = lanes.all(sum(map(abs, at_ends)) * self._grains)
            yield lanes.smaller(lanes.larger(importance, middle) - middle, top)

    def _chosen(self, lanes: Lanes, importances: Iterable[int], said: Sequence[int]) -> list[int]:
        """For each step all ones where it is emphasised: `journey.emphasised`, lane by lane."""
        one, unknown, none = lanes.all(1), lanes.all(_UNKNOWN), lanes.all(_NONE)
        wanted = min(self._framework.limits.emphasised_steps, len(said))
        highest = [one] * wanted
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
        least = highest[-1]
        if len(said) > 1:
            least = lanes.larger(least, lowest + one)
        return [lanes.at_least(claim, least) for claim in falling]

    def _of_step(self, answers: Sequence[Answer | None]) -> int:
        """What all answers about one step say of it."""
        applies = not answers or any(answer is None or answer.applies for answer in answers)
        mean = _mean(answers)
        if mean is None:
            return _UNKNOWN if applies else _NOT_APPLICABLE
        return _NONE + int(PER_LEVEL * mean * self._grains)

    def _of_tension(self, answers: Sequence[Answer | None]) -> int:
        """How far from its first end all answers about one tension put it, the middle if none."""
        position = _mean(answers)
        if position is None:
            return self._grains
        return self._grains + int((position - MIDDLE) * self._grains / REACH)


def _mean(answers: Sequence[Answer | None]) -> Fraction | None:
    """The mean of what is known about one thing, None where nothing is."""
    numbers = [answer.number for answer in answers if answer and answer.known]
    return Fraction(sum(numbers), len(numbers)) if numbers else None


def _affinity(step: Step, strategy: str) -> int:
    return next((a.points for a in step.affinities if a.strategy == strategy), 0)
