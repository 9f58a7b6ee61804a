"""What if: a change is what it says, nothing more, and nothing is written unasked."""

import io
import json
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from made import assessment, everything, full_answers, made, picked, small_frameworks
from rich.console import Console

from cd360_cli import assessment_file, case_files
from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, Assessment
from cd360_cli.commands import recommend as plain_command
from cd360_cli.commands import whatif as command
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.problems import Problem, Refused
from cd360_cli.recommendation import recommend
from cd360_cli.render import as_json, text_whatif, whatif_json
from cd360_cli.texts import side_by_side as say_side
from cd360_cli.texts import whatif as say
from cd360_cli.whatif import Weighed, changed, changes, outcome

ZONNEVELD = ROOT / "examples/zonneveld.yaml"
CARVANA = ROOT / "examples/carvana.yaml"


def refused(framework: Framework, sets: list[str], weights: list[str]) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        changed(framework, assessment(framework), sets, weights)
    assert caught.value.subject == "assessment"
    return list(caught.value.problems)


def run(
    file: str | Path,
    *sets: str,
    weights: tuple[str, ...] = (),
    save_as: Path | None = None,
    asked: str | None = "en",
    as_json: bool = True,
) -> None:
    command.run(
        str(file),
        list(sets),
        list(weights),
        save_as=save_as,
        framework=None,
        asked=asked,
        as_json=as_json,
    )


@given(st.data())
def test_a_changed_answer_equals_an_assessment_made_with_it(data: st.DataObject) -> None:
    """Any answers set, of any kind, give what a file that holds them would give."""
    framework = data.draw(small_frameworks)
    answers = data.draw(full_answers(framework))
    new = data.draw(full_answers(framework))
    sets = [f"{question}={','.join(answer.picks)}" for question, answer in new.items()]
    before = (framework, assessment(framework, answers))
    after = changed(*before, sets, [])
    made_so = assessment(framework, {**answers, **new})
    assert after == (framework, made_so)
    found = outcome(before, after)
    assert found[:2] == (recommend(*before), recommend(framework, made_so))
    assert changes(before, after) == (
        {q: a.picks for q, a in made_so.answers.items() if answers.get(q) != a},
        {},
    )


@given(st.data())
def test_lens_weights_move_scores_but_no_lens_score_and_no_level(data: st.DataObject) -> None:
    """What each lens sees and all that no lens weighs stays as it was."""
    framework = data.draw(small_frameworks)
    answers = data.draw(full_answers(framework))
    weights = [data.draw(st.integers(1, 1000)) for _ in framework.lenses]
    before = (framework, assessment(framework, answers))
    written = [f"{lens.id}={n}" for lens, n in zip(framework.lenses, weights, strict=True)]
    after = changed(*before, [], written)
    old, new = outcome(before, after)[:2]
    assert [lens.weight for lens in after[0].lenses] == weights
    assert after[1] == before[1]
    for one, other in zip(old.strategies, new.strategies, strict=True):
        assert (one.id, one.lenses, one.lens_share) == (other.id, other.lenses, other.lens_share)
        assert (one.standing, one.threshold_met) == (other.standing, other.threshold_met)
        weighed = dict(zip([lens.id for lens in framework.lenses], weights, strict=True))
        total = sum(weighed[lens.lens] for lens in other.lenses)
        points = sum(weighed[lens.lens] * lens.score for lens in other.lenses)
        assert other.score == (points / total if total else 0)
    assert (old.tensions, old.coverage) == (new.tensions, new.coverage)


@given(st.data())
def test_before_and_after_change_places_with_the_answers(data: st.DataObject) -> None:
    """To change an answer and to change it back gives the same two results, the other way round."""
    framework = data.draw(small_frameworks)
    answers = data.draw(full_answers(framework))
    one: Weighed = (framework, assessment(framework, everything(framework, "apple")))
    other: Weighed = (framework, assessment(framework, answers))
    assert outcome(one, other)[:2] == outcome(other, one)[1::-1]


