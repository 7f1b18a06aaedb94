"""What PxWeb answers as plain JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.read import read_files

SPEC = td.loads(
    """
    area kbh "København"
    area fr "Frederiksberg"
    indicator indbrud "Indbrud", count, lower is better
    indicator vold    "Vold",    count, lower is better
    indbrud <= 48
    """
)
ANSWER: dict[str, Any] = {
    "columns": [
        {"code": "Område", "text": "område", "type": "d"},
        {"code": "Tid", "text": "tid", "type": "t"},
        {"code": "INDB", "text": "Indbrud", "type": "c"},
        {"code": "VOLD", "text": "Vold", "type": "c"},
    ],
    "comments": [{"variable": "Tid", "value": "2019", "comment": "foreløbig"}],
    "data": [
        {"key": ["101", "2018K1"], "values": ["880", ".."]},
        {"key": ["147", "2018K1"], "values": ["1.5", "-"]},
    ],
    "metadata": [{"infofile": None, "label": "Anmeldte forbrydelser"}],
}
AREAS = Options(areas={"101": "kbh", "147": "fr"})


def read(
    folder: Path, answer: dict[str, Any], options: Options = AREAS, mark: str = "\ufeff"
) -> tuple[dict[str, float], list[str]]:
    path = folder / "svar.json"
    path.write_text(mark + json.dumps(answer), encoding="utf-8")
    rows, found = read_files([path], options).named(SPEC)
    figures, more = matched(SPEC, rows)
    seen = {f"{e.key.indicator} {e.key.area} {e.key.period}": e.value for e in figures}
    return seen, [finding.code for finding in (*found, *more)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_an_answer_is_read(tmp_path: Path, mark: str) -> None:
    seen, found = read(tmp_path, ANSWER, mark=mark)
    assert seen == {"indbrud kbh 2018Q1": 880, "indbrud fr 2018Q1": 1.5}
    assert found == ["W371", "W326"]


def test_what_a_dash_means_can_be_said(tmp_path: Path) -> None:
    said = Options(areas=AREAS.areas, zero=("-",))
    seen, _ = read(tmp_path, ANSWER, said)
    assert seen["vold fr 2018Q1"] == 0


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"data": []}, "E312"),
        ({"data": None}, "E341"),
        ({"data": [{"key": ["101"], "values": ["1", "2"]}]}, "E341"),
        ({"data": [{"key": ["101", "2018"], "values": ["1"]}]}, "E341"),
        ({"data": [{"key": ["101", "2018"], "values": ["x", "2"]}]}, "E303"),
        ({"data": [{"key": ["101", "2018"], "values": ["1,5", "2"]}]}, "E303"),
        ({"data": [{"key": ["101", "2018"], "values": ["NaN", "2"]}]}, "E313"),
    ],
)
def test_a_broken_answer_is_refused(tmp_path: Path, change: dict[str, Any], code: str) -> None:
    assert read(tmp_path, ANSWER | change)[1][-1] == code


def test_an_answer_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "svar.json"
    path.write_text(json.dumps(ANSWER)[:-40], encoding="utf-8")
    assert [finding.code for finding in read_files([path]).found] == ["E319"]
