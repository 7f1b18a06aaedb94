"""Conditions together: compositions, areas, indicators, periods, and conditions by name."""

from tryghed_dsl.check.conditions import (
    EveryArea,
    EveryPeriod,
    Held,
    Known,
    Latest,
    Limit,
    Not,
    Several,
    Since,
    Valid,
)
from tryghed_dsl.check.model import Monitored, Part
from tryghed_dsl.check.terms import Between, Constant, Figure, Least
from tryghed_dsl.domain.period import Length, PeriodRange
from tryghed_dsl.domain.unit import Direction
from unit.check.promises_text import held, month, promise, target, targets, told, year


def texts(made: object) -> list[str]:
    assert isinstance(made, Several)
    return [member.text for member in made.members if isinstance(member, Held)]


def test_compositions_ask_for_so_many_of_their_members() -> None:
    members = "{ indbrud <= 5, warn within 2; tyveri <= 6 }"
    every = promise(f"t: all of {members}")
    assert isinstance(every, Several)
    assert every.least is None
    assert texts(every) == ["indbrud <= 5, warn within 2", "tyveri <= 6"]
    for amount, least in (("any", 1), ("at least 2", 2)):
        made = promise(f"t: {amount} of {members}")
        assert isinstance(made, Several)
        assert made.least == least


def test_not_turns_a_condition_round() -> None:
    assert promise("t: not tyveri > 5") == Not(held("t: tyveri > 5"))


def test_known_asks_whether_a_figure_is_there() -> None:
    assert promise("t: known(indbrud)") == Known(Figure("indbrud"))


# ------------------------------------------------------------------ areas and indicators


def test_areas_of_a_list() -> None:
    inner = held("t: tyveri <= 5")
    assert promise("t: every area in districts: tyveri <= 5") == EveryArea("districts", None, inner)
    most = promise("t: at least 1 area in districts: tyveri <= 5")
    assert most == EveryArea("districts", Least(1), inner)
    share = promise("t: at least 90% of areas in districts: tyveri <= 5")
    assert share == EveryArea("districts", Least(0.9, share=True), inner)


def test_no_area_is_every_area_not() -> None:
    inner = held("t: tyveri > 5")
    assert promise("t: no area in districts: tyveri > 5") == EveryArea(
        "districts", None, Not(inner)
    )


def test_clauses_behind_a_condition_of_many_are_for_each() -> None:
    made = promise("t: every area in districts: tyveri <= 5, warn within 2, confidence 95%")
    assert isinstance(made, EveryArea)
    assert isinstance(made.condition, Held)
    assert isinstance(made.condition.rule, Limit)
    assert made.condition.rule.warnings.within is not None
    assert made.condition.confidence == 0.95


def test_it_is_each_indicator_of_a_list_in_turn() -> None:
    assert texts(promise("t: every indicator in crimes: it <= 5")) == [
        "indbrud <= 5",
        "tyveri <= 5",
    ]
    some = promise("t: at least 50% of indicators in crimes: it <= 5")
    assert isinstance(some, Several)
    assert some.least == 1


def test_it_is_found_wherever_a_figure_can_stand() -> None:
    line = "t: every indicator in crimes: sum(it, 2 years) + 98% of it <= if it > 5 then it else 6"
    for member, name in zip(texts(promise(line)), ("indbrud", "tyveri"), strict=True):
        assert member == f"sum({name}, 2 years) + 98% of {name} <= if {name} > 5 then {name} else 6"


def test_a_list_inside_another_has_an_it_of_its_own() -> None:
    inner = "every indicator in crimes: it <= 5"
    made = promise(f"t: every indicator in crimes: any of {{ it <= 9; {inner} }}")
    assert isinstance(made, Several)
    for member, name in zip(made.members, ("indbrud", "tyveri"), strict=True):
        assert isinstance(member, Several)
        assert texts(member) == [f"{name} <= 9"]
        assert texts(member.members[1]) == ["indbrud <= 5", "tyveri <= 5"]


# ------------------------------------------------------------------ periods


def test_since_counts_its_period_and_after_does_not() -> None:
    inner = held("t: tyveri <= 5")
    since = promise("t: every year since 2014: tyveri <= 5")
    assert since == EveryPeriod(Since(year(2014)), Length.YEAR, None, inner)
    after = promise("t: every year after 2014: tyveri <= 5")
    assert after == EveryPeriod(Since(year(2015)), Length.YEAR, None, inner)


def test_a_range_of_periods_may_be_open() -> None:
    inner = held("t: tyveri <= 5")
    fixed = promise("t: at least 2 years in 2014..2018: tyveri <= 5")
    window = Between(year(2014), year(2018))
    assert fixed == EveryPeriod(window, Length.YEAR, Least(2), inner)
    to_now = promise("t: every year in 2014..now: tyveri <= 5")
    assert to_now == EveryPeriod(Since(year(2014)), Length.YEAR, None, inner)


def test_months_of_years() -> None:
    made = promise("t: every month in 2014..2015: opkald <= 5")
    assert isinstance(made, EveryPeriod)
    assert made.window == Between(month(1, 2014), month(12, 2015))
    after = promise("t: every month after 2014: opkald <= 5")
    assert isinstance(after, EveryPeriod)
    assert after.window == Since(month(1, 2015))


