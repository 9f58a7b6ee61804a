"""The command line run in this process: quicker than a process for each line that is typed."""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple
from unittest.mock import patch

from cd360_cli.cli import run


class Done(NamedTuple):
    """What a command left behind."""

    code: object
    out: str
    err: str


def cd360(*words: str, locale: str = "en_US.UTF-8", **environment: str) -> Done:
    """Run `cd360` with these words after it, at 80 columns."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.object(sys, "argv", ["cd360", *words]),
        patch.dict(os.environ, {"LC_ALL": locale, "COLUMNS": "80", **environment}),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            run()
        except SystemExit as end:
            return Done(end.code, out.getvalue(), err.getvalue())
    raise AssertionError("run always leaves with a code")
