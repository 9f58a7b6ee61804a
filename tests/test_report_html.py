"""The page and the wheel as documents: sound, closed to hostile text, and fit for any framework."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import dist
from typing import Any

import html5lib
import pytest
from conftest import ROOT
from made import NAMES, assessment, everything, plain_framework, text

from cd360_cli import assessment_file, case_files
from cd360_cli.assessment import Answer, Assessment
from cd360_cli.framework import Framework
from cd360_cli.framework_check import framework_of
from cd360_cli.framework_file import Loaded
from cd360_cli.recommendation import recommend
from cd360_cli.render import report_files
from cd360_cli.render.colours import DARK, LIGHT, Ink
from cd360_cli.render.report import report

HOSTILE = (
    "</title></style><script>alert(1)</script><img src=x onerror=alert(1)> \"' &amp; &#60; ]]> "
    "--> <!-- {{ 7 * 7 }} {% raw %} \N{RIGHT-TO-LEFT OVERRIDE}desrever "
    "zero\N{ZERO WIDTH SPACE}width \0\v\x1b[31m\uffff مرحبا שלום `code` **bold** | pipe "
    "[link](javascript:1) # heading <b>"
)
LONG = "x" * 10_000
UNSEEN = re.compile("[\0-\b\v\f\x0e-\x1f\u200b\u202a-\u202e\u2066-\u2069\uffff]")


def pages(given: Assessment, loaded: Loaded, language: str = "en") -> dict[str, str]:
    """Every rendering by its suffix."""
    found = report(recommend(loaded.framework, given, case_files.load(loaded)), loaded, language)
    return {suffix: render(found) for suffix, render in report_files.RENDERERS.items()}


def example(name: str, framework: Framework) -> Assessment:
    return assessment_file.load(ROOT / f"examples/{name}.yaml", framework)


def parsed(html: str) -> Any:
    """The page as a tree; any error in it is one here."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(html)


def said(tree: Any) -> str:
    return " ".join(" ".join(tree.itertext()).split())


# -- a sound page


@pytest.mark.parametrize(("name", "language"), [("patagonia", "en"), ("zonneveld", "nl")])
def test_a_page_is_sound_and_closed(name: str, language: str, loaded: Loaded) -> None:
    """Valid HTML without script, link or address of anything else; the language is stated."""
    page = pages(example(name, loaded.framework), loaded, language)[".html"]
    tree = parsed(page)
    assert tree.get("lang") == language
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base", "foreignObject"}
    assert not re.search(r"url\(|@import|javascript:", page)
    for element in tree.iter():
        for key, value in element.attrib.items():
            name_of = key.rpartition("}")[2]
            assert not name_of.startswith("on"), name_of
            assert name_of != "style"
            if name_of in ("href", "src"):
                assert value.startswith("#")
    policy = next(m for m in tree.iter("meta") if m.get("http-equiv"))
    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("name", ["aldi", "zonneveld"])
