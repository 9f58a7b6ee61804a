"""On top: what stands below the norm, what to lead on, and how sure that is."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.render import sentences
from cd360_cli.render.page import Page
from cd360_cli.render.sentences import evidence, headline
from cd360_cli.texts import answer_code
from cd360_cli.texts.wording import visible


def parts(page: Page) -> Iterator[RenderableType]:
    """The company, the warnings, the verdict."""
    yield Styled(_subject(page), style="dim")
    yield from warnings(page)
    style = STYLES[page.result.verdict]
    yield Padding(Styled(headline(page), style=style), (1, 0, 0, 0), expand=False)
    yield from map(Styled, evidence(page))


def _subject(page: Page) -> str:
    """The company and the date, or that only a code was given."""
    assessment = page.result.assessment
    if not assessment.company:
        return answer_code.HEADING.say(page.language)
    return f"{visible(assessment.company)}, {assessment.date}"


STYLES = {
    "clear": "bold green",
    "leaning": "bold green",
    "undecided": "bold yellow",
    "insufficient": "bold yellow",
}


def warnings(page: Page) -> Iterator[RenderableType]:
    """What comes before everything else: every strategy below its norm."""
    for said in sentences.warnings(page):
        yield page.listed(page.warning, said, "bold red")
