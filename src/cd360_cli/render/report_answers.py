"""The answers in a report: what each adds to the scores, and all of them with their notes."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, Answer
from cd360_cli.framework import Question
from cd360_cli.render.names import UNKNOWN, Names
from cd360_cli.render.report_table import Cell, Group, Row, Table
from cd360_cli.scoring import Contribution
from cd360_cli.texts import explanation as say_explanation
from cd360_cli.texts import interview as say_interview
from cd360_cli.texts import report as say
from cd360_cli.texts.wording import counted, number


class Answered(NamedTuple):
    """A question that was put, with what was answered; `number` is its place in the questionnaire.

    `known` is False where the answer was don't know or not applicable.
    """

    number: int
    ask: str
    said: str
    known: bool
    note: str
    source: str


class Part(NamedTuple):
    """The answers of a block, and in words how many of its questions were not put yet."""

    name: str
    answers: tuple[Answered, ...]
    not_asked: str


def contributions(of: Names) -> Table:
    """What every strategy answer adds to each strategy's score, with the scores as their sum."""
    strategies = of.result.strategies
    groups = []
    for lens, name in of.lenses.items():
        rows = tuple(_row(of, c) for c in of.result.contributions if c.lens == lens)
        if rows:
            groups.append(Group(name, rows))
    total = tuple(Cell(number(s.score, of.language, 1)) for s in strategies)
    return Table(
        id="contributions-table",
        caption=of.say(say.CONTRIBUTIONS_TABLE),
        corner=of.say(say.ANSWER),
        columns=tuple(of.strategies[s.id] for s in strategies),
        groups=tuple(groups),
        foot=Row(of.say(say_explanation.TOTAL), total),
    )


def _row(of: Names, contribution: Contribution) -> Row:
    question = next(q for q in of.framework.questions if q.id == contribution.question)
    answer = contribution.answer
    known = answer is not None and answer.known
    name = said(of, question, answer) if answer and known else question.ask.say(of.language)
    most = max(contribution.points.values())
    cells = []
    for strategy in of.result.strategies:
        points = contribution.points[strategy.id]
        share = Fraction(100 * points, of.result.full)
        best = known and 0 < points == most
        cells.append(Cell(number(share, of.language, 1), marked=best))
    place = of.framework.asked.index(question) + 1
    return Row(name if known else f"{UNKNOWN} {name}", tuple(cells), place)


def said(of: Names, question: Question, answer: Answer) -> str:
    """An answer in words: options, or a level or position with its text."""
    if not answer.known:
        unknown = answer.picks == (DONT_KNOW,)
        return of.say(say_interview.DONT_KNOW if unknown else say_interview.NOT_APPLICABLE)
    texts = [question.choices[pick].say(of.language) for pick in answer.picks]
    if question.options:
        return " / ".join(texts)
    return of.say(say.LEVELLED, level=answer.picks[0], text=texts[0])


def parts(of: Names) -> Iterator[Part]:
    """All answers by block, in the order of asking; blocks without questions are left out."""
    numbers = {question.id: n for n, question in enumerate(of.framework.asked, 1)}
    for block in of.framework.blocks:
        questions = of.framework.questions_of(block)
        given = of.result.assessment.answers
        answers = tuple(
            _answered(of, numbers[q.id], q, given[q.id]) for q in questions if q.id in given
        )
        rest = len(questions) - len(answers)
        one, many = (
            say.NOT_ASKED_ONE.say(of.language),
            say.NOT_ASKED_MANY.say(of.language),
        )
        if questions:
            name = block.name.say(of.language)
            yield Part(name, answers, counted(rest, one, many) if rest else "")


def _answered(of: Names, place: int, question: Question, answer: Answer) -> Answered:
    return Answered(
        number=place,
        ask=question.ask.say(of.language),
        said=said(of, question, answer),
        known=answer.known,
        note=answer.note,
        source=answer.source,
    )
