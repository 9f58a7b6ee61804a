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

    def dies(n: int) -> int:
        if n == 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return n

    done: list[int] = []
    with pytest.raises(Refused) as refused:
        done.extend(in_order(dies, range(10), 2))
    assert [problem.kind for problem in refused.value.problems] == ["process-ended"]
    assert done == [0, 1, 2, 3][: len(done)]


def test_no_process_outlives_the_work() -> None:
    """Also where nobody wants the rest of the results."""
    results = in_order(lambda n: os.getpid(), range(10), 2)
    process = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
