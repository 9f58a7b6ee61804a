"""Where the assessments of a team are found: files that are named, and folders full of them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cd360_cli.assessment import Assessment
from cd360_cli.assessment_file import of_document
from cd360_cli.document import Document, read
from cd360_cli.files import content_of
from cd360_cli.framework import Framework
from cd360_cli.pool import commonest, folded
from cd360_cli.problems import Problem, Refused

MOST_FILES = 100
"""Files of one team: more are a survey, for which there is `cd360 batch`."""

SUFFIXES = (".yaml", ".yml", ".json")
"""What the files of a folder must end in to be looked at."""


class Gathered(NamedTuple):
    """The assessments of a team, and what deserves a remark though it stops nothing.

    `files` are those that the assessments were read from.
    """

    assessments: tuple[Assessment, ...]
    files: tuple[Path, ...]
    remarks: tuple[Problem, ...]


class _Sheet(NamedTuple):
    """An assessment with the document that it was read from."""

    document: Document
    assessment: Assessment


def load(paths: Sequence[Path], framework: Framework) -> Gathered:
    """The assessments in files and folders, each file once.

    Raises `Refused` with every problem in any of the files, where they are about several companies,
    where there are fewer than two, and where there are too many.
    """
    problems: list[Problem] = []
    remarks: list[Problem] = []
    sheets = []
    files = list(_files(paths, problems, remarks))
    if len(files) > MOST_FILES:
        values = {"found": str(len(files)), "most": str(MOST_FILES)}
        raise Refused(
            "assessment", [Problem("too-many-files", values=values, source=str(paths[0]))]
        )
    for path, named in files:
        try:
            document = read(content_of(path, "assessment"), str(path), "assessment")
            if named or _is_assessment(document):
                sheets.append(_Sheet(document, of_document(document, framework)))
            else:
                remarks.append(Problem("not-an-assessment", source=str(path)))
        except Refused as refused:
            problems += (problem._replace(source=refused.source) for problem in refused.problems)
    problems += _strangers(sheets)
    if not problems and len(sheets) < 2:
        kind = "one-respondent" if sheets else "no-assessments"
        source = sheets[0].document.name if sheets else str(paths[0])
        problems.append(Problem(kind, source=source))
    if problems:
        raise Refused("assessment", problems)
    return Gathered(
        assessments=tuple(sheet.assessment for sheet in sheets),
        files=tuple(Path(sheet.document.name) for sheet in sheets),
        remarks=(*remarks, *_namesakes(sheets)),
    )


def _files(
    paths: Sequence[Path], problems: list[Problem], remarks: list[Problem]
) -> Iterator[tuple[Path, bool]]:
    """Each file once, with whether it was named itself; folders give theirs by the alphabet."""
    seen: set[str] = set()
    for path in paths:
        folder = os.path.isdir(path)
        for file in _in_folder(path, problems) if folder else [path]:
            # Unlike a Path's own, this has an answer for names too long and links in a circle.
            real = os.path.realpath(file)
            if real in seen:
                remarks.append(Problem("same-file", source=str(file)))
            else:
                seen.add(real)
                yield file, not folder


def _in_folder(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(
            file
            for file in folder.iterdir()
            if file.suffix.lower() in SUFFIXES
            and not file.name.startswith(".")
            and os.path.isfile(file)
        )
    except OSError as error:
        detail = error.strerror or type(error).__name__
        problems.append(Problem("unreadable", values={"detail": detail}, source=str(folder)))
        return []


def _is_assessment(document: Document) -> bool:
    """Whether somebody meant this as an assessment, however much is wrong with it."""
    return isinstance(document.data, dict) and not {"company", "answers"}.isdisjoint(document.data)


def _strangers(sheets: Sequence[_Sheet]) -> Iterator[Problem]:
    """Those about another company than most. Capitals and spaces make no other company."""
    companies = [sheet.assessment.company for sheet in sheets]
    usual = commonest(map(folded, companies)) if companies else ""
    expected = commonest(name for name in companies if folded(name) == usual) if companies else ""
    for sheet, found in zip(sheets, companies, strict=True):
        if folded(found) != usual:
            at = ("company",)
            values = {"found": found, "expected": expected}
            line, source = sheet.document.line(at), sheet.document.name
            yield Problem("other-company", at, values, line=line, source=source)


def _namesakes(sheets: Iterable[_Sheet]) -> Iterator[Problem]:
    """Each further file of a respondent who has one already."""
    first: dict[str, str] = {}
    for document, assessment in sheets:
        name = folded(assessment.respondent)
        if name and name in first:
            yield Problem("same-respondent", values={"other": first[name]}, source=document.name)
        elif name:
            first[name] = document.name
