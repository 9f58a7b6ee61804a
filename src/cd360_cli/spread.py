"""How far apart respondents stand: the place of each on every strategy and every step."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.assessment import UNMEASURED, Assessment, levels
from cd360_cli.framework import Framework
from cd360_cli.scoring import Scoring


class Place(NamedTuple):
    """Where one respondent stands, by place among the respondents; None where it is anonymous."""

    respondent: int | None
    value: Fraction | None


class Spread(NamedTuple):
    """Where the team and each respondent stand on a strategy (score 0-100) or step (level 0-4)."""

    id: str
    team: Fraction | None
    places: tuple[Place, ...]

    @property
    def known(self) -> list[Fraction]:
        """The places that are known, lowest first."""
        return sorted(place.value for place in self.places if place.value is not None)

    @property
    def low(self) -> Fraction | None:
        """The lowest place."""
        return min(self.known, default=None)

    @property
    def high(self) -> Fraction | None:
        """The highest place."""
        return max(self.known, default=None)

    @property
    def width(self) -> Fraction:
        """How far the lowest and the highest place are apart; 0 where fewer than two are known."""
        return max(self.known) - min(self.known) if self.known else Fraction(0)

    def nameless(self) -> "Spread":
        """The same places, lowest first and nobody's; the unknown ones last."""
        unknown = [None] * (len(self.places) - len(self.known))
        places = (Place(None, value) for value in [*self.known, *unknown])
        return self._replace(places=tuple(places))


def of_strategies(scoring: Scoring, each: Sequence[Scoring | None]) -> Iterator[Spread]:
    """The strategies, from the scoring of the team and of each respondent, None for who is out.

    Where all are out there is no team either: no answers at all would score like a tie.
    """
    for strategy in scoring.strategies:
        places = (Place(n, own.score(strategy) if own else None) for n, own in enumerate(each))
        yield Spread(strategy, scoring.score(strategy) if any(each) else None, tuple(places))


def of_steps(
    framework: Framework, together: Assessment, each: Sequence[Assessment]
) -> Iterator[Spread]:
    """The steps of the journey, from the pooled assessment and that of each respondent."""
    of_team = levels(framework, together)
    of_each = [levels(framework, assessment) for assessment in each]
    for step in framework.steps:
        team, *own = (
            found.get(("step", step.id), UNMEASURED).mean for found in (of_team, *of_each)
        )
        yield Spread(step.id, team, tuple(Place(n, value) for n, value in enumerate(own)))
