"""`cd360 recommend`: compute from answers that are there."""

import sys
from pathlib import Path

from cd360_cli import assessment_file, case_files, framework_file, streams
from cd360_cli.assessment import Assessment
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.language import require, spoken
from cd360_cli.recommendation import recommend

STANDARD_INPUT = "-"


def run(file: str, *, framework: Path | None, asked: str | None, as_json: bool) -> None:
    """Print the recommendation for the assessment in `file`, in the language asked or its own."""
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    assessment = read(file, loaded.framework)
    language = spoken(asked, assessment.language, loaded.framework.languages)
    show(assessment, loaded, language, as_json=as_json)


def read(file: str, framework: Framework) -> Assessment:
    """The assessment in a file, or on standard input for `-`. Raises `Refused`."""
    if file == STANDARD_INPUT:
        return assessment_file.parse(sys.stdin.buffer.read(), "<stdin>", framework)
    return assessment_file.load(Path(file), framework)


def show(assessment: Assessment, loaded: Loaded, language: str, *, as_json: bool) -> None:
    """Print the recommendation, as JSON or for a reader."""
    result = recommend(loaded.framework, assessment, case_files.load(loaded))
    if as_json:
        from cd360_cli.render import as_json as document

        streams.result(document.render(result, loaded, language))
        return
    from rich.console import Console

    from cd360_cli.render import as_text

    as_text.show(result, loaded.framework, language, Console(highlight=False, emoji=False))
