"""`cd360 framework new`: start an own framework from a small sound one."""

from pathlib import Path

from cd360_cli import streams
from cd360_cli.files import content_of, write_whole
from cd360_cli.framework_file import bundled
from cd360_cli.language import LANGUAGES, spoken
from cd360_cli.texts import framework as say

TEMPLATE = "template.yaml"


def run(file: Path, *, asked: str | None) -> None:
    """Write the template to `file`. Raises `Refused` where there is a file already."""
    template = content_of(bundled(TEMPLATE), "framework").decode()
    write_whole(file, template, "framework", new=True)
    language = spoken(asked, "", LANGUAGES)
    streams.tell(say.WRITTEN.say(language).format(file=file))
