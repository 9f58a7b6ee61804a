"""No answer is lost: not to another process, another program, a full disk or a killed run."""

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, made, picked

from cd360_cli import assessment_file, keeper
from cd360_cli.assessment import Assessment
from cd360_cli.keeper import Keeper
from cd360_cli.problems import Refused
from cd360_cli.texts import problems as say

FRAMEWORK = made()
QUESTIONS = [question.id for question in FRAMEWORK.asked]


def with_answers(count: int) -> Assessment:
    """An assessment with the first `count` questions answered."""
    picks = [next(iter(question.choices)) for question in FRAMEWORK.asked[:count]]
    return assessment(FRAMEWORK, dict(zip(QUESTIONS, map(picked, picks), strict=False)))


def saved(path: Path) -> Assessment:
    return assessment_file.load(path, FRAMEWORK)


def can_be_resumed(held: Keeper) -> bool:
    """Whether the questionnaire would go on: it reads what the file holds before it asks."""
    try:
        assessment_file.parse(held.content or b"", "x", FRAMEWORK)
    except Refused:
        return held.content is None
    return True


def text_of(paths: Iterable[Path]) -> str:
    return "".join(path.read_text() for path in paths if path.exists())


def open_handles() -> int:
    count = 0
    for handle in range(256):
        with suppress(OSError):
            os.fstat(handle)
            count += 1
    return count


@contextmanager
def refusal(kind: str) -> Iterator[None]:
    with pytest.raises(Refused) as caught:
        yield
    assert [problem.kind for problem in caught.value.problems] == [kind]
    for language in ("en", "nl"):
        assert list(say.lines(caught.value, language))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one answer and a comment."""
    path = tmp_path / "acme.cd360.yaml"
    path.write_text("# Acme\n" + assessment_file.as_yaml(with_answers(1)))
    return path


HOLDER = """
import sys
sys.path[:0] = [{tests!r}]
from pathlib import Path
from test_keeper import *
with Keeper(Path(sys.argv[1])) as held:
    for line in sys.stdin:
        held.keep(with_answers(int(line)))
        print("kept", flush=True)
"""


@contextmanager
def other_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process of its own that holds the file and saves as many answers as it is told."""
    code = HOLDER.format(tests=str(Path(__file__).parent))
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def tell(process: subprocess.Popen[str], answers: int) -> None:
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{answers}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "kept\n"


def test_a_second_process_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    """One questionnaire a file, also a file that is new and after saves; SIGKILL frees it."""
    file = tmp_path / "acme.yaml"
    with other_process(file) as first:
        for answers in (1, 2):
            tell(first, answers)
            with refusal("in-use"), Keeper(file):
                pass
        assert saved(file) == with_answers(2)
        first.kill()
        first.wait()
    with Keeper(file) as second:
        second.keep(with_answers(3))
    assert saved(file) == with_answers(3)
    assert list(tmp_path.iterdir()) == [file]


