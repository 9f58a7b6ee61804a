"""The published JSON Schemas in `data/`, and what they find wrong with a document."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from cd360_cli.files import content_of
from cd360_cli.framework_file import bundled
from cd360_cli.problems import Place, Problem, unknown
from cd360_cli.shape import LANGUAGE, Misread, describe

SchemaName = Literal["framework", "assessment", "recommendation", "team", "comparison", "summary"]

_EXPECTED = {"string": "text", "integer": "whole-number", "boolean": "truth", "array": "list"}


def text_of(name: SchemaName) -> str:
    """A schema as it is published."""
    return content_of(bundled(f"{name}.schema.json"), "framework").decode()


def problems(name: SchemaName, data: object) -> list[Problem]:
    """Where plain data does not have the structure that a schema asks for."""
    from jsonschema import Draft202012Validator, validators

    # Plain scalars that YAML readers disagree about are no text until they are quoted.
    checker = Draft202012Validator.TYPE_CHECKER.redefine(
        "string", lambda _, value: isinstance(value, str) and not isinstance(value, Misread)
    )
    validator = validators.extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]
    found = validator(json.loads(text_of(name))).iter_errors(data)
    return [problem for error in found for problem in _problems(error)]


def _problems(error: Any) -> Iterator[Problem]:
    """One error of the validator in our own words."""
    at: Place = tuple(error.absolute_path)
    value, says = error.instance, error.validator_value
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(at, value, error.schema)
        case "required":
            # The validator reports each missing key by itself.
            missing = [k for k in says if k not in value and error.message.startswith(f"'{k}'")]
            yield from (Problem("missing-key", at, {"expected": key}) for key in missing)
        case "enum" | "const":
            allowed = says if isinstance(says, list) else [says]
            yield unknown("not-one-of", at, str(value), map(str, allowed))
        case "minimum" | "maximum":
            schema = error.schema
            span = {"least": str(schema["minimum"]), "most": str(schema["maximum"])}
            yield Problem("outside-span", at, {**span, "found": str(value)})
        case _:
            yield _misfit(at, value, _expected(error.schema))


def _unknown_keys(at: Place, value: dict[str, Any], schema: dict[str, Any]) -> Iterator[Problem]:
    known = list(schema.get("properties", {}))
    languages = "patternProperties" in schema
    for key in value:
        if key in known or (languages and LANGUAGE.fullmatch(key)):
            continue
        if known:
            yield unknown("unknown-key", (*at, key), key, known)
        else:
            yield Problem("not-a-language", (*at, key), {"found": key})


def _expected(schema: dict[str, Any]) -> str:
    if schema.get("format") == "date":
        return "date"
    if "a-z0-9" in schema.get("pattern", ""):
        return "id"
    if schema["type"] == "object":
        return (
            "texts" if "patternProperties" in schema and "properties" not in schema else "mapping"
        )
    return _EXPECTED[schema["type"]]


def _misfit(at: Place, value: object, expected: str) -> Problem:
    values = {"expected": expected, "found": describe(value)}
    if type(value) in (Misread, int, bool, str):
        values["written"] = str(value)
    return Problem("misfit", at, values)
