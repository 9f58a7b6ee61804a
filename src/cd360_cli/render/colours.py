"""The colours of a report: one a discipline, told apart by colour-blind eyes too.

The first four follow the business model matrix that the strategies come from (blue, green, yellow,
red), with lightness apart as well as hue. On paper every colour has a contrast of 3 and more, texts
4.5 and more (WCAG 2.2 AA); `tests/test_report.py` holds both.
"""

from typing import NamedTuple


class Accent(NamedTuple):
    """The colour of a discipline, and that of text on it."""

    fill: str
    on: str


class Ink(NamedTuple):
    """All colours of a page: `soft` is for surfaces, `line` for rules, `warn` for what is amiss."""

    paper: str
    text: str
    muted: str
    line: str
    soft: str
    warn: str
    accents: tuple[Accent, ...]

    def accent(self, place: int) -> Accent:
        """The colour of the discipline at a place: from the start again where there are more."""
        return self.accents[place % len(self.accents)]


_DARK, _WHITE = "#14202b", "#ffffff"

LIGHT = Ink(
    paper="#ffffff",
    text="#14202b",
    muted="#55616d",
    line="#d5dce3",
    soft="#f3f5f7",
    warn="#a32010",
    accents=(
        Accent("#1c4f94", _WHITE),
        Accent("#2b9680", _DARK),
        Accent("#c07a10", _DARK),
        Accent("#8a1c3e", _WHITE),
        Accent("#6a4ba3", _WHITE),
        Accent("#66727f", _WHITE),
        Accent("#6d7a1f", _WHITE),
        Accent("#22789e", _WHITE),
    ),
)

DARK = Ink(
    paper="#12181f",
    text="#e8edf2",
    muted="#a3afbb",
    line="#33404d",
    soft="#1b242d",
    warn="#ff9d8a",
    accents=(
        Accent("#5b9ff0", _DARK),
        Accent("#93e6cd", _DARK),
        Accent("#f4c156", _DARK),
        Accent("#ef6f88", _DARK),
        Accent("#b99cf0", _DARK),
        Accent("#aab6c3", _DARK),
        Accent("#c3cf6a", _DARK),
        Accent("#7fd0ee", _DARK),
    ),
)

BY_NAME = Ink(
    **{name: f"var(--{name})" for name in Ink._fields if name != "accents"},
    accents=tuple(
        Accent(f"var(--accent-{n})", f"var(--on-{n})") for n in range(len(LIGHT.accents))
    ),
)
"""The colours as names that a style sheet gives their values."""
