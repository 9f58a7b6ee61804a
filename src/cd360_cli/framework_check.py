"""Is a framework sound? Its references, its questions and the fairness of its points."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cd360_cli.framework import LEVELS, RESERVED, Block, Framework, Question
from cd360_cli.problems import Place, Problem, Refused, unknown
from cd360_cli.shape import Text, shaped


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
    yield from _sources(framework)
    yield from _translations(framework)
    yield from _affinities(framework)
    yield from _limits(framework)
    for n, block in enumerate(framework.blocks):
        yield from _block(block, ("blocks", n))
    blocks = {block.id: block for block in framework.blocks}
    for n, question in enumerate(framework.questions):
        if question.block in blocks:
            yield from _question(framework, question, blocks[question.block], ("questions", n))
    dangling = list(_references(framework))
    yield from dangling
    if not dangling:
        yield from _claims(framework)
        yield from _outcomes(framework)


def _repeated_ids(framework: Framework) -> Iterator[Problem]:
    for name in _LISTS:
        yield from _repeated(getattr(framework, name), (name,))
    yield from _aliases(framework.questions, ("questions",))
    for n, question in enumerate(framework.questions):
        yield from _repeated(question.options, ("questions", n, "options"))
        yield from _aliases(question.options, ("questions", n, "options"))


_LISTS = (
    "lenses", "blocks", "strategies", "disciplines", "steps", "traits", "tensions", "questions",
    "sources", "conditions", "benchmarks", "concepts", "moves", "contradictions",
)  # fmt: skip


def _repeated(items: Sequence[Any], at: Place) -> Iterator[Problem]:
    seen: set[str] = set()
    for n, item in enumerate(items):
        if item.id in seen:
            yield Problem("repeated-id", (*at, n, "id"), {"found": item.id})
        seen.add(item.id)


def _aliases(items: Sequence[Any], at: Place) -> Iterator[Problem]:
    """An earlier id leads to one thing: it is no present id, no mark, and no other's alias."""
    taken = dict.fromkeys(_ids(items), "alias-in-use") | dict.fromkeys(RESERVED, "reserved-id")
    for n, item in enumerate(items):
        for k, alias in enumerate(item.aliases):
            if alias in taken:
                yield Problem(taken[alias], (*at, n, "aliases", k), {"found": alias})
            taken.setdefault(alias, "repeated-alias")


def _ids(items: Iterable[Any]) -> list[str]:
    return [item.id for item in items]


_REFERENCES: tuple[tuple[str, str], ...] = (
    ("strategies.home.discipline", "disciplines"),
    ("steps.discipline", "disciplines"),
    ("steps.affinities.strategy", "strategies"),
    ("traits.affinities.strategy", "strategies"),
    ("tensions.shifts.step", "steps"),
    ("conditions.strategy", "strategies"),
    ("benchmarks.step", "steps"),
    ("blocks.lens", "lenses"),
    ("questions.block", "blocks"),
    ("questions.options.points", "strategies"),
    ("contradictions.claims.question", "questions"),
)
"""Where an id of something else stands, and the list that it must be in."""


def _references(framework: Framework) -> Iterator[Problem]:
    for path, target in _REFERENCES:
        known = _ids(getattr(framework, target))
        for at, word in _found(framework, path.split("."), ()):
            if word not in known:
                yield unknown("unknown-reference", at, word, known)
    for n, move in enumerate(framework.moves):
        known = _targets(framework, move.kind)
        if move.target not in known:
            yield unknown("unknown-reference", ("moves", n, "target"), move.target, known)


def _found(value: Any, path: list[str], at: Place) -> Iterator[tuple[Place, str]]:
    """The ids at the end of a path of attributes, through every list on the way."""
    if type(value) is tuple:
        for n, item in enumerate(value):
            yield from _found(item, path, (*at, n))
    elif path:
        yield from _found(getattr(value, path[0]), path[1:], (*at, path[0]))
    elif isinstance(value, Mapping):
        yield from (((*at, key), key) for key in value)
    elif value is not None:
        yield at, value


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
    for at, item in walk(framework, ()):
        sources = getattr(item, "sources", None)
        if sources is None or item is framework:
            continue
        for n, source in enumerate(sources):
            if source not in known:
                yield unknown("unknown-reference", (*at, "sources", n), source, known)
        if getattr(item, "basis", "") == "published" and not sources:
            yield Problem("published-without-source", at)


