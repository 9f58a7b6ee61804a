"""The questionnaire as a state machine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import assessment, made, picked

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer
from cd360_cli.framework import Framework
from cd360_cli.interview import answer_of, back, give, keep, start
from cd360_cli.problems import Problem


def test_it_resumes_at_the_first_question_without_an_answer() -> None:
    """What was answered is not asked again."""
    framework = made()
    answers = {framework.asked[0].id: picked("o-pear"), framework.asked[2].id: picked(DONT_KNOW)}
    assert start(framework, assessment(framework, answers)).question == framework.asked[1]


def test_going_back_keeps_every_later_answer() -> None:
    """Correcting an early answer costs nothing that came after it."""
    framework = made()
    state = start(framework, assessment(framework))
    for _ in range(3):
        state = give(state, picked("o-apple"))
    state = give(back(back(back(state))), picked("o-plum"))
    assert [a.picks for a in state.assessment.answers.values()] == [
        ("o-plum",), ("o-apple",), ("o-apple",),
    ]  # fmt: skip


def test_a_new_answer_keeps_the_note_and_source_of_the_old() -> None:
    """Evidence written beside an answer is not lost by changing the answer."""
    framework = made()
    first = framework.asked[0].id
    state = back(
        keep(start(framework, assessment(framework, {first: Answer(("o-pear",), "seen", "site")})))
    )
    state = back(state)
    assert give(state, picked("o-apple")).assessment.answers[first] == Answer(
        ("o-apple",), "seen", "site"
    )


@given(st.lists(st.sampled_from(["give", "keep", "back"]), max_size=60))
def test_no_sequence_of_moves_loses_an_answer(moves: list[str]) -> None:
    """Whatever is pressed, what was answered stays answered and the place stays valid."""
    framework = made()
    state = start(framework, assessment(framework))
    answered: set[str] = set()
    for move in moves:
        if move == "back":
            state = back(state)
        elif not state.done:
            if move == "give":
                answered.add(state.question.id)
                state = give(state, picked(DONT_KNOW))
            else:
                state = keep(state)
        assert set(state.assessment.answers) == answered
        assert 0 <= state.at <= len(framework.asked)


@pytest.mark.parametrize(
    ("reply", "picks"),
    [
        ("1", ("o-apple",)),
        ("3", ("o-plum",)),
        ("1 3", ("o-apple", "o-plum")),
        ("3,1", ("o-plum", "o-apple")),
        ("d", (DONT_KNOW,)),
        ("n", (NOT_APPLICABLE,)),
    ],
)
def test_numbers_and_letters_answer_a_choice(reply: str, picks: tuple[str, ...]) -> None:
    """One number, two where two fit equally well, or a letter for no answer."""
    assert answer_of(made().asked[0], reply) == Answer(picks)


@pytest.mark.parametrize("reply", ["0", "4", "x", "1 2 3", "1 1", "1.5", "¹", "-1", "nee"])
def test_anything_else_is_not_taken_for_an_answer(reply: str) -> None:
    """A reply that is not understood is asked again, never guessed."""
    assert isinstance(answer_of(made().asked[0], reply), Problem)


def test_a_ladder_is_answered_with_its_level_and_only_one(framework: Framework) -> None:
    """Levels are numbered as in the file: 0 to 4; positions of a spectrum 1 to 5."""
    ladder = next(q for q in framework.asked if q.levels)
    spectrum = next(q for q in framework.asked if q.positions)
    assert answer_of(ladder, "0") == Answer(("0",))
    assert answer_of(spectrum, "5") == Answer(("5",))
    for question, reply in ((ladder, "5"), (ladder, "1 2"), (spectrum, "0")):
        assert isinstance(answer_of(question, reply), Problem)
