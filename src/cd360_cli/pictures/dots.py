"""Dots on lanes: several values on one scale for each name, with a mark where their middle is.

Dots that would hide each other part, up and down by turns.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cd360_cli.pictures.shapes import (
    Box,
    Label,
    Line,
    Point,
    folded,
    label,
    placed,
    rounded,
    view,
)

SCALE = 200.0
"""Length of the scale; its beginning is the origin."""

ROOM = 12.5
"""Room for a name, in its own size."""

SIZE, SMALL = 11.5, 10.0
"""Sizes of names, and of the figures below the scale."""

RADII = ((12, 7.5), (40, 5.0))
"""Radius of a dot while there are at most so many on a lane."""

LEAST = 3.0
"""Radius of a dot where there are more."""

SIGNED = 7.5
"""Radius from which a dot has room for its sign."""

SPACE = 6.0
"""Room between the dots of one lane and those of the next."""


class Spot(NamedTuple):
    """A value to be placed, with a short sign; `solid` where it counts as the present one."""

    value: float
    sign: str = ""
    solid: bool = True


class Lane(NamedTuple):
    """A name with its values; `middle` is marked on the scale, None where there is none."""

    name: str
    group: int
    spots: tuple[Spot, ...]
    middle: float | None = None
    marked: bool = False


class Dot(NamedTuple):
    """A value placed; its sign is empty where there is no room for it."""

    at: Point
    sign: Line
    solid: bool


class Drawn(NamedTuple):
    """A lane drawn: from `low` to `high` reach its values, from `top` to `bottom` its mark."""

    name: Label
    group: int
    y: float
    low: float | None
    high: float | None
    middle: float | None
    top: float
    bottom: float
    dots: tuple[Dot, ...]


class Dots(NamedTuple):
    """Everything to draw; `ticks` are figures below the scale."""

    view: Box
    lanes: tuple[Drawn, ...]
    ticks: tuple[Line, ...]
    height: float
    radius: float
    scale: float = SCALE
    small: float = SMALL


def dots(lanes: Sequence[Lane], most: int, ticks: Sequence[int]) -> Dots:
    """Lanes of values from 0 to `most`, one below the other, with figures at some values."""
    radius = _radius(max((len(lane.spots) for lane in lanes), default=0))
    drawn = []
    below = 0.0
    for lane in lanes:
        found = _lane(lane, most, radius, below)
        drawn.append(found)
        below = found.bottom + SPACE / 2
    marks = tuple(
        Line(str(tick), placed(SCALE * tick / most, below + 1.4 * SMALL)) for tick in ticks
    )
    return Dots(
        view=view(
            [
                Box(-SIZE * ROOM - 2 * SIGNED, 0, SCALE + SIGNED, below + 1.7 * SMALL),
                *(lane.name.box for lane in drawn),
            ],
            margin=2,
        ),
        lanes=tuple(drawn),
        ticks=marks,
        height=rounded(below),
        radius=radius,
    )


def _radius(count: int) -> float:
    return next((radius for most, radius in RADII if count <= most), LEAST)


def _lane(lane: Lane, most: int, radius: float, above: float) -> Drawn:
    """A lane below what is above it, as high as its dots need."""
    places = _parted([SCALE * spot.value / most for spot in lane.spots], 2 * radius + 0.5)
    reach = max((abs(level) for _, level in places), default=0.0)
    name = folded(lane.name, ROOM, 2)
    half = max(reach + radius + 5, SIZE * 0.65 * len(name))
    y = above + SPACE / 2 + half
    along = [x for x, _ in places]
    return Drawn(
        name=label(name, placed(-2 * SIGNED, y), "end", SIZE, bold=lane.marked),
        group=lane.group,
        y=rounded(y),
        low=rounded(min(along)) if along else None,
        high=rounded(max(along)) if along else None,
        middle=None if lane.middle is None else rounded(SCALE * lane.middle / most),
        top=rounded(y - half),
        bottom=rounded(y + half),
        dots=tuple(
            Dot(
                placed(x, y + level),
                Line(spot.sign if radius >= SIGNED else "", placed(x, y + level + 3.3)),
                spot.solid,
            )
            for spot, (x, level) in zip(lane.spots, places, strict=True)
        ),
    )


def _parted(along: Sequence[float], apart: float) -> list[tuple[float, float]]:
    """Each place with how far its dot stands above or below the lane, so that none hides another.

    Dots that are near one another make a heap, as far above the lane as below it.
    """
    heaps: list[list[int]] = []
    for n in sorted(range(len(along)), key=lambda n: along[n]):
        if heaps and along[n] - along[heaps[-1][-1]] < apart:
            heaps[-1].append(n)
        else:
            heaps.append([n])
    found: dict[int, tuple[float, float]] = {}
    for heap in heaps:
        found |= dict(zip(heap, _heaped([along[n] for n in heap], apart), strict=True))
    return [found[n] for n in range(len(along))]


def _heaped(along: Sequence[float], apart: float) -> list[tuple[float, float]]:
    """Places in order, each beside the lane as little as those before it allow; then centred."""
    taken: list[tuple[float, float]] = []
    for x in along:
        level = next(
            level
            for level in _levels(apart)
            if all((x - a) ** 2 + (level - b) ** 2 >= apart**2 - 0.01 for a, b in taken)
        )
        taken.append((x, level))
    levels = [level for _, level in taken]
    middle = (min(levels) + max(levels)) / 2
    return [(x, level - middle) for x, level in taken]


def _levels(step: float) -> Iterator[float]:
    """On the lane, then half a step above and below it, a whole step, and so on."""
    n = 0
    while True:
        yield n * step / 2
        if n:
            yield -n * step / 2
        n += 1
