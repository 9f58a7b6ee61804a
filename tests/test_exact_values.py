"""Worked numbers on small frameworks: every figure of a result, checked against pen and paper.

The example that most tests share: two lenses, the first weighing double with two questions, the
second with one. Answered are apple, then apple and pear together, then nothing. A point within the
first lens is worth 6 whole points (2 for its weight), one in the second 12 (1 for its weight).
"""

from fractions import Fraction

import pytest
from made import assessment, everything, made, picked

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, levels
from cd360_cli.framework import Framework
from cd360_cli.journey import Emphasis, Reason, disciplines, emphasised, mean, shared, steps, traits
from cd360_cli.robustness import Change, challenge, divisions, fewest_swings, lens_shares
from cd360_cli.scoring import Scoring, best_points, most, score

ANSWERS = {"q-0-0": picked("o-apple"), "q-0-1": picked("o-apple", "o-pear")}


@pytest.fixture
def scoring() -> Scoring:
    framework = made(questions=(2, 1), weights=(2, 1))
    return score(framework, assessment(framework, ANSWERS))


def with_points(framework: Framework, *points: dict[str, int]) -> Framework:
    """The framework with these points for the options of each strategy question."""
    asked = {q.id for _, q in framework.strategy_questions}

    def changed(question):
        options = zip(question.options, points, strict=True)
        return question._replace(options=tuple(o._replace(points=p) for o, p in options))

    return framework._replace(
        questions=tuple(changed(q) if q.id in asked else q for q in framework.questions)
    )


def weighed(id: str, importance: int, satisfaction: int | None = None, **more) -> Emphasis:
    """A step as weighed, of which only the figures matter."""
    wanted = None if satisfaction is None else Fraction(importance)
    known = None if satisfaction is None else Fraction(satisfaction)
    row = Emphasis(id, Fraction(importance), known, wanted, "unknown", False, ())
    return row._replace(**more)


def test_whole_points_of_the_worked_example(scoring: Scoring) -> None:
    """Lens points are 6 or 12 a point, weighted 2 and 1; nothing is rounded."""
    assert (scoring.full, scoring.lens_full) == (108, 36)
    assert [dict(c.lens_points) for c in scoring.contributions] == [
        {"apple": 18, "pear": 0, "plum": 0},
        {"apple": 9, "pear": 9, "plum": 0},
        {"apple": 12, "pear": 12, "plum": 12},
    ]
    assert [dict(c.points) for c in scoring.contributions] == [
        {"apple": 36, "pear": 0, "plum": 0},
        {"apple": 18, "pear": 18, "plum": 0},
        {"apple": 12, "pear": 12, "plum": 12},
    ]
    assert [scoring.points(s) for s in scoring.strategies] == [66, 30, 12]


def test_contributions_say_what_was_asked_and_what_each_option_would_give(
    scoring: Scoring,
) -> None:
    """Evidence names its question, lens and answer, with the points of the options not chosen."""
    first, second, third = scoring.contributions
    assert [c.question for c in scoring.contributions] == ["q-0-0", "q-0-1", "q-1-0"]
    assert [c.lens for c in scoring.contributions] == ["lens-0", "lens-0", "lens-1"]
    assert [c.answer for c in scoring.contributions] == [*ANSWERS.values(), None]
    assert [c.known for c in scoring.contributions] == [True, True, False]
    expected = {
        "o-apple": {"apple": 36, "pear": 0, "plum": 0},
        "o-pear": {"apple": 0, "pear": 36, "plum": 0},
        "o-plum": {"apple": 0, "pear": 0, "plum": 36},
    }
    assert first.options == second.options == third.options == expected


def test_least_and_most_differ_only_where_nothing_is_known(scoring: Scoring) -> None:
    """A known answer gives what it gives; an unknown one anything from no point to all of them."""
    assert [c.least("apple") for c in scoring.contributions] == [36, 18, 0]
    assert [c.most("apple") for c in scoring.contributions] == [36, 18, 36]
    assert [c.gap("apple", "pear") for c in scoring.contributions] == [36, 0, 0]
    assert [c.least_gap("apple", "pear") for c in scoring.contributions] == [-36, -36, -36]


def test_dont_know_is_as_unknown_as_not_asked() -> None:
    """The mark counts as no knowledge: the same points and the same range as no answer."""
    framework = made(questions=(2, 1), weights=(2, 1))
    marked = score(framework, assessment(framework, {**ANSWERS, "q-1-0": picked(DONT_KNOW)}))
    last = marked.contributions[-1]
    assert (last.known, last.least("apple"), last.most("apple")) == (False, 0, 36)
    assert marked.points("apple") == 66


