"""`cd360 --install-completion`, `--show-completion`: let a shell complete commands and options."""

from pathlib import Path
from typing import NamedTuple

# Private to Typer, whose own options for this speak English; tests/test_completion.py runs all.
from typer import _completion_classes
from typer._completion_shared import Shells, _get_shell_name, get_completion_script
from typer._completion_shared import install as install_script

from cd360_cli import streams
from cd360_cli.document import MOST_BYTES
from cd360_cli.files import content_of, make_folder, whole, write_whole
from cd360_cli.problems import Problem, Refused
from cd360_cli.texts import usage as say
from cd360_cli.texts.wording import OR, listed


class Place(NamedTuple):
    """Where a shell finds a script; its own start-up file, and the line there that loads it."""

    script: str
    start: str = ""
    line: str = ""


PLACES = {
    "bash": Place(".bash_completions/cd360.sh", ".bashrc", "source '{script}'"),
    "zsh": Place(".zfunc/_cd360", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    "fish": Place(".config/fish/completions/cd360.fish"),
}
"""Where Typer would write too, but in a way that may lose a start-up file on a full disk."""


def prepare() -> None:
    """Make Typer ready to answer a shell that asks for completions."""
    # Typer would load Rich to take the markup out of our sentences, which have none.
    _completion_classes._sanitize_help_text = lambda text: text
    _completion_classes.completion_init()


def install(language: str) -> None:
    """Write the script for the shell this runs in to where that shell finds it.

    Raises `Refused` where that cannot be written; every file is then as it was.
    """
    shell = _shell(language)
    if shell in PLACES:
        path = _placed(PLACES[shell], f"{_script(shell)}\n")
    else:
        _, path = install_script(shell, streams.NAME, streams.COMPLETION)
    streams.tell(say.INSTALLED.say(language).format(path=path, shell=shell))


def show(language: str) -> None:
    """Print the script for the shell this runs in."""
    streams.result(f"{_script(_shell(language))}\n")


def _script(shell: str) -> str:
    return get_completion_script(
        prog_name=streams.NAME, complete_var=streams.COMPLETION, shell=shell
    )


def _placed(place: Place, script: str) -> Path:
    """Write the script, then see to it that the shell loads it."""
    path = Path.home() / place.script
    make_folder(path.parent)
    write_whole(path, script, "usage")
    if place.start:
        _add(Path.home() / place.start, place.line.format(script=path).encode())
    return path


def _add(start: Path, line: bytes) -> None:
    """Add a line to a start-up file that has it not yet; whatever else stands in it stays."""
    before = content_of(start, "usage") if start.exists() else b""
    if len(before) > MOST_BYTES:
        values = {"most": f"{MOST_BYTES >> 20}"}
        raise Refused("usage", [Problem("too-large", values=values)], str(start))
    if line not in before:
        with whole(start, "usage") as file:
            file.write(before + b"\n" * (not before.endswith(b"\n")) + line + b"\n")


def _shell(language: str) -> str:
    """The shell this runs in. Leaves with 2 where Typer has no script for it."""
    found = _get_shell_name() or "?"
    known = [shell.value for shell in Shells]
    if found not in known:
        expected = listed(known, language, OR)
        streams.tell(say.UNKNOWN_SHELL.say(language).format(found=found, expected=expected))
        raise SystemExit(streams.USAGE)
    return found
