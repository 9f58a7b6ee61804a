"""Files that a command is asked to write, each as what its name ends in."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cd360_cli import streams
from cd360_cli.files import write_whole
from cd360_cli.problems import Problem, Refused, unknown
from cd360_cli.texts import report as say
from cd360_cli.texts.wording import visible


def check(outs: Sequence[Path], suffixes: Sequence[str], inputs: Iterable[Path | None]) -> None:
    """Raise `Refused` where a suffix says nothing, or a path is read from or named twice."""
    read = [path for path in inputs if path is not None and os.path.exists(path)]
    problems = [problem for out in outs for problem in _problems(out, suffixes, read)]
    places = [os.path.realpath(out) for out in outs]
    twice = [out for n, out in enumerate(outs) if places[n] in places[:n]]
    if problems or twice:
        problems += [Problem("named-twice", (str(out),)) for out in twice]
        raise Refused("usage", problems, "-o")


def _problems(out: Path, suffixes: Sequence[str], inputs: Sequence[Path]) -> Iterator[Problem]:
    """Why nothing can be written to this path."""
    at = (str(out),)
    if suffix(out) == ".pdf":
        yield Problem("print-it", at)
    elif suffix(out) not in suffixes:
        yield unknown("unknown-suffix", at, suffix(out), suffixes)
    elif os.path.exists(out) and any(out.samefile(path) for path in inputs):
        yield Problem("read-from", at)


def suffix(out: Path) -> str:
    """What a name ends in, in lower case."""
    return out.suffix.lower()


def write(outs: Sequence[Path], texts: Sequence[str], language: str) -> None:
    """Write each text to its path, whole or not at all, and tell so."""
    for out, text in zip(outs, texts, strict=True):
        write_whole(out, text, "usage")
        streams.tell(visible(say.WRITTEN.say(language).format(file=out)))
