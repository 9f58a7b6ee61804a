"""The generated SQL says of every respondent what `recommend` says, in every engine and dialect."""

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, everything, full_answers, made, plain_framework, small_frameworks

from cd360_cli import framework_file
from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer
from cd360_cli.framework import Framework
from cd360_cli.framework_check import framework_of
from cd360_cli.recommendation import recommend
from cd360_cli.respondent_row import Value, columns, row, unscored
from cd360_cli.sql import select
from cd360_cli.sql_answers import JOINED
from cd360_cli.sql_dialect import DIALECTS

Answers = dict[str, Answer]


def expected(framework: Framework, respondents: Sequence[Answers]) -> list[tuple[Value, ...]]:
    return [
        row(number, recommend(framework, assessment(framework, answers)))
        for number, answers in enumerate(respondents, 1)
    ]


def cells(framework: Framework, answers: Answers) -> list[str | None]:
    return [
        JOINED.join(answers[q.id].picks) if q.id in answers else None for q in framework.questions
    ]


def by_duckdb(framework: Framework, rows: list[list[str | None]]) -> list[tuple[Value, ...]]:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    with duckdb.connect() as database:
        database.execute("PRAGMA disable_optimizer")
        names = ", ".join(f'"{question.id}" VARCHAR' for question in framework.questions)
        database.execute(f'CREATE TABLE respondents ("row" BIGINT, respondent VARCHAR, {names})')
        marks = ", ".join("?" * (2 + len(framework.questions)))
        for number, values in enumerate(rows, 1):
            database.execute(f"INSERT INTO respondents VALUES ({marks})", [number, "", *values])
        return database.execute(select(framework, "respondents", DIALECTS["duckdb"])).fetchall()


def by_polars(framework: Framework, rows: list[list[str | None]]) -> list[tuple[Value, ...]]:
    pl = pytest.importorskip("polars", reason="polars is not installed")
    from cd360_cli.engines.with_polars import Cells, closed, open_ended

    names = [question.id for question in framework.questions]
    found = []
    for numbered in (open_ended, closed):
        table = Cells(framework, names, numbered=numbered)
        # The closed type has no value for a cell that is odd: then it is to fail.
        with suppress(pl.exceptions.PolarsError, TypeError):
            answers = pl.DataFrame(rows, table.types, orient="row").lazy()
            found.append(table.scored(answers).collect().rows())
    odd = any("nonsense" in row for row in rows)
    assert found == [found[0]] * (1 if odd else 2)
    return found[0]


engines = pytest.mark.parametrize("engine", [by_duckdb, by_polars])


def of_other_sizes() -> Framework:
    """Lenses of different weights, questions of different sizes and bests, two about one step."""
    data = plain_framework(3, (2, 2, 1), (3, 1, 0), neighbour=1)
    by_id = {question["id"]: question for question in data["questions"]}
    by_id["q-0-0"]["options"] = [
        {**option, "id": f"{option['id']}-{n}"}
        for n in range(2)
        for option in by_id["q-0-0"]["options"]
    ]
    for option in by_id["q-1-1"]["options"]:
        option["points"] = {name: 2 * points for name, points in option["points"].items()}
    for of, copy in (("l-step-0", "l-step-0-b"), ("p-old-new", "p-old-new-b")):
        data["questions"].append({**by_id[of], "id": copy})
    data["limits"]["emphasised_steps"] = 2
    return framework_of(data)


FRAMEWORKS = {
    "two strategies": made(strategies=2, questions=(3, 1), weights=(1, 2)),
    "four strategies": made(strategies=4, questions=(3, 2), weights=(2, 3), neighbour=1),
    "six strategies": made(strategies=6, questions=(2, 2, 3), weights=(2, 2, 1)),
    "other sizes": of_other_sizes(),
}


@cache
def recommended(name: str) -> tuple[list[Answers], list[tuple[Value, ...]]]:
    """Respondents to one of these frameworks, or to the bundled one, and the row of each."""
    framework = FRAMEWORKS[name] if name else framework_file.load().framework
    count, seed = (40, len(name)) if name else (60, 4)
    respondents = [*edge_cases(framework), *seeded(framework, count, seed)]
    return respondents, expected(framework, respondents)


