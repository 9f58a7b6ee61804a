"""The difference between two recommendations: exact, and the same whichever way it is read."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, everything, full_answers, made, picked, small_frameworks

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer
from cd360_cli.difference import Difference, difference
from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation, recommend
from cd360_cli.whatif import changed, outcome

Answers = dict[str, Answer]


def between(framework: Framework, before: Answers, after: Answers) -> Difference:
    results = (recommend(framework, assessment(framework, each)) for each in (before, after))
    return difference(framework, *results)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Framework, Answers, Answers]:
    """A framework with two sets of answers, of which some are the same."""
    framework = draw(small_frameworks)
    before, other = draw(full_answers(framework)), draw(full_answers(framework))
    kept = draw(st.sets(st.sampled_from([q.id for q in framework.questions])))
    after = {q: a for q, a in other.items() if q not in kept}
    return framework, before, after | {q: a for q, a in before.items() if q in kept}


@given(pairs())
@settings(max_examples=10)
def test_what_the_answers_moved_adds_up_to_the_change_of_the_gap(
    pair: tuple[Framework, Answers, Answers],
) -> None:
    """Exactly, also where questions stop to apply, and the gap is that of the two scores.

    Each question moves it by its own contribution to one score less that to the other.
    """
    found = between(*pair)
    shift = found.shift

    def contribution(result: Recommendation, question: str) -> Fraction:
        rows = [c for c in result.contributions if c.question == question]
        points = sum(c.points[shift.strategy] - c.points[shift.rival] for c in rows)
        return Fraction(100 * points, result.full) if rows else Fraction(0)

    for moved in shift.answers:
        was, now = (contribution(each, moved.question) for each in (found.before, found.after))
        assert shift.of_score(moved.points) == now - was
    assert sum(moved.points for moved in shift.answers) == shift.change
    assert sum(moved.points for moved in shift.most) + shift.same == shift.change
    for result, gap in ((found.before, shift.before), (found.after, shift.after)):
        scores = {s.id: s.score for s in result.strategies}
        assert shift.of_score(gap) == scores[shift.strategy] - scores[shift.rival]


@given(pairs())
@settings(max_examples=10)
def test_the_gap_is_between_who_leads_now_and_who_led_or_comes_closest(
    pair: tuple[Framework, Answers, Answers],
) -> None:
    """A new leader is compared with the one it passed, the same one with its closest rival."""
    found = between(*pair)
    shift, led, leads = found.shift, found.before.leaders, found.after.leaders
    assert shift.strategy in leads
    assert shift.strategy != shift.rival
    assert shift.before <= 0 or shift.strategy in led
    if set(led) != {shift.strategy}:
        assert shift.rival in led
    else:
        scores = {s.id: s.score for s in found.after.strategies if s.id != shift.strategy}
        assert scores[shift.rival] == max(scores.values())


@given(pairs())
@settings(max_examples=10)
def test_all_of_it_turns_around_with_the_two_sides(
    pair: tuple[Framework, Answers, Answers],
) -> None:
    """What rose from one to the other fell from the other to the one."""
    framework, before, after = pair
    there, back = between(framework, before, after), between(framework, after, before)

    def turned(value: Fraction | None) -> Fraction | None:
        return None if value is None else -value

    for one, other in zip(there.strategies, back.strategies, strict=True):
        assert (one.score, one.standing) == (-other.score, turned(other.standing))
        assert one.crossed == other.crossed
    for step, other_step in zip(there.steps, back.steps, strict=True):
        assert step.importance == -other_step.importance
        assert step.satisfaction == turned(other_step.satisfaction)
        assert step.opportunity == turned(other_step.opportunity)
        turns = {"gained": "lost", "lost": "gained", "kept": "kept", "none": "none"}
        assert turns[step.emphasis] == other_step.emphasis
    for lens, other_lens in zip(there.lenses, back.lenses, strict=True):
        assert (lens.before, lens.after) == (other_lens.after, other_lens.before)
    for condition, other_condition in zip(there.conditions, back.conditions, strict=True):
        assert condition.states == other_condition.states[::-1]
    mirrored = {
        "known": "unknown", "unknown": "known", "other": "other",
        "applicable": "not-applicable", "not-applicable": "applicable",
    }  # fmt: skip
    assert [(a.question, a.before, a.after, mirrored[a.became]) for a in there.answers] == [
        (a.question, a.after, a.before, a.became) for a in back.answers
    ]
    assert there.alike == back.alike


@given(st.data())
@settings(max_examples=10)
def test_the_gap_turns_around_where_another_strategy_leads_alone(data: st.DataObject) -> None:
    """Read the other way, the same answers move the same two strategies as far."""
    framework = data.draw(small_frameworks)
    ids = [s.id for s in framework.strategies]
    one, other = data.draw(st.permutations(ids))[:2]
    before = data.draw(full_answers(framework)) | everything(framework, one)
    after = data.draw(full_answers(framework)) | everything(framework, other)
    there, back = between(framework, before, after).shift, between(framework, after, before).shift
    assert (there.strategy, there.rival) == (other, one) == (back.rival, back.strategy)
    assert (there.before, there.after) == (-back.after, -back.before)
    assert [moved.points for moved in there.answers] == [moved.points for moved in back.answers]


@given(st.data())
@settings(max_examples=10)
def test_the_same_answers_make_no_difference(data: st.DataObject) -> None:
    """Nothing is another, rises, falls, or moves; notes and the order of two picks say nothing."""
    framework = data.draw(small_frameworks)
    answers = data.draw(full_answers(framework))
    noted = {q: Answer(a.picks[::-1], note="seen") for q, a in answers.items()}
    for after in (answers, noted):
        found = between(framework, answers, after)
        assert not found.answers
        assert found.alike == sum(answer.known for answer in answers.values())
        assert not any(moved.points or moved.differs for moved in found.shift.answers)
        assert (found.shift.change, found.shift.most, found.moved_steps) == (0, (), ())
        assert not any(s.score or s.standing or s.crossed for s in found.strategies)
        assert not any(each.differs for each in (*found.lenses, *found.conditions))
        assert not any(step.emphasis in ("gained", "lost") for step in found.steps)


@given(pairs())
@settings(max_examples=10)
def test_every_answer_is_counted_once(pair: tuple[Framework, Answers, Answers]) -> None:
    """Alike and known, differing, or saying as little on both sides: no question is lost."""
    framework, before, after = pair
    found = between(framework, before, after)
    differing = {each.question for each in found.answers}
    assert len(differing) == len(found.answers)
    alike = 0
    for question in framework.questions:
        mine, other = before.get(question.id), after.get(question.id)
        same = set(mine.picks) == set(other.picks) if mine and other else mine is other
        if same:
            assert question.id not in differing
        if question.id not in differing and mine is not None and mine.known:
            assert other is not None
            assert set(mine.picks) == set(other.picks)
            alike += 1
    assert found.alike == alike


def test_what_becomes_of_an_answer_has_a_name() -> None:
    """Known or unknown, with or without a place, another one; not asked says as little."""
    framework = made(questions=(6,), weights=(1,))
    unsure, unfit = picked(DONT_KNOW), picked(NOT_APPLICABLE)
    before = {"q-0-0": unsure, "q-0-1": picked("o-pear"), "q-0-2": unfit, "q-0-3": picked("o-pear"),
              "q-0-5": picked("o-pear")}  # fmt: skip
    after = {"q-0-0": picked("o-pear"), "q-0-2": unsure, "q-0-3": unfit, "q-0-4": unsure,
             "q-0-5": picked("o-plum", "o-pear")}  # fmt: skip
    found = between(framework, before, after)
    assert {each.question: each.became for each in found.answers} == {
        "q-0-0": "known",
        "q-0-1": "unknown",
        "q-0-2": "applicable",
        "q-0-3": "not-applicable",
        "q-0-5": "other",
    }
    assert found.alike == 0


def test_answers_stand_in_the_order_of_asking() -> None:
    """Block by block, wherever the framework's file has its questions."""
    plain = made()
    framework = plain._replace(questions=plain.questions[::-1])
    found = between(framework, {}, everything(framework, "apple"))
    asked = [question.id for question in framework.asked]
    assert asked != [question.id for question in framework.questions]
    assert [each.question for each in found.answers] == asked[:4]


