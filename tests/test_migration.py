"""An assessment survives its framework: names move by declared aliases, and nothing is dropped."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from here import cd360
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, full_answers, made, picked, plain_framework

from cd360_cli import assessment_file
from cd360_cli.assessment import (
    DONT_KNOW,
    Answer,
    Assessment,
    FrameworkName,
    Picks,
    Retired,
    levels,
)
from cd360_cli.framework import Framework
from cd360_cli.framework_check import framework_of
from cd360_cli.migration import Migration, Renamed, migrated
from cd360_cli.problems import Refused
from cd360_cli.render import migration as report
from cd360_cli.scoring import score


def later(data: dict[str, Any], version: str = "1.1.0", **renames: str) -> dict[str, Any]:
    """The next version of a plain framework, with ids changed and the old ones as aliases.

    An id of an option stands behind that of its question: `q-0-0/o-apple`.
    """

    def renamed(item: dict[str, Any], path: str) -> dict[str, Any]:
        if path not in renames:
            return item
        return {**item, "id": renames[path], "aliases": [item["id"], *item.get("aliases", [])]}

    questions = []
    for question in data["questions"]:
        options = [renamed(o, f"{question['id']}/{o['id']}") for o in question.get("options", [])]
        changed = renamed(question, question["id"])
        questions.append({**changed, "options": options} if options else changed)
    return {**data, "version": version, "questions": questions}


def ids(data: dict[str, Any]) -> list[str]:
    """Every question and every option, as `later` wants them."""
    return [
        path
        for question in data["questions"]
        for path in (
            question["id"],
            *(f"{question['id']}/{option['id']}" for option in question.get("options", [])),
        )
    ]


@st.composite
def renamings(draw: st.DrawFn, data: dict[str, Any], word: str) -> dict[str, str]:
    """Some ids of a framework, each with an id that was never there before."""
    chosen = draw(st.lists(st.sampled_from(ids(data)), unique=True))
    return {path: f"{word}-{path.rpartition('/')[2]}" for path in chosen}


def totals(framework: Framework, found: Assessment) -> list[Any]:
    """All that the answers come to."""
    scoring = score(framework, found)
    figures = [scoring.score, scoring.low, scoring.high]
    by_strategy = {s: [figure(s) for figure in figures] for s in scoring.strategies}
    return [by_strategy, scoring.leaders, levels(framework, found)]


@given(st.data())
@settings(max_examples=30)
def test_a_renaming_changes_no_score_and_asks_nothing_again(data: st.DataObject) -> None:
    """Whatever was answered and whatever is renamed, once or twice, the result is the same."""
    first = plain_framework(strategies=data.draw(st.integers(2, 4)), questions=(2, 1))
    second = later(first, "1.1.0", **data.draw(renamings(first, "new")))
    third = later(second, "1.2.0", **data.draw(renamings(second, "newer")))
    old, mid, new = (framework_of(each) for each in (first, second, third))
    before = assessment(old, data.draw(full_answers(old)))
    at_once = migrated(before, new)
    stepwise = migrated(migrated(before, mid).assessment, new)
    assert at_once.assessment == stepwise.assessment
    assert totals(new, at_once.assessment) == totals(old, before)
    assert not at_once.gone
    assert not at_once.again
    assert len(at_once.kept) + len(at_once.renamed) == len(before.answers)
    assert len(at_once.new) == len(new.questions) - len(before.answers)


names = st.sampled_from(["q-0-0", "q-0-1", "fresh", "l-step-0", "old", "older", "p-old-new"])
entries = st.builds(
    Answer,
    st.lists(st.sampled_from(["o-apple", "o-pear", "3", "x", DONT_KNOW]), min_size=1, max_size=3)
    .map(tuple),
    note=st.sampled_from(["", "seen"]),
    source=st.sampled_from(["", "site"]),
)  # fmt: skip


def as_retired(answer: Answer, version: str) -> Retired:
    return Retired(Picks(answer.picks), version, answer.note, answer.source)


@given(st.dictionaries(names, entries), st.dictionaries(names, entries))
@settings(max_examples=50)
def test_every_answer_is_afterwards_in_answers_or_retired(
    answers: dict[str, Answer], retired: dict[str, Answer]
) -> None:
    """Unknown questions, answers that do not fit, two ids of one question: nothing is dropped."""
    framework = framework_of(later(plain_framework(), **{"q-1-0": "fresh"}))
    (fresh,) = (q for q in framework.questions if q.id == "fresh")
    framework = framework._replace(
        questions=tuple(
            q._replace(aliases=("q-1-0", "old", "older")) if q == fresh else q
            for q in framework.questions
        )
    )
    kept = {name: as_retired(answer, "0.9.0") for name, answer in retired.items()}
    before = Assessment(
        1, FrameworkName("made", "1.0.0"), "Acme", "2026-11-22", answers=answers, retired=kept
    )
    found = migrated(before, framework)
    after = found.assessment
    was = Counter([*(as_retired(a, "1.0.0") for a in answers.values()), *kept.values()])
    now = Counter(
        [*(as_retired(a, "1.0.0") for a in after.answers.values()), *after.retired.values()]
    )
    assert now == was
    assert kept.items() <= after.retired.items()
    assert len(found.kept) + len(found.renamed) + len(found.gone) == len(answers)
    assert {*after.answers, *found.again, *found.new} == {q.id for q in framework.asked}
    text = assessment_file.as_yaml(after).encode()
    assert assessment_file.parse(text, "x", framework) == after


@given(st.dictionaries(names, entries))
@settings(max_examples=50)
def test_a_migration_twice_is_as_once(answers: dict[str, Answer]) -> None:
    """What was brought up to date stays as it is, and nothing more is retired."""
    framework = framework_of(later(plain_framework(), **{"q-0-0": "fresh", "q-0-1/o-pear": "o-x"}))
    before = Assessment(1, FrameworkName("made", "1.0.0"), "Acme", "2026-11-22", answers=answers)
    once = migrated(before, framework).assessment
    twice = migrated(once, framework)
    assert twice.assessment == once
    assert (twice.kept, twice.renamed, twice.gone) == (tuple(once.answers), (), ())


def moved(answers: dict[str, Answer], **renames: str) -> Migration:
    """Answers to a small framework, under its next version."""
    new = framework_of(later(plain_framework(), **renames))
    return migrated(assessment(made(), answers), new)


def test_the_answer_under_the_new_id_goes_before_that_under_the_old() -> None:
    """A file with both ids keeps both answers, and only one counts."""
    both = {"q-0-0": Answer(("o-apple",), "old note"), "fresh": picked("o-pear")}
    found = moved(both, **{"q-0-0": "fresh"})
    assert found.assessment.answers == {"fresh": picked("o-pear")}
    assert found.assessment.retired == {
        "q-0-0": Retired(Picks(["o-apple"]), "1.0.0", note="old note")
    }
    assert [(gone.reason, gone.question) for gone in found.gone] == [("answered-twice", "fresh")]
    assert found.kept == ("fresh",)


def test_question_and_option_may_be_renamed_at_once() -> None:
    """Both renamings are told, of one answer; two picks keep their order, notes stay."""
    answer = Answer(("o-pear", "o-apple"), "heard", "site")
    found = moved({"q-0-0": answer}, **{"q-0-0": "fresh", "q-0-0/o-apple": "o-red"})
    assert found.assessment.answers == {"fresh": Answer(("o-pear", "o-red"), "heard", "site")}
    assert found.renamed_questions == (Renamed("q-0-0", "fresh", "fresh"),)
    assert found.renamed_options == (Renamed("o-apple", "o-red", "fresh"),)
    assert (found.renamed, found.kept) == (("fresh",), ())


def test_two_options_that_became_one_are_one_pick() -> None:
    """An option may take over the ids of two: who picked both picked it."""
    (first, *rest) = made().questions
    apple, pear, plum = first.options
    merged = first._replace(options=(apple._replace(aliases=("o-cox", "o-elstar")), pear, plum))
    framework = made()._replace(version="2.0.0", questions=(merged, *rest))
    found = migrated(assessment(made(), {first.id: picked("o-cox", "o-elstar")}), framework)
    assert found.assessment.answers == {first.id: picked("o-apple")}


def test_an_answer_that_no_longer_fits_opens_its_question_again() -> None:
    """One vanished option of two, or a question of another kind: retired, not guessed."""
    answers = {
        "q-0-0": picked("o-apple", "o-kiwi"),
        "l-step-0": picked("o-apple"),
        "vanished": picked(DONT_KNOW),
    }
    found = moved(answers)
    assert found.assessment.answers == {}
    assert [gone.reason for gone in found.gone] == ["no-answer", "no-answer", "no-question"]
    assert found.again == ("q-0-0", "l-step-0")
    assert not {*found.again} & {*found.new}


def test_what_was_retired_before_is_not_overwritten() -> None:
    """A question answered anew and retired again stands twice, each with its version."""
    before = assessment(made(), {"gone": picked("b")})._replace(
        retired={"gone": Retired(Picks("a"), "0.9.0")}
    )
    after = migrated(before, made()._replace(version="1.1.0")).assessment
    assert after.retired == {
        "gone": Retired(Picks("a"), "0.9.0"),
        "gone@1.0.0": Retired(Picks("b"), "1.0.0"),
    }


def test_retired_answers_are_never_scored() -> None:
    """Whatever stands under `retired`, also the id of a present question, counts for nothing."""
    plain = assessment(made(), {"q-0-0": picked("o-pear")})
    retired = plain._replace(retired={"q-0-1": Retired(Picks(["o-apple"]), "0.9.0")})
    assert totals(made(), retired) == totals(made(), plain)


@pytest.mark.parametrize(
    ("written", "present", "kind"),
    [
        ("1.0.0", "1.0.1", "older-framework"),
        ("1.9.0", "1.10.0", "older-framework"),
        ("1.0", "1.0.0", "older-framework"),
        ("1.0.0", "1.0", "older-framework"),
        ("spring", "1.0.0", "older-framework"),
        ("2.0.0", "spring", "older-framework"),
        ("1.0.0-rc", "0.1.0", "older-framework"),
        ("1.10.0", "1.9.0", "newer-framework"),
        ("1.0.1", "1.0", "newer-framework"),
        ("0.1", "0.0", "newer-framework"),
    ],
)
def test_only_dotted_numbers_tell_that_a_version_is_newer(
    written: str, present: str, kind: str
) -> None:
    """1.10 comes after 1.9; a version that says nothing about order counts as older."""
    framework = made()._replace(version=present)
    text = assessment_file.as_yaml(
        assessment(framework)._replace(framework=FrameworkName("made", written))
    )
    with pytest.raises(Refused) as caught:
        assessment_file.parse(text.encode(), "x", framework)
    assert [problem.kind for problem in caught.value.problems] == [kind]


def test_each_list_of_the_report_is_short(framework: Framework) -> None:
    """Eight items of a list, then how many more: a report is read, not scrolled."""
    before = assessment(framework, {f"gone-{n}": picked("x") for n in range(9)})
    found = migrated(before, framework._replace(version="9.0.0"))
    for language, more in (("en", "  and {} more"), ("nl", "  en nog {}")):
        said = report.lines(found, framework, language)
        assert len(said) == 3 + 2 * (1 + report.MOST + 1)
        assert more.format(1) in said
        assert said[-1] == more.format(52 - report.MOST)
        assert framework.asked[0].ask.say(language) in said[-2 - report.MOST + 1]


OLD = """\
cd360: 1
framework: {id: made, version: 1.0.0}
company: Acme
date: 2026-11-22
language: en
answers:
  q-0-0: {answer: o-apple, note: heard in the shop}
  vanished: {answer: x, source: their site}
  q-0-1: [o-pear, o-kiwi]
  l-step-1: 2
