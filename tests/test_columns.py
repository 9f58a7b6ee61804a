"""Columns on a screen."""

from collections import Counter
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text as Styled

from cd360_cli.render.columns import Column, Columns

WORDS = st.text(alphabet="ab cdé京\N{GREEK SMALL LETTER ALPHA}[/]", max_size=30)
COLUMN = st.builds(
    Column, st.none() | st.integers(2, 40), st.sampled_from(["left", "center", "right"])
)


def shown(columns: Columns, width: int, *, colours: bool = False) -> str:
    """What a terminal of `width` columns gets."""
    file = StringIO()
    console = Console(file=file, width=width, force_terminal=colours, color_system="standard")
    console.print(columns)
    return file.getvalue()


def lines(columns: Columns, width: int) -> list[str]:
    """The lines without blanks at their ends."""
    return [line.rstrip() for line in shown(columns, width).splitlines()]


@st.composite
def tables(draw: st.DrawFn) -> tuple[Columns, list[str]]:
    """Columns with rows of texts, and all those texts."""
    columns = draw(st.lists(COLUMN, min_size=1, max_size=5))
    rows = draw(st.lists(st.lists(WORDS, min_size=1, max_size=len(columns)), max_size=4))
    table = Columns(*columns)
    for row in rows:
        table.add_row(*row, down=draw(st.lists(st.sampled_from([0, 0.5, 1]), max_size=5)))
    return table, [cell for row in rows for cell in row]


@given(tables(), st.integers(15, 100))
def test_no_line_is_wider_than_the_screen_and_no_character_is_lost(
    table: tuple[Columns, list[str]], width: int
) -> None:
    """Whatever the columns, their texts fit the screen, whole."""
    found = shown(table[0], width)
    assert all(Styled(line).cell_len <= width for line in found.split("\n"))
    assert Counter("".join(found.split())) == Counter("".join("".join(table[1]).split()))


def test_columns_give_way_the_widest_first_and_words_last() -> None:
    """Names are wrapped at blanks, then headings broken, then names; figures stay whole."""
    table = Columns(
        Column(24), Column(5, "right"), Column(8, "right"), headings=["", "score", "practice"]
    )
    table.add_row("Operational excellence", "50.0", "59")
    assert lines(table, 27) == [
        "             score practice",
        "Operational   50.0       59",
        "excellence",
    ]
    assert lines(table, 22) == [
        "            scor pract",
        "               e   ice",
        "Operational 50.0    59",
        "excellence",
    ]
    words = Columns(Column(16), Column(12))
    words.add_row("indivisibility", "one two three")
    assert lines(words, 24) == ["indivisibility one two", "               three"]


def test_a_text_of_lines_keeps_them() -> None:
    """A line of somebody's own ends where it ends."""
    row = Columns(Column(9), Column())
    row.add_row("ab\ncd", "x")
    assert [line.split() for line in shown(row, 20).splitlines()] == [["ab", "x"], ["cd"]]


def test_what_is_shorter_stands_where_its_row_says() -> None:
    """A heading stands at the foot of the others, a text halfway down the picture beside it."""
    for down, place in ((0, 0), (0.5, 1), (1, 2)):
        row = Columns(Column(1), Column())
        row.add_row([Styled("o")] * 3, "said", down=[0, down])
        assert [line.endswith("said") for line in shown(row, 6).splitlines()].index(True) == place


def test_a_text_keeps_its_style() -> None:
    """Styles are seen, also of a text that has one style all along."""
    row = Columns(Column(1), Column(10))
    row.add_row(Styled("!", style="bold red"), Styled("twice as much", style="bold red"))
    assert shown(row, 20, colours=True).count("\x1b[1;31m") == 3
