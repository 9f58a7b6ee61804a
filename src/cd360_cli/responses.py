"""Answers to the questionnaire as a form product exports them: columns, and an assessment a row.

Headers are matched once; a cell is then one look-up in the table of its column.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from cd360_cli.assessment import FORMAT, Answer, Assessment, FrameworkName
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem
from cd360_cli.response_cells import AnswerTable, answer_in, too_much
from cd360_cli.response_dates import Order, date_of
from cd360_cli.response_headers import Heading, heading, index
from cd360_cli.response_words import NAMELESS, NO, YES, Field, plain
from cd360_cli.shape import Date

LEAST_QUESTIONS = 3
"""Columns with fewer questions than this are no answers to the questionnaire."""

_APOSTROPHE = tuple(f"'{sign}" for sign in "=+-@")
"""How a text begins that was kept from being computed by a spreadsheet."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_YES = frozenset(map(plain, YES))
_NO = frozenset(map(plain, NO))


class Column(NamedTuple):
    """A column (`at`, from 0) with answers to a question, or ticks of one `pick` of it."""

    at: int
    question: str
    table: AnswerTable
    pick: str = ""


class Matched(NamedTuple):
    """What the columns of a file are about.

    A problem's place is the number of its column, from 0. `repeated` are columns that ask what an
    earlier one asks; of those, a row may use any.
    """

    framework: FrameworkName
    languages: tuple[str, ...]
    language: str
    """The one language that the questions stand in, or empty."""
    columns: tuple[Column, ...]
    fields: Mapping[Field, tuple[int, ...]]
    """The columns of each field, the one that counts first in front."""
    problems: tuple[Problem, ...]
    repeated: tuple[Problem, ...]

    @property
    def questions(self) -> frozenset[str]:
        """The questions that have a column."""
        return frozenset(column.question for column in self.columns)


class Given(NamedTuple):
    """What holds for all rows.

    `company` overrules the rows' own; `today` dates a row that has no date; `orders` are those of
    the columns with dates.
    """

    today: Date
    company: str = ""
    orders: Mapping[int, Order] = MappingProxyType({})
    keep_email: bool = False


def columns(framework: Framework, headers: Sequence[str], ignored: Container[int] = ()) -> Matched:
    """What each column is about, by its header; `ignored` ones and those without are left out."""
    known = index(framework)
    found: list[tuple[int, Heading]] = []
    problems: list[Problem] = []
    for at, header in enumerate(headers):
        about = header.strip() and at not in ignored
        read = heading(known, header) if about else Heading(field="ignored")
        if isinstance(read, Problem):
            problems.append(read._replace(at=(at,)))
        else:
            found.append((at, read))
    answering = tuple(
        Column(at, read.question, known.tables[read.question], read.pick)
        for at, read in found
        if read.question
    )
    spoken = {read.language for _, read in found if read.question}
    return Matched(
        FrameworkName(framework.id, framework.version),
        framework.languages,
        spoken.pop() if len(spoken) == 1 else "",
        answering,
        _fields(found),
        tuple(problems),
        tuple(_repeated(answering)),
    )


def assessment_of_row(
    matched: Matched, cells: Sequence[str], given: Given
) -> tuple[Assessment | None, list[Problem]]:
    """The assessment in a row, and what in the row is not understood.

    There is none where no cell answers a question, or the company is unknown.
    """
    answers, problems = _answers(matched.columns, cells)
    company = given.company or _first(matched, cells, "company")
    if not company:
        problems.append(Problem("no-company"))
    if not answers:
        problems.append(Problem("no-answers"))
    day, undated = day_of_row(matched, cells, given)
    problems += undated
    problems.sort(key=lambda problem: problem.at)
    if not company or not answers:
        return None, problems
    made = Assessment(
        FORMAT,
        matched.framework,
        company,
        day or given.today,
        _respondent(matched, cells, keep_email=given.keep_email),
        _first(matched, cells, "role"),
        _language(matched, cells),
        answers=answers,
    )
    return made, problems


def day_of_row(matched: Matched, cells: Sequence[str], given: Given) -> tuple[Date, list[Problem]]:
    """The day in the first column of dates that names one, or empty; and cells that are no date."""
    problems = []
    for at in matched.fields.get("date", ()):
        found = date_of(cells[at], given.orders.get(at, "undecided")) if at < len(cells) else ""
        if isinstance(found, Problem):
            problems.append(found._replace(at=(at,)))
        elif found:
            return found, problems
    return "", problems


