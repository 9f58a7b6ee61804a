"""JSON Schemas (draft 2020-12) of our files, from the same annotations that they are read by."""

import ast
import inspect
import textwrap
import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from cd360_cli.shape import ID, LANGUAGE, Date, Id, Span, Text, keys

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT = {"type": "string", "pattern": r"\S"}
_LANGUAGES = {f"^{LANGUAGE.pattern}$": _TEXT}
_SCALARS: dict[Any, dict[str, Any]] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Id: {"type": "string", "pattern": f"^{ID.pattern}$"},
    Date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Text: {
        "type": "object",
        "patternProperties": _LANGUAGES,
        "additionalProperties": False,
        "minProperties": 1,
    },
}


def json_schema(record: Any, title: str) -> dict[str, Any]:
    """The schema of a file that holds one `record`."""
    definitions: dict[str, Any] = {}
    top = _record(record, definitions)
    return {"$schema": DIALECT, "title": title, **top, "$defs": dict(sorted(definitions.items()))}


def meanings(record: Any) -> dict[str, str]:
    """What each key of a record means: the string that stands below its annotation."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    assert isinstance(tree, ast.ClassDef)
    found: dict[str, str] = {}
    for statement, after in zip(tree.body, tree.body[1:], strict=False):
        match statement, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(says))),
            ):
                found[name] = " ".join(says.split())
    return found


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if own := getattr(kind, "schema", None):
        return dict(own())
    if hasattr(kind, "_fields"):
        if kind.__name__ not in definitions:
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _record(kind, definitions)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if kind in _SCALARS:
        return _SCALARS[kind]
    if origin is Annotated:
        span: Span = arguments[1]
        return {"type": "integer", "minimum": span[0], "maximum": span[1]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin in (Union, types.UnionType):
        return _schema(next(a for a in arguments if a is not type(None)), definitions)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        names, values = (_schema(argument, definitions) for argument in arguments)
        return {"type": "object", "propertyNames": names, "additionalProperties": values}
    raise TypeError(f"no schema for {kind}")


def _record(record: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints, says = get_type_hints(record, include_extras=True), meanings(record)
    beside = getattr(record, "LANGUAGES_BESIDE", False)
    properties = {
        name: _described(_schema(hints[name], definitions), says.get(name))
        for name in keys(record)
        if not (beside and name == "text")
    }
    schema: dict[str, Any] = {
        "description": " ".join((record.__doc__ or "").split()),
        "type": "object",
        "properties": properties,
        "required": [
            name for name, needed in keys(record).items() if needed and name in properties
        ],
        "additionalProperties": False,
    }
    return {**schema, "patternProperties": _LANGUAGES} if beside else schema


def _described(schema: dict[str, Any], says: str | None) -> dict[str, Any]:
    return {"description": says, **schema} if says else schema