"""


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, str]:
    """An assessment of version 1.0.0, and a framework of version 1.1.0 that knows it in part."""
    data = later(plain_framework(), **{"q-0-0": "fresh", "q-0-0/o-apple": "o-red"})
    data["questions"] = [q for q in data["questions"] if q["block"] != "step"]
    data["questions"] += [q for q in plain_framework()["questions"] if q["id"] == "l-step-1"]
    own = tmp_path / "own.yaml"
    own.write_text(yaml.safe_dump(data, sort_keys=False))
    file = tmp_path / "acme.yaml"
    file.write_text(OLD)
    return file, str(own)


def test_an_older_file_opens_with_a_report_and_asks_only_what_has_no_answer(
    old: tuple[Path, str],
) -> None:
    """Kept, renamed, gone and new are told; the answered ladder at the end is not asked again."""
    file, own = old
    opened = cd360("assess", str(file), "--plain", "--framework", own, stdin="1\n1\nq\n")
    assert (opened.code, opened.out) == (0, "")
    report, _, asked = opened.err.partition("Acme: 2 of 12 questions were done already")
    assert "Answers: 1 kept, 1 renamed, 2 retired." in report
    for line in (
        "ask (q-0-0, now fresh)",
        "ask (answer o-apple, now o-red)",
        "vanished: this question is gone; the answer was x",
        "ask (the answer o-pear, o-kiwi no longer fits; the question is open again)",
    ):
        assert f"\n  {line}\n" in report
    assert "- 2 of 12" in asked
    done = cd360("assess", str(file), "--plain", "--framework", own, stdin="1\n" * 8)
    assert done.code == 0
    assert "Lead on apple" in done.out
    assert "retired" not in done.err
    assert "- 3 of 12" not in done.err
    assert "- 4 of 12" in done.err
    assert "Enter keeps it" not in opened.err + done.err
    after = yaml.safe_load(file.read_text())
    assert after["framework"]["version"] == "1.1.0"
    assert after["answers"]["fresh"] == {"answer": "o-red", "note": "heard in the shop"}
    assert after["answers"]["l-step-1"] == 2
    assert len(after["answers"]) == 12
    assert after["retired"] == {
        "vanished": {"answer": "x", "source": "their site", "version": "1.0.0"},
        "q-0-1": {"answer": ["o-pear", "o-kiwi"], "version": "1.0.0"},
    }


@pytest.mark.parametrize("more", [[], ["--quick"]])
def test_an_older_file_is_brought_up_to_date_before_the_first_question(
    old: tuple[Path, str], more: list[str]
) -> None:
    """Whoever is cut off before any reply has the file whole, in Dutch as well as in English."""
    file, own = old
    done = cd360("assess", str(file), "--plain", "--framework", own, "--lang", "nl", *more)
    assert (done.code, done.out) == (130, "")
    assert "Antwoorden: 1 behouden, 1 hernoemd, 2 vervallen." in done.err
    after = yaml.safe_load(file.read_text())
    assert set(after["answers"]) == {"fresh", "l-step-1"}
    assert list(after["retired"]) == ["vanished", "q-0-1"]
    assert cd360("recommend", str(file), "--framework", own).code == 0


def test_an_older_file_found_by_the_company_is_brought_up_too(
    old: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who names the company instead of the file; what the file holds steers no terminal."""
    file = tmp_path / "acme.cd360.yaml"
    file.write_text(OLD.replace("answer: x", r'answer: "\e[31m"'))
    monkeypatch.chdir(tmp_path)
    done = cd360("assess", "--plain", "--framework", old[1], stdin="Acme\nq\n")
    assert done.code == 0
    assert "Answers: 1 kept, 1 renamed, 2 retired." in done.err
    assert "\x1b" not in done.err
    assert yaml.safe_load(file.read_text())["retired"]["vanished"]["answer"] == "\x1b[31m"


