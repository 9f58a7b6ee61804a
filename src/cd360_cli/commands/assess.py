"""`cd360 assess`: ask what is still to be asked, save every answer, then show the result."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, NoReturn

from cd360_cli import assessment_file, framework_file, interview_lines, sitting, streams
from cd360_cli.assessment import FORMAT, Assessment, FrameworkName
from cd360_cli.files import content_of
from cd360_cli.framework_file import Loaded, is_bundled
from cd360_cli.interview import Interview, start
from cd360_cli.keeper import Keeper
from cd360_cli.language import require, spoken
from cd360_cli.migration import Migration
from cd360_cli.problems import Problem, Refused
from cd360_cli.shape import Date
from cd360_cli.sitting import Interrupted, Sitting
from cd360_cli.texts import interview as say
from cd360_cli.texts import migration as say_moved


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
    that is complete is shown for review first where there is a terminal. One made with an older
    version of the framework is brought up to date first, with a report.
    """
    loaded = framework_file.load(framework)
    require(asked.language, loaded.framework.languages)
    attended = asked.plain or sys.stdin.isatty()
    file, assessment, language = (_attended if attended else _unattended)(asked, loaded)
    # The first question need not wait for what only the result needs.
    from cd360_cli.commands import recommend

    recommend.show(assessment, loaded, language, as_json=as_json)
    if attended:
        _say_where(file, loaded, language)


def _unattended(asked: Asked, loaded: Loaded) -> tuple[Path, Assessment, str]:
    """The assessment in the file, where nothing is left to ask: nobody is there to answer."""
    file, assessment, migration = asked.file, None, None
    if file is not None and os.path.exists(file):
        content = content_of(file, "assessment")
        assessment, migration = assessment_file.brought_up(content, str(file), loaded.framework)
    language = _language(asked, assessment, loaded)
    if file is not None and assessment is not None and _is_complete(assessment, asked, loaded):
        if migration:
            with Keeper(file) as keeper:
                _bring_up(keeper, migration, loaded, language)
        return file, assessment, language
    says = say_moved.NO_TERMINAL if migration else say.NO_TERMINAL
    streams.tell(says.say(language).format(file=file or say.A_FILE.say(language)))
    raise SystemExit(streams.USAGE)


def _is_complete(assessment: Assessment, asked: Asked, loaded: Loaded) -> bool:
    """Whether nothing is left to ask."""
    return start(loaded.framework, assessment, "", quick=asked.quick).done


def _attended(asked: Asked, loaded: Loaded) -> tuple[Path, Assessment, str]:
    """The assessment when the result is wanted, and the language then spoken.

    Leaves the program when asked to stop.
    """
    sitting.heed_signals()
    language = _language(asked, None, loaded)
    company = "" if asked.file else _company(language)
    with Keeper(asked.file or assessment_file.path_for(company)) as keeper:
        if keeper.content is None:
            assessment = _new(company or _company(language), asked, loaded, language)
            keeper.keep(assessment)  # At once, so that a bad place shows before any question.
        else:
            name = str(keeper.path)
            assessment, migration = assessment_file.brought_up(
                keeper.content, name, loaded.framework
            )
            language = _language(asked, assessment, loaded)
            if migration:
                _bring_up(keeper, migration, loaded, language)
        interview = _ask(keeper, assessment, asked, loaded, language)
    return keeper.path, interview.assessment, interview.language


def _language(asked: Asked, assessment: Assessment | None, loaded: Loaded) -> str:
    written = assessment.language if assessment else ""
    return spoken(asked.language, written, loaded.framework.languages)


def _company(language: str) -> str:
    """The name of the company. Leaves the program where none is given."""
    try:
        company, code = interview_lines.ask_company(language, sys.stdin), streams.DONE
    except (Interrupted, KeyboardInterrupt):
        company, code = "", streams.INTERRUPTED
    if company:
        return company
    streams.tell(say.NOTHING_YET.say(language))
    raise SystemExit(code)


