"""The verdict, its limits and who it names: small cases that anybody can count."""

import pytest
from made import assessment, made, picked

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE
from cd360_cli.framework import Framework, Question
from cd360_cli.robustness import Challenge, challenge
from cd360_cli.scoring import Scoring, score
from cd360_cli.verdict import (
    candidates,
    decided,
    enough,
    least_flips,
    runner_up,
    verdict,
    verdict_of,
)

MARKS = {"?": DONT_KNOW, "-": NOT_APPLICABLE}


@pytest.fixture
def framework() -> Framework:
    """Ten questions of equal weight, of which six are enough."""
    return made(strategies=3, questions=(10,), weights=(1,))


def scored(framework: Framework, answers: str) -> Scoring:
    """`a`, `b` and `c` follow apple, pear and plum; `?` is don't know, `-` not applicable."""
    ids = {"a": "o-apple", "b": "o-pear", "c": "o-plum", **MARKS}
    given = {f"q-0-{n}": picked(ids[answer]) for n, answer in enumerate(answers)}
    return score(framework, assessment(framework, given))


def challenged(scoring: Scoring) -> list[Challenge]:
    leader = scoring.leaders[0]
    return [challenge(scoring, leader, s) for s in scoring.strategies if s != leader]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("aaaaa-----", True),  # half of the questions, and nothing else to come
        ("aaaa------", False),  # less than half, though nothing else is to come
        ("aaaaaa????", True),
        ("aaaaa?????", False),  # the others could all be pear
        ("aaabbb----", False),  # two lead
        ("bbbbbbc???", True),
        ("bbbbbcc???", False),  # level if the others are plum
        ("bbbbccc??-", False),
    ],
)
def test_half_of_the_questions_decide_when_nobody_can_draw_level(
    framework: Framework, answers: str, expected: bool
) -> None:
    """And no fewer than half."""
    assert decided(framework, scored(framework, answers)) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("abcabc????", True),  # six are needed
        ("abcab?????", False),
        ("aaaaa-----", True),  # five that decide
        ("abcab-----", False),
    ],
)
def test_enough_are_as_many_as_are_needed_or_decide(
    framework: Framework, answers: str, expected: bool
) -> None:
    """Six of ten, whatever they say; or half of them that leave no doubt."""
    assert enough(framework, scored(framework, answers)) is expected


@pytest.mark.parametrize(
    ("flips", "settled", "expected"),
    [
        (0, True, "undecided"),
        (1, True, "undecided"),
        (2, True, "leaning"),
        (2, False, "leaning"),
        (3, True, "clear"),
        (3, False, "leaning"),
        (None, True, "clear"),
        (None, False, "leaning"),
    ],
)
def test_a_verdict_changes_at_its_limits(
    framework: Framework, flips: int | None, settled: bool, expected: str
) -> None:
    """Leaning from two answers to flip, clear from three, unless what is open can undo it."""
    assert verdict_of(framework.limits, flips, settled=settled) == expected


@pytest.mark.parametrize(
    ("answers", "found", "named", "second", "flips"),
    [
        ("aaaaaaaaaa", "clear", ["apple"], None, 5),
        ("aaaaaaabbb", "leaning", ["apple"], "pear", 2),
        ("aaaaaabbbc", "leaning", ["apple"], "pear", 2),
        # Plum needs two answers, which is one too many to be named.
        ("aaaaabbbbc", "undecided", ["apple", "pear"], "pear", 1),
        # Plum could draw level by the four that are open, but that makes nobody a candidate.
        ("aaabbb????", "undecided", ["apple", "pear"], None, 0),
        ("cccccbbbba", "undecided", ["plum", "pear"], "pear", 1),
        ("aabbcc----", "undecided", ["apple", "pear", "plum"], None, 0),
        # Too few: whoever the open answers could bring level is named, highest points first.
        ("bbbc?????-", "insufficient", ["pear", "plum", "apple"], "plum", 1),
        # Apple is three behind with two open: nobody names it, though two answers would do.
        ("bbbc??----", "insufficient", ["pear", "plum"], "plum", 1),
    ],
)
def test_a_verdict_names_who_may_still_win(
    framework: Framework,
    answers: str,
    found: str,
    named: list[str],
    second: str | None,
    flips: int,
) -> None:
    """Candidates by points, the second where it is one, and the fewest answers to flip."""
    scoring = scored(framework, answers)
    challenges = challenged(scoring)
    assert verdict(framework, scoring, challenges) == found
    assert list(candidates(framework, scoring, challenges, found)) == named  # type: ignore[arg-type]
    assert runner_up(scoring) == second
    assert least_flips(challenges) == flips


def test_where_no_number_of_answers_is_enough_there_is_nothing_to_count(
    framework: Framework,
) -> None:
    """Every option favours apple: no rival ever draws level, and the verdict is clear."""
    points = ({"apple": 3}, {"apple": 2, "pear": 1})

    def onesided(question: Question) -> Question:
        options = zip(question.options, points, strict=False)
        return question._replace(options=tuple(o._replace(points=p) for o, p in options))

    questions = tuple(onesided(q) if q.options else q for q in framework.questions)
    changed = framework._replace(questions=questions)
    scoring = scored(changed, "aaaaaaaaaa")
    challenges = challenged(scoring)
    assert least_flips(challenges) is None
    assert verdict(changed, scoring, challenges) == "clear"
