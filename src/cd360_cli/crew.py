"""Work shared out over processes, the results in the order of what they come from.

This process works too, between handing out and taking in. Each other one has at most an item that
it works on and one that waits, and few results wait for one before them, so memory stays as it is
however many there are. A process ends when whoever started it does, in whatever way.
"""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from io import FileIO
from select import select
from typing import Any, BinaryIO, Generic, NamedTuple, NoReturn, TypeVar

from cd360_cli.problems import Problem, Refused

T = TypeVar("T")
R = TypeVar("R")

_LENGTH = 8
"""Bytes that say how long a message is."""

_ROOM = 1 << 20
"""Bytes that a pipe should hold before anybody reads."""

_MOST_WAITING = 4
"""Results, for each process, that may wait for one before them."""


def cores() -> int:
    """How many processes can work at once; one where none can be started."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[T], R], items: Iterable[T], size: int) -> Iterator[R]:
    """What `work` makes of each item, by `size` processes at once, of which this is one.

    Raises what `work` raises, and `Refused` where a process was ended from outside.
    """
    crew: list[_Member[T, R]] = []
    done: dict[int, _Outcome[R]] = {}
    due = 0
    try:
        for _ in range(size - 1):
            crew.append(_Member(work, crew))
        for number, item in enumerate(items):
            while _fetched(crew, done, wait=False):
                pass
            if not any(member.took(number, item) for member in sorted(crew, key=_load)):
                done[number] = _outcome(work, item)
            while due in done or len(done) > _MOST_WAITING * size:
                yield _awaited(crew, done, due)
                due += 1
        while done or any(map(_load, crew)):
            yield _awaited(crew, done, due)
            due += 1
    finally:
        for member in crew:
            member.dismiss()


class _Outcome(NamedTuple, Generic[R]):
    """What became of an item: a result, or what was raised instead."""

    result: R
    error: Exception | None

    def used(self) -> R:
        """The result. Raises what was raised."""
        if self.error:
            raise self.error
        return self.result


def _outcome(work: Callable[[T], R], item: T) -> _Outcome[Any]:
    try:
        return _Outcome(work(item), None)
    except Exception as error:
        return _Outcome(None, error)


class _Member(Generic[T, R]):
    """A process that works on what it is given; `others` were started before it."""

    def __init__(self, work: Callable[[T], R], others: Iterable["_Member[T, R]"]) -> None:
        self.ends: tuple[int, int]
        self.given = deque[int]()
        """The numbers of the items whose outcomes were not fetched, in order."""
        items, to_member = os.pipe()
        from_member, results = os.pipe()
        self._room = min(_widened(items), _widened(results))
        self._process = os.fork()
        if not self._process:
            # Ends held here of other pipes would keep those open when their owner is gone.
            for end in (to_member, from_member, *(end for other in others for end in other.ends)):
                os.close(end)
            _serve(work, FileIO(items), os.fdopen(results, "wb"))
        os.close(items)
        os.close(results)
        self.ends = (to_member, from_member)
        self._to, self._from = os.fdopen(to_member, "wb"), FileIO(from_member)

    def took(self, number: int, item: T) -> bool:
        """Hand over an item, unless it has one that waits or there is no room for one to wait.

        With no room in the pipe, this process might wait for that one to read, while that one waits
        for this to read its result.
        """
        if len(self.given) > 1:
            return False
        message = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        if self.given and _LENGTH + len(message) > self._room:
            return False
        try:
            _send(self._to, message)
        except BrokenPipeError:
            raise _ended() from None
        self.given.append(number)
        return True

    def outcome(self) -> tuple[int, _Outcome[R]]:
        """The number of the first item that it was given, and what becomes of that, when done."""
        try:
            found = _Outcome[R](*_receive(self._from))
        except EOFError:
            raise _ended() from None
        return self.given.popleft(), found

    def dismiss(self) -> None:
        """End the process."""
        self._from.close()
        self._to.close()
        os.waitpid(self._process, 0)


def _load(member: _Member[Any, Any]) -> int:
    """How many items it has."""
    return len(member.given)


def _fetched(
    crew: Iterable[_Member[Any, Any]], done: dict[int, _Outcome[Any]], *, wait: bool = True
) -> bool:
    """Add the outcomes of items that are done, waiting for one if asked to: whether there are."""
    busy = {member.ends[1]: member for member in crew if member.given}
    ready, _, _ = select(busy, [], [], None if wait else 0)
    done.update(busy[end].outcome() for end in ready)
    return bool(ready)


def _awaited(crew: Iterable[_Member[T, R]], done: dict[int, _Outcome[R]], due: int) -> R:
    """The result that is due, when it is there. Raises what was raised instead."""
    while due not in done:
        _fetched(crew, done)
    return done.pop(due).used()


def _widened(end: int) -> int:
    """How many bytes a pipe holds before anybody reads, made many; 0 where nobody knows."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        return fcntl(end, F_SETPIPE_SZ, _ROOM)
    except (ImportError, OSError):
        return 0


def _ended() -> Refused:
    return Refused("assessment", [Problem("process-ended")])


def _serve(work: Callable[[Any], Any], items: FileIO, results: BinaryIO) -> NoReturn:
    """Work until there is nobody to work for; an interruption is for who started this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            _send(results, _message(_outcome(work, _receive(items))))
    except (EOFError, OSError):
        pass
    finally:
        os._exit(0)


def _message(outcome: _Outcome[Any]) -> bytes:
    """An outcome, or that it cannot be handed over."""
    try:
        return pickle.dumps(tuple(outcome), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        return pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)


def _send(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(_LENGTH, "little"))
    stream.write(data)
    stream.flush()


def _receive(stream: FileIO) -> Any:
    """The next message. Raises `EOFError` where none comes any more."""
    return pickle.loads(_read(stream, int.from_bytes(_read(stream, _LENGTH), "little")))


def _read(stream: FileIO, size: int) -> bytearray:
    """So many bytes, and none ahead: `select` would not know of those."""
    data = bytearray(size)
    left = memoryview(data)
    while left:
        count = stream.readinto(left)
        if not count:
            raise EOFError
        left = left[count:]
    return data
