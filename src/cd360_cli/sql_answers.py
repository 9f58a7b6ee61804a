"""The first step of the SQL: from cells to a few whole numbers a respondent.

Each number is a sum over questions of what their cells say. For a lens: how many answers there are
of each kind. For a step or a tension: its levels, how many are known and how many apply.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from types import MappingProxyType
from typing import NamedTuple

from cd360_cli.answer_kinds import AnswerKinds, answer_kinds, kinds_of_answers
from cd360_cli.assessment import DONT_KNOW, MOST_PICKS, NOT_APPLICABLE, Answer
from cd360_cli.framework import LEVELS, POSITIONS, Framework, Measured, Question
from cd360_cli.sql_dialect import Dialect, Step, added, case, flag, least, quoted

MISREAD = -(1 << 52)
"""What a cell that is not understood adds: more than all others can make up for."""

JOINED = "+"
"""Stands between two options in a cell."""

KIND = "unknown-answer"

UNKNOWN_CELLS = ("", DONT_KNOW)

TOGETHER = 12
"""Cells that are read in one step. More is too much code for an engine that compiles each step,
and many steps take such an engine long to plan."""

LENS, REST = "lens_", "rest_"
"""How the names of totals begin that count answers by kind, or that only check cells."""

READ = "understood"
"""The step after which nothing reads cells."""


class Term(NamedTuple):
    """What the cell of a question adds to a number, by what stands in it."""

    question: str
    cells: Mapping[str, int]
    otherwise: int


class Total(NamedTuple):
    """A number of a respondent: the sum of its terms, under the name of a column."""

    name: str
    terms: tuple[Term, ...]
    without: int = 0
    """What is added for questions that have no cell."""


class Measure(NamedTuple):
    """How the answers to the questions about one step or tension stand in a number."""

    name: str
    target: str
    asked: int

    @property
    def sums(self) -> int:
        """One more than the sum of levels can be."""
        return self.asked * max(LEVELS[-1], POSITIONS[-1]) + 1

    @property
    def counts(self) -> int:
        """One more than a count can be."""
        return self.asked + 1

    def cells(self, question: Question) -> dict[str, int]:
        """What the cell of one of the questions adds."""
        applies = self.sums * self.counts
        levels = {choice: applies + self.sums + int(choice) for choice in question.choices}
        return {**dict.fromkeys(UNKNOWN_CELLS, applies), NOT_APPLICABLE: 0, **levels}


def measures(framework: Framework, measured: Measured) -> tuple[Measure, ...]:
    """The steps or tensions, in order, each with the column that its answers are summed in."""
    steps, tensions = framework.steps, framework.tensions
    targets = [step.id for step in steps] if measured == "step" else [t.id for t in tensions]
    return tuple(
        Measure(f"{measured}_{n}", target, len(framework.questions_about(measured, target)))
        for n, target in enumerate(targets)
    )


def totals(framework: Framework, present: Collection[str] | None = None) -> tuple[Total, ...]:
    """All numbers that are read from the answers; a cell misread makes one of them negative.

    Where `present` names the columns of a table, a question without one adds what is `without`.
    """
    kinds = answer_kinds(framework)
    found = [*_lens_totals(framework, kinds), *_measure_totals(framework)]
    read = {term.question for total in found for term in total.terms}
    rest = [
        Term(q.id, dict.fromkeys((*UNKNOWN_CELLS, NOT_APPLICABLE, *_readable(q)), 0), MISREAD)
        for q in framework.questions
        if q.id not in read
    ]
    parts = range(0, len(rest) or 1, TOGETHER)
    every = (*found, *(Total(f"{REST}{n}", tuple(rest[n : n + TOGETHER])) for n in parts))
    return every if present is None else tuple(_of_present(total, present) for total in every)


def _readable(question: Question) -> list[str]:
    """Every cell that answers a question."""
    if not question.options:
        return list(question.choices)
    return [
        JOINED.join(p) for n in range(1, MOST_PICKS + 1) for p in permutations(question.choices, n)
    ]


def _of_present(total: Total, present: Collection[str]) -> Total:
    absent = [term for term in total.terms if term.question not in present]
    terms = tuple(term for term in total.terms if term.question in present)
    return Total(total.name, terms, sum(term.cells[""] for term in absent))


def _lens_totals(framework: Framework, kinds: AnswerKinds) -> Iterator[Total]:
    for n, lens in enumerate(kinds.lenses):
        cells = {q.id: dict(_lens_cells(framework, kinds, n, q)) for q in lens.questions}
        for word in range(lens.words):
            terms = [
                Term(
                    question, {c: by[1] if by[0] == word else 0 for c, by in found.items()}, MISREAD
                )
                for question, found in cells.items()
            ]
            yield Total(f"{LENS}{n}_{word}", tuple(terms))


def _lens_cells(
    framework: Framework, kinds: AnswerKinds, n: int, question: Question
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every cell that a strategy question can have, with its word and what it adds there."""
    lens = kinds.lenses[n]
    yield NOT_APPLICABLE, (0, 0)
    for answer, kind in kinds_of_answers(framework, question, kinds.unit):
        word, at = lens.place(lens.kinds.index(kind))
        for cell in spellings(answer):
            yield cell, (word, 1 << at)


