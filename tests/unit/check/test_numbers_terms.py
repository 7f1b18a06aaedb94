"""What each form of a number becomes."""

import pytest

from tryghed_dsl.check.terms import (
    Aggregation,
    At,
    Baseline,
    Between,
    Choice,
    Constant,
    CountAreas,
    CountPeriods,
    Figure,
    How,
    InArea,
    InParent,
    Last,
    Least,
    Normal,
    OverAreas,
    OverTime,
    Product,
    Rank,
    Several,
    Shift,
    Sum,
    Term,
    Trend,
    Window,
    Within,
)
from tryghed_dsl.domain.period import Length, Period, year
from tryghed_dsl.domain.unit import Direction
from unit.check.numbers_text import DECLARED, limit, spec_of, term

INDBRUD, TYVERI, UTRYG = Figure("indbrud"), Figure("tyveri"), Figure("utryg")
OZON = Figure("ozon")
MEAN = How(Aggregation.MEAN)
# As the figures have it, even where an agreed baseline would stand in for them.
NOW = Shift(INDBRUD, 0)


@pytest.mark.parametrize("name", ["sum", "mean", "min", "max", "median"])
def test_several_numbers_are_made_one(name: str) -> None:
    made = Several(How(Aggregation(name)), (INDBRUD, TYVERI))
    assert term(f"{name}(indbrud, tyveri)") == made


@pytest.mark.parametrize(
    ("written", "window"),
    [
        ("3 years", Last(3, Length.YEAR)),
        ("1 year", Last(1, Length.YEAR)),
        ("2014..2018", Between(year(2014), year(2018))),
        ("2014..now", Between(year(2014), None)),
        ("year", Within(Length.YEAR)),
    ],
)
def test_a_number_at_many_periods_is_made_one(written: str, window: Window) -> None:
    assert term(f"mean(utryg, {written})") == OverTime(MEAN, UTRYG, window)


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("2 halfyears", Length.HALF),
        ("2 quarters", Length.QUARTER),
        ("2 months", Length.MONTH),
        ("2 days", Length.DAY),
    ],
)
def test_a_window_can_be_of_any_length(written: str, length: Length) -> None:
    assert term(f"mean(ozon, {written})") == OverTime(MEAN, OZON, Last(2, length))


def test_a_name_that_is_declared_is_no_length_of_time() -> None:
    declared = f'{DECLARED}indicator year "Årstal", percent\n'
    assert term("mean(utryg, year)", declared) == Several(MEAN, (UTRYG, Figure("year")))


@pytest.mark.parametrize(
    ("written", "least"),
    [("at least 2", Least(2.0)), ("at least 90%", Least(0.9, share=True))],
)
def test_at_least_says_how_many_must_be_known(written: str, least: Least) -> None:
    how = How(Aggregation.MEAN, least)
    assert term(f"mean(utryg, 3 years, {written})") == OverTime(how, UTRYG, Last(3, Length.YEAR))


def test_a_quantile_says_which_share_lies_below() -> None:
    how = How(Aggregation.QUANTILE, share=0.904)
    assert term("quantile(ozon, 90.4%, year)") == OverTime(how, OZON, Within(Length.YEAR))


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("best(utryg over districts)", Aggregation.MIN),
        ("worst(utryg over districts)", Aggregation.MAX),
        ("best(tilfreds over districts)", Aggregation.MAX),
        ("worst(tilfreds over districts)", Aggregation.MIN),
    ],
)
def test_best_and_worst_go_by_the_direction(written: str, kind: Aggregation) -> None:
    made = term(written)
    assert isinstance(made, OverAreas)
    assert (made.how.kind, made.areas) == (kind, "districts")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("previous(indbrud)", Shift(INDBRUD, -1)),
        ("change(indbrud)", Sum((("+", NOW), ("-", Shift(INDBRUD, -1))))),
        ("change(indbrud, from=2015)", Sum((("+", NOW), ("-", At(INDBRUD, year(2015)))))),
        ("trend(indbrud, 5 years)", Trend(INDBRUD, Last(5, Length.YEAR))),
        ("trend(indbrud, 2014..2018)", Trend(INDBRUD, Between(year(2014), year(2018)))),
        ("rank(utryg among districts)", Rank(UTRYG, "districts", Direction.LOWER)),
        ("indbrud in kbh", InArea(INDBRUD, "kbh")),
        ("indbrud in parent", InParent(INDBRUD)),
        ("indbrud in cities", InParent(INDBRUD, "cities")),
        ("indbrud[2015] in kbh", InArea(At(INDBRUD, year(2015)), "kbh")),
    ],
)
def test_what_moves_in_time_and_space(written: str, made: Term) -> None:
    assert term(written) == made


