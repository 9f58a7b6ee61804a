"""What share of the strategy questions does a quick assessment ask? Is a winner ever overturned?

Over the published cases, and over seeded respondents who follow one strategy in 50, 70 and 85 % of
their answers and pick at random among the others in the rest:

    python benchmarks/quick.py [RESPONDENTS]
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from statistics import mean

from cd360_cli import case_files, framework_file
from cd360_cli.assessment import Answer, Assessment, FrameworkName
from cd360_cli.framework import Framework, Question
from cd360_cli.interview import give, start
from cd360_cli.quick import skipped
from cd360_cli.scoring import score

DATA = Path(__file__).parents[1] / "data"


def asked(framework: Framework, reply: Callable[[Question], Answer]) -> tuple[float, bool]:
    """The share of strategy questions asked, and whether the full answers overturn the winner."""
    empty = Assessment(1, FrameworkName(framework.id, framework.version), "-", "2000-01-01")
    state = start(framework, empty, "en", quick=True)
    while not state.done and state.question.options:
        state = give(state, reply(state.question).picks)
    left_out = skipped(framework, state.assessment).strategy
    full = state.assessment
    for _, question in framework.strategy_questions:
        if question.id in left_out:
            full = full.with_answer(question.id, reply(question))
    overturned = bool(left_out) and (
        score(framework, full).leaders != score(framework, state.assessment).leaders
    )
    return 1 - len(left_out) / len(framework.strategy_questions), overturned


def follower(framework: Framework, chance: float, random: Random) -> Callable[[Question], Answer]:
    """Somebody who follows one strategy with this chance, question by question."""
    strategy = random.choice(framework.strategies).id
    given: dict[str, Answer] = {}

    def reply(question: Question) -> Answer:
        if question.id not in given:
            own = max(question.options, key=lambda o: o.points.get(strategy, 0))
            others = [o for o in question.options if o is not own]
            given[question.id] = Answer(
                (own.id if random.random() < chance else random.choice(others).id,)
            )
        return given[question.id]

    return reply


def main(respondents: int) -> None:
    """Print a table."""
    framework = framework_file.load().framework
    sheets = [case_files.sheet(DATA, c, framework) for c in case_files.published(DATA).companies]
    rows = [asked(framework, partial(_coded, sheet)) for sheet in sheets]
    print("| who answers | number | strategy questions asked | winners overturned |")
    print("|---|---|---|---|")
    print(f"| published cases | {len(rows)} | {_share(rows)} | {_overturned(rows)} |")
    for chance in (0.5, 0.7, 0.85):
        random = Random(360)
        found = [asked(framework, follower(framework, chance, random)) for _ in range(respondents)]
        who = f"follow one strategy in {chance:.0%}"
        print(f"| {who} | {respondents} | {_share(found)} | {_overturned(found)} |")


def _coded(sheet: Assessment, question: Question) -> Answer:
    return sheet.answers[question.id]


def _share(rows: list[tuple[float, bool]]) -> str:
    return f"{mean(share for share, _ in rows):.0%}"


def _overturned(rows: list[tuple[float, bool]]) -> int:
    return sum(overturned for _, overturned in rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
