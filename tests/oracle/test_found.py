"""What long runs found, on as little as it takes; the verdicts are worked out by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

import tryghed_dsl as td
from oracle import model as m
from oracle.agreement import differences
from oracle.examples import SPEC, X, Y, num
from oracle.frames import World
from oracle.meaning import judge
from oracle.tables import Figure, Figures
from oracle.wording import text

AT_95 = m.Clauses(confidence=Fraction(95))
COUNTS = (m.Indicator("x", "count", 1), m.Indicator("y", "count", 1))
SHARES = (m.Indicator("x", "percent", 1), m.Indicator("y", "count", 1))
PARTS = (
    m.Area("kbh"),
    m.Area("own", "kbh", ("part1", "part2")),
    m.Area("part1"),
    m.Area("part2"),
)
NONE_OF_THEM = m.AreaList("none", ("kbh",), where=m.Limit(X, "<", num(0)))


def _both(spec: m.Spec, target: m.Target, figures: Figures) -> str:
    """What both say as of 2018; that they say the same is asserted."""
    whole = replace(spec, targets=(target,))
    found = td.evaluate(td.loads(text(whole)), figures.records(), 2018)[target.name]
    expected = judge(World(whole, figures, "own", chance=True), target, 2018, "own")
    assert not list(differences(expected, found))
    return f"{expected.verdict} {expected.reason}, {expected.certain}"


def _figure(value: int, low: int | None = None, high: int | None = None) -> Figure:
    lower, upper = (None if each is None else Fraction(each) for each in (low, high))
    return Figure(Fraction(value), lower=lower, upper=upper)


@pytest.mark.parametrize(
    ("limit", "verdict"), [(107, "warn within-chance, no"), (106, "fail missed, yes")]
)
def test_limits_of_the_parts_of_an_area_are_squared_and_added(limit: int, verdict: str) -> None:
    """110 - √(2² + 3²) is 106.39; the Byar limit of a count of 110 would be 90."""
    figures = Figures(
        {
            ("x", "part1", 2018): _figure(60, 58, 62),
            ("x", "part2", 2018): _figure(50, 47, 53),
        }
    )
    spec = replace(SPEC, indicators=COUNTS, areas=PARTS)
    assert _both(spec, m.Target("t", m.Limit(X, "<=", num(limit)), AT_95), figures) == verdict


def test_limits_of_the_parts_do_not_matter_to_a_whole_that_is_observed() -> None:
    """110 is a count as any other, whose Byar limit is 90."""
    figures = Figures(
        {
            ("x", "own", 2018): _figure(110),
            ("x", "part1", 2018): _figure(60, 58, 62),
            ("x", "part2", 2018): _figure(50, 47, 53),
        }
    )
    spec = replace(SPEC, indicators=COUNTS, areas=PARTS)
    target = m.Target("t", m.Limit(X, "<=", num(106)), AT_95)
    assert _both(spec, target, figures) == "warn within-chance, no"


@pytest.mark.parametrize(
    ("observed", "limit", "verdict"),
    [
        (False, "18.7", "warn within-chance, no"),
        (False, "18.6", "fail missed, yes"),
        (True, "18.7", "fail missed, unknown"),
    ],
)
def test_those_who_answered_in_the_parts(observed: bool, limit: str, verdict: str) -> None:  # noqa: FBT001
    """Of 22.5 % of 400 Wilson's lower limit is 18.68 %; a whole that is observed has its own n."""
    figures = Figures(
        {
            ("x", "part1", 2018): Figure(Fraction(30), Fraction(100), denominator=Fraction(1)),
            ("x", "part2", 2018): Figure(Fraction(20), Fraction(300), denominator=Fraction(3)),
        }
    )
    if observed:
        figures.by_key["x", "own", 2018] = Figure(Fraction("22.5"))
    spec = replace(SPEC, areas=PARTS)
    target = m.Target("t", m.Limit(X, "<=", num(limit, "%")), AT_95)
    assert _both(spec, target, figures) == verdict


@pytest.mark.parametrize(
    ("own", "verdict"), [(None, "unknown missing-figure, None"), (5, "pass met, unknown")]
)
def test_a_rank_among_none(own: int | None, verdict: str) -> None:
    """1 and the number that are better; what has no value has no rank."""
    spec = replace(SPEC, indicators=COUNTS, area_lists=(NONE_OF_THEM,))
    figures = Figures({("x", "kbh", 2018): _figure(7)})
    if own is not None:
        figures.by_key["x", "own", 2018] = _figure(own)
    target = m.Target("t", m.Limit(m.Rank(X, "none"), "<=", num(1)))
    assert _both(spec, target, figures) == verdict


@pytest.mark.parametrize(("figure", "reason"), [(3, "missing-figure"), (7, "no-denominator")])
def test_who_is_not_in_a_list_keeps_no_rank_from_being_known(figure: int, reason: str) -> None:
    """East cannot be weighted; that matters only where it is one of those above 5."""
    east = (m.Area("east", None, ("east1", "east2")), m.Area("east1"), m.Area("east2"))
    drawn = m.AreaList("drawn", ("east",), where=m.Limit(Y, ">", num(5)))
    spec = replace(SPEC, areas=(*PARTS, *east), indicators=SHARES, area_lists=(drawn,))
    figures = Figures({("x", name, 2018): _figure(10) for name in ("east1", "east2")})
    figures.by_key["y", "east", 2018] = _figure(figure)
    target = m.Target("t", m.Limit(m.Rank(X, "drawn"), "<=", num(1)))
    assert _both(spec, target, figures) == f"unknown {reason}, None"


