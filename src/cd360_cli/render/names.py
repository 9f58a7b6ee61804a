"""What every rendering of a recommendation speaks with: its names, numbers and language."""

from collections.abc import Sequence
from fractions import Fraction

from cd360_cli.framework import Framework
from cd360_cli.recommendation import Recommendation
from cd360_cli.shape import Text
from cd360_cli.texts.wording import AND, inner, listed, short

UNKNOWN = "?"


class Names:
    """A recommendation with the names and the language to speak of it.

    The signs stand for more, less, emphasised and amiss.
    """

    up, down, here, warning = "↑", "↓", "▶", "!"

    def __init__(self, result: Recommendation, framework: Framework, language: str) -> None:
        self.result, self.framework, self.language = result, framework, language
        self.strategies = {s.id: s.name.say(language) for s in framework.strategies}
        self.lenses = {lens.id: lens.name.say(language) for lens in framework.lenses}
        self.steps = {s.id: s.name.say(language) for s in framework.steps}
        self.traits = {t.id: t.name.say(language) for t in framework.traits}

    def say(self, text: Text, /, **values: object) -> str:
        """A sentence of the tool, filled in."""
        return text.say(self.language).format(**values)

    def number(self, value: Fraction | int | None) -> str:
        """A number with one decimal where it has any; a question mark where it is unknown."""
        return UNKNOWN if value is None else short(value, self.language)

    def in_sentence(self, ids: Sequence[str], last: Text = AND) -> str:
        """The names of strategies, as they stand inside a sentence."""
        return listed([inner(self.strategies[id]) for id in ids], self.language, last)
