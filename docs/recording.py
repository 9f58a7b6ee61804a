"""Record a whole questionnaire in a real terminal as an animated picture, docs/recording.svg.

    python docs/recording.py            writes it
    python docs/recording.py --check    fails where the tool no longer shows what was recorded

The answers are those of examples/carvana.yaml. The picture is a film strip of screens.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from pyte.screens import Char
from screen import Terminal

from cd360_cli import assessment_file, framework_file
from cd360_cli.interview_keys import numbers_of

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs/recording.svg"
COLUMNS, ROWS = 80, 32
CELL, LINE = 8.43, 18
"""Width of a character and height of a row, in pixels."""

COLOURS = {"cyan": "#0e7490", "brown": "#92400e", "brightblack": "#6b7280", "green": "#15803d"}

Row = list[Char]
Frame = tuple[tuple[Row, ...], float]
"""A screen, and for how many seconds it stands."""


def record() -> list[Frame]:
    """The screens of a whole questionnaire, from its first question to the result."""
    framework = framework_file.load().framework
    answers = assessment_file.load(ROOT / "examples/carvana.yaml", framework).answers
    frames: list[Frame] = []
    with tempfile.TemporaryDirectory() as name:
        terminal = Terminal("assess", folder=Path(name), columns=COLUMNS, rows=ROWS)

        def take(words: str, seconds: float) -> None:
            terminal.settle(words)
            frames.append((screen(terminal), seconds))

        take("Which company", 1.5)
        terminal.press("Carvana\r")
        for at, question in enumerate(framework.asked, 1):
            take(f"- {at} of 52", 2.5 if at < 4 else 0.35)
            if at == 3:
                terminal.press("?")
                take("Why we ask", 3)
                terminal.press("m")
                take("Your note", 1)
                terminal.press("heard from two buyers", "\r")
                take("Note: heard", 1.5)
            picks = answers[question.id].picks
            numbers = dict(zip(question.choices, numbers_of(question), strict=True))
            if len(picks) == 1:
                terminal.press(numbers.get(picks[0], "d"))
                continue
            for pick in picks:
                terminal.press("down" if pick == picks[0] else "", "space")
                take("●", 1)
                terminal.press("down")
            terminal.press("\r")
        take("Those were all the questions", 3)
        terminal.press("down")
        take("▶   1", 1.5)
        terminal.press("home", "\r")
        terminal.show("Answered: 39 of 52")
        terminal.wait()
        frames += [(part, 4) for part in pages(terminal)]
    return frames


def screen(terminal: Terminal) -> tuple[Row, ...]:
    """The rows of the screen as it is now."""
    buffer = terminal.screen.buffer
    return tuple([buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS))


def pages(terminal: Terminal) -> Iterator[tuple[Row, ...]]:
    """The result, page by page, from its heading on."""
    above = [[row[x] for x in range(COLUMNS)] for row in terminal.screen.history.top]
    rows = [*above, *screen(terminal)]
    first = next(n for n, row in enumerate(rows) if text(row).startswith("Carvana, "))
    last = max(n for n, row in enumerate(rows) if text(row))
    for at in range(first, last, ROWS - 2):
        page = rows[at : at + ROWS]
        yield (*page, *([[]] * (ROWS - len(page))))


def text(row: Row) -> str:
    """The characters of a row."""
    return "".join(char.data for char in row).rstrip()


def strip(frames: list[Frame]) -> str:
    """The film strip as an SVG document that steps through its frames for ever."""
    height, total = ROWS * LINE + LINE, sum(seconds for _, seconds in frames)
    steps, at = [], 0.0
    for n, (_, seconds) in enumerate(frames):
        steps.append(f"{100 * at / total:.3f}%{{transform:translateY({-n * height}px)}}")
        at += seconds
    drawn = "\n".join(
        f'<g transform="translate(0 {n * height})">\n{rows_of(rows)}</g>'
        for n, (rows, _) in enumerate(frames)
    )
    width = round(COLUMNS * CELL + 24)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" \
width="{width}" height="{height}" role="img" aria-label="A whole questionnaire in a terminal">
<style>
text {{ font: 14px/1 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
white-space: pre; fill: #1f2937 }}
.b {{ font-weight: bold }} .i {{ font-style: italic }}
#film {{ animation: film {total:.2f}s step-end infinite }}
@keyframes film {{ {"".join(steps)} }}
</style>
<rect width="100%" height="100%" rx="8" fill="#fbfaf7" stroke="#d6d3d1"/>
<svg x="12" y="8" width="{width - 24}" height="{height - 16}"><g id="film">
{drawn}
</g></svg>
</svg>
"""


def rows_of(rows: tuple[Row, ...]) -> str:
    """The rows of a screen as SVG texts."""
    return "".join(
        f'<text y="{LINE * y + LINE}">{runs_of(row)}</text>\n'
        for y, row in enumerate(rows)
        if text(row)
    )


def runs_of(row: Row) -> str:
    """A row as runs of one style each."""
    end = len(text(row))
    runs: list[tuple[str, str]] = []
    for char in row[:end]:
        style = style_of(char)
        if runs and runs[-1][0] == style:
            runs[-1] = (style, runs[-1][1] + char.data)
        else:
            runs.append((style, char.data))
    dated = ((style, re.sub(r"\d{4}-\d\d-\d\d", "2026-11-22", words)) for style, words in runs)
    return "".join(
        f"<tspan{style}>{escape(words)}</tspan>" if style else escape(words)
        for style, words in dated
    )


def style_of(char: Char) -> str:
    """Bold, italic and colour of a character, as attributes."""
    names = ("b " if char.bold or char.reverse else "") + ("i" if char.italics else "")
    colour = COLOURS.get(char.fg, "")
    kind = f' class="{names.strip()}"' if names else ""
    return kind + (f' fill="{colour}"' if colour else "")


if __name__ == "__main__":
    found = strip(record())
    if "--check" not in sys.argv:
        PICTURE.write_text(found)
    elif PICTURE.read_text() != found:
        sys.exit(f"{PICTURE.name} is out of date: run python docs/recording.py")