@engines
@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_row_is_that_of_recommend(engine, name: str) -> None:  # type: ignore[no-untyped-def]
    """Whoever scores a survey in a database must read what he reads from a single file."""
    framework = FRAMEWORKS[name]
    respondents, wanted = recommended(name)
    assert engine(framework, [cells(framework, answers) for answers in respondents]) == wanted


@settings(max_examples=6)
@given(st.data())
def test_no_small_framework_and_no_answers_are_scored_otherwise(data: st.DataObject) -> None:
    """A seed only shows what it happens to show."""
    framework = data.draw(small_frameworks)
    respondents = data.draw(st.lists(full_answers(framework), min_size=1, max_size=4))
    found = by_polars(framework, [cells(framework, answers) for answers in respondents])
    assert found == expected(framework, respondents)


def edge_cases(framework: Framework) -> Iterator[Answers]:
    """Nothing, all unknown, all not applicable, a lens without any, ties, and clear winners."""
    asked = [question for _, question in framework.strategy_questions]
    yield {}
    for mark in (DONT_KNOW, NOT_APPLICABLE):
        yield {question.id: Answer((mark,)) for question in framework.questions}
        for lens in framework.lenses:
            rest = {q.id: Answer((mark,)) for at, q in framework.strategy_questions if at == lens}
            yield {**everything(framework, framework.strategies[-1].id), **rest}
    for strategy in framework.strategies:
        yield everything(framework, strategy.id)
    first, second = (everything(framework, strategy.id) for strategy in framework.strategies[:2])
    halves = len(asked) // 2
    yield {q.id: (first if n < halves else second)[q.id] for n, q in enumerate(asked)}
    yield {q.id: Answer((*first[q.id].picks, *second[q.id].picks)) for q in asked}


def seeded(framework: Framework, count: int, seed: int) -> Iterator[Answers]:
    """Random answers of every kind, of people who lean and of people who do not."""
    chance = random.Random(seed)
    for _ in range(count):
        favourite = everything(framework, chance.choice(framework.strategies).id)
        leaning, silent = chance.random(), chance.random() / 2
        answers = {}
        for question in framework.questions:
            picks = list(question.choices)
            if chance.random() < silent:
                answer = Answer((chance.choice((DONT_KNOW, NOT_APPLICABLE)),))
            elif question.id in favourite and chance.random() < leaning:
                answer = favourite[question.id]
            else:
                many = 2 if question.options and chance.random() < 0.2 else 1
                answer = Answer(tuple(chance.sample(picks, many)))
            answers[question.id] = answer
        yield answers


@engines
def test_the_bundled_framework_scores_alike_in_every_corner(engine, framework: Framework) -> None:  # type: ignore[no-untyped-def]
    """The corners are where two ways to reckon would part; what is not understood is not scored."""
    respondents, wanted = recommended("")
    assert {values[2] for values in wanted} == {"clear", "leaning", "undecided", "insufficient"}
    rows = [cells(framework, answers) for answers in respondents]
    odd = cells(framework, everything(framework, "customer-intimacy"))
    names = [question.id for question in framework.questions]
    for question in ("tie-breaker", "use-level", "proof-required", "product-service-position"):
        odd[names.index(question)] = "nonsense"
    # In the order of the file, whatever the questions are summed for.
    problems = [(n, "unknown-answer") for n in names if odd[names.index(n)] == "nonsense"]
    last = unscored(framework, len(rows) + 1, "", problems)
    assert engine(framework, [*rows, odd]) == [*wanted, last]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_select_is_sql_to_an_independent_reader(dialect: str) -> None:
    """Of three of the dialects no engine runs here."""
    sqlglot = pytest.importorskip("sqlglot", reason="sqlglot is not installed")
    framework = framework_file.load(ROOT / "data/template.yaml").framework
    tree = sqlglot.parse_one(select(framework, "survey.answers", DIALECTS[dialect]), read=dialect)
    assert tree.named_selects == [column.name for column in columns(framework)]
    assert not list(tree.find_all(sqlglot.exp.Anonymous))


def test_the_select_of_the_template_stays_as_it_was() -> None:
    """A change in the SQL is seen by whoever reviews it."""
    template = framework_file.load(ROOT / "data/template.yaml").framework
    golden = Path(__file__).parent / "goldens" / "template.sql"
    found = select(template, "respondents", DIALECTS["postgres"])
    assert golden.read_text(encoding="utf-8") == found
