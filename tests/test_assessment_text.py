"""A file that somebody edited keeps what they typed around the answers."""

import json
from collections.abc import Iterator
from difflib import ndiff
from pathlib import Path
from random import Random

import pytest
from handwritten import Typed, typed
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, full_answers, made, picked
from test_assessment_file import typed as anything

from cd360_cli.assessment import DONT_KNOW, Answer, Assessment, Profile
from cd360_cli.assessment_file import as_json, as_yaml, parse
from cd360_cli.assessment_text import updated
from cd360_cli.framework import Framework

FRAMEWORK = made(questions=(2, 1))
notes = st.sampled_from(
    ["", "", "seen twice", "a: b", "it's so", "50% # no comment", "“as agreed”", "- no", "12:30"]
)


@st.composite
def answered(draw: st.DrawFn) -> Assessment:
    """Answers of every kind, some with a note or a source."""
    answers = draw(full_answers(FRAMEWORK))
    for id in draw(st.lists(st.sampled_from(sorted(answers)), unique=True)) if answers else ():
        answers[id] = answers[id]._replace(note=draw(notes), source=draw(notes))
    return assessment(FRAMEWORK, answers)._replace(respondent=draw(notes))


@st.composite
def changed(draw: st.DrawFn, before: Assessment) -> Assessment:
    """The same with some answers given, changed, annotated or taken back."""
    answers = dict(before.answers)
    for question in draw(st.lists(st.sampled_from(FRAMEWORK.questions), max_size=3)):
        most = 2 if question.options else 1
        picks = st.lists(st.sampled_from([*question.choices]), max_size=most, unique=True)
        if drawn := draw(picks):
            answers[question.id] = Answer(tuple(drawn), draw(notes), draw(notes))
        else:
            answers.pop(question.id, None)
    return before._replace(answers=answers)


def of_others(file: Typed, after: Assessment) -> Iterator[str]:
    """The lines of the file, comments included, that belong to nothing that changed."""
    before = file.assessment.answers
    changed = {id for id in {*before, *after.answers} if before.get(id) != after.answers.get(id)}
    if not {line.owner for line in file.lines} & set(before):
        changed.add("answers")  # They stand in one line, or there are none yet.
    return (line.text for line in file.lines if line.owner not in changed)


def with_answers(text: str, **answers: Answer) -> Assessment:
    """The assessment in a text, with these answers too."""
    before = parse(text.encode(), "x", FRAMEWORK)
    given = {id.replace("_", "-"): answer for id, answer in answers.items()}
    return before._replace(answers={**before.answers, **given})


@given(st.data(), st.integers(0, 2**64))
@settings(max_examples=80)
def test_whatever_was_typed_stays_around_what_changed(data: st.DataObject, hand: int) -> None:
    """Exactly the new answers are read, and every line of the others stands there as it stood."""
    before = data.draw(answered())
    file = typed(before, Random(hand))
    assert parse(file.text.encode(), "x", FRAMEWORK) == before
    after = data.draw(changed(before))
    text = updated(file.text, after)
    assert parse(text.encode(), "x", FRAMEWORK) == after
    lines = iter(text.removeprefix("\ufeff").splitlines())
    missing = [line for line in of_others(file, after) if line.strip() and line not in lines]
    assert not missing, text
    assert text.startswith("\ufeff") == file.text.startswith("\ufeff")
    assert text.count("\r") in (0, text.count("\n"))


@given(st.data())
@settings(max_examples=25)
def test_what_the_tool_wrote_it_changes_as_it_would_write_it(data: st.DataObject) -> None:
    """A file that nobody touched stays as the tool writes it; new answers come last."""
    before = data.draw(answered())
    added = [q for q in FRAMEWORK.asked if q.id not in before.answers]
    new = {q.id: Answer((DONT_KNOW,), data.draw(notes), data.draw(notes)) for q in added}
    after = before._replace(answers={**before.answers, **new})
    assert updated(as_yaml(before), after) == as_yaml(after)


HAND = """\
# Acme, second interview
answers:
    # the market
    q-0-0: [ o-pear,o-apple ]   # two heard
    q-0-1: {answer: o-plum, note: 'It''s so'}
    q-1-0:
        note: >
            two
            lines
        answer: "o-plum" # sure
    # to do: steps

# head
framework: {id: made,  version: 1.0.0}
date:   2026-11-22
company : "Acme"
cd360: 1
"""


