"""All answers of an assessment as one short code, to read aloud, paste or type over.

    cd360-1.0.0-61M8R-K1AA4-59G3K-H2TT6-YD7X5-XK0FT-BG7B-VKAA
    <framework id>-<version>-<payload in groups of five>-<checksum>

It holds the answers and nothing else: no company, date, respondent, revenue, notes or sources.

**Payload.** One whole number in Crockford's base 32, as wide as the greatest needs. Its mixed radix
has a digit for each question, the least significant first, with a value for each possible answer:
not asked, don't know, not applicable, each choice, and for a question with options each pair of
them, in either order the same. Questions, choices and pairs are taken in the order of their ids,
so that moving a question or a block in the framework leaves the codes as they are.

**Checksum.** It makes payload and checksum, read as one number, and a fingerprint of the framework
(SHA-256 of its id, its version and the ids of all questions and choices) add up to a multiple of
the prime 2^20 - 3. Another character anywhere changes the number by d * 32^k with |d| < 32, two
characters that change places by d * (32^j - 1) * 32^k: neither is such a multiple, so both are
always noticed. Any other mistake, and a framework that was edited without raising its version,
slips through once in a million.
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import combinations
from math import prod

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, Assessment
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32 (crockford.com/base32.html): no I, L, O and U."""

CHECKED = 4
"""Characters of the checksum."""

_BITS = 5
"""That a character is worth."""

_PRIME = 2 ** (_BITS * CHECKED) - 3
"""The greatest that the checksum has room for; no power of 32 below 32^1048572 is 1 modulo it."""

_GROUP = 5
"""Characters of the payload between two hyphens."""

_SPREAD = 4
"""A text longer than a code by this factor is none, however many spaces stand in it."""

_ALIKE = str.maketrans("ILO", "110")
_APART = re.compile(r"[^\w.]+")
_NAMED = re.compile(r"\W*([a-z][a-z0-9-]*?)-([0-9][^\s-]*)-([^.]{5,})", re.IGNORECASE)
"""A code of any framework: its id, a version that begins with a number, and the rest."""


def encode(framework: Framework, assessment: Assessment) -> str:
    """The code of the answers, which must fit the framework: see `assessment_of`."""
    body = _Form(framework).body(assessment.answers)
    payload, checksum = body[:-CHECKED], body[-CHECKED:]
    groups = [payload[n : n + _GROUP] for n in range(0, len(payload), _GROUP)]
    return _beginning(framework) + "-".join([*groups, checksum])


def decode(framework: Framework, code: str) -> Mapping[str, Answer]:
    """The answers that a code stands for, by question. No two codes stand for the same.

    Capitals and hyphens do not matter, nor do spaces and the like; I and L are read as 1, O as 0.
    Raises `Refused` where it is no code of this framework or was not copied well.
    """
    beginning, form = _beginning(framework), _Form(framework)
    if len(code) > _SPREAD * (len(beginning) + form.width):
        raise _refused("not-a-code", beginning=beginning)
    text = _folded(code)
    if not text.startswith(_folded(beginning)):
        raise _foreign(framework, code)
    body = text.removeprefix(_folded(beginning)).replace("-", "")
    if strange := next((character for character in body if character not in DIGITS), ""):
        raise _refused("strange-in-code", found=strange)
    if len(body) != form.width:
        found, expected = str(len(body)), str(form.width)
        raise _refused("code-length", beginning=beginning, found=found, expected=expected)
    answers = form.answers(body)
    if form.body(answers) != body:
        raise _refused("mistyped-code", framework=_name(framework))
    return answers


class _Form:
    """What the letters and digits of a code mean for a framework."""

    def __init__(self, framework: Framework) -> None:
        questions = sorted(framework.questions, key=lambda question: question.id)
        choices = {question.id: sorted(question.choices) for question in questions}
        self._possible = {q.id: _possible(choices[q.id], bool(q.options)) for q in questions}
        ways = prod(map(len, self._possible.values()))
        self.width = -(-(ways - 1).bit_length() // _BITS) + CHECKED
        """Characters of payload and checksum together."""
        lines = [" ".join([question, *ids]) for question, ids in choices.items()]
        text = "\n".join([framework.id, framework.version, *lines])
        self._fingerprint = int.from_bytes(
            sha256(text.encode(errors="backslashreplace")).digest(), "big"
        )

    def body(self, answers: Mapping[str, Answer]) -> str:
        """Payload and checksum."""
        number, ways = 0, 1
        for question, possible in self._possible.items():
            answer = answers.get(question)
            number += ways * possible.index(tuple(sorted(answer.picks)) if answer else ())
            ways *= len(possible)
        number <<= _BITS * CHECKED
        number += -(number + self._fingerprint) % _PRIME
        return "".join(
            DIGITS[(number >> _BITS * n) % len(DIGITS)] for n in reversed(range(self.width))
        )

    def answers(self, body: str) -> dict[str, Answer]:
        """The answers in a payload, whatever its checksum."""
        number = 0
        for character in body[:-CHECKED]:
            number = number << _BITS | DIGITS.index(character)
        answers = {}
        for question, possible in self._possible.items():
            number, n = divmod(number, len(possible))
            if picks := possible[n]:
                answers[question] = Answer(picks)
        return answers


def _possible(choices: Sequence[str], has_options: bool) -> list[tuple[str, ...]]:
    """All that can be picked, first of all nothing: not asked."""
    pairs = combinations(choices, 2) if has_options else ()
    return [(), (DONT_KNOW,), (NOT_APPLICABLE,), *((choice,) for choice in choices), *pairs]


def _beginning(framework: Framework) -> str:
    """The framework's id and version, without what a shell or an eye could stumble over."""
    return _APART.sub("-", f"{framework.id}-{framework.version}-")


def _folded(text: str) -> str:
    """The text with all that may be typed in several ways typed in one."""
    return _APART.sub("-", text).lstrip("-").upper().translate(_ALIKE)


def _foreign(framework: Framework, code: str) -> Refused:
    """Why a text that begins otherwise is refused: another framework's code, or none at all."""
    named = _NAMED.fullmatch(code)
    if named and set(_folded(named[3])) <= {*DIGITS, "-"}:
        found = f"{named[1]} {named[2]}"
        return _refused("wrong-framework", found=found, expected=_name(framework))
    return _refused("not-a-code", beginning=_beginning(framework))


def _name(framework: Framework) -> str:
    return f"{framework.id} {framework.version}"


def _refused(kind: str, **values: str) -> Refused:
    return Refused("assessment", [Problem(kind, values=values)])
