"""The questionnaire as a state machine: no terminal, no files, only states and what leads on.

A state and a move give the next state. Whoever asks (cards, plain lines, a test) shows the state
and hands over what was pressed or typed; `interview_keys` says which move that is.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from cd360_cli.assessment import MOST_PICKS, Answer, Assessment
from cd360_cli.framework import Block, Framework, Question
from cd360_cli.problems import Problem
from cd360_cli.quick import queue
from cd360_cli.scoring import score

WORDS_A_MINUTE = 200
"""How fast questions are read aloud and answered: a calm reader's pace."""

View = Literal["question", "review", "note", "jump"]
"""What is up: a question, all answers, or a line of text to write (a note, or where to go)."""


class Interview(NamedTuple):
    """An assessment in the making: its questions, and what is up.

    `at` is the number of the question that is up (from 0); where it equals the number of
    questions, all have been passed. In a `quick` one the questions still to come change with the
    answers. `cursor` is the choice that is highlighted (from 0), None while none is; in the
    review, 0 is the way to the result and n the n-th question. `marked` are the choices marked so
    far for an answer of two. `drafts` are notes to questions that have no answer yet. `remark` is
    what there is to say about the last move. `end` tells how it was left, None while under way.
    """

    framework: Framework
    assessment: Assessment
    questions: tuple[Question, ...]
    at: int
    language: str
    quick: bool = False
    view: View = "question"
    cursor: int | None = None
    marked: tuple[str, ...] = ()
    explained: bool = False
    reviewed: bool = False
    drafts: Mapping[str, str] = MappingProxyType({})
    remark: Problem | None = None
    end: Literal["stopped", "finished"] | None = None

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
        return block_of(self.framework, self.question)

    @property
    def in_block(self) -> tuple[int, int]:
        """Which question of its block is up (from 1), and of how many."""
        questions = self.framework.questions_of(self.block)
        return questions.index(self.question) + 1, len(questions)

    @property
    def answer(self) -> Answer | None:
        """The answer that the question that is up already has."""
        return self.assessment.answers.get(self.question.id)

    @property
    def note(self) -> str:
        """The note to the question that is up, whether it has an answer yet or not."""
        kept = self.answer.note if self.answer else ""
        return self.drafts.get(self.question.id, kept)

    @property
    def open(self) -> tuple[int, ...]:
        """The numbers (from 0) of the questions without an answer."""
        answers = self.assessment.answers
        return tuple(n for n, q in enumerate(self.questions) if q.id not in answers)

    @property
    def minutes_left(self) -> int:
        """About how many minutes the questions without an answer take, rounded up."""
        return minutes((self.questions[n] for n in self.open), self.language)


def block_of(framework: Framework, question: Question) -> Block:
    """The block that a question is asked in."""
    return next(b for b in framework.blocks if b.id == question.block)


