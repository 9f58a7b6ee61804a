"""A table scored by Polars: cells by look-up, all that follows by the SQL of the other engines."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polars as pl

from cd360_cli.engines.source import Source, Tally
from cd360_cli.framework import Framework
from cd360_cli.odd_cells import reread
from cd360_cli.respondent_reading import by_ids
from cd360_cli.row_form import FormName
from cd360_cli.sql import RESPONDENT, ROW, after_reading
from cd360_cli.sql_answers import KIND, READ, Odd, Term, Total, cells_of, totals, with_odd
from cd360_cli.sql_dialect import POLARS

FAILURES = (pl.exceptions.PolarsError,)
"""What is raised where it cannot read or write."""


def headers(path: Path) -> dict[str, bool]:
    """The columns of a Parquet file, and whether each holds texts or whole numbers."""
    schema = pl.scan_parquet(path, glob=False).collect_schema()
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
            source.path,
            schema=schema,
            has_header=False,
            skip_lines=1,
            separator=source.delimiter,
            glob=False,
        )
        return found.select(*source.wanted)
    texts = [
        pl.col(column).cast(pl.String).cast(table.types.get(name, pl.String)).alias(name)
        for name, column in source.wanted.items()
    ]
    return pl.scan_parquet(source.path, glob=False).select(*texts)


class Cells:
    """The cells of a table as numbers: those that are spelled as the SQL spells them come first.

    After a run, how many rows there were, and how many of them were not understood.
    """

    def __init__(
        self, framework: Framework, present: Sequence[str], most: int | None = None
    ) -> None:
        self._framework, self._present = framework, present
        self._found = totals(framework, present)
        self._terms = cells_of(self._found, present)
        # The numbers of a type last as long as there is a series with them.
        self._numbers = {question: _numbered(term) for question, term in self._terms.items()}
        self.types = {question: series.dtype for question, series in self._numbers.items()}
        self.rows = self.misread = 0
        self._most = most

    def scored(self, table: pl.LazyFrame) -> pl.LazyFrame:
        """The rows of a table of cells of these types, in its order."""
        names = [total.name for total in self._found]
        schema = pl.Schema(
            {"row_number": pl.Int64, "who": pl.String, **dict.fromkeys(names, pl.Int64)}
            | {"misread": pl.Int64, "problems": pl.String}
        )
        read = table.with_row_index(ROW, offset=1).map_batches(
            self._read, schema=schema, streamable=True
        )
        return pl.SQLContext({READ: read}).execute(after_reading(self._framework, POLARS, READ))

    def _read(self, table: pl.DataFrame) -> pl.DataFrame:
        """The totals of every row, as the first steps of the SQL read them."""
        if self._most is not None and len(table) and table[ROW][-1] > self._most:
            table = table.filter(pl.col(ROW) <= self._most)
        named = RESPONDENT in self._present
        who = (
            table[RESPONDENT] if named else pl.repeat(None, len(table), dtype=pl.String, eager=True)
        )
        codes = {q: _codes(table[q], term) for q, term in self._terms.items()}
        sums = {total.name: _sum(total, codes) for total in self._found}
        read = pl.DataFrame(
            {"row_number": table[ROW].cast(pl.Int64), "who": who.cast(pl.String), **sums}
        )
        odd = read.select(pl.min_horizontal(*sums) < 0).to_series()
        self.rows += len(table)
        if odd.any():
            again = self._again(table.filter(odd).select(*self._terms).cast(pl.String))
            at = odd.arg_true()
            read = read.with_columns(read[name].scatter(at, again[name]) for name in sums)
            told = pl.repeat(None, len(read), dtype=pl.String, eager=True)
            read = read.with_columns(told.scatter(at, again["problems"]).alias("problems"))
            self.misread += again["problems"].count()
        else:
            read = read.with_columns(pl.lit(None, dtype=pl.String).alias("problems"))
        misread = read["problems"].is_not_null().cast(pl.Int64).alias("misread")
        return read.select("row_number", "who", *sums, misread, "problems")

    def _again(self, table: pl.DataFrame) -> pl.DataFrame:
        """The totals and problems of rows with odd cells: few, so one by one."""
        rows = table.fill_null("").rows()
        odd = reread(by_ids(self._framework), self._terms, rows).odd
        found = with_odd(self._found, odd)
        terms = cells_of(found, self._present)
        cells = [dict(zip(terms, row, strict=True)) for row in rows]
        told = [" ".join(_problems(row, terms, odd)) or None for row in cells]
        sums = {total.name: [_total(total, row) for row in cells] for total in found}
        return pl.DataFrame({**sums, "problems": pl.Series(told, dtype=pl.String)})


def _numbered(term: Term) -> pl.Series:
    """The cells of a term, of a type whose values are numbered: these first, in order."""
    numbered = pl.Categorical(pl.Categories.random(physical=pl.UInt32))
    return pl.Series(list(term.cells), dtype=numbered)


def _codes(cells: pl.Series, term: Term) -> pl.Series:
    """The number of each cell; those that are odd share the one after all others."""
    known = list(term.cells)
    return cells.to_physical().fill_null(known.index("")).clip(0, len(known))


def _sum(total: Total, codes: Mapping[str, pl.Series]) -> pl.Series:
    """A total; below 0 where a cell is odd."""
    by_code = (
        pl.Series([*term.cells.values(), term.otherwise], dtype=pl.Int64).gather(
            codes[term.question]
        )
        for term in total.terms
    )
    whole = next(by_code, None)
    if whole is None:
        count = len(next(iter(codes.values())))
        return pl.repeat(total.without, count, dtype=pl.Int64, eager=True)
    return sum(by_code, start=whole + total.without)


def _total(total: Total, row: Mapping[str, str]) -> int:
    found = (term.cells.get(row[term.question], term.otherwise) for term in total.terms)
    return sum(found, start=total.without)


def _problems(row: Mapping[str, str], terms: Mapping[str, Term], odd: Odd) -> Iterator[str]:
    for question, term in terms.items():
        if row[question] not in term.cells:
            yield f"{question}:{odd.kinds.get(question, {}).get(row[question], KIND)}"
