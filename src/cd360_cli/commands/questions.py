"""`cd360 questions`: the whole questionnaire, for paper or a form."""

from pathlib import Path

from cd360_cli import framework_file, streams
from cd360_cli.language import spoken
from cd360_cli.render import questionnaire

FORMS = {
    "markdown": questionnaire.as_markdown,
    "csv": questionnaire.as_csv,
    "json": questionnaire.as_json,
}


def run(*, framework: Path | None, asked: str | None, form: str) -> None:
    """Print the questionnaire in one of `FORMS`."""
    loaded = framework_file.load(framework)
    language = spoken(asked, "", loaded.framework.languages)
    streams.result(FORMS[form](loaded.framework, language))
