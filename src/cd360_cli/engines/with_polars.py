"""A table scored by Polars: cells by look-up, all that follows by the SQL of the other engines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import polars as pl
from polars.io.plugins import register_io_source

from cd360_cli.answer_kinds import answer_kinds
from cd360_cli.engines.source import Source, Tally
from cd360_cli.framework import Framework
from cd360_cli.odd_cells import reread
from cd360_cli.respondent_reading import reading_of
from cd360_cli.respondent_row import columns
from cd360_cli.row_form import FormName
from cd360_cli.sql import RESPONDENT, ROW, WORDED, Chain, after_reading
from cd360_cli.sql_answers import (
    KIND,
    LENS,
    REST,
    Odd,
    Term,
    Total,
    cells_of,
    totals,
    with_odd,
)
from cd360_cli.sql_dialect import EXACT, POLARS, POLARS_BEYOND
from cd360_cli.sql_journey import farthest

if pl.select(pl.sql_expr("1 / 2")).item() != 0.5:
    # Scores would be wrong, and nothing keeps an older one from being installed.
    raise ImportError("polars 1.41 or newer is needed")

FAILURES = (pl.exceptions.PolarsError,)
"""What is raised where it cannot read or write."""

FEW = 1 << 14
"""Numbers, from 0, of which texts are made beforehand: quicker looked up than made."""

PART = 30_000
"""Rows that go through the steps at once: their columns stay in the processor's cache."""

_NOTHING = pl.lit(None, dtype=pl.String)


def open_ended(known: Sequence[str]) -> pl.Series:
    """Cells, of a type whose values are numbered: these first, in order, then whatever comes."""
    numbered = pl.Categorical(pl.Categories.random(physical=pl.UInt32))
    return pl.Series(known, dtype=numbered)


def closed(known: Sequence[str]) -> pl.Series:
    """Cells, of a type of which these are all values, in order: quicker, and fails at others."""
    return pl.Series(known, dtype=pl.Enum(known))


def headers(path: Path) -> dict[str, bool]:
    """The columns of a Parquet file, and whether each holds texts or whole numbers."""
    schema = pl.scan_parquet(path, glob=False).collect_schema()
    return {name: kind.is_integer() or kind == pl.String for name, kind in schema.items()}


def run(framework: Framework, source: Source, target: Path, form: FormName) -> Tally:
    """Write the rows of a table in another."""
    present = tuple(source.wanted)
    try:
        return _write(Cells(framework, present, source.rows, closed), source, target, form)
    except pl.exceptions.PolarsError:
        # Most often a cell that is spelled otherwise: there is no such value of that type.
        return _write(Cells(framework, present, source.rows), source, target, form)


def _write(table: "Cells", source: Source, target: Path, form: FormName) -> Tally:
    rows = table.scored(_table(source, table))
    # Where nothing stood between quotes, no text has a comma in it.
    plain = not source.quoted and source.delimiter == ","
    as_csv = partial(rows.sink_csv, quote_style="never" if plain else "necessary")
    write = {"csv": as_csv, "ndjson": rows.sink_ndjson, "parquet": rows.sink_parquet}[form]
    # To find what expressions share takes longer than to reckon it twice.
    write(target, optimizations=pl.QueryOptFlags(comm_subexpr_elim=False))
    return Tally(table.rows, table.misread)


