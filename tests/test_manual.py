"""The manual pages: as help says it, and fit for man."""

import runpy
import shutil
import subprocess
from typing import Any

import pytest
from conftest import ROOT

from cd360_cli import __version__
from cd360_cli.language import LANGUAGES
from cd360_cli.texts.help import COMMANDS


@pytest.fixture(scope="module")
def manual() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs/manual.py"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_page_is_up_to_date(manual: dict[str, Any], language: str) -> None:
    """Whoever changes a command, a sentence of help or the version runs `python docs/manual.py`."""
    page = manual["PAGES"][language].read_text(encoding="utf-8")
    assert page == manual["text_of"](language)
    assert f'"cd360 {__version__}"' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_man_can_show_the_page_with_everything_on_it(manual: dict[str, Any], language: str) -> None:
    """Formatted without a warning, with every example as it is typed and no line too wide."""
    if not shutil.which("groff") or not shutil.which("preconv"):
        pytest.skip("no groff to format it with")
    command = ["groff", "-k", "-Kutf8", "-Tutf8", "-man", "-ww", "-P-cbou", "-rLL=200n"]
    done = subprocess.run(
        [*command, manual["PAGES"][language]], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stderr == ""
    for path, entry in COMMANDS.items():
        if path not in ("cd360", "cd360 framework"):
            assert f" {entry.example}\n" in done.stdout
            assert f" {path} [" in done.stdout


def test_no_character_of_a_sentence_is_taken_for_a_request(manual: dict[str, Any]) -> None:
    """A dot or a quote at the start of a line, a backslash and a hyphen are shown as they are."""
    safe = manual["_safe"]
    assert safe(".html") == r"\&.html"
    assert safe(r"'a' - \b") == r"\(aqa\(aq \- \eb"
