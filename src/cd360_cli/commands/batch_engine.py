"""`cd360 batch --engine`: a table scored by an engine that is not installed with cd360."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from os import environ
from os.path import lexists
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

from cd360_cli import streams
from cd360_cli.commands.batch_choices import Choices, form_of, misused
from cd360_cli.engines.source import Tally, of_csv, of_parquet
from cd360_cli.files import PART, PRIVATE, place_new
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused
from cd360_cli.row_file import opened_file
from cd360_cli.row_form import FormName
from cd360_cli.row_headers import Asked
from cd360_cli.texts import batch as say_batch
from cd360_cli.texts import engines as say
from cd360_cli.texts.wording import visible


def run(
    framework: Framework,
    choices: Choices,
    language: str,
    notices: Callable[[Asked], Iterator[str]],
    *,
    as_json: bool,
) -> None:
    """Write the row of every respondent in a table, and leave with 3 where any is not understood.

    Wrong usage where the engine is not installed, a file is not of a form it can take, or it is
    asked for what only cd360 itself can do.
    """
    _require_rows(choices, language, as_json=as_json)
    name = choices.engine or ""
    _require(name, language)
    source, target = Path(choices.source), choices.out
    write = form_of(target)
    if form_of(source) not in ("csv", "parquet"):
        misused(say.READS, language, file=choices.source)
    if target is None or write is None:
        misused(say.WRITES, language)
    if lexists(target):
        raise _refused("exists", target)
    opened_file(source).close()
    try:
        tally = _scored(framework, name, source, target, write, notices)
    except KeyboardInterrupt:
        streams.tell(visible(say_batch.NOTHING_WRITTEN.say(language).format(file=target)))
        raise
    done = tally.rows - tally.misread
    streams.tell(say_batch.TALLY.say(language).format(scored=done, all=tally.rows))
    if tally.misread:
        streams.tell(say.PROBLEMS.say(language))
        raise SystemExit(streams.ASSESSMENT)


def _scored(
    framework: Framework,
    name: str,
    source: Path,
    target: Path,
    write: FormName,
    notices: Callable[[Asked], Iterator[str]],
) -> Tally:
    # Before the engine is there: it may have threads, and processes are better started without.
    try:
        table = of_csv(framework, source) if form_of(source) == "csv" else None
    except OSError as failure:
        raise _gave_up(name, source, failure) from failure
    engine = _engine(name, source)
    try:
        table = table or of_parquet(framework, source, engine.headers(source))
        for line in notices(table.asked):
            streams.tell(visible(line))
        # Whatever becomes of the engine, what it wrote goes with the folder.
        with _folder(target) as folder:
            part = Path(folder, target.name)
            tally: Tally = engine.run(framework, table, part, write)
            if part.is_file():
                part.chmod(PRIVATE)
            place_new(part, target)
            return tally
    except (*engine.FAILURES, OSError) as failure:
        raise _gave_up(name, source, failure) from failure


def _require_rows(choices: Choices, language: str, *, as_json: bool) -> None:
    only_here = {
        "--from": choices.read,
        "--to": choices.write,
        "--rejects": choices.rejects,
        "--resume": choices.resume,
        "--summary": choices.summary,
        "--json": as_json,
    }
    for option, given in only_here.items():
        if given:
            misused(say.NOT_WITH, language, option=option)


def _require(engine: str, language: str) -> None:
    if not find_spec("pyspark" if engine == "spark" else engine):
        misused(say.MISSING, language, engine=engine)
    if engine == "spark" and not (which("java") or environ.get("JAVA_HOME")):
        misused(say.NO_JAVA, language)


def _engine(name: str, path: Path) -> Any:
    """The engine, loaded. Raises `Refused` where what is installed of it is broken."""
    try:
        return import_module(f"cd360_cli.engines.with_{name}")
    except ImportError as failure:
        if (failure.name or "").startswith("cd360_cli"):
            raise
        raise _gave_up(name, path, failure) from failure


def _folder(target: Path) -> TemporaryDirectory[str]:
    """A folder on the disk of a file that is to be. Raises `Refused` where there can be none."""
    try:
        return TemporaryDirectory(PART, f".{target.name}.", target.absolute().parent)
    except FileNotFoundError:
        raise _refused("missing-folder", target) from None
    except OSError as error:
        raise _refused("no-output", target, detail=error.strerror or "") from None


def _gave_up(engine: str, source: Path, failure: Exception) -> Refused:
    detail = (str(failure).strip() or type(failure).__name__).splitlines()[0]
    return _refused("engine-failed", source, engine=engine, detail=detail)


def _refused(kind: str, path: Path, **values: str) -> Refused:
    return Refused("assessment", [Problem(kind, values=values)], str(path))
