"""The steps that many respondents should emphasise are those that the heart names, one by one."""

from collections.abc import Mapping, Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, made, picked

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, levels
from cd360_cli.framework import Framework, Question
from cd360_cli.journey import shared, steps
from cd360_cli.knowledge import Affinity, Shift
from cd360_cli.respondent_cells import Layout
from cd360_cli.respondent_journey import StepClaims


def reading(_: str, cell: str) -> Answer | None:
    return Answer((cell,)) if cell else None


def grown(random: Random) -> Framework:
    """One to twenty steps and up to three tensions, each measured by up to three questions."""
    framework = made(strategies=random.randint(2, 4))
    names = [strategy.id for strategy in framework.strategies]
    step, tension = framework.steps[0], framework.tensions[0]
    most = random.choice((1, 3))
    found = tuple(
        step._replace(
            id=f"step-{n}",
            affinities=tuple(
                Affinity(name, random.randint(0, 10), "inferred")
                for name in names
                if random.random() < 0.9
            ),
        )
        for n in range(random.choice((1, 2, 4, random.randint(5, 20))))
    )
    tensions = tuple(
        tension._replace(
            id=f"tension-{n}",
            shifts=tuple(
                Shift(each.id, random.randint(-10, 10), "inferred")
                for each in found
                if random.random() < 0.5
            ),
        )
        for n in range(random.randint(0, 3))
    )
    return framework._replace(
        steps=found,
        tensions=tensions,
        limits=framework.limits._replace(emphasised_steps=random.randint(1, 4)),
        questions=(
            *_asked(framework, "l-step-0", [each.id for each in found], most, random),
            *_asked(framework, "p-old-new", [each.id for each in tensions], most, random),
        ),
    )


def _asked(
    framework: Framework, like: str, about: Sequence[str], most: int, random: Random
) -> list[Question]:
    """No question to `most` about each, like one of the framework."""
    question = next(q for q in framework.questions if q.id == like)
    return [
        question._replace(id=f"q-{id}-{n}", measures=id)
        for id in about
        for n in range(random.randint(0, most))
    ]


def respondent(framework: Framework, random: Random) -> dict[str, Answer]:
    """Somebody who more or less answers everything."""
    silent = random.choice((0, 0.1, 0.6))
    answers = {}
    for question in framework.questions:
        mark = random.choice((DONT_KNOW, NOT_APPLICABLE, NOT_APPLICABLE, ""))
        pick = mark if random.random() < silent else random.choice([*question.choices])
        answers |= {question.id: picked(pick)} if pick else {}
    return answers


def by_one(
    framework: Framework, answers: Mapping[str, Answer], candidates: Sequence[str]
) -> tuple[str, ...]:
    """The steps that all candidates emphasise."""
    found = levels(framework, assessment(framework, dict(answers)))
    journey = shared([steps(framework, found, strategy) for strategy in candidates])
    return tuple(emphasis.id for emphasis in journey if emphasis.emphasise)


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_the_journeys_of_many_are_the_journeys_of_each(seed: int) -> None:
    """Any affinities and shifts, steps of which little is known, columns that are missing."""
    random = Random(seed)
    framework = grown(random)
    ids = [strategy.id for strategy in framework.strategies]
    people = [respondent(framework, random) for _ in range(15)]
    asked = [q.id for q in framework.questions if random.random() < 0.95]
    named = [
        random.sample(range(len(ids)), random.choice((1, 1, random.randint(1, len(ids)))))
        for _ in people
    ]
    claims = StepClaims(framework, Layout(tuple(asked), reading))
    cells = {q: [a[q].picks[0] if q in a else "" for a in people] for q in asked}
    found = [claims.steps(marks) for marks in claims.emphasised(cells, named)]
    assert found == [
        by_one(framework, {q: a for q, a in each.items() if q in asked}, [ids[n] for n in of])
        for each, of in zip(people, named, strict=True)
    ]
