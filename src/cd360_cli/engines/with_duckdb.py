"""A table scored by DuckDB."""

import re
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


def _database() -> duckdb.DuckDBPyConnection:
    # All that is needed is on board: nothing is to be fetched from elsewhere.
    return duckdb.connect(config={"autoinstall_known_extensions": "false"})


def headers(path: Path) -> dict[str, bool]:
    """The columns of a Parquet file, and whether each holds texts or whole numbers."""
    with _database() as database:
        found = database.execute(f"DESCRIBE FROM {_parquet(path)}").fetchall()
    return {name: kind == "VARCHAR" or kind.removeprefix("U") in _WHOLE for name, kind, *_ in found}


def run(framework: Framework, source: Source, target: Path, form: FormName) -> Tally:
    """Write the rows of a table in another."""
    try:
        return _run(framework, source, target, form)
    except RuntimeError as error:
        # What DuckDB makes of Ctrl-C. Any other is no error of its own, but a mistake of ours.
        if "interrupted" not in str(error):
            raise
        raise KeyboardInterrupt from error


def _run(framework: Framework, source: Source, target: Path, form: FormName) -> Tally:
    present = tuple(source.wanted)
    with _database() as database:
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
        return _parquet(source.path)
    types = ", ".join(f"'{name}': 'VARCHAR'" for name in source.names)
    return (
        f"read_csv({_alone(source.path)}, auto_detect = false, header = false, skip = 1, "
        f"hive_partitioning = false, delim = '{source.delimiter}', quote = '\"', escape = '\"', "
        f"columns = {{{types}}})"
    )


def _parquet(file: Path) -> str:
    return f"read_parquet({_alone(file)}, hive_partitioning = false)"


def _alone(file: Path) -> str:
    """One file, whatever is in its name: a star would stand for any other text."""
    return _DIALECT.literal(re.sub(r"[*?\[]", r"[\g<0>]", str(file)))


def _quoted(file: Path) -> str:
    return _DIALECT.literal(str(file))
