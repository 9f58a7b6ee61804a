"""Measure everything in docs/performance.md, and write it there.

    python benchmarks/performance.py

Takes some ten minutes on two cores. Needs Polars, DuckDB, Spark and Java, which cd360 itself does
not.
"""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import batch
import engines
import start_up

PAGE = Path(__file__).parents[1] / "docs/performance.md"
LIBRARIES = ("typer", "rich", "PyYAML", "polars", "duckdb", "pyspark")

INTRODUCTION = """\
# Performance

Measured by `python benchmarks/performance.py` on {machine}, Python {python}, {libraries}.
Whole processes in turn with what they are held against, medians; the interpreter called
directly."""

BATCH = """\
Respondents with answers to all 52 questions, from CSV to a full result a row, against no more than
reading the same file as text (`polars.scan_csv(FILE, infer_schema=False).collect()`). Should keep
to 5 times that, and to 40 MiB. `largest` is the peak of any one process; the sums count shared
pages for each process (RSS) or once (PSS)."""

SAME = "The same table by every engine; the first rows also by `recommend`, one by one."

READING = "Polars against reading alone. Should keep to 2 times that."


def sections() -> Iterator[str]:
    """The page, a line at a time."""
    yield INTRODUCTION.format(
        machine=f"{platform.machine()} with {os.cpu_count()} processors",
        python=platform.python_version(),
        libraries=", ".join(f"{name} {version(name)}" for name in LIBRARIES),
    )
    yield "\n## Start\n"
    yield from start_up.table(21)
    yield f"\n## Many respondents\n\n{BATCH}\n"
    yield from batch.table(batch.ROWS)
    yield f"\n## Engines\n\n{SAME}\n"
    yield from engines.table(100_000, 2_000, engines.ENGINES)
    yield f"\n{READING}\n"
    yield from engines.against_reading(1_000_000)


if __name__ == "__main__":
    lines = []
    for line in sections():
        print(line, file=sys.stderr, flush=True)
        lines.append(line)
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")
