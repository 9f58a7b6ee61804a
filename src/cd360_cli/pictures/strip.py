"""Pictures side by side, each under its title."""

from collections.abc import Sequence
from typing import NamedTuple

from cd360_cli.pictures.shapes import Box, Line, Point, placed, rounded

GAP = 24.0
TITLE = 26.0
"""Height of the room for a title."""

SIZE = 13.0


class Place(NamedTuple):
    """Where the origin of a picture goes, and its title above it."""

    origin: Point
    title: Line | None


class Strip(NamedTuple):
    """Everything to draw."""

    width: float
    height: float
    places: tuple[Place, ...]
    size: float = SIZE


def strip(views: Sequence[Box], titles: Sequence[str] = ()) -> Strip:
    """Pictures with these views from left to right, centred on one line; `titles` may be none."""
    top = TITLE if titles else 0.0
    tallest = max(view.height for view in views)
    places = []
    left = 0.0
    for n, view in enumerate(views):
        above = top + (tallest - view.height) / 2
        title = Line(titles[n], placed(left - view.left, 17)) if titles else None
        places.append(Place(placed(left - view.left, above - view.top), title))
        left += view.width + GAP
    return Strip(rounded(left - GAP), rounded(top + tallest), tuple(places))
