"""The questionnaire as a state machine."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import assessment, made, picked

from cd360_cli import assessment_file
from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer
from cd360_cli.framework import Framework
from cd360_cli.interview import Interview, give, start
from cd360_cli.interview_keys import AT_QUESTION, IN_REVIEW, press, reply, written


def begun(framework: Framework, answers: Any = None, **options: Any) -> Interview:
    return start(framework, assessment(framework, answers or {}), "en", **options)


def pressed(interview: Interview, *keys: str) -> Interview:
    for key in keys:
        interview = press(interview, key)
    return interview


def answers_of(interview: Interview) -> dict[str, tuple[str, ...]]:
    return {id: answer.picks for id, answer in interview.assessment.answers.items()}


def test_it_resumes_at_the_first_question_without_an_answer() -> None:
    """What was answered is not asked again."""
    framework = made()
    answers = {framework.asked[0].id: picked("o-pear"), framework.asked[2].id: picked(DONT_KNOW)}
    assert begun(framework, answers).question == framework.asked[1]


def test_going_back_keeps_every_later_answer() -> None:
    """Correcting an early answer costs nothing that came after it."""
    state = pressed(begun(made()), "1", "1", "1", "b", "left", "b", "3")
    assert list(answers_of(state).values()) == [("o-plum",), ("o-apple",), ("o-apple",)]
    assert state.at == 1


def test_a_new_answer_keeps_the_note_and_source_of_the_old() -> None:
    """Evidence written beside an answer is not lost by changing the answer."""
    framework = made()
    first = framework.asked[0].id
    state = begun(framework, {first: Answer(("o-pear",), "seen", "site")})
    state = pressed(state, "b", "1")
    assert state.assessment.answers[first] == Answer(("o-apple",), "seen", "site")


KEYS = sorted({*AT_QUESTION, *IN_REVIEW, *"0123456789", "z", "é", "pageup"})
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("key"), st.sampled_from(KEYS)),
        st.tuples(st.just("write"), st.one_of(st.none(), st.text(max_size=8), st.just("2"))),
        st.tuples(
            st.just("line"),
            st.one_of(st.sampled_from([*"dxbnm?gurlq", "", "1 2", "9", "-"]), st.text(max_size=8)),
        ),
    ),
    max_size=60,
)


def moved(state: Interview, kind: str, value: Any) -> Interview:
    if kind == "line":
        return reply(state, value)
    if state.view in ("note", "jump"):
        return written(state, value if kind == "write" else None)
    return press(state, value or "") if kind == "key" else state


@given(MOVES, st.booleans())
def test_no_sequence_of_keys_loses_an_answer_and_every_state_makes_a_valid_file(
    moves: list[tuple[str, Any]], quick: bool
) -> None:
    """Whatever is pressed or typed, what was answered stays answered, and the file can be read."""
    framework = made()
    state = begun(framework, quick=quick)
    for kind, value in moves:
        before, state = state, moved(state, kind, value)
        cleared = {before.question.id} if value in ("c", "C") and not before.done else set()
        assert set(answers_of(before)) - cleared <= set(answers_of(state))
        assert len(answers_of(state)) - len(answers_of(before)) <= 1
        assert 0 <= state.at <= len(state.questions)
        assert state.view == "review" if state.done else state.question in framework.asked
        if state.end:
            break
    text = assessment_file.as_yaml(state.assessment)
    assert assessment_file.parse(text.encode(), "x", framework) == state.assessment


@pytest.mark.parametrize(
    ("line", "picks"),
    [
        ("1", ("o-apple",)),
        ("3", ("o-plum",)),
        ("1 3", ("o-apple", "o-plum")),
        ("3,1", ("o-plum", "o-apple")),
        ("d", (DONT_KNOW,)),
        ("X", (NOT_APPLICABLE,)),
    ],
)
def test_numbers_and_letters_answer_a_choice(line: str, picks: tuple[str, ...]) -> None:
    """One number, two where two fit equally well, or a letter for no answer."""
    framework = made()
    assert answers_of(reply(begun(framework), line)) == {framework.asked[0].id: picks}


@pytest.mark.parametrize("line", ["0", "4", "z", "1 2 3", "1 1", "1.5", "¹", "-1", "nee", ""])
def test_anything_else_is_not_taken_for_an_answer(line: str) -> None:
    """A reply that is not understood is asked again with a word of why, never guessed."""
    state = reply(begun(made()), line)
    assert not state.assessment.answers
    assert state.at == 0
    assert state.remark


def test_a_ladder_is_answered_with_its_level_and_only_one(framework: Framework) -> None:
    """Levels are numbered as in the file: 0 to 4; positions of a spectrum 1 to 5."""
    state = begun(framework)
    ladder = next(n for n, q in enumerate(framework.asked) if q.levels)
    spectrum = next(n for n, q in enumerate(framework.asked) if q.positions)
    for at, good, bad in ((ladder, "0", ("5", "1 2")), (spectrum, "5", ("0", "6", "1 5"))):
        there = state._replace(at=at)
        assert list(answers_of(reply(there, good)).values()) == [(good,)]
        assert not any(answers_of(reply(there, line)) for line in bad)


def test_two_are_marked_with_space_and_confirmed_with_enter() -> None:
    """A highlight moves with the arrows; marking a third, or a ladder's level, is declined."""
    framework = made()
    state = pressed(begun(framework), "down", "space", "down", "space", "down", "space")
    assert state.marked == ("o-apple", "o-pear")
    assert state.remark is not None
    assert answers_of(press(state, "enter")) == {framework.asked[0].id: ("o-apple", "o-pear")}
    assert answers_of(pressed(begun(framework), "up", "enter")) == {
        framework.asked[0].id: ("o-plum",)
    }
    assert pressed(state, "up", "space").marked == ("o-apple",)


