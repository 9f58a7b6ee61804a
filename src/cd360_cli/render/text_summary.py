"""What many respondents come to together, on a screen."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from cd360_cli.framework import Framework
from cd360_cli.render.names import UNKNOWN
from cd360_cli.render.page import WIDEST, indented, put
from cd360_cli.respondent_summary import Asked, Summary
from cd360_cli.shape import Text
from cd360_cli.texts import batch as say
from cd360_cli.texts.result import VERDICT_NAMES
from cd360_cli.texts.wording import number, opening, rounded


def show(found: Summary, framework: Framework, language: str, console: Console) -> None:
    """Print the summary on `console`."""
    width = min(console.width, WIDEST)
    for part in _parts(found, framework, language):
        put(console, part, width)


def _parts(found: Summary, framework: Framework, language: str) -> Iterator[RenderableType]:
    tally = say.TALLY.say(language).format(scored=found.scored, all=found.rows)
    yield Styled(tally, style="dim")
    names = {s.id: s.name.say(language) for s in framework.strategies}
    verdicts = [(opening(VERDICT_NAMES[v].say(language)), n) for v, n in found.verdicts.items()]
    leaders = [(names[id], n) for id, n in found.strategies.items()]
    leaders.sort(key=lambda pair: -pair[1])
    yield from _distribution(say.VERDICTS, verdicts, found.scored, language)
    yield from _distribution(say.RECOMMENDED, leaders, found.scored, language)
    yield _heading(say.AGREEMENT, language)
    figures = found.consensus._asdict()
    table = _table(1, 1)
    for name, text in say.FIGURES.items():
        figure = figures[name]
        table.add_row(
            text.say(language), UNKNOWN if figure is None else number(figure, language, 2)
        )
    yield indented(table)
    yield indented(Styled(say.AGREEMENT_NOTE.say(language), style="dim"))
    yield _heading(say.QUESTIONS, language)
    yield indented(_questions(found.questions, framework, language))


def _distribution(
    heading: Text, counts: Iterable[tuple[str, int]], all: int, language: str
) -> Iterator[RenderableType]:
    yield _heading(heading, language)
    table = _table(1, 2)
    for name, count in counts:
        table.add_row(name, str(count), _share(Fraction(count, all) if all else None, language))
    yield indented(table)


def _questions(questions: Iterable[Asked], framework: Framework, language: str) -> Table:
    table = _table(2, 2)
    texts = {question.id: question.ask.say(language) for question in framework.questions}
    headings = ("", say.COMMONEST.say(language), say.SHARE.say(language), say.UNKNOWN.say(language))
    table.add_row(*(Styled(heading, style="dim") for heading in headings))
    choices = {question.id: question.choices for question in framework.questions}
    for asked in questions:
        said = " / ".join(
            choices[asked.question][c].say(language).rstrip(".") for c in asked.commonest
        )
        shares = (_share(asked.share, language), _share(asked.unknown, language))
        table.add_row(texts[asked.question], said, *shares)
    return table


def _share(share: Fraction | None, language: str) -> str:
    return UNKNOWN if share is None else rounded(share, language)


def _heading(text: Text, language: str) -> RenderableType:
    return Padding(Styled(text.say(language), style="bold"), (1, 0, 0, 0), expand=False)


def _table(texts: int, numbers: int) -> Table:
    """A table with so many columns of texts, and behind them of numbers."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_header=False)
    for _ in range(texts):
        table.add_column(overflow="fold")
    for _ in range(numbers):
        table.add_column(justify="right", no_wrap=True)
    return table
