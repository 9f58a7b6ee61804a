"""`cd360 import`: an export of a form product to assessment files, one a response."""

import os
import shlex
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cd360_cli import assessment_file, framework_file, response_file, streams
from cd360_cli.assessment import Assessment
from cd360_cli.files import make_folder
from cd360_cli.framework import Framework
from cd360_cli.language import require, spoken
from cd360_cli.pool import folded
from cd360_cli.problems import Problem, Refused
from cd360_cli.render.responses import Imported, Remarks, notices, too_few
from cd360_cli.response_codes import trusted
from cd360_cli.response_dates import Order, date_of, first_undecided, order_of
from cd360_cli.response_file import Row, Sheet, misfit
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
from cd360_cli.texts.wording import visible


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
    if os.path.exists(choices.folder) and not os.path.isdir(choices.folder):
        raise Refused("usage", [Problem("not-a-folder")], str(choices.folder))
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
    _tell(notices(matched, loaded.framework, given, undated, language))
    _tell([_tally(responses, choices, language)])
    _tell(too_few(responses, loaded.framework, language))
    if matched.problems or any(response.problems for response in responses):
        _tell([say.LEFT_OUT.say(language)])
        raise SystemExit(streams.ASSESSMENT)
    if _is_team(responses) and not choices.dry_run:
        folder = shlex.quote(str(choices.folder))
        _tell([say.NEXT.say(language).format(folder=folder)])


def _is_team(responses: Iterable[Imported]) -> bool:
    """Whether several files were written, all about one company."""
    companies = [folded(r.assessment.company) for r in responses if r.file and r.assessment]
    return len(companies) > 1 and len(set(companies)) == 1


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
        if found := first_undecided(_cells(sheet, at), order):
            yield Problem("undecided-dates", (at,), {"found": found})


def _dates_read(sheet: Sheet, given: Given) -> Iterator[Problem]:
    """How dates are read that would otherwise be one of two days; an order is told once."""
    told = set()
    for at, order in given.orders.items():
        found = first_undecided(_cells(sheet, at))
        if found and order not in told:
            told.add(order)
            yield Problem("dates-read", (at,), {"found": found, "day": str(date_of(found, order))})


def _imported(sheet: Sheet, matched: Matched, given: Given, choices: Choices) -> Iterator[Imported]:
    """Every response, its file written unless this is a dry run. May refuse the folder."""
    if not choices.dry_run:
        make_folder(choices.folder)
    taken: set[Path] = set()
    for row in sheet.rows:
        odd = misfit(sheet.header, row)
        if odd and odd.kind == "long-row":
            yield Imported(row, None, None, [odd])
            continue
        assessment, problems = assessment_of_row(matched, row.cells, given)
        problems = [odd, *problems] if odd else problems
        if assessment is None:
            yield Imported(row, None, None, problems)
            continue
        path = _path(assessment, row, choices.folder, taken)
        taken.add(path)
        refused = _written(path, assessment, choices)
        file = None if refused else path
        yield Imported(row, file, assessment, [*problems, *refused])


def _path(assessment: Assessment, row: Row, folder: Path, taken: set[Path]) -> Path:
    """`<company>-<respondent>`, with the row where there is no name, or a taken one."""
    nameless = folder / assessment_file.path_for(assessment.company)
    words = [assessment.respondent]
    while True:
        path = folder / assessment_file.path_for(assessment.company, *words)
        if path != nameless and path not in taken:
            return path
        words.append(str(row.number))


def _written(path: Path, assessment: Assessment, choices: Choices) -> list[Problem]:
    """Why there is no new file of this name, if there is not."""
    try:
        if not choices.dry_run:
            assessment_file.save(path, assessment, new=True)
        elif os.path.lexists(path):
            raise Refused("assessment", [Problem("exists")])
    except Refused as refused:
        return [problem._replace(at=(str(path),)) for problem in refused.problems]
    return []


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
