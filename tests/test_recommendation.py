"""Verdicts, thresholds, conditions and moves follow the design's definitions."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, everything, full_answers, made, picked

from cd360_cli.assessment import DONT_KNOW, Answer
from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation, recommend


def split(framework: Framework, *parts: tuple[str, int]) -> dict[str, Answer]:
    """Strategy answers that follow each named strategy in the given number of questions."""
    answers, wanted = {}, [s for s, n in parts for _ in range(n)]
    for (_, question), strategy in zip(framework.strategy_questions, wanted, strict=False):
        option = max(question.options, key=lambda o: o.points.get(strategy, 0))
        answers[question.id] = picked(option.id)
    return answers


@pytest.fixture
def one_lens() -> Framework:
    """Ten questions of equal weight: margins are then easy to see."""
    return made(strategies=3, questions=(10,), weights=(1,))


@pytest.mark.parametrize(
    ("parts", "verdict", "candidates"),
    [
        ((("apple", 10),), "clear", ["apple"]),
        ((("apple", 7), ("pear", 3)), "leaning", ["apple"]),
        ((("apple", 8), ("pear", 2)), "clear", ["apple"]),
        ((("apple", 6), ("pear", 4)), "undecided", ["apple", "pear"]),
        ((("apple", 5), ("pear", 5)), "undecided", ["apple", "pear"]),
        ((("apple", 4), ("pear", 3), ("plum", 3)), "undecided", ["apple", "pear", "plum"]),
        ((("apple", 5),), "insufficient", ["apple", "pear", "plum"]),
    ],
)
def test_the_verdict_follows_from_the_answers_to_flip(
    one_lens: Framework, parts: tuple, verdict: str, candidates: list[str]
) -> None:
    """Three or more to flip is clear, two leaning, fewer undecided; under 60 % insufficient."""
    result = recommend(one_lens, assessment(one_lens, split(one_lens, *parts)))
    assert (result.verdict, list(result.candidates)) == (verdict, candidates)
    assert result.strategy == (candidates[0] if len(candidates) == 1 else None)


def test_a_lead_that_unknown_answers_can_undo_is_never_clear() -> None:
    """Seven to two with six unknown: three answers must change, or five unknown turn out so."""
    framework = made(strategies=3, questions=(15,), weights=(1,))
    answers = split(framework, ("apple", 7), ("pear", 2))
    result = recommend(framework, assessment(framework, answers))
    assert result.answers_to_flip == 3
    assert [c.rival for c in result.challenges if c.open] == ["pear"]
    assert (result.verdict, result.strategy) == ("leaning", "apple")


def test_dont_know_everywhere_is_a_tie_of_all_and_insufficient(framework: Framework) -> None:
    """All don't-know names every strategy as a candidate and picks none by order."""
    answers = {q.id: picked(DONT_KNOW) for q in framework.questions}
    result = recommend(framework, assessment(framework, answers))
    assert result.verdict == "insufficient"
    assert result.strategy is None
    assert result.candidates == tuple(s.id for s in framework.strategies)
    assert {s.score for s in result.strategies} == {25}
    assert result.runner_up is None
    assert result.lens_share is None


@pytest.mark.parametrize(("level", "met"), [("0", False), ("1", False), ("2", True), ("4", True)])
def test_the_threshold_is_the_norm_of_the_market(
    framework: Framework, level: str, met: bool
) -> None:
    """Level 2 meets the norm, below it is a breach, and a breach leads the next moves."""
    weak = framework.strategies[-1].id
    question = framework.questions_about("strategy", weak)[0]
    answers = everything(framework, framework.strategies[0].id) | {question.id: picked(level)}
    result = recommend(framework, assessment(framework, answers))
    found = next(s for s in result.strategies if s.id == weak)
    assert (found.standing, found.threshold_met) == (int(level), met)
    assert (result.moves[0].kind == "standing") is not met
    unanswered = next(s for s in result.strategies if s.id != weak)
    assert (unanswered.standing, unanswered.threshold_met) == (None, None)


def test_the_carrier_is_a_condition_and_never_evidence(framework: Framework) -> None:
    """Its ladders move no score; unmet, it is said with its moves, only for its own strategy."""
    condition = framework.conditions[0]
    ladders = framework.questions_about("condition", condition.id)
    for strategy in framework.strategies:
        plain = everything(framework, strategy.id)
        low = plain | {q.id: picked("1") for q in ladders}
        high = plain | {q.id: picked("2") for q in ladders}
        results = [recommend(framework, assessment(framework, a)) for a in (plain, low, high)]
        assert len({tuple(s.score for s in r.strategies) for r in results}) == 1
        assert [r.conditions[0].met for r in results] == [None, False, True]
        own = strategy.id == condition.strategy
        assert [r.conditions[0].applies for r in results] == [own] * 3
        said = [any(m.kind == "condition" for m in r.moves) for r in results]
        assert said == [False, own, False]


