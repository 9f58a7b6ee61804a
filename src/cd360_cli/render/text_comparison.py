"""Assessments side by side on a screen: their verdicts, figures, and what moved them."""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.text import Text as Styled

from cd360_cli.comparison import Comparison
from cd360_cli.framework import Framework
from cd360_cli.render import comparison_sentences as sentences
from cd360_cli.render import side_by_side, text_difference
from cd360_cli.render.page import Page, indented, put
from cd360_cli.render.sentences import headline
from cd360_cli.render.side_by_side import Row
from cd360_cli.render.text_side_by_side import tables
from cd360_cli.render.text_verdict import STYLES
from cd360_cli.texts import comparison as say
from cd360_cli.texts import side_by_side as say_side


def show(found: Comparison, framework: Framework, language: str, console: Console) -> None:
    """Print the comparison."""
    pages = [Page(side.result, framework, language, console) for side in found.sides]
    for part in _parts(pages, found, sentences.labels(found)):
        put(console, part, pages[0].width)


def _parts(
    pages: Sequence[Page], found: Comparison, names: Sequence[str]
) -> Iterator[RenderableType]:
    page = pages[-1]
    yield Styled(sentences.introduction(page, found, names), style="dim")
    for each, name in zip(pages, names, strict=True):
        yield from _side(each, found, name)
    yield from _versions(page, found)
    if not any(difference.answers for difference in found.differences):
        yield Styled(f"\n{page.say(say.NOTHING)}")
        return
    yield from _figures(page, found, names)
    for n, difference in enumerate(found.differences):
        base = names[found.bases[n]]
        yield from text_difference.parts(page, difference, (base, names[n + 1]))
    yield page.heading(say.LEVELS)
    yield from _tables(page, names, list(sentences.levels(page, found)))
    yield page.note(sentences.levels_note(page))
    yield from _journey(page, found, names)


def _side(page: Page, found: Comparison, name: str) -> Iterator[RenderableType]:
    """One assessment: whose it is, what it comes to, and what stands below the norm."""
    whose = sentences.whose(page, found, name)
    said = Styled(f"{whose}. " if whose else "")
    yield page.listed(name, said.append(headline(page), style=STYLES[page.result.verdict]))
    if below := sentences.below(page):
        yield indented(page.listed(page.warning, below, "bold red"))


def _versions(page: Page, found: Comparison) -> Iterator[RenderableType]:
    """With which versions of the questionnaire, and what that leaves out."""
    if said := sentences.versions(page, found):
        yield Styled(f"\n{said}")
    for each in sentences.left_out(page, found):
        yield page.note(each.reason)
        for question in each.asks:
            yield indented(page.listed(page.bullet, question))


def _figures(page: Page, found: Comparison, names: Sequence[str]) -> Iterator[RenderableType]:
    results = [side.result for side in found.sides]
    yield page.heading(say_side.SCORES)
    yield from _tables(page, names, list(side_by_side.scores(page, results, found.bases)))
    yield page.heading(say.SURENESS)
    rows = side_by_side.sureness(page, results, found.bases, otherwise="")
    yield from _tables(page, names, list(rows))
    yield page.note(page.say(say_side.SURENESS_NOTE))


def _tables(page: Page, names: Sequence[str], rows: Sequence[Row]) -> Iterator[RenderableType]:
    for number, part in enumerate(tables(page, names, rows)):
        if number:
            yield Styled("")
        yield part


def _journey(page: Page, found: Comparison, names: Sequence[str]) -> Iterator[RenderableType]:
    """The steps that changed most or are emphasised, and where customers are served otherwise."""
    yield page.heading(say.JOURNEY)
    if rows := list(sentences.steps(page, found)):
        yield from _tables(page, names, rows)
    for note in sentences.steps_notes(page, found):
        yield page.note(note)
    for said in sentences.served(page, found, names):
        yield page.listed(page.bullet, said)
