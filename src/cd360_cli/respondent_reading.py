"""What a cell answers: in ids, or in whatever way an export of a form product may say it."""

import re
from functools import lru_cache

from cd360_cli.assessment import Answer, check_answer
from cd360_cli.framework import RESERVED, Framework
from cd360_cli.problems import Problem
from cd360_cli.respondent_cells import Reading
from cd360_cli.response_cells import answer_in, answer_tables

_MOST_REMEMBERED = 1 << 12

_BETWEEN = re.compile(r"\s*[+;]\s*|\s+")
"""What stands between two options that share an answer."""


def reading_of(framework: Framework) -> Reading:
    """Reads ids, two of them with `+`, `;` or a space between, and else what `import` reads."""
    tables = answer_tables(framework)
    choices = {question.id: question.choices for question in framework.questions}

    @lru_cache(_MOST_REMEMBERED)
    def reading(question: str, cell: str) -> Answer | Problem | None:
        text = cell.strip()
        if not text:
            return None
        answer = Answer(tuple(_BETWEEN.split(text)))
        problems = check_answer(framework, question, answer)
        if not problems:
            return answer
        worded = answer_in(tables[question], text)
        if isinstance(worded, Answer):
            return worded
        # Words of which none is an id are a text that is not known, not too many ids.
        ids = {*choices[question], *RESERVED}.intersection(answer.picks)
        return problems[0] if ids else check_answer(framework, question, Answer((text,)))[0]

    return reading
