"""What is told of promises that are not what they could be, and which words are marked."""

import pytest

from unit.check.promises_text import told

ONLY_HOLDS = [
    # clauses say nothing where a condition only holds or does not
    ("t: not indbrud <= 5, warn within 5%", "E160", "warn within 5%"),
    ("t: not indbrud <= 5, confidence 95%", "E160", "confidence 95%"),
    ("t: not exposed(4, 5), judge=projection(5 years)", "E160", "judge=projection(5 years)"),
    ("t: no area in districts: indbrud > 5, warn within 2", "E160", "warn within 2"),
    ("t: known(indbrud), confidence 95%", "E160", "confidence 95%"),
    ("indbrud <= 5, when all of { tyveri <= 5, warn within 2 }", "E160", "warn within 2"),
    ("indbrud <= if any of { tyveri <= 5, warn above 2 } then 5 else 6", "E160", "warn above 2"),
    ("t: not all of { tyveri <= 5, confidence 90% }", "E160", "confidence 90%"),
]
WHICH_ONE = [
    # clauses for one promise among several
    ("t: all of { indbrud <= 5; tyveri <= 6 }, warn within 5%", "E161", "warn within 5%"),
    ("t: busy, pass from 50%", "E161", "pass from 50%"),
    ("t: all of { indbrud <= 5 }, judge=projection(5 years)", "E161", "judge=projection(5 years)"),
    ('t: all of { indbrud <= 5, cite "2" }', "E162", 'cite "2"'),
    ("t: all of { indbrud <= 5, when busy }", "E162", "when busy"),
    ("t: all of { indbrud <= 5, valid 2015..2016 }", "E162", "valid 2015..2016"),
    ("t: all of { indbrud <= 5, latest within 1 year }", "E162", "latest within 1 year"),
    ("t: all of { indbrud <= 5, confidence 95%, confidence 90% }", "E112", "confidence 90%"),
    ("indbrud <= 5, when busy, when busy", "E112", "when busy"),
    ("indbrud <= 5, judge=projection(5 years), judge=projection(4 years)", "E112", None),
]
NUMBERS = [
    # how many of how many
    ("t: at least 3 of { indbrud <= 5; tyveri <= 6 }", "E165", "3"),
    ("t: at least 0 of { indbrud <= 5; tyveri <= 6 }", "E165", "0"),
    ("t: at least 1.5 of { indbrud <= 5; tyveri <= 6 }", "E165", "1.5"),
    ("t: in 6 of the latest 5 years: indbrud <= 5", "E165", "6"),
    ("t: at least 3 areas in districts: indbrud <= 5", "E165", "3"),
    ("t: at least 3 indicators in crimes: it <= 5", "E165", "3"),
    ("t: at least 6 years in 2014..2018: indbrud <= 5", "E165", "6"),
    ("t: at least 101% of areas in districts: indbrud <= 5", "E118", "101%"),
    ("t: at least 0% of areas in districts: indbrud <= 5", "E110", "0%"),
]
LISTS = [
    # what can be gone through
    ("t: every street in districts: indbrud <= 5", "E166", "street in districts"),
    ("t: every year in districts: indbrud <= 5", "E166", "year in districts"),
    ("t: every area since 2014: indbrud <= 5", "E166", "area since 2014"),
    ("t: every area in kbh: indbrud <= 5", "E159", "kbh"),
    ("t: every indicator in districts: it <= 5", "E159", "districts"),
    ("t: every year since 2014M01: indbrud <= 5", "E167", "2014M01"),
    ("t: every year in 2018..2014: indbrud <= 5", "E134", "2018..2014"),
    ("t: for 0 years running: indbrud <= 5", "E157", "0 years"),
    ("t: every month since 2015: indbrud <= 5", "E144", "month"),
    ("t: for 3 months running: indbrud <= 5", "E144", "3 months"),
    ("t: it <= 5", "E153", "it"),
    ("t: every indicator in crimes: utryg <= 5", "E185", "utryg <= 5"),
]
BY_NAME = [
    # conditions by name
    ("t: exposed(40)", "E164", "exposed(40)"),
    ("exposed", "E164", "exposed"),
    ("t: busy(40)", "E164", "busy(40)"),
    ("t: exposed(40, 2014..2015)", "E184", "2014..2015"),
    ("t: exposed(40, school=60)", "E184", "school=60"),
    ("t: calm(tyvri)", "E101", "tyvri"),
    ("t: known()", "E109", "known()"),
    ("t: known(indbrud, tyveri)", "E109", "known(indbrud, tyveri)"),
    ("t: all of { indbrud }", "E105", "indbrud"),
    ("condition a = b\ncondition b = a\nt: a", "E119", None),
    ("indbrud <= 5, when 5 > 3", "E124", "5"),
]
LIMITS = [
    # limits judged by a projection
    ("indbrud <= 5, judge=projection(5 years), warn within 5%", "E168", "warn within 5%"),
    ("indbrud <= 5, judge=projection(5 years), confidence 95%", "E168", "confidence 95%"),
    ("indbrud <= 5, judge=end", "E110", "end"),
    ("indbrud <= 5, judge=projection(5)", "E110", "projection(5)"),
    ("indbrud <= 5, judge=projection(2 years)", "E178", "2 years"),
    ("indbrud == 5, judge=projection(5 years)", "E111", "judge=projection(5 years)"),
    ("indbrud between 4 and 5, judge=projection(5 years)", "E111", "judge=projection(5 years)"),
    ("indbrud <= 5, warn from 60%", "E111", "warn from 60%"),
    ("t: indbrud between 2 and normal(2014..2018)", "E154", "normal(2014..2018)"),
]
AMOUNTS = [
    # amounts of change
    ("utryg -> reduce(2, by=2020)", "E173", "2"),
    ("utryg -> improve(1, each=year)", "E173", "1"),
    ("indbrud -> reduce(2 pp, by=2020)", "E103", "2 pp"),
    ("indbrud -> reduce(0, by=2020)", "E110", "0"),
    ("indbrud -> reduce(tyveri, by=2020)", "E110", "tyveri"),
    ("indbrud -> reduce(2016H1..2016H2, by=2020)", "E110", "2016H1..2016H2"),
    ("indbrud -> reduce(3 years, by=2020)", "E110", "3 years"),
    ("indbrud -> reduce(45%..40%, by=2020)", "E121", "45%..40%"),
    ("indbrud -> reach(8%, by=2020)", "E143", "8%"),
    ("indbrud -> reach(2014..2018, by=2020)", "E141", "2014..2018"),
    ("indbrud -> reach(3 years, by=2020)", "E110", "3 years"),
    ("tryg -> grow(2%)", "E110", "2%"),
    ("tryg -> grow(2% a month)", "E110", "2% a month"),
    ("tryg -> grow(0% a year)", "E110", "0% a year"),
    ("utryg -> grow(-100% a year)", "E110", "-100% a year"),
    # which way
    ("utryg -> increase(5%, by=2020)", "E172", "increase"),
    ("tryg -> reduce(5%, by=2020)", "E172", "reduce"),
    ("utryg -> grow(2% a year)", "W123", "grow(2% a year)"),
    ("trafik -> reach(5, by=2020)", "E171", "reach"),
    ("t: indbrud + trafik - tyveri -> improve(by=2020)", "E171", "improve"),
]
PARTS = [
    # parts of objectives
    ("indbrud -> shrink(5%, by=2020)", "E107", "shrink"),
    ("indbrud -> reduce(by=2020)", "E109", "reduce(by=2020)"),
    ("indbrud -> reduce(20%)", "E109", "reduce(20%)"),
    ("utryg -> improve()", "E109", "improve()"),
    ("utryg -> improve(1 pp)", "E109", "improve(1 pp)"),
    ("utryg -> improve(each=year)", "E109", "improve(each=year)"),
    ("tryg -> grow()", "E109", "grow()"),
    ("indbrud -> reduce(20%, by=2020, close=50%)", "E108", "close"),
    ("indbrud -> reach(20, by=2020, measure=ratio)", "E108", "measure"),
    ("tryg -> grow(2% a year, by=2020)", "E108", "by"),
    ("utryg -> improve(by=2020, tolerance=1 pp)", "E108", "tolerance"),
    ("indbrud -> reduce(20%, 30%, by=2020)", "E108", "30%"),
    ("utryg -> improve(1 pp, each=month)", "E110", "each=month"),
    ("utryg -> improve(1 pp, each=year, judge=end)", "E175", "judge=end"),
    ("indbrud -> reduce(20%, by=2020, judge=end, path=geometric)", "E175", "path=geometric"),
    ("indbrud -> reduce(20%, by=2020, judge=often)", "E110", "judge=often"),
    ("indbrud -> reduce(20%, by=2020, path=curved)", "E110", "path=curved"),
    ("utryg -> improve(by=2020, judge=pace)", "E110", "judge=pace"),
    ("indbrud -> reach(5, by=2020, judge=projection(5))", "E110", "projection(5)"),
    ("indbrud -> reach(5, by=2020, judge=projection(5 miles))", "E157", "5 miles"),
    ("indbrud -> reach(5, by=2020, start=3 years)", "E110", "start=3 years"),
    ("indbrud -> reach(5, by=2020, start=8%)", "E143", "8%"),
    ("indbrud -> reduce(20%, by=2012)", "E116", "by=2012"),
    ("indbrud -> reduce(20%, by=2035)", "W117", "by=2035"),
    # milestones
    ("indbrud -> reduce(20%, by=2020, path={2014: 40})", "E177", "2014: 40"),
    ("indbrud -> reduce(20%, by=2020, path={2020: 40})", "E177", "2020: 40"),
    ("indbrud -> reduce(20%, by=2020, path={2018: 40, 2018: 41})", "E112", "2018: 41"),
    ("indbrud -> reduce(20%, by=2020, path={2018: shrink 40%})", "E110", "shrink"),
    ("indbrud -> reduce(20%, by=2020, path={2018: increase 4%})", "E172", "increase"),
    ("indbrud -> reduce(20%, by=2020, path={2018: 40%})", "E143", "40%"),
    ("utryg -> reduce(20%, by=2020, path={2018: reduce 4})", "E173", "4"),
    ("utryg -> reduce(20%, by=2020, path={2018: reduce 4..5})", "E173", "4..5"),
    ("indbrud -> reduce(20%, by=2020, path={2018: reduce 9%..8%})", "E121", "9%..8%"),
    ("indbrud -> reduce(20%, by=2020, path={2018: increase 8%..9%})", "E172", "increase"),
    # clauses that say nothing of a trajectory
    ("indbrud -> reduce(20%, by=2020), warn within 5%", "E111", "warn within 5%"),
    ("indbrud -> reduce(20%, by=2020), warn above 5", "E111", "warn above 5"),
    ("indbrud -> reduce(20%, by=2020, judge=end), pass from 80%", "E111", "pass from 80%"),
    ("utryg -> improve(by=2020), warn from 80%", "E111", "warn from 80%"),
    (
        "indbrud -> reach(5, by=2020), judge=projection(5 years)",
        "E111",
        "judge=projection(5 years)",
    ),
    ("utryg -> reach(5%, by=2020, path={2016: 6%}), warn within 2", "E120", "2"),
]
FOR_EACH = [
    ("areas low = districts where utryg < 8\nfor each area in low { indbrud <= 5 }", "E180", "low"),
    ("areas low = districts where utryg[2015] < 8\nfor each area in low { busy }", "E180", "low"),
    ("for each area in districts { for each area in districts { busy } }", "E170", "area"),
    ("for each month { for each quarter { busy } }", "E170", "quarter"),
    ("for each street in districts { busy }", "E182", "street"),
    ("for each area { busy }", "E182", "area"),
    ("for each month in districts { busy }", "E182", "month"),
    ("for each day { busy }", "E182", "day"),
    ("for each area in kbh { busy }", "E159", "kbh"),
    ("for each month { indbrud <= 5 }", "E144", "month"),
]
LABELS = [
    ("all of { indbrud <= 5; tyveri <= 6 }", "E113", None),
    ("not busy", "E113", "not busy"),
    ("calm(40)", "E113", "calm(40)"),
    ("busy for 3 years running", "E113", "busy for 3 years running"),
    ("every area in districts: busy", "E113", "every area in districts: busy"),
    ("known(indbrud)", "E113", "known(indbrud)"),
]
ALL = [
    *(ONLY_HOLDS + WHICH_ONE + NUMBERS + LISTS + BY_NAME),
    *(LIMITS + AMOUNTS + PARTS + FOR_EACH + LABELS),
]


