"""Assessments as YAML or JSON: one file is one company at one time."""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cd360_cli.assessment import Answer, Assessment, Profile, assessment_of
from cd360_cli.document import read
from cd360_cli.files import content_of, write_whole
from cd360_cli.framework import Framework
from cd360_cli.framework_file import located
from cd360_cli.problems import Refused

SUFFIX = ".cd360.yaml"


def load(path: Path, framework: Framework) -> Assessment:
    """The assessment in `path`. Raises `Refused` with every problem in it."""
    return parse(content_of(path, "assessment"), str(path), framework)


def parse(content: bytes, name: str, framework: Framework) -> Assessment:
    """The assessment in the bytes of a file called `name`. Raises `Refused`."""
    document = read(content, name, "assessment")
    try:
        return assessment_of(document.data, framework)
    except Refused as refused:
        raise located(refused, document) from None


def save(path: Path, assessment: Assessment) -> None:
    """Write an assessment whole, whatever stood in the file."""
    write_whole(path, as_text(path, assessment))


def path_for(company: str) -> Path:
    """The file that an assessment of a company goes to when none is named."""
    plain = unicodedata.normalize("NFKD", company).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
    return Path((name or "company") + SUFFIX)


def as_text(path: Path, assessment: Assessment) -> str:
    """What a new file at `path` holds: JSON where the name ends so, else YAML."""
    return as_json(assessment) if path.suffix == ".json" else as_yaml(assessment)


def as_json(assessment: Assessment) -> str:
    """The assessment as a JSON document."""
    return json.dumps(plain(assessment), ensure_ascii=False, indent=2) + "\n"


def as_yaml(assessment: Assessment) -> str:
    """The assessment as a YAML document."""
    from cd360_cli.yaml_text import written

    return written(plain(assessment))


def plain(assessment: Assessment) -> dict[str, Any]:
    """The assessment as plain data, without what is empty."""
    heading: dict[str, Any] = {
        "cd360": assessment.cd360,
        "framework": {"id": assessment.framework.id, "version": assessment.framework.version},
        "company": assessment.company,
        "date": assessment.date,
        "respondent": assessment.respondent,
        "role": assessment.role,
        "language": assessment.language,
    }
    written = {key: value for key, value in heading.items() if value != ""}
    if assessment.profile != Profile():
        profile = assessment.profile._asdict()
        written["profile"] = {key: value for key, value in profile.items() if value is not None}
    return {**written, "answers": _answers(assessment.answers)}


def _answers(answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {question: _answer(answer) for question, answer in answers.items()}


def _answer(answer: Answer) -> Any:
    picks = [int(pick) if pick.isdecimal() else pick for pick in answer.picks]
    value = picks[0] if len(picks) == 1 else picks
    notes = {"note": answer.note, "source": answer.source}
    kept = {key: text for key, text in notes.items() if text}
    return {"answer": value, **kept} if kept else value
