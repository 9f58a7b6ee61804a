"""All answers as one short code, and back."""

import itertools
import json
import time
from pathlib import Path

import pytest
from conftest import ROOT
from here import cd360
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made import assessment, full_answers, made, picked, small_frameworks
from test_schemas import validator

from cd360_cli import assessment_file
from cd360_cli.answer_code import CHECKED, DIGITS, decode, encode
from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, check_answer
from cd360_cli.framework import Framework
from cd360_cli.language import LANGUAGES
from cd360_cli.problems import Refused
from cd360_cli.texts import problems as say

CARVANA = ROOT / "examples/carvana.yaml"
PRIME = 2**20 - 3
BEGIN = "cd360-1.0.0-"
"""Of every code for the bundled framework."""


def code_of(framework: Framework, answers: dict[str, Answer]) -> str:
    return encode(framework, assessment(framework, answers))


def alike(answers: dict[str, Answer]) -> dict[str, set[str]]:
    """What was picked, without the order of two options, notes and sources."""
    return {question: set(answer.picks) for question, answer in answers.items()}


def outcome(framework: Framework, code: str) -> dict[str, set[str]] | str:
    """The answers in a code, or the kind of the one problem with it, which can be told."""
    try:
        return alike(decode(framework, code))
    except Refused as error:
        refused = error
    (problem,) = refused.problems
    assert refused.subject == "assessment"
    assert all(len(say.sentence(problem, language)) < 300 for language in LANGUAGES)
    return problem.kind


@pytest.fixture(scope="module")
def answers(framework: Framework) -> dict[str, Answer]:
    return dict(assessment_file.load(CARVANA, framework).answers)


@pytest.fixture(scope="module")
def code(framework: Framework, answers: dict[str, Answer]) -> str:
    return code_of(framework, answers)


@pytest.fixture(scope="module")
def tiny() -> Framework:
    """One choice between three options and one ladder: 9 x 8 possible sets of answers."""
    whole = made(strategies=3)
    choice = next(q for q in whole.questions if q.options)
    ladder = next(q for q in whole.questions if q.levels)
    return whole._replace(questions=(choice, ladder))


@given(st.data())
@settings(max_examples=60)
def test_every_set_of_answers_comes_back_from_its_code(data: st.DataObject) -> None:
    """Whatever framework and answers, nothing is lost but order, notes and sources."""
    framework = data.draw(small_frameworks)
    answers = data.draw(full_answers(framework))
    assert alike(decode(framework, code_of(framework, answers))) == alike(answers)


@given(st.data())
@settings(max_examples=20)
def test_answers_to_the_bundled_questions_come_back_too(
    framework: Framework, data: st.DataObject
) -> None:
    """All 52 questions, in always the same number of characters, few enough to read aloud."""
    answers = data.draw(full_answers(framework))
    code = code_of(framework, answers)
    assert alike(decode(framework, code)) == alike(answers)
    assert code.startswith(BEGIN)
    assert len(code) == len(code_of(framework, {}))
    assert len(code.removeprefix(BEGIN).replace("-", "")) < 40


def test_codes_and_sets_of_answers_are_one_to_one(tiny: Framework) -> None:
    """By brute force: a code for each set of answers, and not one code more."""
    choice, ladder = tiny.questions
    picks = [*choice.choices, *ladder.choices, DONT_KNOW, NOT_APPLICABLE]
    rows = [row for count in (1, 2, 3) for row in itertools.permutations(picks, count)]
    given_to = [
        [(), *(row for row in rows if not check_answer(tiny, question.id, Answer(row)))]
        for question in tiny.questions
    ]
    sets = [
        {q.id: Answer(row) for q, row in zip(tiny.questions, pair, strict=True) if row}
        for pair in itertools.product(*given_to)
    ]
    codes = {code_of(tiny, answers): alike(answers) for answers in sets}
    assert len(codes) == 9 * 8
    assert all(alike(decode(tiny, code)) == answers for code, answers in codes.items())

    begin = "made-1.0.0-"
    plain = [code.removeprefix(begin).replace("-", "") for code in codes]
    # Every payload of two characters, with every checksum that keeps the sum a multiple.
    typed = [
        written(n, 2 + CHECKED)
        for payload in range(32**2)
        for n in sealed(payload, number(plain[0]))
    ]
    assert len(typed) >= 32**2
    good = [body for body in typed if not isinstance(outcome(tiny, begin + body), str)]
    assert sorted(good) == sorted(plain)


