"""The published JSON Schemas say what our files are."""

import json
import runpy
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from here import cd360
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from made import assessment, full_answers
from test_cli import HEADING

from cd360_cli.document import read
from cd360_cli.framework_file import Loaded
from cd360_cli.recommendation import recommend
from cd360_cli.render import as_json

DATA = ROOT / "data"


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((DATA / f"{name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("name", ["framework", "assessment"])
def test_generated_schemas_are_up_to_date(name: str) -> None:
    """Whoever changes an annotation runs `python docs/schemas.py`."""
    text_of = runpy.run_path(str(ROOT / "docs/schemas.py"))["text_of"]
    assert (DATA / f"{name}.schema.json").read_text() == text_of(name)


def test_every_file_of_ours_fits_its_schema(examples: list[Path]) -> None:
    """Frameworks, examples and case sheets, as any editor or validator would see them."""
    for name in ("framework.yaml", "template.yaml"):
        data = read((DATA / name).read_bytes(), name, "framework").data
        assert list(validator("framework").iter_errors(data)) == []
    for path in (*examples, *(ROOT / "examples/team").iterdir(), *(DATA / "cases").glob("*.yaml")):
        data = read(path.read_bytes(), path.name, "assessment").data
        assert list(validator("assessment").iter_errors(data)) == [], path


@given(st.data())
@settings(max_examples=15)
def test_every_result_fits_the_schema_of_results(loaded: Loaded, data: st.DataObject) -> None:
    """Whatever is answered, a script can rely on the published form."""
    answers = data.draw(full_answers(loaded.framework))
    result = recommend(loaded.framework, assessment(loaded.framework, answers))
    document = json.loads(as_json.render(result, loaded, "en"))
    assert list(validator("recommendation").iter_errors(document)) == []


def test_results_with_revenue_and_cases_fit_too(examples: list[Path]) -> None:
    """The parts that only some assessments fill."""
    text = f"{HEADING}profile: {{revenue: 12000000, currency: EUR}}\nrespondent: J\nrole: CFO\n"
    outputs = [cd360("recommend", "-", "--json", stdin=text).out]
    outputs += [cd360("recommend", str(path), "--json").out for path in examples]
    for output in outputs:
        assert list(validator("recommendation").iter_errors(json.loads(output))) == []
    assert json.loads(outputs[0])["staffing"][0]["people"] == 24


@pytest.mark.parametrize(
    "name", ["framework", "assessment", "recommendation", "team", "comparison", "summary"]
)
def test_each_schema_is_printed_as_published(name: str) -> None:
    """`cd360 framework schema NAME` hands out the very file."""
    done = cd360("framework", "schema", name)
    assert (done.code, done.out) == (0, (DATA / f"{name}.schema.json").read_text())
