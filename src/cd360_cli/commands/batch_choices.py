"""What `cd360 batch` is to read and write, and which choices make no sense together."""

import os
from pathlib import Path
from typing import NamedTuple, NoReturn

from cd360_cli import streams
from cd360_cli.row_file import opened_file
from cd360_cli.row_form import FormName
from cd360_cli.shape import Text
from cd360_cli.texts import batch as say
from cd360_cli.texts.wording import visible

STANDARD_INPUT = "-"

_SUFFIXES: dict[str, FormName] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
    ".parquet": "parquet",
}

_SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".ods", ".numbers")


class Choices(NamedTuple):
    """What to read and write, and how; `read` and `write` overrule what the names tell."""

    source: str
    out: Path | None = None
    read: FormName | None = None
    write: FormName | None = None
    rejects: Path | None = None
    resume: bool = False
    summary: bool = False
    engine: str | None = None


class Forms(NamedTuple):
    """What the input is and what the output is to be."""

    read: FormName
    write: FormName


def forms_of(choices: Choices, language: str, *, as_json: bool) -> Forms:
    """The formats. Leaves where nothing tells them, or choices make no sense together."""
    read = choices.read or form_of(Path(choices.source))
    if read is None:
        _require_form(choices.source, language)
    told = choices.write or form_of(choices.out)
    if told is None and choices.out and choices.out.suffix:
        misused(say.WHICH_FORM, language, name=str(choices.out), option="--to")
    write: FormName = told or ("csv" if read == "parquet" else read)
    if choices.summary:
        _require_no_rows(choices, language)
    elif as_json:
        misused(say.ONLY_WITH_SUMMARY, language)
    if choices.resume and choices.out is None:
        misused(say.RESUME_NEEDS_OUTPUT, language)
    if choices.resume and write == "parquet":
        misused(say.NO_RESUME_OF_PARQUET, language)
    if write == "parquet" and choices.out is None:
        misused(say.PARQUET_NEEDS_OUTPUT, language)
    if read == "parquet" and choices.source == STANDARD_INPUT:
        misused(say.PARQUET_FROM_A_FILE, language)
    named = (Path(choices.source), choices.out, choices.rejects)
    # Unlike a Path's own, this has an answer for links in a circle.
    files = [os.path.realpath(path) for path in named if path]
    if twice := [file for file in files if files.count(file) > 1]:
        misused(say.SAME_FILE, language, name=twice[0])
    return Forms(read, write)


def form_of(path: Path | None) -> FormName | None:
    """The format that the name of a file ends in."""
    return _SUFFIXES.get(path.suffix.lower()) if path else None


def _require_form(source: str, language: str) -> NoReturn:
    """Say what is wrong with a table whose form its name does not tell. Raises `Refused`."""
    path = Path(source)
    # A pipe without a name that tells its form would wait to be opened.
    if source != STANDARD_INPUT and (path.is_dir() or not path.exists()):
        opened_file(path)
    sheet = source.lower().endswith(_SPREADSHEETS)
    misused(say.SPREADSHEET if sheet else say.WHICH_FORM, language, name=source, option="--from")


def _require_no_rows(choices: Choices, language: str) -> None:
    writing = {
        "--out": choices.out,
        "--to": choices.write,
        "--rejects": choices.rejects,
        "--resume": choices.resume,
    }
    for option, given in writing.items():
        if given:
            misused(say.NOT_WITH_SUMMARY, language, option=option)


def misused(text: Text, language: str, **values: str) -> NoReturn:
    """Say what is wrong with the choices, and leave with the code of wrong usage."""
    streams.tell(visible(text.say(language).format(**values)))
    raise SystemExit(streams.USAGE)
