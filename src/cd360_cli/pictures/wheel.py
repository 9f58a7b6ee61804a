"""The journey wheel: steps around a circle, as far out as their values reach, closing on itself.

A rim of chevrons names the disciplines and points the way round; a step's wedge grows from the hub
towards the rim, where the greatest value lies.
"""

from collections.abc import Collection, Sequence
from math import pi
from typing import Literal, NamedTuple

from cd360_cli.pictures.shapes import (
    Box,
    Label,
    Line,
    Point,
    apart,
    around,
    folded,
    label,
    outward,
    polygon,
    rounded,
    sector,
    view,
    width,
    written,
)

HUB, FULL, RIM, NAMES = 20.0, 100.0, 118.0, 130.0
"""Radii: where wedges begin, where the greatest value lies, the rim's outside, the names."""

SIZE, SMALL = 12.0, 10.0
"""Sizes of the names of steps, and of the names on the rim."""

Style = Literal["over", "before", "number"]
STYLES: tuple[Style, ...] = ("over", "before", "number")
"""How a step is called: name over figure, name before figure, or by its number alone."""

WIDEST, MOST_LINES = 9.6, 3
"""Room for the name of a step: width of a line in its own size, and lines."""

GAP = 1.2
"""Room left open between wedges, in units of length."""

TIP = 5.0
"""How far a chevron points."""


class Step(NamedTuple):
    """A step to be placed: `group` is the place of its discipline.

    The value of a step that is not `known` is the least it may be; where a step does not apply,
    there is none.
    """

    name: str
    figure: str
    group: int
    value: float | None
    known: bool
    marked: bool


class Wedge(NamedTuple):
    """A step drawn: the `room` for the greatest value, the part `filled`, a `pointer` if marked."""

    room: str
    filled: str
    pointer: str
    known: bool
    marked: bool
    group: int
    name: Label


class Arc(NamedTuple):
    """Consecutive steps of one discipline on the rim; its name is `turned` by degrees."""

    path: str
    group: int
    lit: bool
    name: str
    at: Point
    turned: float


class Ring(NamedTuple):
    """A circle at a value, with that value."""

    radius: float
    figure: Line


class Wheel(NamedTuple):
    """Everything to draw."""

    view: Box
    wedges: tuple[Wedge, ...]
    arcs: tuple[Arc, ...]
    rings: tuple[Ring, ...]
    small: float = SMALL


def wheel(
    steps: Sequence[Step],
    groups: Sequence[str],
    lit: Collection[int],
    most: int,
    rings: Sequence[int] = (),
) -> Wheel:
    """The wheel of one or more steps with values from 0 to `most`, and circles at some values.

    Where the names would run into each other in one style, the next is tried.
    """
    for style in STYLES:
        names = [_name(n, len(steps), step, style) for n, step in enumerate(steps)]
        if apart([name.box for name in names]):
            break
    return Wheel(
        view=view([Box(-RIM, -RIM, RIM, RIM), *(name.box for name in names)]),
        wedges=tuple(
            _wedge(n, len(steps), step, name, (step.value or 0) / most)
            for n, (step, name) in enumerate(zip(steps, names, strict=True))
        ),
        arcs=tuple(_arcs(steps, groups, lit)),
        rings=tuple(_ring(value, most) for value in rings if 0 < value < most),
    )


def _name(n: int, of: int, step: Step, style: Style) -> Label:
    """Name and figure of a step beside the rim."""
    turn = (n + 0.5) / of
    away = around(turn, 1)
    *above, last = folded(step.name, WIDEST, MOST_LINES)
    lines = {
        "over": [*above, last, step.figure],
        "before": [*above, f"{last} {step.figure}"],
        "number": [str(n + 1)],
    }
    at, upwards = around(turn, NAMES), (1 - away.y) / 2
    return label(lines[style], at, outward(away), SIZE, upwards, bold=step.marked)


def _wedge(n: int, of: int, step: Step, name: Label, share: float) -> Wedge:
    start, end, middle = n / of, (n + 1) / of, (n + 0.5) / of
    outer = HUB + (FULL - HUB) * min(1.0, max(0.0, share))
    tip, base, side = around(middle, RIM + 1.5), around(middle, RIM + 8), around(middle + 0.25, 4)
    pointer = polygon([tip, base.moved(side.x, side.y), base.moved(-side.x, -side.y)])
    return Wedge(
        room=_slice(HUB, FULL, start, end),
        filled=_slice(HUB, outer, start, end) if share > 0 else "",
        pointer=pointer if step.marked else "",
        known=step.known,
        marked=step.marked,
        group=step.group,
        name=name,
    )


def _slice(inner: float, outer: float, start: float, end: float) -> str:
    """A sector with an even gap on both sides."""
    gap = GAP / 2 / (pi * (inner + outer))
    return sector(inner, rounded(outer), start + gap, end - gap)


def _arcs(steps: Sequence[Step], groups: Sequence[str], lit: Collection[int]) -> list[Arc]:
    """A chevron for each run of steps of one discipline."""
    runs: list[list[int]] = []
    for n, step in enumerate(steps):
        if runs and steps[runs[-1][0]].group == step.group:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [
        _arc(run[0] / len(steps), (run[-1] + 1) / len(steps), steps[run[0]].group, groups, lit)
        for run in runs
    ]


def _arc(start: float, end: float, group: int, groups: Sequence[str], lit: Collection[int]) -> Arc:
    inner, outer, middle = FULL + 2, RIM, (FULL + 2 + RIM) / 2
    gap, tip = GAP / (2 * pi * middle), TIP / (2 * pi * middle)
    start, end = start + gap - tip / 2, end - gap - tip / 2
    large = 1 if end - start > 0.5 else 0
    path = written(
        "M", around(start, outer),
        "A", f"{outer:g} {outer:g} 0 {large} 1", around(end, outer),
        "L", around(end + tip, middle),
        "L", around(end, inner),
        "A", f"{inner:g} {inner:g} 0 {large} 0", around(start, inner),
        "L", around(start + tip, middle),
        "Z",
    )  # fmt: skip
    centre = (start + end + tip) / 2
    below = 0.25 < centre % 1 < 0.75
    at = around(centre, middle + (0.36 if below else -0.36) * SMALL)
    turned = rounded(360 * centre + (180 if below else 0))
    return Arc(path, group, group in lit, _fitting(groups[group], end - start), at, turned)


def _fitting(name: str, share: float) -> str:
    """As much of a name as stays on the rim, straight as it is; nothing where that is little."""
    middle = (FULL + RIM) / 2
    straight = 2 * (2 * middle * 3.6) ** 0.5
    room = min(straight, 2 * pi * middle * share - 2 * TIP) / SMALL
    return folded(name, room, 1)[0] if room > width("MM") else ""


def _ring(value: int, most: int) -> Ring:
    radius = rounded(HUB + (FULL - HUB) * value / most)
    return Ring(radius, Line(str(value), Point(0, rounded(3 - radius))))
