"""Answers to strategy questions by kind: whatever is summed over them follows from their counts.

Within a lens, two answers are of one kind where they add the same to everything: to the points, to
the number that are known, and to how far another answer could close the gap between any two
strategies. A respondent's answers in a lens are then known by how many there are of each kind, and
those counts fit in a word or a few. An answer that does not apply is of no kind: it adds nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import gcd, lcm, prod
from typing import NamedTuple

from cd360_cli.assessment import MOST_PICKS, Answer
from cd360_cli.framework import Framework, Lens, Question
from cd360_cli.scoring import best_points

WORD = 51
"""Bits of a whole number that every engine adds and divides exactly, in a double too."""


class Kind(NamedTuple):
    """What answers of one kind add. Points and swings are `unit` times those of the framework.

    `swings` are by leader, then by rival: how far the best other option closes their gap.
    """

    known: bool
    options: int
    best: int
    points: tuple[int, ...]
    swings: tuple[tuple[int, ...], ...]


class Place(NamedTuple):
    """Where a kind is counted: a word of its lens and the first bit there."""

    word: int
    at: int


class LensKinds(NamedTuple):
    """The kinds of answers to the questions of a lens, each counted in `width` bits."""

    lens: Lens
    questions: tuple[Question, ...]
    kinds: tuple[Kind, ...]
    width: int

    def place(self, number: int) -> Place:
        """Where the kind with a number is counted."""
        each = WORD // self.width
        return Place(number // each, number % each * self.width)

    @property
    def best(self) -> int:
        """The best points that all its questions together can give."""
        return sum(map(best_points, self.questions))

    @property
    def words(self) -> int:
        """How many words its counts take."""
        return self.place(len(self.kinds) - 1).word + 1


class AnswerKinds(NamedTuple):
    """The kinds of answers of a framework, by lens.

    `shared` divides the best points of every question. `most` is what all points together cannot
    exceed, however the lenses are brought under one number.
    """

    unit: int
    shared: int
    most: int
    lenses: tuple[LensKinds, ...]


def answer_kinds(framework: Framework) -> AnswerKinds:
    """The kinds of all answers to the strategy questions of a framework."""
    asked = framework.strategy_questions
    unit = lcm(MOST_PICKS, *(len(question.options) for _, question in asked))
    by_lens: dict[str, list[Question]] = {}
    for lens, question in asked:
        by_lens.setdefault(lens.id, []).append(question)
    lenses = tuple(
        _lens_kinds(framework, lens, tuple(by_lens[lens.id]), unit)
        for lens in framework.lenses
        if lens.id in by_lens
    )
    shared = gcd(*(best_points(question) for _, question in asked))
    common = shared * prod(lens.best // shared for lens in lenses)
    most = common * unit * sum(lens.lens.weight for lens in lenses)
    return AnswerKinds(unit, shared, most, lenses)


def _lens_kinds(
    framework: Framework, lens: Lens, questions: tuple[Question, ...], unit: int
) -> LensKinds:
    kinds = dict.fromkeys(
        kind for q in questions for _, kind in kinds_of_answers(framework, q, unit)
    )
    return LensKinds(lens, questions, tuple(kinds), len(questions).bit_length())


def kinds_of_answers(
    framework: Framework, question: Question, unit: int
) -> Iterator[tuple[Answer | None, Kind]]:
    """Every answer to a question that says something else, with its kind; None is unknown.

    Of two options the order does not matter.
    """
    every, best = range(len(framework.strategies)), best_points(question)
    options = {
        option.id: [unit * option.points.get(strategy.id, 0) for strategy in framework.strategies]
        for option in question.options
    }
    # By leader and rival: how far ahead the leader is at least, whatever the option.
    least = [[min(o[a] - o[b] for o in options.values()) for b in every] for a in every]

    def kind(picks: Sequence[str], *, known: bool = True) -> Kind:
        points = tuple(sum(options[pick][n] for pick in picks) // len(picks) for n in every)
        swings = tuple(tuple(points[a] - points[b] - least[a][b] for b in every) for a in every)
        return Kind(known, len(options), best, points, swings)

    yield None, kind(list(options), known=False)
    for count in range(1, MOST_PICKS + 1):
        for picks in combinations(options, count):
            yield Answer(picks), kind(picks)
