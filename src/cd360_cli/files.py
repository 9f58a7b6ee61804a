"""Read a file whole, and write one whole or not at all."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cd360_cli.document import MOST_BYTES
from cd360_cli.problems import Problem, Refused, Subject

PRIVATE = 0o600
"""Mode of a new file: answers about a client are for nobody else's eyes."""

STANDARD_STREAM = "-"
"""What stands for standard input or output where a file may be named, so no file has this name."""

PART = ".part"
"""How the name of a file ends that is not written whole yet."""


def content_of(path: Path, subject: Subject, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file, and no more than one beyond `most` of them.

    Raises `Refused` where there is no such file or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            # One byte more than may be read tells that there is more, without reading it all.
            return file.read(most + 1)
    except OSError as error:
        raise Refused(
            subject, [trouble(error, "unreadable", missing="missing-file")], str(path)
        ) from None


def write_whole(
    path: Path,
    text: str,
    subject: Subject = "assessment",
    ready: Callable[[int], None] = lambda handle: None,
    *,
    new: bool = False,
) -> None:
    """Write `text` to `path`, so that at any moment the file holds the old text or the new one.

    Raises `Refused` as `whole` does.
    """
    with whole(path, subject, ready, new=new) as file:
        file.write(text.encode("utf-8"))


@contextmanager
def whole(
    path: Path,
    subject: Subject = "assessment",
    ready: Callable[[int], None] = lambda handle: None,
    *,
    new: bool = False,
) -> Iterator[BinaryIO]:
    """A file to write to that takes the name `path` at the end, unless something was raised.

    `ready` gets the handle of the new file when it is on disk and about to take the name; what
    `ready` raises stops that. Raises `Refused` where the file cannot be written, and for a `new`
    one where the name is taken; what was there is then as it was.
    """
    import tempfile

    if str(path) == STANDARD_STREAM:
        raise Refused(subject, [Problem("no-file")], str(path))
    target = path if new else Path(os.path.realpath(path))
    temporary = None
    try:
        mode = PRIVATE if new else _mode_of(target)
        handle, name = tempfile.mkstemp(PART, f".{target.name}.", target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(mode)
            ready(file.fileno())
        place = place_new if new else os.replace
        place(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        problem = trouble(error, "unwritable", missing="missing-folder")
        raise Refused(subject, [problem], str(path)) from None
    finally:
        if temporary:
            with suppress(OSError):
                temporary.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, where there is none. Raises `Refused`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        values = {"detail": error.strerror or type(error).__name__}
        raise Refused("usage", [Problem("no-folder", values=values)], str(folder)) from None


def sweep(path: Path) -> None:
    """Remove what saves to `path` left behind that were killed. Only while nobody else saves."""
    target = Path(os.path.realpath(path))
    with suppress(OSError):
        for left in target.parent.iterdir():
            if left.name.startswith(f".{target.name}.") and left.name.endswith(PART):
                left.unlink()


def _mode_of(target: Path) -> int:
    """The mode that the file has or gets. Raises OSError for one that is not to be written to."""
    if not target.exists():
        return PRIVATE
    if not target.is_dir() and not target.is_file():
        raise FileExistsError  # A pipe or a device: opening one may wait for ever.
    # Replacing a file takes a right to the folder only; whoever locked the file meant the file.
    os.close(os.open(target, os.O_WRONLY))
    return stat.S_IMODE(target.stat().st_mode)


def place_new(temporary: Path, target: Path) -> None:
    """Give a finished file its name. Raises FileExistsError where something has that name."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # This file system has no links, so only a look tells whether the name is taken.
        if os.path.lexists(target):
            raise FileExistsError from None
        os.replace(temporary, target)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets folders be synced."""
    # Some file systems refuse this, and some folders may not be read; the file itself is safe.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def trouble(error: OSError, otherwise: str, missing: str) -> Problem:
    """What was wrong with a file: `missing` where it or its folder is not there."""
    kinds = {
        FileNotFoundError: missing,
        IsADirectoryError: "directory",
        NotADirectoryError: missing,
        PermissionError: "no-permission",
        FileExistsError: "exists",
    }
    kind = kinds.get(type(error), otherwise)
    return Problem(kind, values={"detail": error.strerror or type(error).__name__})
