"""Conditions: text to tree, and tree to text."""

import pytest

from tryghed_dsl.syntax import nodes
from unit.syntax.trees import (
    HERE,
    bare,
    call,
    codes,
    condition,
    duration,
    limit,
    name,
    number,
    percent,
    periods,
    reprinted,
    when,
)

LOW = limit("y", "<=", "5")
EXPOSED = bare(name("exposed"))


def several(amount: str | nodes.Number, *members: nodes.Condition) -> nodes.Several:
    made = tuple(nodes.Member(each, span=HERE) for each in members)
    return nodes.Several(amount, made, span=HERE)


def every(
    amount: str | nodes.Number,
    each: str,
    within: nodes.Name | nodes.Range | nodes.Since,
    inner: nodes.Condition,
) -> nodes.Every:
    return nodes.Every(amount, name(each), within, inner, span=HERE)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("exposed", EXPOSED),
        ("not exposed", nodes.Not(EXPOSED, span=HERE)),
        (
            "not exposed(40, 60)",
            nodes.Not(bare(call("exposed", number("40"), number("60"))), span=HERE),
        ),
        ("not (y <= 5)", nodes.Not(LOW, span=HERE)),
        ("not all of { exposed }", nodes.Not(several("all", EXPOSED), span=HERE)),
        ("all of { y <= 5; exposed }", several("all", LOW, EXPOSED)),
        ("any of { y <= 5; exposed }", several("any", LOW, EXPOSED)),
        (
            "at least 2 of { y <= 5; any of { exposed }; y <= 5 }",
            several(number("2"), LOW, several("any", EXPOSED), LOW),
        ),
        ("every area in districts: y <= 5", every("every", "area", name("districts"), LOW)),
        ("no area in districts: y <= 5", every("no", "area", name("districts"), LOW)),
        (
            "at least 3 areas in districts: y <= 5",
            every(number("3"), "area", name("districts"), LOW),
        ),
        (
            "at least 1 area in districts: y <= 5",
            every(number("1"), "area", name("districts"), LOW),
        ),
        (
            "at least 90% of areas in districts: y <= 5",
            every(percent("90"), "area", name("districts"), LOW),
        ),
        (
            "at least 2 indicators in vaccines: y <= 5",
            every(number("2"), "indicator", name("vaccines"), LOW),
        ),
        (
            "every year since 2014: y <= 5",
            every("every", "year", nodes.Since(when("2014"), span=HERE), LOW),
        ),
        (
            "no quarter after 2014Q1: y <= 5",
            every("no", "quarter", nodes.Since(when("2014Q1"), after=True, span=HERE), LOW),
        ),
        ("every year in 2014..2018: y <= 5", every("every", "year", periods("2014", "2018"), LOW)),
        ("every year in 2014..now: y <= 5", every("every", "year", periods("2014", None), LOW)),
        (
            "at least 3 years since 2014: y <= 5",
            every(number("3"), "year", nodes.Since(when("2014"), span=HERE), LOW),
        ),
        ("for 3 years running: y <= 5", nodes.Running(duration("3", "years"), LOW, span=HERE)),
        ("exposed for 5 years running", nodes.Running(duration("5", "years"), EXPOSED, span=HERE)),
        (
            "exposed(40) for 5 years running",
            nodes.Running(duration("5", "years"), bare(call("exposed", number("40"))), span=HERE),
        ),
        (
            "in 4 of the latest 5 years: y <= 5",
            nodes.OfLatest(number("4"), duration("5", "years"), LOW, span=HERE),
        ),
        (
            "for 2 years running: every area in d: not exposed",
            nodes.Running(
                duration("2", "years"),
                every("every", "area", name("d"), nodes.Not(EXPOSED, span=HERE)),
                span=HERE,
            ),
        ),
    ],
)
def test_conditions(text: str, tree: nodes.Condition) -> None:
    assert condition(text) == tree
    assert condition(f"label: {text}, when {text}") == tree
    assert reprinted(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("(y <= 5)", "y <= 5"),
        ("not y <= 5", "not (y <= 5)"),
        ("not (exposed)", "not exposed"),
        ("for 3 years running: exposed", "exposed for 3 years running"),
        ("not (exposed for 3 years running)", "not (exposed for 3 years running)"),
        ("not for 3 years running: exposed", "not (exposed for 3 years running)"),
        ("for 3 years running: not exposed", "for 3 years running: not exposed"),
        ("for 3 years running: y + z", "for 3 years running: y + z"),
        ("all of {\n  y <= 5\n\n  exposed # here\n}", "all of { y <= 5; exposed }"),
        ("at least 3 area in d: y <= 5", "at least 3 areas in d: y <= 5"),
        ("not(not(exposed))", "not (not exposed)"),
    ],
)
def test_equal_conditions_have_one_wording(text: str, printed: str) -> None:
    assert reprinted(text) == printed
    assert condition(text) == condition(printed)


def test_members_have_clauses_and_the_whole_has_its_own() -> None:
    target = condition('all of { y <= 5, warn within 5%, cite "1"; exposed because "x" }, cite "2"')
    assert isinstance(target, nodes.Several)
    kinds = [[type(clause) for clause in member.clauses] for member in target.members]
    assert kinds == [[nodes.Threshold, nodes.Cite], [nodes.Because]]


def test_the_right_side_and_both_bounds_may_be_calculated() -> None:
    band = condition("x between y - 1 and 98% of z")
    assert isinstance(band, nodes.Band)
    assert isinstance(band.low, nodes.Sum)
    assert isinstance(band.high, nodes.ShareOf)


def test_an_area_behind_a_bound_belongs_to_the_bound() -> None:
    band = condition("x between 1 and 5 in kbh")
    assert isinstance(band, nodes.Band)
    assert band.high == nodes.InArea(number("5"), name("kbh"), span=HERE)


def test_an_area_behind_a_baseline_belongs_to_the_baseline() -> None:
    read = condition("x <= baseline(2015) in kbh")
    assert isinstance(read, nodes.Limit)
    assert read.limit == nodes.InArea(call("baseline", number("2015")), name("kbh"), span=HERE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not exposed for 5 years running\n", [("E028", 1, 1)]),
        ('x: not exposed(1) for 5 years running, cite "2"\n', [("E028", 1, 4)]),
        ("if c then a else b >= 4\n", [("E027", 1, 1)]),
        ("x <= 1 + if c then a else b\n", [("E027", 1, 10)]),
        ("x between if c then a else b and 5\n", [("E027", 1, 11)]),
        ("if c then x <= 5\n", [("E030", 1, 1)]),
        ("x <= if c then a else b >= 4\n", [("E025", 1, 25)]),
        ("x <= 5 and y <= 6\n", [("E029", 1, 8)]),
        ("x <= 5, when y > 6 or z\n", [("E029", 1, 20)]),
        ("x between 5 or 6\n", [("E010", 1, 13)]),
        ("x <= 5 for 3 years running\n", [("E031", 1, 8)]),
        ("x <= 5 in 4 of the latest 5 years\n", [("E031", 1, 8)]),
        ("x <= 5 every year since 2014\n", [("E031", 1, 8)]),
        ("x inkbh <= 5\n", [("E033", 1, 3)]),
        ("x <= mean(a, 2,5)\n", [("E017", 1, 14)]),
        ("x <- 5\n", [("E021", 1, 3)]),
        ("x <= 1.000\n", [("E018", 1, 6)]),
        ("all of { }\n", [("E011", 1, 9)]),
        ("x <= if c then a\n", [("E011", 1, 17)]),
        ("x <= f({2018: 10})\n", [("E010", 1, 8)]),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(text) == expected
