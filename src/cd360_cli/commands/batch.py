"""`cd360 batch`: score a table of respondents, one on each row."""

import gc
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn

from cd360_cli import framework_file, streams
from cd360_cli.crew import cores, in_order
from cd360_cli.framework import Framework
from cd360_cli.language import spoken
from cd360_cli.problems import Problem, Refused
from cd360_cli.progress import Progress
from cd360_cli.respondent_reading import by_ids
from cd360_cli.respondent_row import columns
from cd360_cli.respondent_rows import Rows
from cd360_cli.row_file import Piece
from cd360_cli.row_form import FORMS, FormName
from cd360_cli.row_headers import Asked
from cd360_cli.row_output import Output
from cd360_cli.row_table import Table, opened
from cd360_cli.row_writer import Writer, scored
from cd360_cli.shape import Text
from cd360_cli.texts import batch as say
from cd360_cli.texts.engines import NOT_WITH as NOT_WITH_ENGINE
from cd360_cli.texts.wording import counted, visible

STANDARD_INPUT = "-"

_SUFFIXES: dict[str, FormName] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
}

_ALONE = 8
"""Pieces of input that one process scores sooner than it can start another."""

_MOST_NAMED = 10


class Choices(NamedTuple):
    """What to read and write, and how; `read` and `write` overrule what the names tell."""

    source: str
    out: Path | None = None
    read: FormName | None = None
    write: FormName | None = None
    rejects: Path | None = None
    resume: bool = False
    summary: bool = False
    engine: str | None = None


class Reader(NamedTuple):
    """A table of respondents: its file, how that is called, its size where known, and its rows."""

    framework: Framework
    name: str
    size: int | None
    table: Table
    pieces: Iterator[Piece]


def run(choices: Choices, *, framework: Path | None, asked: str | None, as_json: bool) -> None:
    """Score every row, and leave with 3 where any is not understood."""
    loaded = framework_file.load(framework)
    language = spoken(asked, "", loaded.framework.languages)
    if choices.engine:
        _by_engine(choices.engine, choices, loaded.framework, language)
        return
    read = _form(choices.source, choices.read, "--from", language)
    _require_sense(choices, language, as_json=as_json)
    # Rows make no circles for a collector to find, which would take a fifth of the time.
    gc.disable()
    with ExitStack() as stack:
        stack.callback(gc.enable)
        file = sys.stdin.buffer
        if choices.source != STANDARD_INPUT:
            file = stack.enter_context(_opened(Path(choices.source)))
        reader = _reader(loaded.framework, file, choices.source, as_csv=read == "csv")
        for line in _notices(reader.framework, reader.table.asked, language):
            streams.tell(visible(line))
        if choices.summary:
            from cd360_cli.commands.batch_summary import show

            show(reader, language, loaded, as_json=as_json)
            return
        write = choices.write or _form_of(choices.out) or read
        _write(reader, choices, write, language, stack)


def _by_engine(engine: str, choices: Choices, framework: Framework, language: str) -> None:
    from cd360_cli.commands import batch_engine

    only_here = {
        "--from": choices.read,
        "--to": choices.write,
        "--rejects": choices.rejects,
        "--resume": choices.resume,
        "--summary": choices.summary,
    }
    for option, given in only_here.items():
        if given:
            _misused(NOT_WITH_ENGINE, language, option=option)
    notices = partial(_notices, framework, language=language)
    batch_engine.run(framework, choices.source, choices.out, engine, language, notices)


def score(reader: Reader, writer: Writer, *, resume: bool) -> None:
    """Score by look-up: an engine. It reads the table, and hands rows to the writer in order."""
    rows = Rows(reader.framework, reader.table.layout, writer.form)
    work = partial(scored, reader.table, rows)
    pieces = writer.remaining(reader.pieces, work) if resume else reader.pieces
    for result in in_order(work, *shared(pieces)):
        writer.put(result)


