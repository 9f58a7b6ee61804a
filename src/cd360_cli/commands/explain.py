"""`cd360 explain`: why this strategy, or why not that one, to the last point."""

from pathlib import Path

from cd360_cli import case_files, framework_file, streams
from cd360_cli.commands.recommend import read
from cd360_cli.explanation import explain
from cd360_cli.language import require, spoken
from cd360_cli.problems import Refused, unknown
from cd360_cli.recommendation import recommend


def run(
    file: str,
    *,
    strategy: str | None,
    path: bool,
    framework: Path | None,
    asked: str | None,
    as_json: bool,
) -> None:
    """Print the explanation of the leading strategy, or of another; or only the way to the norm."""
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    known = [s.id for s in loaded.framework.strategies]
    if strategy is not None and strategy not in known:
        raise Refused(
            "assessment", [unknown("unknown-reference", (), strategy, known)], "--strategy"
        )
    assessment = read(file, loaded.framework)
    language = spoken(asked, assessment.language, loaded.framework.languages)
    result = recommend(loaded.framework, assessment, case_files.load(loaded))
    found = explain(loaded.framework, assessment, strategy, result)
    if as_json:
        from cd360_cli.render import explanation_json

        streams.result(explanation_json.render(found, loaded, language))
        return
    from cd360_cli.render import text_explanation
    from cd360_cli.render.page import screen

    console = screen()
    text_explanation.show(found, loaded.framework, language, console, path=path)
