"""Numbers, lists and counts as they are written in a sentence."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cd360_cli.shape import Text

if TYPE_CHECKING:  # Completion and help, which write no numbers, start without it.
    from fractions import Fraction

AND = Text(en="and", nl="en")
OR = Text(en="or", nl="of")

UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
"""Spaces that typography puts in texts; Python does not count them as printable."""


def number(value: "Fraction | int", language: str, decimals: int = 0) -> str:
    """A number rounded half up, with the language's decimal sign."""
    scaled = value * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign, digits = ("-" if whole < 0 else ""), str(abs(whole)).rjust(decimals + 1, "0")
    if not decimals:
        return sign + digits
    point = "," if language == "nl" else "."
    return f"{sign}{digits[:-decimals]}{point}{digits[-decimals:]}"


def short(value: "Fraction | int", language: str, decimals: int = 1) -> str:
    """A number with decimals only where it has them."""
    return number(value, language, 0 if value == int(value) else decimals)


def percent(share: "Fraction", language: str) -> str:
    """A share of 1 as a whole percentage, rounded down, so that no assurance is overstated."""
    return f"{int(100 * share)}" + (" %" if language == "nl" else "%")


def rounded(share: "Fraction", language: str) -> str:
    """A share of 1 as a whole percentage, rounded half up, as counts are read."""
    return number(100 * share, language) + (" %" if language == "nl" else "%")


def listed(words: Sequence[str], language: str, last: Text = AND) -> str:
    """`a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last.say(language)} {words[-1]}"


def counted(count: int, one: str, many: str, **values: object) -> str:
    """`1 answer`, `3 answers`: `{n}` stands for the number."""
    return (one if count == 1 else many).format(n=count, **values)


def opening(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def inner(text: str) -> str:
    """A name as it stands inside a sentence: in lower case, unless it is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def visible(text: str) -> str:
    """Somebody's text without characters that would steer a terminal."""
    return "".join(c if c.isprintable() or c in SPACES else UNPRINTABLE for c in text)
