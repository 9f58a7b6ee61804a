"""What if an answer or the weight of a lens were another: one company, weighed twice."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_type_hints

from cd360_cli.assessment import Answer, Assessment, check_answer
from cd360_cli.cases import Case
from cd360_cli.difference import Difference, difference
from cd360_cli.framework import Framework, Lens
from cd360_cli.problems import Problem, Refused, unknown
from cd360_cli.recommendation import recommend
from cd360_cli.shape import shaped

Weighed = tuple[Framework, Assessment]
"""An assessment with the framework that weighs it."""

WEIGHT = get_type_hints(Lens, include_extras=True)["weight"]
"""What a lens may weigh, as in a framework's file."""

MOST_DIGITS = 9
"""A longer row of digits is not read as a number: no weight comes near."""


class Changes(NamedTuple):
    """What differs: picks by question, weights by lens, both as they have become."""

    answers: Mapping[str, tuple[str, ...]]
    lens_weights: Mapping[str, int]


def changed(
    framework: Framework, assessment: Assessment, sets: Sequence[str], weights: Sequence[str]
) -> Weighed:
    """Both with `question=answer` and `lens=weight` carried out.

    A replaced answer loses its note and source: they spoke for the old one. Raises `Refused` with
    every problem in any of the changes.
    """
    answers, problems = _answers(framework, sets)
    reweighed, more = _reweighed(framework, weights)
    if problems or more:
        raise Refused("assessment", [*problems, *more])
    return reweighed, assessment._replace(answers={**assessment.answers, **answers})


def changes(before: Weighed, after: Weighed) -> Changes:
    """What the second has otherwise than the first."""
    (framework, assessment), (reweighed, other) = before, after
    old = {lens.id: lens.weight for lens in framework.lenses}
    return Changes(
        answers={
            question: answer.picks
            for question, answer in other.answers.items()
            if answer != assessment.answers.get(question)
        },
        lens_weights={
            lens.id: lens.weight for lens in reweighed.lenses if lens.weight != old[lens.id]
        },
    )


def outcome(before: Weighed, after: Weighed, cases: Sequence[Case] = ()) -> Difference:
    """Both recommendations and how they differ.

    The cases were scored with the lenses of `before`, so that `after` is compared with them only
    where its lenses weigh the same.
    """
    alike = before[0].lenses == after[0].lenses
    old, new = recommend(*before, cases), recommend(*after, cases if alike else ())
    return difference(before[0], old, new)


def _answers(framework: Framework, sets: Sequence[str]) -> tuple[dict[str, Answer], list[Problem]]:
    pairs, problems = _pairs(sets, "answers")
    answers = {
        question: Answer(tuple(pick.strip() for pick in written.split(",")))
        for question, written in pairs.items()
    }
    for question, answer in answers.items():
        problems += check_answer(framework, question, answer)
    return answers, problems


def _reweighed(framework: Framework, weights: Sequence[str]) -> tuple[Framework, list[Problem]]:
    """The framework with other weights, of which at least one must count."""
    pairs, problems = _pairs(weights, "lenses")
    known = {lens.id: lens.weight for lens in framework.lenses}
    read = {}
    for lens, written in pairs.items():
        if lens not in known:
            problems.append(unknown("unknown-reference", ("lenses", lens), lens, known))
            continue
        weight, found = shaped(WEIGHT, _whole(written), ("lenses", lens))
        problems += found
        if not found:
            read[lens] = weight
    lenses = tuple(
        lens._replace(weight=read.get(lens.id, lens.weight)) for lens in framework.lenses
    )
    reweighed = framework._replace(lenses=lenses)
    if not any(lens.weight for lens, _ in reweighed.strategy_questions):
        problems.append(Problem("no-lens-weight", ("lenses",)))
    return reweighed, problems


def _pairs(written: Sequence[str], place: str) -> tuple[dict[str, str], list[Problem]]:
    """What stands on either side of each `=`."""
    pairs: dict[str, str] = {}
    problems = []
    for change in written:
        name, _, value = (part.strip() for part in change.partition("="))
        if not name or not value:
            problems.append(Problem("not-a-change", values={"found": change}))
        elif name in pairs:
            problems.append(Problem("duplicate-key", (place, name), {"found": name}))
        else:
            pairs[name] = value
    return pairs, problems


def _whole(written: str) -> int | str:
    """The whole number that was written, or else the text as it stands."""
    digits = written.removeprefix("-")
    whole = digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS
    return int(written) if whole else written
