"""What goes wrong within a command that writes: before it starts, or at any of its steps.

Python tells an audit hook of every file that is opened, renamed, linked, removed or made. Of what
it does not tell, syncing, a stand-in does. The hook counts these steps, and at one of them lets
something happen, as the system or a user would. What a compiled library writes by itself
(PyArrow, Polars, DuckDB) is no step; a full disk and a read-only one are real ones.
"""

import ctypes
import errno
import json
import os
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from writers import Done, Writer, furnish, held

from cd360_cli.cli import run
from cd360_cli.files import PART
from cd360_cli.streams import CODES, INTERRUPTED, USAGE

Act = Callable[[], None]


def _raise(error: BaseException) -> Act:
    def act() -> None:
        raise error

    return act


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _lose_folder() -> None:
    shutil.rmtree("out", ignore_errors=True)


def _forbid(mode: int, pattern: str) -> Act:
    def act() -> None:
        for path in [*Path("out").rglob(pattern), *[Path("out")] * (pattern == "*/")]:
            path.chmod(mode)

    return act


def _little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1500, resource.RLIM_INFINITY))


TROUBLES: dict[str, Act] = {
    "the disk is full": _raise(OSError(errno.ENOSPC, "No space left on device")),
    "the disk fails": _raise(OSError(errno.EIO, "Input/output error")),
    "permission is taken away": _raise(PermissionError(errno.EACCES, "Permission denied")),
    "the folder is gone": _lose_folder,
    "Ctrl-C": _raise(KeyboardInterrupt()),
    "a kill": _kill,
}
"""What happens at a step."""

STARTS: dict[str, Act] = {
    "a read-only folder": _forbid(0o555, "*/"),
    "read-only files": _forbid(0o444, "*.*"),
    "no room in a file": _little_room,
}
"""What is so from the start."""

DISKS = ("a full disk", "a read-only disk")
"""Real ones, which only who may mount can try."""

CHANGES = ("os.rename", "os.link", "os.mkdir", "os.chmod", "os.truncate", "os.rmdir", "os.fsync")


class Course(NamedTuple):
    """A run: what it left, how many steps it took, and all that each file held on the way."""

    done: Done
    steps: int
    held: dict[str, list[str]]


class Running:
    """A writer in a process of its own; something is so from the `first`, or happens at a step."""

    def __init__(
        self,
        writer: Writer,
        folder: Path,
        first: Act | None = None,
        at: int = 0,
        act: Act | None = None,
    ) -> None:
        self._notes = tempfile.TemporaryDirectory()
        notes = Path(self._notes.name)
        (notes / "typed").write_text(writer.typed)
        self._child = os.fork()
        if not self._child:
            try:
                _become(writer, folder, notes, first, at, act)
            finally:
                os._exit(99)  # Never on into the tests of the parent.

    def ended(self) -> Course:
        """Wait for its end."""
        _, status = os.waitpid(self._child, 0)
        with self._notes as name:
            out, err = (Path(name, file).read_text(errors="replace") for file in ("out", "err"))
            found = [json.loads(line) for line in Path(name, "steps").read_text().splitlines()]
        on_the_way: dict[str, list[str]] = {}
        for files in found:
            for path, content in files.items():
                on_the_way.setdefault(path, []).append(content)
        return Course(Done(os.waitstatus_to_exitcode(status), out, err), len(found), on_the_way)


def _become(
    writer: Writer, folder: Path, notes: Path, first: Act | None, at: int, act: Act | None
) -> None:
    """Turn this process into the run, and end with its exit code."""
    os.chdir(folder)
    new = os.O_CREAT | os.O_WRONLY | os.O_APPEND
    for handle, (name, flags) in enumerate([("typed", os.O_RDONLY), ("out", new), ("err", new)]):
        os.dup2(os.open(notes / name, flags, 0o600), handle)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(handle, mode, encoding="utf-8", closefd=False)
        for handle, mode in enumerate("rww")
    )
    os.environ |= {"LC_ALL": "en_US.UTF-8", "COLUMNS": "80", "HOME": str(folder / "out")}
    sys.argv = ["cd360", *shlex.split(writer.line)]
    log = os.open(notes / "steps", new, 0o600)
    _give_up_rights()
    if first:
        first()
    else:
        _watch(log, at, act)
    code = 99
    try:
        run()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def _give_up_rights() -> None:
    """Let permissions bind us, also where we are root."""
    if not os.geteuid():
        version_3, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        assert not ctypes.CDLL(None).capset(version_3, none)


def _watch(log: int, at: int, act: Act | None) -> None:
    """From now on write down every step, and let something happen at one of them."""
    here, taken, busy, sync = Path.cwd(), 0, False, os.fsync

    def step(event: str, details: tuple[Any, ...]) -> None:
        nonlocal taken, busy
        if busy or not _changes(event, details, str(here)):
            return
        busy = True
        taken += 1
        with open(log, "ab", buffering=0, closefd=False) as notes:
            notes.write(json.dumps(held(here)).encode() + b"\n")
        try:
            if taken == at and act:
                act()
        finally:
            busy = False

    def synced(handle: int) -> None:
        sys.audit("os.fsync", handle)
        sync(handle)

    os.fsync = synced
    sys.addaudithook(step)


