"""The pages of a team and of a comparison in a real Chromium: on a phone, on a desk, on paper.

Skipped where no Chromium is found; `CHROMIUM=/path/to/it` points to one.
"""

import re
from pathlib import Path

import browser
import pytest
from here import cd360
from test_pages import COMMANDS, EXAMPLES
from test_report_browser import BEYOND, COLLIDING, TOO_WIDE, WIDTHS

pytestmark = pytest.mark.skipif(
    browser.found() is None, reason="no Chromium here: install one, or name it in CHROMIUM"
)
PAGES = {
    "team.en": COMMANDS["team"],
    "anonymous.nl": COMMANDS["anonymous"],
    "a-year-later.nl": COMMANDS["a-year-later"],
    "three.en": COMMANDS["three"],
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages by name and language; `endless.en` has a name and a role without any end."""
    folder = tmp_path_factory.mktemp("pages")
    sheet = (EXAMPLES / "zonneveld.yaml").read_text()
    for n in range(2):
        company = f"<b>Acme</b> {'n' * 10_000}"
        text = re.sub("(?m)^company: .*$", f'company: "{company}"\nrole: {"r" * 10_000}', sheet)
        (folder / f"{n}.yaml").write_text(text)
    made = {}
    for name, words in {**PAGES, "endless.en": ("team", str(folder))}.items():
        made[name] = folder / f"{name}.html"
        done = cd360(*words, "-o", str(made[name]), "--lang", name[-2:])
        assert done.code == 0, done.err
    return made


@pytest.mark.parametrize("name", [*PAGES, "endless.en"])
def test_a_page_fits_every_width_in_light_and_dark_and_at_most_five_sheets(
    name: str, chromium: browser.Browser, written: dict[str, Path]
) -> None:
    """Nothing asked, no complaint, nothing to scroll sideways, no name cut off; A4, not shrunk."""
    shown = chromium.open(written[name])
    for width in WIDTHS:
        for dark in (False, True):
            shown.look(width, dark=dark)
            assert shown.run("innerWidth") == width
            assert shown.run(TOO_WIDE) == 0, (width, dark)
        assert shown.run(BEYOND) == []
        assert shown.run(COLLIDING) == []
    assert shown.errors == []
    assert shown.requests == []
    if name in PAGES:
        assert 1 <= browser.sheets(shown) <= 5
    shown.close()


@pytest.mark.parametrize(
    ("name", "width", "dark"), [("team.en", 1280, False), ("three.en", 360, True)]
)
def test_axe_finds_nothing_to_complain_about(
    name: str, width: int, dark: bool, chromium: browser.Browser, written: dict[str, Path]
) -> None:
    """All rules of axe-core, best practices too."""
    shown = chromium.open(written[name], width, dark=dark)
    assert browser.complaints(shown) == []
    shown.close()
