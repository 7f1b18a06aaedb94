"""The oracle on the numbers that the design texts work out: trajectories."""

from dataclasses import replace
from fractions import Fraction

import pytest

from oracle import model as m
from oracle.examples import CITY, SPEC, X, Y, asked, counts, num, said, table
from oracle.frames import Absent

ALL = Fraction(100)
HIGHER = replace(SPEC, indicators=(m.Indicator("x", "percent", -1),))


def approach(**parts: object) -> m.Trajectory:
    given = {"by": 2020, "since": 2016, **parts}
    return m.Trajectory(X, m.Objective("approach", CITY, **given))  # type: ignore[arg-type]


def towards(kind: str, value: m.Num | None, **parts: object) -> m.Trajectory:
    given = {"by": 2020, "since": 2016, **parts}
    return m.Trajectory(X, m.Objective(kind, value, **given))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("year", "value", "verdict"),
    [
        (2016, 12, "pending not-started"),
        (2018, 9, "pass on-track"),
        (2018, 9.15, "pass on-track"),
        (2018, 9.16, "warn behind"),
        (2018, 10, "warn behind"),
        (2018, 10.2, "warn behind"),
        (2018, 11, "fail insufficient"),
        (2018, 12, "fail insufficient"),
        (2018, 12.5, "fail moving-away"),
        (2020, 7, "fail missed"),
        (2020, 6, "pass reached"),
        (2020, 13, "fail moving-away"),
    ],
)
def test_the_worked_gap_of_section_6(year: int, value: float, verdict: str) -> None:
    """12 % against 6 % in 2016, the whole of it to close by 2020, the city staying at 6 %."""
    figures = table(x={2016: 12, year: value}, kbh={2016: 6, year: 6})
    assert said(approach(close=ALL), figures, year) == verdict


def test_what_is_told_beside_the_worked_gap() -> None:
    figures = table(x={2016: 12, 2018: 10}, kbh={2016: 6, 2018: 6})
    measures = asked(approach(close=ALL), figures, 2018).measures
    told = {name: float(x) for name, x in measures.items() if not isinstance(x, Absent)}
    assert told == pytest.approx(
        {
            "value": 10,
            "limit": 6,
            "difference": 4,
            "progress": 1 / 3,
            "required_progress": 1 / 2,
            "needed_now": 9,
            "needed_per_year": -2,
        }
    )


def test_at_the_deadline_a_part_of_it_may_be_a_warning() -> None:
    figures = table(x={2016: 12, 2020: 7}, kbh={2016: 6, 2020: 6})
    clauses = m.Clauses(warn_from=Fraction(60))
    assert said(approach(close=ALL), figures, 2020, clauses) == "warn partly"


def test_the_three_readings_of_the_areas_real_figures() -> None:
    figures = table(x={2016: 12, 2020: 15}, kbh={2016: 6, 2020: 9})
    assert said(approach(), figures, 2020) == "fail unchanged"
    assert said(approach(frozen=True), figures, 2020) == "fail widened"
    assert said(approach(ratio=True), figures, 2020) == "pass narrowed"


def test_ahead_at_the_start() -> None:
    """Ruling 16: 5 against 6, then 5.5 and 7."""
    assert said(approach(), table(x={2016: 5, 2018: 5.5}, kbh={2016: 6, 2018: 6}), 2018) == (
        "pass reached"
    )
    assert said(approach(), table(x={2016: 5, 2018: 7}, kbh={2016: 6, 2018: 6}), 2018) == (
        "fail lost"
    )
    # ruling 17: from a gap of -1 to +3
    assert said(approach(close=ALL), table(x={2016: 5, 2018: 9}, kbh={2016: 6, 2018: 6}), 2018) == (
        "fail lost"
    )


def test_a_missing_start_does_not_matter_where_the_gap_is_closed_at_the_deadline() -> None:
    """Ruling 18."""
    figures = table(x={2018: 6, 2020: 6}, kbh={2016: 6, 2018: 6, 2020: 6})
    assert said(approach(), figures, 2018) == "unknown missing-figure"
    assert said(approach(), figures, 2020) == "pass reached"


