"""Whole numbers beside each other in one, so that one operation reckons with all of them.

Each number has a lane of its own. The highest bit of a lane is kept free: it catches what is
borrowed when lanes are subtracted, and so tells in which lanes one number is the larger.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from struct import Struct, pack
from typing import Literal

_CODES: Mapping[int, Literal["B", "H", "I", "Q"]] = {8: "B", 16: "H", 32: "I", 64: "Q"}
"""The widths that Python itself can deal out, which is many times quicker."""


def width_for(most: int) -> int:
    """Bits of a lane for numbers from 0 to `most`."""
    needed = most.bit_length() + 1
    return next((width for width in _CODES if needed <= width), -(-needed // 8) * 8)


def packed(numbers: Sequence[int], width: int) -> bytes:
    """Numbers as they stand in lanes."""
    if width in _CODES:
        return pack(f"<{len(numbers)}{_CODES[width]}", *numbers)
    return b"".join(number.to_bytes(width // 8, "little") for number in numbers)


def splitter(count: int, width: int) -> Callable[[int], Sequence[int]]:
    """What takes so many numbers out of their lanes."""
    if width in _CODES:
        unpack, size = Struct(f"<{count}{_CODES[width]}").unpack, count * width // 8
        return lambda number: unpack(number.to_bytes(size, "little"))
    shifts, mask = range(0, count * width, width), (1 << width) - 1
    return lambda number: [number >> shift & mask for shift in shifts]


def dealt(records: Iterable[bytes], count: int, width: int) -> list[int]:
    """From records of `count` numbers: the first of each in lanes, the second of each, and on."""
    data, size = b"".join(records), width // 8
    if size == 1:
        return [int.from_bytes(data[n::count], "little") for n in range(count)]
    if width in _CODES:
        every = memoryview(data).cast(_CODES[width])
        return [int.from_bytes(every[n::count].tobytes(), "little") for n in range(count)]
    starts = [range(n * size, len(data), count * size) for n in range(count)]
    return [int.from_bytes(b"".join(data[n : n + size] for n in of), "little") for of in starts]


class Lanes:
    """Arithmetic on so many numbers of `width` bits, the highest of them free."""

    def __init__(self, count: int, width: int) -> None:
        self._width = width
        self._ones = int.from_bytes(packed([1], width) * count, "little")
        self._guards = self._ones << width - 1
        self.each = splitter(count, width)
        """Takes the numbers out of their lanes."""

    def all(self, number: int) -> int:
        """The same number in every lane."""
        return number * self._ones

    def at_least(self, these: int, those: int) -> int:
        """All ones in the lanes where the first is at least the second, else 0."""
        larger = ((these | self._guards) - those) & self._guards
        return larger - (larger >> self._width - 1)

    def larger(self, these: int, those: int) -> int:
        """The larger of two in every lane."""
        return those ^ ((these ^ those) & self.at_least(these, those))

    def smaller(self, these: int, those: int) -> int:
        """The smaller of two in every lane."""
        return these ^ those ^ self.larger(these, those)
