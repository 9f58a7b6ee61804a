"""Time two pieces of Python as whole processes, in turn, so that a noisy machine is fair."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Mapping
from statistics import median


def seconds(code: str, arguments: list[str], environment: Mapping[str, str] | None = None) -> float:
    """Wall time of one run, the interpreter called directly, `environment` added to ours."""
    command = [sys.executable, "-c", code, *arguments]
    variables = {**os.environ, **(environment or {})}
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=variables, check=True)
    return time.perf_counter() - start


def compare(codes: dict[str, str], arguments: list[str], runs: int) -> None:
    """Warm both up once, time them in turn, print medians and the median of the ratios by pair."""
    (first, base), (second, code) = codes.items()
    for each in (base, code):
        seconds(each, arguments)
    pairs = [(seconds(base, arguments), seconds(code, arguments)) for _ in range(runs)]
    print(f"Python {platform.python_version()}, {runs} runs in turn, medians")
    print(f"{first:20} {1000 * median(a for a, _ in pairs):6.0f} ms")
    print(f"{second:20} {1000 * median(b for _, b in pairs):6.0f} ms")
    print(f"{'ratio':20} {median(b / a for a, b in pairs):6.2f}")
