"""The text of an assessment file, changed only where the assessment does."""

import json
import re
from contextlib import suppress
from functools import lru_cache
from typing import Any

from cd360_cli.assessment import Assessment
from cd360_cli.assessment_file import as_json, as_yaml, plain
from cd360_cli.document import read
from cd360_cli.problems import Refused
from cd360_cli.shape import shaped
from cd360_cli.yaml_text import drop, holds_keys, put

MARK = "\ufeff"
"""What some editors put before UTF-8."""


def updated(text: str, assessment: Assessment) -> str:
    """`text`, YAML or JSON, with only what differs changed.

    Comments, order, quotes and layout of the rest stay; JSON keeps its order and indentation. What
    our reader finds in the outcome is exactly `assessment`: where that cannot be had together with
    the comments, the comments go.
    """
    was = _held(text)
    if was == assessment:
        return text
    mark, bare = text[: text.startswith(MARK)], text.removeprefix(MARK)
    as_whole = as_json if bare.lstrip()[:1] == "{" else as_yaml
    if was is None:
        return as_whole(assessment)
    # Whatever in a text trips an edit, it may cost the comments but never an answer.
    with suppress(Exception):
        edited = mark + _edited(bare, plain(was), plain(assessment))
        if _held(edited) == assessment:
            return edited
    return as_whole(assessment)


@lru_cache(1)  # The outcome of one change is what the next one starts from.
def _held(text: str) -> Assessment | None:
    """The assessment in a text, None where there is none."""
    try:
        data = read(text.encode("utf-8"), "", "assessment").data
    except Refused:
        return None
    held: Assessment | None = shaped(Assessment, data)[0]
    return held


def _edited(text: str, was: dict[str, Any], now: dict[str, Any]) -> str:
    if text.lstrip()[:1] == "{":
        with suppress(ValueError):  # YAML may begin like JSON.
            return _json(text, was, now)
    return _yaml(text, (), was, now)


def _yaml(text: str, at: tuple[str, ...], was: dict[str, Any], now: dict[str, Any]) -> str:
    for key, value in now.items():
        place = (*at, key)
        if key in was and value != was[key] and holds_keys(text, place):
            text = _yaml(text, place, _keyed(was[key]), _keyed(value))
        elif key not in was or value != was[key]:
            text = put(text, place, value)
    # Last, so that no mapping runs empty on the way.
    for key in was:
        if key not in now:
            text = drop(text, (*at, key))
    return text


def _json(text: str, was: dict[str, Any], now: dict[str, Any]) -> str:
    """Raises ValueError where the text is not JSON."""
    data = _merged(json.loads(text), was, now)
    indent = re.match(r"\s*\{\s*?\n([ \t]+)", text)
    end = text[len(text.rstrip()) :]
    return json.dumps(data, ensure_ascii=False, indent=indent and indent[1]) + end


def _merged(old: Any, was: Any, now: Any) -> Any:
    """`old`, which says what `was` says, changed to say `now`."""
    if was == now:
        return old
    if type(old) is not dict:
        return now
    was, now = _keyed(was), _keyed(now)
    kept = {key: _merged(old[key], was.get(key), now[key]) for key in old if key in now}
    return kept | {key: value for key, value in now.items() if key not in kept}


def _keyed(value: Any) -> dict[str, Any]:
    """What stands as a mapping in the file: an answer does so with or without a note."""
    return value if type(value) is dict else {"answer": value}
