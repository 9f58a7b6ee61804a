"""Read a YAML or JSON document from bytes into plain data, refusing what can surprise or harm.

YAML is read event by event, without building PyYAML's node tree: that keeps depth, size, aliases
and duplicate keys in our own hands, and lines at hand for error messages.
"""

import re
from contextlib import suppress
from functools import lru_cache
from typing import Any, NamedTuple

from cd360_cli.problems import Place, Problem, Refused, Subject
from cd360_cli.shape import Misread

MOST_BYTES = 4 * 1024 * 1024
"""The largest document read. The bundled framework is 30 times smaller."""

MOST_DEPTH = 32
"""The deepest nesting read. A framework needs eight levels."""

MOST_VALUES = 20_000
"""The most values and keys read: each may be a problem to look into. A framework has 4,000."""

_TRUTHS = {"true": True, "false": False}
_NOTHING = {"", "~", "null"}


class Document(NamedTuple):
    """Plain data with the name and text it came from."""

    name: str
    text: str
    data: Any

    def line(self, at: Place) -> int | None:
        """The line (from 1) of the value at `at`, or of the nearest value around it."""
        lines = _lines(self.text)
        while at and at not in lines:
            at = at[:-1]
        return lines.get(at)

    def trail(self, at: Place) -> str:
        """The place in words: keys, and for items of a list their id where they have one."""
        data, words = self.data, []
        for key in at:
            inner = _inside(data, key)
            id = inner.get("id") if isinstance(inner, dict) and isinstance(key, int) else None
            words.append(str(id or (key + 1 if isinstance(key, int) else key)))
            data = inner
        return ".".join(words)


