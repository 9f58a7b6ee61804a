"""The audit measures what it says, and the bundled framework is fair."""

from collections import Counter
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, made, picked

from cd360_cli import audit
from cd360_cli.commands import framework_audit
from cd360_cli.framework import Framework
from cd360_cli.recommendation import recommend


def everybody(framework: Framework) -> list[tuple[int, ...]]:
    sizes = [range(len(q.options)) for _, q in framework.strategy_questions]
    return list(product(*sizes))


@pytest.mark.parametrize("options", [{}, {"neighbour": 1}, {"strategies": 4, "weights": (1, 3)}])
def test_exact_leads_equal_counting_everybody(options: dict) -> None:
    """Counting by points gives the same shares as asking each possible respondent."""
    framework = made(**options)
    exact = audit.exact_leads(framework)
    counted = audit.counted_leads(framework, everybody(framework))
    assert exact is not None
    assert (exact.shares, exact.level) == (counted.shares, counted.level)
    assert sum(exact.shares.values()) == 1


def test_verdicts_equal_those_of_single_recommendations() -> None:
    """The quick count of verdicts is the recommendation's own, respondent by respondent."""
    framework = made(strategies=3, questions=(3, 2), weights=(2, 1))
    draws = everybody(framework)
    single = Counter(
        recommend(
            framework,
            assessment(
                framework,
                {
                    q.id: picked(q.options[n].id)
                    for (_, q), n in zip(framework.strategy_questions, draw, strict=True)
                },
            ),
        ).verdict
        for draw in draws
    )
    assert audit.verdicts(framework, draws) == single


@given(st.data())
@settings(max_examples=25)
def test_verdicts_of_the_bundled_framework_equal_single_ones(
    framework: Framework, data: st.DataObject
) -> None:
    """Also with the bundled questions and their three lenses."""
    draw = [data.draw(st.integers(0, 3)) for _ in framework.strategy_questions]
    answers = {
        q.id: picked(q.options[n].id)
        for (_, q), n in zip(framework.strategy_questions, draw, strict=True)
    }
    result = recommend(framework, assessment(framework, answers))
    assert audit.verdicts(framework, [draw]) == {result.verdict: 1}


def test_the_bundled_framework_is_fair(
    framework: Framework, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Random answers favour nobody, rarely look clear, and everything can be emphasised."""
    # What is far from its bound for so many is so for the many more that the command plays.
    monkeypatch.setattr(framework_audit, "RESPONDENTS", 20_000)
    monkeypatch.setattr(framework_audit, "LADDER_RESPONDENTS", 100)
    found = framework_audit.measure(framework)
    assert found.leads.exact
    assert set(found.leads.shares.values()) == {Fraction(1, 4)}
    assert found.verdicts["clear"] < Fraction(5, 100)
    assert sum(found.weights.values()) == 1
    for key in next(iter(found.reach.values())):
        assert max(found.reach[s.id][key] for s in framework.strategies) > Fraction(1, 10), key
    assert all(minutes < 25 for minutes in found.minutes.values())
