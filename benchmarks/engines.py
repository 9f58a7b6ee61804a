"""All engines say the same of 100,000 respondents, to the byte; and what each of them costs.

    python benchmarks/engines.py [ROWS [SINGLE [ENGINE ...]]]

One row in a hundred is not understood. The first SINGLE rows (2,000 unless said) also go through
`recommend`, one by one: it takes some milliseconds each. Then Polars on ten times the rows, against
no more than reading that file. What Java costs is in the seconds, not in those of processors.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from batch_same import row_of, write_with_mistakes

from cd360_cli import framework_file
from cd360_cli.framework import Framework
from cd360_cli.respondent_row import columns
from cd360_cli.row_form import FORMS
from cd360_cli.streams import ASSESSMENT

Made = TypeVar("Made")


def singly(framework: Framework, source: Path, rows: int) -> bytes:
    """The first rows by `recommend`, one by one."""
    with source.open(encoding="utf-8") as stream:
        headers, *lines = islice(stream.read().splitlines(), rows + 1)
    each = (row_of(framework, headers.split(","), pair) + "\n" for pair in enumerate(lines, 1))
    return (FORMS["csv"].header(columns(framework)) + "".join(each)).encode()


def batch(source: Path, target: Path, *words: str) -> None:
    """Score a table with mistakes by the command itself."""
    command = [sys.executable, "-m", "cd360_cli", "batch", str(source), "-o", str(target), *words]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != ASSESSMENT:
        raise SystemExit(done.stderr)


def timed(what: str, work: Callable[[], Made]) -> tuple[Made, float]:
    """What some work makes, and the seconds it takes, told with those of all processors."""
    start, processors = time.perf_counter(), os.times()
    made = work()
    took, after = time.perf_counter() - start, os.times()
    used = sum(after[:4]) - sum(processors[:4])
    print(f"{what:<36} {took:7.1f} s   (processors {used:.1f} s)", flush=True)
    return made, took


def main() -> None:
    """Compare, and end with 1 where two engines differ."""
    rows, single = (*map(int, sys.argv[1:3]), *(100_000, 2_000)[len(sys.argv[1:3]) :])
    engines = sys.argv[3:] or ["polars", "duckdb", "spark"]
    framework = framework_file.load().framework
    with TemporaryDirectory() as folder:
        source = Path(folder, "answers.csv")
        write_with_mistakes(framework, source, rows)
        alone, _ = timed(f"recommend, {single} rows", lambda: singly(framework, source, single))
        written = []
        for engine in ["", *engines]:
            target = Path(folder, f"{engine or 'batch'}.csv")
            by = ["--engine", engine] if engine else []
            timed(" ".join(["batch", *by, f"{rows} rows"]), lambda: batch(source, target, *by))  # noqa: B023
            written.append(target.read_bytes())
        same = all(each == written[0] for each in written)
        alike = all(each.startswith(alone) for each in written)
        print(f"engines equal to the byte: {same}; and to recommend: {alike}")
        if "polars" in engines:
            against_reading(source, Path(folder), 10 * rows)
    raise SystemExit(not (same and alike))


def against_reading(some: Path, folder: Path, rows: int) -> None:
    """Polars on ten times the same rows, against reading them."""
    import polars as pl

    many, target = folder / "many.csv", folder / "rows.csv"
    head, _, body = some.read_bytes().partition(b"\n")
    many.write_bytes(head + b"\n" + body * 10)
    table = pl.scan_csv(many, infer_schema=False)
    _, reading = timed(f"scan_csv, {rows} rows", table.collect)
    _, scoring = timed(f"polars, {rows} rows", lambda: batch(many, target, "--engine", "polars"))
    print(f"polars takes {scoring / reading:.1f} times as long as reading alone")


if __name__ == "__main__":
    main()
