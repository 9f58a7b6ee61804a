"""Engines read and write every form, keep the order, and say what to install."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from cd360_cli.commands import batch_engine

TEMPLATE = ROOT / "data/template.yaml"

TABLE = (
    "respondent,remark,praise,buying-level\n"
    '"Ann, of ""A""",fine,prices,3\n'
    ",none,prices+distance,\n"
    "Bob,none,nonsense,dont-know\n"
)


def scored(tmp_path: Path, engine: str, source: Path, form: str) -> bytes:
    pytest.importorskip(engine, reason=f"{engine} is not installed")
    target = tmp_path / f"{engine}-{source.suffix[1:]}.{form}"
    batch_engine.run(source, target, engine, framework=TEMPLATE, language="en")
    return target.read_bytes()


def test_both_engines_write_the_same_bytes_from_every_form_to_every_form(tmp_path: Path) -> None:
    """Which engine there is must not show in what a survey comes to."""
    pl = pytest.importorskip("polars", reason="polars is not installed")
    table = tmp_path / "answers.csv"
    table.write_text(TABLE, encoding="utf-8")
    cells = pl.read_csv(table, infer_schema=False)
    cells.write_ndjson(tmp_path / "answers.ndjson")
    cells.write_parquet(tmp_path / "answers.parquet")
    for form in ("csv", "ndjson"):
        found = {
            scored(tmp_path, engine, tmp_path / f"answers.{source}", form)
            for engine in ("polars", "duckdb")
            for source in ("csv", "ndjson", "parquet")
        }
        assert len(found) == 1
    rows = [json.loads(line) for line in found.pop().splitlines()]
    assert [r["row"] for r in rows] == [1, 2, 3]
    assert [r["respondent"] for r in rows] == ['Ann, of "A"', None, "Bob"]
    assert [r["answered"] for r in rows] == [1, 1, None]
    assert rows[2]["problems"] == "praise:unknown-answer"


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_rows_come_back_as_parquet(engine: str, tmp_path: Path) -> None:
    """What a warehouse reads next keeps whole numbers whole."""
    pl = pytest.importorskip("polars", reason="polars is not installed")
    table = tmp_path / "answers.csv"
    table.write_text(TABLE, encoding="utf-8")
    scored(tmp_path, engine, table, "parquet")
    rows = pl.read_parquet(tmp_path / f"{engine}-csv.parquet")
    assert rows["points_per_100"].dtype == pl.Int64
    assert rows["row"].to_list() == [1, 2, 3]


def test_an_engine_that_is_missing_is_named_with_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A usage error, not a traceback."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.delitem(sys.modules, "cd360_cli.engines.with_spark", raising=False)
    with pytest.raises(SystemExit) as left:
        batch_engine.run(Path("a.csv"), Path("b.csv"), "spark", framework=None, language="en")
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "spark is not installed. Run: pip install 'cd360-cli[spark]'\n"
    )


def test_a_file_of_an_unknown_form_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a file says what it is."""
    with pytest.raises(SystemExit) as left:
        batch_engine.run(Path("a.xlsx"), Path("b.csv"), "polars", framework=None, language="nl")
    assert left.value.code == 2
    assert "a.xlsx: geef het bestand een naam" in capsys.readouterr().err


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
