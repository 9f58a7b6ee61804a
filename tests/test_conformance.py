"""What the Command Line Interface Guidelines ask, where no other test holds it.

docs/cli-conformance.md goes through all of them, and names for each the test that holds it.
"""

import re
import shutil
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from here import cd360
from screen import Terminal
from test_cli import HEADING
from test_usage import PATHS, contexts, params, screens
from typer.core import TyperArgument

from cd360_cli.commands import recommend
from cd360_cli.language import LANGUAGES
from cd360_cli.texts import usage as say

PAGE = ROOT / "docs/cli-conformance.md"


def test_every_guideline_has_a_test_that_exists_or_a_reason() -> None:
    """A test that is renamed or removed leaves no empty promise on the page."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", PAGE.read_text(), re.MULTILINE)
    assert len(rows) == len(re.findall(r"^\| ", PAGE.read_text(), re.MULTILINE))
    rules = {rule: held for rule, held in rows if rule not in ("guideline", "failure")}
    assert len(rules) > 90
    for rule, held in rules.items():
        named = re.findall(r"`(test_\w+)\.(test_\w+)`", held)
        assert named or held.startswith("Exception: "), rule
        for file, test in named:
            assert f"\ndef {test}(" in (ROOT / f"tests/{file}.py").read_text(), (file, test)


def test_the_threat_model_names_tests_that_exist() -> None:
    """What stands against a threat is tested where the page says so."""
    page = (ROOT / "docs/threat-model.md").read_text() + (ROOT / "SECURITY.md").read_text()
    named = set(re.findall(r"\btest_\w+", page))
    assert len(named) > 10
    assert named <= {path.stem for path in (ROOT / "tests").glob("test_*.py")}


def test_help_is_a_command_too() -> None:
    """`cd360 help recommend` is what many type first."""
    for words in ("", "recommend", "framework", "framework new", "recommend --lang nl"):
        assert cd360(*f"help {words}".split()) == cd360(*words.split(), "--help")
    assert cd360("help", "recomend").code == 2


def test_the_commands_that_most_people_need_come_first() -> None:
    """To ask and to compute; the knowledge behind it comes last."""
    listed = re.findall(r"^  ([a-z]+)  ", screens("en")["cd360"], re.MULTILINE)
    assert listed[:2] == ["assess", "recommend"]
    assert listed[-1] == "framework"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_option_has_a_long_name_and_few_have_a_letter(language: str) -> None:
    """What stands in a script explains itself; letters are kept for help and where to write."""
    for context in contexts(language):
        for param in params(context):
            if not isinstance(param, TyperArgument):
                names = set(param.opts)
                assert any(re.fullmatch("--[a-z-]+", name) for name in names)
                assert {name for name in names if len(name) == 2} <= {"-h", "-o"}


def test_a_command_takes_words_of_one_kind_only() -> None:
    """Whoever types two files need not remember which comes first: they mean the same."""
    for context in contexts("en"):
        arguments = [each for each in params(context) if isinstance(each, TyperArgument)]
        assert len(arguments) <= 1, context.command_path


def test_no_command_is_easily_taken_for_another() -> None:
    """A slip of the finger is an error with a suggestion, never another command."""
    names = [path.rpartition(" ")[2] for path in PATHS]
    for one, other in combinations(names, 2):
        assert slips(one, other) > 1, (one, other)


def slips(one: str, other: str) -> int:
    """How many letters to add, leave out or replace between two words (Levenshtein)."""
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        before, row = row, [n]
        for m, found in enumerate(other, 1):
            row.append(min(before[m] + 1, row[-1] + 1, before[m - 1] + (letter != found)))
    return row[-1]


@pytest.mark.parametrize("short", ["rec", "framework aud", "e"])
def test_no_command_may_be_abbreviated(short: str) -> None:
    """A later command that begins alike then breaks no script."""
    done = cd360(*short.split())
    assert (done.code, done.out) == (2, "")


def test_options_stand_before_or_after_what_they_belong_to() -> None:
    """Nobody goes back to the beginning of a line to add one."""
    file = str(ROOT / "examples/aldi.yaml")
    after = cd360("recommend", file, "--json", "--lang", "nl")
    assert after.code == 0
    assert after == cd360("recommend", "--json", "--lang", "nl", file)
    assert after == cd360("--lang", "nl", "recommend", "--json", file)


def test_a_dash_is_standard_output_and_never_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page or a framework is printed; answers need a file, which is said before any is asked."""
    monkeypatch.chdir(tmp_path)
    assert cd360("form", "-o", "-").out.startswith("<!doctype html>")
    assert cd360("framework", "new", "-").out == (ROOT / "data/template.yaml").read_text()
    shutil.copy(ROOT / "examples/aldi.yaml", "aldi.yaml")
    done = cd360("whatif", "aldi.yaml", "--set", "tie-breaker=low-cost", "--save-as", "-")
    refused = "-: this stands for standard input or output; name a file to write to\n"
    assert (done.code, done.out, done.err) == (3, "", refused)
    terminal = Terminal("assess", "-", folder=tmp_path, TERM="dumb")
    terminal.press("Acme\r")
    terminal.show("name a file to write to")
    assert terminal.wait() == 3
    assert [path.name for path in tmp_path.iterdir()] == ["aldi.yaml"]


