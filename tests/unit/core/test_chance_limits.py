"""Chance under limits: the cases that the language names, worked out by hand."""

import math

import pytest

from tryghed_dsl.check import terms
from tryghed_dsl.check.conditions import Band, Held, Limit, Rule
from tryghed_dsl.check.terms import Figure, Term
from tryghed_dsl.core.lower.chance.limits import limit_chance
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import Aspect, Expression
from tryghed_dsl.domain.period import year
from unit.core import vectors_spec as spec
from unit.core.vectors import published, worth
from unit.core.vectors_spec import FRAME, Figures, baseline, figures, limit

Z95, Z80 = 1.959963984540054, 1.2815515655446004


class Asked:
    """A limit's chance on figures."""

    def __init__(self, held: Held, given: Figures) -> None:
        assert isinstance(held.rule, Limit | Band)
        self._chance = limit_chance(held.rule, held, FRAME)
        self._given = given
        rule = held.rule
        bounds = (
            {"limit": rule.limit}
            if isinstance(rule, Limit)
            else {"limit_low": rule.low, "limit_high": rule.high}
        )
        self._steps = {
            name: self._number(lower_term(term, FRAME))
            for name, term in {"value": held.subject, **bounds}.items()
        }

    def _number(self, expression: Expression) -> float | None:
        found = worth(expression, self._given)
        return None if found is None else float(found)

    def __getattr__(self, name: str) -> float | bool | None:
        return worth(getattr(self._chance, name), self._given, self._steps)


def asked(subject: Term, rule: Rule, given: Figures, *, confidence: float | None = 0.95) -> Asked:
    return Asked(spec.held(subject, rule, confidence=confidence), given)


def burglaries(value: float, rule: Rule, confidence: float | None = 0.95) -> Asked:
    given = figures({("indbrud", 2018): value})
    return asked(Figure("indbrud"), rule, given, confidence=confidence)


# ------------------------------------------------------------------ one count


def test_a_count_against_a_decreed_number() -> None:
    rule = limit("<=", 48)
    assert burglaries(62, rule).within_chance is True
    assert burglaries(63, rule).within_chance is False


def test_a_count_against_a_measured_baseline() -> None:
    rule = limit("<=", baseline("indbrud", 2015))
    assert burglaries(69, rule).within_chance is True
    assert burglaries(70, rule).within_chance is False


def test_damage_is_within_chance_of_a_measured_but_not_of_a_decreed_number() -> None:
    given = figures({("hærværk", 2018): 35})
    measured = asked(Figure("hærværk"), limit("<=", baseline("hærværk", 2015)), given)
    decreed = asked(Figure("hærværk"), limit("<=", 21), given)
    assert measured.within_chance is True
    assert measured.z == pytest.approx(14 / math.sqrt(56))
    assert decreed.within_chance is False
    assert decreed.lower == pytest.approx(24.4, abs=0.05)
    assert decreed.z is None


def test_a_small_count_has_exact_limits() -> None:
    # Garwood's lower limit of 6 events at 95 % is 2.20, of 5 it is 1.62.
    assert burglaries(6, limit("<=", 2)).within_chance is False
    assert burglaries(5, limit("<=", 2)).within_chance is True


def test_a_count_that_is_to_be_high() -> None:
    # Byar's upper limit of 35 events at 95 % is 48.7, of 34 it is 47.5.
    assert burglaries(35, limit(">=", 48)).within_chance is True
    assert burglaries(34, limit(">=", 48)).within_chance is False


def test_a_lower_level_calls_less_chance() -> None:
    # z of 60 against 48 is 1.155, of 63 it is 1.424.
    rule = limit("<=", baseline("indbrud", 2015))
    assert burglaries(60, rule, 0.80).within_chance is True
    assert burglaries(63, rule, 0.80).within_chance is False
    assert burglaries(63, rule, 0.998).within_chance is True


def test_no_events_in_either_year() -> None:
    given = figures({("chikane", 2018): 0, ("chikane", 2015): 0})
    found = asked(Figure("chikane"), limit("<=", baseline("chikane", 2015)), given)
    assert found.z == 0
    assert found.certain == 0


