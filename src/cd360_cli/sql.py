"""A framework compiled to one SELECT: the row of every respondent in a table, in whole numbers.

The SELECT is a chain of steps, each of which adds columns to those of the step before. Only the
first two read answers. What it yields is what `respondent_row` says, to the last byte.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cd360_cli.answer_kinds import answer_kinds
from cd360_cli.framework import Framework
from cd360_cli.respondent_row import columns
from cd360_cli.sql_answers import (
    NONE_ODD,
    REST,
    Odd,
    Total,
    cells_of,
    problem_steps,
    total_steps,
    totals,
    with_odd,
)
from cd360_cli.sql_dialect import Dialect, Step, times
from cd360_cli.sql_journey import journey_steps, journey_text
from cd360_cli.sql_points import points_steps
from cd360_cli.sql_verdict import NEVER, verdict_steps, verdict_texts

WORDED = "worded"
"""The step that makes texts of numbers: each of one number, but for many steps of the journey."""

ROW = "row"
RESPONDENT = "respondent"


class Chain(NamedTuple):
    """Steps from a table to a result: each has all columns it yields, of those of the one before.

    Where there is a condition, the result is of the rows for which it holds.
    """

    steps: tuple[Step, ...]
    result: Mapping[str, str]
    condition: str = ""

    def select(self, table: str, dialect: Dialect) -> str:
        """The chain as one SELECT from a table."""
        tables = [table, *(step.name for step in self.steps)]
        parts = ",\n".join(map(_common, self.steps, tables))
        values = (f"{value} AS {dialect.named(name)}" for name, value in self.result.items())
        where = f"WHERE {self.condition}\n" if self.condition else ""
        listed = ",\n  ".join(values)
        return f"WITH {parts}\nSELECT\n  {listed}\nFROM {tables[-1]}\n{where}"


def select(
    framework: Framework,
    table: str,
    dialect: Dialect,
    present: Sequence[str] | None = None,
    odd: Odd = NONE_ODD,
) -> str:
    """The SELECT that gives `respondent_row.columns` for every row of a table.

    The table has a column of texts for each question, a whole number in `row`, and `respondent`.
    Where `present` names the columns it has, a question without one is taken as not answered, and
    problems are named in this order.
    """
    return chain(framework, dialect, present, odd).select(f"{table} AS source", dialect)


def chain(framework: Framework, dialect: Dialect, present: Sequence[str] | None, odd: Odd) -> Chain:
    """What `select` says, step by step."""
    order = _order(framework, present)
    found = with_odd(totals(framework, present), odd)
    steps = [
        *total_steps(found, order, dialect),
        *problem_steps(found, order, odd, dialect),
        *_scoring_steps(framework, dialect),
    ]
    cells = _cells(framework, found, dialect, present)
    return _chained(cells, steps, _result(framework))


def misread(framework: Framework, dialect: Dialect, present: Sequence[str]) -> Chain:
    """To all cells, in the order of `cells_of`, of rows with any that is odd."""
    found = totals(framework, present)
    cells = _cells(framework, found, dialect, present)
    steps = list(total_steps(found, present, dialect))
    values = {name: name for name in cells.columns if name.startswith("cell_")}
    whole = _chained(cells, steps, {**values, "misread": "misread"})
    return whole._replace(result=values, condition="misread = 1")


def _order(framework: Framework, present: Sequence[str] | None) -> Sequence[str]:
    return present if present is not None else [q.id for q in framework.questions]


def _cells(
    framework: Framework,
    found: Sequence[Total],
    dialect: Dialect,
    present: Sequence[str] | None,
) -> Step:
    anonymous = present is not None and RESPONDENT not in present
    respondent = f"CAST(NULL AS {dialect.text})" if anonymous else dialect.named(RESPONDENT)
    cells = {
        f"cell_{n}": f"COALESCE({dialect.named(question)}, '')"
        for n, question in enumerate(cells_of(found, _order(framework, present)))
    }
    return Step("cells", {"row_number": dialect.named(ROW), "who": respondent, **cells})


def after_reading(framework: Framework, dialect: Dialect) -> Chain:
    """What the SELECT says after the cells were read: the steps, and the columns of the result.

    The table has `row_number`, `who`, every total of `totals` but those that only check,
    `misread` (0 or 1) and `problems`.
    """
    totalled = [t.name for t in totals(framework) if not t.name.startswith(REST)]
    read = Step("reading", {n: n for n in ("row_number", "who", *totalled, "misread", "problems")})
    steps = list(_scoring_steps(framework, dialect))
    return _chained(read, steps, _result(framework))


def _scoring_steps(framework: Framework, dialect: Dialect) -> Iterator[Step]:
    kinds = answer_kinds(framework)
    yield from points_steps(kinds, len(framework.strategies), dialect)
    yield from verdict_steps(framework, kinds, dialect)
    yield from journey_steps(framework, dialect)
    yield Step("scored", dict(_scores(framework, kinds.unit, dialect)))
    yield Step(WORDED, _texts(framework, dialect))


def _texts(framework: Framework, dialect: Dialect) -> dict[str, str]:
    scores = (_percentage(f"hundredths_{s}", dialect) for s in range(len(framework.strategies)))
    return {
        **verdict_texts(framework, dialect),
        **{f"score_{s}": score for s, score in enumerate(scores)},
        "emphasised": journey_text(framework, dialect),
    }


def _chained(first: Step, steps: Sequence[Step], result: Mapping[str, str]) -> Chain:
    """The steps, each with those columns of the one before that a later one needs."""
    needed = [_names(result.values())]
    for step in reversed(steps):
        needed.append(needed[-1] - step.columns.keys() | _names(step.columns.values()))
    whole = [first]
    for step, later in zip(steps, reversed(needed[:-1]), strict=True):
        kept = {name: name for name in whole[-1].columns if name in later}
        whole.append(Step(step.name, {**kept, **step.columns}))
    return Chain(tuple(whole), result)


def _names(expressions: Iterable[str]) -> set[str]:
    """All words in expressions, and so the names of the columns that they are made of."""
    return {name for each in expressions for name in re.findall(r"[a-z]\w*", each)}


def _common(step: Step, table: str) -> str:
    """A step as a common table expression."""
    kept = ", ".join(name for name, value in step.columns.items() if value == name)
    new = [f"{value} AS {name}" for name, value in step.columns.items() if value != name]
    listed = ",\n  ".join(filter(None, [kept, *new]))
    return f"{step.name} AS (SELECT\n  {listed}\n  FROM {table})"


def _scores(framework: Framework, unit: int, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Points as `recommend` counts them, and their percentage of `full` in hundredths."""
    for s in range(len(framework.strategies)):
        points = dialect.divided(f"(points_{s} * shares)", unit)
        rounded = dialect.divided(
            f"(20000 * {points} + per_100)", f"GREATEST({times(2, 'per_100')}, 1)"
        )
        yield f"whole_{s}", points
        yield f"hundredths_{s}", rounded


def _values(framework: Framework) -> list[str]:
    """The values of the result, column by column."""
    values = [
        *("verdict", "strategy", "candidates", "runner_up"),
        f"NULLIF(flips, {NEVER})",
        *(f"{name}_{s}" for s in range(len(framework.strategies)) for name in ("whole", "score")),
        *("per_100", "answered", "applicable", "emphasised"),
    ]
    understood = [f"CASE WHEN misread = 0 THEN {value} END" for value in values]
    return ["row_number", "NULLIF(who, '')", *understood, "problems"]


def _result(framework: Framework) -> dict[str, str]:
    names = [column.name for column in columns(framework)]
    return dict(zip(names, _values(framework), strict=True))


def _percentage(hundredths: str, dialect: Dialect) -> str:
    """A percentage with two decimals."""
    whole = dialect.written(dialect.divided(hundredths, 100))
    decimals = f"SUBSTR({dialect.written(f'100 + {dialect.rest(hundredths, 100)}')}, 2)"
    return f"CONCAT({whole}, '.', {decimals})"