def test_who_is_waited_for_is_told_so(tmp_path: Path) -> None:
    """Standard input from a keyboard: a line says what is expected, and Ctrl-D ends it."""
    terminal = Terminal("recommend", "-", "--lang", "nl", folder=tmp_path, TERM="dumb")
    terminal.show(say.FROM_KEYBOARD["nl"][:40])
    terminal.press(HEADING.replace("\n", "\r"), "\x04")
    terminal.show("Acme, 2026-11-22")
    assert terminal.wait() == 0


def test_a_measurement_that_takes_seconds_says_so_at_a_terminal(tmp_path: Path) -> None:
    """Nobody wonders whether it hangs; a script is told nothing."""
    terminal = Terminal("framework", "audit", folder=tmp_path, TERM="dumb")
    terminal.show("random respondents: a few seconds.")
    terminal.kill(2)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bug_shows_what_is_needed_to_report_it(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback, then which cd360, Python and system it is, and what to do: exit 1."""

    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr(recommend, "run", broken)
    done = cd360("recommend", "x.yaml", "--lang", language)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Traceback (most recent call last):\n")
    *_, error, said = done.err.splitlines()
    assert error == "ZeroDivisionError: deep inside"
    assert re.match(say.BUG[language].partition(" {")[0], said)
    assert "{" not in said


STANDARD = {"-h": "--help", "-o": "--out"}
"""Letters that mean the same in other programs."""


def test_names_that_other_programs_use_mean_the_same_here() -> None:
    """What one knows from elsewhere holds: help, version, JSON, output; lower-case, short names."""
    for context in contexts("en"):
        assert re.fullmatch("[a-z0-9 ]+", context.command_path)
        assert all(len(word) <= 10 for word in context.command_path.split())
        for param in params(context):
            letters = [name for name in param.opts if len(name) == 2 and name.startswith("-")]
            assert all(STANDARD[letter] in param.opts for letter in letters)
    for words in ("--version", "recommend -h", "cases --json"):
        assert cd360(*words.split()).code == 0


def test_what_was_written_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is new is named on standard error, and standard output stays free."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "examples/aldi.yaml", "aldi.yaml")
    for words, file in {
        "form -o page.html": "page.html",
        "framework new own.yaml": "own.yaml",
        "whatif aldi.yaml --set tie-breaker=low-cost --save-as new.yaml": "new.yaml",
    }.items():
        done = cd360(*words.split())
        assert done.code == 0
        assert file in done.err.splitlines()[0]
        assert len(done.err.splitlines()) <= 2
