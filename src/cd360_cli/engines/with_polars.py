"""A table scored by Polars: cells by look-up, all that follows by the SQL of the other engines."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from cd360_cli.framework import Framework
from cd360_cli.sql import READ, RESPONDENT, ROW, after_reading
from cd360_cli.sql_answers import KIND, Term, Total, cells_of, totals
from cd360_cli.sql_dialect import POLARS


def run(framework: Framework, source: Path, target: Path, forms: tuple[str, str]) -> None:
    """Write the rows of a table in another; `forms` say what the files are."""
    rows = scored(framework, _table(source, forms[0]))
    if forms[1] == "csv":
        rows.sink_csv(target)
    elif forms[1] == "ndjson":
        rows.sink_ndjson(target)
    else:
        rows.sink_parquet(target)


def _table(source: Path, form: str) -> pl.LazyFrame:
    if form == "csv":
        return pl.scan_csv(source, infer_schema=False)
    return pl.scan_ndjson(source) if form == "ndjson" else pl.scan_parquet(source)


def scored(framework: Framework, table: pl.LazyFrame) -> pl.LazyFrame:
    """The rows of a table of cells, in its order."""
    present = table.collect_schema().names()
    found = totals(framework, present)
    read = _read(table, found, cells_of(framework, found), present)
    steps = after_reading(framework, POLARS, read.collect_schema().names(), READ)
    return pl.SQLContext({READ: read}).execute(f"WITH {steps}")


def _read(
    table: pl.LazyFrame, found: Sequence[Total], known: Mapping[str, Term], present: Sequence[str]
) -> pl.LazyFrame:
    """The totals of every row, as the first steps of the SQL read them."""
    anonymous = pl.lit(None, dtype=pl.String)
    who = pl.col(RESPONDENT).cast(pl.String) if RESPONDENT in present else anonymous
    cells = table.with_row_index(f"{ROW}_number", offset=1).select(
        pl.col(f"{ROW}_number").cast(pl.Int64),
        who.alias("who"),
        *(pl.col(question).cast(pl.String).fill_null("") for question in known),
    )
    names = [total.name for total in found]
    misread = pl.min_horizontal(names) < 0
    summed = cells.with_columns(*map(_sum, found)).with_columns(
        misread.cast(pl.Int64).alias("misread")
    )
    problems = pl.struct(["misread", *known]).map_batches(
        lambda rows: _problems(rows, known), return_dtype=pl.String
    )
    return summed.select("row_number", "who", *names, "misread", problems.alias("problems"))


def _sum(total: Total) -> pl.Expr:
    terms = [
        pl.col(term.question).replace_strict(
            list(term.cells),
            list(term.cells.values()),
            default=term.otherwise,
            return_dtype=pl.Int64,
        )
        for term in total.terms
    ]
    return sum(terms, start=pl.lit(total.without, dtype=pl.Int64)).alias(total.name)


def _problems(rows: pl.Series, known: Mapping[str, Term]) -> pl.Series:
    """The questions that were misread, of the rows that have some: few, so one by one."""
    misread = rows.struct.field("misread") == 1
    told = pl.repeat(None, len(rows), dtype=pl.String, eager=True)
    if not misread.any():
        return told
    texts = [
        " ".join(f"{q}:{KIND}" for q, term in known.items() if row[q] not in term.cells)
        for row in rows.filter(misread)
    ]
    return told.scatter(misread.arg_true(), texts)
