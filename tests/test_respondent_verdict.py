"""The verdicts on many respondents are those that the heart comes to, one by one."""

from collections.abc import Iterator, Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, everything, made, picked, text

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer
from cd360_cli.framework import Framework, Option, Question
from cd360_cli.respondent_cells import Layout
from cd360_cli.respondent_race import NEVER, fewest
from cd360_cli.respondent_verdict import Verdicts
from cd360_cli.robustness import challenge, fewest_swings
from cd360_cli.scoring import score
from cd360_cli.verdict import candidates, least_flips, runner_up, verdict


def reading(_: str, cell: str) -> Answer | None:
    return Answer(tuple(cell.split("+"))) if cell else None


def grown(random: Random) -> Framework:
    """One to twelve questions in one to three lenses, with any points and any number of options."""
    lenses = random.randint(1, 3)
    weights = [random.randint(0, random.choice((2, 1000))) for _ in range(lenses - 1)]
    framework = made(
        strategies=random.randint(2, 5),
        questions=tuple(random.randint(1, 4) for _ in range(lenses)),
        weights=(random.randint(1, 3), *weights),
    )
    names = [strategy.id for strategy in framework.strategies]
    top = random.choice((2, 3, 100))

    def regrown(question: Question) -> Question:
        options = []
        for n in range(random.randint(2, 5)):
            points = {name: random.randint(0, top) for name in names if random.random() < 0.5}
            # Somebody gets something, so that no lens weighs nothing.
            points |= {random.choice(names): random.randint(1, top)}
            options.append(Option(f"o-{n}", text("option"), points))
        return question._replace(options=tuple(options))

    leaning = random.randint(1, 3)
    limits = framework.limits._replace(
        coverage=random.choice((0, 30, 60, 100)), leaning=leaning, clear=random.randint(leaning, 5)
    )
    questions = tuple(regrown(q) if q.options else q for q in framework.questions)
    return framework._replace(questions=questions, limits=limits)


def respondent(framework: Framework, random: Random) -> dict[str, Answer]:
    """Somebody who more or less follows one strategy, and more or less answers everything."""
    favourite = random.choice(framework.strategies).id
    faithful, silent = random.choice((0.2, 0.9)), random.choice((0, 0.1, 0.6))
    answers = {}
    for _, question in framework.strategy_questions:
        ids = [option.id for option in question.options]
        if random.random() < silent:
            mark = random.choice((DONT_KNOW, NOT_APPLICABLE, ""))
            answers |= {question.id: picked(mark)} if mark else {}
        elif random.random() < faithful:
            best = max(question.options, key=lambda option: option.points.get(favourite, 0))
            answers[question.id] = picked(best.id)
        else:
            answers[question.id] = picked(*random.sample(ids, random.randint(1, 2)))
    return answers


def by_one(framework: Framework, answers: Mapping[str, Answer]) -> tuple[object, ...]:
    """Verdict, candidates, runner-up, answers to flip; then what each has points of, and of how
    many, and how many questions were answered and apply.
    """
    scoring = score(framework, assessment(framework, dict(answers)))
    leader = scoring.leaders[0]
    challenges = [challenge(scoring, leader, s) for s in scoring.strategies if s != leader]
    found = verdict(framework, scoring, challenges)
    return (
        found,
        candidates(framework, scoring, challenges, found),
        runner_up(scoring),
        least_flips(challenges),
        [scoring.points(s) for s in scoring.strategies],
        scoring.full,
        sum(c.known for c in scoring.contributions),
        len(scoring.contributions),
    )


