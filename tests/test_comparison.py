"""Several assessments side by side: in which order, against what, and on which questions."""

import io
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from made import (
    assessment,
    everything,
    full_answers,
    made,
    picked,
    plain_framework,
    small_frameworks,
)
from rich.console import Console
from test_migration import later

from cd360_cli import assessment_file, case_files
from cd360_cli.assessment import Answer, Assessment, FrameworkName
from cd360_cli.comparison import Comparison, LeftOut, compare
from cd360_cli.framework import Framework
from cd360_cli.framework_check import framework_of
from cd360_cli.framework_file import Loaded
from cd360_cli.recommendation import recommend
from cd360_cli.render import comparison_sentences, text_comparison
from cd360_cli.texts import comparison as say
from cd360_cli.texts import side_by_side as say_side

DATES = [f"{year}-06-30" for year in range(2020, 2032)]


def dated(found: Assessment, date: str, company: str = "Acme") -> Assessment:
    return found._replace(date=date, company=company)


@given(st.data())
@settings(max_examples=8)
def test_one_company_stands_in_order_of_date_each_against_the_one_before(
    data: st.DataObject,
) -> None:
    """However the files are given, and however its name is written."""
    framework = data.draw(small_frameworks)
    names = st.sampled_from(["Acme Works", "acme works", "ACME  Works", "AcmeWorks"])
    sheets = [
        dated(assessment(framework, data.draw(full_answers(framework))), date, data.draw(names))
        for date in DATES[:3]
    ]
    found = compare(framework, data.draw(st.permutations(sheets)))
    assert found.over_time
    assert [side.result.assessment.date for side in found.sides] == DATES[:3]
    assert found.bases == (0, 1)
    for n, difference in enumerate(found.differences):
        assert (difference.before, difference.after) == (
            found.sides[n].result,
            found.sides[n + 1].result,
        )


def test_several_companies_stand_as_given_each_against_the_first() -> None:
    """A later date does not move them: the first is what the others are held against."""
    framework = made()
    sheets = [
        dated(assessment(framework, everything(framework, name)), date, company)
        for name, date, company in (
            ("apple", DATES[2], "Acme"),
            ("pear", DATES[0], "Bolt"),
            ("plum", DATES[1], "Acme"),
        )
    ]
    found = compare(framework, sheets)
    assert not found.over_time
    assert [side.result.strategy for side in found.sides] == ["apple", "pear", "plum"]
    assert found.bases == (0, 0)
    assert [(d.before, d.after) for d in found.differences] == [
        (found.sides[0].result, found.sides[n].result) for n in (1, 2)
    ]


def test_of_the_same_date_the_order_given_counts() -> None:
    """Two respondents on one day: nothing says who comes first but the person who asked."""
    framework = made()
    one = assessment(framework, everything(framework, "apple"))
    other = assessment(framework, everything(framework, "pear"))
    assert compare(framework, [one, other]).sides[0].result.strategy == "apple"
    assert compare(framework, [other, one]).sides[0].result.strategy == "pear"


@given(st.data())
@settings(max_examples=10)
def test_each_side_is_what_recommend_says(data: st.DataObject) -> None:
    """With one version of the questionnaire a comparison weighs nothing otherwise."""
    framework = data.draw(small_frameworks)
    sheets = [
        dated(assessment(framework, data.draw(full_answers(framework))), date) for date in DATES[:2]
    ]
    found = compare(framework, sheets)
    order = {question.id: n for n, question in enumerate(framework.asked)}
    for side, sheet in zip(found.sides, sheets, strict=True):
        assert side.result.assessment.answers == sheet.answers
        assert list(side.result.assessment.answers) == sorted(sheet.answers, key=lambda q: order[q])
        assert side.result == recommend(framework, side.result.assessment)
        assert side.version == framework.version
    assert (found.questions, found.left_out) == (tuple(order), ())


# -- versions

OLD = plain_framework(questions=(3, 2))
NEW = later(OLD, **{"q-0-0": "fresh", "q-0-1/o-pear": "o-ripe-pear"})


def changed(data: dict[str, Any], drop: str = "", add: str = "", fresh: str = "") -> Framework:
    """A later framework without a question, with another, or with one option under a fresh id."""
    questions = [dict(q) for q in data["questions"] if q["id"] != drop]
    if add:
        questions += [{**next(q for q in questions if q["id"] == "q-1-0"), "id": add}]
    for question in questions:
        if question["id"] == fresh:
            first, *rest = question["options"]
            question["options"] = [{**first, "id": "o-brand-new"}, *rest]
    return framework_of({**data, "questions": questions})


@given(st.data())
@settings(max_examples=10)
def test_a_renaming_leaves_nothing_out_and_makes_no_difference(data: st.DataObject) -> None:
    """The same answers under the old names and the new: only the names differ."""
    old, new = framework_of(OLD), framework_of(NEW)
    answers = {q.id: picked(data.draw(st.sampled_from([*q.choices]))) for q in old.questions}
    older = dated(assessment(old, answers), DATES[0])
    present = compare(new, [older, older]).sides[0].result.assessment
    found = compare(new, [older, dated(present, DATES[1])])
    assert [side.version for side in found.sides] == ["1.0.0", "1.1.0"]
    assert not found.left_out
    assert not found.differences[0].answers
    assert found.sides[0].result == recommend(new, found.sides[0].result.assessment)


