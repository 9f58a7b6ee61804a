"""The heart is pure, and a command loads only what it uses."""

import re
import subprocess
import sys
import tomllib
from functools import cache

import pytest
from conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
HEART = tuple(
    name.removeprefix("cd360_cli.")
    for contract in PROJECT["tool"]["importlinter"]["contracts"]
    for name in contract.get("source_modules", ())
)
"""The modules that the contract there calls the heart."""


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split("\n")[-2].split())


@cache
def brought_in() -> dict[str, set[str]]:
    """What each module of the heart brings in: in one bare Python, after the one before left it."""
    code = (
        "import sys\nbare = set(sys.modules)\n"
        "for name in sys.argv[1:]:\n"
        "    __import__('cd360_cli.' + name)\n"
        "    print(name, *sys.modules)\n"
        "    for loaded in set(sys.modules) - bare: del sys.modules[loaded]\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, *HEART], capture_output=True, text=True, check=True
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return {name: set(loaded) for name, *loaded in lines}


@pytest.mark.parametrize("module", HEART)
def test_a_module_of_the_heart_brings_in_nothing_but_the_standard_library(module: str) -> None:
    """No terminal, no YAML, no files, no clock, no chance: values in, values out."""
    loaded = brought_in()[module]
    assert f"cd360_cli.{module}" in loaded
    own = {f"cd360_cli.{name}" for name in HEART} | {"cd360_cli"}
    assert {name for name in loaded if name.startswith("cd360_cli")} <= own
    assert not loaded & {"typer", "rich", "yaml", "json", "pathlib", "random", "jinja2", "pydantic"}


@pytest.mark.parametrize(
    ("options", "heavy"),
    [
        (["--json"], {"rich", "typer", "pydantic", "jinja2", "jsonschema", "prompt_toolkit"}),
        ([], {"rich.table", "typer", "pydantic", "jinja2", "jsonschema"}),
    ],
)
def test_recommend_loads_nothing_that_it_does_not_use(options: list[str], heavy: set[str]) -> None:
    """A script pays for nothing that only people see, nor the screen for other commands' needs."""
    example = ROOT / "examples/aldi.yaml"
    loaded = modules_after(
        "import sys\nfrom cd360_cli.__main__ import main\n"
        f"sys.argv = ['cd360', 'recommend', {str(example)!r}, *{options!r}]\n"
        "try: main()\nexcept SystemExit as end: assert not end.code, end.code"
    )
    assert "cd360_cli.recommendation" in loaded
    assert not loaded & (heavy | {"importlib.metadata"})


def test_every_screen_is_the_one_that_no_text_can_steer() -> None:
    """Rich prints control characters of somebody's text as they are; our screen does not."""
    made = [
        path.name
        for path in (ROOT / "src/cd360_cli").rglob("*.py")
        if re.search(r"\bConsole\(\w+=", path.read_text(encoding="utf-8"))
    ]
    assert made == []
