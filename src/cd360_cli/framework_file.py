"""Where the framework lives: the bundled one, or the user's own file."""

import json
from binascii import crc32
from pathlib import Path
from typing import NamedTuple

from cd360_cli.document import Document, read
from cd360_cli.files import content_of
from cd360_cli.framework import Framework
from cd360_cli.problems import Problem, Refused, locate
from cd360_cli.shape import reader

NAME = "framework.yaml"
COMPILED = "framework.json"
_PACKAGE = Path(__file__).parent
_HOMES = (_PACKAGE / "data", _PACKAGE.parents[1] / "data")
"""In an installed package, and in a checkout."""


class Loaded(NamedTuple):
    """A framework with the name and the SHA-256 of the file that it was read from."""

    framework: Framework
    source: str
    sha256: str


def load(path: Path | None = None) -> Loaded:
    """The framework in `path`, or the bundled one. Raises `Refused` with every problem in it."""
    source = path or bundled(NAME)
    content = content_of(source, "framework")
    if path is None and (compiled := _compiled(content, str(source))) is not None:
        return compiled
    from cd360_cli.framework_check import framework_of

    document = read(content, str(source), "framework")
    try:
        return Loaded(framework_of(document.data), str(source), _sha256(content))
    except Refused as refused:
        raise located(refused, document) from None


def is_bundled(loaded: Loaded) -> bool:
    """Whether this is the framework that comes with the tool."""
    return any(loaded.source == str(home / NAME) for home in _HOMES)


def bundled(name: str) -> Path:
    """A file of `data/`, in the installed package or in the checkout."""
    for home in _HOMES:
        if (home / name).exists():
            return home / name
    raise Refused("framework", [Problem("missing-file")], str(_HOMES[0] / name))


def compile_framework(home: Path) -> Loaded:
    """Write `framework.json` beside the `framework.yaml` in `home`: as read, with its digest."""
    content = (home / NAME).read_bytes()
    document = read(content, NAME, "framework")
    from cd360_cli.framework_check import framework_of

    framework = framework_of(document.data)
    digest = _sha256(content)
    compiled = {"stamp": stamp(content), "sha256": digest, "framework": document.data}
    text = json.dumps(compiled, ensure_ascii=False, separators=(",", ":"))
    (home / COMPILED).write_text(text, encoding="utf-8")
    return Loaded(framework, str(home / NAME), digest)


def stamp(*contents: bytes) -> str:
    """What a compiled file keeps of those that it was made of, to tell whether one was edited.

    Their length and CRC-32: a SHA-256, which results name, takes longer to load than to reckon.
    """
    whole = b"".join(contents)
    return f"{len(whole)}-{crc32(whole):08x}"


def _compiled(content: bytes, source: str) -> Loaded | None:
    """The framework compiled from the YAML with this content: read in a fraction of the time.

    It was checked when it was compiled, so it is only built here.
    """
    for home in _HOMES:
        try:
            compiled = json.loads((home / COMPILED).read_bytes())
        except (OSError, ValueError):
            continue
        if compiled.get("stamp") == stamp(content):
            framework = reader(Framework)(compiled["framework"], (), [])
            return Loaded(framework, source, compiled["sha256"])
    return None


def _sha256(content: bytes) -> str:
    from hashlib import sha256

    return sha256(content).hexdigest()


def located(refused: Refused, document: Document) -> Refused:
    """The same refusal with the file's name, and each problem with its line and place in words."""
    problems = [locate(problem, document.line, document.trail) for problem in refused.problems]
    written = document.data.get("language") if type(document.data) is dict else None
    language = written if type(written) is str else ""
    return Refused(refused.subject, problems, document.name, language)
