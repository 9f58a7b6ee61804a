"""What a command prints, for the generated blocks of the documentation."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def shown(command: str, *, lines: int | None = None, columns: int = 80) -> str:
    """The command and its output as a console block, run in the checkout without colour."""
    environment = {
        **os.environ,
        "COLUMNS": str(columns),
        "LC_ALL": "C.UTF-8",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    output = [line.rstrip() for line in done.stdout.splitlines()]
    if lines is not None and len(output) > lines:
        output = [*output[:lines], "..."]
    return "\n".join(["```console", f"$ {command}", *output, "```"])
