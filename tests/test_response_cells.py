"""A cell means one answer, or none with the reason: nothing is guessed."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import made, plain_framework

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, check_answer
from cd360_cli.framework import Framework, Question
from cd360_cli.framework_check import framework_of
from cd360_cli.problems import Problem
from cd360_cli.response_cells import AnswerTable, answer_in, answer_table
from cd360_cli.response_words import plain
from cd360_cli.texts import interview as ask


def question(framework: Framework, id: str) -> Question:
    return next(q for q in framework.questions if q.id == id)


@pytest.fixture(scope="module")
def tables(framework: Framework) -> dict[str, AnswerTable]:
    return {q.id: answer_table(q) for q in framework.questions}


def reading(table: AnswerTable, cell: str) -> tuple[str, ...] | str:
    """The picks, or the kind of problem."""
    found = answer_in(table, cell)
    return found.kind if isinstance(found, Problem) else found.picks


def test_no_answer_of_the_bundled_framework_can_be_taken_for_another(
    tables: dict[str, AnswerTable],
) -> None:
    """Whatever form a product gives it, every text, id and number means one answer."""
    for table in tables.values():
        assert not [text for text, found in table.answers.items() if isinstance(found, Problem)]


def test_every_single_answer_is_read_in_each_of_its_ways(
    framework: Framework, tables: dict[str, AnswerTable]
) -> None:
    """Id, number and text in either language, in other capitals, spacing and punctuation."""
    for q in framework.questions:
        table = tables[q.id]
        for n, (pick, text) in enumerate(q.choices.items()):
            number = str(n + 1) if q.options else pick
            for language in framework.languages:
                said = text.say(language)
                for cell in (
                    said, said.upper(), f"  {said}\n", said.replace(" ", "\u00a0"), f"'{said}",
                    f"{said};", said.rstrip("."), said.replace("'", "’"), f"{number}. {said}",
                    f"{'ABCDE'[n]}) {said}", f"9) {said}",
                ):  # fmt: skip
                    assert reading(table, cell) == (pick,), cell
            for cell in (pick, pick.upper(), pick.replace("-", " "), number, f"{number}.0"):
                assert reading(table, cell) == (pick,), cell
            assert reading(table, f"{'Optie' if q.options else ''} {number}") == (pick,)


def test_any_two_options_are_two_picks_however_a_product_joins_them(
    framework: Framework, tables: dict[str, AnswerTable]
) -> None:
    """Google's `a, b` and `a;b`, Microsoft's `a;b;`: also where a text has commas of its own."""
    for _, q in framework.strategy_questions:
        for one, other in permutations(q.options, 2):
            for language in framework.languages:
                texts = one.text.say(language), other.text.say(language)
                for cell in ("{}, {}", "{};{}", "{};{};", "{}; {}", "{}\n{}"):
                    assert reading(tables[q.id], cell.format(*texts)) == (one.id, other.id)
            assert reading(tables[q.id], f"{one.id}, {other.id}") == (one.id, other.id)


def test_two_numbers_are_two_options_but_a_decimal_is_none(
    framework: Framework, tables: dict[str, AnswerTable]
) -> None:
    """`1, 3` names two options; what a spreadsheet made of it, 1.3, names nothing."""
    table = tables["tie-breaker"]
    texts = [text.say("en") for text in question(framework, "tie-breaker").choices.values()]
    for cell in (
        f"a) {texts[0]}; c) {texts[2]}",
        f"1. {texts[0]};3. {texts[2]};",
        "1, 3",
        "1;3;",
        "1 3",
        "1,3",
        "Option 1; Option 3",
    ):
        assert reading(table, cell) == ("customer-fit", "shared-cause")
    assert reading(table, "1.3") == "unknown-cell"
    assert reading(table, "13") == "unknown-cell"


@pytest.mark.parametrize(
    ("id", "cell", "kind"),
    [
        ("tie-breaker", "1;2;3", "several-picks"),
        ("tie-breaker", "customer-fit, low-cost, shared-cause, next-advance", "several-picks"),
        ("tie-breaker", "2, 2", "pick-twice"),
        ("tie-breaker", "The low cost at which the work gets done; don't know", "mark-and-pick"),
        ("tie-breaker", "don't know; n/a", "mark-and-pick"),
        ("tie-breaker", "5", "unknown-cell"),
        ("tie-breaker", "0", "unknown-cell"),
        ("tie-breaker", "d", "unknown-cell"),
        ("tie-breaker", "b", "unknown-cell"),
        ("tie-breaker", "-", "unknown-cell"),
        ("tie-breaker", "1 The low cost at which the work gets done", "unknown-cell"),
        ("use-level", "1, 2", "several-numbers"),
        ("use-level", "3,0", "several-numbers"),
        ("use-level", "5", "unknown-cell"),
        ("use-level", "-1", "unknown-cell"),
        ("use-level", "A2", "code-for-level"),
        ("use-level", "AO02", "code-for-level"),
    ],
)
def test_what_is_not_one_answer_says_why(
    tables: dict[str, AnswerTable], id: str, cell: str, kind: str
) -> None:
    """Three picks, a mark beside a pick, two levels, an unknown number: each has its reason."""
    assert reading(tables[id], cell) == kind


@pytest.mark.parametrize("code", ["A2", "a2", "AO02", "SQ002"])
def test_codes_that_limesurvey_gives_itself_number_the_options(
    tables: dict[str, AnswerTable], code: str
) -> None:
    """They count from 1 as options and positions do; levels count from 0."""
    assert reading(tables["tie-breaker"], code) == ("low-cost",)
    assert reading(tables["product-service-position"], code) == ("2",)


def test_what_the_tool_calls_no_answer_is_recognised_everywhere(
    tables: dict[str, AnswerTable],
) -> None:
    """The words that the printed questionnaire offers, and the ways in which people write them."""
    dont_know = [*ask.DONT_KNOW.values(), DONT_KNOW, "Don’t know", "I DON'T KNOW.", "weet niet"]
    not_applicable = [*ask.NOT_APPLICABLE.values(), NOT_APPLICABLE, "N/A", "n.v.t.", "NVT", "n.a."]
    for table in tables.values():
        for words, mark in ((dont_know, DONT_KNOW), (not_applicable, NOT_APPLICABLE)):
            for cell in words:
                assert reading(table, cell) == (mark,)


def test_a_misspelling_is_reported_with_the_right_spelling(
    tables: dict[str, AnswerTable],
) -> None:
    """As it is printed, in the language in which it was misspelt."""
    for cell, right in (
        ("The low costs at which work gets done", "The low cost at which the work gets done"),
        ("De lage kosten van het daagelijks werk", "De lage kosten van het dagelijks werk"),
        ("dont knwo", "don't know"),
    ):
        found = answer_in(tables["tie-breaker"], cell)
        assert isinstance(found, Problem)
        assert (found.kind, found.values["found"], found.nearest) == ("unknown-cell", cell, right)


def test_a_text_of_two_answers_is_neither() -> None:
    """An own framework may call two options alike: then only their ids tell them apart."""
    data = plain_framework()
    options = data["questions"][0]["options"]
    options[0]["text"] = options[1]["text"] = {"en": "Same", "nl": "Zelfde"}
    q = framework_of(data).questions[0]
    table = answer_table(q)
    found = answer_in(table, "same")
    assert isinstance(found, Problem)
    assert (found.kind, found.values) == ("ambiguous-cell", {"found": "Same"})
    assert reading(table, q.options[0].id) == (q.options[0].id,)


def test_a_text_that_is_another_answers_number_is_neither() -> None:
    """Where option 1 reads `2`, a cell `2` may mean the first or the second."""
    data = plain_framework()
    data["questions"][0]["options"][0]["text"] = {"en": "2", "nl": "twee"}
    table = answer_table(framework_of(data).questions[0])
    assert reading(table, "2") == "ambiguous-cell"
    assert reading(table, "twee") == ("o-apple",)


@given(st.text(max_size=60), st.sampled_from(["q-0-0", "l-step-0", "p-old-new"]))
def test_any_cell_is_a_sound_answer_or_a_problem(cell: str, id: str) -> None:
    """Whatever stands in a cell, nothing unsound comes out of it."""
    framework = made()
    found = answer_in(answer_table(question(framework, id)), cell)
    if isinstance(found, Answer):
        assert check_answer(framework, id, found) == []
    else:
        assert found.values["found"] == cell.strip()


@given(st.text())
def test_plain_text_is_its_own_plain_text(text: str) -> None:
    """Else what is prepared and what is looked up could differ."""
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("cell", ["y" * 100_000, "1 " * 50_000, "don't know " * 9_000])
def test_an_endless_cell_is_refused_in_no_time(tables: dict[str, AnswerTable], cell: str) -> None:
    """Nobody can keep the tool busy with one cell."""
    assert isinstance(answer_in(tables["tie-breaker"], cell), Problem)
