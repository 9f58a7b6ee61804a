"""The real command in a real terminal: cards, plain lines, and how they are left."""

import signal
import sys
from functools import partial
from pathlib import Path

import pytest
import yaml

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals here", allow_module_level=True)

from screen import Terminal

FACES = pytest.mark.parametrize("face", ["cards", "lines"])


def begun(folder: Path, *options: str, **settings: object) -> Terminal:
    terminal = Terminal("assess", "acme.yaml", *options, folder=folder, **settings)  # type: ignore[arg-type]
    terminal.show("Which company")
    terminal.press("Acme\r")
    terminal.show("1 of 52")
    return terminal


def answer(terminal: Terminal, choice: str, face: str) -> None:
    terminal.press(choice if face == "cards" else f"{choice}\r")


def kept(folder: Path, name: str = "acme.yaml") -> dict[str, object]:
    found = yaml.safe_load((folder / name).read_text())["answers"]
    assert isinstance(found, dict)
    return found


@FACES
def test_killed_in_the_middle_it_resumes_at_the_next_question_with_every_answer(
    tmp_path: Path, face: str
) -> None:
    """SIGKILL after seven answers: the file is whole, and the eighth question comes next."""
    options = ["--plain"] if face == "lines" else []
    first = begun(tmp_path, *options)
    for n in range(1, 8):
        answer(first, str(1 + n % 4), face)
        first.show(f"- {n + 1} of 52")
    assert first.kill(signal.SIGKILL) == -signal.SIGKILL
    answers = kept(tmp_path)
    assert len(answers) == 7

    second = Terminal("assess", "acme.yaml", *options, folder=tmp_path)
    shown = second.show("- 8 of 52", "Acme: 7 of 52 questions were done already.")
    assert "- 7 of 52" not in shown
    answer(second, "q", face)
    second.show("cd360 recommend acme.yaml")
    assert second.wait() == 0
    assert kept(tmp_path) == answers


@FACES
@pytest.mark.parametrize("way", ["ctrl-c", "SIGTERM", "SIGHUP", "SIGINT"])
def test_interrupted_it_keeps_everything_and_leaves_with_130(
    tmp_path: Path, face: str, way: str
) -> None:
    """Ctrl-C and signals alike say where the answers are, and lose none."""
    terminal = begun(tmp_path, *(["--plain"] if face == "lines" else []))
    answer(terminal, "1", face)
    terminal.show("- 2 of 52")
    if way == "ctrl-c":
        terminal.press("ctrl-c")
        terminal.show("cd360 assess acme.yaml")
        assert terminal.wait() == 130
    else:
        assert terminal.kill(getattr(signal, way)) == 130
        assert "cd360 assess acme.yaml" in terminal.text
    assert len(kept(tmp_path)) == 1


@FACES
def test_a_closed_terminal_loses_nothing(tmp_path: Path, face: str) -> None:
    """The window is closed: it ends by itself, with every answer on disk."""
    terminal = begun(tmp_path, *(["--plain"] if face == "lines" else []))
    answer(terminal, "2", face)
    terminal.show("- 2 of 52")
    assert terminal.hang_up() == 130
    assert len(kept(tmp_path)) == 1


