"""A team of which too few answered enough: nothing is said that was not measured."""

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT
from here import cd360
from test_cli import HEADING
from test_pages import bare, shown, written

from cd360_cli.framework import Framework

MARIT = ROOT / "examples/team/marit-zonneveld.yaml"
ANSWERED = {
    "en": "Anna de Wit answered 6 and Piet Jansen 6 of the 18 strategy questions;"
    " each must answer 11 to count for the strategies.",
    "nl": "Anna de Wit beantwoordde 6 en Piet Jansen 6 van de 18 strategievragen;"
    " ieder moet er 11 beantwoorden om bij de strategieën mee te tellen.",
}
ALIKE = ("answered it alike", "hetzelfde antwoord")


def sheet(folder: Path, name: str, answers: dict[str, str], company: str = "Acme") -> Path:
    lines = "".join(f"  {question}: {answer}\n" for question, answer in answers.items())
    heading = HEADING.replace("Acme", company)
    path = folder / f"{name.split()[0].lower()}.yaml"
    path.write_text(f"{heading}respondent: {name}\nanswers:\n{lines}")
    return path


@pytest.fixture
def thin(framework: Framework, tmp_path: Path) -> tuple[str, ...]:
    """Two respondents who answered the same six strategy questions, each differently."""
    return tuple(str(path) for path in two(framework, tmp_path, "Acme"))


@pytest.fixture
def one_counts(framework: Framework, tmp_path: Path) -> tuple[str, ...]:
    """The same two, and one who answered all."""
    company = re.search("company: (.*)", MARIT.read_text())
    assert company
    return (*map(str, two(framework, tmp_path, company[1])), str(MARIT))


def two(framework: Framework, folder: Path, company: str) -> list[Path]:
    questions = [question for _, question in framework.strategy_questions[:6]]
    return [
        sheet(folder, name, {q.id: q.options[n].id for q in questions}, company)
        for n, name in enumerate(("Anna de Wit", "Piet Jansen"))
    ]


def both(words: tuple[str, ...], language: str, folder: Path) -> tuple[str, str]:
    """What the screen and the page say, each on one line."""
    done = cd360("team", *words, "--lang", language)
    assert (done.code, done.err) == (0, "")
    return bare(done.out), shown(written(("team", *words), folder, language))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_who_differ_are_never_said_to_agree(
    thin: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    """Answers that are too few for a score are still worth talking about."""
    first = {"en": "The three questions to talk about first", "nl": "De drie vragen om eerst"}
    for said in both(thin, language, tmp_path):
        assert not any(words in said for words in ALIKE)
        assert first[language] in said
        assert said.count(": Anna de Wit") >= 3
        assert said.count(": Piet Jansen") >= 3


@pytest.mark.parametrize("language", ["en", "nl"])
def test_where_no_question_was_answered_twice_nothing_is_compared(
    framework: Framework, language: str, tmp_path: Path
) -> None:
    """Agreement is not what is left where nothing was measured."""
    asked = [question for _, question in framework.strategy_questions]
    words = tuple(
        str(sheet(tmp_path, name, {question.id: question.options[0].id}))
        for name, question in zip(("Anna", "Piet"), asked, strict=False)
    )
    why = {"en": "so there is nothing to compare", "nl": "dus er valt niets te vergelijken"}
    for said in both(words, language, tmp_path):
        assert not any(words in said for words in ALIKE)
        assert why[language] in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_who_answered_how_many_is_said_of_each(
    thin: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    """Not that nobody answered anything; without names only numbers."""
    for said in both(thin, language, tmp_path):
        assert said.count(bare(ANSWERED[language])) == 1
    hidden = {
        "en": "Too few answered by 2 of 2: 6 and 6 of the 18 strategy questions",
        "nl": "Te weinig beantwoord door 2 van de 2: 6 en 6 van de 18 strategievragen",
    }
    for said in both((*thin, "--anonymous"), language, tmp_path):
        assert hidden[language] in said
        assert "Anna" not in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_one_respondent_is_not_presented_as_the_team(
    one_counts: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    """Below the verdict stands on how many it rests, and that nothing stands without that one."""
    rests = {"en": "This rests on 1 of the 3", "nl": "Dit berust op 1 van de 3 respondenten"}
    without = {
        "en": "Without Marit Zonneveld too little is left for a verdict",
        "nl": "Zonder Marit Zonneveld blijft er te weinig over voor een oordeel",
    }
    for said in both(one_counts, language, tmp_path):
        assert rests[language] in said
        assert without[language] in said
        assert bare(ANSWERED[language]) in said
        assert {"en": "and count", "nl": "en meetelt"}[language] in said
        assert not any(words in said for words in ALIKE)
    document = json.loads(cd360("team", *one_counts, "--json").out)
    (absence,) = document["absences"]
    assert (absence["leaders"], absence["verdict"]) == ([], "insufficient")
    assert document["absence_overturns"] is False


@pytest.mark.parametrize("language", ["en", "nl"])
def test_where_nobody_counts_no_score_is_shown_and_no_line_drawn(
    thin: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    """No answers at all would score like a tie, and a tie is a finding."""
    done = cd360("team", *thin, "--lang", language)
    assert not re.search(r"25[.,]0", done.out)
    assert len(re.findall(r"\?( +\?){3}$", done.out, re.MULTILINE)) == 4
    html = written(("team", *thin), tmp_path, language)
    assert not re.search(r"25[.,]0", html.partition("<body>")[2])
    assert "<svg" not in html
    document = json.loads(cd360("team", *thin, "--json").out)
    assert [s["team"] for s in document["strategies"]] == [None] * 4


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_page_leaves_out_what_is_empty(
    thin: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    """Neither a part without content nor a way to it."""
    html = written(("team", *thin), tmp_path, language)
    assert re.findall('<li><a href="#(.*?)">', html) == ["topics", "strategies", "made"]
    assert set(re.findall('<section[^>]* id="(.*?)"', html)) >= {"topics", "strategies"}
    assert not re.search('id="(each|steps|agreement)"', html)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_amiss_with_the_answers_is_not_for_the_company_to_repair(
    one_counts: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    """A heading of its own; the one for repairs is for what stands below the norm."""
    html = written(("team", *one_counts), tmp_path, language)
    heading = {"en": "Note", "nl": "Let op"}[language]
    assert f'<h2 id="note-heading">{heading}</h2>' in html
    repair = html.partition('id="repair-heading"')[2].partition("</section>")[0]
    assert "Anna" not in repair
