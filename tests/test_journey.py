"""Opportunity, tensions and emphasis."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import assessment, made, picked

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, levels
from cd360_cli.framework import Bands, Framework
from cd360_cli.journey import band, disciplines, opportunity, steps, traits

BANDS = Bands(extreme=15, high=12, attention=10)


@pytest.fixture
def framework() -> Framework:
    return made(strategies=3, questions=(1,), weights=(1,))


@pytest.mark.parametrize(
    ("importance", "satisfaction", "expected"),
    [(8, 8, 8), (8, 10, 8), (8, 3, 13), (10, 0, 20), (0, 0, 0)],
)
def test_opportunity_is_importance_plus_what_satisfaction_falls_short(
    importance: int, satisfaction: int, expected: int
) -> None:
    """Ulwick's formula: over-served steps gain nothing from their surplus."""
    assert opportunity(Fraction(importance), Fraction(satisfaction)) == expected


@given(st.fractions(0, 20))
def test_bands_start_at_their_limits(claimed: Fraction) -> None:
    """15 is extreme, 12 high, 10 worth attention; below that a step is served."""
    expected = (
        "extreme" if claimed >= 15 else "high" if claimed >= 12
        else "attention" if claimed >= 10 else "served"
    )  # fmt: skip
    assert band(claimed, BANDS) == expected


@pytest.mark.parametrize(("position", "importance"), [(1, 6), (2, 7), (3, 8), (4, 9), (5, 10)])
def test_a_tension_shifts_importance_from_the_middle_to_either_end(
    framework: Framework, position: int, importance: int
) -> None:
    """Two points at the far right, minus two at the far left, half of it halfway."""
    answers = {"p-old-new": picked(str(position))}
    assert (
        steps(framework, levels(framework, assessment(framework, answers)), "apple")[0].importance
        == importance
    )


def test_importance_stays_within_zero_and_ten() -> None:
    """No pile of tensions makes a step matter more than fully or less than not at all."""
    framework = made(strategies=3, questions=(1,), weights=(1,))
    shifted = framework.tensions[0].shifts[0]
    heavy = framework._replace(
        tensions=(framework.tensions[0]._replace(shifts=(shifted._replace(points=9),)),),
    )
    for position, importance in (("5", 10), ("1", 0)):
        found = steps(
            heavy, levels(heavy, assessment(heavy, {"p-old-new": picked(position)})), "apple"
        )
        assert found[0].importance == importance


def test_satisfaction_is_two_and_a_half_for_each_level(framework: Framework) -> None:
    """Level 4 is full satisfaction, level 1 a quarter."""
    for level, satisfaction in ((0, 0), (1, Fraction(5, 2)), (4, 10)):
        answers = {"l-step-0": picked(str(level))}
        found = steps(framework, levels(framework, assessment(framework, answers)), "apple")[0]
        assert found.satisfaction == satisfaction
        assert found.opportunity == opportunity(Fraction(8), Fraction(satisfaction))


@pytest.mark.parametrize("answer", [None, DONT_KNOW])
def test_unknown_satisfaction_claims_no_opportunity(
    framework: Framework, answer: str | None
) -> None:
    """Not knowing is no zero: only the importance is said."""
    answers = {"l-step-0": picked(answer)} if answer else {}
    found = steps(framework, levels(framework, assessment(framework, answers)), "apple")[0]
    assert (found.importance, found.satisfaction, found.opportunity) == (8, None, None)
    assert found.band == "unknown"


def test_a_step_that_does_not_exist_is_never_emphasised(framework: Framework) -> None:
    """Not applicable takes a step out of emphasis, even where its importance is highest."""
    answers = {"l-step-0": picked(NOT_APPLICABLE)}
    found = steps(framework, levels(framework, assessment(framework, answers)), "apple")[0]
    assert (found.band, found.emphasise) == ("not-applicable", False)


def test_the_highest_claims_are_emphasised_with_all_that_equal_them(framework: Framework) -> None:
    """A tie at the limit is not broken by order; where all is equal nothing stands out."""
    one = steps(framework, levels(framework, assessment(framework)), "apple")
    assert [e.emphasise for e in one] == [True, False, False]
    # Importance 4 and nothing satisfied is an opportunity of 8: level with the unknown first.
    tied = assessment(framework, {"l-step-1": picked("0")})
    assert [e.emphasise for e in steps(framework, levels(framework, tied), "apple")] == [
        True,
        True,
        False,
    ]
    level = {"l-step-0": picked("4"), "l-step-1": picked("0"), "l-step-2": picked("0")}
    assert not any(
        e.emphasise
        for e in steps(framework, levels(framework, assessment(framework, level)), "apple")
    )


def test_disciplines_are_the_means_of_their_steps(framework: Framework) -> None:
    """Unknown satisfaction stays out of the mean."""
    answers = {"l-step-0": picked("2"), "l-step-1": picked("4")}
    journey = steps(framework, levels(framework, assessment(framework, answers)), "apple")
    (found,) = disciplines(framework, journey)
    assert found.importance == Fraction(8 + 4 + 4, 3)
    assert found.satisfaction == Fraction(5 + 10, 2)
    assert found.opportunity == Fraction(11 + 4, 2)


def test_traits_weigh_as_steps_do(framework: Framework) -> None:
    """The same formula, without tensions."""
    answers = {"l-trait-0": picked("1"), "p-old-new": picked("5")}
    found = traits(framework, levels(framework, assessment(framework, answers)), "apple")
    assert (found[0].importance, found[0].opportunity) == (8, 8 + Fraction(11, 2))


def test_what_is_satisfied_as_far_as_it_matters_is_never_emphasised(framework: Framework) -> None:
    """More weight there gains nothing, however much it matters."""
    answers = {"l-step-0": picked("4"), "l-step-1": picked("1")}
    found = steps(framework, levels(framework, assessment(framework, answers)), "apple")
    assert [e.emphasise for e in found] == [False, True, False]


def test_a_single_trait_can_be_emphasised() -> None:
    """A framework with one trait is not condemned to leave it out."""
    framework = made(strategies=3, questions=(1,), weights=(1,))
    alone = framework._replace(traits=framework.traits[:1])
    answers = {"l-trait-0": picked("1")}
    (found,) = traits(alone, levels(alone, assessment(alone, answers)), "apple")
    assert found.emphasise
