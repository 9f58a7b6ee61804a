"""The wheel and the bundled knowledge."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT

from cd360_cli import __version__, framework_file
from cd360_cli.document import read
from cd360_cli.framework import Framework
from cd360_cli.shape import shaped

BUILD = """
import sys
sys.path[:0] = [sys.argv[1]]
from hatchling.build import build_wheel
print(build_wheel(sys.argv[2]))
"""
"""What pip asks of the build backend."""


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `pyproject.toml` says that a build needs, and nothing else."""
    target = tmp_path_factory.mktemp("tools")
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["build-system"]["requires"]
    command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(target), *needed]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip("no package index to fetch the build tools from")
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def wheel(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tools, tmp_path_factory)


def built(tools: Path, tmp_path_factory: pytest.TempPathFactory, **environment: str) -> Path:
    """The wheel of a copy of this checkout, with nothing in it that was compiled before."""
    checkout = tmp_path_factory.mktemp("checkout")
    for name in ("src", "data", "docs", "build_hook.py", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, checkout / name, ignore=shutil.ignore_patterns("*.json", "__pycache__")
            )
        else:
            shutil.copy(source, checkout / name)
    for schema in (ROOT / "data").glob("*.schema.json"):
        shutil.copy(schema, checkout / "data")
    out = tmp_path_factory.mktemp("wheel")
    # Without site packages, as in the environment that pip makes for a build.
    done = subprocess.run(
        [sys.executable, "-S", "-c", BUILD, str(tools), str(out)], cwd=checkout,
        capture_output=True, text=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return out / done.stdout.split()[-1]


def test_the_wheel_carries_the_knowledge_and_nothing_else_of_the_checkout(wheel: Path) -> None:
    """Without its framework an installed tool would know nothing, without templates show little."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "cd360_cli/data/framework.yaml", "cd360_cli/data/framework.json", "cd360_cli/py.typed",
        *(f"cd360_cli/templates/{p.name}" for p in (ROOT / "src/cd360_cli/templates").iterdir()),
    } <= names  # fmt: skip
    shared = {name.partition(".data/data/")[2] for name in names} - {""}
    assert shared == {"share/man/man1/cd360.1", "share/man/nl/man1/cd360.1"}
    assert "cd360_cli/templates/report.html" in names
    assert all(name.startswith(("cd360_cli/", "cd360_cli-")) for name in names)


def test_two_builds_give_the_same_bytes(
    wheel: Path, tools: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whoever doubts a wheel builds it again and compares: no clock, folder or chance is in it."""
    again = built(
        tools, tmp_path_factory, PYTHONHASHSEED="360", TZ="Asia/Tokyo", LC_ALL="nl_NL.UTF-8"
    )
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_installed_wheel_runs_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """It answers from its own data, with the compiled framework equal to the YAML."""
    target = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    code = (
        f"import sys; sys.path.insert(0, {str(target)!r})\n"
        "import cd360_cli; assert cd360_cli.__file__.startswith(sys.path[0])\n"
        "from cd360_cli import framework_file as f; l = f.load()\n"
        "assert f._compiled(open(l.source, 'rb').read(), l.source) == l\n"
        "print(l.source, len(l.framework.questions))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout == f"{target}/cd360_cli/data/framework.yaml 52\n"
    compiled = json.loads((target / "cd360_cli/data/framework.json").read_text())
    yaml_file = (target / "cd360_cli/data/framework.yaml").read_bytes()
    assert compiled["sha256"] == sha256(yaml_file).hexdigest()
    assert (
        shaped(Framework, compiled["framework"])[0]
        == shaped(Framework, read(yaml_file, "x", "framework").data)[0]
    )


def test_a_compiled_framework_of_another_yaml_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever edits the YAML in a checkout sees the edit at once."""
    shutil.copy(ROOT / "data/framework.yaml", tmp_path)
    monkeypatch.setattr(framework_file, "_HOMES", (tmp_path,))
    compiled = framework_file.compile_framework(tmp_path)
    assert framework_file.load() == compiled
    yaml_file = tmp_path / "framework.yaml"
    text = yaml_file.read_text()
    yaml_file.write_text(text.replace("Product leadership", "Product Leadership"))
    edited = framework_file.load()
    assert edited.framework != compiled.framework
    assert edited.sha256 == sha256(yaml_file.read_bytes()).hexdigest() != compiled.sha256


def test_the_version_is_stated_once_and_shown() -> None:
    """`cd360 --version` says what the package says."""
    done = subprocess.run(
        [sys.executable, "-m", "cd360_cli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"cd360 {__version__}\n"
