"""The oracle on the numbers that the design texts work out: comparisons, limits, baselines."""

from dataclasses import replace
from fractions import Fraction

import pytest

from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import Border, Exact, at_most, below, equal, rounded
from oracle.examples import SPEC, X, Y, asked, counts, num, said, table
from oracle.frames import Absent, Value
from oracle.tables import Figure, Figures


def test_a_comparison_forgives_a_thousand_millionth_of_the_larger_number() -> None:
    third = Exact(Fraction(3, 10))
    assert at_most(Exact(Fraction("0.3000000005")), third)
    assert not at_most(Exact(Fraction("0.3000000011")), third)
    assert not below(third, third)
    assert equal(Exact(10**9), Exact(10**9 + Fraction(9, 10)))
    assert not equal(Exact(10**9), Exact(10**9 + Fraction(11, 10)))


def test_what_rounding_could_turn_is_on_the_border() -> None:
    with pytest.raises(Border):
        at_most(Exact(1 + Fraction(1, 10**9)), Exact(1, 1e-15))
    with pytest.raises(Border):
        Exact(1) / (Exact(Fraction(1, 10)) + Exact(Fraction(2, 10)) - Exact(Fraction(3, 10)))


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (45, "pass met"),
        (46, "warn early-warning"),
        (48, "warn early-warning"),
        (50.4, "warn near-miss"),
        (50.5, "fail missed"),
    ],
)
def test_forty_eight_burglaries_with_both_kinds_of_warning(value: float, verdict: str) -> None:
    limit = m.Limit(X, "<=", m.Baseline(2015))
    clauses = m.Clauses(within=num(5, "%"), above=num(45))
    spec = counts(m.Stated(2015, Fraction(48)))
    assert said(limit, table(x={2018: value}), 2018, clauses, spec) == verdict


def test_a_stated_baseline_is_no_observation() -> None:
    """Ruling 4."""
    spec = counts(m.Stated(2015, Fraction(48)))
    limit = m.Limit(X, "<=", m.Baseline(2015))
    assert said(limit, table(), 2015, spec=spec) == "unknown missing-figure"
    elsewhere = replace(spec, area="kbh")
    figures = table(x={2018: 47})
    world_of_kbh = m.Limit(m.At(X, 2015), "<=", num(99))
    assert said(world_of_kbh, figures, 2018, spec=elsewhere) == "unknown missing-figure"


def test_the_total_of_four_counts_stays_263_when_one_is_revised() -> None:
    names = {"indbrud": 48, "tyveri": 128, "vold": 66, "hærværk": 21}
    parts = tuple(
        m.Indicator(name, "count", 1, stated=(m.Stated(2015, Fraction(number)),))
        for name, number in names.items()
    )
    total = m.Indicator("samlet", formula=m.Sum(tuple(("+", m.Name(name)) for name in names)))
    spec = replace(SPEC, indicators=(*parts, total))
    figures = Figures({("indbrud", "own", 2015): Figure(Fraction(50))})
    for name, number in {"indbrud": 49, "tyveri": 126, "vold": 64, "hærværk": 20}.items():
        figures.by_key[name, "own", 2018] = Figure(Fraction(number))
    found = asked(m.Limit(m.Name("samlet"), "<=", m.Baseline(2015)), figures, 2018, spec=spec)
    assert (found.verdict, found.reason) == ("pass", "met")
    limit, value = found.measures["limit"], found.measures["value"]
    assert not isinstance(limit, Absent)
    assert not isinstance(value, Absent)
    assert (int(limit.value), int(value.value)) == (263, 259)


def test_a_limit_is_rounded_once_half_away_from_zero() -> None:
    """Ruling 10: 0.86 of 68,782 is held as 59,153."""
    assert rounded(Exact(Fraction("59152.52")), 0).value == 59153
    assert rounded(Exact(Fraction("-0.25")), 1).value == Fraction("-0.3")
    precise = m.Indicator("x", "number", 1, precision=0)
    spec = replace(SPEC, indicators=(precise,))
    limit = m.Limit(X, "<=", m.ShareOf(Fraction(86), m.Baseline(2015)))
    assert said(limit, table(x={2015: 68782, 2018: 59153}), 2018, spec=spec) == "pass met"
    assert said(limit, table(x={2015: 68782, 2018: 59154}), 2018, spec=spec) == "fail missed"


