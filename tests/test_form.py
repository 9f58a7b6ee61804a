"""The questionnaire as a page: what stands in it. That it works: `test_form_browser.py`."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from here import cd360
from hypothesis import given, settings
from hypothesis import strategies as st
from made import made, plain_framework, text

from cd360_cli.framework import RESERVED, Framework
from cd360_cli.framework_check import framework_of
from cd360_cli.render.form import render
from cd360_cli.shape import Text
from cd360_cli.texts import form as say

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=y>\"' &amp; {{ 7 * 7 }} {0} %s"
VOID = {"meta", "input", "br"}


class Read(HTMLParser):
    """The elements of a page, and the texts of each question by language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: dict[tuple[str, str], list[str]] = {}
        self.values: dict[str, list[str]] = {}
        self.scripts: list[str] = []
        self._open: list[dict[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if given.get("type") == "radio":
            self.values.setdefault(given["name"], []).append(given["value"])
        if tag not in VOID:
            self._open.append({"tag": tag, **given})

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()["tag"] == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]["tag"] == "script":
            self.scripts.append(data)
        for place, element in enumerate(self._open):
            if "data-question" in element:
                inside = [e["data-in"] for e in self._open[place:] if "data-in" in e]
                for language in inside:
                    self.texts.setdefault((element["data-question"], language), []).append(data)


def page_of(framework: Framework, asked: str = "", company: str = "") -> str:
    return render(framework, framework.languages, asked, company)


@pytest.fixture(scope="module")
def page(framework: Framework) -> str:
    return page_of(framework)


@pytest.fixture(scope="module")
def read(page: str) -> Read:
    return Read(page)


def test_every_question_stands_in_it_with_all_that_belongs_to_it(
    framework: Framework, read: Read
) -> None:
    """Nobody misses a choice or an explanation, in either language."""
    assert framework.languages == ("en", "nl")
    for question in framework.asked:
        signs = [option.means for option in question.options if option.means]
        for language in framework.languages:
            texts = read.texts[question.id, language]
            belongs = [question.ask, question.why, *question.choices.values(), *signs]
            belongs += [say.DONT_KNOW, say.NOT_APPLICABLE, say.YOUR_NOTE, say.CLEAR]
            assert {text[language] for text in belongs} <= set(texts)


def test_choices_come_in_the_order_of_the_framework(framework: Framework, read: Read) -> None:
    """The places of the options are balanced over the questions, and stay so."""
    for question in framework.asked:
        choices = list(question.choices)
        assert read.values[f"first.{question.id}"] == [*choices, *RESERVED]
        second = read.values.get(f"second.{question.id}")
        assert second == (choices if question.options else None)


def test_no_strategy_is_named_anywhere_in_it(framework: Framework, page: str) -> None:
    """A colleague who reads the source finds nothing to play for either."""
    names = {name for s in framework.strategies for name in (s.id, *s.name.values())}
    assert len(names) > len(framework.strategies)
    assert not [name for name in names if name.lower() in page.lower()]
    assert "points" not in page


def test_the_policy_lets_its_own_script_run_and_nothing_else(page: str, read: Read) -> None:
    """The hash is that of the script in the page; no handler and no address outside hide in it."""
    policy = next(value for _, name, value in read.attributes if value.startswith("default-src"))
    (script,) = read.scripts
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert policy == (
        "default-src 'none'; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    names = {name for _, name, _ in read.attributes}
    assert not names & {"src", "style", "srcset", "action"}
    assert not [name for name in names if name.startswith("on")]
    links = [value for _, name, value in read.attributes if name == "href"]
    assert links
    assert all(link.startswith("#") for link in links)
    assert not re.search(r"https?:|url\(|@import|\bimport\b|fetch\(|\beval\b", page)


def test_every_link_inside_it_leads_somewhere_and_no_id_stands_twice(read: Read) -> None:
    """Links, labels and descriptions find what they name."""
    ids = [value for _, name, value in read.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    refers = {"for", "aria-labelledby", "aria-describedby"}
    named = {value for _, name, value in read.attributes if name in refers}
    named |= {value[1:] for _, name, value in read.attributes if name == "href"}
    assert named <= set(ids)


def with_texts(word: str, version: str = "1.0.0") -> Framework:
    """A framework that says `word` wherever somebody can write."""

    def replaced(data: Any) -> Any:
        if isinstance(data, dict) and "en" in data:
            return {**data, "en": word, "nl": word}
        if isinstance(data, dict):
            return {key: replaced(value) for key, value in data.items()}
        return [replaced(item) for item in data] if isinstance(data, list) else data

    return framework_of({**replaced(explained()), "version": version})


def explained() -> dict[str, Any]:
    """A small framework with questions of every kind, some with options that are explained."""
    plain = plain_framework(questions=(1, 1))
    for option in plain["questions"][0]["options"]:
        option["means"] = text(f"sign of {option['id']}")
    return plain


TAGS = Read(page_of(with_texts("word"), company="word")).tags


@pytest.mark.parametrize(
    "word", [HOSTILE, "<!--", "]]>", "\u202eevil\u202c", "a\u200bb", "x" * 10_000, "שלום"]
)
def test_texts_that_look_like_markup_are_shown_as_texts(word: str) -> None:
    """Whoever writes a framework writes words, and never a part of the page."""
    found = Read(page_of(with_texts(word, version=word), company=word))
    assert found.tags == TAGS
    shown = "".join(c if c not in "\u202e\u202c\u200b" else "\ufffd" for c in word)
    assert shown in found.texts["q-0-0", "en"]
    assert ("input", "value", shown) in found.attributes


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_no_text_changes_the_page_around_it(word: str) -> None:
    """Every text leaves the elements of the page as they are."""
    assert Read(page_of(with_texts(word, version=word), company=word)).tags == TAGS


def test_the_name_of_the_framework_comes_through_to_the_letter() -> None:
    """A file whose version differs by one invisible character would be refused."""
    version = "1.0 \u202e\ud800\"'\r\n</html>"
    page = Read(page_of(made()._replace(version=version)))
    (name,) = [value for _, name, value in page.attributes if name == "data-framework"]
    assert yaml.safe_load(name.encode("ascii")) == {"id": "made", "version": version}


def test_a_language_that_the_tool_lacks_has_the_tools_sentences_in_english() -> None:
    """Each text says which language it is in, so that a screen reader pronounces it well."""
    german = made()._replace(languages=("de",), name=Text(de="Bogen"))
    page = render(german, ("de",), "", "")
    assert '<html lang="de"' in page
    assert '<span data-in="de" lang="de">Bogen</span>' in page
    assert f'<span data-in="de" lang="en">{say.CLEAR["en"]}</span>' in page
    assert "data-language=" not in page


def test_the_same_words_write_the_same_page(tmp_path: Path) -> None:
    """No clock and no chance: a page under version control changes when its questions do."""
    first, second = tmp_path / "a.html", tmp_path / "b.htm"
    words = ("--company", "Acme & Zonen", "--lang", "nl")
    for out, locale in ((first, "en_US.UTF-8"), (second, "nl_NL.UTF-8")):
        done = cd360("form", "-o", str(out), *words, locale=locale)
        assert (done.code, done.out) == (0, "")
        assert f"{out} geschreven" in done.err
    assert first.read_bytes() == second.read_bytes()
    assert "<title>Vragenlijst over Acme &amp; Zonen</title>" in first.read_text("utf-8")
    assert '<html lang="nl" data-asked="nl"' in first.read_text("utf-8")


@pytest.mark.parametrize("name", ["acme.cd360.yaml", "form", "form.html.txt"])
def test_only_a_page_is_ever_written_over(tmp_path: Path, name: str) -> None:
    """A slip in the name costs nobody a file of answers."""
    out = tmp_path / name
    out.write_text("answers")
    done = cd360("form", "-o", str(out))
    assert done.code == 2
    assert "expected one that ends in .html" in done.err
    assert out.read_text() == "answers"


def test_a_page_survives_a_framework_that_cannot_be_used(tmp_path: Path) -> None:
    """What was there stays whole when there is nothing better."""
    out, broken = tmp_path / "form.html", tmp_path / "broken.yaml"
    out.write_text("the page before")
    broken.write_text("cd360: 1\n")
    assert cd360("form", "-o", str(out), "--framework", str(broken)).code == 4
    assert cd360("form", "-o", str(out), "--lang", "xx").code == 2
    assert cd360("form", "-o", str(tmp_path / "none" / "form.html")).code == 2
    assert out.read_text() == "the page before"


def test_it_says_how_many_answers_a_respondent_needs(page: str) -> None:
    """Who answers fewer does not count for the strategies, and should know before, not after."""
    assert "Answer at least 11 of the first 18" in page
    assert "Beantwoord minstens 11 van de eerste 18 vragen" in page
