"""The recommendation on a screen."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from cd360_cli.framework import Framework
from cd360_cli.journey import Emphasis
from cd360_cli.recommendation import ConditionResult, Recommendation, StrategyResult
from cd360_cli.shape import Text
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import counted, inner, listed, number, opening, percent, short
from cd360_cli.texts.wording import OR

WIDEST = 100
"""Columns beyond which lines are hard to read."""


def show(
    result: Recommendation, framework: Framework, language: str, console: Console
) -> None:
    """Print the recommendation on `console`."""
    screen = _Screen(result, framework, language, _Marks(console))
    console.print(Group(*screen.parts()), width=min(console.width, WIDEST))


class _Marks:
    """Signs that the terminal can show."""

    def __init__(self, console: Console) -> None:
        plain = not console.encoding.lower().startswith("utf")
        self.bar, self.half, self.here, self.warning, self.bullet, self.circle = (
            ("#", "", ">", "!", "-", "->") if plain else ("█", "▌", "▶", "!", "•", "↻")
        )


class _Screen:
    """The parts of the screen, top to bottom."""

    def __init__(
        self, result: Recommendation, framework: Framework, language: str, marks: _Marks
    ) -> None:
        self.result, self.framework, self.language, self.marks = result, framework, language, marks
        self.names = {s.id: s.name.say(language) for s in framework.strategies}
        self.steps = {s.id: s.name.say(language) for s in framework.steps}
        self.lenses = {lens.id: lens.name.say(language) for lens in framework.lenses}

    def parts(self) -> Iterator[RenderableType]:
        yield self._title()
        yield from self._warnings()
        yield from self._verdict()
        yield self._heading(say.STRATEGIES)
        yield self._scores()
        yield from self._score_notes()
        shared = len(self.result.candidates) > 1
        yield self._heading(say.JOURNEY_SHARED if shared else say.JOURNEY)
        yield self._journey()
        yield from self._journey_notes()
        yield self._heading(say.TRAITS)
        yield self._traits()
        yield from self._conditions()
        yield from self._moves()
        yield from self._foot()

    def _say(self, text: Text, **values: object) -> str:
        return text.say(self.language).format(**values)

    def _number(self, value: Fraction | int) -> str:
        return short(value, self.language)

    def _strategies(self, ids: Sequence[str], last: Text | None = None) -> str:
        names = [inner(self.names[id]) for id in ids]
        return listed(names, self.language, last) if last else listed(names, self.language)

    def _heading(self, text: Text) -> RenderableType:
        return Padding(Styled(text.say(self.language), style="bold"), (1, 0, 0, 0))

    def _note(self, text: str) -> RenderableType:
        return Padding(Styled(text, style="dim"), (0, 0, 0, 2))

    def _title(self) -> RenderableType:
        company = visible(self.result.assessment.company)
        return Styled(f"{company}, {self.result.assessment.date}", style="dim")

    # -- verdict

    def _warnings(self) -> Iterator[RenderableType]:
        for strategy in self.result.below_norm:
            leads = strategy.id == self.result.strategy
            text = say.LEADER_BELOW if leads else say.FIRST_REPAIR
            name = self.names[strategy.id]
            said = self._say(
                text,
                strategy=name if leads else inner(name),
                level=self._number(strategy.standing or Fraction(0)),
                norm=self.framework.limits.norm,
            )
            yield self._listed(self.marks.warning, said, "bold red")

    def _verdict(self) -> Iterator[RenderableType]:
        result = self.result
        if result.strategy:
            lead = self._say(say.LEAD, strategy=inner(self.names[result.strategy]))
            verdict = say.VERDICTS[result.verdict].say(self.language)
            yield Padding(Styled(f"{lead}: {verdict}.", style="bold green"), (1, 0, 0, 0))
            yield Styled(self._how_sure())
            if opens := [c.rival for c in result.challenges if c.open]:
                yield Styled(self._say(say.STILL_OPEN, rivals=self._strategies(opens, OR)))
            return
        if result.verdict == "insufficient":
            headline, why = say.INSUFFICIENT.say(self.language), self._insufficient()
        else:
            candidates = self._strategies(result.candidates, OR)
            headline = self._say(say.UNDECIDED, candidates=candidates)
            level = result.answers_to_flip == 0
            why = self._say(say.UNDECIDED_TIE if level else say.UNDECIDED_CLOSE)
        yield Padding(Styled(f"{headline}.", style="bold yellow"), (1, 0, 0, 0))
        yield Styled(why)

    def _insufficient(self) -> str:
        questions = len(self.framework.strategy_questions)
        needed = -(-self.framework.limits.coverage * questions // 100)
        return self._say(
            say.INSUFFICIENT_WHY,
            answered=self.result.strategy_answers[0],
            all=questions,
            needed=needed,
            candidates=self._strategies(self.result.candidates, OR),
        )

    def _how_sure(self) -> str:
        result = self.result
        flips = result.answers_to_flip
        of = result.strategy_answers[1]
        parts = [
            say.NO_FLIPS.say(self.language)
            if flips is None
            else self._say(say.FLIPS[min(flips, 2)], n=flips, of=of),
            self._say(say.TOLERANCE, share=percent(result.weight_tolerance, self.language)),
        ]
        if result.lens_share is not None:
            parts.append(self._say(say.SHARE, share=percent(result.lens_share, self.language)))
        return "; ".join(parts) + "."

    # -- strategies

    def _scores(self) -> RenderableType:
        table = _table()
        table.add_column(overflow="fold", min_width=16, ratio=3)
        table.add_column(no_wrap=True, width=10)
        headings = [say.SCORE.say(self.language)]
        headings += [inner(self.lenses[x.lens]) for x in self.result.strategies[0].lenses]
        headings += [say.STANDING.say(self.language)]
        for heading in headings:
            table.add_column(Styled(heading, style="dim"), justify="right", no_wrap=True)
        table.show_header = True
        for strategy in sorted(self.result.strategies, key=lambda s: -s.score):
            table.add_row(*self._score_row(strategy))
        return Padding(table, (0, 0, 0, 2))

    def _score_row(self, strategy: StrategyResult) -> list[RenderableType]:
        style = "bold" if strategy.id in self.result.candidates else ""
        lenses = [
            ("*" if lens.leads else "") + number(lens.score, self.language)
            for lens in strategy.lenses
        ]
        standing = "?" if strategy.standing is None else self._number(strategy.standing)
        if strategy.threshold_met is False:
            standing = f"{self.marks.warning} {standing}"
        cells = [number(strategy.score, self.language, 1), *lenses, standing]
        return [
            Styled(self.names[strategy.id], style=style),
            self._bar(strategy.score, 100, 10),
            *(Styled(cell, style=style) for cell in cells),
        ]

    def _score_notes(self) -> Iterator[RenderableType]:
        yield self._note(self._say(say.STANDING_NOTE, norm=self.framework.limits.norm))
        if unknown := [c for c in self.result.contributions if not c.known]:
            ranges = ", ".join(
                self._say(
                    say.RANGE,
                    strategy=inner(self.names[s.id]),
                    low=number(s.low, self.language),
                    high=number(s.high, self.language),
                )
                for s in self.result.strategies
            )
            one, many = say.UNKNOWN_ONE.say(self.language), say.UNKNOWN_MANY.say(self.language)
            said = self._say(
                say.RANGE_NOTE, unknown=counted(len(unknown), one, many), ranges=ranges
            )
            yield self._note(said)
        yield from self._gaps()

    def _gaps(self) -> Iterator[RenderableType]:
        if not self.result.strategy:
            return
        for lens in self.result.lens_gaps:
            leaders = [
                s.id for s in self.result.strategies for x in s.lenses if x.lens == lens and x.leads
            ]
            said = self._say(say.GAP, lens=self.lenses[lens], leaders=self._strategies(leaders, OR))
            yield self._listed(self.marks.bullet, said)
        shown = [self.lenses[x.lens] for x in self.result.strategies[0].lenses]
        if not self.result.lens_gaps and len(shown) > 1:
            names = opening(listed([inner(name) for name in shown], self.language))
            yield self._listed(self.marks.bullet, self._say(say.LENSES_AGREE, lenses=names))

    # -- journey

    def _journey(self) -> RenderableType:
        candidates = self.result.candidate_journeys
        table = _table()
        table.show_header = True
        table.add_column(overflow="fold", min_width=18, ratio=2)
        if len(candidates) == 1:
            for text in (say.IMPORTANCE, say.SATISFACTION, say.OPPORTUNITY):
                heading = Styled(text.say(self.language), style="dim")
                table.add_column(heading, justify="right", no_wrap=True)
            table.add_column(no_wrap=True, width=10)
            table.add_column(no_wrap=True)
        else:
            table.add_column(Styled(say.SATISFACTION.say(self.language), style="dim"), justify="right")
            for candidate in candidates:
                heading = Styled(inner(self.names[candidate.strategy]), style="dim")
                table.add_column(heading, justify="right", overflow="fold", ratio=2)
        for discipline in self.framework.disciplines:
            emphasised = any(d.emphasise for d in self.result.disciplines if d.id == discipline.id)
            title = f"{discipline.name.say(self.language)}: {inner(discipline.process.say(self.language))}"
            table.add_row(Styled(title, style="bold" if emphasised else ""))
            for n, step in enumerate(self.framework.steps):
                if step.discipline == discipline.id:
                    found = [c.journey[n] for c in candidates]
                    row = self._one(found[0]) if len(found) == 1 else self._several(found)
                    table.add_row(*row)
        return Padding(table, (0, 0, 0, 2))

    def _one(self, emphasis: Emphasis) -> list[RenderableType]:
        style = "bold green" if emphasis.emphasise else ""
        band = say.BANDS[emphasis.band].say(self.language)
        cells = [
            self._number(emphasis.importance),
            self._known(emphasis.satisfaction),
            self._known(emphasis.opportunity),
        ]
        return [
            Styled(f"{self._mark(emphasis)} {self._name(emphasis)}", style=style),
            *(Styled(cell, style=style) for cell in cells),
            self._bar(emphasis.opportunity or Fraction(0), 20, 10),
            Styled(band, style=style or "dim"),
        ]

    def _several(self, found: Sequence[Emphasis]) -> list[RenderableType]:
        cells = [f"{self._mark(e)} {self._number(e.claim)}" for e in found]
        styles = ["bold green" if e.emphasise else "" for e in found]
        return [
            f"  {self._name(found[0])}",
            self._known(found[0].satisfaction),
            *(Styled(cell, style=style) for cell, style in zip(cells, styles, strict=True)),
        ]

    def _journey_notes(self) -> Iterator[RenderableType]:
        result = self.result
        first, last = result.journey[0], result.journey[-1]
        circle = self._say(say.CIRCLE, last=self._name(last), first=inner(self._name(first)))
        yield self._note(f"{self.marks.circle} {circle}")
        if len(result.candidates) == 1:
            yield self._note(self._say(say.JOURNEY_NOTE, mark=self.marks.here))
            for emphasis in sorted(result.journey, key=lambda e: -e.claim):
                if emphasis.emphasise:
                    yield self._listed(self.marks.here, self._reasons(emphasis))
            return
        yield self._note(self._say(say.JOURNEY_NOTE_SHARED, mark=self.marks.here))
        shared = [inner(self._name(e)) for e in result.journey if e.emphasise]
        said = self._say(say.SHARED, steps=listed(shared, self.language))
        yield self._listed(
            self.marks.bullet, said if shared else say.NONE_SHARED.say(self.language)
        )

    def _reasons(self, emphasis: Emphasis) -> str:
        parts = [
            f"{self._number(r.points)} {self._say(say.AFFINITY, strategy=inner(self.names[r.of]))}"
            if r.because == "affinity"
            else self._tension(r.of, r.points)
            for r in emphasis.reasons
            if r.because != "satisfaction"
        ]
        return self._say(
            say.REASONS,
            step=self._name(emphasis),
            importance=self._number(emphasis.importance),
            parts=", ".join(parts),
            satisfaction=self._known(emphasis.satisfaction),
        ) + "."

    def _tension(self, tension: str, points: Fraction) -> str:
        found = next(t for t in self.framework.tensions if t.id == tension)
        place = next(t.position for t in self.result.tensions if t.id == tension) or Fraction(3)
        pole = (found.right if place > 3 else found.left).say(self.language)
        sign = "+" if points > 0 else "-"
        return self._say(
            say.REASON_TENSION, points=f"{sign}{self._number(abs(points))}", pole=inner(pole)
        )

    # -- traits, conditions, moves

    def _traits(self) -> RenderableType:
        table = _table()
        table.show_header = True
        table.add_column(overflow="fold", min_width=18, ratio=2)
        for text in (say.IMPORTANCE, say.SATISFACTION, say.OPPORTUNITY):
            heading = Styled(text.say(self.language), style="dim")
            table.add_column(heading, justify="right", no_wrap=True)
        table.add_column(no_wrap=True, width=10)
        table.add_column(no_wrap=True)
        for emphasis in self.result.traits:
            table.add_row(*self._one(emphasis))
        return Padding(table, (0, 0, 0, 2))

    def _conditions(self) -> Iterator[RenderableType]:
        applying = [c for c in self.result.conditions if c.applies]
        if applying:
            yield self._heading(say.CONDITIONS)
        for condition in applying:
            unmet = condition.met is False
            mark = self.marks.warning if unmet else self.marks.bullet
            yield self._listed(mark, self._condition(condition), "bold red" if unmet else "")

    def _condition(self, result: ConditionResult) -> str:
        condition = next(c for c in self.framework.conditions if c.id == result.id)
        name = condition.name.say(self.language)
        if result.level is None:
            return self._say(say.CONDITION_UNKNOWN, name=name)
        said = (condition.met if result.met else condition.unmet).say(self.language)
        level = f"{self._number(result.level)} / {result.minimum}"
        return f"{name} ({level}): {said}"

    def _moves(self) -> Iterator[RenderableType]:
        if self.result.moves:
            yield self._heading(say.MOVES)
        for n, move in enumerate(self.result.moves, 1):
            said = Styled(move.do.say(self.language))
            said.append(f" {move.because.say(self.language)}", style="dim")
            yield self._listed(f"{n:2}.", said)

    def _foot(self) -> Iterator[RenderableType]:
        coverage = self.result.coverage
        answered, questions = sum(c.answered for c in coverage), sum(c.questions for c in coverage)
        foot = self._say(say.COVERAGE, answered=answered, all=questions)
        if answered < questions:
            rest = self._say(
                say.COVERAGE_REST,
                dont_know=sum(c.dont_know for c in coverage),
                not_applicable=sum(c.not_applicable for c in coverage),
                open=sum(c.open for c in coverage),
            )
            foot = f"{foot} {rest}"
        yield Padding(Styled(f"{foot} {say.BASIS.say(self.language)}", style="dim"), (1, 0, 0, 0))

    # -- pieces

    def _listed(self, mark: str, said: str | Styled, style: str = "") -> RenderableType:
        table = Table.grid(padding=(0, 1))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        table.add_row(Styled(mark, style=style), Styled(said, style=style) if isinstance(said, str) else said)
        return Padding(table, (0, 0, 0, 2))

    def _bar(self, value: Fraction, most: int, width: int) -> Styled:
        halves = int(value * 2 * width / most)
        return Styled(self.marks.bar * (halves // 2) + self.marks.half * (halves % 2), style="cyan")

    def _mark(self, emphasis: Emphasis) -> str:
        return self.marks.here if emphasis.emphasise else " "

    def _known(self, value: Fraction | None) -> str:
        return "?" if value is None else self._number(value)

    def _name(self, emphasis: Emphasis) -> str:
        items = (*self.framework.steps, *self.framework.traits)
        return next(i.name.say(self.language) for i in items if i.id == emphasis.id)


def visible(text: str) -> str:
    """Somebody's text without characters that would steer a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _table() -> Table:
    return Table(box=None, padding=(0, 1, 0, 0), show_header=False, pad_edge=False)
