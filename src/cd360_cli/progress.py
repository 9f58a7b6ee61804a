"""How far a long piece of work is: one line on a terminal that rewrites itself."""

import sys
import time

from cd360_cli import streams
from cd360_cli.texts import batch as say

_EVERY = 0.25
"""Seconds between two lines."""

_CLEAR = "\r\x1b[K"


class Progress:
    """Rows done, how many a second, and how long it still takes; nothing where nobody looks on."""

    def __init__(self, language: str, size: int | None) -> None:
        self._language, self._size = language, size
        self._shown = sys.stderr.isatty()
        self._start = self._last = time.monotonic()
        self._before: tuple[int, int] | None = None

    def at(self, rows: int, size: int) -> None:
        """Say that so many rows are done, and so many bytes of the input."""
        now = time.monotonic()
        if self._before is None:
            self._before = (rows, size)
        if not self._shown or now - self._last < _EVERY:
            return
        self._last = now
        took = now - self._start
        rate = int((rows - self._before[0]) / took)
        line = say.PROGRESS.say(self._language).format(rows=_grouped(rows), rate=_grouped(rate))
        done = size - self._before[1]
        if self._size and done:
            left = round(took * max(0, self._size - size) / done)
            line += say.LEFT.say(self._language).format(time=f"{left // 60}:{left % 60:02}")
        streams.tell(_CLEAR + line, end="")

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            streams.tell(_CLEAR, end="")


def _grouped(number: int) -> str:
    """With a narrow space between thousands, as reads well in every language."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
