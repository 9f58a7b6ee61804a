"""Engines read and write every form, keep the order, and say what to install."""

import csv
import importlib
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from here import Done, cd360

from cd360_cli import framework_file
from cd360_cli.commands import batch_engine
from cd360_cli.commands.batch_choices import Choices
from cd360_cli.engines.source import Source
from cd360_cli.framework import Framework, Question
from cd360_cli.row_form import FormName

TEMPLATE = ROOT / "data/template.yaml"

FORMS = ("csv", "ndjson")

NAMES = (
    *(
        "",
        "Ann",
        "Zoë 🌱",
        "0012",
        "1.0",
        "NULL",
        "null",
        "true",
        "-",
        "a'b",
        "a\\b",
        "a/b",
        "#1",
        "=1+1",
    ),
    *(" before", "after ", "tab\tbed", "a;b", "a|b", "<b>", "\u00a0", "x" * 300),
    *('of "A"', "Ann, of A", '"', '""', ",", "a,b;c\td", "\u2028", "\x7f"),
)


def batch(*words: str | Path) -> Done:
    return cd360("batch", *map(str, words), "--lang", "en")


def require(engine: str) -> None:
    pytest.importorskip("pyspark" if engine == "spark" else engine, reason=f"no {engine} here")
    if engine == "spark" and not shutil.which("java"):
        pytest.skip("Spark needs Java, and there is none here")


def ragged(framework: Framework, rows: int) -> Iterator[list[str]]:
    """A table with every spelling, mistake and name that a row can have; its headers first."""
    chance = random.Random(rows)
    asked = [question for question in framework.questions if question.id != "tie-breaker"]
    chance.shuffle(asked)
    yield [
        "remark",
        *(f" {question.id} " for question in asked[:9]),
        "ID",
        *(q.id for q in asked[9:]),
    ]
    for number in range(rows):
        cells = [_cell(question, chance, odd=number % 7 == 0) for question in asked]
        yield ["fine", *cells[:9], NAMES[number % len(NAMES)], *cells[9:]]


def _cell(question: Question, chance: random.Random, *, odd: bool) -> str:
    one, other = chance.sample(list(question.choices), 2)
    plain = [one, other, "", "dont-know", "not-applicable"]
    if question.options:
        plain.append(f"{one}+{other}")
    if not odd or chance.random() < 0.9:
        return chance.choice(plain)
    pairs = [f"{one} {other}", f" {one} + {other}", f"{one};{other}"] if question.options else []
    wrong = ["nonsense", f"{one}+{one}", "one too many", f"{one}+", "dont-know+1", "'", "\\n${x}"]
    return chance.choice([f" {one}", f"{one}\u00a0", "  ", "dont-know ", *pairs, *pairs, *wrong])