def test_a_ratio_needs_a_reference_above_zero() -> None:
    """Ruling 15."""
    figures = table(x={2016: 3, 2020: 3}, kbh={2016: 0, 2020: 2})
    assert said(approach(ratio=True), figures, 2020) == "unknown ref-not-positive"


def test_ninety_killed_from_a_hundred_and_eighty() -> None:
    """Ruling 24."""
    target = towards("reach", num(90), by=2030, since=2020)
    assert said(target, table(x={2020: 180, 2030: 100}), 2030, spec=counts()) == "fail missed"
    assert said(target, table(x={2020: 180, 2030: 90}), 2030, spec=counts()) == "pass reached"


def test_amounts_of_the_start() -> None:
    """C8: 100 less 20 % is 80, less 30 is 70; of 40 % to 45 % the weaker end is 60."""
    start = {2016: 100}
    share, number = towards("reduce", num(20, "%")), towards("reduce", num(30))
    band = towards("reduce", num(45, "%"), least=num(40, "%"))
    for target, end in ((share, 80), (number, 70), (band, 60)):
        for value, verdict in ((end, "pass reached"), (end + 1, "fail missed")):
            figures = table(x={**start, 2020: value})
            assert said(target, figures, 2020, spec=counts()) == verdict
    up = towards("increase", num(20, "%"))
    assert said(up, table(x={**start, 2020: 120}), 2020, spec=HIGHER) == "pass reached"
    assert said(up, table(x={**start, 2018: 110}), 2018, spec=HIGHER) == "pass on-track"
    nothing = table(x={2016: 0, 2018: 0})
    assert said(share, nothing, 2018, spec=counts()) == "unknown start-not-positive"


def test_pace_is_the_ratio_of_yearly_rates() -> None:
    """From 100 to 81 in four years is 90 after two; 92 is 0.80 of that rate, 95 is 0.49."""
    target = towards("reach", num(81), judge="pace")
    verdicts = {90: "pass on-track", 92: "warn behind", 95: "fail insufficient"}
    verdicts |= {81: "pass reached", 101: "fail moving-away", 0: "pass reached"}
    for value, verdict in verdicts.items():
        assert said(target, table(x={2016: 100, 2018: value}), 2018, spec=counts()) == verdict


def test_pace_from_a_start_better_than_the_end() -> None:
    """Ruling 20: 7.8 with target 10, later 9 and 13.5."""
    target = towards("reach", num(10), judge="pace")
    assert said(target, table(x={2016: 7.8, 2018: 9}), 2018) == "pass reached"
    assert said(target, table(x={2016: 7.8, 2018: 13.5}), 2018) == "fail moving-away"
    assert said(target, table(x={2016: 0, 2018: 13.5}), 2018) == "unknown undefined"


@pytest.mark.parametrize(
    ("first", "verdict"),
    [
        ("33.76", "pass on-track"),  # 4.752 a year leaves 0.496 of 10
        ("33.75", "warn behind"),  # 4.75 a year leaves 0.5 of 10: exactly 5 %
        ("30", "warn behind"),  # 4 a year leaves 2 of 10: exactly 20 %
        ("29.9", "fail insufficient"),
        ("10", "fail moving-away"),
        ("5", "fail moving-away"),
    ],
)
def test_a_projection_carries_the_mean_change_to_the_deadline(first: str, verdict: str) -> None:
    """Ruling 21: 10 over the end value in 2018, two years before the deadline."""
    target = towards("reach", num(0), judge="projection", since=2012)
    series: dict[int, float | str] = {2013: first, 2015: 20, 2016: 15, 2018: 10}
    assert said(target, table(x=series), 2018) == verdict


def test_a_projection_of_what_is_reached() -> None:
    target = towards("reach", num(10), judge="projection", since=2012)
    better = table(x={2013: 20, 2015: 20, 2016: 15, 2018: 10})
    worse = table(x={2013: 5, 2015: 20, 2016: 15, 2018: 10})
    assert said(target, better, 2018) == "pass reached"
    assert said(target, worse, 2018) == "warn deteriorating"
    assert said(target, table(x={2018: 10}), 2018) == "unknown missing-figure"


