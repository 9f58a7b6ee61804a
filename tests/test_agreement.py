"""Agreement is what the literature says it is, to the last digit."""

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from typing import Any

import krippendorff
import numpy
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cd360_cli.agreement import alpha, concordance, interval, nominal, ordinal, shares, unshared

# Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, example C: 4 observers, 12 units.
OBSERVERS = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
UNITS = [
    [int(value) for value in unit if value != "."]
    for unit in zip(*map(str.split, OBSERVERS), strict=True)
]
METRICS = {"nominal": nominal, "ordinal": ordinal, "interval": interval}

tables = st.integers(2, 5).flatmap(
    lambda observers: st.lists(
        st.lists(st.none() | st.integers(0, 4), min_size=observers, max_size=observers),
        min_size=1,
        max_size=8,
    )
)
"""Values by unit and observer, some missing."""

names = st.sets(st.sampled_from("abcd"), min_size=1, max_size=2).map(lambda s: tuple(sorted(s)))
rankings = st.tuples(st.integers(2, 5), st.integers(2, 4)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 5), min_size=size[0], max_size=size[0]),
        min_size=size[1],
        max_size=size[1],
    )
)


def known(table: list[list[int | None]]) -> list[list[int]]:
    return [[value for value in unit if value is not None] for unit in table]


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 743), ("ordinal", 815), ("interval", 849)]
)
def test_the_published_example_gives_the_published_alphas(metric: str, published: int) -> None:
    """The figures that every other program is checked by."""
    found = alpha(UNITS, METRICS[metric])
    assert found is not None
    assert round(1000 * found) == published


@settings(max_examples=40)
@given(tables, st.sampled_from(sorted(METRICS)))
def test_alpha_equals_that_of_the_krippendorff_package(
    table: list[list[int | None]], metric: str
) -> None:
    """On any data with missing values, for every metric."""
    found = alpha(known(table), METRICS[metric])
    assume(found is not None)
    data = numpy.array(
        [[numpy.nan if v is None else float(v) for v in unit] for unit in table]
    ).transpose()
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement=metric)
    assert float(found) == pytest.approx(expected, abs=1e-9)


@settings(max_examples=30)
@given(st.lists(st.lists(names, max_size=4), min_size=1, max_size=5))
def test_alpha_over_sets_follows_its_definition_pair_by_pair(units: list[list[Any]]) -> None:
    """Observed over expected difference, counted over ordered pairs without any shortcut."""

    def difference(one: tuple[str, ...], other: tuple[str, ...]) -> Fraction:
        weight = [{x: Fraction(1, len(value)) for x in value} for value in (one, other)]
        return 1 - sum(min(weight[0].get(x, 0), weight[1].get(x, 0)) for x in "abcd")

    pairable = [unit for unit in units if len(unit) > 1]
    given_values = [value for unit in pairable for value in unit]
    n = len(given_values)
    observed = Fraction(0)
    for unit in pairable:
        observed += sum(difference(a, b) for a, b in permutations(unit, 2)) / Fraction(
            n * (len(unit) - 1)
        )
    expected = Fraction(
        sum(difference(a, b) for a, b in permutations(given_values, 2)), max(1, n * (n - 1))
    )
    assert alpha(units, shares) == (1 - observed / expected if expected else None)


def test_one_of_two_options_is_half_a_difference() -> None:
    """As two options count half each: the same two agree, one of them is half way."""
    assert unshared(("a", "b"), ("b", "a")) == 0
    assert unshared(("a", "b"), ("a",)) == Fraction(1, 2)
    assert unshared(("a", "b"), ("a", "c")) == Fraction(1, 2)
    assert unshared(("a", "b"), ("c",)) == 1


@settings(max_examples=30)
@given(tables)
def test_sets_of_one_are_plain_names(table: list[list[int | None]]) -> None:
    """Without second options, alpha over sets is the nominal one."""
    units = known(table)
    assert alpha([[(str(v),) for v in unit] for unit in units], shares) == alpha(units, nominal)


@pytest.mark.parametrize("metric", list(METRICS.values()))
def test_alpha_is_none_where_it_says_nothing(metric: Callable[..., Any]) -> None:
    """Nothing to compare, or one value throughout: 0 / 0 is no full agreement."""
    assert alpha([], metric) is None
    assert alpha([[1], [2], []], metric) is None
    assert alpha([[3, 3], [3, 3, 3], [1]], metric) is None


@settings(max_examples=30)
@given(tables, st.sampled_from(sorted(METRICS)), st.randoms(use_true_random=False))
def test_neither_the_order_of_observers_nor_of_units_matters(
    table: list[list[int | None]], metric: str, random: Any
) -> None:
    """Alpha knows no first observer, and full agreement with variation is 1."""
    units = known(table)
    mixed = [random.sample(unit, len(unit)) for unit in units]
    random.shuffle(mixed)
    assert alpha(mixed, METRICS[metric]) == alpha(units, METRICS[metric])
    alike = alpha([[unit[0]] * 3 for unit in units if unit], METRICS[metric])
    assert alike in (1, None)


def test_the_published_example_gives_the_published_concordance() -> None:
    """Ratings of anxiety, 3 raters and 20 persons with ties: W = 0.54 (R package irr)."""
    raters = [
        "3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3",
        "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
        "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2",
    ]
    found = concordance([[int(value) for value in rater.split()] for rater in raters])
    assert found is not None
    assert round(100 * found) == 54


@settings(max_examples=30)
@given(rankings)
def test_concordance_equals_the_textbook_formula(judges: list[list[int]]) -> None:
    """Siegel and Castellan's form, from mean ranks found by sorting; always from 0 to 1."""
    n, k = len(judges[0]), len(judges)

    def rank(values: list[int], value: int) -> Fraction:
        places = [p for p, other in enumerate(sorted(values), 1) if other == value]
        return Fraction(sum(places), len(places))

    means = [sum(rank(judge, judge[i]) for judge in judges) / k for i in range(n)]
    ties = sum(judge.count(v) ** 3 - judge.count(v) for judge in judges for v in set(judge))
    below = n * (n * n - 1) - Fraction(ties, k)
    found = concordance(judges)
    if not below:
        assert found is None
    else:
        assert found == (12 * sum(m * m for m in means) - 3 * n * (n + 1) ** 2) / below
        assert 0 <= found <= 1


@settings(max_examples=20)
@given(st.permutations(range(4)), st.integers(2, 5))
def test_one_order_is_full_concordance_and_a_reversal_none(order: list[int], judges: int) -> None:
    """And a single judge agrees with nobody."""
    assert concordance([order] * judges) == 1
    assert concordance([order, [-place for place in order]]) == 0
    assert concordance([order]) is None
    assert concordance([]) is None


def test_judges_of_different_items_are_not_cut_to_the_fewest() -> None:
    """An order of other things would be compared with this one."""
    with pytest.raises(ValueError, match="shorter"):
        concordance([[1, 2, 3], [1, 2]])
