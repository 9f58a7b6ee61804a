"""Engines read and write every form, keep the order, and say what to install."""

import csv
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from cd360_cli import framework_file
from cd360_cli.commands import batch_engine
from cd360_cli.framework import Framework, Question

TEMPLATE = ROOT / "data/template.yaml"

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


def batch(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cd360_cli", "batch", *map(str, words), "--lang", "en"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


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
    file = tmp_path_factory.mktemp("engines") / "answers.csv"
    write_ragged(framework, file, 600)
    return file


def write_ragged(framework: Framework, file: Path, rows: int) -> None:
    with file.open("w", newline="", encoding="utf-8-sig") as stream:
        csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(ragged(framework, rows))


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_an_engine_writes_the_bytes_of_batch_itself(engine: str, table: Path) -> None:
    """Who takes an engine for its speed must not get other results."""
    require(engine)
    for form in ("csv", "ndjson"):
        told = same_bytes(engine, table, form)
        assert "1 column is ignored: remark" in told
        assert "so nobody answered it: tie-breaker" in told
        assert "Rows scored: " in told


def test_spark_writes_the_bytes_of_batch_itself(tmp_path: Path) -> None:
    """On a small framework, of which Spark has a plan soon."""
    require("spark")
    table, framework = tmp_path / "answers.csv", framework_file.load(TEMPLATE).framework
    write_ragged(framework, table, 100)
    same_bytes("spark", table, "csv", "--framework", TEMPLATE)


def same_bytes(engine: str, table: Path, form: str, *words: str | Path) -> str:
    """Score by an engine and without, and give what the engine told."""
    own, theirs = table.with_name(f"own-{engine}.{form}"), table.with_name(f"{engine}.{form}")
    alone, done = (
        batch(table, "-o", own, *words),
        batch(table, "--engine", engine, "-o", theirs, *words),
    )
    assert (alone.returncode, done.returncode) == (3, 3), alone.stderr + done.stderr
    assert theirs.read_text(encoding="utf-8") == own.read_text(encoding="utf-8")
    return done.stderr


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_parquet_says_what_csv_says(engine: str, table: Path) -> None:
    """What a warehouse holds and reads next is no other table."""
    require(engine)
    pl = pytest.importorskip("polars", reason="polars is not installed")
    source, target = table.with_name("answers.parquet"), table.with_name(f"{engine}.parquet")
    cells = pl.read_csv(table, infer_schema=False, separator=";")
    cells = cells.with_columns(pl.lit(1).cast(pl.Int8).alias("awareness-level"))
    cells.write_parquet(source)
    assert batch(source, "--engine", engine, "-o", target).returncode == 3
    cells.write_csv(table.with_name("levels.csv"))
    own = table.with_name(f"levels-{engine}.csv")
    batch(table.with_name("levels.csv"), "-o", own)
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
    assert done.returncode == 3, done.stderr
    assert told in done.stderr
    assert not target.exists()


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_empty_lines_at_the_end_are_no_rows(engine: str, tmp_path: Path) -> None:
    """They are nobody's answers."""
    require(engine)
    source, target, own = tmp_path / "answers.csv", tmp_path / "rows.csv", tmp_path / "own.csv"
    source.write_text("praise,buying-level\nprices,1\ndistance,2\n\n\n", encoding="utf-8")
    assert batch(source, "--engine", engine, "-o", target, "--framework", TEMPLATE).returncode == 0
    assert batch(source, "-o", own, "--framework", TEMPLATE).returncode == 0
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
    ],
)
def test_what_an_engine_cannot_do_is_wrong_usage(words: list[str], told: str) -> None:
    """Rather than done otherwise."""
    require("polars")
    done = batch(*words, "--engine", "polars")
    assert (done.returncode, told in done.stderr) == (2, True), done.stderr


def test_an_engine_that_is_missing_is_named_with_what_installs_it(
    framework: Framework, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A usage error, not a traceback."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.delitem(sys.modules, "cd360_cli.engines.with_spark", raising=False)
    with pytest.raises(SystemExit) as left:
        batch_engine.run(framework, "a.csv", Path("b.csv"), "spark", "en", lambda asked: iter(()))
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "spark is not installed. Run: pip install 'cd360-cli[spark]'\n"
    )


def test_sql_prints_the_select_under_a_comment_that_says_whose_it_is() -> None:
    """So that a SELECT in a warehouse can be traced to its framework."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "cd360_cli", "sql", "--dialect", "postgres"),
            *("--framework", str(TEMPLATE)),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    comment, _, select = done.stdout.partition("\n")
    assert comment.startswith("-- cd360 framework my-framework 0.1.0, sha256 ")
    assert select == (ROOT / "tests/goldens/template.sql").read_text(encoding="utf-8")
    assert done.stderr == ""
