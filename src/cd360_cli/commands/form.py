"""`cd360 form`: the questionnaire as a page for colleagues without a terminal."""

from pathlib import Path

from cd360_cli import framework_file, streams
from cd360_cli.files import STANDARD_STREAM, write_whole
from cd360_cli.language import require, spoken
from cd360_cli.problems import Problem, Refused
from cd360_cli.texts import form as say
from cd360_cli.texts.wording import visible

SUFFIXES = (".html", ".htm")


def run(out: Path, *, company: str, framework: Path | None, asked: str | None) -> None:
    """Write the page to `out`, over one that is there, or print it where that is `-`.

    Raises `Refused` where `out` does not end as a page does, so that nothing else is overwritten.
    """
    printed = str(out) == STANDARD_STREAM
    if not printed and out.suffix.lower() not in SUFFIXES:
        values = {"found": out.suffix, "expected": SUFFIXES[0]}
        raise Refused("usage", [Problem("unknown-suffix", (str(out),), values)], "-o")
    loaded = framework_file.load(framework)
    known = loaded.framework.languages
    require(asked, known)
    from cd360_cli.render import form

    languages = tuple(dict.fromkeys((*known, *([asked] if asked else ()))))
    page = form.render(loaded.framework, languages, asked or "", company)
    if printed:
        streams.result(page)
        return
    write_whole(out, page, "usage")
    streams.tell(visible(say.WRITTEN.say(spoken(asked, "", known)).format(file=out)))