def _inside(data: Any, key: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(key)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return None


class _Trouble(Exception):  # noqa: N818 - it says what happened, as a name should
    """A document that cannot be read, and the line where that shows."""

    def __init__(self, kind: str, line: int | None = None, **values: str) -> None:
        self.problem = Problem(kind, (), values)
        self.line = line
        super().__init__(kind)


def read(content: bytes, name: str, subject: Subject) -> Document:
    """Plain data of a YAML or JSON document.

    Raises `Refused` when it is too large or too deep, is not UTF-8, is not well formed, is empty,
    repeats a key, or uses anchors or tags.
    """
    try:
        text = _decoded(content)
        data = _from_json(text) if text.lstrip()[:1] in ("{", "[") else _from_yaml(text)
        if data is None:
            raise _Trouble("empty-document")
        return Document(name, text, data)
    except _Trouble as trouble:
        problem = trouble.problem._replace(line=trouble.line)
        raise Refused(subject, [problem], name) from None


def _decoded(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise _Trouble("too-large", most=f"{MOST_BYTES // 1024 // 1024}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _Trouble("not-utf-8", line) from None
    if "\0" in text:
        raise _Trouble("binary", text[: text.index("\0")].count("\n") + 1)
    return text


def _from_json(text: str) -> Any:
    import json

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            # JSON is YAML: reading it again that way finds the repeated key with its line.
            _from_yaml(text)
            raise _Trouble("duplicate-key", found="")
        return found

    def refuse(word: str) -> Any:
        raise _Trouble("not-well-formed", detail=word)

    try:
        data = json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
    except json.JSONDecodeError as error:
        # Flow-style YAML begins like JSON.
        if text.lstrip()[:1] == "{" and _looks_like_flow_yaml(text):
            return _from_yaml(text)
        raise _Trouble("not-well-formed", error.lineno, detail=error.msg) from None
    except RecursionError:
        raise _Trouble("too-deep", most=str(MOST_DEPTH)) from None
    except ValueError:
        raise _Trouble("number-too-long") from None
    _measure(data)
    if "\\u" in text:
        _refuse_half_characters(data)
    return data


def _looks_like_flow_yaml(text: str) -> bool:
    return re.match(r"\s*\{\s*[A-Za-z]", text) is not None


def _measure(data: Any) -> None:
    """Raise `_Trouble` where the data is too deep or too much."""
    level, depth, count = [data], 0, 0
    while level:
        inner: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                inner += value.values()
            elif isinstance(value, list):
                inner += value
        depth, count = depth + 1, count + len(level)
        if depth > MOST_DEPTH:
            raise _Trouble("too-deep", most=str(MOST_DEPTH))
        if count > MOST_VALUES:
            raise _Trouble("too-many-values", most=str(MOST_VALUES))
        level = inner


def _refuse_half_characters(data: Any) -> None:
    r"""Raise `_Trouble` where a text holds one of two halves, as in "\ud800": no file can."""
    from json import dumps

    try:
        dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise _Trouble("half-character", found=f"\\u{ord(error.object[error.start]):04x}") from None


def _from_yaml(text: str, lines: dict[Place, int] | None = None) -> Any:
    """Plain data of a YAML document; on the way, `lines` gets the line of every place."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        builder = _Builder(lines)
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
        return builder.root
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        detail = error.problem or error.context or ""
        raise _Trouble("not-well-formed", mark.line + 1 if mark else None, detail=detail) from None
    except yaml.YAMLError as error:
        raise _Trouble("not-well-formed", detail=str(error).splitlines()[0]) from None
    except RecursionError:
        raise _Trouble("too-deep", most=str(MOST_DEPTH)) from None


class _Open:
    """A mapping or list being filled, with the key that waits for its value."""

    __slots__ = ("has_key", "key", "value")

    def __init__(self, value: Any) -> None:
        self.value, self.key, self.has_key = value, "", False


class _Builder:
    """Builds plain data from YAML events, one at a time."""

    def __init__(self, lines: dict[Place, int] | None) -> None:
        self.root: Any = None
        self._lines = lines
        self._open: list[_Open] = []
        self._place: list[str | int] = []
        self._documents = self._values = 0
        self._takes = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._start,
            "SequenceStartEvent": self._start,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
        }

    def take(self, event: Any) -> None:
        """Take the next event. Raises `_Trouble`."""
        if take := self._takes.get(type(event).__name__):
            take(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _Trouble("several-documents", _line(event))

    def _alias(self, event: Any) -> None:
        raise _Trouble("alias", _line(event))

    def _scalar(self, event: Any) -> None:
        _refuse_extras(event)
        top = self._open[-1] if self._open else None
        if top and type(top.value) is dict and not top.has_key:
            if event.value in top.value:
                raise _Trouble("duplicate-key", _line(event), found=event.value)
            top.key, top.has_key = event.value, True
            return
        self._put(_scalar(event), event)
        if self._place:
            self._place.pop()

    def _start(self, event: Any) -> None:
        _refuse_extras(event)
        top = self._open[-1] if self._open else None
        if top and type(top.value) is dict and not top.has_key:
            raise _Trouble("key-not-text", _line(event))
        if len(self._open) >= MOST_DEPTH:
            raise _Trouble("too-deep", _line(event), most=str(MOST_DEPTH))
        value: Any = {} if type(event).__name__ == "MappingStartEvent" else []
        self._put(value, event)
        self._open.append(_Open(value))

    def _end(self, event: Any) -> None:
        self._open.pop()
        if self._place:
            self._place.pop()

    def _put(self, value: Any, event: Any) -> None:
        """Put a value where it belongs and leave its place on `_place`."""
        self._values += 1
        if self._values > MOST_VALUES:
            raise _Trouble("too-many-values", _line(event), most=str(MOST_VALUES))
        if not self._open:
            self.root = value
            return
        top = self._open[-1]
        if type(top.value) is dict:
            top.value[top.key] = value
            top.has_key = False
            self._place.append(top.key)
        else:
            self._place.append(len(top.value))
            top.value.append(value)
        if self._lines is not None:
            self._lines[tuple(self._place)] = _line(event)


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1


def _refuse_extras(event: Any) -> None:
    if event.anchor is not None:
        raise _Trouble("alias", _line(event))
    if event.tag is not None and event.tag != "!":
        raise _Trouble("tag", _line(event), found=event.tag)


def _scalar(event: Any) -> Any:
    if event.style or not event.implicit[0]:
        return event.value
    return plain_scalar(event.value)


def plain_scalar(text: str) -> Any:
    """What a scalar without quotes stands for: text only where every reader agrees that it is."""
    if text in _TRUTHS:
        return _TRUTHS[text]
    if text in _NOTHING:
        return None
    if text[:1] in "+-.0123456789":
        return _numeral(text)
    return Misread(text) if text.lower() in _MISREAD else text


_MISREAD = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}
"""What YAML 1.1 reads as something else than text, or people expect to be text."""


def _numeral(text: str) -> Any:
    """A whole number, text that only begins like one, or what readers disagree about."""
    if re.fullmatch(r"[-+]?(0|[1-9][0-9]{0,17})", text):
        return int(text)
    number = r"[-+]?(\.?[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|0[xo][0-9a-f]+|\.(inf|nan))"
    misread = re.fullmatch(rf"{number}|[0-9]+(:[0-5]?[0-9])+", text, re.IGNORECASE)
    return Misread(text) if misread else text


@lru_cache(maxsize=1)  # Every problem in a document asks where it is.
def _lines(text: str) -> dict[Place, int]:
    lines: dict[Place, int] = {(): 1}
    # JSON with tabs is not YAML; its places then go without a line.
    with suppress(_Trouble):
        _from_yaml(text, lines)
    return lines
