"""JSON records: a list of objects, an object around one such list, or one object a line."""

import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryghed_dsl.figures import json_records, record_grid
from tryghed_dsl.figures.grid import Cell, Grid
from tryghed_dsl.figures.json_records import read_json_records
from tryghed_dsl.figures.layout.table import cubes_of
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.findings.finding import Finding, InFile, Listed

Told = tuple[str, int | None, str | None]
Read = Callable[..., tuple[list[Grid], list[Finding]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_text(
        text: str | bytes, options: Options = NOTHING_SAID
    ) -> tuple[list[Grid], list[Finding]]:
        path = tmp_path / "figures.json"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_json_records(path, options)

    return read_text


def cells(grids: Sequence[Grid]) -> list[list[Cell]]:
    (grid,) = grids
    return [list(row.cells) for row in grid.rows]


def told(found: Sequence[Finding]) -> list[Told]:
    return [(f.code, f.where.row, f.where.column) for f in found if f.where is not None]


TWO = [["area", "value"], ["amager", 45.0], ["kbh", 12.5]]


@pytest.mark.parametrize(
    "text",
    [
        '[{"area": "amager", "value": 45}, {"area": "kbh", "value": 12.5}]',
        ' \r\n[ {"area":"amager","value":45}\n,{"value":12.5,"area":"kbh"} ]\n',
        '\ufeff[{"area": "amager", "value": 45}, {"area": "kbh", "value": 12.5}]',
        '{"data": [{"area": "amager", "value": 45}, {"area": "kbh", "value": 12.5}]}',
        '{"n": 2, "ids": [1, 2], "svar": {"rækker": [{"area": "amager", "value": 45},'
        ' {"area": "kbh", "value": 12.5}]}}',
        '{"area": "amager", "value": 45}\n{"area": "kbh", "value": 12.5}',
        '{"area": "amager", "value": 45}\r\n\r\n{"area": "kbh", "value": 12.5}\r\n',
        '{"result": {"fields": [{"id": "area"}], "records":'
        ' [{"area": "amager", "value": 45}, {"area": "kbh", "value": 12.5}]}}',
    ],
)
def test_records_are_found_wherever_they_stand(read: Read, text: str) -> None:
    grids, found = read(text)
    assert found == []
    assert cells(grids) == TWO
    assert [row.number for row in grids[0].rows] == [0, 1, 2]
    assert (grids[0].file, grids[0].addressed, grids[0].texts) == ("figures.json", False, False)


def test_one_record_is_a_table_too(read: Read) -> None:
    assert cells(read('{"area": "amager", "value": 45}')[0]) == TWO[:2]


def test_of_several_lists_one_has_to_be_named(read: Read) -> None:
    text = '{"gamle": [{"value": 1}], "nye": [{"value": 2}]}'
    _, found = read(text)
    assert told(found) == [("E355", None, None)]
    assert found[0].args["known"] == Listed(("gamle", "nye"))
    assert cells(read(text, Options(sheet="nye"))[0]) == [["value"], [2.0]]
    assert told(read(text, Options(sheet="andre"))[1]) == [("E355", None, None)]


def test_a_key_that_a_record_lacks_says_nothing(read: Read) -> None:
    grids, found = read('[{"a": 1}, {"b": "x", "a": null}, {"b": true}]')
    assert found == []
    assert cells(grids) == [["a", "b"], [1.0, None], [None, "x"], [None, True]]


def test_texts_in_a_list_are_one_text(read: Read) -> None:
    assert cells(read('[{"flag": ["foreløbig", "skøn"], "v": 1}]')[0])[1] == ["foreløbig, skøn", 1]


# ---------------------------------------------------------------------- cells


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400])
def test_numbers_without_end_are_told_with_their_record(read: Read, number: str) -> None:
    grids, found = read(f'[{{"value": 1}}, {{"value": {number}}}]')
    assert grids == []
    assert told(found) == [("E313", 2, "value")]


def test_numbers_without_end_are_told_wherever_figures_stand(read: Read) -> None:
    grids, found = read('[{"area": "amager", "indbrud": 1}, {"area": "kbh", "indbrud": NaN}]')
    assert found == []
    assert math.isnan(float(str(cells(grids)[2][1])))
    _, more = cubes_of(grids[0], NOTHING_SAID)
    assert [(f.code, f.where and f.where.row) for f in more] == [("E313", 2)]


@pytest.mark.parametrize(
    "value", ["[1, 2]", '{"a": 1}', "[[]]", '"\\ud800"', json.dumps("x" * 32_768)]
)
def test_what_is_not_one_value_is_told_with_its_record(read: Read, value: str) -> None:
    grids, found = read(f'[{{"value": 1}}, {{"value": {value}}}]')
    assert grids == []
    assert told(found) == [("E356", 2, "value")]


def test_a_key_that_stands_twice_has_no_value(read: Read) -> None:
    assert told(read('[{"value": 1}, {"value": 1, "value": 2}]')[1]) == [("E356", 2, "value")]
    grids, found = read('[{"note": 1, "note": 2, "value": 3}]')
    assert cells(grids) == [["value"], [3.0]]
    assert [(finding.code, finding.args["left"]) for finding in found] == [
        ("N357", Listed(("note",)))
    ]


