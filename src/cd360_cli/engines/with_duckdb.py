"""A table scored by DuckDB."""

from pathlib import Path

import duckdb

from cd360_cli.engines.source import Source, Tally, odd_of
from cd360_cli.framework import Framework
from cd360_cli.row_form import FormName
from cd360_cli.sql import ROW, misread, select
from cd360_cli.sql_dialect import DIALECTS

WRITERS = {
    "csv": "FORMAT csv, HEADER true, COMMENT ''",
    "ndjson": "FORMAT json",
    "parquet": "FORMAT parquet",
}

_TABLE = "respondents"
_WHOLE = {"BIGINT", "HUGEINT", "INTEGER", "SMALLINT", "TINYINT"}
_DIALECT = DIALECTS["duckdb"]

FAILURES = (duckdb.Error,)
"""What is raised where it cannot read or write."""


def headers(path: Path) -> dict[str, bool]:
    """The columns of a Parquet file, and whether each holds texts or whole numbers."""
    with duckdb.connect() as database:
        found = database.execute(f"DESCRIBE FROM read_parquet({_quoted(path)})").fetchall()
    return {name: kind == "VARCHAR" or kind.removeprefix("U") in _WHOLE for name, kind, *_ in found}


def run(framework: Framework, source: Source, target: Path, form: FormName) -> Tally:
    """Write the rows of a table in another."""
    present = tuple(source.wanted)
    with duckdb.connect() as database:
        # Every step names the columns that it needs: planning them anew takes longer than a run.
        database.execute("PRAGMA disable_optimizer")
        database.execute(f"CREATE TEMP VIEW {_TABLE} AS {_numbered(source)}")
        rows = database.execute(misread(framework, _DIALECT, present).select(_TABLE, _DIALECT))
        found = odd_of(framework, source, iter(rows.fetchone, None))
        query = select(framework, _TABLE, _DIALECT, present, found.odd)
        copy = f"COPY ({query}) TO {_quoted(target)} ({WRITERS[form]})"
        ((count,),) = database.execute(copy).fetchall()
        return Tally(count, found.misread)


def _numbered(source: Source) -> str:
    cells = [
        f"CAST({_DIALECT.named(column)} AS VARCHAR) AS {_DIALECT.named(name)}"
        for name, column in source.wanted.items()
    ]
    listed = ", ".join([f"row_number() OVER () AS {_DIALECT.named(ROW)}", *cells])
    return f"SELECT {listed} FROM {_reader(source)}"


def _reader(source: Source) -> str:
    if source.form == "parquet":
        return f"read_parquet({_quoted(source.path)})"
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in source.names)
    return (
        f"read_csv({_quoted(source.path)}, auto_detect = false, header = false, skip = 1, "
        f"delim = '{source.delimiter}', quote = '\"', escape = '\"', columns = {{{types}}})"
    )


def _quoted(file: Path) -> str:
    return _DIALECT.literal(str(file))
