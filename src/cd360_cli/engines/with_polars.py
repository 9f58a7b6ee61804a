"""A table scored by Polars: cells by look-up, all that follows by the SQL of the other engines."""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from pathlib import Path

import polars as pl

from cd360_cli.engines.source import FormName, Source, Tally
from cd360_cli.framework import Framework
from cd360_cli.odd_cells import reread
from cd360_cli.respondent_reading import by_ids
from cd360_cli.sql import RESPONDENT, ROW, after_reading
from cd360_cli.sql_answers import (
    KIND,
    LENS,
    READ,
    REST,
    Odd,
    Term,
    Total,
    cells_of,
    totals,
    with_odd,
)
from cd360_cli.sql_dialect import POLARS
from cd360_cli.sql_journey import farthest

FAILURES = (pl.exceptions.PolarsError,)
"""What is raised where it cannot read or write."""


def headers(path: Path) -> dict[str, bool]:
    """The columns of a Parquet file, and whether each holds texts or whole numbers."""
    schema = pl.scan_parquet(path).collect_schema()
    return {name: kind.is_integer() or kind == pl.String for name, kind in schema.items()}


def run(framework: Framework, source: Source, target: Path, form: FormName) -> Tally:
    """Write the rows of a table in another."""
    table = Cells(framework, tuple(source.wanted), source.rows)
    rows = table.scored(_table(source, table))
    if form == "csv":
        rows.sink_csv(target)
    elif form == "ndjson":
        rows.sink_ndjson(target)
    else:
        rows.sink_parquet(target)
    return Tally(table.rows, table.misread)


def _table(source: Source, table: "Cells") -> pl.LazyFrame:
    if source.form == "csv":
        schema = {name: table.types.get(name, pl.String) for name in source.names}
        found = pl.scan_csv(
            source.path, schema=schema, has_header=False, skip_lines=1, separator=source.delimiter
        )
        return found.select(*source.wanted)
    texts = [
        pl.col(column).cast(pl.String).cast(table.types.get(name, pl.String)).alias(name)
        for name, column in source.wanted.items()
    ]
    return pl.scan_parquet(source.path).select(*texts)


class Cells:
    """The cells of a table as numbers: those that are spelled as the SQL spells them come first.

    After a run, how many rows there were, and how many of them were not understood.
    """

    def __init__(
        self, framework: Framework, present: Sequence[str], most: int | None = None
    ) -> None:
        self._framework, self._present = framework, present
        found = totals(framework, present)
        self._terms = cells_of(found, present)
        self._known = {question: list(term.cells) for question, term in self._terms.items()}
        # The numbers of a type last as long as there is a series with them.
        self._numbers = {question: _numbered(known) for question, known in self._known.items()}
        self.types = {question: series.dtype for question, series in self._numbers.items()}
        small = _narrowest(farthest(framework))
        self._sums = {
            total.name: _Sum(total, pl.Int64 if total.name.startswith(LENS) else small)
            for total in found
            if not total.name.startswith(REST)
        }
        self.rows = self.misread = 0
        self._most = most

    def scored(self, table: pl.LazyFrame) -> pl.LazyFrame:
        """The rows of a table of cells of these types, in its order."""
        schema = pl.Schema(
            {"row_number": pl.Int64, "who": pl.String}
            | {name: each.type for name, each in self._sums.items()}
            | {"misread": pl.Int8, "problems": pl.String}
        )
        read = table.with_row_index(ROW, offset=1).map_batches(
            self._read, schema=schema, streamable=True
        )
        return pl.SQLContext({READ: read}).execute(after_reading(self._framework, POLARS, READ))

    def _read(self, table: pl.DataFrame) -> pl.DataFrame:
        """The totals of every row, as the first steps of the SQL read them."""
        if self._most is not None and len(table) and table[ROW][-1] > self._most:
            table = table.filter(pl.col(ROW) <= self._most)
        self.rows += len(table)
        codes = {q: _codes(table[q], known) for q, known in self._known.items()}
        read = table.select(
            pl.col(ROW).cast(pl.Int64).alias("row_number"),
            (pl.col(RESPONDENT) if RESPONDENT in self._present else _nothing()).alias("who"),
            *(each.over(codes, len(table)).alias(name) for name, each in self._sums.items()),
            pl.lit(0, dtype=pl.Int8).alias("misread"),
            _nothing().alias("problems"),
        )
        ends = ((codes[q], len(known)) for q, known in self._known.items())
        strange = [numbers == end for numbers, end in ends if numbers.max() == end]
        if not strange:
            return read
        odd = reduce(or_, strange)
        again = self._again(table.filter(odd).select(*self._terms).cast(pl.String))
        self.misread += again["problems"].count()
        at = odd.arg_true()
        return read.with_columns(read[name].scatter(at, again[name]) for name in again.columns)

    def _again(self, table: pl.DataFrame) -> pl.DataFrame:
        """The totals and problems of rows with odd cells: few, so one by one."""
        rows = table.fill_null("").rows()
        odd = reread(by_ids(self._framework), self._terms, rows).odd
        found = with_odd(totals(self._framework, self._present), odd)
        terms = cells_of(found, self._present)
        cells = [dict(zip(terms, row, strict=True)) for row in rows]
        told = [" ".join(_problems(row, terms, odd)) or None for row in cells]
        sums = {
            total.name: pl.Series([_total(total, row) for row in cells], dtype=sums.type)
            for total in found
            if (sums := self._sums.get(total.name))
        }
        misread = pl.Series([problem is not None for problem in told], dtype=pl.Int8)
        problems = pl.Series(told, dtype=pl.String)
        return pl.DataFrame({**sums, "misread": misread, "problems": problems})