def test_every_key_does_what_the_foot_says(tmp_path: Path) -> None:
    """Each key once, on the screen."""
    terminal = begun(tmp_path)
    shown = terminal.show("q save and leave")
    for key in ("d don't know", "x not applicable", "b back", "n next", "m note", "? explain",
                "g go to", "u next open", "r all answers", "l Nederlands"):  # fmt: skip
        assert key in shown
    terminal.press("down", "down")
    terminal.show("▶  2")
    terminal.press("up", "space")
    terminal.show("▶● 1")
    terminal.press("down", "space")
    terminal.show("▶● 2")
    terminal.press("enter")
    terminal.show("- 2 of 52")
    terminal.press("?")
    terminal.show("Why we ask:")
    terminal.press("d")
    terminal.show("- 3 of 52")
    terminal.press("x")
    terminal.show("- 4 of 52")
    terminal.press("left")
    terminal.show("- 3 of 52", "Your answer: not applicable")
    terminal.press("b")
    terminal.show("- 2 of 52", "Your answer: don't know")
    terminal.press("c")
    terminal.show("- 2 of 52", "number or")
    terminal.press("d")
    terminal.show("- 4 of 52")
    terminal.press("b", "b")
    terminal.show("- 2 of 52")
    terminal.press("m")
    terminal.show("Your note:", "Enter keeps the note")
    terminal.press("asked three customers", "enter")
    terminal.show("Note: asked three customers", "- 2 of 52")
    terminal.press("m")
    terminal.show("Your note: asked three customers")
    terminal.press(" more", "escape")
    terminal.show("- 2 of 52")
    terminal.press("right")
    terminal.show("- 3 of 52")
    terminal.press("u")
    terminal.show("- 4 of 52")
    terminal.press("n", "g")
    terminal.show("Go to", "Customer journey: 0 of 12 done")
    terminal.press("cust", "enter")
    terminal.show("Several parts begin so: Customer journey, Customer experience.")
    terminal.press("customer j", "enter")
    terminal.show("Customer journey, 1 of 12")
    terminal.press("g")
    terminal.show("Go to:")
    terminal.press("99", "enter")
    terminal.show("Questions are numbered 1 to 52.")
    terminal.press("52", "enter")
    terminal.show("Standing in the market, 4 of 4")
    terminal.press("u")
    terminal.show("Market, 4 of 6")
    terminal.press("z")
    terminal.show("That key does nothing here.")
    terminal.press("r")
    terminal.show("Your answers so far", "no answer yet")
    terminal.press("home")
    terminal.show("▶ Show the result now, with 49 open", "(Note: asked three customers)")
    terminal.press("down", "enter")
    terminal.show("Market, 1 of 6")
    terminal.press("3")
    terminal.show("Your answers so far")
    terminal.press("l")
    terminal.show("Uw antwoorden tot nu toe", "l English")
    terminal.press("escape", "q")
    terminal.show("Bewaard. Verder gaan: cd360 assess acme.yaml")
    assert terminal.wait() == 0
    assert list(kept(tmp_path).values()) == [
        "bargain-seeker",
        "not-applicable",
        {"answer": "dont-know", "note": "asked three customers"},
    ]
    assert yaml.safe_load((tmp_path / "acme.yaml").read_text())["language"] == "nl"


@FACES
def test_a_whole_run_ends_with_review_and_recommendation(tmp_path: Path, face: str) -> None:
    """From the first question, with a look back at the last one, to the result."""
    options = ["--plain"] if face == "lines" else []
    terminal = Terminal("assess", "--lang", "nl", *options, folder=tmp_path, rows=60)
    terminal.show("Over welk bedrijf")
    terminal.press("Bakkerij Jansen\r")
    for n in range(1, 53):
        terminal.show(f"- {n} van 52")
        answer(terminal, "d" if n == 3 else "2", face)
    terminal.show("Dat waren alle vragen.", "51 beantwoord, 1 weet ik niet", " ?  3  ")
    answer(terminal, "b", face)
    terminal.show("- 52 van 52", "alles beantwoord")
    terminal.press("enter")
    terminal.show("Dat waren alle vragen.")
    terminal.press("enter")
    terminal.show("Beantwoord: 51 van 52 vragen")
    assert terminal.wait() == 0
    assert (tmp_path / "bakkerij-jansen.cd360.yaml").exists()


def is_whole(shown: str, columns: int) -> bool:
    """Whether the second question stands there once, with its keys, within the columns."""
    parts = ("- 2 of 52", "That it knows their wishes without being told", "save and leave")
    once = all(shown.count(part) == 1 for part in parts)
    return once and max(map(len, shown.split("\n"))) < columns


def test_resizing_keeps_the_card_whole(tmp_path: Path) -> None:
    """Narrower, wider, lower: the question and its keys stay in sight, no row is cut."""
    terminal = begun(tmp_path, columns=120, rows=40)
    terminal.press("down", "4")
    terminal.show("- 2 of 52")
    for columns, rows in ((60, 40), (100, 50), (70, 50)):
        terminal.resize(columns, rows)
        terminal.show_until(partial(is_whole, columns=columns))
    terminal.press("q")
    terminal.show("recommend acme.yaml")
    assert terminal.wait() == 0


@pytest.mark.parametrize(
    "environment", [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_terminals_that_cannot_redraw_and_readers_get_plain_lines(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """No cursor movement, no colour: only lines."""
    terminal = begun(tmp_path, **environment)
    shown = terminal.show("? explanation and all keys", "> ")
    assert "▶" not in shown
    terminal.press("?\r")
    terminal.show("Why we ask:", "g go to", "q save and leave")
    terminal.press("q\r")
    terminal.show("recommend acme.yaml")
    assert terminal.wait() == 0


def test_without_colour_nothing_is_lost(tmp_path: Path) -> None:
    """NO_COLOR: the highlight is a sign, not only a colour."""
    terminal = begun(tmp_path, NO_COLOR="1")
    terminal.press("down")
    terminal.show("▶  1")
    colours = {c.fg for row in terminal.screen.buffer.values() for c in row.values()}
    assert colours == {"default"}
    terminal.press("q")
    assert terminal.wait() == 0
