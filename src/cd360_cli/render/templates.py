"""Files from templates: Jinja escapes all that a template shows.

What it shows is first made visible, so that no character of somebody's text steers whoever reads
it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cd360_cli.texts.wording import visible

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""The only invisible characters that writing needs: they join the letters of some scripts."""

_WHITE = re.compile(r"[ \t-\r]+")

TEXT_SIGN = "\N{VARIATION SELECTOR-15}"
"""Keeps a sign from being shown as a coloured picture."""


def shown(value: Any) -> Any:
    """A value as it goes into HTML or SVG: no character that is invisible, or forbidden in XML."""
    if isinstance(value, float):
        return f"{value:g}"
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    line = _WHITE.sub(" ", value).strip()
    return "".join(c if c in JOINERS + TEXT_SIGN else visible(c) for c in line)


@cache
def environment(finalize: Callable[[Any], Any] = shown) -> Environment:
    """Where the templates are found, and what becomes of each value that they show."""
    return Environment(
        loader=PackageLoader("cd360_cli"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
