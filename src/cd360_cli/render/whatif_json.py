"""Before and after a change as JSON, schema `cd360/whatif/1`.

Both recommendations stand in it in full, `after` under the framework that was read but with the
lens weights in `changes`.
"""

import json

from cd360_cli.difference import Difference
from cd360_cli.framework_file import Loaded
from cd360_cli.render import as_json
from cd360_cli.whatif import Changes

SCHEMA = "cd360/whatif/1"


def render(found: Difference, changes: Changes, loaded: Loaded, language: str) -> str:
    """Both recommendations and what was changed, as a JSON document."""
    fields = {
        "schema": json.dumps(SCHEMA),
        "changes": as_json.spelled_out(json.dumps(changes._asdict(), ensure_ascii=False)),
        "before": _nested(as_json.render(found.before, loaded, language)),
        "after": _nested(as_json.render(found.after, loaded, language)),
    }
    lines = ",\n".join(f'  "{key}": {value}' for key, value in fields.items())
    return f"{{\n{lines}\n}}\n"


def _nested(document: str) -> str:
    """A document within another. JSON has no line feed inside a text, so none is changed."""
    return document.rstrip("\n").replace("\n", "\n  ")
