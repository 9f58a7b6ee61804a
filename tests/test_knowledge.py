"""Browsing the framework: everything in it can be found and read in full."""

import io
from typing import Any

import pytest
from made import made
from rich.console import Console, RenderableType

from cd360_cli.commands.framework_show import run
from cd360_cli.framework import Framework
from cd360_cli.language import LANGUAGES
from cd360_cli.problems import Refused
from cd360_cli.render.knowledge import entry, ids, tree
from cd360_cli.shape import Text

LISTS = (
    "strategies", "disciplines", "steps", "traits", "tensions", "conditions", "benchmarks",
    "concepts", "moves", "questions", "sources", "lenses", "blocks",
)  # fmt: skip


def printed(part: RenderableType | None, width: int = 10_000) -> str:
    assert part is not None
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False)
    console.print(part)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.splitlines())


def texts(value: Any) -> list[Text]:
    """Every text within a record."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, tuple):
        return [text for inner in value for text in texts(inner)]
    return []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_an_entry_shows_every_text_and_source_of_what_has_the_id(
    framework: Framework, name: str, language: str
) -> None:
    """Nothing that the framework says about something stays in the file."""
    authors = {source.id: source.known_by for source in framework.sources}
    for item in getattr(framework, name):
        shown = printed(entry(framework, item.id, language))
        assert item.id in shown
        for text in texts(item):
            assert text.say(language) in shown
        records = [
            item,
            *(r for field in item if isinstance(field, tuple) for r in (field, *field)),
        ]
        for record in records:
            for source in getattr(record, "sources", ()):
                assert authors[source] in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("strategies", [3, 6])
def test_a_framework_of_any_number_of_strategies_can_be_browsed(
    strategies: int, language: str
) -> None:
    """Nothing counts on the four strategies or on the ids of the bundled framework."""
    framework = made(strategies=strategies)
    shown = printed(tree(framework, language))
    for strategy in framework.strategies:
        assert f"{strategy.name.say(language)} ({strategy.id})" in shown
    for id in ids(framework):
        assert id in printed(entry(framework, id, language))


def test_every_id_of_the_framework_is_known_once_and_nothing_else_is(framework: Framework) -> None:
    """What can be asked for is what the framework has, so a guess never names something absent."""
    wanted = {item.id for name in LISTS for item in getattr(framework, name)}
    assert set(ids(framework)) == wanted
    assert len(ids(framework)) == len(wanted)
    assert entry(framework, "no-such-thing", "en") is None


def test_an_id_in_several_lists_shows_all_that_have_it(framework: Framework) -> None:
    """`market` is a lens and a block, `significance` a step and a concept: neither hides."""
    market = printed(entry(framework, "market", "en"))
    assert "Lens on the choice of strategy" in market
    assert "Block of questions" in market
    significance = printed(entry(framework, "significance", "en"))
    assert "Step of the customer journey" in significance
    assert "Concept" in significance


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_names_everything_with_its_id(framework: Framework, language: str) -> None:
    """From the tree one can go on to any entry that it shows."""
    shown = printed(tree(framework, language))
    assert framework.version in shown.splitlines()[0]
    for name in ("strategies", "disciplines", "steps", "traits", "tensions", "conditions",
                 "benchmarks", "concepts", "lenses", "blocks"):  # fmt: skip
        for item in getattr(framework, name):
            assert f"{item.name.say(language)} ({item.id})" in shown
    for block in framework.blocks:
        assert f"({block.id}): {len(framework.questions_of(block))} " in shown
    assert shown.splitlines()[-1].endswith(f": {len(framework.sources)}")


@pytest.mark.parametrize("name", ["steps", "traits"])
def test_affinities_stand_highest_first(framework: Framework, name: str) -> None:
    """Who lives most by a step or trait is read at the top."""
    for item in getattr(framework, name):
        shown = printed(entry(framework, item.id, "en"))
        ordered = sorted(item.affinities, key=lambda a: -a.points)
        places = [shown.index(f"({affinity.strategy})") for affinity in ordered]
        assert places == sorted(places)
        for affinity in ordered:
            assert f"{affinity.points} {_name(framework.strategies, affinity.strategy)}" in shown


def test_what_measures_something_and_what_to_do_about_it_stand_with_it(
    framework: Framework,
) -> None:
    """From a step, trait, condition, tension or strategy one finds its questions and moves."""
    measured = (("steps", "step"), ("traits", "trait"), ("conditions", "condition"),
                ("tensions", "tension"), ("strategies", "strategy"))  # fmt: skip
    for name, kind in measured:
        for item in getattr(framework, name):
            shown = printed(entry(framework, item.id, "en"))
            for question in framework.questions_about(kind, item.id):  # type: ignore[arg-type]
                assert f"{question.ask.say('en')} ({question.id})" in shown
    for move in framework.moves:
        assert f"{move.do.say('en')} ({move.id})" in printed(entry(framework, move.target, "en"))


def test_a_shift_keeps_its_sign_on_both_sides(framework: Framework) -> None:
    """A tension that takes from a step says so, at the tension and at the step."""
    for tension in framework.tensions:
        at_tension = printed(entry(framework, tension.id, "en"))
        for shift in tension.shifts:
            step = _name(framework.steps, shift.step)
            assert f"{shift.points:+} {step} ({shift.step})" in at_tension
            at_step = printed(entry(framework, shift.step, "en"))
            assert f"{shift.points:+} {tension.right.say('en')} ({tension.id})" in at_step


def test_texts_are_shown_as_written_and_steer_nothing() -> None:
    """Square brackets are no markup, and escape sequences do not reach the screen."""
    framework = made()
    said = Text(en="[bold]loud[/bold] \x1b[31m{n} :smile:", nl="x")
    first = framework.lenses[0]._replace(name=said, about=said)
    changed = framework._replace(lenses=(first, *framework.lenses[1:]), version="[red]1")
    for shown in (printed(entry(changed, first.id, "en")), printed(tree(changed, "en"))):
        assert "[bold]loud[/bold]" in shown
        assert "{n} :smile:" in shown
        assert "\x1b" not in shown
    assert "[red]1" in printed(tree(changed, "en"))


@pytest.mark.parametrize("width", [30, 80])
def test_every_entry_fits_the_width_of_the_screen(framework: Framework, width: int) -> None:
    """Long lines wrap; none runs over the edge."""
    parts = [tree(framework, "nl"), *(entry(framework, id, "nl") for id in ids(framework))]
    for part in parts:
        assert all(len(line) <= width for line in printed(part, width).splitlines())


def test_an_unknown_id_is_refused_with_the_nearest_known_one() -> None:
    """A typing error costs one more try, not a search."""
    with pytest.raises(Refused) as refused:
        run("signifcance", framework=None, asked="en")
    (problem,) = refused.value.problems
    assert refused.value.subject == "framework"
    assert (problem.kind, problem.values["found"]) == ("unknown-id", "signifcance")
    assert problem.nearest == "significance"


def test_the_command_shows_the_tree_or_one_entry(
    framework: Framework, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an id everything in brief, with one that thing in full, at most 100 columns wide."""
    run(None, framework=None, asked="en")
    assert capsys.readouterr().out.startswith(framework.name.say("en"))
    run("advocacy", framework=None, asked="nl")
    shown = capsys.readouterr().out
    assert shown.startswith("Aanbeveling (advocacy)")
    assert all(len(line) <= 100 for line in shown.splitlines())


def _name(items: Any, id: str) -> str:
    return next(item.name for item in items if item.id == id).say("en")
