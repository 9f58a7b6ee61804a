"""What the header of a column is about: a question, one option of it, or a field such as company.

Products write a question in many ways: its text, cut off or numbered (Google, Microsoft); its code,
`code. text`, `[code] text`, `text [option]` or `code[option]` (LimeSurvey).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused, nearest
from cd360_cli.response_cells import AnswerTable, answer_tables
from cd360_cli.response_words import FIELDS, Field, plain, squeezed

LONGEST_CODE = 20
"""LimeSurvey's limit: what an author keeps of a longer id."""

_LEAST_OF_CUT, _LEAST_WITHOUT_DOTS = 8, 20
"""The fewest characters that stand for a question of which they are the beginning."""

_MOST_COMPARED, _MOST_READ = 300, 2000
"""Characters of a header that are compared with the right spellings, and that are read at all."""

_CODE_FIRST = re.compile(r"\s*\[([A-Za-z][\w-]*)\]\s*(.*)", re.DOTALL)
_CODE = re.compile(
    r"\s*([A-Za-z][\w-]*?)(?:\[([^\]]*)\]|_(SQ\d+))?(?:(?:\.|:|\s[-–])\s+(.*))?\s*", re.DOTALL
)
_BRACKET_LAST = re.compile(r"(.*\S)\s*\[([^\]]*)\]\s*", re.DOTALL)
_PARENTHESES_LAST = re.compile(r"\s*\([^()]*\)\s*$")
_REPEATED = re.compile(r"(?<=[^\d\s])\d+\s*$")
"""Microsoft's number behind a header that occurs before."""
_ENUMERATED = re.compile(
    r"^\s*(?:(?:question|vraag|q|v)\.?\s*)?\d+(?:\.\d+)*\s*[.):–-]?\s+", re.IGNORECASE
)
_DOTS = re.compile(r"\s*(?:\.\.+|…)\s*$")


class Heading(NamedTuple):
    """What a column is about: a question, the `pick` of it that is ticked here, or a field."""

    question: str = ""
    pick: str = ""
    field: Field | None = None
    rank: int = 0
    """Of several columns about one field, that with the least counts first."""
    language: str = ""
    """The one in which the question's text stands here; empty where that does not show."""


class Index(NamedTuple):
    """What headers are looked up in, made once for a framework."""

    codes: Mapping[str, frozenset[str]]
    """Squeezed id, also cut off -> question ids."""
    texts: Mapping[str, Mapping[str, str]]
    """Plain text -> question id -> language, or empty where several have that text."""
    tables: Mapping[str, AnswerTable]
    """By question id."""
    spellings: Mapping[str, str]
    """Plain text -> what is right to write."""


class _Parts(NamedTuple):
    """A header taken apart: `code[option]. text [bracket]`."""

    code: str
    option: str
    text: str
    bracket: str


_FIELD_OF: Mapping[str, Heading] = {
    squeezed(name): Heading(field=field, rank=rank)
    for field, names in FIELDS.items()
    for rank, name in enumerate(names)
}


def index(framework: Framework) -> Index:
    """What the headers of answers to this framework's questions are looked up in."""
    whole: dict[str, frozenset[str]] = {}
    cut: dict[str, frozenset[str]] = {}
    texts: dict[str, dict[str, str]] = {}
    spellings = {plain(name): name for names in FIELDS.values() for name in names}
    for question in framework.asked:
        code = squeezed(question.id)
        for codes, key in ((whole, code), (cut, code[:LONGEST_CODE])):
            codes[key] = codes.get(key, frozenset()) | {question.id}
        for language, text in question.ask.items():
            found = texts.setdefault(plain(text), {})
            found[question.id] = "" if question.id in found else language
            spellings[plain(text)] = text
        spellings[plain(question.id)] = question.id
    texts.pop("", None)
    return Index({**cut, **whole}, texts, answer_tables(framework), spellings)


def heading(known: Index, header: str) -> Heading | Problem:
    """What a header is about, or why that cannot be told. Nothing is guessed."""
    if len(header) > _MOST_READ:
        return Problem("unknown-column", values={"found": header})
    parts = _taken_apart(header)
    asked = known.texts.get(plain(header)) or _asked(known, parts)
    if len(asked) > 1:
        expected = ", ".join(sorted(asked))
        return Problem("ambiguous-column", values={"found": header, "expected": expected})
    for question, language in asked.items():
        return _heading_of(known, question, language, header, parts)
    for text in (header, parts.code, *_readings(parts.text)):
        if field := _FIELD_OF.get(squeezed(text)):
            return field
    guess = nearest(plain(header)[:_MOST_COMPARED], known.spellings)
    right = known.spellings.get(guess, "")
    return Problem("unknown-column", values={"found": header}, nearest=right)


