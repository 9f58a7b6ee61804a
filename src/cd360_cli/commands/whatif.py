"""`cd360 whatif`: the recommendation before and after a change, side by side."""

import os
from pathlib import Path

from cd360_cli import assessment_file, case_files, framework_file, streams
from cd360_cli.assessment import Assessment
from cd360_cli.commands.recommend import read
from cd360_cli.difference import Difference
from cd360_cli.framework_file import Loaded
from cd360_cli.language import require, spoken
from cd360_cli.problems import Problem, Refused
from cd360_cli.texts import whatif as say
from cd360_cli.texts.wording import visible
from cd360_cli.whatif import Changes, changed, changes, outcome


def run(
    file: str,
    sets: list[str],
    weights: list[str],
    *,
    save_as: Path | None,
    framework: Path | None,
    asked: str | None,
    as_json: bool,
) -> None:
    """Print what changes with `sets` and `weights`; write it only where `save_as` says so.

    Raises `Refused` where that file is there already, before anything is computed.
    """
    if save_as is not None and os.path.exists(save_as):
        raise Refused("assessment", [Problem("exists")], str(save_as))
    loaded = framework_file.load(framework)
    require(asked, loaded.framework.languages)
    assessment = read(file, loaded.framework)
    language = spoken(asked, assessment.language, loaded.framework.languages)
    before = (loaded.framework, assessment)
    after = changed(loaded.framework, assessment, sets, weights)
    found = outcome(before, after, case_files.load(loaded))
    made = changes(before, after)
    if save_as is not None:
        _save(save_as, after[1], made, language)
    _show(found, made, loaded, language, as_json=as_json)


def _save(path: Path, assessment: Assessment, made: Changes, language: str) -> None:
    """Write the changed answers, and say so."""
    assessment_file.save(path, assessment, new=True)
    streams.tell(visible(say.SAVED.say(language).format(file=path)))
    if made.lens_weights:
        streams.tell(say.WEIGHTS_NOT_SAVED.say(language))


def _show(
    found: Difference, made: Changes, loaded: Loaded, language: str, *, as_json: bool
) -> None:
    if as_json:
        from cd360_cli.render import whatif_json

        streams.result(whatif_json.render(found, made, loaded, language))
        return
    from cd360_cli.render import text_whatif
    from cd360_cli.render.page import screen

    console = screen()
    text_whatif.show(found, made, loaded.framework, language, console)
