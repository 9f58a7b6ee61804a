"""Help: every command and option in both languages, an example first, and quick to come."""

import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from conftest import ROOT
from here import cd360
from test_purity import modules_after

from cd360_cli.cli import app
from cd360_cli.language import LANGUAGES
from cd360_cli.render.help import key_of, screen
from cd360_cli.texts import usage as say
from cd360_cli.texts.help import COMMANDS, SHARED, Help
from cd360_cli.usage import App


def contexts(language: str, application: App = app) -> Iterator[Any]:
    """A context for each command that there is, itself included."""
    root = typer.main.get_command(application)

    def below(command: Any, name: str, parent: Any) -> Iterator[Any]:
        context = command.make_context(
            name, [], parent=parent, obj=language, resilient_parsing=True
        )
        yield context
        for inner, each in getattr(command, "commands", {}).items():
            yield from below(each, inner, context)

    return below(root, "cd360", None)


def params(context: Any) -> list[Any]:
    return list(context.command.get_params(context))


PATHS = [context.command_path for context in contexts("en")]


@cache
def screens(language: str) -> dict[str, str]:
    return {context.command_path: screen(context) for context in contexts(language)}


def test_every_command_option_and_argument_has_its_words_and_no_words_are_left_over() -> None:
    """Who adds an option without a sentence, or removes one and forgets it, hears of it here."""
    assert set(COMMANDS) == set(PATHS)
    shared = set()
    for context in contexts("en"):
        path, keys = context.command_path, {key_of(param) for param in params(context)}
        own = COMMANDS[path].words
        assert keys <= set(own) | set(SHARED), f"texts/help.py lacks words for {path}"
        assert set(own) <= keys, f"texts/help.py has words for what {path} has not"
        shared |= keys - set(own)
    assert shared == set(SHARED)


def test_nothing_that_help_says_is_the_same_in_both_languages() -> None:
    """A sentence that was copied is a sentence that waits for its translation."""
    said = [*SHARED.values(), *(each.about for each in COMMANDS.values())]
    said += [text for each in COMMANDS.values() for text in each.words.values()]
    assert len(said) > 30
    assert not [text for text in said if text["en"] == text["nl"]]


def test_no_sentence_of_typer_or_ours_hides_in_the_commands() -> None:
    """What help says stands in texts/help.py alone; Typer's own sentence for --help is not used."""
    for context in contexts("en"):
        path, command = context.command_path, context.command
        helps = {param.help for param in params(context)} - {None, "Show this message and exit."}
        assert not helps, f"{path}: move these to texts/help.py"
        assert hasattr(command, "commands") or not command.help, f"{path}: no docstring, please"
        assert "this message" not in screen(context)


def test_every_option_with_a_value_names_it_in_words_of_both_languages() -> None:
    """FILE in English is BESTAND in Dutch."""
    for context in contexts("en"):
        for param in params(context):
            shape = param.metavar or "".join(getattr(param.type, "choices", ()))
            assert shape or param.is_flag, f"{context.command_path}: {param.opts} wants a metavar"
            assert set(re.findall("[A-Z]+", param.metavar or "")) <= set(say.NAMES)


ONLY = {
    "en": "the and or from with this that what which answers usage options arguments commands "
    "example file default required print language",
    "nl": "de het een van voor niet wat welke antwoorden gebruik opties argumenten opdrachten "
    "voorbeeld bestand standaard verplicht toon taal",
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("language", "other"), [("en", "nl"), ("nl", "en")])
def test_a_screen_speaks_one_language(path: str, language: str, other: str) -> None:
    """No word of the other one, and the words that help cannot do without."""
    prose = re.sub(r"--?[a-z-]+|[a-z]+(\|[a-z]+)+|cd360 .*", "", screens(language)[path])
    words = set(re.findall(r"[a-zë]+", prose.lower()))
    assert not words & set(ONLY[other].split())
    assert len(words & set(ONLY[language].split())) >= 5


