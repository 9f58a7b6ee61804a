"""Turn plain data (mappings, lists, scalars) into our records, by their annotations.

The annotations are the one definition of a file's structure: this module reads values by them and
writes the JSON Schema from them. Every misfit becomes a `Problem`; none stops the reading.
"""

import re
import types
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from cd360_cli.problems import Place, Problem, unknown

Id = Annotated[str, "id"]
"""A name in a file: lower-case letters, digits and hyphens, starting with a letter."""

Date = Annotated[str, "date"]
"""A day, as in 2026-11-22."""

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2}")


class Text(dict[str, str]):
    """The same text in every language of the framework: language code -> text."""

    def say(self, language: str) -> str:
        """The text in `language`, or in the first language there is."""
        return self.get(language) or next(iter(self.values()), "")


class Misread(str):
    """A plain scalar that YAML readers disagree about, such as `no` or `1.10`: it wants quotes."""


class Span(tuple[int, int]):
    """The least and greatest whole number allowed, both included."""


Reader = Callable[[Any, Place, list[Problem]], Any]


def shaped(kind: Any, data: object, at: Place = ()) -> tuple[Any, list[Problem]]:
    """`data` as a value of `kind`, with all its problems; with problems, the value is None."""
    problems: list[Problem] = []
    value = reader(kind)(data, at, problems)
    return (None if problems else value), problems


@cache
def reader(kind: Any) -> Reader:
    """The function that reads a value of `kind`: built once, then used for every such value."""
    origin, arguments = get_origin(kind), get_args(kind)
    if own := getattr(kind, "read", None):
        return cast(Reader, own)
    if hasattr(kind, "_fields"):
        return _record(kind)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if origin is Annotated:
        return _whole_number_within(arguments[1])
    if origin is Literal:
        return _one_of(arguments)
    if origin is tuple:
        return _list(reader(arguments[0]))
    if origin in (Union, types.UnionType):
        return reader(next(a for a in arguments if a is not type(None)))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(reader(arguments[0]), reader(arguments[1]))
    raise TypeError(f"no reader for {kind}")


def keys(record: Any) -> dict[str, bool]:
    """The keys of a record as they stand in a file, and whether each must be there."""
    return {name: name not in record._field_defaults for name in record._fields}


def misfit(problems: list[Problem], at: Place, expected: str, data: object) -> None:
    """Note that `data` is not what was expected, a key of `texts.problems.KINDS`."""
    values = {"expected": expected, "found": describe(data)}
    if type(data) in (Misread, int, bool, str):
        values["written"] = str(data)
    problems.append(Problem("misfit", at, values))


def describe(data: object) -> str:
    """What kind of plain value this is, as a key of `texts.problems.KINDS`."""
    match data:
        case None:
            return "nothing"
        case bool():
            return "truth"
        case int() | float():
            return "number"
        case Misread():
            return "misread"
        case str():
            return "text" if data.strip() else "empty"
        case list():
            return "list"
        case dict():
            return "mapping"
    return "nothing"


def _text(data: Any, at: Place, problems: list[Problem]) -> str:
    if type(data) is str and data.strip():
        return data
    misfit(problems, at, "text", data)
    return ""


def _id(data: Any, at: Place, problems: list[Problem]) -> str:
    if type(data) is str and ID.fullmatch(data):
        return data
    misfit(problems, at, "id", data)
    return ""


def _date(data: Any, at: Place, problems: list[Problem]) -> str:
    try:
        return date.fromisoformat(data).isoformat()
    except (TypeError, ValueError):
        misfit(problems, at, "date", data)
        return ""


def _truth(data: Any, at: Place, problems: list[Problem]) -> bool:
    if type(data) is not bool:
        misfit(problems, at, "truth", data)
    return bool(data)


def _whole_number(data: Any, at: Place, problems: list[Problem]) -> int:
    if type(data) is int:
        return data
    misfit(problems, at, "whole-number", data)
    return 0


def _texts(data: Any, at: Place, problems: list[Problem]) -> Text:
    if type(data) is not dict or not data:
        misfit(problems, at, "texts", data)
        return Text()
    for language, text in data.items():
        if type(language) is not str or not LANGUAGE.fullmatch(language):
            problems.append(Problem("not-a-language", (*at, language), {"found": str(language)}))
        elif type(text) is not str or not text.strip():
            misfit(problems, (*at, language), "text", text)
    return Text(data)


_SCALARS: dict[Any, Reader] = {
    str: _text,
    Id: _id,
    Date: _date,
    bool: _truth,
    int: _whole_number,
    Text: _texts,
}


def _whole_number_within(span: Span) -> Reader:
    def read(data: Any, at: Place, problems: list[Problem]) -> int:
        if type(data) is int and span[0] <= data <= span[1]:
            return data
        values = {"least": str(span[0]), "most": str(span[1]), "found": str(data)}
        problems.append(Problem("outside-span", at, values))
        return span[0]

    return read


def _one_of(allowed: tuple[Any, ...]) -> Reader:
    def read(data: Any, at: Place, problems: list[Problem]) -> Any:
        if type(data) in (str, int) and data in allowed:
            return data
        problems.append(unknown("not-one-of", at, str(data), map(str, allowed)))
        return allowed[0]

    return read


def _list(item: Reader) -> Reader:
    def read(data: Any, at: Place, problems: list[Problem]) -> tuple[Any, ...]:
        if type(data) is not list:
            misfit(problems, at, "list", data)
            return ()
        return tuple([item(d, (*at, i), problems) for i, d in enumerate(data)])

    return read


def _mapping(key: Reader, value: Reader) -> Reader:
    def read(data: Any, at: Place, problems: list[Problem]) -> dict[Any, Any]:
        if type(data) is not dict:
            misfit(problems, at, "mapping", data)
            return {}
        return {key(k, (*at, k), problems): value(v, (*at, k), problems) for k, v in data.items()}

    return read


def _record(record: Any) -> Reader:
    hints = get_type_hints(record, include_extras=True)
    readers = {name: reader(hints[name]) for name in keys(record)}
    required = [name for name, needed in keys(record).items() if needed]
    open_text = "text" if getattr(record, "LANGUAGES_BESIDE", False) else ""

    def read(data: Any, at: Place, problems: list[Problem]) -> Any:
        if type(data) is not dict:
            misfit(problems, at, "mapping", data)
            return None
        if open_text:
            data = _gather(data, open_text)
        before = len(problems)
        for name in required:
            if name not in data:
                problems.append(Problem("missing-key", at, {"expected": name}))
        values = {}
        for name, value in data.items():
            if name in readers:
                place = at if name == open_text else (*at, name)
                values[name] = readers[name](value, place, problems)
            else:
                problems.append(unknown("unknown-key", (*at, name), str(name), readers))
        return record(**values) if len(problems) == before else None

    return read


def _gather(data: dict[Any, Any], into: str) -> dict[Any, Any]:
    """Put the languages that stand beside other keys under one key of their own."""
    languages = {k: v for k, v in data.items() if type(k) is str and LANGUAGE.fullmatch(k)}
    rest = {k: v for k, v in data.items() if k not in languages}
    return {into: languages, **rest} if languages else rest
