"""`cd360 report`: the recommendation as files to show or to keep."""

from collections.abc import Sequence
from pathlib import Path

from cd360_cli import case_files, framework_file
from cd360_cli.commands import outputs
from cd360_cli.commands.recommend import read
from cd360_cli.files import STANDARD_STREAM
from cd360_cli.framework_file import Loaded
from cd360_cli.language import require, spoken
from cd360_cli.recommendation import Recommendation, recommend

SUFFIXES = (".html", ".md", ".json", ".svg")
"""What can be written, by the suffix of the path."""


def run(file: str, outs: Sequence[Path], *, framework: Path | None, asked: str | None) -> None:
    """Write the recommendation for the assessment in `file` to each path, by its suffix.

    All of it is rendered before any of it is written. Raises `Refused` where a suffix says nothing
    or a path is one that is read from.
    """
    outputs.check(outs, SUFFIXES, (None if file == STANDARD_STREAM else Path(file), framework))
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    assessment = read(file, loaded.framework)
    language = spoken(asked, assessment.language, loaded.framework.languages)
    result = recommend(loaded.framework, assessment, case_files.load(loaded))
    texts = [_text(outputs.suffix(out), result, loaded, language) for out in outs]
    outputs.write(outs, texts, language)


def _text(suffix: str, result: Recommendation, loaded: Loaded, language: str) -> str:
    """What is written under a suffix. Only what that needs is loaded."""
    if suffix == ".json":
        from cd360_cli.render import as_json

        return as_json.render(result, loaded, language)
    from cd360_cli.render import report, report_files

    return report_files.RENDERERS[suffix](report.report(result, loaded, language))
