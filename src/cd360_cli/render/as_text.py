"""The recommendation on a screen: its parts, top to bottom."""

from rich.console import Console

from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation
from cd360_cli.render import text_advice, text_journey, text_strategies, text_verdict
from cd360_cli.render.page import Page, put


def show(
    result: Recommendation,
    framework: Framework,
    language: str,
    console: Console,
    *,
    pictures: bool,
) -> None:
    """Print the recommendation on `console`, with pictures made of characters or without."""
    page = Page(result, framework, language, console, pictures=pictures)
    for part in (text_verdict, text_strategies, text_journey, text_advice):
        for line in part.parts(page):
            put(console, line, page.width)