def test_scores_and_ranges_of_the_worked_example(scoring: Scoring) -> None:
    """66 of 108 points is a score of 61 1/9, which may still become anything from 50 to 83 1/3."""
    assert scoring.score("apple") == Fraction(550, 9)
    assert (scoring.low("apple"), scoring.high("apple")) == (50, Fraction(250, 3))
    assert (scoring.low("plum"), scoring.high("plum")) == (0, Fraction(100, 3))


def test_lens_scores_of_the_worked_example(scoring: Scoring) -> None:
    """Three of four halves in the first lens is 75; an unanswered lens is level for all."""
    assert scoring.lenses == ("lens-0", "lens-1")
    assert [scoring.lens_points("lens-0", s) for s in scoring.strategies] == [27, 9, 0]
    assert [scoring.lens_score("lens-0", s) for s in scoring.strategies] == [75, 25, 0]
    assert {scoring.lens_score("lens-1", s) for s in scoring.strategies} == {Fraction(100, 3)}


def test_an_answer_of_three_picks_is_divided_without_a_rest() -> None:
    """As a pooled one is: two thirds for apple, one for pear."""
    framework = made(strategies=2, questions=(1,), weights=(1,))
    pooled = {"q-0-0": picked("o-apple", "o-apple", "o-pear")}
    found = score(framework, assessment(framework, pooled))
    assert [found.score(s) for s in found.strategies] == [Fraction(200, 3), Fraction(100, 3)]


def test_leaders_are_all_that_have_most(scoring: Scoring) -> None:
    """One leads alone, several lead together, in the framework's order."""
    assert scoring.leaders == ("apple",)
    assert scoring.lens_leaders("lens-0") == ("apple",)
    assert scoring.lens_leaders("lens-1") == ("apple", "pear", "plum")
    assert most(("a", "b", "c"), {"a": 1, "b": 2, "c": 2}) == ("b", "c")


def test_the_best_of_a_question_is_the_most_any_option_gives_anybody() -> None:
    """An option that gives nobody anything is no best; where all do so, the best is nothing."""
    framework = made(strategies=2, questions=(1,), weights=(1,))
    for points, best in ((({}, {"pear": 2}), 2), (({"apple": 1, "pear": 5}, {}), 5), (({}, {}), 0)):
        (_, question), *_ = with_points(framework, *points).strategy_questions
        assert best_points(question) == best


def test_a_rival_that_one_answer_or_the_open_one_brings_level(scoring: Scoring) -> None:
    """Pear is 36 behind: the first answer swings 72, the open one 36."""
    found = challenge(scoring, "apple", "pear")
    assert found == ("pear", 36, (Change("q-0-0", "o-pear"),), Fraction(1), True)


def test_a_rival_that_the_open_answer_alone_leaves_behind(scoring: Scoring) -> None:
    """Plum is 54 behind: the open answer gives it 36, the first answer swings 72."""
    found = challenge(scoring, "apple", "plum")
    assert found == ("plum", 54, (Change("q-0-0", "o-plum"),), Fraction(1), False)


def test_flips_name_the_widest_swings_in_order_and_no_more_than_needed() -> None:
    """Two of three answers for apple must become pear; where swings are alike the first come."""
    framework = made(questions=(2, 1), weights=(2, 1))
    sure = score(framework, assessment(framework, everything(framework, "apple")))
    found = challenge(sure, "apple", "pear")
    assert found.flips == (Change("q-0-0", "o-pear"), Change("q-0-1", "o-pear"))
    assert (found.margin, found.tolerance, found.open) == (108, 1, False)


def test_tolerance_is_the_margin_as_share_of_all_differences() -> None:
    """Twice 36 for apple and once 36 for pear: 36 of 108, so weights may be off by a third."""
    framework = made(questions=(2, 1), weights=(2, 1))
    answers = {**everything(framework, "apple"), "q-1-0": picked("o-pear")}
    found = challenge(score(framework, assessment(framework, answers)), "apple", "pear")
    assert (found.margin, found.tolerance) == (36, Fraction(1, 3))
    assert found.flips == (Change("q-0-0", "o-pear"),)


