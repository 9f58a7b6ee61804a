"""Before and after a change side by side, on a screen."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from cd360_cli.assessment import Answer
from cd360_cli.difference import Difference
from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation
from cd360_cli.render import side_by_side
from cd360_cli.render.page import Page, put
from cd360_cli.render.side_by_side import NONE, Figure, Row, row
from cd360_cli.render.text_side_by_side import table
from cd360_cli.texts import side_by_side as say_side
from cd360_cli.texts import whatif as say
from cd360_cli.texts.result import VERDICT_NAMES
from cd360_cli.texts.wording import OR, inner, listed, visible
from cd360_cli.whatif import Changes

BEFORE = (0,)
"""What stands after is held against the only other side."""


def show(
    found: Difference, changes: Changes, framework: Framework, language: str, console: Console
) -> None:
    """Print before, after and the difference; `framework` is the one of before."""
    page = Page(found.after, framework, language, console)
    for part in _parts(found, changes, page):
        put(console, part, page.width)


def _parts(found: Difference, changes: Changes, page: Page) -> Iterator[RenderableType]:
    assessment = found.after.assessment
    results = (found.before, found.after)
    headings = [page.say(text) for text in (say.BEFORE, say.AFTER, say_side.DIFFERENCE)]
    yield Styled(f"{visible(assessment.company)}, {assessment.date}", style="dim")
    for said in _changes(found, changes, page):
        yield page.listed(page.bullet, said)
    yield page.heading(say.OUTCOME)
    yield table(page, headings, list(_outcome(results, page)))
    yield page.note(page.say(say_side.SURENESS_NOTE))
    yield page.heading(say_side.SCORES)
    yield table(page, headings, list(side_by_side.scores(page, results, BEFORE)))
    yield page.heading(say.EMPHASIS)
    if rows := list(_emphases(found, page)):
        yield table(page, headings, rows)
        yield page.note(page.say(say.EMPHASIS_NOTE, mark=page.here))
    else:
        yield page.note(page.say(say.NO_EMPHASIS))


def _changes(found: Difference, changes: Changes, page: Page) -> Iterator[str]:
    """Each change in a sentence, or that there is none."""
    old = found.before.assessment.answers
    for question, picks in changes.answers.items():
        before, after = _picks(old.get(question), page), listed(picks, page.language)
        yield page.say(say.ANSWER, question=question, before=before, after=after)
    for lens in page.framework.lenses:
        if lens.id in changes.lens_weights:
            name, weight = inner(page.lenses[lens.id]), changes.lens_weights[lens.id]
            yield page.say(say.WEIGHT, lens=name, before=lens.weight, after=weight)
    if not any(changes):
        yield page.say(say.NOTHING)


def _picks(answer: Answer | None, page: Page) -> str:
    return listed(answer.picks, page.language) if answer else page.say(say.NO_ANSWER)


def _outcome(results: tuple[Recommendation, Recommendation], page: Page) -> Iterator[Row]:
    """The verdict, what to lead on, or all that still may, and how sure that is."""
    changed = page.say(say.CHANGED)
    for text, figures in (
        (say.VERDICT, [Figure(page.say(VERDICT_NAMES[result.verdict])) for result in results]),
        (say.STRATEGY, [Figure(page.in_sentence(result.candidates, OR)) for result in results]),
    ):
        yield row(page, page.say(text), figures, BEFORE, changed)
    yield from side_by_side.sureness(page, results, BEFORE, changed)


def _emphases(found: Difference, page: Page) -> Iterator[Row]:
    """The steps that are emphasised on one side only, in the order of the journey."""
    for step in found.steps:
        name = page.steps[step.id]
        if step.emphasis == "gained":
            yield Row(name, (NONE, page.here, page.say(say.GAINED)), differs=True)
        elif step.emphasis == "lost":
            yield Row(name, (page.here, NONE, page.say(say.LOST)), differs=True)
