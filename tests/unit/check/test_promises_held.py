"""One subject under a rule: limits, how a miss is judged, and how sure it has to be."""

import pytest

from tryghed_dsl.check.conditions import Held, Limit, Margin, Not, Operator, Several, Warnings
from tryghed_dsl.check.objectives import Projection
from tryghed_dsl.check.terms import Between, Constant, Normal
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import Direction
from unit.check.promises_text import AGREEMENT, held, limit, promise, target, targets, told, year


def test_a_limit_keeps_its_warnings_and_its_wording() -> None:
    made = held("indbrud<=45, warn within 5%, warn above 40")
    assert made.rule == Limit(
        Operator.AT_MOST, Constant(45), Warnings(Margin(0.05, relative=True), Constant(40))
    )
    assert made.text == "indbrud <= 45, warn within 5%, warn above 40"
    assert made.direction is Direction.LOWER


def test_a_limit_can_be_judged_by_where_its_trend_leads() -> None:
    rule = limit("indbrud <= 45, judge=projection(5 years)")
    assert rule.projection == Projection(5, Length.YEAR)


@pytest.mark.parametrize(("sign", "upper"), [("<=", True), ("<", True), (">=", False)])
def test_the_normal_band_has_an_upper_and_a_lower_end(sign: str, *, upper: bool) -> None:
    end = limit(f"trafik {sign} normal(2014..2018)").limit
    assert isinstance(end, Normal)
    assert end.window == Between(year(2014), year(2018))
    assert end.upper is upper


def test_nothing_is_equal_to_the_normal_band() -> None:
    line = "trafik == normal(2014..2018)"
    assert told(line) == [("E176", line)]


# ------------------------------------------------------------------ confidence


def level(spec_lines: str, agreement: str = AGREEMENT) -> float | None:
    return held(spec_lines, agreement).confidence


SURE = AGREEMENT.replace("  area kbh\n", "  area kbh\n  confidence 80%\n")


def test_the_nearest_level_of_confidence_holds() -> None:
    assert level("tyveri <= 5") is None
    assert level("tyveri <= 5", SURE) == 0.8
    assert level("goal g, confidence 90% { tyveri <= 5 }", SURE) == 0.9
    assert level("goal g {\n confidence 90%\n tyveri <= 5\n}", SURE) == 0.9
    assert level("goal g, confidence 90% { tyveri <= 5, confidence 99.8% }", SURE) == 0.998


def test_a_level_reaches_the_members_of_a_composition() -> None:
    made = promise("t: all of { indbrud <= 5, confidence 98%; tyveri <= 6 }, confidence 99%")
    assert isinstance(made, Several)
    assert [member.confidence for member in made.members if isinstance(member, Held)] == [
        0.98,
        0.99,
    ]


def test_what_only_holds_or_does_not_has_no_level() -> None:
    made = promise("t: not indbrud > 5", SURE)
    assert isinstance(made, Not)
    assert isinstance(made.condition, Held)
    assert made.condition.confidence is None


def test_a_limit_judged_by_its_trend_has_no_level() -> None:
    assert level("tyveri <= 5, judge=projection(5 years)", SURE) is None


def test_a_level_that_there_is_no_table_for_is_told_once() -> None:
    assert told("tyveri <= 5, confidence 97%") == [("E169", "97%")]
    assert told("goal g, confidence 96% { tyveri <= 5 }") == [("E169", "96%")]


# ------------------------------------------------------------------ clauses of a target


def test_a_target_may_be_judged_only_where_a_condition_holds() -> None:
    made = target("tyveri <= 5, when trafik > 100, valid 2015..2020, latest within 2 years")
    assert isinstance(made.applies, Held)
    assert made.applies.text == "trafik > 100"
    assert made.valid is not None
    assert str(made.valid) == "2015..2020"
    assert made.latest is not None
    assert (made.latest.count, made.latest.length) == (2, Length.YEAR)


def test_a_target_that_is_never_judged_is_told() -> None:
    assert told("tyveri <= 5, valid 2031..2032") == [("E183", "valid 2031..2032")]
    assert told("tyveri <= 5, valid 2030..2032") == []


def test_ids_are_labels_or_the_one_name_that_a_target_is_about() -> None:
    lines = "tyveri <= 5\nl: indbrud <= 6\nbusy\nn: not busy\nmonitor utryg"
    assert [made.id for made in targets(lines)] == ["tyveri", "l", "busy", "n", "utryg"]


def test_the_title_is_that_of_the_indicator_or_of_the_condition() -> None:
    lines = 'l: tyveri <= 5\ncondition c "Rolig" = tyveri < 9\nc\nbusy\ne: not busy'
    titles = {made.id: made.title for made in targets(lines)}
    assert titles == {"l": "Tyveri", "c": "Rolig", "busy": "busy", "e": "e"}
