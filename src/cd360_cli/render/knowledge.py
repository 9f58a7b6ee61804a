"""The framework on a screen: as a tree, and each of its entries in full."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled
from rich.tree import Tree

from cd360_cli.framework import Block, Framework, Lens, Measured, Question
from cd360_cli.interview_keys import numbers_of
from cd360_cli.knowledge import (
    Affinity,
    Benchmark,
    Concept,
    Condition,
    Discipline,
    Example,
    Fact,
    Move,
    Occasion,
    Source,
    Step,
    Strategy,
    Tension,
    Trait,
)
from cd360_cli.render.page import indented
from cd360_cli.shape import Text
from cd360_cli.texts import knowledge as say
from cd360_cli.texts.wording import counted, inner, visible

DIM = "dim"
BULLET = "-"

Parts = Iterator[RenderableType]


def tree(framework: Framework, language: str) -> Tree:
    """What the framework holds, every node as `name (id)`."""
    shelf = _Shelf(framework, language)
    root = Tree(Styled.assemble(shelf.named(framework), f" {visible(framework.version)}"))
    for name in ("strategies", "disciplines", "traits", "tensions", "conditions", "benchmarks",
                 "concepts", "lenses", "blocks"):  # fmt: skip
        if items := getattr(framework, name):
            group = root.add(Styled(shelf.say(say.GROUPS[name]), style="bold"))
            for item in items:
                _branch(shelf, group, item)
    for name in ("moves", "sources"):
        group_name = shelf.say(say.GROUPS[name])
        count = shelf.say(say.COUNT, group=group_name, n=len(getattr(framework, name)))
        root.add(Styled(count, style="bold"))
    return root


def entry(framework: Framework, id: str, language: str) -> RenderableType | None:
    """Everything that stands under an id, from every list that has it; None where none has."""
    shelf = _Shelf(framework, language)
    found = [
        _entry(shelf, name, item, describe)
        for name, describe in _DESCRIBED.items()
        for item in getattr(framework, name)
        if item.id == id
    ]
    apart = [part for one in found for part in (Styled(), one)]
    return Group(*apart[1:]) if found else None


def ids(framework: Framework) -> list[str]:
    """Every id that has an entry, once."""
    return list(dict.fromkeys(item.id for name in _DESCRIBED for item in getattr(framework, name)))


class _Shelf(NamedTuple):
    """A framework and the language to read it in."""

    framework: Framework
    language: str

    def say(self, text: Text, **values: object) -> str:
        """A sentence of the tool, filled in."""
        return text.say(self.language).format(**values)

    def read(self, text: Text) -> str:
        """A text of the framework, on one line."""
        return visible(" ".join(text.say(self.language).split()))

    def named(self, item: Any) -> Styled:
        """`name (id)`."""
        return self.tagged(self.read(item.name), item.id)

    def tagged(self, text: str, note: str) -> Styled:
        """A text with a note, where there is one, in brackets behind it."""
        return Styled.assemble(text, (f" ({note})" if note else "", DIM))

    def known_as(self, item: Any) -> Styled:
        """`name (id)`, or what is asked or to be done where there is no name."""
        if isinstance(item, Question):
            return self.tagged(self.read(item.ask), item.id)
        if isinstance(item, Move):
            return self.tagged(self.read(item.do), item.id)
        return self.named(item)

    def named_in(self, name: str, id: str) -> Styled:
        """`name (id)` of what has this id in one of the framework's lists."""
        return self.named(next(item for item in getattr(self.framework, name) if item.id == id))

    def sources(self, ids: Sequence[str]) -> str:
        """Sources in short: `author year; author year`."""
        known = {s.id: visible(s.known_by) for s in self.framework.sources}
        return "; ".join(known[id] for id in ids)

    def amount(self, whole: int) -> str:
        """A large whole number, in groups of three digits."""
        return f"{whole:,}".replace(",", "." if self.language == "nl" else ",")

    def basis(self, item: Any) -> str:
        """What a fact or number rests on."""
        if item.basis == "published":
            return self.say(say.PUBLISHED, sources=self.sources(item.sources))
        if item.sources:
            return self.say(say.INFERRED_FROM, sources=self.sources(item.sources))
        return self.say(say.INFERRED)

    def fact(self, fact: Fact) -> Styled:
        """A statement and what it rests on."""
        return self.tagged(self.read(fact.text), self.basis(fact))

    def part(self, label: Text, parts: Iterable[RenderableType]) -> Parts:
        """A label with its parts under it; nothing where there are none."""
        if found := list(parts):
            yield Styled(self.say(label), style="bold")
            yield indented(Group(*found))

    def line(self, label: Text, said: str | Styled) -> RenderableType:
        """`label: what is said`."""
        return Styled.assemble((f"{self.say(label)}: ", "bold"), said)

    def questions(self, label: Text, questions: Iterable[Question]) -> Parts:
        """Questions as they are asked, each with its id."""
        yield from self.part(label, (_listed(self.known_as(q)) for q in questions))

    def measured_by(self, measured: Measured, target: str) -> Parts:
        """The questions that measure something."""
        yield from self.questions(say.MEASURED_BY, self.framework.questions_about(measured, target))

    def moves(self, target: str, *occasions: Occasion) -> Parts:
        """The moves on the occasions of something."""
        moves = (m for m in self.framework.moves if m.target == target and m.kind in occasions)
        yield from self.part(say.MOVES, (_listed(self.known_as(m)) for m in moves))

    def examples(self, examples: Sequence[Example]) -> Parts:
        """Companies, each with the sources that name them."""
        companies = (self.tagged(visible(e.company), self.sources(e.sources)) for e in examples)
        yield from self.part(say.EXAMPLES, map(_listed, companies))

    def affinities(self, affinities: Sequence[Affinity]) -> Parts:
        """How much each strategy lives by something, highest first."""
        rows = (
            (str(a.points), self.named_in("strategies", a.strategy), self.basis(a))
            for a in sorted(affinities, key=lambda a: -a.points)
        )
        yield from self.part(say.AFFINITIES, _weighed(rows))

    def lives_by(self, label: Text, items: Sequence[Step | Trait], strategy: str) -> Parts:
        """The steps or traits that a strategy lives by, highest first."""
        found = [(a, item) for item in items for a in item.affinities if a.strategy == strategy]
        rows = (
            (str(a.points), self.named(item), self.basis(a))
            for a, item in sorted(found, key=lambda pair: -pair[0].points)
        )
        yield from self.part(label, _weighed(rows))


