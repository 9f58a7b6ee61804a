"""Hostile words on the cards of an interview, as the terminal would get them."""

import asyncio
import io
import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from naughty_strings import furnish, squeezed
from prompt_toolkit.application import set_app
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import DummyInput
from prompt_toolkit.output.vt100 import Vt100_Output

from cd360_cli import assessment_file, framework_file, interview_cards
from cd360_cli.assessment import Assessment
from cd360_cli.framework import Framework
from cd360_cli.interview import start
from cd360_cli.problems import Refused
from cd360_cli.sitting import Sitting
from cd360_cli.texts.wording import SPACES, visible

VIEWS = ("", "?", "2", "m", "escape", "r", "end", "home", "g", "escape", "l")
"""Keys that bring up every view: a question, explained, noted, all answers, where to go."""

OURS = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]")
"""What moves, colours and clears; a terminal is given nothing else to obey."""


def drawn(framework: Framework, assessment: Assessment, columns: int = 80) -> str:
    """All that is written to a terminal while every view is shown."""
    written = io.StringIO()
    output = Vt100_Output(written, lambda: Size(40, columns), term="xterm", enable_cpr=False)
    interview = start(framework, assessment, "en")._replace(at=0, view="question", cursor=0)
    with (
        patch.object(interview_cards, "create_input", lambda _: DummyInput()),
        patch.object(interview_cards, "_output", lambda: output),
    ):
        cards = interview_cards.Cards(Sitting(interview, lambda _: None))

    async def draw() -> None:
        for key in VIEWS:
            if key == "escape":
                cards._write(None)
            elif key:
                cards._press(key)
            cards.app.render_counter += 1
            cards.app.renderer.reset()  # Or only what differs would be written.
            cards.app.renderer.render(cards.app, cards.app.layout)

    with set_app(cards.app):
        asyncio.run(draw())
    return written.getvalue()


def trouble_on_cards(word: str, folder: Path) -> Iterator[str]:
    """What a word in notes, sources and every text of a framework does to the terminal."""
    paths = furnish(folder, word)
    try:
        bundled = framework_file.load().framework
        noted = assessment_file.load(Path(paths["file"]), bundled)
        own = framework_file.load(Path(paths["own"])).framework
        asked = assessment_file.load(Path(paths["made"]), own)
    except Refused:  # A text that is empty.
        return
    for framework, assessment in ((bundled, noted), (own, asked)):
        raw = drawn(framework, assessment)
        left = OURS.sub("", raw)
        if stray := {c for c in left if not (c.isprintable() or c in "\r\n" + SPACES)}:
            yield f"{stray} on the cards"
        if kinds := {found[-1] for found in OURS.findall(raw)} - set("ABCDHJKmhl"):
            yield f"sequences that end in {kinds}"
        shown = squeezed(left)
        words = (word, " ".join(word.split()))  # A note is shown in one line.
        if not any(squeezed(visible(each))[:30] in shown for each in words):
            yield "the word is not shown"
