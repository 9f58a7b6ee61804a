"""The questionnaire as a state machine: no terminal, no files, only states and replies.

A state and a reply give the next state. Whoever asks (lines on a terminal, cards, a test) shows
`Interview.question` and hands over what was replied.
"""

from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, MOST_PICKS, NOT_APPLICABLE, Answer, Assessment
from cd360_cli.framework import Block, Framework, Question
from cd360_cli.problems import Problem
from cd360_cli.quick import queue


class Interview(NamedTuple):
    """An assessment in the making, its questions, and the number of the one that is up (from 0).

    When `at` equals the number of questions, all have been passed. In a `quick` one the questions
    that are still to come change with the answers.
    """

    framework: Framework
    assessment: Assessment
    questions: tuple[Question, ...]
    at: int
    quick: bool = False

    @property
    def done(self) -> bool:
        """Whether every question has been passed."""
        return self.at >= len(self.questions)

    @property
    def question(self) -> Question:
        """The question that is up. Only while not done."""
        return self.questions[self.at]

    @property
    def block(self) -> Block:
        """The block of the question that is up."""
        return next(b for b in self.framework.blocks if b.id == self.question.block)

    @property
    def in_block(self) -> tuple[int, int]:
        """Which question of its block is up (from 1), and of how many."""
        questions = self.framework.questions_of(self.block)
        return questions.index(self.question) + 1, len(questions)

    @property
    def answer(self) -> Answer | None:
        """The answer that the question that is up already has."""
        return self.assessment.answers.get(self.question.id)


def start(framework: Framework, assessment: Assessment, *, quick: bool = False) -> Interview:
    """Begin, or go on, at the first question without an answer."""
    questions = queue(framework, assessment) if quick else framework.asked
    open_at = (n for n, q in enumerate(questions) if q.id not in assessment.answers)
    return Interview(framework, assessment, questions, next(open_at, len(questions)), quick)


def give(interview: Interview, answer: Answer) -> Interview:
    """Answer the question that is up and move on. A note and source that it had are kept."""
    before = interview.answer
    if before:
        answer = answer._replace(
            note=answer.note or before.note, source=answer.source or before.source
        )
    assessment = interview.assessment.with_answer(interview.question.id, answer)
    after = interview._replace(assessment=assessment, at=interview.at + 1)
    return _requeued(after) if interview.quick else after


def _requeued(interview: Interview) -> Interview:
    """The questions still to come, anew: what has been passed keeps its place."""
    passed = interview.questions[: interview.at]
    rest = [q for q in queue(interview.framework, interview.assessment) if q not in passed]
    return interview._replace(questions=(*passed, *rest))


def keep(interview: Interview) -> Interview:
    """Leave the answer to the question that is up as it is and move on."""
    return interview._replace(at=interview.at + 1)


def back(interview: Interview) -> Interview:
    """Return to the question before, with every answer kept. At the first one: stay."""
    return interview._replace(at=max(0, interview.at - 1))


def answer_of(question: Question, reply: str) -> Answer | Problem:
    """What a typed reply answers: numbers as shown, `d` for don't know, `n` for not applicable."""
    marks = {"d": DONT_KNOW, "n": NOT_APPLICABLE}
    if reply in marks:
        return Answer((marks[reply],))
    numbers = reply.replace(",", " ").split()
    shown = dict(zip(numbers_of(question), question.choices, strict=True))
    most = MOST_PICKS if question.options else 1
    if not numbers or any(number not in shown for number in numbers):
        values = {"least": next(iter(shown)), "most": list(shown)[-1]}
        return Problem("reply-not-understood", values=values)
    if len(numbers) > most or len(set(numbers)) < len(numbers):
        return Problem("reply-too-many" if question.options else "reply-one-only")
    return Answer(tuple(shown[number] for number in numbers))


def numbers_of(question: Question) -> list[str]:
    """The number in front of each choice: options from 1, levels and positions as they are."""
    if question.options:
        return [str(n) for n in range(1, len(question.options) + 1)]
    return list(question.choices)
