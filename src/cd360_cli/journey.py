"""Where to put the weight: the opportunity of journey steps, disciplines and traits.

    opportunity = importance + max(0, importance - satisfaction)        (Ulwick, 0-20)

Importance (0-10) is the strategy's affinity, for steps shifted by the business-model tensions;
satisfaction (0-10) is 2.5 x the mean ladder level. Where satisfaction is unknown no opportunity is
claimed: the importance itself is then the least that the opportunity can be.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from cd360_cli.assessment import UNMEASURED, Level, Levels
from cd360_cli.framework import POSITIONS, Bands, Framework
from cd360_cli.knowledge import Step, Tension, Trait

Band = Literal["extreme", "high", "attention", "served", "unknown", "not-applicable"]
Because = Literal["affinity", "tension", "satisfaction"]

PER_LEVEL = Fraction(5, 2)
"""Satisfaction (0-10) for each level of a ladder (0-4)."""

MOST_IMPORTANCE = 10
MOST_OPPORTUNITY = 2 * MOST_IMPORTANCE

MIDDLE = POSITIONS[len(POSITIONS) // 2]
REACH = POSITIONS[-1] - MIDDLE
"""Positions from the middle of a spectrum to either end."""


class Reason(NamedTuple):
    """What makes a step or trait weigh as it does: points from the named strategy or tension."""

    because: Because
    of: str
    points: Fraction


class Emphasis(NamedTuple):
    """How much weight a step or trait deserves. All on 0-10, `opportunity` on 0-20."""

    id: str
    importance: Fraction
    satisfaction: Fraction | None
    opportunity: Fraction | None
    band: Band
    emphasise: bool
    reasons: tuple[Reason, ...]

    @property
    def claim(self) -> Fraction:
        """The least that the opportunity is: itself, or the importance where it is unknown."""
        if self.band == "not-applicable":
            return Fraction(0)
        return self.importance if self.opportunity is None else self.opportunity


class DisciplineEmphasis(NamedTuple):
    """Means over the steps of a discipline, of those that are known."""

    id: str
    importance: Fraction
    satisfaction: Fraction | None
    opportunity: Fraction | None
    emphasise: bool


def steps(framework: Framework, levels: Levels, strategy: str) -> tuple[Emphasis, ...]:
    """The journey as a strategy would have it."""
    found = [_step(framework, levels, step, strategy) for step in framework.steps]
    return emphasised(found, framework.limits.emphasised_steps)


def traits(framework: Framework, levels: Levels, strategy: str) -> tuple[Emphasis, ...]:
    """The trait profile as a strategy would have it."""
    bands = framework.limits.bands
    found = [
        _emphasis(bands, t.id, levels.get(("trait", t.id), UNMEASURED), [_affinity(t, strategy)])
        for t in framework.traits
    ]
    return emphasised(found, framework.limits.emphasised_traits)


def shared(found: Sequence[Sequence[Emphasis]]) -> tuple[Emphasis, ...]:
    """What several journeys or profiles share.

    Of each step its least importance in any of them, and the emphasis that all of them put on it.
    """
    return tuple(
        min(same, key=lambda e: e.importance)._replace(emphasise=all(e.emphasise for e in same))
        for same in zip(*found, strict=True)
    )


def disciplines(
    framework: Framework, journey: Sequence[Emphasis]
) -> tuple[DisciplineEmphasis, ...]:
    """The disciplines as means of their steps; emphasised is the one that claims most."""
    by_id = {emphasis.id: emphasis for emphasis in journey}
    rows = [
        (d.id, [by_id[s.id] for s in framework.steps if s.discipline == d.id])
        for d in framework.disciplines
    ]
    applying = [(id, [e for e in found if e.band != "not-applicable"]) for id, found in rows]
    claims = {id: mean([e.claim for e in found]) or Fraction(0) for id, found in applying}
    top = max(claims.values(), default=Fraction(0))
    alike = len(set(claims.values())) == 1
    return tuple(
        DisciplineEmphasis(
            id=id,
            importance=mean([e.importance for e in found]) or Fraction(0),
            satisfaction=mean([e.satisfaction for e in found if e.satisfaction is not None]),
            opportunity=mean([e.opportunity for e in found if e.opportunity is not None]),
            emphasise=claims[id] == top and not alike,
        )
        for id, found in applying
    )


def mean(values: Sequence[Fraction]) -> Fraction | None:
    """The mean, or None of nothing."""
    return sum(values, Fraction(0)) / len(values) if values else None


def opportunity(importance: Fraction, satisfaction: Fraction) -> Fraction:
    """Ulwick's opportunity: what matters counts double as far as it is not satisfied."""
    return importance + max(Fraction(0), importance - satisfaction)


def band(claimed: Fraction, bands: Bands) -> Band:
    """The name of an opportunity (0-20)."""
    if claimed >= bands.extreme:
        return "extreme"
    if claimed >= bands.high:
        return "high"
    return "attention" if claimed >= bands.attention else "served"


def emphasised(found: Sequence[Emphasis], count: int) -> tuple[Emphasis, ...]:
    """Mark the `count` highest claims of what falls short, with all that equal the last of them.

    What is satisfied as far as it matters gains nothing by more weight. The lowest of several never
    stands out, so where everything claims the same nothing is marked.
    """
    claims = sorted((e.claim for e in found if _short(e)), reverse=True)
    if not claims:
        return tuple(found)
    least, lowest = claims[min(count, len(claims)) - 1], min(e.claim for e in found)
    return tuple(
        e._replace(
            emphasise=_short(e) and e.claim >= least and (e.claim > lowest or len(found) == 1)
        )
        for e in found
    )


def _short(emphasis: Emphasis) -> bool:
    """Whether satisfaction falls short of importance, or may do so for all that is known."""
    if emphasis.band == "not-applicable" or not emphasis.importance:
        return False
    return emphasis.satisfaction is None or emphasis.satisfaction < emphasis.importance


def _step(framework: Framework, levels: Levels, step: Step, strategy: str) -> Emphasis:
    shifts = [
        Reason("tension", tension.id, points)
        for tension in framework.tensions
        if (points := _shift(levels, tension, step))
    ]
    level = levels.get(("step", step.id), UNMEASURED)
    return _emphasis(framework.limits.bands, step.id, level, [_affinity(step, strategy), *shifts])


def _affinity(item: Step | Trait, strategy: str) -> Reason:
    points = next((a.points for a in item.affinities if a.strategy == strategy), 0)
    return Reason("affinity", strategy, Fraction(points))


def _shift(levels: Levels, tension: Tension, step: Step) -> Fraction:
    """Points that the company's place on a tension adds to a step: all at an end, none midway."""
    at_end = sum(shift.points for shift in tension.shifts if shift.step == step.id)
    position = levels.get(("tension", tension.id), UNMEASURED).mean
    return Fraction(0) if position is None else at_end * (position - MIDDLE) / REACH


def _emphasis(bands: Bands, id: str, level: Level, reasons: list[Reason]) -> Emphasis:
    points = sum((r.points for r in reasons), Fraction(0))
    importance = min(Fraction(MOST_IMPORTANCE), max(Fraction(0), points))
    if level.mean is None:
        name: Band = "unknown" if level.applies else "not-applicable"
        return Emphasis(id, importance, None, None, name, False, tuple(reasons))
    satisfaction = PER_LEVEL * level.mean
    claimed = opportunity(importance, satisfaction)
    reasons = [*reasons, Reason("satisfaction", id, satisfaction)]
    return Emphasis(
        id, importance, satisfaction, claimed, band(claimed, bands), False, tuple(reasons)
    )
