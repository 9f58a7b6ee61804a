"""What goes wrong around a command: streams closed, disks full, locales and terminals missing."""

from datetime import date
from pathlib import Path

import pytest
from faults import NO_OUTPUT, Fault, run, wrong
from here import cd360
from steps import calm, wrong_at, wrong_by_two, wrong_from_the_start
from writers import WRITERS, Writer, furnish

from cd360_cli.commands import assess, import_responses
from cd360_cli.texts.help import COMMANDS

SAMPLE = (
    Fault("cd360 --lang en recommend acme.yaml | head -0"),
    Fault("cd360 --help | head -0"),
    Fault("cd360 framework show | head -0"),
    Fault("cd360 recommend acme.yaml >&-", 2, NO_OUTPUT),
    Fault("cd360 --version >&-", 2, NO_OUTPUT),
    Fault("cd360 batch table.csv >&-", 2, NO_OUTPUT),
    Fault("cd360 recommend gone.yaml 2>&-", 3),
    Fault("cd360 recommend - <&-", 3, "the file is empty"),
    Fault("cd360 assess new.yaml <&-", 2, "no terminal to ask on"),
    Fault("printf 'Acme\\n1\\n' | cd360 assess --plain new.yaml >&-", 130, "Saved. Go on with"),
    Fault("ulimit -f 1; cd360 report acme.yaml -o old.html", 2, "cannot be written"),
)
"""Those that once went wrong and one more; `benchmarks/reliability.py` tries them all."""


@pytest.mark.parametrize("fault", SAMPLE, ids=lambda fault: fault.line)
def test_what_goes_wrong_around_a_command_is_said_and_loses_nothing(
    fault: Fault, tmp_path: Path
) -> None:
    """The right exit code and message, no traceback, nothing misplaced, every file as it was."""
    furnish(tmp_path)
    assert wrong(fault, tmp_path) == []


@pytest.mark.parametrize("words", ["form -o new.html --company", "assess --plain new.yaml --role"])
def test_a_stray_byte_in_a_name_does_not_spoil_the_file(words: str, tmp_path: Path) -> None:
    """Such a byte reaches Python as half a character; written, nothing could read it again."""
    run(f"printf 'Acme\\n1\\n' | cd360 {words} $(printf 'A\\xff')", tmp_path)
    (file,) = tmp_path.glob("new.*")
    assert "A\N{REPLACEMENT CHARACTER}" in file.read_text()
    if file.suffix == ".yaml":
        assert run("cd360 recommend new.yaml", tmp_path).code == 0


def test_every_command_that_writes_is_tried() -> None:
    """A command with an option or argument that names a file to write has a line among them."""
    tried = " ".join(writer.line for writer in WRITERS)
    writing = {"cd360", "cd360 assess", "cd360 framework new"} | {
        path for path, entry in COMMANDS.items() if {"--out", "--save-as"} & entry.words.keys()
    }
    assert len(writing) > 8
    assert {
        path for path in writing if path.removeprefix("cd360 ") not in f"cd360 {tried}"
    } == set()


def writer(beginning: str) -> Writer:
    return next(each for each in WRITERS if each.line.startswith(beginning))


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("assess --plain out/begun.yaml", "Ctrl-C"),
        ("form -o out/old.html", "permission is taken away"),
        ("batch table.csv -o out/begun.csv", "the folder is gone"),
        ("batch sound.csv -o out/new.parquet", "the folder is gone"),
        ("--install-completion", "the disk is full"),
    ],
)
def test_whatever_happens_at_a_step_no_file_is_lost(line: str, trouble: str) -> None:
    """At any step the old file or the new one is whole, the code is right, nothing is left over."""
    tried = writer(line)
    usual = calm(tried)
    assert usual.steps
    for at in range(1, usual.steps + 1, 1 + usual.steps // 6):
        assert wrong_at(tried, trouble, at, usual) == []


@pytest.mark.parametrize("line", ["framework new", "batch sound.csv -o out/new.parquet", "--inst"])
@pytest.mark.parametrize("trouble", ["a read-only folder", "a full disk"])
def test_where_nothing_can_be_written_everything_stays(line: str, trouble: str) -> None:
    """Refused in a line or two, on a real disk where we may mount one."""
    tried = writer(line)
    try:
        assert wrong_from_the_start(tried, trouble, calm(tried)) == []
    except PermissionError as forbidden:
        pytest.skip(str(forbidden))


@pytest.mark.parametrize("line", ["framework new", "batch sound.csv -o out/new.parquet"])
def test_of_two_at_once_each_leaves_a_whole_file(line: str) -> None:
    """One has its way; the other too, or it is refused."""
    tried = writer(line)
    assert wrong_by_two(tried, calm(tried)) == []


@pytest.mark.parametrize("today", [date.min, date(1970, 1, 1), date.max])
def test_a_wrong_clock_only_misdates_what_is_new(
    today: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written by whatever clock is read again; answers are what they were."""

    class Clock(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return today

    monkeypatch.setattr(assess, "date", Clock)
    monkeypatch.setattr(import_responses, "date", Clock)
    monkeypatch.chdir(tmp_path)
    furnish(tmp_path)
    assert cd360("assess", "--plain", "new.yaml", stdin="Acme\n1\n").code == 130
    assert f"date: '{today}'" in Path("new.yaml").read_text()
    done = cd360("import", "export.csv", "-o", "in")
    assert done.code == 0, done.err
    for file in (Path("new.yaml"), *Path("in").iterdir()):
        assert cd360("recommend", str(file)).code == 0
