"""The opportunity landscape (Ulwick): importance across, satisfaction up, bands as regions.

    opportunity = importance + max(0, importance - satisfaction)

So a band that begins at opportunity L begins on the line satisfaction = 2 x importance - L, and
above the diagonal, where nothing falls short, on importance = L.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import dist
from typing import NamedTuple

from cd360_cli.pictures.beside import Led, beside, led
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

PAST = RADIUS + 3.5
"""Room on the plot before the beginning and past the end of both scales: a spot there is whole."""

NEAR = 2 * RADIUS + 8
"""Spots closer than this could each be meant by a name: the name then begins with a number."""

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
    """Everything to draw; the origin is where both scales begin.

    `led` are names away from their spots, with the lines to them; for the numbers `unnamed` there
    was no room at all.
    """

    view: Box
    plot: Box
    regions: tuple[Region, ...]
    diagonal: str
    across: tuple[Line, ...]
    upward: tuple[Line, ...]
    importance: Line
    satisfaction: Line
    spots: tuple[Spot, ...]
    names: tuple[Label, ...]
    led: tuple[Led, ...]
    unnamed: tuple[int, ...]
    radius: float = RADIUS
    size: float = SIZE
    small: float = SMALL


def landscape(
    places: Sequence[Place], bands: Sequence[tuple[int, str]], across: str, upward: str
) -> Landscape:
    """The landscape of steps, with bands by the opportunity (0-20) that each begins at.

    `across` and `upward` name the scales. Steps that would hide each other stand in a row
    around their place. A name without room beside its spot stands away from it, at a line.
    """
    side = UNIT * MOST
    spots = _spots(places)
    right = max([side, *(spot.at.x for spot in spots)]) + PAST
    plot = Box(-PAST, rounded(-side - PAST), rounded(right), PAST)
    regions = tuple(_region(limit, name) for limit, name in bands)
    climbing = [box for region in regions for box in _climbing(region)]
    within = Box(plot.left + 2, plot.top + 2, right - 2, PAST - 2)
    names = list(_names(places, spots, climbing, within))
    said = {number for numbers, _ in names for number in numbers}
    return Landscape(
        view=Box(-46 - PAST, plot.top - 4, plot.right + 4, 40 + PAST),
        plot=plot,
        regions=regions,
        diagonal=f"M {-PAST:g} {PAST:g} L {side + PAST:g} {-side - PAST:g}",
        across=tuple(Line(str(n), placed(n * UNIT, PAST + 17)) for n in TICKS),
        upward=tuple(Line(str(n), placed(-PAST - 9, -n * UNIT + 3.5)) for n in TICKS),
        importance=Line(across, placed(side / 2, PAST + 34)),
        satisfaction=Line(upward, placed(-PAST - 30, -side / 2)),
        spots=tuple(spots),
        names=tuple(name for _, name in names if isinstance(name, Label)),
        led=tuple(name for _, name in names if isinstance(name, Led)),
        unnamed=tuple(place.number for place in places if place.number not in said),
    )


def corners(limit: int, least: float = 0, most: float = MOST) -> tuple[tuple[float, float], ...]:
    """The corners, as importance and satisfaction, of all places with at least that opportunity.

    Of those that are on a plot from `least` to `most` in both.
    """
    edge = [(min(limit, most), most), (limit, limit)] if limit < most else []
    top = (most, min(most, 2 * most - limit))
    return (((limit + least) / 2, least), (most, least), top, *edge)


def _region(limit: int, name: str) -> Region:
    past = PAST / UNIT
    points = [placed(x * UNIT, -y * UNIT) for x, y in corners(limit, -past, MOST + past)]
    # Along the slanted edge, just inside it, up to a side: it rises two for each one across.
    foot, side = limit / 2 * UNIT + 1.35 * SMALL, UNIT * MOST
    height = min(side - 6, 2 * (side - 3 - foot))
    at = placed(foot + height / 2, -height)
    return Region(polygon(points), name if height > SMALL * width(name) / 2 else "", at, STEEP)


def _climbing(region: Region) -> Iterator[Box]:
    """The room that the name of a band takes, in small boxes along it."""
    long = SMALL * width(region.name)
    for n in range(int(long / 5) + 1 if region.name else 0):
        # It rises two for each one across; its letters stand to the left of the line they are on.
        x, y = region.at.x - 5 * n * 0.447 - 3, region.at.y + 5 * n * 0.894 - 1.5
        yield Box(rounded(x - 4), rounded(y - 4), rounded(x + 4), rounded(y + 4))


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


def _names(
    places: Sequence[Place], spots: Sequence[Spot], climbing: Sequence[Box], within: Box
) -> Iterator[tuple[list[int], Label | Led]]:
    """Numbers with the name that says them all, first of those that stand out."""
    rows: dict[tuple[float, float], list[int]] = {}
    for n, place in enumerate(places):
        rows.setdefault((place.importance, place.satisfaction), []).append(n)
    boxes = {where: _row([spots[n] for n in row]) for where, row in rows.items()}
    taken = [*boxes.values(), *climbing]
    stands_out = {where: any(places[n].marked for n in row) for where, row in rows.items()}
    for where, row in sorted(rows.items(), key=lambda found: not stands_out[found[0]]):
        box, bold = boxes[where], stands_out[where]
        others = [each for each in taken if each is not box]
        numbered = ", ".join(f"{places[n].number} {places[n].name}" for n in row)
        crowded = len(row) > 1 or _crowded(spots, row[0])
        text = numbered if crowded else places[row[0]].name
        found = _fitting(beside, text, box, others, within, bold=bold) or _fitting(
            led, numbered, box, others, within, bold=bold
        )
        if found:
            taken += found.boxes if isinstance(found, Led) else [found.box]
            yield [places[n].number for n in row], found


def _crowded(spots: Sequence[Spot], n: int) -> bool:
    """Whether another spot is so near that a name beside this one could be its."""
    return any(dist(spots[n].at, spot.at) < NEAR for spot in spots if spot is not spots[n])


def _fitting(
    placing: Callable[..., Label | Led | None],
    text: str,
    box: Box,
    taken: Sequence[Box],
    within: Box,
    *,
    bold: bool,
) -> Label | Led | None:
    """The text in the widest lines for which there is room, whole."""
    for most in FOLDS:
        lines = folded(text, most, MOST_LINES)
        if " ".join(lines) == text:
            found = placing(box, lines, SIZE, taken, within, bold=bold)
            if found:
                return found
    return None


def _row(spots: Sequence[Spot]) -> Box:
    xs, y = [spot.at.x for spot in spots], spots[0].at.y
    return Box(
        rounded(min(xs) - RADIUS), rounded(y - RADIUS), rounded(max(xs) + RADIUS), y + RADIUS
    )
