"""How rows are written: as CSV, or as JSON, one object a line."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from cd360_cli.respondent_row import Column, Value

FormName = Literal["csv", "ndjson", "parquet"]

_QUOTED = re.compile('[",\r\n]')
_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_TEXT = json.JSONEncoder(ensure_ascii=False).encode


class Csv:
    """Comma-separated, with a first line of column names; nothing is an empty cell."""

    def header(self, columns: Sequence[Column]) -> str:
        """The first line."""
        return ",".join(column.name for column in columns) + "\n"

    def openings(self, first: int, respondents: Sequence[str]) -> tuple[Iterable[str], ...]:
        """Numbers and respondents of the rows."""
        if _QUOTED.search(" ".join(respondents)):
            respondents = [_cell(_one_line(respondent)) for respondent in respondents]
        return map(str, range(first, first + len(respondents))), respondents

    def part(self, columns: Sequence[Column], values: Sequence[Value]) -> str:
        """Values in the middle of a row."""
        return ",".join("" if value is None else _cell(str(value)) for value in values)

    def ending(self, columns: Sequence[Column], values: Sequence[Value]) -> str:
        """Values at the end of a row."""
        return self.part(columns, values)

    def scored(self, line: str) -> bool:
        """Whether a row written so was understood: its last column then says nothing."""
        return line.endswith(",")


class Ndjson:
    """A JSON object a line; nothing is null."""

    def header(self, columns: Sequence[Column]) -> str:
        """Nothing: every row says what its values are."""
        return ""

    def openings(self, first: int, respondents: Sequence[str]) -> tuple[Iterable[str], ...]:
        """Numbers and respondents of the rows."""
        numbers = map('{{"row":{}'.format, range(first, first + len(respondents)))
        names = (
            _TEXT(_one_line(respondent)) if respondent else "null" for respondent in respondents
        )
        return numbers, map('"respondent":{}'.format, names)

    def part(self, columns: Sequence[Column], values: Sequence[Value]) -> str:
        """Values in the middle of a row."""
        pairs = zip(columns, values, strict=True)
        return ",".join(f"{_TEXT(column.name)}:{_TEXT(value)}" for column, value in pairs)

    def ending(self, columns: Sequence[Column], values: Sequence[Value]) -> str:
        """Values at the end of a row."""
        return self.part(columns, values) + "}"

    def scored(self, line: str) -> bool:
        """Whether a row written so was understood."""
        return line.endswith(":null}")


FORMS: Mapping[FormName, Csv | Ndjson] = {"csv": Csv(), "ndjson": Ndjson(), "parquet": Csv()}
"""How rows are written; Parquet is made of CSV."""


def _one_line(text: str) -> str:
    """Without line breaks, so that a row is a line in whatever form."""
    return _BREAKS.sub(" ", text)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
