"""Who leads among the strategies of a respondent, and how many answers would have to change."""

from collections.abc import Callable, Sequence

from cd360_cli.respondent_points import PointNumbers, Worth

NEVER = 1 << 62
"""Answers to flip where no number of them is enough."""

Race = tuple[tuple[int, ...], int | None, int]
"""Who leads and whoever is nearly level, the runner-up if there is one, and the fewest answers to
flip before any rival draws level. Strategies are named by their position in the framework.
"""


def racing(numbers: PointNumbers, near: int) -> Callable[[int, Sequence[int], Worth], Race]:
    """What makes races of the sums of respondents, their standings and what these are worth.

    Nearly level is who draws level with fewer than `near` answers.
    """
    # A function that holds what it needs: this is most of the work on a respondent.
    between, swings_mask, last = numbers.between, numbers.swings_mask, len(numbers.between) - 1
    bits = numbers.order_bits
    low = (1 << bits) - 1

    def race(total: int, standings: Sequence[int], worth: Worth) -> Race:
        _, _, _, _, fields, widest = worth
        behind = sorted(standings)
        first = behind.pop()
        best, leader = first >> bits, last - (first & low)
        starts = between[leader]
        level: tuple[int, ...] = (leader,)
        least = within = NEVER
        for standing in reversed(behind):
            margin = best - (standing >> bits)
            # Whoever is farther behind than that needs more answers than were needed before.
            if margin > within:
                break
            rival = last - (standing & low)
            few = fewest(margin, total >> starts[rival] & swings_mask, fields)
            if few < least:
                least = few
            if few < near:
                level += (rival,)
            within = ((least if least > near else near) - 1) * widest
        second = behind.pop()
        points = second >> bits
        alone = best > points and not (behind and behind[-1] >> bits == points)
        return level, last - (second & low) if alone else None, least

    return race


def fewest(margin: int, swings: int, fields: Sequence[tuple[int, int, int]]) -> int:
    """How many of the widest swings cover a margin.

    `fields` are as in `Worth.swings`.
    """
    if not margin:
        return 0
    count = 0
    for at, mask, width in fields:
        many = swings >> at & mask
        if many * width >= margin:
            return count - -margin // width
        margin -= many * width
        count += many
    return NEVER
