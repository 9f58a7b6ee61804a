"""Published companies, coded from public facts without sight of labels, as executable tests."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import ROOT
from here import cd360
from hypothesis import given
from hypothesis import strategies as st

from cd360_cli import case_files
from cd360_cli.assessment import levels
from cd360_cli.cases import Case, Company, Label, closest, distance
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded

DATA = ROOT / "data"
PUBLISHED = case_files.published(DATA)


@pytest.fixture(scope="module")
def cases(loaded: Loaded) -> tuple[Case, ...]:
    return case_files.load(loaded)


@pytest.mark.parametrize("company", PUBLISHED.companies, ids=lambda company: company.id)
def test_no_clear_verdict_contradicts_the_published_labels(
    company: Company, cases: tuple[Case, ...]
) -> None:
    """A company may stay open or lean; a clear verdict for what no source says would be wrong."""
    case = next(c for c in cases if c.company.id == company.id)
    assert not (case.verdict == "clear" and case.agreement == "differs")


def test_verdicts_agree_with_the_labels(cases: tuple[Case, ...]) -> None:
    """95 % of verdicts on undisputed companies agree, at most 15 % stay open, disputed ones fit."""
    undisputed = [case for case in cases if not case.company.disputed]
    decided = [case for case in undisputed if case.strategy]
    assert len(cases) >= 24
    labels = {label.strategy for case in undisputed for label in case.company.labels}
    assert labels == set(cases[0].scores)
    agreeing = sum(case.agreement == "agrees" for case in decided)
    assert Fraction(agreeing, len(decided)) >= Fraction(95, 100)
    assert Fraction(len(undisputed) - len(decided), len(undisputed)) <= Fraction(15, 100)
    assert all(case.agreement == "agrees" for case in cases if case.company.disputed)


def test_every_answer_of_a_case_carries_its_fact_and_source(framework: Framework) -> None:
    """Nothing is coded without saying on what; unknown stays unknown."""
    for case in (*PUBLISHED.companies, *PUBLISHED.traits):
        sheet = case_files.sheet(DATA, case, framework)
        for question, answer in sheet.answers.items():
            assert not answer.known or (answer.note and answer.source), (case.id, question)


def test_every_answer_sheet_has_its_label() -> None:
    """No company was left out after the tool had been run on it."""
    sheets = {path.stem for path in (DATA / "cases").glob("*.yaml")}
    assert sheets == {case.id for case in (*PUBLISHED.companies, *PUBLISHED.traits)}


@pytest.mark.parametrize("example", PUBLISHED.traits, ids=lambda example: example.id)
def test_the_published_example_of_a_trait_is_strong_in_it(
    example: object, framework: Framework
) -> None:
    """Its level on the published trait is at or above the middle of its own levels."""
    found = levels(framework, case_files.sheet(DATA, example, framework))  # type: ignore[arg-type]
    known = sorted(
        level.mean for t in framework.traits if (level := found["trait", t.id]).mean is not None
    )
    own = found["trait", example.trait].mean  # type: ignore[attr-defined]
    assert own is not None
    assert own >= known[len(known) // 2]


@given(st.data())
def test_distance_is_a_metric_on_profiles(data: st.DataObject) -> None:
    """Zero for the same profile, the same both ways, and no detour is shorter."""
    profile = st.fixed_dictionaries({s: st.fractions(0, 100) for s in "abc"})
    one, two, three = (data.draw(profile) for _ in range(3))
    assert distance(one, one) == 0
    assert distance(one, two) == distance(two, one) >= 0
    assert distance(one, three) <= distance(one, two) + distance(two, three)


def test_the_closest_cases_come_first_and_ties_come_along() -> None:
    """A tie at the limit is not broken by order, and a case without a verdict is nobody's like."""

    def case(id: str, score: int, verdict: str = "clear") -> Case:
        company = Company(id, id, "2000", (Label("a", "book"),))
        scores = {"a": Fraction(score), "b": Fraction(100 - score)}
        return Case(company, verdict, "a", ("a",), scores)

    found = closest(
        {"a": Fraction(50), "b": Fraction(50)},
        [case("far", 90), case("tie", 60), case("near", 45), case("same", 40),
         case("open", 50, "insufficient")],
        2,
    )  # fmt: skip
    assert [(n.case.company.id, n.distance) for n in found] == [
        ("near", 5), ("tie", 10), ("same", 10),
    ]  # fmt: skip


def test_a_recommendation_names_the_closest_cases(cases: tuple[Case, ...]) -> None:
    """And says plainly whose reading of the facts they rest on."""
    file = str(ROOT / "examples/patagonia.yaml")
    result = json.loads(cd360("recommend", file, "--json").out)
    nearest = result["closest_cases"][0]
    assert (nearest["id"], nearest["distance"]) == ("patagonia", 0)
    screen = cd360("recommend", file).out
    assert "Patagonia, 2017 (social responsibility): 0 apart" in screen
    assert "The makers derived the answers of these companies from public facts." in " ".join(
        screen.split()
    )


def test_compiled_cases_equal_computed_ones(cases: tuple[Case, ...], loaded: Loaded) -> None:
    """What the build computes ahead is what the answer sheets give, and goes stale with them."""
    assert case_files._weighed(DATA, loaded.framework) == cases
    assert case_files._compiled(DATA, "0" * 64) == ()


def test_cases_are_listed_with_label_source_and_outcome(tmp_path: Path) -> None:
    """`cd360 cases` shows what is published, by whom, and what the tool says; so does its JSON."""
    done = cd360("cases")
    assert done.code == 0
    assert "Warby Parker" in done.out
    assert "undecided: agrees" in done.out
    rows = json.loads(cd360("cases", "--json").out)["cases"]
    assert len(rows) == len(PUBLISHED.companies)
    assert all(row["labels"] and row["agreement"] for row in rows)