@pytest.mark.parametrize("width", [80, 60])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_fits_and_keeps_option_names_whole(
    width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 80 columns and at 60, with no blanks at the end of a line."""
    monkeypatch.setenv("COLUMNS", str(width))
    for context in contexts(language):
        lines = screen(context).splitlines()
        assert all(line == line.rstrip() for line in lines)
        assert not any(a == b == "" for a, b in pairwise(lines))
        # An example is never broken: it is there to be copied.
        assert max(len(line) for line in [*lines[:1], *lines[2:]]) <= width
        assert len(lines[1]) <= 60
        names = {key_of(param) for param in params(context) if not param.metavar}
        assert names <= set(re.findall(r"[a-z|-]+", "\n".join(lines)))


@pytest.mark.parametrize("path", PATHS)
def test_help_begins_with_an_example(path: str) -> None:
    """It stands above all else, in both languages, then the usage of the same command."""
    for language, example, usage in (("en", "Example", "Usage"), ("nl", "Voorbeeld", "Gebruik")):
        above = f"{example}:\n  {COMMANDS[path].example}\n\n{usage}: {path} ["
        assert screens(language)[path].startswith(above)


NOT_RUN = {"cd360": "asks for answers", "cd360 framework audit": "takes seconds"}


def furnish(folder: Path, path: str) -> None:
    """Put in a folder what the examples of help name."""
    shutil.copy(ROOT / "examples/aldi.yaml", folder / "acme.cd360.yaml")
    shutil.copytree(ROOT / "examples/team", folder / "acme")
    shutil.copy(ROOT / "examples/aldi.yaml", folder / "acme-2025.cd360.yaml")
    shutil.copy(ROOT / "tests/responses/google-sheet.nl.csv", folder / "responses.csv")
    shutil.copy(ROOT / "examples/respondents.csv", folder)
    if path != "cd360 framework new":
        shutil.copy(ROOT / "data/template.yaml", folder / "my-framework.yaml")


@pytest.mark.parametrize("path", PATHS)
def test_the_example_of_help_works_as_it_stands(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed in a folder with the answers of Acme and a framework of one's own, it has a result."""
    _, *words = shlex.split(COMMANDS[path].example.partition(" > ")[0])
    if path in NOT_RUN:
        assert cd360(*words, "--help").code == 0
        return
    furnish(tmp_path, path)
    monkeypatch.chdir(tmp_path)
    done = cd360(*words)
    assert done.code == 0, done.err
    assert done.out or Path("my-framework.yaml").exists()


@pytest.mark.parametrize(
    "words",
    [
        "--help --lang nl", "--lang nl --help", "-h --lang=nl", "--lang nl recommend --help",
        "recommend --lang nl --help", "recommend --help --lang nl", "recommend -h x --lang nl",
        "--lang nl framework --help", "framework --help --lang nl", "framework --lang nl new -h",
        "framework schema --lang nl --help", "--lang en cases --lang nl --help",
    ],
)  # fmt: skip
def test_the_language_of_help_is_known_wherever_it_is_asked_for(words: str) -> None:
    """--help acts before the options after it are read, and yet heeds them."""
    done = cd360(*words.split())
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Voorbeeld:\n")


def test_help_speaks_the_language_of_the_system() -> None:
    """A Dutch strategist need not ask; where nothing is translated, English speaks."""
    assert cd360("--help", locale="nl_NL.UTF-8").out.startswith("Voorbeeld:\n")
    for locale in ("C", "en_US.UTF-8", "fr_FR.UTF-8"):
        assert cd360("cases", "--help", locale=locale).out.startswith("Example:\n")
    asked = cd360("--help", "--lang", "en", locale="nl_NL.UTF-8")
    assert asked.out.startswith("Example:\n")


def test_a_language_before_the_command_is_that_of_the_command() -> None:
    """`cd360 --lang nl recommend FILE` means the same as with --lang at its end, which wins."""
    expected = cd360("questions", "--lang", "nl").out
    assert "Vragenlijst" in expected
    assert cd360("--lang", "nl", "questions").out == expected
    assert cd360("--lang=en", "questions", "--lang=nl").out == expected
    shown = cd360("framework", "show", "purchase", "--lang", "nl").out
    assert "Aankoop" in shown
    assert cd360("--lang", "nl", "framework", "show", "purchase").out == shown
    assert cd360("framework", "--lang", "nl", "show", "purchase").out == shown


@pytest.mark.parametrize("words", ["", "--", "--lang nl", "framework", "framework --lang nl"])
def test_without_a_command_there_is_help_on_standard_error(words: str) -> None:
    """Nothing was asked that has a result; the exit code says so."""
    done = cd360(*words.split())
    assert (done.code, done.out) == (2, "")
    path = " ".join(["cd360", *(word for word in words.split() if word == "framework")])
    assert done.err == screens("nl" if "nl" in words else "en")[path] + "\n"


def test_defaults_choices_and_required_options_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever kind of option somebody adds, help has the words around it."""
    made = App()

    @made.callback()
    def root() -> None: ...

    @made.command()
    def many(
        files: Annotated[list[str], typer.Argument(metavar="FILE")],
        out: Annotated[str, typer.Option("--out", metavar="FILE")],
        times: Annotated[int, typer.Option("--times", metavar="N")] = 0,
        name: Annotated[str, typer.Option("--name", metavar="NAME")] = "",
    ) -> None: ...

    same = SHARED["--json"]
    words = dict.fromkeys(("FILE", "--out", "--times", "--name"), same)
    monkeypatch.setitem(COMMANDS, "cd360 many", Help("cd360 many", same, words))
    shown = {language: screen([*contexts(language, made)][1]) for language in LANGUAGES}
    assert "\nUsage: cd360 many [OPTIONS] FILE ...\n" in shown["en"]
    assert "--out FILE   Print the result as JSON. [required]\n" in shown["en"]
    assert "--times N    Print the result as JSON. [default: 0]\n" in shown["en"]
    # There is nothing to say of a default that is empty.
    assert "--name NAME  Print the result as JSON.\n" in shown["en"]
    assert "--out BESTAND  Toon het resultaat als JSON. [verplicht]\n" in shown["nl"]
    assert "--times N      Toon het resultaat als JSON. [standaard: 0]\n" in shown["nl"]


def test_a_start_loads_no_words_that_it_does_not_say() -> None:
    """--version loads no Typer, a computation no help, help no knowledge and no screen."""
    start = "import sys; sys.argv = {argv}\nfrom cd360_cli.__main__ import main\n"
    end = "try: main()\nexcept SystemExit as end: assert not end.code, end.code"
    loaded = modules_after((start + end).format(argv=["cd360", "--version"]))
    assert not any(name.split(".")[0] in ("typer", "rich", "yaml", "json") for name in loaded)
    example = str(ROOT / "examples/aldi.yaml")
    loaded = modules_after((start + end).format(argv=["cd360", "recommend", "--json", example]))
    unsaid = {"texts.help", "texts.usage", "texts.problems", "render.help", "render.misuse"}
    assert not loaded & {f"cd360_cli.{name}" for name in unsaid}
    loaded = modules_after((start + end).format(argv=["cd360", "recommend", "--help"]))
    assert "cd360_cli.texts.help" in loaded
    assert not loaded & {"rich", "yaml", "json", "cd360_cli.framework", "cd360_cli.texts.problems"}
