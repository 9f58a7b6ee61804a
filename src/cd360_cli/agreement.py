"""How far people agree: Krippendorff's alpha on answers, Kendall's W on rankings. All exact."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)
Number = TypeVar("Number", int, Fraction)
Names = tuple[str, ...]
Metric = Callable[[Mapping[Value, int]], Callable[[Value, Value], Fraction]]
"""From how often each value was given to the difference between two values (0 for the same)."""


def alpha(
    units: Sequence[Sequence[Value] | Counter[Value]], metric: Metric[Value]
) -> Fraction | None:
    """Krippendorff's alpha, at most 1: all agree; 0: as much as chance gives; below: even less.

        alpha = 1 - observed difference / difference expected by chance

    A unit holds the values that one question was given, or how often each was; a missing one is
    left out, and a unit with one value has nothing to be compared with (Krippendorff, Computing
    Krippendorff's Alpha-Reliability, 2011). None where nothing can be compared, and where all
    values are the same: the formula is 0 / 0 then. Some programs call that 1; but where nothing
    ever varies, nothing tells agreement from chance.
    """
    pairable = [counts for unit in units if (counts := Counter(unit)).total() > 1]
    given = sum(pairable, Counter[Value]())
    difference = metric(given)
    expected = differences(given, difference)
    if not expected:
        return None
    observed = sum(
        (differences(unit, difference) / (unit.total() - 1) for unit in pairable), Fraction(0)
    )
    return 1 - observed * (given.total() - 1) / expected


def differences(
    counts: Mapping[Value, int], difference: Callable[[Value, Value], Fraction]
) -> Fraction:
    """The differences between all pairs of values, added up."""
    return sum(
        (counts[a] * counts[b] * difference(a, b) for a, b in combinations(counts, 2)), Fraction(0)
    )


def nominal(_: Mapping[Value, int]) -> Callable[[Value, Value], Fraction]:
    """Names: the same or not."""
    return lambda one, other: Fraction(one != other)


def shares(_: Mapping[Names, int]) -> Callable[[Names, Names], Fraction]:
    """Sets of names: `unshared`. Where all are sets of one this is `nominal`."""
    return unshared


def unshared(one: Names, other: Names) -> Fraction:
    """The part (0-1) that two sets of names do not share, each name in a set counting the same.

    One of two against either of them alone is half a difference, as each of two options counts half
    in the score. (The total variation distance. To add up halves of agreement instead would make
    two people differ who name the same two.)
    """
    both = len(one) * len(other)
    shared = sum(min(one.count(x) * len(other), other.count(x) * len(one)) for x in set(one))
    return Fraction(both - shared, both)


def ordinal(given: Mapping[Number, int]) -> Callable[[Number, Number], Fraction]:
    """Ranks: the squared number of values given in between, half of both ends included."""
    middles: dict[Number, Fraction] = {}
    below = 0
    for value in sorted(given):
        middles[value] = below + Fraction(given[value], 2)
        below += given[value]
    return lambda one, other: (middles[one] - middles[other]) ** 2


def interval(_: Mapping[Number, int]) -> Callable[[Number, Number], Fraction]:
    """Numbers: their squared difference."""
    return lambda one, other: Fraction((one - other) ** 2)


def concordance(judges: Sequence[Sequence[Number]]) -> Fraction | None:
    """Kendall's W, 0 (no agreement on the order) to 1 (one order), corrected for ties.

        W = 12 S / (m^2 (n^3 - n) - m T)

    Each of m judges gives the same n items a rank or a score; equal ones share their mean rank. S
    is the sum of squares of the rank sums about their mean, T the sum of t^3 - t over all ties of t
    items (Kendall, Rank correlation methods, 1948). None for a single judge, for fewer than two
    items, and where every judge ties all of them.
    """
    if len(judges) < 2:
        return None
    m, n = len(judges), len(judges[0])
    ranked = [_ranks(judge) for judge in judges]
    ties = sum(t**3 - t for judge in judges for t in Counter(judge).values())
    most = m * m * (n**3 - n) - m * ties
    if not most:
        return None
    mean = Fraction(m * (n + 1), 2)
    spread = sum(((sum(ranks) - mean) ** 2 for ranks in zip(*ranked, strict=True)), Fraction(0))
    return 12 * spread / most


def _ranks(values: Sequence[Number]) -> list[Fraction]:
    """Ranks from 1, lowest first; equal values share the mean of their ranks."""
    return [
        Fraction(2 * sum(other < value for other in values) + values.count(value) + 1, 2)
        for value in values
    ]
