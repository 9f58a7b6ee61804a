"""Text that stands for itself in Markdown."""

import re

from cd360_cli.texts.wording import visible

_MARKS = re.compile(r"[\\`*_\[\]<>#|~]|&(?=#?\w+;)")
_OPENING_MARKS = re.compile(r"^(\d+(?=[.)](\s|$))|(?=[+-]))")
"""What Markdown would take for its own: anywhere, and at the beginning of a paragraph."""


def escaped(text: str) -> str:
    """The text on one line, its characters standing for themselves in Markdown."""
    line = visible(" ".join(text.split()))
    return _OPENING_MARKS.sub(r"\g<0>\\", _MARKS.sub(r"\\\g<0>", line))
