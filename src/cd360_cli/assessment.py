"""What was answered about one company at one time."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple

from cd360_cli.framework import RESERVED, Claim, Contradiction, Framework, Measured
from cd360_cli.problems import Place, Problem, Refused, nearest, unknown
from cd360_cli.shape import Date, Id, Span, misfit, shaped

FORMAT: Literal[1] = 1
"""Version of the assessment file's format, its key `cd360`."""

DONT_KNOW, NOT_APPLICABLE = RESERVED
MOST_PICKS = 2
"""How many options may share the answer to a choice question."""


class Answer(NamedTuple):
    """An answer: option ids, or one level or position, or one of the two marks for no answer.

    Every pick counts the same. Only in an answer pooled over a team (`pool`) are there more than a
    file may hold: each as often as its share of the team asks.
    """

    picks: tuple[str, ...]
    note: str = ""
    source: str = ""

    @property
    def known(self) -> bool:
        """Whether it says something: neither `dont-know` nor `not-applicable`."""
        return self.picks not in ((DONT_KNOW,), (NOT_APPLICABLE,))

    @property
    def applies(self) -> bool:
        """Whether the question has a place at this company."""
        return self.picks != (NOT_APPLICABLE,)

    @property
    def number(self) -> Fraction:
        """The level or position picked. Only for a known answer to a ladder or spectrum."""
        return Fraction(sum(map(int, self.picks)), len(self.picks))

    @staticmethod
    def read(data: Any, at: Place, problems: list[Problem]) -> "Answer":
        """An answer in a file: `x`, `[x, y]`, or `{answer: x, note: ..., source: ...}`."""
        if type(data) is dict:
            written, found = shaped(_Annotated, data, at)
            problems.extend(found)
            return written.as_answer() if written else Answer(())
        return Answer(Picks.read(data, at, problems))

    @staticmethod
    def schema() -> dict[str, Any]:
        """The JSON Schema of an answer as it stands in a file."""
        pick = {"type": ["string", "integer"]}
        picks = {"type": "array", "items": pick, "minItems": 1, "maxItems": MOST_PICKS}
        text = {"type": "string"}
        noted = {
            "type": "object",
            "properties": {"answer": {"anyOf": [pick, picks]}, "note": text, "source": text},
            "required": ["answer"],
            "additionalProperties": False,
        }
        return {"anyOf": [pick, picks, noted]}


class Picks(tuple[str, ...]):
    """What was picked, as it stands in a file: `x` or `[x, y]`."""

    @staticmethod
    def read(data: Any, at: Place, problems: list[Problem]) -> tuple[str, ...]:
        items = data if type(data) is list else [data]
        if items and all(type(item) in (str, int) for item in items):
            return tuple(map(str, items))
        misfit(problems, at, "answer", data)
        return ()

    @staticmethod
    def schema() -> dict[str, Any]:
        """The JSON Schema of what was picked, of any number."""
        pick = {"type": ["string", "integer"]}
        return {"anyOf": [pick, {"type": "array", "items": pick, "minItems": 1}]}


class _Annotated(NamedTuple):
    answer: Picks
    note: str = ""
    source: str = ""

    def as_answer(self) -> Answer:
        return Answer(tuple(self.answer), self.note, self.source)


class Retired(NamedTuple):
    """An answer to a question or with an option that is no more. Kept, never scored."""

    answer: Picks
    version: str
    """Version of the framework that it answered."""
    note: str = ""
    source: str = ""


class FrameworkName(NamedTuple):
    """The framework that an assessment was made with."""

    id: Id
    version: str

    def newer_than(self, other: "FrameworkName") -> bool:
        """Whether the version is higher. Of versions that are not dotted numbers none is."""
        mine, theirs = _numbers(self.version), _numbers(other.version)
        return mine is not None and theirs is not None and mine > theirs


def _numbers(version: str) -> list[int] | None:
    """The numbers of a dotted version, without the zeros at its end: 1.0 is 1.0.0."""
    if not re.fullmatch(r"[0-9]{1,18}(\.[0-9]{1,18})*", version):
        return None
    numbers = list(map(int, version.split(".")))
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers


class Profile(NamedTuple):
    """Optional facts about the company. `revenue` is a year's, in whole units of `currency`."""

    revenue: Annotated[int, Span((0, 10**15))] | None = None
    currency: Literal["EUR", "USD"] = "EUR"