def _table(source: Source, table: "Cells") -> pl.LazyFrame:
    if source.form == "csv":
        schema = {name: table.types.get(name, pl.String) for name in source.names}
        # All columns: of a row with a cell too many it gives up only where it reads its end.
        return pl.scan_csv(
            source.path,
            schema=schema,
            has_header=False,
            skip_lines=1,
            separator=source.delimiter,
            quote_char='"' if source.quoted else None,
            glob=False,
        )
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
        self,
        framework: Framework,
        present: Sequence[str],
        most: int | None = None,
        numbered: Callable[[Sequence[str]], pl.Series] = open_ended,
    ) -> None:
        self._framework, self._present = framework, present
        found = totals(framework, present)
        self._terms = cells_of(found, present)
        self._known = {question: list(term.cells) for question, term in self._terms.items()}
        # The numbers of a type last as long as there is a series with them.
        self._numbers = {question: numbered(known) for question, known in self._known.items()}
        self.types = {question: series.dtype for question, series in self._numbers.items()}
        small = _narrowest(farthest(framework))
        kept = [total for total in found if not total.name.startswith(REST)]
        self._kinds = {t.name: pl.Int64 if t.name.startswith(LENS) else small for t in kept}
        # Expressions, to be reckoned all at once: a method of a series costs more than its work.
        self._codes = [
            pl.col(q).to_physical().fill_null(known.index("")) for q, known in self._known.items()
        ]
        self._totals = [_summed(total, self._kinds[total.name]) for total in kept]
        self.rows = self.misread = 0
        self._most = most

    def scored(self, table: pl.LazyFrame) -> pl.LazyFrame:
        """The rows of a table of cells of these types, in its order."""
        read = self._totalled(table.with_row_index(ROW, offset=1))
        # A score is reckoned from 20,000 times the points.
        exact = 40_000 * answer_kinds(self._framework).most < EXACT
        dialect = POLARS if exact else POLARS_BEYOND
        told = _chained(read, after_reading(self._framework, dialect))
        whole = [column.name for column in columns(self._framework) if column.whole]
        # All of them fit: a cast that looks whether they do takes thrice as long.
        return told.with_columns(pl.col(whole).cast(pl.Int64, wrap_numerical=True))

    def _totalled(self, table: pl.LazyFrame) -> pl.LazyFrame:
        """The totals of every row, in parts larger than those that a file is read in.

        Every step costs some time for each part, and for each piece of memory that its rows are in.
        """
        schema = {"row_number": pl.Int64, "who": pl.String, **self._kinds}

        def parts(columns: list[str] | None, *_: object) -> Iterator[pl.DataFrame]:
            found = table.collect_batches(chunk_size=PART, maintain_order=True, engine="streaming")
            for part in found:
                yield self._read(part.rechunk()).select(columns or pl.all())

        return register_io_source(
            parts, schema={**schema, "misread": pl.Int8, "problems": pl.String}
        )

    def _read(self, table: pl.DataFrame) -> pl.DataFrame:
        """The totals of every row, as the first steps of the SQL read them."""
        if self._most is not None and len(table) and table[ROW][-1] > self._most:
            table = table.filter(pl.col(ROW) <= self._most)
        self.rows += len(table)
        codes = table.with_columns(self._codes)
        highest = codes.select(pl.col(*self._known).max()).row(0) if self._known else ()
        strange = [
            pl.col(question).clip(upper_bound=len(known))
            for (question, known), most in zip(self._known.items(), highest, strict=True)
            if most is not None and most >= len(known)
        ]
        codes = codes.with_columns(strange)
        read = codes.select(
            pl.col(ROW).cast(pl.Int64).alias("row_number"),
            (pl.col(RESPONDENT) if RESPONDENT in self._present else _NOTHING).alias("who"),
            *self._totals,
            pl.lit(0, dtype=pl.Int8).alias("misread"),
            _NOTHING.alias("problems"),
        )
        if not strange:
            return read
        odd = codes.select(
            pl.any_horizontal(pl.col(q) == len(known) for q, known in self._known.items())
        ).to_series()
        again = self._again(table.filter(odd).select(*self._terms).cast(pl.String))
        self.misread += again["problems"].count()
        at = odd.arg_true()
        return read.with_columns(read[name].scatter(at, again[name]) for name in again.columns)

    def _again(self, table: pl.DataFrame) -> pl.DataFrame:
        """The totals and problems of rows with odd cells: few, so one by one."""
        rows = table.fill_null("").rows()
        odd = reread(reading_of(self._framework), self._terms, rows).odd
        found = with_odd(totals(self._framework, self._present), odd)
        terms = cells_of(found, self._present)
        cells = [dict(zip(terms, row, strict=True)) for row in rows]
        told = [" ".join(_problems(row, terms, odd)) or None for row in cells]
        sums = {
            total.name: pl.Series([_total(total, row) for row in cells], dtype=kind)
            for total in found
            if (kind := self._kinds.get(total.name))
        }
        misread = pl.Series([problem is not None for problem in told], dtype=pl.Int8)
        problems = pl.Series(told, dtype=pl.String)
        return pl.DataFrame({**sums, "misread": misread, "problems": problems})


def _chained(table: pl.LazyFrame, chain: Chain) -> pl.LazyFrame:
    """The result of a chain: of the SELECT, that is, of which Polars is slow to make a plan."""
    for step in chain.steps:
        valued = _worded if step.name == WORDED else _valued
        new = [valued(value, name) for name, value in step.columns.items() if value != name]
        table = table.with_columns(new).select(*step.columns)
    return table.select(_valued(value, name) for name, value in chain.result.items())


def _valued(value: str, name: str) -> pl.Expr:
    return pl.sql_expr(value).alias(name)


def _worded(value: str, name: str) -> pl.Expr:
    """A text. Where it follows from one number, it is made once for each of the first `FEW`."""
    text = pl.sql_expr(value)
    number, *others = set(text.meta.root_names())
    if others:
        return text.alias(name)
    known = pl.Series(dtype=pl.String)

    def worded(found: pl.Series) -> pl.Series:
        nonlocal known
        most, texts = int(found.max() or 0), known
        if most >= FEW:
            return found.to_frame().select(text).to_series()
        if most >= len(texts):
            # Up to a power of two, or it would be one more at a time.
            numbers = pl.int_range(1 << most.bit_length(), eager=True)
            known = texts = numbers.to_frame(number).select(text).to_series()
        return texts.gather(found.cast(pl.UInt32, wrap_numerical=True))

    return pl.col(number).map_batches(worded, pl.String, is_elementwise=True).alias(name)


def _summed(total: Total, kind: type[pl.DataType]) -> pl.Expr:
    """A total, from the numbers of cells; odd ones add nothing."""
    added = (
        pl.lit(pl.Series([*term.cells.values(), 0], dtype=kind)).gather(pl.col(term.question))
        for term in total.terms
    )
    return sum(added, start=pl.lit(total.without, dtype=kind)).alias(total.name)


def _narrowest(farthest: int) -> type[pl.DataType]:
    """The first type that holds numbers so far from 0."""
    kinds: dict[int, type[pl.DataType]] = {8: pl.Int8, 16: pl.Int16, 32: pl.Int32}
    return next((kind for bits, kind in kinds.items() if farthest < 1 << bits - 1), pl.Int64)


def _total(total: Total, row: Mapping[str, str]) -> int:
    """A total of a row; 0 where a cell is misread, and nothing is told of it but that."""
    found = (term.cells.get(row[term.question], term.otherwise) for term in total.terms)
    return max(0, sum(found, start=total.without))


def _problems(row: Mapping[str, str], terms: Mapping[str, Term], odd: Odd) -> Iterator[str]:
    for question, term in terms.items():
        if row[question] not in term.cells:
            yield f"{question}:{odd.kinds.get(question, {}).get(row[question], KIND)}"