def named(headers: Sequence[str], names: Iterable[str]) -> frozenset[int]:
    """The columns (from 0) with these headers; of a name that ends in dots, also those it begins.

    Raises `Refused` with every name that no header has.
    """
    found: set[int] = set()
    problems = []
    for name in names:
        columns = [at for at, header in enumerate(headers) if _has_name(header, name)]
        found.update(columns)
        if not columns:
            right = {plain(header): " ".join(header.split()) for header in headers}
            guess = right.get(nearest(plain(name)[:_MOST_COMPARED], right), "")
            problems.append(Problem("no-such-column", (name,), nearest=guess))
    if problems:
        raise Refused("usage", problems, "--ignore")
    return frozenset(found)


def _has_name(header: str, name: str) -> bool:
    words = plain(name)
    if not words:
        return header.strip() == name.strip()
    return words == plain(header) or bool(_DOTS.search(name) and plain(header).startswith(words))


def _heading_of(
    known: Index, question: str, language: str, header: str, parts: _Parts
) -> Heading | Problem:
    """A question, or the one option of it that the header names."""
    option = parts.bracket or parts.option
    if not option or plain(header) in known.texts or _stands_for(known, option, question):
        return Heading(question, language=language)
    for text in (parts.bracket, parts.option):
        found = known.tables[question].answers.get(plain(text))
        if isinstance(found, Answer) and len(found.picks) == 1:
            return Heading(question, found.picks[0], language=language)
    return Problem("unknown-option-column", values={"found": header, "expected": question})


def _taken_apart(header: str) -> _Parts:
    code, option, text = "", "", header
    if found := _CODE_FIRST.fullmatch(header):
        code, text = found[1], found[2]
    elif found := _CODE.fullmatch(header):
        code, option, text = found[1], found[2] or found[3] or "", found[4] or ""
    bracketed = _BRACKET_LAST.fullmatch(text)
    return _Parts(code, option, *(bracketed.groups() if bracketed else (text, "")))


def _asked(known: Index, parts: _Parts) -> Mapping[str, str]:
    """The questions that a header may mean: by its code and its text, where both say something."""
    named = _named(known, parts.code) | _named(known, parts.bracket)
    worded = _worded(known, parts.text) or _worded(known, parts.bracket)
    if not named and not worded:
        named = frozenset().union(*(_named(known, text) for text in _readings(parts.text)))
    agreed = {question: worded[question] for question in worded if question in named}
    return agreed or {**dict.fromkeys(named, ""), **worded}


def _named(known: Index, code: str) -> frozenset[str]:
    return known.codes.get(squeezed(code), frozenset())


def _worded(known: Index, text: str) -> Mapping[str, str]:
    """The questions that a text may be: whole, with something around it, or cut off."""
    readings = list(dict.fromkeys(_readings(text)))
    for reading in readings:
        if found := known.texts.get(plain(reading)):
            return found
    for reading in readings:
        if found := _cut_off(known, reading):
            return found
    return {}


def _cut_off(known: Index, text: str) -> Mapping[str, str]:
    """The questions that begin with a text."""
    words = plain(_DOTS.sub("", text))
    if len(words) < (_LEAST_OF_CUT if _DOTS.search(text) else _LEAST_WITHOUT_DOTS):
        return {}
    whole = [found for text, found in known.texts.items() if text.startswith(words)]
    return {question: language for found in whole for question, language in found.items()}


def _readings(text: str) -> Iterator[str]:
    """The text without what authors and products put around it."""
    for line in (text, text.strip().partition("\n")[0]):
        for bare in (line, _PARENTHESES_LAST.sub("", line), _REPEATED.sub("", line)):
            yield bare
            yield _ENUMERATED.sub("", bare)


def _stands_for(known: Index, option: str, question: str) -> bool:
    """Whether what stands in brackets is the question itself, as in a grid of questions."""
    return question in _named(known, option) or question in _worded(known, option)
