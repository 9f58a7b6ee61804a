"""`cd360 team`: what several respondents come to together, and where they are apart."""

from collections.abc import Sequence
from pathlib import Path

from cd360_cli import case_files, framework_file, streams, team_files
from cd360_cli.commands import outputs
from cd360_cli.framework_file import Loaded
from cd360_cli.language import require, spoken
from cd360_cli.problems import Problem, Refused
from cd360_cli.team import Team, nameless, team
from cd360_cli.texts.problems import lines
from cd360_cli.texts.wording import visible

SUFFIXES = (".html", ".json")
"""What can be written, by the suffix of the path."""


def run(
    paths: Sequence[Path],
    outs: Sequence[Path],
    *,
    anonymous: bool,
    framework: Path | None,
    asked: str | None,
    as_json: bool,
) -> None:
    """Show what the assessments in files and folders come to, without names where `anonymous`.

    It is written to each path of `outs`; without any, or `as_json`, it is printed.
    """
    outputs.check(outs, SUFFIXES, (*paths, framework))
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    gathered = team_files.load(paths, loaded.framework)
    outputs.check(outs, SUFFIXES, gathered.files)
    named = team(loaded.framework, gathered.assessments, case_files.load(loaded))
    language = spoken(asked, named.result.assessment.language, loaded.framework.languages)
    _remark(gathered.remarks, language)
    found = nameless(named) if anonymous else named
    outputs.write(outs, [_text(out, found, loaded, language) for out in outs], language)
    if as_json or not outs:
        _show(found, loaded, language, as_json=as_json)


def _remark(remarks: Sequence[Problem], language: str) -> None:
    for line in lines(Refused("assessment", remarks), language):
        streams.tell(visible(line))


def _text(out: Path, found: Team, loaded: Loaded, language: str) -> str:
    """What is written to a path. Only what that needs is loaded."""
    if outputs.suffix(out) == ".json":
        from cd360_cli.render import team_json

        return team_json.render(found, loaded, language)
    from cd360_cli.render import team_page

    return team_page.render(found, loaded, language)


def _show(found: Team, loaded: Loaded, language: str, *, as_json: bool) -> None:
    if as_json:
        from cd360_cli.render import team_json

        streams.result(team_json.render(found, loaded, language))
        return
    from cd360_cli.render import text_team
    from cd360_cli.render.page import screen

    console = screen()
    text_team.show(found, loaded.framework, language, console)