@pytest.mark.parametrize(
    ("known", "reason"),
    [(range(2010, 2017), "missing-figure"), (range(2010, 2015), "series-break")],
)
def test_a_break_is_the_reason_where_it_is_what_keeps_a_verdict(known: range, reason: str) -> None:
    """Five years of seven are enough for natural variation, and three are not."""
    figures = Figures({("y", "own", year): _figure(10) for year in known})
    spec = replace(SPEC, indicators=COUNTS, breaks=(m.Break(2012, "y", "own"),))
    span = m.Span(2010, 2016)
    target = m.Target("t", m.Limit(Y, "<=", m.Normal(span)))
    assert _both(spec, target, figures) == f"unknown {reason}, None"


def test_a_window_that_can_do_without_a_figure_is_not_kept_by_it() -> None:
    """One of two is enough for the mean; the figure to hold it against is missing."""
    figures = Figures({("y", "own", 2018): _figure(10)})
    spec = replace(SPEC, indicators=COUNTS, breaks=(m.Break(2018, "y", "own"),))
    mean = m.Window("mean", Y, m.Years(2), m.Least(Fraction(1)))
    assert _both(spec, m.Target("t", m.Limit(mean, "<=", X)), figures) == (
        "unknown missing-figure, None"
    )


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        # not started is named before what lies outside the agreement's years
        (
            m.Target("t", m.Every("every", "year", m.Since(2019), m.Limit(X, "<=", num(1)))),
            "pending not-started, None",
        ),
        # and what is not due needs no figures, whatever an older one would be
        (
            m.Target(
                "t",
                m.Trajectory(X, m.Objective("reach", num(5), by=2020, since=2017, judge="end")),
                m.Clauses(latest=2, when=m.Limit(X, "<", num(1))),
            ),
            "pending not-due, None",
        ),
    ],
)
def test_dates_come_first(target: m.Target, verdict: str) -> None:
    valid = m.Span(2019, 2021) if isinstance(target.condition, m.Every) else None
    assert _both(replace(SPEC, indicators=COUNTS, valid=valid), target, Figures()) == verdict


def test_a_branch_not_taken_is_not_what_keeps_a_verdict() -> None:
    """The limit is x, as y is above 1; that y has no figure before the break is no matter."""
    figures = Figures({("y", "own", 2018): _figure(2)})
    spec = replace(SPEC, indicators=COUNTS, breaks=(m.Break(2018, "y", "own"),))
    limit = m.If(m.Limit(Y, ">", num(1)), X, m.At(Y, 2017))
    target = m.Target("t", m.Limit(Y, "<=", limit))
    assert _both(spec, target, figures) == "unknown missing-figure, None"


@pytest.mark.parametrize(
    ("value", "verdict"), [(12, "warn within-chance, no"), (13, "fail missed, yes")]
)
def test_a_rate_whose_exposure_was_agreed(value: int, verdict: str) -> None:
    """x stands in both sides: taken 1/10 - 1/200 times, and x of 2017 less 1/20 times.

    The lower limits of 12 and 13 are 6.19 and 6.92, the upper one of 10 is 18.39:
    12 · 0.095 - 0.5 = 0.64 is under √((5.81 · 0.095)² + (8.39 · 0.05)²) = 0.693,
    13 · 0.095 - 0.5 = 0.735 over √((6.08 · 0.095)² + (8.39 · 0.05)²) = 0.714.
    """
    agreed = m.Indicator("y", "count", stated=(m.Stated(2018, Fraction(100)),))
    spec = replace(SPEC, indicators=(COUNTS[0], agreed))
    figures = Figures({(name, "own", year): _figure(10) for name in "xy" for year in (2017, 2018)})
    figures.by_key["x", "own", 2018] = _figure(value)
    limit = m.Limit(m.Rate(X, 1000, Y), "<=", m.Baseline(2017, 2018))
    assert _both(spec, m.Target("t", limit, AT_95), figures) == verdict


def test_a_break_in_a_part_does_not_keep_a_whole_that_is_observed() -> None:
    """Of the trend only 2014 is known, for the whole; what is missing is every later year."""
    figures = Figures({("x", "own", 2014): _figure(5)})
    spec = replace(SPEC, indicators=COUNTS, areas=PARTS, breaks=(m.Break(2015, "x", "part2"),))
    target = m.Target("t", m.Limit(X, "<=", num(9)), m.Clauses(projection=4))
    assert _both(spec, target, figures) == "unknown missing-figure, None"


def test_counts_whose_weights_come_to_the_same_are_one_count() -> None:
    """Of 2 · 2016 a third is still due in 2020, and of 2014 two thirds: both with weight 2/3.

    Held against each other are 0, taken twice, and 2 + 0 with 2/3 of it, so that r is 1/3:
    z = (0 - 2/3) / √(2/3) = -0.816, and p = 0.414.
    """
    figures = Figures(
        {
            ("y", "own", 2014): _figure(2),
            ("x", "own", 2016): _figure(0),
            ("x", "own", 2020): _figure(0),
        }
    )
    spec = replace(SPEC, indicators=COUNTS)
    aim = m.Objective("approach", m.At(Y, 2014), by=2022, since=2016, close=Fraction(100))
    target = m.Target("t", m.Trajectory(m.Sum((("+", X), ("+", X))), aim))
    whole = replace(spec, targets=(target,))
    found = td.evaluate(td.loads(text(whole)), figures.records(), 2020)["t"]
    expected = judge(World(whole, figures, "own", chance=True), target, 2020, "own")
    assert not list(differences(expected, found))
    assert found.p == pytest.approx(0.41421618, abs=1e-8)
