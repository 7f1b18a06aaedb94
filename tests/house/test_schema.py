"""The published JSON Schema is that of the model, and reports are valid by it."""

import json
from pathlib import Path

import jsonschema
import pytest

import tryghed_dsl as td
from tryghed_dsl.report.model import ReportModel

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "docs" / "schema" / "tryghed-report-1.json"
AMAGER = ROOT / "specs" / "amager"


def test_the_published_schema_is_that_of_the_model(*, update_goldens: bool) -> None:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ReportModel.model_json_schema(by_alias=True, mode="serialization"),
    }
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    if update_goldens:
        PUBLISHED.write_text(text, encoding="utf-8")
    assert PUBLISHED.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("figures", ["figures-published.csv", "figures-example.csv"])
@pytest.mark.parametrize("year", [2016, 2018, 2020])
def test_reports_are_valid_and_read_back(figures: str, year: int) -> None:
    report = td.evaluate(td.load(AMAGER / "amager-2017.tryghed"), AMAGER / figures, year)
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    text = report.model_dump_json()
    jsonschema.validate(json.loads(text), schema)
    assert ReportModel.model_validate_json(text) == report.model()
    assert schema["required"] == list(json.loads(text))