# ------------------------------------------------------------------ how certain


def test_a_miss_is_certain_beyond_chance() -> None:
    rule = limit("<=", baseline("indbrud", 2015))
    assert burglaries(70, rule).certain == 1
    assert burglaries(69, rule).certain == 0


def test_a_pass_is_certain_where_the_whole_interval_meets_the_limit() -> None:
    # Byar's upper limit of 34 events is 47.5 and of 35 it is 48.7.
    assert burglaries(34, limit("<=", 48)).certain == 1
    assert burglaries(35, limit("<=", 48)).certain == 0
    assert burglaries(48, limit("<=", 48)).certain == 0


def test_without_a_level_chance_is_told_at_95_percent() -> None:
    found = burglaries(69, limit("<=", baseline("indbrud", 2015)), None)
    assert found.within_chance is True
    assert found.certain == 0
    assert burglaries(65, limit("<=", 48), None).lower == pytest.approx(50.163187710459454)


def test_an_interval_that_touches_the_limit_is_on_neither_side() -> None:
    for operator in ("<=", "<"):
        rule = limit(operator, 100)
        missed = asked(Figure("indeks"), rule, with_limits("indeks", 103, 100, 106))
        assert (missed.within_chance, missed.certain) == (True, 0)
        met = asked(Figure("indeks"), rule, with_limits("indeks", 97, 94, 100))
        assert met.certain == 0


def test_an_exact_figure_is_never_within_chance() -> None:
    given = figures({("udgift", 2018): 500})
    for rule in (limit("<=", 499), limit("<", 500), limit(">", 500), limit("==", 499)):
        found = asked(Figure("udgift"), rule, given)
        assert found.within_chance is False
        assert found.certain == 1
        assert (found.lower, found.upper) == (None, None)
    assert asked(Figure("udgift"), limit("<=", 500), given).certain == 1


def test_a_total_with_limits_of_the_data_may_be_within_chance() -> None:
    found = asked(Figure("udgift"), limit("<=", 99), with_limits("udgift", 104, 98, 110))
    assert found.within_chance is True
    assert (found.lower, found.upper) == (98, 110)


# ------------------------------------------------------------------ both sides


def test_of_a_band_the_missed_end_decides() -> None:
    band = spec.band(48, 60)
    assert burglaries(35, band).within_chance is True
    assert burglaries(34, band).within_chance is False
    # Byar's lower limit of 75 events at 95 % is 59.0, of 77 it is 60.8.
    assert burglaries(75, band).within_chance is True
    assert burglaries(77, band).within_chance is False
    assert burglaries(54, band).certain == 0
    assert burglaries(54, spec.band(10, 200)).certain == 1


def test_equal_is_missed_on_both_sides() -> None:
    assert burglaries(62, limit("==", 48)).within_chance is True
    assert burglaries(63, limit("==", 48)).within_chance is False
    assert burglaries(34, limit("==", 48)).within_chance is False
    assert burglaries(48, limit("==", 48)).certain == 0


# ------------------------------------------------------------------ sums of counts


CRIMES = {("indbrud", 2018): 60, ("tyveri", 2018): 140, ("vold", 2018): 70, ("hærværk", 2018): 30}


def test_a_sum_of_counts_is_a_count() -> None:
    # 300 against 263 measured: z = 37/√563 = 1.56. Against 263 decreed, Byar's lower limit of
    # 300 events is 267.0.
    given = figures(CRIMES)
    measured = asked(Figure("samlet"), limit("<=", baseline("samlet", 2015)), given)
    assert measured.z == pytest.approx(37 / math.sqrt(563))
    assert measured.within_chance is True
    decreed = asked(Figure("samlet"), limit("<=", 263), given)
    assert decreed.lower == pytest.approx(300 * (1 - 1 / 2700 - Z95 / (3 * math.sqrt(300))) ** 3)
    assert decreed.within_chance is False


