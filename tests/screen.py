"""The real command in a pseudo-terminal, and what its screen shows."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "enter": "\r",
    "space": " ",
    "escape": "\x1b",
    "ctrl-c": "\x03",
}

PATIENCE = 20
"""Seconds to wait for what should show; only a hanging command takes so long."""


class Terminal:
    """A command in a terminal of so many columns and rows."""

    def __init__(
        self, *arguments: str, folder: Path, columns: int = 80, rows: int = 40, **environment: str
    ) -> None:
        self.screen = pyte.HistoryScreen(columns, rows, history=500)
        self._stream = pyte.ByteStream(self.screen)
        self._text: str | None = None
        self.process, self.handle = pty.fork()
        if not self.process:
            os.chdir(folder)
            os.environ.pop("COLUMNS", None)
            os.environ.update(
                {"TERM": "xterm-256color", "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"} | environment
            )
            os.execv(sys.executable, [sys.executable, "-m", "cd360_cli", *arguments])
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self._text = None
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def text(self) -> str:
        """What the screen shows now, without the blanks at the right and the empty rows."""
        if self._text is None:
            cells, columns = self.screen.buffer, range(self.screen.columns)
            # The second half of a wide character is a cell without any.
            rows = ("".join(cells[y][x].data for x in columns) for y in range(self.screen.lines))
            self._text = "\n".join(row.rstrip() for row in rows if row.strip())
        return self._text

    def show(self, *words: str) -> str:
        """Wait until the screen shows all these words, and return it."""
        return self.show_until(lambda text: all(word in text for word in words), str(words))

    def show_until(self, holds: Callable[[str], bool], what: str = "that") -> str:
        """Wait until something holds of what the screen shows, and return it."""
        end = time.monotonic() + PATIENCE
        while not holds(self.text):
            assert time.monotonic() < end, f"not yet {what}:\n{self.text}"
            if not self._read():
                break
        assert holds(self.text), f"never {what}:\n{self.text}"
        return self.text

    def settle(self, *words: str, seconds: float = 0.15) -> str:
        """Wait until the screen shows these words and then nothing more for so many seconds."""
        self.show(*words)
        while select.select([self.handle], [], [], seconds)[0] and self._read():
            pass
        return self.text

    def _read(self) -> bool:
        """Take in what the command has written; False when it has gone."""
        if not select.select([self.handle], [], [], 0.05)[0]:
            return True
        try:
            chunk = os.read(self.handle, 65536)
        except OSError:  # The other side has gone.
            return False
        self._stream.feed(chunk)
        self._text = None
        return bool(chunk)

    def press(self, *keys: str) -> None:
        """Send keys by their names, or text as it is."""
        for key in keys:
            os.write(self.handle, KEYS.get(key, key).encode())

    def kill(self, number: signal.Signals) -> int:
        os.kill(self.process, number)
        return self.wait()

    def hang_up(self) -> int:
        """Close the terminal under the command."""
        os.close(self.handle)
        _, status = os.waitpid(self.process, 0)
        return os.waitstatus_to_exitcode(status)

    def wait(self) -> int:
        """The exit code, after everything was read."""
        while self._read():
            pass
        _, status = os.waitpid(self.process, 0)
        os.close(self.handle)
        return os.waitstatus_to_exitcode(status)
