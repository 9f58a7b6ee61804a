"""One assessment out of several: in every answer each respondent who gave one weighs the same.

A pooled answer holds every respondent's picks, each as often as its share asks. Scores and levels
are means over picks, so that all that weighs an assessment weighs a pooled one too: a question's
points are the mean of the points of those who answered it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import gcd, lcm

from cd360_cli.assessment import (
    DONT_KNOW,
    FORMAT,
    NOT_APPLICABLE,
    Answer,
    Assessment,
    FrameworkName,
    Profile,
)
from cd360_cli.framework import Framework, Question


def pooled(framework: Framework, assessments: Sequence[Assessment]) -> Assessment:
    """The assessments of one company as one, of the latest date and of nobody in particular.

    Notes and sources stay behind: they speak for one answer. The language and the profile are kept
    where all who state one state the same. Needs at least one assessment.
    """
    found = {
        question.id: _pooled(question, [a.answers.get(question.id) for a in assessments])
        for question in framework.questions
    }
    profiles = {a.profile for a in assessments if a.profile.revenue is not None}
    languages = {a.language for a in assessments if a.language}
    return Assessment(
        FORMAT,
        FrameworkName(framework.id, framework.version),
        company=commonest(a.company for a in assessments),
        date=max(a.date for a in assessments),
        language=languages.pop() if len(languages) == 1 else "",
        profile=profiles.pop() if len(profiles) == 1 else Profile(),
        answers={question: answer for question, answer in found.items() if answer},
    )


def commonest(spellings: Iterable[str]) -> str:
    """The spelling used most; of several the first by the alphabet."""
    counts = Counter(spellings)
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))


def _pooled(question: Question, answers: Sequence[Answer | None]) -> Answer | None:
    """What a team answers: the mean of those who know.

    Not applicable where all who were asked say so; unknown where nobody knows.
    """
    given = [answer for answer in answers if answer]
    known = [answer.picks for answer in given if answer.known]
    if known:
        each = lcm(*map(len, known))
        counts = Counter(pick for picks in known for pick in picks * (each // len(picks)))
        common = gcd(*counts.values())
        return Answer(
            tuple(pick for pick in question.choices for _ in range(counts[pick] // common))
        )
    if not given:
        return None
    mark = DONT_KNOW if any(answer.applies for answer in given) else NOT_APPLICABLE
    return Answer((mark,))


def folded(name: str) -> str:
    """A name without its capitals and spaces: those with the same are taken for one."""
    return "".join(name.casefold().split())