def shared(pieces: Iterator[Piece]) -> tuple[Iterator[Piece], int]:
    """The pieces, and how many processes to share them out to."""
    first = list(islice(pieces, _ALONE))
    return chain(first, pieces), cores() if len(first) == _ALONE else 1


def _write(
    reader: Reader, choices: Choices, write: FormName, language: str, stack: ExitStack
) -> None:
    form = FORMS[write]
    out = stack.enter_context(
        Output(choices.out, form.header(columns(reader.framework)), kept=choices.resume)
    )
    rejects = None
    if choices.rejects:
        header = f"{reader.table.header}\n" if reader.table.header else ""
        rejects = stack.enter_context(Output(choices.rejects, header, again=choices.resume))
    progress = Progress(language, reader.size)
    writer = Writer(reader.name, form, out, rejects, progress, language)
    try:
        score(reader, writer, resume=choices.resume)
    except KeyboardInterrupt:
        if choices.out:
            streams.tell(visible(say.GO_ON.say(language).format(file=choices.out)))
        raise
    finally:
        progress.end()
    done = writer.rows - writer.rejected
    streams.tell(say.TALLY.say(language).format(scored=done, all=writer.rows))
    if writer.rejected:
        said = say.REJECTED if choices.rejects else say.NOT_SCORED
        streams.tell(visible(said.say(language).format(file=choices.rejects)))
        raise SystemExit(streams.ASSESSMENT)


def _reader(framework: Framework, file: BinaryIO, source: str, *, as_csv: bool) -> Reader:
    name = "<stdin>" if source == STANDARD_INPUT else source
    size = None if source == STANDARD_INPUT else Path(source).stat().st_size
    table, pieces = opened(file, name, framework, by_ids(framework), as_csv=as_csv)
    return Reader(framework, name, size or None, table, pieces)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        kinds = {
            FileNotFoundError: "missing-file",
            IsADirectoryError: "directory",
            PermissionError: "no-permission",
        }
        values = {"detail": error.strerror or type(error).__name__}
        problem = Problem(kinds.get(type(error), "unreadable"), values=values)
        raise Refused("assessment", [problem], str(path)) from None


def _form(source: str, given: FormName | None, option: str, language: str) -> FormName:
    """The format of the input. Leaves where nothing tells it."""
    found = given or _form_of(Path(source))
    if found is None:
        _misused(say.WHICH_FORM, language, name=source, option=option)
    return found


def _form_of(path: Path | None) -> FormName | None:
    return _SUFFIXES.get(path.suffix.lower()) if path else None


def _require_sense(choices: Choices, language: str, *, as_json: bool) -> None:
    if not choices.summary:
        if as_json:
            _misused(say.ONLY_WITH_SUMMARY, language)
        if choices.resume and choices.out is None:
            _misused(say.RESUME_NEEDS_OUTPUT, language)
        return
    writing = {
        "--output": choices.out,
        "--to": choices.write,
        "--rejects": choices.rejects,
        "--resume": choices.resume,
    }
    for option, given in writing.items():
        if given:
            _misused(say.NOT_WITH_SUMMARY, language, option=option)


def _misused(text: Text, language: str, **values: str) -> NoReturn:
    streams.tell(visible(text.say(language).format(**values)))
    raise SystemExit(streams.USAGE)


def _notices(framework: Framework, asked: Asked, language: str) -> Iterator[str]:
    """Columns of which nothing is made, and questions that nobody was asked."""
    missing = [q.id for q in framework.asked if q.id not in asked.questions]
    for names, one, many in (
        (asked.ignored, say.IGNORED_ONE, say.IGNORED_MANY),
        (missing, say.NOT_ASKED_ONE, say.NOT_ASKED_MANY),
    ):
        if names:
            more = ["…"] if len(names) > _MOST_NAMED else []
            listed = ", ".join([*names[:_MOST_NAMED], *more])
            yield counted(len(names), one.say(language), many.say(language), names=listed)
