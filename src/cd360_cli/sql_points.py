"""The steps of the SQL from the counts of answers to the points of every strategy."""

from collections.abc import Iterator

from cd360_cli.answer_kinds import AnswerKinds
from cd360_cli.sql_dialect import Dialect, Step, added, case, greatest, times


def points_steps(kinds: AnswerKinds, strategies: int, dialect: Dialect) -> Iterator[Step]:
    """The steps, in order. They yield, among others:

    `count_L_K`  how many answers in a lens are of a kind
    `times_L`    what a point in a lens is worth; `per_100`: the points that make a score of 100
    `points_S`   the points of a strategy, `kinds.unit` for each of `shares`
    """
    yield Step("counted", dict(_counts(kinds, dialect)))
    yield Step("weighed", dict(_bests(kinds)))
    # Where all that a product is made of is small, an engine would take 32 bits to be enough.
    common = f"CAST({_least_common(kinds, dialect)} AS BIGINT)"
    yield Step("shared", {"common": common, "shares": _shares(kinds)})
    yield Step("scaled", dict(_scales(kinds, dialect)))
    yield Step("pointed", dict(_points(kinds, strategies)))


def counted(kinds: AnswerKinds, lens: int, values: Iterator[int] | list[int]) -> str:
    """The sum over the answers in a lens of a value that each kind has."""
    return added(times(value, f"count_{lens}_{k}") for k, value in enumerate(values) if value)


def _counts(kinds: AnswerKinds, dialect: Dialect) -> Iterator[tuple[str, str]]:
    for n, lens in enumerate(kinds.lenses):
        for k in range(len(lens.kinds)):
            word, at = lens.place(k)
            yield f"count_{n}_{k}", dialect.field(f"lens_{n}_{word}", at, lens.width)


def _bests(kinds: AnswerKinds) -> Iterator[tuple[str, str]]:
    for n, lens in enumerate(kinds.lenses):
        yield f"best_{n}", counted(kinds, n, [k.best // kinds.shared for k in lens.kinds])
    for name, known in (("answered", [True]), ("applicable", [True, False])):
        yield (
            name,
            added(
                counted(kinds, n, [int(kind.known in known) for kind in lens.kinds])
                for n, lens in enumerate(kinds.lenses)
            ),
        )


def _least_common(kinds: AnswerKinds, dialect: Dialect) -> str:
    """The least common multiple of the lenses' best points: of each prime the highest power."""
    most = [lens.best // kinds.shared for lens in kinds.lenses]
    factors = [
        greatest([_power(f"best_{n}", prime, best, dialect) for n, best in enumerate(most)])
        for prime in _primes(max(most))
    ]
    return " * ".join([str(kinds.shared), *factors])


def _primes(most: int) -> list[int]:
    return [n for n in range(2, most + 1) if all(n % k for k in range(2, n))]


def _power(number: str, prime: int, most: int, dialect: Dialect) -> str:
    """The highest power of a prime that divides a number, which is at most `most`; of 0 it is 1."""
    powers = [p for e in range(1, most.bit_length() + 1) if (p := prime**e) <= most]
    # Several engines are quicker at this than at what is left after division.
    dividing = [
        (f"{power} * {dialect.divided(number, power)} = {number}", power)
        for power in reversed(powers)
    ]
    return case([(f"{number} = 0", 1), *dividing], 1) if dividing else "1"


def _shares(kinds: AnswerKinds) -> str:
    """In how many parts a point is divided: what halves and means over the options make whole."""
    sizes = sorted({kind.options for lens in kinds.lenses for kind in lens.kinds})
    if len(sizes) == 1:
        return str(kinds.unit)
    factors = [
        greatest([str(_part(prime, 2)), *(_present(kinds, prime, size) for size in sizes)])
        for prime in _primes(kinds.unit)
        if kinds.unit % prime == 0
    ]
    return " * ".join(factors)


def _present(kinds: AnswerKinds, prime: int, size: int) -> str:
    """The highest power of a prime in a number of options, if a question with so many applies."""
    of_size = added(
        counted(kinds, n, [int(kind.options == size) for kind in lens.kinds])
        for n, lens in enumerate(kinds.lenses)
    )
    return case([(f"{of_size} > 0", _part(prime, size))], 1)


def _part(prime: int, number: int) -> int:
    """The highest power of a prime that divides a number."""
    return prime * _part(prime, number // prime) if number % prime == 0 else 1


def _scales(kinds: AnswerKinds, dialect: Dialect) -> Iterator[tuple[str, str]]:
    weights = [(n, lens.lens.weight) for n, lens in enumerate(kinds.lenses) if lens.lens.weight]
    for n, weight in weights:
        best = times(kinds.shared, f"GREATEST(best_{n}, 1)")
        yield f"times_{n}", times(weight, dialect.divided("common", f"({best})"))
    applying = [case([(f"best_{n} > 0", weight)], 0) for n, weight in weights]
    yield "per_100", f"common * shares * ({added(applying)})"


def _points(kinds: AnswerKinds, strategies: int) -> Iterator[tuple[str, str]]:
    for s in range(strategies):
        of_lenses = [
            (n, counted(kinds, n, [kind.points[s] for kind in lens.kinds]))
            for n, lens in enumerate(kinds.lenses)
            if lens.lens.weight
        ]
        yield f"points_{s}", added(f"times_{n} * ({points})" for n, points in of_lenses)
