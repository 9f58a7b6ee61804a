"""How one assessment differs from another, on a screen: what moved the leaders, and what else."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.assessment import NOT_APPLICABLE, Answer
from cd360_cli.difference import Became, Difference
from cd360_cli.render.page import Page
from cd360_cli.render.side_by_side import signed
from cd360_cli.shape import Text
from cd360_cli.shift import Moved, Shift
from cd360_cli.texts import comparison as say
from cd360_cli.texts import interview as say_interview
from cd360_cli.texts.migration import MORE
from cd360_cli.texts.wording import AND, counted, number, opening

Labels = tuple[str, str]
"""What the two sides are called, that which the other is held against first."""

MOST = 5
"""Answers and questions named; the rest is counted."""

ONLY: Sequence[tuple[str, Became, Became]] = (
    ("known", "unknown", "known"),
    ("applies", "not-applicable", "applicable"),
)
"""What is said of answers that became so, where only the first side has them or the second."""


def parts(page: Page, found: Difference, labels: Labels) -> Iterator[RenderableType]:
    """The difference under its own heading."""
    before, after = labels
    title = page.say(say.AGAINST, before=before, after=after)
    yield Padding(Styled(opening(title), style="bold"), (1, 0, 0, 0), expand=False)
    if not found.answers:
        yield Styled(page.say(say.NOTHING))
        return
    yield from _shift(page, found.shift, labels)
    for said in (
        *_lenses(page, found, labels),
        *_norms(page, found, labels),
        *_conditions(page, found, labels),
        *_answers(page, found, labels),
    ):
        yield page.listed(page.bullet, said)


def _shift(page: Page, shift: Shift, labels: Labels) -> Iterator[RenderableType]:
    """The gap between who leads and who led, and the answers that moved it most."""
    before, after = labels
    yield Styled(
        page.say(
            say.GAP,
            strategy=page.strategies[shift.strategy],
            rival=page.in_sentence([shift.rival]),
            was=_gap(page, shift, shift.before),
            now=_gap(page, shift, shift.after),
            before=before,
            after=after,
        )
    )
    if not shift.most:
        yield Styled(page.say(say.NONE_MOVED))
    else:
        strategy = page.in_sentence([shift.strategy])
        yield Styled(page.say(say.MOVED, up=page.up, strategy=strategy))
    named = shift.most[:MOST]
    points = [signed(page, shift.of_score(moved.points), 1) for moved in named]
    for said, moved in zip(points, named, strict=True):
        yield page.listed(said.rjust(max(map(len, points))), _moved(page, moved, labels))
    if rest := list(_rest(page, shift)):
        yield page.note(page.say(say.REST, parts="; ".join(rest)))


def _gap(page: Page, shift: Shift, points: int) -> str:
    if not points:
        return page.say(say.LEVEL)
    size = number(abs(shift.of_score(points)), page.language, 1)
    return page.say(say.AHEAD if points > 0 else say.BEHIND, points=size)


def _moved(page: Page, moved: Moved, labels: Labels) -> str:
    """The question, and below it both answers."""
    question = next(q for q in page.framework.questions if q.id == moved.question)
    answers = zip(labels, (moved.before, moved.after), strict=True)
    said = [page.say(say.SAID, label=x, answer=_worded(page, moved, a)) for x, a in answers]
    return "\n".join([question.ask.say(page.language), *said])


def _worded(page: Page, moved: Moved, answer: Answer | None) -> str:
    if answer is None:
        return page.say(say_interview.OPEN)
    if not answer.known:
        unfit = answer.picks == (NOT_APPLICABLE,)
        return page.say(say_interview.NOT_APPLICABLE if unfit else say_interview.DONT_KNOW)
    question = next(q for q in page.framework.questions if q.id == moved.question)
    return " / ".join(question.choices[pick].say(page.language) for pick in answer.picks)


def _rest(page: Page, shift: Shift) -> Iterator[str]:
    """What the answers that are not named moved."""
    if others := shift.most[MOST:]:
        points = signed(page, shift.of_score(sum(moved.points for moved in others)), 1)
        one, many = (text.say(page.language) for text in (say.REST_ONE, say.REST_MANY))
        yield counted(len(others), one, many, points=points)
    if shift.same:
        yield page.say(say.REST_SAME, points=signed(page, shift.of_score(shift.same), 1))


def _lenses(page: Page, found: Difference, labels: Labels) -> Iterator[str]:
    """The lenses that point elsewhere."""
    for lens in found.lenses:
        if lens.differs:
            was, now = (
                page.in_sentence(leaders, AND) if leaders else page.say(say.NOBODY)
                for leaders in (lens.before, lens.after)
            )
            yield _both(page, say.LENS, labels, was, now, lens=page.lenses[lens.lens])


def _norms(page: Page, found: Difference, labels: Labels) -> Iterator[str]:
    """The strategies that stand below the norm on one side only."""
    for strategy in found.strategies:
        if strategy.crossed:
            met = (strategy.before.threshold_met, strategy.after.threshold_met)
            was, now = (page.say(say.NORMS[each]) for each in met)
            name = page.strategies[strategy.id]
            yield _both(page, say.NORM, labels, was, now, name=name)


def _conditions(page: Page, found: Difference, labels: Labels) -> Iterator[str]:
    """The conditions that are met, or needed, on one side only."""
    names = {c.id: c.name.say(page.language) for c in page.framework.conditions}
    for condition in found.conditions:
        if condition.differs:
            was, now = (page.say(say.CONDITIONS[state]) for state in condition.states)
            name, strategy = names[condition.id], page.in_sentence([condition.after.strategy])
            yield _both(page, say.CONDITION, labels, was, now, name=name, strategy=strategy)


def _both(page: Page, text: Text, labels: Labels, was: str, now: str, **names: str) -> str:
    before, after = labels
    return page.say(text, was=was, now=now, before=before, after=after, **names)


def _answers(page: Page, found: Difference, labels: Labels) -> Iterator[str]:
    """What only one of the two knows or has a place for, and how many answers are the same."""
    asks = {q.id: q.ask.say(page.language) for q in page.framework.questions}
    for kind, first, second in ONLY:
        for label, became in zip(labels, (first, second), strict=True):
            questions = [asks[a.question] for a in found.answers if a.became == became]
            if questions:
                more = len(questions) - MOST
                said = questions[:MOST] + ([page.say(MORE, n=more)] if more > 0 else [])
                yield page.say(say.ONLY[kind], label=label, n=len(questions), asks=" ".join(said))
    other = sum(each.became == "other" for each in found.answers)
    yield page.say(say.ALIKE, alike=found.alike, other=other)
