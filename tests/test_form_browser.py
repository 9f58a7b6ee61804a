"""The page that colleagues fill in, in a real browser: by clicks and keys, as they would."""

import json
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from browser import Browser, Page, complaints, found
from here import cd360
from made import made
from test_form import HOSTILE, explained, with_texts

from cd360_cli.assessment import Answer, Assessment
from cd360_cli.assessment_file import as_yaml, load, parse, path_for
from cd360_cli.framework import Framework
from cd360_cli.framework_check import framework_of
from cd360_cli.render.form import render

pytestmark = pytest.mark.skipif(not found(), reason="no Chromium on this machine")

NOTE = "Heard \"twice\",\nsaid Zoë: 💡 {x: 'y'} # not a comment\\ \u2028 \ufeff end"


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("form") / "form.html"
    assert cd360("form", "-o", str(out), "--company", "Acme & Zonen", "--lang", "en").code == 0
    return out


@pytest.fixture
def page(chromium: Browser, form: Path) -> Iterator[Page]:
    opened = chromium.open(form, 1024)
    yield opened
    assert opened.errors == []
    assert opened.requests == []
    opened.run("localStorage.clear()")
    opened.close()


def control(name: str, value: str = "") -> str:
    return f'[name="{name}"]' + (f'[value="{value}"]' if value else "")


def draft(page: Page) -> dict[str, Any]:
    """All that is filled in, by the name of its control."""
    found: dict[str, Any] = page.run("Object.fromEntries(new FormData(document.forms[0]))")
    return found


def set_note(page: Page, question: str, script: str) -> None:
    page.run(
        f"(() => {{ const e = document.querySelector('{control(f'note.{question}')}');"
        f" e.value = {script}; e.dispatchEvent(new Event('input', {{bubbles: true}})) }})()"
    )


def file_of(page: Page) -> str:
    """The file that the page would make."""
    text: str = page.run("document.getElementById('file').textContent")
    return text


def read(page: Page, framework: Framework) -> Assessment:
    return parse(file_of(page).encode(), "file", framework)


def overflow(page: Page) -> int:
    root = "document.documentElement"
    return int(page.run(f"{root}.scrollWidth - {root}.clientWidth"))