def test_an_agreed_baseline_of_a_sum_of_counts_is_a_count() -> None:
    given = figures(CRIMES)
    found = asked(Figure("aftalt"), limit("<=", baseline("aftalt", 2015)), given)
    assert found.z == pytest.approx((200 - 176) / math.sqrt(376))


def test_a_share_of_a_baseline_changes_the_ratio() -> None:
    rule = limit("<=", spec.percent_of(80, baseline("indbrud", 2015)))
    found = burglaries(55, rule)
    assert found.z == pytest.approx((55 - 48 * 0.8) / math.sqrt((55 + 48) * 0.8))


def test_a_mean_of_years_is_a_third_of_their_sum() -> None:
    years = {("chikane", 2014): 30, ("chikane", 2015): 36, ("chikane", 2016): 39}
    given = figures({**years, ("chikane", 2018): 50})
    bound = spec.mean(*(baseline("chikane", when) for when in (2014, 2015, 2016)))
    found = asked(Figure("chikane"), limit("<=", bound), given)
    assert found.z == pytest.approx((50 - 105 / 3) / math.sqrt((50 + 105) / 3))


def test_a_rate_has_its_population_as_exposure() -> None:
    given = figures(
        {
            ("indbrud", 2018): 60,
            ("folketal", 2018): 20_000,
            ("indbrud", 2014): 41,
            ("folketal", 2014): 19_000,
        }
    )
    rate = spec.per_1000("indbrud", "folketal")
    found = asked(rate, limit("<=", terms.Baseline(rate, year(2014))), given)
    ratio = 20_000 / 19_000
    assert found.z == pytest.approx((60 - 41 * ratio) / math.sqrt((60 + 41) * ratio))
    byar = 60 * (1 - 1 / 540 - Z95 / (3 * math.sqrt(60))) ** 3
    assert found.lower == pytest.approx(byar / 20)


def test_counts_with_a_number_between_them_are_squared_and_added() -> None:
    given = figures({("indbrud", 2018): 70, ("chikane", 2018): 30})
    rule = limit("<=", terms.Sum((("+", Figure("chikane")), ("+", spec.number(20)))))
    found = asked(Figure("indbrud"), rule, given)
    down = 70 - 70 * (1 - 1 / 630 - Z95 / (3 * math.sqrt(70))) ** 3
    up = 31 * (1 - 1 / 279 + Z95 / (3 * math.sqrt(31))) ** 3 - 30
    assert found.z is None
    assert 20 < math.sqrt(down**2 + up**2) < 21
    assert found.within_chance is True


def test_a_number_on_both_sides_changes_nothing() -> None:
    subject, bound = (
        terms.Sum((("+", term), ("+", spec.number(5))))
        for term in (Figure("indbrud"), baseline("indbrud", 2015))
    )
    found = asked(subject, limit("<=", bound), figures({("indbrud", 2018): 69}))
    assert found.z == pytest.approx(21 / math.sqrt(117))


# ------------------------------------------------------------------ shares


def shares(value: float, n: float | None, name: str = "tryg") -> Figures:
    known = figures({(name, 2018): value})
    return known if n is None else known | figures({(name, 2018): n}, Aspect.N)


def test_a_share_has_wilson_s_limits() -> None:
    # R. G. Newcombe (1998): 15 of 148 is 10.14 %, from 6.24 % to 16.05 %.
    found = asked(Figure("tryg"), limit("<=", 6.3), shares(100 * 15 / 148, 148))
    assert found.lower == pytest.approx(6.24, abs=0.005)
    assert found.upper == pytest.approx(16.05, abs=0.005)
    assert found.within_chance is True
    beyond = asked(Figure("tryg"), limit("<=", 6.2), shares(100 * 15 / 148, 148))
    assert beyond.within_chance is False


def test_a_fraction_has_them_too() -> None:
    found = asked(Figure("andel"), limit("<=", 0.05), shares(15 / 148, 148, "andel"))
    assert found.upper == pytest.approx(0.1605, abs=5e-5)


def test_the_design_of_a_survey_divides_its_answers() -> None:
    weighted = asked(Figure("vægtet"), limit("<=", 10), shares(100 * 15 / 148, 222, "vægtet"))
    assert weighted.lower == pytest.approx(6.24, abs=0.005)


