"""Data frames of pandas, polars and pyarrow, and of whoever hands them over as those do."""

import math
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryghed_dsl.domain.period import year
from tryghed_dsl.figures import frames, record_grid
from tryghed_dsl.figures.frames import is_frame, read_frame
from tryghed_dsl.figures.grid import Cell, Grid
from tryghed_dsl.figures.layout.table import cubes_of
from tryghed_dsl.figures.options import NOTHING_SAID
from tryghed_dsl.findings.finding import Finding, Listed

Record = tuple[str, int, float | None]
Make = Callable[[list[Record]], Any]
HEADINGS = ["area", "year", "value"]


def cells(grids: Sequence[Grid]) -> list[list[Cell]]:
    (grid,) = grids
    return [list(row.cells) for row in grid.rows]


def told(found: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.where)) for finding in found]


class Handed:
    """A frame of a library that says only one thing about itself."""

    def __init__(self, frame: Any, name: str) -> None:
        self._hand = getattr(frame, name)
        setattr(self, name, self._hand)


def in_pandas(records: list[Record]) -> Any:
    return pytest.importorskip("pandas").DataFrame(records, columns=HEADINGS)


def in_polars(records: list[Record]) -> Any:
    polars = pytest.importorskip("polars")
    kinds = dict(zip(HEADINGS, (polars.String, polars.Int32, polars.Float64), strict=True))
    return polars.DataFrame(records, schema=kinds, orient="row")


def in_pyarrow(records: list[Record]) -> Any:
    arrow = pytest.importorskip("pyarrow")
    kinds = (arrow.string(), arrow.int32(), arrow.float64())
    columns = zip(zip(*records, strict=True), kinds, strict=True)
    return arrow.table([arrow.array(list(column), kind) for column, kind in columns], HEADINGS)


def as_a_stream(records: list[Record]) -> Any:
    return Handed(in_polars(records), "__arrow_c_stream__")


def in_the_older_way(records: list[Record]) -> Any:
    return Handed(in_pyarrow(records), "__dataframe__")


WAYS = [in_pandas, in_polars, in_pyarrow, as_a_stream, in_the_older_way]


@pytest.mark.parametrize("make", WAYS)
@settings(max_examples=40, deadline=None)
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
def test_whatever_is_in_a_frame_is_read(make: Make, records: list[Record]) -> None:
    frame = make(records)
    assert is_frame(frame)
    grids, found = read_frame(frame)
    assert found == []
    assert (grids[0].file, grids[0].addressed, grids[0].texts) == ("frame", False, False)
    assert [row.number for row in grids[0].rows] == list(range(len(records) + 1))
    assert cells(grids)[0] == HEADINGS
    assert [tuple(row) for row in cells(grids)[1:]] == records


@pytest.mark.parametrize("make", WAYS)
def test_a_frame_becomes_figures(make: Make) -> None:
    (grid,), _ = read_frame(make([("amager", 2017, 45.0), ("amager", 2018, None)]))
    (cube,), found = cubes_of(grid, NOTHING_SAID)
    assert found == []
    assert [entry.value for entry in cube.entries] == [45.0]
    assert cube.missing == 1


@pytest.mark.parametrize("make", [in_pandas, in_polars, in_pyarrow])
def test_a_frame_without_rows_has_no_figures(make: Make) -> None:
    frame = make([("amager", 2017, 45.0)])
    for none in (frame[:0], type(frame)() if make is not in_pyarrow else frame.select([])[:0]):
        assert told(read_frame(none)[1]) == [("E312", "frame")]


@pytest.mark.parametrize("given", [[], {}, [{"area": "amager"}], "figures.csv", 3, None, object()])
def test_other_things_are_no_frames(given: object) -> None:
    assert not is_frame(given)


def test_what_hands_over_no_table_is_told_in_plain_words() -> None:
    class Empty:
        def __arrow_c_stream__(self, _: object = None) -> object:
            return "nothing"

    with pytest.raises(TypeError, match="cannot be read as a table of figures"):
        read_frame(Empty())


