"""What is wrong with an input, in terms of that input; an edge adds the line and the words."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Literal, NamedTuple

Place = tuple[str | int, ...]
"""Keys and list positions that lead from the top of a document to a value."""

Subject = Literal["assessment", "framework", "usage"]


class Problem(NamedTuple):
    """One thing wrong with an input.

    `kind` is the key of its sentence in `texts.problems`; `values` fill that sentence;
    `nearest` is the right spelling closest to what was found, or empty; `line` (from 1) is known
    only to who read the file. `source` names the file where several are looked at together.
    """

    kind: str
    at: Place = ()
    values: Mapping[str, str] = MappingProxyType({})
    nearest: str = ""
    line: int | None = None
    source: str = ""


class Refused(Exception):  # noqa: N818 - it says what happened, as a name should
    """An input that cannot be used, with every problem found in it.

    `language` is the one that the input says it is written in, where it says so.
    """

    def __init__(
        self, subject: Subject, problems: Iterable[Problem], source: str = "", language: str = ""
    ) -> None:
        self.language = language
        self.subject = subject
        self.problems = tuple(problems)
        self.source = source
        super().__init__(f"{subject} {source}: {len(self.problems)} problem(s)")


def locate(
    problem: Problem, line: Callable[[Place], int | None], trail: Callable[[Place], str]
) -> Problem:
    """The problem with the line of its place, and the place itself in words."""
    where = trail(problem.at)
    return problem._replace(line=problem.line or line(problem.at), at=(where,) if where else ())


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty string."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def unknown(kind: str, at: Place, word: str, known: Iterable[str]) -> Problem:
    """A reference to something that does not exist, with what does and the closest of it."""
    names = list(known)
    values = {"found": word, "expected": ", ".join(names) or "-"}
    return Problem(kind, at, values, nearest=nearest(word, names))
