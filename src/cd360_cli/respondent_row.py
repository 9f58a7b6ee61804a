"""One respondent of many as a row: what any engine that scores a table must yield, to the byte.

All of it follows from whole-number arithmetic. What takes more (the range, the weight tolerance,
the lens shares, the reasons) is left to `cd360 recommend` on that respondent's answers.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation

Value = int | str | None
"""A whole number, a text that is not empty, or None where there is nothing to say."""


class Column(NamedTuple):
    """A column of the result: texts, or whole numbers."""

    name: str
    whole: bool = False


def columns(framework: Framework) -> tuple[Column, ...]:
    """The columns of a row, in order.

    Ids in one cell are joined by a space. `row` counts the rows of the input from 1. `score_*` is a
    text, 0.00 to 100.00: the points in percent of `points_per_100`, rounded half up, with a point.
    `answered` and `applicable` count strategy questions. `problems` is of a row that was not
    understood, and then stands alone with `row` and `respondent`.
    """
    return (
        Column("row", whole=True),
        Column("respondent"),
        Column("verdict"),
        Column("strategy"),
        Column("candidates"),
        Column("runner_up"),
        Column("answers_to_flip", whole=True),
        *_of_strategies(framework),
        Column("points_per_100", whole=True),
        Column("answered", whole=True),
        Column("applicable", whole=True),
        Column("emphasised"),
        Column("problems"),
    )


def _of_strategies(framework: Framework) -> Iterator[Column]:
    for strategy in framework.strategies:
        yield Column(f"points_{strategy.id}", whole=True)
        yield Column(f"score_{strategy.id}")


def row(number: int, result: Recommendation) -> tuple[Value, ...]:
    """The row of a respondent, from the recommendation: the values of `columns`, in order."""
    answered, applicable = result.strategy_answers
    return (
        number,
        result.assessment.respondent or None,
        result.verdict,
        result.strategy,
        joined(result.candidates),
        result.runner_up,
        result.answers_to_flip,
        *(
            value
            for strategy in result.strategies
            for value in (strategy.points, hundredths(strategy.points, result.full))
        ),
        result.full,
        answered,
        applicable,
        joined(step.id for step in result.journey if step.emphasise),
        None,
    )


def unscored(
    framework: Framework, number: int, respondent: str, problems: Sequence[tuple[str, str]]
) -> tuple[Value, ...]:
    """The row of a respondent whose answers are not all understood, and so not weighed.

    `problems` are pairs of a question's id and a kind of problem; the id is `*` for a whole row.
    """
    between = len(columns(framework)) - 3
    found = joined(f"{question}:{kind}" for question, kind in problems)
    return (number, respondent or None, *(None,) * between, found)


def joined(ids: Iterator[str] | Sequence[str]) -> str | None:
    """Ids in one cell, or None of none."""
    return " ".join(ids) or None


def hundredths(points: int, full: int) -> str:
    """Points in percent of `full` with two decimals, rounded half up; of no points at all 0.00.

    The whole number of hundredths is `(20000 * points + full) // (2 * full)`.
    """
    whole = (20000 * points + full) // (2 * full) if full else 0
    return f"{whole // 100}.{whole % 100:02}"