@pytest.mark.parametrize(("line", "code", "marked"), ALL, ids=[line for line, _, _ in ALL])
def test_told(line: str, code: str, marked: str | None) -> None:
    found = [(each, words) for each, words in told(line) if each not in {"W130", "W131"}]
    assert [each for each, _ in found] == [code]
    if marked is not None:
        assert found[0][1] == marked


@pytest.mark.parametrize("clause", ["pass from 80%", "warn from 60%"])
def test_thresholds_need_an_amount(clause: str) -> None:
    approach = f"indbrud -> approach(tyveri, by=2020), {clause}"
    assert told(approach) == [("W131", "approach(tyveri, by=2020)"), ("E111", clause)]


@pytest.mark.parametrize("part", ["judge=pace", "path=geometric"])
def test_parts_that_an_approach_does_not_have(part: str) -> None:
    line = f"indbrud -> approach(tyveri, by=2020, close=50%, {part})"
    assert told(line) == [("E110", part)]


def test_milestones_of_an_approach_need_to_know_which_way_is_better() -> None:
    line = "trafik -> approach(tyveri, by=2020, close=50%, path={2018: 5})"
    assert told(line) == [("E171", "approach")]


def test_what_is_wrong_in_a_named_condition_is_told_once() -> None:
    lines = "condition c = tyveri <= 2 pp\nx: c\ny: not c\nz: all of { c; busy }"
    assert told(lines) == [("E103", "2 pp")]


def test_what_is_wrong_for_each_of_many_is_told_once() -> None:
    assert told("t: every indicator in crimes: it <= 2 pp") == [("E103", "2 pp")]
    assert told("for each indicator in crimes { it <= 2 pp }") == [("E103", "2 pp")]


def test_statements_of_revisions_are_left_to_others() -> None:
    lines = 'use "common.tryghed"\nretire indbrud\nreplace tyveri: tyveri <= 6\ntyveri <= 5'
    assert told(lines) == []


def test_the_answers_of_a_test_are_whole_numbers() -> None:
    test = 'test "a" { given utryg in kbh [2018] = 9 (n 0); as of 2018; expect tyveri pass }'
    assert told(f"tyveri <= 5\n{test}") == [("E110", "0")]
    assert told(f"tyveri <= 5\n{test.replace('n 0', 'n 5000')}") == []


def test_ids_of_many_can_be_expected() -> None:
    lines = "for each area in districts { for each month { opkald <= 5 } }"
    test = 'test "a" { as of 2018; expect `opkald in valby M03` pass }'
    assert told(f"{lines}\n{test}") == []
    assert told(f"{lines}\n{test.replace('M03', 'M13')}") == [("E101", "`opkald in valby M13`")]
