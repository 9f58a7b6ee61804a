"""Hostile words in every text field, and what every output has to make of them.

`naughty/blns.json` is the Big List of Naughty Strings (Max Woolf, MIT licence beside it), as
published at github.com/minimaxir/big-list-of-naughty-strings, commit db33ec7.
`naughty/yaml-test-suite.json` holds the cases of the YAML test suite (Ingy döt Net, MIT licence
beside it), github.com/yaml/yaml-test-suite, `src/` on its main branch, with its signs for blanks
turned into blanks.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import yaml
from conftest import ROOT
from here import Done, cd360
from made import plain_framework

from cd360_cli.document import read
from cd360_cli.problems import Refused
from cd360_cli.texts.wording import SPACES, visible

LISTED: list[str] = json.loads((ROOT / "tests/naughty/blns.json").read_text())
MORE = [
    "\x1b]0;own\x07\x1b[2J\x1b[31m", "\x9b31m \x90q\x9c", "\r\n# heading\r\n",
    "a\u2028b\u2029c\x85d",
    "[bold red]A[/] [link=http://x]y[/link] :warning: [/]", "{company} {0} {} %s $HOME `id`",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "| a | b |", "</svg></title></script>", "x" * 10_000,
    "\ufffe\uffff\U0001ffff", "\ud7ff\ue000", "no", "1.10", "2026-01-01", "a: b #c", "!!str &a *a",
    "<!--]]>", "&lt;b&gt;&#60;", "\u200d\u200c\ufe0e\u202eevil\u202c\u2066", "\N{NO-BREAK SPACE}x",
]  # fmt: skip
STRINGS = [*LISTED, *MORE]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
UNSEEN = re.compile("[\0-\b\v\f\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
HARMLESS = "harmless"


class Output(NamedTuple):
    """Words after `cd360`, which output they ask for, and whether that shows the company."""

    words: str
    kind: str
    names: bool = True


OF_ASSESSMENTS = (
    Output("recommend {file}", "screen"),
    Output("recommend {file} --lang nl", "screen"),
    Output("recommend {file} --json", "recommendation"),
    Output("explain {file}", "screen"),
    Output("explain {file} --json", "json", names=False),
    Output("whatif {file} --set tie-breaker=low-cost", "screen"),
    Output("whatif {file} --set tie-breaker=low-cost --json", "json", names=False),
    Output("whatif {file} --set tie-breaker=low-cost --save-as {folder}/new.yaml", "file"),
    Output("whatif {file} --set tie-breaker=low-cost --save-as {folder}/new.json", "file"),
    Output("code {file}", "screen", names=False),
    Output("team {file} {other}", "screen"),
    Output("team {file} {other} --json", "json", names=False),
    Output("compare {file} {other}", "screen"),
    Output("compare {file} {other} --json", "json", names=False),
    Output("report {file} -o {folder}/new.html", "html"),
    Output("report {file} -o {folder}/new.md", "md"),
    Output("report {file} -o {folder}/new.svg", "svg"),
    Output("report {file} -o {folder}/new.json", "json", names=False),
    Output("team {file} {other} -o {folder}/new.html", "html"),
    Output("compare {file} {other} -o {folder}/new.html", "html"),
    Output("assess --plain {folder}/new.yaml", "answered"),
    Output("form -o {folder}/new.html --company {word}", "html", names=False),
)
"""What shows the texts of an assessment: company, respondent, role, notes and sources."""

OF_FRAMEWORKS = (
    Output("framework show --framework {own}", "screen", names=False),
    Output("framework show apple --framework {own}", "screen", names=False),
    Output("framework check {own}", "screen", names=False),
    Output("questions --framework {own}", "md", names=False),
    Output("questions --framework {own} --format csv", "csv", names=False),
    Output("questions --framework {own} --format json", "json", names=False),
    Output("form --framework {own} -o {folder}/new.html", "html", names=False),
    Output("recommend {made} --framework {own}", "screen", names=False),
    Output("recommend {made} --framework {own} --json", "json", names=False),
    Output("explain {made} --framework {own}", "screen", names=False),
    Output("report {made} --framework {own} -o {folder}/new.html", "html", names=False),
    Output("report {made} --framework {own} -o {folder}/new.md", "md", names=False),
    Output("report {made} --framework {own} -o {folder}/new.svg", "svg", names=False),
)
"""What shows the texts of a framework: every text in it and its version."""

OF_WORDS = (
    "{word}", "recommend {word}", "recommend --code {word}", "recommend x --lang {word}",
    "explain {example} --strategy {word}", "whatif {example} --set {word}", "framework {word}",
    "whatif {example} --set {word}=1", "report {example} -o {word}", "framework show {word}",
    "recommend {example} --framework {word}", "compare {example} {word}", "team {word}",
    "import {export} -o {folder}/in --ignore {word}", "recommend --{word}", "cases {word}",
)  # fmt: skip
"""Words typed that are no text for a file: whatever they are, at most they are refused."""

OF_EXPORTS = ("import {export} -o {folder}/in", "import {export} -o {folder}/in --json")
"""What reads a form product's export, with words in headers, names, companies and cells."""


