"""An interview under way, whoever asks: the state, and what keeps its answers."""

import signal
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from cd360_cli.assessment import Assessment
from cd360_cli.interview import Interview
from cd360_cli.problems import Problem, Refused

Keep = Callable[[Assessment], Problem | None]
"""Saves an assessment. Tells what there is to say about that; raises `Refused` where it cannot."""


class Interrupted(Exception):  # noqa: N818 - it says what happened, as a name should
    """The interview was left without being asked to: a signal, or nobody there any more."""


class Sitting:
    """An interview whose every new answer is kept before the next thing is shown.

    Where an answer cannot be kept, the interview goes on, says so, and tries again with the next.
    """

    def __init__(self, interview: Interview, keep: Keep) -> None:
        self.interview = interview
        self.unsaved = False
        self._keep = keep

    def take(self, move: Callable[[Interview], Interview]) -> None:
        """Make a move, and keep what it changed."""
        before, after = self.interview, move(self.interview)
        self.interview = after
        if self.unsaved or after.assessment is not before.assessment:
            self.save()

    def save(self) -> None:
        """Keep the answers as they are now."""
        try:
            remark = self._keep(self.interview.assessment)
            self.unsaved = False
        except Refused as refused:
            remark = refused.problems[0]
            self.unsaved = True
        if remark:
            self.interview = self.interview._replace(remark=remark)


def heed_signals() -> None:
    """Let being terminated, or losing the terminal, end an interview as leaving it does."""

    def leave(number: int, frame: FrameType | None) -> NoReturn:
        raise Interrupted

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP.
            signal.signal(getattr(signal, name), leave)
