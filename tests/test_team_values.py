"""Worked numbers on small teams: figures of agreement, places and topics, from pen and paper."""

from fractions import Fraction

import pytest
from made import assessment, made, picked

from cd360_cli.agreement import alpha, ordinal
from cd360_cli.assessment import DONT_KNOW, FORMAT, NOT_APPLICABLE, Answer, Assessment
from cd360_cli.consensus import consensus, consensus_of
from cd360_cli.discussion import Margin, Said, topics
from cd360_cli.framework import Framework
from cd360_cli.pool import commonest, folded, pooled
from cd360_cli.scoring import score
from cd360_cli.spread import Place, of_steps, of_strategies


@pytest.fixture
def framework() -> Framework:
    """Two lenses of two questions and one, four strategies."""
    return made(strategies=4, questions=(2, 1), weights=(2, 1))


def people(framework: Framework, **answers: tuple[str, ...]) -> list[Assessment]:
    """By question (`_` for `-`) what each says; two options joined by `+`, nothing as ``."""
    count = max(map(len, answers.values()))
    given: list[dict[str, Answer]] = [{} for _ in range(count)]
    for question, said in answers.items():
        for own, cell in zip(given, said, strict=True):
            own |= {question.replace("_", "-"): picked(*cell.split("+"))} if cell else {}
    return [assessment(framework, own) for own in given]


def test_a_pooled_assessment_says_what_format_and_framework_it_is_of(framework: Framework) -> None:
    """So that it can stand wherever an assessment may."""
    one = assessment(framework)
    found = pooled(framework, [one, one])
    assert (found.cd360, found.framework) == (FORMAT, one.framework)


def test_names_are_folded_to_letters_without_spaces() -> None:
    """The same name, however it is typed; of spellings used as often the first by alphabet."""
    assert folded(" Sales  Team ") == folded("SALESTEAM") == "salesteam"
    assert commonest(["b", "a", "b", "c"]) == "b"
    assert commonest(["c", "b"]) == "b"


def test_levels_and_positions_agree_each_on_their_own_scale(framework: Framework) -> None:
    """Two ladders that people see alike, and two spectra on which they are at odds."""
    second = next(q for q in framework.questions if q.id == "p-old-new")._replace(id="p-more")
    asked = framework._replace(questions=(*framework.questions, second))
    heard = people(
        asked,
        l_step_0=("0", "0", "1"),
        l_trait_0=("4", "4", ""),
        p_old_new=("1", "5", DONT_KNOW),
        p_more=("5", "1", ""),
    )
    found = consensus(asked, heard)
    # Of five ranks 0 stands at 1, 1 at 2.5 and 4 at 4: 2.25 apart, where by chance 11.25.
    assert found.levels == alpha([[0, 0, 1], [4, 4]], ordinal) == Fraction(4, 5)
    # Both pairs are as far apart as can be: 2 of 2, where by chance 4 of 6 would.
    assert found.positions == Fraction(-1, 2)
    assert (found.same, found.strategies, found.order) == (None, None, None)


def test_answers_to_some_questions_are_compared_without_the_others(framework: Framework) -> None:
    """A table of answers may have columns for a few questions only."""
    given = {"l-step-0": {("1",): 2}, "l-step-1": {("3",): 1, ("4",): 1}, "q-0-0": {("o-pear",): 2}}
    found = consensus_of(framework, given)
    assert found.levels == alpha([[1, 1], [3, 4]], ordinal)
    assert (found.same, found.strategies, found.positions) == (1, None, None)


def test_two_options_in_either_order_are_one_answer(framework: Framework) -> None:
    """Whoever names them: three of four agree on the first question, all on the second."""
    either = ("o-pear+o-plum", "o-plum+o-pear", "o-plum+o-pear", "o-apple")
    alike = ("o-pear+o-plum",) * 3 + ("o-apple",)
    found = [
        consensus(framework, people(framework, q_0_0=said, q_0_1=("o-apple",) * 4))
        for said in (either, alike)
    ]
    assert found[0].strategies == found[1].strategies == Fraction(8, 15)
    assert found[0].same == found[1].same == Fraction(9, 12)


