"""Expressions and arguments: text to tree, and tree to text."""

import pytest

from tryghed_dsl.syntax import nodes
from unit.syntax import trees
from unit.syntax.trees import (
    HERE,
    argument,
    bare,
    call,
    duration,
    limit,
    name,
    number,
    percent,
    periods,
    points,
    reprinted,
    right,
    when,
)

CHOICE = nodes.If(limit("c", ">", "5"), name("a"), name("b"), span=HERE)
RATE = nodes.Rate(name("a"), number("1000"), name("b"), span=HERE)


def milestone(
    year: str, value: nodes.Expression | nodes.Spread, change: str | None = None
) -> nodes.Milestone:
    return nodes.Milestone(when(year), None if change is None else name(change), value, span=HERE)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a per 1000 b", RATE),
        ("98% of a per 1000 b", nodes.ShareOf(percent("98"), RATE, span=HERE)),
        ("-a per 1000 b", nodes.Minus(RATE, span=HERE)),
        ("2 * a per 1000 b", nodes.Product((("*", number("2")), ("*", RATE)), span=HERE)),
        (
            "a[2015] per 1000 b in kbh",
            nodes.Rate(
                nodes.At(name("a"), when("2015"), span=HERE),
                number("1000"),
                nodes.InArea(name("b"), name("kbh"), span=HERE),
                span=HERE,
            ),
        ),
        ("if c > 5 then a else b", CHOICE),
        (
            "if c > 5 then a + 1 else if c > 5 then a else b",
            nodes.If(
                limit("c", ">", "5"),
                nodes.Sum((("+", name("a")), ("+", number("1"))), span=HERE),
                CHOICE,
                span=HERE,
            ),
        ),
        ("(if c > 5 then a else b) + 1", nodes.Sum((("+", CHOICE), ("+", number("1"))), span=HERE)),
        (
            "if exposed then 5 else 6",
            nodes.If(bare(name("exposed")), number("5"), number("6"), span=HERE),
        ),
        (
            "x[2015] in kbh",
            nodes.InArea(nodes.At(name("x"), when("2015"), span=HERE), name("kbh"), span=HERE),
        ),
        ("x in parent", nodes.InArea(name("x"), name("parent"), span=HERE)),
        (
            "(a + b)[2015]",
            nodes.At(
                nodes.Sum((("+", name("a")), ("+", name("b"))), span=HERE), when("2015"), span=HERE
            ),
        ),
    ],
)
def test_expressions(text: str, tree: nodes.Expression) -> None:
    assert right(text) == tree
    assert reprinted(f"x <= {text}") == f"x <= {text}"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("2014..2018", periods("2014", "2018")),
        ("2014/15..2016/17", periods("2014/15", "2016/17")),
        ("2024..now", periods("2024", None)),
        ("3 years", duration("3", "years")),
        ("at least 2", nodes.Least(number("2"), span=HERE)),
        ("at least 90%", nodes.Least(percent("90"), span=HERE)),
        ("y over districts", nodes.Over(name("y"), name("districts"), span=HERE)),
        ("y among oecd", nodes.Over(name("y"), name("oecd"), among=True, span=HERE)),
        (
            "area in districts where y > 10",
            nodes.Counted(name("area"), name("districts"), limit("y", ">", "10"), span=HERE),
        ),
        (
            "month in year where y > 10",
            nodes.Counted(name("month"), name("year"), limit("y", ">", "10"), span=HERE),
        ),
        (
            "year in 2014..2018 where y > 10",
            nodes.Counted(name("year"), periods("2014", "2018"), limit("y", ">", "10"), span=HERE),
        ),
        ("2.1% a year", nodes.Growth(percent("2.1"), name("year"), span=HERE)),
        ("-2% a year", nodes.Growth(percent("-2"), name("year"), span=HERE)),
        ("40%..45%", nodes.Spread(percent("40"), percent("45"), span=HERE)),
        ("1 pp..2 pp", nodes.Spread(points("1"), points("2"), span=HERE)),
        ("20..30", nodes.Spread(number("20"), number("30"), span=HERE)),
        ("2014..20180", nodes.Spread(number("2014"), number("20180"), span=HERE)),
        ("1.5..2.5", nodes.Spread(number("1.5"), number("2.5"), span=HERE)),
        ("3 pp", points("3")),
        ("if c > 5 then a else b", CHOICE),
        ("projection(5 years)", call("projection", duration("5", "years"))),
    ],
)
def test_arguments(text: str, tree: object) -> None:
    assert argument(text) == tree
    assert argument(f"part={text}") == tree
    assert reprinted(f"x <= f({text})") == f"x <= f({text})"


def test_milestones() -> None:
    text = "path={2018: 10, 2019: reduce 8%, 2020H1: a + b, 2021: reduce 8%..9%, 2022: reduce 8..9}"
    total = nodes.Sum((("+", name("a")), ("+", name("b"))), span=HERE)
    entries = (
        milestone("2018", number("10")),
        milestone("2019", percent("8"), "reduce"),
        milestone("2020H1", total),
        milestone("2021", nodes.Spread(percent("8"), percent("9"), span=HERE), "reduce"),
        milestone("2022", nodes.Spread(number("8"), number("9"), span=HERE), "reduce"),
    )
    assert argument(text) == nodes.Milestones(entries, span=HERE)
    assert reprinted(f"x <= f({text})") == f"x <= f({text})"


def test_lines_end_nowhere_in_a_map() -> None:
    spread = "x -> reach(5, path={\n  2018: 10,\n  2019:\n    8\n}, by=2020)"
    assert trees.read(spread) == trees.read("x -> reach(5, path={2018: 10, 2019: 8}, by=2020)")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("f(year=5, from=2008)", "f(year=5, from=2008)"),
        ("(a) per 1000 (b)", "a per 1000 b"),
        ("(a + b) per 1000 c", "(a + b) per 1000 c"),
        ("(if c > 5 then a else b)", "if c > 5 then a else b"),
        ("98% of (a per 1000 b)", "98% of a per 1000 b"),
    ],
)
def test_brackets_stand_where_they_are_needed(text: str, printed: str) -> None:
    assert reprinted(f"x <= {text}") == f"x <= {printed}"