def _new(company: str, asked: Asked, loaded: Loaded, language: str) -> Assessment:
    name = FrameworkName(loaded.framework.id, loaded.framework.version)
    today = Date(date.today().isoformat())
    return Assessment(FORMAT, name, company, today, asked.respondent, asked.role, language)


def _bring_up(keeper: Keeper, migration: Migration, loaded: Loaded, language: str) -> None:
    """Write the assessment as it stands now, before anything is asked, and tell what changed."""
    from cd360_cli.render import migration as report

    keeper.keep(migration.assessment)
    for line in report.lines(migration, loaded.framework, language):
        interview_lines.tell_line(line)
    streams.tell()


def _ask(
    keeper: Keeper, assessment: Assessment, asked: Asked, loaded: Loaded, language: str
) -> Interview:
    """The interview when the result is wanted. Leaves the program when asked to stop."""
    interview = start(loaded.framework, assessment, language, quick=asked.quick)
    under_way = Sitting(interview, lambda changed: _keep(keeper, changed))
    code = streams.DONE
    try:
        _introduce(assessment, loaded, language, keeper.path)
        _face(asked)(under_way)
    except (Interrupted, KeyboardInterrupt):
        code = streams.INTERRUPTED
    if under_way.unsaved:
        _hand_over(under_way)
    if code or under_way.interview.end == "stopped":
        _say_how_to_go_on(keeper.path, asked, loaded, under_way.interview.language)
        raise SystemExit(code)
    return under_way.interview


def _keep(keeper: Keeper, assessment: Assessment) -> Problem | None:
    """Save the answers; beside the file where somebody else has changed it meanwhile."""
    try:
        keeper.keep(assessment)
    except Refused as refused:
        if refused.problems[0].kind != "changed-elsewhere":
            raise
        values = {"file": str(keeper.path), "beside": str(keeper.keep_beside(assessment))}
        return Problem("saved-beside", values=values)
    return None


def _face(asked: Asked) -> Callable[[Sitting], None]:
    """Cards where the terminal can show them, else plain lines."""
    if asked.plain or not streams.shows_cards():
        return lambda under_way: interview_lines.ask(under_way, sys.stdin)
    from cd360_cli import interview_cards

    return interview_cards.ask


def _introduce(assessment: Assessment, loaded: Loaded, language: str, file: Path) -> None:
    """Say where the answers go and, when resuming, how far it is."""
    if assessment.answers:
        done, questions = len(assessment.answers), len(loaded.framework.asked)
        text = say.RESUMES.say(language)
        interview_lines.tell_line(
            text.format(company=assessment.company, answered=done, all=questions)
        )
    interview_lines.tell_line(say.GOES_TO.say(language).format(file=file))
    streams.tell()


def _say_where(file: Path, loaded: Loaded, language: str) -> None:
    """Say where the answers are and where the reasoning is."""
    said = say.KEPT_IN.say(language).format(
        where=file, command=streams.invoked(), file=_arguments(file, loaded)
    )
    streams.tell()
    interview_lines.tell_line(said)


def _arguments(file: Path, loaded: Loaded) -> str:
    """The file, and the framework where it is one's own, as they are typed in a shell."""
    import shlex

    own = "" if is_bundled(loaded) else f" --framework {shlex.quote(loaded.source)}"
    return shlex.quote(str(file)) + own


def _say_how_to_go_on(file: Path, asked: Asked, loaded: Loaded, language: str) -> None:
    rest = _arguments(file, loaded)
    streams.tell()
    for text, option in ((say.SAVED, " --quick" if asked.quick else ""), (say.SO_FAR, "")):
        streams.tell(text.say(language).format(command=streams.invoked(), file=rest + option))


def _hand_over(under_way: Sitting) -> NoReturn:
    """Show all answers that no file would take, so that they can be copied."""
    interview = under_way.interview
    streams.tell(say.NOT_SAVED.say(interview.language))
    streams.tell(assessment_file.as_yaml(interview.assessment))
    raise SystemExit(streams.ASSESSMENT)
