"""`cd360 report`: what it writes and where, what it refuses, and that it says what the screen says.

After a wanted change: `python tests/test_report.py`, then read the difference aloud.
"""

import json
import os
import re
import stat
import subprocess
import sys
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from conftest import ROOT
from here import cd360

from cd360_cli import __version__, framework_file

GOLDENS = Path(__file__).parent / "goldens"
EXAMPLES = ["aldi", "carvana", "patagonia", "zonneveld"]


def example(name: str) -> str:
    return str(ROOT / f"examples/{name}.yaml")


@cache
def reported(name: str, suffix: str, language: str = "en") -> str:
    """What `cd360 report` writes for an example."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / f"a{suffix}"
        done = cd360("report", example(name), "-o", str(out), "--lang", language)
        assert (done.code, done.out) == (0, ""), done.err
        return out.read_text()


def words(text: str) -> str:
    return " ".join(text.split())


def shown(html: str) -> str:
    """The words on a page, without its markup."""
    body = html.partition("<body>")[2]
    return words(unescape(re.sub("<[^>]*>", "", body)))


# -- files


def test_every_file_named_is_written_by_its_suffix_and_nothing_goes_to_standard_output(
    tmp_path: Path,
) -> None:
    """Four files of one run; the JSON is that of `recommend --json`, to the last byte."""
    outs = [tmp_path / name for name in ("a.html", "a.md", "a.JSON", "a.svg")]
    options = [word for out in outs for word in ("-o", str(out))]
    done = cd360("report", example("aldi"), *options)
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [f"{out} written." for out in outs]
    html, markdown, document, svg = (out.read_text() for out in outs)
    assert html.startswith("<!doctype html>\n")
    assert markdown.startswith("# Aldi\n")
    assert document == cd360("recommend", example("aldi"), "--json").out
    assert svg.startswith("<svg ")
    assert {stat.S_IMODE(out.stat().st_mode) for out in outs} == {0o600}


def test_a_file_that_is_there_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    """As compilers do: who makes a report again wants the new one."""
    out = tmp_path / "a.md"
    out.write_text("old")
    out.chmod(0o644)
    assert cd360("report", example("aldi"), "-o", str(out)).code == 0
    assert out.read_text() == reported("aldi", ".md")
    assert stat.S_IMODE(out.stat().st_mode) == 0o644


@pytest.mark.parametrize("name", ["a.docx", "a", "-", "a.html.txt"])
def test_an_unknown_suffix_is_wrong_usage_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    """Every wrong name at once, with the four that are right."""
    wrong, right = str(tmp_path / name), tmp_path / "right.html"
    done = cd360("report", example("aldi"), "-o", str(right), "-o", wrong, "-o", f"{wrong}.htm")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"-o: {wrong}: the name does not say what to write; expected one that ends in "
        ".html, .md, .json, .svg",
        f"-o: {wrong}.htm: the name does not say what to write; expected one that ends in "
        ".html, .md, .json, .svg; did you mean `.html`?",
    ]
    assert list(tmp_path.iterdir()) == []
    done = cd360("report", example("aldi"), "-o", wrong, "--lang", "nl")
    assert "verwacht: een naam die eindigt op .html, .md, .json, .svg" in done.err


def test_who_wants_a_pdf_is_told_how(tmp_path: Path) -> None:
    """A browser prints the page; nothing is written meanwhile."""
    done = cd360("report", example("aldi"), "-o", str(tmp_path / "a.PDF"))
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert "print that page from a browser" in done.err


def test_what_is_read_is_never_overwritten(tmp_path: Path) -> None:
    """Neither the assessment nor the framework, whatever path leads there."""
    answers, linked = tmp_path / "a.json", tmp_path / "linked.json"
    framework = tmp_path / "own.md"
    document = {
        "cd360": 1, "framework": {"id": "cd360", "version": "1.0.0"},
        "company": "Acme", "date": "2026-11-22", "answers": {},
    }  # fmt: skip
    answers.write_text(json.dumps(document))
    linked.symlink_to(answers)
    framework.write_bytes((ROOT / "data/framework.yaml").read_bytes())
    before = answers.read_bytes(), framework.read_bytes()
    outs = (answers, linked, tmp_path / "." / "a.json", framework)
    for out in outs:
        page = tmp_path / "page.html"
        given = ("-o", str(out), "--framework", str(framework))
        done = cd360("report", str(answers), "-o", str(page), *given)
        assert done.code == 2
        assert "this file is read from, so nothing is written to it" in done.err
        assert not page.exists()
    assert (answers.read_bytes(), framework.read_bytes()) == before


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    """A folder that does not exist is wrong usage, not a bug."""
    done = cd360("report", example("aldi"), "-o", str(tmp_path / "no" / "a.html"))
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_without_an_output_help_tells_what_is_missing() -> None:
    """The report goes to a file, so there must be one."""
    done = cd360("report", example("aldi"))
    assert done.code == 2
    assert done.err.startswith("--out is missing. For example: cd360 report acme.cd360.yaml -o")


def test_the_same_answers_give_the_same_bytes(tmp_path: Path) -> None:
    """No clock, no chance, no order of a set: under other seeds, and from standard input."""
    made = []
    for seed in ("1", "2"):
        outs = [tmp_path / f"{seed}{suffix}" for suffix in (".html", ".md", ".svg")]
        subprocess.run(
            [sys.executable, "-m", "cd360_cli", "report", "-", "--lang", "en"]
            + [word for out in outs for word in ("-o", str(out))],
            input=Path(example("zonneveld")).read_bytes(), capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        made.append([out.read_bytes() for out in outs])
    assert made[0] == made[1]


# -- content


def screen_of(name: str, language: str) -> str:
    return cd360("recommend", example(name), "--lang", language, COLUMNS="100").out


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_a_report_says_what_the_screen_says(name: str, language: str) -> None:
    """Verdict, warnings, evidence, findings, conditions and moves, word for word."""
    page = shown(reported(name, ".html", language))
    plain = words(re.sub(r"\\(.)|\*\*", r"\1", reported(name, ".md", language)))
    screen = screen_of(name, language)
    subject, rest = screen.split("\n", 1)
    top = re.split(r"\n\n(?=\S[^\n]*\n +\S)", rest)[0]
    said = [words(part) for part in re.split(r"\n\n|\n(?=\S)|  ! ", top)]
    said += [words(part) for part in re.findall(r"\n  • ((?:.|\n    )+)", screen)]
    said += [words(part) for part in re.findall(r"\n  ▶ (.+: (?:.|\n    )+)", screen)]
    moves = [words(part) for part in re.findall(r"\n +\d+\. ((?:.|\n      )+)", screen)]
    assert len(said) > 3
    assert moves
    for sentence in [subject.partition(",")[0], *filter(None, said)]:
        assert sentence in page, sentence
        assert sentence in plain, sentence
    for move in moves:
        assert move in page
        assert move in plain


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", EXAMPLES[:3])
def test_every_figure_of_the_journey_is_the_one_on_the_screen(name: str, language: str) -> None:
    """Number by number, with the mark where the weight goes."""
    rows = {
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in reported(name, ".md", language).replace("*", "").splitlines()
        if re.match(r"\| \d+ ", line)
    }
    bare = {(re.sub(r"^\d+ ", "", first), *rest) for first, *rest in rows}
    found = 0
    for line in screen_of(name, language).splitlines():
        cells = re.split(r"  +", line.replace("█", "").replace("▌", "").strip())
        row = tuple(cells[:1] + " ".join(cells[1:]).split(" ", 3))
        found += row in bare
    assert found == 12


def test_an_undecided_report_shows_both_candidates_and_what_they_share() -> None:
    """Two wheels and two landscapes side by side, and no strategy recommended."""
    html = reported("zonneveld", ".html")
    for strategy in ("customer intimacy", "operational excellence"):
        assert f">The journey wheel for {strategy}</title>" in html
        assert f">The opportunity landscape for {strategy}</title>" in html
    assert "Whichever leads, put weight on purchase." in html
    assert "Lead on" not in html
    svg = reported("zonneveld", ".svg")
    assert svg.count("The journey wheel for") == 4


def test_an_almost_empty_report_says_so_and_shows_what_is_there(tmp_path: Path) -> None:
    """No verdict, no landscape, no field; every question that was not asked is counted."""
    heading = "cd360: 1\nframework: {id: cd360, version: 1.0.0}\ncompany: Acme\ndate: 2026-11-22\n"
    file, out = tmp_path / "acme.yaml", tmp_path / "a.html"
    file.write_text(heading)
    assert cd360("report", str(file), "-o", str(out)).code == 0
    page = shown(out.read_text())
    assert "Too few answers for a verdict. 0 of the 18 strategy questions answered" in page
    assert "there is nothing to place" in page
    assert "No step of the journey has a level yet, so no opportunity can be given." in page
    assert sum(map(int, re.findall(r"(\d+) questions not asked yet", page))) == 52


def test_a_report_names_what_it_was_made_with() -> None:
    """Framework, version, digest, tool and date: enough to make it again."""
    for suffix in (".html", ".md"):
        text = words(reported("carvana", suffix).replace("\\", ""))
        for fact in ("(cd360 1.0.0)", framework_file.load().sha256, f"cd360 {__version__}"):
            assert fact in text
        assert "2020-12-31" in text
        assert "Treacy and Fred Wiersema" in text


def test_every_answer_stands_there_with_its_note_and_source() -> None:
    """All fifty-two questions, and all that was noted with them."""
    html = reported("carvana", ".html")
    assert re.findall(r'<li value="(\d+)">', html) == [str(n) for n in range(1, 53)]
    page = shown(html)
    given = (ROOT / "examples/carvana.yaml").read_text()
    notes = re.findall(r"(?:note|source): (?:\"(.+)\"|(.+))\n", given)
    assert len(notes) > 60
    for quoted, bare in notes:
        assert words(quoted or bare) in page


def test_sizes_stay_within_reason() -> None:
    """A page to mail: well under a quarter of a megabyte, the wheel under twenty kilobytes."""
    for name in EXAMPLES:
        assert len(reported(name, ".html")) < 130_000
        assert len(reported(name, ".svg")) < 20_000


# -- goldens

APPROVED = {
    "report-carvana.en.md": ("carvana", "en"),
    "report-zonneveld.nl.md": ("zonneveld", "nl"),
    "report-aldi.en.svg": ("aldi", "en"),
    "report-zonneveld.nl.svg": ("zonneveld", "nl"),
}


def stable(text: str) -> str:
    """The text without what changes with every version."""
    return text.replace(framework_file.load().sha256, "SHA-256").replace(
        f"cd360 {__version__}", "cd360 VERSION"
    )


@pytest.mark.parametrize("golden", APPROVED)
def test_a_report_reads_as_it_was_approved(golden: str) -> None:
    """Every word of the Markdown and every line of the wheel has been looked at once."""
    name, language = APPROVED[golden]
    made = reported(name, Path(golden).suffix, language)
    assert stable(made) == (GOLDENS / golden).read_text()


def approve() -> None:
    """Write all goldens anew."""
    for golden, (name, language) in APPROVED.items():
        made = reported(name, Path(golden).suffix, language)
        (GOLDENS / golden).write_text(stable(made))


if __name__ == "__main__":
    approve()
    subprocess.run(["git", "diff", "--stat", str(GOLDENS)], check=False)
