"""The steps of the SQL from points to verdict and candidates.

The fewest answers that close a margin are found without sorting. The most that k answers can close
is the least, over all widths t, of `k * t + sum of max(0, swing - t)`; of all widths only those of
the swings matter. So k is the greatest over those of `(margin - sum of max(0, swing - t)) / t`,
rounded up. The swings of several rivals are summed at once, each in a lane of its own.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from cd360_cli.answer_kinds import WORD, AnswerKinds, Kind
from cd360_cli.framework import Framework
from cd360_cli.sql_dialect import (
    Dialect,
    Step,
    added,
    all_of,
    case,
    flag,
    greatest,
    least,
    quoted,
    spaced,
    times,
)
from cd360_cli.sql_points import counted

RULINGS = ("insufficient", "undecided", "leaning", "clear")
"""The verdicts, in an order in which the last two name a strategy."""

NEVER = 1 << 20
"""Answers to flip where no number of them is enough."""


class Width(NamedTuple):
    """How far an answer in a lens can close a gap, before the lens is weighed."""

    lens: int
    swing: int


class _Lanes(NamedTuple):
    """Where the rivals of a leader stand in words: several in each, `width` bits for one."""

    rivals: int
    width: int

    @property
    def each(self) -> int:
        return max(1, WORD // self.width)

    @property
    def words(self) -> range:
        return range(-(-self.rivals // self.each))

    def place(self, rival: int) -> tuple[int, int]:
        """The word of a rival and the first bit there."""
        return rival // self.each, rival % self.each * self.width

    def of_swings(self, swings: list[int], width: int, word: int) -> int:
        """A one for each rival of a word whose swing is of a width."""
        places = [self.place(rival) for rival, swing in enumerate(swings) if swing == width]
        return sum(1 << at for place, at in places if place == word)


def verdict_steps(framework: Framework, kinds: AnswerKinds, dialect: Dialect) -> Iterator[Step]:
    """The steps, in order. They yield `flips`, the numbers that `verdict_texts` puts into words,

    and `chosen_S`: 1 for each candidate.
    """
    ids = [strategy.id for strategy in framework.strategies]
    # The swings of a rival add up to at most all points twice.
    lanes = _Lanes(len(ids) - 1, (2 * kinds.most).bit_length())
    widths = _widths(kinds)
    yield Step("led", _leader(len(ids)))
    yield Step("rivalled", {**dict(_margins(lanes)), **dict(_worth(widths))})
    yield Step("swung", dict(_swings(kinds, lanes, widths, len(ids))))
    yield Step("gained", dict(_gains(lanes, widths)))
    yield Step("flipped", dict(_flips(lanes, widths, dialect)))
    yield Step("judged", _judged(framework, lanes))
    yield Step("ruled", {"ruling": _ruling(framework)})
    yield Step("chosen", dict(_chosen(framework, lanes)))
    yield Step("ranked", dict(_ranks(len(ids))))
    yield Step("named", dict(_named(len(ids))))


def verdict_texts(framework: Framework, dialect: Dialect) -> dict[str, str]:
    """`verdict`, `strategy`, `candidates` and `runner_up`: each follows from one number."""
    ids = [quoted(strategy.id) for strategy in framework.strategies]
    width = len(ids).bit_length()

    def named(number: str, names: list[str], otherwise: str) -> str:
        return case([(f"{number} = {n}", name) for n, name in enumerate(names, 1)], otherwise)

    after = [quoted(f" {strategy.id}") for strategy in framework.strategies]
    places = [dialect.field("places", place * width, width) for place in range(len(ids))]
    return {
        "verdict": case(
            [(f"ruling = {n}", quoted(name)) for n, name in enumerate(RULINGS)], "NULL"
        ),
        "strategy": named("winner", ids, "NULL"),
        "candidates": spaced(named(place, after, "''") for place in places),
        "runner_up": named("runner", ids, "NULL"),
    }


def _widths(kinds: AnswerKinds) -> list[Width]:
    return [
        Width(n, swing)
        for n, lens in enumerate(kinds.lenses)
        if lens.lens.weight
        for swing in sorted({s for kind in lens.kinds for row in kind.swings for s in row if s})
    ]


def _leader(strategies: int) -> dict[str, str]:
    """The first of the strategies with most points, and how many those are."""
    every = [f"points_{s}" for s in range(strategies)]
    ahead = [
        (all_of([f"{own} >= {other}" for other in every if other != own]), s)
        for s, own in enumerate(every[:-1])
    ]
    return {"leader": case(ahead, strategies - 1), "most_points": greatest(every)}


def _margins(lanes: _Lanes) -> Iterator[tuple[str, str]]:
    for r in range(lanes.rivals):
        yield f"margin_{r}", f"most_points - {_of_rival(r, 'points_{}'.format)}"


def _of_rival(rival: int, value: Callable[[int], str]) -> str:
    """The value of the strategy that is a rival of the leader: he is skipped in their order."""
    return case([(f"leader > {rival}", value(rival))], value(rival + 1))


def _worth(widths: list[Width]) -> Iterator[tuple[str, str]]:
    for n, (lens, swing) in enumerate(widths):
        yield f"width_{n}", times(swing, f"times_{lens}")


def _swings(
    kinds: AnswerKinds, lanes: _Lanes, widths: list[Width], strategies: int
) -> Iterator[tuple[str, str]]:
    """How many answers have each width against each rival; and how far those unknown could go."""

    def by_leader(value: Callable[[int], str]) -> str:
        values = [value(leader) for leader in range(strategies)]
        if len(set(values)) == 1:
            return values[0]
        return case([(f"leader = {n}", v) for n, v in enumerate(values[:-1])], values[-1])

    def swings(kind: Kind, leader: int) -> list[int]:
        return [swing for rival, swing in enumerate(kind.swings[leader]) if rival != leader]

    def total(leader: int, width: Width, word: int, known: tuple[bool, ...]) -> str:
        found = [
            lanes.of_swings(swings(kind, leader), width.swing, word) if kind.known in known else 0
            for kind in kinds.lenses[width.lens].kinds
        ]
        return counted(kinds, width.lens, found)

    def unknown(leader: int, word: int) -> str:
        found = [total(leader, width, word, (False,)) for width in widths]
        return added(f"width_{n} * ({sums})" for n, sums in enumerate(found) if sums != "0")

    both = (True, False)
    for word in lanes.words:
        for n, width in enumerate(widths):
            yield (
                f"swings_{n}_{word}",
                by_leader(partial(total, width=width, word=word, known=both)),
            )
        yield f"unknown_{word}", by_leader(partial(unknown, word=word))


def _gains(lanes: _Lanes, widths: list[Width]) -> Iterator[tuple[str, str]]:
    """By width, what all answers close beyond it; and what they close in all."""
    for word in lanes.words:
        for n, width in enumerate(widths):
            beyond = [
                f"swings_{k}_{word} * {_beyond(k, other, n, width)}"
                for k, other in enumerate(widths)
                if other.lens != width.lens or other.swing > width.swing
            ]
            yield f"gain_{n}_{word}", f"CAST({added(beyond)} AS BIGINT)"
        whole = added(f"swings_{n}_{word} * width_{n}" for n in range(len(widths)))
        yield f"reach_{word}", f"CAST({whole} AS BIGINT)"


def _beyond(k: int, other: Width, n: int, width: Width) -> str:
    """How much wider one width is than another, where it is wider."""
    if other.lens == width.lens:
        return f"(width_{k} - width_{n})"
    return f"GREATEST(width_{k} - width_{n}, 0)"


def _flips(lanes: _Lanes, widths: list[Width], dialect: Dialect) -> Iterator[tuple[str, str]]:
    for r in range(lanes.rivals):
        word, at = lanes.place(r)

        def lane(name: str, word: int = word, at: int = at) -> str:
            return dialect.field(f"{name}_{word}", at, lanes.width)

        fewest = dialect.most(
            (f"margin_{r} - {lane(f'gain_{n}')}", f"width_{n}") for n in range(len(widths))
        )
        never = (f"{lane('reach')} < margin_{r}", NEVER)
        yield f"flips_{r}", case([never], fewest)
        yield f"open_{r}", flag(f"{lane('unknown')} >= margin_{r}")


def _judged(framework: Framework, lanes: _Lanes) -> dict[str, str]:
    asked = len(framework.strategy_questions)
    every = range(lanes.rivals)
    unknown = " + ".join(f"open_{r}" for r in every)
    margin = least([f"margin_{r}" for r in every])
    few = f"100 * answered < {framework.limits.coverage * asked}"
    decided = f"2 * answered >= {asked} AND {margin} > 0 AND {unknown} = 0"
    return {
        "flips": least([f"flips_{r}" for r in every]),
        "margin": margin,
        "unsettled": unknown,
        "insufficient": flag(f"{few} AND NOT ({decided})"),
    }


def _ruling(framework: Framework) -> str:
    """The place of the verdict among `RULINGS`."""
    limits = framework.limits
    return case(
        [
            ("insufficient = 1", RULINGS.index("insufficient")),
            (f"flips < {limits.leaning}", RULINGS.index("undecided")),
            (f"unsettled = 0 AND flips >= {limits.clear}", RULINGS.index("clear")),
        ],
        RULINGS.index("leaning"),
    )


def _chosen(framework: Framework, lanes: _Lanes) -> Iterator[tuple[str, str]]:
    """Whether each strategy is a candidate, and whether one alone is recommended."""
    decided = RULINGS.index("leaning")

    def near(rival: int) -> str:
        few = f"flips_{rival} < {framework.limits.leaning}"
        return f"ruling < {decided} AND ({few} OR insufficient = 1 AND open_{rival} = 1)"

    leading = [(f"leader = {s}", s + 1) for s in range(lanes.rivals)]
    yield "winner", case([(f"ruling < {decided}", 0), *leading], lanes.rivals + 1)

    for s in range(len(framework.strategies)):
        before = [(f"leader > {s} AND {near(s)}", 1)] if s < lanes.rivals else []
        after = [(f"leader < {s} AND {near(s - 1)}", 1)] if s else []
        yield f"chosen_{s}", case([(f"leader = {s}", 1), *before, *after], 0)


def _ranks(strategies: int) -> Iterator[tuple[str, str]]:
    """The place of each strategy by points, the first in their own order where they are level."""
    for s in range(strategies):
        ahead = [
            flag(f"points_{o} {'>=' if o < s else '>'} points_{s}")
            for o in range(strategies)
            if o != s
        ]
        yield f"rank_{s}", added(ahead)


def _named(strategies: int) -> Iterator[tuple[str, str]]:
    """Which strategies are candidates, by place, and which comes second: each one more than its
    number, and 0 where there is none."""
    every, width = range(strategies), strategies.bit_length()
    places = (
        case([(f"rank_{s} = {place} AND chosen_{s} = 1", s + 1 << place * width) for s in every], 0)
        for place in every
    )
    yield "places", added(places)
    level = added(flag(f"points_{s} = most_points - margin") for s in every)
    second = [(f"points_{s} = most_points - margin", s + 1) for s in every]
    yield "runner", case([(f"margin = 0 OR {level} > 1", 0), *second], 0)
