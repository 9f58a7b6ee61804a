"""An explanation as JSON, schema `cd360/explanation/1`."""

from typing import Any

from cd360_cli.explanation import Explanation
from cd360_cli.framework_file import Loaded
from cd360_cli.render import as_json
from cd360_cli.render.as_json import rounded

SCHEMA = "cd360/explanation/1"


def render(found: Explanation, loaded: Loaded, language: str) -> str:
    """The explanation as a JSON document, with the recommendation inside."""
    return as_json.document(plain(found, loaded, language))


def plain(found: Explanation, loaded: Loaded, language: str) -> dict[str, Any]:
    """The explanation as plain data. Points are points of score (0-100)."""
    flips = found.challenge.flips
    return {
        "schema": SCHEMA,
        "strategy": found.strategy,
        "rival": found.rival,
        "leads": found.leads,
        "evidence": [
            {
                "question": e.question,
                "lens": e.lens,
                "answer": list(e.answer.picks) if e.answer else None,
                "strategy": rounded(e.strategy),
                "rival": rounded(e.rival),
                "difference": rounded(e.gap),
            }
            for e in found.evidence
        ],
        "flips": None if flips is None else [change._asdict() for change in flips],
        "leaders_after_flips": list(found.leaders_after_flips),
        "weight_tolerance": rounded(found.challenge.tolerance),
        "open": found.challenge.open,
        "turning_points": [
            {"lens": t.lens, "now": rounded(t.now), "at": rounded(t.at)}
            for t in found.turning_points
        ],
        "left_out": [
            {"question": o.question, "leaders": list(o.leaders), "verdict": o.verdict}
            for o in found.left_out
        ],
        "unknown": [
            {"question": u.question, "overturns": u.overturns, "spread": rounded(u.spread)}
            for u in found.unknown
        ],
        "effects": [
            {
                "kind": e.kind,
                "target": e.target,
                "level": rounded(e.level),
                "points": rounded(e.points),
            }
            for e in found.effects
        ],
        "path": [rise._asdict() for rise in found.path],
        "recommendation": as_json.plain(found.result, loaded, language),
    }