def test_without_a_terminal_an_older_file_stays_as_it_is(old: tuple[Path, str]) -> None:
    """Nobody is there to read the report: nothing is written, and it is said how to go on."""
    file, own = old
    done = cd360("assess", str(file), "--framework", own)
    assert (done.code, done.out) == (2, "")
    assert f"cd360 assess {file} --plain" in done.err
    assert "recommend" not in done.err
    assert file.read_text() == OLD


def test_an_older_file_with_every_answer_needs_no_terminal(tmp_path: Path) -> None:
    """Where nothing is to be asked, the file is brought up to date and the result shown."""
    data = plain_framework()
    for name, version in (("first.yaml", "1.0.0"), ("next.yaml", "1.1.0")):
        (tmp_path / name).write_text(yaml.safe_dump({**data, "version": version}))
    file, first, later = (tmp_path / name for name in ("a.json", "first.yaml", "next.yaml"))
    everything = {q.id: picked(next(iter(q.choices))) for q in made().questions}
    assessment_file.save(file, assessment(made(), everything))
    before = cd360("recommend", str(file), "--framework", str(first)).out
    done = cd360("assess", str(file), "--framework", str(later))
    assert (done.code, done.out) == (0, before)
    assert f"Answers: {len(everything)} kept, 0 renamed, 0 retired." in done.err
    assert json.loads(file.read_text())["framework"]["version"] == "1.1.0"


