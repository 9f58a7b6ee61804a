"""What an interview shows: lines of text for cards and plain lines alike. No terminal, no width."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, contradictions
from cd360_cli.framework import Question
from cd360_cli.interview import Interview
from cd360_cli.interview_keys import numbers_of
from cd360_cli.quick import skipped
from cd360_cli.shape import Text
from cd360_cli.texts import interview as say
from cd360_cli.texts import problems
from cd360_cli.texts.wording import inner

Face = Literal["cards", "lines"]
"""Cards redraw in place and have a highlight; plain lines are read from top to bottom."""

Style = Literal["progress", "ask", "choice", "aside", "remark", "heading", "keys", ""]


class Line(NamedTuple):
    """A paragraph: `lead` stands before its first line and indents the others; `here`: highlit."""

    text: str
    style: Style = ""
    lead: str = ""
    here: bool = False


GAP = Line("")


def sheet(interview: Interview, face: Face) -> tuple[Line, ...]:
    """Everything that is up, but for the remark on the last move and the keys."""
    return tuple(Sheet(interview, face).lines())


def remark(interview: Interview, face: Face) -> str:
    """What there is to say about the last move; empty where nothing."""
    return Sheet(interview, face).remark()


def keys(interview: Interview, face: Face) -> tuple[str, ...]:
    """What the keys do, each as it stands at the foot."""
    return tuple(Sheet(interview, face).keys())


NO_BREAK = "\N{NO-BREAK SPACE}"


def at_the_foot(keys: Sequence[str], between: str) -> str:
    """The keys as one text that is only broken between them."""
    return between.join(key.replace(" ", NO_BREAK) for key in keys)


class Sheet:
    """An interview with the language and face to show it in."""

    def __init__(self, interview: Interview, face: Face) -> None:
        self.interview, self.face = interview, face
        self.language = interview.language
        self.answers = interview.assessment.answers
        self._picked = "●" if face == "cards" else "*"

    def lines(self) -> Iterator[Line]:
        """The lines of the present view."""
        view = {
            "question": self._question,
            "note": self._note,
            "jump": self._jump,
            "review": self._review,
        }
        yield from view[self.interview.view]()

    def remark(self) -> str:
        """What there is to say about the last move; empty where nothing."""
        remark = self.interview.remark
        if remark is None or remark.kind not in say.REMARKS:
            return problems.sentence(remark, self.language) if remark else ""
        values = dict(remark.values)
        if "strategy" in values:
            names = {s.id: s.name for s in self.interview.framework.strategies}
            values["strategy"] = inner(names[values["strategy"]].say(self.language))
        return self._say(say.REMARKS[remark.kind], **values)

    def keys(self) -> Iterator[str]:
        """The keys of the present view."""
        if self.interview.view == "note":
            yield self._say(say.NOTE_ENTRY if self.face == "cards" else say.NOTE_LINE)
        elif self.interview.view == "jump":
            yield self._say(say.WHERE_ENTRY)
        else:
            for name in self._key_names():
                yield self._say(say.KEYS[name], language=self._other_language)

    def _key_names(self) -> list[str]:
        interview = self.interview
        names = KEYS[interview.view, self.face]
        if self.face == "lines" and interview.view == "question" and not interview.explained:
            names = BRIEFLY
        absent = set()
        if len(interview.framework.languages) == 1:
            absent.add("l")
        absent.add("return" if interview.done else "result")
        if interview.view == "question" and not interview.answer:
            absent.add("c")
        if not interview.done or interview.explained:
            absent.add("all")
        if interview.view == "question" and interview.answer:
            names = ["keep" if name in ("answer", "number") else name for name in names]
        return [name for name in names if name not in absent]

    def _question(self) -> Iterator[Line]:
        interview = self.interview
        question = interview.question
        yield Line(self._progress(), "progress")
        if interview.in_block[0] == 1:
            yield Line(interview.block.about.say(self.language), "aside")
        yield GAP
        yield Line(question.ask.say(self.language), "ask")
        if interview.explained:
            yield Line(self._say(say.WHY, why=question.why.say(self.language)), "aside")
            if any(option.means for option in question.options):
                yield Line(self._say(say.SIGNS), "aside")
        yield from self._choices(question)
        if interview.answer and not interview.answer.known:
            now = self._worded(question, interview.answer)
            yield Line(self._say(say.NOW, answer=now), "aside")
        if interview.note:
            yield Line(self._say(say.NOTE, note=_in_line(interview.note)), "aside")
        if interview.answer and interview.answer.source:
            yield Line(self._say(say.SOURCE, source=_in_line(interview.answer.source)), "aside")
        yield from self._hint(question)

    def _choices(self, question: Question) -> Iterator[Line]:
        interview = self.interview
        given = interview.marked or (interview.answer.picks if interview.answer else ())
        numbered = zip(numbers_of(question), question.choices.items(), strict=True)
        for n, (number, (pick, text)) in enumerate(numbered):
            here = self.face == "cards" and n == interview.cursor
            lead = f"{'▶' if here else ' '}{self._picked if pick in given else ' '}{number:>2}  "
            yield Line(text.say(self.language), "choice", lead, here)
            means = question.options[n].means if question.options else None
            if interview.explained and means:
                yield Line(means.say(self.language), "aside", " " * len(lead), here)

    def _hint(self, question: Question) -> Iterator[Line]:
        if question.levels:
            yield Line(self._say(say.LADDER), "aside")
        elif question.options:
            two = say.TWO_MARKED if self.face == "cards" else say.TWO
            yield Line(self._say(two), "aside")

    def _progress(self) -> str:
        interview = self.interview
        n, of = interview.in_block
        minutes = interview.minutes_left
        left = {0: say.NONE_LEFT, 1: say.MINUTE_LEFT}.get(minutes, say.MINUTES_LEFT)
        progress = self._say(
            say.PROGRESS,
            block=interview.block.name.say(self.language),
            n=n,
            of=of,
            at=interview.at + 1,
            all=len(interview.questions),
        )
        return f"{progress} - {self._say(left, n=minutes)}"

    def _note(self) -> Iterator[Line]:
        yield Line(self.interview.question.ask.say(self.language), "ask")
        if self.face == "lines" and self.interview.note:
            yield Line(self._say(say.NOTE, note=_in_line(self.interview.note)), "aside")

    def _jump(self) -> Iterator[Line]:
        yield Line(self._say(say.WHERE), "heading")
        for block in self.interview.framework.blocks:
            numbers = [n for n, q in enumerate(self.interview.questions) if q.block == block.id]
            if numbers:
                done = sum(self.interview.questions[n].id in self.answers for n in numbers)
                count = self._say(say.ANSWERED_OF, n=done, all=len(numbers))
                name = block.name.say(self.language)
                lead = f"  {min(numbers) + 1:>2}-{max(numbers) + 1:<3} "
                yield Line(f"{name}: {count}", "choice", lead)

    def _review(self) -> Iterator[Line]:
        interview = self.interview
        yield Line(self._say(say.AT_END if interview.done else say.REVIEW), "heading")
        yield Line(self._counts(), "aside")
        yield Line(self._say(say.LEGEND), "aside")
        yield from self._contradictions()
        if interview.quick and (
            left_out := len(skipped(interview.framework, interview.assessment).others)
        ):
            yield Line(self._say(say.LEFT_OUT, n=left_out), "aside")
        if self.face == "cards":
            yield GAP
            lead = "▶ " if interview.cursor == 0 else "  "
            yield Line(self._to_result(), "choice", lead, interview.cursor == 0)
        yield from self._answers()

    def _counts(self) -> str:
        answers = [self.answers.get(q.id) for q in self.interview.questions]
        given = [a for a in answers if a]
        return self._say(
            say.COUNTS,
            known=sum(a.known for a in given),
            unknown=sum(a.picks == (DONT_KNOW,) for a in given),
            without=sum(not a.applies for a in given),
            open=len(answers) - len(given),
        )

    def _to_result(self) -> str:
        still_open = len(self.interview.open)
        return self._say(say.TO_RESULT_EARLY if still_open else say.TO_RESULT, open=still_open)

    def _contradictions(self) -> Iterator[Line]:
        numbers = {q.id: str(n) for n, q in enumerate(self.interview.questions, 1)}
        for found in contradictions(self.interview.framework, self.interview.assessment):
            about = ", ".join(numbers.get(c.question, c.question) for c in found.claims)
            said = found.says.say(self.language)
            yield Line(self._say(say.CONTRADICTS, questions=about, says=said), "remark", "! ")

    def _answers(self) -> Iterator[Line]:
        """Every question with its answer; in plain lines at the end only what wants a look."""
        interview = self.interview
        brief = self.face == "lines" and interview.done and not interview.explained
        found = contradictions(interview.framework, interview.assessment)
        contradictory = {claim.question for c in found for claim in c.claims}
        block = ""
        for n, question in enumerate(interview.questions, 1):
            answer = self.answers.get(question.id)
            unknown = answer is None or answer.picks == (DONT_KNOW,)
            flagged = unknown or question.id in contradictory
            if brief and not flagged:
                continue
            if question.block != block:
                block = question.block
                name = next(b.name for b in interview.framework.blocks if b.id == block)
                yield from (GAP, Line(name.say(self.language), "heading"))
            here = self.face == "cards" and interview.cursor == n
            sign = "!" if question.id in contradictory else "?" if unknown else " "
            lead = f"{'▶' if here else ' '}{sign}{n:>3}  "
            yield Line(question.ask.say(self.language), "choice", lead, here)
            yield Line(self._worded(question, answer), "aside", " " * len(lead), here)

    def _worded(self, question: Question, answer: Answer | None) -> str:
        """An answer in words, with its note."""
        if answer is None:
            return self._say(say.OPEN)
        marks = {DONT_KNOW: say.DONT_KNOW, NOT_APPLICABLE: say.NOT_APPLICABLE}
        texts = {**question.choices, **marks}
        numbers = dict(zip(question.choices, numbers_of(question), strict=True))
        picks = [
            f"{numbers[pick]}{NO_BREAK * 2}{texts[pick].say(self.language)}"
            if pick in numbers
            else texts[pick].say(self.language)
            for pick in answer.picks
        ]
        noted = f" ({self._say(say.NOTE, note=_in_line(answer.note))})" if answer.note else ""
        return " + ".join(picks) + noted

    @property
    def _other_language(self) -> str:
        languages = self.interview.framework.languages
        at = languages.index(self.language) + 1 if self.language in languages else 0
        code = languages[at % len(languages)]
        return say.LANGUAGE_NAMES.get(code, code)

    def _say(self, text: Text, **values: object) -> str:
        return text.say(self.language).format(**values)


def _in_line(text: str) -> str:
    """Somebody's text without the line breaks that a hand-written file may hold."""
    return " ".join(text.split())


KEYS: dict[tuple[str, Face], Sequence[str]] = {
    ("question", "cards"): (
        *("answer", "d", "x", "back", "next", "m", "c", "?", "g", "u", "r", "l", "q"),
    ),
    ("question", "lines"): ("number", "d", "x", "b", "n", "m", "c", "?", "g", "u", "r", "l", "q"),
    ("review", "cards"): ("choose", "home", "return", "g", "u", "l", "q"),
    ("review", "lines"): ("result", "return", "change", "all", "g", "u", "l", "q"),
}

BRIEFLY = ("number", "d", "x", "b", "more")
"""Plain lines say the rest only when asked: they may be read aloud."""
