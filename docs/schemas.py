"""Write the JSON Schemas in data/ from the annotations: `python docs/schemas.py`."""

import json
from pathlib import Path
from typing import Any

from cd360_cli.assessment import Assessment
from cd360_cli.framework import Framework
from cd360_cli.json_schema import json_schema

DATA = Path(__file__).parents[1] / "data"
RECORDS: dict[str, tuple[Any, str]] = {
    "framework": (Framework, "cd360 framework, format 1"),
    "assessment": (Assessment, "cd360 assessment, format 1"),
}


def text_of(name: str) -> str:
    """The text of a schema file."""
    return json.dumps(json_schema(*RECORDS[name]), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in RECORDS:
        (DATA / f"{name}.schema.json").write_text(text_of(name), encoding="utf-8")