def test_a_replaced_answer_loses_its_note_and_source_and_others_keep_theirs() -> None:
    """A note spoke for the old answer; it would be wrong beside the new one."""
    framework = made()
    noted = Answer(("o-apple",), "seen", "report")
    old = assessment(framework, {"q-0-0": noted, "q-0-1": noted})
    _, new = changed(framework, old, ["q-0-0=o-apple"], [])
    assert new.answers == {"q-0-0": picked("o-apple"), "q-0-1": noted}
    assert old.answers["q-0-0"] == noted


def test_answers_of_every_kind_can_be_written() -> None:
    """One option, two, a level, a position, and both marks; blanks around signs do not count."""
    framework = made()
    sets = [
        "q-0-0=o-apple",
        "q-0-1 = o-pear, o-plum",
        "l-step-0=4",
        "p-old-new=1",
        f"q-1-0={DONT_KNOW}",
        f"q-1-1={NOT_APPLICABLE}",
    ]
    _, new = changed(framework, assessment(framework), sets, ["lens-0 = 0"])
    assert new.answers == {
        "q-0-0": picked("o-apple"),
        "q-0-1": picked("o-pear", "o-plum"),
        "l-step-0": picked("4"),
        "p-old-new": picked("1"),
        "q-1-0": picked(DONT_KNOW),
        "q-1-1": picked(NOT_APPLICABLE),
    }


def test_every_problem_in_the_changes_is_told_at_once() -> None:
    """Nobody corrects one mistake only to be told of the next."""
    problems = refused(
        made(),
        ["nothing", "=o-apple", "q-0-0=", "q-0-9=o-apple", "q-0-0=o-appel", "l-step-0=5",
         "q-0-1=o-apple,o-apple", "q-1-0=o-apple,o-pear,o-plum", "l-step-1=1,2",
         "q-1-1=o-apple", "q-1-1=o-pear"],
        ["heavy", "lens-7=1", "lens-0=1001", "lens-1=2.5", "lens-1=3"],
    )  # fmt: skip
    assert [(p.kind, p.at) for p in problems] == [
        ("not-a-change", ()),
        ("not-a-change", ()),
        ("not-a-change", ()),
        ("duplicate-key", ("answers", "q-1-1")),
        ("unknown-question", ("answers", "q-0-9")),
        ("unknown-answer", ("answers", "q-0-0")),
        ("unknown-answer", ("answers", "l-step-0")),
        ("same-pick-twice", ("answers", "q-0-1")),
        ("too-many-picks", ("answers", "q-1-0")),
        ("one-pick-only", ("answers", "l-step-1")),
        ("not-a-change", ()),
        ("duplicate-key", ("lenses", "lens-1")),
        ("unknown-reference", ("lenses", "lens-7")),
        ("outside-span", ("lenses", "lens-0")),
        ("outside-span", ("lenses", "lens-1")),
    ]
    assert problems[0].values == {"found": "nothing"}
    assert (problems[5].nearest, problems[12].values["expected"]) == ("o-apple", "lens-0, lens-1")


@pytest.mark.parametrize("weight", ["-1", "1001", "2.5", "two", "1e3", "٣", "+1", "9" * 5000])
def test_a_weight_is_a_whole_number_from_0_to_1000(weight: str) -> None:
    """Anything else is refused with the limits and what was written, whatever its length."""
    (problem,) = refused(made(), [], [f"lens-0={weight}"])
    assert (problem.kind, problem.at) == ("outside-span", ("lenses", "lens-0"))
    assert problem.values == {"least": "0", "most": "1000", "found": weight}


def test_lenses_that_all_weigh_nothing_are_refused() -> None:
    """A score is a mean over lenses: without any weight there is none."""
    framework = made()
    (problem,) = refused(framework, [], ["lens-0=0", "lens-1=0"])
    assert (problem.kind, problem.at) == ("no-lens-weight", ("lenses",))
    changed(framework, assessment(framework), [], ["lens-0=0"])


def test_a_lens_that_asks_nothing_cannot_carry_the_score_alone() -> None:
    """Weight on a lens without questions is no weight at all."""
    framework = made(questions=(2, 0), weights=(2, 1))
    (problem,) = refused(framework, [], ["lens-0=0"])
    assert problem.kind == "no-lens-weight"


