"""The command line run in this process: quicker than a process for each line that is typed."""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple
from unittest.mock import patch

from cd360_cli.__main__ import _parsed, _straight


class Done(NamedTuple):
    """What a command left behind."""

    code: object
    out: str
    err: str


def cd360(
    *words: str, stdin: str | bytes = "", locale: str = "en_US.UTF-8", **environment: str
) -> Done:
    """Run `cd360` with these words after it, at 80 columns; standard input is no terminal."""
    out, err = io.StringIO(), io.StringIO()
    content = stdin.encode() if isinstance(stdin, str) else stdin
    with (
        patch.object(sys, "argv", ["cd360", *words]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), "utf-8")),
        patch.dict(os.environ, {"LC_ALL": locale, "COLUMNS": "80", **environment}),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            (_straight(words) or _parsed())()
        except SystemExit as end:
            return Done(end.code, out.getvalue(), err.getvalue())
    raise AssertionError("a command always leaves with a code")
