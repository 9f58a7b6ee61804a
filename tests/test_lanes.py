"""Numbers in lanes are reckoned with as if each stood alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cd360_cli.lanes import Lanes, dealt, packed, splitter, width_for

WIDTHS = (8, 16, 24, 32, 64, 72, 80)
"""Those that Python deals out itself, and others."""


def number_of(numbers: list[int], width: int) -> int:
    return sum(number << place * width for place, number in enumerate(numbers))


@st.composite
def rows(draw: st.DrawFn, free: int = 0) -> tuple[int, list[tuple[int, ...]]]:
    """A width, and one to five rows of the same one to four numbers, some bits of them free."""
    width, count = draw(st.sampled_from(WIDTHS)), draw(st.integers(1, 4))
    # Small ones too, for equal numbers beside each other.
    top = draw(st.sampled_from((2, (1 << width - free) - 1)))
    numbers = st.tuples(*[st.integers(0, top)] * count)
    return width, draw(st.lists(numbers, min_size=1, max_size=5))


@pytest.mark.parametrize(
    ("most", "width"),
    [
        (0, 8), (127, 8), (128, 16), (32767, 16), (32768, 32), (2**31 - 1, 32), (2**31, 64),
        (2**63 - 1, 64), (2**63, 72), (2**71 - 1, 72), (2**71, 80), (2**79 - 1, 80),
    ],
)  # fmt: skip
def test_a_lane_has_one_bit_more_than_its_numbers_need(most: int, width: int) -> None:
    """In whole bytes, and as many as Python deals out itself where there are such."""
    assert width_for(most) == width


@settings(max_examples=40)
@given(rows())
def test_numbers_come_out_of_their_lanes_as_they_went_in(
    drawn: tuple[int, list[tuple[int, ...]]],
) -> None:
    """The first in the lowest lane, whatever the width."""
    width, found = drawn
    for numbers in found:
        lanes = int.from_bytes(packed(numbers, width), "little")
        assert lanes == number_of(list(numbers), width)
        assert list(splitter(len(numbers), width)(lanes)) == list(numbers)


@settings(max_examples=40)
@given(rows())
def test_records_are_dealt_out_by_place(drawn: tuple[int, list[tuple[int, ...]]]) -> None:
    """The first number of every record stands together, the second, and so on."""
    width, found = drawn
    records = [packed(numbers, width) for numbers in found]
    expected = [number_of(list(column), width) for column in zip(*found, strict=True)]
    assert dealt(iter(records), len(found[0]), width) == expected


@settings(max_examples=40)
@given(rows(free=1))
def test_each_lane_compares_its_own_numbers(drawn: tuple[int, list[tuple[int, ...]]]) -> None:
    """No lane hears of what is borrowed in another."""
    width, found = drawn
    ones, others = list(found[0]), list(found[-1])
    lanes = Lanes(len(ones), width)
    these, those = number_of(ones, width), number_of(others, width)
    full = (1 << width - 1) - 1
    pairs = list(zip(ones, others, strict=True))
    assert lanes.at_least(these, those) == number_of([full * (a >= b) for a, b in pairs], width)
    assert list(lanes.each(lanes.larger(these, those))) == list(map(max, pairs))
    assert list(lanes.each(lanes.smaller(these, those))) == list(map(min, pairs))
    assert list(lanes.each(lanes.all(ones[0]))) == ones[:1] * len(ones)
