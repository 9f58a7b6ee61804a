"""A respondent's row says what the recommendation says, in whole numbers and ids."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from made import assessment, everything, full_answers, small_frameworks

from cd360_cli.framework import Framework
from cd360_cli.recommendation import recommend
from cd360_cli.respondent_row import columns, hundredths, row, unscored
from cd360_cli.texts.wording import number


def test_a_row_of_the_bundled_framework_reads_like_its_recommendation(
    framework: Framework,
) -> None:
    """The order and the spelling of every value are what the other engines must repeat."""
    answers = everything(framework, "customer-intimacy")
    answered = assessment(framework, answers)._replace(respondent="Ann")
    names = [column.name for column in columns(framework)]
    assert dict(zip(names, row(7, recommend(framework, answered)), strict=True)) == {
        "row": 7,
        "respondent": "Ann",
        "verdict": "clear",
        "strategy": "customer-intimacy",
        "candidates": "customer-intimacy",
        "runner_up": None,
        "answers_to_flip": 8,
        "points_product-leadership": 0,
        "score_product-leadership": "0.00",
        "points_customer-intimacy": 1440,
        "score_customer-intimacy": "100.00",
        "points_operational-excellence": 0,
        "score_operational-excellence": "0.00",
        "points_social-responsibility": 0,
        "score_social-responsibility": "0.00",
        "points_per_100": 1440,
        "answered": 18,
        "applicable": 18,
        "emphasised": "evaluation purchase customer-success growth",
        "problems": None,
    }


@given(st.data(), small_frameworks)
def test_every_value_fits_its_column(data: st.DataObject, framework: Framework) -> None:
    """Whole numbers and texts stay apart, and nothing is ever an empty text."""
    result = recommend(framework, assessment(framework, data.draw(full_answers(framework))))
    for values in (row(1, result), unscored(framework, 1, "", [("q-0-0", "unknown-answer")])):
        for column, value in zip(columns(framework), values, strict=True):
            assert value is None or (type(value) is (int if column.whole else str) and value != "")


def test_a_row_that_is_not_understood_says_only_whose_it_is_and_why(framework: Framework) -> None:
    """Half an assessment weighed as if it were whole would mislead."""
    values = unscored(framework, 3, "Ann", [("tie-breaker", "unknown-answer"), ("*", "long-row")])
    assert [value for value in values if value is not None] == [
        3,
        "Ann",
        "tie-breaker:unknown-answer *:long-row",
    ]
    assert values[-1] == "tie-breaker:unknown-answer *:long-row"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_score_is_rounded_half_up_in_whole_numbers(points: int, full: int) -> None:
    """So that SQL without exact fractions says the same, to the last digit."""
    assert hundredths(points, full) == number(Fraction(100 * points, full), "en", 2)


def test_where_no_question_applies_every_score_is_nought() -> None:
    """There is then nothing to take a percentage of."""
    assert hundredths(0, 0) == "0.00"
