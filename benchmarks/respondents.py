"""Seeded tables of respondents to measure with."""

import random
from pathlib import Path

from cd360_cli.framework import Framework, Question

SEED = 20261122
DIFFERENT = 100_000
"""Respondents after which a table begins anew."""


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
