"""Several respondents on one company: what they come to together, and how far they are apart."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cd360_cli.assessment import Assessment
from cd360_cli.cases import Case
from cd360_cli.consensus import Consensus, consensus
from cd360_cli.discussion import Topic, compared, topics
from cd360_cli.framework import Framework
from cd360_cli.pool import commonest, folded, pooled
from cd360_cli.recommendation import Recommendation, recommend
from cd360_cli.robustness import challenge
from cd360_cli.scoring import Scoring, score
from cd360_cli.spread import Spread, of_steps, of_strategies
from cd360_cli.verdict import Verdict, verdict


class Respondent(NamedTuple):
    """Somebody who answered, and where their own answers lead.

    `answered` counts strategy questions. `counted` is False where these are too few for a verdict
    of their own: then they are left out of all that strategies are judged by.
    """

    name: str
    role: str
    answered: int
    counted: bool
    leaders: tuple[str, ...]
    verdict: Verdict


class Role(NamedTuple):
    """The respondents with one role, by place: what they put first together, and how they agree.

    `leaders` is empty where none of them counts.
    """

    role: str
    respondents: tuple[int, ...]
    leaders: tuple[str, ...]
    consensus: Consensus


class Absence(NamedTuple):
    """What the others come to without one respondent; `respondent` None where it is anonymous.

    `overturns` tells that others lead than with everybody. Where too little is left for a verdict
    nobody leads, and nothing is overturned.
    """

    respondent: int | None
    leaders: tuple[str, ...]
    verdict: Verdict
    overturns: bool

    @property
    def decided(self) -> bool:
        """Whether the others have a winner."""
        return self.verdict in ("clear", "leaning")


class Team(NamedTuple):
    """The result of several respondents together, with the evidence of what it hides.

    `result` weighs the pooled answers; `dates` are the first and the last assessment's. `topics`
    are all questions on which respondents differ, the first to talk about on top, also those of who
    does not count; `compared` is how many questions two or more answered.
    """

    result: Recommendation
    dates: tuple[str, str]
    anonymous: bool
    respondents: tuple[Respondent, ...]
    consensus: Consensus
    roles: tuple[Role, ...]
    strategies: tuple[Spread, ...]
    steps: tuple[Spread, ...]
    topics: tuple[Topic, ...]
    compared: int
    absences: tuple[Absence, ...]


def team(
    framework: Framework, assessments: Iterable[Assessment], cases: Sequence[Case] = ()
) -> Team:
    """The team of all who assessed a company. Needs at least one; their order changes nothing.

    Who answered too few strategy questions for a verdict of their own is left out of the
    strategies; what they say of the journey and all else counts, and where they differ from others
    can be talked about.
    """
    ordered = sorted(assessments, key=_identity)
    scorings = [score(framework, assessment) for assessment in ordered]
    respondents = tuple(
        _respondent(framework, assessment, scoring)
        for assessment, scoring in zip(ordered, scorings, strict=True)
    )
    heard = [
        assessment if respondent.counted else _without_strategy(framework, assessment)
        for assessment, respondent in zip(ordered, respondents, strict=True)
    ]
    together = pooled(framework, heard)
    scoring = score(framework, together)
    own = [s if r.counted else None for s, r in zip(scorings, respondents, strict=True)]
    return Team(
        # A contradiction lies between two answers of one person.
        result=recommend(framework, together, cases)._replace(contradictions=()),
        dates=(min(a.date for a in ordered), max(a.date for a in ordered)),
        anonymous=False,
        respondents=respondents,
        consensus=consensus(framework, heard),
        roles=tuple(_roles(framework, heard, respondents)),
        strategies=tuple(of_strategies(scoring, own)),
        steps=tuple(of_steps(framework, together, heard)),
        topics=topics(framework, scoring if any(own) else None, ordered),
        compared=compared(framework, ordered),
        absences=tuple(_absences(framework, heard, respondents, scoring.leaders)),
    )


def nameless(named: Team) -> Team:
    """The same without names and roles, and with nothing by which to follow one respondent.

    What stood in the order of the respondents stands in the order of its values.
    """
    absences = [absence._replace(respondent=None) for absence in named.absences]
    return named._replace(
        anonymous=True,
        respondents=tuple(
            sorted(
                (r._replace(name="", role="") for r in named.respondents),
                key=lambda r: (r.leaders, r.verdict, r.answered),
            )
        ),
        roles=(),
        strategies=tuple(spread.nameless() for spread in named.strategies),
        steps=tuple(spread.nameless() for spread in named.steps),
        topics=tuple(
            topic._replace(said=tuple(said._replace(respondents=()) for said in topic.said))
            for topic in named.topics
        ),
        absences=tuple(sorted(absences, key=lambda absence: (absence.leaders, absence.verdict))),
    )


def _identity(assessment: Assessment) -> tuple[object, ...]:
    """What respondents are ordered by: role, then name; then anything, so that it is one order."""
    name, role = assessment.respondent, assessment.role
    answers = sorted((question, a.picks) for question, a in assessment.answers.items())
    return folded(role), folded(name), role, name, assessment.date, answers


def _outcome(framework: Framework, scoring: Scoring) -> tuple[tuple[str, ...], Verdict]:
    """Who leads, and how sure that is."""
    leader = scoring.leaders[0]
    challenges = [challenge(scoring, leader, s) for s in scoring.strategies if s != leader]
    return scoring.leaders, verdict(framework, scoring, challenges)


def _respondent(framework: Framework, assessment: Assessment, scoring: Scoring) -> Respondent:
    leaders, found = _outcome(framework, scoring)
    return Respondent(
        name=assessment.respondent,
        role=assessment.role,
        answered=sum(c.known for c in scoring.contributions),
        counted=found != "insufficient",
        leaders=leaders,
        verdict=found,
    )


def _without_strategy(framework: Framework, assessment: Assessment) -> Assessment:
    strategy = {question.id for _, question in framework.strategy_questions}
    kept = {q: answer for q, answer in assessment.answers.items() if q not in strategy}
    return assessment._replace(answers=kept)


def _roles(
    framework: Framework, heard: Sequence[Assessment], respondents: Sequence[Respondent]
) -> Iterator[Role]:
    """One for each role that is named, whatever its capitals and spaces."""
    groups: dict[str, list[int]] = {}
    for n, respondent in enumerate(respondents):
        if role := folded(respondent.role):
            groups.setdefault(role, []).append(n)
    for members in groups.values():
        theirs = [heard[n] for n in members]
        counted = any(respondents[n].counted for n in members)
        yield Role(
            role=commonest(respondents[n].role for n in members),
            respondents=tuple(members),
            leaders=score(framework, pooled(framework, theirs)).leaders if counted else (),
            consensus=consensus(framework, theirs),
        )


def _absences(
    framework: Framework,
    heard: Sequence[Assessment],
    respondents: Sequence[Respondent],
    leaders: tuple[str, ...],
) -> Iterator[Absence]:
    """For each respondent whose strategy answers count: the others without them."""
    for n, respondent in enumerate(respondents):
        others = [assessment for k, assessment in enumerate(heard) if k != n]
        if respondent.counted and others:
            without = score(framework, pooled(framework, others))
            left, found = _outcome(framework, without)
            if found == "insufficient":
                yield Absence(n, (), found, overturns=False)
            else:
                yield Absence(n, left, found, left != leaders)
