"""`cd360 batch`: score a table of respondents, one on each row."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from cd360_cli import framework_file, streams
from cd360_cli.commands.batch_choices import STANDARD_INPUT, Choices, forms_of
from cd360_cli.crew import cores, in_order
from cd360_cli.framework import Framework
from cd360_cli.language import spoken
from cd360_cli.problems import Problem, Refused, nearest
from cd360_cli.progress import Progress
from cd360_cli.respondent_reading import reading_of
from cd360_cli.respondent_row import columns
from cd360_cli.respondent_rows import Rows
from cd360_cli.row_file import Piece, opened_file
from cd360_cli.row_form import FORMS, FormName
from cd360_cli.row_headers import Asked
from cd360_cli.row_output import Output
from cd360_cli.row_table import Table, opened
from cd360_cli.row_writer import Writer, scored
from cd360_cli.texts import batch as say
from cd360_cli.texts.wording import counted, visible

if TYPE_CHECKING:
    from cd360_cli.row_parquet import ParquetOutput

_ALONE = 5
"""Pieces of input that one process scores sooner than it can start another."""

_MOST_NAMED = 10


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
        from cd360_cli.commands import batch_engine

        notices = partial(_notices, loaded.framework, language=language)
        batch_engine.run(loaded.framework, choices, language, notices, as_json=as_json)
        return
    forms = forms_of(choices, language, as_json=as_json)
    # Rows make no circles for a collector to find, which would take a fifth of the time.
    gc.disable()
    with ExitStack() as stack:
        stack.callback(gc.enable)
        file = sys.stdin.buffer
        if choices.source != STANDARD_INPUT:
            file = stack.enter_context(_opened(Path(choices.source), forms.read))
        reader = _reader(loaded.framework, file, choices.source, forms.read)
        for line in _notices(reader.framework, reader.table.asked, language):
            streams.tell(visible(line))
        if choices.summary:
            from cd360_cli.commands.batch_summary import show

            show(reader, language, loaded, as_json=as_json)
            return
        _write(reader, choices, forms.write, language, stack)


def score(reader: Reader, writer: Writer, begun: Output | None = None) -> None:
    """Score by look-up, and hand rows to the writer in order: those that `begun` has not yet."""
    rows = Rows(reader.framework, reader.table.layout, writer.form)
    work = partial(scored, reader.table, rows)
    pieces = writer.remaining(begun, reader.pieces, work) if begun else reader.pieces
    for result in in_order(work, *shared(pieces)):
        writer.put(result)


def shared(pieces: Iterator[Piece]) -> tuple[Iterator[Piece], int]:
    """The pieces, and how many processes to share them out to."""
    first = list(islice(pieces, _ALONE))
    return chain(first, pieces), cores() if len(first) == _ALONE else 1


def _write(
    reader: Reader, choices: Choices, write: FormName, language: str, stack: ExitStack
) -> None:
    if choices.resume and choices.out:
        _require_unchanged(choices.source, choices.out)
    out = _output(reader.framework, choices, write)
    stack.enter_context(out)
    rejects = None
    if choices.rejects:
        header = f"{reader.table.header}\n" if reader.table.header else ""
        rejects = stack.enter_context(Output(choices.rejects, header, again=choices.resume))
    progress = Progress(language, reader.size)
    writer = Writer(reader.name, FORMS[write], out, rejects, progress, language)
    try:
        score(reader, writer, out if isinstance(out, Output) and choices.resume else None)
    except KeyboardInterrupt:
        if choices.out:
            said = say.GO_ON if isinstance(out, Output) else say.NOTHING_WRITTEN
            streams.tell(visible(said.say(language).format(file=choices.out)))
        raise
    finally:
        progress.end()
    if choices.rejects and not writer.rejected and choices.rejects.is_file():
        choices.rejects.unlink()  # A header alone says nothing, and would stand in the way.
    done = writer.rows - writer.rejected
    streams.tell(say.TALLY.say(language).format(scored=done, all=writer.rows))
    if writer.rejected:
        said = say.REJECTED if choices.rejects else say.NOT_SCORED
        streams.tell(visible(said.say(language).format(file=choices.rejects)))
        raise SystemExit(streams.ASSESSMENT)


def _require_unchanged(source: str, out: Path) -> None:
    """Raise `Refused` where a table was changed after its rows were written."""
    with suppress(OSError):
        if Path(source).stat().st_mtime_ns > out.stat().st_mtime_ns:
            problem = Problem("changed-since", values={"out": str(out)})
            raise Refused("assessment", [problem], source)


def _output(framework: Framework, choices: Choices, write: FormName) -> "Output | ParquetOutput":
    names = columns(framework)
    if write == "parquet" and choices.out:
        from cd360_cli.row_parquet import ParquetOutput

        return ParquetOutput(choices.out, names)
    return Output(choices.out, FORMS[write].header(names), kept=choices.resume)


def _reader(framework: Framework, file: BinaryIO, source: str, read: FormName) -> Reader:
    name = "<stdin>" if source == STANDARD_INPUT else source
    # How long the text in a Parquet file is shows only at its end.
    known = source != STANDARD_INPUT and read != "parquet"
    size = os.fstat(file.fileno()).st_size if known else None
    as_csv = read != "ndjson"
    table, pieces = opened(file, name, framework, reading_of(framework), as_csv=as_csv)
    return Reader(framework, name, size or None, table, pieces)


def _opened(path: Path, read: FormName) -> BinaryIO:
    file = opened_file(path)
    if read == "parquet":
        from cd360_cli.row_parquet import ParquetText

        with file:
            return cast(BinaryIO, ParquetText(path))
    return file


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
    for found in asked.ignored[:_MOST_NAMED]:
        if meant := nearest(found, missing):
            yield say.MISSPELLED.say(language).format(found=found, nearest=meant)
