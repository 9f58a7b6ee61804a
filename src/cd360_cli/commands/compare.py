"""`cd360 compare`: assessments side by side, over time or between companies."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from cd360_cli import case_files, framework_file, streams
from cd360_cli.assessment import Assessment
from cd360_cli.commands import outputs
from cd360_cli.commands.recommend import read
from cd360_cli.comparison import Comparison, compare
from cd360_cli.files import STANDARD_STREAM
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.language import require, spoken
from cd360_cli.problems import Problem, Refused
from cd360_cli.texts import comparison as say
from cd360_cli.texts.wording import visible

SUFFIXES = (".html", ".json")
"""What can be written, by the suffix of the path."""


def run(
    files: Sequence[str],
    outs: Sequence[Path],
    *,
    framework: Path | None,
    asked: str | None,
    as_json: bool,
) -> None:
    """Show how the assessments in two or more files differ; with fewer it is wrong usage.

    It is written to each path of `outs`; without any, or `as_json`, it is printed. Raises `Refused`
    with every problem in any of the files.
    """
    given = [Path(file) for file in files if file != STANDARD_STREAM]
    outputs.check(outs, SUFFIXES, (*given, framework))
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    if len(files) < 2:
        language = spoken(asked, "", loaded.framework.languages)
        _tell_too_few(files, language)
        raise SystemExit(streams.USAGE)
    assessments = _read(files, loaded.framework)
    written = {each.language for each in assessments if each.language}
    common = written.pop() if len(written) == 1 else ""
    language = spoken(asked, common, loaded.framework.languages)
    found = compare(loaded.framework, assessments, case_files.load(loaded))
    outputs.write(outs, [_text(out, found, loaded, language) for out in outs], language)
    if as_json or not outs:
        _show(found, loaded, language, as_json=as_json)


def _tell_too_few(files: Sequence[str], language: str) -> None:
    file = shlex.quote(files[0]) if files else ""
    said = say.ONE_FILE.say(language).format(command=streams.invoked(), file=file)
    streams.tell(visible(said))


def _read(files: Sequence[str], framework: Framework) -> list[Assessment]:
    """The assessments in files, also those made with an older version of the framework."""
    found: list[Assessment] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(read(file, framework, older=True))
        except Refused as refused:
            problems += (problem._replace(source=refused.source) for problem in refused.problems)
    if problems:
        raise Refused("assessment", problems)
    return found


def _text(out: Path, found: Comparison, loaded: Loaded, language: str) -> str:
    """What is written to a path. Only what that needs is loaded."""
    if outputs.suffix(out) == ".json":
        from cd360_cli.render import comparison_json

        return comparison_json.render(found, loaded, language)
    from cd360_cli.render import comparison_page

    return comparison_page.render(found, loaded, language)


def _show(found: Comparison, loaded: Loaded, language: str, *, as_json: bool) -> None:
    if as_json:
        from cd360_cli.render import comparison_json

        streams.result(comparison_json.render(found, loaded, language))
        return
    from cd360_cli.render import text_comparison
    from cd360_cli.render.page import screen

    console = screen()
    text_comparison.show(found, loaded.framework, language, console)
