"""Options and arguments that many commands share. What help says of them: `texts/help.py`."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer


def at_once(act: Callable[[str], None]) -> Callable[[typer.Context, bool], None]:
    """The callback of an option that does its work, in a language, and ends the command."""

    def callback(context: typer.Context, given: bool) -> None:
        # A shell that completes words parses them too, but nothing is to happen then.
        if given and not context.resilient_parsing:
            act(context.obj)
            raise typer.Exit

    return callback


def _here_or_before(context: typer.Context, lang: str | None) -> str | None:
    """The language asked for after a command, else before it."""
    before: str | None = context.parent.params.get("lang") if context.parent else None
    return lang or before


def _whole(words: str | None) -> str | None:
    """A text without stray bytes: Python has them as half characters, which no file holds."""
    return words and os.fsencode(words).decode("utf-8", "replace")


Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="en|nl", show_default=False, callback=_here_or_before),
]
Assessed = Annotated[str, typer.Argument(metavar="FILE|-")]
Outs = Annotated[list[Path] | None, typer.Option("-o", "--out", metavar="FILE")]
Json = Annotated[bool, typer.Option("--json")]
OwnFramework = Annotated[Path | None, typer.Option("--framework", metavar="FILE")]

Respondent = Annotated[str, typer.Option("--respondent", metavar="NAME", callback=_whole)]
Role = Annotated[str, typer.Option("--role", metavar="NAME", callback=_whole)]
Company = Annotated[str, typer.Option("--company", metavar="NAME", callback=_whole)]
