"""What a cell under a question answers: every way to write an answer, prepared in one table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from cd360_cli.assessment import MOST_PICKS, Answer
from cd360_cli.framework import Framework, Question
from cd360_cli.interview_keys import numbers_of
from cd360_cli.problems import Problem, nearest
from cd360_cli.remembered import Remembered
from cd360_cli.response_words import MARKS, NUMBERED, plain

_ENUMERATED = re.compile(r"\s*(?:\d{1,2}|[A-Za-z])\s*[.):–-]\s*(.+)", re.DOTALL)
_OWN_CODE = re.compile(r"(?:a|ao|sq)\d+")
"""How LimeSurvey numbers answers whose author gave them no code: always from 1."""

_MOST_COMPARED = 300
"""Characters of a cell that are compared with the right spellings, which takes time."""

_MOST_WORDS, _MOST_COUNTED = 100, 8
"""Words in one answer, and answers in one cell, that are looked for to say what is wrong."""


class AnswerTable(NamedTuple):
    """The answers to one question by the plain text of a cell, and by texts as they are printed.

    A text that would stand for two different answers has a `Problem` instead. `texts` holds the
    right spellings by their plain text.
    """

    question: str
    kind: str
    answers: Mapping[str, Answer | Problem]
    texts: Mapping[str, str]
    numbers: tuple[str, ...]


def answer_table(question: Question) -> AnswerTable:
    """Every way to answer a question: id, text in any language, number, two of them, a mark."""
    answers: dict[str, Answer | Problem] = {}
    for spelling in _spellings(question):
        for pick, text in spelling.items():
            _add(answers, text, Answer((pick,)))
        if question.options:
            for (one, text), (other, more) in permutations(spelling.items(), MOST_PICKS):
                _add(answers, f"{text} {more}", Answer((one, other)))
    texts = {plain(text): text for choice in question.choices.values() for text in choice.values()}
    answers |= {text: answers[words] for words, text in texts.items() if words}
    for mark, phrases in MARKS.items():
        for phrase in phrases:
            _add(answers, phrase, Answer((mark,)))
        texts |= {plain(phrase): phrase for phrase in phrases[:2]}
    return AnswerTable(question.id, _kind(question), answers, texts, tuple(numbers_of(question)))


def answer_tables(framework: Framework) -> Mapping[str, AnswerTable]:
    """The table of each question, by id, made when it is looked for."""
    asked = {question.id: question for question in framework.asked}
    return Remembered(lambda question: answer_table(asked[question]), len(asked) + 1)


def answer_in(table: AnswerTable, cell: str) -> Answer | Problem:
    """What a cell that is not empty answers, or why that cannot be told. Nothing is guessed."""
    if found := table.answers.get(cell):
        return found  # As printed, which is how most of them come.
    words = plain(cell)
    return table.answers.get(words) or _misread(table, cell, words)


def too_much(table: AnswerTable, picks: Sequence[str]) -> str:
    """The kind of problem with what is more than one answer, or an empty string."""
    if len(picks) < 2:
        return ""
    if any(mark in picks for mark in MARKS):
        return "mark-and-pick"
    if table.kind != "options":
        return "several-numbers"
    if len(set(picks)) < len(picks):
        return "pick-twice"
    return "several-picks" if len(picks) > MOST_PICKS else ""


def _kind(question: Question) -> str:
    return "options" if question.options else "levels" if question.levels else "positions"


def _spellings(question: Question) -> Iterator[dict[str, str]]:
    """Ways to write the choices, each complete: pick -> what is written for it.

    Two picks are understood only when written in the same way: `1 Lowest price` may as well be
    the first option's number before another's text.
    """
    numbers = dict(zip(question.choices, numbers_of(question), strict=True))
    if question.options:
        yield {pick: pick for pick in numbers}
    for language in next(iter(question.choices.values()), {}):
        texts = {pick: text.say(language) for pick, text in question.choices.items()}
        yield texts
        yield {pick: f"{numbers[pick]} {text}" for pick, text in texts.items()}
        if question.options:
            yield {
                pick: f"{chr(ord('a') + n)} {text}" for n, (pick, text) in enumerate(texts.items())
            }
    yield numbers
    yield {pick: f"{number}.0" for pick, number in numbers.items()}
    for word in NUMBERED[_kind(question)]:
        yield {pick: f"{word} {number}" for pick, number in numbers.items()}
    if not question.levels:  # Levels count from 0, these codes from 1.
        yield {pick: f"A{number}" for pick, number in numbers.items()}
        yield {pick: f"AO{number:0>2}" for pick, number in numbers.items()}
        yield {pick: f"SQ{number:0>3}" for pick, number in numbers.items()}


def _add(answers: dict[str, Answer | Problem], text: str, answer: Answer) -> None:
    words = plain(text)
    if words and answers.setdefault(words, answer) != answer:
        answers[words] = Problem("ambiguous-cell", values={"found": text})


def _misread(table: AnswerTable, cell: str, words: str) -> Answer | Problem:
    numbered = _ENUMERATED.match(cell)
    text = plain(numbered[1]) if numbered else ""
    if text in table.texts:
        # A form may number its options in its own way: the text says which one is meant.
        return table.answers[text]
    values = {"found": cell.strip(), "least": table.numbers[0], "most": table.numbers[-1]}
    if table.kind == "levels" and _OWN_CODE.fullmatch(words):
        return Problem("code-for-level", values=values)
    picks = _picks_in(table, words)
    if kind := too_much(table, picks):
        return Problem(kind, values=values)
    guess = _nearest(words[:_MOST_COMPARED], tuple(table.texts))
    return Problem("unknown-cell", values=values, nearest=table.texts.get(guess, ""))


def _picks_in(table: AnswerTable, words: str) -> list[str]:
    """The picks that a text is made of from end to end; none where a part is something else."""
    picks: list[str] = []
    rest = words.split()
    while rest and len(picks) < _MOST_COUNTED:
        for end in range(min(len(rest), _MOST_WORDS), 0, -1):
            found = table.answers.get(" ".join(rest[:end]))
            if isinstance(found, Answer):
                picks += found.picks
                rest = rest[end:]
                break
        else:
            return []
    return picks


@lru_cache(maxsize=1 << 12)
def _nearest(words: str, known: tuple[str, ...]) -> str:
    """The same mistake tends to come back in every row."""
    return nearest(words, known)
