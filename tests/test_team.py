"""A team is the mean of its respondents, and hides nothing of how far they are apart."""

import json
from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, everything, made, picked
from test_schemas import validator

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, Assessment, Profile
from cd360_cli.consensus import consensus
from cd360_cli.framework import Framework, Question
from cd360_cli.framework_file import Loaded
from cd360_cli.pool import pooled
from cd360_cli.recommendation import Recommendation, recommend
from cd360_cli.render import team_json
from cd360_cli.scoring import score
from cd360_cli.team import Team, nameless, team

ROLES = ("board", "sales", "Sales ", "")


def drawn(seed: int) -> tuple[Framework, list[Assessment]]:
    """A small framework with two to four who answered it, one as sparsely as another fully.

    From a seed: hypothesis would take longer to draw so many answers than all else takes.
    """
    random = Random(seed)
    strategies = random.randint(2, 4)
    framework = made(
        strategies=strategies,
        questions=(random.randint(1, 3), random.randint(1, 2)),
        weights=(random.randint(1, 3), random.randint(1, 3)),
        neighbour=random.randint(0, 1) if strategies > 2 else 0,
    )
    people = []
    for n in range(random.randint(2, 4)):
        silent = random.choice((0.1, 0.4))
        answers = {
            question.id: answered(question, random)
            if random.random() > silent
            else picked(random.choice((DONT_KNOW, NOT_APPLICABLE)))
            for question in framework.questions
            if random.random() > silent / 2
        }
        people.append(respondent(framework, f"Name-{n}", random.choice(ROLES), answers))
    return framework, people


def answered(question: Question, random: Random) -> Answer:
    """One choice; now and then two options."""
    both = bool(question.options) and random.random() < 0.3
    return Answer(tuple(random.sample(list(question.choices), 2 if both else 1)))


teams = st.integers(0, 2**32).map(drawn)


def respondent(
    framework: Framework, name: str, role: str, answers: dict[str, Answer]
) -> Assessment:
    return assessment(framework, answers)._replace(respondent=name, role=role)


def found_by(result: Recommendation) -> tuple[object, ...]:
    """All of a recommendation but the answers as they are written."""
    bare = [c._replace(answer=None) for c in result.contributions]
    return result._replace(assessment=None, contributions=tuple(bare), contradictions=())  # type: ignore[arg-type]


# -- pooling


@settings(max_examples=15)
@given(teams, st.integers(1, 4))
def test_a_team_that_agrees_is_each_of_its_respondents(
    made_team: tuple[Framework, list[Assessment]], count: int
) -> None:
    """The same answers one to four times give the recommendation of one, to every point."""
    framework, (one, *_) = made_team
    together = pooled(framework, [one] * count)
    assert {q: set(a.picks) for q, a in together.answers.items()} == {
        q: set(a.picks) for q, a in one.answers.items()
    }
    assert found_by(recommend(framework, together)) == found_by(recommend(framework, one))


