"""How often pooling question by question and the mean of scores name different leaders.

Invented teams of five: each leans on one of two strategies, follows it in half of the answers,
chooses anyhow in the others, and does not know some. `python benchmarks/pooling.py [TEAMS]`.
"""

import random
import sys
from fractions import Fraction

from cd360_cli import framework_file
from cd360_cli.assessment import DONT_KNOW, Answer, Assessment, FrameworkName
from cd360_cli.framework import Framework
from cd360_cli.pool import pooled
from cd360_cli.scoring import score

PEOPLE = 5
UNKNOWN = (0, 5, 15, 30)
"""Percentages of the strategy answers that are not known."""


def person(framework: Framework, lean: str, unknown: int, chance: random.Random) -> Assessment:
    """Somebody who leans on a strategy."""
    names = [s.id for s in framework.strategies]
    answers = {}
    for _, question in framework.strategy_questions:
        followed = lean if chance.random() < 0.5 else chance.choice(names)
        option = max(question.options, key=lambda o: o.points.get(followed, 0))
        known = 100 * chance.random() >= unknown
        answers[question.id] = Answer((option.id if known else DONT_KNOW,))
    name = FrameworkName(framework.id, framework.version)
    return Assessment(1, name, "Invented", "2026-11-22", answers=answers)


def differs(framework: Framework, people: list[Assessment]) -> bool:
    """Whether the two ways put other strategies first."""
    scorings = [score(framework, p) for p in people]
    names = scorings[0].strategies
    total = {s: sum((scoring.score(s) for scoring in scorings), Fraction(0)) for s in names}
    best = max(total.values())
    leaders = tuple(s for s in names if total[s] == best)
    return leaders != score(framework, pooled(framework, people)).leaders


def main(teams: int) -> None:
    """Print a line for each share of unknown answers."""
    framework = framework_file.load().framework
    two = [s.id for s in framework.strategies][:2]
    chance = random.Random(1)
    for unknown in UNKNOWN:
        found = sum(
            differs(
                framework,
                [person(framework, chance.choice(two), unknown, chance) for _ in range(PEOPLE)],
            )
            for _ in range(teams)
        )
        print(f"{unknown:3} % unknown: other leaders in {found} of {teams} teams")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
