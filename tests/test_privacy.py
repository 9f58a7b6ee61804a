"""What stays on this machine, and with whom: no network, no file but those named, none for all."""

import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT
from screen import Terminal
from test_usage import furnish

from cd360_cli.texts.help import COMMANDS

FEW = "Acme\n1\n2\n"
"""The replies that name a company and answer two questions."""

LINES = {
    **{path: entry.example.partition(" > ")[0] for path, entry in COMMANDS.items()},
    "cd360": "cd360 --version",
    "cd360 assess": "cd360 assess --plain",
    "assess, named": "cd360 assess new.json --plain --quick --respondent Ann",
    "whatif, saved": "cd360 whatif acme.cd360.yaml --set tie-breaker=low-cost --save-as new.yaml",
    "as JSON": "cd360 recommend acme.cd360.yaml --json --lang nl",
    "to Parquet": "cd360 batch respondents.csv -o rows.parquet",
    "by Polars": "cd360 batch respondents.csv --engine polars -o rows.csv",
    "by DuckDB": "cd360 batch respondents.csv --engine duckdb -o rows.parquet",
    "a mistake": "cd360 recomend acme.cd360.yaml",
    "help": "cd360 recommend --help",
}
"""A line for each command there is, and for other ways to write a file."""

TELLS_ITS_NAME = {"cd360 assess": ["acme.cd360.yaml"]}
"""Where no file is named, answers go to one named after the company."""
WRITE = {"cd360 assess", "assess, named", "whatif, saved", "cd360 form", "cd360 framework new"}
WRITE |= {"to Parquet", "by Polars", "by DuckDB"}
LEAVE_WITH = {"cd360 assess": 130, "assess, named": 130, "a mistake": 2}


class Traced(NamedTuple):
    """What a command did, as `tracer/sitecustomize.py` saw it."""

    code: int
    said: str
    notes: list[tuple[str, str]]

    def of(self, kind: str) -> set[str]:
        return {what for each, what in self.notes if each == kind}


def environment(folder: Path) -> dict[str, str]:
    """That of a user at home in one folder, under the tracer."""
    for name in ("home", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    return kept | {
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "TRACE": str(folder / "trace"),
        "LC_ALL": "en_US.UTF-8",
        "PYTHONPATH": str(ROOT / "tests/tracer"),
        # Python keeps what it compiles beside the code, on behalf of any program.
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def notes(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "trace").read_text().splitlines()
    return [(kind, what) for kind, _, what in (line.partition("\t") for line in lines)]


def traced(folder: Path, *words: str) -> Traced:
    """Run Python with these words in `folder/here`."""
    (folder / "here").mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, *words], cwd=folder / "here", env=environment(folder),
        input=FEW, capture_output=True, text=True, check=False, umask=0o022,
    )  # fmt: skip
    return Traced(done.returncode, done.stderr, notes(folder))


def strangers(written: set[str], named: set[str]) -> set[str]:
    """What was written besides what is named, in folders named, and what becomes such a file."""

    def final(path: Path) -> Path:
        unfinished = re.fullmatch(r"\.(.+)\.[^.]+\.part", path.name)
        return path.with_name(unfinished[1]) if unfinished else path

    def belongs(path: Path) -> bool:
        return any(str(final(place)) in named for place in (path, *path.parents))

    return {path for path in written if not belongs(Path(path)) and not path.startswith("/dev/")}


def test_the_tracer_sees_and_stops_what_it_is_there_for(tmp_path: Path) -> None:
    """The network in whatever way, other programs, files: else the tests below prove nothing."""
    code = """
import os, pathlib, socket, subprocess, tempfile, urllib.request
for use in (
    lambda: socket.socket(), lambda: socket.getaddrinfo("localhost", 80),
    lambda: urllib.request.urlopen("http://127.0.0.1:9"),
):
    try: use()
    except OSError as error: assert "no network" in str(error), error
    else: raise AssertionError
subprocess.run(["true"])
pathlib.Path("a").write_text("x"); os.rename("a", "b"); os.close(os.open("c", os.O_CREAT))
tempfile.mkstemp(".part", ".x.", ".")
"""
    found = traced(tmp_path, "-c", code)
    assert found.code == 0, found.said
    assert {"socket.__new__", "socket.getaddrinfo"} <= found.of("network")
    assert "subprocess.Popen" in found.of("program")
    here = tmp_path / "here"
    written = {str(here / name) for name in "abc"}
    assert written <= found.of("write")
    assert len(strangers(found.of("write"), written)) == 1


@pytest.mark.parametrize("what", LINES)
def test_a_command_writes_what_it_is_told_to_and_tells_nobody(what: str, tmp_path: Path) -> None:
    """No network, no other program, no file but those named, and new ones for the owner only."""
    words = shlex.split(LINES[what])[1:]
    here = tmp_path / "here"
    here.mkdir()
    if what not in TELLS_ITS_NAME:
        furnish(here, what)
    before = set(here.rglob("*"))

    found = traced(tmp_path, "-m", "cd360_cli", *words)

    assert found.code == LEAVE_WITH.get(what, 0), found.said
    assert found.of("network") | found.of("program") == set()
    named = {str(here / word) for word in (*words, *TELLS_ITS_NAME.get(what, []))}
    assert strangers(found.of("write"), named) == set()
    assert [path for path in found.of("read") if path.startswith(str(tmp_path / "home"))] == []
    assert [*(tmp_path / "home").iterdir(), *(tmp_path / "tmp").iterdir()] == []
    made = {path for path in set(here.rglob("*")) - before if path.is_file()}
    assert strangers({str(path) for path in made}, named) == set()
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} <= {0o600}
    assert made or what not in WRITE


def test_cards_write_the_file_of_answers_alone_and_tell_nobody(tmp_path: Path) -> None:
    """The same in a terminal, where a library draws the screen and reads the keys."""
    (tmp_path / "here").mkdir()
    terminal = Terminal("assess", "acme.yaml", folder=tmp_path / "here", **environment(tmp_path))
    terminal.show("Which company")
    terminal.press("Acme\r")
    terminal.show("- 1 of 52")
    terminal.press("1")
    terminal.show("- 2 of 52")
    terminal.press("q")
    assert terminal.wait() == 0
    found = Traced(0, "", notes(tmp_path))
    assert found.of("network") | found.of("program") == set()
    assert strangers(found.of("write"), {str(tmp_path / "here/acme.yaml")}) == set()
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["acme.yaml"]
    assert [*(tmp_path / "home").iterdir(), *(tmp_path / "tmp").iterdir()] == []


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless input on this system")
def test_endless_input_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    """What comes from standard input has the limit that a file has."""
    import resource

    with Path("/dev/zero").open() as endless:
        done = subprocess.run(
            [sys.executable, "-m", "cd360_cli", "recommend", "-"], stdin=endless,
            capture_output=True, text=True, check=False, env=environment(tmp_path),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29)),
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == "<stdin>: larger than 4 MiB\n"


def test_a_file_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    """Who shared a file with colleagues goes on sharing it, answers and pages alike."""
    here = tmp_path / "here"
    here.mkdir()
    for name, words in {
        "acme.yaml": ("assess", "acme.yaml", "--plain"),
        "form.html": ("form", "-o", "form.html"),
    }.items():
        file = here / name
        heading = "cd360: 1\nframework: {id: cd360, version: 1.0.0}\ncompany: A\ndate: 2026-11-22\n"
        file.write_text(heading)
        file.chmod(0o664)
        traced(tmp_path, "-m", "cd360_cli", *words)
        assert file.read_text() != heading
        assert stat.S_IMODE(file.stat().st_mode) == 0o664
