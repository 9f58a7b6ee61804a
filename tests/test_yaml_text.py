"""A value changes in its place in a YAML text, in the style of that place."""

from typing import Any

import pytest

from cd360_cli.yaml_text import drop, put

NOTED = {"answer": "x", "note": "a: b"}


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        # a scalar
        ("a:\n  k:  y  # c\n", "x", "a:\n  k:  x  # c\n"),
        ("a:\n  k: y\n  l: z\n", ["x", "z"], "a:\n  k: [x, z]\n  l: z\n"),
        ("a:\n  k: y  # c\n", NOTED, "a:\n  k:\n    answer: x\n    note: 'a: b'  # c\n"),
        ("a:\n  k:\n    y\n  l: z\n", "x", "a:\n  k:\n    x\n  l: z\n"),
        ("a:\n  k:\n     y\n", NOTED, "a:\n  k:\n     answer: x\n     note: 'a: b'\n"),
        ("a:\n  k: >\n    y\n    z\n\n\n  l: z\n", "x", "a:\n  k: x\n\n\n  l: z\n"),
        ("a:\n  k: y\n", "1\n2", "a:\n  k: '1\n\n      2'\n"),
        ("a:\r\n  k: y\r\n", "1\n2", "a:\r\n  k: '1\r\n\r\n      2'\r\n"),
        # a list in brackets
        ("a:\n  k: [y,z]  # c\n", "x", "a:\n  k: x  # c\n"),
        ("a:\n  k: [\n    y, # c\n    z]\n", ["x", "z"], "a:\n  k: [x, z]\n"),
        # a list in lines
        ("a:\n  k:\n  - y\n  - z  # c\n", "x", "a:\n  k: x  # c\n"),
        ("a:\n  k: # c\n  - y\n  - z\n", "x", "a:\n  k: # c\n  - x\n"),
        ("a:\n  k:\n     - y\n", ["x", "z"], "a:\n  k:\n     - x\n     - z\n"),
        ("a:\n  k: # c\n  - y\n", NOTED, "a:\n  k: # c\n    answer: x\n    note: 'a: b'\n"),
        ("a:\n  k:\n     - y\n", NOTED, "a:\n  k:\n     answer: x\n     note: 'a: b'\n"),
        # in brackets
        ("a: {k: y,l: z}\n", "1, 2", "a: {k: '1, 2',l: z}\n"),
        ("a: { k: [y] }  # c\n", NOTED, "a: { k: {answer: x, note: 'a: b'} }  # c\n"),
        # a new key
        ("a:\n  l: z  # c\nb: 1\n", "x", "a:\n  l: z  # c\n  k: x\nb: 1\n"),
        ("a:\n    l: z", NOTED, "a:\n    l: z\n    k:\n      answer: x\n      note: 'a: b'"),
        ("a:\n  l:\n    - z\n\n  # c\n # d\n", "x", "a:\n  l:\n    - z\n\n  # c\n  k: x\n # d\n"),
        ("a:\n  l: |\n    z\n\n#\n", ["x", "z"], "a:\n  l: |\n    z\n  k:\n  - x\n  - z\n\n#\n"),
        ("a:\r\n  l: z\r\nb: 1\r\n", "x", "a:\r\n  l: z\r\n  k: x\r\nb: 1\r\n"),
        ("a: {l: z,}\n", ["x", "z"], "a: {l: z, k: [x, z],}\n"),
        ("a: {\n  l: z # c\n}\n", "no", "a: {\n  l: z, k: 'no' # c\n}\n"),
    ],
)  # fmt: skip
def test_a_value_is_put_in_its_place(text: str, value: Any, expected: str) -> None:
    """Lists and mappings keep their brackets or lines; comments and blank lines stay."""
    assert put(text, ("a", "k"), value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  j: 1\n  # c\n  k: y # d\n  l: z\n", "a:\n  j: 1\n  # c\n  l: z\n"),
        ("a:\n  j: 1\n  k:\n  - y\n  - z", "a:\n  j: 1\n"),
        ("a:\r\n  k: |\r\n    y\r\n\r\n  l: z\r\n", "a:\r\n\r\n  l: z\r\n"),
        ("a:\n  k: y # d\r\n  l: z\n", "a:\n  l: z\n"),
        ("a:\n  k: y # d\n", "a:\n  {} # d\n"),
        ("a: {k: y, l: z}\n", "a: {l: z}\n"),
        ("a: {j: 1, k: [y, z] }\n", "a: {j: 1 }\n"),
        ("a: {k: y}\n", "a: {}\n"),
        ("a: {l: z}\n", "a: {l: z}\n"),
    ],
)
def test_a_key_is_dropped_with_what_stands_beside_it(text: str, expected: str) -> None:
    """The lines above and below stay, and an empty mapping remains a mapping."""
    assert drop(text, ("a", "k")) == expected
