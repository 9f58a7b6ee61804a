"""The pictures of a comparison: what is shown of it, with its text alternative."""

from typing import NamedTuple

from cd360_cli.comparison import Comparison
from cd360_cli.difference import Difference
from cd360_cli.journey import MOST_OPPORTUNITY
from cd360_cli.pictures.dots import Lane, Spot, dots
from cd360_cli.pictures.slope import Change, slope
from cd360_cli.render import comparison_sentences as own
from cd360_cli.render import report_figure
from cd360_cli.render.difference_sentences import Labels
from cd360_cli.render.names import Names
from cd360_cli.render.report_figure import Figure
from cd360_cli.texts import pages as say
from cd360_cli.texts.wording import listed, number

FULL = 100
"""The highest score."""


class Told(NamedTuple):
    """A comparison with what to speak of it with: its sides, and what they are called."""

    sides: tuple[Names, ...]
    found: Comparison
    labels: tuple[str, ...]

    @property
    def of(self) -> Names:
        """The last side, whose words are used for all."""
        return self.sides[-1]


def score_slope(of: Names, found: Difference, labels: Labels, id: str) -> Figure:
    """The scores of all strategies on both sides."""
    homes = report_figure.homes(of)
    ordered = sorted(found.strategies, key=lambda s: -s.after.score)
    changes = [
        Change(
            name=of.strategies[s.id],
            group=homes[s.id],
            before=float(s.before.score),
            after=float(s.after.score),
            figures=(
                number(s.before.score, of.language, 1),
                number(s.after.score, of.language, 1),
            ),
            marked=s.id in found.after.candidates,
        )
        for s in ordered
    ]
    before, after = labels
    said = [
        of.say(say.SLOPED, name=c.name, before=c.figures[0], after=c.figures[1]) for c in changes
    ]
    return Figure(
        id=f"{id}-slope",
        kind="slope",
        picture=slope(changes, labels, FULL),
        title=of.say(say.SLOPE, before=before, after=after),
        says=of.say(say.SLOPE_ALT, before=before, after=after, scores="; ".join(said)),
        reads=(of.say(say.SLOPE_READS),),
    )


def step_changes(told: Told) -> Figure:
    """Where every side stands on each step that is shown."""
    of, groups, signs = told.of, report_figure.groups(told.of), _signs(told)
    lanes, said = [], []
    for id in own.steps_shown(of, told.found):
        steps = [step for side in told.sides for step in side.result.journey if step.id == id]
        spots = tuple(
            Spot(float(step.opportunity), sign, solid)
            for step, (sign, solid) in zip(steps, signs, strict=True)
            if step.opportunity is not None
        )
        marked = any(step.emphasise for step in steps)
        lanes.append(Lane(of.steps[id], groups[id], spots, marked=marked))
        figures = [of.number(step.opportunity) for step in steps]
        said.append(f"{of.steps[id]} {', '.join(figures)}")
    shown = [
        of.say(say.SOLID_SIGN if solid else say.OPEN_SIGN, sign=sign, label=_called(told, n))
        for n, (sign, solid) in enumerate(signs)
    ]
    return Figure(
        id="step-changes",
        kind="dots",
        picture=dots(lanes, MOST_OPPORTUNITY, range(0, MOST_OPPORTUNITY + 1, 5)),
        title=of.say(say.STEP_CHANGES),
        says=of.say(say.CHANGES_ALT, steps="; ".join(said)),
        reads=(of.say(say.CHANGES_READ, signs=listed(shown, of.language)),),
    )


def _signs(told: Told) -> list[tuple[str, bool]]:
    """A short sign for each side, and whether it is filled: the last in time, all but the first."""
    last = len(told.labels) - 1
    return [
        (
            label if len(label) == 1 else str(n + 1),
            n == last if told.found.over_time else n > 0,
        )
        for n, label in enumerate(told.labels)
    ]


def _called(told: Told, n: int) -> str:
    """What a sign stands for: a date, or a company."""
    if told.found.over_time:
        return told.sides[n].result.assessment.date
    return told.sides[n].result.assessment.company