def by_many(
    framework: Framework, people: list[dict[str, Answer]], asked: list[str]
) -> Iterator[tuple[object, ...]]:
    """The same of every respondent, from columns that ask some of the questions."""
    verdicts = Verdicts(framework, Layout(tuple(asked), reading))
    cells = {q: ["+".join(a[q].picks) if q in a else "" for a in people] for q in asked}
    judged = verdicts.judged(cells, len(people))
    ids = [strategy.id for strategy in framework.strategies]
    for (found, named, second, flips), standings, number in zip(*judged, strict=True):
        worth = verdicts.worth[number]
        full, divisor = worth.scale
        yield (
            found,
            tuple(ids[n] for n in named),
            None if second is None else ids[second],
            flips,
            [verdicts.points_of(standing) // divisor for standing in standings],
            full,
            worth.answered,
            worth.applicable,
        )


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_the_verdict_on_many_is_the_verdict_on_each(seed: int) -> None:
    """Any points, weights and limits; ties, halves, unknown; columns missing."""
    random = Random(seed)
    framework = grown(random)
    people = [respondent(framework, random) for _ in range(20)]
    asked = [q.id for _, q in framework.strategy_questions if random.random() < 0.95]
    present = [{q: a for q, a in answers.items() if q in asked} for answers in people]
    expected = [by_one(framework, answers) for answers in present]
    assert list(by_many(framework, people, asked)) == expected


def found(framework: Framework, answers: dict[str, Answer]) -> tuple[object, ...]:
    """The verdict on one of many, and the answers to flip: the same as on that one alone."""
    asked = [q.id for _, q in framework.strategy_questions]
    (one,) = by_many(framework, [answers], asked)
    assert one == by_one(framework, answers)
    return one[0], one[3]


def with_points(framework: Framework, *points: dict[str, int]) -> Framework:
    """The framework with as many options a strategy question, of these points."""
    options = tuple(Option(f"o-{n}", text("option"), each) for n, each in enumerate(points))
    questions = (q._replace(options=options) if q.options else q for q in framework.questions)
    return framework._replace(questions=tuple(questions))


def test_as_many_unknown_answers_as_would_have_to_change_can_undo_a_clear_lead() -> None:
    """Seven of seven for apple, worth as much as three that are unknown: level if all are pear."""
    framework = made(strategies=2, questions=(3, 7), weights=(1, 1))
    sure = {f"q-1-{n}": picked("o-apple") for n in range(7)}
    assert found(framework, sure) == ("leaning", 3)
    others = {f"q-0-{n}": picked(NOT_APPLICABLE) for n in range(3)}
    assert found(framework, sure | others) == ("clear", 4)
    # Exactly as many as are needed.
    limits = framework.limits._replace(coverage=70)
    assert found(framework._replace(limits=limits), sure) == ("leaning", 3)


def test_unknown_answers_count_however_little_points_are_worth() -> None:
    """Seven to two with six unknown: three answers must change, or five unknown turn out so."""
    framework = made(strategies=3, questions=(15,), weights=(1,))
    known = ["o-apple"] * 7 + ["o-pear"] * 2
    answers = {f"q-0-{n}": picked(option) for n, option in enumerate(known)}
    assert found(framework, answers) == ("leaning", 3)


def test_where_no_number_of_answers_is_enough_none_is_named() -> None:
    """Apple gets two points or one, pear never any."""
    framework = with_points(
        made(strategies=2, questions=(2,), weights=(1,)), {"apple": 2}, {"apple": 1}
    )
    either = {"q-0-0": picked("o-0", "o-1"), "q-0-1": picked("o-0")}
    assert found(framework, either) == ("clear", None)


def test_the_only_answer_can_be_the_one_to_flip() -> None:
    """Half for either option, of which apple's gives more."""
    framework = with_points(
        made(strategies=2, questions=(1,), weights=(1,)), {"apple": 3}, {"pear": 1}
    )
    assert found(framework, {"q-0-0": picked("o-0", "o-1")}) == ("undecided", 1)


@pytest.mark.parametrize("weight", [1, 2, 16, 1000])
def test_points_of_any_weight_keep_to_their_lanes(weight: int) -> None:
    """No strategy's points run over into those of the next."""
    framework = made(strategies=5, questions=(1, 2), weights=(weight, 1))
    for strategy in framework.strategies:
        assert found(framework, everything(framework, strategy.id))[1] in (1, 2)
    alone = made(strategies=5, questions=(1,), weights=(weight,))
    for strategy in alone.strategies:
        assert found(alone, everything(alone, strategy.id)) == ("undecided", 1)


swings = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 3)), min_size=1, max_size=3)


@settings(max_examples=60)
@given(st.integers(0, 40), swings)
def test_the_fewest_answers_to_flip_are_found_in_fields(
    margin: int, drawn: list[tuple[int, int]]
) -> None:
    """From how many swings there are of every width, as from the list of them."""
    widest_first = sorted(drawn, reverse=True)
    packed = sum(many << 2 * n for n, (_, many) in enumerate(widest_first))
    fields = [(2 * n, 3, width) for n, (width, _) in enumerate(widest_first)]
    each = [width for width, many in drawn for _ in range(many)]
    expected = fewest_swings(margin, each)
    assert fewest(margin, packed, fields) == (NEVER if expected is None else expected)


@pytest.mark.parametrize(("margin", "count"), [(0, 0), (4, 1), (5, 2), (8, 2), (9, 3), (11, 3)])
def test_two_wide_swings_and_a_narrow_one(margin: int, count: int) -> None:
    """Two of 4 and one of 3: to the point of each count."""
    assert fewest(margin, 0b0110, [(0, 3, 4), (2, 3, 3)]) == count
    assert fewest(12, 0b0110, [(0, 3, 4), (2, 3, 3)]) == NEVER
