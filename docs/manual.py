"""Write the manual pages from what help says, in every language: `python docs/manual.py`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from cd360_cli import __version__
from cd360_cli.cli import app
from cd360_cli.language import LANGUAGES
from cd360_cli.render.help import commands, lists, usage
from cd360_cli.shape import Text
from cd360_cli.streams import NAME
from cd360_cli.texts import manual as say
from cd360_cli.texts import usage as say_usage
from cd360_cli.texts.help import COMMANDS

PAGES = {language: Path(__file__).parent / "man" / f"{NAME}.{language}.1" for language in LANGUAGES}


def text_of(language: str) -> str:
    """The manual page in roff, with the macros that every man knows."""
    return "\n".join(_lines(_context(language))) + "\n"


def _context(language: str) -> Any:
    command = typer.main.get_command(app)
    return command.make_context(NAME, [], obj=language, resilient_parsing=True)


def _lines(top: Any) -> Iterator[str]:
    def heading(text: Text) -> str:
        return f".SH {text.say(language)}"

    language = top.obj
    yield f'.TH {NAME.upper()} 1 "" "{NAME} {__version__}" "{say.TITLE.say(language)}"'
    yield heading(say.NAME)
    yield rf"{NAME} \- {_safe(say.PURPOSE.say(language))}"
    yield heading(say.SYNOPSIS)
    yield rf"\fB{NAME}\fR {_safe(usage(top).removeprefix(NAME).strip())}"
    yield heading(say.DESCRIPTION)
    yield _safe(say.ABOUT.say(language))
    yield heading(say.OPTIONS)
    yield from _options(top)
    yield heading(say.COMMANDS)
    for context in _below(top):
        yield from _command(context)
    yield heading(say.EXIT_STATUS)
    yield from _terms(say.CODES, language)
    yield heading(say.ENVIRONMENT)
    yield from _terms(say.VARIABLES, language)
    yield heading(say.FILES)
    yield from _terms(say.PLACES, language)


def _command(context: Any) -> Iterator[str]:
    entry, language = COMMANDS[context.command_path], context.obj
    yield f".SS {_safe(usage(context))}"
    yield _safe(entry.about.say(language))
    yield from _options(context)
    yield ".PP"
    yield say_usage.EXAMPLE.say(language)
    yield rf"\fB{_safe(entry.example)}\fR"


def _below(context: Any) -> Iterator[Any]:
    """The commands that do something, each in its own context."""
    for name, command in commands(context).items():
        inner = command.make_context(
            name, [], parent=context, obj=context.obj, resilient_parsing=True
        )
        if commands(inner):
            yield from _below(inner)
        else:
            yield inner


def _options(context: Any) -> Iterator[str]:
    """Arguments and options; the commands have sections of their own."""
    for heading, rows in lists(context):
        if heading is not say_usage.COMMANDS:
            for name, text in rows:
                yield from (".TP", rf"\fB{_safe(name)}\fR", _safe(text))


def _terms(terms: Mapping[str, Text], language: str) -> Iterator[str]:
    for name, text in terms.items():
        yield from (".TP", rf"\fB{_safe(name)}\fR", _safe(text.say(language)))


def _safe(text: str) -> str:
    """Text in which roff finds no request and no ligature: its hyphens can be copied."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    return rf"\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    for language, page in PAGES.items():
        page.parent.mkdir(exist_ok=True)
        page.write_text(text_of(language), encoding="utf-8")