class Tags(HTMLParser):
    """The elements of a page with the names of their attributes, but for pictures and dates."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, ...]] = []
        self._drawn = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._drawn = self._drawn or tag == "svg"
        if not self._drawn and tag != "time":
            self.found.append((tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self._drawn = self._drawn and tag != "svg"


def furnish(folder: Path, word: str) -> dict[str, str]:
    """Files that hold a word wherever a text may stand; their paths by name."""
    paths = {name: str(folder / f"{name}.json") for name in ("file", "other", "own", "made")}
    paths |= {
        "folder": str(folder),
        "example": str(ROOT / "examples/aldi.yaml"),
        "export": str(folder / "export.csv"),
    }
    for name, example in (("file", "zonneveld-2025"), ("other", "zonneveld")):
        sheet = {**json.loads(_example(example)), "company": word, "role": word}
        sheet["respondent"] = word if name == "file" else f"{word} 2"
        for question, given in sheet["answers"].items():
            plain = given["answer"] if isinstance(given, dict) else given
            sheet["answers"][question] = {"answer": plain, "note": word, "source": word}
        Path(paths[name]).write_text(json.dumps(sheet))
    framework = {**_worded(plain_framework(), word), "version": word}
    Path(paths["own"]).write_text(json.dumps(framework))
    answers = {f"q-{n}-{k}": "o-apple" for n in range(2) for k in range(2)}
    made = {"cd360": 1, "framework": {"id": "made", "version": word}, "company": word,
            "date": "2026-11-22", "answers": answers}  # fmt: skip
    Path(paths["made"]).write_text(json.dumps(made))
    Path(paths["export"]).write_bytes(_export(word))
    return paths


@cache
def _example(name: str) -> str:
    """An example as JSON, which is read a hundred times as fast."""
    sheet = yaml.safe_load((ROOT / f"examples/{name}.yaml").read_text())
    return json.dumps(sheet, default=str)


def _worded(data: Any, word: str) -> Any:
    """A framework's data with a word for every text."""
    if isinstance(data, list):
        return [_worded(item, word) for item in data]
    if not isinstance(data, dict):
        return data
    return {
        key: word if key in ("en", "nl") else _worded(value, word) for key, value in data.items()
    }


def _export(word: str) -> bytes:
    """An export of a form product that has a word as a header, a name, a company and an answer."""
    text = (ROOT / "tests/responses/microsoft.csv").read_text("utf-8-sig")
    rows = [*csv.reader(io.StringIO(text))]
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    for n, row in enumerate(rows):
        row[3:6] = row[3:6] if not n else [word] * 3
        row[-1] = row[-1] if n == 1 else row[-1] if not n else word
        writer.writerow([*row, word])
    return table.getvalue().encode()


def run(line: str, paths: dict[str, str], word: str) -> Done:
    """Run a line in this process, its blanks filled in; a word is one word, whatever is in it."""
    words = [part.format(**paths, word=word.replace("\0", "")) for part in line.split()]
    return cd360(*words, stdin=f"{' '.join(word.split())}\n1\n")


def squeezed(text: str) -> str:
    """A text without the spaces that wrapping moves, nor what folding at a hyphen may add."""
    return "".join(text.split())


def trouble_on_screen(done: Done) -> Iterator[str]:
    """What a terminal should not get."""
    for name, text in (("output", done.out), ("messages", done.err)):
        if "Traceback" in text:
            yield "traceback"
        if stray := {c for c in text if not (c.isprintable() or c in "\n" + SPACES)}:
            yield f"{stray} in {name}"


def trouble(output: Output, word: str, folder: Path, expected: list[Any]) -> Iterator[str]:
    """What is wrong with an output for a word; `expected` are its elements for a harmless one."""
    paths = furnish(folder, word)
    done = run(output.words, paths, word)
    if not word.strip():
        # A text that is empty is refused, and where none need be, it is as if there were none.
        yield from trouble_on_screen(done)
        return
    if done.code not in (0, 130) and not (output.kind == "answered" and done.code == 2):
        yield f"left with {done.code}: {done.err[-300:]}"
        yield from trouble_on_screen(Done(0, "", done.err))
        return
    shown = output.kind in ("screen", "answered")
    yield from trouble_on_screen(done if shown else Done(0, "", done.err))
    yield from CHECKS[output.kind](output, word, folder, done, expected)
    for made in folder.glob("new.*"):
        made.unlink()


def _screen(output: Output, word: str, folder: Path, done: Done, _: Any) -> Iterator[str]:
    if output.names and squeezed(visible(word)) not in squeezed(done.out):
        yield "the company is not shown as it is"


