"""The tables of docs/framework-format.md: every key of a framework file, from the annotations."""

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from cd360_cli.framework import Framework
from cd360_cli.json_schema import meanings
from cd360_cli.shape import Date, Id, Text, keys

_NAMES = {str: "text", bool: "true or false", int: "whole number", Id: "id", Date: "date"}


def tables() -> str:
    """A section for each kind of record, in the order in which they are met."""
    return "\n".join(line for record in _records(Framework, []) for line in _section(record))


def _section(record: Any) -> Iterator[str]:
    yield f"### {record.__name__}"
    yield ""
    yield " ".join((record.__doc__ or "").split())
    yield ""
    yield "| key | holds | |"
    yield "|---|---|---|"
    hints, says = get_type_hints(record, include_extras=True), meanings(record)
    for name, needed in keys(record).items():
        beside = getattr(record, "LANGUAGES_BESIDE", False) and name == "text"
        key = "`en`, `nl`, ..." if beside else f"`{name}`"
        holds = "the text in each language" if beside else _holds(hints[name])
        optional = "" if needed else " Optional."
        yield f"| {key} | {holds} | {says.get(name, '')}{optional} |"
    yield ""


def _records(record: Any, seen: list[Any]) -> list[Any]:
    if record not in seen:
        seen.append(record)
        for hint in get_type_hints(record, include_extras=True).values():
            for inner in _inner(hint):
                _records(inner, seen)
    return seen


def _inner(kind: Any) -> Iterator[Any]:
    if hasattr(kind, "_fields"):
        yield kind
    for argument in get_args(kind):
        yield from _inner(argument)


def _holds(kind: Any) -> str:
    origin, arguments = get_origin(kind), get_args(kind)
    if hasattr(kind, "_fields"):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    if kind is Text:
        return "a text in each language"
    if kind in _NAMES:
        return _NAMES[kind]
    if origin is Annotated:
        return f"whole number, {arguments[1][0]} to {arguments[1][1]}"
    if origin is Literal:
        return " or ".join(f"`{argument}`" for argument in arguments)
    if origin is tuple:
        return f"list of {_holds(arguments[0])}"
    if origin in (Union, types.UnionType):
        return _holds(next(a for a in arguments if a is not type(None)))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"{_holds(arguments[0])}: {_holds(arguments[1])}"
    raise TypeError(f"no words for {kind}")
