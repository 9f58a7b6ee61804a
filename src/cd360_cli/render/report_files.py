"""The report as a file: HTML and Markdown by template, the wheel alone as SVG.

Jinja escapes all that a template shows; what a template shows is first made visible, so that no
character of somebody's text steers whoever reads it.
"""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from cd360_cli import __version__
from cd360_cli.pictures.strip import strip
from cd360_cli.render.colours import BY_NAME, DARK, LIGHT
from cd360_cli.render.markdown import escaped
from cd360_cli.render.report import MARK, Report
from cd360_cli.render.templates import TEXT_SIGN, Say, environment, shown
from cd360_cli.texts import report as own
from cd360_cli.texts import result

_BLANKS = re.compile(r"\n{3,}")


def as_html(report: Report) -> str:
    """The report as one self-contained page."""
    return _rendered("report.html", shown, report)


def as_markdown(report: Report) -> str:
    """The report as Markdown, its pictures in words."""
    return _BLANKS.sub("\n\n", _rendered("report.md", _escaped, report)).rstrip("\n") + "\n"


def as_svg(report: Report) -> str:
    """The journey wheel alone; side by side where two strategies may lead."""
    return _rendered("wheels.svg", shown, report)


RENDERERS = {".html": as_html, ".md": as_markdown, ".svg": as_svg}
"""The report as a text, by the suffix of its file."""


def _rendered(template: str, finalize: Callable[[Any], Any], report: Report) -> str:
    language = report.language
    return (
        environment(finalize)
        .get_template(template)
        .render(
            report=report,
            say=Say(own, language),
            result=Say(result, language),
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


def _escaped(value: Any) -> Any:
    """A value as it goes into Markdown. Escaping it for HTML as well would spoil it."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(escaped(value))
