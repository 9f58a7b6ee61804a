"""`cd360 framework show`: what the framework holds, as a tree or one entry in full."""

from pathlib import Path

from cd360_cli import framework_file
from cd360_cli.language import spoken
from cd360_cli.problems import Problem, Refused, nearest
from cd360_cli.render import knowledge
from cd360_cli.render.page import WIDEST, screen


def run(id: str | None, *, framework: Path | None, asked: str | None) -> None:
    """Print the tree or, with an id, all that the framework says under it."""
    known = framework_file.load(framework).framework
    language = spoken(asked, "", known.languages)
    shown = knowledge.tree(known, language) if id is None else knowledge.entry(known, id, language)
    if shown is None:
        guess = nearest(str(id), knowledge.ids(known))
        raise Refused(
            "framework", [Problem("unknown-id", values={"found": str(id)}, nearest=guess)]
        )
    console = screen()
    console.print(shown, width=min(console.width, WIDEST))
