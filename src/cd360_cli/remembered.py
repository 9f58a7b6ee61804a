"""Results that are worked out once, as many as memory is meant to hold."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V], Generic[K, V]):
    """Results by what they were worked out from: `most` of them, and then it starts afresh."""

    def __init__(self, work: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._work, self._most = work, most

    def __missing__(self, key: K) -> V:
        value = self._work(key)
        self.keep(key, value)
        return value

    def keep(self, key: K, value: V) -> None:
        """Remember a result."""
        if len(self) >= self._most:
            self.clear()
        self[key] = value
