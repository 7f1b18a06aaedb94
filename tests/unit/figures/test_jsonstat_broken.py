"""JSON-stat: what goes wrong in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.jsonstat_files import changed, dataset, read, told
from tryghed_dsl.figures.beginnings import is_jsonstat
from tryghed_dsl.figures.jsonstat import read_jsonstat
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.findings.finding import InFile

# ------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(
    ("given", "part"),
    [
        (dataset(dimension=None), "dimension"),
        (dataset(dimension=[]), "dimension"),
        (dataset(id=None), "dimension.id"),
        (dataset(id=["OMRÅDE", 7]), "id"),
        (dataset(size="2"), "size"),
        (dataset(size=[2, "2"]), "size"),
        (dataset(size=[2, float("nan")]), "size"),
        (dataset(size=[2, 1.5]), "size"),
        (dataset(value=None), "value"),
        (dataset(value="1"), "value"),
        (dataset(id=["OMRÅDE", "x"]), "dimension.x"),
        (changed("Tid.category", None), "dimension.Tid.category"),
        (changed("Tid.category.index", None), "dimension.Tid.category.index"),
        (changed("Tid.category.index", [2026, 2027]), "dimension.Tid.category.index"),
        (changed("Tid.category.index", {"a": 0, "b": 2}), "dimension.Tid.category.index"),
        (changed("Tid.category.index", {"a": "0"}), "dimension.Tid.category.index"),
        (changed("Tid.category.label", {"2026K3": 7}), "dimension.Tid.category.label"),
    ],
)
def test_a_part_that_is_gone_is_told(tmp_path: Path, given: Any, part: str) -> None:
    finding = told(tmp_path, given)
    assert (finding.code, finding.args) == ("E341", {"part": part})


@pytest.mark.parametrize(
    ("given", "args"),
    [
        (dataset(size=[2]), {"first": "id", "found": 2, "second": "size", "expected": 1}),
        (
            dataset(size=[2, 3]),
            {"first": "size", "found": 3, "second": "dimension.Tid", "expected": 2},
        ),
        (
            dataset(size=[2, 1e30]),
            {"first": "size", "found": 1e30, "second": "dimension.Tid", "expected": 2},
        ),
        (
            dataset(value={"4": 1}),
            {"first": "value", "found": "4", "second": "size", "expected": 4},
        ),
        (
            dataset(value={"-1": 1}),
            {"first": "value", "found": "-1", "second": "size", "expected": 4},
        ),
        (
            dataset(value={"01": 1}),
            {"first": "value", "found": "01", "second": "size", "expected": 4},
        ),
        (
            dataset(status=["p", "p"]),
            {"first": "status", "found": 2, "second": "value", "expected": 4},
        ),
    ],
)
def test_parts_that_disagree_are_told(tmp_path: Path, given: Any, args: dict[str, Any]) -> None:
    finding = told(tmp_path, given)
    assert (finding.code, finding.args) == ("E343", args)


@pytest.mark.parametrize("values", [[1, 2, 3], [1, 2, 3, 4, 5], []])
def test_more_or_fewer_values_than_categories_make_are_told(
    tmp_path: Path, values: list[float]
) -> None:
    finding = told(tmp_path, dataset(value=values))
    assert (finding.code, finding.args) == ("E340", {"found": len(values), "expected": 4})


def test_too_many_figures_are_told_before_anything_is_made(tmp_path: Path) -> None:
    index = [str(number) for number in range(10_000)]
    given = dataset(
        dimension={name: {"category": {"index": index}} for name in "ab"},
        id=["a", "b"],
        size=[10_000, 10_000],
        value={"7": 1},
    )
    finding = told(tmp_path, given)
    assert (finding.code, finding.args) == ("E345", {"found": 1e8, "most": 5e7})
    assert told(tmp_path, given | {"value": [1]}).args == {"found": 1, "expected": 1e8}


def test_sizes_beyond_all_measure_are_told(tmp_path: Path) -> None:
    ids = [str(number) for number in range(2000)]
    category = {"category": {"index": ["a", "b"]}}
    given = dataset(dimension=dict.fromkeys(ids, category), id=ids, size=[2] * 2000)
    assert told(tmp_path, given).args == {"found": 4, "expected": 1e18}


def test_what_stands_twice_is_told(tmp_path: Path) -> None:
    text = json.dumps(dataset()).replace('"147": 1', '"101": 1')
    finding = told(tmp_path, text.encode())
    assert (finding.code, finding.args) == ("E344", {"name": "101", "part": "folketal.json"})
    finding = told(tmp_path, changed("Tid.category.index", ["2026K3", "2026K3"]))
    assert finding.args == {"name": "2026K3", "part": "dimension.Tid.category.index"}
    finding = told(tmp_path, dataset(id=["Tid", "Tid"]))
    assert (finding.code, finding.args) == ("E344", {"name": "Tid", "part": "id"})


def test_text_that_is_no_json_is_told_with_its_line(tmp_path: Path) -> None:
    finding = told(tmp_path, b'{\n"class": "dataset",\n"label": Folketal}\n')
    assert (finding.code, finding.where) == ("E319", InFile("folketal.json", 3))
    assert told(tmp_path, b"{'label': 1}").code == "E319"


def test_a_file_that_is_cut_anywhere_is_never_read_in_part(tmp_path: Path) -> None:
    whole = json.dumps(dataset())
    for end in range(len(whole)):
        cubes, found = read(tmp_path, whole[:end].encode())
        assert cubes == []
        assert len(found) == 1


@pytest.mark.parametrize("deep", [b"[" * 200_000, b'{"a":' * 200_000])
def test_deep_nesting_is_told(tmp_path: Path, deep: bytes) -> None:
    assert told(tmp_path, deep).code == "E341"


@pytest.mark.parametrize(("data", "code"), [(b"", "E312"), (b"\n ", "E312"), (b"{\0}", "E320")])
def test_files_without_text_are_told(tmp_path: Path, data: bytes, code: str) -> None:
    assert told(tmp_path, data).code == code


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    _, found = read_jsonstat(tmp_path / "ingen.json", NOTHING_SAID)
    assert [finding.code for finding in found] == ["E301"]


def test_a_file_is_known_by_its_beginning() -> None:
    assert is_jsonstat('{"version": "2.0", "class": "dataset", "label"')
    assert is_jsonstat(b'\xef\xbb\xbf {"dataset":{"dimension":{"x"')
    assert is_jsonstat('{"class" : "collection"')
    assert is_jsonstat('{"class": "dataset", "label": "x"'.encode("utf-16"))
    assert is_jsonstat('{"folk1a":{"label":"x","dimension":{')
    assert not is_jsonstat('[{"indicator": "vold", "value": 3}]')
    assert not is_jsonstat('{"records": [{"dimension": "x"}]}')
    assert not is_jsonstat('"class": "dataset"')
    assert not is_jsonstat("")
