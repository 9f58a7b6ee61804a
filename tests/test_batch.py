"""`cd360 batch` as a script runs it: the real command on files, pipes and kills."""

import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pyarrow
import pytest
from conftest import ROOT
from here import cd360
from hypothesis import given, settings
from hypothesis import strategies as st
from made import assessment, full_answers
from pyarrow import parquet
from screen import Terminal
from test_schemas import validator

from cd360_cli.assessment import Answer
from cd360_cli.commands import batch as command
from cd360_cli.framework import Framework, Question
from cd360_cli.recommendation import recommend
from cd360_cli.respondent_row import columns, row, unscored
from cd360_cli.row_form import FORMS, FormName

EXAMPLE = ROOT / "examples/respondents.csv"


def batch(*words: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cd360_cli", "batch", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True)


def respondents(framework: Framework, rows: int, seed: int = 360) -> Iterator[dict[str, str]]:
    """Answers at random, with some unknown, not applicable, blank and double."""
    chance = random.Random(seed)
    for number in range(rows):
        cells = {"respondent": f"r{number}"}
        for question in framework.asked:
            choices = list(question.choices)
            odd = ["dont-know", "not-applicable", ""] + ["+".join(choices[:2])] * bool(
                question.options
            )
            cells[question.id] = chance.choice(choices if chance.random() < 0.9 else odd)
        yield cells


def write_csv(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


class Table(NamedTuple):
    """A table of answers, and what an uninterrupted run makes of it."""

    path: Path
    rows: bytes


def made_table(framework: Framework, folder: Path, rows: int) -> Table:
    path, out = write_csv(folder / "in.csv", list(respondents(framework, rows))), folder / "out.csv"
    assert batch(path, "-o", out).returncode == 0
    return Table(path, out.read_bytes())


@pytest.fixture(scope="module")
def short(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Table:
    """Some respondents, fewer than are shared out."""
    return made_table(framework, tmp_path_factory.mktemp("short"), 200)


@pytest.fixture(scope="module")
def long(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Table:
    """Enough to be shared out to processes, and to be killed in."""
    return made_table(framework, tmp_path_factory.mktemp("long"), 3600)


def reference(framework: Framework, cells: list[dict[str, str]]) -> str:
    """The same rows, each by `recommend`; wrong cells as their problems."""
    names, form = columns(framework), FORMS["csv"]
    lines = [form.header(names)]
    for number, each in enumerate(cells, 1):
        wrong = [(q, "unknown-answer") for q, c in each.items() if c == "nonsense"]
        answers = {q: Answer(tuple(c.split("+"))) for q, c in each.items() if c}
        who = answers.pop("respondent").picks[0]
        if wrong:
            values = unscored(framework, number, who, wrong)
        else:
            answered = assessment(framework, answers)._replace(respondent=who)
            values = row(number, recommend(framework, answered))
        lines.append(form.ending(names, values) + "\n")
    return "".join(lines)


@settings(max_examples=4)
@given(data=st.data())
def test_rows_equal_recommend_to_the_byte(
    data: st.DataObject, framework: Framework, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Also with answers that are unknown, blank, not applicable or no answers at all."""
    cells = []
    for number in range(data.draw(st.integers(1, 6))):
        answers = data.draw(full_answers(framework))
        each = {
            q.id: "+".join(answers[q.id].picks) if q.id in answers else "" for q in framework.asked
        }
        for question in data.draw(st.sets(st.sampled_from(list(each)), max_size=2)):
            each[question] = data.draw(st.sampled_from(("nonsense", "", "dont-know")))
        cells.append({"respondent": f"r{number}", **each})
    folder = tmp_path_factory.mktemp("rows")
    source, out = write_csv(folder / "in.csv", cells), folder / "out.csv"
    broken = any("nonsense" in each.values() for each in cells)
    assert cd360("batch", str(source), "-o", str(out)).code == (3 if broken else 0)
    assert out.read_text() == reference(framework, cells)


def test_the_row_of_a_file_does_not_depend_on_how_it_is_given(
    framework: Framework, short: Table, tmp_path: Path
) -> None:
    """CSV or NDJSON, a file or a pipe, ids or the texts of either language as a form gives them."""
    text = short.path.read_text()
    assert batch("-", "--from", "csv", stdin=text).stdout.encode() == short.rows
    lines = "".join(json.dumps(each) + "\n" for each in csv.DictReader(text.splitlines()))
    assert batch("-", "--from", "ndjson", "--to", "csv", stdin=lines).stdout.encode() == short.rows
    asked = {question.id: question for question in framework.asked}
    rows = list(csv.reader(text.splitlines()))
    for language in framework.languages:
        worded = tmp_path / f"{language}.csv"
        with worded.open("w", newline="") as file:
            write = csv.writer(file).writerow
            write(
                f"{n}. {asked[h].ask.say(language)}" if h in asked else h
                for n, h in enumerate(rows[0])
            )
            for row in rows[1:]:
                write(
                    _worded(asked.get(h), cell, language)
                    for h, cell in zip(rows[0], row, strict=True)
                )
        assert batch(worded).stdout.encode() == short.rows


def _worded(question: Question | None, cell: str, language: str) -> str:
    """A cell as forms export it, with a comma between two options."""
    if question is None or not set(cell.split("+")) <= set(question.choices):
        return cell
    return ", ".join(question.choices[pick].say(language) for pick in cell.split("+"))


def test_a_column_with_the_very_id_counts_before_one_that_is_like_it(
    framework: Framework, tmp_path: Path
) -> None:
    """What `import` would take for the same question is then left out, and told."""
    source, id = tmp_path / "in.csv", framework.asked[0].id
    choices = list(framework.asked[0].choices)
    source.write_text(f"Your name,{id} (old),{id}\nAn,{choices[0]},{choices[1]}\n")
    plain = tmp_path / "plain.csv"
    plain.write_text(f"respondent,{id}\nAn,{choices[1]}\n")
    done = batch(source)
    assert done.stdout == batch(plain).stdout
    assert f"{id} (old)" in done.stderr


def test_ndjson_says_the_same_as_csv(short: Table) -> None:
    """A reader of either finds the same values under the same names; nothing is null."""
    lines = batch(short.path, "--to", "ndjson").stdout.splitlines()
    rows = list(csv.DictReader(short.rows.decode().splitlines()))
    assert len(lines) == len(rows)
    for line, cells in zip(lines, rows, strict=True):
        assert {k: "" if v is None else str(v) for k, v in json.loads(line).items()} == cells


def test_parquet_holds_the_same_values(short: Table, tmp_path: Path) -> None:
    """From CSV to Parquet, and from Parquet back to CSV, with nothing where nothing is said."""
    made, back = tmp_path / "made.parquet", tmp_path / "back.csv"
    assert cd360("batch", str(short.path), "-o", str(made)).code == 0
    rows = list(csv.DictReader(short.rows.decode().splitlines()))
    found = parquet.read_table(made).to_pylist()
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in found] == rows
    assert type(found[0]["points_per_100"]) is int
    answers = [{k: v or None for k, v in r.items()} for r in csv.DictReader(short.path.open())]
    columns = {name: [answer[name] for answer in answers] for name in answers[0]}
    levels = [cell if cell and cell.isdigit() else None for cell in columns["use-level"]]
    # With gaps, whole numbers become others in many a program.
    columns["use-level"] = [float(level) if level else None for level in levels]
    parquet.write_table(pyarrow.table(columns), tmp_path / "in.parquet")
    source, same = tmp_path / "same.csv", tmp_path / "same.out.csv"
    cells = [{**a, "use-level": level or ""} for a, level in zip(answers, levels, strict=True)]
    write_csv(source, cells)
    for table, out in ((tmp_path / "in.parquet", back), (source, same)):
        assert cd360("batch", str(table), "-o", str(out)).code == 0
    assert back.read_bytes() == same.read_bytes()


def test_parquet_appears_whole_or_not_at_all(long: Table, tmp_path: Path) -> None:
    """Half a Parquet file cannot be read, so none is left behind; nor is another replaced."""
    out = tmp_path / "out.parquet"
    process = subprocess.Popen(
        [sys.executable, "-m", "cd360_cli", "batch", "-", "--from", "csv", "-o", str(out)],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin
    assert process.stderr
    process.stdin.write(long.path.read_bytes()[:300_000])
    process.stdin.flush()
    while not list(tmp_path.iterdir()):
        time.sleep(0.01)
    time.sleep(0.2)
    for _ in range(5):
        # Again, as anybody would: Python drops one that comes within a callback of its own.
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=6)
            break
    assert process.returncode == 130
    assert f"Nothing was written to {out}." in process.stderr.read().decode()
    assert list(tmp_path.iterdir()) == []
    out.write_text("mine")
    assert batch(long.path, "-o", out).returncode == 3
    assert out.read_text() == "mine"
    assert "not a Parquet file" in batch(out).stderr


def test_a_parquet_file_is_private_and_takes_the_place_of_no_other(
    short: Table, tmp_path: Path
) -> None:
    """It is for its owner alone; a file that is called as unfinished ones might be stays."""
    out, unfinished, mine = (tmp_path / n for n in ("out.parquet", "out.parquet.part", "mine"))
    mine.write_text("mine")
    unfinished.symlink_to(mine)
    assert batch(short.path, "-o", out).returncode == 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert (unfinished.is_symlink(), mine.read_text()) == (True, "mine")
    out.unlink()
    out.symlink_to("nowhere")
    for engine in ([], ["--engine", "polars"]):
        done = batch(short.path, "-o", out, *engine)
        assert (done.returncode, "exists already" in done.stderr) == (3, True)
        assert out.is_symlink()
    done = batch(short.path, "-o", tmp_path / "gone/out.parquet")
    assert (done.returncode, "its folder does not exist" in done.stderr) == (3, True)


def test_a_table_that_vanishes_while_it_is_read_is_read_to_its_end(
    short: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is open stays readable; nobody is told of a bug."""
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(short.path.read_bytes())
    usual = command._opened

    def vanishing(path: Path, read: FormName) -> BinaryIO:
        file = usual(path, read)
        path.unlink()
        return file

    monkeypatch.setattr(command, "_opened", vanishing)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    done = cd360("batch", str(source), "-o", str(out))
    assert (done.code, out.read_bytes()) == (0, short.rows)


def test_broken_rows_lose_nothing_else(long: Table, tmp_path: Path) -> None:
    """One in a hundred is told with line and column and set apart; the others are as before."""
    lines = long.path.read_text().splitlines()
    chance = random.Random(1)
    broken = sorted(chance.sample(range(1, len(lines)), len(lines) // 100))
    breaks = (
        lambda line: line + ",more",
        lambda line: line.rsplit(",", 1)[0],
        lambda line: line.rsplit(",", 1)[0] + ",nonsense",
        lambda line: '"' + line,
        lambda line: line.replace(",", ',"', 1),
        lambda line: line.rsplit(",", 1)[0] + ",\udcff",
    )
    for n, at in enumerate(broken):
        lines[at] = breaks[n % len(breaks)](lines[at])
    source, out, rejects = (tmp_path / n for n in ("in.csv", "out.csv", "rejects.csv"))
    source.write_bytes("".join(f"{x}\n" for x in lines).encode("utf-8", "surrogateescape"))
    done = batch(source, "-o", out, "--rejects", rejects)
    assert done.returncode == 3
    found, right = out.read_bytes().splitlines(), long.rows.splitlines()
    assert len(found) == len(right)
    assert {n for n, (a, b) in enumerate(zip(found, right, strict=True)) if a != b} == set(broken)
    apart = rejects.read_bytes().decode("utf-8", "surrogateescape").splitlines()
    assert apart == [lines[0], *(lines[at] for at in broken)]
    assert f"{source}:{broken[2] + 1}: conduct-standing: " in done.stderr
    assert f"{len(lines) - 1 - len(broken)} of {len(lines) - 1}" in done.stderr


def test_a_killed_run_resumes_to_the_same_bytes(long: Table, tmp_path: Path) -> None:
    """Killed at any moment, by a signal that cannot be caught, or with its last line torn."""
    chance = random.Random(360)
    out = tmp_path / "out.csv"
    command = [
        sys.executable,
        "-m",
        "cd360_cli",
        "batch",
        str(long.path),
        "-o",
        str(out),
        "--resume",
    ]
    partial = 0
    for _ in range(2):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        wanted = chance.randrange(len(long.rows))
        while process.poll() is None and (not out.exists() or out.stat().st_size < wanted):
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.wait()
        partial += out.stat().st_size < len(long.rows)
        torn = chance.randrange(out.stat().st_size) if out.exists() else 0
        os.truncate(out, torn)
        assert subprocess.run(command, capture_output=True).returncode == 0
        assert out.read_bytes() == long.rows
        os.truncate(out, chance.randrange(len(long.rows) // 2))
    assert partial


def test_a_resumed_run_sets_the_same_rows_apart(framework: Framework, tmp_path: Path) -> None:
    """Rows that were set apart before the interruption are not lost from the rejects."""
    rows = list(respondents(framework, 900))
    for n in range(0, len(rows), 30):
        rows[n]["tie-breaker"] = "nonsense"
    source = write_csv(tmp_path / "in.csv", rows)
    out, rejects = tmp_path / "out.csv", tmp_path / "rejects.csv"
    assert batch(source, "-o", out, "--rejects", rejects).returncode == 3
    right = (out.read_bytes(), rejects.read_bytes())
    os.truncate(out, len(right[0]) * 2 // 3)
    os.truncate(rejects, len(right[1]) // 4)
    assert batch(source, "-o", out, "--rejects", rejects, "--resume").returncode == 3
    assert (out.read_bytes(), rejects.read_bytes()) == right


def test_resume_refuses_a_file_of_other_rows(short: Table, tmp_path: Path) -> None:
    """To go on with rows of other answers would mix two surveys."""
    out = tmp_path / "out.csv"
    lines = short.rows.splitlines(keepends=True)
    # All of the first piece is there, and its last row differs.
    out.write_bytes(b"".join(line.replace(b",r", b",x") for line in lines))
    done = batch(short.path, "-o", out, "--resume")
    assert done.returncode == 3
    assert "holds other rows" in done.stderr


def test_an_interrupted_run_leaves_whole_lines_and_says_how_to_go_on(
    long: Table, tmp_path: Path
) -> None:
    """Ctrl-C is no accident: what is done stays, and the next command is told."""
    terminal = Terminal("batch", str(long.path), "-o", "out.csv", folder=tmp_path)
    terminal.show_until(lambda _: bool(list(tmp_path.iterdir())))
    os.kill(terminal.process, signal.SIGINT)
    assert terminal.wait() in (0, 130)
    written = (tmp_path / "out.csv").read_bytes()
    assert not written or written.endswith(b"\n")


def test_memory_does_not_grow_with_the_rows(long: Table, tmp_path: Path) -> None:
    """Four times the rows take no more than a few MiB more, in any process."""
    header, _, body = long.path.read_text().partition("\n")
    code = (
        "import resource, sys\nfrom cd360_cli.cli import run\n"
        "try: run()\nexcept SystemExit: pass\n"
        "print(*(resource.getrusage(who).ru_maxrss for who in "
        "(resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))"
    )
    peaks = []
    for times in (2, 8):  # Both are shared out to several processes.
        source, out = tmp_path / f"{times}.csv", tmp_path / f"{times}.out.csv"
        source.write_text(header + "\n" + body * times)
        words = ["batch", str(source), "-o", str(out)]
        # Behind a shell, or the peak would be that of whoever started this before it became Python.
        shell = ["sh", "-c", '"$@"; :', "sh", sys.executable, "-c", code, *words]
        done = subprocess.run(shell, capture_output=True, text=True, check=True)
        peaks.append([int(peak) for peak in done.stdout.split()])
    for few, many in zip(*peaks, strict=True):
        assert many < few + 4 * 1024
        assert many < 40 * 1024


def test_the_summary_counts_what_the_rows_say(short: Table) -> None:
    """Verdicts and strategies are those of the rows; agreement is that of a team."""
    found = json.loads(cd360("batch", str(short.path), "--summary", "--json").out)
    rows = list(csv.DictReader(short.rows.decode().splitlines()))
    for key, name in (("verdicts", "verdict"), ("strategies", "strategy")):
        for value, times in found[key].items():
            assert times == sum(row[name] == value for row in rows)
    few = json.loads(cd360("batch", str(EXAMPLE), "--summary", "--json").out)
    for each in (found, few):
        validator("summary").validate(each)
    team = json.loads(cd360("team", str(ROOT / "examples/team"), "--json").out)
    agreed = {k: v for k, v in team["agreement"].items() if k != "order"}
    assert few["agreement"] == agreed


def test_the_summary_reads_well_on_a_screen() -> None:
    """In both languages, with what the rows come to and every question."""
    for language, heading in (("en", "Verdicts"), ("nl", "Oordelen")):
        done = cd360("batch", str(EXAMPLE), "--summary", "--lang", language)
        assert done.code == 0
        assert f"\n{heading}\n" in done.out
        assert max(map(len, done.out.splitlines())) <= 80


def test_resume_refuses_a_table_that_was_changed_since(short: Table, tmp_path: Path) -> None:
    """As after repairing rows that were not understood: what was written is of the old ones."""
    out, source = tmp_path / "out.csv", tmp_path / "in.csv"
    out.write_bytes(b"".join(short.rows.splitlines(keepends=True)[:20]))
    source.write_bytes(short.path.read_bytes())
    os.utime(out, (1, 1))
    done = cd360("batch", str(source), "-o", str(out), "--resume")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"{source}: changed after {out} was last written")
    os.utime(source, (1, 1))
    assert cd360("batch", str(source), "-o", str(out), "--resume").code == 0
    assert out.read_bytes() == short.rows


def test_where_nothing_is_rejected_there_is_no_file_of_rejects(tmp_path: Path) -> None:
    """A header alone would only stand in the way of the next run."""
    rejects = tmp_path / "rejects.csv"
    done = cd360("batch", str(EXAMPLE), "-o", str(tmp_path / "o.csv"), "--rejects", str(rejects))
    assert (done.code, rejects.exists()) == (0, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-",), "--from csv"),
        (
            ("a.csv", "-o", "rows.xlsx"),
            "rows.xlsx: is this CSV, NDJSON or Parquet?",
        ),
        (("a.csv", "--resume"), "--out"),
        (("a.csv", "--json"), "--summary"),
        (("a.csv", "--summary", "-o", "x.csv"), "--out"),
        (("a.csv", "-o", "x.parquet", "--resume"), "whole or not at all"),
        (("a.csv", "--to", "parquet"), "--out"),
        (("-", "--from", "parquet"), "instead of -"),
        (("a.csv", "-o", "b.csv", "--rejects", "./a.csv", "--resume"), "named twice"),
    ],
)
def test_options_that_make_no_sense_are_wrong_usage(words: tuple[str, ...], said: str) -> None:
    """Told before anything is read or written."""
    done = cd360("batch", *words)
    assert done.code == 2
    assert said in done.err


def test_what_is_no_table_is_told_as_what_it_is(tmp_path: Path) -> None:
    """Nobody is asked in which form a spreadsheet, a folder or nothing at all is."""
    (tmp_path / "survey.xlsx").write_bytes(b"PK")
    sheet = cd360("batch", str(tmp_path / "survey.xlsx"), "--lang", "nl")
    assert (sheet.code, "Sla het eerst op als CSV UTF-8" in sheet.err) == (2, True)
    for name, said in (("", "this is a folder"), ("none.xlsx", "no such file")):
        done = cd360("batch", str(tmp_path / name))
        assert (done.code, said in done.err) == (3, True)


def test_a_misspelled_column_gets_the_nearest_question(tmp_path: Path) -> None:
    """Its answers are left out, which nobody looks for; a column without a header is no news."""
    table = tmp_path / "answers.csv"
    table.write_text("tie-braeker,awareness-level,sector,\nx,1,retail,\n", encoding="utf-8")
    told = cd360("batch", str(table)).err
    assert "2 columns are ignored: tie-braeker, sector\n" in told
    assert "`tie-braeker` is no question; did you mean `tie-breaker`?\n" in told
    assert told.count("did you mean") == 1


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("company", "Acme"),
        ("Bedrijf", "Acme"),
        ("company,respondent", "Ann"),
        ("company,naam", "Ann"),
    ],
)
def test_a_company_names_a_row_that_nothing_else_names(head: str, who: str, tmp_path: Path) -> None:
    """A survey of companies has no column of respondents; whoever answered comes first."""
    table = tmp_path / "answers.csv"
    cells = ["Acme", "Ann"][: head.count(",") + 1]
    table.write_text(f"{head},awareness-level\n{','.join(cells)},1\n", encoding="utf-8")
    assert batch(table).stdout.splitlines()[1].startswith(f"1,{who},")


def test_a_company_names_a_row_of_ndjson_too(tmp_path: Path) -> None:
    """The same table in another form gives the same rows."""
    table = tmp_path / "answers.ndjson"
    table.write_text('{"company": "Acme", "awareness-level": 1}\n', encoding="utf-8")
    assert '"respondent":"Acme"' in batch(table).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file whose every read fails")
@pytest.mark.parametrize("engine", [[], ["--engine", "polars"]])
def test_a_disk_that_fails_while_it_is_read_is_told_of_the_table(
    engine: list[str], tmp_path: Path
) -> None:
    """Not of what is written: whoever looks for the mistake would look at the wrong disk."""
    table = tmp_path / "answers.csv"
    table.symlink_to("/proc/self/mem")
    done = batch(table, *engine, "-o", tmp_path / "rows.csv")
    assert (done.returncode, done.stderr.startswith(f"{table}: ")) == (3, True), done.stderr
    assert not (tmp_path / "rows.csv").exists()


def test_a_pyarrow_that_does_not_load_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As beside a library that it does not go with: its own reason, and no traceback."""
    (tmp_path / "pyarrow").mkdir()
    (tmp_path / "pyarrow/__init__.py").write_text("raise ImportError('needs NumPy 2.0')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = batch(EXAMPLE, "-o", tmp_path / "rows.parquet")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("does not load here: needs NumPy 2.0\n")