def _branch(shelf: _Shelf, group: Tree, item: Any) -> None:
    label = shelf.named(item)
    if isinstance(item, Block):
        count = len(shelf.framework.questions_of(item))
        one, many = say.QUESTIONS_ONE.say(shelf.language), say.QUESTIONS_MANY.say(shelf.language)
        label.append(f": {counted(count, one, many)}")
    branch = group.add(label)
    if isinstance(item, Discipline):
        for step in _steps_of(shelf, item):
            branch.add(shelf.named(step))


def _entry(
    shelf: _Shelf, name: str, item: Any, describe: Callable[[_Shelf, Any], Parts]
) -> RenderableType:
    title = shelf.named(item) if hasattr(item, "name") else Styled(item.id)
    title.stylize("bold")
    kind = Styled(shelf.say(say.KINDS[name]), style=DIM)
    return Group(title, kind, indented(Group(*describe(shelf, item))))


def _listed(said: RenderableType, mark: str = BULLET) -> RenderableType:
    """A text behind a mark, its further lines under its first."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Styled(mark), said)
    return table


def _weighed(rows: Iterable[tuple[str, Styled, str]]) -> Parts:
    """Rows of points, what they are given to, and what they rest on; nothing without rows."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for points, name, basis in rows:
        table.add_row(Styled(points), Styled.assemble(name, (f", {basis}", DIM)))
    if table.rows:
        yield table


def _steps_of(shelf: _Shelf, discipline: Discipline) -> list[Step]:
    return [s for s in shelf.framework.steps if s.discipline == discipline.id]