def test_what_not_every_version_asked_is_left_out_and_said_why() -> None:
    """A question that is gone, one whose answer no longer fits, and one that is new."""
    old = framework_of(OLD)
    new = changed(NEW, drop="q-1-1", add="q-1-9", fresh="q-0-2")
    older = dated(assessment(old, everything(old, "apple")), DATES[0])
    newer = dated(assessment(new, everything(new, "pear")), DATES[1])
    ladders = {q.id: picked("2") for q in old.questions if not q.options}
    older = older._replace(answers={**older.answers, **ladders})
    found = compare(new, [newer, older])
    assert found.left_out == (
        LeftOut("q-1-1", "no-question", "1.0.0"),
        LeftOut("q-0-2", "no-answer", "1.0.0"),
        LeftOut("q-1-9", "not-asked", "1.0.0"),
    )
    shared = {"fresh", "q-0-1", "q-1-0", *ladders}
    assert set(found.questions) == shared
    trimmed = new._replace(questions=tuple(q for q in new.questions if q.id in shared))
    for side in found.sides:
        assert set(side.result.assessment.answers) <= shared
        assert side.result == recommend(trimmed, side.result.assessment)
    assert [c.question for c in found.sides[1].result.contributions] == ["fresh", "q-0-1", "q-1-0"]


def test_a_question_that_one_file_of_a_version_answers_was_asked_in_that_version() -> None:
    """So that what the other files of that version leave open is unknown, and not left out."""
    old, new = framework_of(OLD), changed(NEW, add="q-1-9")
    answers = everything(old, "apple")
    ladders = {q.id: picked("2") for q in old.questions if not q.options}
    full = dated(assessment(old, answers | ladders), DATES[0])
    part = {q: a for q, a in answers.items() if q != "q-1-0"}
    some = dated(assessment(old, part | ladders), DATES[1])
    found = compare(new, [full, some])
    assert [each.question for each in found.left_out] == ["q-1-9"]
    assert [(a.question, a.became) for a in found.differences[0].answers] == [("q-1-0", "unknown")]
    swapped = compare(new, [dated(full, DATES[1]), dated(some, DATES[0])])
    assert swapped.left_out == found.left_out
    # Without that file, the version may never have had it.
    present = dated(assessment(new, everything(new, "apple")), DATES[2])
    both = {each.question for each in compare(new, [full, some, present]).left_out}
    alone = {each.question for each in compare(new, [some, present]).left_out}
    assert (both, alone) == ({"q-1-9"}, {"q-1-9", "q-1-0"})


def test_files_of_one_version_speak_for_it_wherever_they_stand() -> None:
    """Also with another version between them; what is left out is told once a version."""
    old, mid = framework_of(OLD), framework_of(later(OLD, "1.0.5"))
    new = changed(NEW, drop="q-1-1", add="q-1-9")
    answers = everything(old, "apple") | {q.id: picked("2") for q in old.questions if not q.options}
    part = {q: a for q, a in answers.items() if q != "q-1-0"}
    sheets = [
        dated(assessment(framework, given), date)
        for framework, given, date in zip(
            (old, mid, old), (answers, answers, part), DATES[:3], strict=True
        )
    ]
    assert compare(new, sheets).left_out == (
        LeftOut("q-1-1", "no-question", "1.0.0"),
        LeftOut("q-1-9", "not-asked", "1.0.0"),
        LeftOut("q-1-1", "no-question", "1.0.5"),
        LeftOut("q-1-9", "not-asked", "1.0.5"),
    )
    assert "q-1-0" in compare(new, sheets).questions


def test_an_older_file_without_answers_shares_nothing() -> None:
    """Nothing can be compared then; that is said, and nothing breaks."""
    new = framework_of(NEW)
    empty = dated(assessment(framework_of(OLD)), DATES[0])
    newer = dated(assessment(new, everything(new, "pear")), DATES[1])
    found = compare(new, [empty, newer])
    assert found.questions == ()
    assert {side.result.verdict for side in found.sides} == {"undecided"}
    assert "Compared: 0 of the" in " ".join(screen(found, new).split())


def test_cases_are_named_only_where_no_question_is_left_out(loaded: Loaded) -> None:
    """Published companies were weighed with all questions."""
    cases = case_files.load(loaded)
    found = assessment_file.load(ROOT / "examples/zonneveld.yaml", loaded.framework)
    assert all(s.result.closest for s in compare(loaded.framework, [found] * 2, cases).sides)
    version = FrameworkName(loaded.framework.id, "0.9.0")
    part = dict(list(found.answers.items())[:50])
    older = found._replace(framework=version, answers=part)
    assert not any(s.result.closest for s in compare(loaded.framework, [found, older], cases).sides)


# -- the screen