def test_a_projected_limit() -> None:
    """Ruling 21, C14."""
    limit, clauses = m.Limit(X, "<=", num(10)), m.Clauses(projection=5)
    cases = {
        (12, 10): "pass met",
        (10, 10): "pass met",
        (8, 10): "warn deteriorating",
        (14, 12): "fail insufficient",
        (12, 12): "fail moving-away",
        (11, 12): "fail moving-away",
    }
    for (first, last), verdict in cases.items():
        series = {2013: first, 2014: 12, 2015: 12, 2018: last}
        assert said(limit, table(x=series), 2018, clauses) == verdict


def test_improvement_step_by_step() -> None:
    """Ruling 22: 18, 17, 16, 16, 15 with one point every year fails as of 2017."""
    target = towards("improve", num(1, "pp"), by=None, since=2014)
    series = {2014: 18, 2015: 17, 2016: 16, 2017: 16, 2018: 15}
    figures = table(x=series)
    assert said(target, figures, 2016) == "pass improved"
    assert said(target, figures, 2017) == "fail step-missed"
    assert said(target, figures, 2018) == "fail step-missed"
    gone = table(x={year: value for year, value in series.items() if year != 2015})
    assert said(target, gone, 2016) == "unknown missing-figure"
    assert said(target, gone, 2018) == "fail step-missed"


def test_improvement_by_a_deadline() -> None:
    """C10."""
    target = towards("improve", None)
    cases = {(2018, 11): "pass improved", (2018, 12): "warn unchanged"}
    cases |= {(2020, 12): "fail unchanged", (2018, 13): "fail worsened"}
    for (year, value), verdict in cases.items():
        assert said(target, table(x={2016: 12, year: value}), year) == verdict


def test_growth_by_a_rate() -> None:
    """C9: 100 with 10 % a year is 121 after two; 115 is 0.71 of the way, 110 is 0.48."""
    target = towards("grow", num(10, "%"), by=None)
    verdicts = {121: "pass on-track", 119.95: "pass on-track", 115: "warn behind"}
    verdicts |= {110: "fail insufficient", 99: "fail moving-away"}
    for value, verdict in verdicts.items():
        assert said(target, table(x={2016: 100, 2018: value}), 2018, spec=HIGHER) == verdict
    nothing = table(x={2016: 0, 2018: 5})
    assert said(target, nothing, 2018, spec=HIGHER) == "unknown undefined"


def test_a_geometric_path_goes_by_a_constant_rate() -> None:
    """C12: from 100 to 25 in four years is 50 after two, two thirds of the way."""
    target = towards("reach", num(25), path="geometric")
    found = asked(target, table(x={2016: 100, 2018: 50}), 2018, spec=counts())
    assert (found.verdict, found.reason) == ("pass", "on-track")
    share = found.measures["required_progress"]
    assert not isinstance(share, Absent)
    assert float(share) == pytest.approx(2 / 3)
    # 0.95 of two thirds is 52.5; a straight path would ask for 62.5 only
    assert said(target, table(x={2016: 100, 2018: 52.5}), 2018, spec=counts()) == "pass on-track"
    assert said(target, table(x={2016: 100, 2018: 52.6}), 2018, spec=counts()) == "warn behind"
    assert said(target, table(x={2016: -1, 2018: 52}), 2018, spec=counts()) == "fail lost"


