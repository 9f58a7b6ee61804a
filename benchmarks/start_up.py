"""How long commands take as whole processes, against the least that their libraries take to load.

    python benchmarks/start_up.py [RUNS]

Every command runs in turn with what it is held against, so that a noisy machine is fair to both;
the ratio is the median over the pairs. The interpreter is called directly, and all that is imported
is compiled before.
"""

import compileall
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml
from in_turn import seconds

import cd360_cli

ROOT = Path(__file__).parents[1]
ANSWERS, FRAMEWORK = ROOT / "examples/patagonia.yaml", ROOT / "data/framework.yaml"
# What the installed `cd360` script does, without the cost of finding its interpreter.
CD360 = "from cd360_cli.__main__ import main; main()"
TYPER, RICH = "import typer", "import typer, rich.table, rich.console"
TAB = {"_CD360_COMPLETE": "complete_bash", "COMP_WORDS": "cd360 rec", "COMP_CWORD": "1"}


class Case(NamedTuple):
    """A command, what it is held against, and the ratio that it should keep to."""

    name: str
    words: list[str]
    base: str
    most: float
    environment: Mapping[str, str] = MappingProxyType({})


def own_framework(file: Path) -> int:
    """Write a framework of at least 2,000 lines, the bundled one in English; count its lines."""
    framework = english(yaml.safe_load(FRAMEWORK.read_bytes()))
    framework["languages"] = ["en"]
    text = yaml.safe_dump(framework, sort_keys=False, width=10_000)
    file.write_text(text, encoding="utf-8")
    return text.count("\n")


def english(value: Any) -> Any:
    """A document without its Dutch."""
    if isinstance(value, dict):
        return {key: english(each) for key, each in value.items() if key != "nl"}
    return [english(each) for each in value] if isinstance(value, list) else value


def cases(folder: Path) -> list[Case]:
    """What scripts and people wait for most; `folder` takes the files that they read."""
    as_json, own = folder / "answers.json", folder / "own.yaml"
    as_json.write_text(json.dumps(yaml.safe_load(ANSWERS.read_bytes()), default=str))
    lines = f"{own_framework(own):,} lines"
    answers = ["recommend", str(ANSWERS)]
    return [
        Case("`recommend FILE --json`, YAML", [*answers, "--json"], TYPER, 1.4),
        Case("`recommend FILE --json`, JSON", ["recommend", str(as_json), "--json"], TYPER, 1.2),
        Case("`recommend FILE`", answers, RICH, 1.4),
        Case("`--help`", ["--help"], TYPER, 1.3),
        Case("`--version`", ["--version"], TYPER, 1.1),
        Case("Tab after `cd360 rec`", [], TYPER, 1.1, TAB),
        Case(f"`framework check`, {lines}", ["framework", "check", str(own)], TYPER, 2.2),
    ]


def table(runs: int) -> Iterator[str]:
    """The table in Markdown, a line at a time."""
    compileall.compile_dir(str(Path(cd360_cli.__file__).parent), quiet=2)
    yield "| command | ms | held against | ms | ratio | at most |"
    yield "|---|--:|---|--:|--:|--:|"
    with TemporaryDirectory() as folder:
        for case in cases(Path(folder)):
            for _ in range(2):
                seconds(case.base, []), seconds(CD360, case.words, case.environment)
            pairs = [
                (seconds(CD360, case.words, case.environment), seconds(case.base, []))
                for _ in range(runs)
            ]
            ours, theirs = (1000 * median(pair[n] for pair in pairs) for n in (0, 1))
            ratio = median(a / b for a, b in pairs)
            yield (
                f"| {case.name} | {ours:.0f} | `{case.base}` | {theirs:.0f}"
                f" | {ratio:.2f} | {case.most} |"
            )


if __name__ == "__main__":
    for line in table(int(sys.argv[1]) if len(sys.argv) > 1 else 21):
        print(line, flush=True)