def test_an_older_frame_without_pyarrow_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frame = in_the_older_way([("amager", 2017, 45.0)])
    monkeypatch.setattr(frames, "library", lambda _: None)
    with pytest.raises(TypeError, match=r"pip install \"tryghed-dsl\[arrow\]\""):
        read_frame(frame)


@pytest.mark.parametrize("make", WAYS[:3])
def test_more_rows_than_can_be_held_are_refused(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_grid, "MOST_ROWS", 2)
    grids, found = read_frame(make([("amager", year, 1.0) for year in (2016, 2017, 2018)]))
    assert grids == []
    assert told(found) == [("E354", "frame")]
    assert (found[0].args["rows"], found[0].args["most"]) == (3.0, 2.0)


# ---------------------------------------------------------------------- what is missing


@pytest.mark.parametrize("make", [in_polars, in_pyarrow, as_a_stream])
def test_nan_is_no_figure_where_missing_has_a_sign_of_its_own(make: Make) -> None:
    grids, found = read_frame(make([("amager", 2017, None), ("amager", 2018, math.nan)]))
    assert grids == []
    assert told(found) == [("E313", "frame:2")]


def test_all_that_pandas_calls_missing_is_missing() -> None:
    pandas = pytest.importorskip("pandas")
    columns = {
        "row": [1, 2],
        "object": [None, math.nan],
        "float": [1.5, math.nan],
        "single": pandas.Series([12.3, math.nan], dtype="float32"),
        "Float": pandas.array([1.5, None], dtype="Float64"),
        "Single": pandas.array([12.3, None], dtype="Float32"),
        "Int": pandas.array([3, None], dtype="Int64"),
        "bool": pandas.array([True, None], dtype="boolean"),
        "text": pandas.array(["x", None], dtype="string"),
        "kind": pandas.Categorical(["x", None]),
        "time": pandas.to_datetime(["2018-12-31 23:30", None]),
        "na": [pandas.NA, pandas.NaT],
    }
    grids, found = read_frame(pandas.DataFrame(columns))
    assert found == []
    half_past = datetime.fromisoformat("2018-12-31T23:30")
    assert cells(grids)[1:] == [
        [1.0, None, 1.5, 12.3, 1.5, 12.3, 3.0, True, "x", "x", half_past, None],
        [2.0, *[None] * 11],
    ]


def test_infinity_is_no_figure_in_pandas_either() -> None:
    frame = in_pandas([("amager", 2017, 1.0), ("amager", 2018, math.inf)])
    assert told(read_frame(frame)[1]) == [("E313", "frame:2")]


# ---------------------------------------------------------------------- values


def test_each_kind_of_object_has_its_cell() -> None:
    pandas, numpy = pytest.importorskip("pandas"), pytest.importorskip("numpy")
    expected: list[tuple[Any, Cell]] = [
        ("å", "å"),
        (3, 3.0),
        (2**60, 2.0**60),
        (True, True),
        (Decimal("12.30"), 12.3),
        (date(2018, 12, 31), date(2018, 12, 31)),
        (pandas.Period("2018Q1"), "2018Q1"),
        (pandas.Timestamp("2018-12-31 23:30:00.123456789"), datetime(2018, 12, 31, 23, 30, 0, 123456)),  # noqa: DTZ001, E501
        (year(2018), "2018"),
        (numpy.float32(12.3), 12.3),
        (numpy.float64(12.3), 12.3),
        (numpy.int8(-3), -3.0),
        (numpy.bool_(1), True),
        (numpy.str_("x"), "x"),
        (numpy.datetime64("2018-12-31"), datetime.fromisoformat("2018-12-31")),
        (numpy.datetime64("NaT"), None),
        (["a", "b"], "a, b"),
    ]  # fmt: skip
    values = pandas.Series([value for value, _ in expected], dtype=object)
    grids, found = read_frame(pandas.DataFrame({"row": range(len(expected)), "other": values}))
    assert found == []
    assert [row[1] for row in cells(grids)[1:]] == [cell for _, cell in expected]


