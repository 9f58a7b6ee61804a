"""A track: one value on a line between two ends, with a notch for each whole number."""

from typing import NamedTuple

LENGTH = 100.0
MARGIN = 6.0
"""Room at both ends, so that a mark at an end is whole."""


class Track(NamedTuple):
    """Everything to draw, along a line of `LENGTH`; no `mark` where the value is unknown.

    `norm` is a place to be compared with, None where there is none.
    """

    notches: tuple[float, ...]
    mark: float | None
    norm: float | None
    length: float = LENGTH
    margin: float = MARGIN


def track(value: float | None, least: int, most: int, norm: int | None = None) -> Track:
    """The track from `least` to `most` with a value on it."""

    def place(number: float) -> float:
        return round(LENGTH * (number - least) / (most - least), 2) + 0.0

    return Track(
        notches=tuple(place(n) for n in range(least, most + 1)),
        mark=None if value is None else place(value),
        norm=None if norm is None else place(norm),
    )
