"""Points of many respondents, by adding one whole number an answer.

The number of an answer to a strategy question has a field for all that is summed:

    worth     1 where it is known; 1 where the question applies, its best points by lens, and 1 by
              its number of options: together these decide what points in a lens are worth
    points    by lens and strategy those it gives, times what makes halves and means whole
    swings    by leader and rival: 1 in the field of how far another answer would close their gap

A respondent is the sum of his answers. What is read from it by strategy is a standing: the points,
and below them a few bits that are the higher, the earlier a strategy stands in the framework, so
that the standings of a respondent are ordered as his strategies are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, permutations
from math import gcd, lcm, prod
from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, MOST_PICKS, Answer
from cd360_cli.framework import Framework, Question
from cd360_cli.lanes import packed, splitter, width_for
from cd360_cli.scoring import best_points

_UNKNOWN = Answer((DONT_KNOW,))


class Field(NamedTuple):
    """Bits of a number that hold a smaller one."""

    at: int
    mask: int

    def read(self, number: int) -> int:
        """The smaller number."""
        return number >> self.at & self.mask


class Worth(NamedTuple):
    """What the answers known and the questions that apply make of points and swings.

    `times` are what the points of each lens are multiplied by to count in a standing, all in one
    number. That brings them to the `scale`: how many make a score of 100 when divided by how many.
    `swings` are the fields of swings, as place and mask, with their width to the same scale, the
    `widest` first.
    """

    answered: int
    applicable: int
    times: int
    scale: tuple[int, int]
    swings: tuple[tuple[int, int, int], ...]
    widest: int


class PointNumbers:
    """The numbers of answers to a framework's strategy questions, and how to read their sums."""

    def __init__(self, framework: Framework) -> None:
        self._strategies = tuple(s.id for s in framework.strategies)
        self._asked = {q.id: (lens.id, q) for lens, q in framework.strategy_questions}
        self._weight = {lens.id: lens.weight for lens, _ in framework.strategy_questions}
        self._numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        self._swings: dict[tuple[str, int], Field] = {}
        self._end = 0
        self._lay_out_worth()
        self._lay_out_points()
        self._lay_out_swings()

    def number(self, question: str, answer: Answer | None) -> int:
        """The number of an answer, None where the question was not answered."""
        answer = answer or _UNKNOWN
        key = (question, answer.picks)
        if key not in self._numbers:
            self._numbers[key] = self._worked_out(*self._asked[question], answer)
        return self._numbers[key]

    def unknown(self, question: str, answer: Answer | None) -> int:
        """Only the swings of an answer that is unknown; of any other nothing."""
        if answer and answer.known:
            return 0
        return self.number(question, answer) >> self._swings_at << self._swings_at

    def worth(self, number: int) -> Worth:
        """What the fields of `worth_mask` in a sum say."""
        best = {lens: field.read(number) for lens, field in self._best.items()}
        common = lcm(*filter(None, best.values()))
        times = {lens: self._weight[lens] * common // b for lens, b in best.items() if b}
        sizes = [size for size, field in self._sizes.items() if field.read(number)]
        shares = lcm(MOST_PICKS, *sizes)
        weight = sum(self._weight[lens] for lens in times)
        swings = [
            (width * times[lens], field)
            for (lens, width), field in self._swings.items()
            if times.get(lens)
        ]
        swings.sort(key=lambda swing: -swing[0])
        return Worth(
            self._answered.read(number),
            self._applicable.read(number),
            sum(each << self._times[lens] + self.order_bits for lens, each in times.items()),
            (common * shares * weight, self._unit // shares),
            tuple((at - self._swings_at, mask, width) for width, (at, mask) in swings),
            max((width for width, _ in swings), default=0),
        )

    def _field(self, most: int) -> Field:
        """Bits for numbers up to `most`, above all others."""
        at = self._end
        self._end += most.bit_length()
        return Field(at, (1 << most.bit_length()) - 1)

    def _lay_out_worth(self) -> None:
        many = len(self._asked)
        self._answered = self._field(many)
        self._applicable = self._field(many)
        self._best = {
            id: self._field(sum(best_points(q) for lens, q in self._asked.values() if lens == id))
            for id in self._weight
        }
        sizes = {len(question.options) for _, question in self._asked.values()}
        self._sizes = {size: self._field(many) for size in sorted(sizes)}
        self.worth_mask = (1 << self._end) - 1

    def _lay_out_points(self) -> None:
        bests = [best_points(question) for _, question in self._asked.values()]
        self._unit = lcm(MOST_PICKS, *self._sizes)
        # No lens's best is more than the sum of all, and each is a multiple of what they share.
        common = gcd(*bests) * prod(field.mask // gcd(*bests) + 1 for field in self._best.values())
        most = common * self._unit * sum(self._weight.values())
        # Points of one lens are multiplied by the times of another too, and must not run over.
        most *= max(field.mask for field in self._best.values()) // gcd(*bests)
        count = len(self._strategies)
        self.order_bits = (count - 1).bit_length()
        width = width_for((most + 1) << self.order_bits)
        self._width, block, many = width, count * width, len(self._weight)
        places = range(0, many * block, block)
        self._points = {lens: self._end + at for lens, at in zip(self._weight, places, strict=True)}
        self._times = dict(zip(self._weight, reversed(places), strict=True))
        self.standings = _weighing(self._end, count, width, many)
        self._end += many * block

    def _lay_out_swings(self) -> None:
        """By leader and rival a field for every lens and width: those of the first rival, and how
        far apart the rivals and the leaders are.
        """
        self._swings_at = start = self._end
        for lens in self._weight:
            questions = [question for of, question in self._asked.values() if of == lens]
            widths = {width for question in questions for width in self._possible_swings(question)}
            for width in sorted(widths - {0}):
                self._swings[lens, width] = self._field(len(questions))
        self._rival_bits = self._end - start
        self.swings_mask = (1 << self._rival_bits) - 1
        every = range(len(self._strategies))
        places = {
            pair: start + n * self._rival_bits for n, pair in enumerate(permutations(every, 2))
        }
        self.between = [[places.get((leader, rival), 0) for rival in every] for leader in every]
        """Where the swings between a leader and a rival begin."""

    def _possible_swings(self, question: Question) -> Iterator[int]:
        ids = [option.id for option in question.options]
        picks = [*combinations(ids, 1), *combinations(ids, MOST_PICKS)]
        for answer in (_UNKNOWN, *map(Answer, picks)):
            yield from self._swings_of(question, answer)

    def _worked_out(self, lens: str, question: Question, answer: Answer) -> int:
        if not answer.applies:
            return 0
        number = answer.known << self._answered.at
        number |= 1 << self._applicable.at | 1 << self._sizes[len(question.options)].at
        number |= best_points(question) << self._best[lens].at
        for n, points in enumerate(self._points_of(question, answer)):
            number |= points << self._points[lens] + n * self._width
        for n, width in enumerate(self._swings_of(question, answer)):
            if width:
                number |= 1 << self._swings[lens, width].at + n * self._rival_bits
        return number

    def _points_of(self, question: Question, answer: Answer) -> list[int]:
        """By strategy, `unit` times."""
        picks = answer.picks if answer.known else tuple(question.choices)
        share = self._unit // len(picks)
        return [share * sum(question.points(p, s) for p in picks) for s in self._strategies]

    def _swings_of(self, question: Question, answer: Answer) -> Iterator[int]:
        """By leader and rival, how far another answer would close their gap."""
        points = self._points_of(question, answer)
        others = [self._points_of(question, Answer((o.id,))) for o in question.options]
        for leader, rival in permutations(range(len(points)), 2):
            least = min(other[leader] - other[rival] for other in others)
            yield points[leader] - points[rival] - least


def _weighing(
    at: int, count: int, width: int, lenses: int
) -> Callable[[Iterable[int], Iterable[int]], list[Sequence[int]]]:
    """What reads standings from sums with points at some place, and the times they are worth.

    Points by lens and their times, in opposite order, are multiplied as two whole numbers: in the
    middle of the product stands what all points come to, each lens's times its own.
    """
    split, block = splitter(count, width), count * width
    every, one, middle = (1 << lenses * block) - 1, (1 << block) - 1, (lenses - 1) * block
    order = int.from_bytes(packed(range(count)[::-1], width), "little")
    return lambda numbers, times: [
        split(((number >> at & every) * worth >> middle & one) + order)
        for number, worth in zip(numbers, times, strict=True)
    ]
