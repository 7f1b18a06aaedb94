"""Parquet files, as DuckDB, pandas, polars and pyarrow write them."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryghed_dsl.figures import duckdb_grid, record_grid
from tryghed_dsl.figures.grid import Cell, Grid
from tryghed_dsl.figures.layout.table import cubes_of
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.parquet import read_parquet
from tryghed_dsl.findings.finding import Finding, Listed

duckdb: Any = pytest.importorskip("duckdb")

Record = tuple[str, int, float | None]
RECORDS = st.lists(
    st.tuples(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=9),
        st.integers(1900, 2100),
        st.none() | st.floats(allow_nan=False, allow_infinity=False),
    ),
    min_size=1,
    max_size=9,
)


def written(folder: Path, query: str, name: str = "figures.parquet") -> Path:
    """A file with what a query gives."""
    plain = folder / "written.parquet"
    with duckdb.connect() as opened:
        opened.execute(f"COPY ({query}) TO '{plain}' (FORMAT parquet)")
    return plain.rename(folder / name)


def read(path: Path, options: Options = NOTHING_SAID) -> tuple[list[Grid], list[Finding]]:
    return read_parquet(path, options)


def cells(grids: Sequence[Grid]) -> list[list[Cell]]:
    (grid,) = grids
    return [list(row.cells) for row in grid.rows]


def told(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.where)) for finding in found]


def value_of(folder: Path, expression: str) -> tuple[Cell, list[str]]:
    """The cell that a value becomes, beside a year; and what was found."""
    grids, found = read(written(folder, f"SELECT 2018 AS year, {expression} AS other"))
    _, row = cells(grids)
    return row[1] if len(row) > 1 else None, [finding.code for finding in found]


# ---------------------------------------------------------------------- values


def test_records_are_rows_below_a_header(tmp_path: Path) -> None:
    query = "FROM (VALUES ('amager', 2017, 45), ('kbh', 2018, NULL)) AS t(area, year, value)"
    grids, found = read(written(tmp_path, f"SELECT * {query}"))
    assert found == []
    assert (grids[0].file, grids[0].sheet) == ("figures.parquet", None)
    assert (grids[0].addressed, grids[0].texts) == (False, False)
    assert [row.number for row in grids[0].rows] == [0, 1, 2]
    assert cells(grids) == [
        ["area", "year", "value"],
        ["amager", 2017.0, 45.0],
        ["kbh", 2018.0, None],
    ]


@pytest.mark.parametrize(
    ("expression", "cell"),
    [
        ("'å'", "å"),
        ("'x'::ENUM('x', 'y')", "x"),
        ("7::TINYINT", 7.0),
        ("18446744073709551615::UBIGINT", 2.0**64),
        ("12.3::DECIMAL(5, 1)", 12.3),
        ("1234567890123456789012345678.9::DECIMAL(38, 1)", 1234567890123456789012345678.9),
        ("12.3::DOUBLE", 12.3),
        ("12.3::FLOAT", 12.3),
        ("0.1::FLOAT", 0.1),
        ("true", True),
        ("DATE '2018-12-31'", date(2018, 12, 31)),
        ("TIMESTAMP '2018-12-31 23:30:00'", datetime.fromisoformat("2018-12-31T23:30")),
        ("TIMESTAMP_NS '2018-12-31 23:30:00'", datetime.fromisoformat("2018-12-31T23:30")),
        ("TIMESTAMP_S '2018-12-31 23:30:00'", datetime.fromisoformat("2018-12-31T23:30")),
        ("TIMESTAMPTZ '2018-12-31 00:00:00+00'", datetime.fromisoformat("2018-12-31")),
        ("TIME '10:30:00'", "10:30:00"),
        ("'11111111-2222-3333-4444-555555555555'::UUID", "11111111-2222-3333-4444-555555555555"),
        ("['foreløbig', 'skøn']", "foreløbig, skøn"),
        ("NULL", None),
    ],
)
def test_each_kind_of_value_has_its_cell(tmp_path: Path, expression: str, cell: Cell) -> None:
    assert value_of(tmp_path, expression) == (cell, [])


@pytest.mark.parametrize("expression", ["{'a': 1}", "[1, 2]", "'x'::BLOB", "MAP {'a': 1}"])
def test_columns_of_other_things_are_left_out(tmp_path: Path, expression: str) -> None:
    assert value_of(tmp_path, expression) == (None, ["N357"])


@pytest.mark.parametrize("expression", ["{'a': 1}", "[1, 2]", "'x'::BLOB", "repeat('x', 32768)"])
def test_other_things_where_a_figure_would_stand_are_told(tmp_path: Path, expression: str) -> None:
    query = f"SELECT 2018 AS year, {expression} AS value"
    grids, found = read(written(tmp_path, query))
    assert grids == []
    assert told(found) == [("E356", "figures.parquet:1")]
    assert found[0].args == {"column": "value"}


def test_a_column_that_the_project_names_is_needed(tmp_path: Path) -> None:
    path = written(tmp_path, "SELECT 2018 AS year, [1] AS gruppe")
    _, found = read(path, Options(columns={"Gruppe": "area"}))
    assert [finding.code for finding in found] == ["E356"]


def test_times_of_instants_are_in_utc_which_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "SELECT 1 AS value, TIMESTAMPTZ '2019-01-01 00:30:00+01' AS hændt")
    grids, found = read(path)
    assert cells(grids)[1][1] == datetime.fromisoformat("2018-12-31T23:30")
    assert told(found) == [("N357", "figures.parquet")]
    assert found[0].args == {"columns": Listed(("hændt",)), "utc": Listed(("hændt",))}


@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
@pytest.mark.parametrize("kind", ["DOUBLE", "FLOAT"])
def test_numbers_without_end_are_told(tmp_path: Path, number: str, kind: str) -> None:
    query = f"SELECT 1::{kind} AS value UNION ALL SELECT '{number}'::{kind} ORDER BY value = 1 DESC"
    grids, found = read(written(tmp_path, query))
    assert grids == []
    assert told(found) == [("E313", "figures.parquet:2")]


def test_numbers_without_end_beside_the_figures_are_left_to_who_needs_them(tmp_path: Path) -> None:
    grids, found = read(written(tmp_path, "SELECT 2018 AS year, 'nan'::DOUBLE AS ændring"))
    assert found == []
    cell = cells(grids)[1][1]
    assert isinstance(cell, float)
    assert math.isnan(cell)
    _, more = cubes_of(grids[0], NOTHING_SAID)
    assert [finding.code for finding in more] == ["E313"]


def test_at_most_twenty_cells_are_told(tmp_path: Path) -> None:
    path = written(tmp_path, "SELECT 'nan'::DOUBLE AS value FROM range(1000)")
    assert len(read(path)[1]) == 20


def test_empty_records_keep_their_number(tmp_path: Path) -> None:
    grids, _ = read(written(tmp_path, "FROM (VALUES (1), (NULL), (3)) AS t(value)"))
    assert [row.number for row in grids[0].rows] == [0, 1, 3]


def test_names_of_columns_can_hold_any_sign(tmp_path: Path) -> None:
    grids, found = read(written(tmp_path, """SELECT 1 AS "a ""b"" æ; --", 2 AS "2018" """))
    assert found == []
    assert cells(grids) == [['a "b" æ; --', "2018"], [1.0, 2.0]]


# ---------------------------------------------------------------------- files


@pytest.mark.parametrize("name", ["a*.parquet", "a?[1].parquet", "æ ø å.parquet", "it's.parquet"])
def test_the_name_of_a_file_is_no_pattern(tmp_path: Path, name: str) -> None:
    written(tmp_path, "SELECT 1 AS value", "ax1.parquet")
    grids, found = read(written(tmp_path, "SELECT 2 AS value", name))
    assert found == []
    assert cells(grids)[1:] == [[2.0]]


def test_folders_say_nothing_of_the_figures(tmp_path: Path) -> None:
    folder = tmp_path / "år=2015"
    folder.mkdir()
    grids, _ = read(written(folder, "SELECT 1 AS value"))
    assert cells(grids) == [["value"], [1.0]]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert told(read(tmp_path / "figures.parquet")[1]) == [("E301", "figures.parquet")]
    assert told(read(tmp_path)[1]) == [("E301", tmp_path.name)]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"indicator;area;period;value\n" * 9, b"PAR1PAR1"])
def test_another_file_called_parquet(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "figures.parquet"
    path.write_bytes(data)
    grids, found = read(path)
    assert grids == []
    assert told(found) == [("E355", "figures.parquet")]


def test_a_file_cut_short_is_told_wherever_it_was_cut(tmp_path: Path) -> None:
    path = written(tmp_path, "SELECT 'amager' AS area, 2018 AS year, 45 AS value FROM range(50)")
    whole = path.read_bytes()
    for length in range(0, len(whole), 37):
        path.write_bytes(whole[:length])
        assert told(read(path)[1]) == [("E355", "figures.parquet")], length


def test_a_file_without_rows_has_no_figures(tmp_path: Path) -> None:
    grids, found = read(written(tmp_path, "SELECT 1 AS value WHERE false"))
    assert grids == []
    assert told(found) == [("E312", "figures.parquet")]


def test_more_rows_than_can_be_held_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "SELECT 1 AS value FROM range(5_000_001)")
    monkeypatch.setattr(duckdb_grid, "_records", lambda _: pytest.fail("the rows were read"))
    grids, found = read(path)
    assert grids == []
    assert told(found) == [("E354", "figures.parquet")]
    assert (found[0].args["rows"], found[0].args["most"]) == (5_000_001.0, 5_000_000.0)


def test_many_columns_leave_room_for_fewer_rows(tmp_path: Path) -> None:
    columns = ", ".join(f"1 AS c{number}" for number in range(100))
    _, found = read(written(tmp_path, f"SELECT {columns} FROM range(500_001)"))  # noqa: S608
    assert (found[0].code, found[0].args["most"]) == ("E354", 500_000.0)


def test_long_texts_are_not_held_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_grid, "MOST_LETTERS", 20_000)
    same = written(tmp_path, "SELECT repeat('x', 15_000) AS area FROM range(9)", "same.parquet")
    assert read(same)[1] == []
    other = written(tmp_path, "SELECT repeat('x', 5_000) || range AS area FROM range(9)")
    assert [finding.code for finding in read(other)[1]] == ["E354"]


def test_only_the_file_itself_can_be_read(tmp_path: Path) -> None:
    own = written(tmp_path, "SELECT 1 AS value", "own.parquet")
    other = written(tmp_path, "SELECT 2 AS value", "other.parquet")
    with duckdb_grid.connection(str(own)) as opened:
        assert opened.execute("FROM read_parquet(?)", [str(own)]).fetchall() == [(1,)]
        for query in (f"FROM '{other}'", f"FROM glob('{tmp_path}/*')", "INSTALL httpfs"):
            with pytest.raises(duckdb.Error):
                opened.execute(query)
        with pytest.raises(duckdb.Error):
            opened.execute("SET enable_external_access = true")


# ---------------------------------------------------------------------- writers


@settings(max_examples=40, deadline=None)
@given(records=RECORDS)
def test_what_duckdb_writes_reads_back(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    path = tmp_path_factory.mktemp("duckdb") / "figures.parquet"
    with duckdb.connect() as opened:
        opened.execute("CREATE TABLE figures (area VARCHAR, year INTEGER, value DOUBLE)")
        opened.executemany("INSERT INTO figures VALUES (?, ?, ?)", records)
        opened.execute(f"COPY figures TO '{path}' (FORMAT parquet)")
    reads_back(path, records)


@settings(max_examples=40, deadline=None)
@given(records=RECORDS)
def test_what_polars_writes_reads_back(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record]
) -> None:
    polars = pytest.importorskip("polars")
    path = tmp_path_factory.mktemp("polars") / "figures.parquet"
    kinds = {"area": polars.String, "year": polars.Int64, "value": polars.Float64}
    polars.DataFrame(records, schema=kinds, orient="row").write_parquet(path)
    reads_back(path, records)


@pytest.mark.parametrize("compression", ["none", "snappy", "gzip", "zstd", "lz4", "brotli"])
@settings(max_examples=10, deadline=None)
@given(records=RECORDS)
def test_what_pyarrow_writes_reads_back(
    tmp_path_factory: pytest.TempPathFactory, compression: str, records: list[Record]
) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path_factory.mktemp("pyarrow") / "figures.parquet"
    columns = dict(zip(("area", "year", "value"), zip(*records, strict=True), strict=True))
    fields = [("area", arrow.string()), ("year", arrow.int16()), ("value", arrow.float64())]
    table = arrow.table(columns, schema=arrow.schema(fields))
    parquet.write_table(table, path, compression=compression, row_group_size=4)
    reads_back(path, records)


def test_what_pandas_writes_reads_back(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    path = tmp_path / "figures.parquet"
    values = {"area": ["amager", None], "value": [45.5, math.nan]}
    days = pandas.to_datetime(["2018-01-01", "2018-12-31"])
    pandas.DataFrame({**values, "day": days}).to_parquet(path)
    grids, found = read(path)
    assert found == []
    assert cells(grids)[1:] == [
        ["amager", 45.5, datetime.combine(date(2018, 1, 1), time())],
        [None, None, datetime.combine(date(2018, 12, 31), time())],
    ]


def reads_back(path: Path, records: list[Record]) -> None:
    grids, found = read(path)
    assert found == []
    assert cells(grids)[0] == ["area", "year", "value"]
    assert [tuple(row) for row in cells(grids)[1:]] == records
