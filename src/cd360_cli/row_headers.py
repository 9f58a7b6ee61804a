"""What the columns of a table of respondents are about: headers say it as in exports of forms."""

from collections.abc import Sequence
from typing import NamedTuple

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused
from cd360_cli.response_headers import Heading, heading, index

RESPONDENT = ("respondent", "id")
"""Headers of the column that names who answered; the first that there is counts."""

COMPANY = ("company", "bedrijf", "bedrijfsnaam")
"""Headers of the column that does so where there is none of those, and no name of a person."""

_NOTHING = Heading()


class Asked(NamedTuple):
    """What the columns of a table are about.

    `questions` has a question by column, None where it is no question; `respondent` is the column
    that names who answered.
    """

    headers: Sequence[str]
    questions: Sequence[str | None]
    respondent: int | None

    @property
    def ignored(self) -> list[str]:
        """The headers of columns of which nothing is made, where they have one."""
        columns = enumerate(zip(self.headers, self.questions, strict=True))
        return [
            header for n, (header, q) in columns if header and q is None and n != self.respondent
        ]


def asked_in(framework: Framework, headers: Sequence[str], name: str) -> Asked:
    """What headers are about, as `import` understands them. Raises `Refused`."""
    known = index(framework)
    names = [header.strip() for header in headers]
    found = [heading(known, header) if header else _NOTHING for header in names]
    questions = [_question(each, header, names) for each, header in zip(found, names, strict=True)]
    twice = {q for q in questions if q and questions.count(q) > 1}
    problems = [Problem("column-twice", values={"found": q}, line=1) for q in sorted(twice)]
    if not any(questions):
        example = framework.asked[0].id
        problems.append(Problem("no-question-column", values={"example": example}, line=1))
    if problems:
        raise Refused("assessment", problems, name)
    lowered = [header.lower() for header in names]
    named = (_first(RESPONDENT, lowered), _named(found), _first(COMPANY, lowered))
    return Asked(names, questions, next((n for n in named if n is not None), None))


def _first(wanted: Sequence[str], headers: Sequence[str]) -> int | None:
    return next((headers.index(each) for each in wanted if each in headers), None)


def _question(found: Heading | Problem, header: str, headers: Sequence[str]) -> str | None:
    """The question that a column answers, unless another has its very id as header."""
    if isinstance(found, Problem) or not found.question or found.pick:
        return None
    exact = header == found.question or found.question not in headers
    return found.question if exact else None


def _named(found: Sequence[Heading | Problem]) -> int | None:
    """The column in which respondents give their name."""
    fields = [
        (each.rank, n)
        for n, each in enumerate(found)
        if isinstance(each, Heading) and each.field == "respondent"
    ]
    return min(fields)[1] if fields else None
