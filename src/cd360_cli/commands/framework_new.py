"""`cd360 framework new`: start an own framework from a small sound one."""

from pathlib import Path

from cd360_cli import streams
from cd360_cli.files import STANDARD_STREAM, content_of, write_whole
from cd360_cli.framework_file import bundled
from cd360_cli.language import LANGUAGES, spoken
from cd360_cli.texts import framework as say

TEMPLATE = "template.yaml"


def run(file: Path, *, asked: str | None) -> None:
    """Write the template to `file`, or print it where that is `-`.

    Raises `Refused` where there is a file already.
    """
    template = content_of(bundled(TEMPLATE), "framework").decode()
    if str(file) == STANDARD_STREAM:
        streams.result(template)
        return
    write_whole(file, template, "framework", new=True)
    language = spoken(asked, "", LANGUAGES)
    streams.tell(say.WRITTEN.say(language).format(file=file))