def test_a_page_can_be_read_by_ear_and_by_key(name: str, loaded: Loaded) -> None:
    """Landmarks, headings in order, tables with captions and scopes, pictures with words."""
    tree = parsed(pages(example(name, loaded.framework), loaded)[".html"])
    assert [len(list(tree.iter(tag))) for tag in ("header", "main", "h1", "nav")] == [1, 1, 1, 1]
    levels = [int(e.tag[1]) for e in tree.iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        named = f"{element.get('aria-labelledby', '')} {element.get('aria-describedby', '')}"
        assert set(named.split()) <= set(ids)
        if element.tag == "a":
            assert element.get("href", "").removeprefix("#") in ids
        if element.tag == "section":
            assert element.get("aria-labelledby")
    for table in tree.iter("table"):
        assert table.find("caption") is not None
        assert all(th.get("scope") for th in table.iter("th"))
        for row in table.iter("tr"):
            assert len(list(row.iter("th"))) >= 1
    for picture in [e for e in tree.iter() if str(e.tag).endswith("svg")]:
        if picture.get("aria-hidden") != "true":
            assert picture.get("role") == "img"
            title, says = list(picture)[:2]
            assert title.text
            assert len(says.text or "") > 30


def test_the_wheel_alone_is_well_formed_and_says_what_it_shows(loaded: Loaded) -> None:
    """A standalone SVG on white, with title and description, every colour spelled out."""
    svg = pages(example("aldi", loaded.framework), loaded)[".svg"]
    root = ET.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == "Aldi: The journey wheel"
    assert "Satisfaction 20" in (root[1].text or "")
    assert "Put the weight on purchase, satisfaction and loyalty." in (root[1].text or "")
    assert root[2].get("fill") == LIGHT.paper == "#ffffff"
    assert "var(" not in svg


# -- hostile text


def hostile(given: Assessment, nasty: str) -> Assessment:
    """The same with somebody's text in every kind of place that holds one."""
    first, *_ = given.answers
    answer = given.answers[first]._replace(note=nasty, source=nasty)
    given = given.with_answer(first, answer)
    return given._replace(company=nasty, respondent=nasty, role=nasty)


@pytest.mark.parametrize("nasty", [HOSTILE, LONG, f"{HOSTILE}\n\n{HOSTILE}"])
def test_hostile_text_adds_no_element_and_stands_there_as_text(nasty: str, loaded: Loaded) -> None:
    """The page has the same elements as with harmless text, the wheel is still well-formed."""
    given = example("aldi", loaded.framework)
    plain = pages(hostile(given, "harmless"), loaded)
    made = pages(hostile(given, nasty), loaded)
    shapes = [[e.tag for e in parsed(each[".html"]).iter()] for each in (plain, made)]
    assert shapes[0] == shapes[1]
    trees = [ET.fromstring(each[".svg"]) for each in (plain, made)]
    assert len({tuple(e.tag for e in tree.iter()) for tree in trees}) == 1
    seen = said(parsed(made[".html"]))
    for part in ("<script>alert(1)</script>", "]]>", "{{ 7 * 7 }}", "مرحبا", "&amp; &#60;"):
        assert (part in seen) == (part in nasty)
    for rendering in made.values():
        assert not re.search(
            "[\0-\b\v\f\x0e-\x1f\u200b\u202a-\u202e\u2066-\u2069\uffff]", rendering
        )
    markdown = made[".md"]
    assert not re.search(r"(?<!\\)<script|(?<!\\)\[link\]|^# heading", markdown, re.M)
    rows = [line for line in markdown.splitlines() if line.startswith("|")]
    assert rows == [line for line in plain[".md"].splitlines() if line.startswith("|")]


def with_names(data: Any, nasty: str) -> Any:
    """A framework's data with something nasty behind every text."""
    if isinstance(data, list):
        return [with_names(item, nasty) for item in data]
    if not isinstance(data, dict):
        return data
    return {
        key: f"{value} {nasty}" if key in ("en", "nl") else with_names(value, nasty)
        for key, value in data.items()
    }


@pytest.mark.parametrize("nasty", [HOSTILE, LONG])
def test_a_hostile_framework_adds_no_element_either(nasty: str) -> None:
    """Names of strategies, steps and traits reach headings, tables and pictures."""
    elements = []
    for words in ("harmless", nasty):
        framework = framework_of(with_names(plain_framework(), words))
        given = assessment(framework, everything(framework, NAMES[0]))
        made = pages(given, Loaded(framework, "own.yaml", "0" * 64))
        tree = parsed(made[".html"])
        ET.fromstring(made[".svg"])
        # A name that does not fit a picture is cut, folded or left out there.
        picture = {e for svg in tree.iter() if str(svg.tag).endswith("svg") for e in svg.iter()}
        elements.append([e.tag for e in tree.iter() if e not in picture])
    assert elements[0] == elements[1]


# -- any framework


def shaped_framework(
    strategies: int, steps: int, disciplines: int, traits: int, *, tension: bool, long: bool
) -> Framework:
    """A framework of another size, its names short or endless."""
    names = NAMES[:strategies]
    more = " of a name that never seems to come to an end" if long else ""
    data = plain_framework(strategies=strategies, questions=(4, 3), weights=(2, 1))
    all_, *_ = data["disciplines"]
    data["disciplines"] = [
        {**all_, "id": f"part-{n}", "name": text(f"Part {n}{more}")} for n in range(disciplines)
    ]
    for n, strategy in enumerate(data["strategies"]):
        strategy["home"]["discipline"] = f"part-{n % disciplines}"
        strategy["name"] = text(f"{names[n].title()}{more}")
    for kind, count in (("step", steps), ("trait", traits)):
        first = data[f"{kind}s"][0]
        data[f"{kind}s"] = [
            {**first, "id": f"{kind}-{n}", "name": text(f"{kind.title()} {n}{more}")}
            for n in range(count)
        ]
        asked = next(q for q in data["questions"] if q["block"] == kind)
        data["questions"] = [q for q in data["questions"] if q["block"] != kind] + [
            {**asked, "id": f"l-{kind}-{n}", "measures": f"{kind}-{n}"} for n in range(count)
        ]
    for n, step in enumerate(data["steps"]):
        step["discipline"] = f"part-{n * disciplines // steps}"
    if not tension:
        data["tensions"] = []
        data["questions"] = [q for q in data["questions"] if q["block"] != "tension"]
    return framework_of(data)


SHAPES = [
    (2, 1, 1, 0, False, False),
    (2, 3, 1, 1, True, False),
    (3, 7, 2, 2, True, False),
    (5, 16, 5, 4, True, True),
    (6, 12, 4, 3, False, False),
    (8, 30, 9, 12, True, True),
]


def answered(framework: Framework) -> Iterator[dict[str, Answer]]:
    """Nothing, one strategy throughout, all strategies in turn, and what does not apply."""
    yield {}
    unanimous = everything(framework, framework.strategies[0].id)
    levels = {
        q.id: Answer((list(q.choices)[n % 5],))
        for n, q in enumerate(framework.questions)
        if not q.options
    }
    yield unanimous | levels
    turns = {
        q.id: Answer((q.options[n % len(q.options)].id,))
        for n, (_, q) in enumerate(framework.strategy_questions)
    }
    yield turns | levels
    yield {q.id: Answer(("not-applicable",)) for q in framework.questions if not q.options}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: "-".join(map(str, shape[:4])))
