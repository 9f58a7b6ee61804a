"""The report as a file: HTML and Markdown by template, the wheel alone as SVG.

Jinja escapes all that a template shows; what a template shows is first made visible, so that no
character of somebody's text steers whoever reads it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cd360_cli import __version__
from cd360_cli.pictures.strip import strip
from cd360_cli.render.colours import BY_NAME, DARK, LIGHT
from cd360_cli.render.markdown import escaped
from cd360_cli.render.report import MARK, Report
from cd360_cli.texts import report as own
from cd360_cli.texts import result
from cd360_cli.texts.wording import visible

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""The only invisible characters that writing needs: they join the letters of some scripts."""

TEXT_SIGN = "\N{VARIATION SELECTOR-15}"
"""Keeps a sign from being shown as a coloured picture."""

_WHITE = re.compile(r"[ \t-\r]+")
_BLANKS = re.compile(r"\n{3,}")


def as_html(report: Report) -> str:
    """The report as one self-contained page."""
    return _rendered("report.html", _shown, report)


def as_markdown(report: Report) -> str:
    """The report as Markdown, its pictures in words."""
    return _BLANKS.sub("\n\n", _rendered("report.md", _escaped, report)).rstrip("\n") + "\n"


def as_svg(report: Report) -> str:
    """The journey wheel alone; side by side where two strategies may lead."""
    return _rendered("wheels.svg", _shown, report)


RENDERERS = {".html": as_html, ".md": as_markdown, ".svg": as_svg}
"""The report as a text, by the suffix of its file."""


class _Say:
    """The sentences of a module by name, in one language."""

    def __init__(self, texts: Any, language: str) -> None:
        self._texts, self._language = texts, language

    def __getattr__(self, name: str) -> str:
        text: str = getattr(self._texts, name).say(self._language)
        return text


def _rendered(template: str, finalize: Callable[[Any], Any], report: Report) -> str:
    language = report.language
    return (
        _environment(finalize)
        .get_template(template)
        .render(
            report=report,
            say=_Say(own, language),
            result=_Say(result, language),
            version=__version__,
            light=LIGHT,
            dark=DARK,
            ink=LIGHT if template.endswith(".svg") else BY_NAME,
            mark=MARK,
            text_sign=TEXT_SIGN,
            strip=strip(
                [figure.picture.view for figure in report.wheels],
                [figure.title for figure in report.wheels] if len(report.wheels) > 1 else (),
            ),
        )
    )


@cache
def _environment(finalize: Callable[[Any], Any]) -> Environment:
    return Environment(
        loader=PackageLoader("cd360_cli"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: Any) -> Any:
    """A value as it goes into HTML or SVG: no character that is invisible, or forbidden in XML."""
    if isinstance(value, float):
        return f"{value:g}"
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    line = _WHITE.sub(" ", value).strip()
    return "".join(c if c in JOINERS + TEXT_SIGN else visible(c) for c in line)


def _escaped(value: Any) -> Any:
    """A value as it goes into Markdown. Escaping it for HTML as well would spoil it."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(escaped(value))
