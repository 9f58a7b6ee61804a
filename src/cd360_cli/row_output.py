"""Files that rows are written to: whole lines only, and gone on with after an interruption."""

import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn, Self

from cd360_cli.files import PRIVATE, trouble
from cd360_cli.problems import Problem, Refused
from cd360_cli.row_file import Piece


class Output:
    """Lines in a file, of which `begin` are the first; on standard output without a `path`.

    A file that exists is refused, unless it is to be `kept` and gone on with, or written `again`.
    At the end, however that comes, the file holds whole lines only; a new one without any row goes
    where the run is refused.
    """

    def __init__(
        self, path: Path | None, begin: str, *, kept: bool = False, again: bool = False
    ) -> None:
        self.name, self._whole, self.left = str(path or "-"), 0, list[Piece]()
        # Unlike a Path's own, these have an answer for names that are too long.
        plain = path and (os.path.isfile(path) or not os.path.exists(path))
        self._path = path if plain else None
        self._new = not os.path.lexists(path) if path else False
        self._file = self._opened(path, kept=kept, again=again)
        first = begin.encode("utf-8", "surrogateescape")
        self._head = len(first)
        found = self._file.read(len(first)) if kept else b""
        if not first.startswith(found):
            raise Refused("assessment", [Problem("other-rows")], self.name)
        if found == first:
            self._whole = len(first)
        else:
            self._cut()
            self.write(begin)

    def _opened(self, path: Path | None, *, kept: bool, again: bool) -> BinaryIO:
        if path is None:
            return sys.stdout.buffer
        try:
            if not self._path:  # A pipe or a device: there is nothing in it to keep.
                return path.open("wb", buffering=0)
            fresh = 0 if kept else os.O_TRUNC if again else os.O_EXCL
            handle = os.open(path, os.O_RDWR | os.O_CREAT | fresh, PRIVATE)
        except OSError as error:
            self._refuse(error)
        return os.fdopen(handle, "r+b", buffering=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._path:
            self._cut()
            self._file.close()
            if self._new and self._whole <= self._head and isinstance(error, Refused):
                self._path.unlink(missing_ok=True)

    def written(self, pieces: Iterator[Piece]) -> Iterator[tuple[Piece, list[str]]]:
        """The pieces of which all rows are in the file, with these; what is beyond goes.

        `left` is then the piece after them. Raises `Refused` where there are more rows than pieces.
        """
        if not self._path:
            return
        # By its handle: the name may be gone by now.
        with os.fdopen(os.dup(self._file.fileno()), "rb") as file:
            file.seek(self._whole)
            for piece in pieces:
                lines = list(islice(file, piece.rows))
                if len(lines) < piece.rows or not lines[-1].endswith(b"\n"):
                    self.left = [piece]
                    break
                self._whole += sum(map(len, lines))
                yield piece, [line.decode("utf-8", "surrogateescape")[:-1] for line in lines]
            else:
                if file.read(1):
                    raise Refused("assessment", [Problem("other-rows")], self.name)
        self._cut()

    def write(self, text: str) -> None:
        """Add whole lines. Raises `Refused` where the file takes no more."""
        data = text.encode("utf-8", "surrogateescape")
        left = memoryview(data)
        try:
            while left:
                left = left[self._file.write(left) :]
            self._file.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            if self._file is sys.stdout.buffer:
                raise  # As with every result that is printed.
            self._refuse(error)
        self._whole += len(data)

    def _cut(self) -> None:
        """Take back what is no whole line."""
        if self._path:
            self._file.seek(self._whole)
            self._file.truncate()

    def _refuse(self, error: OSError) -> NoReturn:
        problem = trouble(error, "unwritable-rows", "missing-folder")
        raise Refused("assessment", [problem], self.name) from None
