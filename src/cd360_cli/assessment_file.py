"""Assessments as YAML or JSON: one file is one company at one time."""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cd360_cli.assessment import Answer, Assessment, assessment_of
from cd360_cli.document import plain_scalar, read
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


def save(path: Path, assessment: Assessment, *, new: bool = False) -> None:
    """Write an assessment whole: as JSON where the name ends so, else as YAML.

    Raises `Refused` where a `new` one would take the place of a file.
    """
    text = as_json(assessment) if path.suffix == ".json" else as_yaml(assessment)
    write_whole(path, text, new=new)


def path_for(company: str, *more: str) -> Path:
    """The file that an assessment of a company goes to when none is named.

    `more` tells apart those of one company; what cannot be part of a name is left out.
    """
    words = [_as_name(company) or "company", *filter(None, map(_as_name, more))]
    return Path("-".join(words) + SUFFIX)


def _as_name(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]


def as_json(assessment: Assessment) -> str:
    """The assessment as a JSON document."""
    return json.dumps(plain(assessment), ensure_ascii=False, indent=2) + "\n"


def as_yaml(assessment: Assessment) -> str:
    """The assessment as a YAML document."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Quotes every text that a reader could take for something else."""

    def represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        style = None if type(plain_scalar(text)) is str else "'"
        if not text.replace("\n", "").isprintable():
            style = '"'  # The other styles fold the rarer line breaks.
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, represent)
    return yaml.dump(
        plain(assessment), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100
    )


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
    if assessment.profile.revenue is not None:
        profile = assessment.profile
        written["profile"] = {"revenue": profile.revenue, "currency": profile.currency}
    return {**written, "answers": _answers(assessment.answers)}


def _answers(answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {question: _answer(answer) for question, answer in answers.items()}


def _answer(answer: Answer) -> Any:
    picks = [int(pick) if pick.isdecimal() else pick for pick in answer.picks]
    value = picks[0] if len(picks) == 1 else picks
    notes = {"note": answer.note, "source": answer.source}
    kept = {key: text for key, text in notes.items() if text}
    return {"answer": value, **kept} if kept else value
