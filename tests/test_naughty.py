"""Hostile words in every text field, through every output: a sample of what the benchmark tries."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from naughty_cards import trouble_on_cards
from naughty_strings import (
    LISTED,
    OF_ASSESSMENTS,
    OF_EXPORTS,
    OF_FRAMEWORKS,
    OF_WORDS,
    Output,
    is_read,
    shape,
    trouble,
    trouble_with_line,
    yaml_cases,
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
    """No control sequence, element, formula or markup; in files and JSON exactly as given."""
    expected = shape(output, here)
    for left in here.glob("new.*"):
        left.unlink()
    found = {word: [*trouble(output, word, here, expected)] for word in (STEERS, MARKUP)}
    assert found == {STEERS: [], MARKUP: []}


def test_words_on_cards_stay_words(here: Path) -> None:
    """In questions, notes and a note that is changed: nothing that the terminal obeys but ours."""
    for word in (STEERS, MARKUP):
        assert [*trouble_on_cards(word, here)] == []


@pytest.mark.parametrize("line", [*OF_WORDS, *OF_EXPORTS])
def test_words_typed_or_imported_are_taken_or_refused(line: str, here: Path) -> None:
    """Whatever a word is, there is a message without control characters and no traceback."""
    for word in (STEERS, "x" * 10_000):
        assert [*trouble_with_line(line, word, here)] == []


LENIENT = {
    *("9C9N-0", "9JBA-0", "CVW2-0", "DK95-1", "G5U8-0"),
    *("QB6E-0", "S98Z-0", "SU5Z-0", "X4QW-0", "Y79Y-3"),
}
"""What libyaml reads though YAML 1.2 does not allow it: indentation, and spaces before a `#`."""


def test_every_case_of_the_yaml_test_suite_is_data_or_refused() -> None:
    """What is not well-formed is refused but for what is known; no case ends in an error."""
    assert {case["id"] for case in yaml_cases() if case.get("fail") and is_read(case)} <= LENIENT