@pytest.fixture(scope="module")
def table(framework: Framework, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table, with beside it the rows that batch itself makes of it."""
    file = tmp_path_factory.mktemp("engines") / "answers.csv"
    write_ragged(framework, file, 300)
    for form in FORMS:
        assert batch(file, "-o", file.with_name(f"own.{form}")).code == 3
    return file


def write_ragged(framework: Framework, file: Path, rows: int) -> None:
    with file.open("w", newline="", encoding="utf-8-sig") as stream:
        csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(ragged(framework, rows))


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_an_engine_writes_the_bytes_of_batch_itself(engine: str, table: Path) -> None:
    """Who takes an engine for its speed must not get other results."""
    require(engine)
    for form in FORMS:
        target = table.with_name(f"{engine}.{form}")
        done = batch(table, "--engine", engine, "-o", target)
        assert done.code == 3, done.err
        assert target.read_bytes() == table.with_name(f"own.{form}").read_bytes()
        assert "1 column is ignored: remark" in done.err
        assert "so nobody answered it: tie-breaker" in done.err
        assert "Rows scored: " in done.err


@pytest.mark.spark
def test_spark_writes_the_bytes_of_batch_itself(tmp_path: Path) -> None:
    """On a small framework, of which Spark has a plan soon; and from a file of an odd name."""
    require("spark")
    table, framework = tmp_path / "a[1]* %20.csv", framework_file.load(TEMPLATE).framework
    own, target = tmp_path / "own.csv", tmp_path / "spark.csv"
    write_ragged(framework, table, 100)
    for words in (["-o", own], ["--engine", "spark", "-o", target]):
        assert batch(table, "--framework", TEMPLATE, *words).code == 3
    assert target.read_bytes() == own.read_bytes()


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_parquet_says_what_csv_says(engine: str, tmp_path: Path) -> None:
    """What a warehouse holds and reads next is no other table."""
    require(engine)
    pl = pytest.importorskip("polars", reason="polars is not installed")
    table, own = tmp_path / "answers.csv", tmp_path / "own.csv"
    source, target = tmp_path / "answers.parquet", tmp_path / "rows.parquet"
    write_ragged(framework_file.load(TEMPLATE).framework, table, 100)
    cells = pl.read_csv(table, infer_schema=False, separator=";")
    cells = cells.with_columns(pl.lit(1).cast(pl.Int8).alias("buying-level"))
    cells.write_parquet(source)
    cells.write_csv(tmp_path / "levels.csv")
    for words in ([source, "--engine", engine, "-o", target], [tmp_path / "levels.csv", "-o", own]):
        assert batch(*words, "--framework", TEMPLATE).code == 3
    rows = pl.read_parquet(target)
    assert rows["points_per_100"].dtype == pl.Int64
    assert rows.cast(pl.String).equals(pl.read_csv(own, infer_schema=False))


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("prices,1\ndistance\n", "3: 1 cells under 2 headers"),
        ("prices,1\ndistance,1,2\n", "3: 3 cells under 2 headers"),
        ("distance\nprices,1,2\n", " gave up ("),
        ("prices,1\n\ndistance,2\n", "4: an empty line stands before this row"),
        ('prices,1\n"distance,1\n', "3: "),
        ('"pri\nces",1\n', "2: a cell with a line break"),
        ("prices\r,1\n", "2: a cell with a line break"),
        ("prices\udcff,1\n", "2: not UTF-8"),
    ],
)
def test_a_table_that_an_engine_might_read_otherwise_is_refused(
    engine: str, body: str, told: str, tmp_path: Path
) -> None:
    """A row too short is a mistake, not a row of somebody who left the rest open."""
    require(engine)
    source, target = tmp_path / "answers.csv", tmp_path / "rows.csv"
    source.write_bytes(f"praise,buying-level\n{body}".encode("utf-8", "surrogateescape"))
    done = batch(source, "--engine", engine, "-o", target, "--framework", TEMPLATE)
    assert done.code == 3, done.err
    assert told in done.err
    assert not target.exists()


@pytest.mark.parametrize(
    "engine", ["polars", "duckdb", pytest.param("spark", marks=pytest.mark.spark)]
)
@pytest.mark.parametrize("header", ["praise,notes,buying-level", "praise,buying-level,notes"])
def test_a_cell_missing_is_not_made_up_for_by_one_too_many_elsewhere(
    engine: str, header: str, tmp_path: Path
) -> None:
    """Also where no question is asked in the column in which a row ends."""
    require(engine)
    source, target = tmp_path / "answers.csv", tmp_path / "rows.csv"
    source.write_text(f"{header}\nprices,1,1\ndistance,2\nprices,1,1,2\n")
    done = batch(source, "--engine", engine, "-o", target, "--framework", TEMPLATE)
    assert (done.code, " gave up (" in done.err) == (3, True), done.err
    assert not target.exists()


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_an_engine_that_fails_leaves_nothing_behind(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a table, under whatever name, would be taken for a whole one, and holds answers."""
    require(engine)
    used = importlib.import_module(f"cd360_cli.engines.with_{engine}")
    source, whole_run, seen = tmp_path / "answers.csv", used.run, list[int]()
    source.write_text("praise,buying-level\nprices,1\n", encoding="utf-8")

    def failing(framework: Framework, table: Source, target: Path, form: FormName) -> None:
        whole_run(framework, table, target, form)
        seen.append(target.stat().st_size)
        target.with_name("more.parts").mkdir()
        raise used.FAILURES[0]("the disk is full")

    monkeypatch.setattr(used, "run", failing)
    words = (source, "--engine", engine, "--framework", TEMPLATE, "-o")
    done = batch(*words, tmp_path / "rows.csv")
    assert (done.code, seen[0] > 100) == (3, True)
    assert f"{engine} gave up (the disk is full); nothing was written" in done.err
    assert list(tmp_path.iterdir()) == [source]
    assert "its folder does not exist" in batch(*words, tmp_path / "none" / "rows.csv").err


def test_a_table_that_cannot_be_read_is_told_as_batch_itself_tells_it(tmp_path: Path) -> None:
    """Whoever scores it: a folder, and a name that nothing has."""
    require("polars")
    (tmp_path / "folder.csv").mkdir()
    for name in ("folder.csv", "none.csv"):
        own = batch(tmp_path / name, "-o", tmp_path / "rows.csv")
        theirs = batch(tmp_path / name, "--engine", "polars", "-o", tmp_path / "rows.csv")
        assert (own.code, own.err.startswith(str(tmp_path / name))) == (3, True)
        assert (theirs.code, theirs.err) == (own.code, own.err)


def test_an_engine_that_does_not_load_is_told_with_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is installed may be broken, or made for another processor: no traceback."""
    require("polars")
    (tmp_path / "answers.csv").write_text("praise\nprices\n", encoding="utf-8")

    def broken(name: str) -> None:
        raise ImportError(f"{name}: wrong processor", name="polars")

    monkeypatch.setattr(batch_engine, "import_module", broken)
    words = (tmp_path / "answers.csv", "--engine", "polars", "--framework", TEMPLATE)
    done = batch(*words, "-o", tmp_path / "rows.csv")
    assert (done.code, "polars gave up (cd360_cli.engines.with_polars: wrong" in done.err) == (
        3,
        True,
    )
    assert not (tmp_path / "rows.csv").exists()


def test_an_engine_interrupted_says_that_nothing_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever presses Ctrl-C wants to know what there is now: no result, nor half of one."""
    require("polars")
    source, target = tmp_path / "answers.csv", tmp_path / "rows.csv"
    source.write_text("praise\nprices\n", encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    used = importlib.import_module("cd360_cli.engines.with_polars")
    monkeypatch.setattr(used, "run", interrupted)
    done = batch(source, "--engine", "polars", "--framework", TEMPLATE, "-o", target)
    assert (done.code, f"Nothing was written to {target}." in done.err) == (130, True)
    assert list(tmp_path.iterdir()) == [source]


def test_duckdb_is_interrupted_in_the_midst_of_its_work(tmp_path: Path) -> None:
    """It makes an error of its own of Ctrl-C, which is no mistake in the table nor in cd360."""
    require("duckdb")
    source, target = tmp_path / "answers.csv", tmp_path / "rows.csv"
    source.write_text("praise\n" + "prices\n" * 300_000, encoding="utf-8")
    words = [source, "--engine", "duckdb", "--framework", TEMPLATE, "-o", target]
    process = subprocess.Popen(
        [sys.executable, "-m", "cd360_cli", "batch", *map(str, words)], stderr=subprocess.PIPE
    )
    while not list(tmp_path.glob(".rows.csv.*/rows.csv*")):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, f"Nothing was written to {target}." in told.decode()) == (130, True)
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_a_name_with_a_comma_is_one_cell(engine: str, tmp_path: Path) -> None:
    """Where semicolons part the cells, nothing stands between quotes, but the result needs them."""
    require(engine)
    source = tmp_path / "answers.csv"
    source.write_text("respondent;praise\nJansen, Bakkerij;prices\n", encoding="utf-8")
    assert_same(source, engine)


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_empty_lines_at_the_end_are_no_rows(engine: str, tmp_path: Path) -> None:
    """They are nobody's answers."""
    require(engine)
    source = tmp_path / "answers.csv"
    source.write_text("praise,buying-level\nprices,1\ndistance,2\n\n\n", encoding="utf-8")
    assert_same(source, engine)


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_a_file_is_read_whatever_its_name(engine: str, tmp_path: Path) -> None:
    """What an engine takes for a pattern, and so for other people's answers, is a name here."""
    require(engine)
    folder = tmp_path / "of 'A' %20 year=2026"
    folder.mkdir()
    (folder / "a1b.csv").write_text("praise,buying-level\ndistance,2\n", encoding="utf-8")
    source = folder / "a[1]*?{b}.csv"
    source.write_text("praise,buying-level\nprices,1\nprices,1\n", encoding="utf-8")
    assert_same(source, engine)


def assert_same(source: Path, engine: str) -> None:
    own, target = source.with_name("own.csv"), source.with_name("rows.csv")
    for words in (["-o", own], ["--engine", engine, "-o", target]):
        done = batch(source, "--framework", TEMPLATE, *words)
        assert done.code == 0, done.err
    assert target.read_bytes() == own.read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["a.csv", "-o", "b.xlsx"], "--engine writes a file"),
        (["a.csv"], "--engine writes a file"),
        (["-", "-o", "b.csv"], "-: --engine reads a file whose name ends in"),
        (["a.ndjson", "-o", "b.csv"], "a.ndjson: --engine reads a file whose name ends in"),
        (["a.csv", "-o", "b.csv", "--resume"], "--engine does not go with --resume"),
        (["a.csv", "--summary"], "--engine does not go with --summary"),
        (["a.csv", "-o", "b.csv", "--json"], "--engine does not go with --json"),
    ],
)
def test_what_an_engine_cannot_do_is_wrong_usage(words: list[str], told: str) -> None:
    """Rather than done otherwise."""
    require("polars")
    done = batch(*words, "--engine", "polars")
    assert (done.code, told in done.err) == (2, True), done.err


def test_an_engine_that_is_missing_is_named_with_what_installs_it(
    framework: Framework, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A usage error, not a traceback."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    choices = Choices("a.csv", Path("b.csv"), engine="spark")
    with pytest.raises(SystemExit) as left:
        batch_engine.run(framework, choices, "en", lambda asked: iter(()), as_json=False)
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "spark is not installed. Run: pip install 'cd360-cli[spark]'\n"
    )


def test_sql_needs_a_name_for_its_table() -> None:
    """A SELECT from nothing would only be told by the warehouse."""
    done = cd360("sql", "--table", " ", "--lang", "nl")
    assert (done.code, done.out, "--table heeft de naam nodig" in done.err) == (2, "", True)


def test_sql_prints_the_select_under_a_comment_that_says_whose_it_is() -> None:
    """So that a SELECT in a warehouse can be traced to its framework."""
    done = cd360("sql", "--dialect", "postgres", "--framework", str(TEMPLATE))
    comment, _, select = done.out.partition("\n")
    assert comment.startswith("-- cd360 framework my-framework 0.1.0, sha256 ")
    assert select == (ROOT / "tests/goldens/template.sql").read_text(encoding="utf-8")
    assert done.err == ""
