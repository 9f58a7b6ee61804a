"""A quick assessment never costs a winner."""

import re
from collections.abc import Callable

import pytest
from conftest import ROOT
from here import cd360
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, completions, made, picked, strategy_answers

from cd360_cli.assessment import DONT_KNOW, Answer
from cd360_cli.framework import Framework, Question
from cd360_cli.interview import Interview, back, give, start
from cd360_cli.quick import queue, settled, skipped
from cd360_cli.scoring import score


def asked(framework: Framework, reply: Callable[[Question], Answer]) -> Interview:
    """Answer a quick assessment to its end."""
    state = start(framework, assessment(framework), "en", quick=True)
    while not state.done:
        state = give(state, reply(state.question).picks)
    return state


@given(st.data())
@settings(max_examples=60)
def test_what_is_left_out_can_never_change_the_winner(data: st.DataObject) -> None:
    """Every completion of the questions that were not asked has the same single leader."""
    framework = made(strategies=3, questions=(3, 2), weights=(2, 1))
    answers = data.draw(strategy_answers(framework, known_only=True))
    state = asked(framework, lambda q: answers.get(q.id, picked(DONT_KNOW)))
    leaders = score(framework, state.assessment).leaders
    if skipped(framework, state.assessment).strategy:
        assert len(leaders) == 1
        for completion in completions(framework, dict(state.assessment.answers)):
            assert score(framework, assessment(framework, completion)).leaders == leaders


@given(st.data())
def test_unknown_answers_never_settle_anything(data: st.DataObject) -> None:
    """Whoever does not know is asked on: don't know counts as still open."""
    framework = made(strategies=3, questions=(3, 2), weights=(2, 1))
    answers = data.draw(strategy_answers(framework))
    found = assessment(framework, answers)
    if settled(framework, found):
        leaders = score(framework, found).leaders
        for completion in completions(framework, answers):
            assert score(framework, assessment(framework, completion)).leaders == leaders


def test_only_the_questions_marked_quick_follow(framework: Framework) -> None:
    """After the strategy questions come the quick ones, and nothing else."""
    state = asked(framework, lambda q: picked(next(iter(q.choices))))
    others = {q.id for q in framework.asked if not q.options} & set(state.assessment.answers)
    assert others == {q.id for q in framework.questions if q.quick}
    assert set(skipped(framework, state.assessment).others).isdisjoint(others)


def test_the_questions_that_can_move_most_come_first(framework: Framework) -> None:
    """The market lens weighs most a question, so its questions come first."""
    order = [q.block for q in queue(framework, assessment(framework)) if q.options]
    assert order == ["market"] * 6 + ["practice"] * 8 + ["ambition"] * 4


def test_going_back_and_changing_an_answer_asks_what_then_matters(framework: Framework) -> None:
    """A settled outcome that is unsettled again brings the left-out questions back."""

    def first(question: Question) -> Answer:
        option = max(question.options, key=lambda o: o.points.get("product-leadership", 0))
        return picked(option.id)

    state = start(framework, assessment(framework), "en", quick=True)
    while state.question.options:
        state = give(state, first(state.question).picks)
    left_out = skipped(framework, state.assessment).strategy
    assert left_out
    for _ in range(4):
        state = give(back(state), (DONT_KNOW,))
        state = back(state)
    assert {q.id for q in state.questions} >= set(left_out)


@pytest.mark.parametrize("example", ["aldi", "patagonia"])
def test_the_command_says_what_it_leaves_out_and_why(example: str, tmp_path) -> None:
    """Replies that follow one strategy end the strategy part early, with the reason."""
    from cd360_cli import assessment_file, framework_file

    framework = framework_file.load().framework
    sheet = assessment_file.load(ROOT / f"examples/{example}.yaml", framework)
    state = start(framework, sheet._replace(answers={}), "en", quick=True)
    replies = ["Acme"]
    while not state.done:
        answer = sheet.answers[state.question.id]
        marks = {"dont-know": "d", "not-applicable": "x"}
        choices = list(state.question.choices)
        numbers = [
            marks.get(p) or (str(choices.index(p) + 1) if state.question.options else p)
            for p in answer.picks
        ]
        replies.append(" ".join(numbers))
        state = give(state, answer.picks)
    done = cd360(
        "assess", str(tmp_path / "x.yaml"), "--plain", "--quick", stdin="\n".join(replies) + "\n"
    )
    assert done.code == 0, done.err
    said = " ".join(done.err.split())
    assert re.search(r"Strategy questions left out: \d+. However they are answered", said)
    assert "Left out of this quick assessment: 18." in said
    assert ": a clear lead." in done.out