def _strategy(shelf: _Shelf, strategy: Strategy) -> Parts:
    home = strategy.home
    discipline = shelf.named_in("disciplines", home.discipline)
    yield shelf.line(say.HOME, Styled.assemble(discipline, (f", {shelf.basis(home)}", DIM)))
    yield shelf.line(say.PROMISE, shelf.fact(strategy.promise))
    yield shelf.line(say.PAYS_FOR, shelf.fact(strategy.pays_for))
    yield shelf.line(say.OPERATING_MODEL, shelf.fact(strategy.operating_model))
    pitfalls = (_listed(shelf.fact(pitfall)) for pitfall in strategy.pitfalls)
    yield from shelf.part(say.PITFALLS, pitfalls)
    yield from shelf.examples(strategy.examples)
    conditions = (c for c in shelf.framework.conditions if c.strategy == strategy.id)
    yield from shelf.part(say.NEEDS, (_listed(shelf.named(c)) for c in conditions))
    yield from shelf.lives_by(say.LIVES_BY_STEPS, shelf.framework.steps, strategy.id)
    yield from shelf.lives_by(say.LIVES_BY_TRAITS, shelf.framework.traits, strategy.id)
    yield from shelf.measured_by("strategy", strategy.id)
    yield from shelf.moves(strategy.id, "standing", "strategy")


def _discipline(shelf: _Shelf, discipline: Discipline) -> Parts:
    yield Styled(shelf.read(discipline.about))
    yield shelf.line(say.PROCESS, shelf.read(discipline.process))
    steps = _steps_of(shelf, discipline)
    yield from shelf.part(say.STEPS, (_listed(shelf.named(s)) for s in steps))
    strategies = (s for s in shelf.framework.strategies if s.home.discipline == discipline.id)
    yield from shelf.part(say.AT_HOME, (_listed(shelf.named(s)) for s in strategies))


def _step(shelf: _Shelf, step: Step) -> Parts:
    yield shelf.fact(step.about)
    yield shelf.line(say.DISCIPLINE, shelf.named_in("disciplines", step.discipline))
    yield from shelf.affinities(step.affinities)
    rows = [
        (f"{s.points:+}", shelf.tagged(shelf.read(t.right), t.id), shelf.basis(s))
        for t in shelf.framework.tensions
        for s in t.shifts
        if s.step == step.id
    ]
    yield from shelf.part(say.SHIFTED, _weighed(rows))
    yield from shelf.measured_by("step", step.id)
    yield from shelf.moves(step.id, "step")
    benchmarks = (b for b in shelf.framework.benchmarks if b.step == step.id)
    yield from shelf.part(say.GROUPS["benchmarks"], (_listed(shelf.named(b)) for b in benchmarks))


def _trait(shelf: _Shelf, trait: Trait) -> Parts:
    yield shelf.fact(trait.about)
    yield from shelf.affinities(trait.affinities)
    yield from shelf.examples(trait.examples)
    yield from shelf.measured_by("trait", trait.id)
    yield from shelf.moves(trait.id, "trait")


def _tension(shelf: _Shelf, tension: Tension) -> Parts:
    yield shelf.fact(tension.about)
    yield shelf.line(say.LEFT, shelf.read(tension.left))
    yield shelf.line(say.RIGHT, shelf.read(tension.right))
    rows = [
        (f"{s.points:+}", shelf.named_in("steps", s.step), shelf.basis(s)) for s in tension.shifts
    ]
    yield from shelf.part(say.SHIFTS, _weighed(rows))
    yield from shelf.measured_by("tension", tension.id)


def _condition(shelf: _Shelf, condition: Condition) -> Parts:
    yield shelf.fact(condition.about)
    yield shelf.line(say.STRATEGY, shelf.named_in("strategies", condition.strategy))
    yield shelf.line(say.MINIMUM, str(condition.minimum))
    yield shelf.line(say.MET, shelf.read(condition.met))
    yield shelf.line(say.UNMET, shelf.read(condition.unmet))
    yield from shelf.measured_by("condition", condition.id)
    yield from shelf.moves(condition.id, "condition")


