"""`cd360 import`: an export of a form product to assessment files, one a response."""

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cd360_cli import assessment_file, framework_file, response_file, streams
from cd360_cli.assessment import Assessment
from cd360_cli.framework import Framework
from cd360_cli.language import require, spoken
from cd360_cli.problems import Problem, Refused
from cd360_cli.render.responses import Imported, Remarks
from cd360_cli.response_codes import trusted
from cd360_cli.response_dates import Order, date_of, order_of, undecided
from cd360_cli.response_file import Row, Sheet
from cd360_cli.response_headers import named
from cd360_cli.responses import (
    LEAST_QUESTIONS,
    Given,
    Matched,
    assessment_of_row,
    columns,
    day_of_row,
)
from cd360_cli.texts import responses as say
from cd360_cli.texts.wording import counted, visible

_MOST_LISTED = 10


class Choices(NamedTuple):
    """How to import: `dates` is the order of those that no column decides."""

    folder: Path
    company: str = ""
    ignored: Sequence[str] = ()
    dates: Order | None = None
    keep_email: bool = False
    dry_run: bool = False


def run(
    file: Path, choices: Choices, *, framework: Path | None, asked: str | None, as_json: bool
) -> None:
    """Write what is understood, tell what is not, and leave with 3 where there is any of that.

    Raises `Refused` where the file is no export of this questionnaire.
    """
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    language = spoken(asked, "", loaded.framework.languages)
    sheet = response_file.load(file)
    matched = _matched(sheet, loaded.framework, choices, language)
    given = _given(sheet, matched, choices)
    remarks = Remarks(sheet, given.today, language)
    _tell(remarks.lines(sheet.header, matched.problems))
    if undecided := [*_undecided(sheet, given)]:
        raise remarks.refused(sheet.header, undecided)
    responses = []
    for response in _imported(sheet, matched, given, choices):
        responses.append(response)
        _tell(remarks.lines(response.row, response.problems))
        if response.file and not as_json:
            streams.result(f"{response.file}\n")
    if as_json:
        streams.result(remarks.as_json(matched.problems, responses))
    _tell(remarks.lines(sheet.header, [*matched.repeated, *_dates_read(sheet, given)]))
    written = [response.row for response in responses if response.file]
    undated = sum(not day_of_row(matched, row.cells, given)[0] for row in written)
    _tell(_notices(matched, loaded.framework, given, undated, language))
    _tell([_tally(responses, choices, language)])
    if matched.problems or any(response.problems for response in responses):
        _tell([say.LEFT_OUT.say(language)])
        raise SystemExit(streams.ASSESSMENT)


def _matched(sheet: Sheet, framework: Framework, choices: Choices, language: str) -> Matched:
    """What the columns are about. Raises `Refused` where too little of it is known."""
    headers = sheet.header.cells
    matched = columns(framework, headers, named(headers, choices.ignored))
    least = min(LEAST_QUESTIONS, len(framework.asked))
    problem = None
    if len(matched.questions) < least:
        example = framework.asked[0]
        values = {
            **_numbers(found=len(matched.questions), all=len(headers), least=least),
            "id": example.id,
            "text": example.ask.say(language),
        }
        problem = Problem("too-few-questions", values=values)
    elif not choices.company and "company" not in matched.fields:
        problem = Problem("no-company-column", values={"header": say.COMPANY.say(language)})
    elif not sheet.rows:
        problem = Problem("no-responses")
    if problem:
        raise Refused("assessment", [problem._replace(line=sheet.header.line)], sheet.name)
    return trusted(matched, [row.cells for row in sheet.rows])


def _given(sheet: Sheet, matched: Matched, choices: Choices) -> Given:
    orders = {}
    for at in matched.fields.get("date", ()):
        order = order_of(_cells(sheet, at))
        orders[at] = choices.dates or order if order == "undecided" else order
    return Given(date.today().isoformat(), choices.company, orders, choices.keep_email)


def _undecided(sheet: Sheet, given: Given) -> Iterator[Problem]:
    """The columns with dates that may each be one of two days."""
    for at, order in given.orders.items():
        if dates := [cell for cell in _cells(sheet, at) if undecided(cell, order)]:
            yield Problem("undecided-dates", (at,), {"found": dates[0].strip()})


def _dates_read(sheet: Sheet, given: Given) -> Iterator[Problem]:
    """How dates are read that would otherwise be one of two days."""
    for at, order in given.orders.items():
        for cell in filter(lambda cell: undecided(cell, "undecided"), _cells(sheet, at)):
            values = {"found": cell.strip(), "day": str(date_of(cell, order))}
            yield Problem("dates-read", (at,), values)
            break


def _imported(sheet: Sheet, matched: Matched, given: Given, choices: Choices) -> Iterator[Imported]:
    """Every response, its file written unless this is a dry run."""
    taken: set[Path] = set()
    width = len(sheet.header.cells)
    expected = max(at for at, header in enumerate(sheet.header.cells, 1) if header.strip())
    for row in sheet.rows:
        if any(map(str.strip, row.cells[width:])):
            values = _numbers(found=len(row.cells), expected=width)
            yield Imported(row, None, 0, [Problem("long-row", values=values)])
            continue
        assessment, problems = assessment_of_row(matched, row.cells, given)
        if len(row.cells) < expected:
            values = _numbers(found=len(row.cells), expected=expected)
            problems.insert(0, Problem("short-row", values=values))
        if assessment is None:
            yield Imported(row, None, 0, problems)
            continue
        path = _path(assessment, row, choices.folder, taken)
        file: Path | None = path
        try:
            if choices.dry_run:
                _require_free(path, taken)
            else:
                _write(path, assessment)
        except Refused as refused:
            file = None
            problems += [problem._replace(at=(str(path),)) for problem in refused.problems]
        taken.add(path)
        yield Imported(row, file, len(assessment.answers), problems)


def _path(assessment: Assessment, row: Row, folder: Path, taken: set[Path]) -> Path:
    """`<company>-<respondent>`, with the row where there is no name, or a taken one."""
    nameless = folder / assessment_file.path_for(assessment.company)
    words = [assessment.respondent]
    while True:
        path = folder / assessment_file.path_for(assessment.company, *words)
        if path != nameless and path not in taken:
            return path
        words.append(str(row.number))


def _require_free(path: Path, taken: set[Path]) -> None:
    if os.path.lexists(path) or path in taken:
        raise Refused("assessment", [Problem("exists")], str(path))


def _write(path: Path, assessment: Assessment) -> None:
    """Write a new file, in a folder that is made where there is none. Raises `Refused`."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        values = {"detail": error.strerror or type(error).__name__}
        raise Refused("assessment", [Problem("unwritable", values=values)], str(path)) from None
    assessment_file.save(path, assessment, new=True)


def _notices(
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
    if "email" in matched.fields and not given.keep_email:
        yield say.EMAIL_LEFT_OUT.say(language)


def _tally(responses: list[Imported], choices: Choices, language: str) -> str:
    written = sum(response.file is not None for response in responses)
    tally = say.DRY_TALLY if choices.dry_run else say.TALLY
    return tally.say(language).format(written=written, all=len(responses), folder=choices.folder)


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        streams.tell(visible(line))


def _cells(sheet: Sheet, at: int) -> list[str]:
    return [row.cells[at] for row in sheet.rows if at < len(row.cells)]


def _numbers(**values: int) -> dict[str, str]:
    return {key: str(value) for key, value in values.items()}
