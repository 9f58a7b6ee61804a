"""A team on a screen: what it comes to, and above all where its members are apart."""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.framework import Framework
from cd360_cli.render import team_names
from cd360_cli.render import team_sentences as sentences
from cd360_cli.render.columns import Columns
from cd360_cli.render.page import Page, indented, put
from cd360_cli.render.sentences import headline
from cd360_cli.render.text_verdict import STYLES, warnings
from cd360_cli.spread import Spread
from cd360_cli.team import Team
from cd360_cli.texts import team as say
from cd360_cli.texts.wording import visible

PLACE = 3
"""Columns that one respondent's place takes, before a blank."""


def show(found: Team, framework: Framework, language: str, console: Console) -> None:
    """Print the team on `console`."""
    page = _Page(found, framework, language, console)
    for part in page.parts():
        put(console, part, page.width)


class _Page(Page):
    """A page about one team."""

    def __init__(self, found: Team, framework: Framework, language: str, console: Console) -> None:
        super().__init__(found.result, framework, language, console)
        self.found = found
        self.first = max(20, min(25, self.width // 3))
        room = self.width - self.first - 20
        lettered = len(found.respondents) * (PLACE + 1) <= room
        self.people = team_names.Names(found, language, lettered=lettered)
        self.told = sentences.Told(self, found, self.people)

    def parts(self) -> Iterator[RenderableType]:
        yield from self._heading()
        yield from warnings(self)
        style = STYLES[self.result.verdict]
        yield Padding(Styled(headline(self), style=style), (1, 0, 0, 0), expand=False)
        yield from map(Styled, sentences.evidence(self.told))
        yield from self._each()
        yield from self._topics()
        yield from self._agreement()
        yield from self._strategies()
        yield from self._steps()

    def _heading(self) -> Iterator[RenderableType]:
        company = visible(self.result.assessment.company)
        yield Styled(f"{company}, {sentences.period(self.told)}", style="dim")
        yield Styled(self.people.introduced, style="dim")
        if out := sentences.left_out(self.told):
            yield self.listed(self.warning, out)

    def _each(self) -> Iterator[RenderableType]:
        if alone := list(sentences.each(self.told)):
            yield self.heading(say.EACH)
        for said in (*alone, *sentences.absences(self.told)):
            yield self.listed(self.bullet, said)

    def _topics(self) -> Iterator[RenderableType]:
        first = list(sentences.to_discuss(self.told))
        if not first:
            yield Padding(Styled(sentences.no_topics(self.told)), (1, 0, 0, 0), expand=False)
            return
        yield self.heading(say.TOPICS[len(first)])
        for n, topic in enumerate(first, 1):
            yield self.listed(f"{n}.", topic.ask, "bold")
            for said in topic.said:
                yield indented(self.listed(f" {self.bullet}", said))
            yield indented(self.listed("  ", topic.why))

    def _agreement(self) -> Iterator[RenderableType]:
        if not sentences.agreement_known(self.told):
            return
        yield self.heading(say.AGREEMENT)
        if same := sentences.same(self.told):
            yield Styled(same)
        yield indented(self._figures())
        if roles := sentences.roles_first(self.told):
            yield self.note(roles)
        yield self.note(self.say(say.AGREEMENT_NOTE))

    def _figures(self) -> Columns:
        headings = [self.say(text) for text in say.FIGURES.values()]
        columns = [(heading, max(5, len(heading))) for heading in headings]
        table = self.table(self.first, *columns)
        for name, figures in sentences.agreements(self.told):
            table.add_row(Styled(name), *figures)
        return table

    def _strategies(self) -> Iterator[RenderableType]:
        yield self.heading(say.STRATEGIES)
        table = self._table()
        for spread in sentences.by_score(self.told):
            style = "bold" if spread.id in self.result.candidates else ""
            places = [sentences.whole(self, place.value) for place in spread.places]
            low, high = (sentences.whole(self, end) for end in (spread.low, spread.high))
            ends = sentences.ends(low, high)
            table.add_row(*self._row(spread, self.strategies[spread.id], ends, places, style))
        yield indented(table)
        for note in sentences.strategies_notes(self.told):
            yield self.note(note)

    def _steps(self) -> Iterator[RenderableType]:
        if not sentences.levelled(self.told):
            return
        yield self.heading(say.STEPS)
        table, alike = self._table(), sentences.alike(self.told)
        emphasised = sentences.emphasised(self.told)
        apart = [spread for spread in self.found.steps if spread not in alike]
        for spread in apart:
            here = spread.id in emphasised
            places = [self.number(place.value) for place in spread.places]
            ends = sentences.ends(self.number(spread.low), self.number(spread.high))
            name = f"{self.here if here else ' '} {self.steps[spread.id]}"
            table.add_row(*self._row(spread, name, ends, places, "bold green" if here else ""))
        if apart:
            yield indented(table)
            yield self.note(self.say(say.STEPS_NOTE, mark=self.here))
        if said := sentences.steps_alike(self.told):
            yield self.note(said)

    def _table(self) -> Columns:
        columns = [(self.say(say.TEAM), 4), (self.say(say.SPREAD), 9)]
        if self.people.lettered:
            columns += [(letter, PLACE) for letter in self.people.letters]
        return self.table(self.first, *columns)

    def _row(
        self, spread: Spread, name: str, ends: str, places: Sequence[str], style: str
    ) -> Iterator[Styled]:
        """The team, lowest to highest, and each place where there is room for them."""
        cells = [name, sentences.tenths(self, spread.team), ends]
        for cell in [*cells, *(places if self.people.lettered else ())]:
            yield Styled(cell, style=style)
