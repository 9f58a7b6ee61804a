"""Typer with help and errors in our own words, in both languages.

Typer speaks English only. So its commands and groups are subclassed, and its errors are told by
what they hold, never by their message. The language is the object of every context. The words come
from `render/help.py` and `render/misuse.py`, which nothing loads until there is something to say.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

# Typer publishes only this one of Click's usage errors; what it derives from is what they share.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class Command(TyperCommand):
    """A command whose help and completion speak both languages."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the words typed after the command. Raises `UsageError`."""
        with _placed(ctx):
            return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help screen."""
        return _screen(ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """What may stand here, each with what help says of it."""
        return _explained(ctx, super().shell_complete(ctx, incomplete))


class Group(TyperGroup):
    """A group of commands whose help and completion speak both languages."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the words typed after the command. Raises `UsageError`."""
        with _placed(ctx):
            return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help screen."""
        return _screen(ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """What may stand here, each with what help says of it."""
        return _explained(ctx, super().shell_complete(ctx, incomplete))


class App(typer.Typer):
    """A Typer application made of these commands and groups."""

    def __init__(self) -> None:
        super().__init__(
            cls=Group,
            # Rich would more than double the time that --help takes.
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
            # Typer's own options for it speak English; commands/completion.py has ours.
            add_completion=False,
            no_args_is_help=True,
            context_settings={"help_option_names": ["-h", "--help"]},
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """Register a function as a command."""
        return super().command(name, cls=Command, **settings)


@contextmanager
def _placed(context: Any) -> Iterator[None]:
    """Let every usage error name its context: those about the value of an option do not."""
    try:
        yield
    except UsageError as error:
        place: Any = error
        place.ctx = place.ctx or context
        raise


def _screen(context: Any) -> str:
    from cd360_cli.render.help import screen

    return screen(context)


def _explained(context: Any, found: list[Any]) -> list[Any]:
    from cd360_cli.render.help import about

    for item in found:
        item.help = about(context, item.value)
    return found
