"""Read a file whole, and write one whole or not at all."""

import os
import stat
from pathlib import Path

from cd360_cli.document import MOST_BYTES
from cd360_cli.problems import Problem, Refused, Subject

PRIVATE = 0o600
"""Mode of a new file: answers about a client are for nobody else's eyes."""


def content_of(path: Path, subject: Subject) -> bytes:
    """The bytes of a file. Raises `Refused` where there is none or it cannot be read."""
    try:
        with path.open("rb") as file:
            # One byte more than may be read tells that there is more, without reading it all.
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused(subject, [_trouble(error, "unreadable")], str(path)) from None


def write_whole(path: Path, text: str, subject: Subject = "assessment") -> None:
    """Write `text` to `path`, so that at any moment the file holds the old text or the new one.

    Raises `Refused` where that cannot be done; the old file is then as it was.
    """
    import tempfile

    target = Path(os.path.realpath(path))
    temporary = None
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise Refused(subject, [_trouble(error, "unwritable")], str(path)) from None


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
    }
    kind = kinds.get(type(error), otherwise)
    return Problem(kind, values={"detail": error.strerror or type(error).__name__})