def _json(output: Output, word: str, folder: Path, done: Done, _: Any) -> Iterator[str]:
    """JSON in print has no raw control character either."""
    (text,) = [done.out] if done.out else [p.read_text() for p in folder.glob("new.json")]
    json.loads(text)
    yield from trouble_on_screen(Done(0, text, ""))


def _recommendation(output: Output, word: str, folder: Path, done: Done, _: Any) -> Iterator[str]:
    yield from trouble_on_screen(done)
    found = json.loads(done.out)["assessment"]
    for field in ("company", "respondent", "role"):
        if found[field] != word:
            yield f"{field} became {found[field]!r}"


def _file(output: Output, word: str, folder: Path, done: Done, _: Any) -> Iterator[str]:
    (file,) = folder.glob("new.*")
    again = cd360("recommend", str(file), "--json")
    if again.code:
        yield f"the file is not read again: {again.err}"
    else:
        yield from _recommendation(output, word, folder, again, _)
    text = file.read_text()
    held = json.loads(text) if file.suffix == ".json" else yaml.safe_load(text)
    given = [each for each in held["answers"].values() if isinstance(each, dict)]
    if {(each["note"], each["source"]) for each in given} != {(word, word)}:
        yield "a note or a source is not what it was"


def _html(output: Output, word: str, folder: Path, done: Done, expected: Any) -> Iterator[str]:
    page = (folder / "new.html").read_text()
    if stray := UNSEEN.findall(page):
        yield f"{set(stray)} on the page"
    if (tags := Tags(page).found) != expected:
        yield f"elements differ ({len(tags)} for {len(expected)})"


def _svg(output: Output, word: str, folder: Path, done: Done, _: Any) -> Iterator[str]:
    text = (folder / "new.svg").read_text()
    if stray := UNSEEN.findall(text):
        yield f"{set(stray)} in the picture"
    drawn = {element.tag.rpartition("}")[2] for element in ET.fromstring(text).iter()}
    if strange := drawn & {"script", "a", "image", "foreignObject"}:
        yield f"{strange} in the picture"


def _markdown(output: Output, word: str, folder: Path, done: Done, expected: Any) -> Iterator[str]:
    text = done.out or (folder / "new.md").read_text()
    if stray := UNSEEN.findall(text):
        yield f"{set(stray)} in the text"
    if re.search(r"(?<!\\)<(?!br>)", text):
        yield "an element in the text"
    if markdown_shape(text) != expected:
        yield "headings, items or rows differ"


def _csv(output: Output, word: str, folder: Path, done: Done, _: Any) -> Iterator[str]:
    cells = [cell for row in csv.reader(io.StringIO(done.out, newline="")) for cell in row]
    if any(cell.startswith(FORMULA) for cell in cells):
        yield "a cell that a spreadsheet computes"


def _answered(output: Output, word: str, folder: Path, done: Done, _: Any) -> Iterator[str]:
    typed = " ".join(word.split())
    company = yaml.safe_load((folder / "new.yaml").read_text())["company"]
    if squeezed(visible(company)) != squeezed(visible(typed)):
        yield f"company became {company!r}"


CHECKS: dict[str, Callable[..., Iterator[str]]] = {
    "screen": _screen, "json": _json, "recommendation": _recommendation, "file": _file,
    "html": _html, "svg": _svg, "md": _markdown, "csv": _csv, "answered": _answered,
}  # fmt: skip


def markdown_shape(text: str) -> list[str]:
    """How each line begins that is more than words."""
    return re.findall(r"^(?:#+ |[-*] |\d+\. |\||>)", text, re.M)


def shape(output: Output, folder: Path) -> list[Any]:
    """The elements of an output for a harmless word, where its kind has any."""
    if output.kind not in ("html", "md"):
        return []
    done = run(output.words, furnish(folder, HARMLESS), HARMLESS)
    assert done.code in (0, 130), done.err
    if output.kind == "html":
        return Tags((folder / "new.html").read_text()).found
    return markdown_shape(done.out or (folder / "new.md").read_text())


def trouble_with_line(line: str, word: str, folder: Path) -> Iterator[str]:
    """What is wrong with what a line says that holds a word or reads an export with it."""
    done = run(line, furnish(folder, word), word)
    if done.code not in (0, 2, 3, 4):
        yield f"left with {done.code}"
    yield from trouble_on_screen(done)


def yaml_cases() -> list[dict[str, Any]]:
    """The cases of the YAML test suite: the text, and whether it should fail."""
    cases: list[dict[str, Any]] = json.loads(
        (ROOT / "tests/naughty/yaml-test-suite.json").read_text()
    )
    return cases


def is_read(case: dict[str, Any]) -> bool:
    """Whether a case is read as data; else it is refused, and anything else is an error."""
    try:
        read(case["yaml"].encode(), case["id"], "assessment")
    except Refused:
        return False
    return True
