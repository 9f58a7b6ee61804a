"""Tables with a JSON object a line."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem
from cd360_cli.respondent_cells import Layout, Reading
from cd360_cli.respondent_rows import Block
from cd360_cli.row_file import NOT_UTF_8, Piece
from cd360_cli.row_headers import COMPANY, RESPONDENT, Asked

NAMING = (*RESPONDENT, *COMPANY)
"""Keys of what names who answered; the first that there is counts."""


class JsonTable:
    """A JSON object a row, with answers by question; `keys` are those of the first."""

    header = delimiter = ""

    def __init__(self, framework: Framework, reading: Reading, keys: Sequence[str]) -> None:
        questions = tuple(question.id for question in framework.asked)
        self.layout = Layout(questions, reading)
        asked = [key if key in questions else None for key in keys]
        respondent = next((keys.index(key) for key in NAMING if key in keys), None)
        self.asked = Asked(keys, asked, respondent)
        self._known = {*questions, *keys, *NAMING}
        self._questions = questions

    def block(self, piece: Piece) -> Block:
        """The respondents in some rows of the file."""
        broken: dict[int, Problem] = {}
        respondents, rows = [], []
        for n, record in enumerate(piece.each()):
            answers = self._answers(record.text)
            if isinstance(answers, Problem):
                broken[n], answers = answers, {}
            respondents.append(next((_text(answers[r]) for r in NAMING if r in answers), ""))
            rows.append([_text(answers.get(question)) for question in self._questions])
        columns = zip(self._questions, zip(*rows, strict=True), strict=True)
        return Block(piece.first, respondents, dict(columns), broken)

    def _answers(self, text: str) -> Mapping[str, Any] | Problem:
        if NOT_UTF_8.search(text):
            return Problem("not-utf-8")
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if type(found) is not dict:
            return Problem("no-object")
        if strange := sorted(found.keys() - self._known):
            return Problem("unknown-question", values={"found": strange[0]})
        return found


def _text(value: object) -> str:
    """A JSON value as it would stand in a cell."""
    if value is None:
        return ""
    if type(value) is list and all(type(each) in (str, int) for each in value):
        return "+".join(map(str, value))
    return str(value) if type(value) in (str, int) else json.dumps(value)


def keys_of(start: bytes) -> list[str]:
    """The keys of the first row, where that is an object."""
    try:
        first = json.loads(start.lstrip().partition(b"\n")[0])
    except (ValueError, RecursionError):
        return []
    return list(first) if type(first) is dict else []
