"""What is wrong with a command line, what was probably meant, and where there is help.

`error` is a usage error of Typer, `context` the one it happened in, with the language as object.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from typer.core import TyperArgument, TyperGroup

from cd360_cli import __version__
from cd360_cli.language import Unspoken
from cd360_cli.problems import nearest
from cd360_cli.render.help import about, commands, key_of, name_of, screen, value_of
from cd360_cli.shape import Text
from cd360_cli.streams import NAME, invoked
from cd360_cli.texts import usage as say
from cd360_cli.texts.help import COMMANDS
from cd360_cli.texts.wording import OR, listed, opening, visible


def told(error: Any, words: Sequence[str]) -> Iterator[str]:
    """The lines to tell, from the error and all the words typed after `cd360`."""
    context = error.ctx
    if sentence := _sentence(error, words):
        yield visible(sentence)
        command = invoked() + context.command_path.removeprefix(NAME)
        yield _said(say.SEE, context, command=command)
    else:
        yield screen(context)


def not_spoken(unspoken: Unspoken, language: str) -> str:
    """The line to tell where a language was asked for that nothing speaks here."""
    return visible(f"--lang: {_not_one_of(unspoken.asked, unspoken.known, language)}")


def bug(language: str) -> str:
    """What to tell where an error was met that nobody foresaw: all of it, and what to do."""
    import platform
    import traceback

    values = {"python": platform.python_version(), "system": platform.platform(terse=True)}
    said = say.BUG.say(language).format(version=__version__, **values)
    return f"{traceback.format_exc()}{said}"


def _sentence(error: Any, words: Sequence[str]) -> str:
    """What is wrong; nothing where only a command is missing, for then help says it all."""
    context = error.ctx
    # Typer keeps these classes to itself; tests/test_misuse.py brings each about.
    match type(error).__name__:
        case "NoSuchOption":
            return _no_option(context, error.option_name, words)
        case "BadOptionUsage":
            return _value_or_none(context, error.option_name)
        case "MissingParameter":
            example = COMMANDS[context.command_path].example
            name = name_of(error.param, context.obj)
            return _said(say.MISSING, context, name=name, example=example)
        case "BadParameter":
            return _unfit(context, error.param, words)
    rest = _parsed(context, words)[1]
    if not isinstance(context.command, TyperGroup):
        return _said(say.TOO_MANY, context, found=" ".join(rest))
    return _no_command(context, rest[0]) if rest else ""


def _no_command(context: Any, found: str) -> str:
    """The nearest command here, or a group's: who types `audit` means `framework audit`."""
    known: dict[str, str] = {}
    for name, command in commands(context).items():
        known |= {below: f"{name} {below}" for below in getattr(command, "commands", ())}
    known |= {name: name for name in commands(context)}
    meant = _meant(known.get(nearest(found, known), ""), context.obj)
    return _said(say.NO_COMMAND, context, found=found, nearest=meant)


def _no_option(context: Any, found: str, words: Sequence[str]) -> str:
    if len(found) == 2:
        # After one dash every letter is an option: -json says -j first. Show what was typed.
        found = next((word for word in words if word.startswith(found)), found)
    params = context.command.get_params(context)
    known = [name for param in params for name in param.opts if name.startswith("-")]
    meant = _meant(nearest(found, known), context.obj)
    return _said(say.NO_OPTION, context, found=found, nearest=meant)


def _value_or_none(context: Any, name: str) -> str:
    params = context.command.get_params(context)
    option = next(param for param in params if name in param.opts)
    if option.is_flag:
        return _said(say.TAKES_NO_VALUE, context, name=name)
    return _said(say.NEEDS_VALUE, context, name=name, value=value_of(option, context.obj))


def _unfit(context: Any, param: Any, words: Sequence[str]) -> str:
    given = _parsed(context, words)[0][param.name]
    found = given if isinstance(given, str) else " ".join(given)
    name = name_of(param, context.obj)
    if choices := getattr(param.type, "choices", ()):
        said = _not_one_of(found, choices, context.obj)
        return opening(said) if isinstance(param, TyperArgument) else f"{name}: {said}"
    return _said(say.UNFIT, context, name=name, found=found, about=about(context, key_of(param)))


def _not_one_of(found: str, known: Sequence[str], language: str) -> str:
    expected = listed(known, language, OR)
    meant = _meant(nearest(found, known), language)
    return say.NOT_ONE_OF.say(language).format(found=found, expected=expected, nearest=meant)


def _meant(guess: str, language: str) -> str:
    return say.NEAREST.say(language).format(nearest=guess) if guess else ""


def _said(text: Text, context: Any, **values: str) -> str:
    return text.say(context.obj).format(**values)


def _parsed(context: Any, words: Sequence[str]) -> tuple[Mapping[str, Any], list[str]]:
    """The options that a command was given, by name, and the words that are no option's."""
    if context.parent is not None:
        # A group leaves the name of the command and all that follows it.
        words = _parsed(context.parent, words)[1][1:]
    options, rest, _ = context.command.make_parser(context).parse_args(list(words))
    return options, rest
