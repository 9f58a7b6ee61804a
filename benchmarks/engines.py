"""All engines say the same of 100,000 respondents, to the byte; and what each of them costs.

    python benchmarks/engines.py [ROWS [SINGLE [ENGINE ...]]]

One row in a hundred is not understood. The first SINGLE rows (2,000 unless said) also go through
`recommend`, one by one: it takes some milliseconds each. Then Polars on ten times the rows, in turn
with no more than reading that file. What Java costs is in the seconds alone.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import batch as costs
from batch_same import row_of, write_with_mistakes
from respondents import write_table

from cd360_cli import framework_file
from cd360_cli.framework import Framework
from cd360_cli.respondent_row import columns
from cd360_cli.row_form import FORMS
from cd360_cli.streams import ASSESSMENT, DONE

ENGINES = ("polars", "duckdb", "spark")


def singly(framework: Framework, source: Path, rows: int) -> bytes:
    """The first rows by `recommend`, one by one."""
    with source.open(encoding="utf-8") as stream:
        headers, *lines = (line.rstrip("\n") for line in islice(stream, rows + 1))
    each = (row_of(framework, headers.split(","), pair) + "\n" for pair in enumerate(lines, 1))
    return (FORMS["csv"].header(columns(framework)) + "".join(each)).encode()


def batch(source: Path, target: Path, *words: str) -> None:
    """Score a table by the command itself."""
    command = [sys.executable, "-m", "cd360_cli", "batch", str(source), "-o", str(target), *words]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (DONE, ASSESSMENT):
        raise SystemExit(done.stderr)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds that some work takes, on the wall and of all processors."""
    start, before = time.perf_counter(), os.times()
    work()
    took, after = time.perf_counter() - start, os.times()
    return took, sum(after[:4]) - sum(before[:4])


def table(rows: int, single: int, engines: Sequence[str]) -> Iterator[str]:
    """What each engine costs, and whether it says the same, in Markdown, a line at a time."""
    framework = framework_file.load().framework
    yield "| scored by | rows | s | processors, s | same rows |\n|---|--:|--:|--:|---|"
    with TemporaryDirectory() as folder:
        source, alone = Path(folder, "answers.csv"), b""
        write_with_mistakes(framework, source, rows)
        first = b""
        for engine in ["batch", *engines]:
            target = Path(folder, f"{engine}.csv")
            by = [] if engine == "batch" else ["--engine", engine]
            took, used = timed(partial(batch, source, target, *by))
            written = target.read_bytes()
            first = first or written
            same = "to the byte" if written == first else "NO"
            yield f"| {engine} | {rows:,} | {took:.1f} | {used:.1f} | {same} |"

        def one_by_one() -> None:
            nonlocal alone
            alone = singly(framework, source, single)

        took, used = timed(one_by_one)
        same = "to the byte" if first.startswith(alone) else "NO"
        yield f"| `recommend`, one by one | {single:,} | {took:.1f} | {used:.1f} | {same} |"


def against_reading(rows: int, runs: int = 7) -> Iterator[str]:
    """Polars on a table, in turn with no more than reading it: medians, in Markdown."""
    yield "| rows | runs | Polars, s | reads, s | ratio | processors, s | ratio of those |"
    yield "|" + "--:|" * 7
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "answers.csv"), Path(folder, "rows.csv")
        write_table(framework_file.load().framework, source, rows)
        score = partial(costs.batch, source, target, "--engine", "polars")
        pairs = [(score(), costs.read(source)) for _ in range(runs)]
    ours, theirs = (costs.middle([pair[n] for pair in pairs]) for n in (0, 1))
    wall = median(a.seconds / b.seconds for a, b in pairs)
    processors = median(a.processors / b.processors for a, b in pairs)
    yield (
        f"| {rows:,} | {runs} | {ours.seconds:.1f} | {theirs.seconds:.1f} | {wall:.2f}"
        f" | {ours.processors:.1f} | {processors:.2f} |"
    )


def main() -> None:
    """Print both tables, and end with 1 where two engines differ."""
    rows, single = (*map(int, sys.argv[1:3]), *(100_000, 2_000)[len(sys.argv[1:3]) :])
    engines = sys.argv[3:] or ENGINES
    lines = list(table(rows, single, engines))
    print(*lines, sep="\n", flush=True)
    if "polars" in engines:
        print("", *against_reading(10 * rows), sep="\n")
    raise SystemExit(any(line.endswith("| NO |") for line in lines))


if __name__ == "__main__":
    main()
