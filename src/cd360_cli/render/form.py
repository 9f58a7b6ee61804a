"""The questionnaire as one page that asks, keeps a draft and hands back an assessment file.

Every text stands in it in all languages; the style sheet shows one of them. The page's own script
is the same for every framework: what differs stands in the markup.
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup, escape

from cd360_cli import __version__
from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE
from cd360_cli.framework import Block, Framework, Question
from cd360_cli.interview import minutes
from cd360_cli.render.colours import DARK, LIGHT
from cd360_cli.render.templates import environment, shown
from cd360_cli.shape import Text
from cd360_cli.texts import form as say
from cd360_cli.texts.interview import LANGUAGE_NAMES

SCRIPT = "form.js"


class Asked(NamedTuple):
    """A question with its number (from 1)."""

    number: int
    question: Question


class Part(NamedTuple):
    """A block with its questions."""

    block: Block
    questions: tuple[Asked, ...]


def render(framework: Framework, languages: Sequence[str], asked: str, company: str) -> str:
    """The page in `languages`; it opens in the one `asked`, else in the reader's own.

    `company` is filled in already, where it is not empty.
    """
    source, _, _ = environment().loader.get_source(environment(), SCRIPT)  # type: ignore[union-attr]
    return (
        environment()
        .get_template("form.html")
        .render(
            asked=asked,
            company=company,
            dont_know=DONT_KNOW,
            framework=framework,
            in_all=partial(_in_all, languages),
            language=asked or languages[0],
            languages={language: LANGUAGE_NAMES.get(language, language) for language in languages},
            light=LIGHT,
            dark=DARK,
            minutes=Text({code: str(minutes(framework.asked, code)) for code in languages}),
            # ASCII, so that what goes into the file is what the framework says to the letter.
            name=json.dumps({"id": framework.id, "version": framework.version}),
            not_applicable=NOT_APPLICABLE,
            parts=tuple(_parts(framework)),
            say=say,
            script=Markup(source),
            script_hash=b64encode(sha256(source.encode()).digest()).decode(),
            strategy_first=_strategy_first(framework),
            version=__version__,
        )
    )


def _strategy_first(framework: Framework) -> bool:
    """Whether the strategy questions are asked before all others."""
    strategy = tuple(question for _, question in framework.strategy_questions)
    return framework.asked[: len(strategy)] == strategy


def _parts(framework: Framework) -> Iterator[Part]:
    numbers = {question.id: n for n, question in enumerate(framework.asked, 1)}
    for block in framework.blocks:
        questions = framework.questions_of(block)
        yield Part(block, tuple(Asked(numbers[q.id], q) for q in questions))


def _in_all(
    languages: Sequence[str], text: Text, values: Mapping[str, object]
) -> Iterator[tuple[str, str, Markup]]:
    """A text in each language of the page: the language, the one it is written in, and the text."""
    for language in languages:
        written = language if text.get(language) else next(iter(text), language)
        said = escape(shown(text.say(language)))
        if values:
            said = said.format(**{k: shown(_said(v, language)) for k, v in values.items()})
        yield language, written, said


def _said(value: object, language: str) -> object:
    return value.say(language) if isinstance(value, Text) else value
