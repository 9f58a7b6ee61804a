"""`cd360 assess`: ask what is still to be asked, save every answer, then show the result."""

import sys
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap

from cd360_cli import assessment_file, framework_file, interview_lines, streams
from cd360_cli.assessment import FORMAT, Assessment, FrameworkName
from cd360_cli.commands import recommend
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded, is_bundled
from cd360_cli.interview import Interview, start
from cd360_cli.language import require, spoken
from cd360_cli.migration import Migration
from cd360_cli.render import migration as report
from cd360_cli.shape import Date
from cd360_cli.texts import interview as say
from cd360_cli.texts import migration as say_moved
from cd360_cli.texts.wording import visible


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
    assessment, migration = None, None
    if file is not None and file.exists():
        assessment, migration = assessment_file.brought_up(file, loaded.framework)
    written = assessment.language if assessment else ""
    language = spoken(asked, written, loaded.framework.languages)
    asks = assessment is None or not start(loaded.framework, assessment, quick=quick).done
    if asks and not plain and not sys.stdin.isatty():
        says = say_moved.NO_TERMINAL if migration else say.NO_TERMINAL
        streams.tell(says.say(language).format(file=file or "FILE"))
        raise SystemExit(streams.USAGE)
    if migration and file is not None:
        _bring_up(file, migration, loaded, language)
    if assessment is None or asks:
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
            _what_is_left(loaded.framework, assessment, quick=quick),
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
        there, migration = assessment_file.brought_up(file, loaded.framework)
        if migration:
            _bring_up(file, migration, loaded, language)
        return there
    assessment = _new(loaded, company, language)
    assessment_file.save(file, assessment)
    return assessment


def _bring_up(file: Path, migration: Migration, loaded: Loaded, language: str) -> None:
    """Write the assessment as it stands now, before anything is asked, and tell what changed."""
    assessment_file.save(file, migration.assessment)
    width = min(get_terminal_size().columns, interview_lines.WIDEST)
    for line in report.lines(migration, loaded.framework, language):
        for part in wrap(visible(line), width, subsequent_indent="    " * line.startswith(" ")):
            streams.tell(part)
    streams.tell()


def _what_is_left(framework: Framework, assessment: Assessment, *, quick: bool) -> Interview:
    """An interview that has all answers behind it, wherever they stand: only the rest is asked."""
    state = start(framework, assessment, quick=quick)
    passed = tuple(q for q in state.questions if q.id in assessment.answers)
    rest = tuple(q for q in state.questions if q.id not in assessment.answers)
    return state._replace(questions=passed + rest, at=len(passed))


def _new(loaded: Loaded, company: str, language: str) -> Assessment:
    name = FrameworkName(loaded.framework.id, loaded.framework.version)
    today = Date(date.today().isoformat())
    return Assessment(FORMAT, name, company, today, language=language)