def test_level_rivals_need_no_change_and_tolerate_nothing() -> None:
    """Where another is level already, or ahead, no answer has to be different."""
    framework = made(questions=(1, 1), weights=(1, 1))
    answers = {"q-0-0": picked("o-apple"), "q-1-0": picked("o-pear")}
    level = score(framework, assessment(framework, answers))
    assert challenge(level, "apple", "pear") == ("pear", 0, (), 0, True)
    assert challenge(level, "plum", "pear") == ("pear", -18, (), 0, True)
    unknown = score(framework, assessment(framework))
    assert challenge(unknown, "apple", "pear") == ("pear", 0, (), 0, True)


def test_a_margin_of_a_single_point_still_has_to_be_closed() -> None:
    """One whole point ahead is ahead: neither open nor flipped without a change."""
    framework = made(strategies=2, questions=(1,), weights=(1,))
    uneven = with_points(framework, {"apple": 2}, {"pear": 1})
    both = score(uneven, assessment(uneven, {"q-0-0": picked("o-apple", "o-pear")}))
    found = challenge(both, "apple", "pear")
    assert (found.margin, found.open) == (1, False)
    assert found.flips == (Change("q-0-0", "o-pear"),)


def test_a_rival_that_no_answer_serves_can_never_draw_level() -> None:
    """Where every option favours the leader there are no flips, not a list that does not do."""
    framework = made(strategies=2, questions=(1,), weights=(1,))
    onesided = with_points(framework, {"apple": 3}, {"apple": 2, "pear": 1})
    found = score(onesided, assessment(onesided, {"q-0-0": picked("o-apple")}))
    assert challenge(found, "apple", "pear").flips is None


@pytest.mark.parametrize(
    ("margin", "swings", "count"),
    [
        (0, [], 0),
        (-1, [5], 0),
        (1, [], None),
        (1, [1], 1),
        (4, [1, 3, 2], 2),
        (5, [1, 3, 2], 2),
        (6, [1, 3, 2], 3),
        (7, [1, 3, 2], None),
    ],
)
def test_the_widest_swings_cover_a_margin_first(
    margin: int, swings: list[int], count: int | None
) -> None:
    """Counted are the fewest; a margin that all together leave by one point is not covered."""
    assert fewest_swings(margin, swings) == count


def test_lens_shares_of_the_worked_example(scoring: Scoring) -> None:
    """Apple leads alone unless all weight lies on the lens that nobody answered."""
    assert lens_shares(scoring, 4) == {"apple": Fraction(4, 5), "pear": 0, "plum": 0}


def test_without_a_lens_nobody_has_a_share() -> None:
    """Where no question applies there is no weighting to lead in."""
    framework = made(questions=(1, 1))
    answers = {q.id: picked(NOT_APPLICABLE) for _, q in framework.strategy_questions}
    none = score(framework, assessment(framework, answers))
    assert lens_shares(none, 4) == {"apple": 0, "pear": 0, "plum": 0}


def test_divisions_come_in_order() -> None:
    """Every way to divide two over two, from all on the last to all on the first."""
    assert list(divisions(2, 2)) == [(0, 2), (1, 1), (2, 0)]
    assert list(divisions(2, 1)) == [(2,)]
    assert list(divisions(2, 0)) == []


@pytest.fixture
def plain() -> Framework:
    return made(strategies=3, questions=(1,), weights=(1,))


def test_a_step_says_what_makes_it_weigh(plain: Framework) -> None:
    """Affinity 8, one point by a tension half right, level 1: importance 9 and opportunity 15.5."""
    answers = {"p-old-new": picked("4"), "l-step-0": picked("1")}
    first, second, _ = steps(plain, levels(plain, assessment(plain, answers)), "apple")
    assert first == (
        "step-0",
        9,
        Fraction(5, 2),
        Fraction(31, 2),
        "extreme",
        True,
        (
            Reason("affinity", "apple", Fraction(8)),
            Reason("tension", "old-new", Fraction(1)),
            Reason("satisfaction", "step-0", Fraction(5, 2)),
        ),
    )
    reasons = (Reason("affinity", "apple", Fraction(4)),)
    assert second == ("step-1", 4, None, None, "unknown", False, reasons)


