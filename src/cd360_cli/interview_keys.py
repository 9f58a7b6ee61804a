"""What a key or a typed line means, by what is up. No terminal: keys have names, lines are text.

Keys are single characters, or `up`, `down`, `left`, `right`, `pageup`, `pagedown`, `home`, `end`,
`enter`, `space` and `escape`.
"""

from collections.abc import Callable, Mapping

from cd360_cli.assessment import DONT_KNOW, MOST_PICKS, NOT_APPLICABLE
from cd360_cli.framework import Question
from cd360_cli.interview import (
    Interview,
    back,
    choose,
    clear,
    confirm,
    give,
    go,
    highlight,
    mark,
    next_open,
    onward,
    review,
    revise,
    speak_next,
    stop,
    write_note,
)
from cd360_cli.problems import Problem

Move = Callable[[Interview], Interview]

A_PAGE = 10
"""How many lines of the review a page key moves."""


def _ask_note(interview: Interview) -> Interview:
    return interview._replace(view="note", remark=None)


def _ask_where(interview: Interview) -> Interview:
    return interview._replace(view="jump", remark=None)


def _explain(interview: Interview) -> Interview:
    return interview._replace(explained=not interview.explained, remark=None)


def _return(interview: Interview) -> Interview:
    """Out of the review, to the question that was up."""
    return back(interview) if interview.done else revise(interview, interview.at)


def _by_number_key(interview: Interview, pick: str) -> Interview:
    """Answer with a choice; where choices are being marked, mark it too."""
    if not interview.marked:
        return give(interview, (pick,))
    at = list(interview.question.choices).index(pick)
    return mark(interview._replace(cursor=at))


ANYWHERE: Mapping[str, Move] = {
    "up": lambda i: highlight(i, -1),
    "down": lambda i: highlight(i, 1),
    "b": back,
    "left": back,
    "g": _ask_where,
    "u": next_open,
    "l": speak_next,
    "q": stop,
}

AT_QUESTION: Mapping[str, Move] = {
    **ANYWHERE,
    "d": lambda i: give(i, (DONT_KNOW,)),
    "x": lambda i: give(i, (NOT_APPLICABLE,)),
    "n": onward,
    "right": onward,
    "m": _ask_note,
    "?": _explain,
    "r": review,
    "c": clear,
    "space": mark,
    "pageup": lambda i: highlight(i, -A_PAGE),
    "pagedown": lambda i: highlight(i, A_PAGE),
    "enter": confirm,
    "escape": lambda i: review(i) if i.reviewed else i._replace(explained=False, remark=None),
}

IN_REVIEW: Mapping[str, Move] = {
    **ANYWHERE,
    "b": _return,
    "left": _return,
    "pageup": lambda i: highlight(i, -A_PAGE),
    "pagedown": lambda i: highlight(i, A_PAGE),
    "home": lambda i: highlight(i, -len(i.questions)),
    "end": lambda i: highlight(i, len(i.questions)),
    "enter": choose,
    "r": lambda i: _explain(i) if i.done else _return(i),
    "escape": _return,
}


def press(interview: Interview, key: str) -> Interview:
    """The state after a key. While a line is being written, that is the face's own business."""
    if interview.view in ("note", "jump"):
        return interview
    if interview.view == "review":
        move = IN_REVIEW.get(key)
    else:
        numbers = _by_number(interview.question)
        if key in numbers:
            return _by_number_key(interview, numbers[key])
        move = AT_QUESTION.get(key)
    return move(interview) if move else interview._replace(remark=Problem("no-such-key"))


def written(interview: Interview, text: str | None) -> Interview:
    """The state after a line was written for a note or for where to go; None: after all not."""
    if text is None:
        return interview._replace(view="review" if interview.done else "question")
    return write_note(interview, text) if interview.view == "note" else go(interview, text)


def reply(interview: Interview, line: str) -> Interview:
    """The state after a line typed in plain mode: a letter, numbers, a note, or nothing."""
    line = line.strip()
    if interview.view in ("note", "jump"):
        # An empty line leaves a note as it is; a dash takes it away.
        kept = interview.note if interview.view == "note" and not line else line
        return written(interview, "" if interview.view == "note" and line == "-" else kept)
    if not line:
        return press(interview, "enter")
    if interview.view == "review" and line.isdecimal():
        return _revised(interview, int(line))
    if len(line) == 1 and not line.isdecimal():
        return press(interview, line.lower())
    if interview.view == "review":
        return interview._replace(remark=Problem("no-such-key"))
    return _numbers(interview, line)


def _revised(interview: Interview, number: int) -> Interview:
    if 1 <= number <= len(interview.questions):
        return revise(interview, number - 1)
    values = {"most": str(len(interview.questions))}
    return interview._replace(remark=Problem("no-such-number", values=values))


def _numbers(interview: Interview, line: str) -> Interview:
    shown = _by_number(interview.question)
    numbers = line.replace(",", " ").split()
    if any(number not in shown for number in numbers):
        values = {"least": next(iter(shown)), "most": list(shown)[-1]}
        return interview._replace(remark=Problem("reply-not-understood", values=values))
    return _picked(interview, tuple(shown[number] for number in numbers))


def _picked(interview: Interview, picks: tuple[str, ...]) -> Interview:
    """Answered with the picks, where there are neither too many nor the same one twice."""
    most = MOST_PICKS if interview.question.options else 1
    if len(picks) > most or len(set(picks)) < len(picks):
        kind = "reply-too-many" if interview.question.options else "reply-one-only"
        return interview._replace(remark=Problem(kind))
    return give(interview, picks)


def numbers_of(question: Question) -> list[str]:
    """The number in front of each choice: options from 1, levels and positions as they are."""
    if question.options:
        return [str(n) for n in range(1, len(question.options) + 1)]
    return list(question.choices)


def _by_number(question: Question) -> dict[str, str]:
    return dict(zip(numbers_of(question), question.choices, strict=True))
