"""The pages of a team and of a comparison: what they say, hostile text, files."""

import json
import re
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from here import cd360
from made import NAMES, assessment, everything, plain_framework
from test_compare_command import later_version
from test_report_html import (
    HOSTILE,
    LONG,
    SHAPES,
    UNSEEN,
    answered,
    example,
    parsed,
    shaped_framework,
    with_names,
)

from cd360_cli import assessment_file
from cd360_cli.assessment import Assessment
from cd360_cli.comparison import compare
from cd360_cli.framework_check import framework_of
from cd360_cli.framework_file import Loaded
from cd360_cli.render import comparison_page, page, team_page
from cd360_cli.render.templates import undivided
from cd360_cli.team import nameless, team

EXAMPLES = ROOT / "examples"


def compared(*names: str) -> tuple[str, ...]:
    """The words that compare examples."""
    return ("compare", *(str(EXAMPLES / f"{name}.yaml") for name in names))


TEAM = ("team", str(EXAMPLES / "team"))
COMMANDS = {
    "team": TEAM,
    "anonymous": (*TEAM, "--anonymous"),
    "a-year-later": compared("zonneveld-2025", "zonneveld"),
    "three": compared("aldi", "carvana", "patagonia"),
    "the-same": compared("aldi", "aldi"),
}
"""What is run, by what it shows."""

LONGEST = "verantwoordelijkheid"


def written(words: tuple[str, ...], folder: Path, language: str = "en") -> str:
    """The page that a command writes."""
    out = folder / "page.html"
    done = cd360(*words, "-o", str(out), "--lang", language)
    assert (done.code, done.out) == (0, ""), done.err
    return out.read_text()


def bare(text: str) -> str:
    """Words and figures, without the commas and stops that part them on a screen."""
    return " ".join(re.sub(r"[.,](?=\s|$)", " ", text).split())


def shown(html: str) -> str:
    """What stands on a page, its pointers as a screen shows them."""
    text = unescape(re.sub("<[^>]*>", "", html.partition("<body>")[2]))
    return bare(re.sub(r"\N{VARIATION SELECTOR-15}(emphasised|nadruk): ", " ", text))


