"""Areas, lists, sources and indicators as they are declared."""

import pytest

from tryghed_dsl.check.conditions import Held
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import Kind
from unit.check.numbers_text import DECLARED, spec_of, told

TARGET = "t: indbrud <= 5\n"


def members(line: str, name: str) -> tuple[str, ...]:
    return spec_of(f"{DECLARED}{line}\n{TARGET}").lists[name].members


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("areas d = valby, kbh", ("valby", "kbh")),
        ("areas d = in kbh", ("amager", "valby")),
        ("areas d = kbh, districts", ("kbh", "amager", "valby")),
        ("areas d = valby, districts", ("valby", "amager")),
        ("areas e = districts\nareas d = e, kbh", ("amager", "valby", "kbh")),
        ("areas d = districts where utryg < 5%", ("amager", "valby")),
    ],
)
def test_members_stand_once_in_the_order_written(line: str, expected: tuple[str, ...]) -> None:
    assert members(line, "d") == expected


def test_a_list_of_a_list_meets_the_conditions_of_both() -> None:
    line = "areas low = districts where utryg[2022] < 85\nareas d = low where indbrud < 5\n"
    first, second = spec_of(f"{DECLARED}{line}{TARGET}").lists["d"].where
    assert isinstance(first, Held)
    assert isinstance(second, Held)
    assert (first.text, second.text) == ("utryg[2022] < 85", "indbrud < 5")


def test_a_list_has_its_title() -> None:
    lists = spec_of(f'{DECLARED}areas d "Bydele" = amager\n{TARGET}').lists
    assert (lists["d"].title, lists["d"].where) == ("Bydele", ())


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("yearly", Length.YEAR),
        ("halfyearly", Length.HALF),
        ("half-yearly", Length.HALF),
        ("quarterly", Length.QUARTER),
        ("monthly", Length.MONTH),
        ("daily", Length.DAY),
        ("every year", Length.YEAR),
        ("every half year", Length.HALF),
        ("every quarter", Length.QUARTER),
        ("every month", Length.MONTH),
        ("every day", Length.DAY),
        ("every school year", Length.SCHOOL_YEAR),
        ("every financial year", Length.SCHOOL_YEAR),
    ],
)
def test_an_indicator_has_the_length_of_its_source(words: str, length: Length) -> None:
    line = f"source s, {words}\nindicator x, count, from s\nindicator y = 2 * x\n"
    spec = spec_of(f"{DECLARED}{line}{TARGET}")
    assert spec.sources["s"].every is length
    assert spec.indicators["x"].length is length
    assert spec.indicators["y"].length is length


def test_a_year_is_the_length_of_what_says_nothing() -> None:
    assert spec_of(DECLARED + TARGET).indicators["tyveri"].length is Length.YEAR


def test_precision_and_design() -> None:
    line = "indicator x, percent, precision 1, design 1.5\n"
    made = spec_of(f"{DECLARED}{line}{TARGET}").indicators["x"]
    assert (made.precision, made.design) == (1, 1.5)


def test_whole_numbers_are_a_precision() -> None:
    line = "indicator x, percent, precision 0\n"
    assert spec_of(f"{DECLARED}{line}{TARGET}").indicators["x"].precision == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("indicator x, percent, precision 7", "E155"),
        ("indicator x, percent, precision 1.5", "E155"),
        ("indicator x, percent, design 0.9", "E156"),
        ("indicator x, percent, precision 1, precision 2", "E112"),
        ("source s, every week", "E106"),
        ("source s, weekly", "E106"),
        ("source s, yearly, every month", "E112"),
    ],
)
def test_clauses_that_are_told(line: str, code: str) -> None:
    assert told(f"{line}\n{TARGET}") == [code]


def test_a_formula_of_stock_and_flow_is_of_no_one_kind() -> None:
    line = "indicator x = indbrud / borgere\nindicator y = indbrud + tyveri\n"
    made = spec_of(f"{DECLARED}{line}{TARGET}").indicators
    assert (made["x"].kind, made["y"].kind) == (None, Kind.FLOW)


def test_formulas_are_read_after_those_they_rest_on() -> None:
    line = "indicator x = most + y\nlet most = z\nindicator y = z\nindicator z = indbrud\n"
    made = spec_of(f"{DECLARED}{line}{TARGET}").indicators
    assert {made[name].unit for name in "xyz"} == {made["indbrud"].unit}
