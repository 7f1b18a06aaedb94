"""Arrow files: of the file format, which Feather is, and of the stream format."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryghed_dsl.figures import arrow
from tryghed_dsl.figures.arrow import read_arrow
from tryghed_dsl.figures.grid import Cell, Grid
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.findings.finding import Finding

pa: Any = pytest.importorskip("pyarrow")
ipc: Any = pytest.importorskip("pyarrow.ipc")
feather: Any = pytest.importorskip("pyarrow.feather")

Record = tuple[str, int, float | None]
Write = Callable[[Any, Path], None]


def as_file(table: Any, path: Path) -> None:
    with ipc.new_file(path, table.schema) as file:
        file.write_table(table, max_chunksize=3)


def as_stream(table: Any, path: Path) -> None:
    with ipc.new_stream(path, table.schema) as stream:
        stream.write_table(table, max_chunksize=3)


def as_stream_compressed(table: Any, path: Path) -> None:
    with ipc.new_stream(
        path, table.schema, options=ipc.IpcWriteOptions(compression="zstd")
    ) as stream:
        stream.write_table(table)


def as_feather(table: Any, path: Path) -> None:
    feather.write_feather(table, str(path), compression="lz4")


WAYS = [as_file, as_stream, as_stream_compressed, as_feather]


def read(path: Path) -> tuple[list[Grid], list[Finding]]:
    return read_arrow(path, NOTHING_SAID)


def cells(grids: Sequence[Grid]) -> list[list[Cell]]:
    (grid,) = grids
    return [list(row.cells) for row in grid.rows]


def told(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.where)) for finding in found]


def cell_from(folder: Path, array: Any) -> tuple[Cell, list[str]]:
    """What the first value of a column becomes, and what was found."""
    path = folder / "figures.arrow"
    as_file(pa.table({"year": pa.array([2018] * len(array)), "other": array}), path)
    grids, found = read(path)
    row = cells(grids)[1]
    return row[1] if len(row) > 1 else None, [finding.code for finding in found]


@pytest.mark.parametrize("write", WAYS)
@settings(max_examples=30, deadline=None)
@given(
    records=st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=9),
            st.integers(1900, 2100),
            st.none() | st.floats(allow_nan=False, allow_infinity=False),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_what_was_written_reads_back(
    tmp_path_factory: pytest.TempPathFactory, write: Write, records: list[Record]
) -> None:
    path = tmp_path_factory.mktemp("arrow") / "figures.arrow"
    areas, years, values = zip(*records, strict=True)
    columns = {"area": areas, "year": years, "value": pa.array(values, pa.float64())}
    write(pa.table(columns), path)
    grids, found = read(path)
    assert found == []
    assert grids[0].file == "figures.arrow"
    assert [row.number for row in grids[0].rows] == list(range(len(records) + 1))
    assert cells(grids)[0] == ["area", "year", "value"]
    assert [tuple(row) for row in cells(grids)[1:]] == records


HALF_PAST_ELEVEN = datetime(2018, 12, 31, 23, 30, tzinfo=UTC)


def test_each_kind_of_value_has_its_cell(tmp_path: Path) -> None:
    text, number = ["a", "b"], [12.3, None]
    expected: list[tuple[Any, Cell]] = [
        (pa.array(text).dictionary_encode(), "a"),
        (pa.array(text, pa.string_view()), "a"),
        (pa.array(text, pa.large_string()), "a"),
        (pa.array([["a", "b"], None]), "a, b"),
        (pa.array(number, pa.float32()), 12.3),
        (pa.array([0.5, None], pa.float16()), 0.5),
        (pa.array(["1.50", None]).cast(pa.decimal128(9, 2)), 1.5),
        (pa.array(["1.50", None]).cast(pa.decimal128(9, 2)).cast(pa.decimal256(60, 2)), 1.5),
        (pa.array([True, None]), True),
        (pa.nulls(2), None),
        (
            pa.array([HALF_PAST_ELEVEN, None], pa.timestamp("ns")),
            datetime.fromisoformat("2018-12-31T23:30"),
        ),
    ]
    for array, cell in expected:
        assert cell_from(tmp_path, array) == (cell, []), array.type


def test_times_are_as_the_clocks_of_their_zone_show_them(tmp_path: Path) -> None:
    array = pa.array([HALF_PAST_ELEVEN], pa.timestamp("us", "Europe/Copenhagen"))
    cell, found = cell_from(tmp_path, array)
    assert cell == datetime.fromisoformat("2019-01-01T00:30")
    assert found == []


def test_columns_of_other_things_are_left_out(tmp_path: Path) -> None:
    for array in (pa.array([b"x"]), pa.array([[1]]), pa.array([{"a": 1}])):
        assert cell_from(tmp_path, array) == (None, ["N357"]), array.type


def test_columns_of_kinds_that_hardly_anyone_has_are_told(tmp_path: Path) -> None:
    path = tmp_path / "figures.arrow"
    which, where = pa.array([0, 1], pa.int8()), pa.array([0, 0], pa.int32())
    either = pa.UnionArray.from_dense(which, where, [pa.array(["a"]), pa.array([1])])
    as_file(pa.table({"value": either}), path)
    assert told(read(path)[1]) == [("E320", "figures.arrow")]


def test_a_number_without_end_is_told(tmp_path: Path) -> None:
    path = tmp_path / "figures.arrow"
    as_file(pa.table({"value": [1.0, float("nan")]}), path)
    assert told(read(path)[1]) == [("E313", "figures.arrow:2")]


def test_a_file_without_rows_has_no_figures(tmp_path: Path) -> None:
    path = tmp_path / "figures.arrow"
    for table in (pa.table({"value": pa.array([], pa.float64())}), pa.table({})):
        as_stream(table, path)
        assert told(read(path)[1]) == [("E312", "figures.arrow")]


@pytest.mark.parametrize("write", WAYS)
def test_a_file_cut_short_gives_no_figures_that_are_not_in_it(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "figures.arrow"
    write(pa.table({"area": ["amager", "kbh"] * 20, "value": range(40)}), path)
    whole = path.read_bytes()
    (full,) = read(path)[0]
    for length in range(0, len(whole), 53):
        path.write_bytes(whole[:length])
        grids, found = read(path)
        if grids:  # a stream has no end of its own: whole parts of it are read
            assert write in {as_stream, as_stream_compressed}
            assert grids[0].rows == full.rows[: len(grids[0].rows)]
        else:
            assert {finding.code for finding in found} <= {"E355", "E312"}


@pytest.mark.parametrize("data", [b"", b"ARROW1", b"indicator;area;period;value\n" * 9])
def test_another_file_called_arrow(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "figures.arrow"
    path.write_bytes(data)
    grids, found = read(path)
    assert grids == []
    assert told(found) == [("E355", "figures.arrow")]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert told(read(tmp_path / "figures.arrow")[1]) == [("E301", "figures.arrow")]


def test_more_rows_than_can_be_held_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "figures.arrow"
    as_stream_compressed(pa.table({"value": pa.nulls(5_000_001)}), path)
    assert told(read(path)[1]) == [("E354", "figures.arrow")]


def test_without_its_library_it_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "figures.arrow"
    as_file(pa.table({"value": [1]}), path)
    monkeypatch.setattr(arrow, "library", lambda _: None)
    grids, found = read(path)
    assert grids == []
    assert told(found) == [("E353", "figures.arrow")]
    assert found[0].args["install"] == '"tryghed-dsl[arrow]"'
