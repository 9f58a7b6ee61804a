"""What part of `recommend --json` goes into answers to flip, weight tolerance and lens share?

Runs the command as it is and with the three left out, in turn, as whole processes:

    python benchmarks/robustness.py [RUNS]
"""

import sys
from pathlib import Path

from in_turn import compare

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

if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    compare({"without robustness": WITHOUT, "recommend --json": AS_IT_IS}, ARGUMENTS, runs)
