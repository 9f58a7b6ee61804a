"""What the generated SQL says differently to different engines: little, and all of it here."""

from collections.abc import Iterable, Sequence
from string import ascii_letters, digits
from typing import NamedTuple

PLAIN = frozenset(ascii_letters + digits + " +-_.,;:")
"""What stands for itself between quotes, in whatever dialect."""


class Dialect(NamedTuple):
    """How an engine quotes names, calls its texts, and divides whole numbers without a rest."""

    name: str
    quote: str
    text: str
    division: str
    remainder: str = "MOD({0}, {1})"
    part: str = ""
    """How bits of a number are had without their place, where that is quicker than division."""
    fractions: bool = False
    """Whether a quotient keeps its fraction, unless it is rounded."""
    escape: bool = False
    """Whether a backslash in a text has a meaning of its own."""

    def named(self, name: str) -> str:
        """A name between quotes: ids have hyphens, and `row` is a word of SQL."""
        return f"{self.quote}{name.replace(self.quote, 2 * self.quote)}{self.quote}"

    def literal(self, text: str) -> str:
        """Any text, as the engine writes it in a statement."""
        if not self.escape:
            return quoted(text.replace("'", "''"))
        return quoted("".join(c if c in PLAIN else f"\\U{ord(c):08x}" for c in text))

    def divided(self, whole: str, by: str | int) -> str:
        """The quotient of two whole numbers, where the first is not below 0.

        `whole` should be short: where an engine only knows inexact division it stands there twice.
        """
        return whole if by == 1 else self.division.format(whole, by)

    def most(self, quotients: Iterable[tuple[str, str]]) -> str:
        """The greatest of some quotients, rounded up; 0 where that is below 0."""
        if self.fractions:
            return f"CEIL({greatest(['0', *(f'({whole}) / {by}' for whole, by in quotients)])})"
        rounded = (self.divided(f"({whole} + {by} - 1)", by) for whole, by in quotients)
        return greatest(["0", *rounded])

    def field(self, packed: str, at: int, width: int) -> str:
        """The number that stands in `width` bits of another, from the bit `at`."""
        if self.part:
            return self.part.format(packed, (1 << width) - 1 << at, 1 << at)
        return self.rest(self.divided(packed, 1 << at), 1 << width)

    def rest(self, whole: str, by: int) -> str:
        """What is left of a whole number, not below 0, after division."""
        return self.remainder.format(whole, by)

    def written(self, number: str) -> str:
        """A whole number as text: a double that is whole, too."""
        return f"CAST(CAST({number} AS BIGINT) AS {self.text})"


DIALECTS = {
    dialect.name: dialect
    for dialect in (
        # Takes quotients to be unknown at times, and then carries a mark beside every number.
        Dialect(
            "spark",
            "`",
            "STRING",
            "COALESCE({0} DIV {1}, 0)",
            "COALESCE(MOD({0}, {1}), 0)",
            escape=True,
        ),
        Dialect("duckdb", '"', "VARCHAR", "({0} // {1})"),
        Dialect("bigquery", "`", "STRING", "DIV({0}, {1})", escape=True),
        # Its quotients have six decimals: only an exact one is sure to be whole.
        Dialect("snowflake", '"', "VARCHAR", "CAST(({0} - MOD({0}, {1})) / {1} AS BIGINT)"),
        Dialect("postgres", '"', "VARCHAR", "({0} / {1})"),
    )
}
"""The dialects by name."""

POLARS = Dialect(
    "polars",
    '"',
    "VARCHAR",
    "FLOOR({0} / {1})",
    part="((CAST({0} AS BIGINT) & {1}) / {2})",
    fractions=True,
)
"""Not offered for its own sake: Polars gives the first step another form.

Its whole numbers become doubles where they are divided, which is several times as quick. Below
`EXACT` each is exact, and so is each quotient once it is rounded, up or down.
"""

EXACT = 1 << 52

POLARS_BEYOND = Dialect("polars", '"', "VARCHAR", "({0} // {1})")
"""For a framework whose numbers can be greater than that."""


class Step(NamedTuple):
    """A step of the computation: columns beside those of the step before, by name."""

    name: str
    columns: dict[str, str]


def quoted(text: str) -> str:
    """A text as SQL writes it. Ids, which hold no quotes, and spaces."""
    return f"'{text}'"


def case(branches: Iterable[tuple[str, str | int]], otherwise: str | int) -> str:
    """The value of the first branch whose condition holds."""
    whens = " ".join(f"WHEN {condition} THEN {value}" for condition, value in branches)
    return f"CASE {whens} ELSE {otherwise} END" if whens else str(otherwise)


def flag(condition: str) -> str:
    """1 where a condition holds, else 0."""
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def added(terms: Iterable[str]) -> str:
    """The sum of terms, 0 of none."""
    return " + ".join(terms) or "0"


def times(factor: int, value: str) -> str:
    """A value some times over."""
    return value if factor == 1 else f"{factor} * {value}"


def greatest(values: Sequence[str]) -> str:
    """The greatest of one or more values."""
    return f"GREATEST({', '.join(values)})" if len(values) > 1 else values[0]


def least(values: Sequence[str]) -> str:
    """The least of one or more values."""
    return f"LEAST({', '.join(values)})" if len(values) > 1 else values[0]


def all_of(conditions: Sequence[str]) -> str:
    """That all conditions hold."""
    return " AND ".join(conditions) or "1 = 1"


def spaced(texts: Iterable[str]) -> str:
    """Texts that each begin with a space or are empty, as one without the first space, or NULL."""
    parts = list(texts)
    whole = f"CONCAT({', '.join(parts)})" if len(parts) > 1 else parts[0]
    return f"NULLIF(SUBSTR({whole}, 2), '')"
