"""`framework check` finds each planted mistake in exactly these words, and nothing more."""

import json
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from here import cd360
from hypothesis import given
from hypothesis import strategies as st
from made import made, plain_framework

from cd360_cli import schema_file
from cd360_cli.commands.framework_check import check
from cd360_cli.framework import Framework
from cd360_cli.framework_check import errors, framework_of
from cd360_cli.framework_review import warnings
from cd360_cli.problems import Refused
from cd360_cli.shape import Text, shaped
from cd360_cli.texts import problems as say

MISTAKES = yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text())


def planted(mistake: dict, folder: Path) -> Path:
    text = (ROOT / "data" / mistake["in"]).read_text()
    assert mistake["change"] in text
    times = -1 if mistake.get("everywhere") else 1
    file = folder / "own.yaml"
    file.write_text(text.replace(mistake["change"], mistake["into"], times))
    return file


def said(file: Path, problems: tuple) -> list[str]:
    found = say.lines(Refused("framework", problems, str(file)), "en")
    return [line.removeprefix(f"{file.parent}/") for line in found]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[m["mistake"] for m in MISTAKES])
def test_each_planted_mistake_is_found_and_said(mistake: dict, tmp_path: Path) -> None:
    """File, line, id, what was expected and the nearest right spelling: no line more, none less."""
    file = planted(mistake, tmp_path)
    found = check(file)
    assert said(file, found.errors) == mistake.get("errors", [])
    assert said(file, found.warnings) == mistake.get("warnings", [])


def test_there_are_at_least_forty_planted_mistakes() -> None:
    """The table does not shrink unnoticed, and every row has something to find."""
    assert len(MISTAKES) >= 40
    assert all(m.get("errors") or m.get("warnings") for m in MISTAKES)


@pytest.mark.parametrize("name", ["framework.yaml", "template.yaml"])
def test_what_we_ship_has_no_errors_and_no_warnings(name: str) -> None:
    """The bundled framework and the template for own ones are an example to follow."""
    found = check(ROOT / "data" / name)
    assert (found.errors, found.warnings) == ((), ())


@pytest.mark.parametrize("mistake", MISTAKES, ids=[m["mistake"] for m in MISTAKES])
def test_a_framework_with_errors_is_refused_by_every_command(mistake: dict, tmp_path: Path) -> None:
    """What `framework check` calls an error no command works with; a warning stops none."""
    from cd360_cli import framework_file

    file = planted(mistake, tmp_path)
    if mistake.get("errors"):
        with pytest.raises(Refused):
            framework_file.load(file)
    else:
        framework_file.load(file)


def test_errors_leave_with_four_and_warnings_with_none(tmp_path: Path) -> None:
    """A script can rely on the exit code, and on JSON that holds the same findings."""
    for mistake in MISTAKES:
        if mistake["mistake"] not in ("an unknown lens", "a banned word"):
            continue
        file = planted(mistake, tmp_path)
        done = cd360("framework", "check", str(file), "--json")
        result = json.loads(done.out)
        assert done.code == (4 if "errors" in mistake else 0)
        assert len(result["errors"]) == len(mistake.get("errors", []))
        assert len(result["warnings"]) == len(mistake.get("warnings", []))
        screen = cd360("framework", "check", str(file))
        assert screen.code == done.code
        for line in mistake.get("errors", []) + mistake.get("warnings", []):
            assert line in screen.out


@pytest.mark.parametrize(
    "content",
    [
        b"a: &a [1,1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n",
        b"[" * 3000,
        b"a: " + b"{b: " * 3000,
        b"# " + b"x" * (100 * 1024 * 1024),
        b"!!python/object/apply:os.system [id]\n",
    ],
    ids=["alias bomb", "3,000 brackets", "3,000 braces", "100 MB", "a tag that runs code"],
)
def test_files_made_to_harm_are_refused_at_once(content: bytes, tmp_path: Path) -> None:
    """Size, depth, aliases and tags are limits, not crashes."""
    file = tmp_path / "own.yaml"
    file.write_bytes(content)
    done = cd360("framework", "check", str(file))
    assert done.code == 4
    assert len(done.out) < 1000


def test_uneven_positions_are_pointed_out() -> None:
    """When one strategy always stands first, whoever picks the first option supports it."""
    framework = made(strategies=3, questions=(9,), weights=(1,))
    found = [p for p in warnings(framework) if p.kind == "uneven-positions"]
    assert ("apple", "1", "9") in {
        (p.values["found"], p.values["position"], p.values["times"]) for p in found
    }


def test_nobody_has_to_explain_options() -> None:
    """A framework that says nothing about what its options mean is not warned for that."""
    assert {p.kind for p in warnings(made())}.isdisjoint({"unexplained-option"})
    bare = made().questions[0].options
    some = (bare[0]._replace(means=Text(en="a sign", nl="een teken")), *bare[1:])
    framework = made()._replace(
        questions=(made().questions[0]._replace(options=some), *made().questions[1:])
    )
    found = [p for p in warnings(framework) if p.kind == "unexplained-option"]
    assert [p.at for p in found] == [("questions", 0, "options", n) for n in (1, 2)]


def test_a_strategy_that_can_never_lead_is_an_error() -> None:
    """Balanced questions alone are not enough: two strategies that share every option both fail."""
    data = plain_framework(strategies=3, questions=(2,), weights=(1,))
    for question in data["questions"][:2]:
        question["options"] = [
            {"id": "both", "text": {"en": "b", "nl": "c"}, "points": {"apple": 3, "pear": 3}},
            {"id": "one", "text": {"en": "d", "nl": "e"}, "points": {"plum": 3}},
        ]
    with pytest.raises(Refused) as caught:
        framework_of(data)
    assert {p.kind for p in caught.value.problems} == {"cannot-lead"}


junk = (
    st.none()
    | st.booleans()
    | st.integers(-3, 12)
    | st.text(max_size=5)
    | st.just([])
    | st.just({})
)


def inner(value: object) -> bool:
    return isinstance(value, dict | list) and bool(value)


@given(st.data())
def test_schema_and_reader_agree_on_what_is_well_formed(data: st.DataObject) -> None:
    """The published JSON Schema accepts exactly what the tool can read."""
    document = plain_framework(strategies=2, questions=(1,), weights=(1,))
    at: object = document
    for _ in range(data.draw(st.integers(0, 4))):
        deeper = [v for v in (at.values() if isinstance(at, dict) else at) if inner(v)]  # type: ignore[attr-defined]
        if not deeper:
            break
        at = data.draw(st.sampled_from(deeper))
    if isinstance(at, dict):
        odd = ["id", "en", "name", "points", "options", "odd"]
        at[data.draw(st.sampled_from([*at, *odd]))] = data.draw(junk)
    else:
        at[data.draw(st.integers(0, len(at) - 1))] = data.draw(junk)  # type: ignore[index, arg-type]
    _, misfits = shaped(Framework, document)
    assert bool(schema_file.problems("framework", document)) == bool(misfits)


def test_every_language_is_one(tmp_path: Path) -> None:
    """A framework in another language is sound, and speaks it."""
    data = plain_framework()

    def german(value: object) -> object:
        if isinstance(value, dict):
            if "en" in value:
                return {
                    "de": value["en"],
                    **{k: v for k, v in value.items() if k not in ("en", "nl")},
                }
            return {k: german(v) for k, v in value.items()}
        return [german(v) for v in value] if isinstance(value, list) else value

    framework = framework_of({**german(data), "languages": ["de"]})  # type: ignore[dict-item]
    assert list(errors(framework)) == []
    assert framework.questions[0].ask.say("de") == "ask"
