"""What `cd360 batch` costs, against no more than reading the same file with Polars.

    python benchmarks/batch.py [ROWS ...]

Needs Polars, which cd360 itself does not. Both run as whole processes, in turn; medians. Other work
on the machine lengthens the seconds of either, so the ratio of processor time stands beside them.
Memory is looked at every tenth of a second: `largest` is the peak of any one process, `sum` that of
all together, where shared pages count for each (RSS) or once (PSS).
"""

import os
import platform
import random
import resource
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from cd360_cli import framework_file
from cd360_cli.framework import Framework, Question

SEED = 20261122
ROWS = (10_000, 100_000, 1_000_000, 10_000_000)
DIFFERENT = 100_000
"""Respondents after which a table begins anew."""

READ = "import sys, polars; polars.scan_csv(sys.argv[1], infer_schema=False).collect()"


class Cost(NamedTuple):
    """Seconds on the wall and of processors, and peaks of memory in MiB."""

    seconds: float
    processors: float
    largest: float = 0
    rss: float = 0
    pss: float = 0


def cells_of(question: Question) -> list[str]:
    """Cells to draw from: choices, and fewer pairs, unknown and not applicable."""
    choices = list(question.choices)
    pairs = ["+".join(choices[n : n + 2]) for n in range(3)] if question.options else []
    return [*choices * 6, "", "dont-know", "not-applicable", *pairs]


def write_table(framework: Framework, file: Path, rows: int) -> None:
    """A seeded table: people who lean more or less, and every tenth who answers at random."""
    chance = random.Random(SEED)
    pools = {question.id: cells_of(question) for question in framework.asked}
    best = {
        (strategy.id, q.id): max(q.options, key=lambda o: o.points.get(strategy.id, 0)).id
        for strategy in framework.strategies
        for _, q in framework.strategy_questions
    }
    lines = []
    for number in range(min(rows, DIFFERENT)):
        favourite = chance.choice(framework.strategies).id
        leaning = chance.random() if number % 10 else 0
        cells = [
            best[favourite, question]
            if (favourite, question) in best and chance.random() < leaning
            else chance.choice(pool)
            for question, pool in pools.items()
        ]
        lines.append(f"r{number},{','.join(cells)}\n")
    with file.open("w") as stream:
        stream.write(f"respondent,{','.join(pools)}\n")
        for _ in range(rows // len(lines)):
            stream.writelines(lines)


def batch(source: Path, target: Path) -> Cost:
    """Score a table."""
    target.unlink(missing_ok=True)
    words = ["batch", str(source), "-o", str(target)]
    return watched([sys.executable, "-m", "cd360_cli", *words])


def read(source: Path) -> Cost:
    """Read a table with Polars, and do nothing with it."""
    return watched([sys.executable, "-c", READ, str(source)])


def watched(command: list[str]) -> Cost:
    """Run a command and see what it costs."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    peaks = [0.0, 0.0, 0.0]
    while process.poll() is None:
        each = [memory(id) for id in tree(process.pid)]
        now = (
            max((rss for rss, _ in each), default=0),
            *(sum(of) for of in zip(*each, strict=True)),
        )
        peaks = [max(pair) for pair in zip(peaks, now, strict=False)]
        time.sleep(0.1)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert process.returncode == 0
    return Cost(seconds, used, *peaks)


def tree(process: int) -> list[int]:
    """A process and those that it started."""
    children: list[int] = []
    with suppress(OSError):
        text = Path(f"/proc/{process}/task/{process}/children").read_text()
        children = [id for child in text.split() for id in tree(int(child))]
    return [process, *children]


def memory(process: int) -> tuple[float, float]:
    """The RSS and the PSS of a process, in MiB."""
    found = {"Rss": 0.0, "Pss": 0.0}
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            name, _, value = line.partition(":")
            if name in found:
                found[name] = int(value.split()[0]) / 1024
    return found["Rss"], found["Pss"]


def middle(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*map(median, zip(*costs, strict=True)))


def main() -> None:
    """Measure every number of rows and print a table."""
    framework = framework_file.load().framework
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, medians in turn\n")
    print(
        "| rows | runs | batch, s | Polars reads, s | ratio | processors, s | ratio of those"
        " | largest, MiB | sum RSS | sum PSS |\n|" + "---:|" * 10
    )
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "answers.csv"), Path(folder, "rows.csv")
        for rows in map(int, sys.argv[1:] or ROWS):
            write_table(framework, source, rows)
            runs = 5 if rows <= 100_000 else 3 if rows <= 1_000_000 else 1
            pairs = [(batch(source, target), read(source)) for _ in range(runs)]
            ours, theirs = (middle([pair[n] for pair in pairs]) for n in (0, 1))
            wall = median(a.seconds / b.seconds for a, b in pairs)
            processors = median(a.processors / b.processors for a, b in pairs)
            print(
                f"| {rows:,} | {runs} | {ours.seconds:.1f} | {theirs.seconds:.1f} | {wall:.1f}"
                f" | {ours.processors:.1f} | {processors:.1f}"
                f" | {ours.largest:.0f} | {ours.rss:.0f} | {ours.pss:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
