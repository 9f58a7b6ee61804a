"""Scored by look-up, a respondent's row is what the recommendation says, to the last byte."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, full_answers, made, picked, plain_framework, text

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer
from cd360_cli.framework import Framework
from cd360_cli.framework_check import framework_of
from cd360_cli.problems import Problem
from cd360_cli.recommendation import recommend
from cd360_cli.respondent_cells import Layout
from cd360_cli.respondent_row import columns, row, unscored
from cd360_cli.respondent_rows import Block, Rows
from cd360_cli.row_form import FORMS, FormName


def reading(question: str, cell: str) -> Answer | Problem | None:
    """Option ids joined by `+`; what begins with `?` is a mistake."""
    if cell.startswith("?"):
        return Problem("unknown-answer")
    return Answer(tuple(cell.split("+"))) if cell else None


def written(
    framework: Framework,
    answers: Sequence[dict[str, Answer]],
    asked: Sequence[str],
    form: FormName,
) -> list[str]:
    """The rows of respondents whose cells stand in columns that ask these questions."""
    rows = Rows(framework, Layout(tuple(asked), reading), FORMS[form])
    columns = {q: ["+".join(a[q].picks) if q in a else "" for a in answers] for q in asked}
    block = Block(first=1, respondents=["" for _ in answers], columns=columns, broken={})
    lines, misread = rows.written(block)
    assert not misread
    return lines


def expected(
    framework: Framework, answers: Sequence[dict[str, Answer]], form: FormName
) -> list[str]:
    """The same rows, each from the recommendation."""
    names = columns(framework)
    lines = []
    for number, each in enumerate(answers, 1):
        values = row(number, recommend(framework, assessment(framework, each)))
        ending = FORMS[form].ending(names[2:], values[2:])
        lines.append(",".join([*chain(*FORMS[form].openings(number, [""])), ending]))
    return lines


def fruit(**limits: int) -> dict[str, Any]:
    """A framework with questions of several sizes, and steps measured by none, two and three."""
    data = plain_framework(strategies=3, questions=(3, 2, 2), weights=(2, 1, 3), neighbour=1)
    data["limits"] |= limits
    for n in (0, 3):
        data["questions"][n]["options"] += [
            {"id": f"more-{k}", "text": text("more"), "points": option["points"]}
            for k, option in enumerate(data["questions"][n]["options"])
        ]
    ladders = {q["id"]: q for q in data["questions"]}
    for id, times in (("l-step-1", 1), ("l-step-2", 2), ("p-old-new", 1)):
        data["questions"] += [{**ladders[id], "id": f"{id}-{n}"} for n in range(times)]
    data["questions"] = [q for q in data["questions"] if q["id"] != "l-step-0"]
    return data


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    if draw(st.booleans()):
        return made(strategies=draw(st.integers(2, 4)), questions=(4, 3), weights=(3, 2))
    limits = {
        "coverage": draw(st.sampled_from((0, 40, 100))),
        "leaning": draw(st.integers(1, 2)),
        "clear": draw(st.integers(2, 3)),
        "emphasised_steps": draw(st.integers(1, 5)),
        "lens_steps": 1,
    }
    return framework_of(fruit(**limits))


@settings(max_examples=30)
@given(st.data(), frameworks(), st.sampled_from(("csv", "ndjson")))
def test_a_row_is_the_same_to_the_last_byte(
    data: st.DataObject, framework: Framework, form: FormName
) -> None:
    """Ties, half answers, unknown, not applicable, columns in any order or missing: all of it."""
    answers = data.draw(st.lists(full_answers(framework), min_size=1, max_size=6))
    asked = [q.id for q in framework.questions]
    asked = data.draw(st.permutations(asked)) if data.draw(st.booleans()) else asked
    left_out = data.draw(st.sets(st.sampled_from(asked), max_size=3))
    present = [{q: a for q, a in each.items() if q not in left_out} for each in answers]
    found = written(framework, answers, [q for q in asked if q not in left_out], form)
    assert found == expected(framework, present, form)


@pytest.mark.parametrize("form", ["csv", "ndjson"])
def test_rows_that_are_not_understood_say_why_and_leave_the_others_alone(form: FormName) -> None:
    """In their own place, by their own number; also where the question weighs nothing."""
    framework = made()
    asked, unknown = ["q-0-0", "l-trait-0", "q-1-0"], Problem("unknown-answer")
    long = Problem("long-row")
    cells = {
        "q-0-0": ["o-pear", "?", "", "o-pear", "o-pear"],
        "l-trait-0": ["1", "1", "", "?", "1"],
        "q-1-0": ["", "?", "", "", "o-plum"],
    }
    people = ["Ann", "Ben", "Cas", "Dan", ""]
    block = Block(first=5, respondents=people, columns=cells, broken={2: long})
    rows = Rows(framework, Layout(tuple(asked), reading), FORMS[form])
    lines, misread = rows.written(block)
    assert list(misread.items()) == [
        (1, [("q-0-0", unknown), ("q-1-0", unknown)]),
        (2, [("*", long)]),
        (3, [("l-trait-0", unknown)]),
    ]
    codes = {1: ("q-0-0", "q-1-0"), 3: ("l-trait-0",)}
    problems = {n: [(question, "unknown-answer") for question in of] for n, of in codes.items()}
    problems[2] = [("*", "long-row")]
    expected = []
    for n, name in enumerate(people):
        if n in problems:
            values = unscored(framework, 5 + n, name, problems[n])
        else:
            answers = {q: picked(column[n]) for q, column in cells.items() if column[n]}
            values = row(5 + n, recommend(framework, assessment(framework, answers)))
        ending = FORMS[form].ending(columns(framework)[2:], values[2:])
        expected.append(",".join([*chain(*FORMS[form].openings(5 + n, [name])), ending]))
    assert lines == expected


@pytest.mark.parametrize("picks", [(NOT_APPLICABLE,), (DONT_KNOW,)])
def test_somebody_of_whom_nothing_is_known_is_a_row_like_others(picks: tuple[str, ...]) -> None:
    """Nothing applies to him, or he knows nothing: no points to weigh, and none to divide by."""
    framework = framework_of(fruit())
    answers = [{question.id: Answer(picks) for question in framework.questions}]
    asked = [question.id for question in framework.questions]
    assert written(framework, answers, asked, "csv") == expected(framework, answers, "csv")
