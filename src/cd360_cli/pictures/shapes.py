"""What all pictures are made of: points, boxes, paths, and lines of text that must fit."""

import unicodedata
from collections.abc import Iterable, Sequence
from math import cos, pi, sin
from typing import Literal, NamedTuple

Anchor = Literal["start", "middle", "end"]

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
BOLDER = 1.13
"""How much wider bold text is."""

LEADING = 1.2
"""Height of a line of text, in its own size."""


class Point(NamedTuple):
    """A place in a picture."""

    x: float
    y: float

    def moved(self, x: float = 0, y: float = 0) -> "Point":
        """The point that far to the right and below."""
        return placed(self.x + x, self.y + y)


class Box(NamedTuple):
    """A rectangle with its sides upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From side to side."""
        return rounded(self.right - self.left)

    @property
    def height(self) -> float:
        """From top to bottom."""
        return rounded(self.bottom - self.top)

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether it lies inside the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class Line(NamedTuple):
    """One line of text; `at` is on its baseline."""

    text: str
    at: Point


class Label(NamedTuple):
    """Lines of text, one under another, all `size` high, anchored alike, and bold or not."""

    lines: tuple[Line, ...]
    anchor: Anchor
    size: float
    bold: bool = False

    @property
    def box(self) -> Box:
        """The room that it takes, by estimate."""
        x = self.lines[0].at.x
        wide = self.size * max(width(line.text) for line in self.lines)
        if self.bold:
            wide *= BOLDER
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[self.anchor]
        top = self.lines[0].at.y - 0.85 * self.size
        bottom = self.lines[-1].at.y + 0.3 * self.size
        return Box(rounded(left), rounded(top), rounded(left + wide), rounded(bottom))


def rounded(number: float) -> float:
    """A coordinate with two decimals; never minus zero."""
    return round(number, 2) + 0.0


def placed(x: float, y: float) -> Point:
    """The point at rounded coordinates."""
    return Point(rounded(x), rounded(y))


def around(turn: float, radius: float) -> Point:
    """The point on a circle around the origin, at a turn clockwise from the top."""
    return placed(radius * sin(2 * pi * turn), -radius * cos(2 * pi * turn))


def outward(away: Point) -> Anchor:
    """How text is anchored that stands outside a circle, in a direction from its middle."""
    if abs(away.x) < 0.2:
        return "middle"
    return "start" if away.x > 0 else "end"


def written(*parts: object) -> str:
    """Path data: letters and numbers with blanks between, points as their two coordinates."""
    words: list[str] = []
    for part in parts:
        words += [f"{n:g}" for n in part] if isinstance(part, Point) else [str(part)]
    return " ".join(words)


def polygon(points: Iterable[Point]) -> str:
    """Path data of a closed line through points."""
    first, *others = points
    steps = [word for point in others for word in ("L", point)]
    return written("M", first, *steps, "Z")


def sector(inner: float, outer: float, start: float, end: float) -> str:
    """Path data of the part of a ring between two radii and two turns."""
    large = 1 if end - start > 0.5 else 0
    return written(
        "M", around(start, outer),
        "A", f"{outer:g} {outer:g} 0 {large} 1", around(end, outer),
        "L", around(end, inner),
        "A", f"{inner:g} {inner:g} 0 {large} 0", around(start, inner),
        "Z",
    )  # fmt: skip


def label(
    lines: Sequence[str],
    at: Point,
    anchor: Anchor,
    size: float,
    upwards: float = 0.5,
    *,
    bold: bool = False,
) -> Label:
    """Lines at a point: `upwards` of their height stands above it (0: all below, 1: all above)."""
    step = LEADING * size
    top = at.y - upwards * step * len(lines) + 0.5 * step + 0.35 * size
    return Label(
        tuple(Line(text, placed(at.x, top + n * step)) for n, text in enumerate(lines)),
        anchor,
        size,
        bold,
    )


def view(boxes: Iterable[Box], margin: float = 4) -> Box:
    """The box around all boxes, and a margin."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(
        rounded(min(lefts) - margin),
        rounded(min(tops) - margin),
        rounded(max(rights) + margin),
        rounded(max(bottoms) + margin),
    )


def apart(boxes: Sequence[Box]) -> bool:
    """Whether no two boxes overlap."""
    return not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[:n])


_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'|!()[]`", 0.31),
    **dict.fromkeys('frt-"/\\ *', 0.39),
    **dict.fromkeys("mwMW@%", 0.93),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.73),
}
_OTHER = 0.6
_WIDE = 1.05


def width(text: str) -> float:
    """About how wide a line is, in its own size: rather too wide, whatever sans-serif shows it."""
    return sum(_character(c) for c in text)


def _character(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _WIDTHS.get(character, _OTHER)


def folded(text: str, most: float, lines: int) -> tuple[str, ...]:
    """The text in at most so many lines of at most that width, cut off where it does not fit."""
    rows: list[str] = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and width(longer) > most:
            rows.append(word)
        else:
            rows[-1] = longer
    if len(rows) > lines:
        rows = [*rows[: lines - 1], " ".join(rows[lines - 1 :])]
    return tuple(_cut(row, most) for row in rows)


def _cut(text: str, most: float) -> str:
    if width(text) <= most:
        return text
    taken = width(ELLIPSIS)
    for n, character in enumerate(text):
        taken += _character(character)
        if taken > most:
            return text[:n].rstrip() + ELLIPSIS
    return text
