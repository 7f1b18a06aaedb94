"""Which chance a term has: counts, shares, totals, and sums of them."""

import math

import pytest

from tryghed_dsl.check import terms
from tryghed_dsl.check.terms import Aggregation, Figure, How, Least, Term
from tryghed_dsl.core.lower.chance.compare import limits
from tryghed_dsl.core.lower.chance.levels import level_of
from tryghed_dsl.core.lower.chance.spread import Spread, linear_of
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import Aspect
from tryghed_dsl.domain.period import Length, year
from unit.core import vectors_spec as spec
from unit.core.vectors import worth
from unit.core.vectors_spec import FRAME, Figures, figures

Z95 = 1.959963984540054
UNKNOWN = (None, None)
# Garwood's exact 95 % limits of 4 and of 9 events.
FOUR = (1.08986537362634, 10.2415886754037)
NINE = (4.11537309737834, 17.0848034514192)


def limits_of(term: Term, given: Figures) -> tuple[float | None, float | None]:
    number = Spread(lower_term(term, FRAME), linear_of(term, FRAME))
    lower, upper = (worth(limit, given) for limit in limits(number, level_of(0.95)))
    return lower, upper


def byar(count: float) -> tuple[float, float]:
    more = count + 1
    return (
        count * (1 - 1 / (9 * count) - Z95 / (3 * math.sqrt(count))) ** 3,
        more * (1 - 1 / (9 * more) + Z95 / (3 * math.sqrt(more))) ** 3,
    )


def chikane(**years: float) -> Figures:
    return figures({("chikane", int(name[1:])): value for name, value in years.items()})


def times(factor: float, *found: float | None) -> list[float]:
    return [factor * (value or 0.0) for value in found]


# ------------------------------------------------------------------ counts


def test_a_figure_of_another_year_is_a_count_too() -> None:
    given = chikane(y2015=4, y2017=9)
    at = terms.At(Figure("chikane"), year(2015))
    assert limits_of(at, given) == pytest.approx(FOUR)
    assert limits_of(terms.Shift(Figure("chikane"), -1), given) == pytest.approx(NINE)
    assert limits_of(spec.baseline("chikane", 2015), given) == pytest.approx(FOUR)


def test_what_the_agreement_states_is_a_count_where_it_counts() -> None:
    assert limits_of(spec.baseline("indbrud", 2015), {}) == pytest.approx(byar(48))
    assert limits_of(spec.baseline("aftalt", 2015), {}) == pytest.approx(byar(176))
    assert limits_of(spec.baseline("utryg", 2016), {}) == (12, 12)


def test_years_and_areas_summed_are_one_count() -> None:
    given = chikane(y2016=20, y2017=21, y2018=22)
    window = terms.Last(3, Length.YEAR)
    summed = terms.OverTime(How(Aggregation.SUM), Figure("chikane"), window)
    assert limits_of(summed, given) == pytest.approx(byar(63))
    mean = terms.OverTime(How(Aggregation.MEAN), Figure("chikane"), window)
    assert limits_of(mean, given) == pytest.approx(times(1 / 3, *byar(63)))
    areas: Figures = {
        ("chikane", "øst", 2018, Aspect.VALUE): 30,
        ("chikane", "vest", 2018, Aspect.VALUE): 33,
    }
    assert limits_of(Figure("chikane"), areas) == pytest.approx(byar(63))


def test_another_area_has_its_own_count() -> None:
    given: Figures = {("chikane", "kbh", 2018, Aspect.VALUE): 9}
    assert limits_of(terms.InArea(Figure("chikane"), "kbh"), given) == pytest.approx(NINE)
    assert limits_of(terms.InParent(Figure("chikane")), given) == pytest.approx(NINE)


def test_counts_of_unequal_weight_are_squared_and_added() -> None:
    given = figures({("indbrud", 2018): 40, ("chikane", 2018): 30})
    term = terms.Sum((("+", spec.percent_of(200, Figure("indbrud"))), ("-", Figure("chikane"))))
    (low1, high1), (low2, high2) = byar(40), byar(30)
    lower = 50 - math.hypot(2 * (40 - low1), high2 - 30)
    upper = 50 + math.hypot(2 * (high1 - 40), 30 - low2)
    assert limits_of(term, given) == pytest.approx((lower, upper))


def test_half_a_count_has_half_its_limits() -> None:
    half = terms.Product((("*", Figure("chikane")), ("/", spec.number(2))))
    assert limits_of(half, chikane(y2018=30)) == pytest.approx(times(0.5, *byar(30)))