def test_cases_are_compared_only_where_the_lenses_weigh_the_same(loaded: Loaded) -> None:
    """Published companies were scored with the framework's own weights."""
    cases = case_files.load(loaded)
    before = (loaded.framework, assessment_file.load(CARVANA, loaded.framework))
    answered = outcome(before, changed(*before, ["tie-breaker=low-cost"], []), cases)
    assert answered.before.closest
    assert answered.after.closest
    reweighed = outcome(before, changed(*before, [], ["market=3"]), cases)
    assert reweighed.before.closest
    assert not reweighed.after.closest


def test_before_is_what_recommend_says(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON holds both recommendations as `recommend --json` prints them."""
    plain_command.run(str(CARVANA), framework=None, asked="nl", as_json=True)
    plain = json.loads(capsys.readouterr().out)
    run(CARVANA, "who-decides=account-teams", weights=("market=3", "practice=2"), asked="nl")
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert err == ""
    assert list(found) == ["schema", "changes", "before", "after"]
    assert found["schema"] == "cd360/whatif/1"
    # A weight that is as it was is no change.
    assert found["changes"] == {
        "answers": {"who-decides": ["account-teams"]},
        "lens_weights": {"market": 3},
    }
    assert found["before"] == plain
    assert found["after"].keys() == plain.keys()
    assert found["after"]["strategies"] != plain["strategies"]


@pytest.mark.parametrize("name", ["answers.yaml", "answers.json"])
def test_what_is_saved_gives_the_after_and_holds_no_weight(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The saved file is the changed assessment; that weights are not in it is said."""
    saved = tmp_path / name
    run(CARVANA, "tie-breaker=low-cost", "use-level=1", save_as=saved)
    out, err = capsys.readouterr()
    assert err == f"{say.SAVED['en'].format(file=saved)}\n"
    plain_command.run(str(saved), framework=None, asked="en", as_json=True)
    assert json.loads(capsys.readouterr().out) == json.loads(out)["after"]
    again = tmp_path / f"again-{name}"
    run(CARVANA, "tie-breaker=low-cost", "use-level=1", weights=("market=9",), save_as=again)
    assert say.WEIGHTS_NOT_SAVED["en"] in capsys.readouterr().err
    assert again.read_bytes() == saved.read_bytes()


def test_nothing_is_written_unless_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A look at what might be leaves the assessment, and the folder, as they were."""
    content = ZONNEVELD.read_bytes()
    (tmp_path / "x.yaml").write_bytes(content)
    monkeypatch.chdir(tmp_path)
    for as_json_too in (False, True):
        run("x.yaml", "tie-breaker=low-cost", weights=("market=3",), as_json=as_json_too)
        assert capsys.readouterr().err == ""
    assert [file.name for file in tmp_path.iterdir()] == ["x.yaml"]
    assert (tmp_path / "x.yaml").read_bytes() == content


def test_a_file_that_exists_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    """Answers about a client are never overwritten, not even by the file they came from."""
    file = tmp_path / "x.yaml"
    file.write_text("kept")
    for assessed in (file, ZONNEVELD, tmp_path / "none.yaml"):
        with pytest.raises(Refused) as caught:
            run(assessed, "tie-breaker=low-cost", save_as=file)
        assert [p.kind for p in caught.value.problems] == ["exists"]
        assert caught.value.source == str(file)
    assert file.read_text() == "kept"


def test_a_refused_change_prints_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a mistake in any change there is no result and no file."""
    with pytest.raises(Refused):
        run(ZONNEVELD, "tie-breaker=low-costs", save_as=tmp_path / "x.yaml")
    assert capsys.readouterr() == ("", "")
    assert not list(tmp_path.iterdir())


def test_an_assessment_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`-` reads what a pipe brings, with the same result as the file."""
    run(ZONNEVELD, "use-level=4")
    from_file = capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ZONNEVELD.read_bytes())))
    run("-", "use-level=4")
    assert capsys.readouterr().out == from_file


def screen(
    framework: Framework,
    old: Assessment,
    sets: list[str],
    weights: list[str],
    width: int = 80,
    language: str = "en",
) -> str:
    before = (framework, old)
    after = changed(framework, old, sets, weights)
    shown = io.StringIO()
    console = Console(file=shown, width=width, highlight=False, emoji=False)
    found = outcome(before, after)
    text_whatif.show(found, changes(before, after), framework, language, console)
    return shown.getvalue()


@pytest.mark.parametrize("width", [20, 60, 80, 120])
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("example", ["carvana", "zonneveld", "patagonia"])
def test_the_screen_fits_its_width_and_breaks_no_name(
    framework: Framework, width: int, language: str, example: str
) -> None:
    """From 60 columns on no line is too long, every name has its words whole, and no colour."""
    old = assessment_file.load(ROOT / f"examples/{example}.yaml", framework)
    shown = screen(framework, old, ["tie-breaker=low-cost"], ["market=3"], width, language)
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= min(width, 100)
    if width >= 60:
        words = {w.lower() for s in framework.strategies for w in s.name.say(language).split()}
        assert words <= set(shown.lower().split())


def test_a_difference_is_that_of_the_numbers_shown() -> None:
    """Every line adds up for who reads it, with its arrow, and tells what is the same."""
    framework = made(strategies=3, questions=(3,), weights=(1,))
    old = assessment(framework, everything(framework, "apple"))
    lines = screen(framework, old, ["q-0-0=o-pear"], []).splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in lines if line.split()}
    assert rows["Apple"] == ["100.0", "66.7", "↓33.3"]
    assert rows["Pear"] == ["0.0", "33.3", "↑33.3"]
    assert rows["Plum"] == ["0.0", "0.0", "="]
    assert "  • q-0-0: o-pear, was o-apple" in [line.rstrip() for line in lines]


def test_steps_that_gain_or_lose_emphasis_are_named_and_no_others() -> None:
    """Another strategy moves the weight in the journey; one answer that changes none does not."""
    framework = made(strategies=2, questions=(10,), weights=(1,))
    levels = {"l-step-0": picked("0"), "l-step-1": picked("1")}
    old = assessment(framework, {**everything(framework, "apple"), **levels})
    assert say.NO_EMPHASIS["en"] in screen(framework, old, ["q-0-0=o-pear"], [])
    others = [f"{question.id}=o-pear" for _, question in framework.strategy_questions]
    shown = screen(framework, old, others, [])
    rows = [line.split() for line in shown.splitlines() if line.startswith("step-")]
    assert rows == [["step-0", "▶", "-", "lost"], ["step-1", "-", "▶", "gained"]]


def test_with_too_few_answers_no_evidence_is_claimed() -> None:
    """Where `recommend` says too few answers, no answers to flip or shares are shown either."""
    framework = made()
    shown = screen(framework, assessment(framework), [], [])
    rows = {line[:16].strip(): line.split()[-3:] for line in shown.splitlines()}
    for label in (say_side.FLIPS, say_side.TOLERANCE, say_side.SHARE):
        assert rows[label["en"]] == ["-", "-", "="]
    assert say.NOTHING["en"] in shown


def test_markup_and_control_characters_in_a_name_are_shown_as_they_are() -> None:
    """A company called [bold]\\x1b is a company, not a command to the terminal."""
    framework = made()
    old = assessment(framework)._replace(company="[bold red]A[/] \x1b[31m")
    shown = screen(framework, old, ["q-0-0=o-pear"], [])
    assert "[bold red]A[/]" in shown
    assert "\x1b" not in shown


@given(st.text())
def test_any_text_in_an_assessment_leaves_the_json_whole(text: str) -> None:
    """Line separators inside a note or name come out as they went in."""
    framework = made()
    loaded = Loaded(framework, "made.yaml", "0")
    answers = {"q-0-0": Answer(("o-apple",), note=text)}
    before = (framework, assessment(framework, answers)._replace(company=text))
    after = changed(*before, ["q-0-1=o-pear"], [])
    found = outcome(before, after)
    document = json.loads(whatif_json.render(found, changes(before, after), loaded, "en"))
    for side, result in (("before", found.before), ("after", found.after)):
        assert document[side] == json.loads(as_json.render(result, loaded, "en"))
        assert document[side]["assessment"]["company"] == text
