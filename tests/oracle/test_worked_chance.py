"""The oracle on chance: the texts' numbers, and published examples."""

from dataclasses import replace
from fractions import Fraction

import pytest

from oracle import meaning_chance_methods as methods
from oracle import model as m
from oracle.exact import Exact
from oracle.examples import SPEC, X, asked, counts, num, said, table
from oracle.frames import Absent
from oracle.tables import Figure, Figures

LEVEL = Fraction(95)
AT_95 = m.Clauses(confidence=LEVEL)
VANDALISM = counts(m.Stated(2015, Fraction(21)))


def test_a_count_against_a_decreed_48() -> None:
    """Section 8: up to 62 warn, 63 fail."""
    limit = m.Limit(X, "<=", num(48))
    for value, verdict in ((48, "pass met"), (62, "warn within-chance"), (63, "fail missed")):
        assert said(limit, table(x={2018: value}), 2018, AT_95, counts()) == verdict
    assert said(limit, table(x={2018: 62}), 2018, spec=counts()) == "fail missed"


def test_a_count_against_a_measured_48() -> None:
    """Section 8: up to 69 warn, 70 fail; stated or not."""
    limit = m.Limit(X, "<=", m.Baseline(2015))
    for value, verdict in ((69, "warn within-chance"), (70, "fail missed")):
        assert said(limit, table(x={2015: 48, 2018: value}), 2018, AT_95, counts()) == verdict
        stated = counts(m.Stated(2015, Fraction(48)))
        assert said(limit, table(x={2018: value}), 2018, AT_95, stated) == verdict


def test_35_against_21() -> None:
    """Ruling 33: within chance against a measured 21, not against a decreed one."""
    figures = table(x={2018: 35})
    measured, decreed = m.Limit(X, "<=", m.Baseline(2015)), m.Limit(X, "<=", num(21))
    assert said(measured, figures, 2018, AT_95, VANDALISM) == "warn within-chance"
    assert said(decreed, figures, 2018, AT_95, VANDALISM) == "fail missed"
    found = asked(decreed, figures, 2018, AT_95, VANDALISM)
    lower = found.measures["lower"]
    assert not isinstance(lower, Absent)
    assert float(lower) == pytest.approx(24.4, abs=0.05)
    assert found.certain == "yes"
    # z = 14 / √56 = 1.87: not beyond 1.96 at 95 %, beyond 1.645 at 90 %
    at_90 = m.Clauses(confidence=Fraction(90))
    assert said(measured, figures, 2018, at_90, VANDALISM) == "fail missed"


def test_a_mean_of_years_counts_as_often() -> None:
    """Ruling 33: r = 1/m; 60 against 40 a year over four: z = 20 / √(220/4) = 2.70."""
    limit = m.Limit(X, "<=", m.Baseline(2012, 2015))
    years = dict.fromkeys(range(2012, 2016), 40)
    assert said(limit, table(x={**years, 2018: 60}), 2018, AT_95, counts()) == "fail missed"
    # 54: z = 14 / √(214/4) = 1.91
    assert said(limit, table(x={**years, 2018: 54}), 2018, AT_95, counts()) == "warn within-chance"


def test_two_empty_counts_are_alike() -> None:
    """Ruling 33: z = 0."""
    limit = m.Limit(X, "<", m.Baseline(2015))
    figures = table(x={2015: 0, 2018: 0})
    assert said(limit, figures, 2018, AT_95, counts()) == "warn within-chance"


@pytest.mark.parametrize(
    ("count", "low", "high"), [(0, 0, 3.6889), (1, 0.0253, 5.5716), (5, 1.6235, 11.6683)]
)
def test_exact_limits_of_small_counts(count: int, low: float, high: float) -> None:
    """Garwood's limits, as tables of them have them."""
    found = [float(each) for each in methods.poisson_limits(count, LEVEL)]
    assert found == pytest.approx([low, high], abs=5e-5)


def test_wilsons_limits() -> None:
    """Newcombe 1998: 81 of 263, and 0 of 20."""
    for share, n, low, high in (
        (Fraction(81, 263), 263, 0.2553, 0.3662),
        (Fraction(0), 20, 0, 0.1611),
    ):
        found = [float(each) for each in methods.wilson(Exact(share), Exact(n), LEVEL)]
        assert found == pytest.approx([low, high], abs=5e-5)


def _surveyed(first: Fraction, n: int, second: Fraction, of: int) -> Figures:
    return Figures(
        {
            ("x", "own", 2018): Figure(first * 100, n=Fraction(n)),
            ("x", "own", 2015): Figure(second * 100, n=Fraction(of)),
        }
    )


