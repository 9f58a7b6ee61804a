"""Work shared out over processes, the results in the order of what they come from.

Each process has one item at a time, and few results wait for one before them, so memory stays as it
is however many there are. A process ends when whoever started it does, in whatever way.
"""

import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from select import select
from typing import Any, BinaryIO, Generic, NamedTuple, NoReturn, TypeVar

from cd360_cli.problems import Problem, Refused

T = TypeVar("T")
R = TypeVar("R")

_LENGTH = 8
"""Bytes that say how long a message is."""


def cores() -> int:
    """How many processes can work at once; one where none can be started."""
    if not hasattr(os, "fork"):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[T], R], items: Iterable[T], size: int) -> Iterator[R]:
    """What `work` makes of each item, by `size` processes at once.

    Raises what `work` raises, and `Refused` where a process was ended from outside.
    """
    if size < 2:
        yield from map(work, items)
        return
    crew: list[_Member[T, R]] = []
    busy: dict[int, _Member[T, R]] = {}
    done: dict[int, _Outcome[R]] = {}
    due = 0
    try:
        for _ in range(size):
            crew.append(_Member(work, crew))
        idle = [*crew]
        for number, item in enumerate(items):
            if not idle:
                # Whoever is done first works on, unless too much of what comes later is waiting.
                first = due if len(done) == size else _first_done(busy)
                member = busy.pop(first)
                done[first] = member.outcome()
                idle.append(member)
            busy[number] = member = idle.pop()
            member.give(item)
            while due in done:
                yield done.pop(due).used()
                due += 1
        for number in sorted([*done, *busy]):
            yield (done.get(number) or busy[number].outcome()).used()
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


class _Member(Generic[T, R]):
    """A process that works on what it is given; `others` were started before it."""

    def __init__(self, work: Callable[[T], R], others: Iterable["_Member[T, R]"]) -> None:
        self.ends: tuple[int, int]
        items, to_member = os.pipe()
        from_member, results = os.pipe()
        self._process = os.fork()
        if not self._process:
            # Ends held here of other pipes would keep those open when their owner is gone.
            for end in (to_member, from_member, *(end for other in others for end in other.ends)):
                os.close(end)
            _serve(work, os.fdopen(items, "rb"), os.fdopen(results, "wb"))
        os.close(items)
        os.close(results)
        self.ends = (to_member, from_member)
        self._to, self._from = os.fdopen(to_member, "wb"), os.fdopen(from_member, "rb")

    def give(self, item: T) -> None:
        """Hand over an item, whose result must be fetched before the next."""
        try:
            _send(self._to, _message(item))
        except BrokenPipeError:
            raise _ended() from None

    def outcome(self) -> _Outcome[R]:
        """What became of the item, when that is done."""
        try:
            return _Outcome(*_receive(self._from))
        except EOFError:
            raise _ended() from None

    def dismiss(self) -> None:
        """End the process."""
        self._from.close()
        self._to.close()
        os.waitpid(self._process, 0)


def _first_done(busy: Mapping[int, _Member[Any, Any]]) -> int:
    """The number of an item that is done, as soon as there is one."""
    ends = {member.ends[1]: number for number, member in busy.items()}
    ready, _, _ = select(ends, [], [])
    return ends[ready[0]]


def _ended() -> Refused:
    return Refused("assessment", [Problem("process-ended")])


def _serve(work: Callable[[Any], Any], items: BinaryIO, results: BinaryIO) -> NoReturn:
    """Work until there is nobody to work for; an interruption is for who started this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            item = _receive(items)
            _send(results, _outcome(work, item))
    except (EOFError, OSError):
        pass
    finally:
        os._exit(0)


def _outcome(work: Callable[[Any], Any], item: Any) -> bytes:
    """The result, or what was raised instead."""
    try:
        return _message((work(item), None))
    except Exception as error:
        return _message((None, error))


def _message(content: object) -> bytes:
    return pickle.dumps(content, pickle.HIGHEST_PROTOCOL)


def _send(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(_LENGTH, "little") + data)
    stream.flush()


def _receive(stream: BinaryIO) -> Any:
    """The next message. Raises `EOFError` where none comes any more."""
    length = int.from_bytes(stream.read(_LENGTH), "little")
    data = stream.read(length)
    if not length or len(data) < length:
        raise EOFError
    return pickle.loads(data)
