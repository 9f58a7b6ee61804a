"""What `cd360 batch` costs, against no more than reading the same file with Polars.

    python benchmarks/batch.py [ROWS ...]

Needs Polars, which cd360 itself does not. Both run as whole processes, in turn; medians. Other work
on the machine lengthens the seconds of either, so the ratio of processor time stands beside them.
Memory is looked at every tenth of a second: `largest` is the peak of any one process, `sum` that of
all together, where shared pages count for each (RSS) or once (PSS).
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from respondents import write_table

from cd360_cli import framework_file

ROWS = (10_000, 100_000, 1_000_000, 10_000_000)
READ = "import sys, polars; polars.scan_csv(sys.argv[1], infer_schema=False).collect()"


class Cost(NamedTuple):
    """Seconds on the wall and of processors, and peaks of memory in MiB."""

    seconds: float
    processors: float
    largest: float = 0
    rss: float = 0
    pss: float = 0


def batch(source: Path, target: Path, *options: str) -> Cost:
    """Score a table."""
    target.unlink(missing_ok=True)
    words = ["batch", str(source), "-o", str(target), *options]
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
        sums = [sum(of) for of in zip(*each, strict=True)]
        now = (max((rss for rss, _ in each), default=0), *sums)
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


def table(sizes: Sequence[int]) -> Iterator[str]:
    """The costs of tables of these numbers of rows in Markdown, a line at a time."""
    framework = framework_file.load().framework
    yield (
        "| rows | runs | batch, s | Polars reads, s | ratio | processors, s | ratio of those"
        " | largest, MiB | sum RSS | sum PSS |"
    )
    yield "|" + "--:|" * 10
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "answers.csv"), Path(folder, "rows.csv")
        for rows in sizes:
            write_table(framework, source, rows)
            runs = 5 if rows <= 100_000 else 3 if rows <= 1_000_000 else 1
            pairs = [(batch(source, target), read(source)) for _ in range(runs)]
            ours, theirs = (middle([pair[n] for pair in pairs]) for n in (0, 1))
            wall = median(a.seconds / b.seconds for a, b in pairs)
            processors = median(a.processors / b.processors for a, b in pairs)
            yield (
                f"| {rows:,} | {runs} | {ours.seconds:.1f} | {theirs.seconds:.1f} | {wall:.1f}"
                f" | {ours.processors:.1f} | {processors:.1f}"
                f" | {ours.largest:.0f} | {ours.rss:.0f} | {ours.pss:.0f} |"
            )


if __name__ == "__main__":
    for line in table([int(word) for word in sys.argv[1:]] or ROWS):
        print(line, flush=True)
