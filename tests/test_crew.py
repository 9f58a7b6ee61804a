"""Work shared out over processes comes back in order, and nothing of it is lost in silence."""

import os
import signal
import time

import pytest

from cd360_cli.crew import in_order
from cd360_cli.problems import Refused


def test_results_come_in_the_order_of_the_items() -> None:
    """However long each takes, and however many processes there are."""

    def slow_at_first(n: int) -> int:
        time.sleep(0.02 if n % 3 == 0 else 0)
        return n * n

    for size in (1, 2, 3):
        assert list(in_order(slow_at_first, range(10), size)) == [n * n for n in range(10)]


def test_what_the_work_raises_is_raised_here() -> None:
    """A mistake in another process is as loud as one in this, and comes when it is due."""

    def fails(n: int) -> int:
        time.sleep(0 if n == 3 else 0.01)
        return 6 // (3 - n)

    for size in (1, 2, 3):
        done: list[int] = []
        with pytest.raises(ZeroDivisionError):
            done.extend(in_order(fails, range(10), size))
        assert done == [2, 3, 6]


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    """As when a machine runs out of memory: an end in silence would pass for a whole result."""

    mine = os.getpid()

    def dies(n: int) -> int:
        time.sleep(0.01)
        if n > 3 and os.getpid() != mine:
            os.kill(os.getpid(), signal.SIGKILL)
        return n

    done: list[int] = []
    with pytest.raises(Refused) as refused:
        done.extend(in_order(dies, range(20), 2))
    assert [problem.kind for problem in refused.value.problems] == ["process-ended"]
    assert done == [*range(20)][: len(done)]


def test_items_and_results_larger_than_any_pipe_come_through() -> None:
    """Nobody waits for another who waits for him."""
    items = [bytes([n]) * (3 << 20) for n in range(6)]
    assert list(in_order(bytes.upper, items, 3)) == [item.upper() for item in items]


def test_no_process_outlives_the_work() -> None:
    """Also where nobody wants the rest of the results."""
    results = in_order(lambda n: os.getpid(), range(10), 2)
    [process] = {next(results), next(results), next(results)} - {os.getpid()}
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
