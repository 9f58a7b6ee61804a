"""Where a name fits beside its mark without hiding another mark or name."""

from collections.abc import Sequence

from cd360_cli.pictures.shapes import Anchor, Box, Label, label, placed

SIDES: tuple[tuple[float, float, Anchor, float], ...] = (
    (1, 0, "start", 0.5),
    (-1, 0, "end", 0.5),
    (0, -1, "middle", 1),
    (0, 1, "middle", 0),
    (-1, -1, "start", 1),
    (1, -1, "end", 1),
    (-1, 1, "start", 0),
    (1, 1, "end", 0),
    (0.8, -0.8, "start", 0.85),
    (-0.8, -0.8, "end", 0.85),
    (0.8, 0.8, "start", 0.15),
    (-0.8, 0.8, "end", 0.15),
)
"""To the right, to the left, above, below, then flush with an edge or off a corner: the side as x
and y, how the name is anchored there, and the part of it that stands above."""


def beside(
    mark: Box,
    lines: Sequence[str],
    size: float,
    taken: Sequence[Box],
    within: Box,
    *,
    bold: bool = False,
) -> Label | None:
    """The lines beside a mark, on the first side that has room; None where none has."""
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    for right, down, anchor, upwards in SIDES:
        at = placed(x + right * (mark.width / 2 + 3), y + down * (mark.height / 2 + 1))
        found = label(lines, at, anchor, size, upwards, bold=bold)
        if found.box.within(within) and not any(found.box.overlaps(box) for box in taken):
            return found
    return None