def test_latest_periods() -> None:
    inner, latest = held("t: tyveri <= 5"), Latest(3, Length.YEAR)
    running = promise("t: for 3 years running: tyveri <= 5")
    assert running == EveryPeriod(latest, Length.YEAR, None, inner)
    of_latest = promise("t: in 2 of the latest 3 years: tyveri <= 5")
    assert of_latest == EveryPeriod(latest, Length.YEAR, Least(2), inner)


# ------------------------------------------------------------------ conditions by name


def test_a_named_condition_is_written_out_with_its_arguments() -> None:
    made = promise("t: not exposed(40, tyveri)")
    assert isinstance(made, Not)
    assert isinstance(made.condition, Several)
    assert made.condition.least == 2
    limits = [
        member.rule.limit
        for member in made.condition.members
        if isinstance(member, Held) and isinstance(member.rule, Limit)
    ]
    assert limits == [Constant(40), Figure("tyveri"), Constant(10)]


def test_an_argument_can_be_a_subject_and_brings_its_direction() -> None:
    lines = "condition low(x) = x <= 5\nt: low(tryg)"
    assert told(lines) == [("W123", "x <= 5")]
    made = held(lines)
    assert (made.subject, made.direction) == (Figure("tryg"), Direction.HIGHER)


def test_a_named_condition_is_asked_in_its_own_years() -> None:
    made = promise("busy")
    assert made == Valid(PeriodRange(year(2015), year(2017)), held("t: trafik > 100"))


def test_a_named_condition_over_its_own_past() -> None:
    made = promise("t: busy for 5 years running")
    assert isinstance(made, EveryPeriod)
    assert made.window == Latest(5, Length.YEAR)
    assert isinstance(made.condition, Valid)


def test_a_condition_may_build_on_another() -> None:
    made = promise("condition both(n) = all of { busy; exposed(n, n) }\nt: both(5)")
    assert isinstance(made, Several)
    assert isinstance(made.members[0], Valid)
    assert texts(made.members[1]) == ["indbrud > work", "tyveri > school", "utryg > 10"]


def test_a_parameter_hides_a_condition_of_its_name() -> None:
    assert told("condition c(busy) = indbrud > busy\nt: c(5)") == [("W123", "indbrud > busy")]


def test_conditions_that_nothing_uses_are_checked_as_far_as_they_can_be() -> None:
    lines = "tyveri <= 5\ncondition a = indbrdu > 5\ncondition b(n) = tyvri > n, valid 2016..2014"
    assert told(lines) == [("E101", "indbrdu"), ("E101", "tyvri"), ("E134", "2016..2014")]
    assert told("tyveri <= 5\ncondition high = indbrud > 5") == []


def test_two_parameters_of_one_name_are_told() -> None:
    assert told("condition c(n, n) = indbrud < n\nt: c(5, 6)") == [("E102", "n")]


# ------------------------------------------------------------------ for each


def test_targets_for_each_area() -> None:
    made = targets(
        "for each area in districts {\n tyveri <= 5\n l: indbrud <= 6\n monitor utryg\n}"
    )
    assert [(each.id, each.area) for each in made] == [
        ("tyveri in amager", "amager"),
        ("l in amager", "amager"),
        ("utryg in amager", "amager"),
        ("tyveri in valby", "valby"),
        ("l in valby", "valby"),
        ("utryg in valby", "valby"),
    ]
    assert (made[0].title, made[3].title) == ("Tyveri, Amager", "Tyveri, valby")
    assert made[0].text == made[3].text == "tyveri <= 5"
    assert isinstance(made[2].promise, Monitored)


def test_targets_for_each_indicator() -> None:
    made = targets("for each indicator in crimes { it <= 5; less: it -> reduce(20%, by=2020) }")
    assert [(each.id, each.text) for each in made] == [
        ("indbrud", "indbrud <= 5"),
        ("less indbrud", "indbrud -> reduce(20%, by=2020)"),
        ("tyveri", "tyveri <= 5"),
        ("less tyveri", "tyveri -> reduce(20%, by=2020)"),
    ]


def test_targets_for_each_part_of_the_year() -> None:
    made = targets("for each month { opkald <= 5 }")
    assert [each.id for each in made][:2] == ["opkald M01", "opkald M02"]
    assert made[11].part == Part(Length.MONTH, 12)
    quarters = targets("for each quarter { utryg <= 5 }")
    assert [each.id for each in quarters] == ["utryg Q1", "utryg Q2", "utryg Q3", "utryg Q4"]
    halves = targets("for each halfyear { utryg <= 5 }")
    assert [each.id for each in halves] == ["utryg H1", "utryg H2"]


def test_areas_and_months_together() -> None:
    made = targets("for each area in districts { for each month { opkald <= 5 } }")
    assert len(made) == 24
    assert (made[0].id, made[23].id) == ("opkald in amager M01", "opkald in valby M12")


def test_ids_of_for_each_are_unique_too() -> None:
    lines = "indbrud <= 5\nfor each indicator in crimes { it <= 6 }"
    assert [code for code, _ in told(lines)] == ["E114"]


def test_the_goal_goes_with_its_targets() -> None:
    made = targets("goal g, confidence 90% { for each area in districts { tyveri <= 5 } }")
    assert [each.goal for each in made] == ["g", "g"]
    assert target("tyveri <= 5").goal is None
