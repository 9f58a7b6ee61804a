"""The steps of the SQL from levels and positions to the steps of the journey that are emphasised.

Claims are those of `journey`, in grains so small that all of them are whole.
"""

from collections.abc import Iterator
from math import lcm

from cd360_cli.answer_kinds import WORD
from cd360_cli.framework import Framework
from cd360_cli.journey import MIDDLE, PER_LEVEL, REACH
from cd360_cli.sql_answers import Measure, measures
from cd360_cli.sql_dialect import (
    Dialect,
    Step,
    added,
    all_of,
    case,
    flag,
    greatest,
    least,
    quoted,
    spaced,
    times,
)

TOGETHER = 24
"""Claims that are compared in one step."""

TOP = 10
"""The highest importance and satisfaction."""


def journey_steps(framework: Framework, dialect: Dialect) -> Iterator[Step]:
    """The steps, in order. They need `chosen_S` for each strategy.

    They yield the numbers that `journey_text` puts into words.
    """
    steps, tensions = measures(framework, "step"), measures(framework, "tension")
    grains = _grains(steps, tensions)
    yield Step("measured", dict(_measured(steps, tensions, dialect)))
    yield Step("levelled", dict(_levelled(steps, tensions, grains, dialect)))
    shifts = dict(_shifts(framework, steps, tensions, grains))
    yield Step("shifted", shifts)
    # A few strategies at once: an engine that makes code of a step takes only so many columns.
    every = range(len(framework.strategies))
    few = max(1, TOGETHER // len(steps))
    for start in every[::few]:
        some = every[start : start + few]
        yield Step(
            f"mattering_{start}",
            dict(
                weight
                for s in some
                for weight in _importances(framework, s, steps, set(shifts), grains)
            ),
        )
        yield Step(f"claimed_{start}", dict(c for s in some for c in _claims(s, steps, grains)))
        found = {s: [[f"falling_{s}_{n}"] for n in range(len(steps))] for s in some}
        layer = 0
        while len(found[start]) > 1:
            columns: dict[str, str] = {}
            for s in some:
                name = f"high_{layer}_{s}"
                found[s] = _merged(found[s], framework.limits.emphasised_steps, name, columns)
            yield Step(f"merged_{start}_{layer}", columns)
            layer += 1
        yield Step(f"barred_{start}", {f"bar_{s}": _bar(s, found[s][0]) for s in some})
        yield Step(f"marked_{start}", dict(_marks(some, len(steps))))
    yield Step("emphasising", dict(_emphasised(len(steps))))


def journey_text(framework: Framework, dialect: Dialect) -> str:
    """The steps that every candidate emphasises: it follows from one number for each `WORD`."""
    return spaced(
        case(
            [(f"{dialect.field(f'emphasis_{n // WORD}', n % WORD, 1)} = 1", quoted(f" {step.id}"))],
            "''",
        )
        for n, step in enumerate(framework.steps)
    )


def _grains(steps: tuple[Measure, ...], tensions: tuple[Measure, ...]) -> int:
    counts = range(1, max(measure.asked for measure in (*steps, *tensions)) + 1)
    return lcm(REACH, PER_LEVEL.denominator) * lcm(*counts)


def farthest(framework: Framework) -> int:
    """No number in these steps is farther from 0, but for marks."""
    steps, tensions = measures(framework, "step"), measures(framework, "tension")
    grains = _grains(steps, tensions)
    packed = max(measure.sums * measure.counts**2 for measure in (*steps, *tensions))
    sums = max(measure.sums for measure in (*steps, *tensions)) * TOP * grains
    shift = sum(abs(s.points) for t in framework.tensions for s in t.shifts) * MIDDLE * grains
    return max(packed, sums, 2 * TOP * grains + 2, TOP * grains + shift)


def _measured(
    steps: tuple[Measure, ...], tensions: tuple[Measure, ...], dialect: Dialect
) -> Iterator[tuple[str, str]]:
    for measure in (*steps, *tensions):
        if not measure.asked:
            continue
        if measure.asked == 1:
            known = measure.sums * (measure.counts + 1)
            yield f"{measure.name}_sum", f"{measure.name} - {known}"
            yield f"{measure.name}_known", flag(f"{measure.name} >= {known}")
            continue
        rest = dialect.divided(measure.name, measure.sums)
        yield f"{measure.name}_sum", dialect.rest(measure.name, measure.sums)
        yield f"{measure.name}_known", dialect.rest(rest, measure.counts)


def _levelled(
    steps: tuple[Measure, ...], tensions: tuple[Measure, ...], grains: int, dialect: Dialect
) -> Iterator[tuple[str, str]]:
    """Satisfaction by step, beyond all importance where it is unknown; the shift by tension."""
    per_level = PER_LEVEL.numerator * grains // PER_LEVEL.denominator
    for measure in steps:
        if measure.asked:
            mean = _mean(measure, times(per_level, f"{measure.name}_sum"), dialect)
            applies = f"{measure.name} >= {measure.sums * measure.counts}"
            unknown = case([(applies, _unknown(grains))], _unknown(grains) + 1)
            level = case([(f"{measure.name}_known = 0", unknown)], mean)
            yield f"level_{measure.name}", level
    for measure in tensions:
        if measure.asked:
            known = f"{measure.name}_known"
            middle = str(MIDDLE) if measure.asked == 1 else times(MIDDLE, known)
            beyond = times(grains // REACH, f"({measure.name}_sum - {middle})")
            share = _mean(measure, beyond, dialect)
            one = measure.asked == 1
            yield f"share_{measure.name}", case([(f"{known} = 0", 0)], share) if one else share


def _mean(measure: Measure, total: str, dialect: Dialect) -> str:
    """A total over the answers that are known, by their number: exact, as grains are that small."""
    if measure.asked == 1:
        return total
    by_count = [
        (f"{measure.name}_known = {n}", dialect.divided(f"({total})", n))
        for n in range(2, measure.asked + 1)
    ]
    return case(by_count, total)


def _unknown(grains: int) -> int:
    """Stands for a satisfaction that is unknown; one more, for one that does not apply."""
    return TOP * grains + 1


def _shifts(
    framework: Framework, steps: tuple[Measure, ...], tensions: tuple[Measure, ...], grains: int
) -> Iterator[tuple[str, str]]:
    """By step, what all tensions together add to its importance: nothing is left of it where the
    step does not apply."""
    for n, (step, level) in enumerate(zip(framework.steps, steps, strict=True)):
        found = []
        for tension, measure in zip(framework.tensions, tensions, strict=True):
            points = sum(shift.points for shift in tension.shifts if shift.step == step.id)
            if points and measure.asked:
                found.append(times(points, f"share_{measure.name}"))
        if found:
            applies = (f"level_{level.name} <= {_unknown(grains)}", added(found))
            yield f"shift_{n}", case([applies], -TOP * grains) if level.asked else added(found)


def _importances(
    framework: Framework, s: int, steps: tuple[Measure, ...], shifted: set[str], grains: int
) -> Iterator[tuple[str, str]]:
    """By step its importance to a strategy: 0 where the step does not apply."""
    strategy = framework.strategies[s]
    for n, (step, measure) in enumerate(zip(framework.steps, steps, strict=True)):
        affinity = sum(a.points for a in step.affinities if a.strategy == strategy.id) * grains
        weight = str(affinity)
        if f"shift_{n}" in shifted:
            weight = f"GREATEST(0, LEAST({TOP * grains}, {affinity} + shift_{n}))"
        elif measure.asked:
            weight = case([(f"level_{measure.name} <= {_unknown(grains)}", affinity)], 0)
        yield f"weight_{s}_{n}", weight


def _claims(s: int, steps: tuple[Measure, ...], grains: int) -> Iterator[tuple[str, str]]:
    """What each step claims of a strategy, where satisfaction falls short or may do so, else 0.

    And `lowest_S`, the least claim of all.
    """
    claims = []
    for n, measure in enumerate(steps):
        weight, level = f"weight_{s}_{n}", f"level_{measure.name}"
        if measure.asked:
            claims.append(f"{weight} + GREATEST({weight} - {level}, 0)")
            unknown = f"{level} = {_unknown(grains)}"
            short = [(f"{weight} > {level}", f"2 * {weight} - {level}"), (unknown, weight)]
            yield f"falling_{s}_{n}", case(short, 0)
        else:
            yield f"falling_{s}_{n}", weight
            claims.append(weight)
    yield f"lowest_{s}", least(claims) if len(claims) > 1 else "0"


def _merged(
    lists: list[list[str]], wanted: int, name: str, columns: dict[str, str]
) -> list[list[str]]:
    """Falling lists, two by two merged in one of their `wanted` highest, as columns."""
    found = []
    for n in range(0, len(lists), 2):
        if n + 1 == len(lists):
            found.append(lists[n])
            continue
        one, other = lists[n], lists[n + 1]
        places = range(min(wanted, len(one) + len(other)))
        columns |= {f"{name}_{n}_{place}": _nth(one, other, place) for place in places}
        found.append([f"{name}_{n}_{place}" for place in places])
    return found


def _nth(one: list[str], other: list[str], place: int) -> str:
    """The value at a place, from 0, of two falling lists merged."""
    alone = [values[place] for values in (one, other) if place < len(values)]
    pairs = [
        f"LEAST({one[k]}, {other[place - 1 - k]})"
        for k in range(place)
        if k < len(one) and place - 1 - k < len(other)
    ]
    return greatest([*alone, *pairs])


def _bar(strategy: int, highest: list[str]) -> str:
    """The least claim that is emphasised, of a candidate; of another strategy any will do."""
    return case([(f"chosen_{strategy} = 1", f"GREATEST({highest[-1]}, lowest_{strategy} + 1)")], 0)


def _marks(some: range, steps: int) -> Iterator[tuple[str, str]]:
    """By step, whether all strategies, up to and with some, emphasise it."""
    for n in range(steps):
        before = [f"common_{n} = 1"] if some.start else []
        yield f"common_{n}", flag(all_of([*before, *(f"falling_{s}_{n} >= bar_{s}" for s in some)]))


def _emphasised(steps: int) -> Iterator[tuple[str, str]]:
    """The steps that every candidate emphasises, a bit for each."""
    for start in range(0, steps, WORD):
        some = range(start, min(start + WORD, steps))
        marks = (case([(f"common_{n} = 1", 1 << n - start)], 0) for n in some)
        yield f"emphasis_{start // WORD}", added(marks)