class Assessment(NamedTuple):
    """One company at one time. Field names are the keys of the file."""

    cd360: Literal[1]
    framework: FrameworkName
    company: str
    date: Date
    respondent: str = ""
    role: str = ""
    language: str = ""
    profile: Profile = Profile()
    answers: Mapping[str, Answer] = MappingProxyType({})
    retired: Mapping[str, Retired] = MappingProxyType({})
    """Answers that the framework no longer asks for, by the id that they stood under."""

    def with_answer(self, question: str, answer: Answer) -> "Assessment":
        """The same assessment with one answer added or replaced."""
        return self._replace(answers={**self.answers, question: answer})

    def without_answer(self, question: str) -> "Assessment":
        """The same assessment without the answer to a question."""
        answers = {id: answer for id, answer in self.answers.items() if id != question}
        return self._replace(answers=answers)


def assessment_of(data: object, framework: Framework, *, older: bool = False) -> Assessment:
    """The assessment that plain data holds. Raises `Refused` with every problem in it.

    Where `older`, one made with an older version of the framework is welcome as it is.
    """
    assessment, problems = shaped(Assessment, data)
    if type(data) is dict:
        beyond = _beyond_structure(data, framework)
        problems += [p for p in beyond if not (older and p.kind == "older-framework")]
    if problems:
        raise Refused("assessment", problems)
    return assessment  # type: ignore[no-any-return]


def _beyond_structure(data: dict[str, Any], framework: Framework) -> Iterator[Problem]:
    """What does not fit the framework, in every part whose structure is sound."""
    name, _ = shaped(FrameworkName, data.get("framework"))
    if name:
        problem = _check_framework(framework, name)
        if problem:
            yield problem
        if problem and problem.kind != "newer-framework":
            return  # Its answers are to other questions.
    answers = data.get("answers")
    for question, written in answers.items() if type(answers) is dict else ():
        answer, _ = shaped(Answer, written)
        if answer:
            yield from check_answer(framework, question, answer)


def check_answer(framework: Framework, question_id: str, answer: Answer) -> list[Problem]:
    """What is wrong with an answer to a question."""
    questions = {question.id: question for question in framework.questions}
    at: Place = ("answers", question_id)
    if question_id not in questions:
        guess = nearest(question_id, questions)
        return [Problem("unknown-question", at, {"found": question_id}, guess)]
    if not answer.known or not answer.applies:
        return []
    question = questions[question_id]
    if marks := [pick for pick in answer.picks if pick in RESERVED]:
        return [Problem("mark-beside-pick", at, {"found": marks[0]})]
    if len(answer.picks) > (MOST_PICKS if question.options else 1):
        return [Problem("too-many-picks" if question.options else "one-pick-only", at)]
    if len(set(answer.picks)) < len(answer.picks):
        return [Problem("same-pick-twice", at, {"found": answer.picks[0]})]
    known = [*question.choices, DONT_KNOW, NOT_APPLICABLE]
    return [
        unknown("unknown-answer", at, p, known) for p in answer.picks if p not in question.choices
    ]


def _check_framework(framework: Framework, name: FrameworkName) -> Problem | None:
    """How the framework of an assessment differs from the present one."""
    present = FrameworkName(framework.id, framework.version)
    if name == present:
        return None
    at: Place = ("framework",)
    values = {"found": " ".join(name), "expected": " ".join(present)}
    if name.id != present.id:
        return Problem("wrong-framework", at, values)
    if name.newer_than(present):
        return Problem("newer-framework", at, values)
    return Problem("older-framework", at, values)


def contradictions(framework: Framework, assessment: Assessment) -> tuple[Contradiction, ...]:
    """The framework's contradictions whose claims all hold."""

    def holds(claim: Claim) -> bool:
        answer = assessment.answers.get(claim.question)
        return answer is not None and not set(answer.picks).isdisjoint(claim.answers)

    return tuple(c for c in framework.contradictions if all(map(holds, c.claims)))


class Level(NamedTuple):
    """What the ladders or spectra about one thing say of it.

    `mean` is that of the levels (0-4) or positions (1-5) that are known, None where none is;
    `applies` is False where every question about it was marked not applicable.
    """

    mean: Fraction | None
    applies: bool


Levels = Mapping[tuple[Measured, str], Level]
"""By what is measured, for everything that a question measures."""

UNMEASURED = Level(None, True)


def levels(framework: Framework, assessment: Assessment) -> Levels:
    """The level of every step, trait, condition, strategy and tension that questions measure."""
    measured = {block.id: block.measures for block in framework.blocks}
    found: dict[tuple[Measured, str], list[Answer | None]] = {}
    for question in framework.questions:
        kind = measured[question.block]
        if kind is not None and question.measures is not None:
            answers = found.setdefault((kind, question.measures), [])
            answers.append(assessment.answers.get(question.id))
    return {key: _level(answers) for key, answers in found.items()}


def _level(answers: list[Answer | None]) -> Level:
    numbers = [answer.number for answer in answers if answer and answer.known]
    mean = sum(numbers, Fraction(0)) / len(numbers) if numbers else None
    return Level(mean, any(answer is None or answer.applies for answer in answers))