def _measure_totals(framework: Framework) -> Iterator[Total]:
    measured: tuple[Measured, ...] = ("step", "tension")
    for kind in measured:
        for measure in measures(framework, kind):
            terms = [
                Term(question.id, measure.cells(question), MISREAD)
                for question in framework.questions_about(kind, measure.target)
            ]
            yield Total(measure.name, tuple(terms))


def spellings(answer: Answer | None) -> tuple[str, ...]:
    """How an answer may stand in a cell; None is an answer that is unknown."""
    if answer is None:
        return UNKNOWN_CELLS
    return tuple(dict.fromkeys(map(JOINED.join, (answer.picks, answer.picks[::-1]))))


class Odd(NamedTuple):
    """Cells of a table that are not spelled as this module spells answers, by question.

    `spelled` has the cell that says the same, `kinds` the kind of problem where there is none; of
    a cell in neither that is `KIND`.
    """

    spelled: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    kinds: Mapping[str, Mapping[str, str]] = MappingProxyType({})


NONE_ODD = Odd()


def with_odd(found: Sequence[Total], odd: Odd) -> tuple[Total, ...]:
    """The totals, in which odd cells count for what they say."""

    def reading(term: Term) -> Term:
        spelled = odd.spelled.get(term.question, {})
        more = {cell: term.cells[same] for cell, same in spelled.items()}
        return term._replace(cells={**term.cells, **more})

    return tuple(total._replace(terms=tuple(map(reading, total.terms))) for total in found)


def cells_of(found: Sequence[Total], order: Iterable[str]) -> dict[str, Term]:
    """What the cell of each question can hold, in an order of ids."""
    terms = {term.question: term for total in found for term in total.terms}
    return {question: terms[question] for question in order if question in terms}


def total_steps(found: Sequence[Total], order: Sequence[str], dialect: Dialect) -> Iterator[Step]:
    """The steps that read every total from columns `cell_N`, of `cells_of` in an order.

    Each reads few cells: an engine that makes code of a step must not get too much of it at once.
    """
    columns = _columns(found, order)
    together: dict[str, str] = {}
    cells = number = 0
    for total in found:
        if together and cells + len(total.terms) > TOGETHER:
            yield Step(f"read_{number}", together)
            together, cells, number = {}, 0, number + 1
        terms = _terms(total, columns, dialect)
        together[total.name] = f"CAST({added(terms)} AS BIGINT)"
        cells += len(total.terms)
    yield Step(f"read_{number}", together)
    yield Step("checked", {"misread": flag(f"{least([total.name for total in found])} < 0")})


def problem_steps(
    found: Sequence[Total], order: Sequence[str], odd: Odd, dialect: Dialect
) -> Iterator[Step]:
    """The steps that name the questions whose cells are not understood, in order, as `problems`."""
    columns = _columns(found, order)
    terms = list(cells_of(found, order).items())
    before = "''"
    for number, start in enumerate(range(0, len(terms), 2 * TOGETHER)):
        told = [
            case(
                [
                    (_among(columns[question], term.cells, dialect), "''"),
                    *_kinds(question, columns[question], odd, dialect),
                ],
                quoted(f" {question}:{KIND}"),
            )
            for question, term in terms[start : start + 2 * TOGETHER]
        ]
        some = f"CONCAT({', '.join([before, *told])})"
        before = f"told_{number}"
        yield Step(f"telling_{number}", {before: case([("misread = 1", some)], "''")})
    yield Step(READ, {"problems": f"NULLIF(SUBSTR({before}, 2), '')"})


def _columns(found: Sequence[Total], order: Iterable[str]) -> dict[str, str]:
    return {question: f"cell_{n}" for n, question in enumerate(cells_of(found, order))}


def _terms(total: Total, columns: Mapping[str, str], dialect: Dialect) -> Iterator[str]:
    if total.without or not total.terms:
        yield str(total.without)
    for term in total.terms:
        by_number: dict[int, list[str]] = {}
        for cell, number in term.cells.items():
            by_number.setdefault(number, []).append(cell)
        branches = [
            (_among(columns[term.question], cells, dialect), n) for n, cells in by_number.items()
        ]
        yield case(branches, term.otherwise)


def _among(column: str, cells: Iterable[str], dialect: Dialect) -> str:
    return f"{column} IN ({', '.join(map(dialect.literal, cells))})"


def _kinds(question: str, column: str, odd: Odd, dialect: Dialect) -> Iterator[tuple[str, str]]:
    by_kind: dict[str, list[str]] = {}
    for cell, kind in odd.kinds.get(question, {}).items():
        by_kind.setdefault(kind, []).append(cell)
    for kind, cells in by_kind.items():
        yield _among(column, cells, dialect), quoted(f" {question}:{kind}")