def walk(value: Any, at: Place) -> Iterator[tuple[Place, Any]]:
    """Every record and every text within a framework, with its place."""
    if isinstance(value, Text):
        yield at, value
    elif (names := getattr(value, "_fields", None)) is not None:
        yield at, value
        beside = getattr(value, "LANGUAGES_BESIDE", False)
        for name in names:
            inner = at if beside and name == "text" else (*at, name)
            yield from walk(getattr(value, name), inner)
    elif type(value) is tuple:
        for n, item in enumerate(value):
            yield from walk(item, (*at, n))


def _translations(framework: Framework) -> Iterator[Problem]:
    for at, text in walk(framework, ()):
        if isinstance(text, Text):
            for language in framework.languages:
                if language not in text:
                    yield Problem("missing-translation", at, {"expected": language})
            for language in text:
                if language not in framework.languages:
                    known = list(framework.languages)
                    yield unknown("undeclared-language", (*at, language), language, known)


def _affinities(framework: Framework) -> Iterator[Problem]:
    """Every step and trait has one affinity for each strategy."""
    for name in ("steps", "traits"):
        for n, item in enumerate(getattr(framework, name)):
            found = [affinity.strategy for affinity in item.affinities]
            at: Place = (name, n, "affinities")
            for strategy in _ids(framework.strategies):
                if found.count(strategy) != 1:
                    values = {"expected": strategy, "found": str(found.count(strategy))}
                    yield Problem("affinity-count", at, values)


def _claims(framework: Framework) -> Iterator[Problem]:
    """Contradictions speak of answers that can be given."""
    questions = {question.id: question for question in framework.questions}
    for n, contradiction in enumerate(framework.contradictions):
        for k, claim in enumerate(contradiction.claims):
            known = list(questions[claim.question].choices)
            for m, answer in enumerate(claim.answers):
                if answer not in known:
                    at: Place = ("contradictions", n, "claims", k, "answers", m)
                    yield unknown("unknown-answer", at, answer, known)


def _outcomes(framework: Framework) -> Iterator[Problem]:
    """Every strategy can lead alone, and every condition can be met."""
    strategies = _ids(framework.strategies)
    if len(strategies) < 2:
        yield Problem("too-few-strategies", ("strategies",))
    if not framework.strategy_questions:
        yield Problem("no-strategy-questions", ("questions",))
    if not sum(lens.weight for lens in framework.lenses):
        yield Problem("no-lens-weight", ("lenses",))
        return
    if not framework.steps:
        yield Problem("no-steps", ("steps",))
    for n, strategy in enumerate(strategies):
        for rival in strategies:
            gain = sum(
                lens.weight
                * max(o.points.get(strategy, 0) - o.points.get(rival, 0) for o in question.options)
                for lens, question in framework.strategy_questions
                if question.options
            )
            if rival != strategy and gain <= 0:
                yield Problem("cannot-lead", ("strategies", n), {"found": strategy, "rival": rival})
    for n, condition in enumerate(framework.conditions):
        if not framework.questions_about("condition", condition.id):
            yield Problem("condition-unmeasured", ("conditions", n), {"found": condition.id})


def _block(block: Block, at: Place) -> Iterator[Problem]:
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
    elif block.kind == "choice":
        for n, option in enumerate(question.options):
            if option.id in RESERVED:
                yield Problem("reserved-id", (*at, "options", n, "id"), {"found": option.id})
        yield from _balance(framework, question, at)
    else:
        yield from _measure(framework, question, block, at)


def _measure(
    framework: Framework, question: Question, block: Block, at: Place
) -> Iterator[Problem]:
    """A ladder or spectrum has five texts and measures something that exists."""
    name = _ANSWERS[block.kind]
    texts = getattr(question, name)
    if len(texts) != len(LEVELS):
        values = {"expected": str(len(LEVELS)), "found": str(len(texts))}
        yield Problem("wrong-number-of-levels", (*at, name), values)
    if question.measures is None:
        yield Problem("missing-key", at, {"expected": "measures"})
    elif block.measures is not None:
        targets = _targets(framework, block.measures)
        if question.measures not in targets:
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
