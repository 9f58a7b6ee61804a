"""What programs like this one get wrong, as seen in many; docs/cli-conformance.md names each."""

import ast
import csv
import io
import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT
from here import cd360
from made import plain_framework
from naughty_strings import Tags
from test_usage import PATHS, contexts, key_of, params, screens
from writers import furnish, held

from cd360_cli.assessment_file import parse
from cd360_cli.commands import framework_audit
from cd360_cli.framework import Framework
from cd360_cli.language import LANGUAGES
from cd360_cli.problems import Refused

WITH_JSON = {
    "cd360 assess": "assess acme.yaml",
    "cd360 recommend": "recommend acme.yaml",
    "cd360 explain": "explain acme.yaml",
    "cd360 whatif": "whatif acme.yaml --set tie-breaker=low-cost --save-as new.yaml",
    "cd360 team": "team team -o new.html",
    "cd360 compare": "compare acme.yaml team/anna.yaml -o new.html",
    "cd360 batch": "batch sound.csv --summary",
    "cd360 import": "import export.csv -o in",
    "cd360 cases": "cases",
    "cd360 framework check": "framework check",
    "cd360 framework audit": "framework audit pair.yaml",
}
"""A line for each command with `--json`, where it can with something to tell besides."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files of every kind, which is also home; nothing is typed."""
    furnish(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    return tmp_path


def test_json_is_one_document_with_nothing_before_or_after(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What else there is to tell goes to standard error; no command with --json is left out."""
    monkeypatch.setattr(framework_audit, "RESPONDENTS", 100)
    Path("pair.yaml").write_text(json.dumps(plain_framework(2)))
    assert set(WITH_JSON) == {
        context.command_path
        for context in contexts("en")
        if "--json" in {key_of(param) for param in params(context)}
    }
    for line in WITH_JSON.values():
        done = cd360(*line.split(), "--json")
        assert done.code == 0, done.err
        _, end = json.JSONDecoder().raw_decode(done.out)
        assert (done.out[0], done.out[end:]) == ("{", "\n"), line


def test_help_writes_no_file(here: Path) -> None:
    """To look at help changes nothing, whatever else is typed."""
    before = held(here)
    for path in PATHS:
        for more in ("-h", "-o new.html --help"):
            cd360(*path.split()[1:], *more.split())
    assert held(here) == before


BAD = {
    "list.yaml": b"- a\n- b\n",
    "list.json": b'[{"company": "A"}]',
    "lists.yaml": b"company: [A]\nanswers: [a, b]\ncd360: [1]\n",
    "scalar": b"company",
    "number": b"7",
    "empty": b"",
    "half.json": b'{"cd360": 1, ',
    "bytes": bytes(range(256)),
    "page.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "zip": b"PK\x03\x04\x14\0\0\0",
}
READERS = (
    "recommend {}", "explain {}", "code {}", "report {} -o new.html", "assess {}",
    "assess --plain {}", "whatif {} --set tie-breaker=low-cost --save-as new.yaml",
    "compare acme.yaml {}", "team team {}", "import {} -o in", "batch {} --from csv -o new.csv",
    "batch {} --from csv --summary", "framework audit {}",
    "framework check {} --json", "recommend acme.yaml --framework {}",
    "form -o new.html --framework {}", "questions --framework {}", "sql --framework {}",
    "batch sound.csv --framework {}",
)  # fmt: skip


@pytest.mark.parametrize("line", READERS)
def test_invalid_input_is_refused_by_every_command_that_reads(line: str, here: Path) -> None:
    """Lists, junk and nothing: never exit 0, a traceback, half a result or a file."""
    for name, content in BAD.items():
        Path(name).write_bytes(content)
    before = held(here)
    for name in BAD:
        done = cd360(*line.format(name).split())
        assert done.code in (2, 3, 4), (name, done)
        assert "Traceback" not in done.err
        if "check" in line:
            assert json.loads(done.out)["errors"]
        else:
            assert (done.out, bool(done.err)) == ("", True)
        assert held(here) == before


NO = ("nee", "no", "false", "0.0", "null", "nein")


@pytest.mark.parametrize("word", NO)
def test_no_is_never_taken_for_an_answer(word: str, framework: Framework) -> None:
    """What is no answer of a question is refused at that question, in a file and in a table."""
    questions = [question.id for question in framework.asked]
    heading = f"cd360: 1\nframework: {{id: cd360, version: {framework.version}}}\n"
    for quote in ("", "'"):
        answers = "".join(f"  {id}: {quote}{word}{quote}\n" for id in questions)
        text = f"{heading}company: A\ndate: 2026-11-22\nanswers:\n{answers}"
        with pytest.raises(Refused) as caught:
            parse(text.encode(), "x", framework)
        assert len(caught.value.problems) == len(questions)


def test_no_in_an_export_or_typed_is_told_and_not_counted(here: Path) -> None:
    """Neither a cell nor a reply of "nee" becomes an answer, least of all a yes."""
    rows = [*csv.reader(Path("export.csv").read_text("utf-8-sig").splitlines())]
    with Path("no.csv").open("w", newline="") as file:
        csv.writer(file).writerows([rows[0], [*rows[1][:-1], "Nee"]])
    done = cd360("import", "no.csv", "-o", "in", "--dates", "month-first")
    assert (done.code, "`Nee`" in done.err) == (3, True)
    text = Path("sound.csv").read_text().splitlines()
    Path("no-2.csv").write_text(f"{text[0]}\n{text[1].rpartition(',')[0]},nee\n")
    done = cd360("batch", "no-2.csv", "-o", "new.csv")
    assert (done.code, "`nee`" in done.err) == (3, True)
    assert cd360("assess", "--plain", "new.yaml", stdin="Acme\nnee\nno\n").code == 130
    assert "answers: {}" in Path("new.yaml").read_text()


def test_what_is_imported_is_declared() -> None:
    """Every library in the code is one that installing brings along, or an extra that is named."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    lines = [line for name in extras.keys() - {"test", "dev"} for line in extras[name]]
    declared = {
        re.split(r"[^\w.-]", line)[0].lower().replace("_", "-")
        for line in (*project["dependencies"], *lines)
    }
    found = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found |= {name.partition(".")[0] for name in names}
    found -= {*sys.stdlib_module_names, "cd360_cli"}
    assert {"yaml", "typer", "rich", "prompt_toolkit"} <= found
    called_otherwise = {"yaml": "pyyaml", "prompt_toolkit": "prompt-toolkit"}
    assert {called_otherwise.get(name, name) for name in found} <= declared


LEFT_OVER = re.compile(
    r"\{[a-z_]+\}|\{[{%#]|[%#}]\}|\$\{|\b(?:TODO|FIXME|XXX|TBD|lorem ipsum|undefined|NaN|None)\b"
)


def test_no_text_of_a_template_is_left_over(here: Path) -> None:
    """No blank that was not filled in, no word of whoever made the template, in any output."""
    texts = {
        f"{language} {path}": text
        for language in LANGUAGES
        for path, text in screens(language).items()
    }
    for line in (
        "recommend acme.yaml", "explain acme.yaml", "team team", "compare acme.yaml team/anna.yaml",
        "questions", "cases", "framework show", "batch sound.csv --summary",
        "whatif acme.yaml --set tie-breaker=low-cost",
    ):  # fmt: skip
        texts[line] = cd360(*line.split(), "--lang", "nl").out
    for line in ("report acme.yaml", "team team", "compare acme.yaml team/anna.yaml", "form"):
        assert cd360(*line.split(), "-o", "new.html", "--lang", "nl").code == 0
        page = Path("new.html").read_text()
        assert Tags(page).found
        texts[f"{line} -o"] = re.sub("<(style|script).*?</\\1>", "", page, flags=re.DOTALL)
    assert cd360("report", "acme.yaml", "-o", "new.md", "--lang", "nl").code == 0
    texts["report -o new.md"] = Path("new.md").read_text()
    assert all(texts.values())
    assert {line: found for line, text in texts.items() if (found := LEFT_OVER.findall(text))} == {}
