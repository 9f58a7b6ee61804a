"""A cell of a table means one answer, or none with the reason; ids come before texts."""

import pytest

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem
from cd360_cli.respondent_reading import reading_of


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("", None),
        (" as-agreed ", ("as-agreed",)),
        ("as-agreed+known-wishes", ("as-agreed", "known-wishes")),
        ("as-agreed known-wishes", ("as-agreed", "known-wishes")),
        ("dont-know", ("dont-know",)),
        ("Weet ik niet", ("dont-know",)),
        ("n.v.t.", ("not-applicable",)),
        ("as-agrede", "unknown-answer"),
        ("as-agreed+foo", "unknown-answer"),
        ("as-agreed+as-agreed", "same-pick-twice"),
        ("as-agreed+known-wishes+always-ahead", "too-many-picks"),
        ("as-agreed+dont-know", "mark-beside-pick"),
        ("something else altogether, if you ask me", "unknown-answer"),
    ],
)
def test_a_cell_is_an_answer_or_the_reason_why_not(
    framework: Framework, cell: str, said: tuple[str, ...] | str | None
) -> None:
    """Of whichever way it is written; a text of many words is not too many ids."""
    found = reading_of(framework)("reason-to-stay", cell)
    assert (found.kind if isinstance(found, Problem) else found and found.picks) == said


def test_the_texts_of_every_choice_are_read(framework: Framework) -> None:
    """In either language, as a form gives them back."""
    reading = reading_of(framework)
    for question in framework.asked:
        for pick, text in question.choices.items():
            for language in framework.languages:
                assert reading(question.id, text.say(language)) == Answer((pick,))
