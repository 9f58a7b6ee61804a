"""At the foot: conditions, next moves, and what the result rests on."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.render import sentences
from cd360_cli.render.page import Page
from cd360_cli.render.text_verdict import STYLES
from cd360_cli.texts import result as say


def parts(page: Page) -> Iterator[RenderableType]:
    """Conditions, moves in their order, staffing, coverage."""
    yield from _conditions(page)
    yield from _contradictions(page)
    yield from _moves(page)
    for said in sentences.staffing(page):
        yield page.listed(page.bullet, said)
    yield from _closest(page)
    rests_on = f"{sentences.coverage(page)} {say.BASIS.say(page.language)}"
    yield Padding(Styled(rests_on, style="dim"), (1, 0, 0, 0), expand=False)
    # Again at the foot: on a small terminal the top has scrolled away.
    yield Styled(sentences.headline(page), style=STYLES[page.result.verdict])


def _conditions(page: Page) -> Iterator[RenderableType]:
    applying = [c for c in page.result.conditions if c.applies]
    elsewhere = [c for c in page.result.conditions if not c.applies and c.level is not None]
    if applying or elsewhere:
        yield page.heading(say.CONDITIONS)
    for condition in applying:
        unmet = condition.met is False
        mark, style = (page.warning, "bold red") if unmet else (page.bullet, "")
        yield page.listed(mark, sentences.condition(page, condition), style)
    for condition in elsewhere:
        yield page.listed(page.bullet, sentences.condition(page, condition), "dim")


def _contradictions(page: Page) -> Iterator[RenderableType]:
    if page.result.contradictions:
        yield page.heading(say.CONTRADICTIONS)
    for contradiction in page.result.contradictions:
        yield page.listed(page.bullet, contradiction.says.say(page.language))


def _moves(page: Page) -> Iterator[RenderableType]:
    if page.result.moves:
        yield page.heading(say.MOVES)
    for n, move in enumerate(page.result.moves, 1):
        said = Styled(move.do.say(page.language))
        said.append(f" {move.because.say(page.language)}", style="dim")
        yield page.listed(f"{n:2}.", said)


def _closest(page: Page) -> Iterator[RenderableType]:
    if page.result.closest:
        yield page.heading(say.CLOSEST)
    for said in sentences.closest(page):
        yield page.listed(page.bullet, said)
    if page.result.closest:
        yield page.note(say.CLOSEST_NOTE.say(page.language))
