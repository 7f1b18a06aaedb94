"""Periods as files write them."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.periods import flags_within, read_period
from tryghed_dsl.figures.read import read_files, read_records

SPEC = td.loads('indicator indbrud "Indbrud", count, lower is better\nindbrud <= 48')


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("4. kv. 2018", "2018Q4"),
        ("4. kvt. 2018", "2018Q4"),
        ("2019, 1. kvartal", "2019Q1"),
        ("K1 2019", "2019Q1"),
        ("1K2019", "2019Q1"),
        ("03-2018", "2018M03"),
        ("06/2019", "2019M06"),
        ("jun-18", "2018M06"),
        ("jan 19", "2019M01"),
        ("dec. 1999", "1999M12"),
        ("jan-70", "1970M01"),
        ("Skoleåret 2018/19", "2018/19"),
        ("2019 foreløbig", "2019"),
        ("2019 (foreløbige)", "2019"),
        ("31-12-2018", "2018-12-31"),
        ("31/12/2018", "2018-12-31"),
        ("1.2.2021", "2021-02-01"),
        ("03-01-2018 22:10", "2018-01-03"),
        ("03.01.2018 kl. 22.10", "2018-01-03"),
        ("2018-01-03T22:10:00", "2018-01-03"),
        ("2018-01-03T22:10:00+01:00", "2018-01-03"),
        ("2018-01-03T00:00:00.000Z", "2018-01-03"),
        ("2019-06-30 00:00:00", "2019-06-30"),
    ],
)
def test_periods_in_many_ways(written: str, period: str) -> None:
    assert str(read_period(written)) == period


@pytest.mark.parametrize(
    "written",
    [
        "13-2018",  # no month
        "12/31/2018",  # the month first
        "31-11-2018",  # no such day
        "2018-12-31T23:30:00Z",  # the next day in Denmark
        "12:30",
        "1 19",
        "1,2018",
        "18",
        "2019 1",
        "uge 12 2019",
    ],
)
def test_what_is_no_period(written: str) -> None:
    assert read_period(written) is None


def test_provisional_beside_a_year_is_a_flag() -> None:
    assert flags_within("2019 foreløbig") == ("provisional",)
    assert flags_within("2019") == ()


def read(folder: Path, text: str) -> tuple[dict[str, tuple[float, tuple[str, ...]]], list[str]]:
    path = folder / "tal.csv"
    path.write_text(text, encoding="utf-8")
    rows, found = read_files([path]).named(SPEC)
    figures, more = matched(SPEC, rows)
    seen = {str(each.key.period): (each.value, each.flags) for each in figures}
    return seen, [finding.code for finding in (*found, *more)]


def test_a_provisional_year_as_a_column(tmp_path: Path) -> None:
    text = "Indikator;Område;2018;2019 foreløbig\nIndbrud;Amager;48;45\n"
    seen, found = read(tmp_path, text)
    assert seen == {"2018": (48, ()), "2019": (45, ("provisional",))}
    assert found == []


def test_slashes_in_a_danish_file_begin_with_the_day(tmp_path: Path) -> None:
    text = "indikator;område;dato;værdi\nIndbrud;Amager;03/04/2018;5\n"
    assert read(tmp_path, text) == ({"2018-04-03": (5, ())}, [])


def test_slashes_begin_with_the_day_where_another_date_shows_it(tmp_path: Path) -> None:
    text = "indicator,period,value\nIndbrud,03/04/2018,5\nIndbrud,31/04/2018,6\n"
    assert read(tmp_path, text)[1][0] == "E307"  # there is no such day
    text = text.replace("31/04", "30/04")
    assert read(tmp_path, text)[0] == {"2018-04-03": (5, ()), "2018-04-30": (6, ())}


def test_slashes_that_nothing_explains_are_told(tmp_path: Path) -> None:
    text = "indicator,period,value\nIndbrud,03/04/2018,5\nIndbrud,05/04/2018,6\n"
    assert "E322" in read(tmp_path, text)[1]


def test_slashes_in_records_that_nothing_explains_are_told() -> None:
    records = [{"indicator": "Indbrud", "period": "03/04/2018", "value": 5}]
    assert [finding.code for finding in read_records(records).found] == ["E322"]
    danish = [{"indikator": "Indbrud", "område": "Amager", "periode": "03/04/2018", "tal": 5}]
    assert [str(row.period) for row in read_records(danish).rows] == ["2018-04-03"]
