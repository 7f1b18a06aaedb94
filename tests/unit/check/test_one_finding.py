"""One mistake gives one finding, and what was meant to be allowed gives none."""

import pytest

from unit.check.numbers_text import checked, first_told
from unit.check.promises_text import findings, told

# A condition, a benchmark or a list that is wrong already, and a line that uses it.
WRONG_ALREADY = [
    ("areas none = in valby\nt: utryg <= utryg in none", "E151", "valby"),
    ("areas none = in nowhere\nt: utryg <= utryg in none", "E101", "nowhere"),
    (
        "areas none = in nowhere\nbenchmark b = same indicator in none\nutryg <= b",
        "E101",
        "nowhere",
    ),
    ("t: rank(utryk among districts) <= 1", "E101", "utryk"),
    ("t: best(utryk, trafik) <= 1", "E101", "utryk"),
    ("utryk -> reach(5, by=2020)", "E101", "utryk"),
    ("utryk -> approach(tryg, by=2020, close=50%)", "E101", "utryk"),
    ("t: utryk in kbh -> reach(5, by=2020)", "E101", "utryk"),
    ("indbrud between 5 and nothing", "E101", "nothing"),
    ("indbrud between 5 and mean(indbrud)", "E148", "mean(indbrud)"),
    ("indbrud between 5 and normal(2014..2018)", "E154", "normal(2014..2018)"),
    ("indbrud <= nothing, warn above 45", "E101", "nothing"),
    ("indbrud <= nothing, warn within 5%", "E101", "nothing"),
    ("tryg >= 5, warn below nothing", "E101", "nothing"),
    ("t: mean(districts) <= 10", "E148", "mean(districts)"),
    ("condition c = utryg <<< 10\nt: c", "E025", "<"),
    ("condition c(n) = utryg <<< n\nt: c(5)\nx: not c(4)", "E025", "<"),
    ("t: at least 2 of {\n  utryg <= 10\n  indbrud << 4\n}", "E025", "<"),
]
NO_CONDITION = [
    ("t: crimes", "E146", "crimes"),
    ("t: all of { districts }", "E146", "districts"),
    ("t: all of { it }", "E153", "it"),
    ("t: all of { nothing }", "E101", "nothing"),
    ("t: expozed(4, 5)", "E107", "expozed"),
    ("t: mean(indbrud, 3 years)", "E105", "mean(indbrud, 3 years)"),
]
TRAJECTORIES = [
    ("indbrud -> reach(5, by=2015, from=2016, path={2014: 8, 2013: 9})", "E116", "by=2015"),
    ("indbrud -> reach(5, by=2020, judge=often, path=geometric)", "E110", "judge=often"),
    ("trafik -> approach(tyveri, by=2020, close=50%, path={2018: 5})", "E171", "approach"),
    ("tryg -> reduce(120%, by=2020)", "E172", "reduce"),
    ("indbrud -> reduce(baseline(2015), by=2020)", "E110", "baseline(2015)"),
    ("indbrud -> reduce(markant, by=2020)", "E110", "markant"),
    ("indbrud -> reduce(meget, by=2020)\nlet meget = nothing", "E101", "nothing"),
    ("indbrud -> reduce(tyvri, by=2020)", "E101", "tyvri"),
    ("trafik -> reduce(20%, by=2020, path={2018: increase 10%})", "E172", "increase"),
    ("trafik -> increase(20%, by=2020, path={2018: reduce 10%})", "E172", "reduce"),
    ("utryg -> reduce(20..30, by=2020)", "E173", "20..30"),
    ("indbrud <= 5, judge=projection(5 years), warn from 60%", "E111", "warn from 60%"),
]
PERIODS = [
    ("t: every year in 2014M01..2016M05: indbrud <= 5", "E167", "2014M01"),
    ("t: every day in 2000..2018: trafik <= 100", "E147", "2000..2018"),
    ("t: every day since 1980: trafik <= 100", "E147", "since 1980"),
    ("t: mean(trafik, 1980-01-01..now) <= 100", "E147", "1980-01-01..now"),
    ("t: every months since 2014: opkald <= 5", "E166", "months since 2014"),
    ("t: no years since 2014: opkald <= 5", "E166", "years since 2014"),
    ("t: every areas in districts: utryg <= 5", "E166", "areas in districts"),
    ("for each months { opkald <= 5 }", "E182", "months"),
    ("for each areas in districts { utryg <= 5 }", "E182", "areas"),
    ("t: trend(utryg, 2 years) <= 0", "E178", "2 years"),
    ("t: trend(utryg, 2014..2016) <= 0", "E178", "2014..2016"),
    ("t: trend(utryg, 2014..2014) <= 0", "E178", "2014..2014"),
    ("t: mean(opkald, year, at least 13) <= 10", "E150", "at least 13"),
    ("t: mean(utryg, year, at least 2) <= 10", "E150", "at least 2"),
    ("t: count(day in month where trafik > 5, at least 32) <= 3", "E150", "at least 32"),
]
NUMBERS = [
    ("t: mean(indbrud, 3) <= 10", "E148", "3"),
    ("t: sum(indbrud, tyveri, 3) <= 10", "E148", "3"),
    ("t: median(utryg, 3%) <= 10", "E148", "3%"),
    ("t: sum(opkald, 6 months) <= baseline(2015)", "E144", "2015"),
    ("t: sum(opkald, 6 months) <= opkald[2015]", "E144", "2015"),
    ("t: mean(opkald, 12 months) <= opkald[2015]", "E144", "2015"),
    ("t: mean(opkald, year) <= opkald[2015]", "E144", "2015"),
]
BENCHMARKS = [
    ("benchmark b = mean over nowhere\nutryg <= 5%", "E159", "nowhere"),
    ("benchmark b = mena over districts\nutryg <= 5%", "E107", "mena"),
    ("benchmark b = same indicator in nowhere\nutryg <= 5%", "E101", "nowhere"),
    ("benchmark b = mean over nowhere\nutryg <= b\nx: tryg >= b", "E159", "nowhere"),
    ("benchmark b = same indicator in nowhere\nutryg <= b\nx: tryg >= b", "E101", "nowhere"),
]
ALL = [*WRONG_ALREADY, *NO_CONDITION, *TRAJECTORIES, *PERIODS, *NUMBERS, *BENCHMARKS]
ALLOWED = [
    # 12 months are a year, 3 months a quarter
    "t: sum(opkald, 12 months) <= baseline(2015)",
    "t: sum(opkald, 12 months) <= opkald[2015]",
    "t: sum(opkald, 3 months) <= baseline(2015Q1)",
    "t: change(sum(opkald, 12 months), from=2015) <= 0",
    "t: mean(opkald, 12 months) <= baseline(2015)",
    "t: mean(opkald, 12 months) <= baseline(2015M01)",
    # a number that is to be the smallest or largest
    "indbrud <= max(5, 80% of baseline(2015))",
    "t: min(indbrud, 3) <= 10",
    # four points, or two that follow each other
    "t: trend(utryg, 2014..2017) <= 0",
    "t: trend(utryg, 2014..2015) <= 0",
    "t: trend(utryg, 1 year) <= 0",
    "t: trend(utryg, 2014..now) <= 0",
    # as many days as the longest month, and the longest year, have
    "t: count(day in month where trafik > 5, at least 31) <= 3",
    "t: count(day in year where trafik > 5, at least 366) <= 3",
    "t: mean(opkald, year, at least 12) <= 10",
    "indbrud <= 5, valid 2015-01-01..2029-12-31",
    "condition c = utryg <= 10, valid 2015-01-01..2029-12-31\nt: c",
    "t: every day in 2016..2016: trafik <= 100",
    "t: at least 3 years since 2014: utryg <= 5",
    "benchmark above = same indicator in parent\nutryg <= above",
    "areas cities = kbh\nbenchmark above = same indicator in cities\nutryg <= above",
]


