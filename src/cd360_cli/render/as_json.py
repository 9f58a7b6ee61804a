"""The recommendation as JSON, schema `cd360/recommendation/1`.

Fields are added, never renamed; keys never vary with options. Scores are numbers rounded to four
decimals; `points` are whole and exact: a strategy's are the sum of its contributions, and
`points_per_100` of them make a score of 100.
"""

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from cd360_cli import __version__
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.journey import Emphasis
from cd360_cli.knowledge import Move
from cd360_cli.recommendation import Coverage, Recommendation, StrategyResult
from cd360_cli.scoring import Contribution
from cd360_cli.shape import Text

SCHEMA = "cd360/recommendation/1"


def render(recommendation: Recommendation, loaded: Loaded, language: str) -> str:
    """The recommendation as a JSON document, names in `language`.

    A line for each field and each item of a list: as easy to read and compare as indented JSON,
    at a tenth of the time.
    """
    fields = plain(recommendation, loaded, language).items()
    lines = ",\n".join(f"  {_line(key)}: {_value(value)}" for key, value in fields)
    return spelled_out(f"{{\n{lines}\n}}\n")


def document(data: Any) -> str:
    """Plain data as an indented JSON document."""
    return spelled_out(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def spelled_out(text: str) -> str:
    r"""JSON that reads the same, with what would steer a terminal written as `\u009b`."""
    return "\n".join(
        line if line.isprintable() else "".join(map(_spelled_out, line))
        for line in text.split("\n")
    )


def _spelled_out(character: str) -> str:
    from cd360_cli.texts.wording import SPACES

    known = character.isprintable() or character in SPACES
    return character if known else json.dumps(character)[1:-1]


_line = json.JSONEncoder(ensure_ascii=False).encode


def _value(value: Any) -> str:
    if not value or not isinstance(value, list):
        return _line(value)
    items = ",\n".join(f"    {_line(item)}" for item in value)
    return f"[\n{items}\n  ]"


def plain(result: Recommendation, loaded: Loaded, language: str) -> dict[str, Any]:
    """The recommendation as plain data."""
    framework = loaded.framework
    assessment = result.assessment
    name = {x.id: x.name.say(language) for x in framework.strategies}
    return {
        "schema": SCHEMA,
        "tool": {"name": "cd360", "version": __version__},
        "framework": {
            "id": framework.id,
            "version": framework.version,
            "sha256": loaded.sha256,
        },
        "assessment": {
            "company": assessment.company,
            "date": assessment.date,
            "respondent": assessment.respondent or None,
            "role": assessment.role or None,
            "language": language,
        },
        "recommendation": {
            "strategy": result.strategy,
            "verdict": result.verdict,
            "candidates": list(result.candidates),
            "runner_up": result.runner_up,
            "answers_to_flip": result.answers_to_flip,
            "weight_tolerance": rounded(result.weight_tolerance),
            "lens_share": rounded(result.lens_share),
        },
        "points_per_100": result.full,
        "strategies": [_strategy(s, name[s.id]) for s in result.strategies],
        "lens_gaps": list(result.lens_gaps),
        "disciplines": [
            {
                "id": d.id,
                "name": _named(framework.disciplines, d.id, language),
                "importance": rounded(d.importance),
                "satisfaction": rounded(d.satisfaction),
                "opportunity": rounded(d.opportunity),
                "emphasise": d.emphasise,
            }
            for d in result.disciplines
        ],
        "journey": _journey(framework, result.journey, language),
        "traits": [_emphasis(e, _named(framework.traits, e.id, language)) for e in result.traits],
        "candidate_journeys": [
            {
                "strategy": c.strategy,
                "journey": _journey(framework, c.journey, language),
                "traits": [
                    _emphasis(e, _named(framework.traits, e.id, language)) for e in c.traits
                ],
            }
            for c in result.candidate_journeys
        ],
        "tensions": [
            {
                "id": t.id,
                "name": _named(framework.tensions, t.id, language),
                "position": rounded(t.position),
            }
            for t in result.tensions
        ],
        "conditions": [
            {
                "id": c.id,
                "name": _named(framework.conditions, c.id, language),
                "strategy": c.strategy,
                "level": rounded(c.level),
                "minimum": c.minimum,
                "met": c.met,
                "applies": c.applies,
            }
            for c in result.conditions
        ],
        "moves": [_move(move, language) for move in result.moves],
        "contradictions": [
            {
                "id": c.id,
                "questions": [claim.question for claim in c.claims],
                "says": c.says.say(language),
            }
            for c in result.contradictions
        ],
        "staffing": [
            {"benchmark": s.benchmark, "rule": s.rule, "people": rounded(s.people)}
            for s in result.staffing
        ],
        "closest_cases": [
            {
                "id": n.case.company.id,
                "company": n.case.company.company,
                "period": n.case.company.period,
                "strategy": n.case.strategy,
                "distance": rounded(n.distance),
            }
            for n in result.closest
        ],
        "coverage": _coverage(result),
        "contributions": [_contribution(c) for c in result.contributions],
    }


def rounded(value: Fraction | int | None) -> int | float | None:
    """A number rounded half up to four decimals, by whole-number arithmetic."""
    if value is None:
        return None
    if value == int(value):
        return int(value)
    tens = (2 * 10_000 * value.numerator + value.denominator) // (2 * value.denominator)
    return tens / 10_000


def _named(items: Sequence[Any], id: str, language: str) -> str:
    name: Text = next(item.name for item in items if item.id == id)
    return name.say(language)


def _strategy(result: StrategyResult, name: str) -> dict[str, Any]:
    return {
        "id": result.id,
        "name": name,
        "score": rounded(result.score),
        "points": result.points,
        "low": rounded(result.low),
        "high": rounded(result.high),
        "lenses": {lens.lens: rounded(lens.score) for lens in result.lenses},
        "leads_in": [lens.lens for lens in result.lenses if lens.leads],
        "lens_share": rounded(result.lens_share),
        "standing": rounded(result.standing),
        "threshold_met": result.threshold_met,
    }


def _journey(
    framework: Framework, journey: Sequence[Emphasis], language: str
) -> list[dict[str, Any]]:
    steps = {step.id: step for step in framework.steps}
    return [
        {
            "id": e.id,
            "name": steps[e.id].name.say(language),
            "discipline": steps[e.id].discipline,
            **_weights(e),
        }
        for e in journey
    ]


def _emphasis(emphasis: Emphasis, name: str) -> dict[str, Any]:
    return {"id": emphasis.id, "name": name, **_weights(emphasis)}


def _weights(emphasis: Emphasis) -> dict[str, Any]:
    return {
        "importance": rounded(emphasis.importance),
        "satisfaction": rounded(emphasis.satisfaction),
        "opportunity": rounded(emphasis.opportunity),
        "band": emphasis.band,
        "emphasise": emphasis.emphasise,
        "reasons": [
            {"because": r.because, "of": r.of, "points": rounded(r.points)}
            for r in emphasis.reasons
        ],
    }


def _move(move: Move, language: str) -> dict[str, Any]:
    return {
        "id": move.id,
        "kind": move.kind,
        "target": move.target,
        "do": move.do.say(language),
        "because": move.because.say(language),
        "basis": move.basis,
        "sources": list(move.sources),
    }


def _coverage(result: Recommendation) -> dict[str, Any]:
    answered, applying = result.strategy_answers
    return {
        "strategy_questions": {"answered": answered, "applying": applying},
        "blocks": {c.block: _block(c) for c in result.coverage},
    }


def _block(coverage: Coverage) -> dict[str, int]:
    return {
        "questions": coverage.questions,
        "answered": coverage.answered,
        "dont_know": coverage.dont_know,
        "not_applicable": coverage.not_applicable,
        "open": coverage.open,
    }


def _contribution(contribution: Contribution) -> dict[str, Any]:
    answer = contribution.answer
    return {
        "question": contribution.question,
        "lens": contribution.lens,
        "answer": list(answer.picks) if answer else None,
        "note": (answer.note or None) if answer else None,
        "source": (answer.source or None) if answer else None,
        "points": dict(contribution.points),
    }