def test_nothing_is_compared_across_a_break() -> None:
    """Ruling 8: 2021 is the first of the new series; a stated baseline is of its year's series."""
    broken = replace(SPEC, breaks=(m.Break(2021, "x"),))
    limit = m.Limit(X, "<=", m.Baseline(2016))
    figures = table(x={2016: 12, 2020: 11, 2021: 11})
    assert said(limit, figures, 2020, spec=broken) == "pass met"
    assert said(limit, figures, 2021, spec=broken) == "unknown series-break"
    stated = counts(m.Stated(2016, Fraction(12)))
    stated = replace(stated, breaks=(m.Break(2021, "x"),))
    assert said(limit, figures, 2021, spec=stated) == "unknown series-break"


def test_counts_are_summed_over_parts_and_shares_weighed() -> None:
    """Section 3: 10 % of 300 and 16 % of 100 are 11.5 % of 400."""
    areas = (m.Area("own", parts=("p", "q")), m.Area("p"), m.Area("q"))
    spec = replace(SPEC, areas=areas)
    shares = {"p": (10, 300), "q": (16, 100)}
    figures = Figures(
        {
            ("x", area, 2018): Figure(Fraction(value), denominator=Fraction(of))
            for area, (value, of) in shares.items()
        }
    )
    assert said(m.Limit(X, "==", num(11.5)), figures, 2018, spec=spec) == "pass met"
    bare = Figures({key: replace(f, denominator=None) for key, f in figures.by_key.items()})
    assert said(m.Limit(X, "<=", num(12)), bare, 2018, spec=spec) == "unknown no-denominator"
    counted = replace(counts(), areas=areas)
    assert said(m.Limit(X, "==", num(26)), bare, 2018, spec=counted) == "pass met"
    half = Figures(dict(list(bare.by_key.items())[:1]))
    assert said(m.Limit(X, "<=", num(26)), half, 2018, spec=counted) == "unknown missing-figure"


def test_the_36th_highest_of_365_days() -> None:
    """Ruling 25."""
    days: list[Value] = [Exact(day) for day in range(1, 366)]
    found = values.aggregate("quantile", days, None, Fraction("90.4"))
    assert isinstance(found, Exact)
    assert found.value == 365 - 35
    middle = values.aggregate("median", [Exact(4), Exact(1), Exact(3), Exact(2)])
    assert isinstance(middle, Exact)
    assert middle.value == Fraction(5, 2)


def test_a_trend_runs_from_the_first_to_the_last_known_of_at_least_four() -> None:
    """Ruling 9: 40 and 41 in 2015 and 2016, 41 in 2018; and 40 in 2019, four years later."""
    limit = m.Limit(m.Window("trend", X, m.Years(5)), "==", num("0.333333333333"))
    figures = table(x={2015: 40, 2016: 41, 2017: 30, 2018: 41, 2019: 40})
    assert said(limit, figures, 2018) == "pass met"
    flat = m.Limit(m.Window("trend", X, m.Years(5)), "==", num(0))
    assert said(flat, figures, 2019) == "pass met"
    assert said(flat, table(x={2015: 40, 2018: 41, 2019: 40}), 2019) == "unknown missing-figure"


def test_natural_variation_is_the_mean_and_2_66_mean_moving_ranges() -> None:
    """10, 12, 11, 13, 9: mean 11, ranges 2, 1, 2, 4, so 11 ± 2.66 · 2.25 = 5.015 and 16.985."""
    series = {2012: 10, 2013: 12, 2014: 11, 2015: 13, 2016: 9}
    upper = m.Limit(X, "<=", m.Normal(m.Span(2012, 2016)))
    lower = m.Limit(X, ">=", m.Normal(m.Span(2012, 2016)))
    assert said(upper, table(x={**series, 2018: 16.985}), 2018) == "pass met"
    assert said(upper, table(x={**series, 2018: 16.986}), 2018) == "fail missed"
    assert said(lower, table(x={**series, 2018: 5.015}), 2018) == "pass met"
    assert said(lower, table(x={**series, 2018: 5.014}), 2018) == "fail missed"
    del series[2014]
    assert said(upper, table(x={**series, 2018: 11}), 2018) == "unknown missing-figure"


