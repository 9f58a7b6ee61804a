"""Explanations are exact: against brute force on small frameworks."""

import json
from fractions import Fraction

import pytest
from conftest import ROOT
from here import cd360
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import assessment, everything, picked, small_frameworks, strategy_answers

from cd360_cli.assessment import NOT_APPLICABLE, Answer
from cd360_cli.explanation import explain
from cd360_cli.framework import Framework
from cd360_cli.scoring import score


def weighed(framework: Framework, weights: dict[str, Fraction]) -> Framework:
    """The same framework with these shares of lens weight, as whole numbers."""
    scale = 1
    for share in weights.values():
        scale *= share.denominator
    return framework._replace(
        lenses=tuple(
            lens._replace(weight=int(weights[lens.id] * scale)) for lens in framework.lenses
        )
    )


@given(st.data())
def test_evidence_adds_up_to_both_scores(data: st.DataObject) -> None:
    """Answer by answer, the points of strategy and rival make their scores."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    assume(score(framework, assessment(framework, answers)).full)
    strategy = data.draw(st.sampled_from(framework.strategies)).id
    found = explain(framework, assessment(framework, answers), strategy)
    scores = {s.id: s.score for s in found.result.strategies}
    assert sum((e.strategy for e in found.evidence), Fraction(0)) == scores[strategy]
    assert sum((e.rival for e in found.evidence), Fraction(0)) == scores[found.rival]
    assert [abs(e.gap) for e in found.evidence] == sorted(
        (abs(e.gap) for e in found.evidence), reverse=True
    )


@given(st.data())
@settings(max_examples=60)
def test_at_a_turning_point_the_two_stand_level_and_beyond_it_the_order_turns(
    data: st.DataObject,
) -> None:
    """The named share of a lens is exactly where the rival draws level."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    assume(scoring.full and len(scoring.leaders) == 1)
    found = explain(framework, assessment(framework, answers))
    first, second = (lens.id for lens in framework.lenses)
    for point in found.turning_points:
        other = second if point.lens == first else first
        at = score(
            weighed(framework, {point.lens: point.at, other: 1 - point.at}),
            assessment(framework, answers),
        )
        assert at.points(found.strategy) == at.points(found.rival)
        beyond = point.at + (Fraction(1, 1000) if point.at > point.now else Fraction(-1, 1000))
        if 0 <= beyond <= 1:
            after = score(
                weighed(framework, {point.lens: beyond, other: 1 - beyond}),
                assessment(framework, answers),
            )
            assert after.points(found.strategy) < after.points(found.rival)


@given(st.data())
@settings(max_examples=60)
def test_left_out_equals_the_outcome_without_the_question(data: st.DataObject) -> None:
    """Leaving a question out is the same as marking it not applicable."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    assume(score(framework, assessment(framework, answers)).full)
    found = explain(framework, assessment(framework, answers))
    assert {one.question for one in found.left_out} == {q for q, a in answers.items() if a.known}
    for one in found.left_out:
        without = {**answers, one.question: picked(NOT_APPLICABLE)}
        assert score(framework, assessment(framework, without)).leaders == one.leaders


@given(st.data())
def test_what_is_worth_finding_out_first_equals_brute_force(data: st.DataObject) -> None:
    """It is the unknown question with most options that change who leads, then the widest swing."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    assume(scoring.full)
    found = explain(framework, assessment(framework, answers))
    options = {q.id: [o.id for o in q.options] for _, q in framework.strategy_questions}

    def overturns(question: str) -> int:
        return sum(
            score(framework, assessment(framework, {**answers, question: Answer((o,))})).leaders
            != scoring.leaders
            for o in options[question]
        )

    unknown = [c.question for c in scoring.contributions if not c.known]
    assert {u.question: u.overturns for u in found.unknown} == {q: overturns(q) for q in unknown}
    if unknown:
        assert found.unknown[0].overturns == max(map(overturns, unknown))
        best = [u.spread for u in found.unknown if u.overturns == found.unknown[0].overturns]
        assert found.unknown[0].spread == max(best)


@given(st.data())
@settings(max_examples=60)
def test_why_not_names_what_the_strategy_would_need(data: st.DataObject) -> None:
    """With the named answers changed, the strategy that did not lead draws level."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    strategy = data.draw(st.sampled_from(framework.strategies)).id
    assume(scoring.full and strategy not in scoring.leaders)
    found = explain(framework, assessment(framework, answers), strategy)
    assert (found.leads, found.rival) == (False, scoring.leaders[0])
    if found.challenge.flips is not None:
        changed = {**answers, **{c.question: picked(c.to) for c in found.challenge.flips}}
        after = score(framework, assessment(framework, changed))
        assert after.points(strategy) >= after.points(found.rival)


@pytest.mark.parametrize(("level", "rise"), [("0", (0, 2)), ("1", (1, 2)), ("2", None)])
def test_the_path_lists_the_fewest_levels_to_every_norm(
    framework: Framework, level: str, rise: tuple[int, int] | None
) -> None:
    """From the level answered to the norm, and nothing where the norm is met."""
    strategy = framework.strategies[1].id
    question = framework.questions_about("strategy", strategy)[0].id
    answers = everything(framework, framework.strategies[0].id) | {question: picked(level)}
    found = explain(framework, assessment(framework, answers))
    assert [(r.question, (r.start, r.end)) for r in found.path] == (
        [(question, rise)] if rise else []
    )


def test_an_effect_is_the_opportunity_that_one_level_takes_away(framework: Framework) -> None:
    """Two and a half points while the step falls short, less where the gap is smaller."""
    answers = everything(framework, framework.strategies[0].id)
    answers |= {f"{step.id}-level": picked("1") for step in framework.steps}
    found = explain(framework, assessment(framework, answers))
    by_id = {e.id: e for e in found.result.journey}
    assert found.effects
    for effect in found.effects:
        shortfall = by_id[effect.target].importance - Fraction(5, 2)
        assert effect.points == min(Fraction(5, 2), max(Fraction(0), shortfall))


def test_the_command_explains_any_strategy_in_either_form() -> None:
    """On screen in both languages and as JSON with the recommendation inside."""
    file = str(ROOT / "examples/carvana.yaml")
    screen = cd360("explain", file)
    assert screen.code == 0
    assert "Ambition would have to count for 59% (now 20%) before product leadership" in screen.out
    why_not = cd360("explain", file, "--strategy", "customer-intimacy", "--lang", "nl")
    assert "Waarom niet customer intimacy" in why_not.out
    result = json.loads(cd360("explain", file, "--json").out)
    assert result["schema"] == "cd360/explanation/1"
    assert result["recommendation"]["schema"] == "cd360/recommendation/1"
    assert len(result["flips"]) == result["recommendation"]["recommendation"]["answers_to_flip"]
    wrong = cd360("explain", file, "--strategy", "customer-intimcy")
    assert wrong.code == 3
    assert "did you mean `customer-intimacy`?" in wrong.err


def test_an_explanation_of_nothing_known_holds(framework: Framework) -> None:
    """Also with no answer at all, and with nothing that applies, there is something to say."""
    nothing = {q.id: picked(NOT_APPLICABLE) for q in framework.questions}
    for answers in ({}, nothing):
        found = explain(framework, assessment(framework, answers))
        assert found.result.verdict == "insufficient"
