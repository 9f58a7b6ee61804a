"""Read a file whole, and write one whole or not at all."""

import os
import stat
from pathlib import Path

from cd360_cli.document import MOST_BYTES
from cd360_cli.problems import Problem, Refused, Subject

PRIVATE = 0o600
"""Mode of a new file: answers about a client are for nobody else's eyes."""


def content_of(path: Path, subject: Subject, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file, and no more than one beyond `most` of them.

    Raises `Refused` where there is no such file or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            # One byte more than may be read tells that there is more, without reading it all.
            return file.read(most + 1)
    except OSError as error:
        raise Refused(subject, [_trouble(error, "unreadable")], str(path)) from None


def write_whole(
    path: Path, text: str, subject: Subject = "assessment", *, new: bool = False
) -> None:
    """Write `text` to `path`, so that at any moment the file holds the old text or the new one.

    Raises `Refused` where that cannot be done, and for a `new` file where there is one already;
    the old file is then as it was.
    """
    import tempfile

    target = path if new else Path(os.path.realpath(path))
    temporary = None
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        place = _place_new if new else os.replace
        place(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise Refused(subject, [_trouble(error, "unwritable")], str(path)) from None


def _place_new(temporary: str, target: Path) -> None:
    """Give a finished file its name, unless something has that name."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        # This file system has no links, so only a look tells whether the name is taken.
        if os.path.lexists(target):
            raise FileExistsError from None
        os.replace(temporary, target)
    else:
        Path(temporary).unlink()


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets folders be synced."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # Some file systems refuse this; the file itself is safe.
    finally:
        os.close(handle)


def _trouble(error: OSError, otherwise: str) -> Problem:
    kinds = {
        FileNotFoundError: "missing-file",
        IsADirectoryError: "directory",
        NotADirectoryError: "missing-file",
        PermissionError: "no-permission",
        FileExistsError: "exists",
    }
    kind = kinds.get(type(error), otherwise)
    return Problem(kind, values={"detail": error.strerror or type(error).__name__})
