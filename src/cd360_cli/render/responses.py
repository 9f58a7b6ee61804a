"""Problems in an export, by row and column as a spreadsheet shows them; the result as JSON."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from cd360_cli.assessment import Assessment
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused
from cd360_cli.render import as_json
from cd360_cli.response_file import Row, Sheet
from cd360_cli.responses import Given, Matched
from cd360_cli.scoring import score
from cd360_cli.shape import Date
from cd360_cli.texts import problems as say_problems
from cd360_cli.texts import responses as say
from cd360_cli.texts.wording import counted
from cd360_cli.verdict import enough

SCHEMA = "cd360/import/1"

_LONGEST_SHOWN = 60
_MOST_LISTED = 10


class Imported(NamedTuple):
    """What became of a response.

    `file` is None where it gave none, `assessment` where nothing was understood; `problems` are
    what was not, and why there is no file.
    """

    row: Row
    file: Path | None
    assessment: Assessment | None
    problems: list[Problem]

    @property
    def answers(self) -> int:
        """How many answers were understood."""
        return len(self.assessment.answers) if self.assessment else 0


class Remarks(NamedTuple):
    """What is needed to say where a problem is: the export, and the day that stands in for none.

    A problem's place is the number of a column (from 0), perhaps with that of another, or a file.
    """

    sheet: Sheet
    today: Date
    language: str

    def lines(self, row: Row, problems: Iterable[Problem]) -> Iterator[str]:
        """One line for each problem of a row; in the row with the headers, of a column."""
        return say_problems.lines(self.refused(row, problems), self.language)

    def refused(self, row: Row, problems: Iterable[Problem]) -> Refused:
        """The refusal of an export for problems of a row or, with the headers, of columns."""
        located = [self._located(row, problem) for problem in problems]
        return Refused("assessment", located, self.sheet.name)

    def as_json(self, problems: Iterable[Problem], responses: Iterable[Imported]) -> str:
        """The result as a JSON document: `problems` of columns, and those of each response."""
        document = {
            "schema": SCHEMA,
            "source": self.sheet.name,
            "problems": [self._plain(self.sheet.header, problem) for problem in problems],
            "rows": [
                {
                    "row": response.row.number,
                    "file": str(response.file) if response.file else None,
                    "answers": response.answers,
                    "problems": [self._plain(response.row, p) for p in response.problems],
                }
                for response in responses
            ],
        }
        return as_json.document(document)

    def _plain(self, row: Row, problem: Problem) -> dict[str, Any]:
        at = problem.at[0] if problem.at and isinstance(problem.at[0], int) else None
        return {
            "kind": problem.kind,
            "line": row.line,
            "column": letters(at) if at is not None else None,
            "header": self.sheet.header.cells[at] if at is not None else None,
            "found": problem.values.get("found"),
            "message": say_problems.sentence(self._located(row, problem), self.language),
            "nearest": problem.nearest or None,
        }

    def _located(self, row: Row, problem: Problem) -> Problem:
        """The problem with its line, its place in words, and what was found short enough."""
        places = [] if row is self.sheet.header else [self._row(row)]
        for at in problem.at[:1]:
            places.append(self._column(at) if isinstance(at, int) else at)
        values = {**problem.values, "today": self.today}
        if len(problem.at) > 1:
            values["other"] = letters(int(problem.at[1]))
        if "found" in values:
            values["found"] = _short(values["found"])
        return problem._replace(line=row.line, at=(", ".join(places),), values=values)

    def _row(self, row: Row) -> str:
        return say.ROW.say(self.language).format(row=row.number)

    def _column(self, at: int) -> str:
        header = _short(self.sheet.header.cells[at])
        return say.COLUMN.say(self.language).format(letters=letters(at), header=header)


def notices(
    matched: Matched, framework: Framework, given: Given, undated: int, language: str
) -> Iterator[str]:
    """What is good to know and no problem."""
    missing = [q.id for q in framework.asked if q.id not in matched.questions]
    if missing:
        more = ["…"] if len(missing) > _MOST_LISTED else []
        ids = ", ".join(missing[:_MOST_LISTED] + more)
        one, many = say.NOT_ASKED_ONE.say(language), say.NOT_ASKED_MANY.say(language)
        yield counted(len(missing), one, many, all=len(framework.asked), ids=ids)
    if undated:
        one, many = say.UNDATED_ONE.say(language), say.UNDATED_MANY.say(language)
        yield counted(undated, one, many, today=given.today)
    if any(problem.kind == "unknown-column" for problem in matched.problems):
        yield say.HOW_TO_IGNORE.say(language)
    if "email" in matched.fields and not given.keep_email:
        yield say.EMAIL_LEFT_OUT.say(language)


def too_few(responses: Iterable[Imported], framework: Framework, language: str) -> Iterator[str]:
    """Who answered too few strategy questions to count for a strategy."""
    for response in responses:
        if response.file and response.assessment:
            scoring = score(framework, response.assessment)
            if not enough(framework, scoring):
                yield say.TOO_FEW.say(language).format(
                    who=response.assessment.respondent or response.file.name,
                    answered=sum(c.known for c in scoring.contributions),
                    all=len(framework.strategy_questions),
                    needed=framework.needed,
                )


def letters(at: int) -> str:
    """The name of a column (from 0) in a spreadsheet: A to Z, then AA."""
    before, last = divmod(at, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
