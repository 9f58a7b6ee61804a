"""The rows of many respondents: what `respondent_row` says of each, to the last byte."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import getitem
from typing import Any, NamedTuple, Protocol

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem
from cd360_cli.remembered import Remembered
from cd360_cli.respondent_cells import Columns, Layout, Table, misread
from cd360_cli.respondent_journey import StepClaims
from cd360_cli.respondent_row import Column, Value, columns, hundredths, joined, unscored
from cd360_cli.respondent_verdict import Judgement, Verdicts

_MOST_REMEMBERED = 1 << 11
_MOST_SCALES = 1 << 5
_MOST_POINTS = 1 << 10

_Scale = tuple[int, int]
"""How many points make a score of 100, when divided by how many."""

Misread = Mapping[int, Sequence[tuple[str, Problem]]]
"""By row the questions whose cells are not understood, `*` for a row as a whole, and why."""


class Form(Protocol):
    """How rows are written: in parts of some columns, joined by commas."""

    def openings(self, first: int, respondents: Sequence[str]) -> tuple[Iterable[str], ...]:
        """The first parts of every row: its number, from `first`, and its respondent."""

    def part(self, columns: Sequence[Column], values: Sequence[Value]) -> str:
        """Values of columns in the middle of a row."""

    def ending(self, columns: Sequence[Column], values: Sequence[Value]) -> str:
        """The last values of a row."""


class Block(NamedTuple):
    """Respondents beside each other in a table, of whom `broken` rows have no cells to speak of.

    `first` is the number of the first row, counted from 1.
    """

    first: int
    respondents: Sequence[str]
    columns: Columns
    broken: Mapping[int, Problem]


class Rows:
    """Writes the rows of the respondents in a table with some layout, in some form."""

    def __init__(self, framework: Framework, layout: Layout, form: Form) -> None:
        self._framework, self._layout, self._form = framework, layout, form
        self._verdicts, self._claims = Verdicts(framework, layout), StepClaims(framework, layout)
        used: list[Table[Any]] = [*self._verdicts.tables, *self._claims.tables]
        weighed = {question for table in used for question in table.questions}
        self._others: list[Table[Any]] = [
            Table(layout, (question,), len)
            for question in layout.questions
            if question not in weighed
        ]
        self._tables = [*used, *self._others]
        all = self._columns = columns(framework)[2:]
        ends = 5 + 2 * len(framework.strategies)
        self._pairs = [all[at : at + 2] for at in range(5, ends, 2)]
        remember = partial(Remembered, most=_MOST_REMEMBERED)
        self._verdict_texts = remember(partial(self._verdict_text, all[:5]))
        self._points_texts = Remembered(self._texts_to_scale, _MOST_SCALES)
        self._coverage = all[ends:-2]
        self._worth_texts = remember(self._texts_of_worth)
        self._steps_texts = remember(partial(self._steps_text, all[-2:]))

    def written(self, block: Block) -> tuple[list[str], Misread]:
        """What to write of each respondent, and who is not understood."""
        count = len(block.respondents)
        for table in self._others:
            table.look_over(block.columns)
        judged = self._verdicts.judged(block.columns, count)
        named = [candidates for _, candidates, _, _ in judged.judgements]
        marks = self._claims.emphasised(block.columns, named)
        texts, coverages = zip(*map(self._worth_texts.__getitem__, judged.worths), strict=True)
        points = map(getitem, chain.from_iterable(texts), chain.from_iterable(judged.standings))
        parts = (
            *self._form.openings(block.first, block.respondents),
            map(self._verdict_texts.__getitem__, judged.judgements),
            *[points] * len(self._pairs),  # Each takes its turn, row after row.
            coverages,
            map(self._steps_texts.__getitem__, marks),
        )
        lines = list(map(",".join, zip(*parts, strict=True)))
        found: dict[int, Sequence[tuple[str, Problem]]] = {
            **misread(self._tables, block.columns),
            **{row: [("*", problem)] for row, problem in block.broken.items()},
        }
        for row, problems in found.items():
            lines[row] = self._unscored(block, row, problems)
        return lines, dict(sorted(found.items()))

    def _unscored(self, block: Block, row: int, problems: Sequence[tuple[str, Problem]]) -> str:
        codes = [(question, problem.kind) for question, problem in problems]
        values = unscored(self._framework, 0, "", codes)[2:]
        openings = self._form.openings(block.first + row, [block.respondents[row]])
        return ",".join([*chain(*openings), self._form.ending(self._columns, values)])

    def _verdict_text(self, columns: Sequence[Column], judgement: Judgement) -> str:
        ids = [strategy.id for strategy in self._framework.strategies]
        verdict, candidates, runner_up, flips = judgement
        values = (
            verdict,
            ids[candidates[0]] if verdict in ("clear", "leaning") else None,
            joined([ids[n] for n in candidates]),
            None if runner_up is None else ids[runner_up],
            flips,
        )
        return self._form.part(columns, values)

    def _texts_of_worth(self, number: int) -> tuple[list[Remembered[int, str]], str]:
        """By strategy what to write of points of that worth, and what of coverage."""
        worth = self._verdicts.worth[number]
        coverage = (worth.scale[0], worth.answered, worth.applicable)
        return self._points_texts[worth.scale], self._form.part(self._coverage, coverage)

    def _texts_to_scale(self, scale: _Scale) -> list[Remembered[int, str]]:
        """By strategy what to write of points to a scale."""
        return [
            Remembered(partial(self._points_text, pair, scale), _MOST_POINTS)
            for pair in self._pairs
        ]

    def _points_text(self, columns: Sequence[Column], scale: _Scale, standing: int) -> str:
        full, divisor = scale
        points = self._verdicts.points_of(standing) // divisor
        return self._form.part(columns, (points, hundredths(points, full)))

    def _steps_text(self, columns: Sequence[Column], marks: Sequence[int]) -> str:
        return self._form.ending(columns, (joined(self._claims.steps(marks)), None))
