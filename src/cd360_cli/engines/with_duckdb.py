"""A table scored by DuckDB."""

from pathlib import Path

import duckdb

from cd360_cli.framework import Framework
from cd360_cli.sql import RESPONDENT, ROW, select
from cd360_cli.sql_dialect import DIALECTS

READERS = {
    "csv": "read_csv('{0}', header = true, all_varchar = true)",
    "ndjson": "read_ndjson('{0}')",
    "parquet": "read_parquet('{0}')",
}
WRITERS = {
    "csv": "FORMAT csv, HEADER true",
    "ndjson": "FORMAT json",
    "parquet": "FORMAT parquet",
}


def run(framework: Framework, source: Path, target: Path, forms: tuple[str, str]) -> None:
    """Write the rows of a table in another; `forms` say what the files are."""
    dialect = DIALECTS["duckdb"]
    with duckdb.connect() as database:
        reader = READERS[forms[0]].format(_escaped(source))
        present = [name for name, *_ in database.execute(f"DESCRIBE FROM {reader}").fetchall()]
        wanted = {RESPONDENT, *(question.id for question in framework.questions)}
        cells = [
            f"CAST({name} AS VARCHAR) AS {name}"
            for name in map(dialect.named, present)
            if name.strip(dialect.quote) in wanted
        ]
        numbered = ", ".join([f"row_number() OVER () AS {dialect.named(ROW)}", *cells])
        # Every step names the columns that it needs: planning them anew takes longer than a run.
        database.execute("PRAGMA disable_optimizer")
        database.execute(f"CREATE TEMP VIEW respondents AS SELECT {numbered} FROM {reader}")
        rows = select(framework, "respondents", dialect, present)
        database.execute(f"COPY ({rows}) TO '{_escaped(target)}' ({WRITERS[forms[1]]})")


def _escaped(file: Path) -> str:
    return str(file).replace("'", "''")
