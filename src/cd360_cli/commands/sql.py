"""`cd360 sql`: the framework as one SELECT, for a database that holds the answers."""

from pathlib import Path

from cd360_cli import framework_file, streams
from cd360_cli.framework_file import Loaded
from cd360_cli.sql import select
from cd360_cli.sql_dialect import DIALECTS


def run(*, framework: Path | None, dialect: str, table: str) -> None:
    """Print the SELECT for a table in a dialect, after which framework it is of."""
    loaded = framework_file.load(framework)
    streams.result(header(loaded) + select(loaded.framework, table, DIALECTS[dialect]))


def header(loaded: Loaded) -> str:
    """A comment that tells the framework, its version and the sha256 of its file."""
    own = loaded.framework
    return f"-- cd360 framework {own.id} {own.version}, sha256 {loaded.sha256}\n"