def test_the_same_figure_twice_is_one_figure() -> None:
    given = chikane(y2018=30)
    twice = terms.Sum((("+", Figure("chikane")), ("+", Figure("chikane"))))
    assert limits_of(twice, given) == pytest.approx(times(2, *byar(30)))
    nothing = terms.Sum((("+", Figure("chikane")), ("-", Figure("chikane"))))
    assert limits_of(nothing, given) == (0, 0)


def test_a_count_of_the_sum_with_limits_of_the_data_is_squared_and_added() -> None:
    given = figures({("indbrud", 2018): 40, ("chikane", 2018): 30}) | figures(
        {("chikane", 2018): 27}, Aspect.LOWER
    )
    low = byar(40)[0]
    found, _ = limits_of(spec.plus("indbrud", "chikane"), given)
    assert found == pytest.approx(70 - math.hypot(40 - low, 3))


# ------------------------------------------------------------------ rates and totals


def test_a_rate_is_a_count_over_its_exposure() -> None:
    given = figures({("chikane", 2018): 30, ("folketal", 2018): 15_000, ("fødsler", 2018): 1_500})
    for exposure, persons in (("folketal", 15_000), ("fødsler", 1_500)):
        found = limits_of(spec.per_1000("chikane", exposure), given)
        assert found == pytest.approx(times(1000 / persons, *byar(30)))


def test_a_ratio_of_two_counts_is_unknown() -> None:
    given = figures({("chikane", 2018): 30, ("fødsler", 2018): 1_500})
    ratio = terms.Product((("*", Figure("chikane")), ("/", Figure("fødsler"))))
    assert limits_of(ratio, given) == UNKNOWN


def test_a_total_is_exact_unless_the_data_says_otherwise() -> None:
    given = figures({("udgift", 2018): 600, ("folketal", 2018): 300})
    each = terms.Product((("*", Figure("udgift")), ("/", Figure("folketal"))))
    assert limits_of(Figure("udgift"), given) == (600, 600)
    assert limits_of(each, given) == (2, 2)
    with_limits = given | figures({("udgift", 2018): 570}, Aspect.LOWER)
    assert limits_of(Figure("udgift"), with_limits) == (570, 600)
    assert limits_of(each, with_limits) == pytest.approx((1.9, 2))


def test_numbers_are_exact_and_so_is_what_is_made_of_them() -> None:
    half = terms.Product((("*", spec.number(5)), ("/", spec.number(2))))
    assert limits_of(half, {}) == (2.5, 2.5)
    agreed = spec.baseline("utryg", 2016)
    squared = terms.Product((("*", agreed), ("*", agreed)))
    assert limits_of(terms.Sum((("+", squared), ("-", half))), {}) == (141.5, 141.5)


# ------------------------------------------------------------------ shares and what has none


def test_a_share_of_areas_together_has_all_their_answers() -> None:
    # R. G. Newcombe (1998): 15 of 148 is 10.14 %, from 6.24 % to 16.05 %.
    given: Figures = {}
    for area, hits, n in (("øst", 10, 100), ("vest", 5, 48)):
        given[("tryg", area, 2018, Aspect.VALUE)] = 100 * hits / n
        given[("tryg", area, 2018, Aspect.DENOMINATOR)] = n
        given[("tryg", area, 2018, Aspect.N)] = n
    assert limits_of(Figure("tryg"), given) == pytest.approx((6.24, 16.05), abs=0.005)


def test_an_index_is_unknown_without_limits() -> None:
    assert limits_of(Figure("indeks"), figures({("indeks", 2018): 104})) == UNKNOWN


@pytest.mark.parametrize(
    "term",
    [
        terms.Several(How(Aggregation.MEDIAN), (Figure("chikane"),)),
        terms.Several(How(Aggregation.MEAN, Least(1)), (Figure("chikane"),)),
        terms.Trend(Figure("chikane"), terms.Last(2, Length.YEAR)),
        terms.Product((("*", Figure("chikane")), ("*", Figure("chikane")))),
        terms.Product((("*", spec.number(1)), ("/", Figure("chikane")))),
        terms.Product((("*", Figure("chikane")), ("/", spec.number(0)))),
        terms.Sum((("+", Figure("indeks")), ("+", Figure("chikane")))),
    ],
)
def test_of_anything_else_nothing_is_known(term: Term) -> None:
    assert limits_of(term, chikane(y2016=20, y2017=21, y2018=22)) == UNKNOWN