def test_an_answer_that_is_the_same_can_count_for_more() -> None:
    """Where another question of its lens loses its place; that is told apart from the answers."""
    framework = made(questions=(3,), weights=(1,))
    before = everything(framework, "apple") | {"q-0-0": picked("o-pear")}
    found = between(framework, before, before | {"q-0-0": picked(NOT_APPLICABLE)})
    shift = found.shift
    assert (shift.strategy, shift.rival) == ("apple", "pear")
    # Two of three for apple, one for pear; then two of two for apple.
    assert shift.of_score(shift.before) == Fraction(100, 3)
    assert shift.of_score(shift.after) == 100
    assert [(m.question, shift.of_score(m.points)) for m in shift.most] == [
        ("q-0-0", Fraction(100, 3))
    ]
    assert shift.of_score(shift.same) == Fraction(100, 3)


@given(st.data())
@settings(max_examples=10)
def test_another_weight_of_a_lens_moves_the_gap_by_answers_that_are_the_same(
    data: st.DataObject,
) -> None:
    """What-if speaks of the same difference: then no answer differs, and all of it adds up."""
    framework = data.draw(small_frameworks)
    mine = (framework, assessment(framework, data.draw(full_answers(framework))))
    weight = data.draw(st.integers(1, 9))
    found = outcome(mine, changed(*mine, [], [f"lens-0={weight}"]))
    assert not found.answers
    assert (found.shift.most, found.shift.same) == ((), found.shift.change)


