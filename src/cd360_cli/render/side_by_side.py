"""Figures of several results side by side, each with its difference from another.

A difference is that of the two numbers shown, so that every line adds up for who reads it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.recommendation import Recommendation
from cd360_cli.render.names import UNKNOWN, Names
from cd360_cli.texts import side_by_side as say
from cd360_cli.texts.wording import number, percent, short

SAME = "="
NONE = "-"


class Figure(NamedTuple):
    """What a side says on a line, with the number shown if it is one, and what that is about."""

    said: str
    value: Fraction | None = None
    about: str = ""


class Row(NamedTuple):
    """A line of a table: the first side, then each further one with its difference."""

    name: str
    cells: tuple[str, ...]
    differs: bool


def row(
    of: Names,
    name: str,
    figures: Sequence[Figure],
    bases: Sequence[int] = (0,),
    otherwise: str = UNKNOWN,
    decimals: int | None = None,
) -> Row:
    """A line with differences: `bases` are the places of what each further figure is held against.

    `otherwise` is said where there are no two numbers about the same thing to tell apart; the
    numbers have `decimals`, by default one where they have any.
    """
    first, *further = figures
    cells = [first.said]
    for figure, base in zip(further, bases, strict=True):
        cells += [figure.said, _difference(of, figures[base], figure, otherwise, decimals)]
    return Row(name, tuple(cells), any(cell != SAME for cell in cells[2::2]))


def _difference(
    of: Names, before: Figure, after: Figure, otherwise: str, decimals: int | None
) -> str:
    if before.value is None or after.value is None or before.about != after.about:
        return SAME if before.said == after.said else otherwise
    gained = after.value - before.value
    if not gained:
        return SAME
    return signed(of, gained, decimals)


def signed(of: Names, gained: Fraction, decimals: int | None = None) -> str:
    """A difference behind its arrow."""
    size = abs(gained)
    said = short(size, of.language) if decimals is None else number(size, of.language, decimals)
    return (of.up if gained > 0 else of.down) + said


def figure(of: Names, value: Fraction | None, mark: str = "") -> Figure:
    """A number as it is shown, behind a mark; a question mark where it is unknown."""
    return Figure(mark + of.number(value), _tenths(value))


def _tenths(value: Fraction | None) -> Fraction | None:
    return None if value is None else Fraction(int(10 * value + Fraction(1, 2)), 10)


def scores(of: Names, results: Sequence[Recommendation], bases: Sequence[int]) -> Iterator[Row]:
    """Every strategy's score, the highest of the last result on top."""
    for strategy in sorted(results[-1].strategies, key=lambda s: -s.score):
        found = [s.score for result in results for s in result.strategies if s.id == strategy.id]
        figures = [Figure(number(s, of.language, 1), _tenths(s)) for s in found]
        yield row(of, of.strategies[strategy.id], figures, bases, decimals=1)


def sureness(
    of: Names, results: Sequence[Recommendation], bases: Sequence[int], otherwise: str = UNKNOWN
) -> Iterator[Row]:
    """How sure each result is. Of two different leaders there is no difference to speak of."""
    for text, figures in (
        (say.FLIPS, [_flips(of, result) for result in results]),
        (say.TOLERANCE, [_share(of, result, result.weight_tolerance) for result in results]),
        (say.SHARE, [_share(of, result, result.lens_share) for result in results]),
    ):
        yield row(of, of.say(text), figures, bases, otherwise)


def _flips(of: Names, result: Recommendation) -> Figure:
    """The answers to flip; with too few answers nothing can be said of it."""
    if result.verdict == "insufficient":
        return Figure(NONE)
    if result.answers_to_flip is None:
        return Figure(of.say(say.NEVER))
    value = Fraction(result.answers_to_flip)
    return Figure(str(result.answers_to_flip), value, result.candidates[0])


def _share(of: Names, result: Recommendation, share: Fraction | None) -> Figure:
    """A share of 1 in percent; with too few answers, or no single leader, there is none."""
    if share is None or result.verdict == "insufficient":
        return Figure(NONE)
    shown = Fraction(int(100 * share))
    return Figure(percent(share, of.language), shown, result.candidates[0])
