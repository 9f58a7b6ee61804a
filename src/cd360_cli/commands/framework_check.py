"""`cd360 framework check`: is a framework sound, and does it read as it should?"""

from pathlib import Path
from typing import Any, NamedTuple

from cd360_cli import schema_file, streams
from cd360_cli.document import Document, read
from cd360_cli.files import content_of
from cd360_cli.framework import Framework
from cd360_cli.framework_check import errors
from cd360_cli.framework_file import NAME, bundled
from cd360_cli.framework_review import warnings
from cd360_cli.language import LANGUAGES, spoken
from cd360_cli.problems import Problem, Refused, locate
from cd360_cli.shape import shaped
from cd360_cli.texts import framework as say
from cd360_cli.texts import problems as say_problems
from cd360_cli.texts.wording import visible


class Findings(NamedTuple):
    """What was found in a framework file: errors stop its use, warnings do not."""

    source: str
    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()


def run(file: Path | None, *, asked: str | None, as_json: bool) -> None:
    """Print all findings and leave with 4 where there is an error."""
    language = spoken(asked, "", LANGUAGES)
    findings = check(file or bundled(NAME))
    if as_json:
        from cd360_cli.render import as_json as document

        streams.result(document.document(_plain(findings, language)))
    else:
        streams.result(_text(findings, language))
    if findings.errors:
        raise SystemExit(streams.FRAMEWORK)


def check(path: Path) -> Findings:
    """The findings in a framework file: its structure first, then its meaning."""
    try:
        document = read(content_of(path, "framework"), str(path), "framework")
    except Refused as refused:
        return Findings(str(path), refused.problems)
    framework, misshapen = shaped(Framework, document.data)
    if misshapen:
        # The schema takes and refuses the same documents, but explains more; it takes long to load.
        found_by_schema = schema_file.problems("framework", document.data)
        return Findings(str(path), _located(document, found_by_schema or misshapen))
    problems = list(errors(framework))
    found = () if problems else tuple(warnings(framework))
    return Findings(str(path), _located(document, problems), _located(document, found))


def _located(
    document: Document, problems: list[Problem] | tuple[Problem, ...]
) -> tuple[Problem, ...]:
    found = [locate(problem, document.line, document.trail) for problem in problems]
    return tuple(sorted(found, key=lambda p: p.line or 0))


def _text(findings: Findings, language: str) -> str:
    lines = []
    for problems, title in ((findings.errors, say.ERRORS), (findings.warnings, say.WARNINGS)):
        if problems:
            lines.append(title.say(language).format(n=len(problems)))
            refused = Refused("framework", problems, findings.source)
            lines += [f"  {visible(line)}" for line in say_problems.lines(refused, language)]
    if not lines:
        lines.append(say.SOUND.say(language).format(file=findings.source))
    return "\n".join(lines) + "\n"


def _plain(findings: Findings, language: str) -> dict[str, Any]:
    return {
        "schema": "cd360/framework-check/1",
        "file": findings.source,
        "errors": [_finding(problem, language) for problem in findings.errors],
        "warnings": [_finding(problem, language) for problem in findings.warnings],
    }


def _finding(problem: Problem, language: str) -> dict[str, Any]:
    return {
        "kind": problem.kind,
        "line": problem.line,
        "where": ".".join(map(str, problem.at)),
        "message": say_problems.sentence(problem, language),
        "nearest": problem.nearest or None,
    }
