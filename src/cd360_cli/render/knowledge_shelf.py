"""What is said of a framework's entries in the same way: names, sources, facts, lists of parts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from cd360_cli.framework import Framework, Measured, Question
from cd360_cli.knowledge import Affinity, Example, Fact, Move, Occasion, Step, Trait
from cd360_cli.render.page import indented
from cd360_cli.shape import Text
from cd360_cli.texts import knowledge as say
from cd360_cli.texts.wording import visible

DIM = "dim"
BULLET = "-"

Parts = Iterator[RenderableType]


class Shelf(NamedTuple):
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
        yield from self.part(label, (listed(self.known_as(q)) for q in questions))

    def measured_by(self, measured: Measured, target: str) -> Parts:
        """The questions that measure something."""
        yield from self.questions(say.MEASURED_BY, self.framework.questions_about(measured, target))

    def moves(self, target: str, *occasions: Occasion) -> Parts:
        """The moves on the occasions of something."""
        moves = (m for m in self.framework.moves if m.target == target and m.kind in occasions)
        yield from self.part(say.MOVES, (listed(self.known_as(m)) for m in moves))

    def examples(self, examples: Sequence[Example]) -> Parts:
        """Companies, each with the sources that name them."""
        companies = (self.tagged(visible(e.company), self.sources(e.sources)) for e in examples)
        yield from self.part(say.EXAMPLES, map(listed, companies))

    def affinities(self, affinities: Sequence[Affinity]) -> Parts:
        """How much each strategy lives by something, highest first."""
        rows = (
            (str(a.points), self.named_in("strategies", a.strategy), self.basis(a))
            for a in sorted(affinities, key=lambda a: -a.points)
        )
        yield from self.part(say.AFFINITIES, weighed(rows))

    def lives_by(self, label: Text, items: Sequence[Step | Trait], strategy: str) -> Parts:
        """The steps or traits that a strategy lives by, highest first."""
        found = [(a, item) for item in items for a in item.affinities if a.strategy == strategy]
        rows = (
            (str(a.points), self.named(item), self.basis(a))
            for a, item in sorted(found, key=lambda pair: -pair[0].points)
        )
        yield from self.part(label, weighed(rows))


def listed(said: RenderableType, mark: str = BULLET) -> RenderableType:
    """A text behind a mark, its further lines under its first."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Styled(mark), said)
    return table


def weighed(rows: Iterable[tuple[str, Styled, str]]) -> Parts:
    """Rows of points, what they are given to, and what they rest on; nothing without rows."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for points, name, basis in rows:
        table.add_row(Styled(points), Styled.assemble(name, (f", {basis}", DIM)))
    if table.rows:
        yield table
