"""Kill whole questionnaires at random moments and see what their files hold afterwards.

    python benchmarks/killed.py [kills]

Writes the table in docs/killed.md. Every run resumes the file that the killed one left behind,
answers as fast as the screen follows, and is killed (SIGKILL) within some hundredths of a second to
some seconds: while starting, saving, redrawing or computing the result.
"""

import random
import signal
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from screen import Terminal

from cd360_cli import assessment_file, framework_file

QUESTIONS = 52
LONGEST = 1.5
"""Seconds after which a run is killed at the latest: time for starting and dozens of answers."""

PAGE = Path(__file__).parents[1] / "docs/killed.md"


def run_and_kill(folder: Path, face: str, answered: int, seconds: float) -> int:
    """Answer from where the file stands until the time is up; how many answers were shown kept."""
    begin = time.monotonic()
    options = ["--plain"] if face == "lines" else []
    terminal = Terminal("assess", "acme.yaml", *options, folder=folder)
    shown = answered

    def up(n: int) -> str:
        return f"- {n} of {QUESTIONS}" if n <= QUESTIONS else "all the questions"

    with suppress(AssertionError):
        while time.monotonic() < begin + seconds:
            terminal.show_until(
                lambda text, n=shown: up(n + 1) in text or time.monotonic() > begin + seconds
            )
            if shown == QUESTIONS or up(shown + 1) not in terminal.text:
                break
            terminal.press(random.choice("1234") + ("" if face == "cards" else "\r"))
            shown += 1
    # The last answer was sent, but nothing of it has been shown.
    sent, confirmed = shown, max(answered, shown - 1)
    terminal.kill(signal.SIGKILL)
    kept = count(folder)
    assert confirmed <= kept <= max(sent, answered), (confirmed, kept, sent)
    return kept


def count(folder: Path) -> int:
    """How many answers the file holds. Raises `Refused` where it is not a valid assessment."""
    framework = framework_file.load().framework
    return len(assessment_file.load(folder / "acme.yaml", framework).answers)


def begun(folder: Path) -> None:
    """A new assessment without answers."""
    (folder / "acme.yaml").unlink(missing_ok=True)
    terminal = Terminal("assess", "acme.yaml", folder=folder)
    terminal.show("Which company")
    terminal.press("Acme\r")
    terminal.show(f"- 1 of {QUESTIONS}")
    terminal.press("q")
    terminal.wait()


def resumed(folder: Path) -> None:
    """Open the file once more and leave: what a kill left behind goes with it."""
    terminal = Terminal("assess", "acme.yaml", folder=folder)
    terminal.show("save and leave")
    terminal.press("q")
    terminal.wait()


def main(kills: int) -> None:
    """Kill so often, alternating between cards and plain lines, and write the table."""
    random.seed(360)
    runs = left = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        answered = QUESTIONS
        for n in range(kills):
            if answered >= QUESTIONS:
                begun(folder)
                answered, runs = 0, runs + 1
            face = ("cards", "lines")[n % 2]
            answered = run_and_kill(folder, face, answered, random.uniform(0.05, LONGEST))
        resumed(folder)
        left = len(list(folder.iterdir())) - 1
    PAGE.write_text(
        f"""# Killed at random moments

`python benchmarks/killed.py {kills}` answers whole questionnaires in a real terminal and kills
them (SIGKILL) at random moments, in cards and in plain lines in turn; each next run resumes the
file that the killed one left.

| | |
|---|---|
| kills | {kills} |
| questionnaires answered to their end on the way | {runs} |
| files that were no valid assessment afterwards | 0 |
| answers lost that the screen had moved on from | 0 |
| files left in the folder at the end, besides the assessment | {left} |

The script stops at the first file that is not valid or lacks more than the answer in flight.
"""
    )
    print(PAGE.read_text())


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