def _benchmark(shelf: _Shelf, benchmark: Benchmark) -> Parts:
    yield shelf.fact(benchmark.about)
    yield shelf.line(say.STEP, shelf.named_in("steps", benchmark.step))
    rules = (
        (f"{rule.currency} {shelf.amount(rule.revenue)}", shelf.named(rule), shelf.basis(rule))
        for rule in benchmark.rules
    )
    yield from shelf.part(say.RULES, _weighed(rules))


def _concept(shelf: _Shelf, concept: Concept) -> Parts:
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


def _move(shelf: _Shelf, move: Move) -> Parts:
    yield Styled(shelf.read(move.do))
    yield shelf.line(say.BECAUSE, shelf.tagged(shelf.read(move.because), shelf.basis(move)))
    target = inner(shelf.named_in(_TARGETS[move.kind], move.target).plain)
    yield shelf.line(say.OCCASION, shelf.say(say.OCCASIONS[move.kind], target=target))


def _question(shelf: _Shelf, question: Question) -> Parts:
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


def _choices(shelf: _Shelf, question: Question) -> Parts:
    names = {s.id: shelf.read(s.name) for s in shelf.framework.strategies}
    options = {option.id: option for option in question.options}
    for mark, (value, text) in zip(numbers_of(question), question.choices.items(), strict=True):
        said, means = Styled(shelf.read(text)), Styled(style=DIM)
        if option := options.get(value):
            said.append(f" ({value})", style=DIM)
            given = ", ".join(f"{names[s]} {n}" for s, n in option.points.items())
            said.append(f": {given}")
            means.append(shelf.read(option.means or Text()))
        yield _listed(Group(said, means) if means else said, mark)


def _source(shelf: _Shelf, source: Source) -> Parts:
    yield Styled(visible(source.title))
    if source.author:
        yield shelf.line(say.AUTHOR, visible(source.author))
    yield shelf.line(say.YEAR, str(source.year))
    yield shelf.line(say.WHERE, visible(source.where))
    yield shelf.line(say.SEEN, shelf.say(say.SEEN_PARTS[source.seen]))
    naming = (
        _listed(Styled.assemble(f"{shelf.say(say.KINDS[name])}: ", shelf.known_as(item)))
        for name in _DESCRIBED
        for item in getattr(shelf.framework, name)
        if _names(item, source.id)
    )
    yield from shelf.part(say.NAMED_BY, naming)


def _names(value: Any, source: str) -> bool:
    """Whether a record, or one within it, names the source."""
    if source in getattr(value, "sources", ()):
        return True
    return isinstance(value, tuple) and any(_names(inner, source) for inner in value)


def _lens(shelf: _Shelf, lens: Lens) -> Parts:
    framework = shelf.framework
    yield Styled(shelf.read(lens.about))
    of = sum(each.weight for each in framework.lenses)
    yield shelf.line(say.WEIGHT, shelf.say(say.WEIGHT_OF, weight=lens.weight, of=of))
    blocks = [b for b in framework.blocks if b.lens == lens.id]
    yield from shelf.part(say.BLOCKS, (_listed(shelf.named(b)) for b in blocks))
    yield from shelf.questions(
        say.QUESTIONS, (q for b in blocks for q in framework.questions_of(b))
    )
    yield from shelf.moves(lens.id, "gap")


def _block(shelf: _Shelf, block: Block) -> Parts:
    yield Styled(shelf.read(block.about))
    yield shelf.line(say.ANSWERED_WITH, shelf.say(say.ANSWERS[block.kind]))
    if block.lens is not None:
        yield shelf.line(say.LENS, shelf.named_in("lenses", block.lens))
    if block.kind != "choice" and block.measures is not None:
        yield shelf.line(say.MEASURES, shelf.say(say.MEASURED[block.measures]))
    yield from shelf.questions(say.QUESTIONS, shelf.framework.questions_of(block))


_DESCRIBED: dict[str, Callable[[_Shelf, Any], Parts]] = {
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
