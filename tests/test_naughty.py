"""Hostile words in every text field, through every output: a sample of what the benchmark tries."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from naughty_strings import (
    LISTED,
    OF_ASSESSMENTS,
    OF_EXPORTS,
    OF_FRAMEWORKS,
    OF_WORDS,
    Output,
    shape,
    trouble,
    trouble_with_line,
)

STEERS = "\x1b]0;own\x07\x1b[31m\x9b31m\u202eevil\u2028"
MARKUP = "[bold red]A[/] </svg><script>alert(1)</script> =1+1 | `x` {company} :warning:"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


def test_the_whole_list_is_here() -> None:
    """The list is as published: 515 strings."""
    assert len(LISTED) == 515


@pytest.mark.parametrize("output", [*OF_ASSESSMENTS, *OF_FRAMEWORKS], ids=lambda o: o.words)
def test_words_in_a_text_stay_words(output: Output, here: Path) -> None:
    """No control sequence, no element, no formula, no markup; in files and JSON exactly as given."""
    expected = shape(output, here)
    for left in here.glob("new.*"):
        left.unlink()
    found = {word: [*trouble(output, word, here, expected)] for word in (STEERS, MARKUP)}
    assert found == {STEERS: [], MARKUP: []}


@pytest.mark.parametrize("line", [*OF_WORDS, *OF_EXPORTS])
def test_words_typed_or_imported_are_taken_or_refused(line: str, here: Path) -> None:
    """Whatever a word is, there is a message without control characters and no traceback."""
    for word in (STEERS, "x" * 10_000):
        assert [*trouble_with_line(line, word, here)] == []
