"""What many respondents come to together as JSON, schema `cd360/summary/1`. Keys never vary."""

import json
from typing import Any

from cd360_cli import __version__
from cd360_cli.framework_file import Loaded
from cd360_cli.render.as_json import rounded
from cd360_cli.respondent_summary import Asked, Summary

SCHEMA = "cd360/summary/1"


def render(found: Summary, loaded: Loaded) -> str:
    """The summary as a JSON document; shares (0-1) are rounded to four decimals."""
    framework = loaded.framework
    plain = {
        "schema": SCHEMA,
        "tool": {"name": "cd360", "version": __version__},
        "framework": {
            "id": framework.id,
            "version": framework.version,
            "sha256": loaded.sha256,
        },
        "rows": found.rows,
        "scored": found.scored,
        "verdicts": dict(found.verdicts),
        "strategies": dict(found.strategies),
        "agreement": {
            name: rounded(figure)
            for name, figure in found.consensus._asdict().items()
            if name != "order"
        },
        "questions": [_asked(each) for each in found.questions],
    }
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _asked(asked: Asked) -> dict[str, Any]:
    return {
        "question": asked.question,
        "answered": asked.answered,
        "dont_know": asked.dont_know,
        "not_applicable": asked.not_applicable,
        "open": asked.open,
        "unknown": rounded(asked.unknown),
        "commonest": list(asked.commonest),
        "share": rounded(asked.share),
    }
