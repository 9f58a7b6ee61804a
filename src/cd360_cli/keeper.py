"""The file behind a questionnaire: every answer on disk, and nothing of anybody else's lost."""

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from cd360_cli.assessment import Assessment
from cd360_cli.assessment_file import as_text
from cd360_cli.assessment_text import updated
from cd360_cli.files import content_of, sweep, write_whole
from cd360_cli.problems import Problem, Refused

try:
    import fcntl
except ImportError:  # Windows has no such locks; there, two at once are noticed at the next save.
    fcntl = None  # type: ignore[assignment]

TRIES = 100
"""How often a file is opened that is replaced while we open it."""


class Keeper:
    """Keeps an assessment in one file while its questions are asked.

    Use as a context manager. Entering reads the file, if there is one, and locks it against other
    keepers until the end, in whatever way the process ends; `Refused` says that somebody else has
    it. The lock lies on the file itself. As every save replaces the file, a save locks the new one
    before it takes the name.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        """The file in which the assessment is kept."""
        self.content: bytes | None = None
        """What the file held when it was last read or saved; None before there is a file."""
        self._asked_for = path
        self._attempt: bytes | None = None
        self._handles: list[int] = []

    def __enter__(self) -> "Keeper":
        try:
            if self._lock():
                sweep(self.path)
            self.content = self._on_disk()
        except BaseException:
            self._release()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._release()

    def keep(self, assessment: Assessment) -> None:
        """Save the assessment, changing in the file only what differs.

        Whoever calls this has read `content` as an assessment: a text that is none is replaced.
        Raises `Refused`, with everything on disk as it was, where the file cannot be written or has
        been changed by somebody else (`changed-elsewhere`). A later call may succeed.
        """
        before = "" if self.content is None else self.content.decode("utf-8", "replace")
        text = updated(before, assessment) if before else as_text(self.path, assessment)
        content = text.encode("utf-8")
        if self._on_disk() != content:
            self._write(text, content)
        self.content = content

    def keep_beside(self, assessment: Assessment) -> Path:
        """Save the assessment in a new file beside the one that somebody else changed.

        From then on that is the file of this keeper. Raises `Refused` as `keep` does.
        """
        changed = self.path
        self.path = next(path for path in _beside(self._asked_for) if not os.path.lexists(path))
        try:
            self.keep(assessment)
        except Refused:
            self.path = changed
            raise
        return self.path

    def _write(self, text: str, content: bytes) -> None:
        def ready(handle: int) -> None:
            # Interrupted between taking the name and remembering it, we must know our own text.
            if self._on_disk() not in (None, self.content, self._attempt):
                raise Refused("assessment", [Problem("changed-elsewhere")], str(self.path))
            self._attempt = content
            if fcntl:
                self._handles.append(os.dup(handle))
                _locked(self._handles[-1])

        held = len(self._handles)
        try:
            write_whole(self.path, text, ready=ready)
        except Refused:
            self._release(held)
            raise
        self._release(0, held)

    def _on_disk(self) -> bytes | None:
        try:
            return content_of(self.path, "assessment")
        except Refused as refused:
            if refused.problems[0].kind == "missing-file":
                return None
            raise

    def _lock(self) -> bool:
        """Lock the file that now has the name. Tells whether there is such a lock."""
        for _ in range(TRIES if fcntl else 0):
            handle = _opened(self.path)
            if handle is None:
                return False
            self._handles = [handle]
            try:
                locked = _locked(handle)
            except BlockingIOError:
                raise Refused("assessment", [Problem("in-use")], str(self.path)) from None
            with suppress(OSError):
                if os.path.samestat(os.fstat(handle), self.path.stat()):
                    return locked
            self._release()
        return False

    def _release(self, start: int = 0, end: int | None = None) -> None:
        for handle in self._handles[start:end]:
            os.close(handle)
        del self._handles[start:end]


def _opened(path: Path) -> int | None:
    # Some network file systems lock only what is open for writing.
    for flags in (os.O_RDWR, os.O_RDONLY):
        with suppress(OSError):
            return os.open(path, flags)
    return None


def _locked(handle: int) -> bool:
    """Whether the file system has locks. Raises BlockingIOError where another process has it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        return False
    return True


def _beside(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.stem}.conflict-{n}{path.suffix}") for n in count(1))
