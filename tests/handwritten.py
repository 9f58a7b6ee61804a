"""Assessment files as people type them: comments, uneven indentation, every style of YAML."""

import json
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from cd360_cli.assessment import Answer, Assessment


class Line(NamedTuple):
    """A line of a file and the key that it belongs to; a comment above a key belongs to none."""

    text: str
    owner: str = ""


class Typed(NamedTuple):
    """A file, the assessment in it, and its lines."""

    text: str
    assessment: Assessment
    lines: Sequence[Line]


class _Hand:
    """Types one file, choosing a style wherever YAML leaves a choice."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.lines: list[Line] = []
        self.comments = 0

    def shuffled(self, keys: list[str]) -> list[str]:
        return self.random.sample(keys, len(keys))

    def one_of(self, *choices: str) -> str:
        return self.random.choice(choices)

    def comment(self) -> str:
        self.comments += 1
        return f"# {self.comments}: ask Jan"

    def beside(self) -> str:
        gap = self.one_of("", "", "", " ", "   ", "\t")
        return gap + self.comment() if gap else self.one_of("", "", " ")

    def above(self, indent: str, owner: str = "") -> None:
        for _ in range(self.random.choice([0, 0, 0, 1, 2])):
            self.lines.append(Line(self.one_of("", indent + self.comment(), self.comment()), owner))

    def line(self, text: str, owner: str, beside: bool = True) -> None:
        self.lines.append(Line(text + (self.beside() if beside else ""), owner))

    def scalar(self, text: str) -> str:
        plain = text.replace("-", "").isalnum() and text not in ("no", "y")
        styles = ["'" + text.replace("'", "''") + "'", json.dumps(text, ensure_ascii=False)]
        if plain:
            styles += [text, text, text]
        if not text.isascii():
            styles.append(json.dumps(text))
        return self.one_of(*styles)

    def pair(self, indent: str, key: str, text: str, owner: str) -> None:
        colon = self.one_of(":", ":", ":", ":  ", " :") + " "
        self.line(f"{indent}{key}{colon}{self.scalar(text)}", owner)

    def picks(self, indent: str, key: str, picks: Sequence[str], owner: str) -> None:
        style = self.one_of("flow", "block", "open") if len(picks) > 1 else "scalar"
        if style == "scalar":
            self.pair(indent, key, picks[0], owner)
        elif style == "flow":
            left, comma, right = self.one_of("[|, |]", "[|,|]", "[ |, | ]").split("|")
            self.line(f"{indent}{key}: {left}{comma.join(picks)}{right}", owner)
        elif style == "open":
            self.line(f"{indent}{key}: [", owner)
            for pick in picks:
                self.line(f"{indent}    {pick},", owner)
            self.line(f"{indent}  ]", owner)
        else:
            self.line(f"{indent}{key}:", owner)
            deeper = indent + self.one_of("", "  ", "   ")
            for pick in picks:
                self.line(f"{deeper}- {pick}", owner)

    def note(self, indent: str, key: str, text: str, owner: str) -> None:
        style = self.one_of("scalar", "literal", "folded", "two lines")
        first, _, rest = text.partition(" ")
        if style == "literal":
            self.line(f"{indent}{key}: |-", owner)
            self.line(f"{indent}    {text}", owner, beside=False)
        elif style == "folded" and rest:
            self.line(f"{indent}{key}: >-", owner)
            self.line(f"{indent}  {first}", owner, beside=False)
            self.line(f"{indent}  {rest}", owner, beside=False)
        elif style == "two lines" and rest:
            self.line(f'{indent}{key}: "{first}', owner, beside=False)
            self.line(f'{indent}  {rest}"', owner)
        else:
            self.pair(indent, key, text, owner)

    def answer(self, indent: str, key: str, answer: Answer) -> None:
        self.above(indent)
        noted = [k for k in ("note", "source") if getattr(answer, k)]
        style = self.one_of("block", "flow") if noted else self.one_of("bare", "bare", "block")
        if style == "bare":
            self.picks(indent, key, answer.picks, key)
        elif style == "flow":
            inner = [f"answer: [{', '.join(answer.picks)}]"]
            inner += [f"{k}: {self.scalar(getattr(answer, k))}" for k in noted]
            left, comma, right = self.one_of("{|, |}", "{ |,  | }").split("|")
            self.line(f"{indent}{key}: {left}{comma.join(inner)}{right}", key)
        else:
            self.line(f"{indent}{key}:", key)
            deeper = indent + self.one_of("  ", "  ", "    ")
            for k in self.shuffled(["answer", *noted]):
                self.above(deeper, key)
                if k == "answer":
                    self.picks(deeper, k, answer.picks, key)
                else:
                    self.note(deeper, k, getattr(answer, k), key)

    def answers(self, answers: dict[str, Answer]) -> None:
        if not answers:
            self.line(self.one_of("answers: {}", "answers: { }"), "answers")
            return
        bare = all(len(a.picks) == 1 and not a.note + a.source for a in answers.values())
        if bare and self.random.random() < 0.5:
            inner = ", ".join(f"{key}: {answer.picks[0]}" for key, answer in answers.items())
            self.line(f"answers: {{{inner}}}", "answers")
            return
        self.line("answers:", "answers")
        indent = self.one_of("  ", "  ", "   ", "    ")
        for key, answer in answers.items():
            self.answer(indent, key, answer)
        self.above(indent)

    def framework(self, id: str, version: str) -> None:
        if self.random.random() < 0.5:
            self.line(f"framework: {{ id: {id},  version: '{version}' }}", "framework")
            return
        self.line("framework:", "framework")
        indent = self.one_of("  ", "    ")
        self.line(f"{indent}id: {id}", "framework")
        self.line(f"{indent}version: {version}", "framework")


def typed(assessment: Assessment, random: Random) -> Typed:
    """The assessment as somebody might have typed it."""
    hand = _Hand(random)
    keys = ["cd360", "framework", "company", "date", "answers"]
    keys += [key for key in ("respondent", "role", "language") if getattr(assessment, key)]
    if random.random() < 0.3:
        hand.line("---", "")
    for key in hand.shuffled(keys):
        hand.above("")
        if key == "framework":
            hand.framework(*assessment.framework)
        elif key == "answers":
            hand.answers(dict(assessment.answers))
        elif key == "cd360":
            hand.line("cd360: 1", key)
        else:
            hand.pair("", key, getattr(assessment, key), key)
    hand.above("")
    newline = random.choice(["\n", "\n", "\n", "\r\n"])
    end = random.choice([newline, newline, ""])
    start = random.choice(["", "", "", "\ufeff"])
    return Typed(
        start + newline.join(line.text for line in hand.lines) + end, assessment, hand.lines
    )
