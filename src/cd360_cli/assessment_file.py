"""Assessments as YAML or JSON: one file is one company at one time."""

import json
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cd360_cli.assessment import (
    Answer,
    Assessment,
    FrameworkName,
    Profile,
    Retired,
    assessment_of,
)
from cd360_cli.document import Document, read
from cd360_cli.files import content_of, write_whole
from cd360_cli.framework import Framework
from cd360_cli.framework_file import located
from cd360_cli.problems import Refused

if TYPE_CHECKING:
    from cd360_cli.migration import Migration

SUFFIX = ".cd360.yaml"


def load(path: Path, framework: Framework, *, older: bool = False) -> Assessment:
    """The assessment in `path`; `older` as in `assessment_of`.

    Raises `Refused` with every problem in it.
    """
    return parse(content_of(path, "assessment"), str(path), framework, older=older)


def brought_up(
    content: bytes, name: str, framework: Framework
) -> tuple[Assessment, "Migration | None"]:
    """The assessment in the bytes of a file called `name`, also of an older framework.

    An older one comes as it stands under the present version, with what became of its answers; the
    file is as it was. Raises `Refused` with every problem in it.
    """
    written = parse(content, name, framework, older=True)
    if written.framework == FrameworkName(framework.id, framework.version):
        return written, None
    from cd360_cli.migration import migrated

    migration = migrated(written, framework)
    return migration.assessment, migration


def parse(content: bytes, name: str, framework: Framework, *, older: bool = False) -> Assessment:
    """The assessment in the bytes of a file called `name`; `older` as in `assessment_of`.

    Raises `Refused`.
    """
    return of_document(read(content, name, "assessment"), framework, older=older)


def of_document(document: Document, framework: Framework, *, older: bool = False) -> Assessment:
    """The assessment in a document that was read; `older` as in `assessment_of`.

    Raises `Refused` with every problem in it.
    """
    try:
        return assessment_of(document.data, framework, older=older)
    except Refused as refused:
        raise located(refused, document) from None


def save(path: Path, assessment: Assessment, *, new: bool = False) -> None:
    """Write an assessment whole, whatever stood in the file.

    Raises `Refused` where it cannot be written, or a `new` one would take the place of a file.
    """
    write_whole(path, as_text(path, assessment), new=new)


def path_for(company: str, *more: str) -> Path:
    """The file that an assessment of a company goes to when none is named.

    `more` tells apart those of one company; what cannot be part of a name is left out.
    """
    words = [_as_name(company) or "company", *filter(None, map(_as_name, more))]
    return Path("-".join(words) + SUFFIX)


def _as_name(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]


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
    written["answers"] = {name: _answer(answer) for name, answer in assessment.answers.items()}
    if assessment.retired:
        written["retired"] = {name: _retired(entry) for name, entry in assessment.retired.items()}
    return written


def _answer(answer: Answer) -> Any:
    kept = _evidence(answer)
    return {"answer": _picks(answer.picks), **kept} if kept else _picks(answer.picks)


def _retired(retired: Retired) -> dict[str, Any]:
    return {
        "answer": _picks(retired.answer),
        **_evidence(retired),
        "version": retired.version,
    }


def _evidence(answer: Answer | Retired) -> dict[str, str]:
    notes = {"note": answer.note, "source": answer.source}
    return {key: text for key, text in notes.items() if text}


def _picks(picks: Sequence[str]) -> Any:
    """Levels and positions as numbers; more than one pick as a list."""
    written = [int(pick) if re.fullmatch("[0-9]", pick) else pick for pick in picks]
    return written[0] if len(written) == 1 else written
