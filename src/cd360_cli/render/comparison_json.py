"""A comparison as JSON, schema `cd360/comparison/1`.

Keys never vary. Numbers are rounded to four decimals; the `points` in a gap are whole and exact:
those of the answers add up to that of the gap, and `points_per_100` of them are 100 of score.
"""

from fractions import Fraction
from typing import Any

from cd360_cli.assessment import Answer
from cd360_cli.comparison import Comparison
from cd360_cli.difference import Difference, StepChange, StrategyChange
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded
from cd360_cli.render import as_json
from cd360_cli.render.as_json import rounded
from cd360_cli.shift import Shift

SCHEMA = "cd360/comparison/1"


def render(found: Comparison, loaded: Loaded, language: str) -> str:
    """The comparison as a JSON document, with each recommendation inside, names in `language`."""
    return as_json.document(plain(found, loaded, language))


def plain(found: Comparison, loaded: Loaded, language: str) -> dict[str, Any]:
    """The comparison as plain data. Places of assessments count from 0."""
    framework = loaded.framework
    results = [as_json.plain(side.result, loaded, language) for side in found.sides]
    pairs = zip(found.bases, found.differences, strict=True)
    return {
        "schema": SCHEMA,
        "tool": results[0]["tool"],
        "framework": results[0]["framework"],
        "order": "date" if found.over_time else "given",
        "against": "previous" if found.over_time else "first",
        "questions": {
            "compared": len(found.questions),
            "of": len(framework.questions),
            "left_out": [each._asdict() for each in found.left_out],
        },
        "assessments": [
            {"framework_version": side.version, "recommendation": result}
            for side, result in zip(found.sides, results, strict=True)
        ],
        "differences": [
            {"before": base, "after": n, **_difference(each, framework, language)}
            for n, (base, each) in enumerate(pairs, 1)
        ],
    }


def _difference(found: Difference, framework: Framework, language: str) -> dict[str, Any]:
    before, after = found.before, found.after
    strategies = {s.id: s.name.say(language) for s in framework.strategies}
    steps = {s.id: s.name.say(language) for s in framework.steps}
    conditions = {c.id: c.name.say(language) for c in framework.conditions}
    return {
        "verdict": {"before": before.verdict, "after": after.verdict},
        "strategy": {"before": before.strategy, "after": after.strategy},
        "strategies": [_strategy(s, strategies[s.id]) for s in found.strategies],
        "lenses": [
            {
                "lens": lens.lens,
                "before": list(lens.before),
                "after": list(lens.after),
                "differs": lens.differs,
            }
            for lens in found.lenses
        ],
        "gap": _gap(found.shift),
        "journey": [_step(step, steps[step.id]) for step in found.steps],
        "conditions": [
            {
                "id": c.id,
                "name": conditions[c.id],
                **dict(zip(("before", "after"), c.states, strict=True)),
                "differs": c.differs,
            }
            for c in found.conditions
        ],
        "answers": [
            {
                "question": a.question,
                "before": _picks(a.before),
                "after": _picks(a.after),
                "became": a.became,
            }
            for a in found.answers
        ],
        "answers_alike": found.alike,
    }


def _strategy(found: StrategyChange, name: str) -> dict[str, Any]:
    before, after = found.before, found.after
    return {
        "id": found.id,
        "name": name,
        "score": _change(before.score, after.score, found.score),
        "standing": _change(before.standing, after.standing, found.standing),
        "threshold_met": {"before": before.threshold_met, "after": after.threshold_met},
    }


def _gap(shift: Shift) -> dict[str, Any]:
    was, now, change = map(shift.of_score, (shift.before, shift.after, shift.change))
    return {
        "strategy": shift.strategy,
        "rival": shift.rival,
        **_change(was, now, change),
        "points": shift.change,
        "points_per_100": shift.full,
        "answers": [
            {
                "question": moved.question,
                "lens": moved.lens,
                "before": _picks(moved.before),
                "after": _picks(moved.after),
                "differs": moved.differs,
                "change": rounded(shift.of_score(moved.points)),
                "points": moved.points,
            }
            for moved in shift.answers
        ],
    }


def _step(step: StepChange, name: str) -> dict[str, Any]:
    before, after = step.before, step.after
    return {
        "id": step.id,
        "name": name,
        "importance": _change(before.importance, after.importance, step.importance),
        "satisfaction": _change(before.satisfaction, after.satisfaction, step.satisfaction),
        "opportunity": _change(before.opportunity, after.opportunity, step.opportunity),
        "emphasis": step.emphasis,
    }


def _change(
    before: Fraction | None, after: Fraction | None, change: Fraction | None
) -> dict[str, int | float | None]:
    return {"before": rounded(before), "after": rounded(after), "change": rounded(change)}


def _picks(answer: Answer | None) -> list[str] | None:
    return list(answer.picks) if answer else None
