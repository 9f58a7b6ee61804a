"""The page in a real Chromium: what a client sees, on a phone, on a desk, on paper, by ear.

Skipped where no Chromium is found; `CHROMIUM=/path/to/it` points to one.
"""

from pathlib import Path

import browser
import pytest
from conftest import ROOT
from here import cd360

pytestmark = pytest.mark.skipif(
    browser.found() is None, reason="no Chromium here: install one, or name it in CHROMIUM"
)

WIDTHS = (360, 768, 1440)
PAGES = ("carvana.nl", "zonneveld.en", "empty.nl")

HEADING = """\
cd360: 1
framework: {id: cd360, version: 1.0.0}
company: "<b>Acme</b>, a name without any end: LONG"
date: 2026-11-22
answers: {use-level: 1, tie-breaker: {answer: low-cost, note: LONG, source: LONG}}
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The reports by name and language."""
    folder = tmp_path_factory.mktemp("reports")
    empty = folder / "empty.yaml"
    empty.write_text(HEADING.replace("LONG", "n" * 10_000))
    made = {}
    for page in (*PAGES, "aldi.en", "patagonia.nl"):
        name, language = page.split(".")
        source = empty if name == "empty" else ROOT / f"examples/{name}.yaml"
        made[page] = folder / f"{page}.html"
        done = cd360("report", str(source), "-o", str(made[page]), "--lang", language)
        assert done.code == 0, done.err
    return made


TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

BEYOND = """
[...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
  const view = svg.viewBox.baseVal, to = svg.getScreenCTM().inverse();
  return [...svg.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    const a = new DOMPoint(box.left, box.top).matrixTransform(to);
    const b = new DOMPoint(box.right, box.bottom).matrixTransform(to);
    return a.x < view.x - 2 || b.x > view.x + view.width + 2
        || a.y < view.y - 2 || b.y > view.y + view.height + 2;
  }).map(text => text.textContent.trim());
})"""
"""The texts that stick out of their picture."""

COLLIDING = """
[...document.querySelectorAll('figure svg')].flatMap(svg => {
  const texts = [...svg.querySelectorAll('text')].filter(t => t.querySelector('tspan'));
  const boxes = texts.map(t => t.getBoundingClientRect());
  return texts.flatMap((t, n) => texts.slice(0, n).filter((_, k) =>
    boxes[n].left + 1 < boxes[k].right && boxes[k].left + 1 < boxes[n].right &&
    boxes[n].top + 1 < boxes[k].bottom && boxes[k].top + 1 < boxes[n].bottom
  ).map(other => t.textContent + ' / ' + other.textContent));
})"""
"""Names in a picture that run into each other, as this machine's fonts draw them."""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_every_width_in_light_and_dark(
    page: str, chromium: browser.Browser, written: dict[str, Path]
) -> None:
    """Nothing asked of the network, no complaint, nothing to scroll sideways, no name cut off."""
    shown = chromium.open(written[page])
    for width in WIDTHS:
        for dark in (False, True):
            shown.look(width, dark=dark)
            assert shown.run("innerWidth") == width
            assert shown.run(TOO_WIDE) == 0, (width, dark)
        assert shown.run(BEYOND) == []
        assert shown.run(COLLIDING) == []
    assert shown.errors == []
    assert shown.requests == []
    shown.close()


def test_light_and_dark_follow_the_reader_and_paper_is_always_light(
    chromium: browser.Browser, written: dict[str, Path]
) -> None:
    """White paper even where the screen is dark."""
    background = "getComputedStyle(document.body).backgroundColor"
    shown = chromium.open(written["aldi.en"], dark=True)
    assert shown.run(background) == "rgb(18, 24, 31)"
    shown.look(1280)
    assert shown.run(background) == "rgb(255, 255, 255)"
    shown.look(1280, dark=True)
    shown.pdf()
    assert shown.run(background) == "rgb(255, 255, 255)"
    shown.close()


@pytest.mark.parametrize("page", ["aldi.en", "carvana.nl", "patagonia.nl", "zonneveld.en"])
def test_a_report_prints_on_at_most_five_sheets_at_a_size_that_can_be_read(
    page: str, chromium: browser.Browser, written: dict[str, Path]
) -> None:
    """A4, and not shrunk to fit: what is set at seven points comes out at seven points."""
    shown = chromium.open(written[page])
    assert 2 <= browser.sheets(shown) <= 5
    assert shown.run("parseFloat(getComputedStyle(document.querySelector('td')).fontSize)") >= 9
    shown.close()


@pytest.mark.parametrize(
    ("page", "width", "dark"), [("zonneveld.en", 1280, False), ("empty.nl", 360, True)]
)
def test_axe_finds_nothing_to_complain_about(
    page: str, width: int, dark: bool, chromium: browser.Browser, written: dict[str, Path]
) -> None:
    """All rules of axe-core, best practices too; and it does complain where there is reason to."""
    shown = chromium.open(written[page], width, dark=dark)
    assert browser.complaints(shown) == []
    shown.run("document.querySelector('h1').insertAdjacentHTML('afterend', '<h4><img src></h4>')")
    assert [rule for rule, _ in browser.complaints(shown, "image-alt")] == ["image-alt"]
    shown.close()
