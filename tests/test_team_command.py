"""`cd360 team` as a facilitator runs it: the screen, the streams, and what it refuses.

After a wanted change of the screen: `python tests/test_team_command.py`, then read it aloud.
"""

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from here import cd360
from made import assessment, everything, picked
from rich.console import Console
from test_cli import HEADING
from test_schemas import validator

from cd360_cli import assessment_file
from cd360_cli.assessment import Assessment
from cd360_cli.framework import Framework
from cd360_cli.render import text_team
from cd360_cli.team import nameless, team

EXAMPLE = ROOT / "examples/team"
GOLDENS = Path(__file__).parent / "goldens/team"
SCREENS = [
    (name, language, options)
    for name, options in (("team", ()), ("anonymous", ("--anonymous",)))
    for language in ("en", "nl")
]
NAMES = ("Marit", "Hugo", "Brandsma", "Sanne", "Verhoef", "Bram", "Kuipers", "Tarik", "Yilmaz")
ROLES = ("directie", "verkoop", "productie")


def example(framework: Framework) -> list[Assessment]:
    return [assessment_file.load(path, framework) for path in sorted(EXAMPLE.glob("*.yaml"))]


def screen(
    framework: Framework,
    people: list[Assessment],
    width: int = 80,
    language: str = "en",
    anonymous: bool = False,
) -> str:
    found = team(framework, people)
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False)
    text_team.show(nameless(found) if anonymous else found, framework, language, console)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def file(folder: Path, name: str, answers: str = "", heading: str = HEADING) -> Path:
    path = folder / name
    path.write_text(f"{heading}respondent: {path.stem}\nanswers:\n  use-level: 1\n{answers}")
    return path


# -- the screen


@pytest.mark.parametrize(("name", "language", "options"), SCREENS)
def test_the_team_screen_reads_as_it_was_approved(
    name: str, language: str, options: tuple[str, ...]
) -> None:
    """What a facilitator reads aloud has been read once by a person, in both languages."""
    done = cd360("team", str(EXAMPLE), "--lang", language, *options)
    assert (done.code, done.err) == (0, "")
    assert done.out == (GOLDENS / f"{name}.{language}.txt").read_text()
    assert max(map(len, done.out.splitlines())) <= 80


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_line_is_wider_than_the_screen_and_no_word_is_cut(
    framework: Framework, language: str
) -> None:
    """At 60 columns the same words, only on more lines; beyond 100 no longer ones."""
    people = example(framework)
    narrow, wide = (screen(framework, people, width, language) for width in (60, 140))
    assert max(map(len, narrow.splitlines())) <= 60
    assert max(map(len, wide.splitlines())) <= 100
    assert set(narrow.split()) == set(wide.split())


def test_markup_in_names_is_shown_as_it_was_typed(framework: Framework) -> None:
    """A name cannot steer the screen."""
    people = [p._replace(respondent="[bold]X[/]\x1b", role="[red]r") for p in example(framework)]
    text = screen(framework, people)
    assert "[bold]X[/]\N{REPLACEMENT CHARACTER} [1] ([red]r)" in text
    assert "[red]r (5)" in text
    assert "\x1b" not in text


def test_respondents_without_a_name_go_by_role_or_number(framework: Framework) -> None:
    """Nobody is nobody, and no two are called the same."""
    people = example(framework)
    anybody = [people[0]._replace(respondent="", role=""), people[1]._replace(respondent="")]
    assert "2 respondents: A respondent 1 and B directie" in screen(framework, anybody)


def test_a_team_too_large_for_columns_still_fits(framework: Framework) -> None:
    """Ten respondents: the spread stands, their places stand in the JSON."""
    people = [p._replace(respondent=f"P{n}") for n in range(2) for p in example(framework)]
    text = screen(framework, people)
    assert "10 respondents: P0 [1] (directie)" in text
    assert "spread\n" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_team_that_agrees_has_nothing_to_talk_about(framework: Framework) -> None:
    """No questions, no absence that matters, and all answers shared."""
    answers = everything(framework, "product-leadership")
    people = [assessment(framework, answers)._replace(respondent=name) for name in "AB"]
    text = screen(framework, people)
    assert "Lead on product leadership: a clear lead." in text
    assert "Everybody who answered a question answered it alike." in text
    assert "Whoever is left out, the same strategy comes first for the team." in text
    assert "two of the team give the same answer in 100% of cases." in " ".join(text.split())


