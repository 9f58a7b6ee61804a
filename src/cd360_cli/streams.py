"""Streams and exit codes: the result goes to standard output, everything else to standard error."""

import io
import os
import sys
from pathlib import Path
from typing import NoReturn, TextIO

from cd360_cli.problems import Problem, Refused

NAME = "cd360"

COMPLETION = "_CD360_COMPLETE"
"""The variable in which a shell asks for completions."""

DONE = 0
BUG = 1
USAGE = 2
ASSESSMENT = 3
FRAMEWORK = 4
INTERRUPTED = 130

CODES = {"assessment": ASSESSMENT, "framework": FRAMEWORK, "usage": USAGE}


def tell(line: str = "", end: str = "\n") -> None:
    """Say something that is not the result, if anybody is there to read it."""
    try:
        print(line, end=end, file=sys.stderr, flush=True)
    except OSError:  # The terminal was closed: nothing more is to be written to it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def result(text: str) -> None:
    """Hand over the result, or a part of it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def refuse(refused: Refused, language: str) -> NoReturn:
    """Tell every problem, one a line, and leave with the code of what was refused."""
    from cd360_cli.texts import problems as say
    from cd360_cli.texts.wording import visible

    for line in say.lines(refused, language):
        tell(visible(line))
    raise SystemExit(CODES[refused.subject])


def invoked() -> str:
    """How this command was called: by its name, or by the path that was typed."""
    from shutil import which

    called = sys.argv[0]
    by_path = os.sep in called and Path(called).name == NAME and not which(NAME)
    return called if by_path else NAME


def shows_cards() -> bool:
    """Whether this is a terminal that can redraw, and whose user did not ask for plain lines."""
    redraws = os.environ.get("TERM", "dumb") not in ("", "dumb", "unknown")
    draws_all = sys.stderr.encoding.lower().replace("-", "") == "utf8"
    attended = sys.stdin.isatty() and sys.stderr.isatty()
    return attended and redraws and draws_all and not read_aloud()


def read_aloud() -> bool:
    """Whether the user asked for output that a screen reader can read, without pictures."""
    return os.environ.get("ACCESSIBLE", "").lower() not in ("", "0", "false", "no")


def prepare() -> None:
    """Let no character that the terminal lacks stop the output, nor a stray byte the input.

    Python would pass such a byte on as half a character, which no file can hold. For a stream that
    was closed before we started (as in `>&-`) there is one with nothing in it, or that takes
    nothing: else a file that is opened next would be in its place.
    """
    if sys.stdin is None:
        sys.stdin = _standing_in(os.O_RDONLY, "r")
    if sys.stdout is None:
        # Like the closed one it cannot be written to, which whoever writes to it gets to hear.
        sys.stdout = _standing_in(os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _standing_in(os.O_WRONLY, "w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _standing_in(flags: int, mode: str) -> TextIO:
    return io.TextIOWrapper(io.FileIO(os.open(os.devnull, flags), mode), encoding="utf-8")


def reader_left() -> NoReturn:
    """Leave quietly when whoever read our output has gone (as in `| head`)."""
    _write_no_more()
    raise SystemExit(DONE)


def no_output(error: OSError, language: str) -> NoReturn:
    """Say that the result cannot go where it should, such as to a full disk, and leave."""
    _write_no_more()
    problem = Problem("no-output", values={"detail": error.strerror or type(error).__name__})
    refuse(Refused("usage", [problem], "<stdout>"), language)


def _write_no_more() -> None:
    """Let Python, which writes at its end what is left, not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
