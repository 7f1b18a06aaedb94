"""Which records are judged as a mapping, and that all others are read in full as before."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tryghed_dsl as td
from tryghed_dsl.engines.plain_records import plain_records

SPEC = td.loads(
    """
agreement "A" { area city }
area north "Nord"
area south
area city = north + south
indicator a "Alpha", count, lower is better, baseline 2015 = 40
indicator u "Utrygge", percent, lower is better
indicator s = a + a
a <= baseline(2015), warn within 10%
s <= 100
u <= 12
two: u <= u[2016]
"""
)
JUDGE = td.compile(SPEC, 2018)


class Name(StrEnum):
    A = "a"


def record(**other: Any) -> dict[str, Any]:
    return {"indicator": "a", "area": "city", "period": 2018, "value": 41.0} | other


def plain(*records: Any) -> Any:
    return plain_records(list(records), {"a", "u"}, {"city", "north"})


def test_records_with_ids_years_and_numbers_are_a_mapping() -> None:
    records = (record(), record(period="2017", value=40), record(period=2016, value=None))
    expected = {("a", "city", 2018): 41.0, ("a", "city", 2017): 40.0, ("a", "city", 2016): None}
    found = plain(*records)
    assert found == expected
    assert list(found) == list(expected)
    assert type(found["a", "city", 2017]) is float


@pytest.mark.parametrize(
    "other",
    [
        *({"indicator": odd} for odd in ("A", "Alpha", " a", "s", "b", Name.A, None, 1, ["a"])),
        *({"area": odd} for odd in ("City", "Nord", "south", None, ("city",), dict[str, str]())),
        *({"period": odd} for odd in (1499, 3000, "2018Q1", " 2018", "٢٠١٨", "0018", "", None)),
        *({"period": odd} for odd in (2018.0, True, Decimal(2018))),
        *({"value": odd} for odd in ("41", "<5", "..", True, Decimal(41), 10**400)),
        *({"value": float(odd)} for odd in ("nan", "inf", "-inf")),
        {"unit": "count"},
        {"flag": None},
    ],
    ids=repr,
)
def test_any_other_record_is_not(other: dict[str, Any]) -> None:
    assert plain(record(period=2017), record(**other)) is None
    assert plain(record(**other), record(period=2017)) is None


def test_neither_are_figures_that_come_twice_nor_none_at_all() -> None:
    assert plain(record(), record()) is None
    assert plain(record(), record(period="2018")) is None
    assert plain(record(), record(value=None)) is None
    assert plain() is None
    assert plain({"indicator": "a", "area": "city", "year": 2018, "value": 1.0}) is None
    assert plain_records((record(),), {"a"}, {"city"}) is None
    assert plain_records(["figures.csv"], {"a"}, {"city"}) is None


NAMES = st.sampled_from(["a", "a", "a", "u", "u", "s", "A", "alpha", "x"])
AREAS = st.sampled_from(["city", "city", "city", "north", "south", "Nord", "nowhere"])
PERIODS = st.sampled_from([2018, 2018, 2017, 2016, 2015, "2018", "2016", "2018Q1", 2018.0])
VALUES = st.one_of(
    st.floats(0, 60).map(lambda x: round(x, 1)),
    st.integers(0, 60),
    st.sampled_from([None, 40.0, "41", "<5", 1e300, float("nan"), 10**400]),
)
RECORDS = st.fixed_dictionaries(
    {"indicator": NAMES, "area": AREAS, "period": PERIODS, "value": VALUES}
)
PLAIN = st.fixed_dictionaries(
    {
        "indicator": st.sampled_from("au"),
        "area": st.sampled_from(["city", "north", "south"]),
        "period": st.sampled_from([2015, 2016, 2017, 2018, "2018"]),
        "value": st.none() | st.integers(0, 60) | st.floats(0, 60),
    }
)


def said(figures: Any) -> object:
    try:
        report = JUDGE(figures)
    except td.FiguresError as error:
        return error.findings
    return (
        report.model_dump_json(language="da"),
        report.findings,
        [(t.verdict, t.reason, repr(t.value), repr(t.limit), t.missing) for t in report],
        [(t.evidence, t.flags, t.sentence()) for t in report],
    )


@settings(deadline=None)
@given(st.lists(PLAIN, max_size=12) | st.lists(PLAIN | RECORDS, max_size=8))
def test_records_are_reported_alike_however_they_are_read(records: list[dict[str, Any]]) -> None:
    in_full = tuple(records)  # only lists are asked whether they are plain
    assert said(records) == said(in_full)


def test_what_becomes_of_a_callers_records_later_changes_nothing() -> None:
    records = [record(), record(period=2015, value=39.0)]
    report, expected = JUDGE(records), said(tuple(records))
    records[0]["value"] = 99.0
    del records[1]
    later = (report.model_dump_json(language="da"), report.findings)
    assert isinstance(expected, tuple)
    assert later == expected[:2]
    assert [finding.code for finding in report.findings if finding.code == "W315"] == ["W315"]
