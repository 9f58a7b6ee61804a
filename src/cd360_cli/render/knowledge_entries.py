"""Each entry of a framework in full: what stands under its name."""

from collections.abc import Callable
from typing import Any

from rich.console import Group
from rich.text import Text as Styled

from cd360_cli.framework import Block, Lens, Question
from cd360_cli.interview_keys import numbers_of
from cd360_cli.knowledge import (
    Benchmark,
    Concept,
    Condition,
    Discipline,
    Move,
    Source,
    Step,
    Strategy,
    Tension,
    Trait,
)
from cd360_cli.render.knowledge_shelf import DIM, Parts, Shelf, listed, weighed
from cd360_cli.shape import Text
from cd360_cli.texts import knowledge as say
from cd360_cli.texts.wording import inner, visible


def steps_of(shelf: Shelf, discipline: Discipline) -> list[Step]:
    """The steps of the journey that belong to a discipline."""
    return [s for s in shelf.framework.steps if s.discipline == discipline.id]


def _strategy(shelf: Shelf, strategy: Strategy) -> Parts:
    home = strategy.home
    discipline = shelf.named_in("disciplines", home.discipline)
    yield shelf.line(say.HOME, Styled.assemble(discipline, (f", {shelf.basis(home)}", DIM)))
    yield shelf.line(say.PROMISE, shelf.fact(strategy.promise))
    yield shelf.line(say.PAYS_FOR, shelf.fact(strategy.pays_for))
    yield shelf.line(say.OPERATING_MODEL, shelf.fact(strategy.operating_model))
    pitfalls = (listed(shelf.fact(pitfall)) for pitfall in strategy.pitfalls)
    yield from shelf.part(say.PITFALLS, pitfalls)
    yield from shelf.examples(strategy.examples)
    conditions = (c for c in shelf.framework.conditions if c.strategy == strategy.id)
    yield from shelf.part(say.NEEDS, (listed(shelf.named(c)) for c in conditions))
    yield from shelf.lives_by(say.LIVES_BY_STEPS, shelf.framework.steps, strategy.id)
    yield from shelf.lives_by(say.LIVES_BY_TRAITS, shelf.framework.traits, strategy.id)
    yield from shelf.measured_by("strategy", strategy.id)
    yield from shelf.moves(strategy.id, "standing", "strategy")


def _discipline(shelf: Shelf, discipline: Discipline) -> Parts:
    yield Styled(shelf.read(discipline.about))
    yield shelf.line(say.PROCESS, shelf.read(discipline.process))
    steps = steps_of(shelf, discipline)
    yield from shelf.part(say.STEPS, (listed(shelf.named(s)) for s in steps))
    strategies = (s for s in shelf.framework.strategies if s.home.discipline == discipline.id)
    yield from shelf.part(say.AT_HOME, (listed(shelf.named(s)) for s in strategies))


def _step(shelf: Shelf, step: Step) -> Parts:
    yield shelf.fact(step.about)
    yield shelf.line(say.DISCIPLINE, shelf.named_in("disciplines", step.discipline))
    yield from shelf.affinities(step.affinities)
    rows = [
        (f"{s.points:+}", shelf.tagged(shelf.read(t.right), t.id), shelf.basis(s))
        for t in shelf.framework.tensions
        for s in t.shifts
        if s.step == step.id
    ]
    yield from shelf.part(say.SHIFTED, weighed(rows))
    yield from shelf.measured_by("step", step.id)
    yield from shelf.moves(step.id, "step")
    benchmarks = (b for b in shelf.framework.benchmarks if b.step == step.id)
    yield from shelf.part(say.GROUPS["benchmarks"], (listed(shelf.named(b)) for b in benchmarks))


def _trait(shelf: Shelf, trait: Trait) -> Parts:
    yield shelf.fact(trait.about)
    yield from shelf.affinities(trait.affinities)
    yield from shelf.examples(trait.examples)
    yield from shelf.measured_by("trait", trait.id)
    yield from shelf.moves(trait.id, "trait")


def _tension(shelf: Shelf, tension: Tension) -> Parts:
    yield shelf.fact(tension.about)
    yield shelf.line(say.LEFT, shelf.read(tension.left))
    yield shelf.line(say.RIGHT, shelf.read(tension.right))
    rows = [
        (f"{s.points:+}", shelf.named_in("steps", s.step), shelf.basis(s)) for s in tension.shifts
    ]
    yield from shelf.part(say.SHIFTS, weighed(rows))
    yield from shelf.measured_by("tension", tension.id)


def _condition(shelf: Shelf, condition: Condition) -> Parts:
    yield shelf.fact(condition.about)
    yield shelf.line(say.STRATEGY, shelf.named_in("strategies", condition.strategy))
    yield shelf.line(say.MINIMUM, str(condition.minimum))
    yield shelf.line(say.MET, shelf.read(condition.met))
    yield shelf.line(say.UNMET, shelf.read(condition.unmet))
    yield from shelf.measured_by("condition", condition.id)
    yield from shelf.moves(condition.id, "condition")


