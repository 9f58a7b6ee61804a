"""The command as scripts and people use it: streams, exit codes, bad input."""

import json
import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import here
import pytest
from conftest import ROOT

HEADING = "cd360: 1\nframework: {id: cd360, version: 1.0.0}\ncompany: Acme\ndate: 2026-11-22\n"


def cd360(
    *arguments: str, stdin: str | bytes = "", **environment: str
) -> subprocess.CompletedProcess:
    content = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "cd360_cli", *arguments],
        input=content,
        capture_output=True,
        env={**os.environ, "LC_ALL": "en_US.UTF-8", "COLUMNS": "80", **environment},
        timeout=60,
        check=False,
    )
    done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in done.stderr
    return done


def test_every_example_gives_a_recommendation_with_all_fields(examples: list[Path]) -> None:
    """Scripts get one JSON document with the documented keys, and contributions that add up."""
    assert len(examples) >= 4
    keys = {
        "schema", "tool", "framework", "assessment", "recommendation", "strategies",
        "disciplines", "journey", "traits", "tensions", "conditions", "moves", "coverage",
        "contributions",
    }  # fmt: skip
    for example in examples:
        done = cd360("recommend", str(example), "--json")
        assert (done.returncode, done.stderr) == (0, "")
        result = json.loads(done.stdout)
        assert keys <= set(result)
        assert result["schema"] == "cd360/recommendation/1"
        assert set(result["recommendation"]) == {
            "strategy", "verdict", "candidates", "runner_up", "answers_to_flip",
            "weight_tolerance", "lens_share",
        }  # fmt: skip
        assert {"id", "name", "discipline", "importance", "satisfaction", "opportunity", "band",
                "emphasise", "reasons"} == set(result["journey"][0])  # fmt: skip
        for strategy in result["strategies"]:
            points = sum(c["points"][strategy["id"]] for c in result["contributions"])
            assert points == strategy["points"]
            exact = Fraction(100 * points, result["points_per_100"])
            assert abs(exact - Fraction(strategy["score"])) <= Fraction(1, 10_000)


def test_one_example_is_undecided_and_names_its_candidates() -> None:
    """No clear winner is a result: exit 0, both candidates and both journeys."""
    result = json.loads(cd360("recommend", str(ROOT / "examples/zonneveld.yaml"), "--json").stdout)
    found = result["recommendation"]
    assert (found["strategy"], found["verdict"]) == (None, "undecided")
    assert found["candidates"] == ["customer-intimacy", "operational-excellence"]
    assert [c["strategy"] for c in result["candidate_journeys"]] == found["candidates"]
    screen = cd360("recommend", str(ROOT / "examples/zonneveld.yaml")).stdout
    assert "No clear winner: customer intimacy or operational excellence." in screen


def test_json_keys_do_not_vary_with_options_or_answers() -> None:
    """A script that works on one result works on all."""

    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {
                k: shape(v) for k, v in value.items() if k not in ("points", "lenses", "blocks")
            }
        return "list" if isinstance(value, list) else "value"

    some = cd360("recommend", str(ROOT / "examples/aldi.yaml"), "--json")
    none = cd360("recommend", "-", "--json", "--lang", "nl", stdin=HEADING)
    assert shape(json.loads(some.stdout)) == shape(json.loads(none.stdout))


def test_json_and_yaml_from_a_file_or_standard_input_are_the_same(tmp_path: Path) -> None:
    """The form of the answers makes no difference to the result."""
    yaml_text = HEADING + "answers:\n  tie-breaker: [customer-fit, low-cost]\n  use-level: 3\n"
    document = {
        "cd360": 1,
        "framework": {"id": "cd360", "version": "1.0.0"},
        "company": "Acme",
        "date": "2026-11-22",
        "answers": {"tie-breaker": ["customer-fit", "low-cost"], "use-level": 3},
    }
    (tmp_path / "a.yaml").write_text(yaml_text)
    (tmp_path / "a.json").write_text(json.dumps(document))
    outputs = {
        cd360("recommend", str(tmp_path / "a.yaml"), "--json").stdout,
        cd360("recommend", str(tmp_path / "a.json"), "--json").stdout,
        cd360("recommend", "-", "--json", stdin=yaml_text).stdout,
        cd360("recommend", "-", "--json", stdin=json.dumps(document)).stdout,
    }
    assert len(outputs) == 1