def test_a_nested_value_beside_the_figures_is_left_out(read: Read) -> None:
    grids, found = read('[{"shape": {"type": "Point"}, "value": 1}, {"value": 2}]')
    assert cells(grids) == [["value"], [1.0], [2.0]]
    assert [finding.code for finding in found] == ["N357"]


def test_halves_of_signs_reach_nobody(read: Read) -> None:
    grids, found = read('[{"\\ud800": 1, "b": 2}]')
    assert found == []
    for cell in cells(grids)[0]:
        assert str(cell).encode()


# ---------------------------------------------------------------------- broken files


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("", None),
        ("null", 1),
        ('"x"', 1),
        ("[1, 2]", 1),
        ('[{"a": 1}, [2]]', 2),
        ('[{"a": 1}, {"a": 2', 2),
        ('[{"a": 1}, {"a": 2}', 2),
        ('[{"a": 1}, {"a": 2},', 3),
        ('[{"a": 1}, ]', 2),
        ('[{"a": 1} {"a": 2}]', 1),
        ('[{"a": 1}] [', None),
        ('{"a": 1}\n{"a": 2', 2),
        ('{"a": 1}\n{"a": 2}\nslut', 3),
        ('{"data": [{"a": 1}, {"a"', None),
        ("[{'a': 1}]", 1),
        ('[{"a": 1}, {"a": ' + "9" * 5000 + "}]", 2),
        ("<html>fejl</html>", None),
    ],
)
def test_what_is_no_json_is_told_with_the_record_where_it_stops(
    read: Read, text: str, record: int | None
) -> None:
    grids, found = read(text)
    assert grids == []
    assert told(found) == [("E355", record, None)]


def test_the_line_where_it_stops_is_told(read: Read) -> None:
    _, found = read('[\n  {"a": 1},\n  {"a": }\n]')
    assert (found[0].where or InFile("")).row == 3
    _, found = read('{"data": [\n  {"a": 1},\n  {"a": ')
    assert (found[0].where or InFile("")).row == 3


@pytest.mark.parametrize("inside", ["[" * 100_000, '{"a": ' * 100_000, '[{"a": ' * 50_000])
def test_brackets_in_brackets_without_end_are_told(read: Read, inside: str) -> None:
    for text in (inside, f'[{{"a": 1}}, {{"a": {inside}'):
        grids, found = read(text)
        assert grids == []
        assert [finding.code for finding in found] == ["E355"]


def test_a_file_without_records_has_no_figures(read: Read) -> None:
    for text in ("[]", "[{}]", "{}", '[{"value": null}]', '{"data": []}'):
        grids, found = read(text)
        assert grids == []
        assert [finding.code for finding in found] == ["E312"], text


def test_letters_of_windows_are_read_and_told(read: Read) -> None:
    grids, found = read('[{"område": "Nørrebro", "value": 1}]'.encode("cp1252"))
    assert cells(grids)[1] == ["Nørrebro", 1.0]
    assert [finding.code for finding in found] == ["N308"]
    told_so = read('[{"område": "Nørrebro"}]'.encode("cp1252"), Options(encoding="cp1252"))
    assert told_so[1] == []


@pytest.mark.parametrize("data", [b"\x00\x01", b"\xff\xfe\x00", b"PK\x03\x04\x00"])
def test_what_is_no_text_is_no_json(read: Read, data: bytes) -> None:
    assert told(read(data)[1]) == [("E355", None, None)]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    _, found = read_json_records(tmp_path / "figures.json", NOTHING_SAID)
    assert told(found) == [("E301", None, None)]


# ---------------------------------------------------------------------- too much


def test_a_file_that_is_too_large_is_not_read(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "MOST_BYTES", 20)
    assert told(read('[{"value": 1}]')[1]) == []
    assert told(read('[{"value": 1}, {"value": 2}]')[1]) == [("E002", None, None)]


def test_too_many_records_are_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_grid, "MOST_ROWS", 2)
    _, found = read('[{"a": 1}, {"a": 2}, {"a": 3}]')
    assert found[0].code == "E354"
    assert (found[0].args["rows"], found[0].args["most"]) == (3.0, 2.0)


def test_records_that_share_no_keys_are_refused_before_they_fill_the_memory(read: Read) -> None:
    records = [{f"key{number}": 1} for number in range(10_000)]
    assert [finding.code for finding in read(json.dumps(records))[1]] == ["E354"]


# ---------------------------------------------------------------------- what was written

VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
)


def as_list(records: list[dict[str, Any]]) -> str:
    return json.dumps(records)


def as_lines(records: list[dict[str, Any]]) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def in_an_object(records: list[dict[str, Any]]) -> str:
    return json.dumps({"total": len(records), "data": records}, indent=2)


@pytest.mark.parametrize("write", [as_list, as_lines, in_an_object])
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.tuples(VALUES, VALUES), min_size=2, max_size=9))
def test_whatever_was_written_reads_back(
    tmp_path_factory: pytest.TempPathFactory,
    write: Callable[[list[dict[str, Any]]], str],
    rows: list[tuple[Any, Any]],
) -> None:
    path = tmp_path_factory.mktemp("json") / "figures.json"
    records = [{"number": n, "a": a, "b": b} for n, (a, b) in enumerate(rows)]
    path.write_bytes(write(records).encode())
    grids, found = read_json_records(path, NOTHING_SAID)
    assert found == []
    assert cells(grids)[0] == ["number", "a", "b"]
    assert cells(grids)[1:] == [[n, a, b] for n, (a, b) in enumerate(rows)]