def test_a_threshold_is_crossed_when_only_one_side_is_below_the_norm() -> None:
    """Below it is said; not to know is neither below nor above."""
    framework = made()
    low, norm = {"l-apple": picked("1")}, {"l-apple": picked("2")}

    def crossed(before: Answers, after: Answers) -> list[bool]:
        return [s.crossed for s in between(framework, before, after).strategies]

    for one, other in ((low, norm), (low, {})):
        assert crossed(one, other) == crossed(other, one) == [True, False, False]
    assert not any(crossed(norm, {}))


def test_a_condition_that_nobody_needs_is_not_needed() -> None:
    """Its state changes with its own answer only while its strategy may lead."""
    framework = made()
    apple, pear = everything(framework, "apple"), everything(framework, "pear")
    met, unmet = {"l-carried": picked("2")}, {"l-carried": picked("1")}

    def states(before: Answers, after: Answers) -> tuple[str, str]:
        (condition,) = between(framework, before, after).conditions
        assert condition.differs == (condition.states[0] != condition.states[1])
        return condition.states

    assert states(apple | unmet, apple | met) == ("unmet", "met")
    assert states(apple, pear | met) == ("unknown", "not-needed")
    assert states(pear | unmet, pear | met) == ("not-needed", "not-needed")


def test_the_steps_that_changed_most_come_first() -> None:
    """By the size of the change, whichever way; what is not known on both sides is left out."""
    framework = made(strategies=3, questions=(10,), weights=(1,))
    apple = everything(framework, "apple")
    before = apple | {"l-step-0": picked("2"), "l-step-1": picked("1"), "l-step-2": picked("1")}
    after = apple | {"l-step-0": picked("0"), "l-step-1": picked("2")}
    found = between(framework, before, after)
    # Step 0 weighs 8 and loses 5 of satisfaction; step 1 weighs 4 and gains 1.5 that count.
    assert [(s.id, s.opportunity) for s in found.moved_steps] == [
        ("step-0", 5),
        ("step-1", Fraction(-3, 2)),
    ]
    assert found.steps[2].opportunity is None
