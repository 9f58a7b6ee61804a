"""A line for each way in which a command writes files, and a folder with what they need."""

import json
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import yaml
from conftest import ROOT

from cd360_cli import framework_file
from cd360_cli.respondent_row import columns
from cd360_cli.row_form import FORMS


class Done(NamedTuple):
    """What a line left behind."""

    code: int
    out: str
    err: str


class Writer(NamedTuple):
    """A line that writes below `out`, what is typed into it, and its code where that is refused.

    `grows` is set where the files are made row by row, to be gone on with.
    """

    line: str
    refuses: int
    typed: str = ""
    grows: bool = False
    code: int = 0


NO_MORE_ANSWERS = 130
WRITERS = (
    Writer("assess --plain out/new.yaml", 3, "Acme\n1\n", code=NO_MORE_ANSWERS),
    Writer("assess --plain out/begun.yaml", 3, "1\n", code=NO_MORE_ANSWERS),
    Writer("assess --plain out/begun.json", 3, "1\n", code=NO_MORE_ANSWERS),
    Writer("assess out/older.yaml", 3),
    Writer("report acme.yaml -o out/old.html", 2),
    Writer("report acme.yaml -o out/new.md -o out/new.json", 2),
    Writer("compare acme.yaml team/anna.yaml -o out/old.html -o out/new.json", 2),
    Writer("team team -o out/old.html -o out/new.json", 2),
    Writer("form -o out/old.html", 2),
    Writer("form -o out/new.html", 2),
    Writer("whatif acme.yaml --set tie-breaker=low-cost --save-as out/new.yaml", 3),
    Writer("import export.csv -o out/in", 3),
    Writer("framework new out/new.yaml", 4),
    Writer("batch table.csv -o out/new.csv --rejects out/rejects.csv", 3, grows=True, code=3),
    Writer("batch table.csv -o out/begun.csv --resume", 3, grows=True, code=3),
    Writer("batch sound.csv -o out/new.ndjson", 3, grows=True),
    Writer("batch sound.csv -o out/new.parquet", 3),
    Writer("batch sound.csv -o out/engine.parquet --engine duckdb", 3),
    Writer("--install-completion", 2),
)
"""A line for each way in which a command writes files."""


def furnish(folder: Path) -> None:
    """An assessment, a team, tables and an export; old files, and in `out` what others become."""
    example = ROOT / "examples"
    acme = (example / "zonneveld.yaml").read_text()
    (folder / "acme.yaml").write_text(acme)
    (folder / "old.html").write_text("old")
    (folder / "team").mkdir()
    for n, file in enumerate(sorted((example / "team").glob("*.yaml"))):
        name = "anna.yaml" if not n else file.name
        (folder / "team" / name).write_bytes(file.read_bytes())
    (folder / "export.csv").write_bytes((ROOT / "tests/responses/microsoft.csv").read_bytes())
    header, *rows = (example / "respondents.csv").read_text().splitlines(keepends=True)
    (folder / "sound.csv").write_text(header + "".join(rows[:3]))
    (folder / "table.csv").write_text(header + "".join(rows[:3]) + "x\n")
    out = folder / "out"
    out.mkdir()
    for name in ("old.html", "other.html"):
        (out / name).write_text("old")
    (out / ".bashrc").write_bytes(b"alias ll='ls -l'\r\n# \xe9\xe9n")
    begun = re.sub("  (tie-breaker|range-shape):\n(    .*\n)*", "", acme)
    (out / "begun.yaml").write_text(begun)
    (out / "older.yaml").write_text(acme.replace("version: 1.0.0", "version: 0.9.0"))
    answers = yaml.safe_load(begun)
    (out / "begun.json").write_text(json.dumps({**answers, "date": str(answers["date"])}))
    names = FORMS["csv"].header(columns(framework_file.load().framework))
    (out / "begun.csv").write_text(f"{names}1,hal")


def held(folder: Path) -> dict[str, str]:
    """All files below a folder with what they hold, one byte a character; itself is `HERE`."""
    found = {}
    for path in folder.rglob("*"):
        with suppress(OSError):
            if path.is_file():
                content = path.read_bytes().decode("latin-1")
                found[str(path.relative_to(folder))] = content.replace(str(folder), "HERE")
    return found
