"""An older assessment under the present framework: what is kept, renamed, gone and new.

Answers move by the aliases that the framework declares and by nothing else: likeness of names or
texts is never taken for sameness. What cannot move is retired, so that nothing is ever dropped.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from cd360_cli.assessment import Answer, Assessment, FrameworkName, Picks, Retired, check_answer
from cd360_cli.framework import Framework, Question

Reason = Literal["no-question", "no-answer", "answered-twice"]
"""Why an answer is gone: its question is no more; its question does not take it (any more); or an
answer under a later id of the same question goes before."""


class Renamed(NamedTuple):
    """An id in the file that has a new name now, and the present question that it is about."""

    old: str
    new: str
    question: str


class Gone(NamedTuple):
    """An answer that no longer counts, under the id that it had in the file.

    `question` is the present question that it was about; None where there is none.
    """

    old: str
    answer: Answer
    reason: Reason
    question: str | None


class Migration(NamedTuple):
    """An assessment under the present framework, and what became of each of its answers.

    Every answer of the file is in exactly one of `kept`, `renamed` and `gone`.
    """

    assessment: Assessment
    before: str
    """Version of the framework that the file was made with."""
    kept: tuple[str, ...]
    """Questions whose answer stands as it was."""
    renamed_questions: tuple[Renamed, ...]
    renamed_options: tuple[Renamed, ...]
    gone: tuple[Gone, ...]
    again: tuple[str, ...]
    """Questions without an answer that had one in the file, in the order of asking."""
    new: tuple[str, ...]
    """Questions that the file has no answer to, in the order of asking: new since, or not asked
    yet. An assessment does not say which questions there were, so these cannot be told apart."""

    @property
    def renamed(self) -> tuple[str, ...]:
        """Questions whose answer moved: the question, an option of it, or both have a new id."""
        moved = (*self.renamed_questions, *self.renamed_options)
        return tuple(dict.fromkeys(renamed.question for renamed in moved))


class _Carried(NamedTuple):
    """An answer as it counts under the present framework, and the id that it had in the file."""

    old: str
    question: str
    answer: Answer
    options: tuple[Renamed, ...]


def migrated(assessment: Assessment, framework: Framework) -> Migration:
    """The assessment as it stands under a later version of its framework, with a report."""
    fates = list(_fates(assessment.answers, framework))
    carried = [fate for fate in fates if isinstance(fate, _Carried)]
    gone = tuple(fate for fate in fates if isinstance(fate, Gone))
    answers = {each.question: each.answer for each in carried}
    had = {each.question for each in gone}
    missing = [question.id for question in framework.asked if question.id not in answers]
    return Migration(
        assessment=assessment._replace(
            framework=FrameworkName(framework.id, framework.version),
            answers=answers,
            retired=_retired(assessment.retired, gone, assessment.framework.version),
        ),
        before=assessment.framework.version,
        kept=tuple(c.question for c in carried if c.question == c.old and not c.options),
        renamed_questions=tuple(
            Renamed(c.old, c.question, c.question) for c in carried if c.question != c.old
        ),
        renamed_options=tuple(renamed for c in carried for renamed in c.options),
        gone=gone,
        again=tuple(id for id in missing if id in had),
        new=tuple(id for id in missing if id not in had),
    )


def _fates(answers: Mapping[str, Answer], framework: Framework) -> Iterator[_Carried | Gone]:
    """What becomes of each answer, in the order of the file."""
    present = {name: q for q in framework.questions for name in (q.id, *q.aliases)}
    for old, answer in answers.items():
        question = present.get(old)
        if question is None:
            yield Gone(old, answer, "no-question", None)
        elif old != next(name for name in (question.id, *question.aliases) if name in answers):
            yield Gone(old, answer, "answered-twice", question.id)
        else:
            yield _fate(old, answer, question, framework)


def _fate(old: str, answer: Answer, question: Question, framework: Framework) -> _Carried | Gone:
    """What becomes of the only answer to a question: it counts where the question takes it."""
    names = {alias: option.id for option in question.options for alias in option.aliases}
    renamed = tuple(Renamed(p, names[p], question.id) for p in answer.picks if p in names)
    # Two options that have become one are one pick.
    picks = tuple(dict.fromkeys(names.get(pick, pick) for pick in answer.picks))
    now = answer._replace(picks=picks) if renamed else answer
    if check_answer(framework, question.id, now):
        return Gone(old, answer, "no-answer", question.id)
    return _Carried(old, question.id, now, renamed)


def _retired(
    before: Mapping[str, Retired], gone: Iterable[Gone], version: str
) -> dict[str, Retired]:
    """The retired answers with those that are gone; an id that is taken gets the version behind."""
    retired = dict(before)
    for each in gone:
        name = each.old
        while name in retired:
            name = f"{name}@{version}"
        answer = each.answer
        retired[name] = Retired(Picks(answer.picks), version, answer.note, answer.source)
    return retired
