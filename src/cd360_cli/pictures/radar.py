"""The trait radar: an axis for each trait from the middle outwards, and a line for each series."""

from collections.abc import Sequence
from typing import NamedTuple

from cd360_cli.pictures.shapes import (
    Box,
    Label,
    Point,
    around,
    folded,
    label,
    outward,
    polygon,
    view,
    written,
)

FEWEST = 3
"""With fewer axes there is no shape to see."""

REACH = 92.0
"""Length of an axis."""

RINGS = (0.25, 0.5, 0.75, 1.0)

SIZE = 12.0
WIDEST, MOST_LINES = 9.0, 3
"""Room for the name of a trait: width of a line in its own size, and lines."""


class Axis(NamedTuple):
    """A trait: its name, and whether it stands out."""

    name: str
    marked: bool


class Shape(NamedTuple):
    """A series: its line, whether that is closed (every value known), and its points."""

    path: str
    closed: bool
    points: tuple[Point, ...]


class Spoke(NamedTuple):
    """An axis drawn: from the middle to its end."""

    end: Point
    name: Label


class Radar(NamedTuple):
    """Everything to draw."""

    view: Box
    rings: tuple[str, ...]
    spokes: tuple[Spoke, ...]
    shapes: tuple[Shape, ...]


def radar(
    axes: Sequence[Axis], series: Sequence[Sequence[float | None]], most: int
) -> Radar | None:
    """The radar of values from 0 to `most` on each axis, None where unknown; None of few axes."""
    if len(axes) < FEWEST:
        return None
    turns = [n / len(axes) for n in range(len(axes))]
    spokes = tuple(_spoke(axis, turn) for axis, turn in zip(axes, turns, strict=True))
    rings = tuple(polygon(around(turn, REACH * share) for turn in turns) for share in RINGS)
    return Radar(
        view=view(
            [box for spoke in spokes for box in (spoke.name.box, Box(*spoke.end, *spoke.end))]
        ),
        rings=rings,
        spokes=spokes,
        shapes=tuple(_shape(turns, values, most) for values in series),
    )


def _spoke(axis: Axis, turn: float) -> Spoke:
    away = around(turn, 1)
    lines = folded(axis.name, WIDEST, MOST_LINES)
    at, upwards = around(turn, REACH + 9), (1 - away.y) / 2
    name = label(lines, at, outward(away), SIZE, upwards, bold=axis.marked)
    return Spoke(around(turn, REACH), name)


def _shape(turns: Sequence[float], values: Sequence[float | None], most: int) -> Shape:
    """A line through the known values, broken where one is unknown."""
    places = [
        None if value is None else around(turn, REACH * value / most)
        for turn, value in zip(turns, values, strict=True)
    ]
    known = tuple(place for place in places if place is not None)
    if len(known) == len(places):
        return Shape(polygon(known), True, known)
    pairs = zip(places, [*places[1:], places[0]], strict=True)
    lines = [written("M", a, "L", b) for a, b in pairs if a is not None and b is not None]
    return Shape(" ".join(lines), False, known)
