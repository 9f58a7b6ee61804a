"""`cd360 code`: all answers as one short code."""

from pathlib import Path

from cd360_cli import framework_file, streams
from cd360_cli.answer_code import encode
from cd360_cli.commands.recommend import read
from cd360_cli.language import require


def run(file: str, *, framework: Path | None, asked: str | None) -> None:
    """Print the code of the answers in `file`, alone on one line."""
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    streams.result(encode(loaded.framework, read(file, loaded.framework)) + "\n")
