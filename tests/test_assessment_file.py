"""An assessment file is read back as it was written, whatever was typed into it."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from conftest import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made import assessment, full_answers, made

from cd360_cli import assessment_file
from cd360_cli.assessment import Answer, Picks, Profile, Retired
from cd360_cli.files import write_whole
from cd360_cli.framework import Framework
from cd360_cli.problems import Refused

typed = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
).filter(str.strip)


@given(typed)
@settings(max_examples=150)
@example("Y")
@example("1e3")
@example("0o7")
@example("no")
@example("~")
@example("12:30")
@example("- a: b # c")
@example("\x85 \u2028 \ufeff x")
def test_any_name_survives_the_file(framework: Framework, name: str) -> None:
    """`Y`, `1e3`, a colon or a line break: what was typed is what is read, in YAML and JSON."""
    written = assessment(framework)._replace(company=name, respondent=name)
    for text in (assessment_file.as_yaml(written), assessment_file.as_json(written)):
        assert assessment_file.parse(text.encode(), "x", framework) == written


@given(st.data())
@settings(max_examples=30)
def test_any_answers_survive_the_file(framework: Framework, data: st.DataObject) -> None:
    """One option, two, levels, marks, notes and sources."""
    answers = data.draw(full_answers(framework))
    for question in list(answers)[:1]:
        answers[question] = answers[question]._replace(note=data.draw(typed), source="a: b")
    written = assessment(framework, answers)
    for text in (assessment_file.as_yaml(written), assessment_file.as_json(written)):
        assert assessment_file.parse(text.encode(), "x", framework) == written


entries = st.builds(
    Retired,
    st.lists(typed, min_size=1, max_size=3).map(Picks),
    typed,
    note=st.just("") | typed,
    source=st.just("") | typed,
)


@given(st.dictionaries(typed, entries, min_size=1))
@settings(max_examples=50)
@example({"no": Retired(Picks(["7", "007", "\u0663", "9" * 20]), "1.10")})
def test_anything_retired_survives_the_file(retired: dict[str, Retired]) -> None:
    """Whatever an earlier framework asked and took as an answer, and it fits the schema."""
    schema = json.loads((ROOT / "data/assessment.schema.json").read_text())
    written = assessment(made())._replace(retired=retired)
    for text in (assessment_file.as_yaml(written), assessment_file.as_json(written)):
        assert assessment_file.parse(text.encode(), "x", made()) == written
    jsonschema.validate(assessment_file.plain(written), schema)


@pytest.mark.parametrize("profile", [Profile(None, "USD"), Profile(0), Profile(5, "USD")])
def test_any_profile_survives_the_file(framework: Framework, profile: Profile) -> None:
    """A currency without an amount, and an amount of nothing, are read back too."""
    written = assessment(framework)._replace(profile=profile)
    for text in (assessment_file.as_yaml(written), assessment_file.as_json(written)):
        assert assessment_file.parse(text.encode(), "x", framework) == written


def test_saving_keeps_the_mode_and_replaces_the_whole(framework: Framework, tmp_path: Path) -> None:
    """A file that others may read stays so; a new one is private; no temporary file is left."""
    file = tmp_path / "x.yaml"
    assessment_file.save(file, assessment(framework))
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    changed = assessment(framework, {framework.asked[0].id: Answer(("dont-know",))})
    assessment_file.save(file, changed)
    assert file.stat().st_mode & 0o777 == 0o644
    assert assessment_file.load(file, framework) == changed
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_is_written_through_and_stays_a_link(framework: Framework, tmp_path: Path) -> None:
    """Whoever keeps the file elsewhere and links to it keeps the link."""
    target, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    link.symlink_to(target)
    assessment_file.save(link, assessment(framework))
    assert link.is_symlink()
    assert assessment_file.load(target, framework).company == "Acme"


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("Acme", "acme.cd360.yaml"),
        ("Café Ångström & Co", "cafe-angstrom-co.cd360.yaml"),
        ("../../etc/passwd", "etc-passwd.cd360.yaml"),
        ("株式会社", "company.cd360.yaml"),
        ("x" * 300, "x" * 60 + ".cd360.yaml"),
    ],
)
def test_the_file_is_named_after_the_company(company: str, name: str) -> None:
    """Plain letters in the folder one stands in, whatever the company is called."""
    assert str(assessment_file.path_for(company)) == name


def test_a_full_disk_leaves_the_old_file(
    framework: Framework, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be written is refused, and what was there is still there."""
    file = tmp_path / "x.yaml"
    assessment_file.save(file, assessment(framework))
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refused) as caught:
        assessment_file.save(file, assessment(framework)._replace(company="Other"))
    assert caught.value.problems[0].values["detail"] == "No space left on device"
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_takes_no_other_files_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, links: bool
) -> None:
    """Nor that of a link to nowhere; also where the file system has no links of its own."""

    def refuse(*_: object) -> None:
        raise PermissionError

    taken, dangling = tmp_path / "x.yaml", tmp_path / "y.yaml"
    dangling.symlink_to(tmp_path / "nowhere")
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    write_whole(taken, "one", new=True)
    assert taken.stat().st_mode & 0o777 == 0o600
    for path in (taken, dangling):
        with pytest.raises(Refused) as caught:
            write_whole(path, "two", new=True)
        assert caught.value.problems[0].kind == "exists"
    assert taken.read_text() == "one"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.yaml", "y.yaml"]
