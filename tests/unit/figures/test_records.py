"""Figures that a program holds already, as records."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import parse_period, year
from tryghed_dsl.figures.read import read_records as read_sources
from tryghed_dsl.figures.rows import RawRow
from tryghed_dsl.findings.finding import Expected, Finding, InFile, Listed


def read_records(given: Sequence[Mapping[Any, Any]]) -> tuple[list[RawRow], list[Finding]]:
    return read_sources(given).named(None)


def record(**changed: Any) -> dict[str, Any]:
    return {"indicator": "x", "area": "a", "period": 2015, "value": 48, **changed}


def only(given: Mapping[Any, Any]) -> RawRow:
    """The row that a record gives, about which nothing is found."""
    (row,), found = read_records([given])
    assert found == []
    return row


def refused(given: Mapping[Any, Any]) -> Finding:
    """What is found in a record that gives no row."""
    rows, (finding,) = read_records([given])
    assert rows == []
    assert finding.where == InFile("records", 1)
    return finding


def test_a_record_says_what_a_row_of_a_file_does() -> None:
    given = record(n=800, denominator=640, unit="percent", flag="Provisional, break", origin="z")
    assert only(given) == RawRow(
        indicator="x",
        area="a",
        period=year(2015),
        value=48,
        origin=Origin("records", None, 1, "z"),
        n=800,
        denominator=640,
        unit="percent",
        flags=("provisional", "break"),
    )


def test_what_is_not_said_is_not_known() -> None:
    expected = RawRow("x", None, year(2015), 48, Origin("records", None, 1))
    nothing = dict.fromkeys(["area", "n", "denominator", "unit", "flag", "origin"])
    assert only({"indicator": "x", "period": 2015, "value": 48}) == expected
    assert only(record(**nothing)) == expected


def test_keys_are_named_as_columns_are() -> None:
    given = {"Værdi": 48, "ÅR": 2015, "id": 7, "Omra\u030ade": "a", " nøgletal ": "x", 5: None}
    assert only(given) == only(record())


@pytest.mark.parametrize(
    ("given", "period"),
    [
        (2015, "2015"),
        ("2015", "2015"),
        (2015.0, "2015"),
        (year(2015), "2015"),
        ("1. kvartal 2016", "2016Q1"),
        (parse_period("2016M01"), "2016M01"),
        (date(2016, 3, 14), "2016-03-14"),
    ],
)
def test_periods_may_be_of_several_types(given: Any, period: str) -> None:
    assert str(only(record(period=given)).period) == period


@pytest.mark.parametrize("given", [None, "", "i fjor", 15, 2015.5, True, [2015], float("nan")])
def test_what_is_no_period_is_told(given: Any) -> None:
    finding = refused(record(period=given))
    assert (finding.code, finding.args) == ("E307", {"written": str(given)})


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (48, 48.0),
        (48.5, 48.5),
        (0, 0.0),
        (-3, -3.0),
        (Decimal("12.5"), 12.5),
        (Fraction(1, 4), 0.25),
    ],
)
def test_values_may_be_of_any_type_of_number(given: Any, value: float) -> None:
    read = only(record(value=given)).value
    assert read == value
    assert type(read) is float


def test_a_value_that_is_missing_leaves_no_row() -> None:
    assert read_records([record(value=None), record(value=None, period=None)]) == ([], [])


@pytest.mark.parametrize("given", ["få", "", True, [48], {"value": 48}, 48j, date.min])
def test_what_is_no_number_is_told(given: Any) -> None:
    finding = refused(record(value=given))
    assert (finding.code, finding.args) == ("E303", {"written": str(given)})


@pytest.mark.parametrize(
    "given",
    [float("nan"), float("inf"), -float("inf"), 10**400, Decimal("NaN"), Decimal("sNaN")],
)
def test_what_is_no_finite_number_is_told(given: Any) -> None:
    finding = refused(record(value=given))
    assert (finding.code, finding.args) == ("E313", {"written": str(given)})


@pytest.mark.parametrize("column", ["n", "denominator"])
@pytest.mark.parametrize(
    ("given", "code"), [("mange", "E303"), (True, "E303"), (float("nan"), "E313")]
)
def test_what_stands_beside_a_value_has_to_be_a_number_too(
    column: str, given: Any, code: str
) -> None:
    finding = refused(record(**{column: given}))
    assert (finding.code, finding.args) == (code, {"written": str(given)})


def test_numbers_beside_a_value_may_be_of_any_type_of_number() -> None:
    row = only(record(n=Decimal(800), denominator=Fraction(1280, 2)))
    assert (row.n, row.denominator) == (800, 640)


@pytest.mark.parametrize(
    ("given", "flags"),
    [
        ("break", ("break",)),
        ("Break;provisional", ("break", "provisional")),
        (["break", "Provisional"], ("break", "provisional")),
        (("break",), ("break",)),
        ([], ()),
        (1, ("1",)),
    ],
)
def test_flags_may_be_a_text_or_a_list(given: Any, flags: tuple[str, ...]) -> None:
    assert only(record(flag=given)).flags == flags


def test_names_of_other_types_are_read_as_texts() -> None:
    row = only(record(indicator=7, area=101, unit=5, origin=date(2019, 1, 2)))
    assert (row.indicator, row.area, row.unit) == ("7", "101", "5")
    assert row.origin.note == "2019-01-02"


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"indicator": "x", "period": 2015}, ("COL_value",)),
        ({"value": 48}, ("COL_indicator", "COL_period")),
        ({1: "x", 2: 2015, 3: 48}, ("COL_indicator", "COL_period", "COL_value")),
        ({}, ("COL_indicator", "COL_period", "COL_value")),
    ],
)
def test_keys_that_are_not_there_are_told(
    given: Mapping[Any, Any], missing: tuple[str, ...]
) -> None:
    finding = refused(given)
    found = Listed(tuple(str(key) for key in given)) if given else None
    assert (finding.code, finding.args["missing"]) == ("E302", Expected(missing))
    assert finding.args.get("found") == found


def test_records_are_counted_from_one_and_all_are_read() -> None:
    rows, found = read_records(
        [record(), record(value="få"), record(value=None), record(period=0), record(period=2016)]
    )
    assert [(row.origin.row, str(row.period)) for row in rows] == [(1, "2015"), (5, "2016")]
    assert [(finding.code, finding.where) for finding in found] == [
        ("E303", InFile("records", 2)),
        ("E307", InFile("records", 4)),
    ]


def test_no_records_are_no_figures() -> None:
    assert read_records([]) == ([], [])


@pytest.mark.parametrize(
    "wrong", [{"value": "få"}, {"n": "mange"}, {"denominator": [1]}, {"period": None}]
)
def test_judging_records_of_wrong_types_tells_and_does_not_break(wrong: dict[str, Any]) -> None:
    spec = td.loads("x <= 48")
    with pytest.raises(td.FiguresError) as raised:
        td.evaluate(spec, [record(period=2014), record(**wrong)])
    assert [finding.where for finding in raised.value.findings] == [InFile("records", 2)]


def test_odd_types_beside_a_value_reach_the_report_as_texts() -> None:
    odd = record(unit=5, origin=2019, flag=["provisional"])
    report = td.evaluate(td.loads("x <= 48"), [odd])
    (evidence,) = report["x"].evidence
    assert (evidence.origin, evidence.flags) == ("2019", ("provisional",))
    assert '"origin":"2019"' in report.model_dump_json()


def test_numbers_as_text_are_read_as_in_any_other_table() -> None:
    records = [
        {"indikator": "x", "område": "a", "år": "2018", "værdi": "1.234,5"},
        {"indikator": "x", "område": "a", "år": "2019", "værdi": ".."},
    ]
    read = read_sources(records)
    rows, found = read.named(None)
    assert [(row.value, row.origin.row) for row in rows] == [(1234.5, 1)]
    assert found == []


def test_a_number_as_text_that_can_be_two_is_refused() -> None:
    _, found = read_sources(
        [{"indikator": "x", "område": "a", "år": "2018", "værdi": "1.234"}]
    ).named(None)
    assert [finding.code for finding in found] == ["E309"]
