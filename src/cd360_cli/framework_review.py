"""What in a sound framework deserves a second look: wording, fairness of form, loose ends.

A warning never stops the framework from being used; `framework_check` holds what does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cd360_cli.assessment import Answer, Assessment, FrameworkName
from cd360_cli.framework import Block, Framework, Question
from cd360_cli.framework_check import walk
from cd360_cli.knowledge import Occasion
from cd360_cli.problems import Place, Problem
from cd360_cli.recommendation import recommend
from cd360_cli.shape import Text

LONGEST = 1.5
"""How many times as long as the shortest the longest option of a question may be."""

SENTENCE = 5
"""Words from which a text that is the same in two languages was probably not translated."""


def warnings(framework: Framework) -> Iterator[Problem]:
    """Everything in a framework that works but may not be meant."""
    yield from _identical_translations(framework)
    for at, question, block in _questions(framework):
        if block.kind == "choice":
            yield from _lengths(framework, question, at)
            yield from _words(framework, question, at)
            yield from _unexplained(question, at)
        yield from _joined_asks(framework, question, at)
    yield from _positions(framework)
    yield from _without_effect(framework)
    yield from _out_of_reach(framework)
    yield from _loose_ends(framework)


def _questions(framework: Framework) -> Iterator[tuple[Place, Question, Block]]:
    blocks = {block.id: block for block in framework.blocks}
    for n, question in enumerate(framework.questions):
        yield ("questions", n), question, blocks[question.block]


def _identical_translations(framework: Framework) -> Iterator[Problem]:
    for at, value in walk(framework, ()):
        if isinstance(value, Text):
            counts = Counter(value.values())
            for text, count in counts.items():
                if count > 1 and len(text.split()) >= SENTENCE:
                    yield Problem("identical-translation", at, {"found": text})


def _lengths(framework: Framework, question: Question, at: Place) -> Iterator[Problem]:
    """An option that stands out by its length is picked, or passed over, for that."""
    for language in framework.languages:
        lengths = {o.id: len(o.text.get(language, "")) for o in question.options}
        longest, shortest = max(lengths, key=lengths.__getitem__), min(lengths.values())
        if lengths[longest] > LONGEST * shortest:
            values = {"found": longest, "language": language, "most": f"{LONGEST:g}"}
            yield Problem("option-length", (*at, "options"), values)


def _words(framework: Framework, question: Question, at: Place) -> Iterator[Problem]:
    """Words that give a strategy away, in what a respondent reads before the result."""
    texts: list[tuple[Place, Text]] = [((*at, "ask"), question.ask), ((*at, "why"), question.why)]
    for n, option in enumerate(question.options):
        for name, said in (("text", option.text), ("means", option.means or Text())):
            place: Place = (*at, "options", n, name)
            texts.append((place, said))
            yield from _joined(framework.wording.joining, said, place, "joined-option")
    for place, text in texts:
        for language, beginnings in framework.wording.banned.items():
            for word in _words_of(text.get(language, "")):
                if word.startswith(tuple(beginnings)):
                    yield Problem("banned-word", (*place, language), {"found": word})


def _unexplained(question: Question, at: Place) -> Iterator[Problem]:
    """An option that alone is explained, or alone is not, draws the eye."""
    without = [(n, option.id) for n, option in enumerate(question.options) if not option.means]
    if len(without) < len(question.options):
        for n, id in without:
            yield Problem("unexplained-option", (*at, "options", n), {"found": id})


def _joined_asks(framework: Framework, question: Question, at: Place) -> Iterator[Problem]:
    yield from _joined(framework.wording.joining, question.ask, (*at, "ask"), "joined-question")
    for language, text in question.ask.items():
        if text.count("?") > 1:
            yield Problem("joined-question", (*at, "ask", language), {"found": "? ?"})


def _joined(
    joining: Mapping[str, Sequence[str]], text: Text, at: Place, kind: str
) -> Iterator[Problem]:
    for language, words in joining.items():
        for word in words:
            if word in _words_of(text.get(language, "")):
                yield Problem(kind, (*at, language), {"found": word})


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _positions(framework: Framework) -> Iterator[Problem]:
    """Whoever always picks the same position should support nobody."""
    strategies = [s.id for s in framework.strategies]
    questions = [q for _, q in framework.strategy_questions]
    if len(questions) < 2 * len(strategies):
        return  # Too few to be even.
    places = Counter(
        (strategy, n)
        for question in questions
        for n, option in enumerate(question.options)
        for strategy in strategies
        if option.points.get(strategy, 0)
        == max(o.points.get(strategy, 0) for o in question.options)
    )
    even = len(questions) / len(strategies)
    for strategy in strategies:
        for n in range(len(strategies)):
            if abs(places[strategy, n] - even) > 2:
                values = {
                    "found": strategy,
                    "position": str(n + 1),
                    "times": str(places[strategy, n]),
                }
                values["expected"] = f"{even:.1f}"
                yield Problem("uneven-positions", ("questions",), values)


def _without_effect(framework: Framework) -> Iterator[Problem]:
    """Questions and conditions whose answers change nothing."""
    weights = {lens.id: lens.weight for lens in framework.lenses}
    moving = {t.id for t in framework.tensions if t.shifts}
    for at, question, block in _questions(framework):
        still = block.measures == "tension" and question.measures not in moving
        if still or (block.lens is not None and not weights[block.lens]):
            yield Problem("no-effect", at)
    for n, condition in enumerate(framework.conditions):
        if not condition.minimum:
            yield Problem("condition-always-met", ("conditions", n, "minimum"))


def _out_of_reach(framework: Framework) -> Iterator[Problem]:
    """A verdict that even unanimous answers do not give, mostly for want of questions."""
    answers = {
        q.id: Answer((max(q.options, key=lambda o: o.points.get(s.id, 0)).id,))
        for s in framework.strategies[:1]
        for _, q in framework.strategy_questions
    }
    name = FrameworkName(framework.id, framework.version)
    unanimous = Assessment(1, name, "-", "2000-01-01", answers=answers)
    verdict = recommend(framework, unanimous).verdict
    if verdict != "clear":
        questions = len(framework.strategy_questions)
        values = {"found": verdict, "questions": str(questions)}
        yield Problem("clear-out-of-reach", ("limits", "clear"), values)


def _loose_ends(framework: Framework) -> Iterator[Problem]:
    """Steps, traits and the like that nothing measures, advises on or refers to."""
    measured = {
        (block.measures, question.measures)
        for _, question, block in _questions(framework)
        if block.measures
    }
    for name, kind in (
        ("steps", "step"), ("traits", "trait"), ("tensions", "tension"), ("strategies", "strategy"),
    ):  # fmt: skip
        for n, item in enumerate(getattr(framework, name)):
            if (kind, item.id) not in measured:
                yield Problem("unmeasured", (name, n), {"found": item.id})
    occasions: tuple[tuple[str, Occasion], ...] = (
        ("strategies", "standing"), ("strategies", "strategy"), ("conditions", "condition"),
        ("steps", "step"), ("traits", "trait"),
    )  # fmt: skip
    said = {(move.kind, move.target) for move in framework.moves}
    for name, occasion in occasions:
        for n, item in enumerate(getattr(framework, name)):
            if (occasion, item.id) not in said:
                yield Problem("no-move", (name, n), {"found": item.id, "occasion": occasion})
    yield from _unused(framework)


def _unused(framework: Framework) -> Iterator[Problem]:
    disciplines = {step.discipline for step in framework.steps}
    cited: set[str] = set()
    for _, value in walk(framework, ()):
        sources: Any = getattr(value, "sources", ())
        if value is not framework:
            cited.update(sources)
    blocks = {question.block for question in framework.questions}
    for name, used in (("disciplines", disciplines), ("sources", cited), ("blocks", blocks)):
        for n, item in enumerate(getattr(framework, name)):
            if item.id not in used:
                yield Problem("unused", (name, n), {"found": item.id})