def test_objects_that_are_no_cells_are_left_out_or_told() -> None:
    pandas = pytest.importorskip("pandas")
    odd = [object(), b"x", [1], {"a": 1}, 3j, pandas.Interval(0, 1)]
    for value in odd:
        grids, found = read_frame(pandas.DataFrame({"other": [value], "value": [1]}))
        assert cells(grids) == [["value"], [1.0]], value
        assert [(f.code, f.args["left"]) for f in found] == [("N357", Listed(("other",)))]
        _, found = read_frame(pandas.DataFrame({"value": [value]}))
        assert told(found) == [("E356", "frame:1")], value


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_times_are_as_the_clocks_of_their_zone_show_them(library: str) -> None:
    made = pytest.importorskip(library)
    zone = pytest.importorskip("zoneinfo").ZoneInfo("Europe/Copenhagen")
    times = [datetime(2019, 1, 1, 0, 30, tzinfo=zone), datetime(2019, 7, 1, tzinfo=zone)]
    frame = {
        "pandas": lambda: made.DataFrame({"time": times, "value": [1, 2]}),
        "polars": lambda: made.DataFrame({"time": times, "value": [1, 2]}).with_columns(
            made.col("time").dt.convert_time_zone("Europe/Copenhagen")
        ),
        "pyarrow": lambda: made.table(
            {"time": made.array(times, made.timestamp("us", str(zone))), "value": [1, 2]}
        ),
    }[library]()
    grids, found = read_frame(frame)
    assert found == []
    assert [row[0] for row in cells(grids)[1:]] == [time.replace(tzinfo=None) for time in times]


# ---------------------------------------------------------------------- the shape of pandas


def test_an_index_with_names_is_read_as_columns() -> None:
    pandas = pytest.importorskip("pandas")
    names = ["indikator", "område"]
    index = pandas.MultiIndex.from_tuples([("indbrud", "amager"), ("indbrud", "kbh")], names=names)
    grids, _ = read_frame(pandas.DataFrame({"værdi": [1, 2]}, index=index))
    assert cells(grids) == [
        ["indikator", "område", "værdi"],
        ["indbrud", "amager", 1.0],
        ["indbrud", "kbh", 2.0],
    ]


def test_an_index_that_numbers_the_rows_is_none_of_them() -> None:
    frame = in_pandas([("amager", 2016, 1.0), ("amager", 2017, 2.0), ("kbh", 2018, 3.0)])
    grids, _ = read_frame(frame[frame["year"] != 2017])
    assert cells(grids) == [HEADINGS, ["amager", 2016.0, 1.0], ["kbh", 2018.0, 3.0]]
    assert [row.number for row in grids[0].rows] == [0, 1, 2]


def test_an_index_of_words_is_a_column_without_a_name() -> None:
    pandas = pytest.importorskip("pandas")
    grids, _ = read_frame(pandas.DataFrame({"2018": [1, 2]}, index=["amager", "kbh"]))
    assert cells(grids) == [[None, "2018"], ["amager", 1.0], ["kbh", 2.0]]


def test_years_as_columns_stay_years() -> None:
    frame = in_pandas([("amager", 2017, 1.5), ("amager", 2018, 2.5)])
    grids, _ = read_frame(frame.pivot_table(index="area", columns="year", values="value"))
    assert cells(grids) == [["area", 2017.0, 2018.0], ["amager", 1.5, 2.5]]
    (cube,), found = cubes_of(grids[0], NOTHING_SAID)
    assert found == []
    assert [[c.text for c in entry.categories] for entry in cube.entries] == [
        ["amager", "2017"],
        ["amager", "2018"],
    ]


def test_headings_of_several_parts_are_one_text() -> None:
    frame = in_pandas([("amager", 2017, 1.5), ("amager", 2018, 2.5)])
    grids, _ = read_frame(frame.pivot_table(index="area", columns="year", values=["value"]))
    assert cells(grids)[0] == ["area", "value 2017", "value 2018"]


def test_two_columns_can_have_one_name() -> None:
    pandas = pytest.importorskip("pandas")
    grids, _ = read_frame(pandas.DataFrame([[1, 2]], columns=["value", "value"]))
    assert cells(grids) == [["value", "value"], [1.0, 2.0]]
