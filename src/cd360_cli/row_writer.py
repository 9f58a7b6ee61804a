"""What becomes of scored rows: written, and where they are not understood told and set apart."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple, Protocol

from cd360_cli import streams
from cd360_cli.problems import Problem, Refused
from cd360_cli.progress import Progress
from cd360_cli.respondent_rows import Rows
from cd360_cli.row_file import Piece
from cd360_cli.row_form import Csv, Ndjson
from cd360_cli.row_output import Output
from cd360_cli.row_table import Table
from cd360_cli.texts import batch as say
from cd360_cli.texts import problems as say_problems
from cd360_cli.texts.wording import visible

MOST_TOLD = 20
"""Rows with problems that are told one by one; the file holds all."""


class Lines(Protocol):
    """Takes whole lines."""

    def write(self, text: str) -> None:
        """Add whole lines."""


class Reject(NamedTuple):
    """A row that was not understood, as it stands in the input, with its line there.

    A problem's place is the question, or nothing where it is the row as a whole.
    """

    line: int
    text: str
    problems: tuple[Problem, ...]


class Scored(NamedTuple):
    """What to write of so many rows, up to a byte of the input, and which were not understood."""

    end: int
    rows: int
    text: str
    rejects: tuple[Reject, ...]


def scored(table: Table, rows: Rows, piece: Piece) -> Scored:
    """Score some rows of a table."""
    lines, misread = rows.written(table.block(piece))
    records = piece.each() if misread else ()
    rejects = [
        Reject(
            records[row].line,
            records[row].text,
            tuple(_at(question, problem) for question, problem in found),
        )
        for row, found in misread.items()
    ]
    text = "\n".join([*lines, ""])
    return Scored(piece.end, piece.rows, text, tuple(rejects))


def _at(question: str, problem: Problem) -> Problem:
    """The problem with its place, as it can be handed to another process."""
    at = () if question == "*" else (question,)
    return problem._replace(at=at, values=dict(problem.values))


class Writer:
    """Takes scored rows, in order."""

    def __init__(
        self,
        source: str,
        form: Csv | Ndjson,
        out: Lines,
        rejects: Output | None,
        progress: Progress,
        language: str,
    ) -> None:
        self.form = form
        self.rows = self.rejected = 0
        self._source, self._out, self._rejects = source, out, rejects
        self._progress, self._language = progress, language

    def remaining(
        self, begun: Output, pieces: Iterator[Piece], score: Callable[[Piece], Scored]
    ) -> Iterator[Piece]:
        """The pieces that were not written to a file that was begun before an interruption.

        What was set apart then is so again. Raises `Refused` where the file holds other rows.
        """
        before: tuple[Piece, list[str]] | None = None
        for piece, lines in begun.written(pieces):
            before = piece, lines
            self.rows += len(lines)
            wrong = [n for n, line in enumerate(lines) if not self.form.scored(line)]
            self.rejected += len(wrong)
            if wrong and self._rejects:
                records = piece.each()
                self._rejects.write("".join(f"{records[n].text}\n" for n in wrong))
            self._progress.at(self.rows, piece.end)
        if before and score(before[0]).text.split("\n")[:-1] != before[1]:
            raise Refused("assessment", [Problem("other-rows")], begun.name)
        return chain(begun.left, pieces)

    def put(self, scored: Scored) -> None:
        """Write some rows."""
        if self._rejects and scored.rejects:
            self._rejects.write("".join(f"{reject.text}\n" for reject in scored.rejects))
        self._out.write(scored.text)
        for reject in scored.rejects:
            self.rejected += 1
            if self.rejected <= MOST_TOLD:
                self._tell(reject)
            elif self.rejected == MOST_TOLD + 1:
                streams.tell(say.UNLISTED.say(self._language).format(n=MOST_TOLD))
        self.rows += scored.rows
        self._progress.at(self.rows, scored.end)

    def _tell(self, reject: Reject) -> None:
        problems = [problem._replace(line=reject.line) for problem in reject.problems]
        self._progress.end()
        for line in say_problems.lines(
            Refused("assessment", problems, self._source), self._language
        ):
            streams.tell(visible(line))
