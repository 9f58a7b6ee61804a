"""The journey wheel on a screen, in miniature."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from cd360_cli.journey import MOST_OPPORTUNITY, Emphasis
from cd360_cli.pictures.braille import Wedge, miniature
from cd360_cli.render.page import INDENT, Page, indented

ROWS, WITH_WHEEL = 9, 60
"""Lines of a wheel, which is twice as wide, and columns from which there is room for one."""

COLOURS = ("blue", "green", "yellow", "red", "magenta", "cyan")


def colour(discipline: int) -> str:
    """The colour of the discipline at a place, like those of a report."""
    return COLOURS[discipline % len(COLOURS)]


def beside(
    page: Page, journey: Sequence[Emphasis], said: Sequence[RenderableType]
) -> RenderableType:
    """What is said of a journey, right of its wheel where there is room for both."""
    if not page.pictures or page.width < WITH_WHEEL or not said:
        return Group(*said)
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(vertical="middle")
    grid.add_row(_wheel(page, journey), Group(*said))
    return indented(grid)


def in_a_row(page: Page, journeys: Sequence[tuple[str, Sequence[Emphasis]]]) -> RenderableType:
    """Named journeys as wheels side by side; nothing where there is no room for all."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    if not page.pictures or page.width < INDENT + len(journeys) * (2 * ROWS + 2):
        return grid
    for _ in journeys:
        grid.add_column(justify="center", width=2 * ROWS)
    grid.add_row(*(_wheel(page, journey) for _, journey in journeys))
    grid.add_row(*(name for name, _ in journeys))
    return indented(grid)


def _wheel(page: Page, journey: Sequence[Emphasis]) -> Styled:
    places = {d.id: n for n, d in enumerate(page.framework.disciplines)}
    groups = {step.id: places[step.discipline] for step in page.framework.steps}
    wedges = [
        Wedge(float((e.opportunity or 0) / MOST_OPPORTUNITY), groups[e.id], e.emphasise)
        for e in journey
    ]
    lines = miniature(wedges, ROWS)
    return Styled("\n").join(
        Styled.assemble(*((cell.character, _style(cell.group)) for cell in line)) for line in lines
    )


def _style(group: int | None) -> str:
    return "dim" if group is None else colour(group)
