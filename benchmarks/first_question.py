"""How long until the first question shows, and until a key press has redrawn the card.

    python benchmarks/first_question.py [runs]

Both in a real pseudo-terminal; the start is compared in turn with `python -c "import typer"`.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from screen import Terminal

FILE = "acme.yaml"


def first_question(folder: Path) -> float:
    """Seconds from the start of the command to a card on the screen."""
    begin = time.perf_counter()
    terminal = Terminal("assess", FILE, folder=folder)
    terminal.show("- 1 of 52", "save and leave")
    seconds = time.perf_counter() - begin
    terminal.press("q")
    terminal.wait()
    return seconds


def import_typer() -> float:
    """Seconds that a fresh interpreter takes to import Typer."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import typer"], check=True)
    return time.perf_counter() - begin


def redraws(folder: Path) -> list[float]:
    """Seconds from each of 40 answers to the next question on the screen, saved on the way."""
    terminal = Terminal("assess", FILE, folder=folder)
    terminal.show("- 1 of 52")
    found = []
    for n in range(2, 42):
        begin = time.perf_counter()
        terminal.press("2")
        terminal.show(f"- {n} of 52")
        found.append(time.perf_counter() - begin)
    terminal.press("q")
    terminal.wait()
    return found


def begun(folder: Path) -> None:
    """An assessment without answers."""
    terminal = Terminal("assess", FILE, folder=folder)
    terminal.show("Which company")
    terminal.press("Acme\r")
    terminal.show("- 1 of 52")
    terminal.press("q")
    terminal.wait()


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begun(folder)
        pairs = [(first_question(folder), import_typer()) for _ in range(runs)]
        ratio = median(first / other for first, other in pairs)
        print(f"first question: {median(first for first, _ in pairs) * 1000:.0f} ms,", end=" ")
        print(f"{ratio:.2f} x import typer (median of {runs} pairs)")
        found = sorted(redraws(folder))
        print(f"a key press: {median(found) * 1000:.0f} ms to the next question saved and shown,")
        print(f"  at most {found[-1] * 1000:.0f} ms (of {len(found)})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 20)
