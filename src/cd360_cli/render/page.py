"""What every part of the screen uses: names, signs and widths."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text as Styled

from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation
from cd360_cli.render.columns import Column, Columns
from cd360_cli.render.names import Names
from cd360_cli.shape import Text
from cd360_cli.texts.wording import visible

WIDEST = 100
"""Columns beyond which lines are hard to read."""

WITH_BARS = {"strategies": 74, "journey": 92}
"""Columns from which a table has room for bars."""

WITH_BANDS = 72
"""Columns from which the journey has room for the names of the bands."""

BAR = 10
"""Characters of the longest bar."""

INDENT = 2
"""Columns that tables and notes stand to the right of sentences."""


class Page(Names):
    """A recommendation with the names, language and signs to show it with."""

    def __init__(
        self,
        result: Recommendation,
        framework: Framework,
        language: str,
        console: Console,
        *,
        pictures: bool = False,
    ) -> None:
        super().__init__(result, framework, language)
        self.width = min(console.width, WIDEST)
        plain = not console.encoding.lower().startswith("utf")
        self.pictures = pictures and not plain
        self.up, self.down = ("+", "-") if plain else ("↑", "↓")
        self.here, self.warning, self.bullet, self.circle = (
            (">", "!", "-", "o") if plain else ("▶", "!", "•", "↻")
        )
        self._full, self._half = ("#", "") if plain else ("█", "▌")

    def has_bars(self, table: str) -> bool:
        """Whether there is room for bars in a table."""
        return self.width >= WITH_BARS[table]

    def heading(self, text: Text) -> RenderableType:
        """The heading of a part, after an empty line."""
        return Padding(Styled(text.say(self.language), style="bold"), (1, 0, 0, 0), expand=False)

    def note(self, text: str) -> RenderableType:
        """An explanation, indented."""
        return Padding(Styled(text, style="dim"), (0, 0, 0, INDENT), expand=False)

    def listed(self, mark: str, said: str | Styled, style: str = "") -> Columns:
        """A text behind a mark, indented, its further lines under its first."""
        text = Styled(said, style=style) if isinstance(said, str) else said
        item = Columns(Column(INDENT - 1), Column(len(mark)), Column())
        item.add_row("", Styled(mark, style=style), text)
        return item

    def table(
        self, first: int | None, *figures: tuple[str, int], behind: Sequence[int | None] = ()
    ) -> Columns:
        """A table with a left column of names and right-aligned figures, each (heading, width).

        The names are as wide as `first`, or as the others leave room for.
        What stands `behind` them has no heading and is left-aligned.
        """
        headings = (Styled(heading, style="dim") for heading, _ in figures)
        return Columns(
            Column(first),
            *(Column(width, "right") for _, width in figures),
            *map(Column, behind),
            headings=["", *headings],
        )

    def bar(self, value: Fraction, most: int) -> Styled:
        """`value` of `most` as a bar."""
        halves = int(value * 2 * BAR / most)
        return Styled(self._full * (halves // 2) + self._half * (halves % 2), style="cyan")


class Screen(Console):
    """A console on which no character of somebody's text steers the terminal."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        """The parts of what is to be shown, each character of them visible."""
        for part in super().render(renderable, options):
            text = part.text
            if text.isprintable() or text == "\n" or part.control:
                yield part
            else:
                lines = "\n".join(map(visible, text.split("\n")))
                yield Segment(lines, part.style)


def screen() -> Console:
    """Standard output, as wide as it now is, with no sign in a text read as anything else."""
    console = Screen(highlight=False, emoji=False)
    console.size = console.size  # Else it is asked for again at every part.
    return console


def put(console: Console, part: RenderableType, width: int) -> None:
    """Print a part without the blanks that Rich fills lines with.

    Margins are put around the text that comes out: to pass them on to Rich, which lays out anew
    what stands within them, would take as long as all the rest.
    """
    above = left = 0
    while isinstance(part, Padding):
        above, left, part = above + part.top, left + part.left, part.renderable
    with console.capture() as captured:
        console.print(part, width=width - left)
    text = re.sub(r"[ \t]+(?=\n)", "", captured.get())
    console.file.write("\n" * above + re.sub(r"(?m)^(?=.)", " " * left, text))


def indented(part: RenderableType) -> RenderableType:
    """A part two columns to the right."""
    return Padding(part, (0, 0, 0, INDENT), expand=False)
