"""Nothing in the code knows the bundled names or counts: other frameworks work everywhere."""

import json
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from here import cd360
from made import plain_framework

from cd360_cli import framework_file
from cd360_cli.commands import framework_audit


def written(folder: Path, **options: object) -> Path:
    file = folder / "own.yaml"
    file.write_text(yaml.safe_dump(plain_framework(**options), sort_keys=False))
    return file


@pytest.mark.parametrize("strategies", [2, 6])
def test_other_numbers_of_strategies_run_through_every_command(
    strategies: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Assess, recommend in every form, check, audit, show and questions."""
    own = str(written(tmp_path, strategies=strategies, questions=(4, 3), weights=(2, 1)))
    assert cd360("framework", "check", own).code == 0
    answers = tmp_path / "acme.yaml"
    replies = "Acme\n" + "1\n" * len(framework_file.load(Path(own)).framework.asked)
    done = cd360("assess", str(answers), "--plain", "--framework", own, stdin=replies)
    assert done.code == 0, done.err
    assert "Lead on apple" in done.out
    for language in ("en", "nl"):
        screen = cd360("recommend", str(answers), "--framework", own, "--lang", language)
        assert screen.code == 0
        assert "None" not in screen.out
    for command in (["explain"], ["explain", "--json"], ["whatif", "--set", "q-0-0=o-pear"]):
        done = cd360(command[0], str(answers), *command[1:], "--framework", own)
        assert (done.code, done.err) == (0, "")
        assert "None" not in done.out
    result = json.loads(cd360("recommend", str(answers), "--framework", own, "--json").out)
    assert len(result["strategies"]) == strategies
    assert result["recommendation"]["strategy"] == "apple"
    assert result["closest_cases"] == []
    # Fewer companies than the audit plays for an author: they would take eight seconds.
    monkeypatch.setattr(framework_audit, "RESPONDENTS", 2_000)
    monkeypatch.setattr(framework_audit, "LADDER_RESPONDENTS", 50)
    for command in (["questions"], ["framework", "show"], ["framework", "audit", "--json"]):
        done = cd360(*command, "--framework", own)
        assert (done.code, done.err) == (0, "")


def test_an_undecided_result_shows_as_many_candidates_as_there_are(tmp_path: Path) -> None:
    """Six candidates side by side fit a terminal of sixty columns."""
    own = str(written(tmp_path, strategies=6, questions=(6,), weights=(1,)))
    document = {
        "cd360": 1,
        "framework": {"id": "made", "version": "1.0.0"},
        "company": "Acme",
        "date": "2026-11-22",
        "answers": {
            f"q-0-{n}": f"o-{name}"
            for n, name in enumerate(("apple", "pear", "plum", "cherry", "quince", "fig"))
        },
    }
    done = cd360("recommend", "-", "--framework", own, stdin=json.dumps(document), COLUMNS="60")
    assert "No clear winner" in done.out
    assert "fig" in done.out
    assert max(map(len, done.out.splitlines())) <= 60


def test_a_new_framework_starts_sound_and_overwrites_nothing(tmp_path: Path) -> None:
    """`framework new` gives an author something that works, once."""
    own = tmp_path / "own.yaml"
    assert cd360("framework", "new", str(own)).code == 0
    assert cd360("framework", "check", str(own)).code == 0
    before = own.read_bytes()
    done = cd360("framework", "new", str(own))
    assert (done.code, own.read_bytes()) == (4, before)
    assert "exists already" in done.err


def test_an_assessment_of_another_framework_is_refused(tmp_path: Path) -> None:
    """Answers to other questions are not quietly read as answers to ours."""
    done = cd360(
        "recommend", str(ROOT / "examples/aldi.yaml"), "--framework", str(written(tmp_path))
    )
    assert done.code == 3
    assert "made with framework cd360 1.0.0; expected made 1.0.0" in done.err
