"""How long does `recommend --json` take, against the least that a Typer program can take?

python benchmarks/start_up.py [RUNS]
"""

import sys
from pathlib import Path

from in_turn import compare

FILE = Path(__file__).parents[1] / "examples/patagonia.yaml"
CODES = {
    "import typer": "import typer",
    # What the installed `cd360` script does, without the cost of finding its interpreter.
    "recommend --json": "from cd360_cli.__main__ import main; main()",
}

if __name__ == "__main__":
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    compare(CODES, ["recommend", str(FILE), "--json"], runs)