def downloaded(folder: Path) -> Path:
    """The file that a download leaves, once it is whole."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if files := [path for path in folder.iterdir() if path.suffix == ".yaml"]:
            return files[0]
        time.sleep(0.02)
    raise AssertionError("nothing was downloaded")


def test_what_is_filled_in_is_what_the_tool_reads(
    page: Page, framework: Framework, tmp_path: Path
) -> None:
    """From clicks and keys, by way of the file, to the recommendation: the same answers."""
    page.browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    page.click("#respondent")
    page.type("Zoë de Vries")
    page.press("Tab")
    page.type("Inkoper")
    page.click(control("first.customer-type", "special-case"))
    page.click(control("two.customer-type"))
    page.press("Tab", "ArrowDown")
    page.click(control("first.story-told", "dont-know"))
    page.click("#question-story-told .note summary")
    page.click(control("note.story-told"))
    page.type(NOTE)
    page.click(control("first.awareness-level", "3"))
    page.click(control("first.ownership-access-position", "1"))
    page.click(control("first.product-standing", "not-applicable"))
    page.click("#download")
    file = downloaded(tmp_path)
    assert file.name == "acme-zonen-zoe-de-vries.cd360.yaml"
    assert file.name in page.run("document.getElementById('downloaded').innerText")
    assessment = load(file, framework)
    assert assessment.answers == {
        "customer-type": Answer(("special-case", "bargain-seeker")),
        "story-told": Answer(("dont-know",), NOTE),
        "awareness-level": Answer(("3",)),
        "ownership-access-position": Answer(("1",)),
        "product-standing": Answer(("not-applicable",)),
    }
    heading = assessment._replace(answers={})
    assert heading == Assessment(
        1, heading.framework, "Acme & Zonen", date.today().isoformat(), "Zoë de Vries", "Inkoper",
        "en",
    )  # fmt: skip
    # Written as the tool itself writes it: a level as a number.
    assert "\n  awareness-level: 3\n" in file.read_text("utf-8")
    done = cd360("recommend", str(file), "--json")
    assert done.code == 0
    result = json.loads(done.out)
    answers = {c["question"]: c["answer"] for c in result["contributions"]}
    assert answers["customer-type"] == ["special-case", "bargain-seeker"]
    assert result["assessment"]["respondent"] == "Zoë de Vries"
    colleague = file.read_text("utf-8").replace("Zoë de Vries", "Bo")
    (tmp_path / "bo.yaml").write_text(colleague, "utf-8")
    team = cd360("team", str(tmp_path), "--json")
    assert team.code == 0
    assert all(name in str(json.loads(team.out)) for name in ("Zoë de Vries", "Bo"))
    going_on = [sys.executable, "-m", "cd360_cli", "assess", str(file), "--plain"]
    subprocess.run(going_on, input="1\nq\n", capture_output=True, text=True, check=True)
    assert load(file, framework).answers == {
        **assessment.answers, "reason-to-stay": Answer(("known-wishes",))
    }  # fmt: skip


def test_a_question_is_answered_with_keys_alone(page: Page, framework: Framework) -> None:
    """First answer, second answer, a change of mind, and nothing after all."""
    page.run("document.querySelector('#customer-type, [name=\"first.customer-type\"]').focus()")
    page.press(" ")
    assert draft(page)["first.customer-type"] == "cause-supporter"
    page.press("Tab", " ", "Tab", " ")
    assert read(page, framework).answers["customer-type"].picks == (
        "cause-supporter",
        "special-case",
    )
    # The first answer moves to what was the second: then there is only one.
    page.run("document.querySelector('[name=\"first.customer-type\"]:checked').focus()")
    page.press("ArrowDown")
    assert read(page, framework).answers["customer-type"].picks == ("special-case",)
    page.press("ArrowUp", "ArrowUp", "ArrowUp")
    assert read(page, framework).answers["customer-type"].picks == ("dont-know",)
    assert page.run("document.querySelector('[name=\"two.customer-type\"]').disabled")
    page.click("#question-customer-type .clear")
    assert read(page, framework).answers == {}
    kept = [name for name in draft(page) if name.endswith(".customer-type")]
    assert kept == ["note.customer-type"]


def test_progress_and_what_is_open_follow_the_answers(page: Page) -> None:
    """One sees how far it is, in all and a part, and what waits."""
    assert page.run("document.querySelectorAll('[data-open]:not([hidden])').length") == 52
    page.click(control("first.customer-type", "special-case"))
    page.click(control("first.who-decides", "dont-know"))
    set_note(page, "tie-breaker", "'a note'")
    label = "document.querySelector('.progress label').innerText"
    assert page.run(label) == "2 of 52 done"
    assert page.run("document.getElementById('progress').value") == 2
    part = "document.querySelector('a[href=\"#block-market\"]').innerText"
    assert "1 of 6" in page.run(part)
    review = page.run("document.getElementById('still-open').innerText")
    assert "1 answered, 1 don't know, 0 not applicable, 50 open." in review
    assert review.count("goes into the file only with an answer") == 1
    page.click('[data-open="tie-breaker"] a')
    assert page.run("location.hash") == "#question-tie-breaker"


def test_a_draft_survives_closing_and_a_change_of_language(
    page: Page, framework: Framework, form: Path
) -> None:
    """Nothing is lost until it is erased; then nothing is left."""
    page.click(control("first.customer-type", "special-case"))
    page.click(control("two.customer-type"))
    page.click(control("second.customer-type", "bargain-seeker"))
    set_note(page, "customer-type", json.dumps(NOTE))
    page.click('[data-language="nl"]')
    before, file = draft(page), read(page, framework)
    assert file.language == "nl"
    assert page.run("document.title") == "Vragenlijst over Acme & Zonen"
    assert "Waarom we dit vragen" in page.run("document.querySelector('.why').innerText")
    assert "Why we ask" not in page.run("document.body.innerText")
    again = page.browser.open(form)
    assert again.run("document.documentElement.lang") == "nl"
    assert draft(again) == before
    assert read(again, framework) == file
    again.click("#erasing summary")
    again.click("#erase")
    assert read(again, framework).answers == {}
    assert read(again, framework).company == "Acme & Zonen"
    assert again.run("localStorage.length") == 0
    # Whoever erased with keys is not sent back to the top.
    assert again.run("document.activeElement.parentElement.id") == "erasing"
    again.close()
    # The other tab has heard of it.
    assert read(page, framework).answers == {}


def test_a_file_without_a_company_is_not_made(page: Page) -> None:
    """The file would be refused, so the page asks for what is missing."""
    page.run("document.getElementById('company').value = '\\u0007  '")
    page.click("#download")
    assert page.run("document.activeElement.id") == "company"
    assert "Enter the name" in page.run("document.querySelector('.who').innerText")
    page.type("A")
    assert "Enter the name" not in page.run("document.querySelector('.who').innerText")


def test_every_character_survives_or_is_dropped_cleanly(page: Page, framework: Framework) -> None:
    """Of all characters only those go that no file may hold; the strict reader takes the rest."""
    page.click(control("first.customer-type", "dont-know"))
    page.click(control("first.story-told", "dont-know"))
    codes = "Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code))"
    # The other way round no two of them make a pair, so that all halves are lone ones.
    set_note(page, "customer-type", f"'x' + {codes}.reverse().join('') + '\\u{{10FFFF}}y'")
    set_note(page, "story-told", "'x\\ud83d\\nz'")
    # A text field has line breaks of one kind only.
    every = map(chr, [*range(0xFFFF, 0xD, -1), 0xA, *range(0xC, -1, -1), 0x10FFFF])
    kept = "".join(c for c in every if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    assessment = read(page, framework)
    assert assessment.answers["customer-type"].note == f"x{kept}y"
    assert assessment.answers["story-told"].note == "x\nz"
    # Other readers of YAML see the same, and our own writer can write it.
    assert yaml.safe_load(file_of(page))["answers"]["customer-type"]["note"] == f"x{kept}y"
    assert parse(as_yaml(assessment).encode(), "file", framework) == assessment


def test_the_file_is_named_as_the_tool_would_name_it(page: Page) -> None:
    """One company has one name in a folder, whoever answers."""
    page.run("HTMLAnchorElement.prototype.click = function () { window.seen = this.download }")
    for company in ("Ærø Öl & Co.", "日本", "  --A--  ", "x" * 100, "İ1 ½"):
        page.run(f"document.getElementById('company').value = {json.dumps(company)}")
        page.click("#download")
        assert page.run("window.seen") == path_for(company).name


def test_nothing_sticks_out_at_any_width(page: Page) -> None:
    """In both languages, with all that can be opened open."""
    page.run("document.querySelectorAll('details').forEach((d) => d.open = true)")
    page.click(control("first.customer-type", "special-case"))
    page.click(control("two.customer-type"))
    for width in (360, 768, 1440):
        page.look(width)
        for language in ("en", "nl"):
            page.click(f'[data-language="{language}"]')
            assert overflow(page) <= 0


def test_nobody_is_shut_out(chromium: Browser, tmp_path: Path) -> None:
    """axe finds nothing at any width, light or dark, with all that can be opened open."""
    out = tmp_path / "form.html"
    # A question of every kind: axe takes a minute over the whole questionnaire, which repeats them.
    out.write_text(render(framework_of(explained()), ("en", "nl"), "", "Acme"), "utf-8")
    page = chromium.open(out)
    page.run("document.querySelectorAll('details').forEach((d) => d.open = true)")
    page.click(control("first.q-0-0", "o-apple"))
    page.click(control("two.q-0-0"))
    page.click("#download")
    for width, dark, language in ((360, True, "nl"), (768, False, "en"), (1440, True, "nl")):
        page.look(width, dark=dark)
        page.click(f'[data-language="{language}"]')
        assert complaints(page) == []
    page.close()


@pytest.mark.parametrize("word", [HOSTILE, "x" * 10_000, "שלום \u202e עולם", "\ufdfd" * 200])
def test_a_hostile_framework_is_shown_and_answered(
    chromium: Browser, tmp_path: Path, word: str
) -> None:
    """Its words stand there to the letter, on a telephone too, and the file is read."""
    hostile, out = with_texts(word, version="1.0"), tmp_path / "form.html"
    out.write_text(render(hostile, ("en", "nl"), "", word), "utf-8")
    page = chromium.open(out, 360)
    assert overflow(page) <= 0
    legend = page.run("document.querySelector('legend [data-in=\"en\"]').textContent")
    assert legend == word.replace("\u202e", "\ufffd")
    page.click(control("first.q-0-0", "o-apple"))
    read = parse(file_of(page).encode(), "file", hostile)
    assert read.answers == {"q-0-0": Answer(("o-apple",))}
    assert page.errors == []
    assert page.requests == []
    page.close()


def test_a_browser_that_keeps_nothing_says_so(chromium: Browser, tmp_path: Path) -> None:
    """Whoever would lose everything by closing the page knows it."""
    out = tmp_path / "form.html"
    out.write_text(render(made(), ("en", "nl"), "", ""), "utf-8")
    page = chromium.open(out)
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        source="Storage.prototype.setItem = () => { throw new Error('full') }",
    )
    page.call("Page.reload")
    chromium.wait_for("Page.loadEventFired", page.session)
    said = "[document.getElementById('kept'), document.getElementById('not-kept')]"
    assert page.run(f"{said}.map((e) => e.hidden)") == [False, True]
    page.click(control("first.q-0-0", "o-apple"))
    assert page.run(f"{said}.map((e) => e.hidden)") == [True, False]
    page.run("document.getElementById('progress').value = 0")  # Lets it close without asking.
    page.close()


def test_on_paper_it_is_a_questionnaire_with_boxes(page: Page) -> None:
    """Questions and boxes print; what only a screen can do does not."""
    page.run("document.querySelectorAll('details').forEach((d) => d.open = true)")
    page.call("Emulation.setEmulatedMedia", media="print")
    shown = "!!document.querySelector('{}').getClientRects().length"
    for hidden in ("details", ".course", ".languages", ".two", "#finish", "#kept", "textarea"):
        assert not page.run(shown.format(hidden)), hidden
    for visible in ("legend", ".choices label", ".paper", "#company"):
        assert page.run(shown.format(visible)), visible
    text = page.run("document.body.innerText")
    assert "Tick one box for each question, or two where two fit equally well." in text
    assert "say so below" not in text
    box = "getComputedStyle(document.querySelector('[type=radio]'))"
    assert page.run(f"[{box}.appearance, {box}.borderTopStyle]") == ["none", "solid"]
    assert page.pdf().startswith(b"%PDF")


def test_without_a_wish_it_opens_in_the_language_of_the_reader(
    chromium: Browser, tmp_path: Path
) -> None:
    """The page speaks the browser's language where nobody said which."""
    for asked, spoken in (("", "nl"), ("en", "en")):
        out = tmp_path / f"form-{asked}.html"
        out.write_text(render(made(), ("en", "nl"), asked, ""), "utf-8")
        page = chromium.open(out)
        page.call(
            "Page.addScriptToEvaluateOnNewDocument",
            source="Object.defineProperty(navigator, 'languages', {value: ['fr', 'nl-BE', 'en']})",
        )
        page.call("Page.reload")
        chromium.wait_for("Page.loadEventFired", page.session)
        assert page.run("document.documentElement.lang") == spoken
        page.close()
