"""The bundled framework is whole, bilingual and balanced."""

from collections import Counter
from pathlib import Path

from conftest import ROOT

from cd360_cli import assessment_file
from cd360_cli.framework import Framework
from cd360_cli.framework_check import errors


def test_the_bundled_framework_has_every_construct_of_the_design(framework: Framework) -> None:
    """Four strategies, twelve steps, four disciplines, five traits, four tensions, 52 questions."""
    counts = Counter(question.block for question in framework.questions)
    assert counts == {
        "market": 6, "practice": 8, "ambition": 4, "standing": 4, "traits": 10, "journey": 12,
        "tensions": 4, "leadership": 4,
    }  # fmt: skip
    assert {lens.id: lens.weight for lens in framework.lenses} == {
        "market": 2, "practice": 2, "ambition": 1,
    }  # fmt: skip
    sizes = [
        len(getattr(framework, n))
        for n in ("strategies", "disciplines", "steps", "traits", "tensions")
    ]
    assert sizes == [4, 4, 12, 5, 4]
    assert [c.id for c in framework.conditions] == ["servant-leadership"]


def test_the_bundled_framework_has_no_errors(framework: Framework) -> None:
    """References resolve, questions are balanced, published facts have sources."""
    assert list(errors(framework)) == []


def test_every_option_of_the_bundled_framework_serves_one_strategy(framework: Framework) -> None:
    """Three points to one strategy, the same for all: nobody wins by the wording of a question."""
    for _, question in framework.strategy_questions:
        served = [dict(option.points) for option in question.options]
        assert sorted(s for points in served for s in points) == sorted(
            s.id for s in framework.strategies
        )
        assert all(set(points.values()) == {3} for points in served)


def test_every_strategy_stands_at_each_position_about_equally_often(framework: Framework) -> None:
    """Whoever always picks the first option supports nobody."""
    positions = Counter(
        (next(iter(option.points)), n)
        for _, question in framework.strategy_questions
        for n, option in enumerate(question.options)
    )
    assert {positions[s.id, n] for s in framework.strategies for n in range(4)} <= {4, 5}


def test_affinities_give_every_strategy_the_same_sum(framework: Framework) -> None:
    """No strategy asks more of a company than another, over all steps or all traits."""
    for items in (framework.steps, framework.traits):
        sums = Counter()
        for item in items:
            assert {a.strategy for a in item.affinities} == {s.id for s in framework.strategies}
            for affinity in item.affinities:
                sums[affinity.strategy] += affinity.points
        assert len(set(sums.values())) == 1


def test_every_example_is_coded_in_full(framework: Framework, examples: list[Path]) -> None:
    """Each answers all questions, and every known strategy answer carries the fact it rests on."""
    strategy_questions = {q.id for _, q in framework.strategy_questions}
    for example in examples:
        answers = assessment_file.load(example, framework).answers
        assert set(answers) == {q.id for q in framework.questions}
        for question in strategy_questions:
            assert answers[question].note or not answers[question].known


def test_examples_are_the_files_that_the_readme_names() -> None:
    """Patagonia, Carvana, an operational-excellence company, and one that ends undecided, twice."""
    names = {path.stem for path in (ROOT / "examples").glob("*.yaml")}
    assert names == {"patagonia", "carvana", "aldi", "zonneveld", "zonneveld-2025"}


def test_the_assessment_shown_in_the_readme_is_one(framework: Framework) -> None:
    """Whoever copies the example from the README gets no error."""
    block = (ROOT / "README.md").read_text().split("```yaml\n")[1].split("```")[0]
    assert assessment_file.parse(block.encode(), "README.md", framework).company == "Warby Parker"
