"""Numbers as spreadsheets, statistics offices and people write them."""

import pytest

from tryghed_dsl.figures.numbers import MISSING, Ambiguous, Trouble, decimal_signs, parse_number

NBSP, THIN, NARROW, FIGURE = "\u00a0", "\u2009", "\u202f", "\u2007"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("48", 48),
        ("+48", 48),
        ("-48", -48),
        ("−48", -48),
        ("–48", -48),
        ("- 48", -48),
        ("0", 0),
        ("007", 7),
        ("12.5", 12.5),
        ("12,5", 12.5),
        (".5", 0.5),
        (",5", 0.5),
        ("-0,25", -0.25),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("1234.567", 1234.567),
        ("1234,567", 1234.567),
        ("1.2345", 1.2345),
        ("1,23", 1.23),
        ("1e3", 1000),
        ("1.5E-2", 0.015),
        ("1,5E-2", 0.015),
        ("1.234e5", 123_400),
        ("12%", 12),
        ("12,5 %", 12.5),
        (f"12{NBSP}%", 12),
        ("'48", 48),
    ],
)
def test_what_can_only_be_one_number_is_that_number(written: str, number: float) -> None:
    assert parse_number(written, set()) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("-1.234,5", -1234.5),
        ("1.234.567", 1_234_567),
        ("1,234,567", 1_234_567),
        ("1.234.567,89", 1_234_567.89),
        ("1,234,567.89", 1_234_567.89),
        ("59 152", 59_152),
        ("1 234 567", 1_234_567),
        ("1 234,5", 1234.5),
        ("1 234.5", 1234.5),
        ("1 234,567", 1234.567),
        (f"59{NBSP}152,5", 59_152.5),
        (f"59{THIN}152", 59_152),
        (f"59{NARROW}152", 59_152),
        (f"59{FIGURE}152", 59_152),
        ("59'152.5", 59_152.5),
        ("- 59 152", -59_152),
    ],
)
def test_thousands_may_be_set_apart(written: str, number: float) -> None:
    assert parse_number(written, set()) == number


@pytest.mark.parametrize("written", ["12 5", "1 23 456", "1234 567", "1 2345", "3 4"])
def test_a_blank_where_no_thousand_ends_is_no_number(written: str) -> None:
    assert parse_number(written, set()) is Trouble.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("written", "large", "small"),
    [
        ("1.234", 1234, 1.234),
        ("1,234", 1234, 1.234),
        ("-12.500", -12_500, -12.5),
        ("999,000", 999_000, 999),
        ("1.234 %", 1234, 1.234),
    ],
)
def test_three_digits_behind_one_sign_can_be_two_numbers(
    written: str, large: float, small: float
) -> None:
    sign = "," if "." in written else "."
    assert parse_number(written, set()) == Ambiguous(large, small, sign)
    assert parse_number(written, {".", ","}) == Ambiguous(large, small, sign)


@pytest.mark.parametrize(
    ("written", "signs", "number"),
    [
        ("1.234", {","}, 1234),
        ("1.234", {"."}, 1.234),
        ("1,234", {"."}, 1234),
        ("1,234", {","}, 1.234),
        ("-1.234", {","}, -1234),
    ],
)
def test_the_signs_of_the_other_numbers_decide(
    written: str, signs: set[str], number: float
) -> None:
    assert parse_number(written, signs) == number


@pytest.mark.parametrize(
    ("texts", "signs"),
    [
        (["48", "1.234", "1,234", "59 152", "", "mange"], set()),
        (["12.5"], {"."}),
        (["12,5"], {","}),
        (["0.125"], {"."}),
        (["0,125"], {","}),
        (["1234,567"], {","}),
        (["1 234,567"], {","}),
        (["12,5 %"], {","}),
        (["1.234,5"], {","}),
        (["1,234.5"], {"."}),
        (["1.234.567"], {","}),
        (["1,234,567"], {"."}),
        (["12.5", "12,5"], {".", ","}),
        (["1.234", "0,5"], {","}),
    ],
)
def test_which_numbers_show_the_decimal_sign(texts: list[str], signs: set[str]) -> None:
    assert decimal_signs(texts) == signs


@pytest.mark.parametrize(
    "written",
    [
        *("mange", "ca. 12", "12 borgere", "<5", "5-10", "1/2", "12%%", "%", "-", "+", "5.", "12,"),
        *("1.23.456", "1,23,456.7", "1.234,567.8", "1,,5", "0x10", "1_000", "٣", "½", "1e", "e5"),
        *("#DIV/0!", "#I/T", "=48", "48;", "1.5.2018"),
    ],
)
def test_what_is_no_number_is_never_made_one(written: str) -> None:
    assert parse_number(written, set()) is Trouble.NOT_A_NUMBER
    assert written.casefold() not in MISSING


@pytest.mark.parametrize(
    "written",
    ["nan", "NaN", "inf", "-inf", "+Inf", "Infinity", "-infinity", "1e999", "-1e999", "9" * 400],
)
def test_what_has_no_end_cannot_be_judged(written: str) -> None:
    assert parse_number(written, set()) is Trouble.NOT_FINITE


def test_thousands_without_end_cannot_be_judged_either() -> None:
    assert parse_number("1" + ".000" * 120, set()) is Trouble.NOT_FINITE
