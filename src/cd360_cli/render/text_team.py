"""A team on a screen: what it comes to, and above all where its members are apart."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE
from cd360_cli.consensus import Consensus
from cd360_cli.discussion import FIRST, Margin, Said, Topic
from cd360_cli.framework import Framework, Question
from cd360_cli.render.page import INDENT, UNKNOWN, Page, indented, put
from cd360_cli.render.team_names import Names
from cd360_cli.render.text_verdict import STYLES, evidence, headline, warnings
from cd360_cli.spread import Spread
from cd360_cli.team import Team
from cd360_cli.texts import team as say
from cd360_cli.texts.wording import inner, listed, number, opening, percent, visible

PLACE = 3
"""Columns that one respondent's place takes, before a blank."""

NONE = "-"

ALIKE = 1
"""Levels by which respondents may differ on a step that needs no row of its own."""


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
        self.names = Names(found, language, lettered=len(found.respondents) * (PLACE + 1) <= room)
        self.questions = {q.id: q for q in framework.questions}

    def parts(self) -> Iterator[RenderableType]:
        yield from self._heading()
        yield from warnings(self)
        style = STYLES[self.result.verdict]
        yield Padding(Styled(headline(self), style=style), (1, 0, 0, 0), expand=False)
        yield from map(Styled, evidence(self, say.FLIPS, say.FLIPS))
        yield from self._each()
        yield from self._topics()
        yield from self._agreement()
        yield from self._strategies()
        yield from self._steps()

    def _heading(self) -> Iterator[RenderableType]:
        first, last = self.found.dates
        period = first if first == last else self.say(say.PERIOD, first=first, last=last)
        yield Styled(f"{visible(self.result.assessment.company)}, {period}", style="dim")
        yield Styled(self.names.introduced, style="dim")
        if out := [n for n, r in enumerate(self.found.respondents) if not r.counted]:
            yield self.listed(self.warning, self.say(say.OUT, who=self.names.all_of(out)))

    # -- each alone, and the team without one

    def _each(self) -> Iterator[RenderableType]:
        if any(respondent.counted for respondent in self.found.respondents):
            yield self.heading(say.EACH)
        alone: dict[tuple[str, ...], list[int | None]] = {}
        for n, respondent in enumerate(self.found.respondents):
            if respondent.counted:
                alone.setdefault(respondent.leaders, []).append(n)
        for leaders, members in sorted(alone.items(), key=lambda pair: -len(pair[1])):
            text = say.FIRST_FOR if len(leaders) == 1 else say.LEVEL_FOR
            strategies, who = opening(self.in_sentence(leaders)), self.names.all_of(members)
            yield self.listed(self.bullet, self.say(text, strategies=strategies, who=who))
        yield from self._absences()

    def _absences(self) -> Iterator[RenderableType]:
        """Whose absence would put others first, or leave a team that has a winner without one."""
        without: dict[tuple[str, ...], list[int | None]] = {}
        for absence in self.found.absences:
            if absence.overturns:
                without.setdefault(absence.leaders, []).append(absence.respondent)
            elif self.result.strategy and not absence.decided:
                without.setdefault((), []).append(absence.respondent)
        for leaders, members in without.items():
            text = say.ABSENT_FIRST if len(leaders) == 1 else say.ABSENT_LEVEL
            said = self.say(
                text if leaders else say.ABSENT_OPEN,
                who=self.names.any_of(members),
                strategies=self.in_sentence(leaders),
            )
            yield self.listed(self.bullet, said)
        if self.found.absences and not without:
            yield self.listed(self.bullet, self.say(say.NO_ABSENCE))

    # -- what to talk about

    def _topics(self) -> Iterator[RenderableType]:
        first = self.found.topics[:FIRST]
        if not first:
            yield Padding(Styled(self.say(say.NO_TOPICS)), (1, 0, 0, 0), expand=False)
            return
        yield self.heading(say.TOPICS[len(first)])
        for n, topic in enumerate(first, 1):
            question = self.questions[topic.question]
            yield self.listed(f"{n}.", question.ask.say(self.language), "bold")
            for said in topic.said:
                yield indented(self.listed(f" {self.bullet}", self._said(question, said)))
            yield indented(self.listed("  ", self._why(topic, question)))

    def _said(self, question: Question, said: Said) -> str:
        marks = {DONT_KNOW: say.DONT_KNOW, NOT_APPLICABLE: say.NOT_APPLICABLE}
        texts = [marks.get(pick) or question.choices[pick] for pick in said.picks]
        answer = " / ".join(opening(text.say(self.language).rstrip(".")) for text in texts)
        who = self.names.all_of(said.respondents or [None] * said.people)
        return self.say(say.SAID, answer=answer, who=who)

    def _why(self, topic: Topic, question: Question) -> str:
        """What hangs on a question: the margin, or else what it is asked for."""
        if topic.margin and topic.effect:
            return self._moves(topic.margin)
        return question.why.say(self.language)

    def _moves(self, margin: Margin) -> str:
        return self.say(
            say.MARGIN_TURNS if margin.turns else say.MARGIN_MOVES,
            leader=inner(self.strategies[margin.leader]),
            rival=inner(self.strategies[margin.rival]),
            high=number(margin.high, self.language, 1),
            low=self._lead(margin.low),
            now=self._lead(margin.now),
        )

    def _lead(self, points: Fraction) -> str:
        if not points:
            return self.say(say.LEVEL)
        text = say.AHEAD if points > 0 else say.BEHIND
        return self.say(text, points=number(abs(points), self.language, 1))

    # -- how far they agree

    def _agreement(self) -> Iterator[RenderableType]:
        yield self.heading(say.AGREEMENT)
        same = self.found.consensus.same
        if same is not None:
            yield Styled(self.say(say.SAME, share=percent(same, self.language)))
        yield indented(self._figures())
        if parts := "; ".join(self._first_by_role()):
            yield self.note(self.say(say.ROLES_FIRST, parts=parts))
        yield self.note(self.say(say.AGREEMENT_NOTE))

    def _figures(self) -> Table:
        headings = [self.say(text) for text in say.FIGURES.values()]
        columns = [(heading, max(5, len(heading))) for heading in headings]
        room = self.width - INDENT - sum(width + 1 for _, width in columns) - 1
        table = self.table(min(self.first, room), *columns)
        whole = self.say(say.WHOLE, n=len(self.found.respondents))
        table.add_row(Styled(whole), *self._cells(self.found.consensus))
        for role in self.found.roles:
            name = self.say(say.ROLE, role=opening(visible(role.role)), n=len(role.respondents))
            table.add_row(Styled(name), *self._cells(role.consensus))
        return table

    def _cells(self, consensus: Consensus) -> list[str]:
        same, *figures = consensus
        return [
            NONE if same is None else percent(same, self.language),
            *(NONE if f is None else number(f, self.language, 2) for f in figures),
        ]

    def _first_by_role(self) -> Iterator[str]:
        groups: dict[tuple[str, ...], list[str]] = {}
        for role in self.found.roles:
            if role.leaders:
                groups.setdefault(role.leaders, []).append(visible(role.role))
        for leaders, roles in groups.items():
            strategies, who = self.in_sentence(leaders), listed(roles, self.language)
            yield self.say(say.ROLE_FIRST, strategies=strategies, roles=who)

    # -- where each stands

    def _strategies(self) -> Iterator[RenderableType]:
        yield self.heading(say.STRATEGIES)
        table = self._table()
        for spread in sorted(self.found.strategies, key=lambda s: -(s.team or 0)):
            style = "bold" if spread.id in self.result.candidates else ""
            places = [self._whole(place.value) for place in spread.places]
            ends = self._ends(self._whole(spread.low), self._whole(spread.high))
            table.add_row(*self._row(spread, self.strategies[spread.id], ends, places, style))
        yield indented(table)
        yield self.note(self.say(say.STRATEGIES_NOTE))
        if self.found.anonymous and self.names.lettered:
            yield self.note(self.say(say.SORTED))

    def _steps(self) -> Iterator[RenderableType]:
        yield self.heading(say.STEPS)
        table, alike = self._table(), []
        emphasised = {e.id for e in self.result.journey if e.emphasise}
        for spread in self.found.steps:
            here, name = spread.id in emphasised, self.steps[spread.id]
            if spread.width <= ALIKE and not here:
                alike += [(name, spread.team)] if spread.known else []
                continue
            places = [self.number(place.value) for place in spread.places]
            ends = self._ends(self.number(spread.low), self.number(spread.high))
            name = f"{self.here if here else ' '} {name}"
            table.add_row(*self._row(spread, name, ends, places, "bold green" if here else ""))
        if table.row_count:
            yield indented(table)
            yield self.note(self.say(say.STEPS_NOTE, mark=self.here))
        if alike:
            said = [self._with_level(inner(name), level) for name, level in alike]
            yield self.note(self.say(say.STEPS_ALIKE, steps=", ".join(said)))

    def _with_level(self, step: str, level: Fraction | None) -> str:
        return self.say(say.STEP_LEVEL, step=step, level=self._tenths(level))

    def _table(self) -> Table:
        columns = [(self.say(say.TEAM), 4), (self.say(say.SPREAD), 9)]
        if self.names.lettered:
            columns += [(letter, PLACE) for letter in self.names.letters]
        return self.table(self.first, *columns)

    def _row(
        self, spread: Spread, name: str, ends: str, places: Sequence[str], style: str
    ) -> Iterator[Styled]:
        """The team, lowest to highest, and each place where there is room for them."""
        cells = [name, self._tenths(spread.team), ends]
        for cell in [*cells, *(places if self.names.lettered else ())]:
            yield Styled(cell, style=style)

    def _ends(self, low: str, high: str) -> str:
        return low if low == high else f"{low}-{high}"

    def _whole(self, value: Fraction | None) -> str:
        return UNKNOWN if value is None else number(value, self.language)

    def _tenths(self, value: Fraction | None) -> str:
        return UNKNOWN if value is None else number(value, self.language, 1)
