"""The sentences about a team, the same on a screen and on a page."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE
from cd360_cli.consensus import Consensus
from cd360_cli.discussion import FIRST, Margin, Topic
from cd360_cli.discussion import Said as Answered
from cd360_cli.framework import Question
from cd360_cli.render import sentences, team_names
from cd360_cli.render.names import UNKNOWN, Names
from cd360_cli.shape import Text
from cd360_cli.spread import Spread
from cd360_cli.team import Absence, Team
from cd360_cli.texts import team as say
from cd360_cli.texts.wording import inner, listed, number, opening, percent, visible

NONE = "-"

ALIKE = 1
"""Levels by which respondents may differ on a step of which there is nothing to say."""


class Told(NamedTuple):
    """A team with what to speak of it with: the names of its result and of its respondents."""

    of: Names
    found: Team
    people: team_names.Names


class ToDiscuss(NamedTuple):
    """A question to talk about: what was answered by whom, and what hangs on it."""

    ask: str
    said: tuple[str, ...]
    why: str


def period(told: Told) -> str:
    """From which date to which."""
    first, last = told.found.dates
    return first if first == last else told.of.say(say.PERIOD, first=first, last=last)


def evidence(told: Told) -> Iterator[str]:
    """How sure the verdict is and on how many it rests, or why there is none."""
    counted, people = _counted(told), len(told.found.respondents)
    if not counted:
        yield _too_little(told)
        return
    yield from sentences.evidence(told.of, say.FLIPS, say.FLIPS)
    if counted < people:
        yield told.of.say(say.RESTS, n=counted, all=people)


def left_out(told: Told) -> str:
    """Who does not count for the strategies.

    Nothing where everybody does, and where nobody does: then the evidence says it.
    """
    return _too_little(told) if 0 < _counted(told) < len(told.found.respondents) else ""


def _counted(told: Told) -> int:
    return sum(r.counted for r in told.found.respondents)


def _too_little(told: Told) -> str:
    """How many strategy questions each of those who do not count answered."""
    of, framework = told.of, told.of.framework
    out = {n: r.answered for n, r in enumerate(told.found.respondents) if not r.counted}
    if told.found.anonymous:
        numbers = listed([str(answered) for answered in sorted(out.values())], of.language)
        who = of.say(say.OUT_ANONYMOUS, some=told.people.all_of([*out]), numbers=numbers)
    else:
        texts = [say.OUT_FIRST, *[say.OUT_NEXT] * (len(out) - 1)]
        said = [
            of.say(text, name=told.people.all_of([n]), n=answered)
            for text, (n, answered) in zip(texts, out.items(), strict=True)
        ]
        who = opening(listed(said, of.language))
    questions = len(framework.strategy_questions)
    return of.say(say.OUT, who=who, all=questions, needed=framework.needed)


# -- each alone, and the team without one


def each(told: Told) -> Iterator[str]:
    """What comes first for whom."""
    of, alone = told.of, dict[tuple[str, ...], list[int | None]]()
    for n, respondent in enumerate(told.found.respondents):
        if respondent.counted:
            alone.setdefault(respondent.leaders, []).append(n)
    for leaders, members in sorted(alone.items(), key=lambda pair: -len(pair[1])):
        text = say.FIRST_FOR if len(leaders) == 1 else say.LEVEL_FOR
        strategies, who = opening(of.in_sentence(leaders)), told.people.all_of(members)
        yield of.say(text, strategies=strategies, who=who)


def absences(told: Told) -> Iterator[str]:
    """Whose absence would put others first, or leave a team that has a winner without one.

    Nothing of a team without a verdict: it has nothing to lose.
    """
    of, without = told.of, dict[tuple[str, tuple[str, ...]], list[int | None]]()
    if of.result.verdict == "insufficient":
        return
    for absence in told.found.absences:
        if text := _absent(of, absence):
            leaders = absence.leaders if absence.overturns else ()
            without.setdefault((text.say(of.language), leaders), []).append(absence.respondent)
    for (said, leaders), members in without.items():
        yield said.format(who=told.people.any_of(members), strategies=of.in_sentence(leaders))
    if told.found.absences and not without:
        yield of.say(say.NO_ABSENCE)


def _absent(of: Names, absence: Absence) -> Text | None:
    """What is said of an absence, if it matters."""
    if absence.verdict == "insufficient":
        return say.ABSENT_THIN
    if absence.overturns:
        return say.ABSENT_FIRST if len(absence.leaders) == 1 else say.ABSENT_LEVEL
    return say.ABSENT_OPEN if of.result.strategy and not absence.decided else None


# -- what to talk about


def to_discuss(told: Told) -> Iterator[ToDiscuss]:
    """The questions to talk about first."""
    questions = {q.id: q for q in told.of.framework.questions}
    for topic in told.found.topics[:FIRST]:
        question = questions[topic.question]
        said = tuple(_said(told, question, answered) for answered in topic.said)
        why = _why(told.of, topic, question)
        yield ToDiscuss(question.ask.say(told.of.language), said, why)


def no_topics(told: Told) -> str:
    """Why there is nothing to talk about: all answer alike, or nothing could be compared."""
    return told.of.say(say.NO_TOPICS if told.found.compared else say.NOT_COMPARED)


def _said(told: Told, question: Question, said: Answered) -> str:
    of, marks = told.of, {DONT_KNOW: say.DONT_KNOW, NOT_APPLICABLE: say.NOT_APPLICABLE}
    texts = [marks.get(pick) or question.choices[pick] for pick in said.picks]
    answer = " / ".join(opening(text.say(of.language).rstrip(".")) for text in texts)
    who = told.people.all_of(said.respondents or [None] * said.people)
    return of.say(say.SAID, answer=answer, who=who)


def _why(of: Names, topic: Topic, question: Question) -> str:
    """What hangs on a question: the margin, or else what it is asked for."""
    if topic.margin and topic.effect:
        return _moves(of, topic.margin)
    return question.why.say(of.language)


def _moves(of: Names, margin: Margin) -> str:
    return of.say(
        say.MARGIN_TURNS if margin.turns else say.MARGIN_MOVES,
        leader=inner(of.strategies[margin.leader]),
        rival=inner(of.strategies[margin.rival]),
        high=number(margin.high, of.language, 1),
        low=_lead(of, margin.low),
        now=_lead(of, margin.now),
    )


def _lead(of: Names, points: Fraction) -> str:
    if not points:
        return of.say(say.LEVEL)
    text = say.AHEAD if points > 0 else say.BEHIND
    return of.say(text, points=number(abs(points), of.language, 1))


# -- how far they agree


def same(told: Told) -> str:
    """How often two of them give the same answer; nothing where that cannot be said."""
    share = told.found.consensus.same
    return "" if share is None else told.of.say(say.SAME, share=percent(share, told.of.language))


def agreements(told: Told) -> Iterator[tuple[str, list[str]]]:
    """The figures for the whole team, then for each role."""
    of, found = told.of, told.found
    yield of.say(say.WHOLE, n=len(found.respondents)), _figures(of, found.consensus)
    for role in found.roles:
        name = of.say(say.ROLE, role=opening(visible(role.role)), n=len(role.respondents))
        yield name, _figures(of, role.consensus)


def agreement_known(told: Told) -> bool:
    """Whether any figure of agreement can be given."""
    found = (told.found.consensus, *(role.consensus for role in told.found.roles))
    return any(figure is not None for consensus in found for figure in consensus)


def _figures(of: Names, consensus: Consensus) -> list[str]:
    same, *figures = consensus
    return [
        NONE if same is None else percent(same, of.language),
        *(NONE if f is None else number(f, of.language, 2) for f in figures),
    ]


def roles_first(told: Told) -> str:
    """What comes first for each role; nothing where there are none."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for role in told.found.roles:
        if role.leaders:
            groups.setdefault(role.leaders, []).append(visible(role.role))
    parts = "; ".join(
        told.of.say(
            say.ROLE_FIRST,
            strategies=told.of.in_sentence(leaders),
            roles=listed(roles, told.of.language),
        )
        for leaders, roles in groups.items()
    )
    return told.of.say(say.ROLES_FIRST, parts=parts) if parts else ""


