"""Files that are no ordinary files: links in a circle, pipes, devices, one under two names."""

import io
import os
import sys
from pathlib import Path

import pytest
from here import cd360
from test_peers import READERS
from writers import furnish, held


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    return tmp_path


@pytest.mark.parametrize("line", [line for line in READERS if not line.startswith("assess {}")])
def test_links_in_a_circle_and_endless_files_are_refused(line: str, here: Path) -> None:
    """Whatever reads says so, and ends."""
    Path("loop").symlink_to("loop")
    Path("endless").symlink_to("/dev/zero")
    before = held(here)
    for name in ("loop", "endless"):
        done = cd360(*line.format(name).split())
        assert done.code in (2, 3, 4)
        assert "Traceback" not in done.err
        assert held(here) == before


WRITING = (
    "report acme.yaml -o {}", "compare acme.yaml team/anna.yaml -o {}", "team team -o {}",
    "form -o {}", "framework new {}", "whatif acme.yaml --set tie-breaker=low-cost --save-as {}",
)  # fmt: skip


@pytest.mark.parametrize("line", WRITING)
def test_a_pipe_or_device_is_not_replaced_nor_waited_for(line: str, here: Path) -> None:
    """To replace what a name such as /dev/null stands for would break other programs."""
    os.mkfifo("pipe")
    # Never a real device here: were this broken, root would replace that of the machine.
    Path("link.html").symlink_to("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    done = cd360(*line.format("link.html").split())
    os.close(reader)
    assert (done.code in (2, 3, 4), "exists already" in done.err) == (True, True)
    assert Path("pipe").is_fifo()
    assert Path("link.html").is_symlink()


def test_rows_go_into_a_pipe_while_it_is_read(here: Path) -> None:
    """Row by row needs no file that can be replaced."""
    os.mkfifo("rows.csv")
    reader = os.open("rows.csv", os.O_RDONLY | os.O_NONBLOCK)
    assert cd360("batch", "sound.csv", "-o", "rows.csv").code == 0
    assert os.read(reader, 1 << 16).count(b"\n") == 4
    os.close(reader)


@pytest.mark.parametrize(
    "line", [line for line in WRITING if "-o {}" in line and "form" not in line]
)
@pytest.mark.parametrize("names", ["new.html ./new.html", "new.html new.html", "one.html two.json"])
def test_one_file_for_two_outputs_is_refused(line: str, names: str, here: Path) -> None:
    """The second would take the place of the first."""
    Path("one.html").symlink_to("both")
    Path("two.json").symlink_to("both")
    first, second = names.split()
    done = cd360(*line.format(first).split(), "-o", second)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"-o: {Path(second)}: this file is named twice; expected a name for each\n"
    assert not Path("new.html").exists()
    assert not Path("both").exists()


@pytest.mark.parametrize("wrong", ["loop.csv", "folder"])
def test_a_table_with_links_in_a_circle_or_no_place_for_rejects_leaves_nothing(
    wrong: str, here: Path
) -> None:
    """A refused run leaves no file with headers alone, which the next would stumble over."""
    Path("loop.csv").symlink_to("loop.csv")
    Path("folder").mkdir()
    before = held(here)
    done = cd360("batch", "sound.csv", "-o", "new.csv", "--rejects", wrong)
    assert (done.code, len(done.err.splitlines())) == (3, 1)
    done = cd360("batch", "sound.csv", "-o", wrong)
    assert done.code == 3 if wrong == "loop.csv" else done.code in (2, 3)
    assert held(here) == before


@pytest.mark.parametrize(
    "line",
    [
        *WRITING, "batch sound.csv -o {}", "batch sound.csv -o {}.parquet", "batch {} -o new.csv",
        "batch sound.csv -o new.csv --rejects {}", "batch {} --engine polars -o new.csv",
        "import export.csv --dates month-first -o {}", "import {} -o in",
    ],
)  # fmt: skip
def test_a_name_that_is_too_long_is_refused(line: str, here: Path) -> None:
    """No file system has it, so it is said and nothing is written."""
    before = held(here)
    done = cd360(*line.format("x" * 300 + ".csv").split())
    assert (done.code in (2, 3, 4), "Traceback" in done.err) == (True, False)
    assert held(here) == before