def test_a_share_of_nobody_knows_how_many_is_unknown() -> None:
    found = asked(Figure("tryg"), limit("<=", 6), shares(10, None))
    assert (found.within_chance, found.certain, found.lower, found.upper) == (None,) * 4


def test_two_shares_are_compared_by_newcombe_s_method() -> None:
    # R. G. Newcombe (1998), table II: 56 of 70 less 48 of 80 is 0.0524 to 0.3339.
    given = shares(80, 70) | figures({("tryg", 2014): 60}) | figures({("tryg", 2014): 80}, Aspect.N)
    ended = {
        bound: asked(
            Figure("tryg"),
            limit("<=", terms.Sum((("+", baseline("tryg", 2014)), ("+", spec.number(bound))))),
            given,
        ).within_chance
        for bound in (5.2, 5.3)
    }
    assert ended == {5.2: False, 5.3: True}


def test_an_agreed_share_is_exact() -> None:
    # Wilson's lower limit of 15 of 100 is 9.31 %, of 20 of 100 it is 13.34 %.
    rule = limit("<=", baseline("utryg", 2016))
    assert asked(Figure("utryg"), rule, shares(15, 100, "utryg")).within_chance is True
    assert asked(Figure("utryg"), rule, shares(20, 100, "utryg")).within_chance is False


# ------------------------------------------------------------------ limits of the data's own


def with_limits(name: str, value: float, lower: float, upper: float) -> Figures:
    at = (name, 2018)
    return (
        figures({at: value})
        | figures({at: lower}, Aspect.LOWER)
        | figures({at: upper}, Aspect.UPPER)
    )


def test_limits_of_the_data_win() -> None:
    given = with_limits("indbrud", 70, 65, 76)
    decreed = asked(Figure("indbrud"), limit("<=", 64), given)
    assert (decreed.lower, decreed.upper) == (65, 76)
    assert decreed.within_chance is False


def test_counts_with_limits_of_the_data_are_squared_and_added() -> None:
    # 70 less 48 is 22; √(5² + 15.6²) is 16.4, with Byar's upper limit 63.6 of 48 events.
    found = asked(
        Figure("indbrud"),
        limit("<=", baseline("indbrud", 2015)),
        with_limits("indbrud", 70, 65, 76),
    )
    assert found.z is None
    assert found.within_chance is False


def test_an_index_has_no_limits_but_the_data_s() -> None:
    found = asked(Figure("indeks"), limit("<=", 100), with_limits("indeks", 104, 101, 107))
    assert found.within_chance is False
    assert found.certain == 1
    bare = asked(Figure("indeks"), limit("<=", 100), figures({("indeks", 2018): 104}))
    assert bare.within_chance is None


def official(row: dict[str, str]) -> str:
    """The verdict of an official body's row, by our limits: better, similar or worse."""
    values = [float(row[name]) for name in ("value", "lower_ci95", "upper_ci95")]
    rule = limit("<=", float(row["benchmark_value"]))
    found = asked(Figure("indeks"), rule, with_limits("indeks", *values))
    if found.certain == 0:
        return "Similar"
    return "Worse" if values[0] > float(row["benchmark_value"]) else "Better"


def test_areas_against_england() -> None:
    rows = published("fingertips/benchmark_ci95_official_values.csv")
    judged = [row for row in rows if row["outcome"] != "none"]
    assert len(judged) == 55
    assert [official(row) for row in judged] == [row["outcome"] for row in judged]


# ------------------------------------------------------------------ what is unknown


def test_of_ratios_and_folds_nothing_is_known() -> None:
    given = figures({("indbrud", 2018): 70, ("chikane", 2018): 30})
    ratio = terms.Product((("*", Figure("indbrud")), ("/", Figure("chikane"))))
    highest = terms.Several(terms.How(terms.Aggregation.MAX), (Figure("indbrud"),))
    for term in (ratio, highest):
        found = asked(term, limit("<=", 1), given)
        assert (found.within_chance, found.certain, found.lower, found.z) == (None,) * 4
