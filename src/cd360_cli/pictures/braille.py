"""The journey wheel in miniature, in braille characters: four rows of two dots in each.

Wedges as on the wheel of a report: as far out as their values reach, full where the weight lies,
every second dot elsewhere, within a rim of single dots.
"""

from collections.abc import Sequence
from math import atan2, hypot, pi
from typing import NamedTuple

HUB = 0.16
"""The part of the radius that stays open in the middle, so that narrow wedges can be told apart."""

RIM = 0.6
"""How far from the circle a dot of the rim may lie, in dots."""

BLANK = "\N{BRAILLE PATTERN BLANK}"

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""What each dot adds to the code of a character, by row and column (Unicode, chapter 21.1)."""


class Wedge(NamedTuple):
    """How far a step reaches (0-1), the place of its discipline, whether the weight lies here."""

    reach: float
    group: int
    marked: bool


class Cell(NamedTuple):
    """A character, with the place of the discipline that most of its dots belong to, if any do."""

    character: str
    group: int | None


def miniature(wedges: Sequence[Wedge], rows: int) -> list[list[Cell]]:
    """The wheel in lines of twice as many characters as there are `rows`: a circle on a screen."""
    return [[_cell(wedges, rows, row, column) for column in range(2 * rows)] for row in range(rows)]


def _cell(wedges: Sequence[Wedge], rows: int, row: int, column: int) -> Cell:
    code, groups = 0, []
    for down, bits in enumerate(_BITS):
        for along, bit in enumerate(bits):
            x, y = 2 * column + along, 4 * row + down
            away, turn = _polar(x, y, 2 * rows)
            every_second = (x + y) % 2 == 0
            wedge = wedges[int(turn * len(wedges)) % len(wedges)]
            if _within(wedge, away) and (wedge.marked or every_second):
                code |= bit
                groups.append(wedge.group)
            elif every_second and abs(away - 1) * 2 * rows < RIM:
                code |= bit
    return Cell(chr(ord(BLANK) + code), max(groups, key=groups.count) if groups else None)


def _within(wedge: Wedge, away: float) -> bool:
    return wedge.reach > 0 and HUB <= away <= HUB + (1 - HUB) * wedge.reach


def _polar(x: int, y: int, radius: int) -> tuple[float, float]:
    """How far a dot is from the middle, in radii, and its turn clockwise from the top (0-1)."""
    right, up = x + 0.5 - radius, radius - y - 0.5
    return hypot(right, up) / (radius - 0.5), atan2(right, up) / (2 * pi) % 1
