"""Streams and exit codes: the result goes to standard output, everything else to standard error."""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

from cd360_cli.problems import Refused
from cd360_cli.texts import problems as say
from cd360_cli.texts.wording import visible

NAME = "cd360"

DONE = 0
BUG = 1
USAGE = 2
ASSESSMENT = 3
FRAMEWORK = 4
INTERRUPTED = 130

CODES = {"assessment": ASSESSMENT, "framework": FRAMEWORK}


def tell(line: str = "") -> None:
    """Say something that is not the result."""
    print(line, file=sys.stderr, flush=True)


def result(text: str) -> None:
    """Hand over the result, or a part of it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def refuse(refused: Refused, language: str) -> NoReturn:
    """Tell every problem, one a line, and leave with the code of what was refused."""
    for line in say.lines(refused, language):
        tell(visible(line))
    raise SystemExit(CODES[refused.subject])


def invoked() -> str:
    """How this command was called: by its name, or by the path that was typed."""
    called = sys.argv[0]
    by_path = os.sep in called and Path(called).name == NAME and not shutil.which(NAME)
    return called if by_path else NAME


def prepare() -> None:
    """Let no character that the terminal lacks stop the output, nor a stray byte the input.

    Python would pass such a byte on as half a character, which no file can hold.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def reader_left() -> NoReturn:
    """Leave quietly when whoever read our output has gone (as in `| head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(DONE)
