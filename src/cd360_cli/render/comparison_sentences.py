"""What is said of several assessments side by side, the same on a screen and on a page."""

from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from cd360_cli.comparison import Comparison, Side
from cd360_cli.difference import Difference, StepChange
from cd360_cli.journey import Emphasis
from cd360_cli.render.names import Names
from cd360_cli.render.side_by_side import NONE, Figure, Row, figure, row
from cd360_cli.shape import Text
from cd360_cli.texts import comparison as say
from cd360_cli.texts.migration import MORE
from cd360_cli.texts.wording import counted, inner, listed, visible

MOST = 5
"""Steps shown for how much they changed; those that are emphasised anywhere come along."""

MOST_LEFT_OUT = 8
"""Questions named of those left out for one reason; the rest is counted."""


class LeftOut(NamedTuple):
    """Why some questions are not compared, and which."""

    reason: str
    asks: tuple[str, ...]


def labels(found: Comparison) -> tuple[str, ...]:
    """What each side is called: its date where that tells them apart, else a letter or number."""
    dates = tuple(side.result.assessment.date for side in found.sides)
    if found.over_time and len(set(dates)) == len(dates):
        return dates
    count = len(dates)
    if count <= len(ascii_uppercase):
        return tuple(ascii_uppercase[:count])
    return tuple(map(str, range(1, count + 1)))


def introduction(of: Names, found: Comparison, names: Sequence[str]) -> str:
    """How many there are, and what each is held against."""
    count = len(found.sides)
    if not found.over_time:
        return of.say(say.BETWEEN, n=count, first=names[0])
    company = visible(found.sides[-1].result.assessment.company)
    return of.say(say.OVER_TIME, company=company, n=count)


def whose(of: Names, found: Comparison, name: str) -> str:
    """Whose assessment it is and from when, as far as its label does not say so."""
    assessment = of.result.assessment
    known = [assessment.date] if found.over_time else [assessment.company, assessment.date]
    if found.over_time and name != assessment.date:
        known += [assessment.respondent] if assessment.respondent else []
    return "" if known == [name] else visible(", ".join(known))


def below(of: Names) -> str:
    """What stands below the market's norm; nothing where nothing does."""
    ids = [s.id for s in of.result.below_norm]
    return of.say(say.BELOW_NORM, strategies=of.in_sentence(ids)) if ids else ""


# -- which questions are compared


def versions(of: Names, found: Comparison) -> str:
    """Which versions of the questionnaire were used; nothing where it is the present one alone."""
    used = list(dict.fromkeys(side.version for side in found.sides))
    now = of.framework.version
    if used == [now]:
        return ""
    said = of.say(say.VERSIONS, versions=listed(used, of.language), now=now)
    compared = say.SOME_COMPARED if found.left_out else say.ALL_COMPARED
    counts = {"n": len(found.questions), "all": len(of.framework.questions)}
    return f"{visible(said)} {of.say(compared, **counts)}"


def left_out(of: Names, found: Comparison) -> Iterator[LeftOut]:
    """The questions that are not compared, by reason and version."""
    asks = {question.id: question.ask.say(of.language) for question in of.framework.questions}
    groups: dict[tuple[str, str], list[str]] = {}
    for each in found.left_out:
        asked = asks.get(each.question, visible(each.question))
        groups.setdefault((each.reason, each.version), []).append(asked)
    for (reason, version), questions in groups.items():
        more = len(questions) - MOST_LEFT_OUT
        rest = [of.say(MORE, n=more)] if more > 0 else []
        yield LeftOut(
            of.say(say.LEFT_OUT[reason], version=visible(version)),
            (*questions[:MOST_LEFT_OUT], *rest),
        )


# -- levels


def levels(of: Names, found: Comparison) -> Iterator[Row]:
    """The level of each strategy on every side."""
    for strategy in of.framework.strategies:
        cells = [_level(of, side, strategy.id) for side in found.sides]
        yield row(of, of.strategies[strategy.id], cells, found.bases)


def levels_note(of: Names) -> str:
    """What the signs among the levels mean."""
    return of.say(say.LEVELS_NOTE, mark=of.warning, norm=of.framework.limits.norm)


def _level(of: Names, side: Side, strategy: str) -> Figure:
    found = next(s for s in side.result.strategies if s.id == strategy)
    return figure(of, found.standing, f"{of.warning} " if found.threshold_met is False else "")


# -- the journey


def steps_shown(of: Names, found: Comparison) -> tuple[str, ...]:
    """The steps that changed most or are emphasised, in the order of the journey."""
    shown = {step for difference in found.differences for step in _shown(difference)}
    return tuple(id for id in of.steps if id in shown)


def _shown(difference: Difference) -> Iterator[str]:
    yield from (step.id for step in difference.moved_steps[:MOST])
    yield from (step.id for step in difference.steps if step.emphasis != "none")


def steps(of: Names, found: Comparison) -> Iterator[Row]:
    """The opportunity on every side of each step that is shown."""
    for id in steps_shown(of, found):
        sides = [step for side in found.sides for step in side.result.journey if step.id == id]
        figures = [_opportunity(of, step) for step in sides]
        yield row(of, of.steps[id], figures, found.bases)


def _opportunity(of: Names, step: Emphasis) -> Figure:
    if step.band == "not-applicable":
        return Figure(NONE)
    return figure(of, step.opportunity, f"{of.here} " if step.emphasise else "")


def steps_notes(of: Names, found: Comparison) -> Iterator[str]:
    """What the sign among the steps means, what is not shown, and why steps differ."""
    count = len(steps_shown(of, found))
    if not count:
        yield of.say(say.JOURNEY_SAME)
    else:
        yield of.say(say.JOURNEY_NOTE, mark=of.here)
        if more := len(of.steps) - count:
            one, many = (text.say(of.language) for text in (say.JOURNEY_ONE, say.JOURNEY_MANY))
            yield counted(more, one, many)
    if len({frozenset(side.result.candidates) for side in found.sides}) > 1:
        yield of.say(say.OTHER_STRATEGY)


def served(of: Names, found: Comparison, names: Sequence[str]) -> Iterator[str]:
    """Where customers are served better, and where worse, whatever the strategy asks."""
    first = names[:-1] if found.over_time else [names[0]] * (len(names) - 1)
    for difference, before, after in zip(found.differences, first, names[1:], strict=True):
        rises = [(step, step.satisfaction) for step in difference.steps]
        for text, steps in (
            (say.SERVED_BETTER, [step for step, rise in rises if rise is not None and rise > 0]),
            (say.SERVED_WORSE, [step for step, rise in rises if rise is not None and rise < 0]),
        ):
            if steps:
                said = "; ".join(_served(of, step, say.SERVED[found.over_time]) for step in steps)
                yield of.say(text, before=before, after=after, steps=said)


def _served(of: Names, step: StepChange, text: Text) -> str:
    before, after = (of.number(each.satisfaction) for each in (step.before, step.after))
    return of.say(text, step=inner(of.steps[step.id]), before=before, after=after)