def number(body: str) -> int:
    value = 0
    for character in body:
        value = 32 * value + DIGITS.index(character)
    return value


def written(value: int, width: int) -> str:
    return "".join(DIGITS[value // 32**n % 32] for n in reversed(range(width)))


def sealed(payload: int, known: int) -> list[int]:
    """The numbers with this payload that differ from a known code's by a multiple of the prime."""
    first = payload * 32**CHECKED
    start = first + (known - first) % PRIME
    return [n for n in (start, start + PRIME) if n < first + 32**CHECKED]


def test_a_code_that_was_handed_out_stays_readable() -> None:
    """A change of the form would strand every code that stands in an old report or message."""
    framework = made(strategies=3)
    answers = {
        "q-0-0": picked("o-plum", "o-apple"),
        "q-0-1": picked(DONT_KNOW),
        "l-step-1": picked("4"),
        "p-old-new": picked(NOT_APPLICABLE),
    }
    assert code_of(framework, {}) == "made-1.0.0-00000-0000-KVN1"
    assert code_of(framework, answers) == "made-1.0.0-00G80-7000-T9CY"


def test_a_code_is_no_longer_than_it_must_be(tiny: Framework) -> None:
    """Five ladders have 8^5 = 32^3 sets of answers: three characters tell them apart."""
    ladder = tiny.questions[1]
    ladders = tiny._replace(questions=tuple(ladder._replace(id=f"l-{n}") for n in range(5)))
    answers = {ladder.id: Answer(("4",)) for ladder in ladders.questions}
    code = code_of(ladders, answers)
    assert decode(ladders, code) == answers
    assert len(code) == len("made-1.0.0-123-1234")


def test_every_character_typed_wrong_is_noticed(
    framework: Framework, answers: dict[str, Answer], code: str
) -> None:
    """Another character at any place is refused, unless it only looks different."""
    for n, character in enumerate(code):
        for other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZacilouz-. _é\n":
            found = outcome(framework, code[:n] + other + code[n + 1 :])
            if looks(other) == looks(character):
                assert found == alike(answers), (n, other)
            elif character.isalnum():
                assert isinstance(found, str), (n, other)
            else:
                assert isinstance(found, str) or found == alike(answers), (n, other)


def looks(character: str) -> str:
    return {"I": "1", "L": "1", "O": "0"}.get(character.upper(), character.upper())


def test_characters_that_change_places_are_noticed(
    framework: Framework, answers: dict[str, Answer], code: str
) -> None:
    """Neighbours anywhere, and any two characters behind the version."""
    begin = len(BEGIN)
    pairs = [(n, n + 1) for n in range(begin)]
    pairs += itertools.combinations(range(begin, len(code)), 2)
    for n, k in pairs:
        typed = code[:n] + code[k] + code[n + 1 : k] + code[n] + code[k + 1 :]
        found = outcome(framework, typed)
        if typed.replace("-", "")[begin - 2 :] == code.replace("-", "")[begin - 2 :]:
            assert isinstance(found, str) or found == alike(answers), typed
        else:
            assert found == "mistyped-code", typed


@given(st.data())
@settings(max_examples=60)
def test_one_slip_never_gives_other_answers(data: st.DataObject) -> None:
    """Whatever framework, answers, place and character: refused, or the same."""
    framework = data.draw(small_frameworks)
    answers = data.draw(full_answers(framework))
    code = code_of(framework, answers)
    n = data.draw(st.integers(0, len(code) - 1))
    slips = [code[:n] + data.draw(st.characters()) + code[n + 1 :], code[:n] + code[n + 1 :]]
    slips.append(code[:n] + code[n + 1 : n + 2] + code[n] + code[n + 2 :])
    for typed in slips:
        found = outcome(framework, typed)
        assert isinstance(found, str) or found == alike(answers)


def test_a_code_may_be_typed_in_several_ways(
    framework: Framework, answers: dict[str, Answer], code: str
) -> None:
    """Capitals, hyphens, spaces, quotes around it, and letters that look like digits."""
    begin, body = code[: len(BEGIN)], code[len(BEGIN) :]
    plain = body.replace("-", "")
    for typed in (
        code.lower(),
        code.upper(),
        f"  `{code}`\n",
        begin + plain,
        begin + " ".join(plain),
        begin + body.replace("-", " - "),
        begin + body.replace("-", "\N{EN DASH}"),
        begin.replace("-", "\N{NON-BREAKING HYPHEN}") + body.replace("-", "\N{NO-BREAK SPACE}"),
        begin + body.replace("1", "I").replace("0", "O"),
        begin + body.replace("1", "l").replace("0", "o"),
    ):
        assert outcome(framework, typed) == alike(answers), typed


def test_each_refusal_says_what_is_wrong(framework: Framework, code: str) -> None:
    """No code, another framework or version, a strange character, too short or long, a slip."""
    body = code[len(BEGIN) :]
    for typed, expected in {
        "": "not-a-code",
        "acme.cd360.yaml": "not-a-code",
        "acme-2026-plan": "not-a-code",
        "acme-2026-budget": "not-a-code",
        "acme-2026-10.yaml": "not-a-code",
        body: "not-a-code",
        f"cd360-1.0.1-{body}": "wrong-framework",
        f"cd360-1.0.01-{body}": "wrong-framework",
        f"CD360-1.0.1-{body.lower()}": "wrong-framework",
        f"my-2nd-frame-1.0.0-{body}": "wrong-framework",
        f"{code}U": "strange-in-code",
        f"{code}.": "strange-in-code",
        code[:-1]: "code-length",
        f"{code}0": "code-length",
        BEGIN: "code-length",
        code[:-1] + ("0" if code[-1] != "0" else "1"): "mistyped-code",
    }.items():
        assert outcome(framework, typed) == expected, typed


def test_another_framework_is_noticed_and_another_order_does_no_harm(tiny: Framework) -> None:
    """Ids and the version count; where a question or an option stands does not."""
    choice, ladder = tiny.questions
    answers = {choice.id: Answer(("o-pear", "o-plum")), ladder.id: Answer(("3",))}
    code = code_of(tiny, answers)
    first, *others = choice.options
    moved = tiny._replace(
        blocks=tiny.blocks[::-1],
        questions=(ladder, choice._replace(options=(*others[::-1], first))),
    )
    assert decode(moved, code) == decode(tiny, code) == answers

    renamed = choice._replace(options=(first._replace(id="o-other"), *others))
    edited = {
        "mistyped-code": tiny._replace(questions=(renamed, ladder)),
        "code-length": tiny._replace(questions=(choice,)),
        "wrong-framework": tiny._replace(version="1.0.1"),
    }
    for expected, other in edited.items():
        assert outcome(other, code) == expected
    again = tiny._replace(questions=(choice._replace(id="q-other"), ladder))
    assert outcome(again, code) == "mistyped-code"


@pytest.mark.parametrize(
    "version", ["2", "1.0.0-rc 1", "'; ls #\x1b[0m\n", "β", "\ud800", "-", "1_0"]
)
def test_any_version_gives_one_word_that_comes_back(tiny: Framework, version: str) -> None:
    """A version is free text; its code can be typed, and needs no quotes in a shell."""
    framework = tiny._replace(version=version)
    answers = {tiny.questions[1].id: Answer(("3",))}
    code = code_of(framework, answers)
    assert all(c.isalnum() or c in "-._" for c in code)
    assert decode(framework, code) == answers


@given(st.text())
@example(BEGIN + "\N{FULLWIDTH DIGIT ONE}" * 38)
@example("\0")
@settings(max_examples=60)
def test_any_text_is_refused_in_one_sentence(framework: Framework, text: str) -> None:
    """Also behind a right beginning: never a crash, never answers out of nothing."""
    assert isinstance(outcome(framework, text), str)
    assert isinstance(outcome(framework, BEGIN + text), str)


@pytest.mark.parametrize("unit", ["0", "a-1-", "-", BEGIN, " ", "I\n"])
def test_a_megabyte_is_refused_at_once(framework: Framework, unit: str) -> None:
    """No work that grows with a text that is far too long to be a code."""
    for begin in ("", BEGIN):
        text = begin + unit * (2**20 // len(unit))
        started = time.process_time()
        assert outcome(framework, text) == "not-a-code"
        assert time.process_time() - started < 0.1


def told(document: str) -> dict[str, object]:
    """The JSON of a result without what a code does not carry."""
    result = json.loads(document)
    del result["assessment"]
    for row in result["contributions"]:
        row.update(note=None, source=None, answer=row["answer"] and sorted(row["answer"]))
    return result


def test_the_command_gives_the_same_recommendation_from_file_and_code() -> None:
    """One line with the code alone; from it the same result, but for company, notes and date."""
    coded = cd360("code", str(CARVANA))
    assert (coded.code, coded.err) == (0, "")
    (code,) = coded.out.splitlines()
    whole = cd360("recommend", str(CARVANA), "--json")
    back = cd360("recommend", "--code", code, "--json")
    assert (back.code, back.err) == (0, "")
    assert told(back.out) == told(whole.out)
    assert json.loads(back.out)["assessment"] == {
        "company": "", "date": "", "respondent": None, "role": None, "language": "en",
    }  # fmt: skip
    assert list(validator("recommendation").iter_errors(json.loads(back.out))) == []


def test_the_screen_says_that_the_answers_come_from_a_code(code: str) -> None:
    """In the language asked for, else the locale's; the rest of the screen as from the file."""
    screens = {
        "Answers from a code": cd360("recommend", "--code", code),
        "Antwoorden uit een code": cd360("recommend", "--code", code, locale="nl_NL.UTF-8"),
    }
    for heading, done in screens.items():
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"{heading}\n")
    asked = cd360("recommend", "--code", code, "--lang", "nl").out
    assert asked == screens["Antwoorden uit een code"].out
    from_file = cd360("recommend", str(CARVANA), "--lang", "nl").out
    assert asked.split("\n")[1:] == from_file.split("\n")[1:]


def test_the_code_of_standard_input_and_of_an_own_framework(tmp_path: Path, code: str) -> None:
    """`-` reads standard input; a code knows the framework that it was made with."""
    assert cd360("code", "-", stdin=CARVANA.read_bytes()).out == f"{code}\n"
    own = tmp_path / "own.yaml"
    text = (ROOT / "data/framework.yaml").read_text()
    own.write_text(text.replace("version: 1.0.0", "version: 1.1.0", 1))
    done = cd360("recommend", "--code", code, "--framework", str(own))
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("--code: made with framework cd360 1.0.0; expected cd360 1.1.0")


def test_a_file_and_a_code_exclude_each_other(code: str) -> None:
    """Both, or neither, is wrong usage: exit 2 and one sentence in the language spoken."""
    for arguments in ((), (str(CARVANA), "--code", code)):
        done = cd360("recommend", *arguments)
        assert (done.code, done.out) == (2, "")
        assert done.err == "Give a file with answers, or --code CODE: one of the two.\n"
    done = cd360("recommend", "--lang", "nl")
    assert done.err.startswith("Geef een bestand met antwoorden op, of")


@pytest.mark.parametrize("typed", ["", "-", BEGIN + "\udcff\n\x1b]0;x\x07", "é" * 60_000])
def test_any_text_on_the_command_line_is_refused_in_one_line(typed: str) -> None:
    """Exit 3, nothing on standard output, no control character on standard error."""
    done = cd360("recommend", "--code", typed)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("--code: ")
    assert done.err.count("\n") == 1
    assert done.err[:-1].isprintable()
