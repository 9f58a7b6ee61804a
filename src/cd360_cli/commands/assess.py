"""`cd360 assess`: ask what is still to be asked, save every answer, then show the result."""

import sys
from datetime import date
from pathlib import Path

from cd360_cli import assessment_file, framework_file, interview_lines, streams
from cd360_cli.assessment import FORMAT, Assessment, FrameworkName
from cd360_cli.commands import recommend
from cd360_cli.framework_file import Loaded, is_bundled
from cd360_cli.interview import start
from cd360_cli.language import require, spoken
from cd360_cli.shape import Date
from cd360_cli.texts import interview as say


def run(
    file: Path | None,
    *,
    framework: Path | None,
    asked: str | None,
    as_json: bool,
    plain: bool,
    quick: bool,
) -> None:
    """Start or resume the assessment in `file`, in the language asked or its own.

    A quick one asks only what can still change the outcome, and the questions marked quick.
    """
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    assessment = (
        assessment_file.load(file, loaded.framework) if file is not None and file.exists() else None
    )
    written = assessment.language if assessment else ""
    language = spoken(asked, written, loaded.framework.languages)
    if assessment is None or not start(loaded.framework, assessment, quick=quick).done:
        if not plain and not sys.stdin.isatty():
            some = file or say.A_FILE.say(language)
            streams.tell(say.NO_TERMINAL.say(language).format(file=some))
            raise SystemExit(streams.USAGE)
        assessment = _ask(file, assessment, loaded, language, quick=quick)
    recommend.show(assessment, loaded, language, as_json=as_json)


def _ask(
    file: Path | None, assessment: Assessment | None, loaded: Loaded, language: str, *, quick: bool
) -> Assessment:
    """Ask until every question has been passed. Leaves the program when asked to stop."""
    faced = interview_lines.Lines(sys.stdin, language)
    try:
        if assessment is None:
            company = faced.company()
            file = file or assessment_file.path_for(company)
            assessment = _begun(file, company, loaded, language)
        assert file is not None  # An assessment without a file is only ever begun above.
        path = file
        faced.begin(loaded.framework, assessment, str(path))
        end = faced.ask(
            start(loaded.framework, assessment, quick=quick),
            lambda state: assessment_file.save(path, state.assessment),
        )
        return end.assessment
    except (interview_lines.Stopped, KeyboardInterrupt) as stopped:
        own = "" if is_bundled(loaded) else loaded.source
        faced.end(str(file) if file is not None and file.exists() else "", own, quick=quick)
        asked = isinstance(stopped, interview_lines.Stopped) and stopped.asked
        raise SystemExit(streams.DONE if asked else streams.INTERRUPTED) from None


def _begun(file: Path, company: str, loaded: Loaded, language: str) -> Assessment:
    """The assessment in `file`, or a new one, saved at once so that a bad place shows early."""
    if file.exists():
        return assessment_file.load(file, loaded.framework)
    assessment = _new(loaded, company, language)
    assessment_file.save(file, assessment)
    return assessment


def _new(loaded: Loaded, company: str, language: str) -> Assessment:
    name = FrameworkName(loaded.framework.id, loaded.framework.version)
    today = Date(date.today().isoformat())
    return Assessment(FORMAT, name, company, today, language=language)
