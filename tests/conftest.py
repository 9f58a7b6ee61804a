"""What many tests start from."""

import sys
from pathlib import Path

import pytest
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


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return framework_file.load()


@pytest.fixture(scope="session")
def framework(loaded: Loaded) -> Framework:
    return loaded.framework


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    return sorted((ROOT / "examples").glob("*.yaml"))