def _benchmark(shelf: Shelf, benchmark: Benchmark) -> Parts:
    yield shelf.fact(benchmark.about)
    yield shelf.line(say.STEP, shelf.named_in("steps", benchmark.step))
    rules = (
        (f"{rule.currency} {shelf.amount(rule.revenue)}", shelf.named(rule), shelf.basis(rule))
        for rule in benchmark.rules
    )
    yield from shelf.part(say.RULES, weighed(rules))


def _concept(shelf: Shelf, concept: Concept) -> Parts:
    yield shelf.fact(concept.about)


_TARGETS = {
    "standing": "strategies",
    "condition": "conditions",
    "step": "steps",
    "trait": "traits",
    "strategy": "strategies",
    "gap": "lenses",
    "tension": "tensions",
}
"""The list that holds what a measure or a move of this kind is about."""


def _move(shelf: Shelf, move: Move) -> Parts:
    yield Styled(shelf.read(move.do))
    yield shelf.line(say.BECAUSE, shelf.tagged(shelf.read(move.because), shelf.basis(move)))
    target = inner(shelf.named_in(_TARGETS[move.kind], move.target).plain)
    yield shelf.line(say.OCCASION, shelf.say(say.OCCASIONS[move.kind], target=target))


def _question(shelf: Shelf, question: Question) -> Parts:
    block = next(b for b in shelf.framework.blocks if b.id == question.block)
    yield Styled(shelf.read(question.ask))
    yield shelf.line(say.WHY, shelf.tagged(shelf.read(question.why), shelf.basis(question)))
    yield shelf.line(say.BLOCK, shelf.named(block))
    if block.lens is not None:
        yield shelf.line(say.LENS, shelf.named_in("lenses", block.lens))
    if block.measures is not None and question.measures is not None:
        measured = shelf.named_in(_TARGETS[block.measures], question.measures)
        yield shelf.line(say.MEASURES, measured)
    label = say.CHOICES_WITH_POINTS if question.options else say.CHOICES
    yield from shelf.part(label, _choices(shelf, question))


def _choices(shelf: Shelf, question: Question) -> Parts:
    names = {s.id: shelf.read(s.name) for s in shelf.framework.strategies}
    options = {option.id: option for option in question.options}
    for mark, (value, text) in zip(numbers_of(question), question.choices.items(), strict=True):
        said, means = Styled(shelf.read(text)), Styled(style=DIM)
        if option := options.get(value):
            said.append(f" ({value})", style=DIM)
            given = ", ".join(f"{names[s]} {n}" for s, n in option.points.items())
            said.append(f": {given}")
            means.append(shelf.read(option.means or Text()))
        yield listed(Group(said, means) if means else said, mark)


def _source(shelf: Shelf, source: Source) -> Parts:
    yield Styled(visible(source.title))
    if source.author:
        yield shelf.line(say.AUTHOR, visible(source.author))
    yield shelf.line(say.YEAR, str(source.year))
    yield shelf.line(say.WHERE, visible(source.where))
    yield shelf.line(say.SEEN, shelf.say(say.SEEN_PARTS[source.seen]))
    naming = (
        listed(Styled.assemble(f"{shelf.say(say.KINDS[name])}: ", shelf.known_as(item)))
        for name in DESCRIBED
        for item in getattr(shelf.framework, name)
        if _names(item, source.id)
    )
    yield from shelf.part(say.NAMED_BY, naming)


def _names(value: Any, source: str) -> bool:
    """Whether a record, or one within it, names the source."""
    if source in getattr(value, "sources", ()):
        return True
    return isinstance(value, tuple) and any(_names(inner, source) for inner in value)


def _lens(shelf: Shelf, lens: Lens) -> Parts:
    framework = shelf.framework
    yield Styled(shelf.read(lens.about))
    of = sum(each.weight for each in framework.lenses)
    yield shelf.line(say.WEIGHT, shelf.say(say.WEIGHT_OF, weight=lens.weight, of=of))
    blocks = [b for b in framework.blocks if b.lens == lens.id]
    yield from shelf.part(say.BLOCKS, (listed(shelf.named(b)) for b in blocks))
    yield from shelf.questions(
        say.QUESTIONS, (q for b in blocks for q in framework.questions_of(b))
    )
    yield from shelf.moves(lens.id, "gap")


def _block(shelf: Shelf, block: Block) -> Parts:
    yield Styled(shelf.read(block.about))
    yield shelf.line(say.ANSWERED_WITH, shelf.say(say.ANSWERS[block.kind]))
    if block.lens is not None:
        yield shelf.line(say.LENS, shelf.named_in("lenses", block.lens))
    if block.kind != "choice" and block.measures is not None:
        yield shelf.line(say.MEASURES, shelf.say(say.MEASURED[block.measures]))
    yield from shelf.questions(say.QUESTIONS, shelf.framework.questions_of(block))


DESCRIBED: dict[str, Callable[[Shelf, Any], Parts]] = {
    "strategies": _strategy,
    "disciplines": _discipline,
    "steps": _step,
    "traits": _trait,
    "tensions": _tension,
    "conditions": _condition,
    "benchmarks": _benchmark,
    "concepts": _concept,
    "moves": _move,
    "questions": _question,
    "sources": _source,
    "lenses": _lens,
    "blocks": _block,
}
"""The framework's lists, and how an item of each is described."""