def test_a_lock_on_a_file_that_was_just_replaced_does_not_count(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opens the file the moment before a save replaces it looks again."""
    flock, calls = keeper.fcntl.flock, []

    def replaced_first(handle: int, how: int) -> None:
        if not calls:
            calls.append(handle)
            assessment_file.save(file, with_answers(2))
        flock(handle, how)

    monkeypatch.setattr(keeper.fcntl, "flock", replaced_first)
    with Keeper(file) as held:
        assert held.content == file.read_bytes()
        with refusal("in-use"), Keeper(file):
            pass


def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    """SIGKILL in the midst of saving loses no saved answer, and the next run clears the litter."""
    file = tmp_path / "acme.yaml"
    chance = random.Random(7)
    for _ in range(20):
        read_end, write_end = os.pipe()
        child = os.fork()
        if not child:
            try:
                with Keeper(file) as held:
                    for n in range(1000):
                        held.keep(with_answers(n % len(QUESTIONS)))
                        os.write(write_end, bytes([n % len(QUESTIONS)]))
            finally:
                os._exit(1)  # Never on into the tests of the parent.
        os.close(write_end)
        last = os.read(read_end, 1)[0]
        time.sleep(chance.random() / 50)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(read_end, 4096):
            last = more[-1]
        os.close(read_end)
        assert len(saved(file).answers) in (last, (last + 1) % len(QUESTIONS))
        with Keeper(file):
            assert list(tmp_path.iterdir()) == [file]


def test_a_file_system_without_locks_is_no_obstacle(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network drives and Windows have no such locks; saving goes on without."""

    def unsupported(handle: int, how: int) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(keeper.fcntl, "flock", unsupported)
    with Keeper(file) as first, Keeper(file) as second:
        first.keep(with_answers(2))
        with refusal("changed-elsewhere"):
            second.keep(with_answers(3))
    monkeypatch.setattr(keeper, "fcntl", None)
    with Keeper(file) as first:
        first.keep(with_answers(3))
    assert saved(file) == with_answers(3)


def test_what_was_typed_meanwhile_is_not_overwritten(file: Path) -> None:
    """A change by an editor, git or a sync is noticed; both versions end up on disk."""
    with Keeper(file) as held:
        held.keep(with_answers(2))
        theirs = file.read_bytes() + b"# call Jan\n"
        file.write_bytes(theirs)
        for answers in (3, 4):
            with refusal("changed-elsewhere"):
                held.keep(with_answers(answers))
        beside = held.keep_beside(with_answers(4))
        assert beside == file.with_name("acme.cd360.conflict-1.yaml") == held.path
        held.keep(with_answers(5))
        with refusal("in-use"), Keeper(beside):
            pass
    assert file.read_bytes() == theirs
    assert saved(beside) == with_answers(5)
    assert beside.read_text().startswith("# Acme\n")
    assert beside.stat().st_mode & 0o777 == 0o600
    assert sorted(file.parent.iterdir()) == [beside, file]


def test_a_version_beside_never_takes_the_place_of_another(file: Path) -> None:
    """Each conflict gets a name of its own."""
    with Keeper(file) as held:
        first = held.keep_beside(with_answers(2))
        first.write_text("# theirs\n")
        second = held.keep_beside(with_answers(3))
    assert (first.name, second.name) == (
        "acme.cd360.conflict-1.yaml", "acme.cd360.conflict-2.yaml",
    )  # fmt: skip
    assert first.read_text() == "# theirs\n"


def test_a_change_that_was_undone_is_no_obstacle(file: Path) -> None:
    """A refused answer is saved with the next one, once the file is as we know it."""
    with Keeper(file) as held:
        before = file.read_bytes()
        file.write_bytes(b"# theirs\n")
        with refusal("changed-elsewhere"):
            held.keep(with_answers(2))
        file.write_bytes(before)
        held.keep(with_answers(3))
    assert saved(file) == with_answers(3)


def test_a_file_that_somebody_else_makes_first_is_not_overwritten(tmp_path: Path) -> None:
    """Two who start the same new file at the same time do not overwrite each other."""
    file = tmp_path / "acme.yaml"
    with Keeper(file) as first, Keeper(file) as second:
        assert (first.content, second.content) == (None, None)
        first.keep(with_answers(1))
        with refusal("changed-elsewhere"):
            second.keep(with_answers(2))
    assert saved(file) == with_answers(1)


def test_a_file_that_vanished_is_written_again(file: Path) -> None:
    """Deleted by mistake while questions are asked, it comes back with all answers and comments."""
    with Keeper(file) as held:
        file.unlink()
        held.keep(with_answers(2))
        with refusal("in-use"), Keeper(file):
            pass
    assert saved(file) == with_answers(2)
    assert file.read_text().startswith("# Acme\n")


def test_a_folder_that_vanished_is_said_and_waited_for(tmp_path: Path) -> None:
    """Without its folder nothing can be saved; when it is back, everything is."""
    folder = tmp_path / "client"
    folder.mkdir()
    with Keeper(folder / "acme.yaml") as held:
        held.keep(with_answers(1))
        (folder / "acme.yaml").unlink()
        folder.rmdir()
        with refusal("missing-folder"):
            held.keep(with_answers(2))
        folder.mkdir()
        held.keep(with_answers(3))
    assert saved(folder / "acme.yaml") == with_answers(3)


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_new_file_is_private_and_nothing_is_written_twice(tmp_path: Path, suffix: str) -> None:
    """A new file is for nobody else's eyes; saving the same again leaves it alone."""
    file = tmp_path / f"acme{suffix}"
    with Keeper(file) as held:
        assert held.content is None
        held.keep(with_answers(1))
        first = file.stat()
        assert first.st_mode & 0o777 == 0o600
        held.keep(with_answers(1))
        assert file.stat().st_ino == first.st_ino
        held.keep(with_answers(2))
        assert held.content == file.read_bytes()
    assert file.read_text() == assessment_file.as_text(file, with_answers(2))


def test_links_and_modes_stay(file: Path, tmp_path: Path) -> None:
    """A link is written through and locks what it points to; who may read the file still may."""
    link = tmp_path / "elsewhere" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(file)
    file.chmod(0o640)
    with Keeper(link) as held:
        held.keep(with_answers(2))
        with refusal("in-use"), Keeper(file):
            pass
    assert link.is_symlink()
    assert saved(file) == with_answers(2)
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(link.parent.iterdir()) == [link]


@contextmanager
def nobody() -> Iterator[Path]:
    """A folder of an ordinary user, who we are meanwhile: permissions do not bind root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid():
            yield folder
            return
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(0)


@pytest.mark.parametrize(("part", "mode"), [("file", 0o400), ("folder", 0o500)])
def test_what_is_locked_against_writing_stays_as_it_was(part: str, mode: int) -> None:
    """A file or folder that is read-only is refused, not worked around; then it goes on."""
    with nobody() as folder:
        file = folder / "acme.yaml"
        assessment_file.save(file, with_answers(1))
        before = file.read_bytes()
        locked = file if part == "file" else folder
        usual = locked.stat().st_mode & 0o777
        locked.chmod(mode)
        with Keeper(file) as held:
            with refusal("no-permission"):
                held.keep(with_answers(2))
            if part == "folder":
                with refusal("no-permission"):
                    held.keep_beside(with_answers(2))
            assert held.path == file
            assert file.read_bytes() == before
            assert list(folder.iterdir()) == [file]
            with refusal("in-use"), Keeper(file):
                pass
            locked.chmod(usual)
            held.keep(with_answers(3))
        assert saved(file) == with_answers(3)


@contextmanager
def little_room(most: int) -> Iterator[None]:
    """No file may become larger than this: the write itself stops halfway."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_save_that_stops_halfway_leaves_the_old_file(file: Path) -> None:
    """Without room for all of it the old file stays, byte for byte; with room it goes on."""
    before = file.read_bytes()
    with Keeper(file) as held:
        with little_room(len(before)), refusal("unwritable"):
            held.keep(with_answers(5))
        assert file.read_bytes() == before
        assert list(file.parent.iterdir()) == [file]
        held.keep(with_answers(5))
    assert saved(file) == with_answers(5)


@pytest.mark.parametrize("call", ["os.fsync", "os.replace", "tempfile.mkstemp"])
def test_a_full_disk_at_any_step_leaves_the_old_file_and_its_lock(
    file: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Wherever the disk runs full, nothing changes and nothing is left behind."""

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = file.read_bytes()
    with Keeper(file) as held:
        usual = open_handles()
        with monkeypatch.context() as patched:
            patched.setattr(call, full)
            with refusal("unwritable"):
                held.keep(with_answers(2))
        assert open_handles() == usual
        assert file.read_bytes() == before
        assert list(file.parent.iterdir()) == [file]
        with refusal("in-use"), Keeper(file):
            pass
        held.keep(with_answers(3))
    assert saved(file) == with_answers(3)


def test_a_save_that_was_interrupted_is_known_as_our_own(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C just after the file took its name does not make our own text look like another's."""

    def interrupted(folder: Path) -> None:
        raise KeyboardInterrupt

    with Keeper(file) as held:
        with monkeypatch.context() as patched:
            patched.setattr("cd360_cli.files._sync_folder", interrupted)
            with pytest.raises(KeyboardInterrupt):
                held.keep(with_answers(2))
        held.keep(with_answers(3))
    assert saved(file) == with_answers(3)


def test_what_cannot_be_read_is_refused_at_once(tmp_path: Path) -> None:
    """A folder instead of a file is refused on entering, and no handle stays open."""
    usual = open_handles()
    with refusal("directory"), Keeper(tmp_path):
        pass
    assert open_handles() == usual


@given(st.lists(st.sampled_from(["keep", "edit", "delete", "beside", "again"]), max_size=12))
@settings(max_examples=30)
def test_whatever_happens_nothing_that_was_saved_is_overwritten(events: list[str]) -> None:
    """In any order of saves, edits and deletions every edit survives, and so does the last save."""
    with tempfile.TemporaryDirectory() as folder:
        held = Keeper(Path(folder) / "acme.yaml")
        held.__enter__()
        edits: list[str] = []
        for n, event in enumerate(events):
            answers = with_answers(n % 6)
            match event:
                case "keep":
                    with suppress(Refused):
                        held.keep(answers)
                        assert saved(held.path) == answers
                case "beside":
                    assert saved(held.keep_beside(answers)) == answers
                case "edit":
                    edits.append(f"# edit {n}\n")
                    with held.path.open("a") as typed:
                        typed.write(edits[-1])
                case "delete":
                    edits = [edit for edit in edits if edit not in text_of([held.path])]
                    held.path.unlink(missing_ok=True)
                case "again":
                    held.__exit__()
                    held.__enter__()
                    if not can_be_resumed(held):
                        break
            assert all(edit in text_of(Path(folder).iterdir()) for edit in edits)
        held.__exit__()
