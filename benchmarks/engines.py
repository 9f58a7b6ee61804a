"""All engines say the same of 100,000 respondents, to the byte; and what each of them costs.

    python benchmarks/engines.py [ROWS [SINGLE [ENGINE ...]]]

The first SINGLE rows (2,000 unless said) also go through `recommend`, one by one: it takes some
milliseconds each. Then Polars on ten times the rows, against no more than reading that file.
"""

import csv
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from cd360_cli import framework_file
from cd360_cli.assessment import FORMAT, Answer, Assessment, FrameworkName
from cd360_cli.framework import Framework, Question
from cd360_cli.recommendation import recommend
from cd360_cli.respondent_row import columns, row
from cd360_cli.sql_answers import JOINED

SEED = 20261122


def cells_of(question: Question, chance: random.Random) -> list[str]:
    """Cells to draw from: options, and fewer pairs, unknown and not applicable."""
    choices = list(question.choices)
    marks = ["", "dont-know", "not-applicable"]
    pairs = [JOINED.join(chance.sample(choices, 2)) for _ in range(4)] if question.options else []
    return choices * 6 + marks + pairs


def best_option(question: Question, strategy: str) -> str:
    """The option that gives a strategy most."""
    return max(question.options, key=lambda option: option.points.get(strategy, 0)).id


def write_table(framework: Framework, file: Path, rows: int) -> None:
    """A seeded table of answers: people who lean, and every tenth who answers at random."""
    chance = random.Random(SEED)
    pools = {question.id: cells_of(question, chance) for question in framework.questions}
    loved = {
        (strategy.id, question.id): best_option(question, strategy.id)
        for strategy in framework.strategies
        for _, question in framework.strategy_questions
    }
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["respondent", *pools])
        for number in range(rows):
            favourite = chance.choice(framework.strategies).id
            leaning = chance.random() if number % 10 else 0
            writer.writerow(
                [
                    f"r{number}",
                    *(
                        loved[favourite, question]
                        if (favourite, question) in loved and chance.random() < leaning
                        else chance.choice(pool)
                        for question, pool in pools.items()
                    ),
                ]
            )


def write_singly(framework: Framework, source: Path, target: Path, rows: int) -> None:
    """The first rows by `recommend`, one by one."""
    name = FrameworkName(framework.id, framework.version)
    with source.open(encoding="utf-8") as stream, target.open("w", newline="") as written:
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow([column.name for column in columns(framework)])
        for number, cells in enumerate(islice(csv.DictReader(stream), rows), 1):
            respondent = cells.pop("respondent")
            answers = {q: Answer(tuple(c.split(JOINED))) for q, c in cells.items() if c}
            made = Assessment(FORMAT, name, "", "", respondent=respondent, answers=answers)
            writer.writerow(row(number, recommend(framework, made)))


def batch(source: Path, target: Path, *words: str) -> None:
    """Score a table by the command itself."""
    command = [sys.executable, "-m", "cd360_cli", "batch", str(source), "-o", str(target), *words]
    subprocess.run(command, check=True)


def timed(what: str, work: Callable[[], object]) -> float:
    """Seconds that some work takes, told with those of all processors."""
    start, processors = time.perf_counter(), os.times()
    work()
    took, after = time.perf_counter() - start, os.times()
    used = sum(after[:4]) - sum(processors[:4])
    print(f"{what:<32} {took:7.1f} s   (processors {used:.1f} s)", flush=True)
    return took


def main() -> None:
    """Compare, and end with 1 where two engines differ."""
    rows, single = (*map(int, sys.argv[1:3]), *(100_000, 2_000)[len(sys.argv[1:3]) :])
    engines = sys.argv[3:] or ["polars", "duckdb", "spark"]
    framework = framework_file.load().framework
    with TemporaryDirectory() as folder:
        source, alone = Path(folder, "answers.csv"), Path(folder, "single.csv")
        write_table(framework, source, rows)
        timed(f"recommend, {single} rows", lambda: write_singly(framework, source, alone, single))
        written = []
        for engine in ["", *engines]:
            target = Path(folder, f"{engine or 'batch'}.csv")
            by = ["--engine", engine] if engine else []
            timed(f"batch {' '.join(by)}, {rows} rows", lambda: batch(source, target, *by))  # noqa: B023
            written.append(target.read_bytes())
        same = all(each == written[0] for each in written)
        alike = all(each.startswith(alone.read_bytes()) for each in written)
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
    read = timed(f"scan_csv, {rows} rows", lambda: pl.scan_csv(many, infer_schema=False).collect())
    run = timed(f"polars, {rows} rows", lambda: batch(many, target, "--engine", "polars"))
    print(f"polars takes {run / read:.1f} times as long as reading alone")


if __name__ == "__main__":
    main()