def _changes(event: str, details: tuple[Any, ...], here: str) -> bool:
    """Whether this is a step: it changes something in a folder, or in a file already opened."""
    if event == "open":
        flags = details[2]
        if not (isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
            return False
    elif event not in CHANGES:
        return False
    path = details[0]
    return isinstance(path, int) or str(Path(os.fsdecode(path)).absolute()).startswith(here)


def calm(writer: Writer) -> Course:
    """A run in which nothing goes wrong; the last that each file held is what it should hold."""
    with tempfile.TemporaryDirectory() as name:
        furnish(Path(name))
        found = Running(writer, Path(name)).ended()
        for path, content in held(Path(name)).items():
            found.held.setdefault(path, []).append(content)
    assert found.done.code == writer.code, found.done.err
    return found


def wrong_at(writer: Writer, trouble: str, at: int, calm: Course) -> list[str]:
    """What came of a trouble at a step that should not have."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder)
        before = held(folder)
        found = Running(writer, folder, at=at, act=TROUBLES[trouble]).ended()
        after = held(folder)
    where = f"{trouble} at step {at}"
    codes = {"Ctrl-C": {INTERRUPTED}, "a kill": {-signal.SIGKILL}}.get(trouble)
    lost = trouble == "the folder is gone"
    if trouble == "a kill":
        after = {path: content for path, content in after.items() if PART not in path}
    if lost:
        # What the trouble itself removed, or came in place of that.
        after |= {p: c for p, c in before.items() if p.startswith("out/")}
    return _wrong(writer, where, calm, found, before, after, codes, unsaid=lost)


def wrong_from_the_start(writer: Writer, trouble: str, calm: Course) -> list[str]:
    """What came of a folder, file or disk that takes nothing. Raises OSError where not allowed."""
    with _folder(trouble) as folder:
        before = held(folder)
        found = Running(writer, folder, STARTS.get(trouble)).ended()
        after = held(folder)
        for path in [folder / "out", *(folder / "out").rglob("*/")] * (trouble in STARTS):
            path.chmod(0o755)
    return _wrong(writer, trouble, calm, found, before, after)


def wrong_by_two(writer: Writer, calm: Course) -> list[str]:
    """What came of two at once: one has its way, the other too or it is refused."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        furnish(folder)
        before = held(folder)
        both = [Running(writer, folder), Running(writer, folder)]
        found = [each.ended() for each in both]
        after = held(folder)
    if writer.typed:  # The second may go on where the first has left off.
        after = before
    # Whoever types after another is done may find nothing left to ask, and leave with 0.
    codes = {writer.refuses, USAGE, writer.code, 0}
    bad = [
        wrong
        for each in found
        for wrong in _wrong(writer, "two at once", calm, each, before, after, codes)
    ]
    # Of several new files each may have written some, and told of the others.
    if (
        all(each.done.code != writer.code for each in found)
        and not calm.held.keys() <= after.keys()
    ):
        bad.append(f"{writer.line}: of two at once none had its way")
    return bad


@contextmanager
def _folder(trouble: str) -> Iterator[Path]:
    """A folder on a disk of its own, if that is what the trouble is about."""
    with tempfile.TemporaryDirectory() as name:
        if trouble not in DISKS:
            furnish(Path(name))
            yield Path(name)
            return
        _mount("-t", "tmpfs", "-o", "size=1m", "none", name)
        try:
            furnish(Path(name))
            if trouble == "a full disk":
                _fill(Path(name))
            else:
                _mount("-o", "remount,ro", name)
            yield Path(name)
        finally:
            subprocess.run(["umount", "-l", name], check=True)


def _mount(*words: str) -> None:
    if subprocess.run(["mount", *words], capture_output=True, check=False).returncode:
        raise PermissionError("mounting is not permitted here")


def _fill(folder: Path) -> None:
    with (folder / "filling").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(512)):
                pass
        except OSError:
            return


def _wrong(
    writer: Writer, where: str, calm: Course, found: Course,
    before: dict[str, str], after: dict[str, str],
    codes: set[int] | None = None, *, unsaid: bool = False,
) -> list[str]:  # fmt: skip
    """What should not be, of a code, a message and the files."""
    code, err, bad = found.done.code, found.done.err, []
    if code not in (codes or {writer.refuses, USAGE, writer.code}):
        bad.append(f"left with {code}")
    if "Traceback" in err + found.done.out:
        bad.append("traceback")
    more_lines = len(err.splitlines()) - len(calm.done.err.splitlines())
    if not writer.typed and more_lines > 2:
        bad.append("said in more than two lines")
    if code in CODES.values() and not err:
        bad.append("left without a word")
    final = {path: contents[-1] for path, contents in calm.held.items() if PART not in path}
    if code == 0 and not unsaid and after.items() < final.items():
        bad.append("left with 0 though not all was written")
    for path in before.keys() | after.keys():
        content, whole = after.get(path), [before.get(path), *calm.held.get(path, [])]
        if path not in before and path not in final:
            bad.append(f"{path} was left behind")
        elif content not in whole and not (
            writer.grows and content is not None and final[path].startswith(content)
        ):
            bad.append(f"{path} was lost or changed")
    return [f"{writer.line}, {where}: {each}\n{err}" for each in bad]
