"""What the columns of a table of respondents are about."""

from collections.abc import Sequence
from typing import NamedTuple

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused

RESPONDENT = ("respondent", "id")
"""Headers of the column that names who answered; the first that there is counts."""


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
        """The headers of columns of which nothing is made."""
        columns = enumerate(zip(self.headers, self.questions, strict=True))
        return [header for n, (header, q) in columns if q is None and n != self.respondent]


def asked_in(framework: Framework, headers: Sequence[str], name: str) -> Asked:
    """What headers are about. Raises `Refused`."""
    known = _known_headers(framework)
    names = [header.strip() for header in headers]
    questions = [known.get(header.casefold()) for header in names]
    twice = {q for q in questions if q and questions.count(q) > 1}
    problems = [Problem("column-twice", values={"found": q}, line=1) for q in sorted(twice)]
    if not any(questions):
        example = framework.asked[0].id
        problems.append(Problem("no-question-column", values={"example": example}, line=1))
    if problems:
        raise Refused("assessment", problems, name)
    lowered = [header.lower() for header in names]
    respondent = next((lowered.index(r) for r in RESPONDENT if r in lowered), None)
    return Asked(names, questions, respondent)


def _known_headers(framework: Framework) -> dict[str, str]:
    """Questions by what may stand above their column: their text in any language, or their id."""
    texts: dict[str, set[str]] = {}
    for question in framework.questions:
        for text in question.ask.values():
            texts.setdefault(text.strip().casefold(), set()).add(question.id)
    # A text that several questions share says nothing.
    worded = {text: next(iter(found)) for text, found in texts.items() if len(found) == 1}
    return worded | {question.id.casefold(): question.id for question in framework.questions}
