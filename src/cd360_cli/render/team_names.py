"""What the respondents of a team are called on a screen."""

from collections.abc import Sequence
from string import ascii_uppercase

from cd360_cli.team import Team
from cd360_cli.texts import team as say
from cd360_cli.texts.wording import OR, listed, visible


class Names:
    """The respondents by name, else by role, else by number; by how many where anonymous.

    `letters` head the columns of their places, empty where anonymous; `lettered` tells whether
    there is room for such columns.
    """

    def __init__(self, team: Team, language: str, *, lettered: bool) -> None:
        people = len(team.respondents)
        self.lettered = lettered and people <= len(ascii_uppercase)
        self.letters = [""] * people if team.anonymous else list(ascii_uppercase[:people])
        self._team, self._language = team, language
        self._names = self._distinct()

    @property
    def introduced(self) -> str:
        """All respondents with their roles, and the letters of their columns."""
        people = len(self._team.respondents)
        if self._team.anonymous:
            return say.RESPONDENTS.say(self._language).format(n=people)
        names = listed([self._with_role(n) for n in range(people)], self._language)
        return say.INTRODUCED.say(self._language).format(n=people, names=names)

    def all_of(self, places: Sequence[int | None]) -> str:
        """`a, b and c`, or `3 of 5`."""
        if self._team.anonymous:
            values = {"n": len(places), "all": len(self._team.respondents)}
            return say.SOME.say(self._language).format(**values)
        return listed(self._of(places), self._language)

    def any_of(self, places: Sequence[int | None]) -> str:
        """`a, b or c`, or `any one of 3 respondents`."""
        if self._team.anonymous:
            text = say.ANYBODY if len(places) > 1 else say.SOMEBODY
            return text.say(self._language).format(n=len(places))
        return listed(self._of(places), self._language, OR)

    def _of(self, places: Sequence[int | None]) -> list[str]:
        return [self._names[n] for n in places if n is not None]

    def _distinct(self) -> list[str]:
        found = [
            visible(r.name or r.role or say.NUMBERED.say(self._language).format(n=n))
            for n, r in enumerate(self._team.respondents, 1)
        ]
        return [
            say.SAME_NAME.say(self._language).format(name=name, n=found[:n].count(name) + 1)
            if found.count(name) > 1
            else name
            for n, name in enumerate(found)
        ]

    def _with_role(self, n: int) -> str:
        respondent, name = self._team.respondents[n], self._names[n]
        letter = f"{self.letters[n]} " if self.lettered else ""
        if not (respondent.name and respondent.role):
            return letter + name
        role = visible(respondent.role)
        return letter + say.WITH_ROLE.say(self._language).format(name=name, role=role)
