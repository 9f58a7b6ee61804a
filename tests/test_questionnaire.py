"""The questionnaire: in a form complete, safe to open and silent about the points; its options
explained by signs that tell them apart and favour none.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from conftest import ROOT
from made import made

from cd360_cli import framework_file
from cd360_cli.commands.questions import FORMS, run
from cd360_cli.framework import Framework
from cd360_cli.language import LANGUAGES
from cd360_cli.render.questionnaire import COLUMNS, as_csv, as_json, as_markdown
from cd360_cli.shape import Text

FRAMEWORKS = ("bundled", "three", "six")

Form = Callable[[Framework, str], str]


@pytest.fixture(params=FRAMEWORKS)
def each(request: pytest.FixtureRequest, framework: Framework) -> Framework:
    """The bundled framework, and made ones with three and six strategies."""
    frameworks = {"bundled": framework, "three": made(), "six": made(strategies=6)}
    return frameworks[request.param]


def rows(framework: Framework, language: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(framework, language), newline="")))


def expected(framework: Framework, language: str) -> list[tuple[str, str, str, list[Any]]]:
    """The framework's questions in order of asking: id, ask, why, choices as (value, text)."""
    return [
        (
            question.id,
            question.ask.say(language),
            question.why.say(language),
            [(value, text.say(language)) for value, text in question.choices.items()],
        )
        for question in framework.asked
    ]


