"""How long does `recommend --json` take, against the least that a Typer program can take?

Runs both in turn, A B A B, as whole processes with the interpreter called directly, and prints
medians and the median of the ratios pair by pair:

    python benchmarks/start_up.py [RUNS]
"""

import platform
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
BASE = [sys.executable, "-c", "import typer"]
# What the installed `cd360` script does, without the cost of finding its interpreter.
SCRIPT = "from cd360_cli.__main__ import main; main()"
FILE = str(ROOT / "examples/patagonia.yaml")
COMMAND = [sys.executable, "-c", SCRIPT, "recommend", FILE, "--json"]


def seconds(command: list[str]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Warm both up once, then time them in turn."""
    for command in (BASE, COMMAND):
        seconds(command)
    pairs = [(seconds(BASE), seconds(COMMAND)) for _ in range(runs)]
    print(f"Python {platform.python_version()}, {runs} runs in turn, medians")
    print(f"import typer       {1000 * median(a for a, _ in pairs):6.0f} ms")
    print(f"recommend --json   {1000 * median(b for _, b in pairs):6.0f} ms")
    print(f"ratio              {median(b / a for a, b in pairs):6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
