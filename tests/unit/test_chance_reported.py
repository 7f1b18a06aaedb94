"""What a report says of chance beside its verdicts: limits, p, and how sure the verdict is.

The numbers are published ones (PHE: test data of PHEindicatormethods; Newcombe 1998, table II),
or worked out by hand.
"""

import math
from typing import Any

import pytest

import tryghed_dsl as td
from tryghed_dsl import Reason, TargetReport, Verdict

SPEC = """
agreement "A" {{ area amager; baseline 2016 }}
area amager
indicator x "Indbrud", count, lower is better
indicator y "Tyveri", count
indicator folk "Folketal", count, stock
indicator utryg "Utrygge", percent
indicator vejet "Utrygge, vejet", percent, design 1.5
indicator a "Andel", fraction
indicator b "Anden andel", fraction
indicator i "Indeks", index, lower is better, baseline 2016 = 10
indicator j "Andet indeks", index
target: {}
"""
Z95 = 1.959963984540054
Row = dict[str, Any]


def row(indicator: str, value: float, year: int = 2018, **known: float) -> Row:
    return {"indicator": indicator, "area": "amager", "period": str(year), "value": value, **known}


def judged(promise: str, *rows: Row, as_of: int = 2018) -> TargetReport:
    report = td.evaluate(td.loads(SPEC.format(promise), "spec"), rows, str(as_of))
    return report["target"]


def limits(report: TargetReport) -> tuple[float | None, float | None]:
    return report.lower, report.upper


def nearly(*numbers: float) -> Any:
    return pytest.approx(numbers, rel=1e-9)


# ------------------------------------------------------------------ limits


@pytest.mark.parametrize(
    ("count", "level", "lower", "upper"),
    [
        (5, 95, 1.62348639011842, 11.668332079322669),  # PHE, exact
        (5, 99.8, 0.739371731917836, 16.454745203680105),
        (20, 95, 12.211428834875937, 30.889880369197066),  # PHE, Byar
        (20, 99.8, 8.922802365144193, 38.085035625041911),
        (65, 95, 50.163187710459454, 82.849138545939837),
    ],
)
def test_limits_of_a_count(count: int, level: float, lower: float, upper: float) -> None:
    report = judged(f"x <= 48, confidence {level}%", row("x", count))
    assert limits(report) == nearly(lower, upper)
    assert report.value == count


def test_without_a_level_the_limits_are_those_of_95_percent() -> None:
    report = judged("x <= 48", row("x", 65))
    assert (report.verdict, report.reason) == (Verdict.FAIL, Reason.MISSED)
    assert limits(report) == nearly(50.163187710459454, 82.849138545939837)


def test_a_sum_of_counts_is_a_count() -> None:
    report = judged("x + y <= 48", row("x", 30), row("y", 35))
    assert limits(report) == nearly(50.163187710459454, 82.849138545939837)


def test_a_rate_has_the_limits_of_its_count() -> None:
    report = judged("x per 1000 folk <= 24", row("x", 65), row("folk", 2000))
    assert report.value == 32.5
    assert limits(report) == nearly(50.163187710459454 / 2, 82.849138545939837 / 2)


@pytest.mark.parametrize(
    ("share", "n", "lower", "upper"),
    [
        (1, 100, 0.0017674320641406511, 0.054486196178705294),  # PHE, Wilson
        (5, 100, 0.02154367915436798, 0.11175046923191911),
        (20, 100, 0.1333669333310325, 0.28882916559315885),
    ],
)
def test_limits_of_a_share(share: float, n: int, lower: float, upper: float) -> None:
    report = judged("utryg <= 10%", row("utryg", share, n=n))
    assert limits(report) == nearly(100 * lower, 100 * upper)
    fraction = judged("a <= 0.1", row("a", share / 100, n=n))
    assert limits(fraction) == nearly(lower, upper)


def test_a_weighted_survey_counts_fewer_answers() -> None:
    report = judged("vejet <= 10%", row("vejet", 5, n=150))
    assert limits(report) == nearly(2.154367915436798, 11.175046923191911)


@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),  # Newcombe 1998, method 10
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
    ],
)
def test_limits_of_the_difference_of_two_shares(
    first: tuple[int, int], second: tuple[int, int], lower: float, upper: float
) -> None:
    (x, n), (y, m) = first, second
    report = judged("a - b <= 0", row("a", x / n, n=n), row("b", y / m, n=m))
    assert limits(report) == pytest.approx((lower, upper), abs=5e-5)


