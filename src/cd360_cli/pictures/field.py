"""The strategy field: strategies at the corners, and marks where their scores pull them.

A mark stands at the mean of the corners, each weighted by its score (barycentric weights). With
more than three corners different scores can pull to the same place, so a string to each corner
shows how hard that corner pulls: as wide as its part of all scores.
"""

from collections.abc import Sequence
from math import dist
from typing import NamedTuple

from cd360_cli.pictures.beside import Led, beside, led
from cd360_cli.pictures.shapes import (
    Anchor,
    Box,
    Label,
    Point,
    around,
    folded,
    label,
    outward,
    placed,
    polygon,
    rounded,
    view,
    width,
)

REACH = {2: 130.0, 4: 141.0}
"""From the middle to a corner, where there are so many."""

REACH_OF_MORE = 110.0
"""With any other number: names stand at the sides then, and want the room."""

SIZE = 12.0
WIDEST, MOST_LINES = 10.6, 3
"""Room for the name of a strategy: width of a line in its own size, and lines."""

STRING = 14.0
"""Width of a string that pulls with all there is."""

NEAR = 12.0
"""Marks closer than this would hide each other: one stands for all of them."""

NAMES_WIDTH, NAMES_LINES = 16.0, 4
"""Room for the names of a mark: width of a line in their own size, and lines."""

SAME, ALMOST = " = ", " \N{ALMOST EQUAL TO} "
"""Between names that share a mark: in one place, or nearly."""

RADIUS = 7.5
"""Half the size of a mark."""

OFF, OVERHANG = 13.0, 40.0
"""From a corner to its name, and how far a name above or below may stand out beside it."""

SIDES = (3, 4, 5, 6)
"""Sides of the lenses' marks, in their order; then from the start, standing on a corner."""


class Pole(NamedTuple):
    """A strategy to be placed; `score` of any scale, `lit` when it is the one or may be."""

    name: str
    figure: str
    group: int
    score: float
    lit: bool


class Pulled(NamedTuple):
    """Something that the strategies pull at, with how hard each does, in their order."""

    name: str
    scores: tuple[float, ...]


class Corner(NamedTuple):
    """A strategy in its place, and the width of the string by which it pulls: 0 for none.

    Its name ends with its figure.
    """

    at: Point
    name: Label
    group: int
    lit: bool
    string: float


class Mark(NamedTuple):
    """A mark where the first of its names stands; its path is empty for the disc of the whole."""

    names: tuple[str, ...]
    at: Point
    path: str


class Field(NamedTuple):
    """Everything to draw; `whole` is the place that the strings lead to.

    `led` are names away from their marks, with the lines to them; `shared` tells whether a mark
    stands for several.
    """

    view: Box
    outline: str
    corners: tuple[Corner, ...]
    whole: Point | None
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    led: tuple[Led, ...]
    shared: bool
    radius: float = RADIUS


def field(poles: Sequence[Pole], whole: Pulled | None, parts: Sequence[Pulled] = ()) -> Field:
    """The field of two or more strategies, with a mark for the whole and one for each part.

    What nothing pulls at is left out. What would hide a mark shares that mark.
    """
    reach = REACH.get(len(poles), REACH_OF_MORE)
    corners = [around(turn, reach) for turn in _turns(len(poles))]
    pull = sum(pole.score for pole in poles) if whole else 0
    drawn = [
        _corner(pole, at, len(poles), pole.score / pull if pull else 0)
        for pole, at in zip(poles, corners, strict=True)
    ]
    shapes = {part.name: n for n, part in enumerate(parts)}
    shown = [p for p in ([whole] if whole else []) + list(parts) if sum(p.scores) > 0]
    clusters = _clusters([(p, _balance(corners, p.scores)) for p in shown])
    marks = [
        Mark(
            tuple(pulled.name for pulled, _ in cluster),
            cluster[0][1],
            "" if cluster[0][0] is whole else _shape(shapes[cluster[0][0].name], cluster[0][1]),
        )
        for cluster in clusters
    ]
    names = [pole.name.box for pole in drawn]
    outer = view([Box(p.x - RADIUS, p.y - RADIUS, p.x + RADIUS, p.y + RADIUS) for p in corners])
    labels = _labels(clusters, names, view([outer, *names], margin=0))
    return Field(
        view=view([outer, *names]),
        outline=polygon(corners),
        corners=tuple(drawn),
        whole=_balance(corners, whole.scores) if whole and sum(whole.scores) > 0 else None,
        marks=tuple(marks),
        labels=tuple(found for found in labels if isinstance(found, Label)),
        led=tuple(found for found in labels if isinstance(found, Led)),
        shared=any(len(cluster) > 1 for cluster in clusters),
    )


