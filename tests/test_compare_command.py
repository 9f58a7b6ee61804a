"""`cd360 compare` as people and scripts use it: what it shows, its JSON, and what it refuses.

After a wanted change of the screen: `python tests/test_compare_command.py`, then read it aloud.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from here import Done, cd360
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, full_answers, small_frameworks
from test_cli import HEADING
from test_schemas import validator

from cd360_cli import framework_file
from cd360_cli.comparison import compare
from cd360_cli.framework_file import Loaded
from cd360_cli.render import comparison_json

EXAMPLES = ROOT / "examples"
GOLDENS = Path(__file__).parent / "goldens" / "compare"
COMPARISON = validator("comparison")
SEEN = {
    "a-year-later": ["zonneveld.yaml", "zonneveld-2025.yaml"],
    "three-companies": ["patagonia.yaml", "aldi.yaml", "carvana.yaml"],
    "older-version": ["zonneveld.yaml", "later.yaml"],
}
"""What is approved: the files of each comparison; `later.yaml` follows a later framework."""


def later_version(folder: Path) -> Path:
    """A framework of version 1.1.0, and Zonneveld's answers to it a year later in `later.yaml`.

    One question has another id, one is gone, one is new, and one option of a fourth is new.
    """
    text = (ROOT / "data/framework.yaml").read_text()
    answers = (EXAMPLES / "zonneveld.yaml").read_text()
    for old, new in (
        ("version: 1.0.0", "version: 1.1.0"),
        ("  - id: market-gap\n", "  - id: missed-most\n    aliases: [market-gap]\n"),
        ("  - id: public-theme\n", "  - id: public-topic\n"),
        ("      - id: tuned-system\n", "      - id: linked-system\n"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    for old, new in (
        ("version: 1.0.0", "version: 1.1.0"), ("date: 2026-", "date: 2027-"),
        ("market-gap", "missed-most"), ("public-theme", "public-topic"),
        ("tuned-system", "linked-system"), ("likely-prize:\n    answer: personal-advice",
        "likely-prize:\n    answer: fast-handling"),
    ):  # fmt: skip
        assert answers.count(old) == 1, old
        answers = answers.replace(old, new)
    framework = folder / "framework.yaml"
    framework.write_text(text)
    (folder / "later.yaml").write_text(answers)
    return framework


def shown(seen: str, language: str, folder: Path) -> Done:
    own = ["--framework", str(later_version(folder))] if seen == "older-version" else []
    files = [str((folder if name == "later.yaml" else EXAMPLES) / name) for name in SEEN[seen]]
    return cd360("compare", *files, *own, "--lang", language)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("seen", SEEN)
def test_the_screen_reads_as_it_was_approved(seen: str, language: str, tmp_path: Path) -> None:
    """Every word that a client may see has been read once by a person."""
    done = shown(seen, language, tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDENS / f"{seen}.{language}.txt").read_text()
    assert max(map(len, done.out.splitlines())) <= 80
    assert not re.search(r"[{}]|None|[ \t]\n|\b1 (other answers|andere antwoorden)", done.out)


def document(*words: str) -> Any:
    done = cd360("compare", *words, "--json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_the_example_a_year_later_moves_the_verdict() -> None:
    """From a clear lead to two that stand level, with a threshold that broke: all of it in JSON."""
    found = document(*(str(EXAMPLES / name) for name in SEEN["a-year-later"]))
    dates = [each["recommendation"]["assessment"]["date"] for each in found["assessments"]]
    assert (dates, found["order"], found["against"]) == (
        ["2025-06-30", "2026-06-30"], "date", "previous",
    )  # fmt: skip
    (difference,) = found["differences"]
    assert difference["verdict"] == {"before": "clear", "after": "undecided"}
    gap = difference["gap"]
    assert (gap["strategy"], gap["rival"]) == ("operational-excellence", "customer-intimacy")
    assert (gap["before"], gap["after"], gap["change"]) == (-40, 0, 40)
    assert sum(each["points"] for each in gap["answers"]) == gap["points"]
    assert 100 * gap["points"] == gap["change"] * gap["points_per_100"]
    thresholds = {s["id"]: s["threshold_met"] for s in difference["strategies"]}
    assert thresholds["product-leadership"] == {"before": True, "after": False}


def test_each_recommendation_inside_is_what_recommend_prints() -> None:
    """A script that reads one reads the other; the JSON Schema of results holds for both."""
    files = [str(EXAMPLES / name) for name in SEEN["three-companies"]]
    found = document(*files, "--lang", "nl")
    assert (found["order"], found["against"]) == ("given", "first")
    assert [(d["before"], d["after"]) for d in found["differences"]] == [(0, 1), (0, 2)]
    for file, each in zip(files, found["assessments"], strict=True):
        alone = json.loads(cd360("recommend", file, "--json", "--lang", "nl").out)
        inside = each["recommendation"]
        assert list(validator("recommendation").iter_errors(inside)) == []
        order = {c["question"]: c for c in alone["contributions"]}
        assert inside == {**alone, "contributions": [order[q] for q in order]}


def shape(value: object) -> object:
    """The keys of a document, without those that name what a framework holds."""
    if isinstance(value, dict):
        return {k: shape(v) for k, v in value.items() if k not in ("points", "lenses", "blocks")}
    return "list" if isinstance(value, list) else "value"


@given(st.data())
@settings(max_examples=8)
def test_every_comparison_fits_its_schema_and_adds_up(data: st.DataObject) -> None:
    """Whatever is answered, keys never vary, and the points of a gap are those of its answers."""
    framework = data.draw(small_frameworks)
    loaded = Loaded(framework, "made.yaml", "0")
    sheets = [
        assessment(framework, data.draw(full_answers(framework)))._replace(company=name)
        for name in data.draw(st.sampled_from([("A", "a"), ("A", "B", "C")]))
    ]
    text = comparison_json.render(compare(framework, sheets), loaded, "nl")
    found = json.loads(text)
    assert list(COMPARISON.iter_errors(found)) == []
    for difference in found["differences"]:
        gap = difference["gap"]
        assert sum(each["points"] for each in gap["answers"]) == gap["points"]
    empty = [assessment(framework)] * 2
    none = json.loads(comparison_json.render(compare(framework, empty), loaded, "en"))
    assert shape(none) == shape(found)
    assert {str(shape(d)) for d in none["differences"]} == {
        str(shape(d)) for d in found["differences"]
    }


def test_what_versions_leave_out_stands_in_the_json_too(tmp_path: Path) -> None:
    """How many questions are compared, which are not, and why; it fits its schema."""
    framework = later_version(tmp_path)
    files = (str(EXAMPLES / "zonneveld.yaml"), str(tmp_path / "later.yaml"))
    found = document(*files, "--framework", str(framework))
    assert list(COMPARISON.iter_errors(found)) == []
    assert found["questions"] == {
        "compared": 50,
        "of": 52,
        "left_out": [
            {"question": "public-theme", "reason": "no-question", "version": "1.0.0"},
            {"question": "hard-to-copy", "reason": "no-answer", "version": "1.0.0"},
            {"question": "public-topic", "reason": "not-asked", "version": "1.0.0"},
        ],
    }
    versions = [each["framework_version"] for each in found["assessments"]]
    assert versions == ["1.0.0", "1.1.0"]
    asked = [
        {row["question"] for row in each["recommendation"]["contributions"]}
        for each in found["assessments"]
    ]
    assert asked[0] == asked[1]
    assert len(asked[0]) == 16
    changed = [row["question"] for row in found["differences"][0]["answers"]]
    assert changed == ["likely-prize"]


def test_nothing_is_written(tmp_path: Path) -> None:
    """An older file is read as it stands, and stays so."""
    framework = later_version(tmp_path)
    older = tmp_path / "older.yaml"
    older.write_bytes((EXAMPLES / "zonneveld.yaml").read_bytes())
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    words = [str(older), str(tmp_path / "later.yaml"), "--framework", str(framework)]
    assert cd360("compare", *words).code == 0
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_one_side_may_come_from_standard_input() -> None:
    """`git show HEAD~1:acme.yaml | cd360 compare - acme.yaml` compares with the version before."""
    files = [EXAMPLES / name for name in SEEN["a-year-later"]]
    piped = cd360("compare", "-", str(files[1]), stdin=files[0].read_bytes())
    assert piped == cd360("compare", *map(str, files))


@pytest.mark.parametrize(("language", "said"), [("en", "too few to compare"), ("nl", "te weinig")])
def test_one_file_is_wrong_usage(language: str, said: str) -> None:
    """There is nothing to hold it against; who wants one result is shown the way."""
    done = cd360("compare", "an example.yaml", "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "cd360 recommend 'an example.yaml'" in done.err
    assert cd360("compare", "--lang", language).code == 2


def test_every_problem_in_every_file_is_told_at_once(tmp_path: Path) -> None:
    """File and line of each: of another framework, a newer version, a slip, a file that is not."""
    contents = {
        "a.yaml": HEADING + "answers:\n  tie-braker: low-cost\n  use-level: 5\n",
        "b.yaml": HEADING.replace("{id: cd360, version: 1.0.0}", "{id: other, version: 1.0.0}"),
        "c.yaml": HEADING.replace("version: 1.0.0", "version: 9.0.0"),
        "d.yaml": HEADING + "answers: {use-level: 3}\n",
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    files = [str(tmp_path / name) for name in (*contents, "e.yaml")]
    done = cd360("compare", *files)
    assert (done.code, done.out) == (3, "")
    lines = [line.removeprefix(f"{tmp_path}/") for line in done.err.splitlines()]
    assert [line.partition("; ")[0] for line in lines] == [
        "a.yaml:6: answers.tie-braker: unknown question `tie-braker`",
        "a.yaml:7: answers.use-level: unknown answer `5`",
        "b.yaml:2: framework: made with framework other 1.0.0",
        "c.yaml:2: framework: made with framework cd360 9.0.0",
        "e.yaml: no such file",
    ]


def test_the_language_is_that_of_the_answers_where_they_share_one(tmp_path: Path) -> None:
    """Two in Dutch are compared in Dutch, two of different languages in that of the locale."""
    for name, language in (("a", "nl"), ("b", "nl"), ("c", "en")):
        (tmp_path / f"{name}.yaml").write_text(HEADING + f"language: {language}\n")
    a, b, c = (str(tmp_path / f"{name}.yaml") for name in "abc")
    assert "metingen" in cd360("compare", a, b).out
    assert "assessments" in cd360("compare", a, c).out
    assert "metingen" in cd360("compare", a, c, locale="nl_NL.UTF-8").out
    assert cd360("compare", a, b, "--lang", "fr").code == 2


def approve() -> None:
    """Write all goldens anew."""
    import tempfile

    GOLDENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for seen in SEEN:
            for language in framework_file.load().framework.languages:
                text = shown(seen, language, Path(folder)).out
                (GOLDENS / f"{seen}.{language}.txt").write_text(text)


if __name__ == "__main__":
    approve()
