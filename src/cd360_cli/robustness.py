"""How sure a leader is: what would have to be different before another strategy draws level.

All of it is exact and follows from the contributions; nothing is drawn at random.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.scoring import Scoring, most


class Change(NamedTuple):
    """An answer that would have to be another option."""

    question: str
    to: str


class Challenge(NamedTuple):
    """What one rival needs to draw level with a strategy.

    `flips` is a smallest set of answers with what they would have to be; None where even all
    answers together cannot do it. `tolerance` is the share (0-1) by which all question weights
    may be off at once, each its own way, before the rival draws level. `open` tells whether the
    answers still unknown could by themselves let the rival draw level.
    """

    rival: str
    margin: int
    flips: tuple[Change, ...] | None
    tolerance: Fraction
    open: bool


def challenge(scoring: Scoring, strategy: str, rival: str) -> Challenge:
    """What `rival` needs to draw level with `strategy`."""
    gaps = [c.gap(strategy, rival) for c in scoring.contributions]
    margin, total = sum(gaps), sum(map(abs, gaps))
    worst = sum(
        c.gap(strategy, rival) if c.known else c.least_gap(strategy, rival)
        for c in scoring.contributions
    )
    return Challenge(
        rival=rival,
        margin=margin,
        flips=_flips(scoring, strategy, rival, margin),
        tolerance=Fraction(max(margin, 0), total) if total else Fraction(0),
        open=worst <= 0,
    )


def _flips(scoring: Scoring, strategy: str, rival: str, margin: int) -> tuple[Change, ...] | None:
    """The fewest answers that close the margin: the widest swings first.

    Each question closes the gap by at most its own best swing, independently of the others, so
    no smaller set than the widest swings can do it.
    """
    swings = sorted(
        (c.least_gap(strategy, rival) - c.gap(strategy, rival), n)
        for n, c in enumerate(scoring.contributions)
    )
    changes: list[Change] = []
    for swing, n in swings:
        if margin <= 0:
            break
        contribution = scoring.contributions[n]
        options = contribution.options
        to = min(options, key=lambda o: options[o][strategy] - options[o][rival])
        changes.append(Change(contribution.question, to))
        margin += swing
    return tuple(changes) if margin <= 0 else None


def fewest_swings(margin: int, swings: Iterable[int]) -> int | None:
    """How many of the widest swings cover a margin; None where all together do not."""
    count = 0
    for swing in sorted(swings, reverse=True):
        if margin <= 0:
            break
        margin -= swing
        count += 1
    return count if margin <= 0 else None


def lens_shares(scoring: Scoring, steps: int) -> dict[str, Fraction]:
    """For each strategy, the share of all lens weightings in which it alone leads.

    The weightings are all ways to divide a weight of 1 over the lenses in steps of 1 / `steps`.
    """
    lenses = scoring.lenses
    table = [{s: scoring.lens_points(lens, s) for s in scoring.strategies} for lens in lenses]
    wins = dict.fromkeys(scoring.strategies, 0)
    count = 0
    for weights in divisions(steps, len(lenses)):
        count += 1
        points = {
            s: sum(w * row[s] for w, row in zip(weights, table, strict=True))
            for s in scoring.strategies
        }
        leaders = most(scoring.strategies, points)
        if len(leaders) == 1:
            wins[leaders[0]] += 1
    return {s: Fraction(n, count) if count else Fraction(0) for s, n in wins.items()}


def divisions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to write `total` as a sum of `parts` whole numbers of 0 and more, in order."""
    if parts == 0:
        return
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in divisions(total - first, parts - 1):
            yield (first, *rest)
