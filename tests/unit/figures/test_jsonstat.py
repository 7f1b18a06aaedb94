"""JSON-stat: what statistics offices answer with."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.jsonstat_files import changed, dataset, figures, one, read, roles, told
from tryghed_dsl.figures.beginnings import is_jsonstat
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Role
from tryghed_dsl.figures.jsonstat import read_jsonstat
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.findings.finding import Finding, InFile

SAMPLES = Path(__file__).parents[3] / ".." / "shared" / "samples" / "jsonstat"


# ------------------------------------------------------------------ versions

FIGURES = {("101", "2026K3"): 1, ("101", "2026K4"): 2.5, ("147", "2026K4"): -4}


def test_a_dataset_of_version_2(tmp_path: Path) -> None:
    cube = one(tmp_path, dataset())
    assert cube.dimensions == (Dimension("område", Role.AREA), Dimension("tid", Role.PERIOD))
    assert cube.titles == ("Folketal",)
    assert cube.categories(0) == [Category("København", "101"), Category("Frederiksberg", "147")]
    assert cube.categories(1)[0] == Category("2026Q3", "2026K3")
    assert figures(cube) == FIGURES
    assert cube.missing == 1
    assert {entry.origin.file for entry in cube.entries} == {"folketal.json"}


def test_datasets_of_version_1_have_names(tmp_path: Path) -> None:
    given = dataset(version=None, **{"class": None})
    for key in ("id", "size", "role"):
        given["dimension"][key] = given.pop(key)
    assert one(tmp_path, {"dataset": given}).entries == one(tmp_path, dataset()).entries
    (first, second), found = read(tmp_path, {"a": given, "b": given | {"label": "Igen"}})
    assert found == []
    assert (first.titles, second.titles) == (("Folketal",), ("Igen",))


def test_a_collection_has_datasets_inside(tmp_path: Path) -> None:
    link = {"class": "dataset", "href": "https://example.org/elsewhere.json"}
    inner = {"class": "collection", "link": {"item": [dataset(label="Igen")]}}
    items = [dataset(), link, inner]
    cubes, found = read(tmp_path, {"class": "collection", "link": {"item": items}})
    assert found == []
    assert [cube.titles for cube in cubes] == [("Folketal",), ("Igen",)]


@pytest.mark.parametrize(
    "given",
    [
        {"class": "collection", "link": {"item": [{"class": "dataset", "href": "x"}]}},
        {"class": "collection"},
        {"class": "dimension", "label": "køn", "category": {"index": ["M"]}},
        {},
        [],
        [dataset()],
        7,
    ],
)
def test_a_file_without_datasets_is_told(tmp_path: Path, given: Any) -> None:
    assert told(tmp_path, given) == Finding("E312", (), {}, InFile("folketal.json"))


# ------------------------------------------------------------------ values and status


def test_values_may_be_told_by_their_places(tmp_path: Path) -> None:
    cube = one(tmp_path, dataset(value={"3": -4, "0": 1, "1": 2.5}))
    assert figures(cube) == FIGURES
    assert cube.missing == 1
    assert one(tmp_path, dataset(value={"2": None})).missing == 4


def test_all_may_be_missing(tmp_path: Path) -> None:
    cube = one(tmp_path, dataset(value=[None] * 4))
    assert (cube.entries, cube.missing) == ([], 4)


def flags(folder: Path, status: Any, options: Options = NOTHING_SAID) -> list[tuple[str, ...]]:
    cube = one(folder, dataset(value=[1, 2, 3, 4], status=status), options)
    return [entry.flags for entry in cube.entries]


def test_a_status_is_a_flag(tmp_path: Path) -> None:
    provisional, broken, estimated = ("provisional",), ("break",), ("estimated",)
    assert flags(tmp_path, "p") == [provisional] * 4
    assert flags(tmp_path, ["p"]) == [provisional] * 4
    assert flags(tmp_path, ["P", None, "b", ""]) == [provisional, (), broken, ()]
    assert flags(tmp_path, {"1": "e", "3": "be"}) == [(), estimated, (), ("break", "estimated")]
    assert flags(tmp_path, {"0": "Low reliability"})[0] == ("low reliability",)


def test_what_is_said_of_a_status_wins(tmp_path: Path) -> None:
    said = Options(flags={"P": "foreløbig", "u": "usikker"})
    assert flags(tmp_path, ["p", "u", "e", None], said) == [
        ("foreløbig",),
        ("usikker",),
        ("estimated",),
        (),
    ]


def test_symbols_among_the_values(tmp_path: Path) -> None:
    said = Options(missing=("x",), suppressed={"s": 4.0})
    cube = one(tmp_path, dataset(value=["..", "x", "s", "<3"]), said)
    assert cube.missing == 2
    assert [(entry.value, entry.most, entry.flags) for entry in cube.entries] == [
        (0, 4, ("suppressed",)),
        (0, 2, ("suppressed",)),
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("true", "E303"),
        ('"mange"', "E303"),
        ('"-"', "E303"),
        ("[1]", "E303"),
        ("{}", "E303"),
        ("NaN", "E313"),
        ("-Infinity", "E313"),
        ("1e999", "E313"),
        ("9" * 5000, "E313"),
    ],
)
def test_what_is_no_figure_is_told(tmp_path: Path, value: str, code: str) -> None:
    text = json.dumps(dataset()).replace("2.5", value)
    _, found = read(tmp_path, text.encode())
    assert [finding.code for finding in found] == [code]
    assert len(str(found[0].args["written"])) <= 40


def test_only_so_many_faults_are_told(tmp_path: Path) -> None:
    given = changed("Tid.category", {"index": [str(number) for number in range(500)]})
    _, found = read(tmp_path, given | {"size": [2, 500], "value": ["x"] * 1000})
    assert {finding.code for finding in found} == {"E303"}
    assert len(found) < 100


# ------------------------------------------------------------------ dimensions


def test_a_single_category_needs_no_index(tmp_path: Path) -> None:
    given = changed("OMRÅDE.category", {"label": {"101": "København"}})
    cube = one(tmp_path, given | {"size": [1, 2], "value": [1, 2]})
    assert cube.categories(0) == [Category("København", "101")]


def test_a_category_without_a_label_is_called_by_its_code(tmp_path: Path) -> None:
    cube = one(tmp_path, changed("OMRÅDE.category.label", {"147": "Frederiksberg"}))
    assert cube.categories(0) == [Category("101", "101"), Category("Frederiksberg", "147")]
    cube = one(tmp_path, changed("OMRÅDE.category.label", None))
    assert cube.categories(0)[1] == Category("147", "147")


def test_categories_stand_in_the_order_of_their_places(tmp_path: Path) -> None:
    cube = one(tmp_path, changed("OMRÅDE.category.index", {"101": 1, "147": 0}))
    assert figures(cube)["147", "2026K3"] == 1
    assert figures(cube)["101", "2026K4"] == -4


def test_a_dimension_without_a_label_is_called_by_its_id(tmp_path: Path) -> None:
    assert one(tmp_path, changed("OMRÅDE.label", None)).dimensions[0].name == "OMRÅDE"


def test_units_belong_to_categories(tmp_path: Path) -> None:
    units = {"101": {"decimals": 0, "base": "antal"}, "147": {"label": "pct.", "base": "x"}}
    cube = one(tmp_path, changed("OMRÅDE.category.unit", units))
    assert [entry.unit for entry in cube.entries] == ["antal", "antal", "pct."]
    cube = one(tmp_path, changed("OMRÅDE.category.unit", {"101": {"decimals": 0}}))
    assert {entry.unit for entry in cube.entries} == {None}


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ({"time": ["Tid"], "metric": ["OMRÅDE"]}, [Role.MEASURE, Role.PERIOD]),
        ({"geo": ["OMRÅDE"]}, [Role.AREA, Role.PERIOD]),
        ({"time": ["OMRÅDE"]}, [Role.PERIOD, None]),
        (None, [None, Role.PERIOD]),
        ("odd", [None, Role.PERIOD]),
    ],
)
def test_roles_are_the_files_own_or_follow_from_well_known_ids(
    tmp_path: Path, role: Any, expected: list[Role | None]
) -> None:
    assert roles(one(tmp_path, dataset(role=role))) == expected


def test_what_was_measured_is_known_by_its_id(tmp_path: Path) -> None:
    text = json.dumps(dataset(role=None), ensure_ascii=False).replace("OMRÅDE", "ContentsCode")
    assert roles(one(tmp_path, text.encode())) == [Role.MEASURE, Role.PERIOD]


# ------------------------------------------------------------------ letters


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_are_right(tmp_path: Path, encoding: str) -> None:
    text = json.dumps(dataset(), ensure_ascii=False)
    assert one(tmp_path, text.encode(encoding)).categories(0)[0].text == "København"


def test_letters_of_windows_are_told(tmp_path: Path) -> None:
    text = json.dumps(dataset(), ensure_ascii=False)
    (cube,), found = read(tmp_path, text.encode("cp1252"))
    assert cube.categories(0)[0].text == "København"
    assert [finding.code for finding in found] == ["N308"]


# ------------------------------------------------------------------ published files


def sample(name: str) -> Cube:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the published files are not here")
    assert is_jsonstat(path.read_bytes()[:1000])
    (cube,), found = read_jsonstat(path, NOTHING_SAID)
    assert found == []
    return cube


def test_an_answer_of_version_1() -> None:
    cube = sample("statbank_v1_excerpt.json")
    assert cube.dimensions == (
        Dimension("region", Role.AREA),
        Dimension("Indhold", Role.MEASURE),
        Dimension("time", Role.PERIOD),
    )
    assert figures(cube) == {("101", "FOLK1A", "2026K3"): 670389}
    assert cube.categories(2) == [Category("2026Q3", "2026K3")]


def test_an_answer_of_version_2() -> None:
    cube = sample("pxweb2_v2.json")
    assert roles(cube) == [None, None, None, Role.MEASURE, Role.PERIOD]
    assert (len(cube.entries), cube.missing) == (21 * 11 * 3 * 1 * 4, 0)
    assert Category("Östergötlands län", "05") in cube.categories(0)
    found = figures(cube)
    assert found["01", "0-9", "TotSa", "000007SF", "2026M01"] == 245284
    assert found["01", "0-9", "1", "000007SF", "2026M02"] == 126402
    assert {entry.unit for entry in cube.entries} == {"antal"}
