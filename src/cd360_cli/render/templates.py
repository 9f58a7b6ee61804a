"""Files from templates: Jinja escapes all that a template shows.

What it shows is first made visible, so that no character of somebody's text steers whoever reads
it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from cd360_cli import __version__
from cd360_cli.render.colours import BY_NAME, DARK, LIGHT
from cd360_cli.texts.wording import visible

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""The only invisible characters that writing needs: they join the letters of some scripts."""

_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b", re.ASCII)
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


class Say:
    """The sentences of a module by name, in one language."""

    def __init__(self, texts: Any, language: str) -> None:
        self._texts, self._language = texts, language

    def __getattr__(self, name: str) -> str:
        text: str = getattr(self._texts, name).say(self._language)
        return text


def undivided(value: str) -> Markup:
    """A text as it goes into HTML, with its dates marked: they would break at their hyphens."""
    return Markup(_DATE.sub(r"<time>\g<0></time>", str(escape(shown(value)))))


@cache
def environment(finalize: Callable[[Any], Any] = shown) -> Environment:
    """Where the templates are found, and what becomes of each value that they show."""
    found = Environment(
        loader=PackageLoader("cd360_cli"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["undivided"] = undivided
    return found


def page(template: str, page: Any, mark: str, **texts: Any) -> str:
    """A page that stands by itself: what it shows, and modules of sentences by name.

    `mark` stands for what is emphasised; `page` has a `language`.
    """
    say = {name: Say(module, page.language) for name, module in texts.items()}
    return (
        environment()
        .get_template(template)
        .render(
            page=page,
            version=__version__,
            light=LIGHT,
            dark=DARK,
            ink=BY_NAME,
            mark=mark,
            text_sign=TEXT_SIGN,
            **say,
        )
    )