def _turns(count: int) -> list[float]:
    """Corners clockwise; an even number of them with a side on top, an odd one with a corner."""
    first = 0.5 / count if count % 2 == 0 else 0.0
    return [first + n / count for n in range(count)]


def _corner(pole: Pole, at: Point, of: int, share: float) -> Corner:
    *above, last = folded(pole.name, WIDEST, MOST_LINES)
    figured = f"{last} {pole.figure}"
    lines = [*above, figured] if width(figured) <= WIDEST else [*above, last, pole.figure]
    if of in REACH:
        # Above or below the corner and inwards from it: that keeps the picture narrow.
        below, right = at.y > 0, at.x > 0
        place = at.moved(OVERHANG if right else -OVERHANG, OFF if below else -OFF)
        anchor: Anchor = "end" if right else "start"
        name = label(lines, place, anchor, SIZE, upwards=0 if below else 1, bold=pole.lit)
    else:
        away = Point(at.x / REACH_OF_MORE, at.y / REACH_OF_MORE)
        place = at.moved(OFF * away.x, OFF * away.y)
        upwards = (1 - away.y) / 2
        name = label(lines, place, outward(away), SIZE, upwards, bold=pole.lit)
    return Corner(at, name, pole.group, pole.lit, rounded(STRING * share))


def _balance(corners: Sequence[Point], scores: Sequence[float]) -> Point:
    """The mean of the corners, each weighted by its score."""
    total = sum(scores)
    if not total:
        return Point(0, 0)
    return placed(
        sum(c.x * s for c, s in zip(corners, scores, strict=True)) / total,
        sum(c.y * s for c, s in zip(corners, scores, strict=True)) / total,
    )


def _clusters(found: Sequence[tuple[Pulled, Point]]) -> list[list[tuple[Pulled, Point]]]:
    """Each mark to be drawn, with those that it would hide behind it."""
    clusters: list[list[tuple[Pulled, Point]]] = []
    for pulled, at in found:
        near = next((c for c in clusters if dist(at, c[0][1]) < NEAR), None)
        if near is None:
            clusters.append([(pulled, at)])
        else:
            near.append((pulled, at))
    return clusters


def _shape(n: int, at: Point) -> str:
    """A regular polygon around a place; after the last number of sides, turned on its corner."""
    sides, turned = SIDES[n % len(SIDES)], n // len(SIDES) % 2
    first = 0.5 / sides if (sides % 2 == 0) != bool(turned) else 0.0
    points = [around(first + k / sides, RADIUS) for k in range(sides)]
    return polygon(point.moved(at.x, at.y) for point in points)


def _labels(
    clusters: Sequence[Sequence[tuple[Pulled, Point]]], names: Sequence[Box], within: Box
) -> list[Label | Led]:
    """The names of each mark, beside it or else at a line that leads to it."""
    marks = [
        Box(rounded(x - RADIUS), rounded(y - RADIUS), rounded(x + RADIUS), rounded(y + RADIUS))
        for x, y in (cluster[0][1] for cluster in clusters)
    ]
    taken = [*names, *marks]
    labels: list[Label | Led] = []
    for mark, cluster in zip(marks, clusters, strict=True):
        lines = _called(cluster)
        others = [box for box in taken if box is not mark]
        found = beside(mark, lines, SIZE, others, within) or led(mark, lines, SIZE, others, within)
        if found:
            labels.append(found)
            taken += found.boxes if isinstance(found, Led) else [found.box]
    return labels


def _called(cluster: Sequence[tuple[Pulled, Point]]) -> tuple[str, ...]:
    """The names that a mark stands for."""
    between = SAME if len({at for _, at in cluster}) == 1 else ALMOST
    return folded(between.join(p.name for p, _ in cluster), NAMES_WIDTH, NAMES_LINES)