def test_undecided_shows_the_journey_of_each_candidate_and_what_they_share(
    framework: Framework,
) -> None:
    """The shared journey asks of a step what every candidate asks of it at least."""
    first, second = (s.id for s in framework.strategies[1:3])
    n = len(framework.strategy_questions) // 2
    answers = {}
    for k, (_, question) in enumerate(framework.strategy_questions):
        strategy = (first, second)[k % 2]
        option = max(question.options, key=lambda o: o.points.get(strategy, 0))
        answers[question.id] = picked(option.id)
    assert n == 9
    result = recommend(framework, assessment(framework, answers))
    assert (result.verdict, result.strategy) == ("undecided", None)
    assert [c.strategy for c in result.candidate_journeys] == [first, second]
    journeys = [c.journey for c in result.candidate_journeys]
    for shared, *own in zip(result.journey, *journeys, strict=True):
        assert shared.importance == min(e.importance for e in own)
        assert shared.emphasise == all(e.emphasise for e in own)


def test_lens_gaps_name_the_lenses_that_point_elsewhere(framework: Framework) -> None:
    """A company that works one way while market and ambition ask for another is told so."""
    first, second = (s.id for s in framework.strategies[:2])
    answers = everything(framework, first)
    for lens, question in framework.strategy_questions:
        if lens.id == "practice":
            option = max(question.options, key=lambda o: o.points.get(second, 0))
            answers[question.id] = picked(option.id)
    result = recommend(framework, assessment(framework, answers))
    assert result.strategy == first
    assert result.lens_gaps == ("practice",)
    assert any(move.kind == "gap" for move in result.moves)


@given(st.data())
@settings(max_examples=50)
def test_every_assessment_gets_a_whole_and_consistent_result(
    framework: Framework, data: st.DataObject
) -> None:
    """Whatever is answered, known or not, the result holds together."""
    answers = data.draw(full_answers(framework))
    consistent(framework, recommend(framework, assessment(framework, answers)))


def consistent(framework: Framework, result: Recommendation) -> None:
    assert (result.strategy is None) == (result.verdict in ("undecided", "insufficient"))
    assert result.strategy is None or result.candidates == (result.strategy,)
    assert 0 <= result.weight_tolerance <= 1
    for strategy in result.strategies:
        assert 0 <= strategy.low <= strategy.score <= strategy.high <= 100
        assert strategy.points == sum(c.points[strategy.id] for c in result.contributions)
    assert sum((s.lens_share for s in result.strategies), Fraction(0)) <= 1
    assert len(result.journey) == len(framework.steps)
    for emphasis in (*result.journey, *result.traits):
        assert 0 <= emphasis.importance <= 10
        assert emphasis.opportunity is None or 0 <= emphasis.opportunity <= 20
        assert (emphasis.opportunity is None) == (emphasis.satisfaction is None)
    ids = [move.id for move in result.moves]
    assert len(ids) == len(set(ids))
    assert all(c.open >= 0 for c in result.coverage)


def test_contradictions_are_named_and_never_scored(framework: Framework) -> None:
    """Every declared pair is named when both claims hold, and moves no score."""
    plain = everything(framework, framework.strategies[0].id)
    assert framework.contradictions
    for contradiction in framework.contradictions:
        claims = {c.question: picked(c.answers[0]) for c in contradiction.claims}
        both = recommend(framework, assessment(framework, plain | claims))
        assert contradiction in both.contradictions
        first = contradiction.claims[0].question
        one = recommend(framework, assessment(framework, plain | {first: claims[first]}))
        assert contradiction not in one.contradictions
        ladders_only = not any(c.question in plain for c in contradiction.claims)
        if ladders_only:
            before = recommend(framework, assessment(framework, plain))
            assert [s.score for s in both.strategies] == [s.score for s in before.strategies]


def test_half_of_the_answers_can_decide_when_nothing_else_can_change_them() -> None:
    """All ten are asked for, but six that no completion can outdo are enough; five are not."""
    framework = made(strategies=3, questions=(10,), weights=(1,))._replace(
        limits=made(strategies=3, questions=(10,), weights=(1,)).limits._replace(coverage=100)
    )
    five = recommend(framework, assessment(framework, split(framework, ("apple", 5))))
    six = recommend(framework, assessment(framework, split(framework, ("apple", 6))))
    assert (five.verdict, six.verdict) == ("insufficient", "clear")