# -- what a page says


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", [*COMMANDS, "older-version"])
def test_a_page_says_all_that_the_screen_says(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every sentence and every row of figures; a screen without edges breaks no line."""
    monkeypatch.setattr(page, "WIDEST", 10_000)
    words = COMMANDS.get(name) or (
        "compare", str(EXAMPLES / "zonneveld.yaml"), str(tmp_path / "later.yaml"),
        "--framework", str(later_version(tmp_path)),
    )  # fmt: skip
    seen = shown(written(words, tmp_path, language))
    screen = cd360(*words, "--lang", language, COLUMNS="10000").out
    lines = [re.sub(r"^\s*(\d+\.|•|!)? *", "", line) for line in screen.splitlines()]
    said = [bare(line) for line in lines if line.strip()]
    assert len(said) > 4
    # A screen folds the longest name of a strategy.
    said = [re.sub(r"^Maatschappelijke(?= \d)", rf"\g<0> {LONGEST}", line) for line in said]
    missing = [line for line in said if line not in seen]
    # On the page places that are nobody's share one column, so there is no column to warn of.
    if name == "anonymous":
        assert re.match("Each row|Elke regel", missing.pop())
    assert missing == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_is_sound_and_can_be_read_by_ear_and_by_key(name: str, tmp_path: Path) -> None:
    """Valid, without script or address; landmarks, headings in order, words for every picture."""
    tree = parsed(written(COMMANDS[name], tmp_path, "nl"))
    assert tree.get("lang") == "nl"
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base", "foreignObject"}
    assert [len(list(tree.iter(tag))) for tag in ("header", "main", "h1")] == [1, 1, 1]
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert all(after <= before + 1 for before, after in pairwise([0, *levels]))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        named = f"{element.get('aria-labelledby', '')} {element.get('aria-describedby', '')}"
        assert set(named.split()) <= set(ids)
        if element.tag == "a":
            assert element.get("href").removeprefix("#") in ids
        if element.tag == "section":
            assert element.get("aria-labelledby")
        if element.tag == "table":
            assert element.find("caption") is not None
            assert all(th.get("scope") and "".join(th.itertext()) for th in element.iter("th"))
        if str(element.tag).endswith("svg"):
            assert element.get("role") == "img"
            title, says = list(element)[:2]
            assert title.text
            assert len(says.text or "") > 30


def test_a_team_sees_where_each_stands_and_an_anonymous_one_names_nobody(tmp_path: Path) -> None:
    """A letter on every dot, with its name beside the picture; or neither name, role nor letter."""
    named, anonymous = (written(COMMANDS[name], tmp_path) for name in ("team", "anonymous"))
    circles = [html.count("<circle ") for html in (named, anonymous)]
    assert circles[0] == circles[1] > 70
    assert len(re.findall(r'font-weight="700"[^>]*>[A-E]</text>', named)) == circles[0]
    assert not re.search(r">[A-E]</text>|<th[^>]*>[A-E]</th>", anonymous)
    for word in ("Marit", "Brandsma", "directie", "productie", "verkoop"):
        assert word.lower() in named.lower()
        assert word.lower() not in anonymous.lower()


def test_what_two_sides_share_is_told_and_nothing_else(tmp_path: Path) -> None:
    """No table and no picture where no answer differs."""
    html = written(COMMANDS["the-same"], tmp_path)
    assert "No answer differs, so nothing else does." in html
    assert "<table" not in html
    assert "<svg" not in html


# -- hostile text


def renderings(sheets: list[Assessment], loaded: Loaded) -> list[str]:
    """A team, the same without names, and a comparison over time and between companies."""
    found = team(loaded.framework, sheets)
    others = [sheet._replace(company=f"{n} {sheet.company}") for n, sheet in enumerate(sheets)]
    return [
        team_page.render(found, loaded, "en"),
        team_page.render(nameless(found), loaded, "en"),
        *(
            comparison_page.render(compare(loaded.framework, each), loaded, "en")
            for each in (sheets, others)
        ),
    ]


def elements(html: str) -> list[object]:
    """The elements of a page, but for those within pictures: names are folded or cut there."""
    tree = parsed(html)
    drawn = {e for svg in tree.iter() if str(svg.tag).endswith("svg") for e in svg.iter()}
    return [e.tag for e in tree.iter() if e not in drawn]


@pytest.mark.parametrize("nasty", [HOSTILE, LONG])
def test_hostile_text_adds_no_element_and_stands_there_as_text(nasty: str, loaded: Loaded) -> None:
    """Companies, names and roles with markup, script, invisible characters, or without an end."""
    made = []
    for word in ("harmless", nasty):
        sheets = [
            example(name, loaded.framework)._replace(
                company=word, respondent=f"{word} {name}", role=word
            )
            for name in ("zonneveld-2025", "zonneveld")
        ]
        made.append(renderings(sheets, loaded))
    for plain, hostile in zip(*made, strict=True):
        assert elements(plain) == elements(hostile)
        assert not UNSEEN.search(hostile)
        seen = " ".join(" ".join(parsed(hostile).itertext()).split())
        for part in ("<script>alert(1)</script>", "{{ 7 * 7 }}", "مرحبا", "&amp; &#60;"):
            assert (part in seen) == (part in nasty)


@pytest.mark.parametrize("nasty", [HOSTILE, LONG])
def test_a_hostile_framework_adds_no_element_either(nasty: str) -> None:
    """Names of strategies, steps, questions and answers reach lists, tables and pictures."""
    made = []
    for word in ("harmless", nasty):
        framework = framework_of(with_names(plain_framework(), word))
        answers = [everything(framework, name) for name in NAMES[:2]]
        loaded = Loaded(framework, "own.yaml", "0" * 64)
        made.append(renderings([assessment(framework, each) for each in answers], loaded))
    for plain, hostile in zip(*made, strict=True):
        assert elements(plain) == elements(hostile)


def test_a_date_is_kept_together_and_all_around_it_stays_text() -> None:
    """A mark around the date, and no other markup."""
    assert undivided("<b> 2026-06-30 \N{RIGHT-TO-LEFT OVERRIDE}&") == (
        "&lt;b&gt; <time>2026-06-30</time> \N{REPLACEMENT CHARACTER}&amp;"
    )


# -- any framework, any number


@pytest.mark.parametrize("shape", SHAPES[::2], ids=lambda shape: "-".join(map(str, shape[:4])))
def test_every_picture_fits_any_framework(shape: tuple[Any, ...]) -> None:
    """Two to six strategies, one to sixteen steps, nothing known or all of it."""
    *sizes, tension, long = shape
    framework = shaped_framework(*sizes, tension=tension, long=long)
    loaded = Loaded(framework, "own.yaml", "0" * 64)
    sheets = [assessment(framework, answers) for answers in answered(framework)]
    for given in (sheets, sheets[:1] * 2):
        for html in renderings(given, loaded):
            parsed(html)
            assert not re.search(r"\bNone\b|\bnan\b|\binf\b|Undefined", html)


def test_more_respondents_than_letters_have_small_dots_and_one_column(loaded: Loaded) -> None:
    """Thirty respondents: every place stands in the table, from none of them a letter."""
    sheets = [
        assessment_file.load(path, loaded.framework)._replace(respondent=f"Respondent {n}")
        for n in range(6)
        for path in sorted((EXAMPLES / "team").glob("*.yaml"))
    ]
    html = team_page.render(team(loaded.framework, sheets), loaded, "en")
    parsed(html)
    assert html.count('r="5"') > 300
    assert "each, low to high" in html


# -- files


@pytest.mark.parametrize("name", ["team", "anonymous", "three"])
def test_files_are_written_by_their_suffix_instead_of_the_screen(name: str, tmp_path: Path) -> None:
    """The JSON is that of `--json`, to the last byte; asked for as well, it is printed too."""
    outs = [tmp_path / "a.html", tmp_path / "a.JSON"]
    options = [word for out in outs for word in ("-o", str(out))]
    done = cd360(*COMMANDS[name], *options)
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [f"{out} written." for out in outs]
    printed = cd360(*COMMANDS[name], "--json", "-o", str(outs[0])).out
    assert outs[0].read_text().startswith("<!doctype html>\n")
    assert outs[1].read_text() == printed == cd360(*COMMANDS[name], "--json").out


@pytest.mark.parametrize("name", ["team", "three"])
def test_a_wrong_name_is_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    """Every wrong one at once, with the two that are right."""
    options = [word for out in ("a.html", "a.md", "a") for word in ("-o", str(tmp_path / out))]
    done = cd360(*COMMANDS[name], *options)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("expected one that ends in .html, .json") == 2
    assert list(tmp_path.iterdir()) == []


def test_what_is_read_is_never_overwritten(tmp_path: Path) -> None:
    """Neither a file that is named nor one that a folder holds."""
    document = {
        "cd360": 1, "framework": {"id": "cd360", "version": "1.0.0"},
        "company": "Acme", "date": "2026-11-22", "answers": {},
    }  # fmt: skip
    files = [tmp_path / f"{name}.json" for name in "ab"]
    for file in files:
        file.write_text(json.dumps(document))
    for words in (
        ("team", str(tmp_path)), ("team", *map(str, files)), ("compare", *map(str, files)),
    ):  # fmt: skip
        page = tmp_path / "page.html"
        done = cd360(*words, "-o", str(page), "-o", str(tmp_path / "." / "b.json"))
        assert (done.code, done.out) == (2, "")
        assert "this file is read from, so nothing is written to it" in done.err
        assert not page.exists()
    assert [json.loads(file.read_text()) for file in files] == [document] * 2