def change(text: str, **answers: Answer) -> str:
    """The lines that differ after these answers, `-` before and `+` after."""
    after = with_answers(text, **answers)
    new = updated(text, after)
    assert parse(new.encode(), "x", FRAMEWORK) == after
    found = ndiff(text.splitlines(), new.splitlines())
    return "\n".join(line for line in found if line[0] in "+-")


@pytest.mark.parametrize(
    ("question", "answer", "difference"),
    [
        (
            "q_0_0", Answer(("o-plum",)),
            "-     q-0-0: [ o-pear,o-apple ]   # two heard\n"
            "+     q-0-0: o-plum   # two heard",
        ),
        (
            "q_0_1", Answer(("o-pear", "o-plum"), "no"),
            "-     q-0-1: {answer: o-plum, note: 'It''s so'}\n"
            "+     q-0-1: {answer: [o-pear, o-plum], note: 'no'}",
        ),
        (
            "q_1_0", Answer(("o-pear",), "two lines\n", "site"),
            '-         answer: "o-plum" # sure\n'
            "+         answer: o-pear # sure\n"
            "+         source: site",
        ),
        (
            "l_step_0", Answer(("3",)),
            "+     l-step-0: 3",
        ),
        (
            "l_step_1", Answer(("2",), "1e3"),
            "+     l-step-1:\n+       answer: 2\n+       note: '1e3'",
        ),
    ],
)  # fmt: skip
def test_only_what_differs_is_changed(question: str, answer: Answer, difference: str) -> None:
    """The style of the place, the comment beside it and every other line stay."""
    assert change(HAND, **{question: answer}) == difference


def test_a_new_answer_stands_below_the_comments_of_the_answers() -> None:
    """What was jotted down below the answers stays there, and the next heading where it was."""
    text = updated(HAND, with_answers(HAND, l_step_0=Answer(("3",))))
    assert "    # to do: steps\n    l-step-0: 3\n\n# head\n" in text


@given(st.sampled_from([HAND, HAND.replace("\n", "\r\n")]), anything, st.booleans())
@settings(max_examples=50)
def test_any_note_is_read_back_in_every_style(text: str, note: str, multiple: bool) -> None:
    """Whatever is typed as a note, in brackets or in lines, it is quoted where it must be."""
    note = f"{note}\n{note}" if multiple else note
    answers = {id: Answer(("o-pear",), note) for id in ("q_0_0", "q_0_1", "q_1_0")}
    after = with_answers(text, **answers, l_step_0=Answer(("1",), note))
    new = updated(text, after)
    assert parse(new.encode(), "x", FRAMEWORK) == after
    assert new.count("#") >= text.count("#")


@pytest.mark.parametrize("answers", ["", "answers: {} # none yet\n", "answers: { }\n"])
def test_the_first_answers_find_their_place(answers: str) -> None:
    """A file prepared by hand, with or without the key for answers, keeps its comments."""
    text = "# Acme\ncd360: 1\nframework: {id: made, version: 1.0.0}\n" + answers
    text += "company: Acme # or its parent?\ndate: 2026-11-22"
    new = updated(
        text, with_answers(text, q_0_0=Answer(("o-pear", "o-plum")), q_0_1=picked("o-pear"))
    )
    assert new.startswith("# Acme\n")
    assert "company: Acme # or its parent?\n" in new
    assert "answers:\n  q-0-0:\n  - o-pear\n  - o-plum\n  q-0-1: o-pear" in new


def test_taking_back_the_last_answer_leaves_a_file_that_can_be_read() -> None:
    """Without any answer there is still a mapping for them."""
    text = as_yaml(assessment(FRAMEWORK, {"q-0-0": picked("o-pear")})).replace("\n", " # c\n")
    new = updated(text, assessment(FRAMEWORK))
    assert parse(new.encode(), "x", FRAMEWORK) == assessment(FRAMEWORK)
    assert new.startswith("cd360: 1 # c\n")


def test_the_heading_can_change_too() -> None:
    """Keys of the heading change in place; new ones come last."""
    after = with_answers(HAND)._replace(company="no", language="nl", profile=Profile(10**6, "USD"))
    new = updated(HAND, after)
    assert parse(new.encode(), "x", FRAMEWORK) == after
    assert "company : 'no'\n" in new
    assert new.endswith("cd360: 1\nlanguage: nl\nprofile:\n  revenue: 1000000\n  currency: USD\n")


