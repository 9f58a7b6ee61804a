"""Where the published cases live: labels in `data/cases.yaml`, answers in `data/cases/`."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from cd360_cli import assessment_file
from cd360_cli.assessment import Assessment
from cd360_cli.cases import Case, Company, Published, TraitExample
from cd360_cli.document import read
from cd360_cli.files import content_of
from cd360_cli.framework import Framework
from cd360_cli.framework_file import Loaded, bundled, is_bundled, located, stamp
from cd360_cli.problems import Refused
from cd360_cli.recommendation import recommend
from cd360_cli.shape import reader, shaped

LABELS = "cases.yaml"
SHEETS = "cases"
COMPILED = "cases.json"


def load(loaded: Loaded) -> tuple[Case, ...]:
    """The cases as the bundled framework sees them; none for another framework."""
    if not is_bundled(loaded):
        return ()
    home = bundled(LABELS).parent
    return _compiled(home, _stamp(home, loaded)) or _weighed(home, loaded.framework)


def compile_cases(home: Path, loaded: Loaded) -> None:
    """Write `cases.json` beside the labels in `home`: what would be computed at every start."""
    cases = [_plain(case) for case in _weighed(home, loaded.framework)]
    compiled = {"stamp": _stamp(home, loaded), "cases": cases}
    text = json.dumps(compiled, ensure_ascii=False, separators=(",", ":"))
    (home / COMPILED).write_text(text, encoding="utf-8")


def published(home: Path) -> Published:
    """The published labels. Raises `Refused`."""
    path = home / LABELS
    document = read(content_of(path, "framework"), str(path), "framework")
    found, problems = shaped(Published, document.data)
    if problems:
        raise located(Refused("framework", problems), document)
    return found  # type: ignore[no-any-return]


def sheet(home: Path, case: Company | TraitExample, framework: Framework) -> Assessment:
    """The answers coded for a case. Raises `Refused`."""
    return assessment_file.load(home / SHEETS / f"{case.id}.yaml", framework)


def _weighed(home: Path, framework: Framework) -> tuple[Case, ...]:
    return tuple(
        _case(company, framework, sheet(home, company, framework))
        for company in published(home).companies
    )


def _case(company: Company, framework: Framework, assessment: Assessment) -> Case:
    result = recommend(framework, assessment)
    scores = {s.id: s.score for s in result.strategies}
    return Case(company, result.verdict, result.strategy, result.candidates, scores)


def _stamp(home: Path, loaded: Loaded) -> str:
    """Changes when the framework, a label or an answer does."""
    files = [home / LABELS, *sorted((home / SHEETS).glob("*.yaml"))]
    return stamp(loaded.sha256.encode(), *(file.read_bytes() for file in files))


def _plain(case: Case) -> dict[str, Any]:
    labels = [label._asdict() for label in case.company.labels]
    return {
        "company": {**case.company._asdict(), "labels": labels},
        "verdict": case.verdict,
        "strategy": case.strategy,
        "candidates": case.candidates,
        "scores": {s: [score.numerator, score.denominator] for s, score in case.scores.items()},
    }


def _compiled(home: Path, made_of: str) -> tuple[Case, ...]:
    try:
        compiled = json.loads((home / COMPILED).read_bytes())
    except (OSError, ValueError):
        return ()
    if compiled.get("stamp") != made_of:
        return ()
    company = reader(Company)
    return tuple(
        Case(
            company(row["company"], (), []),
            row["verdict"],
            row["strategy"],
            tuple(row["candidates"]),
            {s: Fraction(*parts) for s, parts in row["scores"].items()},
        )
        for row in compiled["cases"]
    )
