"""What a mistake spoils: its own line, and no other."""

import pytest

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.syntax.printer import statement
from tryghed_dsl.text.source import Source

SIX = """\
agreement "A" {
  valid 2017..2020
  area amager
}
area amager
indicator indbrud "Indbrud" count
goal g "G" {
  indbrud <= 48 cite "x"
  utryg -> approach(kbh, by=2020
  a = 5
  b <= 5 <= 7
  c <=
  fine <= 3
}
monitor fine2
"""


def codes(text: str) -> list[tuple[str, int]]:
    _, found = parse(Source("t", text))
    return sorted((f.code, f.spans[0].place.line) for f in found)


def test_six_mistakes_are_six_findings_each_on_its_line() -> None:
    assert codes(SIX) == sorted(
        [("E019", 8), ("E012", 9), ("E026", 10), ("E025", 11), ("E011", 12), ("E019", 6)]
    )


def test_what_is_right_is_read_all_the_same() -> None:
    tree, _ = parse(Source("t", SIX))
    kept = [statement(each) for each in tree.statements]
    assert kept[-1] == "monitor fine2"
    assert "  fine <= 3" in kept[-2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("goal a {\n  x <= 1\ngoal b {\n  y <= 2\n}\n", [("E012", 1)]),
        ("x <= baseline(2015\ny <= 2\n", [("E012", 1)]),
        ("x <= 1)\ny <= 2\n", [("E013", 1)]),
        ("x <= 1\n}\ny <= 2\n", [("E013", 2)]),
        ("goal a {\n  x <= (1\n}\ny <= 2\n", [("E012", 2)]),
        ("x <= (a[2015)\ny <= 2\n", [("E012", 1)]),
        ("x -> reach(5, path={2018: 10)\ny <= 2\n", [("E012", 1)]),
        ("x -> reach(5, path={2018: 10\ny <= 2\n", [("E012", 1)]),
        ("x -> reach(5, path=2018: 10})\ny <= 2\n", [("E013", 1)]),
        ("not (x <= 1\nnot y\n", [("E012", 1)]),
        ("x: all of {\n  a <= 1\ny <= 2\n", [("E012", 1)]),
        ("goal g {\n  x: all of {\n    a <= 1\n  y <= 2\n}\nz <= 3\n", [("E012", 2)]),
        ("goal g {\n  x: all of { a <= 1\n  y <= 2\n}\nz <= 3\n", [("E012", 2)]),
        ("goal g {\n  x: all of {\n    a <= 1\ngoal h {\n}\n", [("E012", 1), ("E012", 2)]),
        ("x: all of {\n  a <= (1\n  b <= 2\n}\ny <= 2\n", [("E012", 2)]),
        ("x: all of {\n  a <= 1\n}\n}\ny <= 2\n", [("E013", 4)]),
        ("not (all of { x <= (1 })\ny <= 2\n", [("E012", 1)]),
        ("goal g {\n  x -> reach(5, path=2018: 10})\n  y <= 2\n}\n", [("E013", 2)]),
        ("goal g {\n  x <= f(1 }\ny <= (2)\n", [("E012", 2)]),
        ("x: all of {\n  a <= 1)\n}\ny <= 2\n", [("E013", 2)]),
    ],
)
def test_brackets(text: str, expected: list[tuple[str, int]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "x <= 1,\n  warn within 5%\n",
        "samlet: a +\n  b <= 5\n",
        "x -> approach(kbh,\n  by=2020,\n  close=50%\n)\n",
        "x <=\n  48\n",
        "goal g { a <= 1; b <= 2 }\n",
        "goal g {\n  a <= 1 # one\n\n  # two\n}\n",
        "x <=\n  a, when y > 5\n",
        "x <=\n  if y > 5 then 3 else 4\n",
        "count(\n  area in districts where y > 10\n) <= 5\n",
        "count(area in districts\n  where y > 10) <= 5\n",
        "x <= f(\n  if a > 5\n  then 3\n  else 4,\n  mean(y\n    over districts)\n)\n",
        "x -> grow(2%\n  a year, from=\n  2008)\n",
        "x <= f(3\n  years, y per 1000\n  z)\n",
        "x -> reach(5, path={\n  2018: 10,\n  2019:\n    reduce\n    8%\n})\n",
        'x: all of {\n  a <= 1; b <= 2\n\n  # why\n  c <=\n    3\n}, cite "2",\n  when d\n',
        "not (all of {\n  a\n  b\n}\n)\n",
        "x: all of { a; any of {\n  b\n  c\n}; d }\n",
    ],
)
def test_where_a_statement_goes_on(text: str) -> None:
    assert codes(text) == []