def minutes(questions: Iterable[Question], language: str) -> int:
    """About how many minutes it takes to read and answer questions, rounded up."""
    words = sum(_words(question, language) for question in questions)
    return -(-words // WORDS_A_MINUTE)


def _words(question: Question, language: str) -> int:
    texts = (question.ask, *question.choices.values())
    return sum(len(text.say(language).split()) for text in texts)


def start(
    framework: Framework, assessment: Assessment, language: str, *, quick: bool = False
) -> Interview:
    """Begin, or go on, at the first question without an answer."""
    questions = queue(framework, assessment) if quick else framework.asked
    interview = Interview(framework, assessment, questions, 0, language, quick)
    return _to(interview, next(iter(interview.open), len(questions)))


def give(interview: Interview, picks: tuple[str, ...]) -> Interview:
    """Answer the question that is up, and move on to the next that has no answer.

    After a change of an answer: to the question after it. Its note and source are kept.
    """
    question = interview.question.id
    source = interview.answer.source if interview.answer else ""
    answer = Answer(picks, interview.note, source)
    drafts = {id: note for id, note in interview.drafts.items() if id != question}
    assessment = interview.assessment.with_answer(question, answer)
    after = interview._replace(assessment=assessment, drafts=drafts)
    after = _requeued(after) if interview.quick else after
    later = [n for n in after.open if n > after.at]
    on = _on(after) if interview.answer else _on(after, (later or [len(after.questions)])[0])
    spared = len(interview.questions) - len(after.questions)
    if spared <= 0:
        return on
    leader = score(after.framework, assessment).leaders[0]
    return on._replace(
        remark=Problem("questions-spared", values={"n": str(spared), "strategy": leader})
    )


def _requeued(interview: Interview) -> Interview:
    """The questions still to come, anew: what was passed or answered keeps its place."""
    answers = interview.assessment.answers
    kept = [q for n, q in enumerate(interview.questions) if n <= interview.at or q.id in answers]
    rest = [q for q in queue(interview.framework, interview.assessment) if q not in kept]
    return interview._replace(questions=(*kept, *rest), at=kept.index(interview.question))


def mark(interview: Interview) -> Interview:
    """Mark the highlighted choice as one of two that fit equally well, or take the mark away."""
    if interview.cursor is None:
        return _remarked(interview, "nothing-highlighted")
    if not interview.question.options:
        return _remarked(interview, "reply-one-only")
    pick = list(interview.question.choices)[interview.cursor]
    if pick in interview.marked:
        return interview._replace(
            marked=tuple(p for p in interview.marked if p != pick), remark=None
        )
    if len(interview.marked) == MOST_PICKS:
        return _remarked(interview, "reply-too-many")
    return interview._replace(marked=(*interview.marked, pick), remark=None)


def confirm(interview: Interview) -> Interview:
    """Answer with what is marked, else with what is highlighted, else keep the present answer."""
    if interview.marked:
        return give(interview, interview.marked)
    if interview.cursor is not None:
        return give(interview, (list(interview.question.choices)[interview.cursor],))
    return _on(interview) if interview.answer else _remarked(interview, "no-answer-yet")


def highlight(interview: Interview, by: int) -> Interview:
    """Move the highlight down by so many lines, or up where negative, and stop at the ends."""
    if interview.view == "review":
        last = len(interview.questions)
        to = (interview.cursor or 0) + by
    else:
        last = len(interview.question.choices) - 1
        beginning = -1 if by > 0 else last + 1
        to = (beginning if interview.cursor is None else interview.cursor) + by
    return interview._replace(cursor=max(0, min(last, to)), remark=None)


def onward(interview: Interview) -> Interview:
    """Go to the next question, whether this one has an answer or not."""
    return _to(interview, interview.at + 1)


def back(interview: Interview) -> Interview:
    """Return to the question before, with every answer kept. At the first one: stay."""
    if interview.at == 0:
        return _remarked(_to(interview, 0), "first-question")
    return _to(interview, interview.at - 1)


def go(interview: Interview, where: str) -> Interview:
    """Go to a question by its number (from 1), or to the first of the part whose name begins so.

    Nothing stays where it is. Where no question or several parts are meant, that is remarked upon
    and the view stays, so that it can be tried again.
    """
    where = where.strip()
    if not where:
        return _to(interview, interview.at)
    if where.isdecimal():
        if 1 <= int(where) <= len(interview.questions):
            return _to(interview, int(where) - 1)
        most = str(len(interview.questions))
        return interview._replace(remark=Problem("no-such-number", values={"most": most}))
    meant = _parts_beginning(interview, where)
    if len(meant) == 1:
        return _to(interview, meant[0][1])
    kind = "several-parts" if meant else "no-such-part"
    names = ", ".join(name for name, _ in meant)
    return interview._replace(remark=Problem(kind, values={"found": where, "parts": names}))


def _parts_beginning(interview: Interview, start: str) -> list[tuple[str, int]]:
    """Name and first question of each block whose name or id begins so; a whole name is enough."""
    found = []
    for block in interview.framework.blocks:
        numbers = [n for n, q in enumerate(interview.questions) if q.block == block.id]
        names = [name.casefold() for name in (block.name.say(interview.language), block.id)]
        if numbers and start.casefold() in names:
            return [(names[0], numbers[0])]
        if numbers and any(name.startswith(start.casefold()) for name in names):
            found.append((block.name.say(interview.language), numbers[0]))
    return found


def next_open(interview: Interview) -> Interview:
    """Go to the next question without an answer, from the beginning again after the last."""
    found = interview.open
    if not found:
        return _remarked(interview, "nothing-open")
    later = [n for n in found if n > interview.at]
    return _to(interview, (later or found)[0])


def review(interview: Interview) -> Interview:
    """Show all answers, with the question that is up highlighted."""
    cursor = 0 if interview.done else interview.at + 1
    return _clean(interview)._replace(view="review", cursor=cursor)


def choose(interview: Interview) -> Interview:
    """In the review: go to the question that is highlighted, or from the top to the result."""
    if not interview.cursor:
        return interview._replace(end="finished")
    return revise(interview, interview.cursor - 1)


def revise(interview: Interview, at: int) -> Interview:
    """From the review to a question (from 0), and back to the review when it is answered."""
    return _to(interview, at)._replace(reviewed=at != interview.at)


def clear(interview: Interview) -> Interview:
    """Make the question that is up open again; its note waits for the next answer."""
    if interview.answer is None:
        return _remarked(interview, "no-answer-yet")
    question = interview.question.id
    drafts = {**interview.drafts, question: interview.note}
    assessment = interview.assessment.without_answer(question)
    return interview._replace(assessment=assessment, drafts=drafts, cursor=None, remark=None)


def write_note(interview: Interview, text: str) -> Interview:
    """Set the note to the question that is up; nothing takes it away.

    To a question without an answer it is kept until there is one.
    """
    text, question = text.strip(), interview.question.id
    here = interview._replace(view="question", remark=None)
    if interview.answer is None:
        return here._replace(drafts={**interview.drafts, question: text})
    answer = interview.answer._replace(note=text)
    return here._replace(assessment=interview.assessment.with_answer(question, answer))


def speak_next(interview: Interview) -> Interview:
    """Go on in the next language of the framework; the assessment remembers it."""
    languages = interview.framework.languages
    known = interview.language in languages
    at = languages.index(interview.language) + 1 if known else 0
    language = languages[at % len(languages)]
    assessment = interview.assessment._replace(language=language)
    return interview._replace(language=language, assessment=assessment, remark=None)


def stop(interview: Interview) -> Interview:
    """Leave. A note that has no answer to stand with is pointed out once."""
    waiting = [n for n in interview.open if interview.drafts.get(interview.questions[n].id)]
    if waiting and (interview.remark is None or interview.remark.kind != "note-without-answer"):
        return _remarked(_to(interview, waiting[0]), "note-without-answer")
    return interview._replace(end="stopped")


def _on(interview: Interview, to: int | None = None) -> Interview:
    """Past the question that is up: to the next one, or back to the review it came from."""
    if interview.reviewed:
        return review(interview)
    return _to(interview, interview.at + 1 if to is None else to)


def _to(interview: Interview, at: int) -> Interview:
    """Another question, with nothing highlighted; after the last one, the review."""
    after = _clean(interview)._replace(at=min(at, len(interview.questions)))
    return review(after) if after.done else after


def _clean(interview: Interview) -> Interview:
    return interview._replace(
        view="question", cursor=None, marked=(), explained=False, reviewed=False, remark=None
    )


def _remarked(interview: Interview, kind: str) -> Interview:
    return interview._replace(remark=Problem(kind))