def test_a_trait_says_what_makes_it_weigh(plain: Framework) -> None:
    """Affinity 8 at level 1 is an opportunity of 13.5; a trait without a known level only 4."""
    found = traits(plain, levels(plain, assessment(plain, {"l-trait-0": picked("1")})), "apple")
    reasons = (
        Reason("affinity", "apple", Fraction(8)),
        Reason("satisfaction", "trait-0", Fraction(5, 2)),
    )
    assert found == (
        ("trait-0", 8, Fraction(5, 2), Fraction(27, 2), "high", True, reasons),
        ("trait-1", 4, None, None, "unknown", False, (Reason("affinity", "apple", Fraction(4)),)),
    )


@pytest.mark.parametrize(
    ("limits", "name"),
    [((13, 12, 10), "extreme"), ((14, 13, 10), "high"), ((15, 14, 13), "attention"),
     ((16, 15, 14), "served")],
)  # fmt: skip
def test_an_opportunity_at_a_limit_is_in_the_band_above(
    plain: Framework, limits: tuple[int, int, int], name: str
) -> None:
    """Importance 9 and level 2 make exactly 13, whose band the framework's limits decide."""
    bands = plain.limits.bands._replace(
        **dict(zip(("extreme", "high", "attention"), limits, strict=True))
    )
    limited = plain._replace(limits=plain.limits._replace(bands=bands))
    answers = {"p-old-new": picked("4"), "l-step-0": picked("2")}
    first, *_ = steps(limited, levels(limited, assessment(limited, answers)), "apple")
    assert (first.opportunity, first.band) == (13, name)


def test_what_no_question_measures_is_unknown(plain: Framework) -> None:
    """A framework may name steps, traits and tensions that it does not ask about."""
    silent = plain._replace(questions=tuple(q for q in plain.questions if q.options))
    measured = levels(silent, assessment(silent))
    for found in (steps(silent, measured, "apple"), traits(silent, measured, "apple")):
        assert [e.importance for e in found] == [8, 4, 4][: len(found)]
        assert {e.band for e in found} == {"unknown"}


def test_a_step_that_a_strategy_has_no_affinity_with_weighs_nothing(plain: Framework) -> None:
    """No affinity named is none: importance 0, and that is said as a reason."""
    bare = plain._replace(steps=tuple(s._replace(affinities=()) for s in plain.steps))
    first, *_ = steps(bare, levels(bare, assessment(bare)), "apple")
    assert (first.importance, first.reasons) == (0, (Reason("affinity", "apple", Fraction(0)),))


def test_claims_are_the_opportunity_or_the_importance_where_it_is_unknown() -> None:
    """A step that does not exist claims nothing, however important it would be."""
    assert weighed("a", 8).claim == 8
    assert weighed("a", 8, 3, opportunity=Fraction(13)).claim == 13
    assert weighed("a", 8, band="not-applicable").claim == 0


@pytest.mark.parametrize(
    ("claims", "count", "marked"),
    [
        ((9, 7, 5), 1, "a"),
        ((9, 7, 5), 2, "ab"),
        ((9, 7, 5), 3, "ab"),
        ((9, 7, 5), 7, "ab"),
        ((5, 7, 9), 1, "c"),
        ((9, 9, 5), 1, "ab"),
        ((9, 7, 7, 5), 2, "abc"),
        ((9, 7, 7), 2, "a"),
        ((7, 7, 7), 1, ""),
        ((7, 7, 7), 3, ""),
        ((1, 0, 0), 2, "a"),
        ((0, 0), 2, ""),
        ((7,), 1, "a"),
        ((), 1, ""),
    ],
)
def test_emphasis_takes_ties_along_and_never_the_lowest_of_several(
    claims: tuple[int, ...], count: int, marked: str
) -> None:
    """The asked number of steps with all level with the last of them; what weighs nothing never."""
    found = emphasised([weighed(id, n) for id, n in zip("abcd", claims, strict=False)], count)
    assert "".join(e.id for e in found if e.emphasise) == marked
    assert all(e.emphasise in (True, False) for e in found)


def test_only_what_falls_short_is_emphasised() -> None:
    """Satisfied as far as it matters gains nothing, however important; not applicable neither."""
    rows = [
        weighed("over", 9, 10, opportunity=Fraction(9)),
        weighed("just", 9, 9, opportunity=Fraction(9)),
        weighed("gone", 9, band="not-applicable"),
        weighed("short", 4, 3, opportunity=Fraction(5)),
        weighed("less", 3, 2, opportunity=Fraction(4)),
    ]
    assert [e.id for e in emphasised(rows, 1) if e.emphasise] == ["short"]
    assert [e.id for e in emphasised(rows, 5) if e.emphasise] == ["short", "less"]
    for alone in (weighed("gone", 9, band="not-applicable"), weighed("nothing", 0)):
        assert emphasised([alone], 1) == (alone,)


