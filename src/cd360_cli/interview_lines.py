"""The questionnaire as plain lines: everything from top to bottom, one reply a line.

For screen readers, terminals without a cursor, and pipes.
"""

import textwrap
from functools import partial
from shutil import get_terminal_size
from typing import TextIO

from cd360_cli.interview import Interview
from cd360_cli.interview_keys import reply
from cd360_cli.render.sheet import NO_BREAK, Line, at_the_foot, keys, remark, sheet
from cd360_cli.sitting import Interrupted, Sitting
from cd360_cli.streams import tell
from cd360_cli.texts import interview as say
from cd360_cli.texts.wording import visible

WIDEST = 90


def ask(sitting: Sitting, replies: TextIO) -> None:
    """Ask on standard error, with a reply a line from `replies`, until it is left.

    Raises `Interrupted` where the replies end before the questions do.
    """
    shown: tuple[object, ...] = ()
    while sitting.interview.end is None:
        interview = sitting.interview
        if not (interview.remark and _what_is_up(interview) == shown):
            _show(interview)
        if interview.remark:
            tell_line(remark(interview, "lines"))
        shown = _what_is_up(interview)
        line = read_reply(replies)
        if line is None:
            if interview.done:
                return  # Nobody is left to look back, and everything has been passed.
            raise Interrupted
        sitting.take(partial(reply, line=line))


def read_reply(replies: TextIO) -> str | None:
    """The next line of `replies` without the blanks around it; None where there is no more."""
    tell("> ", end="")
    try:
        line = replies.readline()
    except OSError:  # The terminal was closed.
        return None
    if not replies.isatty():
        tell()
    return line.strip() if line else None


def ask_company(language: str, replies: TextIO) -> str:
    """Ask for the company until there is a name; empty where asked to leave."""
    tell(say.COMPANY.say(language))
    while not (name := read_reply(replies)):
        if name is None:
            raise Interrupted
        tell(say.COMPANY_AGAIN.say(language))
    return "" if name == "q" else name


def _what_is_up(interview: Interview) -> tuple[object, ...]:
    return interview._replace(remark=None)


def _show(interview: Interview) -> None:
    tell()
    for line in sheet(interview, "lines"):
        _tell(line)
    _tell(Line(at_the_foot(keys(interview, "lines"), f"{NO_BREAK}| "), "keys"))


def _tell(line: Line) -> None:
    tell_line(line.lead + line.text, " " * len(line.lead))


def tell_line(text: str, indent: str = "") -> None:
    """Say a paragraph within the width of the terminal; further rows are indented so far more."""
    width = min(get_terminal_size().columns, WIDEST)
    lead = text[: len(text) - len(text.lstrip(" "))]
    wrapped = textwrap.wrap(
        visible(text), width, drop_whitespace=True, subsequent_indent=indent or lead
    )
    for row in wrapped or [""]:
        tell(row.replace(NO_BREAK, " "))
