"""How one assessment differs from another, on a screen: what moved the leaders, and what else."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.difference import Difference
from cd360_cli.render import difference_sentences as sentences
from cd360_cli.render.difference_sentences import Labels
from cd360_cli.render.page import Page
from cd360_cli.texts import comparison as say


def parts(page: Page, found: Difference, labels: Labels) -> Iterator[RenderableType]:
    """The difference under its own heading."""
    title = sentences.title(page, labels)
    yield Padding(Styled(title, style="bold"), (1, 0, 0, 0), expand=False)
    if not found.answers:
        yield Styled(page.say(say.NOTHING))
        return
    yield Styled(sentences.gap(page, found.shift, labels))
    yield Styled(sentences.moved(page, found.shift))
    causes = list(sentences.causes(page, found.shift, labels))
    width = max((len(cause.points) for cause in causes), default=0)
    for cause in causes:
        # The question, and below it both answers.
        yield page.listed(cause.points.rjust(width), "\n".join((cause.ask, *cause.said)))
    if rest := sentences.rest(page, found.shift):
        yield page.note(rest)
    for said in sentences.findings(page, found, labels):
        yield page.listed(page.bullet, said)
