"""Work shared out over processes, its results in the order of what they came from.

Each process has one item at a time, so memory stays as it is however many there are. A process ends
when whoever started it does, in whatever way.
"""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from typing import Any, BinaryIO, Generic, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def processes() -> int:
    """How many can work at once here; one where none can be started."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[T], R], items: Iterable[T], size: int) -> Iterator[R]:
    """What `work` makes of each item, with `size` processes that work at once."""
    if size < 2:
        yield from map(work, items)
        return
    crew: list[_Member[T, R]] = []
    try:
        for _ in range(size):
            crew.append(_Member(work))
        busy: deque[_Member[T, R]] = deque()
        for member, item in zip(cycle(crew), items, strict=False):
            done = busy.popleft().result() if len(busy) == size else None
            member.give(item)
            busy.append(member)
            if done:
                yield done[0]
        while busy:
            yield busy.popleft().result()[0]
    finally:
        for member in crew:
            member.dismiss()


class _Member(Generic[T, R]):
    """A process that works on what it is given."""

    def __init__(self, work: Callable[[T], R]) -> None:
        theirs, self._to = (_open(end) for end in os.pipe())
        self._from, ours = (_open(end) for end in os.pipe())
        ...
