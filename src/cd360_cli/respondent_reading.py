"""What a cell answers, written in ids: of options, of levels and positions, or of the two marks."""

import re
from functools import lru_cache

from cd360_cli.assessment import Answer, check_answer
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem
from cd360_cli.respondent_cells import Reading

_MOST_REMEMBERED = 1 << 12

_BETWEEN = re.compile(r"\s*[+;]\s*|\s+")
"""What stands between two options that share an answer."""


def by_ids(framework: Framework) -> Reading:
    """Reads ids, two of them with `+`, `;` or a space between."""

    @lru_cache(_MOST_REMEMBERED)
    def reading(question: str, cell: str) -> Answer | Problem | None:
        text = cell.strip()
        if not text:
            return None
        answer = Answer(tuple(_BETWEEN.split(text)))
        problems = check_answer(framework, question, answer)
        return problems[0] if problems else answer

    return reading
