"""`cd360 batch --summary`: what all respondents in a table come to together."""

from functools import partial

from cd360_cli import streams
from cd360_cli.commands.batch import Reader, shared
from cd360_cli.crew import in_order
from cd360_cli.framework_file import Loaded
from cd360_cli.progress import Progress
from cd360_cli.respondent_summary import Counted, Counts, Summary
from cd360_cli.row_file import Piece
from cd360_cli.row_table import Table
from cd360_cli.texts import batch as say


def show(reader: Reader, language: str, loaded: Loaded, *, as_json: bool) -> None:
    """Print the summary, and leave with 3 where any row is not understood."""
    found = summary(reader, Progress(language, reader.size))
    if as_json:
        from cd360_cli.render import summary_json

        streams.result(summary_json.render(found, loaded))
    else:
        from cd360_cli.render import text_summary
        from cd360_cli.render.page import screen

        console = screen()
        text_summary.show(found, loaded.framework, language, console)
    if found.scored < found.rows:
        streams.tell(say.LEFT_OUT.say(language))
        raise SystemExit(streams.ASSESSMENT)


def summary(reader: Reader, progress: Progress) -> Summary:
    """Count every row of a table."""
    counts = Counts(reader.framework, reader.table.layout)
    rows, total = 0, counts.nobody()
    work = partial(_counted, reader.table, counts)
    try:
        for piece_rows, end, counted in in_order(work, *shared(reader.pieces)):
            rows, total = rows + piece_rows, total.plus(counted)
            progress.at(rows, end)
    finally:
        progress.end()
    return counts.summary(rows, total)


def _counted(table: Table, counts: Counts, piece: Piece) -> tuple[int, int, Counted]:
    return piece.rows, piece.end, counts.counted(table.block(piece))
