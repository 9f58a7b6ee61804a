"""The questionnaire as plain numbered lines: one question at a time, one reply a line."""

import shlex
import sys
import textwrap
from collections.abc import Callable
from shutil import get_terminal_size
from typing import TextIO

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, Assessment
from cd360_cli.framework import Framework, Question
from cd360_cli.interview import Interview, answer_of, back, give, keep, numbers_of
from cd360_cli.problems import Problem
from cd360_cli.quick import skipped
from cd360_cli.scoring import score
from cd360_cli.streams import invoked, tell
from cd360_cli.texts import interview as say
from cd360_cli.texts import problems
from cd360_cli.texts.wording import counted, inner

WIDEST = 90


class Stopped(Exception):  # noqa: N818 - it says what happened, as a name should
    """The questionnaire was left before its end: on request, or because the input ended."""

    def __init__(self, *, asked: bool) -> None:
        self.asked = asked
        super().__init__()


class Lines:
    """Asks on standard error and reads replies from `replies`."""

    def __init__(self, replies: TextIO, language: str) -> None:
        self.replies = replies
        self.language = language
        self.width = min(get_terminal_size().columns, WIDEST)

    def company(self) -> str:
        """Ask for the company until there is a name."""
        tell(say.COMPANY.say(self.language))
        while not (name := self._reply()):
            tell(say.COMPANY_AGAIN.say(self.language))
        if name == "q":
            raise Stopped(asked=True)
        return name

    def begin(self, framework: Framework, assessment: Assessment, file: str) -> None:
        """Say where the answers go and, when resuming, how far it is."""
        if assessment.answers:
            self._tell(
                say.RESUMES.say(self.language).format(
                    company=assessment.company,
                    answered=len(assessment.answers),
                    all=len(framework.asked),
                )
            )
        self._tell(say.GOES_TO.say(self.language).format(file=file))

    def ask(self, interview: Interview, save: Callable[[Interview], None]) -> Interview:
        """Ask every question that is left, saving after each answer. Raises `Stopped`."""
        block = ""
        shown = False
        while True:
            if interview.done:
                if self._finished(interview):
                    return interview
                interview = back(interview)
                continue
            if interview.question.block != block:
                block = interview.question.block
                tell()
                self._tell(interview.block.about.say(self.language))
            if not shown:
                self._show(interview)
            reply = self._reply().lower()
            after = self._take(interview, reply)
            shown = after is interview
            self._tell_skipped(interview, after)
            if after.assessment is not interview.assessment:
                save(after)
            interview = after

    def _tell_skipped(self, before: Interview, after: Interview) -> None:
        """Say when the rest of the strategy questions need not be asked, and why."""
        asked_less = len(before.questions) - len(after.questions)
        if asked_less > 0:
            leader = score(after.framework, after.assessment).leaders[0]
            names = {s.id: s.name.say(self.language) for s in after.framework.strategies}
            one, many = say.SKIPS_ONE.say(self.language), say.SKIPS_MANY.say(self.language)
            tell()
            self._tell(counted(asked_less, one, many, strategy=inner(names[leader])))

    def _finished(self, interview: Interview) -> bool:
        """Whether to go on to the result, rather than back to the last question."""
        tell()
        if left_out := len(skipped(interview.framework, interview.assessment).others):
            one, many = say.QUICK_ONE.say(self.language), say.QUICK_MANY.say(self.language)
            self._tell(counted(left_out, one, many))
        self._tell(say.AT_END.say(self.language))
        try:
            reply = self._reply().lower()
        except Stopped:
            return True  # Nobody is left to look back, and everything has been answered.
        if reply == "q":
            raise Stopped(asked=True)
        return reply != "b"

    def end(self, file: str, framework: str = "", *, quick: bool = False) -> None:
        """Say how to go on with `file`, under a `framework` of one's own where there is one."""
        tell()
        if not file:
            tell(say.NOTHING_YET.say(self.language))
            return
        rest = shlex.quote(file)
        if framework:
            rest += f" --framework {shlex.quote(framework)}"
        for text, option in ((say.SAVED, " --quick" if quick else ""), (say.SO_FAR, "")):
            tell(text.say(self.language).format(command=invoked(), file=rest + option))

    def _take(self, interview: Interview, reply: str) -> Interview:
        """The state after a reply: the same one where it only needs an explanation."""
        if reply == "q":
            raise Stopped(asked=True)
        if reply == "b":
            if interview.at == 0:
                tell(say.FIRST.say(self.language))
            return back(interview)
        if reply == "?":
            self._tell(interview.question.why.say(self.language))
            return interview
        if not reply:
            if interview.answer:
                return keep(interview)
            tell(say.NEEDS_REPLY.say(self.language))
            return interview
        answer = answer_of(interview.question, reply)
        if isinstance(answer, Problem):
            self._tell(problems.sentence(answer, self.language))
            return interview
        return give(interview, answer)

    def _show(self, interview: Interview) -> None:
        question = interview.question
        n, of = interview.in_block
        tell()
        tell(
            say.PROGRESS.say(self.language).format(
                block=interview.block.name.say(self.language),
                n=n,
                of=of,
                at=interview.at + 1,
                all=len(interview.questions),
            )
        )
        self._tell(question.ask.say(self.language))
        for number, text in zip(numbers_of(question), question.choices.values(), strict=True):
            self._tell(text.say(self.language), first=f"  {number}  ", rest="     ")
        if interview.answer:
            answer = self._worded(question, interview.answer)
            self._tell(say.NOW.say(self.language).format(answer=answer))
        if not question.positions:
            hint = say.TWO if question.options else say.LADDER
            self._tell(hint.say(self.language))
        self._tell(say.KEYS.say(self.language))

    def _worded(self, question: Question, answer: Answer) -> str:
        marks = {DONT_KNOW: say.DONT_KNOW, NOT_APPLICABLE: say.NOT_APPLICABLE}
        numbers = dict(zip(question.choices, numbers_of(question), strict=True))
        return ", ".join(
            marks[pick].say(self.language) if pick in marks else numbers[pick]
            for pick in answer.picks
        )

    def _tell(self, text: str, first: str = "", rest: str = "") -> None:
        wrapped = textwrap.wrap(text, self.width, initial_indent=first, subsequent_indent=rest)
        for line in wrapped:
            tell(line)

    def _reply(self) -> str:
        print("> ", end="", file=sys.stderr, flush=True)
        line = self.replies.readline()
        if not self.replies.isatty():
            tell()
        if not line:
            raise Stopped(asked=False)
        return line.strip()