def test_every_picture_fits_any_framework(shape: tuple[Any, ...]) -> None:
    """Two to eight strategies, one to thirty steps, no traits, no tensions, endless names."""
    *sizes, tension, long = shape
    framework = shaped_framework(*sizes, tension=tension, long=long)
    loaded = Loaded(framework, "own.yaml", "0" * 64)
    for answers in answered(framework):
        made = pages(assessment(framework, answers), loaded)
        tree = parsed(made[".html"])
        ET.fromstring(made[".svg"])
        for rendering in made.values():
            assert not re.search(r"\bNone\b|\bnan\b|\binf\b|Undefined", rendering)
        words, headings = said(tree), [said(e) for e in tree.iter("h2")]
        assert ("Experience-disruptor traits" in headings) == bool(framework.traits)
        tensions = "Where the business model stands in each tension"
        assert (tensions in words) == bool(framework.tensions)
        assert all(step.name.say("en") in words for step in framework.steps)


# -- colours


def light_of(colour: str) -> list[float]:
    """The linear light of a colour, by channel (sRGB)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def contrast(one: str, other: str) -> float:
    """Contrast by WCAG 2."""
    weights = (0.2126, 0.7152, 0.0722)
    lights = sorted(
        sum(w * c for w, c in zip(weights, light_of(colour), strict=True))
        for colour in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


BLIND = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""What eyes without one kind of cone make of light (Machado, Oliveira and Fernandes 2009)."""


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """A colour as those eyes see it, in CIELAB."""
    light = light_of(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, light, strict=True))))
        for row in BLIND[eyes]
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("ink", [LIGHT, DARK], ids=["light", "dark"])
def test_texts_and_shapes_stand_out_from_what_is_behind_them(ink: Ink) -> None:
    """WCAG AA: 4.5 for text, 3 for shapes; also on surfaces and on every accent."""
    for surface in (ink.paper, ink.soft):
        for colour in (ink.text, ink.muted, ink.warn):
            assert contrast(colour, surface) >= 4.5
        for accent in ink.accents:
            assert contrast(accent.fill, surface) >= 3
    for accent in ink.accents:
        assert contrast(accent.on, accent.fill) >= 4.5


@pytest.mark.parametrize("eyes", BLIND)
@pytest.mark.parametrize("ink", [LIGHT, DARK], ids=["light", "dark"])
def test_the_four_disciplines_are_told_apart_by_any_eyes(ink: Ink, eyes: str) -> None:
    """Twenty units of CIELAB between any two of the first four: far more than can be seen."""
    first = [accent.fill for accent in ink.accents[:4]]
    assert min(dist(seen(a, eyes), seen(b, eyes)) for a, b in combinations(first, 2)) > 20