@given(answered(), st.data(), st.sampled_from([None, 1, 4, "\t"]), st.randoms())
@settings(max_examples=25)
def test_json_keeps_its_order_and_indentation(
    before: Assessment, data: st.DataObject, indent: int | str | None, random: Random
) -> None:
    """Keys stay in the order in which somebody put them, and what is new comes last."""
    tree = json.loads(as_json(before))
    order = random.sample(list(tree), len(tree))
    text = json.dumps({key: tree[key] for key in order}, indent=indent, ensure_ascii=False)
    after = data.draw(changed(before))
    new = updated(text, after)
    assert parse(new.encode(), "x", FRAMEWORK) == after
    assert list(json.loads(new)) == order
    assert new == json.dumps(json.loads(new), indent=indent, ensure_ascii=False)
    kept = [id for id in before.answers if id in after.answers]
    assert list(json.loads(new)["answers"])[: len(kept)] == kept


def test_json_leaves_the_form_of_other_answers() -> None:
    """An answer typed as a list of one, or a level typed as text, stays so."""
    tree = json.loads(as_json(assessment(FRAMEWORK)))
    tree["answers"] = {"q-0-0": ["o-pear"], "l-step-0": {"answer": "3"}}
    text = json.dumps(tree)
    new = updated(text, with_answers(text, q_0_1=picked("o-plum")))
    assert json.loads(new)["answers"] == {**tree["answers"], "q-0-1": "o-plum"}


def test_yaml_that_begins_like_json_stays_yaml() -> None:
    """A whole file in braces is YAML where its keys have no quotes."""
    text = (
        "{cd360: 1, framework: {id: made, version: 1.0.0}, # ours\n"
        " company: Acme, date: 2026-11-22, answers: {} }  # none yet\n"
    )
    new = updated(text, with_answers(text, q_0_1=picked("o-plum")))
    assert new == text.replace("{} }", "{q-0-1: o-plum} }")


def test_a_text_without_an_assessment_is_written_anew() -> None:
    """Where nothing can be kept, the answers are what counts."""
    after = assessment(FRAMEWORK, {"q-0-0": picked("o-pear")})
    assert updated("- not an assessment\n", after) == as_yaml(after)
    assert updated('{"cd360": 2}', after) == as_json(after)


def test_all_answers_can_be_exchanged_for_others() -> None:
    """Taking back the last old answer does not take its mapping away from the first new one."""
    text = "# Acme\n" + as_yaml(assessment(FRAMEWORK, {"q-0-0": picked("o-pear")}))
    after = assessment(FRAMEWORK, {"q-0-1": picked("o-plum")})
    assert updated(text, after) == "# Acme\n" + as_yaml(after)


@pytest.mark.parametrize(
    "answers",
    ["\n  q-0-0:\n    answer: o-pear\n    note: |+\n      seen\n\n\n", " {q-0-0: o-pear,}\n"],
    ids=["blank lines that count", "a comma too many"],
)
def test_where_comments_and_answers_cannot_both_be_had_the_answers_win(answers: str) -> None:
    """A text that cannot be edited in its place is written whole rather than misread."""
    text = as_yaml(assessment(FRAMEWORK)).replace(" {}\n", answers) + "role: boss\n"
    none = parse(text.encode(), "x", FRAMEWORK)._replace(answers={}, role="")
    for after in (with_answers(text, q_0_1=picked("o-plum")), none):
        assert parse(updated(text, after).encode(), "x", FRAMEWORK) == after


def test_the_examples_change_in_one_line(framework: Framework, examples: list[Path]) -> None:
    """Another answer to one question of a real file is a difference of one line."""
    for example in examples:
        text = example.read_text()
        before = parse(text.encode(), "x", framework)
        question = framework.asked[0]
        old = before.answers[question.id]
        pick = next(pick for pick in question.choices if pick not in old.picks)
        after = before.with_answer(question.id, old._replace(picks=(pick,)))
        lines = list(ndiff(text.splitlines(), updated(text, after).splitlines()))
        assert [line[0] for line in lines if line[0] in "+-"] == ["-", "+"]