def test_limits_of_the_data_win() -> None:
    report = judged("x <= 48", row("x", 65, lower=47, upper=90))
    assert limits(report) == (47, 90)


def test_limits_of_a_sum_are_squared_and_added() -> None:
    rows = row("i", 10, lower=8, upper=12), row("j", 20, lower=17, upper=24)
    added = judged("i + j <= 20", *rows)
    assert limits(added) == nearly(30 - math.sqrt(4 + 9), 30 + math.sqrt(4 + 16))
    less = judged("j - i <= 20", *rows)
    assert limits(less) == nearly(10 - math.sqrt(9 + 4), 10 + math.sqrt(16 + 4))
    mean = judged("mean(i, j) <= 20", *rows)
    assert limits(mean) == nearly(15 - math.sqrt(1 + 2.25), 15 + math.sqrt(1 + 4))
    share = judged("50% of j + 1 <= 20", *rows)
    assert limits(share) == nearly(9.5, 13)


@pytest.mark.parametrize(
    "promise",
    ["i <= 20", "utryg <= 20%", "x / y <= 1", "x * y <= 1", "max(x, y) <= 1", "median(x, y) <= 1"],
)
def test_where_nothing_is_known_of_chance_nothing_is_said(promise: str) -> None:
    rows = [row(name, 10) for name in ("x", "y", "i", "utryg")]
    report = judged(promise, *rows)
    assert report.verdict is not Verdict.UNKNOWN
    assert (report.lower, report.upper, report.p, report.certain) == (None, None, None, "unknown")


# ------------------------------------------------------------------ p


def test_p_of_two_counts() -> None:
    # 10 against 20: z = -10/√30, published as p = 0.068 (Wheeler, ptools).
    report = judged("x <= x[2015]", row("x", 20, 2015), row("x", 10))
    assert report.p == pytest.approx(0.068, abs=5e-4)
    # 35 against 21: z = 14/√56 = 1.8708, and the normal distribution has 0.0614 beyond it.
    report = judged("x <= baseline(2015)", row("x", 21, 2015), row("x", 35))
    assert report.p == pytest.approx(0.0614, abs=5e-5)


def test_p_of_two_rates() -> None:
    # Gu et al. 2008, example 1: one-sided 0.000316 by the score test.
    rows = row("x", 60), row("folk", 51477.5), row("x", 30, 2015), row("folk", 54308.7, 2015)
    report = judged("x per 1000 folk <= baseline(2015)", *rows)
    assert report.p == pytest.approx(2 * 0.000316, abs=1e-6)


def test_no_events_against_none_is_no_difference() -> None:
    report = judged("x < baseline(2015), confidence 95%", row("x", 0, 2015), row("x", 0))
    assert (report.verdict, report.reason) == (Verdict.WARN, Reason.WITHIN_CHANCE)
    assert report.p == 1


def test_an_interval_has_no_p() -> None:
    assert judged("x <= 48", row("x", 65)).p is None
    assert judged("utryg <= 10%", row("utryg", 5, n=100)).p is None


# ------------------------------------------------------------------ how sure


@pytest.mark.parametrize(
    ("count", "verdict", "certain"),
    [
        (33, Verdict.PASS, "yes"),  # up to 34 · (1 - 1/306 + z/(3√34))³ = 46.3
        (34, Verdict.PASS, "yes"),  # 47.5
        (35, Verdict.PASS, "no"),  # 48.7
        (48, Verdict.PASS, "no"),
        (62, Verdict.FAIL, "no"),  # from 47.5
        (63, Verdict.FAIL, "yes"),  # from 48.4
    ],
)
def test_a_verdict_is_certain_where_the_whole_interval_is_on_its_side(
    count: int, verdict: Verdict, certain: str
) -> None:
    report = judged("x <= 48", row("x", count))
    assert (report.verdict, report.certain) == (verdict, certain)


def test_certainty_goes_by_the_level_that_is_set() -> None:
    # The lower limit of 63 is 48.4 at 95 % and 41.3 at 99.8 %.
    report = judged("x <= 48, confidence 99.8%", row("x", 63))
    assert (report.verdict, report.certain) == (Verdict.WARN, "no")
    report = judged("x <= 48, confidence 80%", row("x", 58))  # from 48.48
    assert (report.verdict, report.certain) == (Verdict.FAIL, "yes")


