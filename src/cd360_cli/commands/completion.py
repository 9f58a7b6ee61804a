"""`cd360 --show-completion`, and what a shell asks for that completes commands and options."""

# Private to Typer, whose own options for this speak English; tests/test_completion.py runs all.
from typer import _completion_classes
from typer._completion_shared import Shells, _get_shell_name, get_completion_script

from cd360_cli import streams
from cd360_cli.texts import usage as say
from cd360_cli.texts.wording import OR, listed


def prepare() -> None:
    """Make Typer ready to answer a shell that asks for completions."""
    # Typer would load Rich to take the markup out of our sentences, which have none.
    _completion_classes._sanitize_help_text = lambda text: text
    _completion_classes.completion_init()


def show(language: str) -> None:
    """Print the script for the shell this runs in."""
    streams.result(f"{script_of(shell_of(language))}\n")


def script_of(shell: str) -> str:
    """What makes a shell ask for completions."""
    return get_completion_script(
        prog_name=streams.NAME, complete_var=streams.COMPLETION, shell=shell
    )


def shell_of(language: str) -> str:
    """The shell this runs in. Leaves with 2 where there is no script for it."""
    found = _get_shell_name() or "?"
    known = [shell.value for shell in Shells]
    if found not in known:
        expected = listed(known, language, OR)
        streams.tell(say.UNKNOWN_SHELL.say(language).format(found=found, expected=expected))
        raise SystemExit(streams.USAGE)
    return found