def test_newcombes_tenth_method() -> None:
    """Newcombe 1998: 56 of 70 less 48 of 80 lies between 0.0524 and 0.3339."""
    figures = _surveyed(Fraction(56, 70), 70, Fraction(48, 80), 80)
    over = m.Sum((("+", m.Baseline(2015)), ("+", num("5.23", "pp"))))
    under = m.Sum((("+", m.Baseline(2015)), ("+", num("5.25", "pp"))))
    assert said(m.Limit(X, "<=", over), figures, 2018, AT_95) == "fail missed"
    assert said(m.Limit(X, "<=", under), figures, 2018, AT_95) == "warn within-chance"


def test_a_share_without_answers_leaves_the_verdict_strict() -> None:
    """Ruling 35; and a design effect divides n."""
    limit = m.Limit(X, "<=", num(25, "%"))
    strict = Figures({("x", "own", 2018): Figure(Fraction(26))})
    assert said(limit, strict, 2018, AT_95) == "fail missed"
    asked_many = Figures({("x", "own", 2018): Figure(Fraction(27), n=Fraction(2000))})
    assert said(limit, asked_many, 2018, AT_95) == "fail missed"
    weighted = replace(SPEC, indicators=(m.Indicator("x", "percent", 1, design=Fraction(2)),))
    assert said(limit, asked_many, 2018, AT_95, weighted) == "warn within-chance"


def test_data_with_its_own_limits_uses_them() -> None:
    limit = m.Limit(X, "<=", num(25, "%"))
    figure = Figure(Fraction(30), n=Fraction(9), lower=Fraction("25.1"), upper=Fraction(40))
    assert said(limit, Figures({("x", "own", 2018): figure}), 2018, AT_95) == "fail missed"
    wider = replace(figure, lower=Fraction("24.9"))
    found = asked(limit, Figures({("x", "own", 2018): wider}), 2018, AT_95)
    assert (found.verdict, found.reason, found.certain) == ("warn", "within-chance", "no")


def test_a_trajectory_tests_the_gap_less_the_gap_required() -> None:
    """Ruling 34: 100 to be halved in four years is 75 after two.

    95 against 0.75 of a measured 100: z = 20 / √(195 · 0.75) = 1.65, and of 100: 25 / √150 = 2.04.
    """
    reduce = m.Objective("reduce", num(50, "%"), by=2020, since=2016)
    target = m.Trajectory(X, reduce)
    for value, verdict in ((95, "warn within-chance"), (100, "fail insufficient")):
        figures = table(x={2016: 100, 2018: value})
        assert said(target, figures, 2018, AT_95, counts()) == verdict


def test_each_side_of_the_datas_own_limits_by_itself() -> None:
    """Wilson's lower limit of 30 % of 9 is 12 %; the data says 25.1."""
    limit = m.Limit(X, "<=", num(25, "%"))
    figure = Figure(Fraction(30), n=Fraction(9), upper=Fraction(40))
    assert said(limit, Figures({("x", "own", 2018): figure}), 2018, AT_95) == "warn within-chance"
    below = replace(figure, lower=Fraction("25.1"), upper=None)
    assert said(limit, Figures({("x", "own", 2018): below}), 2018, AT_95) == "fail missed"


def test_stocks_and_money_are_exact() -> None:
    """A total is drawn from nothing larger: 49 are more than 48 (ruling 35)."""
    limit, figures = m.Limit(X, "<=", num(48)), table(x={2018: 49})
    for indicator in (m.Indicator("x", "count", 1, "stock"), m.Indicator("x", "money", 1)):
        spec = replace(SPEC, indicators=(indicator,))
        found = asked(limit, figures, 2018, AT_95, spec)
        assert (found.verdict, found.reason, found.certain) == ("fail", "missed", "yes")


@pytest.mark.parametrize(("tolerance", "verdict"), [(5, "fail missed"), (6, "warn within-chance")])
def test_the_tolerance_is_part_of_the_gap_required(tolerance: int, verdict: str) -> None:
    """Byar's lower limit of 60 is 45.8, and 40 with a tolerance of 6 is 46."""
    reach = m.Objective("reach", num(40), by=2018, since=2014, tolerance=num(tolerance))
    figures = table(x={2014: 100, 2018: 60})
    assert said(m.Trajectory(X, reach), figures, 2018, AT_95, counts()) == verdict


def test_the_nearest_level_counts() -> None:
    """58 against a decreed 48 is within chance at 95 %, and beyond it at 80 % (up to 57)."""
    limit, figures = m.Limit(X, "<=", num(48)), table(x={2018: 58})
    at_80 = m.Clauses(confidence=Fraction(80))
    plain, own = (m.Several("all", (m.Member(limit, each),)) for each in (m.Clauses(), AT_95))
    assert said(plain, figures, 2018, at_80, counts()) == "fail missed"
    assert said(own, figures, 2018, at_80, counts()) == "warn within-chance"
    assert said(plain, figures, 2018, AT_95, counts()) == "warn within-chance"
