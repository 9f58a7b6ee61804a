"""What a framework knows: strategies, the journey, traits, tensions, conditions, moves, sources.

The field names and annotations are the keys and types of the file; the string below each says
what it means. `framework.py` puts it together with the questionnaire.
"""

from typing import Annotated, Literal, NamedTuple

from cd360_cli.shape import Id, Span, Text

Basis = Literal["published", "inferred"]
Occasion = Literal["standing", "condition", "step", "trait", "strategy", "gap"]
Points = Annotated[int, Span((0, 10))]


SHORT = 4
"""Words of a title that stand for a source without an author."""


class Source(NamedTuple):
    """Where a fact comes from, and how much of it this project has seen."""

    id: Id
    """Name that facts refer to."""
    title: str
    """In its own language."""
    year: Annotated[int, Span((1000, 2200))]
    """Year of publication; of looking it up where undated."""
    where: str
    """Publication, publisher or site."""
    seen: Literal["whole", "part", "recalled"]
    """How much of it this project has read: `whole`, `part`, or `recalled` from memory."""
    author: str = ""
    """Who wrote it; left out where that is not stated."""

    @property
    def known_by(self) -> str:
        """What it is cited by: its author, else how its title begins; then the year."""
        words = self.title.split()
        title = " ".join(words[:SHORT]) + ("\N{HORIZONTAL ELLIPSIS}" if words[SHORT:] else "")
        return f"{self.author or title} {self.year}"


class Fact(NamedTuple):
    """A statement with its basis. In the file the languages stand beside `basis` and `sources`."""

    LANGUAGES_BESIDE = True  # type: ignore[misc]

    text: Text
    basis: Basis
    """`published` when a source states this very thing, else `inferred`."""
    sources: tuple[Id, ...] = ()
    """Ids of sources; at least one for a published fact."""


class Home(NamedTuple):
    """The discipline in which a strategy is at home."""

    discipline: Id
    """Where the strategy is at home in the journey."""
    basis: Basis
    """`published` or `inferred`."""
    sources: tuple[Id, ...] = ()
    """Ids of sources."""


class Example(NamedTuple):
    """A company that a source names."""

    company: str
    """As the source calls it."""
    sources: tuple[Id, ...]
    """Ids of sources."""


class Strategy(NamedTuple):
    """A value strategy: what a company may lead on."""

    id: Id
    """Name that options, affinities and moves refer to."""
    name: Text
    """As said in a sentence: `lead on ...`."""
    home: Home
    """The discipline where it is at home."""
    promise: Fact
    """What it promises the customer."""
    pays_for: Fact
    """What the customer pays for."""
    operating_model: Fact
    """How a company works that leads on it."""
    pitfalls: tuple[Fact, ...] = ()
    """How it goes wrong."""
    examples: tuple[Example, ...] = ()
    """Companies that sources name for it."""


class Discipline(NamedTuple):
    """A quarter of the journey and the part of the organisation that carries it."""

    id: Id
    """Name that steps and strategies refer to."""
    name: Text
    """Shown above its steps."""
    process: Text
    """The part of the life cycle it carries."""
    about: Text
    """What it does."""


class Affinity(NamedTuple):
    """How much a strategy lives by a step or trait, 0-10."""

    strategy: Id
    """Id of a strategy."""
    points: Points
    """0: indifferent; 10: it stands or falls by this."""
    basis: Basis
    """`published` or `inferred`."""
    sources: tuple[Id, ...] = ()
    """Ids of sources."""


class Step(NamedTuple):
    """A step of the customer journey; the last leads to the first."""

    id: Id
    """Name that questions, shifts and moves refer to."""
    name: Text
    """Short: it heads a row."""
    discipline: Id
    """The discipline that carries it."""
    about: Fact
    """What happens for the customer."""
    affinities: tuple[Affinity, ...]
    """One for each strategy."""


class Trait(NamedTuple):
    """A trait of experience disruptors."""

    id: Id
    """Name that questions and moves refer to."""
    name: Text
    """Short: it heads a row."""
    about: Fact
    """What sets such companies apart."""
    affinities: tuple[Affinity, ...]
    """One for each strategy."""
    examples: tuple[Example, ...] = ()
    """Companies that sources name for it."""


class Shift(NamedTuple):
    """What the far right of a tension adds to a step's importance; the far left subtracts it."""

    step: Id
    """Id of a step."""
    points: Annotated[int, Span((-10, 10))]
    """Added to its importance (0-10) at the far right; halfway half of it."""
    basis: Basis
    """`published` or `inferred`."""
    sources: tuple[Id, ...] = ()
    """Ids of sources."""


class Tension(NamedTuple):
    """A choice of business model between an old pole (left) and a new one (right)."""

    id: Id
    """Name that questions refer to."""
    name: Text
    """Both poles."""
    left: Text
    """The old pole."""
    right: Text
    """The new pole."""
    about: Fact
    """What is at stake."""
    shifts: tuple[Shift, ...]
    """The steps whose importance it moves."""


class Condition(NamedTuple):
    """What a strategy needs to be carried out; never evidence for the strategy itself."""

    id: Id
    """Name that questions and moves refer to."""
    name: Text
    """Shown before its sentence."""
    strategy: Id
    """The strategy that needs it."""
    minimum: Annotated[int, Span((0, 4))]
    """Mean level (0-4) from which it is met."""
    about: Fact
    """What it is."""
    met: Text
    """Said when it is met."""
    unmet: Text
    """Said when it is not."""


class StaffingRule(NamedTuple):
    """Yearly revenue for which one person is reckoned."""

    id: Id
    """Name of the rule."""
    name: Text
    """Whose rule it is."""
    revenue: Annotated[int, Span((1, 10**12))]
    """Yearly revenue for one person, in whole units of the currency."""
    currency: Literal["USD", "EUR"]
    """Of the revenue. No rates are known, so a rule speaks only in its own currency."""
    basis: Basis
    """`published` or `inferred`."""
    sources: tuple[Id, ...] = ()
    """Ids of sources."""


class Benchmark(NamedTuple):
    """How many people others put on a step."""

    id: Id
    """Name of the benchmark."""
    name: Text
    """Shown before the number of people."""
    about: Fact
    """What it compares."""
    step: Id
    """The step that the people work on."""
    rules: tuple[StaffingRule, ...]
    """One for each source or currency."""


class Concept(NamedTuple):
    """An idea behind the framework."""

    id: Id
    """Name of the idea."""
    name: Text
    """As it is known."""
    about: Fact
    """What it says."""


class Move(NamedTuple):
    """Something to do next, and the occasion (kind and target) on which it is said."""

    id: Id
    """Name of the move."""
    kind: Occasion
    """Occasion: a `standing` below the norm, an unmet `condition`, an emphasised `step` or
    `trait`, the recommended `strategy`, or a lens that points elsewhere (`gap`).
    """
    target: Id
    """Id of the strategy, condition, step, trait or lens."""
    do: Text
    """What to do, startable on Monday."""
    because: Text
    """Why."""
    basis: Basis
    """`published` or `inferred`."""
    sources: tuple[Id, ...] = ()
    """Ids of sources."""
