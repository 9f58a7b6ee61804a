"""The questionnaire as a state machine: no terminal, no files, only states and replies.

A state and a reply give the next state. Whoever asks (lines on a terminal, cards, a test) shows
`Interview.question` and hands over what was replied.
"""

from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, MOST_PICKS, NOT_APPLICABLE, Answer, Assessment
from cd360_cli.framework import Block, Framework, Question
from cd360_cli.problems import Problem


class Interview(NamedTuple):
    """An assessment in the making and the number of the question that is up (from 0).

    When `at` equals the number of questions, all have been passed.
    """

    framework: Framework
    assessment: Assessment
    at: int

    @property
    def done(self) -> bool:
        """Whether every question has been passed."""
        return self.at >= len(self.framework.asked)

    @property
    def question(self) -> Question:
        """The question that is up. Only while not done."""
        return self.framework.asked[self.at]

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


def start(framework: Framework, assessment: Assessment) -> Interview:
    """Begin, or go on, at the first question without an answer."""
    open_at = (n for n, q in enumerate(framework.asked) if q.id not in assessment.answers)
    return Interview(framework, assessment, next(open_at, len(framework.asked)))


def give(interview: Interview, answer: Answer) -> Interview:
    """Answer the question that is up and move on. A note and source that it had are kept."""
    before = interview.answer
    if before:
        answer = answer._replace(
            note=answer.note or before.note, source=answer.source or before.source
        )
    assessment = interview.assessment.with_answer(interview.question.id, answer)
    return Interview(interview.framework, assessment, interview.at + 1)


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
