"""Before and after side by side, on a screen or as JSON of schema `cd360/whatif/1`.

What is compared is the same in either form. A difference is that of the numbers shown, so that
every line adds up for who reads it; the exact numbers stand in the JSON. Only `show` loads what a
screen needs.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cd360_cli.assessment import Answer
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.render import as_json
from cd360_cli.texts import whatif as say
from cd360_cli.texts.result import VERDICT_NAMES
from cd360_cli.texts.wording import OR, inner, listed, visible
from cd360_cli.whatif import Changes, Comparison

SCHEMA = "cd360/whatif/1"

SAME = "="
NONE = "-"


def render(comparison: Comparison, changes: Changes, loaded: Loaded, language: str) -> str:
    """Both recommendations and what was changed as a JSON document."""
    both = [as_json.render(result, loaded, language) for result in comparison]
    # Only line ends are indented: other characters that end a line may stand inside a text.
    before, after = (document.rstrip("\n").replace("\n", "\n  ") for document in both)
    plain = {"answers": changes.answers, "lens_weights": changes.lens_weights}
    fields = {
        "schema": json.dumps(SCHEMA),
        "changes": json.dumps(plain, ensure_ascii=False),
        "before": before,
        "after": after,
    }
    lines = ",\n".join(f'  "{key}": {value}' for key, value in fields.items())
    return f"{{\n{lines}\n}}\n"


class Row(NamedTuple):
    """A line of the table, in words."""

    name: str
    before: str
    after: str
    difference: str


def show(
    comparison: Comparison, changes: Changes, framework: Framework, language: str, console: Any
) -> None:
    """Print the comparison; `framework` has the lens weights of before."""
    from rich.text import Text as Styled

    from cd360_cli.render.page import Page

    page = Page(comparison.after, framework, language, console)
    company = comparison.after.assessment

    def put(part: Any) -> None:
        console.print(part, width=page.width)

    def table(rows: Sequence[Row]) -> None:
        head = (say.BEFORE, say.AFTER, say.DIFFERENCE)
        headings = [heading.say(language) for heading in head]
        first, *widths = _widths([("", *headings), *rows], page.width)
        drawn = page.table(first, *zip(headings, widths, strict=True))
        for row in rows:
            style = "" if row.difference == SAME else "bold"
            drawn.add_row(*(Styled(cell, style=style) for cell in row))
        put(drawn)

    put(Styled(f"{visible(company.company)}, {company.date}", style="dim"))
    for change in _changes(comparison, changes, framework, language):
        put(page.listed(page.bullet, change))
    put(page.heading(say.OUTCOME))
    table(list(_outcome(comparison, framework, language)))
    put(page.note(say.OUTCOME_NOTE.say(language)))
    put(page.heading(say.SCORES))
    table(_scores(comparison, page.strategies, language))
    put(page.heading(say.EMPHASIS))
    if steps := list(_emphases(comparison, page.steps, page.here, language)):
        table(steps)
        put(page.note(page.say(say.EMPHASIS_NOTE, mark=page.here)))
    else:
        put(Styled(say.NO_EMPHASIS.say(language)))


def _changes(
    comparison: Comparison, changes: Changes, framework: Framework, language: str
) -> Iterator[str]:
    """Each change in a sentence, or that there is none."""
    for question in changes.answers:
        before, after = (result.assessment.answers.get(question) for result in comparison)
        yield say.ANSWER.say(language).format(
            question=question, before=_picks(before, language), after=_picks(after, language)
        )
    for lens in framework.lenses:
        if lens.id in changes.lens_weights:
            yield say.WEIGHT.say(language).format(
                lens=inner(lens.name.say(language)),
                before=lens.weight,
                after=changes.lens_weights[lens.id],
            )
    if not any(changes):
        yield say.NOTHING.say(language)


def _picks(answer: Answer | None, language: str) -> str:
    return listed(answer.picks, language) if answer else say.NO_ANSWER.say(language)


def _outcome(comparison: Comparison, framework: Framework, language: str) -> Iterator[Row]:
    """The verdict, what to lead on, and how sure that is."""
    names = {s.id: inner(s.name.say(language)) for s in framework.strategies}
    before, after = comparison
    yield _words(
        say.VERDICT.say(language),
        *(VERDICT_NAMES[result.verdict].say(language) for result in comparison),
        language=language,
    )
    yield _words(
        say.STRATEGY.say(language),
        *(listed([names[c] for c in result.candidates], language, OR) for result in comparison),
        language=language,
    )
    yield _numbers(
        say.FLIPS.say(language),
        *(_flips(r) for r in comparison),
        *(_flips_said(r, language) for r in comparison),
        language=language,
    )