def test_sums_of_nothing_are_zero_and_means_of_nothing_missing() -> None:
    """C7; a window reads figures only, also inside a baseline."""
    nothing = m.Span(2024)
    assert said(m.Limit(m.Window("sum", X, nothing), "==", num(0)), table(), 2018) == "pass met"
    mean = asked(m.Limit(m.Window("mean", X, nothing), "==", num(0)), table(), 2018)
    assert mean.verdict == "unknown"
    three = m.Window("mean", X, m.Years(3))
    limit = m.Limit(three, "<=", m.Baseline(2015))
    spec = counts(m.Stated(2015, Fraction(1)))
    figures = table(x={2013: 1, 2014: 2, 2015: 6, 2016: 1, 2017: 3, 2018: 5})
    assert said(limit, figures, 2018, spec=spec) == "pass met"


def test_a_count_with_unknown_members_is_decided_where_they_cannot_turn_it() -> None:
    """Ruling 29: two of three are over 10, of the third nothing is known."""
    areas = tuple(m.Area(name) for name in ("own", "p", "q"))
    lists = (m.AreaList("all3", ("own", "p", "q")),)
    spec = replace(SPEC, areas=areas, area_lists=lists)
    figures = Figures({("x", area, 2018): Figure(Fraction(12)) for area in ("own", "p")})
    count = m.Count("all3", m.Limit(X, ">", num(10)))
    assert said(m.Limit(count, ">=", num(2)), figures, 2018, spec=spec) == "pass met"
    assert said(m.Limit(count, "<=", num(1)), figures, 2018, spec=spec) == "fail missed"
    assert said(m.Limit(count, "<=", num(2)), figures, 2018, spec=spec) == "unknown missing-figure"
    plus = m.Sum((("+", count), ("+", num(0))))
    assert said(m.Limit(plus, ">=", num(2)), figures, 2018, spec=spec) == "unknown missing-figure"


def test_a_rank_counts_who_is_strictly_better() -> None:
    """Ruling 26: 5, 7, 7 and 9, where lower is better."""
    areas = tuple(m.Area(name) for name in ("own", "p", "q", "r"))
    spec = replace(SPEC, areas=areas, area_lists=(m.AreaList("four", ("own", "p", "q", "r")),))
    numbers = {"own": 7, "p": 5, "q": 7, "r": 9}
    figures = Figures({("x", a, 2018): Figure(Fraction(v)) for a, v in numbers.items()})
    rank = m.Rank(X, "four")
    assert said(m.Limit(rank, "==", num(2)), figures, 2018, spec=spec) == "pass met"
    del figures.by_key["x", "r", 2018]
    assert said(m.Limit(rank, "==", num(2)), figures, 2018, spec=spec) == "unknown missing-figure"
    some = m.Rank(X, "four", m.Least(Fraction(3)))
    assert said(m.Limit(some, "==", num(2)), figures, 2018, spec=spec) == "pass met"


def test_rates_and_choices() -> None:
    """C19."""
    rate = m.Limit(m.Rate(X, 1000, Y), "==", num(25))
    assert said(rate, table(x={2018: 5}, y={2018: 200}), 2018) == "pass met"
    choice = m.Limit(X, "<=", m.If(m.Limit(Y, ">", num(3)), num(10), num(4)))
    assert said(choice, table(x={2018: 5}, y={2018: 4}), 2018) == "pass met"
    assert said(choice, table(x={2018: 5}, y={2018: 3}), 2018) == "fail missed"
    assert said(choice, table(x={2018: 5}), 2018) == "unknown missing-figure"
