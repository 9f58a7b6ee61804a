"""`recommend FILE [--json]` and `--version` go without the parser; nobody can tell."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from conftest import ROOT
from faults import run as in_shell
from hypothesis import given
from hypothesis import strategies as st

from cd360_cli import __main__ as start
from cd360_cli.cli import run as parsed

SOUND = (ROOT / "examples/zonneveld.yaml").read_bytes()
FILES = {
    "sound.yaml": SOUND,
    "dutch.yaml": SOUND.replace(b"language: en", b"language: nl"),
    "crlf.yaml": SOUND.replace(b"\n", b"\r\n"),
    "bom.yaml": b"\xef\xbb\xbf" + SOUND,
    "latin.yaml": SOUND.replace(b"Zonne", b"Z\xf6nne"),
    "unknown.yaml": SOUND.replace(b"tie-breaker", b"tiebreaker"),
    "twice.yaml": SOUND + b"company: x\n",
    "dutch-and-wrong.yaml": b"language: nl\ncompany: 1\n",
    "half.yaml": b'language: nl\n{"a": ',
    "list.yaml": b"- a\n- b\n",
    "list.json": b'["a"]',
    "number": b"9" * 6000,
    "nothing": b"",
    "null": b"null",
    "junk": bytes(range(256)),
    "zero": b"a\0b",
    "deep": b"[" * 5000,
    "\udcff.yaml": SOUND,
    "\N{LATIN SMALL LETTER E WITH ACUTE} [bold]\n\x1b[31m": SOUND,
}
NO_FILES = ("gone", "gone/x", "sound.yaml/x", "", " ", "folder", "*", "~", "/dev/null", "x" * 5000)
SURROUNDINGS = (
    {"LC_ALL": "nl_NL.UTF-8"}, {"LC_ALL": "C"}, {"LC_ALL": "", "LANG": "de_DE"}, {"NO_COLOR": "1"},
    {"FORCE_COLOR": "1"}, {"COLUMNS": "20"}, {"COLUMNS": "x"}, {"ACCESSIBLE": "1"}, {"TERM": ""},
)  # fmt: skip


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sound files and bad ones."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "folder").mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return folder


def straight(words: list[str]) -> Callable[[], None]:
    """The way without the parser, which these words have to be fit for."""
    way = start._straight(words)
    assert way
    return way


def left(
    way: Callable[[], None], words: list[str], folder: Path, given: bytes = b"", **more: str
) -> tuple[object, bytes, bytes]:
    """Exit code, standard output and standard error of one way, to the byte."""
    streams = [io.TextIOWrapper(io.BytesIO(each), "utf-8") for each in (given, b"", b"")]
    before = Path.cwd()
    os.chdir(folder)
    try:
        with (
            patch.object(sys, "argv", ["cd360", *words]),
            patch.dict(os.environ, {"LC_ALL": "en_US.UTF-8", "COLUMNS": "80", **more}),
            patch.multiple(sys, stdin=streams[0], stdout=streams[1], stderr=streams[2]),
            pytest.raises(SystemExit) as leaving,
        ):
            way()
    finally:
        os.chdir(before)
    out, err = (stream.buffer.getvalue() for stream in streams[1:])  # type: ignore[attr-defined]
    return leaving.value.code, out, err


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["", "--json"])
@pytest.mark.parametrize("name", [*FILES, *NO_FILES], ids=ascii)
def test_every_file_gives_the_same_both_ways(here: Path, name: str, options: list[str]) -> None:
    """Sound or bad, whatever it is called: the same bytes on both streams, the same exit code."""
    words = ["recommend", name, *options]
    found = left(straight(words), words, here)
    assert found == left(parsed, words, here)
    assert found[0] in (0, 3)
    assert bool(found[1]) == (found[0] == 0)


@pytest.mark.parametrize("more", SURROUNDINGS, ids=str)
@pytest.mark.parametrize(
    "line",
    ["recommend sound.yaml", "recommend gone", "recommend dutch-and-wrong.yaml", "--version"],
)
def test_the_surroundings_do_the_same_both_ways(
    here: Path, line: str, more: dict[str, str]
) -> None:
    """Languages, colours and widths are the same."""
    words = line.split()
    assert left(straight(words), words, here, **more) == left(parsed, words, here, **more)


@pytest.mark.parametrize("content", [SOUND, b"", b"- a", b"\xff", b"{"], ids=["sound", *"eljo"])
def test_standard_input_gives_the_same_both_ways(here: Path, content: bytes) -> None:
    """`-` is read and refused alike."""
    words = ["recommend", "-"]
    assert left(straight(words), words, here, content) == left(parsed, words, here, content)


WORDS = ("recommend", "sound.yaml", "-", "--", "--json", "--json=x", "--version", "--lang", "nl",
         "--lang=xx", "--code", "--help", "-h", "--framework", "help", "")  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=4))
def test_only_what_needs_no_parser_goes_without(words: list[str]) -> None:
    """Any other word, order or repetition is left to the parser."""
    simple = words == ["--version"] or (
        words[:1] == ["recommend"] and words[1:2] and words[2:] in ([], ["--json"])
    )
    option = len(words) > 1 and words[1].startswith("-") and words[1] != "-"
    assert bool(start._straight(words)) == bool(simple and not option)


@pytest.mark.parametrize("to", [">&-", ">/dev/full", "2>&-", "<&- >&- 2>&-", "| head -0"])
def test_streams_that_are_missing_are_so_both_ways(here: Path, to: str) -> None:
    """Closed, full and left by their reader."""
    way = """parsed() { "$PYTHON" -c 'from cd360_cli.cli import run; run()' "$@"; }; """
    line = f"recommend sound.yaml {to}"
    assert in_shell(f"cd360 {line}", here) == in_shell(f"{way} parsed {line}", here)


INTERRUPTED = """
import sys
module = sys.argv.pop(1)
class Interrupt:
    def find_spec(self, name, *_):
        if name == module:
            sys.meta_path.remove(self)
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from cd360_cli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("pathlib", "recommend sound.yaml"),
        ("cd360_cli.ending", "recommend sound.yaml"),
        ("cd360_cli.render.as_json", "recommend sound.yaml --json"),
        ("typer", "team ."),
        ("cd360_cli.commands.team", "team ."),
    ],
)
def test_interrupted_while_it_starts_it_leaves_without_a_word(
    here: Path, module: str, line: str
) -> None:
    """Ctrl-C in the first tenth of a second is 130 too, and no traceback."""
    done = in_shell(f'"$PYTHON" -c "$CODE" {module} {line}', here, CODE=INTERRUPTED, LC_ALL="C")
    assert done == (130, "", "")
