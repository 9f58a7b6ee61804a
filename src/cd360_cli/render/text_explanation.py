"""An explanation on a screen: the reasoning to the last point."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.assessment import Answer
from cd360_cli.explanation import Explanation, LeftOut, TurningPoint
from cd360_cli.framework import Framework, Question
from cd360_cli.knowledge import Occasion
from cd360_cli.recommendation import StrategyResult
from cd360_cli.render.page import Page, indented, put
from cd360_cli.shape import Text
from cd360_cli.texts import explanation as say
from cd360_cli.texts import result as say_result
from cd360_cli.texts.wording import OR, counted, inner, listed, number, opening, percent, visible

MOST_NAMED = 3
"""How many answers the paragraph names."""


def show(
    found: Explanation, framework: Framework, language: str, console: Console, *, path: bool
) -> None:
    """Print the explanation; with `path` only the way to the norm."""
    page = _Page(found, framework, language, console)
    for line in page.way() if path else page.parts():
        put(console, line, page.width)


def _beyond(point: TurningPoint) -> Fraction:
    """The first whole percentage at which the order has turned."""
    hundredths = 100 * point.at
    whole = floor(hundredths)
    return Fraction(whole + 1 if point.at > point.now else whole, 100)


class _Page(Page):
    """A page about one explanation."""

    def __init__(
        self, found: Explanation, framework: Framework, language: str, console: Console
    ) -> None:
        super().__init__(found.result, framework, language, console)
        self.found = found
        self.questions = {q.id: q for q in framework.questions}
        self.strategy, self.rival = (
            inner(self.strategies[s]) for s in (found.strategy, found.rival)
        )

    def parts(self) -> Iterator[RenderableType]:
        assessment = self.result.assessment
        yield Styled(f"{visible(assessment.company)}, {assessment.date}", style="dim")
        yield self._title()
        yield Styled(self._paragraph())
        yield from self._evidence()
        yield from self._lenses()
        yield from self._flips()
        yield from self._weights()
        yield from self._left_out()
        yield from self._unknown()
        yield from self._effects()
        yield from self.way()

    def _title(self) -> RenderableType:
        if self.found.leads and not self.result.strategy:
            name = self.strategies[self.found.strategy]
            return self.heading(say.WHY_OPEN, strategy=name, rival=self.rival)
        return self.heading(say.WHY if self.found.leads else say.WHY_NOT, strategy=self.strategy)

    def heading(self, text: Text, **values: object) -> RenderableType:
        said = self.say(text, **values)
        return Padding(Styled(said, style="bold"), (1, 0, 0, 0), expand=False)

    def bullets(self, said: str) -> RenderableType:
        return self.listed(self.bullet, said)

    # -- the paragraph and the answers behind it

    def _paragraph(self) -> str:
        known = [e for e in self.found.evidence if e.answer and e.answer.known]
        leaning = [e for e in known if e.gap > 0]
        strategy, rival = self._result(self.found.strategy), self._result(self.found.rival)
        values = {
            "strategy": self.strategies[strategy.id],
            "strategy_in": self.strategy,
            "rival_in": self.rival,
            "score": number(strategy.score, self.language, 1),
            "rival_score": number(rival.score, self.language, 1),
        }
        deciding = [e for e in known if e.gap]
        both = sum(not e.gap and e.strategy > 0 for e in known)
        if not deciding:
            return self.say(say.PARAGRAPH_NONE, **values)
        quotes = [self._quoted(e.question, e.answer) for e in (leaning or deciding)[:MOST_NAMED]]
        return self.say(
            say.PARAGRAPH,
            known=len(known),
            for_=len(leaning),
            against=sum(e.gap < 0 for e in known),
            both=self.say(say.BOTH, n=both) if both else "",
            questions=listed(quotes, self.language),
            **values,
        )

    def _evidence(self) -> Iterator[RenderableType]:
        yield self.heading(say.EVIDENCE)
        width = max(10, min(15, (self.width - 34) // 3))
        pair = [self.strategy, self.rival]
        fits = max(len(word) for name in pair for word in name.split()) <= width
        columns = [*(pair if fits else ("A", "B")), say.DIFFERENCE.say(self.language)]
        table = self.table(None, *((heading, width) for heading in columns))
        for e in self.found.evidence:
            cells = [self._points(e.strategy), self._points(e.rival), self._signed(e.gap)]
            table.add_row(Styled(self._worded(self.questions[e.question], e.answer)), *cells)
        strategy, rival = self._result(self.found.strategy), self._result(self.found.rival)
        total = [
            self._points(strategy.score),
            self._points(rival.score),
            self._signed(strategy.score - rival.score),
        ]
        table.add_row(Styled(say.TOTAL.say(self.language), style="bold"), *total)
        yield indented(table)
        if not fits:
            yield self.note(f"A {self.strategy}, B {self.rival}.")
        yield self.note(say.EVIDENCE_NOTE.say(self.language))

    def _lenses(self) -> Iterator[RenderableType]:
        yield self.heading(say.LENSES)
        strategy, rival = self._result(self.found.strategy), self._result(self.found.rival)
        for mine, other in zip(strategy.lenses, rival.lenses, strict=True):
            yield self.bullets(
                self.say(
                    say.LENS,
                    lens=self.lenses[mine.lens],
                    strategy=self.strategy,
                    score=number(mine.score, self.language),
                    rival=self.rival,
                    rival_score=number(other.score, self.language),
                )
            )

    # -- what would change it

    def _flips(self) -> Iterator[RenderableType]:
        yield self.heading(say.FLIPS)
        flips = self.found.challenge.flips
        names = {"strategy": self._ahead, "rival": self._behind}
        if flips is None:
            yield self.bullets(self.say(say.FLIPS_NONE, **names))
        elif not flips:
            yield self.bullets(self.say(say.FLIPS_LEVEL, **names))
        else:
            one, many = say.FLIPS_ONE.say(self.language), say.FLIPS_MANY.say(self.language)
            yield Styled(counted(len(flips), one, many, **names))
            for change in flips:
                question = self.questions[change.question]
                to = question.choices[change.to].say(self.language)
                said = self.say(say.FLIP, ask=question.ask.say(self.language), to=to)
                yield self.bullets(said)
            after = self.found.leaders_after_flips
            if self.found.challenge.rival not in after:
                leaders = opening(self.in_sentence(after))
                alone = len(after) == 1
                text = say.AFTER_FLIPS_ONE if alone else say.AFTER_FLIPS_MANY
                yield Styled(self.say(text, leaders=leaders))

    @property
    def _ahead(self) -> str:
        return self.strategy if self.found.leads else self.rival

    @property
    def _behind(self) -> str:
        return self.rival if self.found.leads else self.strategy

    def _weights(self) -> Iterator[RenderableType]:
        found, result = self.found, self.result
        yield self.heading(say.WEIGHTS)
        names = {"strategy": self._ahead, "rival": self._behind}
        if not found.challenge.margin:
            yield self.bullets(say.WEIGHTS_LEVEL.say(self.language))
            return
        share = percent(found.challenge.tolerance, self.language)
        text = say.NO_ANSWER_FOR if found.challenge.tolerance == 1 else say.TOLERANCE
        yield self.bullets(self.say(text, share=share, **names))
        for strategy in result.strategies:
            if strategy.id == found.strategy:
                share = percent(strategy.lens_share, self.language)
                name = self.strategies[strategy.id]
                step = percent(Fraction(1, self.framework.limits.lens_steps), self.language)
                yield self.bullets(self.say(say.SHARE, strategy=name, share=share, step=step))
        for point in found.turning_points:
            text = say.TURNING_UP if point.at > point.now else say.TURNING_DOWN
            yield self.bullets(
                self.say(
                    text,
                    lens=self.lenses[point.lens],
                    at=percent(_beyond(point), self.language),
                    now=percent(point.now, self.language),
                    rival=self._behind,
                )
            )
        if not found.turning_points:
            yield self.bullets(self.say(say.TURNING_NONE, rival=self._behind))

    def _left_out(self) -> Iterator[RenderableType]:
        yield self.heading(say.LEFT_OUT)
        outcomes: dict[tuple[tuple[str, ...], str], list[str]] = {}
        for one in self.found.left_out:
            if self._changes(one):
                outcomes.setdefault((one.leaders, one.verdict), []).append(one.question)
        for (leaders, verdict), questions in outcomes.items():
            for said in self._without(leaders, verdict, questions):
                yield self.bullets(said)
        if not outcomes:
            yield self.bullets(say.LEFT_OUT_SAME.say(self.language))

    def _without(
        self, leaders: tuple[str, ...], verdict: str, questions: list[str]
    ) -> Iterator[str]:
        """What happens without each of some questions, or without any one of many."""
        same = leaders == (self.result.strategy,)
        values = {
            "leaders": self.in_sentence(leaders, OR),
            "verdict": say_result.VERDICT_NAMES[verdict].say(self.language),
        }
        if len(questions) > MOST_NAMED:
            text = say.LEFT_OUT_VERDICT_MANY if same else say.LEFT_OUT_MANY
            yield self.say(text, n=len(questions), **values)
            return
        text = say.LEFT_OUT_VERDICT if same else say.LEFT_OUT_LEADER
        for question in questions:
            yield self.say(text, ask=self.questions[question].ask.say(self.language), **values)

    def _changes(self, one: LeftOut) -> bool:
        return (one.leaders, one.verdict) != (self.result.leaders, self.result.verdict)

    def _unknown(self) -> Iterator[RenderableType]:
        yield self.heading(say.UNKNOWN)
        if not self.found.unknown:
            yield self.bullets(say.ALL_KNOWN.say(self.language))
            return
        for id in (self.found.strategy, self.found.rival):
            found = self._result(id)
            low, high = number(found.low, self.language), number(found.high, self.language)
            yield self.bullets(
                self.say(say.RANGE, strategy=self.strategies[id], low=low, high=high)
            )
        first = self.found.unknown[0]
        question = self.questions[first.question]
        can = say.FIND_OUT_CAN if first.overturns else say.FIND_OUT_CANNOT
        spread = number(first.spread, self.language, 1)
        said = self.say(say.FIND_OUT, ask=question.ask.say(self.language))
        does = self.say(can, n=first.overturns, of=len(question.options), spread=spread)
        yield self.bullets(f"{said} {does}")

    # -- what to do

    def _effects(self) -> Iterator[RenderableType]:
        if self.found.effects:
            yield self.heading(say.EFFECTS)
        for effect in self.found.effects:
            level, move = self.number(effect.level), self._move(effect.kind, effect.target)
            if effect.kind == "step":
                said = self.say(
                    say.EFFECT_STEP,
                    step=self.steps[effect.target],
                    level=level,
                    points=self.number(effect.points),
                    move=move,
                )
            else:
                said = self.say(
                    say.EFFECT_STANDING,
                    strategy=self.strategies[effect.target],
                    level=level,
                    norm=self.framework.limits.norm,
                    move=move,
                )
            yield self.bullets(said)

    def _move(self, kind: Occasion, target: str) -> str:
        moves = [m for m in self.framework.moves if (m.kind, m.target) == (kind, target)]
        return moves[0].do.say(self.language) if moves else ""

    def way(self) -> Iterator[RenderableType]:
        """The fewest levels that repair every threshold."""
        yield self.heading(say.PATH)
        for rise in self.found.path:
            texts = self.questions[rise.question].choices
            said = self.say(
                say.PATH_RISE,
                strategy=self.strategies[rise.strategy],
                low=rise.start,
                high=rise.end,
                start=texts[str(rise.start)].say(self.language).rstrip("."),
                end=texts[str(rise.end)].say(self.language).rstrip("."),
            )
            yield self.bullets(said)
        if not self.found.path:
            yield self.bullets(say.PATH_NONE.say(self.language))

    # -- pieces

    def _result(self, strategy: str) -> StrategyResult:
        return next(s for s in self.result.strategies if s.id == strategy)

    def _quoted(self, question: str, answer: Answer | None) -> str:
        return self.say(say.QUOTED, answer=self._worded(self.questions[question], answer))

    def _worded(self, question: Question, answer: Answer | None) -> str:
        if answer is None or not answer.known:
            return f"? {question.ask.say(self.language)}"
        return " / ".join(question.choices[pick].say(self.language) for pick in answer.picks)

    def _points(self, value: Fraction) -> str:
        return number(value, self.language, 1)

    def _signed(self, value: Fraction) -> str:
        return ("+" if value > 0 else "") + number(value, self.language, 1)