# -- where each stands


def by_score(told: Told) -> list[Spread]:
    """The strategies, that which the team puts first on top."""
    return sorted(told.found.strategies, key=lambda s: -(s.team or 0))


def strategies_notes(told: Told) -> Iterator[str]:
    """What the team's figure is, and how to read places that are nobody's; nothing of unknowns."""
    if not scored(told):
        return
    all_count = _counted(told) == len(told.found.respondents)
    yield told.of.say(say.STRATEGIES_NOTE if all_count else say.STRATEGIES_NOTE_OUT)
    if told.found.anonymous and told.people.lettered:
        yield told.of.say(say.SORTED)


def scored(told: Told) -> bool:
    """Whether anybody has a score on a strategy."""
    return any(spread.known for spread in told.found.strategies)


def levelled(told: Told) -> bool:
    """Whether anybody gave a step a level."""
    return any(spread.known for spread in told.found.steps)


def emphasised(told: Told) -> set[str]:
    """The steps where the team's answers put the weight."""
    return {e.id for e in told.of.result.journey if e.emphasise}


def alike(told: Told) -> tuple[Spread, ...]:
    """The steps on which nobody is far apart and that have no weight."""
    heavy = emphasised(told)
    return tuple(s for s in told.found.steps if s.width <= ALIKE and s.id not in heavy)


def steps_alike(told: Told) -> str:
    """The steps on which nobody is far apart, with the team's level; nothing where none is."""
    of = told.of
    said = [
        of.say(say.STEP_LEVEL, step=inner(of.steps[s.id]), level=tenths(of, s.team))
        for s in alike(told)
        if s.known
    ]
    return of.say(say.STEPS_ALIKE, steps=", ".join(said)) if said else ""


def whole(of: Names, value: Fraction | None) -> str:
    """A score without decimals."""
    return UNKNOWN if value is None else number(value, of.language)


def tenths(of: Names, value: Fraction | None) -> str:
    """A figure with one decimal."""
    return UNKNOWN if value is None else number(value, of.language, 1)


def ends(low: str, high: str) -> str:
    """From the lowest to the highest."""
    return low if low == high else f"{low}-{high}"
