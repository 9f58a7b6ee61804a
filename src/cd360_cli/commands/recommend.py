"""`cd360 recommend`: compute from answers that are there."""

import sys
from pathlib import Path

from cd360_cli import assessment_file, case_files, framework_file, streams
from cd360_cli.assessment import FORMAT, Assessment, FrameworkName
from cd360_cli.document import MOST_BYTES
from cd360_cli.files import STANDARD_STREAM
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.language import of_command_line, require, spoken
from cd360_cli.problems import Refused
from cd360_cli.recommendation import recommend


def run(
    file: str | None,
    *,
    code: str | None = None,
    framework: Path | None,
    asked: str | None,
    as_json: bool,
) -> None:
    """Print the recommendation for the assessment in `file`, in the language asked or its own.

    Or for the answers in `code`; one of the two must be there, else it is wrong usage.
    """
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    if file is not None and code is None:
        assessment = read(file, loaded.framework)
    elif code is not None and file is None:
        assessment = decoded(code, loaded.framework)
    else:
        from cd360_cli.texts import answer_code as say

        streams.tell(say.FILE_OR_CODE.say(spoken(asked, "", loaded.framework.languages)))
        raise SystemExit(streams.USAGE)
    language = spoken(asked, assessment.language, loaded.framework.languages)
    show(assessment, loaded, language, as_json=as_json)


def read(file: str, framework: Framework, *, older: bool = False) -> Assessment:
    """The assessment in a file, or on standard input for `-`. Raises `Refused`.

    Where `older`, one made with an older version of the framework is welcome as it is.
    """
    if file == STANDARD_STREAM:
        if sys.stdin.isatty():
            _say_that_it_waits()
        # One byte more than may be read tells that there is more, without reading it all.
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
        return assessment_file.parse(content, "<stdin>", framework, older=older)
    return assessment_file.load(Path(file), framework, older=older)


def _say_that_it_waits() -> None:
    from cd360_cli.texts import usage as say

    streams.tell(say.FROM_KEYBOARD.say(of_command_line(sys.argv[1:])))


def decoded(code: str, framework: Framework) -> Assessment:
    """The answers in a code, as an assessment without company and date. Raises `Refused`."""
    from cd360_cli.answer_code import decode

    name = FrameworkName(framework.id, framework.version)
    try:
        return Assessment(FORMAT, name, company="", date="", answers=decode(framework, code))
    except Refused as refused:
        raise Refused(refused.subject, refused.problems, "--code") from None


def show(assessment: Assessment, loaded: Loaded, language: str, *, as_json: bool) -> None:
    """Print the recommendation, as JSON or for a reader."""
    result = recommend(loaded.framework, assessment, case_files.load(loaded))
    if as_json:
        from cd360_cli.render import as_json as document

        streams.result(document.render(result, loaded, language))
        return
    from cd360_cli.render import as_text
    from cd360_cli.render.page import screen

    console = screen()
    pictures = not streams.read_aloud()
    as_text.show(result, loaded.framework, language, console, pictures=pictures)