def screen(found: Comparison, framework: Framework, width: int = 80, language: str = "en") -> str:
    shown = io.StringIO()
    console = Console(file=shown, width=width, highlight=False, emoji=False)
    text_comparison.show(found, framework, language, console)
    return shown.getvalue()


def examples(framework: Framework, *names: str) -> list[Assessment]:
    return [assessment_file.load(ROOT / f"examples/{name}.yaml", framework) for name in names]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("count", "width"), [(2, 40), (2, 60), (3, 80), (6, 40), (6, 120)])
def test_the_screen_fits_its_width_and_breaks_no_figure(
    framework: Framework, width: int, language: str, count: int
) -> None:
    """However many there are: each date stands once above the scores, and no number is broken."""
    sides = examples(framework, "zonneveld-2025", "zonneveld")
    sheets = [dated(sides[n % 2], DATES[n]) for n in range(count)]
    shown = screen(compare(framework, sheets), framework, width, language)
    lines = shown.splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert all(line == line.rstrip() for line in lines)
    assert "{" not in shown
    scores = shown.split(say_side.SCORES[language])[1].split(say.SURENESS[language])[0].split()
    assert [word for word in scores if word in DATES] == DATES[:count]
    figures = [word.replace(",", ".") for word in scores if word[0].isdigit() and word not in DATES]
    turns = (("68.3", "50.0"), ("28.3", "50.0"), ("1.7", "0.0"), ("1.7", "0.0"))
    assert sorted(figures) == sorted(turn[n % 2] for turn in turns for n in range(count))
    names = {word for s in framework.strategies for word in s.name.say(language).split()}
    assert names <= set(scores)


def test_a_terminal_without_unicode_gets_signs_it_can_show(framework: Framework) -> None:
    """+ and - instead of arrows; every difference keeps its sign."""
    shown = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    console = Console(file=shown, width=80, highlight=False, emoji=False)
    found = compare(framework, examples(framework, "zonneveld", "zonneveld-2025"))
    text_comparison.show(found, framework, "en", console)
    shown.seek(0)
    rows = {line[:16].strip(): line.split()[-3:] for line in shown.read().splitlines() if line}
    assert rows["Operational exce"] == ["2", "3", "+1"]
    assert rows["Purchase"] == [">", "14", "-3.5"]


def test_a_difference_is_that_of_the_numbers_shown(framework: Framework) -> None:
    """Every line of a table adds up for who reads it."""
    found = compare(framework, examples(framework, "patagonia", "zonneveld"))
    sums = 0
    for line in screen(found, framework).splitlines():
        words = line.replace("▶", "").replace("!", "").split()
        if words[-1:] and words[-1][0] in "↑↓" and not line.startswith("  "):
            before, after, gained = words[-3].strip("%"), words[-2].strip("%"), words[-1]
            sign = 1 if gained[0] == "↑" else -1
            assert round(float(after) - float(before), 1) == sign * float(gained[1:]), line
            sums += 1
    assert sums > 8


def test_the_same_answers_are_said_to_be_the_same(framework: Framework) -> None:
    """Then there is nothing more to read; in a row of three only that part is skipped."""
    (one,) = examples(framework, "aldi")
    shown = screen(compare(framework, [one, one]), framework)
    assert "No answer differs, so nothing else does." in shown
    assert "Scores" not in shown
    other = one.with_answer("tie-breaker", Answer(("customer-fit",)))
    sheets = [dated(each, date) for each, date in zip([one, one, other], DATES, strict=False)]
    shown = screen(compare(framework, sheets), framework)
    assert shown.count("No answer differs") == 1
    assert shown.count("What makes most of that") == 1


def test_equal_dates_get_letters_and_the_respondents_names() -> None:
    """A date that stands twice tells nobody apart."""
    framework = made()
    sheets = [
        assessment(framework, everything(framework, each))._replace(respondent=name)
        for each, name in (("apple", "Ada"), ("pear", "Bob"))
    ]
    shown = screen(compare(framework, sheets), framework)
    assert "  A 2026-11-22, Ada. Lead on apple" in shown
    assert "  B 2026-11-22, Bob. Lead on pear" in shown


def test_more_than_the_alphabet_holds_are_numbered() -> None:
    """Thirty shops of a chain."""
    framework = made()
    sheets = [dated(assessment(framework), DATES[0], f"Shop {n}") for n in range(30)]
    assert comparison_sentences.labels(compare(framework, sheets)) == tuple(map(str, range(1, 31)))


def test_text_from_files_is_shown_as_it_is(tmp_path: Path) -> None:
    """Markup and control characters in names, ids and versions steer no terminal."""
    framework = framework_of(NEW)
    odd = "[bold red]A[/] \x1b[31m"
    older = assessment(framework)._replace(
        framework=FrameworkName(framework.id, odd), company=odd, respondent=odd,
        answers={odd: picked(odd)},
    )  # fmt: skip
    for company in (odd, "Other"):
        found = compare(framework, [older, dated(assessment(framework), DATES[0], company)])
        shown = " ".join(screen(found, framework).split())
        assert "\x1b" not in shown
        assert "[bold red]A[/]" in shown
