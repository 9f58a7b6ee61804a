"""Frameworks and assessments made for tests: small ones by hand, others by hypothesis."""

from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, Assessment, FrameworkName
from cd360_cli.framework import Framework
from cd360_cli.framework_check import framework_of

NAMES = ("apple", "pear", "plum", "cherry", "quince", "fig", "medlar", "damson")


def text(word: str) -> dict[str, str]:
    return {"en": word, "nl": f"{word} (nl)"}


def fact(word: str) -> dict[str, Any]:
    return {**text(word), "basis": "inferred"}


def plain_framework(
    strategies: int = 3,
    questions: tuple[int, ...] = (2, 2),
    weights: tuple[int, ...] = (2, 1),
    neighbour: int = 0,
) -> dict[str, Any]:
    """A sound framework as plain data: `questions` a lens, options of 3 points and `neighbour`."""
    names = NAMES[:strategies]
    lenses = [f"lens-{n}" for n in range(len(questions))]
    return {
        "cd360": 1,
        "id": "made",
        "version": "1.0.0",
        "name": text("Made"),
        "languages": ["en", "nl"],
        "limits": {
            "norm": 2,
            "coverage": 60,
            "clear": 3,
            "leaning": 2,
            "lens_steps": 20,
            "bands": {"extreme": 15, "high": 12, "attention": 10},
            "emphasised_steps": 1,
            "emphasised_traits": 1,
        },
        "lenses": [
            {"id": lens, "name": text(lens), "about": text(lens), "weight": weight}
            for lens, weight in zip(lenses, weights, strict=True)
        ],
        "blocks": [
            *(
                {
                    "id": f"b-{lens}",
                    "name": text(lens),
                    "kind": "choice",
                    "lens": lens,
                    "about": text(lens),
                }
                for lens in lenses
            ),
            *(
                {
                    "id": kind,
                    "name": text(kind),
                    "kind": "ladder",
                    "measures": kind,
                    "about": text(kind),
                }
                for kind in ("step", "trait", "strategy", "condition")
            ),
            {
                "id": "tension",
                "name": text("tension"),
                "kind": "spectrum",
                "measures": "tension",
                "about": text("tension"),
            },
        ],
        "strategies": [
            {
                "id": name,
                "name": text(name.title()),
                "home": {"discipline": "all", "basis": "inferred"},
                "promise": fact("promise"),
                "pays_for": fact("pays"),
                "operating_model": fact("model"),
            }
            for name in names
        ],
        "disciplines": [
            {"id": "all", "name": text("All"), "process": text("all"), "about": text("all")}
        ],
        "steps": [_weighed(f"step-{n}", names, n, discipline="all") for n in range(strategies)],
        "traits": [_weighed(f"trait-{n}", names, n) for n in range(2)],
        "tensions": [
            {
                "id": "old-new",
                "name": text("old or new"),
                "left": text("old"),
                "right": text("new"),
                "about": fact("tension"),
                "shifts": [{"step": "step-0", "points": 2, "basis": "inferred"}],
            }
        ],
        "conditions": [
            {
                "id": "carried",
                "name": text("Carried"),
                "strategy": names[0],
                "minimum": 2,
                "about": fact("carried"),
                "met": text("met"),
                "unmet": text("unmet"),
            }
        ],
        "moves": [
            {
                "id": "repair",
                "kind": "standing",
                "target": names[0],
                "do": text("repair"),
                "because": text("norm"),
                "basis": "inferred",
            },
            {
                "id": "carry",
                "kind": "condition",
                "target": "carried",
                "do": text("carry"),
                "because": text("carrier"),
                "basis": "inferred",
            },
            {
                "id": "walk",
                "kind": "step",
                "target": "step-0",
                "do": text("walk"),
                "because": text("step"),
                "basis": "inferred",
            },
        ],
        "questions": [
            *(
                {
                    "id": f"q-{n}-{k}",
                    "block": f"b-{lens}",
                    "ask": text("ask"),
                    "why": text("why"),
                    "basis": "inferred",
                    "options": _options(names, neighbour),
                }
                for n, lens in enumerate(lenses)
                for k in range(questions[n])
            ),
            *(_ladder(f"l-step-{n}", "step", f"step-{n}") for n in range(strategies)),
            *(_ladder(f"l-trait-{n}", "trait", f"trait-{n}") for n in range(2)),
            *(_ladder(f"l-{name}", "strategy", name) for name in names),
            _ladder("l-carried", "condition", "carried"),
            {**_ladder("p-old-new", "tension", "old-new", "positions")},
        ],
        "sources": [],
    }


