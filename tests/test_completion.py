"""A shell that completes commands and options."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from here import cd360
from test_purity import modules_after

from cd360_cli.commands import completion

CD360 = f"{sys.executable} -m cd360_cli"


def completed(shell: str, typed: str, locale: str = "en_US.UTF-8") -> str:
    """What the shell is told when Tab follows `typed`."""
    asked = {
        "_CD360_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split(" ")) - 1),
        "_TYPER_COMPLETE_ARGS": typed,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = cd360(locale=locale, **asked)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_bash_gets_commands_options_and_choices() -> None:
    """What may stand where Tab is pressed, one a line, and nothing happens."""
    assert completed("bash", "cd360 rec") == "recommend\n"
    assert "--framework\n" in completed("bash", "cd360 --lang nl recommend --f")
    assert completed("bash", "cd360 questions --format ") == "markdown\ncsv\njson\n"
    assert completed("bash", "cd360 --version fr") == "framework\n"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shells_that_show_help_beside_a_word_get_it_in_the_language_of_the_system(
    shell: str,
) -> None:
    """The sentences are those of the help screens."""
    assert "Compute the recommendation" in completed(shell, "cd360 re")
    assert "Bereken het advies" in completed(shell, "cd360 re", "nl_NL.UTF-8")
    assert "Toon deze hulp" in completed(shell, "cd360 framework new --", "nl_NL.UTF-8")


def test_completing_loads_no_screen_and_no_knowledge() -> None:
    """Tab waits for nothing that it does not need."""
    loaded = modules_after(
        "import os, sys\nfrom cd360_cli.__main__ import main\nsys.argv = ['cd360']\n"
        "os.environ |= {'_CD360_COMPLETE': 'complete_zsh', '_TYPER_COMPLETE_ARGS': 'cd360 re'}\n"
        "try: main()\nexcept SystemExit as end: assert not end.code, end.code"
    )
    assert "cd360_cli.commands.completion" in loaded
    unneeded = {"rich", "yaml", "cd360_cli.framework", "cd360_cli.files", "cd360_cli.document"}
    assert not loaded & unneeded


def test_bash_is_taught_to_complete_and_told_so(tmp_path: Path) -> None:
    """The script goes where bash finds it, and standard output stays empty."""
    done = in_bash(f"{CD360} --install-completion --lang nl", tmp_path)
    script = tmp_path / ".bash_completions/cd360.sh"
    assert done.stdout == ""
    assert done.stderr.startswith(f"{script} geschreven, voor bash. Open een nieuwe terminal")
    assert "complete -o default -F _cd360_completion cd360" in script.read_text()
    shown = in_bash(f"{CD360} --show-completion", tmp_path).stdout
    assert shown.strip() == script.read_text().strip()


@pytest.mark.parametrize(
    ("shell", "start", "line"),
    [
        ("bash", ".bashrc", b"source '%s/.bash_completions/cd360.sh'"),
        ("zsh", ".zshrc", b"fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    ],
)
def test_a_start_up_file_only_gets_a_line_more(
    shell: str, start: str, line: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its other bytes, its mode and the link to it stay, and a second time nothing is added."""
    monkeypatch.setattr(completion, "_get_shell_name", lambda: shell)
    kept, link = tmp_path / "dotfiles", tmp_path / start
    before = b"alias ll='ls -l'\r\n# caf\xe9"
    kept.write_bytes(before)
    kept.chmod(0o644)
    link.symlink_to(kept)
    for _ in range(2):
        assert cd360("--install-completion", HOME=str(tmp_path)).code == 0
        after = before + b"\n" + line.replace(b"%s", str(tmp_path).encode()) + b"\n"
        assert (link.is_symlink(), kept.read_bytes()) == (True, after)
        assert kept.stat().st_mode & 0o777 == 0o644


def in_bash(command: str, home: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        # Without the second command bash would give way to the first, and be seen no more.
        ["bash", "-c", f"{command}; exit $?"],
        env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, check=True,
    )  # fmt: skip


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_without_completion_is_named(option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 2, with the shells that there are scripts for."""
    monkeypatch.setattr(completion, "_get_shell_name", lambda: "dash")
    done = cd360(option, "--lang", "nl")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "Deze shell kan cd360 niet aanvullen: dash. "
        "Start het vanuit bash, zsh, fish, powershell of pwsh.\n"
    )
