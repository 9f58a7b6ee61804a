"""A team as JSON, schema `cd360/team/1`.

Respondents are numbered from 1, in no order that a file came in; where the team is anonymous
nothing has a number, a name or a role. Keys never vary.
"""

from collections.abc import Sequence
from typing import Any

from cd360_cli.consensus import Consensus
from cd360_cli.discussion import FIRST, Margin, Topic
from cd360_cli.framework_file import Loaded
from cd360_cli.render import as_json
from cd360_cli.render.as_json import rounded
from cd360_cli.spread import Spread
from cd360_cli.team import Absence, Respondent, Role, Team

SCHEMA = "cd360/team/1"


def render(found: Team, loaded: Loaded, language: str) -> str:
    """The team as a JSON document, with the recommendation for it inside, names in `language`."""
    return as_json.document(plain(found, loaded, language))


def plain(found: Team, loaded: Loaded, language: str) -> dict[str, Any]:
    """The team as plain data."""
    framework = loaded.framework
    recommendation = as_json.plain(found.result, loaded, language)
    first, last = found.dates
    named = not found.anonymous
    strategies = {s.id: s.name.say(language) for s in framework.strategies}
    steps = {s.id: s.name.say(language) for s in framework.steps}
    emphasised = {e.id for e in found.result.journey if e.emphasise}
    return {
        "schema": SCHEMA,
        "tool": recommendation["tool"],
        "framework": recommendation["framework"],
        "team": {
            "company": found.result.assessment.company,
            "from": first,
            "to": last,
            "language": language,
            "anonymous": found.anonymous,
            "respondents": len(found.respondents),
            "counted": sum(r.counted for r in found.respondents),
        },
        "respondents": [
            _respondent(n if named else None, r) for n, r in enumerate(found.respondents, 1)
        ],
        "agreement": _consensus(found.consensus),
        "roles": [_role(role) for role in found.roles],
        "talk_first": [topic.question for topic in found.topics[:FIRST]],
        "disagreements": [_topic(topic) for topic in found.topics],
        "absence_overturns": any(absence.overturns for absence in found.absences),
        "absences": [_absence(absence) for absence in found.absences],
        "strategies": [_spread(s, strategies[s.id]) for s in found.strategies],
        "steps": [
            {**_spread(s, steps[s.id]), "emphasise": s.id in emphasised} for s in found.steps
        ],
        "recommendation": recommendation,
    }


def _respondent(number: int | None, respondent: Respondent) -> dict[str, Any]:
    return {
        "number": number,
        "name": respondent.name or None,
        "role": respondent.role or None,
        "strategy_answers": respondent.answered,
        "counted": respondent.counted,
        "leaders": list(respondent.leaders),
        "verdict": respondent.verdict,
    }


def _consensus(consensus: Consensus) -> dict[str, Any]:
    return {name: rounded(figure) for name, figure in consensus._asdict().items()}


def _role(role: Role) -> dict[str, Any]:
    return {
        "role": role.role,
        "respondents": _numbers(role.respondents),
        "leaders": list(role.leaders),
        "agreement": _consensus(role.consensus),
    }


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "question": topic.question,
        "disagreement": rounded(topic.disagreement),
        "effect": rounded(topic.effect),
        "weight": rounded(topic.weight),
        "margin": _margin(topic.margin) if topic.margin else None,
        "answers": [
            {
                "answer": list(said.picks),
                "count": said.people,
                "respondents": _numbers(said.respondents),
            }
            for said in topic.said
        ],
    }


def _margin(margin: Margin) -> dict[str, Any]:
    return {
        "leader": margin.leader,
        "rival": margin.rival,
        "now": rounded(margin.now),
        "low": rounded(margin.low),
        "high": rounded(margin.high),
        "turns": margin.turns,
    }


def _absence(absence: Absence) -> dict[str, Any]:
    return {
        "respondent": _number(absence.respondent),
        "leaders": list(absence.leaders),
        "verdict": absence.verdict,
        "overturns": absence.overturns,
    }


def _spread(spread: Spread, name: str) -> dict[str, Any]:
    return {
        "id": spread.id,
        "name": name,
        "team": rounded(spread.team),
        "low": rounded(spread.low),
        "high": rounded(spread.high),
        "places": [
            {"respondent": _number(place.respondent), "value": rounded(place.value)}
            for place in spread.places
        ],
    }


def _numbers(places: Sequence[int]) -> list[int]:
    return [place + 1 for place in places]


def _number(place: int | None) -> int | None:
    return None if place is None else place + 1
