"""Watches a command from the inside: Python loads this file before the command itself.

Every file that it opens or changes, every other program that it starts and every use of the network
becomes a line in the file that `TRACE` names; the network also fails.
"""

import os
import sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
    "os.symlink", "os.truncate", "os.utime",
}  # fmt: skip
PROGRAMS = {"os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system", "subprocess.Popen"}
LOCAL = 1
"""AF_UNIX: what an event loop wakes itself with, and what cannot leave the machine."""

_notes = os.open(os.environ["TRACE"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)


def note(kind: str, what: str) -> None:
    os.write(_notes, f"{kind}\t{what}\n".encode())


def note_file(kind: str, path: object) -> None:
    # A file may also be named by its handle: then its opening has been noted.
    if isinstance(path, str | bytes | os.PathLike):
        note(kind, os.path.abspath(os.fsdecode(path)))


def watch(event: str, details: tuple[object, ...]) -> None:
    if event == "open":
        flags = details[2]
        note_file("write" if isinstance(flags, int) and flags & WRITING else "read", details[0])
    elif event in CHANGES:
        for path in details[: 2 if event in ("os.rename", "os.link", "os.symlink") else 1]:
            note_file("write", path)
    elif event in PROGRAMS:
        note("program", event)
    elif event.startswith("socket."):
        if event == "socket.__new__" and details[1] == LOCAL:
            return
        note("network", event)
        raise OSError("no network in this test")


sys.addaudithook(watch)