def test_windows_line_ends_and_composed_letters_are_the_same_text() -> None:
    tree, found = parse(Source("t", "monitor ha\u030arv\r\nx <= 1\r\n"))
    assert found == []
    assert [statement(each) for each in tree.statements] == ["monitor hårv", "x <= 1"]


@pytest.mark.parametrize("operator", ["<=", "<", ">=", ">", "=="])
@pytest.mark.parametrize("word", ["goal", "area", "test", "monitor", "valid", "warn", "by", "of"])
def test_a_keyword_before_a_comparison_is_a_name(word: str, operator: str) -> None:
    assert codes(f"{word} {operator} 5\n") == []
    assert codes(f"{word}: x {operator} 5\n") == []


def test_a_mistake_in_a_composition_spoils_its_own_line() -> None:
    text = (
        "x: at least 2 of {\n  a <= 1\n  b = 2\n  c <= 3, wran within 5%\n  d\n}, cite 5\ny <= 1\n"
    )
    assert codes(text) == [("E010", 4), ("E010", 6), ("E026", 3)]
    tree, _ = parse(Source("t", text.replace("cite 5", 'cite "5"')))
    kept = [statement(each) for each in tree.statements]
    assert kept == ['x: at least 2 of { a <= 1; d }, cite "5"', "y <= 1"]
    target = tree.statements[0]
    assert isinstance(target, nodes.Target)
    assert isinstance(target.condition, nodes.Several)
    assert target.condition.damaged


def test_a_composition_without_a_readable_condition_is_no_target() -> None:
    tree, found = parse(Source("t", "x: all of {\n  a = 1\n}\n"))
    assert [finding.code for finding in found] == ["E026"]
    assert tree.statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "x: all { a <= 1; b <= 2 }\n",
        "x: at least 2 { a <= 1; b <= 2 }\n",
        "x: none of { a <= 1; b <= 2 }\n",
    ],
)
def test_a_composition_that_begins_wrongly_is_one_mistake(text: str) -> None:
    assert len(codes(text)) == 1


@pytest.mark.parametrize(
    ("text", "deep"),
    [
        ("{}x{}", ("all of { ", " }")),
        ("x <= {}1{}", ("(", ")")),
        ("{}x{}", ("not ", "")),
        ("x <= {}1{}", ("-", "")),
        ("x <= {}1{}", ("if c then 1 else ", "")),
        ("{}x{}", ("every area in d: ", "")),
    ],
)
def test_fifty_may_stand_inside_each_other(text: str, deep: tuple[str, str]) -> None:
    fifty = text.format(deep[0] * 50, deep[1] * 50)
    more = text.format(deep[0] * 51, deep[1] * 51)
    assert codes(f"{fifty}\n") == []
    assert codes(f"{more}\n") == [("E004", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "x <= " + " + ".join(["-1"] * 300),
        "x <= f(" + ", ".join(["if c then -a else b"] * 300) + ")",
        "x: all of { " + "; ".join(["not a"] * 300) + " }",
        "x -> f(path={" + ", ".join(["2018: -1"] * 300) + "})",
    ],
)
def test_what_stands_side_by_side_is_not_deep(text: str) -> None:
    assert codes(f"{text}\n") == []
