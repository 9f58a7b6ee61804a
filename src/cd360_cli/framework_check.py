"""Is a framework sound? Its references, its questions and the fairness of its points."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cd360_cli.framework import LEVELS, POSITIONS, Block, Framework, Question
from cd360_cli.problems import Place, Problem, Refused, unknown
from cd360_cli.shape import shaped


def framework_of(data: object) -> Framework:
    """The framework that plain data holds. Raises `Refused` with every problem in it."""
    framework, problems = shaped(Framework, data)
    problems = problems or list(errors(framework))
    if problems:
        raise Refused("framework", problems)
    return framework  # type: ignore[no-any-return]


def errors(framework: Framework) -> Iterator[Problem]:
    """Everything that makes a framework unusable."""
    yield from _repeated_ids(framework)
    yield from _references(framework)
    yield from _sources(framework)
    for n, block in enumerate(framework.blocks):
        yield from _block(framework, block, ("blocks", n))
    blocks = {block.id: block for block in framework.blocks}
    for n, question in enumerate(framework.questions):
        if question.block in blocks:
            yield from _question(framework, question, blocks[question.block], ("questions", n))
    yield from _limits(framework)


def _repeated_ids(framework: Framework) -> Iterator[Problem]:
    for name in _LISTS:
        yield from _repeated(getattr(framework, name), (name,))
    for n, question in enumerate(framework.questions):
        yield from _repeated(question.options, ("questions", n, "options"))


_LISTS = (
    "lenses", "blocks", "strategies", "disciplines", "steps", "traits", "tensions", "questions",
    "sources", "conditions", "benchmarks", "concepts", "moves",
)  # fmt: skip


def _repeated(items: Sequence[Any], at: Place) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, item in enumerate(items):
        if item.id in seen:
            yield Problem("repeated-id", (*at, n, "id"), {"found": item.id})
        seen.add(item.id)


def _ids(items: Iterable[Any]) -> list[str]:
    return [item.id for item in items]


def _references(framework: Framework) -> Iterator[Problem]:
    strategies, steps = _ids(framework.strategies), _ids(framework.steps)
    disciplines, lenses = _ids(framework.disciplines), _ids(framework.lenses)
    wanted: list[tuple[Place, str, list[str]]] = []
    for n, strategy in enumerate(framework.strategies):
        wanted.append(
            (("strategies", n, "home", "discipline"), strategy.home.discipline, disciplines)
        )
    for n, step in enumerate(framework.steps):
        wanted.append((("steps", n, "discipline"), step.discipline, disciplines))
    for name in ("steps", "traits"):
        for n, item in enumerate(getattr(framework, name)):
            for k, affinity in enumerate(item.affinities):
                at: Place = (name, n, "affinities", k, "strategy")
                wanted.append((at, affinity.strategy, strategies))
    for n, tension in enumerate(framework.tensions):
        for k, shift in enumerate(tension.shifts):
            wanted.append((("tensions", n, "shifts", k, "step"), shift.step, steps))
    for n, condition in enumerate(framework.conditions):
        wanted.append((("conditions", n, "strategy"), condition.strategy, strategies))
    for n, benchmark in enumerate(framework.benchmarks):
        wanted.append((("benchmarks", n, "step"), benchmark.step, steps))
    for n, move in enumerate(framework.moves):
        wanted.append((("moves", n, "target"), move.target, _targets(framework, move.kind)))
    for n, block in enumerate(framework.blocks):
        if block.lens is not None:
            wanted.append((("blocks", n, "lens"), block.lens, lenses))
    for n, question in enumerate(framework.questions):
        wanted.append((("questions", n, "block"), question.block, _ids(framework.blocks)))
        for k, option in enumerate(question.options):
            for strategy_id in option.points:
                at = ("questions", n, "options", k, "points", strategy_id)
                wanted.append((at, strategy_id, strategies))
    for at, word, known in wanted:
        if word not in known:
            yield unknown("unknown-reference", at, word, known)


def _targets(framework: Framework, kind: str) -> list[str]:
    """The ids that a measure or a move of this kind can be about."""
    return _ids(
        {
            "standing": framework.strategies,
            "strategy": framework.strategies,
            "condition": framework.conditions,
            "step": framework.steps,
            "trait": framework.traits,
            "tension": framework.tensions,
            "gap": framework.lenses,
        }[kind]
    )


def _sources(framework: Framework) -> Iterator[Problem]:
    known = _ids(framework.sources)
    for at, item in _walk(framework, ()):
        sources = getattr(item, "sources", None)
        if sources is None or item is framework:
            continue
        for n, source in enumerate(sources):
            if source not in known:
                yield unknown("unknown-reference", (*at, "sources", n), source, known)
        if getattr(item, "basis", "") == "published" and not sources:
            yield Problem("published-without-source", at)


def _walk(value: Any, at: Place) -> Iterator[tuple[Place, Any]]:
    """Every dataclass within a framework, with its place."""
    names = getattr(value, "__dataclass_fields__", None)
    if names is not None:
        yield at, value
        for name in names:
            inner = getattr(value, name, None)
            if type(inner) is tuple or hasattr(inner, "__dataclass_fields__"):
                yield from _walk(inner, (*at, name))
    elif type(value) is tuple:
        for n, item in enumerate(value):
            yield from _walk(item, (*at, n))


def _block(framework: Framework, block: Block, at: Place) -> Iterator[Problem]:
    if block.kind == "choice" and block.lens is None:
        yield Problem("missing-key", at, {"expected": "lens"})
    if block.kind != "choice" and block.measures is None:
        yield Problem("missing-key", at, {"expected": "measures"})


_ANSWERS = {"choice": "options", "ladder": "levels", "spectrum": "positions"}


def _question(
    framework: Framework, question: Question, block: Block, at: Place
) -> Iterator[Problem]:
    wanted = _ANSWERS[block.kind]
    for name in _ANSWERS.values():
        if getattr(question, name) and name != wanted:
            values = {"found": name, "block": block.id, "expected": wanted}
            yield Problem("wrong-answers-for-block", (*at, name), values)
    if not getattr(question, wanted):
        yield Problem("missing-key", at, {"expected": wanted})
        return
    if block.kind == "choice":
        yield from _balance(framework, question, at)
        return
    steps = LEVELS if block.kind == "ladder" else POSITIONS
    if len(question.choices) != len(steps) or len(getattr(question, wanted)) != len(steps):
        values = {"expected": str(len(steps)), "found": str(len(getattr(question, wanted)))}
        yield Problem("wrong-number-of-levels", (*at, wanted), values)
    if block.measures is None:
        return
    targets = _targets(framework, block.measures)
    if question.measures is None:
        yield Problem("missing-key", at, {"expected": "measures"})
    elif question.measures not in targets:
        yield unknown("unknown-reference", (*at, "measures"), question.measures, targets)


def _balance(framework: Framework, question: Question, at: Place) -> Iterator[Problem]:
    """Over the options every strategy gets the same, at best the same, and at worst nothing."""
    strategies = _ids(framework.strategies)
    columns = {s: [o.points.get(s, 0) for o in question.options] for s in strategies}
    for name, measure in (("sum", sum), ("best", max)):
        found = {s: measure(column) for s, column in columns.items()}
        if len(set(found.values())) > 1:
            values = {"found": ", ".join(f"{s} {n}" for s, n in found.items())}
            yield Problem(f"unbalanced-{name}", (*at, "options"), values)
    always = [s for s, column in columns.items() if min(column) > 0]
    if always:
        yield Problem("always-points", (*at, "options"), {"found": ", ".join(always)})
    if not any(map(any, columns.values())):
        yield Problem("no-points", (*at, "options"))


def _limits(framework: Framework) -> Iterator[Problem]:
    limits = framework.limits
    if limits.leaning > limits.clear:
        yield Problem(
            "limits-out-of-order", ("limits", "leaning"), {"expected": "clear >= leaning"}
        )
    bands = limits.bands
    if not bands.attention <= bands.high <= bands.extreme:
        expected = "extreme >= high >= attention"
        yield Problem("limits-out-of-order", ("limits", "bands"), {"expected": expected})
    if len(framework.strategies) < 2:
        yield Problem("too-few-strategies", ("strategies",))
    if not framework.strategy_questions:
        yield Problem("no-strategy-questions", ("questions",))
    if not sum(lens.weight for lens in framework.lenses):
        yield Problem("no-lens-weight", ("lenses",))
    if not framework.steps:
        yield Problem("no-steps", ("steps",))