@pytest.mark.parametrize(("lines", "code", "marked"), ALL, ids=[lines for lines, _, _ in ALL])
def test_one_mistake_gives_one_finding(lines: str, code: str, marked: str) -> None:
    assert [each for each in told(lines) if each[0] != "W130"] == [(code, marked)]


@pytest.mark.parametrize("lines", ALLOWED)
def test_nothing_is_told(lines: str) -> None:
    assert told(lines) == []


@pytest.mark.parametrize("ends", ["2000-01-01..2016-12-31", "2000M01..2016M12"])
def test_an_agreement_can_name_the_days_that_it_is_valid(ends: str) -> None:
    agreement = f'agreement "Partnerskab" {{ area kbh; valid {ends} }}\n'
    assert told("indbrud <= 5", agreement) == []


def test_days_since_long_ago_are_counted_to_the_end_of_the_agreement() -> None:
    agreement = 'agreement "P" { area kbh; valid 2019..2020 }\n'
    assert told("t: every day since 2011: trafik <= 5", agreement) == []
    assert told("t: every day since 2009: trafik <= 5", agreement) == [("E147", "since 2009")]


def test_a_chain_of_conditions_is_told_once() -> None:
    chain = "".join(f"condition n{n} = not n{n - 1}\n" for n in range(1, 70))
    lines = f"condition n0 = utryg <= 10\n{chain}t: n69"
    assert [code for code, _ in told(lines)] == ["E128"]


def test_no_area_lies_in_parent_or_in_a_list_where_none_lies_in_another() -> None:
    declared = "area kbh\nindicator indbrud, count, lower is better\n"
    benchmark = "benchmark above = same indicator in parent\nindbrud <= above\n"
    _, found = checked(declared + benchmark)
    assert [(each.code, each.spans[0].text) for each in found] == [("E145", "parent")]


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("t: every indicator in crimes: it -> increase(5%, by=2020)", "E172", "indbrud"),
        ("for each indicator in crimes { it -> increase(5%, by=2020) }", "E172", "indbrud"),
        ("t: every indicator in crimes: it >= 5", "W123", "indbrud"),
        ("for each indicator in crimes { it -> grow(2% a year) }", "W123", "indbrud"),
    ],
)
def test_the_indicator_is_named_that_it_stands_for(line: str, code: str, name: str) -> None:
    (found,) = findings(line)
    assert (found.code, found.args["name"]) == (code, name)


def test_what_is_declared_is_right() -> None:
    assert findings("indbrud <= 5", "") == []
    assert first_told("E101", "t: nothing <= 5")[0] == "nothing"
