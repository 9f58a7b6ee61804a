"""How far a long piece of work is, where somebody looks on."""

import io
import sys
import time

import pytest

from cd360_cli.progress import Progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "3 000 rows, 500 a second, 1:34 left"),
        ("nl", "3 000 rijen, 500 per seconde, nog 1:34"),
    ],
)
def test_rate_and_time_left_follow_from_what_is_done(
    language: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an earlier run did counts as done, but not as fast."""
    now = iter((0.0, 0.0, 4.0, 4.1))
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    progress = Progress(language, 10_000)
    progress.at(1000, 200)
    progress.at(3000, 600)
    progress.at(3001, 601)
    progress.end()
    assert screen.getvalue().replace("\N{NARROW NO-BREAK SPACE}", " ") == f"\r\x1b[K{said}\r\x1b[K"


def test_where_nobody_looks_on_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log full of lines that rewrite themselves cannot be read."""
    monkeypatch.setattr(sys, "stderr", log := io.StringIO())
    progress = Progress("en", None)
    progress.at(1000, 200)
    progress.end()
    assert log.getvalue() == ""