BAD = {
    "an empty file": (b"", ["the file is empty; expected YAML or JSON"]),
    "a list": (b"- a\n- b\n", ["x.yaml:1: expected a mapping of keys to values, found a list"]),
    "binary junk": (b"\x89PNG\r\n\x1a\n\x00", ["x.yaml:1: not UTF-8 text"]),
    "a duplicate key": (
        HEADING.encode() + b"answers:\n  use-level: 1\n  use-level: 2\n",
        ["x.yaml:7: key `use-level` stands here a second time; expected it once"],
    ),
    "several problems at once": (
        b"cd360: 1\nframework: {id: cd360, version: 2.0.0}\ncompany: 7\ndate: soon\nanswer: {}\n"
        b"answers:\n  tie-braker: low-cost\n  tie-breaker: low-costs\n  use-level: 5\n"
        b"  who-decides: [designers, planners, designers]\n  use: no\n",
        [
            "x.yaml:2: framework: made with framework cd360 2.0.0; expected cd360 1.0.0",
            "x.yaml:3: company: expected text, found a number; to mean the text `7`, put it in quotes",
            "x.yaml:4: date: expected a date such as 2026-11-22, found `soon`",
            "x.yaml:5: answer: unknown key `answer`;",
            "did you mean `answers`?",
            "x.yaml:7: answers.tie-braker: unknown question `tie-braker`; expected the id of a "
            "question; did you mean `tie-breaker`?",
            "x.yaml:8: answers.tie-breaker: unknown answer `low-costs`; expected one of "
            "customer-fit, low-cost, shared-cause, next-advance, dont-know, not-applicable; "
            "did you mean `low-cost`?",
            "x.yaml:9: answers.use-level: unknown answer `5`; expected one of 0, 1, 2, 3, 4,",
            "x.yaml:10: answers.who-decides: more than two options;",
            "x.yaml:11: answers.use: expected an option id",
        ],
    ),
    "no heading": (b"answers: {}\n", ["key `cd360` is missing", "key `company` is missing"]),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_every_problem_at_once(tmp_path: Path, name: str) -> None:
    """File, line, id, what was expected and the nearest right spelling; exit 3; file untouched."""
    content, expected = BAD[name]
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    for command in (["recommend"], ["recommend", "--json"], ["assess", "--plain"]):
        done = here.cd360(*command, str(file))
        assert (done.code, done.out) == (3, "")
        for words in expected:
            assert words in done.err, done.err
        assert file.read_bytes() == content
        assert list(tmp_path.iterdir()) == [file]


def test_a_missing_file_a_folder_and_a_forbidden_file_are_named(tmp_path: Path) -> None:
    """Each is one line that names the file, and exit 3."""
    done = cd360("recommend", str(tmp_path / "none.yaml"))
    assert (done.returncode, done.stderr) == (3, f"{tmp_path}/none.yaml: no such file\n")
    done = cd360("recommend", str(tmp_path))
    assert (done.returncode, done.stderr) == (3, f"{tmp_path}: this is a folder; expected a file\n")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users on this system")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    """Not being allowed to read is said, with exit 3. Root may read all, so it becomes nobody."""
    file = tmp_path / "x.yaml"
    file.write_text(HEADING)
    file.chmod(0)
    code = (
        "import os, sys, json, yaml, encodings.utf_8_sig, cd360_cli.framework_check\n"
        "from cd360_cli.cli import run\n"
        "from cd360_cli.commands import recommend\n"
        "if os.geteuid() == 0: os.setresuid(65534, 65534, 65534)\n"
        f"sys.argv = ['cd360', 'recommend', {str(file)!r}]\nrun()\n"
    )
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:3]:
        if parent.name.startswith("pytest"):
            parent.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    assert done.returncode == 3
    assert "no permission (Permission denied)" in done.stderr


def test_a_broken_framework_is_refused_with_its_own_exit_code(tmp_path: Path) -> None:
    """Exit 4, with every unknown reference and its nearest right spelling."""
    text = (ROOT / "data/framework.yaml").read_text()
    own = tmp_path / "own.yaml"
    own.write_text(
        text.replace("discipline: marketing", "discipline: markting", 1).replace(
            "points: {customer-intimacy: 3}", "points: {customer-intimcy: 3}", 1
        )
    )
    done = cd360("recommend", str(ROOT / "examples/aldi.yaml"), "--framework", str(own))
    assert (done.returncode, done.stdout) == (4, "")
    assert "did you mean `marketing`?" in done.stderr
    assert "did you mean `customer-intimacy`?" in done.stderr
    assert all(line.startswith(f"{own}:") for line in done.stderr.splitlines())


def test_errors_speak_the_language_asked_for(tmp_path: Path) -> None:
    """A Dutch strategist reads Dutch errors."""
    done = cd360("recommend", str(tmp_path / "weg.yaml"), "--lang", "nl")
    assert done.stderr.endswith("weg.yaml: dit bestand bestaat niet\n")
    done = cd360("recommend", str(tmp_path / "weg.yaml"), LC_ALL="nl_NL.UTF-8")
    assert done.stderr.endswith("dit bestand bestaat niet\n")


def test_usage_errors_leave_with_two_and_suggest() -> None:
    """A wrong option or language is a usage error."""
    assert cd360("recommend").returncode == 2
    done = cd360("recommend", "x", "--lang", "nll")
    assert done.returncode == 2
    assert "Did you mean nl?" in done.stderr
    assert cd360("recomend").returncode == 2


def test_without_a_terminal_assess_says_what_to_run_instead(tmp_path: Path) -> None:
    """Never a prompt where there is nobody to answer; nothing is written."""
    done = cd360("assess", str(tmp_path / "x.yaml"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "--plain" in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_complete_file_asks_nothing(examples: list[Path]) -> None:
    """It prints the result at once, also without a terminal."""
    done = cd360("assess", str(examples[0]), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["schema"]


def replies(count: int = 52) -> str:
    return "Acme\n" + "1\n" * count


def test_plain_assess_asks_everything_and_writes_one_private_file(tmp_path: Path) -> None:
    """52 replies, one file named after the company, the result on standard output alone."""
    script = "Café Ångström & Co\n" + "1\n" * 52
    done = subprocess.run(
        [sys.executable, "-m", "cd360_cli", "assess", "--plain", "--json"],
        input=script, capture_output=True, text=True, cwd=tmp_path, check=False,
        env={**os.environ, "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["assessment"]["company"] == "Café Ångström & Co"
    assert result["coverage"]["strategy_questions"]["answered"] == 18
    (file,) = tmp_path.iterdir()
    assert file.name == "cafe-angstrom-co.cd360.yaml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert "cafe-angstrom-co.cd360.yaml" in done.stderr
    assert "Market, 1 of 6 - 1 of 52" in done.stderr
    again = cd360("recommend", str(file), "--json")
    assert again.stdout == done.stdout


def test_replies_that_end_early_leave_everything_saved(tmp_path: Path) -> None:
    """The input ends: exit 130, all answers kept, and the next run goes on with the next one."""
    file = tmp_path / "x.yaml"
    done = cd360("assess", str(file), "--plain", stdin=replies(5))
    assert (done.returncode, done.stdout) == (130, "")
    assert "cd360 assess" in done.stderr
    done = cd360("assess", str(file), "--plain", stdin="q\n")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Acme: 5 of 52 questions were done already" in done.stderr
    assert "- 6 of 52" in done.stderr


def test_back_help_two_options_and_misunderstood_replies(tmp_path: Path) -> None:
    """Every reply of the plain questionnaire does what its foot line says."""
    file = tmp_path / "x.json"
    script = "Acme\n?\nhuh\n9\n1 2\nb\n\nd\nb\nx\nb\n2\nq\n"
    done = cd360("assess", str(file), "--plain", stdin=script)
    assert done.returncode == 0
    assert "Please reply with a number from 1 to 4" in done.stderr
    assert "The customers who come of their own accord" in done.stderr
    assert " * 1  The customer who wants to support a wider cause" in done.stderr
    assert "Enter keeps it, a number changes it" in done.stderr
    answers = json.loads(file.read_text())["answers"]
    assert list(answers.values()) == [["cause-supporter", "special-case"], "always-ahead"]


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
def test_a_stray_byte_in_a_reply_does_not_spoil_the_file(tmp_path: Path, name: str) -> None:
    """A name typed in another encoding is saved as far as it can be read, and the file too."""
    file = str(tmp_path / name)
    done = cd360("assess", file, "--plain", stdin=b"Caf\xe9\n1\nq\n", LC_ALL="C")
    assert done.returncode == 0
    done = cd360("recommend", file, "--json")
    assert json.loads(done.stdout)["assessment"]["company"] == "Caf\N{REPLACEMENT CHARACTER}"


def test_an_unwritable_folder_is_reported_and_nothing_is_left_behind(tmp_path: Path) -> None:
    """A place that cannot be written to is refused before any question is asked."""
    done = cd360("assess", str(tmp_path / "none" / "x.yaml"), "--plain", stdin=replies())
    assert done.returncode == 3
    assert "its folder does not exist" in done.stderr
    assert "1 of 52" not in done.stderr


def test_problems_are_told_in_the_language_of_the_file(tmp_path: Path) -> None:
    """Whoever answers in Dutch reads in Dutch what is wrong, unless --lang asks otherwise."""
    file = tmp_path / "x.yaml"
    text = (ROOT / "examples/aldi.yaml").read_text()
    file.write_text(text.replace("answers:", "language: nl\nanswers:\n  nergens: 1", 1))
    assert "onbekende vraag `nergens`" in cd360("recommend", str(file)).stderr
    assert "unknown question" in cd360("recommend", str(file), "--lang", "en").stderr


def test_a_reader_that_leaves_is_no_error() -> None:
    """`cd360 ... | head -1` ends quietly."""
    example = ROOT / "examples/aldi.yaml"
    command = f"{sys.executable} -m cd360_cli recommend {example} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk on this system")
@pytest.mark.parametrize("words", ["recommend --json", "recommend", "--help", "questions"])
def test_a_full_disk_under_the_output_is_said(words: str) -> None:
    """`cd360 ... > file` on a full disk: one line and exit 2, whether or not Python buffers."""
    file = [str(ROOT / "examples/aldi.yaml")] if "recommend" in words else []
    for buffered in ("", "1"):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "cd360_cli", *words.split(), *file], stdout=full,
                stderr=subprocess.PIPE, text=True, check=False,
                env={**os.environ, "LC_ALL": "nl_NL.UTF-8", "PYTHONUNBUFFERED": buffered},
            )  # fmt: skip
        assert done.returncode == 2
        assert re.fullmatch(
            r"<stdout>: de uitkomst kan niet worden geschreven \(.+\)\n", done.stderr
        )


def test_markup_and_control_characters_in_a_name_are_shown_not_obeyed() -> None:
    """A company called [bold]\\x1b is a company, not a command to the terminal."""
    text = HEADING.replace("Acme", '"[bold red]A[/] \\e[31m"')
    done = cd360("recommend", "-", stdin=text)
    assert done.returncode == 0
    assert "[bold red]A[/]" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("width", ["20", "60", "80", "120", "500"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_screen_fits_its_width_without_colour(width: str, language: str) -> None:
    """No line is wider than the terminal, and none has escape sequences."""
    for example in ("carvana", "zonneveld", "patagonia"):
        file = str(ROOT / f"examples/{example}.yaml")
        screen = here.cd360("recommend", file, "--lang", language, COLUMNS=width).out
        assert "\x1b" not in screen
        if int(width) >= 60:
            assert max(map(len, screen.splitlines())) <= min(int(width), 100)


@pytest.mark.parametrize("width", ["20", "500"])
def test_a_pipe_gets_the_same_screen(width: str) -> None:
    """What the real command writes to a pipe has no escape sequences either, at any width."""
    words = ("recommend", str(ROOT / "examples/carvana.yaml"), "--lang", "en")
    piped = cd360(*words, COLUMNS=width, TERM="xterm-256color")
    assert "\x1b" not in piped.stdout
    assert piped.stdout == here.cd360(*words, COLUMNS=width).out


def test_a_terminal_without_unicode_gets_plain_signs() -> None:
    """Bars and marks fall back to ASCII where the output cannot encode them."""
    file = str(ROOT / "examples/carvana.yaml")
    done = cd360("recommend", file, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "> Purchase" in done.stdout
    assert "#####" in done.stdout


def braille(text: str) -> bool:
    return any("\u2800" <= character <= "\u28ff" for character in text)


@pytest.mark.parametrize("name", ["carvana", "zonneveld"])
def test_the_wheel_is_left_out_where_it_cannot_be_seen(name: str) -> None:
    """Not on narrow screens, not in other encodings, not for a screen reader, else always."""
    file = str(ROOT / f"examples/{name}.yaml")
    assert braille(here.cd360("recommend", file, COLUMNS="60").out)
    assert not braille(here.cd360("recommend", file, COLUMNS="39").out)
    assert not braille(here.cd360("recommend", file, ACCESSIBLE="1").out)
    assert not braille(cd360("recommend", file, PYTHONIOENCODING="cp1252", PYTHONUTF8="0").stdout)
