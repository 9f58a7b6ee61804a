"""The knowledge behind cd360, as values: strategies, journey, traits, tensions, questions, sources.

The field names and annotations are the keys and types of `data/framework.yaml`.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

from cd360_cli.shape import Id, Span, Text

FORMAT = 1
"""Version of the framework file's format, its key `cd360`."""

LEVELS = range(5)
"""Levels of a ladder, worst first."""

POSITIONS = range(1, 6)
"""Positions of a spectrum, far left first; the third is the middle."""

Basis = Literal["published", "inferred"]
Kind = Literal["choice", "ladder", "spectrum"]
Measured = Literal["step", "trait", "condition", "strategy", "tension"]
Occasion = Literal["standing", "condition", "step", "trait", "strategy", "gap"]
Points = Annotated[int, Span((0, 10))]


class Source(NamedTuple):
    """Where a fact comes from, and how much of it this project has seen."""

    id: Id
    author: str
    title: str
    year: Annotated[int, Span((1800, 2200))]
    where: str
    seen: Literal["whole", "part", "recalled"]


class Fact(NamedTuple):
    """A statement with its basis. In the file the languages stand beside `basis` and `sources`."""

    LANGUAGES_BESIDE = True  # type: ignore[misc]

    text: Text
    basis: Basis
    sources: tuple[Id, ...] = ()


class Lens(NamedTuple):
    """One angle on the choice of strategy; `weight` is its part in the score."""

    id: Id
    name: Text
    about: Text
    weight: Annotated[int, Span((0, 1000))]


class Block(NamedTuple):
    """Questions of one kind that are asked together."""

    id: Id
    name: Text
    kind: Kind
    about: Text
    lens: Id | None = None
    measures: Measured | None = None


class Home(NamedTuple):
    """The discipline in which a strategy is at home."""

    discipline: Id
    basis: Basis
    sources: tuple[Id, ...] = ()


class Example(NamedTuple):
    """A company that a source names."""

    company: str
    sources: tuple[Id, ...]


class Strategy(NamedTuple):
    """A value strategy: what a company may lead on."""

    id: Id
    name: Text
    home: Home
    promise: Fact
    pays_for: Fact
    operating_model: Fact
    pitfalls: tuple[Fact, ...] = ()
    examples: tuple[Example, ...] = ()


class Discipline(NamedTuple):
    """A quarter of the journey and the part of the organisation that carries it."""

    id: Id
    name: Text
    process: Text
    about: Text


class Affinity(NamedTuple):
    """How much a strategy lives by a step or trait, 0-10."""

    strategy: Id
    points: Points
    basis: Basis
    sources: tuple[Id, ...] = ()


class Step(NamedTuple):
    """A step of the customer journey; the last leads to the first."""

    id: Id
    name: Text
    discipline: Id
    about: Fact
    affinities: tuple[Affinity, ...]


class Trait(NamedTuple):
    """A trait of experience disruptors."""

    id: Id
    name: Text
    about: Fact
    affinities: tuple[Affinity, ...]
    examples: tuple[Example, ...] = ()


class Shift(NamedTuple):
    """What the far right of a tension adds to a step's importance; the far left subtracts it."""

    step: Id
    points: Annotated[int, Span((-10, 10))]
    basis: Basis
    sources: tuple[Id, ...] = ()


class Tension(NamedTuple):
    """A choice of business model between an old pole (left) and a new one (right)."""

    id: Id
    name: Text
    left: Text
    right: Text
    about: Fact
    shifts: tuple[Shift, ...]


class Condition(NamedTuple):
    """What a strategy needs to be carried out; never evidence for the strategy itself."""

    id: Id
    name: Text
    strategy: Id
    minimum: Annotated[int, Span((0, 4))]
    about: Fact
    met: Text
    unmet: Text


class StaffingRule(NamedTuple):
    """Yearly revenue for which one person is reckoned."""

    id: Id
    name: Text
    revenue: Annotated[int, Span((1, 10**12))]
    currency: Literal["USD", "EUR"]
    basis: Basis
    sources: tuple[Id, ...] = ()


class Benchmark(NamedTuple):
    """How many people others put on a step."""

    id: Id
    name: Text
    about: Fact
    step: Id
    rules: tuple[StaffingRule, ...]


