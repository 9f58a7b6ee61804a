"""What many tests start from."""

import compileall
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser
from hypothesis import settings

from cd360_cli import framework_file
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("cd360", deadline=None, max_examples=30)
# Many more, before a release: pytest --hypothesis-profile=thorough
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("cd360")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the code once: where nothing compiled is kept, each start of cd360 would do so."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(ROOT / "src", quiet=2)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with Browser() as started:
        yield started


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return framework_file.load()


@pytest.fixture(scope="session")
def framework(loaded: Loaded) -> Framework:
    return loaded.framework


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    return sorted((ROOT / "examples").glob("*.yaml"))