def test_milestones_stand_as_limits_until_the_next() -> None:
    """Ruling 19, C11."""
    path = (m.Milestone(2018, num(10)), m.Milestone(2019, num(8)))
    target = towards("reach", num(6), path=path)
    clauses = m.Clauses(within=num(1))
    cases: dict[tuple[int, float], str] = {
        (2016, 12): "pending not-started",
        (2017, 99): "pending not-due",
        (2018, 10): "pass met",
        (2018, 11): "warn near-miss",
        (2018, 11.5): "fail missed",
        (2019, 9.5): "fail missed",
        (2020, 6): "pass reached",
        (2020, 6.5): "fail missed",
    }
    for (year, value), verdict in cases.items():
        figures = table(x={2016: 12, year: value})
        assert said(target, figures, year, clauses) == verdict
    less = towards("reduce", num(50, "%"), path=(m.Milestone(2018, num(30, "%"), "reduce"),))
    assert said(less, table(x={2016: 100, 2018: 70}), 2018, spec=counts()) == "pass met"
    assert said(less, table(x={2016: 100, 2018: 71}), 2018, spec=counts()) == "fail missed"


def test_a_start_of_several_years_counts_from_their_middle() -> None:
    """C15: 2014 to 2018 have their middle in mid-2016, two of four years before mid-2018."""
    target = towards("reach", num(0), since=m.Span(2014, 2018), by=2024)
    series = {2014: 8, 2015: 9, 2016: 10, 2017: 11, 2018: 12}
    assert said(target, table(x=series), 2018) == "pending not-started"
    # four of eight years have passed at 2020, so half of 10
    assert said(target, table(x={**series, 2020: 5.25}), 2020) == "pass on-track"
    assert said(target, table(x={**series, 2020: 5.26}), 2020) == "warn behind"
    stock = replace(SPEC, indicators=(m.Indicator("x", "number", 1, "stock"),))
    # the end of 2020 is four and a half of eight and a half years from mid-2016
    found = asked(target, table(x={**series, 2020: 5}), 2020, spec=stock)
    share = found.measures["required_progress"]
    assert not isinstance(share, Absent)
    assert share.value == pytest.approx(Fraction(9, 17))


def test_an_older_figure_stands_in_where_a_target_says_so() -> None:
    """Ruling 23, C17: half of the way by 2017 would be asked of 2018's figure."""
    target = approach(close=ALL)
    figures = table(x={2016: 12, 2017: 10.5}, kbh={2016: 6, 2017: 6, 2018: 9})
    assert said(target, figures, 2018) == "unknown missing-figure"
    assert said(target, figures, 2018, m.Clauses(latest=1)) == "pass on-track"
    assert said(m.Limit(X, "<=", num(11)), figures, 2019, m.Clauses(latest=1)) == (
        "unknown missing-figure"
    )


def test_dates_come_before_everything_else() -> None:
    """Rulings 3 and C18."""
    valid = replace(SPEC, valid=m.Span(2017, 2020))
    own = m.Clauses(valid=m.Span(2018, 2022))
    limit = m.Limit(X, "<=", num(1))
    assert said(limit, table(), 2016, spec=valid) == "pending before-valid"
    assert said(limit, table(), 2017, own, valid) == "pending before-valid"
    assert said(limit, table(), 2021, own, valid) == "pending after-valid"
    assert said(approach(), table(), 2016, spec=valid) == "pending not-started"
    assert said(approach(judge="end"), table(), 2017, spec=valid) == "pending not-due"
    never = m.Clauses(when=m.Limit(X, ">", num(5)))
    assert said(limit, table(x={2018: 3}), 2018, never) == "pending not-applicable"
    assert said(limit, table(), 2018, never) == "unknown missing-figure"


def test_a_start_expression_is_read_at_the_start() -> None:
    """y was 100 in 2014: 80 are asked for. Halfway there after two thirds of the time: R = 0.75.

    Where the agreement says that y was 120, it is 96.
    """
    reduce = m.Objective("reduce", num(20, "%"), by=2020, since=2014, start=Y)
    figures = table(x={2018: 90}, y={2014: 100, 2018: 50})
    assert said(m.Trajectory(X, reduce), figures, 2018, spec=counts()) == "warn behind"
    agreed = m.Indicator("y", "count", 1, stated=(m.Stated(2014, Fraction(120)),))
    spec = replace(counts(), indicators=(m.Indicator("x", "count", 1), agreed))
    assert said(m.Trajectory(X, reduce), figures, 2018, spec=spec) == "pass reached"
