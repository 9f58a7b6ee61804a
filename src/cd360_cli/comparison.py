"""Several assessments side by side: one company over time, or several companies.

All are weighed by the framework in use. Those made with an older version take part with what has
been asked on all sides: a question that one of the versions may not have had is left out for all.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from cd360_cli.assessment import Assessment
from cd360_cli.cases import Case
from cd360_cli.difference import Difference, difference
from cd360_cli.framework import Framework
from cd360_cli.migration import Migration, migrated
from cd360_cli.pool import folded
from cd360_cli.recommendation import Recommendation, recommend

Reason = Literal["no-question", "no-answer", "not-asked"]
"""Why a question is left out: the framework no longer has it; an answer given then no longer fits;
nobody who used that version answered it, so that it may be newer."""


class LeftOut(NamedTuple):
    """A question that is not compared, for a reason that lies with a version of the framework.

    `question` is the id that it had then where the framework no longer has it.
    """

    question: str
    reason: Reason
    version: str


class Side(NamedTuple):
    """One of the assessments compared: what is recommended, and the version that it was made with.

    The assessment within the result holds the answers to the questions compared, and no others.
    """

    result: Recommendation
    version: str


class Comparison(NamedTuple):
    """Assessments side by side, and how each differs from the one that it is held against.

    Over time that is the one before; between companies it is the first. `differences` is one
    shorter than `sides`; `questions` are those that are compared.
    """

    over_time: bool
    sides: tuple[Side, ...]
    differences: tuple[Difference, ...]
    questions: tuple[str, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def bases(self) -> tuple[int, ...]:
        """The place of the side that each side after the first is held against."""
        return _bases(len(self.sides), over_time=self.over_time)


def compare(
    framework: Framework, assessments: Sequence[Assessment], cases: Sequence[Case] = ()
) -> Comparison:
    """Compare two or more assessments made with the framework or with older versions of it.

    Those of one company stand in the order of their dates, others as they are given. The closest
    cases are named only where no question is left out, for they answered all.
    """
    over_time = len({folded(each.company) for each in assessments}) == 1
    ordered = sorted(assessments, key=lambda each: each.date) if over_time else assessments
    present = [migrated(each, framework) for each in ordered]
    older = [each for each in present if each.before != framework.version]
    left_out = tuple(dict.fromkeys(_left_out(older)))
    unasked = {each.question for each in left_out}
    shared = framework._replace(
        questions=tuple(q for q in framework.questions if q.id not in unasked)
    )
    sides = tuple(
        Side(recommend(shared, _within(shared, each), () if left_out else cases), each.before)
        for each in present
    )
    bases = _bases(len(sides), over_time=over_time)
    return Comparison(
        over_time=over_time,
        sides=sides,
        differences=tuple(
            difference(shared, sides[base].result, side.result)
            for base, side in zip(bases, sides[1:], strict=True)
        ),
        questions=tuple(question.id for question in shared.asked),
        left_out=left_out,
    )


def _bases(sides: int, *, over_time: bool) -> tuple[int, ...]:
    return tuple(n if over_time else 0 for n in range(sides - 1))


def _left_out(older: Sequence[Migration]) -> Iterator[LeftOut]:
    """What cannot be compared, version by version."""
    for version, group in groupby(sorted(older, key=lambda m: m.before), lambda m: m.before):
        same = list(group)
        for each in same:
            gone = [answer for answer in each.gone if answer.question is None]
            yield from (LeftOut(answer.old, "no-question", version) for answer in gone)
            yield from (LeftOut(question, "no-answer", version) for question in each.again)
        for question in same[0].new:
            if all(question in each.new for each in same):
                yield LeftOut(question, "not-asked", version)


def _within(framework: Framework, migration: Migration) -> Assessment:
    """The assessment with the answers to the questions of a framework, in the order of asking."""
    assessment = migration.assessment
    known = assessment.answers
    return assessment._replace(
        answers={q.id: known[q.id] for q in framework.asked if q.id in known}
    )
