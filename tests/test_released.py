"""What was released goes on working: files of every released format, and scripts on every result.

`released/` holds a framework and assessments of each format, and a result of each schema as it was
computed from them. A released file is never changed. A new schema gets a line in `WRITTEN_BY`, then
`python tests/test_released.py` writes what is not there yet.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from here import cd360
from jsonschema import Draft202012Validator

from cd360_cli import assessment_file, framework_file
from cd360_cli.assessment import Answer, Profile, Retired
from cd360_cli.commands import framework_audit
from cd360_cli.document import read

RELEASED = Path(__file__).parent / "released"
OWN = "--framework framework-1.yaml"
WRITTEN_BY = {
    "cases/1": "cases --json",
    "comparison/1": f"compare assessment-1.json assessment-1.yaml --json {OWN}",
    "explanation/1": f"explain assessment-1.yaml --json {OWN}",
    "framework-audit/1": "framework audit framework-1.yaml --json",
    "framework-check/1": "framework check framework-1.yaml --json",
    "import/1": "import ../responses/google-sheet.nl.csv -o no-such-folder --dry-run --json",
    "questionnaire/1": f"questions --format json {OWN}",
    "recommendation/1": f"recommend assessment-1.yaml --json {OWN}",
    "summary/1": f"batch respondents-1.csv --summary --json {OWN}",
    "team/1": f"team assessment-1.json assessment-1.yaml --json {OWN}",
    "whatif/1": f"whatif assessment-1.yaml --set praise=distance --json {OWN}",
}
"""The command that writes a result of each schema, typed in `released/`."""


def file_of(schema: str) -> Path:
    return RELEASED / f"{schema.replace('/', '-')}.json"


def test_every_schema_that_the_code_names_has_a_released_result() -> None:
    """Whoever adds or raises one adds what it must go on reading."""
    sources = (ROOT / "src").rglob("*.py")
    named = {
        name for path in sources for name in re.findall(r'"cd360/([a-z-]+/\d+)"', path.read_text())
    }
    assert named <= set(WRITTEN_BY)
    for schema in WRITTEN_BY:
        assert json.loads(file_of(schema).read_text())["schema"] == f"cd360/{schema}"


def test_assessments_of_every_released_format_load() -> None:
    """YAML and JSON, with everything that stood in them."""
    framework = framework_file.load(RELEASED / "framework-1.yaml").framework
    full = assessment_file.load(RELEASED / "assessment-1.yaml", framework)
    assert (full.company, full.date, full.respondent) == ("Corner & Co", "2026-11-22", "Ann")
    assert (full.role, full.language, full.profile) == ("owner", "en", Profile(1_200_000, "EUR"))
    assert full.answers["complaint"] == Answer(("dearer", "same-goods"))
    assert full.answers["word-of-mouth"] == Answer(("saved",), "heard twice", "customer panel 2026")
    assert full.answers["watched-figure"] == Answer(("not-applicable",))
    assert full.answers["best-employee"] == Answer(("dont-know",))
    assert full.answers["channel-position"] == Answer(("4",))
    assert full.retired["old-question"] == Retired(("old-option",), "0.0.9", "kept", "kept too")
    other = assessment_file.load(RELEASED / "assessment-1.json", framework)
    assert (other.respondent, len(other.answers)) == ("Bob", 7)
    assert other.answers["complaint"] == Answer(("moved-away",), "the square was rebuilt")


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (ROOT / "data").glob("*.schema.json"))
)
def test_what_was_released_fits_the_schema_of_its_version(name: str) -> None:
    """A published schema says which version it is of, and never turns down what it once took."""
    schema = json.loads((ROOT / "data" / name).read_text())
    kind = name.removesuffix(".schema.json")
    stated = schema["properties"].get("schema") or schema["properties"]["cd360"]
    version = int(str(stated.get("const", stated.get("enum", [0])[0])).rpartition("/")[2])
    assert schema["title"].endswith(str(version))
    released = [RELEASED / f"{kind}-{version}{suffix}" for suffix in (".json", ".yaml")]
    found = [path for path in released if path.exists()]
    assert found
    for path in found:
        data = read(path.read_bytes(), path.name, "assessment").data
        assert list(Draft202012Validator(schema).iter_errors(data)) == []


@pytest.mark.parametrize("schema", WRITTEN_BY)
def test_a_script_on_a_released_result_finds_the_same_keys_today(
    schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a version fields are added, never renamed, removed or of another type."""
    monkeypatch.chdir(RELEASED)
    monkeypatch.setattr(framework_audit, "RESPONDENTS", 200)
    done = cd360(*WRITTEN_BY[schema].split())
    assert done.code == 0, done.err
    today = json.loads(done.out)
    if today["schema"] == f"cd360/{schema}":
        assert list(lacking(json.loads(file_of(schema).read_text()), today)) == []


def lacking(old: Any, new: Any, at: str = "") -> Iterator[str]:
    """Where a script on the old result would not find its way in the new one."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            if key in new:
                yield from lacking(old[key], new[key], f"{at}.{key}")
            else:
                yield f"{at}.{key}"
    elif isinstance(old, list) and isinstance(new, list):
        for each in old[:1] if new else ():
            yield from lacking(each, new[0], f"{at}[]")
    elif None not in (old, new) and kind(old) != kind(new):
        yield f"{at}: {kind(new)}"


def kind(value: object) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return "number" if number else type(value).__name__


def test_a_renamed_key_and_another_type_are_found_at_any_depth() -> None:
    """What the test above rests on."""
    old = {"a": [{"b": 1, "c": None}], "d": "x"}
    assert list(lacking(old, {"a": [{"b": 1.5, "c": 2}], "d": "y", "e": 0})) == []
    assert list(lacking(old, {"a": [{"B": 1, "c": 2}], "d": 3})) == [".a[].b", ".d: number"]


def write(schemas: Sequence[str]) -> None:
    """Write the results that are not there yet."""
    for schema in schemas:
        with contextlib.suppress(FileExistsError), file_of(schema).open("x") as file:
            command = [sys.executable, "-m", "cd360_cli", *WRITTEN_BY[schema].split()]
            environment = {**os.environ, "LC_ALL": "en_US.UTF-8"}
            subprocess.run(command, cwd=RELEASED, env=environment, stdout=file, check=True)


if __name__ == "__main__":
    write(list(WRITTEN_BY))