class _Sum:
    """A total, from the numbers of cells; odd ones add nothing."""

    def __init__(self, total: Total, kind: type[pl.DataType]) -> None:
        self.type, self._without = kind, total.without
        self._added = [
            (term.question, pl.Series([*term.cells.values(), 0], dtype=kind))
            for term in total.terms
        ]

    def over(self, codes: Mapping[str, pl.Series], rows: int) -> pl.Series:
        """The totals of some rows."""
        start = pl.repeat(self._without, rows, dtype=self.type, eager=True)
        return sum((added.gather(codes[q]) for q, added in self._added), start=start)


def _narrowest(farthest: int) -> type[pl.DataType]:
    """The first type that holds numbers so far from 0."""
    kinds: dict[int, type[pl.DataType]] = {8: pl.Int8, 16: pl.Int16, 32: pl.Int32}
    return next((kind for bits, kind in kinds.items() if farthest < 1 << bits - 1), pl.Int64)


def _nothing() -> pl.Expr:
    return pl.lit(None, dtype=pl.String)


def _numbered(known: Sequence[str]) -> pl.Series:
    """Cells, of a type whose values are numbered: these first, in order."""
    numbered = pl.Categorical(pl.Categories.random(physical=pl.UInt32))
    return pl.Series(known, dtype=numbered)


def _codes(cells: pl.Series, known: Sequence[str]) -> pl.Series:
    """The number of each cell; those that are odd share the one after all others."""
    numbers = cells.to_physical().fill_null(known.index(""))
    return numbers.clip(0, len(known)) if (numbers.max() or 0) > len(known) else numbers


def _total(total: Total, row: Mapping[str, str]) -> int:
    """A total of a row; 0 where a cell is misread, and nothing is told of it but that."""
    found = (term.cells.get(row[term.question], term.otherwise) for term in total.terms)
    return max(0, sum(found, start=total.without))


def _problems(row: Mapping[str, str], terms: Mapping[str, Term], odd: Odd) -> Iterator[str]:
    for question, term in terms.items():
        if row[question] not in term.cells:
            yield f"{question}:{odd.kinds.get(question, {}).get(row[question], KIND)}"
