"""`cd360 batch --engine`: a table scored by an engine that is not installed with cd360."""

import importlib
from pathlib import Path

from cd360_cli import framework_file, streams
from cd360_cli.texts import engines as say

ENGINES = ("polars", "duckdb", "spark")

FORMS = {".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet"}
"""What a file of answers or rows is, by how its name ends."""


def run(source: Path, target: Path, engine: str, *, framework: Path | None, language: str) -> None:
    """Write the row of every respondent in `source` to `target`, by one of `ENGINES`.

    Wrong usage where the engine is not installed, or a file is of a form that is not known.
    """
    loaded = framework_file.load(framework)
    forms = (_form(source, language), _form(target, language))
    try:
        chosen = importlib.import_module(f"cd360_cli.engines.with_{engine}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("cd360_cli"):
            raise
        _refuse(say.MISSING.say(language).format(engine=engine))
    chosen.run(loaded.framework, source, target, forms)


def _form(file: Path, language: str) -> str:
    form = FORMS.get(file.suffix.lower())
    return form or _refuse(say.FORM.say(language).format(file=file))


def _refuse(sentence: str) -> str:
    streams.tell(sentence)
    raise SystemExit(streams.USAGE)
