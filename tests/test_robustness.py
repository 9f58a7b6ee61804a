"""How sure: exact against brute force."""

from fractions import Fraction
from itertools import combinations, product

from hypothesis import assume, given, settings
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

from cd360_cli.assessment import DONT_KNOW, Answer
from cd360_cli.framework import Framework
from cd360_cli.recommendation import recommend
from cd360_cli.robustness import challenge, divisions, lens_shares
from cd360_cli.scoring import Scoring, score


def questions_of(framework: Framework, scoring: Scoring) -> dict:
    return {
        q.id: q
        for _, q in framework.strategy_questions
        if q.id in {c.question for c in scoring.contributions}
    }


def fewest_changes(
    framework: Framework, answers: dict[str, Answer], leader: str, rival: str
) -> int | None:
    """Brute force: try every set of answers, smallest first, and every option for them."""
    scoring = score(framework, assessment(framework, answers))
    questions = questions_of(framework, scoring)
    for size in range(len(questions) + 1):
        for chosen in combinations(questions, size):
            for options in product(*(questions[q].options for q in chosen)):
                changed = {
                    **answers,
                    **{q: picked(o.id) for q, o in zip(chosen, options, strict=True)},
                }
                after = score(framework, assessment(framework, changed))
                if after.points(rival) >= after.points(leader):
                    return size
    return None


@given(st.data())
@settings(max_examples=60)
def test_answers_to_flip_equals_brute_force_and_its_witness_draws_level(
    data: st.DataObject,
) -> None:
    """No smaller set of other answers lets a rival draw level, and the named set does."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    leader = scoring.leaders[0]
    rival = data.draw(st.sampled_from([s for s in scoring.strategies if s != leader]))
    found = challenge(scoring, leader, rival)
    expected = fewest_changes(framework, answers, leader, rival)
    assert (None if found.flips is None else len(found.flips)) == expected
    if found.flips is not None:
        changed = {**answers, **{c.question: picked(c.to) for c in found.flips}}
        after = score(framework, assessment(framework, changed))
        assert after.points(rival) >= after.points(leader)


@given(st.data())
def test_weights_may_be_off_by_the_tolerance_and_no_further(data: st.DataObject) -> None:
    """At the worst re-weighting just inside the tolerance the leader leads; just beyond, not."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    assume(len(scoring.leaders) == 1)
    leader = scoring.leaders[0]
    for rival in scoring.strategies:
        if rival == leader:
            continue
        tolerance = challenge(scoring, leader, rival).tolerance
        gaps = [c.gap(leader, rival) for c in scoring.contributions]

        def margin(off: Fraction, gaps: list[int] = gaps) -> Fraction:
            return sum((gap * (1 - off if gap > 0 else 1 + off) for gap in gaps), Fraction(0))

        tiny = Fraction(1, 10**6)
        assert margin(tolerance - tiny) > 0
        assert margin(tolerance) == 0
        assert margin(tolerance + tiny) < 0
        weights = data.draw(st.lists(st.fractions(-1, 1), min_size=len(gaps), max_size=len(gaps)))
        inside = sum(g * (1 + (tolerance - tiny) * w) for g, w in zip(gaps, weights, strict=True))
        assert inside > 0


@given(st.data())
def test_a_rival_is_open_exactly_when_some_completion_lets_it_draw_level(
    data: st.DataObject,
) -> None:
    """`open` is proved over every way to fill in what is unknown."""
    framework = data.draw(small_frameworks)
    answers = data.draw(strategy_answers(framework))
    scoring = score(framework, assessment(framework, answers))
    leader = scoring.leaders[0]
    finals = [score(framework, assessment(framework, c)) for c in completions(framework, answers)]
    for rival in scoring.strategies:
        if rival != leader:
            possible = any(f.points(rival) >= f.points(leader) for f in finals)
            assert challenge(scoring, leader, rival).open == possible


@given(st.data())
def test_clear_found_early_is_never_overturned_by_a_later_answer(data: st.DataObject) -> None:
    """Once the verdict is clear, no completion makes another strategy lead or draw level."""
    framework = made(strategies=3, questions=(4, 3), weights=(2, 1))
    strategy = data.draw(st.sampled_from(framework.strategies)).id
    answers = everything(framework, strategy)
    for question in data.draw(st.sets(st.sampled_from(sorted(answers)), max_size=2)):
        answers |= {question: picked(DONT_KNOW)}
    other = data.draw(strategy_answers(framework))
    changed = data.draw(st.sampled_from(sorted(answers)))
    answers |= {changed: other.get(changed, picked(DONT_KNOW))}
    result = recommend(framework, assessment(framework, answers))
    assume(result.verdict == "clear")
    for completion in completions(framework, answers):
        assert score(framework, assessment(framework, completion)).leaders == (result.strategy,)


def test_there_are_231_lens_weightings_in_steps_of_five_percent() -> None:
    """Three lenses and twenty steps give 231 ways, each adding up to the whole."""
    ways = list(divisions(20, 3))
    assert len(set(ways)) == 231
    assert {sum(way) for way in ways} == {20}


def test_lens_share_counts_the_weightings_in_which_a_strategy_alone_leads() -> None:
    """Two lenses with different leaders: 10 of 21 weightings each, and one tie."""
    framework = made(questions=(1, 1), weights=(2, 1))
    answers = {"q-0-0": picked("o-apple"), "q-1-0": picked("o-pear")}
    shares = lens_shares(score(framework, assessment(framework, answers)), 20)
    assert shares == {"apple": Fraction(10, 21), "pear": Fraction(10, 21), "plum": 0}


def test_one_strategy_everywhere_leads_in_all_weightings(framework: Framework) -> None:
    """A company that answers one way throughout cannot be weighted away from it."""
    for strategy in framework.strategies:
        answers = everything(framework, strategy.id)
        result = recommend(framework, assessment(framework, answers))
        assert (result.strategy, result.verdict) == (strategy.id, "clear")
        assert (result.lens_share, result.weight_tolerance) == (1, 1)
