"""The sentences about a difference, the same on a screen and on a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cd360_cli.assessment import NOT_APPLICABLE, Answer
from cd360_cli.difference import Became, Difference
from cd360_cli.render.names import Names
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


class Cause(NamedTuple):
    """A question that moved the gap: by how many points, and what either side answered."""

    points: str
    ask: str
    said: tuple[str, ...]


def title(of: Names, labels: Labels) -> str:
    """Which is held against which."""
    before, after = labels
    return opening(of.say(say.AGAINST, before=before, after=after))


def gap(of: Names, shift: Shift, labels: Labels) -> str:
    """The gap between who leads and who led, on both sides."""
    before, after = labels
    return of.say(
        say.GAP,
        strategy=of.in_sentence([shift.strategy]),
        was=_gap(of, shift, shift.before, (say.AHEAD, say.LEVEL, say.BEHIND)),
        now=_gap(of, shift, shift.after, (say.NOW_AHEAD, say.NOW_LEVEL, say.NOW_BEHIND)),
        before=before,
        after=after,
    )


def _gap(of: Names, shift: Shift, points: int, texts: tuple[Text, Text, Text]) -> str:
    """How far the leader is from the rival: one of the texts for ahead, level and behind."""
    ahead, level, behind = texts
    rival = of.in_sentence([shift.rival])
    size = number(abs(shift.of_score(points)), of.language, 1)
    text = level if not points else ahead if points > 0 else behind
    return of.say(text, points=size, rival=rival)


def moved(of: Names, shift: Shift) -> str:
    """What the causes are of, or that there are none."""
    if not shift.most:
        return of.say(say.NONE_MOVED)
    return of.say(say.MOVED, up=of.up, strategy=of.in_sentence([shift.strategy]))


def causes(of: Names, shift: Shift, labels: Labels) -> Iterator[Cause]:
    """The answers that moved the gap most."""
    for each in shift.most[:MOST]:
        question = next(q for q in of.framework.questions if q.id == each.question)
        answers = zip(labels, (each.before, each.after), strict=True)
        yield Cause(
            signed(of, shift.of_score(each.points), 1),
            question.ask.say(of.language),
            tuple(of.say(say.SAID, label=x, answer=_worded(of, each, a)) for x, a in answers),
        )


def _worded(of: Names, moved: Moved, answer: Answer | None) -> str:
    if answer is None:
        return of.say(say_interview.OPEN)
    if not answer.known:
        unfit = answer.picks == (NOT_APPLICABLE,)
        return of.say(say_interview.NOT_APPLICABLE if unfit else say_interview.DONT_KNOW)
    question = next(q for q in of.framework.questions if q.id == moved.question)
    return " / ".join(question.choices[pick].say(of.language) for pick in answer.picks)


def rest(of: Names, shift: Shift) -> str:
    """What the answers that are not named moved; nothing where all are named."""
    parts = "; ".join(_rest(of, shift))
    return of.say(say.REST, parts=parts) if parts else ""


def _rest(of: Names, shift: Shift) -> Iterator[str]:
    if others := shift.most[MOST:]:
        points = signed(of, shift.of_score(sum(moved.points for moved in others)), 1)
        one, many = (text.say(of.language) for text in (say.REST_ONE, say.REST_MANY))
        yield counted(len(others), one, many, points=points)
    if shift.same:
        yield of.say(say.REST_SAME, points=signed(of, shift.of_score(shift.same), 1))


def findings(of: Names, found: Difference, labels: Labels) -> Iterator[str]:
    """What else differs: lenses, norms, conditions, and what is known."""
    yield from _lenses(of, found, labels)
    yield from _norms(of, found, labels)
    yield from _conditions(of, found, labels)
    yield from _answers(of, found, labels)


def _lenses(of: Names, found: Difference, labels: Labels) -> Iterator[str]:
    """The lenses that point elsewhere."""
    for lens in found.lenses:
        if lens.differs:
            was, now = (
                of.in_sentence(leaders, AND) if leaders else of.say(say.NOBODY)
                for leaders in (lens.before, lens.after)
            )
            yield _both(of, say.LENS, labels, was, now, lens=of.lenses[lens.lens])


def _norms(of: Names, found: Difference, labels: Labels) -> Iterator[str]:
    """The strategies that stand below the norm on one side only."""
    for strategy in found.strategies:
        if strategy.crossed:
            met = (strategy.before.threshold_met, strategy.after.threshold_met)
            was, now = (of.say(say.NORMS[each]) for each in met)
            yield _both(of, say.NORM, labels, was, now, name=of.strategies[strategy.id])


def _conditions(of: Names, found: Difference, labels: Labels) -> Iterator[str]:
    """The conditions that are met, or needed, on one side only."""
    names = {c.id: c.name.say(of.language) for c in of.framework.conditions}
    for condition in found.conditions:
        if condition.differs:
            was, now = (of.say(say.CONDITIONS[state]) for state in condition.states)
            name, strategy = names[condition.id], of.in_sentence([condition.after.strategy])
            yield _both(of, say.CONDITION, labels, was, now, name=name, strategy=strategy)


def _both(of: Names, text: Text, labels: Labels, was: str, now: str, **names: str) -> str:
    before, after = labels
    return of.say(text, was=was, now=now, before=before, after=after, **names)


def _answers(of: Names, found: Difference, labels: Labels) -> Iterator[str]:
    """What only one of the two knows or has a place for, and how many answers are the same."""
    asks = {q.id: q.ask.say(of.language) for q in of.framework.questions}
    for kind, first, second in ONLY:
        for label, became in zip(labels, (first, second), strict=True):
            questions = [asks[a.question] for a in found.answers if a.became == became]
            if questions:
                more = len(questions) - MOST
                said = questions[:MOST] + ([of.say(MORE, n=more)] if more > 0 else [])
                yield of.say(say.ONLY[kind], label=label, n=len(questions), asks=" ".join(said))
    other = sum(each.became == "other" for each in found.answers)
    yield of.say(say.ALIKE, alike=found.alike, other=other)
