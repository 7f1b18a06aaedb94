"""Findings in words: what stands in their blanks, and what each of them says to do."""

import pytest

from tryghed_dsl.findings.finding import Finding, Listed
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language
from unit.check.numbers_text import checked
from unit.check.promises_text import findings


def english(line: str) -> tuple[str, tuple[str, ...]]:
    """The message and help of the one error in a line."""
    (found,) = [each for each in findings(line) if each.code[0] == "E"]
    words = said(found, Language.EN)
    return words.message, words.help


def danish(line: str) -> tuple[str, tuple[str, ...]]:
    """The same in Danish."""
    (found,) = [each for each in findings(line) if each.code[0] == "E"]
    words = said(found, Language.DA)
    return words.message, words.help


# ------------------------------------------------------------------ backticks


def test_a_name_in_backticks_gets_no_others_around_it() -> None:
    finding = Finding("E101", args={"name": "`vold og uro`", "what": "area"})
    assert said(finding, Language.EN).message == "there is no area called `vold og uro`"


def test_a_calculation_with_a_name_in_backticks_gets_none_around_it() -> None:
    finding = Finding("E105", args={"written": "`vold og uro`"})
    help_lines = said(finding, Language.EN).help
    assert help_lines == ("write what it is held against: `vold og uro` <= 48",)


def test_names_in_a_row_get_backticks_once() -> None:
    finding = Finding("E106", args={"word": "a", "known": Listed(("`vold og uro`", "tyveri"))})
    assert said(finding, Language.EN).help == ("here can stand `vold og uro` or `tyveri`",)


def test_a_backtick_that_is_meant_as_one_stays() -> None:
    finding = Finding("E020", args={"word": "in"})
    expected = "where it is a name, put it between two backticks (`): `in`"
    assert said(finding, Language.EN).help == (expected,)


# ------------------------------------------------------------------ which way is better


def test_which_indicator_needs_a_direction() -> None:
    at = "write `lower is better` or `higher is better` at the indicator `trafik`"
    for subject in ("98% of trafik", "trafik in kbh", "trafik + trafik", "mean(trafik, 3 years)"):
        assert english(f"t: {subject} -> reach(5, by=2020)")[1] == (at,)
    assert english("t: rank(trafik among districts) <= 1")[1] == (at,)


def test_what_has_no_direction_of_its_own_needs_a_name() -> None:
    named = "give it a name and a direction: `indicator total = {}, lower is better`"
    formula = "indbrud - tyveri"
    expected = (named.format(formula),)
    assert english(f"t: {formula} -> reach(5, by=2020)")[1] == expected
    assert english(f"t: rank({formula} among districts) <= 1")[1] == expected
    assert english(f"t: best({formula}, indbrud) <= 1")[1] == expected


def test_things_that_count_different_ways_do_not_go_together() -> None:
    message, help_lines = english("t: best(utryg, tryg) <= 10")
    assert message == (
        "`best` has to know which way is better, and for `utryg, tryg` that is not clear"
    )
    assert help_lines == (
        "lower is better for `utryg`, and higher for `tryg`: name only those that agree",
    )


# ------------------------------------------------------------------ what to write instead


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("let two = 2\nutryg -> reduce(two, by=2020)", "write `2 pp` for percentage points"),
        ("let two = 2\nutryg -> reduce(two, by=2020)", "write `2%` for a share of the start"),
        ("utryg -> reduce(20..30, by=2020)", "write `20 pp..30 pp` for percentage points"),
        ("utryg -> reduce(20..30, by=2020)", "write `20%..30%` for a share of the start"),
        ("utryg -> improve(1, each=year)", "write `1%` for a share of the year before"),
        ("t: calm(most=5)", "leave the name out: write `5`"),
        ("t: at least 3 of { indbrud <= 5 }", "there is one only: write `1`"),
        ("t: at least 3 of { indbrud <= 5; busy }", "write a whole number from 1 to 2"),
        (
            "t: at least 0% of areas in districts: busy",
            "write more than 0%, at most 100%",
        ),
        ("opkald <= normal(2016M01..2016M04)", "`normal(2015M12..2016M04)`"),
        ("t: trend(utryg, 2 months) <= 0", "write `3 months` or more"),
        ("t: trend(utryg, 2014..2016) <= 0", "at least four periods: `2013..2016`"),
        ("t: every area in kbh: busy", "`areas districts = in kbh`"),
        ("t: mean(utryg over amager) <= 5", "`areas districts = amager`"),
        ("t: mean(utryg over nowhere) <= 5", "`areas nowhere = kbh, amager`"),
        ("utryg <= districts", "`mean(x over districts)` makes one number of them all"),
        ("utryg <= crimes", "`crimes` is a list: write the name of one of its members"),
        ("t: count(indbrud) <= 5", "`count(year in 2014..2018 where x > 5)`"),
        ("t: exposed_(4, 5)", "did you mean `exposed`?"),
        ("t: every months since 2014: busy", "did you mean `month`?"),
        ("for each months { busy }", "did you mean `for each month`?"),
        (
            "t: busy, warn within 5%",
            "`condition busy = all of { indbrud <= 45, warn within 5%; … }`",
        ),
        ("t: all of { busy }, warn within 5%", "behind that one: `{ indbrud <= 45, warn within 5%"),
        ("t: all of { busy, when busy }", "behind the last closing brace: `}, when busy`"),
        (
            "condition c = all of { indbrud <= 5, when busy }\nt: c",
            "at the targets that name the condition: `c, when busy`",
        ),
    ],
)
def test_what_to_write_instead(line: str, expected: str) -> None:
    assert any(expected in words for words in english(line)[1]), english(line)[1]


def test_what_a_start_without_a_year_needs() -> None:
    before = 'agreement "P" { area kbh }\n'
    (found,) = findings("utryg -> reach(5%, by=2020, start=utryg[2015])", before)
    words = said(found, Language.EN)
    assert words.message == "`start=utryg[2015]` says from what value it starts, but not when"
    assert words.help[0] == "say when it starts: `from=2015`"


def test_the_whole_start_is_named_where_a_milestone_lies_in_it() -> None:
    line = "utryg -> reach(5%, by=2020, from=2014..2016, path={2015: 8%})"
    assert english(line)[1] == ("the start is 2014..2016",)


def test_where_no_area_lies() -> None:
    declared = "area kbh\nindicator x, count, lower is better\n"
    (found,) = checked(f"{declared}t: x <= x in parent")[1]
    assert said(found, Language.EN).message == "no area of this file lies in another"
    assert said(found, Language.DA).message == "intet område i filen ligger i et andet"


# ------------------------------------------------------------------ in Danish


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "t: not indbrud <= 5, warn within 5%",
            "hvor en betingelse enten gælder eller ikke gælder",
        ),
        ("t: mean(trafik, 1500-01-01..2900-01-01) <= 5", "flere end 4.000 perioder"),
        ("indbrud -> reach(5, by=2020, path={2021: 8})", "delmålet 2021 ligger ikke"),
        ("indbrud <= 5, confidence 97%", "sandsynlighedstabel for sikkerhedsniveauet `97%`"),
    ],
)
def test_danish_words(line: str, expected: str) -> None:
    assert expected in danish(line)[0]


def test_braces_in_danish() -> None:
    assert "krølleparentes" in danish("t: all of { busy, when busy }")[1][0]