@pytest.mark.parametrize("command", ["recommend", "explain", "whatif"])
def test_the_other_commands_refuse_an_older_file_and_say_how_to_go_on(
    old: tuple[Path, str], command: str
) -> None:
    """Exit 3 and one line, not a word about questions that only moved; the file is untouched."""
    file, own = old
    done = cd360(command, str(file), "--framework", own)
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        f"{file}:2: framework: made with framework made 1.0.0, older than made 1.1.0; open it once "
        "with `cd360 assess FILE`: that brings it up to date and loses nothing\n"
    )
    assert file.read_text() == OLD


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("{id: made, version: 2.0.0}", "expected made 1.1.0 or older; update cd360, or name"),
        ("{id: other, version: 1.0.0}", "name the framework that it was made with by --framework"),
    ],
)
def test_a_newer_file_or_one_of_another_framework_is_refused(
    old: tuple[Path, str], name: str, hint: str
) -> None:
    """What cannot be brought up to date is left alone, and the sentence says what to do."""
    file, own = old
    text = OLD.replace("{id: made, version: 1.0.0}", name)
    file.write_text(text)
    done = cd360("assess", str(file), "--plain", "--framework", own)
    assert (done.code, done.out) == (3, "")
    assert hint in done.err
    assert file.read_text() == text


def test_other_problems_of_an_older_file_are_told_all_at_once(old: tuple[Path, str]) -> None:
    """Being older excuses no misspelt key and no wrong type; nothing is written."""
    file, own = old
    text = OLD.replace("company: Acme", "companie: 7") + "  l-step-2: {anser: 1}\nretired: [x]\n"
    file.write_text(text)
    done = cd360("assess", str(file), "--plain", "--framework", own)
    assert done.code == 3
    for words in ("key `company`", "key `companie`", "key `anser`", "retired: expected a mapping"):
        assert words in done.err
    assert "older than" not in done.err
    assert file.read_text() == text
