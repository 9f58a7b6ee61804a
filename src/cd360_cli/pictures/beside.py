"""Where a name fits beside its mark without hiding another mark or name."""

from collections.abc import Iterator, Sequence
from math import dist
from typing import NamedTuple

from cd360_cli.pictures.shapes import (
    Anchor,
    Box,
    Label,
    Point,
    around,
    label,
    outward,
    placed,
    rounded,
)

SIDES: tuple[tuple[float, float, Anchor, float], ...] = (
    (1, 0, "start", 0.5),
    (-1, 0, "end", 0.5),
    (0, -1, "middle", 1),
    (0, 1, "middle", 0),
    (-1, -1, "start", 1),
    (1, -1, "end", 1),
    (-1, 1, "start", 0),
    (1, 1, "end", 0),
    (0.8, -0.8, "start", 0.85),
    (-0.8, -0.8, "end", 0.85),
    (0.8, 0.8, "start", 0.15),
    (-0.8, 0.8, "end", 0.15),
)
"""To the right, to the left, above, below, then flush with an edge or off a corner: the side as x
and y, how the name is anchored there, and the part of it that stands above."""

DISTANCES = (24.0, 32.0, 40.0, 52.0, 64.0, 80.0, 100.0, 120.0)
"""How far from its mark a name may stand that a line leads to."""

TURNS = 24
"""Directions tried at each distance."""


class Led(NamedTuple):
    """A name away from its mark, and the line that leads from the mark to it."""

    label: Label
    start: Point
    end: Point

    @property
    def boxes(self) -> Iterator[Box]:
        """The room that the name and the line take."""
        yield self.label.box
        for x, y in _along(self.start, self.end):
            yield Box(rounded(x - 1), rounded(y - 1), rounded(x + 1), rounded(y + 1))


def beside(
    mark: Box,
    lines: Sequence[str],
    size: float,
    taken: Sequence[Box],
    within: Box,
    *,
    bold: bool = False,
) -> Label | None:
    """The lines beside a mark, on the first side that has room; None where none has."""
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    for right, down, anchor, upwards in SIDES:
        at = placed(x + right * (mark.width / 2 + 3), y + down * (mark.height / 2 + 1))
        found = label(lines, at, anchor, size, upwards, bold=bold)
        if found.box.within(within) and not any(found.box.overlaps(box) for box in taken):
            return found
    return None


def led(
    mark: Box,
    lines: Sequence[str],
    size: float,
    taken: Sequence[Box],
    within: Box,
    *,
    bold: bool = False,
) -> Led | None:
    """The lines as near to a mark as there is room, with a line to it that crosses nothing."""
    middle = placed((mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2)
    for far in DISTANCES:
        for n in range(TURNS):
            away = around(n / TURNS, 1)
            edge = min(
                mark.width / 2 / max(abs(away.x), 0.01), mark.height / 2 / max(abs(away.y), 0.01)
            )
            start = middle.moved(away.x * edge, away.y * edge)
            end = middle.moved(away.x * (edge + far - 12), away.y * (edge + far - 12))
            at = end.moved(2 * away.x, 2 * away.y)
            name = label(lines, at, outward(away), size, (1 - away.y) / 2, bold=bold)
            found = Led(name, start, end)
            free = not any(box.overlaps(other) for box in found.boxes for other in taken)
            if free and name.box.within(within):
                return found
    return None


def _along(start: Point, end: Point) -> Iterator[Point]:
    """Points on a line, three apart."""
    steps = max(1, int(dist(start, end) / 3))
    for n in range(steps + 1):
        yield placed(
            start.x + (end.x - start.x) * n / steps, start.y + (end.y - start.y) * n / steps
        )
