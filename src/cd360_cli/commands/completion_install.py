"""`cd360 --install-completion`: let a shell complete commands and options from now on."""

from pathlib import Path
from typing import NamedTuple

from typer._completion_shared import install as install_script

from cd360_cli import streams
from cd360_cli.commands.completion import script_of, shell_of
from cd360_cli.document import MOST_BYTES
from cd360_cli.files import content_of, make_folder, whole, write_whole
from cd360_cli.problems import Problem, Refused
from cd360_cli.texts import usage as say


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


def install(language: str) -> None:
    """Write the script for the shell this runs in to where that shell finds it.

    Raises `Refused` where that cannot be written; every file is then as it was.
    """
    shell = shell_of(language)
    if shell in PLACES:
        path = _placed(PLACES[shell], f"{script_of(shell)}\n")
    else:
        _, path = install_script(shell, streams.NAME, streams.COMPLETION)
    streams.tell(say.INSTALLED.say(language).format(path=path, shell=shell))


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