def test_an_area_called_parent_is_that_area() -> None:
    declared = f"{DECLARED}area parent\n"
    assert term("indbrud in parent", declared) == InArea(INDBRUD, "parent")


def test_per_divides_and_multiplies_in_that_order() -> None:
    factors = (("*", INDBRUD), ("/", Figure("borgere")), ("*", Constant(1000.0)))
    assert term("indbrud per 1000 borgere") == Product(factors)


def test_if_chooses() -> None:
    made = term("(if utryg > 10% then indbrud else tyveri)")
    assert isinstance(made, Choice)
    assert (made.then, made.otherwise) == (INDBRUD, TYVERI)


def test_areas_are_counted() -> None:
    made = term("count(area in districts where utryg > 10%, at least 2)")
    assert isinstance(made, CountAreas)
    assert (made.areas, made.least) == ("districts", Least(2.0))


@pytest.mark.parametrize(
    ("written", "each", "window"),
    [
        ("day in year where ozon > 5", Length.DAY, Within(Length.YEAR)),
        ("month in quarter where utryg > 5", Length.MONTH, Within(Length.QUARTER)),
        ("year in 2014..2018 where utryg > 5", Length.YEAR, Between(year(2014), year(2018))),
        ("year in 2014..now where utryg > 5", Length.YEAR, Between(year(2014), None)),
    ],
)
def test_periods_are_counted(written: str, each: Length, window: Window) -> None:
    made = term(f"count({written})")
    assert isinstance(made, CountPeriods)
    assert (made.each, made.window) == (each, window)


# ------------------------------------------------------------------ of the subject


def test_a_baseline_over_a_range_is_the_mean_of_its_periods() -> None:
    each = tuple(Baseline(INDBRUD, year(number)) for number in (2014, 2015, 2016))
    assert limit("indbrud <= baseline(2014..2016)") == Several(MEAN, each)


def test_a_baseline_of_a_share_may_be_half_a_year() -> None:
    half = Period(Length.HALF, 2020 * 2)
    assert limit("utryg <= baseline(2020H1)") == Baseline(UTRYG, half)


@pytest.mark.parametrize(
    ("line", "upper", "count"),
    [
        ("indbrud <= normal(2012..2016)", True, True),
        ("indbrud >= normal(2012..2016)", False, True),
        ("utryg <= normal(2012..2016)", True, False),
    ],
)
def test_what_is_normal_has_an_end_for_each_sign(line: str, upper: bool, count: bool) -> None:  # noqa: FBT001 -- two ends
    made = limit(line)
    assert isinstance(made, Normal)
    assert made.window == Between(year(2012), year(2016))
    assert (made.upper, made.count) == (upper, count)


def test_a_benchmark_can_be_the_mean_of_areas() -> None:
    text = f"{DECLARED}benchmark city = mean over districts\n"
    assert limit("utryg <= city", text) == OverAreas(MEAN, UTRYG, "districts")


# ------------------------------------------------------------------ names for numbers


def test_let_stands_for_what_it_says() -> None:
    text = f"{DECLARED}let most = 5\nlet more = most + 1\n"
    assert limit("indbrud <= more", text) == Sum((("+", Constant(5.0)), ("+", Constant(1.0))))


def test_let_can_be_a_baseline_of_whatever_is_held_against_it() -> None:
    text = f"{DECLARED}let before = baseline(2015)\n"
    assert limit("tyveri <= before", text) == Baseline(TYVERI, year(2015))


def test_a_parameter_hides_an_indicator_of_its_name() -> None:
    text = f"{DECLARED}condition busy(tyveri) = indbrud <= tyveri\nt: busy(40)\n"
    (target,) = spec_of(text).targets
    assert target.held is not None
    assert getattr(target.held.rule, "limit", None) == Constant(40.0)


def test_a_parameter_is_not_seen_by_let() -> None:
    text = f"{DECLARED}let most = tyveri\ncondition busy(tyveri) = indbrud <= most\nt: busy(40)\n"
    (target,) = spec_of(text).targets
    assert target.held is not None
    assert getattr(target.held.rule, "limit", None) == TYVERI