@pytest.mark.parametrize(("count", "certain"), [(29, "yes"), (30, "yes"), (31, "no"), (70, "yes")])
def test_two_counts_are_certain_by_the_score_test(count: int, certain: str) -> None:
    # Against 48: z is -2.04 of 30, -1.91 of 31, 2.03 of 70.
    report = judged("x <= baseline(2015)", row("x", 48, 2015), row("x", count))
    assert report.certain == certain


@pytest.mark.parametrize(("people", "verdict"), [(1000, Verdict.PASS), (1001, Verdict.FAIL)])
def test_a_total_is_certain(people: int, verdict: Verdict) -> None:
    report = judged("folk <= 1000", row("folk", people))
    assert (report.verdict, report.certain) == (verdict, "yes")


@pytest.mark.parametrize(
    ("value", "lower", "upper", "verdict", "certain"),
    [
        (4, 3, 4.9, Verdict.PASS, "yes"),  # half of the way from 10 to 0 is at 5
        (4, 3, 5.1, Verdict.PASS, "no"),
        (8, 4.9, 9, Verdict.FAIL, "no"),
        (8, 5.1, 9, Verdict.FAIL, "yes"),
    ],
)
def test_a_trajectory_is_certain_by_the_gap_that_should_be_left(
    value: float, lower: float, upper: float, verdict: Verdict, certain: str
) -> None:
    report = judged("i -> reach(0, by=2020)", row("i", value, lower=lower, upper=upper))
    assert (report.verdict, report.certain) == (verdict, certain)
    assert limits(report) == (lower, upper)


# ------------------------------------------------------------------ where there is nothing to say


def test_a_missing_figure_has_no_chance() -> None:
    report = judged("x <= 48, confidence 95%", row("y", 1))
    assert report.verdict is Verdict.UNKNOWN
    assert (report.lower, report.upper, report.p, report.certain) == (None, None, None, None)


def test_nothing_is_said_of_what_is_not_judged_yet() -> None:
    report = judged("x -> reduce(20%, by=2020)", row("x", 48, 2016), as_of=2016)
    assert report.verdict is Verdict.PENDING
    assert (report.p, report.certain) == (None, None)


def test_the_published_report_has_the_numbers() -> None:
    text = SPEC.format("x <= baseline(2015), confidence 95%")
    rows = [row("x", 48, 2015), row("x", 65)]
    target = td.evaluate(td.loads(text, "spec"), rows, "2018").model().targets[0]
    assert (target.lower, target.upper) == nearly(50.163187710459454, 82.849138545939837)
    # z = 17/√113 = 1.5992
    assert target.p == pytest.approx(0.1098, abs=5e-5)
    assert target.certain == "no"


# ------------------------------------------------------------------ what the author is told

REMARK = "W181"
GOAL = """
agreement "A" {{ area amager }}
area amager
indicator indbrud "Indbrud", count, baseline 2015 = 48
indicator vold "Vold", count, baseline 2015 = 66
indicator utryg "Utrygge", percent, baseline 2015 = 12
goal først "Først" {{
  {}
}}
"""


def remarks(*lines: str) -> int:
    spec = td.loads(GOAL.format("\n  ".join(lines)), "spec")
    return sum(finding.code == REMARK for finding in spec.findings)


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        ("indbrud <= baseline(2015)", 1),  # a Poisson count of mean 48 is over 48 in 46 % of years
        ("indbrud <= 53", 1),  # over 53 in 21 %
        ("indbrud <= 54", 0),  # over 54 in 17 %
        ("indbrud <= baseline(2015), confidence 95%", 0),
        ("indbrud <= baseline(2015), warn within 5%", 0),
        ("indbrud <= baseline(2015), warn above 45", 1),
        ("utryg <= baseline(2015)", 0),  # no count
    ],
)
def test_strict_limits_on_small_counts_are_remarked_on(promise: str, told: int) -> None:
    assert remarks(promise) == told


def test_the_remark_comes_once_a_goal() -> None:
    strict = ("indbrud <= baseline(2015)", "vold <= baseline(2015)")
    assert remarks(*strict) == 1
    second = ("}", 'goal næst "Næst" {', "mere: vold <= baseline(2015)")
    assert remarks(*strict, *second) == 2
    assert remarks("indbrud <= baseline(2015), confidence 95%", strict[1]) == 1
    assert remarks("confidence 95%", *strict) == 0