def _fields(found: Iterable[tuple[int, Heading]]) -> dict[Field, tuple[int, ...]]:
    """The columns of each field, in the order of its names, then of the columns."""
    fields: dict[Field, tuple[int, ...]] = {}
    for at, read in sorted(found, key=lambda each: each[1].rank):
        if read.field:
            fields[read.field] = (*fields.get(read.field, ()), at)
    return fields


def _repeated(answering: Iterable[Column]) -> Iterable[Problem]:
    first: dict[tuple[str, str], int] = {}
    for column in answering:
        earlier = first.setdefault((column.question, column.pick), column.at)
        if earlier != column.at:
            values = {"question": column.question}
            yield Problem("repeated-column", (column.at, earlier), values)


def _answers(
    answering: Iterable[Column], cells: Sequence[str]
) -> tuple[dict[str, Answer], list[Problem]]:
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    ticks: list[Column] = []
    unclear: set[str] = set()
    for column in answering:
        at, question, table, pick = column
        cell = cells[at] if at < len(cells) else ""
        if not cell or cell.isspace():
            continue
        answer = _tick(column, cell) if pick else answer_in(table, cell)
        if isinstance(answer, Problem):
            problems.append(answer._replace(at=(at,)))
            unclear |= {question} if pick else set()
        elif pick:
            ticks += [column] if answer.picks else []
        elif answers.setdefault(question, answer) is not answer:
            _compare(answers, column, answer, problems)
    _add_ticked(answers, [c for c in ticks if c.question not in unclear], problems)
    # An empty answer stands for columns that contradict each other.
    return {q: answer for q, answer in answers.items() if answer.picks}, problems


def _compare(
    answers: dict[str, Answer], column: Column, answer: Answer, problems: list[Problem]
) -> None:
    """Give up a question where two columns answer it differently."""
    if set(answers[column.question].picks) != set(answer.picks):
        values = {"found": ", ".join(answer.picks)}
        problems.append(Problem("two-answers", (column.at,), values))
        answers[column.question] = Answer(())


def _add_ticked(
    answers: dict[str, Answer], ticks: Iterable[Column], problems: list[Problem]
) -> None:
    """Make one answer of all that is ticked at a question."""
    picked: dict[str, list[Column]] = {}
    for column in ticks:
        picked.setdefault(column.question, []).append(column)
    for question, ticked in picked.items():
        picks = tuple(dict.fromkeys(column.pick for column in ticked))
        if kind := too_much(ticked[0].table, picks):
            values = {"found": ", ".join(picks)}
            problems.append(Problem(kind, (ticked[-1].at,), values))
        elif question in answers:
            _compare(answers, ticked[0], Answer(picks), problems)
        else:
            answers[question] = Answer(picks)


def _tick(column: Column, cell: str) -> Answer | Problem:
    """The pick of a column of its own, or no picks where it is not ticked."""
    words = plain(cell)
    ticked = Answer((column.pick,))
    if words in _YES or column.table.answers.get(words) == ticked:
        return ticked
    return Answer(()) if words in _NO else Problem("unknown-tick", values={"found": cell.strip()})


def _respondent(matched: Matched, cells: Sequence[str], *, keep_email: bool) -> str:
    """Who answered. An address says more than a name, and is left out unless it is wanted."""
    address = _first(matched, cells, "email") if keep_email else ""
    names = _said(matched, cells, "respondent")
    return address or next((n for n in names if keep_email or not _ADDRESS.search(n)), "")


def _language(matched: Matched, cells: Sequence[str]) -> str:
    """The language that the product says was spoken, else the one the questions stand in."""
    said = _first(matched, cells, "language")[:2].lower()
    return said if said in matched.languages else matched.language


def _first(matched: Matched, cells: Sequence[str], field: Field) -> str:
    return next(_said(matched, cells, field), "")


def _said(matched: Matched, cells: Sequence[str], field: Field) -> Iterator[str]:
    """What the columns of a field say, on one line and without a spreadsheet's apostrophe."""
    for at in matched.fields.get(field, ()):
        text = " ".join(_CONTROL.sub(" ", cells[at]).split()) if at < len(cells) else ""
        if text.startswith(_APOSTROPHE):
            text = text[1:]
        if text and text.lower() not in NAMELESS:
            yield text