def test_a_journey_that_is_satisfied_throughout_has_no_emphasis(plain: Framework) -> None:
    """Every step and trait at its full level: nothing asks for more weight."""
    answers = {q.id: picked("4") for q in plain.questions if q.measures and not q.options}
    measured = levels(plain, assessment(plain, answers))
    for found in (steps(plain, measured, "apple"), traits(plain, measured, "apple")):
        assert [e.emphasise for e in found] == [False] * len(found)
    gone = {q: picked(NOT_APPLICABLE) for q in answers}
    found = steps(plain, levels(plain, assessment(plain, gone)), "apple")
    assert [e.emphasise for e in found] == [False] * 3


def test_shared_journeys_take_the_least_importance_and_common_emphasis() -> None:
    """Importance alone decides; where it is the same, the first journey is shown."""
    one = [weighed("a", 8, 0, emphasise=True), weighed("b", 3, 9, emphasise=True)]
    other = [weighed("a", 5, 5, emphasise=True), weighed("b", 6, 2)]
    least = (weighed("a", 5, 5, emphasise=True), weighed("b", 3, 9))
    assert shared([one, other]) == shared([other, one]) == least
    assert shared([one]) == tuple(one)
    level = [weighed("a", 8, 9, band="served"), weighed("b", 3, 9)]
    assert [e.satisfaction for e in shared([one, level])] == [0, 9]
    assert [e.satisfaction for e in shared([level, one])] == [9, 9]


def test_journeys_over_different_steps_are_not_cut_to_the_shorter() -> None:
    """Sharing what does not match is refused rather than silently losing steps."""
    with pytest.raises(ValueError, match="shorter"):
        shared([[weighed("a", 8), weighed("b", 3)], [weighed("a", 5)]])


def two_disciplines(plain: Framework, *more: str) -> Framework:
    """The first two steps in one discipline, the third in another, and none in any `more`."""
    first, second, third = plain.steps
    (all_,) = plain.disciplines
    return plain._replace(
        disciplines=tuple(all_._replace(id=id) for id in ("early", "late", *more)),
        steps=(
            first._replace(discipline="early"),
            second._replace(discipline="early"),
            third._replace(discipline="late"),
        ),
    )


def test_means_and_emphasis_of_disciplines(plain: Framework) -> None:
    """Means of the steps that are known; emphasised is the discipline that claims most."""
    framework = two_disciplines(plain)
    journey = [weighed("step-0", 8, 5), weighed("step-1", 5), weighed("step-2", 6, 1)]
    assert disciplines(framework, journey) == (
        ("early", Fraction(13, 2), 5, 8, True),
        ("late", 6, 1, 6, False),
    )
    journey[2] = weighed("step-2", 7)
    assert disciplines(framework, journey) == (
        ("early", Fraction(13, 2), 5, 8, False),
        ("late", 7, None, None, True),
    )


def test_disciplines_that_claim_alike_are_none_emphasised(plain: Framework) -> None:
    """Where nothing stands out nothing is marked; of three, two level at the top both are."""
    journey = [weighed("step-0", 8), weighed("step-1", 4), weighed("step-2", 6)]
    alike = disciplines(two_disciplines(plain), journey)
    assert [d.emphasise for d in alike] == [False, False]
    third = disciplines(two_disciplines(plain, "empty"), journey)
    assert [d.emphasise for d in third] == [True, True, False]


def test_a_discipline_without_steps_that_apply_weighs_nothing(plain: Framework) -> None:
    """Steps that do not exist at a company are in no mean, and none at all is no claim."""
    framework = two_disciplines(plain)
    gone = {"band": "not-applicable"}
    journey = [weighed("step-0", 0), weighed("step-1", 9, **gone), weighed("step-2", 6, **gone)]
    assert disciplines(framework, journey) == (
        ("early", 0, None, None, False),
        ("late", 0, None, None, False),
    )
    journey[1] = weighed("step-1", 1)
    assert [d.emphasise for d in disciplines(framework, journey)] == [True, False]
    assert disciplines(framework._replace(disciplines=()), journey) == ()


def test_the_mean_of_nothing_is_nothing() -> None:
    """A mean is exact, and there is none where there is no value."""
    assert mean([Fraction(1), Fraction(2)]) == Fraction(3, 2)
    assert mean([]) is None