class Concept(NamedTuple):
    """An idea behind the framework."""

    id: Id
    name: Text
    about: Fact


class Move(NamedTuple):
    """Something to do next, and the occasion (kind and target) on which it is said."""

    id: Id
    kind: Occasion
    target: Id
    do: Text
    because: Text
    basis: Basis
    sources: tuple[Id, ...] = ()


class Option(NamedTuple):
    """A possible answer to a choice question, with its points by strategy."""

    id: Id
    text: Text
    points: Mapping[Id, Annotated[int, Span((0, 100))]]


class Question(NamedTuple):
    """A question with, by the kind of its block, options, levels (0-4) or positions (1-5)."""

    id: Id
    block: Id
    ask: Text
    why: Text
    basis: Basis
    sources: tuple[Id, ...] = ()
    measures: Id | None = None
    options: tuple[Option, ...] = ()
    levels: tuple[Text, ...] = ()
    positions: tuple[Text, ...] = ()

    @property
    def choices(self) -> dict[str, Text]:
        """Every possible answer, in the order shown: what stands in a file -> its text."""
        if self.options:
            return {option.id: option.text for option in self.options}
        if self.levels:
            return {str(n): text for n, text in zip(LEVELS, self.levels, strict=False)}
        return {str(n): text for n, text in zip(POSITIONS, self.positions, strict=False)}

    def points(self, option: str, strategy: str) -> int:
        """Points that an option gives to a strategy."""
        return next(o.points.get(strategy, 0) for o in self.options if o.id == option)


class Bands(NamedTuple):
    """The least opportunity (0-20) of each band (Ulwick)."""

    extreme: Annotated[int, Span((0, 20))]
    high: Annotated[int, Span((0, 20))]
    attention: Annotated[int, Span((0, 20))]


class Limits(NamedTuple):
    """The numbers at which a finding changes its name."""

    norm: Annotated[int, Span((0, 4))]
    """Level of the market's norm on a ladder."""
    coverage: Annotated[int, Span((0, 100))]
    """Percentage of strategy questions that must be answered for a verdict."""
    clear: Annotated[int, Span((1, 100))]
    leaning: Annotated[int, Span((1, 100))]
    """Answers to flip from which a verdict is clear, or leaning."""
    lens_steps: Annotated[int, Span((1, 100))]
    """Steps in which the weight of 1 is divided over the lenses (20 = steps of 5 %)."""
    bands: Bands
    emphasised_steps: Annotated[int, Span((1, 100))]
    emphasised_traits: Annotated[int, Span((1, 100))]


class Framework(NamedTuple):
    """All that cd360 knows."""

    cd360: Literal[1]
    id: Id
    version: str
    name: Text
    languages: tuple[str, ...]
    limits: Limits
    lenses: tuple[Lens, ...]
    blocks: tuple[Block, ...]
    strategies: tuple[Strategy, ...]
    disciplines: tuple[Discipline, ...]
    steps: tuple[Step, ...]
    traits: tuple[Trait, ...]
    tensions: tuple[Tension, ...]
    questions: tuple[Question, ...]
    sources: tuple[Source, ...]
    conditions: tuple[Condition, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    concepts: tuple[Concept, ...] = ()
    moves: tuple[Move, ...] = ()

    def questions_of(self, block: Block) -> tuple[Question, ...]:
        """The questions of a block, in the order of the file."""
        return tuple(q for q in self.questions if q.block == block.id)

    def questions_about(self, measured: Measured, target: str) -> tuple[Question, ...]:
        """The ladders or spectra that measure one step, trait, condition, strategy or tension."""
        blocks = {b.id for b in self.blocks if b.measures == measured}
        return tuple(q for q in self.questions if q.block in blocks and q.measures == target)

    @property
    def asked(self) -> tuple[Question, ...]:
        """All questions in the order of asking: block by block."""
        return tuple(q for block in self.blocks for q in self.questions_of(block))

    @property
    def strategy_questions(self) -> tuple[tuple[Lens, Question], ...]:
        """The questions that decide which strategy leads, each with its lens."""
        lenses = {lens.id: lens for lens in self.lenses}
        return tuple(
            (lenses[block.lens], question)
            for block in self.blocks
            if block.lens is not None
            for question in self.questions_of(block)
        )
