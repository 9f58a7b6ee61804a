"""Published companies: what sources say of them, and what the framework makes of public facts."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from cd360_cli.shape import Id

Agreement = Literal["agrees", "open", "differs"]


class Label(NamedTuple):
    """A strategy that a published source names for a company."""

    strategy: Id
    source: str


class Company(NamedTuple):
    """A company with its published labels: one is undisputed, several disagree."""

    id: Id
    company: str
    period: str
    labels: tuple[Label, ...]

    @property
    def disputed(self) -> bool:
        """Whether published sources disagree."""
        return len(self.labels) > 1


class TraitExample(NamedTuple):
    """A company that is the published example of a trait."""

    id: Id
    company: str
    trait: Id
    source: str


class Published(NamedTuple):
    """The file of published labels."""

    cd360: Literal[1]
    companies: tuple[Company, ...]
    traits: tuple[TraitExample, ...] = ()


class Case(NamedTuple):
    """A published company as the framework sees it, from answers coded from public facts."""

    company: Company
    verdict: str
    strategy: str | None
    candidates: tuple[str, ...]
    scores: Mapping[str, Fraction]

    @property
    def agreement(self) -> Agreement:
        """Whether the recommendation is a published label, is left open, or contradicts them.

        Where sources disagree, any of their labels agrees, and so does an undecided verdict.
        """
        if self.strategy in {label.strategy for label in self.company.labels}:
            return "agrees"
        if self.strategy is None:
            return "agrees" if self.company.disputed and self.verdict == "undecided" else "open"
        return "differs"


class Neighbour(NamedTuple):
    """A case near a profile. `distance` (0-100) is the score that sets them apart."""

    case: Case
    distance: Fraction


def distance(one: Mapping[str, Fraction], other: Mapping[str, Fraction]) -> Fraction:
    """Half the sum of the differences: what must move for two profiles to be the same (0-100)."""
    return sum((abs(one[s] - other[s]) for s in one), Fraction(0)) / 2


def closest(
    scores: Mapping[str, Fraction], cases: Iterable[Case], count: int
) -> tuple[Neighbour, ...]:
    """The `count` nearest cases with a verdict of their own, nearest first, with all that tie."""
    found = sorted(
        (Neighbour(c, distance(scores, c.scores)) for c in cases if c.verdict != "insufficient"),
        key=lambda neighbour: neighbour.distance,
    )
    if len(found) <= count:
        return tuple(found)
    return tuple(n for n in found if n.distance <= found[count - 1].distance)


def confusion(cases: Sequence[Case]) -> dict[tuple[str, str], int]:
    """Undisputed companies by published label and recommendation (else the verdict)."""
    counts: dict[tuple[str, str], int] = {}
    for case in cases:
        if not case.company.disputed:
            key = (case.company.labels[0].strategy, case.strategy or case.verdict)
            counts[key] = counts.get(key, 0) + 1
    return counts
