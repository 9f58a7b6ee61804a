"""Scores are linear, exact and blind to names and order."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from made import (
    assessment,
    completions,
    everything,
    made,
    picked,
    small_frameworks,
    strategy_answers,
)

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE
from cd360_cli.framework import Framework
from cd360_cli.scoring import score


@given(st.data())
def test_contributions_add_up_exactly_to_points_and_points_to_the_score(
    data: st.DataObject,
) -> None:
    """A strategy's score is the sum of what each answer gives it, without rounding."""
    framework = data.draw(small_frameworks)
    scoring = score(framework, assessment(framework, data.draw(strategy_answers(framework))))
    for strategy in scoring.strategies:
        points = sum(c.points[strategy] for c in scoring.contributions)
        assert points == scoring.points(strategy)
        if scoring.full:
            assert scoring.score(strategy) == Fraction(100 * points, scoring.full)


@given(st.data())
def test_scores_follow_the_published_formula(data: st.DataObject) -> None:
    """Whole-number scoring equals the definition in fractions: weighted means of lens scores."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    for strategy in scoring.strategies:
        assert scoring.score(strategy) == by_definition(framework, answers, strategy)


def by_definition(framework: Framework, answers: dict, strategy: str) -> Fraction:
    weighted, weights = Fraction(0), 0
    for lens in framework.lenses:
        value, best = Fraction(0), 0
        for own, question in framework.strategy_questions:
            answer = answers.get(question.id)
            if own.id != lens.id or (answer and not answer.applies):
                continue
            points = {o.id: o.points.get(strategy, 0) for o in question.options}
            chosen = answer.picks if answer and answer.known else list(points)
            value += Fraction(sum(points[id] for id in chosen), len(chosen))
            best += max(p for o in question.options for p in o.points.values())
        if best:
            weighted += lens.weight * 100 * value / best
            weights += lens.weight
    return weighted / weights if weights else Fraction(0)


@given(st.data())
def test_the_range_always_contains_the_final_score(data: st.DataObject) -> None:
    """However the unknown answers turn out, a score stays between its least and its most."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    finals = [score(framework, assessment(framework, c)) for c in completions(framework, answers)]
    for strategy in scoring.strategies:
        scores = [final.score(strategy) for final in finals]
        assert min(scores) == scoring.low(strategy)
        assert max(scores) == scoring.high(strategy)


@given(st.data())
def test_declaring_an_unknown_question_not_applicable_stays_within_the_range(
    data: st.DataObject,
) -> None:
    """Taking an open question out of its lens cannot push a score outside what was announced."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    open_ones = [c.question for c in scoring.contributions if not c.known]
    dropped = data.draw(st.sets(st.sampled_from(open_ones))) if open_ones else set()
    later = score(
        framework,
        assessment(framework, {**answers, **{q: picked(NOT_APPLICABLE) for q in dropped}}),
    )
    if later.full:
        for strategy in scoring.strategies:
            assert scoring.low(strategy) <= later.score(strategy) <= scoring.high(strategy)


@given(st.data())
def test_renaming_and_reordering_change_nothing_but_names_and_order(data: st.DataObject) -> None:
    """Strategies, questions and options may stand in any order without moving a score."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    strategies = tuple(data.draw(st.permutations(framework.strategies)))
    questions = tuple(
        q._replace(options=tuple(data.draw(st.permutations(q.options))))
        for q in data.draw(st.permutations(framework.questions))
    )
    shuffled = framework._replace(strategies=strategies, questions=questions)
    before = score(framework, assessment(framework, answers))
    after = score(shuffled, assessment(framework, answers))
    for strategy in before.strategies:
        assert before.score(strategy) == after.score(strategy)
        assert before.low(strategy) == after.low(strategy)


@given(st.data())
def test_an_answer_with_more_points_never_lowers_a_score(data: st.DataObject) -> None:
    """Choosing an option that gives a strategy at least as much keeps or raises its score."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework, known_only=True))
    _, question = data.draw(st.sampled_from(framework.strategy_questions))
    strategy = data.draw(st.sampled_from(framework.strategies)).id
    low, high = sorted(
        data.draw(st.permutations(question.options))[:2], key=lambda o: o.points.get(strategy, 0)
    )
    scores = [
        score(framework, assessment(framework, {**answers, question.id: picked(o.id)})).score(
            strategy
        )
        for o in (low, high)
    ]
    assert scores[0] <= scores[1]


def test_nothing_known_is_a_tie_of_all_strategies(framework: Framework) -> None:
    """Don't know on every question, or no answer at all, favours nobody."""
    unknown = {q.id: picked(DONT_KNOW) for _, q in framework.strategy_questions}
    for answers in ({}, unknown):
        scoring = score(framework, assessment(framework, answers))
        assert scoring.leaders == scoring.strategies
        assert scoring.score(scoring.strategies[0]) == 25


def test_two_options_count_half_each() -> None:
    """Naming two options gives each of their strategies half of the points."""
    framework = made(questions=(1, 1), weights=(1, 1))
    scoring = score(framework, assessment(framework, {"q-0-0": picked("o-apple", "o-pear")}))
    assert scoring.lens_score("lens-0", "apple") == 50
    assert scoring.lens_score("lens-0", "pear") == 50
    assert scoring.lens_score("lens-0", "plum") == 0


def test_a_question_that_does_not_apply_leaves_its_lens() -> None:
    """Not applicable is no zero: the lens is then judged by its other questions alone."""
    framework = made(questions=(2, 1), weights=(2, 1))
    answers = everything(framework, "apple")
    answers["q-0-1"] = picked(NOT_APPLICABLE)
    assert score(framework, assessment(framework, answers)).score("apple") == 100


def test_a_lens_without_questions_that_apply_leaves_the_score() -> None:
    """The other lenses then share its weight."""
    framework = made(questions=(1, 1), weights=(2, 1))
    answers = {"q-0-0": picked("o-apple"), "q-1-0": picked(NOT_APPLICABLE)}
    scoring = score(framework, assessment(framework, answers))
    assert scoring.score("apple") == 100
    assert scoring.lenses == ("lens-0",)


def test_with_no_question_that_applies_every_score_is_nothing() -> None:
    """No evidence at all is no evidence for anybody."""
    framework = made(questions=(1, 1))
    answers = {q.id: picked(NOT_APPLICABLE) for _, q in framework.strategy_questions}
    scoring = score(framework, assessment(framework, answers))
    assert {scoring.score(s) for s in scoring.strategies} == {0}


@given(st.data())
@settings(max_examples=30)
def test_lens_scores_of_the_bundled_framework_add_up_to_a_hundred(
    framework: Framework, data: st.DataObject
) -> None:
    """Every option gives the same number of points, so what one strategy gains others lose."""
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    for lens in scoring.lenses:
        assert sum(scoring.lens_score(lens, s) for s in scoring.strategies) == 100
