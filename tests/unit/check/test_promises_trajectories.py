"""Objectives, and the course to them."""

import pytest

from tryghed_dsl.check.objectives import (
    Amount,
    Approach,
    AtEnd,
    Change,
    Geometric,
    Grow,
    Improve,
    Linear,
    Measure,
    Milestone,
    Milestones,
    Objective,
    Pace,
    Projection,
    Reach,
)
from tryghed_dsl.check.terms import Baseline, Constant, Figure
from tryghed_dsl.domain.period import Length, PeriodRange
from tryghed_dsl.domain.unit import Direction
from unit.check.promises_text import course, held, objective, told, year


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("indbrud -> reach(8, by=2020)", Reach(Constant(8))),
        ("utryg -> reach(8%, by=2020)", Reach(Constant(8))),
        (
            "indbrud -> reach(baseline(2016), by=2020)",
            Reach(Baseline(Figure("indbrud"), year(2016))),
        ),
        ("indbrud -> reduce(20%, by=2020)", Change(Amount(0.2, relative=True), up=False)),
        ("indbrud -> reduce(30, by=2020)", Change(Amount(30, relative=False), up=False)),
        ("utryg -> reduce(2 pp, by=2020)", Change(Amount(2, relative=False), up=False)),
        # the weaker end of a band
        ("indbrud -> reduce(40%..45%, by=2020)", Change(Amount(0.4, relative=True), up=False)),
        ("indbrud -> reduce(20..30, by=2020)", Change(Amount(20, relative=False), up=False)),
        # four digits are numbers here, and no years
        ("indbrud -> reduce(1500..2000, by=2020)", Change(Amount(1500, relative=False), up=False)),
        ("tryg -> increase(5%, by=2020)", Change(Amount(0.05, relative=True), up=True)),
        ("trafik -> increase(150%, by=2020)", Change(Amount(1.5, relative=True), up=True)),
        ("tryg -> grow(2.5% a year, from=2016)", Grow(0.025)),
        ("utryg -> grow(-2% a year, from=2016)", Grow(-0.02)),
        ("utryg -> improve(by=2020)", Improve()),
        ("utryg -> improve(1 pp, each=year)", Improve(Amount(1, relative=False))),
        ("indbrud -> improve(5%, each=year, by=2020)", Improve(Amount(0.05, relative=True))),
        (
            "indbrud -> approach(tyveri, by=2020, close=50%, measure=ratio, ref=frozen)",
            Approach(Figure("tyveri"), 0.5, Measure.RATIO, frozen=True),
        ),
    ],
)
def test_objectives(line: str, expected: Objective) -> None:
    assert objective(line) == expected


def test_a_change_tells_which_way_is_better_where_nothing_else_does() -> None:
    assert held("trafik -> reduce(20%, by=2020)").direction is Direction.LOWER
    assert held("trafik -> increase(20%, by=2020)").direction is Direction.HIGHER


@pytest.mark.parametrize("line", ["reach(8, by=2020)", "grow(2% a year)", "improve(by=2020)"])
def test_other_objectives_need_a_direction(line: str) -> None:
    assert [code for code, _ in told(f"trafik -> {line}")] == ["E171"]


# ------------------------------------------------------------------ from where, to when


def test_the_start_is_the_agreements_baseline_unless_it_is_said() -> None:
    assert course("indbrud -> reduce(20%, by=2020)").start == year(2014)
    assert course("indbrud -> reduce(20%, by=2020)", "").start is None
    assert course("indbrud -> reduce(20%, by=2020, from=2016)").start == year(2016)
    of_range = course("indbrud -> reduce(20%, by=2020, from=2014..2018)")
    assert of_range.start == PeriodRange(year(2014), year(2018))


def test_a_deadline_lies_behind_all_of_the_start() -> None:
    assert told("indbrud -> reduce(20%, by=2018, from=2014..2017)") == []
    assert told("indbrud -> reduce(20%, by=2018, from=2014..2018)") == [("E116", "by=2018")]


def test_the_start_can_have_a_value_of_its_own() -> None:
    assert course("indbrud -> reduce(20%, by=2020, start=48)").start_value == Constant(48)
    line = "indbrud -> reduce(20%, by=2020, start=48)"
    assert told(line, "") == [("E174", "start=48")]
    assert told("indbrud -> reduce(20%, by=2020, start=48, from=2016)", "") == []


def test_steps_and_growth_need_no_deadline() -> None:
    assert course("utryg -> improve(1 pp, each=year)").by is None
    assert course("tryg -> grow(2% a year)").by is None


def test_a_flow_starts_in_a_period_of_its_own_length() -> None:
    assert told("indbrud -> reduce(20%, by=2020, from=2016H1)") == [("E144", "from=2016H1")]
    assert told("utryg -> reduce(20%, by=2020, from=2016H1)") == []


# ------------------------------------------------------------------ the time between


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("judge=path", Linear()),
        ("path=linear", Linear()),
        ("judge=path, path=geometric", Geometric()),
        ("judge=end", AtEnd()),
        ("judge=pace", Pace()),
        ("judge=projection(5 years)", Projection(5, Length.YEAR)),
        ("judge=projection(1 year)", Projection(1, Length.YEAR)),
    ],
)
def test_how_the_time_between_is_judged(part: str, expected: object) -> None:
    assert course(f"indbrud -> reduce(20%, by=2020, {part})").judging == expected


def test_milestones_stand_in_the_order_of_their_periods() -> None:
    made = course(
        "indbrud -> reduce(20%, by=2020, path={2018: 40, 2016: reduce 8%}), warn within 2"
    )
    change = Change(Amount(0.08, relative=True), up=False)
    assert made.judging == Milestones(
        (Milestone(year(2016), None, change), Milestone(year(2018), Constant(40)))
    )
    assert made.within == Amount(2, relative=False)


def test_thresholds() -> None:
    made = course("indbrud -> reduce(20%, by=2020), pass from 100%, warn from 50%")
    assert (made.pass_from, made.warn_from) == (1.0, 0.5)
    usual = course("indbrud -> reduce(20%, by=2020)")
    assert (usual.pass_from, usual.warn_from) == (0.95, None)


def test_tolerance_is_in_the_unit_of_the_gap() -> None:
    assert course("utryg -> reach(8%, by=2020, tolerance=1 pp)").tolerance == 1
    assert course("indbrud -> reach(8, by=2020, tolerance=1)").tolerance == 1
    ratio = "indbrud -> approach(tyveri, by=2020, close=50%, measure=ratio, tolerance=5%)"
    assert course(ratio).tolerance == 0.05
