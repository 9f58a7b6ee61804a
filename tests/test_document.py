"""Documents are read strictly: what can surprise or harm is refused with its line."""

import json
from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cd360_cli.document import MOST_BYTES, MOST_VALUES, read
from cd360_cli.problems import Refused
from cd360_cli.shape import Misread


def data_of(text: str) -> object:
    return read(text.encode(), "x.yaml", "assessment").data


def refusal(content: bytes) -> tuple[str, int | None]:
    with pytest.raises(Refused) as caught:
        read(content, "x.yaml", "assessment")
    (problem,) = caught.value.problems
    return problem.kind, problem.line


@pytest.mark.parametrize(
    ("content", "kind", "line"),
    [
        (b"", "empty-document", None),
        (b"# only a comment\n", "empty-document", None),
        (b"a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
        (b'{"a": 1,\n "a": 2}', "duplicate-key", 2),
        (b"a: [1, 2\n", "not-well-formed", 2),
        (b'{"a": }', "not-well-formed", 1),
        (b'{"a": NaN}', "not-well-formed", None),
        (b"a: 1\n--- \nb: 2\n", "several-documents", 2),
        (b"a: &x [1]\nb: *x\n", "alias", 1),
        (b"a: 1\nb: !!python/object:os.system {}\n", "tag", 2),
        (b"? [a, b]\n: 1\n", "key-not-text", 1),
        (b"\xff\xfe\x00a", "not-utf-8", 1),
        (b"a: 1\nb: \xc3\x28\n", "not-utf-8", 2),
        (b"a: \x00\n", "binary", 1),
        (b"[" * 3000, "too-deep", None),
        (b"a: " + b"[" * 3000, "too-deep", 1),
        (b"[" * 100_000, "too-deep", None),
        (b"{" * 100_000, "not-well-formed", 1),
        (b"- " * 3000 + b"a", "too-deep", 1),
        (b"x" * (MOST_BYTES + 1), "too-large", None),
        (b'{"a": ' + b"9" * 5000 + b"}", "number-too-long", None),
        (b"[" + b"1," * MOST_VALUES + b"1]", "too-many-values", None),
        (b"- 1\n" * (MOST_VALUES + 1), "too-many-values", MOST_VALUES),
        (b'{"a": "\\ud83d"}', "half-character", None),
        (b'{"a": {"\\uDE00": 1}}', "half-character", None),
        (b'a: "\\ud83d"', "not-well-formed", None),
    ],
)
def test_what_can_surprise_or_harm_is_refused(content: bytes, kind: str, line: int | None) -> None:
    """Each trap of YAML and JSON is one clear problem, with its line where there is one."""
    found_kind, found_line = refusal(content)
    assert found_kind == kind
    assert line is None or found_line == line


@pytest.mark.parametrize("word", ["no", "on", "Yes", "1.10", "1_000", "0x1F", "1:30", "~1.5e3"[1:]])
def test_words_that_yaml_readers_disagree_about_are_marked(word: str) -> None:
    """`no` is a Norwegian and a denial, 1.10 a version and a number: neither is guessed."""
    assert type(data_of(f"a: {word}")) is dict
    assert isinstance(data_of(f"a: {word}")["a"], Misread)  # type: ignore[index]
    assert type(data_of(f'a: "{word}"')["a"]) is str  # type: ignore[index]


def test_both_halves_of_a_character_are_one() -> None:
    """JSON writes signs beyond the first 65,536 as two halves, which belong together."""
    assert read(b'{"a": "\\ud83d\\ude00"}', "x.json", "assessment").data == {"a": "\U0001f600"}


def test_thousands_of_problems_are_placed_without_reading_the_file_for_each() -> None:
    """A file with as many problems as it may have values has its lines looked up once."""
    content = b"".join(b"q%d: 1\n" % n for n in range(MOST_VALUES - 1))
    document = read(content, "x.yaml", "assessment")
    begin = process_time()
    assert [document.line((f"q{n}",)) for n in range(0, MOST_VALUES - 1, 40)][-1] > 19_900
    assert process_time() - begin < 5


def test_plain_yaml_is_read_as_people_mean_it() -> None:
    """Whole numbers, true and false, nothing, dates and versions as text."""
    text = "a: 1\nb: true\nc:\nd: 2026-11-22\ne: 1.0.0\nf: x y\ng: [1, b]\n"
    expected = {
        "a": 1, "b": True, "c": None, "d": "2026-11-22", "e": "1.0.0", "f": "x y", "g": [1, "b"],
    }  # fmt: skip
    assert data_of(text) == expected


scalars = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(max_size=20)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.text(max_size=8), trees, min_size=1))
def test_json_is_read_whole(tree: dict) -> None:
    """What JSON can say arrives unchanged."""
    if "\0" not in json.dumps(tree, ensure_ascii=False):
        assert read(json.dumps(tree).encode(), "x", "assessment").data == tree


@given(st.binary(max_size=200))
def test_no_bytes_bring_anything_but_data_or_a_refusal(content: bytes) -> None:
    """Junk is refused, never a crash."""
    with suppress(Refused):
        read(content, "x", "assessment")


def test_lines_and_trails_name_a_place_by_id() -> None:
    """A problem in a list item is named by the item's id, with the line it stands on."""
    document = read(b"a:\n  - id: first\n  - id: second\n    text: x\n", "x", "framework")
    assert document.line(("a", 1, "text")) == 4
    assert document.trail(("a", 1, "text")) == "a.second.text"
    assert document.line(("a", 1, "missing")) == 3
