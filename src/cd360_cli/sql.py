"""A framework compiled to one SELECT: the row of every respondent in a table, in whole numbers.

The SELECT is a chain of steps, each of which adds columns to those of the step before. Only the
first two read answers. What it yields is what `respondent_row` says, to the last byte.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from cd360_cli.answer_kinds import answer_kinds
from cd360_cli.framework import Framework
from cd360_cli.respondent_row import columns
from cd360_cli.sql_answers import answers, problems, totals
from cd360_cli.sql_dialect import Dialect, Step, flag, least, times
from cd360_cli.sql_journey import journey_steps
from cd360_cli.sql_points import points_steps
from cd360_cli.sql_verdict import NEVER, verdict_steps

ROW = "row"
RESPONDENT = "respondent"

READ = "understood"


def select(
    framework: Framework, table: str, dialect: Dialect, present: Collection[str] | None = None
) -> str:
    """The SELECT that gives `respondent_row.columns` for every row of a table.

    The table has a column of texts for each question, a whole number in `row`, and `respondent`.
    Where `present` names the columns it has, a question without one is taken as not answered.
    """
    found = totals(framework, present)
    anonymous = present is not None and RESPONDENT not in present
    respondent = f"CAST(NULL AS {dialect.text})" if anonymous else dialect.named(RESPONDENT)
    read = {
        "row_number": dialect.named(ROW),
        "who": respondent,
        **{total.name: total.name for total in found},
        "misread": flag(f"{least([total.name for total in found])} < 0"),
        "problems": problems(framework, found, dialect),
    }
    first = _common("answers", ["source.*"], answers(found, dialect), f"{table} AS source")
    second = _common(READ, [], read, "answers")
    return f"WITH {first},\n{second},\n{after_reading(framework, dialect, list(read), READ)}"


def after_reading(framework: Framework, dialect: Dialect, read: Sequence[str], table: str) -> str:
    """What the SELECT says after the cells were read: the steps, and the columns of the result.

    The table has the columns `read`: `row_number`, `who`, every total of `totals`, `misread` (0
    or 1) and `problems`.
    """
    kinds = answer_kinds(framework)
    steps = [
        *points_steps(kinds, len(framework.strategies), dialect),
        *verdict_steps(framework, kinds, dialect),
        *journey_steps(framework, dialect),
        Step("scored", dict(_scores(framework, kinds.unit, dialect))),
    ]
    values = _values(framework, dialect)
    parts = [_common(*link) for link in _chained(read, steps, table, values)]
    return ",\n".join(parts) + f"\n{_result(framework, dialect, values, steps[-1].name)}"


def _chained(
    read: Sequence[str], steps: Sequence[Step], table: str, values: Sequence[str]
) -> Iterator[tuple[str, list[str], dict[str, str], str]]:
    """Each step with the columns that it keeps because a later one needs them, and its table."""
    needed = [_names(values)]
    for step in reversed(steps):
        needed.append(needed[-1] | _names(step.columns.values()))
    there = list(read)
    for step, later in zip(steps, reversed(needed[:-1]), strict=True):
        kept = [name for name in there if name in later]
        yield step.name, kept, step.columns, table
        there, table = [*kept, *step.columns], step.name


def _names(expressions: Iterable[str]) -> set[str]:
    """All words in expressions, and so the names of the columns that they are made of."""
    return {name for each in expressions for name in re.findall(r"[a-z]\w*", each)}


def _common(name: str, kept: Sequence[str], columns: Mapping[str, str], table: str) -> str:
    """A step as a common table expression."""
    new = [value if value == name else f"{value} AS {name}" for name, value in columns.items()]
    every = ",\n  ".join(filter(None, [", ".join(kept), *new]))
    return f"{name} AS (SELECT\n  {every}\n  FROM {table})"


def _scores(framework: Framework, unit: int, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Points as `recommend` counts them, and their percentage of `full` in hundredths."""
    for s in range(len(framework.strategies)):
        points = dialect.divided(f"(points_{s} * shares)", unit)
        rounded = dialect.divided(
            f"(20000 * {points} + per_100)", f"GREATEST({times(2, 'per_100')}, 1)"
        )
        yield f"whole_{s}", points
        yield f"hundredths_{s}", rounded


def _values(framework: Framework, dialect: Dialect) -> list[str]:
    """The values of the result, column by column."""
    values = [
        *("verdict", "strategy", "candidates", "runner_up"),
        f"NULLIF(flips, {NEVER})",
        *(value for s in range(len(framework.strategies)) for value in _score(s, dialect)),
        *("per_100", "answered", "applicable", "emphasised"),
    ]
    understood = [f"CASE WHEN misread = 0 THEN {value} END" for value in values]
    return ["row_number", "NULLIF(who, '')", *understood, "problems"]


def _result(framework: Framework, dialect: Dialect, values: Sequence[str], table: str) -> str:
    named = ",\n  ".join(
        f"{value} AS {dialect.named(column.name)}"
        for column, value in zip(columns(framework), values, strict=True)
    )
    return f"SELECT\n  {named}\nFROM {table}\n"


def _score(strategy: int, dialect: Dialect) -> tuple[str, str]:
    """The points of a strategy, and their percentage with two decimals."""
    hundredths = f"hundredths_{strategy}"
    whole = dialect.written(dialect.divided(hundredths, 100))
    decimals = f"SUBSTR({dialect.written(f'100 + MOD({hundredths}, 100)')}, 2)"
    return f"whole_{strategy}", f"CONCAT({whole}, '.', {decimals})"
