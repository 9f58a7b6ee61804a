"""The steps of the SQL from levels and positions to the steps of the journey that are emphasised.

Claims are those of `journey`, in grains so small that all of them are whole.
"""

from collections.abc import Iterator
from math import lcm

from cd360_cli.framework import Framework
from cd360_cli.journey import MIDDLE, PER_LEVEL, REACH
from cd360_cli.sql_answers import Measure, measures
from cd360_cli.sql_dialect import (
    Dialect,
    Step,
    added,
    all_of,
    case,
    greatest,
    least,
    quoted,
    spaced,
    times,
)

TOP = 10
"""The highest importance and satisfaction."""


def journey_steps(framework: Framework, dialect: Dialect) -> Iterator[Step]:
    """The steps, in order. They need `chosen_S` for each strategy and yield `emphasised`."""
    steps, tensions = measures(framework, "step"), measures(framework, "tension")
    counts = range(1, max(measure.asked for measure in (*steps, *tensions)) + 1)
    grains = lcm(REACH, PER_LEVEL.denominator) * lcm(*counts)
    strategies = range(len(framework.strategies))
    yield Step("measured", dict(_measured(steps, tensions, dialect)))
    yield Step("levelled", dict(_levelled(steps, tensions, grains, dialect)))
    shifts = dict(_shifts(framework, tensions))
    yield Step("shifted", shifts)
    yield Step("mattering", dict(_importances(framework, steps, set(shifts), grains)))
    yield Step("claimed", _claims(framework, steps, grains))
    found = {s: [[f"falling_{s}_{n}"] for n in range(len(steps))] for s in strategies}
    wanted = framework.limits.emphasised_steps
    layer = 0
    while len(found[0]) > 1:
        columns: dict[str, str] = {}
        for s in strategies:
            found[s] = _merged(found[s], wanted, f"high_{layer}_{s}", columns)
        yield Step(f"merged_{layer}", columns)
        layer += 1
    yield Step("barred", {f"bar_{s}": _bar(framework, s, found[s][0]) for s in strategies})
    yield Step("emphasising", {"emphasised": _emphasised(framework)})


def _measured(
    steps: tuple[Measure, ...], tensions: tuple[Measure, ...], dialect: Dialect
) -> Iterator[tuple[str, str]]:
    for measure in (*steps, *tensions):
        if not measure.asked:
            continue
        rest = dialect.divided(measure.name, measure.sums)
        yield f"{measure.name}_sum", f"MOD({measure.name}, {measure.sums})"
        yield f"{measure.name}_known", f"MOD({rest}, {measure.counts})"


def _levelled(
    steps: tuple[Measure, ...], tensions: tuple[Measure, ...], grains: int, dialect: Dialect
) -> Iterator[tuple[str, str]]:
    """Satisfaction by step, beyond all importance where it is unknown; the shift by tension."""
    per_level = PER_LEVEL.numerator * grains // PER_LEVEL.denominator
    for measure in steps:
        if measure.asked:
            mean = _mean(measure, times(per_level, f"{measure.name}_sum"), dialect)
            level = case([(f"{measure.name}_known = 0", _unknown(grains))], mean)
            yield f"level_{measure.name}", level
    for measure in tensions:
        if measure.asked:
            beyond = f"({measure.name}_sum - {times(MIDDLE, f'{measure.name}_known')})"
            yield f"share_{measure.name}", _mean(measure, times(grains // REACH, beyond), dialect)


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
    return TOP * grains + 1


def _shifts(framework: Framework, tensions: tuple[Measure, ...]) -> Iterator[tuple[str, str]]:
    """By step, what all tensions together add to its importance."""
    for n, step in enumerate(framework.steps):
        found = []
        for tension, measure in zip(framework.tensions, tensions, strict=True):
            points = sum(shift.points for shift in tension.shifts if shift.step == step.id)
            if points and measure.asked:
                found.append(times(points, f"share_{measure.name}"))
        if found:
            yield f"shift_{n}", added(found)


def _importances(
    framework: Framework, steps: tuple[Measure, ...], shifted: set[str], grains: int
) -> Iterator[tuple[str, str]]:
    """By strategy and step its importance: 0 where the step does not apply."""
    for s, strategy in enumerate(framework.strategies):
        for n, (step, measure) in enumerate(zip(framework.steps, steps, strict=True)):
            affinity = sum(a.points for a in step.affinities if a.strategy == strategy.id) * grains
            within = str(affinity)
            if f"shift_{n}" in shifted:
                within = f"GREATEST(0, LEAST({TOP * grains}, {affinity} + shift_{n}))"
            applies = f"{measure.name} >= {measure.sums * measure.counts}"
            yield f"weight_{s}_{n}", case([(applies, within)], 0) if measure.asked else within


def _claims(framework: Framework, steps: tuple[Measure, ...], grains: int) -> dict[str, str]:
    """What each step claims, `falling` where satisfaction falls short or may do so, else 0."""
    columns = {}
    for s in range(len(framework.strategies)):
        for n, measure in enumerate(steps):
            weight, level = f"weight_{s}_{n}", f"level_{measure.name}"
            if measure.asked:
                columns[f"claim_{s}_{n}"] = f"{weight} + GREATEST({weight} - {level}, 0)"
                unknown = f"{level} = {_unknown(grains)}"
                short = [(f"{weight} > {level}", f"2 * {weight} - {level}"), (unknown, weight)]
                columns[f"falling_{s}_{n}"] = case(short, 0)
            else:
                columns[f"claim_{s}_{n}"] = columns[f"falling_{s}_{n}"] = weight
    return columns


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


def _bar(framework: Framework, strategy: int, highest: list[str]) -> str:
    """The least claim that is emphasised, of a candidate; of another strategy any will do."""
    lowest = [f"claim_{strategy}_{n}" for n in range(len(framework.steps))]
    bars = [highest[-1], f"{least(lowest)} + 1"] if len(lowest) > 1 else [highest[-1], "1"]
    return case([(f"chosen_{strategy} = 1", greatest(bars))], 0)


def _emphasised(framework: Framework) -> str:
    """The steps that every candidate emphasises."""
    strategies = range(len(framework.strategies))
    return spaced(
        case(
            [(all_of([f"falling_{s}_{n} >= bar_{s}" for s in strategies]), quoted(f" {step.id}"))],
            "''",
        )
        for n, step in enumerate(framework.steps)
    )
