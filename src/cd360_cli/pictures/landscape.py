"""The opportunity landscape (Ulwick): importance across, satisfaction up, bands as regions.

    opportunity = importance + max(0, importance - satisfaction)

So a band that begins at opportunity L begins on the line satisfaction = 2 x importance - L, and
above the diagonal, where nothing falls short, on importance = L.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cd360_cli.pictures.beside import beside
from cd360_cli.pictures.shapes import (
    Box,
    Label,
    Line,
    Point,
    folded,
    placed,
    polygon,
    rounded,
    width,
)

MOST = 10.0
"""The end of both scales."""

UNIT = 30.0
"""Length of a point of either scale."""

RADIUS = 8.5
"""Radius of a spot."""

SIZE, SMALL = 11.0, 10.0
"""Sizes of the names of steps, and of the figures on the axes."""

FOLDS, MOST_LINES = (20.0, 12.0), 3
"""Room for names, in their own size: the widths of a line to try, and lines."""

STEEP = -63.43
"""Degrees at which a name climbs along the edge of a band."""

TICKS = (0, 2, 4, 6, 8, 10)


class Place(NamedTuple):
    """A step to be placed by importance and satisfaction (0-10), with its number in the journey."""

    number: int
    name: str
    group: int
    importance: float
    satisfaction: float
    marked: bool


class Region(NamedTuple):
    """Where a band begins and all beyond it; its name climbs along its edge to a place."""

    path: str
    name: str
    at: Point
    turned: float


class Spot(NamedTuple):
    """A step in its place."""

    number: int
    at: Point
    group: int
    marked: bool


class Landscape(NamedTuple):
    """Everything to draw; the plot is a square with its lower left corner at the origin."""

    view: Box
    side: float
    regions: tuple[Region, ...]
    diagonal: str
    across: tuple[Line, ...]
    upward: tuple[Line, ...]
    importance: Line
    satisfaction: Line
    spots: tuple[Spot, ...]
    names: tuple[Label, ...]
    radius: float = RADIUS
    size: float = SIZE
    small: float = SMALL


def landscape(
    places: Sequence[Place], bands: Sequence[tuple[int, str]], across: str, upward: str
) -> Landscape:
    """The landscape of steps, with bands by the opportunity (0-20) that each begins at.

    `across` and `upward` name the scales. Steps that would hide each other stand in a row
    around their place; a name without room is left to the number.
    """
    side = UNIT * MOST
    spots = _spots(places)
    right = max([side, *(spot.at.x for spot in spots)]) + RADIUS + 6
    return Landscape(
        view=Box(-46, -side - RADIUS - 6, right, 40),
        side=side,
        regions=tuple(_region(limit, name) for limit, name in bands),
        diagonal=f"M 0 0 L {side:g} {-side:g}",
        across=tuple(Line(str(n), placed(n * UNIT, 17)) for n in TICKS),
        upward=tuple(Line(str(n), placed(-9, -n * UNIT + 3.5)) for n in TICKS),
        importance=Line(across, placed(side / 2, 34)),
        satisfaction=Line(upward, placed(-30, -side / 2)),
        spots=tuple(spots),
        names=tuple(_names(places, spots, Box(1, -side - RADIUS - 4, right - 2, -1))),
    )


def corners(limit: int) -> tuple[tuple[float, float], ...]:
    """The corners, as importance and satisfaction, of all places with at least that opportunity."""
    edge = [(min(limit, MOST), MOST), (limit, limit)] if limit < MOST else []
    top = (MOST, min(MOST, 2 * MOST - limit))
    return ((limit / 2, 0.0), (MOST, 0.0), top, *edge)


def _region(limit: int, name: str) -> Region:
    points = [placed(x * UNIT, -y * UNIT) for x, y in corners(limit)]
    # Along the slanted edge, just inside it, up to a side: it rises two for each one across.
    foot, side = limit / 2 * UNIT + 1.35 * SMALL, UNIT * MOST
    height = min(side - 6, 2 * (side - 3 - foot))
    at = placed(foot + height / 2, -height)
    return Region(polygon(points), name if height > SMALL * width(name) / 2 else "", at, STEEP)


def _spots(places: Sequence[Place]) -> list[Spot]:
    """The spots in the order of the steps; those that would hide each other stand in a row."""
    across: dict[int, float] = {}
    for height in sorted({place.satisfaction for place in places}):
        level = [n for n, place in enumerate(places) if place.satisfaction == height]
        across |= _side_by_side({n: places[n].importance * UNIT for n in level})
    return [
        Spot(place.number, placed(across[n], -place.satisfaction * UNIT), place.group, place.marked)
        for n, place in enumerate(places)
    ]


def _side_by_side(wanted: Mapping[int, float]) -> dict[int, float]:
    """Places on a line, as near to those wanted as they can be a spot's width apart."""
    wide = 2 * RADIUS + 1
    rows: list[list[int]] = []
    for n in sorted(wanted, key=lambda n: (wanted[n], n)):
        rows.append([n])
        while len(rows) > 1 and _first(rows[-1], wanted, wide) < (
            _first(rows[-2], wanted, wide) + wide * len(rows[-2])
        ):
            last = rows.pop()
            rows[-1] += last
    return {n: _first(row, wanted, wide) + k * wide for row in rows for k, n in enumerate(row)}


def _first(row: Sequence[int], wanted: Mapping[int, float], wide: float) -> float:
    """Where a row begins that stands around the mean of the places wanted, and on the plot."""
    long = wide * (len(row) - 1)
    return max(0, min(sum(wanted[n] for n in row) / len(row) - long / 2, UNIT * MOST - long))


def _names(places: Sequence[Place], spots: Sequence[Spot], within: Box) -> Iterator[Label]:
    """A name beside each place, first beside those that stand out."""
    rows: dict[tuple[float, float], list[int]] = {}
    for n, place in enumerate(places):
        rows.setdefault((place.importance, place.satisfaction), []).append(n)
    boxes = {where: _row([spots[n] for n in row]) for where, row in rows.items()}
    taken = list(boxes.values())
    stands_out = {where: any(places[n].marked for n in row) for where, row in rows.items()}
    for where, row in sorted(rows.items(), key=lambda found: not stands_out[found[0]]):
        others = [box for box in taken if box is not boxes[where]]
        text, bold = ", ".join(places[n].name for n in row), stands_out[where]
        for most in FOLDS:
            lines = folded(text, most, MOST_LINES)
            found = beside(boxes[where], lines, SIZE, others, within, bold=bold)
            if found and " ".join(lines) == text:
                taken.append(found.box)
                yield found
                break


def _row(spots: Sequence[Spot]) -> Box:
    xs, y = [spot.at.x for spot in spots], spots[0].at.y
    return Box(
        rounded(min(xs) - RADIUS), rounded(y - RADIUS), rounded(max(xs) + RADIUS), y + RADIUS
    )
