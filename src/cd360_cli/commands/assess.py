"""`cd360 assess`: ask what is still to be asked, save every answer, then show the result."""

import shlex
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, NoReturn

from cd360_cli import assessment_file, framework_file, interview_lines, sitting, streams
from cd360_cli.assessment import FORMAT, Assessment, FrameworkName
from cd360_cli.commands import recommend
from cd360_cli.framework_file import Loaded, is_bundled
from cd360_cli.interview import Interview, start
from cd360_cli.language import require, spoken
from cd360_cli.shape import Date
from cd360_cli.sitting import Interrupted, Sitting
from cd360_cli.texts import interview as say
from cd360_cli.texts.wording import visible


class Asked(NamedTuple):
    """What was asked for on the command line."""

    file: Path | None
    language: str | None
    plain: bool
    quick: bool
    respondent: str
    role: str


def run(asked: Asked, *, framework: Path | None, as_json: bool) -> None:
    """Start or resume the assessment in a file, in the language asked or its own.

    A quick one asks only what can still change the outcome, and the questions marked quick. One
    that is complete is shown for review first where there is a terminal.
    """
    loaded = framework_file.load(framework)
    require(asked.language, loaded.framework.languages)
    file = asked.file
    assessment = (
        assessment_file.load(file, loaded.framework) if file is not None and file.exists() else None
    )
    written = assessment.language if assessment else ""
    language = spoken(asked.language, written, loaded.framework.languages)
    if asked.plain or sys.stdin.isatty():
        interview = _ask(asked, assessment, loaded, language)
        assessment, language = interview.assessment, interview.language
    elif (
        assessment is None
        or not start(loaded.framework, assessment, language, quick=asked.quick).done
    ):
        streams.tell(say.NO_TERMINAL.say(language).format(file=file or "FILE"))
        raise SystemExit(streams.USAGE)
    recommend.show(assessment, loaded, language, as_json=as_json)


def _ask(asked: Asked, assessment: Assessment | None, loaded: Loaded, language: str) -> Interview:
    """The interview when the result is wanted. Leaves the program when asked to stop."""
    sitting.heed_signals()
    file, assessment = _begun(asked, assessment, loaded, language)
    interview = start(loaded.framework, assessment, language, quick=asked.quick)
    under_way = Sitting(interview, lambda changed: assessment_file.save(file, changed))
    code = streams.DONE
    try:
        _introduce(assessment, loaded, language, file)
        _face(asked)(under_way)
    except (Interrupted, KeyboardInterrupt):
        code = streams.INTERRUPTED
    if under_way.unsaved:
        _hand_over(under_way)
    if code or under_way.interview.end == "stopped":
        _say_how_to_go_on(file, asked, loaded, under_way.interview.language)
        raise SystemExit(code)
    return under_way.interview


def _face(asked: Asked) -> Callable[[Sitting], None]:
    """Cards where the terminal can show them, else plain lines."""
    if asked.plain or not streams.shows_cards():
        return lambda under_way: interview_lines.ask(under_way, sys.stdin)
    from cd360_cli import interview_cards

    return interview_cards.ask


def _begun(
    asked: Asked, assessment: Assessment | None, loaded: Loaded, language: str
) -> tuple[Path, Assessment]:
    """The file and what is in it; a new one is saved at once, so that a bad place shows early."""
    if asked.file is not None and assessment is not None:
        return asked.file, assessment
    try:
        company = interview_lines.ask_company(language, sys.stdin)
    except (Interrupted, KeyboardInterrupt):
        streams.tell(say.NOTHING_YET.say(language))
        raise SystemExit(streams.INTERRUPTED) from None
    if not company:
        streams.tell(say.NOTHING_YET.say(language))
        raise SystemExit(streams.DONE)
    file = asked.file or assessment_file.path_for(company)
    if file.exists():
        return file, assessment_file.load(file, loaded.framework)
    assessment = _new(loaded, company, asked, language)
    assessment_file.save(file, assessment)
    return file, assessment


def _new(loaded: Loaded, company: str, asked: Asked, language: str) -> Assessment:
    name = FrameworkName(loaded.framework.id, loaded.framework.version)
    today = Date(date.today().isoformat())
    return Assessment(FORMAT, name, company, today, asked.respondent, asked.role, language)


def _introduce(assessment: Assessment, loaded: Loaded, language: str, file: Path) -> None:
    """Say where the answers go and, when resuming, how far it is."""
    if assessment.answers:
        done, questions = len(assessment.answers), len(loaded.framework.asked)
        text = say.RESUMES.say(language)
        streams.tell(text.format(company=visible(assessment.company), answered=done, all=questions))
    streams.tell(say.GOES_TO.say(language).format(file=file))
    streams.tell()


def _say_how_to_go_on(file: Path, asked: Asked, loaded: Loaded, language: str) -> None:
    rest = shlex.quote(str(file))
    if not is_bundled(loaded):
        rest += f" --framework {shlex.quote(loaded.source)}"
    streams.tell()
    for text, option in ((say.SAVED, " --quick" if asked.quick else ""), (say.SO_FAR, "")):
        streams.tell(text.say(language).format(command=streams.invoked(), file=rest + option))


def _hand_over(under_way: Sitting) -> NoReturn:
    """Show all answers that no file would take, so that they can be copied."""
    interview = under_way.interview
    streams.tell(say.NOT_SAVED.say(interview.language))
    streams.tell(assessment_file.as_yaml(interview.assessment))
    raise SystemExit(streams.ASSESSMENT)