@settings(max_examples=15)
@given(teams)
def test_where_all_answer_everything_the_score_is_the_mean_of_the_scores(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """Of every strategy, exactly, in the whole and in every lens."""
    framework, sparse = made_team
    first = {q.id: picked(next(iter(q.choices))) for q in framework.questions}
    people = [
        p._replace(answers=first | {q: a for q, a in p.answers.items() if a.known}) for p in sparse
    ]
    together = score(framework, pooled(framework, people))
    own = [score(framework, person) for person in people]
    for strategy in together.strategies:
        assert together.score(strategy) == sum(s.score(strategy) for s in own) / len(own)
        for lens in together.lenses:
            mean = sum(s.lens_score(lens, strategy) for s in own) / len(own)
            assert together.lens_score(lens, strategy) == mean


@settings(max_examples=15)
@given(teams)
def test_a_question_is_worth_the_mean_of_those_who_answered_it(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """Unknown only where nobody knows, out only where all who were asked say it does not apply."""
    framework, people = made_team
    together = pooled(framework, people)
    contributions = {c.question: c for c in score(framework, together).contributions}
    for _, question in framework.strategy_questions:
        given_answers = [a for p in people if (a := p.answers.get(question.id))]
        known = [a for a in given_answers if a.known]
        contribution = contributions.get(question.id)
        if known:
            assert contribution is not None
            for strategy in contribution.points:
                each = [
                    Fraction(sum(contribution.options[p][strategy] for p in a.picks), len(a.picks))
                    for a in known
                ]
                assert contribution.points[strategy] == sum(each) / len(known)
        elif any(a.applies for a in given_answers) or not given_answers:
            assert contribution is not None
            assert not contribution.known
        else:
            assert contribution is None


@settings(max_examples=15)
@given(teams)
def test_a_level_is_the_mean_of_those_who_answered_it(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """Ladders and spectra of the pooled answers are means over people."""
    framework, people = made_team
    together = pooled(framework, people)
    for question in framework.questions:
        answers = [p.answers.get(question.id) for p in people]
        numbers = [int(a.picks[0]) for a in answers if a and a.known and not question.options]
        if numbers:
            mean = Fraction(sum(numbers), len(numbers))
            assert together.answers[question.id].number == mean


def test_a_respondent_who_does_not_know_dilutes_nothing() -> None:
    """Where the mean of scores would pull the team to the middle, pooling leaves it out."""
    framework = made(questions=(3, 3))
    knows = assessment(framework, everything(framework, "apple"))
    partly = knows._replace(answers={**everything(framework, "apple"), "q-0-0": picked(DONT_KNOW)})
    together = score(framework, pooled(framework, [knows, partly]))
    assert together.score("apple") == 100
    assert score(framework, partly).score("apple") < 100


def test_what_is_no_answer_is_pooled_only_where_all_say_the_same() -> None:
    """Company by its commonest spelling, the latest date, revenue and language where undisputed."""
    framework = made()
    one = assessment(framework)._replace(language="nl", profile=Profile(5), respondent="A")
    other = one._replace(company="ACME", date="2026-12-01", role="CFO")
    found = pooled(framework, [one, other, one])
    assert (found.company, found.date, found.respondent, found.role) == (
        "Acme", "2026-12-01", "", "",
    )  # fmt: skip
    assert (found.language, found.profile) == ("nl", Profile(5))
    disputed = pooled(framework, [one, other._replace(language="en", profile=Profile(6))])
    assert (disputed.language, disputed.profile) == ("", Profile())


# -- the team


@settings(max_examples=15)
@given(teams, st.integers())
def test_the_order_of_the_files_changes_nothing(
    made_team: tuple[Framework, list[Assessment]], seed: int
) -> None:
    """Whoever is read first, the result is the same, record by record."""
    framework, people = made_team
    mixed = Random(seed).sample(people, len(people))
    assert team(framework, mixed) == team(framework, people)


@settings(max_examples=15)
@given(teams)
def test_an_absence_is_the_team_of_the_others(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """Who comes first without somebody is who comes first where their file is not there."""
    framework, people = made_team
    found = team(framework, people)
    for absence in found.absences:
        gone = found.respondents[absence.respondent].name
        others = team(framework, [p for p in people if p.respondent != gone])
        assert absence.verdict == others.result.verdict
        left = () if absence.verdict == "insufficient" else others.result.leaders
        assert absence.leaders == left
        assert absence.overturns == (left not in ((), found.result.leaders))
    assert len(found.absences) == sum(r.counted for r in found.respondents)


@settings(max_examples=15)
@given(teams)
def test_who_answered_too_little_counts_for_the_journey_only(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """Their strategy answers change nothing, their levels do count."""
    framework, people = made_team
    found = team(framework, people)
    by_name = {r.name: r for r in found.respondents}
    strategy = {q.id for _, q in framework.strategy_questions}
    for person in people:
        out = recommend(framework, person).verdict == "insufficient"
        assert by_name[person.respondent].counted is not out
    without = [
        p
        if by_name[p.respondent].counted
        else p._replace(answers={q: a for q, a in p.answers.items() if q not in strategy})
        for p in people
    ]
    assert found_by(found.result) == found_by(recommend(framework, pooled(framework, without)))
    assert found.consensus == consensus(framework, without)
    for spread in found.strategies:
        assert (spread.team is None) == (not any(r.counted for r in found.respondents))
        for place in spread.places:
            counted = found.respondents[place.respondent].counted
            assert (place.value is not None) == counted


@settings(max_examples=15)
@given(teams)
def test_places_are_what_each_would_get_alone(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """The spread of a strategy or step is that of the respondents' own results."""
    framework, people = made_team
    found = team(framework, people)
    own = {p.respondent: recommend(framework, p) for p in people}
    for spread in found.strategies:
        for place in spread.places:
            person = found.respondents[place.respondent]
            alone = next(s for s in own[person.name].strategies if s.id == spread.id)
            assert place.value == (alone.score if person.counted else None)
    for spread in found.steps:
        for place in spread.places:
            alone = own[found.respondents[place.respondent].name]
            satisfaction = next(e for e in alone.journey if e.id == spread.id).satisfaction
            expected = None if satisfaction is None else satisfaction / Fraction(5, 2)
            assert place.value == expected
        values = [p.value for p in spread.places if p.value is not None]
        assert (spread.low, spread.high) == (min(values, default=None), max(values, default=None))


# -- what to talk about


@settings(max_examples=15)
@given(teams)
def test_a_margin_is_what_one_answer_of_the_whole_team_would_make_it(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """Lowest and highest, by giving every respondent each of the answers and scoring anew."""
    framework, people = made_team
    found = team(framework, people)
    counted = {r.name for r in found.respondents if r.counted}
    heard = [p for p in people if p.respondent in counted]
    for topic in found.topics:
        if topic.margin is None:
            assert topic.effect == topic.weight == 0
            continue
        leader, rival = topic.margin.leader, topic.margin.rival
        margins = []
        for said in topic.said:
            if said.picks not in ((DONT_KNOW,), (NOT_APPLICABLE,)):
                changed = [p.with_answer(topic.question, Answer(said.picks)) for p in heard]
                scoring = score(framework, pooled(framework, changed))
                margins.append(scoring.score(leader) - scoring.score(rival))
        assert (topic.margin.low, topic.margin.high) == (min(margins), max(margins))
        now = {s.id: s.score for s in found.result.strategies}
        assert topic.margin.now == now[leader] - now[rival] >= 0
        assert leader in found.result.leaders
        assert now[rival] == max(s for id, s in now.items() if id != leader)


@settings(max_examples=15)
@given(teams)
def test_topics_are_all_questions_on_which_two_differ_the_weightiest_first(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """Disagreement is the share of pairs that differ, for levels the levels between them."""
    framework, people = made_team
    found = team(framework, people)
    expected, compared = {}, 0
    for question in framework.questions:
        answers = [p.answers.get(question.id) for p in people]
        known = [a.picks for a in answers if a and a.known]
        pairs = list(combinations(known, 2))
        if question.options:
            apart = [1 - Fraction(len({*a} & {*b}), max(len(a), len(b))) for a, b in pairs]
        else:
            apart = [Fraction(abs(int(a[0]) - int(b[0])), 4) for a, b in pairs]
        compared += bool(pairs)
        if any(apart):
            expected[question.id] = sum(apart) / len(pairs)
    assert found.compared == compared
    assert {t.question: t.disagreement for t in found.topics} == expected
    weights = [(t.weight, t.disagreement) for t in found.topics]
    assert weights == sorted(weights, reverse=True)
    for topic in found.topics:
        who = [n for said in topic.said for n in said.respondents]
        assert len(who) == len(set(who)) == sum(said.people for said in topic.said)


def test_the_first_question_is_the_one_that_decides(framework: Framework) -> None:
    """Much disagreement on a level weighs less than some on who leads."""
    board = everything(framework, "customer-intimacy")
    plant = {**board, "tie-breaker": picked("low-cost"), "use-level": picked("4")}
    people = [
        respondent(framework, "A", "board", {**board, "use-level": picked("0")}),
        respondent(framework, "B", "plant", plant),
    ]
    found = team(framework, people)
    assert [t.question for t in found.topics] == ["tie-breaker", "use-level"]
    first, second = found.topics
    # One of eight practice questions, a lens of 2 in 5: five points to either side.
    assert (first.disagreement, first.effect, first.weight) == (1, 10, 10)
    assert (second.disagreement, second.margin) == (1, None)
    assert [said.picks for said in first.said] == [("customer-fit",), ("low-cost",)]


def test_agreement_is_by_the_strategies_that_options_favour(framework: Framework) -> None:
    """Not by options, of which no two questions have one in common."""
    strategies = [s.id for s in framework.strategies]
    loyal = [assessment(framework, everything(framework, strategies[0])) for _ in range(2)]
    assert consensus(framework, loyal).strategies is None
    opposed = [assessment(framework, everything(framework, s)) for s in strategies[:2]]
    # All 18 pairs differ, where by chance 18 of 35 would.
    assert consensus(framework, opposed).strategies == 1 - Fraction(35, 18)
    # Rank sums 6, 6, 4 and 4, with three level at the end of either order.
    assert consensus(framework, opposed).order == Fraction(1, 3)


def test_a_team_of_one_mind_shares_its_answers_though_alpha_is_low(framework: Framework) -> None:
    """Where 15 of 18 answers are the same, nobody should read that they agree by chance."""
    answers = everything(framework, "product-leadership")
    other = everything(framework, "customer-intimacy")
    near = answers | {question: other[question] for question in list(answers)[:3]}
    found = consensus(framework, [assessment(framework, a) for a in (answers, near)])
    assert found.same == Fraction(15, 18)
    assert found.strategies is not None
    assert found.strategies < 0
    half = answers | {"tie-breaker": picked("next-advance", "low-cost")}
    both = consensus(framework, [assessment(framework, a) for a in (answers, half)])
    assert both.same == Fraction(35, 36)


# -- roles and anonymity


def test_roles_differ_neither_by_capitals_nor_by_spaces() -> None:
    """Who has no role belongs to none; a role of one agrees with nobody."""
    framework = made()
    apple, pear = everything(framework, "apple"), everything(framework, "pear")
    people = [
        respondent(framework, "A", "sales", apple),
        respondent(framework, "B", "Sales ", pear),
        respondent(framework, "C", "sales", apple),
        respondent(framework, "D", "board", pear),
        respondent(framework, "E", "", pear),
    ]
    board, sales = team(framework, people).roles
    assert (board.role, sales.role) == ("board", "sales")
    assert (len(board.respondents), len(sales.respondents)) == (1, 3)
    assert (board.leaders, sales.leaders) == (("pear",), ("apple",))
    assert set(board.consensus) == {None}
    assert sales.consensus == consensus(framework, [people[0], people[1], people[2]])


@settings(max_examples=15)
@given(teams)
def test_an_anonymous_team_names_nobody_and_follows_nobody(
    made_team: tuple[Framework, list[Assessment]],
) -> None:
    """No name, no role, no number by which one person's answers could be put together."""
    framework, people = made_team
    named = team(framework, people)
    hidden = nameless(named)
    assert (hidden.result, hidden.consensus) == (named.result, named.consensus)
    assert all(r.name == r.role == "" for r in hidden.respondents)
    assert hidden.roles == ()
    assert all(a.respondent is None for a in hidden.absences)
    assert all(not said.respondents for topic in hidden.topics for said in topic.said)
    for before, after in zip(
        (*named.strategies, *named.steps), (*hidden.strategies, *hidden.steps), strict=True
    ):
        values = [p.value for p in after.places]
        known = [v for v in values if v is not None]
        assert values == sorted(known) + [None] * (len(values) - len(known))
        assert (after.low, after.high, after.width) == (before.low, before.high, before.width)
        assert all(p.respondent is None for p in after.places)
    document = json.dumps(plain(framework, hidden))
    assert not any(word in document for word in ("Name-", "board", "sales", "Sales"))


def plain(framework: Framework, found: Team) -> dict[str, object]:
    return team_json.plain(found, Loaded(framework, "made", "0" * 64), "en")


OF_TEAMS, OF_RESULTS = validator("team"), validator("recommendation")


@settings(max_examples=8)
@given(teams, st.booleans())
def test_every_team_fits_the_schema_of_teams(
    made_team: tuple[Framework, list[Assessment]], anonymous: bool
) -> None:
    """Whatever is answered, a script can rely on the published form, and so on its parts."""
    framework, people = made_team
    found = team(framework, people)
    document = json.loads(json.dumps(plain(framework, nameless(found) if anonymous else found)))
    assert list(OF_TEAMS.iter_errors(document)) == []
    assert document["talk_first"] == [topic.question for topic in found.topics[:3]]
    assert list(OF_RESULTS.iter_errors(document["recommendation"])) == []
