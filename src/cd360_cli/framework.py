"""A framework: its questionnaire, its limits and all that it knows.

The field names and annotations are the keys and types of `data/framework.yaml`; the string below
each says what it means.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple

from cd360_cli.knowledge import (
    Basis,
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
from cd360_cli.shape import Id, Span, Text

RESERVED = ("dont-know", "not-applicable")
"""What an assessment file says instead of an option."""

LEVELS = range(5)
"""Levels of a ladder, worst first."""

POSITIONS = range(1, 6)
"""Positions of a spectrum, far left first; the third is the middle."""

Kind = Literal["choice", "ladder", "spectrum"]
Measured = Literal["step", "trait", "condition", "strategy", "tension"]


class Lens(NamedTuple):
    """One angle on the choice of strategy; `weight` is its part in the score."""

    id: Id
    """Name that blocks refer to."""
    name: Text
    """Shown above its scores."""
    about: Text
    """What the lens looks at."""
    weight: Annotated[int, Span((0, 1000))]
    """Part in the score, against the other lenses."""


class Block(NamedTuple):
    """Questions of one kind that are asked together."""

    id: Id
    """Name that questions refer to."""
    name: Text
    """Shown while it is asked."""
    kind: Kind
    """`choice`: options with points; `ladder`: levels 0-4; `spectrum`: positions 1-5."""
    about: Text
    """Said before its first question."""
    lens: Id | None = None
    """The lens that its answers count for. Only for choices."""
    measures: Measured | None = None
    """What its ladders or spectra measure. Not for choices."""


class Option(NamedTuple):
    """A possible answer to a choice question, with its points by strategy."""

    id: Id
    """Stands in the assessment file."""
    text: Text
    """Read aloud."""
    points: Mapping[Id, Annotated[int, Span((0, 100))]]
    """Whole points by strategy: usually 3 to one, at most 1 to a neighbour."""
    means: Text | None = None
    """A sign by which an outsider would know it, for who types `?`. For all options or none."""
    aliases: tuple[Id, ...] = ()
    """Ids it had in earlier versions, while it meant the same."""


class Question(NamedTuple):
    """A question with, by the kind of its block, options, levels (0-4) or positions (1-5)."""

    id: Id
    """Stands in the assessment file."""
    block: Id
    """The block it is asked in."""
    ask: Text
    """Read aloud."""
    why: Text
    """Why this is asked, for who types `?`."""
    basis: Basis
    """`published` when a source asks this very thing, else `inferred`."""
    sources: tuple[Id, ...] = ()
    """Ids of sources."""
    quick: bool = False
    """Whether it is asked in a quick assessment too. For ladders and spectra."""
    measures: Id | None = None
    """Id of the step, trait, condition, strategy or tension. Not for choices."""
    options: tuple[Option, ...] = ()
    """For a choice."""
    levels: tuple[Text, ...] = ()
    """For a ladder: five texts, level 0 first."""
    positions: tuple[Text, ...] = ()
    """For a spectrum: five texts, far left first."""
    aliases: tuple[Id, ...] = ()
    """Ids it had in earlier versions, while it meant the same; the latest first."""

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


class Claim(NamedTuple):
    """A question answered in one of several ways."""

    question: Id
    """Id of a question."""
    answers: tuple[str, ...]
    """Option ids, or levels or positions in quotes."""


class Contradiction(NamedTuple):
    """Two claims that are hard to reconcile. Named in the result, never scored."""

    id: Id
    """Name of the contradiction."""
    claims: tuple[Claim, ...]
    """Two or more; all must hold."""
    says: Text
    """Read aloud: the one, yet the other."""


class Bands(NamedTuple):
    """The least opportunity (0-20) of each band (Ulwick)."""

    extreme: Annotated[int, Span((0, 20))]
    """Least opportunity (0-20) of the top band."""
    high: Annotated[int, Span((0, 20))]
    """Least opportunity of the second band."""
    attention: Annotated[int, Span((0, 20))]
    """Least opportunity of the third band; below it a step is served."""


class Limits(NamedTuple):
    """The numbers at which a finding changes its name."""

    norm: Annotated[int, Span((0, 4))]
    """Level (0-4) of the market's norm."""
    coverage: Annotated[int, Span((0, 100))]
    """Percentage of strategy questions that must be answered for a verdict."""
    clear: Annotated[int, Span((1, 100))]
    """Answers to flip from which a verdict is clear."""
    leaning: Annotated[int, Span((1, 100))]
    """Answers to flip from which a verdict is leaning."""
    lens_steps: Annotated[int, Span((1, 100))]
    """Steps in which a weight of 1 is divided over the lenses (20 = steps of 5 %)."""
    bands: Bands
    """Names of opportunities."""
    emphasised_steps: Annotated[int, Span((1, 100))]
    """How many steps are emphasised; all that equal the last come along."""
    emphasised_traits: Annotated[int, Span((1, 100))]
    """How many traits are emphasised; likewise."""


class Wording(NamedTuple):
    """Words that a checker looks for in the strategy questions, by language."""

    banned: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Beginnings of words that would give a strategy away."""
    joining: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Words that join two questions, or two answers, in one."""


class Framework(NamedTuple):
    """All that cd360 knows."""

    cd360: Literal[1]
    """Version of this format."""
    id: Id
    """Stands in every assessment made with it."""
    version: str
    """Stands in every assessment made with it; raise it with every change."""
    name: Text
    """Shown when browsing."""
    languages: tuple[str, ...]
    """Codes of the languages that every text stands in; the first speaks where another is
    missing.
    """
    limits: Limits
    """The numbers at which a finding changes its name."""
    lenses: tuple[Lens, ...]
    """Angles on the choice of strategy."""
    blocks: tuple[Block, ...]
    """In the order of asking."""
    strategies: tuple[Strategy, ...]
    """What a company may lead on: two or more."""
    disciplines: tuple[Discipline, ...]
    """Parts of the journey."""
    steps: tuple[Step, ...]
    """The journey in order; the last leads to the first."""
    traits: tuple[Trait, ...]
    """Traits of experience disruptors."""
    tensions: tuple[Tension, ...]
    """Choices of business model."""
    questions: tuple[Question, ...]
    """The questionnaire."""
    sources: tuple[Source, ...]
    """Where it comes from."""
    wording: Wording = Wording()
    """Words to avoid in strategy questions."""
    contradictions: tuple[Contradiction, ...] = ()
    """Answers that are hard to reconcile."""
    conditions: tuple[Condition, ...] = ()
    """What strategies need to be carried out."""
    benchmarks: tuple[Benchmark, ...] = ()
    """How many people others put on a step."""
    concepts: tuple[Concept, ...] = ()
    """Ideas behind it."""
    moves: tuple[Move, ...] = ()
    """What to do next."""

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
    def needed(self) -> int:
        """How many strategy questions are to be answered for a verdict, unless fewer decide it."""
        return -(-self.limits.coverage * len(self.strategy_questions) // 100)

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
