"""What part of `recommend --json` goes into answers to flip, weight tolerance and lens share?

Runs the command as it is and with the three left out, in turn, as whole processes:

    python benchmarks/robustness.py [RUNS]
"""

import platform
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
ARGUMENTS = ["recommend", str(ROOT / "examples/patagonia.yaml"), "--json"]
AS_IT_IS = "from cd360_cli.__main__ import main; main()"
# The same imports, files and output, but every rival is said to need nothing.
WITHOUT = """
from fractions import Fraction
from cd360_cli import recommendation
from cd360_cli.robustness import Challenge
nothing = Fraction(0)
recommendation.challenge = lambda scoring, strategy, rival: Challenge(rival, 0, (), nothing, False)
recommendation.lens_shares = lambda scoring, steps: dict.fromkeys(scoring.strategies, nothing)
from cd360_cli.__main__ import main
main()
"""


def seconds(code: str) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *ARGUMENTS], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Warm both up once, then time them in turn."""
    for code in (WITHOUT, AS_IT_IS):
        seconds(code)
    pairs = [(seconds(WITHOUT), seconds(AS_IT_IS)) for _ in range(runs)]
    print(f"Python {platform.python_version()}, {runs} runs in turn, medians")
    print(f"without robustness   {1000 * median(a for a, _ in pairs):6.0f} ms")
    print(f"recommend --json     {1000 * median(b for _, b in pairs):6.0f} ms")
    print(f"ratio                {median(b / a for a, b in pairs):6.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
