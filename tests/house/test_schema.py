"""The published JSON Schemas are those of the models, and what is written is valid by them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

import tryghed_dsl as td
from support.documents import blocks, write_files
from support.running import run_command
from tryghed_dsl.register.log_model import LogModel
from tryghed_dsl.renderers.diff_model import DiffModel
from tryghed_dsl.report.history_model import HistoryModel
from tryghed_dsl.report.model import FindingsModel, ReportModel

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "schema"
AMAGER = ROOT / "specs" / "amager"
REVISIONS = ROOT / "docs" / "language" / "revisions.md"
MODELS: dict[str, type[BaseModel]] = {
    "tryghed-report-1": ReportModel,
    "tryghed-findings-1": FindingsModel,
    "tryghed-history-1": HistoryModel,
    "tryghed-diff-1": DiffModel,
    "tryghed-log-1": LogModel,
}


@pytest.mark.parametrize("name", MODELS)
def test_a_published_schema_is_that_of_its_model(
    name: str, golden: Callable[[Path, str], None]
) -> None:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **MODELS[name].model_json_schema(by_alias=True, mode="serialization"),
    }
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    golden(SCHEMAS / f"{name}.json", text)


def test_there_is_no_schema_that_is_of_no_model() -> None:
    assert {path.stem for path in SCHEMAS.iterdir()} == set(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_every_key_is_described(name: str) -> None:
    page = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    parts = [schema, *schema["$defs"].values()]
    keys = {key for part in parts for key in part.get("properties", {})}
    assert {key for key in keys if f"`{key}`" not in page} == set()


def read_back(text: str, name: str) -> Any:
    """What is written, once it is valid by its schema with every key there."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    told = json.loads(text)
    jsonschema.Draft202012Validator(schema).validate(told)
    assert told["schema"] == schema["properties"]["schema"]["const"]
    assert schema["required"] == list(told)
    return told


# ------------------------------------------------------------------ reports


@pytest.mark.parametrize("figures", ["figures-published.csv", "figures-example.csv"])
@pytest.mark.parametrize("year", [2016, 2018, 2020])
def test_reports_are_valid_and_read_back(figures: str, year: int) -> None:
    report = td.evaluate(td.load(AMAGER / "amager-2017.tryghed"), AMAGER / figures, year)
    text = report.model_dump_json()
    read_back(text, "tryghed-report-1")
    assert ReportModel.model_validate_json(text) == report.model()


def test_a_report_with_every_kind_of_part_is_valid(tmp_path: Path) -> None:
    """Conditions in conditions, one that has to hold first, and a list drawn anew."""
    (tmp_path / "spec.tryghed").write_text(EVERY_PART, encoding="utf-8")
    figures = {("x", "nord", 2018): 12, ("x", "syd", 2018): 9, ("utryg", "nord", 2018): 11}
    report = td.evaluate(td.load(tmp_path / "spec.tryghed"), figures, 2018)
    told = read_back(report.model_dump_json(language="da"), "tryghed-report-1")
    by_id = {target["id"]: target for target in told["targets"]}
    (inner, single) = by_id["together"]["parts"]
    assert [part["text"] for part in inner["parts"]] == ["nord", "syd"]
    assert (single["certain"], single["difference"]) == ("no", 2)
    assert by_id["waits"]["applies"]["text"] == "x <= 5"
    assert by_id["waits"]["applies"]["verdict"] == "fail"
    assert by_id["plain"]["applies"] is None
    assert (by_id["plain"]["because"], by_id["plain"]["line"]) == ("aftalt i 2017", 13)


EVERY_PART = """\
agreement "A" { area nord }
area nord
area syd
areas bydele = nord, syd
areas høje = bydele where x > 10
indicator x "X", count, lower is better
indicator utryg "Utrygge", percent, lower is better
together: all of {
  every area in høje: x <= 11
  x <= 10, confidence 95%
}
waits: utryg <= 10%, when x <= 5
plain: utryg <= 12%, because "aftalt i 2017"
"""


# ------------------------------------------------------------------ the others


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A first file, its revision, and figures of two years."""
    write_files(blocks(REVISIONS)[:3], tmp_path)
    return tmp_path


def test_a_history_is_valid(folder: Path) -> None:
    ran = run_command(
        "tryghed history amager-2019.tryghed --data figures.csv --from 2018 --to 2019 "
        "--format json",
        folder,
    )
    told = read_back(ran.out, "tryghed-history-1")
    by_id = {target["id"]: target for target in told["targets"]}
    assert by_id["hærværk"]["years"][0] is None
    assert [wording["retired"] for wording in by_id["chikane"]["wordings"]] == [
        None,
        "opgøres ikke længere",
    ]


@pytest.mark.parametrize("figures", ["", "--data figures.csv --as-of 2019"])
def test_a_comparison_is_valid(folder: Path, figures: str) -> None:
    ran = run_command(
        f"tryghed diff amager-2017.tryghed amager-2019.tryghed {figures} --format json", folder
    )
    told = read_back(ran.out, "tryghed-diff-1")
    assert {target["id"]: target["change"] for target in told["targets"]} == {
        "indbrud": "changed",
        "chikane": "retired",
        "hærværk": "added",
    }
    assert told["as_of"] == ("2019" if figures else None)


@pytest.mark.parametrize("command", ["check", "history", "diff amager-2017.tryghed"])
def test_what_stands_in_the_way_is_valid(folder: Path, command: str) -> None:
    ran = run_command(f"tryghed {command} none.tryghed --format json", folder)
    told = read_back(ran.out, "tryghed-findings-1")
    assert [finding["code"] for finding in told["findings"]] == ["E001"]