def worded(framework: Framework, text: str) -> Framework:
    """The framework with the same text everywhere in its questions."""
    said = Text(en=text, nl=text)
    return framework._replace(
        questions=tuple(
            question._replace(
                ask=said,
                why=said,
                options=tuple(option._replace(text=said) for option in question.options),
                levels=tuple(said for _ in question.levels),
                positions=tuple(said for _ in question.positions),
            )
            for question in framework.questions
        ),
        blocks=tuple(block._replace(name=said, about=said) for block in framework.blocks),
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_and_choice_stands_in_each_form(
    each: Framework, language: str, form: str
) -> None:
    """Whoever asks from paper or a form asks what the tool would have asked."""
    shown = FORMS[form](each, language)
    plain = re.sub(r"\\(.)", r"\1", shown) if form == "markdown" else shown.replace('""', '"')
    for id, ask, why, choices in expected(each, language):
        for text in (id, ask, why, *(text for _, text in choices)):
            assert text in plain.replace('\\"', '"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_numbers_the_questions_and_gives_every_choice_a_box(
    each: Framework, language: str
) -> None:
    """A transcriber finds the id of the question, and of the option or its level, at each tick."""
    lines = as_markdown(each, language).splitlines()
    asked = [re.fullmatch(r"\*\*(\d+)\. .*\*\* `([a-z0-9-]+)`", line) for line in lines]
    assert [(m[1], m[2]) for m in asked if m] == [
        (str(n), question.id) for n, question in enumerate(each.asked, 1)
    ]
    boxes = [line for line in lines if line.startswith("- [ ] ")]
    wanted: list[str] = []
    for question in each.asked:
        for n, value in enumerate(question.choices, 1):
            wanted.append(f"- [ ] **{n if question.options else value}** ")
        wanted += ["- [ ] ", "- [ ] "]
    assert len(boxes) == len(wanted)
    for box, beginning in zip(boxes, wanted, strict=True):
        assert box.startswith(beginning)
    options = [option.id for question in each.asked for option in question.options]
    found = [re.search(r" `([a-z0-9-]+)`$", box) for box in boxes if "- [ ] **" in box]
    assert [m[1] for m in found if m] == options
    assert sum(box.endswith(" `dont-know`") for box in boxes) == len(each.asked)
    assert sum(box.endswith(" `not-applicable`") for box in boxes) == len(each.asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_reads_back_as_exactly_the_questions_of_the_framework(
    each: Framework, language: str
) -> None:
    """A form built from the JSON yields answers that an assessment file takes as they are."""
    document = json.loads(as_json(each, language))
    assert list(document) == ["schema", "framework", "language", "blocks"]
    assert document["schema"] == "cd360/questionnaire/1"
    assert document["framework"] == {"id": each.id, "version": each.version}
    assert document["language"] == language
    for block, found in zip(each.blocks, document["blocks"], strict=True):
        assert {key: value for key, value in found.items() if key != "questions"} == {
            "id": block.id,
            "name": block.name.say(language),
            "about": block.about.say(language),
            "kind": block.kind,
            "lens": block.lens,
        }
        kind = str if block.kind == "choice" else int
        assert {
            type(c["value"]) for question in found["questions"] for c in question["choices"]
        } == {kind}
    read = [
        (q["id"], q["ask"], q["why"], [(str(c["value"]), c["text"]) for c in q["choices"]])
        for block in document["blocks"]
        for q in block["questions"]
    ]
    assert read == expected(each, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_reads_back_as_exactly_the_questions_of_the_framework(
    each: Framework, language: str
) -> None:
    """A row for each choice, numbered in order of asking, with lines ended as RFC 4180 says."""
    text = as_csv(each, language)
    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert text.count("\r\n") == text.count("\n") == len(text.splitlines())
    kinds = {block.id: block.kind for block in each.blocks}
    wanted = [
        (str(n), id, question.block, kinds[question.block], ask, why, value, text)
        for n, ((id, ask, why, choices), question) in enumerate(
            zip(expected(each, language), each.asked, strict=True), 1
        )
        for value, text in choices
    ]
    found = rows(each, language)
    without_choice = [name for name in COLUMNS if name != "choice"]
    assert [tuple(row[name] for name in without_choice) for row in found] == wanted
    for row in found:
        question = next(q for q in each.asked if q.id == row["id"])
        place = list(question.choices).index(row["value"]) + 1
        assert row["choice"] == (str(place) if question.options else row["value"])


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_like_a_formula_is_only_text_in_a_spreadsheet(beginning: str) -> None:
    """Opening the CSV of somebody's framework runs nothing."""
    text = f'{beginning}HYPERLINK("http://x","y"),1'
    for row in rows(worded(made(), text), "en"):
        assert row["question"] == row["why"] == row["text"] == f"'{text}"
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "- no list",
        "1. no number",
        "*no* **marks** _at_ `all`",
        "<script>",
        "![x](http://x) [y](z)",
        "two\n\n## lines",
        "a \\ b & c &amp; d",
    ],
)
def test_a_text_with_marks_of_markdown_keeps_its_place_and_its_words(text: str) -> None:
    """Nothing in somebody's framework makes a heading, link, tag or question of its own."""
    framework = worded(made(), text)
    lines = as_markdown(framework, "en").splitlines()
    assert sum(line.startswith("#") for line in lines) == 1 + len(framework.blocks)
    assert sum(bool(re.match(r"\*\*\d+\. ", line)) for line in lines) == len(framework.asked)
    ticks = sum(len(question.choices) + 2 for question in framework.asked)
    assert sum(line.startswith("- [ ] ") for line in lines) == ticks
    assert not any(re.match(r"\d+\. |- no", line) for line in lines)
    said = next(line for line in lines if line.startswith("**1. "))
    inside = re.fullmatch(r"\*\*1\. (.*)\*\* `q-0-0`", said)
    assert inside
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_`\[\]<>#]", inside[1])
    assert re.sub(r"\\(.)", r"\1", inside[1]) == " ".join(text.split())


def test_a_text_that_would_steer_a_terminal_is_harmless_in_markdown() -> None:
    """Escape sequences in somebody's framework do not reach the screen."""
    assert "\x1b" not in as_markdown(worded(made(), "red \x1b[31m alert"), "en")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_tells_which_answer_counts_for_which_strategy(
    each: Framework, language: str, form: Form
) -> None:
    """Respondents cannot steer the result: other points or strategies print the same."""
    silent = each._replace(
        questions=tuple(
            question._replace(
                measures=None,
                options=tuple(option._replace(points={}) for option in question.options),
            )
            for question in each.questions
        ),
        strategies=(),
    )
    assert form(each, language) == form(silent, language)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_of_the_bundled_framework_names_a_strategy(
    framework: Framework, language: str, form: Form
) -> None:
    """Neither a strategy's id nor its name stands in what a respondent reads."""
    shown = form(framework, language).lower()
    assert '"points"' not in shown
    for strategy in framework.strategies:
        assert strategy.id not in shown
        assert strategy.name.say(language).lower() not in shown


@pytest.mark.parametrize("form", FORMS)
def test_the_command_prints_the_form_and_nothing_else(
    framework: Framework, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """What is piped into a file is the questionnaire, whole."""
    run(framework=None, asked="nl", form=form)
    printed = capsys.readouterr()
    assert printed.out == FORMS[form](framework, "nl")
    assert printed.err == ""


@pytest.fixture(params=["bundled", "template"])
def ours(request: pytest.FixtureRequest, framework: Framework) -> Framework:
    """Both frameworks that we ship."""
    if request.param == "bundled":
        return framework
    return framework_file.load(ROOT / "data/template.yaml").framework


Signs = dict[str, tuple[str, str]]
"""By option: its text and what it means, in one language."""


def explained(framework: Framework) -> Iterator[tuple[str, Signs]]:
    """The options of each strategy question, in each language of the framework."""
    questions = [question for _, question in framework.strategy_questions]
    for question, language in product(questions, framework.languages):
        yield (
            language,
            {o.id: (o.text[language], (o.means or {})[language]) for o in question.options},
        )


def test_every_option_means_something_in_every_language(ours: Framework) -> None:
    """Whoever types `?` at a strategy question gets an explanation of each option."""
    for _, question in ours.strategy_questions:
        for option in question.options:
            assert set(option.means or {}) == set(ours.languages), option.id
    assert len(list(explained(ours))) == len(ours.strategy_questions) * len(ours.languages)


def test_a_meaning_is_one_short_sentence_unlike_any_other(ours: Framework) -> None:
    """It is heard once at a table and understood: 8 to 22 words, one full stop."""
    seen: set[str] = set()
    for _, signs in explained(ours):
        for option, (_, means) in signs.items():
            assert re.fullmatch(r"[A-Z][^.!?:;]*\.", means), option
            assert 8 <= len(means.split()) <= 22, option
            assert means not in seen, option
            seen.add(means)


def test_no_meaning_outweighs_those_beside_it(ours: Framework) -> None:
    """An option that is explained at more length than its siblings would draw the choice."""
    for _, signs in explained(ours):
        lengths = {option: len(means) for option, (_, means) in signs.items()}
        assert max(lengths.values()) <= 1.4 * min(lengths.values()), lengths


def test_no_meaning_gives_a_strategy_away_or_joins_two_answers(
    ours: Framework, framework: Framework
) -> None:
    """Neither its name, nor a banned word, nor an `and` stands in what explains an option."""
    for language, signs in explained(ours):
        banned = framework.wording.banned[language]
        names = [s.name.say(language).lower() for s in ours.strategies]
        for option, (_, means) in signs.items():
            words = re.findall(r"\w+", means.lower())
            assert not any(word.startswith(banned) for word in words), option
            assert not set(words) & set(framework.wording.joining[language]), option
            assert not any(name in means.lower() for name in names), option


def test_a_meaning_adds_to_the_option_instead_of_repeating_it(ours: Framework) -> None:
    """Of its long words at most one is in the option too, `customer` apart: all are about those."""
    for _, signs in explained(ours):
        for option, said in signs.items():
            text, means = (
                {word[:5] for word in re.findall(r"\w{5,}", part.lower())} for part in said
            )
            shared = (text & means) - {"custo", "klant"}
            assert len(shared) <= 1, (option, shared)


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_room_for_the_options_but_not_for_what_they_mean(
    framework: Framework, language: str
) -> None:
    """The sheet stays as short as it is: explanations are for who asks for them."""
    sheet = re.sub(r"\\(.)", r"\1", as_markdown(framework, language))
    for _, signs in explained(framework._replace(languages=(language,))):
        assert all(text in sheet and means not in sheet for text, means in signs.values())