def test_a_number_joins_what_is_marked() -> None:
    """While two are being marked, a number marks as Space does; nothing is answered unasked."""
    state = pressed(begun(made()), "down", "space", "3")
    assert state.marked == ("o-apple", "o-plum")
    assert not state.assessment.answers
    assert press(state, "3").marked == ("o-apple",)


def test_an_answer_can_be_taken_back_and_its_note_waits() -> None:
    """A question is open again as if it had not been asked; what was noted is still there."""
    state = pressed(written(pressed(begun(made()), "m"), "heard it"), "1", "b", "c")
    assert not state.assessment.answers
    assert state.open[0] == 0
    assert [a.note for a in press(state, "2").assessment.answers.values()] == ["heard it"]
    assert press(begun(made()), "c").remark


def test_enter_without_a_choice_answers_nothing() -> None:
    """Nobody answers the first option by accident."""
    state = press(begun(made()), "enter")
    assert not state.assessment.answers
    assert state.remark is not None


def test_skipping_leaves_a_question_open_and_u_finds_it() -> None:
    """What was passed over is found again, from the beginning once the end is reached."""
    state = pressed(begun(made()), "right", "1", "n", "1")
    assert state.open[:2] == (0, 2)
    assert press(state, "u").at == 5
    last = state._replace(at=len(state.questions) - 1)
    assert press(last, "u").at == 0


def test_a_note_waits_for_its_answer_and_leaving_without_one_is_pointed_out_once() -> None:
    """A note can come before the answer; it is not thrown away unasked."""
    state = written(pressed(begun(made()), "m"), "heard it")
    assert state.note == "heard it"
    assert [a.note for a in press(state, "2").assessment.answers.values()] == ["heard it"]
    once = pressed(state, "n", "q")
    assert once.end is None
    assert once.at == 0
    assert press(once, "q").end == "stopped"


def test_a_note_can_be_changed_and_taken_away() -> None:
    """In plain lines an empty line keeps the note and a dash takes it away."""
    state = pressed(begun(made()), "1", "b")
    state = reply(reply(state, "m"), "first")
    assert state.note == "first"
    assert reply(reply(state, "m"), "").note == "first"
    assert reply(reply(state, "m"), "-").note == ""
    assert written(press(state, "m"), None).note == "first"


def test_go_takes_numbers_and_beginnings_of_parts(framework: Framework) -> None:
    """A question by its number, a part by its first letters in the language spoken."""
    state = begun(framework)
    assert reply(reply(state, "g"), "12").at == 11
    assert reply(reply(state, "g"), "stand").question.block == "standing"
    dutch = press(state, "l")
    assert dutch.language == "nl"
    assert reply(reply(dutch, "g"), "klantr").question.block == "journey"
    for nowhere in ("0", "53", "nergens", "cust"):
        asked_again = reply(reply(state, "g"), nowhere)
        assert asked_again.remark
        assert reply(asked_again, "3").at == 2
    assert reply(reply(state, "g"), "market").at == 0
    assert reply(reply(state._replace(at=7), "g"), "").at == 7


def test_after_the_last_question_all_answers_are_up_before_the_result() -> None:
    """Enter goes on to the result; an answer changed from there leads back to the review."""
    framework = made()
    state = pressed(begun(framework), *["1"] * len(framework.asked))
    assert (state.view, state.cursor, state.end) == ("review", 0, None)
    assert press(state, "enter").end == "finished"
    changing = pressed(state, "down", "down", "enter")
    assert changing.at == 1
    again = press(changing, "2")
    assert (again.view, again.cursor) == ("review", 2)
    assert answers_of(again)[framework.asked[1].id] == ("o-pear",)
    assert press(changing, "escape").view == "review"


def test_in_the_middle_the_review_returns_to_the_question_that_was_up() -> None:
    """Looking at all answers does not lose one's place."""
    state = pressed(begun(made()), "1", "r")
    assert (state.view, state.cursor) == ("review", 2)
    for key in ("r", "b", "escape", "enter"):
        back_again = press(state, key)
        assert (back_again.view, back_again.at) == ("question", 1)
        assert press(back_again, "1").view == "question"


def test_the_language_can_change_in_the_middle_and_the_file_remembers(
    framework: Framework,
) -> None:
    """Ids stand in the file, so nothing is lost, and it resumes in that language."""
    state = pressed(begun(framework), "1", "l", "2")
    assert state.language == state.assessment.language == "nl"
    assert len(state.assessment.answers) == 2
    assert press(state, "l").language == "en"


def test_the_time_left_goes_down_to_nothing(framework: Framework) -> None:
    """It is the reading time of what has no answer yet."""
    state = begun(framework)
    minutes = [state.minutes_left]
    for _ in framework.asked:
        state = give(state, (DONT_KNOW,))
        minutes.append(state.minutes_left)
    assert minutes == sorted(minutes, reverse=True)
    assert minutes[-1] == 0


def test_leaving_in_the_middle_says_so() -> None:
    """`q` stops from a question and from the review."""
    assert press(begun(made()), "q").end == "stopped"
    assert pressed(begun(made()), "r", "q").end == "stopped"
