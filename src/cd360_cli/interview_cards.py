"""The questionnaire as cards: one at a time, redrawn in place, answered by single keys."""

import asyncio
import contextlib
import os
import signal
import sys

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth

from cd360_cli.interview_keys import press, written
from cd360_cli.render.sheet import NO_BREAK, Line, at_the_foot, keys, remark, sheet
from cd360_cli.sitting import Interrupted, Sitting
from cd360_cli.texts import interview as say
from cd360_cli.texts.wording import visible

WIDEST = 90
"""Columns beyond which lines are hard to read."""

STYLE = Style.from_dict(
    {
        "progress": "ansicyan",
        "ask": "bold",
        "heading": "bold",
        "aside": "italic",
        "remark": "ansiyellow",
        "keys": "ansibrightblack",
        "here": "reverse",
    }
)

NAMED = {
    Keys.Up: "up",
    Keys.Down: "down",
    Keys.Left: "left",
    Keys.Right: "right",
    Keys.PageUp: "pageup",
    Keys.PageDown: "pagedown",
    Keys.Home: "home",
    Keys.End: "end",
    Keys.ControlM: "enter",
    Keys.Escape: "escape",
}


class Visible(Processor):
    """Shows a note that is changed without characters that would steer the terminal."""

    def apply_transformation(self, given: TransformationInput) -> Transformation:
        """The same number of characters, so that the cursor stands where it should."""
        return Transformation([(style, visible(text)) for style, text, *_ in given.fragments])


def ask(sitting: Sitting) -> None:
    """Show cards on standard error and take keys from standard input, until it is left.

    Raises `Interrupted` on Ctrl-C, a signal, or where the terminal is closed.
    """
    try:
        Cards(sitting).run()
    except (EOFError, OSError):
        raise Interrupted from None


class Cards:
    """A sitting on a terminal."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.line = Buffer(multiline=False)
        self.app: Application[None] = Application(
            layout=self._layout(),
            key_bindings=self._bindings(),
            style=STYLE,
            include_default_pygments_style=False,
            color_depth=ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None,
            erase_when_done=True,
            input=create_input(sys.stdin),
            output=_output(),
        )
        # A lone Escape is a key here; wait only as long as a slow line needs to send an arrow.
        self.app.ttimeoutlen = 0.05

    def run(self) -> None:
        """Ask until the interview is left."""
        self.app.run(pre_run=self._heed_signals, handle_sigint=False)

    def _heed_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            # Windows has no hang-up, and its event loops take no handlers.
            with contextlib.suppress(AttributeError, NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), self._interrupt)

    def _layout(self) -> Layout:
        self.body = Window(
            FormattedTextControl(
                self._body, focusable=True, show_cursor=False, get_cursor_position=self._position
            ),
            dont_extend_height=True,
        )
        entry = Window(
            BufferControl(self.line, input_processors=[Visible()]),
            height=1,
            get_line_prefix=lambda *_: self._prompt(),
        )
        foot = Window(FormattedTextControl(self._foot), dont_extend_height=True)
        writing = ConditionalContainer(entry, Condition(lambda: self._writing))
        return Layout(HSplit([self.body, writing, foot]), focused_element=self.body)

    @property
    def _writing(self) -> bool:
        return self.sitting.interview.view in ("note", "jump")

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        writing = Condition(lambda: self._writing)

        @bindings.add(Keys.Any, filter=~writing)
        def _(event: KeyPressEvent) -> None:
            self._press(event.data if event.data != " " else "space")

        for key, name in NAMED.items():

            @bindings.add(key, filter=~writing)
            def _(event: KeyPressEvent, name: str = name) -> None:
                self._press(name)

        @bindings.add(Keys.ControlM, filter=writing)
        def _(event: KeyPressEvent) -> None:
            self._write(self.line.text)

        @bindings.add(Keys.Escape, filter=writing, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._write(None)

        @bindings.add(Keys.ControlC)
        @bindings.add(Keys.ControlD)
        def _(event: KeyPressEvent) -> None:
            self._interrupt()

        return bindings

    def _interrupt(self) -> None:
        # A closed terminal ends the input and sends a signal, in either order.
        if not self.app.is_done:
            self.app.exit(exception=Interrupted())

    def _press(self, key: str) -> None:
        self.sitting.take(lambda interview: press(interview, key))
        interview = self.sitting.interview
        if interview.end and not self.app.is_done:
            self.app.exit()
        elif self._writing:
            self.line.text = interview.note if interview.view == "note" else ""
            self.line.cursor_position = len(self.line.text)
            self.app.layout.focus(self.line)

    def _write(self, text: str | None) -> None:
        self.sitting.take(lambda interview: written(interview, text))
        if self._writing:
            self.line.text = ""  # Not understood: it is asked again.
        else:
            self.app.layout.focus(self.body)

    @property
    def _width(self) -> int:
        return min(self.app.output.get_size().columns - 1, WIDEST)

    def _prompt(self) -> str:
        interview = self.sitting.interview
        text = say.YOUR_NOTE if interview.view == "note" else say.WHERE
        return f"{text.say(interview.language)}: "

    def _body(self) -> StyleAndTextTuples:
        fragments: StyleAndTextTuples = []
        for line in sheet(self.sitting.interview, "cards"):
            style = "class:here" if line.here else f"class:{line.style}"
            for row in wrapped(line, self._width):
                fragments += [(style, row), ("", "\n")]
        return fragments[:-1]

    def _position(self) -> Point:
        """Where the highlight is: the window scrolls so that its row is in sight."""
        interview = self.sitting.interview
        if not interview.cursor:
            return Point(0, 0)  # What stands above the first choice is wanted in sight too.
        rows = last = 0
        for line in sheet(interview, "cards"):
            rows += len(wrapped(line, self._width))
            if line.here:
                last = rows - 1
        return Point(0, last)

    def _foot(self) -> StyleAndTextTuples:
        interview = self.sitting.interview
        said = remark(interview, "cards")
        pressed = at_the_foot(keys(interview, "cards"), f"{NO_BREAK}· ")
        parts = (("class:remark", said), ("class:keys", pressed))
        return [
            (style, "".join(f"\n{row}" for row in wrapped(Line(text), self._width)))
            for style, text in parts
            if text
        ]


def _output() -> Output:
    """The terminal behind standard error: standard output is for the result alone."""
    output = create_output(sys.stderr)
    if isinstance(output, Vt100_Output):
        # Waiting for a terminal to tell where its cursor is would delay the first question.
        output.enable_cpr = False
    return output


def wrapped(line: Line, width: int) -> list[str]:
    """The rows of a line: broken between words, in cells of a terminal; a long word is cut."""
    rows: list[str] = []
    row, empty = line.lead, True
    for word in visible(line.text).split(" "):
        while True:
            gap = "" if empty else " "
            if get_cwidth(row) + len(gap) + get_cwidth(word) <= width:
                row, empty = row + gap + word, False
                break
            if not empty:
                rows.append(row)
                row, empty = " " * len(line.lead), True
                continue
            fits = _fitting(word, max(1, width - get_cwidth(row)))
            rows.append(row + word[:fits])
            row, word = " " * len(line.lead), word[fits:]
    if not empty or not rows:
        rows.append(row)
    return [row.replace(NO_BREAK, " ") for row in rows]


def _fitting(word: str, width: int) -> int:
    """How many characters of a word fit in so many cells; at least one."""
    cells = 0
    for n, character in enumerate(word):
        cells += get_cwidth(character)
        if cells > width:
            return max(1, n)
    return len(word)