def _weighed(id: str, names: tuple[str, ...], n: int, **more: str) -> dict[str, Any]:
    affinities = [
        {"strategy": name, "points": 8 if k == n else 4, "basis": "inferred"}
        for k, name in enumerate(names)
    ]
    return {"id": id, "name": text(id), "about": fact(id), "affinities": affinities, **more}


def _options(names: tuple[str, ...], neighbour: int) -> list[dict[str, Any]]:
    options = []
    for n, name in enumerate(names):
        points = {name: 3}
        if neighbour:
            points[names[(n + 1) % len(names)]] = neighbour
        options.append({"id": f"o-{name}", "text": text(name), "points": points})
    return options


def _ladder(id: str, block: str, measures: str, levels: str = "levels") -> dict[str, Any]:
    return {
        "id": id,
        "block": block,
        "measures": measures,
        "ask": text("ask"),
        "why": text("why"),
        "basis": "inferred",
        levels: [text(f"level {n}") for n in range(5)],
    }


@cache
def made(**options: Any) -> Framework:
    return framework_of(plain_framework(**options))


def assessment(framework: Framework, answers: dict[str, Answer] | None = None) -> Assessment:
    name = FrameworkName(framework.id, framework.version)
    return Assessment(1, name, "Acme", "2026-11-22", answers=answers or {})


def picked(*picks: str) -> Answer:
    return Answer(picks)


def everything(framework: Framework, strategy: str) -> dict[str, Answer]:
    """Every strategy question answered with the option that gives `strategy` most."""
    return {
        question.id: Answer((max(question.options, key=lambda o: o.points.get(strategy, 0)).id,))
        for _, question in framework.strategy_questions
    }


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Sound frameworks small enough for brute force."""
    strategies = draw(st.integers(2, 4))
    return made(
        strategies=strategies,
        questions=(draw(st.integers(1, 3)), draw(st.integers(1, 2))),
        weights=(draw(st.integers(1, 3)), draw(st.integers(1, 3))),
        # With two strategies a neighbour would get points from every option.
        neighbour=draw(st.integers(0, 1)) if strategies > 2 else 0,
    )


small_frameworks = frameworks()


@st.composite
def strategy_answers(
    draw: st.DrawFn, framework: Framework, *, known_only: bool = False
) -> dict[str, Answer]:
    """Answers to the strategy questions: one option, two, don't know, not applicable, or none."""
    answers = {}
    for _, question in framework.strategy_questions:
        ids = [option.id for option in question.options]
        kinds = [
            st.sampled_from(ids).map(lambda id: Answer((id,))),
            st.permutations(ids).map(lambda order: Answer(tuple(order[:2]))),
        ]
        if not known_only:
            kinds += [
                st.just(Answer((DONT_KNOW,))),
                st.just(Answer((NOT_APPLICABLE,))),
                st.none(),
            ]
        answer = draw(st.one_of(kinds))
        if answer is not None:
            answers[question.id] = answer
    return answers


@st.composite
def full_answers(draw: st.DrawFn, framework: Framework) -> dict[str, Answer]:
    """Answers to questions of every kind."""
    answers = draw(strategy_answers(framework))
    for question in framework.questions:
        if not question.options:
            picks = st.sampled_from([*question.choices, DONT_KNOW, NOT_APPLICABLE])
            answer = draw(st.one_of(st.none(), picks.map(lambda pick: Answer((pick,)))))
            if answer is not None:
                answers[question.id] = answer
    return answers


def completions(framework: Framework, answers: dict[str, Answer]) -> list[dict[str, Answer]]:
    """All ways to fill in, with one option each, the strategy questions that are unknown."""
    unknown = [
        question
        for _, question in framework.strategy_questions
        if question.id not in answers or answers[question.id].picks == (DONT_KNOW,)
    ]
    return [
        {
            **answers,
            **{q.id: Answer((o.id,)) for q, o in zip(unknown, chosen, strict=True)},
        }
        for chosen in product(*(question.options for question in unknown))
    ]