def test_who_answered_too_little_is_named(framework: Framework) -> None:
    """Left out of the strategies, and said so."""
    people = example(framework)
    silent = people[0]._replace(respondent="Silent", answers={"use-level": picked("4")})
    text = " ".join(screen(framework, [*people, silent]).split())
    rule = "of the 18 strategy questions; each must answer 11 to count for the strategies."
    assert f"! Silent answered 0 {rule}" in text
    assert "This rests on 5 of the 6 respondents." in text
    hidden = " ".join(screen(framework, [*people, silent], anonymous=True).split())
    assert f"! Too few answered by 1 of 6: 0 {rule}" in hidden


def test_a_question_that_moves_no_score_says_why_it_is_asked(framework: Framework) -> None:
    """Where all agree on the strategy, ladders are what is left to talk about."""
    answers = everything(framework, "product-leadership")
    people = [
        assessment(framework, {**answers, "use-level": picked(level)})._replace(respondent=level)
        for level in ("0", "4")
    ]
    text = " ".join(screen(framework, people).split())
    assert "The question to talk about first" in text
    assert "The worth of a purchase is felt in daily use." in text


# -- JSON


def test_json_has_the_same_keys_whatever_is_asked(tmp_path: Path) -> None:
    """Anonymous or not, rich or poor: a script that reads one reads all."""

    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {
                k: shape(v) for k, v in value.items() if k not in ("points", "lenses", "blocks")
            }
        return "list" if isinstance(value, list) else "value"

    poor = [file(tmp_path, "a.yaml"), file(tmp_path, "b.yaml")]
    outputs = [
        cd360("team", str(EXAMPLE), "--json"),
        cd360("team", str(EXAMPLE), "--json", "--anonymous", "--lang", "nl"),
        cd360("team", *map(str, poor), "--json"),
    ]
    documents = [json.loads(done.out) for done in outputs]
    assert len({json.dumps(shape(d), sort_keys=True) for d in documents}) == 1
    for document in documents:
        assert list(validator("team").iter_errors(document)) == []
        assert list(validator("recommendation").iter_errors(document["recommendation"])) == []
    assert documents[0]["absence_overturns"] is True
    assert documents[0]["talk_first"] == [d["question"] for d in documents[0]["disagreements"][:3]]
    assert documents[2]["recommendation"]["recommendation"]["verdict"] == "insufficient"


def test_nothing_anonymous_holds_a_name_a_role_or_a_note() -> None:
    """Neither on the screen nor in the JSON."""
    for options in (("--json",), ("--lang", "nl")):
        done = cd360("team", str(EXAMPLE), "--anonymous", *options)
        text = done.out.replace("Zonneveld Installatie", "")
        found = [word for word in (*NAMES, *ROLES, "Zonneveld") if word in text]
        assert (found, done.err) == ([], "")
        assert "battery" not in text


# -- files and folders


def test_a_folder_gives_the_same_as_its_files_in_any_order() -> None:
    """The order on the command line is nobody's rank."""
    files = [str(path) for path in sorted(EXAMPLE.glob("*.yaml"))]
    outputs = {
        cd360("team", *arguments).out
        for arguments in ((str(EXAMPLE),), files[::-1], (files[2], str(EXAMPLE)))
    }
    assert len(outputs) == 1


def test_a_folder_leaves_out_what_is_no_assessment_and_says_so(tmp_path: Path) -> None:
    """Results and lists may lie beside the answers; hidden and other files are not even read."""
    file(tmp_path, "a.yaml")
    file(tmp_path, "b.cd360.yaml")
    (tmp_path / "c.json").write_text(
        json.dumps({"cd360": 1, "framework": {"id": "cd360", "version": "1.0.0"},
                    "company": "ACME ", "date": "2026-11-22", "answers": {}})
    )  # fmt: skip
    (tmp_path / "list.yml").write_text("- a\n")
    (tmp_path / "result.json").write_text('{"schema": "cd360/team/1"}')
    (tmp_path / ".hidden.yaml").write_text("{{{")
    (tmp_path / "notes.txt").write_text("not read")
    (tmp_path / "folder.yaml").mkdir()
    done = cd360("team", str(tmp_path), "--json")
    assert json.loads(done.out)["team"]["respondents"] == 3
    assert done.err.splitlines() == [
        f"{tmp_path}/list.yml: not an assessment, so left out",
        f"{tmp_path}/result.json: not an assessment, so left out",
    ]


