"""Help screens, and the names that help gives to options and arguments.

`context` and `param` are those of Typer; the context holds the language as its object.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from shutil import get_terminal_size
from typing import Any

from typer.core import TyperArgument, TyperGroup

from cd360_cli.shape import Text
from cd360_cli.texts import usage as say
from cd360_cli.texts.help import COMMANDS, SHARED

WIDEST = 80
NARROWEST = 40
LONGEST_NAME = 26
"""Columns of a screen, and of the names in its lists: what is longer gets a line of its own."""

WHOLE = "\N{NO-BREAK SPACE}"


def screen(context: Any) -> str:
    """The help screen of a command: an example first."""
    return "\n".join(_lines(context, max(NARROWEST, min(get_terminal_size().columns, WIDEST))))


def about(context: Any, word: str) -> str:
    """What help says of a command below this one, or of an option or argument by its key."""
    path, language = context.command_path, context.obj
    if below := COMMANDS.get(f"{path} {word}"):
        return below.about.say(language)
    text = COMMANDS[path].words.get(word) or SHARED.get(word)
    return text.say(language) if text else ""


def commands(context: Any) -> Mapping[str, Any]:
    """The commands of a group; a command has none."""
    return context.command.commands if isinstance(context.command, TyperGroup) else {}


def key_of(param: Any) -> str:
    """The name of an option or argument in `texts/help.py`: `--lang`, `FILE`."""
    return _shape(param) if isinstance(param, TyperArgument) else str(max(param.opts, key=len))


def name_of(param: Any, language: str) -> str:
    """The name of an option, or what stands for an argument: `--lang`, `BESTAND`."""
    return value_of(param, language) if isinstance(param, TyperArgument) else key_of(param)


def value_of(param: Any, language: str) -> str:
    """What stands for the value of an option or argument: `BESTAND`, `markdown|csv|json`."""
    return re.sub("[A-Z]+", lambda word: say.NAMES[word[0]].say(language), _shape(param))


def _shape(param: Any) -> str:
    """The same in English: as the option or argument is declared."""
    return param.metavar or "|".join(getattr(param.type, "choices", ()))


def _lines(context: Any, width: int) -> Iterator[str]:
    path, language = context.command_path, context.obj
    yield say.EXAMPLE.say(language)
    yield f"  {COMMANDS[path].example}"
    yield ""
    yield from _wrapped(f"{say.USAGE.say(language)} {usage(context)}", width, rest="    ")
    yield ""
    yield from _wrapped(COMMANDS[path].about.say(language), width)
    for heading, rows in lists(context):
        if rows:
            yield ""
            yield heading.say(language)
            yield from _table(rows, width)
    if commands(context):
        yield ""
        yield say.MORE.say(language).format(command=f"{path} {say.A_COMMAND.say(language)}")


def usage(context: Any) -> str:
    """How a command is typed: `cd360 recommend [OPTIONS] [FILE|-]`."""
    language = context.obj
    places = [
        _place(each, language) for each in _params(context) if isinstance(each, TyperArgument)
    ]
    places += [f"{say.A_COMMAND.say(language)} ..."] if commands(context) else []
    return " ".join([context.command_path, say.ANY_OPTIONS.say(language), *places])


def lists(context: Any) -> Iterator[tuple[Text, list[tuple[str, str]]]]:
    """What a screen lists, under its headings: names and what is said of each."""
    arguments, options = [], []
    for param in _params(context):
        if isinstance(param, TyperArgument):
            arguments.append((_place(param, context.obj), _said(context, param)))
        else:
            options.append((_spelled(param, context.obj), _said(context, param)))
    below = [name for name, command in commands(context).items() if not command.hidden]
    yield say.ARGUMENTS, arguments
    yield say.COMMANDS, [(name, _first_sentence(about(context, name))) for name in below]
    yield say.OPTIONS, options


def _params(context: Any) -> list[Any]:
    """The options and arguments that help shows."""
    return [param for param in context.command.get_params(context) if not param.hidden]


def _place(argument: Any, language: str) -> str:
    """An argument as it is typed: in brackets where it may be left out."""
    value = value_of(argument, language) + ("" if argument.nargs == 1 else " ...")
    return value if argument.required else f"[{value}]"


def _spelled(option: Any, language: str) -> str:
    """An option as it is typed: every spelling, and its value where it has one."""
    value = [] if option.is_flag else [value_of(option, language)]
    return " ".join([", ".join(sorted(option.opts, key=len)), *value])


def _said(context: Any, param: Any) -> str:
    """What help says of an option or argument, with its default."""
    said = [about(context, key_of(param))]
    default = getattr(param.default, "value", param.default)
    if param.required and not isinstance(param, TyperArgument):
        said.append(say.REQUIRED.say(context.obj))
    if param.show_default and default is not False and default not in (None, ""):
        said.append(say.DEFAULT.say(context.obj).format(value=default).replace(" ", WHOLE))
    return " ".join(said)


def _first_sentence(text: str) -> str:
    return text[: text.find(". ") + 1] or text


def _table(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Names in one column, sentences beside them."""
    column = min(max(len(name) for name, _ in rows), LONGEST_NAME) + 4
    for name, text in rows:
        first = f"  {name}  "
        if len(first) > column:
            yield first.rstrip()
            first = ""
        yield from _wrapped(text, width, first.ljust(column), " " * column)


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    # The name of an option stays whole, or it could not be copied.
    wrapper = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    wrapper.initial_indent, wrapper.subsequent_indent = first, rest
    return [line.replace(WHOLE, " ") for line in wrapper.wrap(text)]
