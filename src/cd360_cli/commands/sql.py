"""`cd360 sql`: the framework as one SELECT, for a database that holds the answers."""

from pathlib import Path

from cd360_cli import framework_file, streams
from cd360_cli.commands.batch_choices import misused
from cd360_cli.framework_file import Loaded
from cd360_cli.language import spoken
from cd360_cli.sql import select
from cd360_cli.sql_dialect import DIALECTS
from cd360_cli.texts import engines as say


def run(*, framework: Path | None, asked: str | None, dialect: str, table: str) -> None:
    """Print the SELECT for a table in a dialect, after which framework it is of."""
    loaded = framework_file.load(framework)
    if not table.strip():
        misused(say.TABLE, spoken(asked, "", loaded.framework.languages))
    streams.result(header(loaded) + select(loaded.framework, table, DIALECTS[dialect]))


def header(loaded: Loaded) -> str:
    """A comment that tells the framework, its version and the sha256 of its file."""
    own = loaded.framework
    return f"-- cd360 framework {own.id} {own.version}, sha256 {loaded.sha256}\n"