def test_a_respondent_twice_and_a_file_twice_are_remarked(tmp_path: Path) -> None:
    """Two files of one name both count; one file named twice counts once."""
    one, other = file(tmp_path, "a.yaml"), tmp_path / "b.yaml"
    shutil.copy(one, other)
    done = cd360("team", str(one), str(other), str(one), "--json")
    assert json.loads(done.out)["team"]["respondents"] == 2
    assert done.err.splitlines() == [
        f"{one}: named twice; it counts once",
        f"{other}: the same respondent as in {one}; both count,"
        " so leave one out if that is a mistake",
    ]


def test_everything_wrong_in_any_file_is_said_at_once(tmp_path: Path) -> None:
    """Another company, another framework, a typing error, a broken file, one that is not there."""
    file(tmp_path, "a.yaml")
    file(tmp_path, "b.yaml", heading=HEADING.replace("Acme", "acme"))
    file(tmp_path, "c.yaml", heading=HEADING.replace("Acme", "Other"))
    file(tmp_path, "d.yaml", heading=HEADING.replace("1.0.0", "2.0.0"))
    file(tmp_path, "e.yaml", "  use-levle: 2\n  tie-breaker: low-costs\n")
    (tmp_path / "f.yaml").write_text("a: [\n")
    done = cd360("team", str(tmp_path), str(tmp_path / "g.yaml"))
    assert (done.code, done.out) == (3, "")
    lines = done.err.replace(f"{tmp_path}/", "").splitlines()
    assert lines[:4] == [
        "c.yaml:3: company: about `Other`, while the others are about `Acme`; expected one company",
        "d.yaml:2: framework: made with framework cd360 2.0.0; expected cd360 1.0.0 or older;"
        " update cd360, or name the newer framework by --framework",
        "e.yaml:8: answers.use-levle: unknown question `use-levle`; expected the id of a question;"
        " did you mean `use-level`?",
        "e.yaml:9: answers.tie-breaker: unknown answer `low-costs`; expected one of customer-fit,"
        " low-cost, shared-cause, next-advance, dont-know, not-applicable;"
        " did you mean `low-cost`?",
    ]
    assert lines[4].startswith("f.yaml:2: not well-formed YAML or JSON")
    assert lines[5:] == ["g.yaml: no such file"]


def test_a_named_file_must_be_an_assessment(tmp_path: Path) -> None:
    """What lies in a folder may be left out, what is named may not."""
    (tmp_path / "x.yaml").write_text("a: 1\n")
    done = cd360("team", str(file(tmp_path, "a.yaml")), str(tmp_path / "x.yaml"))
    assert (done.code, done.out) == (3, "")
    assert "unknown key `a`" in done.err


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (["a.yaml"], "one respondent; a team starts at two. For one there is `cd360 recommend`"),
        ([], ": no assessments in this folder; expected the file of each respondent"),
    ],
)  # fmt: skip
def test_less_than_two_is_no_team(tmp_path: Path, files: list[str], says: str) -> None:
    """One respondent agrees with nobody; the sentence says where to go."""
    for name in files:
        file(tmp_path, name)
    done = cd360("team", str(tmp_path))
    assert (done.code, done.out) == (3, "")
    assert done.err.rstrip().endswith(says)
    dutch = cd360("team", str(tmp_path), "--lang", "nl")
    assert "maar één respondent" in dutch.err or "geen ingevulde vragenlijsten" in dutch.err


def test_a_folder_of_a_whole_survey_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """What takes hours or a screen of a thousand columns is told where to go instead."""
    for n in range(101):
        (tmp_path / f"{n}.yaml").write_text("not read")
    done = cd360("team", str(tmp_path))
    assert (done.code, done.out) == (3, "")
    assert done.err == (
        f"{tmp_path}: 101 files; expected at most 100 for a team. "
        "For more respondents there is `cd360 batch --summary`, with one on each row of a table\n"
    )


def test_a_team_without_files_is_wrong_usage() -> None:
    """Exit 2, as everywhere."""
    assert cd360("team").code == 2


def approve() -> None:
    """Write all goldens anew."""
    for name, language, options in SCREENS:
        text = cd360("team", str(EXAMPLE), "--lang", language, *options).out
        (GOLDENS / f"{name}.{language}.txt").write_text(text)


if __name__ == "__main__":
    approve()
    subprocess.run(["git", "diff", "--stat", str(GOLDENS)], check=False)
