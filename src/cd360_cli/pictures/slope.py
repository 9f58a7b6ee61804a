"""A slope: for each name a line from its value before to its value after."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cd360_cli.pictures.shapes import LEADING, Box, Label, Point, folded, label, placed, view

ACROSS, DOWN = 120.0, 150.0
"""From before to after, and from the greatest value to 0."""

SIZE = 11.5
"""Size of names and figures."""

ROOM, MOST_LINES = 13.0, 2
"""Room for a name, in its own size, and lines."""

AWAY = 9.0
"""From the end of a line to its name."""

RADIUS = 4.0


class Change(NamedTuple):
    """A name with its value before and after, and both as they are written."""

    name: str
    group: int
    before: float
    after: float
    figures: tuple[str, str]
    marked: bool = False


class Sloped(NamedTuple):
    """A line drawn from end to end, with the figure before it and figure and name after it."""

    group: int
    start: Point
    end: Point
    before: Label
    after: Label
    marked: bool


class Slope(NamedTuple):
    """Everything to draw; `heads` stand above both ends."""

    view: Box
    lines: tuple[Sloped, ...]
    heads: tuple[Label, Label]
    height: float
    across: float = ACROSS
    radius: float = RADIUS


def slope(changes: Sequence[Change], heads: tuple[str, str], most: int) -> Slope:
    """The slope of one or more changes between 0 and `most`, under the names of both sides."""
    names = [folded(f"{c.figures[1]} {c.name}", ROOM + 3, MOST_LINES) for c in changes]
    heights = [LEADING * SIZE * len(lines) for lines in names]
    down = max(DOWN, sum(heights))
    starts, ends = (
        [down * (1 - value / most) for value in values]
        for values in ([c.before for c in changes], [c.after for c in changes])
    )
    left, right = spread(starts, [LEADING * SIZE] * len(changes), down), spread(ends, heights, down)
    lines = tuple(
        Sloped(
            group=change.group,
            start=placed(0, starts[n]),
            end=placed(ACROSS, ends[n]),
            before=label(
                change.figures[:1], placed(-AWAY, left[n]), "end", SIZE, bold=change.marked
            ),
            after=label(
                names[n], placed(ACROSS + AWAY, right[n]), "start", SIZE, bold=change.marked
            ),
            marked=change.marked,
        )
        for n, change in enumerate(changes)
    )
    above = -MOST_LINES * SIZE
    titles = (
        label(folded(heads[0], 8, 1), placed(0, above), "middle", SIZE),
        label(folded(heads[1], 8, 1), placed(ACROSS, above), "middle", SIZE),
    )
    boxes = [*titles, *(each for line in lines for each in (line.before, line.after))]
    return Slope(view([label.box for label in boxes]), lines, titles, down)


def spread(wanted: Sequence[float], heights: Sequence[float], most: float) -> list[float]:
    """Middles between 0 and `most` for things of some height, in the order of those wanted.

    None stands in another's way. There must be room: `most` is at least all heights together.
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    found = list(wanted)
    for above, n in pairwise(order):
        found[n] = max(found[n], found[above] + (heights[above] + heights[n]) / 2)
    found[order[-1]] = min(found[order[-1]], most)
    for n, below in reversed(list(pairwise(order))):
        found[n] = min(found[n], found[below] - (heights[n] + heights[below]) / 2)
    return found
