"""The whole questionnaire for paper or a form: Markdown, CSV and JSON.

It holds what somebody needs to ask and to write the answers into a file, and nothing that tells
which answer counts for what.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE
from cd360_cli.framework import Block, Framework, Question
from cd360_cli.interview_keys import numbers_of
from cd360_cli.render.as_json import document as as_json_document
from cd360_cli.render.markdown import escaped
from cd360_cli.texts import interview as ask
from cd360_cli.texts import knowledge as say
from cd360_cli.texts.wording import counted

SCHEMA = "cd360/questionnaire/1"

COLUMNS = ("number", "id", "block", "kind", "question", "why", "choice", "value", "text")

BLANK = "_" * 40
"""Where somebody writes on paper."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a cell begins that a spreadsheet would compute."""


def as_markdown(framework: Framework, language: str) -> str:
    """The questionnaire to read and tick on paper; ids in code spans for who transcribes it."""
    numbers = {question.id: n for n, question in enumerate(framework.asked, 1)}
    paragraphs = [*_heading(framework, language)]
    for block in framework.blocks:
        paragraphs += _block_heading(block, language)
        for question in framework.questions_of(block):
            paragraphs += _question(numbers[question.id], question, language)
    return "\n\n".join(paragraphs) + "\n"


def as_csv(framework: Framework, language: str) -> str:
    """The questionnaire as a table with a row for each choice (RFC 4180)."""
    table = io.StringIO(newline="")
    rows = csv.writer(table)
    rows.writerow(COLUMNS)
    rows.writerows([_unformulated(cell) for cell in row] for row in _rows(framework, language))
    return table.getvalue()


def as_json(framework: Framework, language: str) -> str:
    """The questionnaire as a JSON document, values as they stand in an assessment file."""
    document = {
        "schema": SCHEMA,
        "framework": {"id": framework.id, "version": framework.version},
        "language": language,
        "blocks": [_plain(framework, block, language) for block in framework.blocks],
    }
    return as_json_document(document)


def _heading(framework: Framework, language: str) -> Iterator[str]:
    questions = counted(
        len(framework.asked),
        say.QUESTIONS_ONE.say(language),
        say.QUESTIONS_MANY.say(language),
    )
    about = say.PAPER.say(language).format(
        id=framework.id, version=escaped(framework.version), questions=questions
    )
    yield f"# {escaped(framework.name.say(language))}"
    yield f"{about} {say.PAPER_IDS.say(language)}"
    yield "\n".join(f"- {field.say(language)}: {BLANK}" for field in say.PAPER_FIELDS)


def _block_heading(block: Block, language: str) -> Iterator[str]:
    how = say.PAPER_ONE_OR_TWO if block.kind == "choice" else say.PAPER_ONE
    yield f"## {escaped(block.name.say(language))}"
    yield f"{escaped(block.about.say(language))} {how.say(language)}"


def _question(number: int, question: Question, language: str) -> Iterator[str]:
    yield f"**{number}. {escaped(question.ask.say(language))}** `{question.id}`"
    yield f"*{escaped(question.why.say(language))}*"
    yield "\n".join(_boxes(question, language))


def _boxes(question: Question, language: str) -> Iterator[str]:
    for mark, value, text in _choices(question, language):
        id = "" if value == mark else f" `{value}`"
        yield f"- [ ] **{mark}** {escaped(text)}{id}"
    yield f"- [ ] {ask.DONT_KNOW.say(language)} `{DONT_KNOW}`"
    yield f"- [ ] {ask.NOT_APPLICABLE.say(language)} `{NOT_APPLICABLE}`"


def _choices(question: Question, language: str) -> Iterator[tuple[str, str, str]]:
    """Each choice: the number shown, what stands in a file, and its text."""
    for mark, (value, text) in zip(numbers_of(question), question.choices.items(), strict=True):
        yield mark, value, text.say(language)


def _rows(framework: Framework, language: str) -> Iterator[tuple[str, ...]]:
    kinds = {block.id: block.kind for block in framework.blocks}
    for number, question in enumerate(framework.asked, 1):
        asked = (
            str(number),
            question.id,
            question.block,
            kinds[question.block],
            question.ask.say(language),
            question.why.say(language),
        )
        for choice in _choices(question, language):
            yield (*asked, *choice)


def _plain(framework: Framework, block: Block, language: str) -> dict[str, Any]:
    return {
        "id": block.id,
        "name": block.name.say(language),
        "about": block.about.say(language),
        "kind": block.kind,
        "lens": block.lens,
        "questions": [
            {
                "id": question.id,
                "ask": question.ask.say(language),
                "why": question.why.say(language),
                "choices": [
                    {"value": value if question.options else int(value), "text": text}
                    for _, value, text in _choices(question, language)
                ],
            }
            for question in framework.questions_of(block)
        ],
    }


def _unformulated(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
