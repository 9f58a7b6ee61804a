"""`cd360 batch --engine`: a table scored by an engine that is not installed with cd360."""

import importlib
from collections.abc import Callable, Iterator
from os import environ
from pathlib import Path
from shutil import which
from typing import Any, NoReturn

from cd360_cli import streams
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused
from cd360_cli.row_headers import Asked
from cd360_cli.shape import Text
from cd360_cli.texts import batch as say_batch
from cd360_cli.texts import engines as say
from cd360_cli.texts.wording import visible

ENGINES = ("polars", "duckdb", "spark")

_READ = {".csv": "csv", ".tsv": "csv", ".parquet": "parquet"}
_WRITTEN = {".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet"}
"""What a file is, by how its name ends."""


def run(
    framework: Framework,
    source: str,
    target: Path | None,
    engine: str,
    language: str,
    notices: Callable[[Asked], Iterator[str]],
) -> None:
    """Write the row of every respondent in `source` to `target`, and leave with 3 where any is
    not understood.

    Wrong usage where the engine is not installed, or a file is not of a form it can take.
    """
    chosen = _engine(engine, language)
    if engine == "spark" and not (which("java") or environ.get("JAVA_HOME")):
        _misused(say.NO_JAVA, language)
    read = _READ.get(Path(source).suffix.lower()) or _misused(say.READS, language, file=source)
    written = _WRITTEN.get(target.suffix.lower()) if target else None
    if target is None or written is None:
        _misused(say.WRITES, language)
    if target.exists():
        raise Refused("assessment", [Problem("exists")], str(target))
    if not target.absolute().parent.is_dir():
        raise Refused("assessment", [Problem("missing-folder")], str(target))
    if not Path(source).exists():
        raise Refused("assessment", [Problem("missing-file")], source)
    from cd360_cli.engines.source import of_csv, of_parquet

    table = (
        of_csv(framework, Path(source))
        if read == "csv"
        else of_parquet(framework, Path(source), chosen.headers(Path(source)))
    )
    for line in notices(table.asked):
        streams.tell(visible(line))
    part = target.with_name(f".{target.name}.part")
    try:
        tally = chosen.run(framework, table, part, written)
    except chosen.FAILURES as failure:
        detail = (str(failure).strip() or type(failure).__name__).splitlines()[0]
        problem = Problem("engine-failed", values={"engine": engine, "detail": detail})
        raise Refused("assessment", [problem], source) from failure
    part.replace(target)
    done = tally.rows - tally.misread
    streams.tell(say_batch.TALLY.say(language).format(scored=done, all=tally.rows))
    if tally.misread:
        streams.tell(say.PROBLEMS.say(language))
        raise SystemExit(streams.ASSESSMENT)


def _engine(engine: str, language: str) -> Any:
    try:
        return importlib.import_module(f"cd360_cli.engines.with_{engine}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("cd360_cli"):
            raise
        _misused(say.MISSING, language, engine=engine)


def _misused(text: Text, language: str, **values: str) -> NoReturn:
    streams.tell(visible(text.say(language).format(**values)))
    raise SystemExit(streams.USAGE)
