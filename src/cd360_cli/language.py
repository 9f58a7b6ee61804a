"""Which language to speak: the one asked for, or the one of the locale."""

import os
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

LANGUAGES = ("en", "nl")
"""The languages of the tool's own sentences; the first speaks where another is missing."""


class Unspoken(ValueError):  # noqa: N818 - it says what happened, as a name should
    """A language was asked for that nothing speaks here."""

    def __init__(self, asked: str, known: Sequence[str]) -> None:
        self.asked = asked
        self.known = tuple(known)
        super().__init__(asked)


def spoken(asked: str | None, written: str, known: Sequence[str]) -> str:
    """The language to speak, of those `known`.

    The one asked for; else the one that the assessment was `written` in; else the locale's; else
    the first. Raises `Unspoken` when another was asked for.
    """
    require(asked, known)
    wanted = (written, from_locale(os.environ))
    return asked or next((language for language in wanted if language in known), known[0])


def require(asked: str | None, known: Sequence[str]) -> None:
    """Raise `Unspoken` where neither the framework (`known`) nor the tool speaks a language."""
    speakable = tuple(dict.fromkeys((*known, *LANGUAGES)))
    if asked is not None and asked not in speakable:
        raise Unspoken(asked, speakable)


def of_command_line(words: Sequence[str], written: str = "") -> str:
    """The language to speak before and around a command, such as in its help.

    The last of the tool's languages that `--lang` asks for among the words typed; else the one
    that something was `written` in, where there is such a thing; else the locale's.
    """
    asked = [
        word.removeprefix("--lang=")
        for before, word in pairwise(["", *words])
        if before == "--lang" or word.startswith("--lang=")
    ]
    known = [word for word in (written, *asked) if word in LANGUAGES]
    return known[-1] if known else from_locale(os.environ)


def from_locale(environment: Mapping[str, str]) -> str:
    """The language that the locale variables name, in their order of precedence."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name, ""):
            found = re.match(r"[a-z]{2}(?![a-z])", value.lower())
            return found[0] if found else LANGUAGES[0]
    return LANGUAGES[0]
