"""The real command in a real terminal."""

import os
import pty
import re
import select
import signal
import sys
import time
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals here")


class Terminal:
    """A command in a pseudo-terminal: what it shows, and keys to it."""

    def __init__(self, *arguments: str, folder: Path) -> None:
        self.process, self.handle = pty.fork()
        if not self.process:
            os.chdir(folder)
            os.environ.update(TERM="xterm-256color", LC_ALL="en_US.UTF-8", COLUMNS="80")
            os.execv(sys.executable, [sys.executable, "-m", "cd360_cli", *arguments])
        self.shown = ""

    def read_until(self, words: str, seconds: float = 20) -> str:
        """What was shown since the last call, up to and with `words`."""
        end = time.monotonic() + seconds
        while words not in self.shown:
            assert time.monotonic() < end, f"{words!r} not in {self.shown!r}"
            if select.select([self.handle], [], [], 0.1)[0]:
                try:
                    chunk = os.read(self.handle, 65536)
                except OSError:  # The other side has gone.
                    chunk = b""
                if not chunk:
                    break
                self.shown += chunk.decode(errors="replace")
        before, found, self.shown = self.shown.partition(words)
        assert found, f"{words!r} not in {before!r}"
        return before + found

    def type(self, text: str) -> None:
        os.write(self.handle, text.encode())

    def kill(self, number: int) -> int:
        os.kill(self.process, number)
        return self.wait()

    def wait(self) -> int:
        _, status = os.waitpid(self.process, 0)
        os.close(self.handle)
        return os.waitstatus_to_exitcode(status)


def test_killed_in_the_middle_it_resumes_at_the_next_question_with_every_answer(
    tmp_path: Path,
) -> None:
    """SIGKILL after seven answers: the file is whole, and the eighth question comes next."""
    first = Terminal("assess", "acme.yaml", folder=tmp_path)
    first.read_until("Which company")
    first.type("Acme\n")
    for n in range(1, 8):
        first.read_until(f"question {n} of 52")
        first.type(f"{1 + n % 4}\n")
    first.read_until("question 8 of 52")
    assert first.kill(signal.SIGKILL) == -signal.SIGKILL
    kept = yaml.safe_load((tmp_path / "acme.yaml").read_text())["answers"]
    assert len(kept) == 7

    second = Terminal("assess", "acme.yaml", folder=tmp_path)
    shown = second.read_until("question 8 of 52")
    assert "Acme: 7 of 52 questions done" in shown
    assert "question 7 of 52" not in shown
    second.read_until("> ")
    second.type("q\n")
    second.read_until("cd360 recommend acme.yaml")
    assert second.wait() == 0
    assert yaml.safe_load((tmp_path / "acme.yaml").read_text())["answers"] == kept


def test_control_c_keeps_everything_and_leaves_with_130(tmp_path: Path) -> None:
    """An interrupted questionnaire says where the answers are and loses none."""
    terminal = Terminal("assess", "acme.yaml", folder=tmp_path)
    terminal.read_until("Which company")
    terminal.type("Acme\n")
    terminal.read_until("question 1 of 52")
    terminal.type("1\n")
    terminal.read_until("question 2 of 52")
    terminal.read_until("> ")
    terminal.type("\x03")
    terminal.read_until("cd360 assess acme.yaml")
    assert terminal.wait() == 130
    assert len(yaml.safe_load((tmp_path / "acme.yaml").read_text())["answers"]) == 1


def test_a_whole_run_ends_with_the_recommendation(tmp_path: Path) -> None:
    """From the first question, with a look back at the last one, to the result."""
    terminal = Terminal("assess", "--lang", "nl", folder=tmp_path)
    terminal.read_until("Over welk bedrijf")
    terminal.type("Bakkerij Jansen\n")
    for n in range(1, 53):
        terminal.read_until(f"vraag {n} van 52")
        terminal.read_until("> ")
        terminal.type("2\n")
    terminal.read_until("de laatste vraag")
    terminal.type("b\n")
    terminal.read_until("vraag 52 van 52")
    terminal.read_until("> ")
    terminal.type("\n")
    terminal.read_until("de laatste vraag")
    terminal.type("\n")
    shown = terminal.read_until("Beantwoord: 52 van 52 vragen")
    assert re.search(r"Bakkerij Jansen, \d{4}-\d\d-\d\d", shown)
    assert terminal.wait() == 0
    assert (tmp_path / "bakkerij-jansen.cd360.yaml").exists()
