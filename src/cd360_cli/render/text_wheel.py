"""The journey wheel on a screen, in miniature."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text as Styled

from cd360_cli.journey import MOST_OPPORTUNITY, Emphasis
from cd360_cli.pictures.braille import Cell, Wedge, miniature
from cd360_cli.render.columns import Column, Columns
from cd360_cli.render.page import INDENT, Page, indented

ROWS, WITH_WHEEL = 9, 60
"""Lines of a wheel, which is twice as wide, and columns from which there is room for one."""

COLOURS = ("blue", "green", "yellow", "red", "magenta", "cyan")


def colour(discipline: int) -> str:
    """The colour of the discipline at a place, like those of a report."""
    return COLOURS[discipline % len(COLOURS)]


def beside(
    page: Page, journey: Sequence[Emphasis], said: Sequence[Columns]
) -> Iterator[RenderableType]:
    """What is said of a journey, right of its wheel where there is room for both."""
    if not page.pictures or page.width < WITH_WHEEL or not said:
        yield from said
        return
    pair = Columns(Column(2 * ROWS), Column())
    pair.add_row(_wheel(page, journey), said, down=[0, 0.5])
    yield indented(pair)


def in_a_row(
    page: Page, journeys: Sequence[tuple[str, Sequence[Emphasis]]]
) -> Iterator[RenderableType]:
    """Named journeys as wheels side by side; nothing where there is no room for all."""
    apart = 2 * ROWS + 1
    if not page.pictures or page.width < INDENT + len(journeys) * (apart + 1):
        return
    row = Columns(*(Column(max(apart, len(name)), "center") for name, _ in journeys))
    row.add_row(*(_wheel(page, journey) for _, journey in journeys))
    row.add_row(*(name for name, _ in journeys))
    yield indented(row)


def _wheel(page: Page, journey: Sequence[Emphasis]) -> list[Styled]:
    places = {d.id: n for n, d in enumerate(page.framework.disciplines)}
    groups = {step.id: places[step.discipline] for step in page.framework.steps}
    wedges = [
        Wedge(float((e.opportunity or 0) / MOST_OPPORTUNITY), groups[e.id], e.emphasise)
        for e in journey
    ]
    return [_line(cells) for cells in miniature(wedges, ROWS)]


def _line(cells: Sequence[Cell]) -> Styled:
    """A line of a wheel, neighbours of one colour together."""
    runs = groupby(cells, key=lambda cell: cell.group)
    return Styled.assemble(
        *(("".join(cell.character for cell in run), _style(group)) for group, run in runs)
    )


def _style(group: int | None) -> str:
    return "dim" if group is None else colour(group)