def test_places_are_those_of_the_team_and_of_each(framework: Framework) -> None:
    """A level of 0 and one of 3 make 1.5; a step that no question measures is unknown."""
    heard = people(framework, l_step_0=("0", "3"), l_step_1=("4", ""))
    silent = framework._replace(
        questions=tuple(q for q in framework.questions if q.id != "l-step-2")
    )
    first, second, third, _ = of_steps(silent, pooled(silent, heard), heard)
    assert first == ("step-0", Fraction(3, 2), (Place(0, Fraction(0)), Place(1, Fraction(3))))
    assert (first.low, first.high, first.width) == (0, 3, 3)
    assert second == ("step-1", 4, (Place(0, Fraction(4)), Place(1, None)))
    assert (second.low, second.high, second.width) == (4, 4, 0)
    assert third == ("step-2", None, (Place(0, None), Place(1, None)))
    assert (third.low, third.high, third.width) == (None, None, 0)
    back = of_steps(silent, pooled(silent, heard[::-1]), heard[::-1])
    assert [spread.known for spread in back] == [[0, 3], [4], [], []]
    assert next(iter(of_steps(silent, heard[1], heard[::-1]))).nameless() == (
        "step-0",
        3,
        (Place(None, Fraction(0)), Place(None, Fraction(3))),
    )
    assert second.nameless().places == (Place(None, Fraction(4)), Place(None, None))


def test_where_nobody_counts_no_strategy_has_a_place(framework: Framework) -> None:
    """No answers at all would score like a tie, and a tie is a finding."""
    (one,) = people(framework, q_0_0=("o-pear",))
    scoring = score(framework, one)
    assert [s.team for s in of_strategies(scoring, [None, None])] == [None] * 4
    assert [s.team for s in of_strategies(scoring, [None, scoring])] == [
        scoring.score(s) for s in scoring.strategies
    ]


def test_what_was_said_stands_in_the_order_of_the_choices(framework: Framework) -> None:
    """Not of the alphabet, nor of who says it; who does not know stands last."""
    said = (DONT_KNOW, "o-cherry", "o-cherry+o-pear", "o-pear", "", "o-cherry", NOT_APPLICABLE)
    heard = people(framework, q_0_0=said)
    (topic,) = topics(framework, None, heard)
    assert topic.said == (
        Said(("o-pear",), (3,), 1),
        Said(("o-pear", "o-cherry"), (2,), 1),
        Said(("o-cherry",), (1, 5), 2),
        Said((DONT_KNOW,), (0,), 1),
        Said((NOT_APPLICABLE,), (6,), 1),
    )
    # Of six pairs one agrees, three share a half, and two nothing.
    assert topic.disagreement == Fraction(7, 12)
    assert (topic.effect, topic.weight) == (0, 0)


def test_a_margin_is_that_of_the_two_whom_the_answers_move_most(framework: Framework) -> None:
    """Apple, pear and plum are level; between pear and plum the second question decides most."""
    heard = people(
        framework,
        q_0_0=("o-apple", "o-apple"),
        q_0_1=("o-pear", "o-plum"),
        q_1_0=("o-pear+o-plum", "o-pear+o-plum"),
    )
    scoring = score(framework, pooled(framework, heard))
    # Apple has 1/3 of all points; pear and plum have 1/6 each, and 1/6 each.
    assert scoring.leaders == ("apple", "pear", "plum")
    (topic,) = topics(framework, scoring, heard)
    third = Fraction(100, 3)
    assert topic.margin == Margin("pear", "plum", Fraction(0), -third, third)
    assert topic.margin.turns
    assert (topic.disagreement, topic.effect, topic.weight) == (1, 2 * third, 2 * third)


@pytest.mark.parametrize(
    ("low", "high", "turns"), [(-1, 1, True), (0, 1, True), (-1, 0, True), (1, 2, False)]
)
def test_a_question_decides_where_its_answers_bring_two_level(
    low: int, high: int, turns: bool
) -> None:
    """Level at worst or at best is level."""
    margin = Margin("apple", "pear", Fraction(1), Fraction(low), Fraction(high))
    assert margin.turns is turns


def test_a_question_that_weighs_nothing_moves_no_margin() -> None:
    """Where only a lens without weight applies there are no points to be ahead by."""
    framework = made(strategies=3, questions=(1, 1), weights=(1, 0))
    heard = people(framework, q_0_0=(NOT_APPLICABLE, NOT_APPLICABLE), q_1_0=("o-apple", "o-pear"))
    (topic,) = topics(framework, score(framework, pooled(framework, heard)), heard)
    assert topic.margin == Margin("apple", "pear", Fraction(0), Fraction(0), Fraction(0))
