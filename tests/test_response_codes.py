"""Codes that count from another number are not imported; all others are as they were."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cd360_cli.assessment import DONT_KNOW
from cd360_cli.framework import Framework
from cd360_cli.response_codes import trusted
from cd360_cli.responses import Given, Matched, assessment_of_row, columns

HEADERS = ("company", "use-level", "interest-level", "customer-type", "tie-breaker")
LEVELS, OPTIONS = HEADERS[1:3], HEADERS[3:]
GIVEN = Given("2026-11-22")


@pytest.fixture(scope="module")
def matched(framework: Framework) -> Matched:
    return columns(framework, HEADERS)


def kept(matched: Matched, *rows: Sequence[str]) -> tuple[Matched, set[str]]:
    """What is left to trust of these columns, and the questions among them."""
    matched = trusted(matched, rows)
    return matched, {column.question for column in matched.columns}


@pytest.mark.parametrize("odd", ["5", " 5 ", "5.0", "'5", "A5"])
def test_a_level_beyond_the_last_speaks_against_every_level(matched: Matched, odd: str) -> None:
    """Whoever counts five levels from 1 counts all of them so; options are counted apart."""
    left, questions = kept(matched, ("A", "1", "3", "1", ""), ("A", odd, "2", "2", "1"))
    assert questions == set(OPTIONS)
    assert [(p.kind, p.at) for p in left.problems] == [
        ("shifted-codes", (1, 1)), ("shifted-codes", (2, 1)),
    ]  # fmt: skip
    assert left.problems[1].values == {"found": odd.strip(), "least": "0", "most": "4"}


@pytest.mark.parametrize("odd", ["0", "A0", "AO00", "SQ000", "0;2", "A5", "AO05"])
def test_an_option_before_the_first_speaks_against_every_option(matched: Matched, odd: str) -> None:
    """Or LimeSurvey's own after the last; levels, which do count from 0, stay."""
    assert kept(matched, ("A", "0", "4", odd, "A2"))[1] == set(LEVELS)


def test_answers_in_full_stay_beside_codes_that_do_not(
    framework: Framework, matched: Matched
) -> None:
    """A column without codes has nothing that could have shifted."""
    (question,) = (question for question in framework.asked if question.id == "tie-breaker")
    text = question.options[0].text["nl"]
    assert kept(matched, ("A", "", "", "0", text), ("A", "", "", "1", "weet ik niet"))[1] == {
        *LEVELS, "tie-breaker",
    }  # fmt: skip


@pytest.mark.parametrize("odd", ["9", "-1", "6", "1.5", "x", "", "A9"])
def test_a_mistake_in_one_cell_is_no_other_way_to_count(matched: Matched, odd: str) -> None:
    """It is told with its row, and its column stays."""
    assert kept(matched, ("A", odd, "1", odd, "1"), ("A",))[1] == set(HEADERS[1:])


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 2, *[st.integers(1, 4)] * 2), max_size=6))
def test_our_own_codes_are_all_trusted(matched: Matched, numbers: list[tuple[int, ...]]) -> None:
    """Nothing changes where everything fits."""
    rows = [("A", *map(str, row)) for row in numbers]
    assert trusted(matched, rows) == matched


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=6))
def test_levels_counted_from_one_are_never_read_once_anybody_reaches_the_top(
    matched: Matched, levels: list[tuple[int, int]]
) -> None:
    """No row then holds a level, right or wrong by one."""
    rows = [("A", str(one + 1), str(other + 1), DONT_KNOW, "") for one, other in levels]
    left = trusted(matched, rows)
    if any(4 in each for each in levels):
        for row in rows:
            made, problems = assessment_of_row(left, row, GIVEN)
            assert made is not None
            assert (set(made.answers), problems) == ({"customer-type"}, [])
