"""What a mistake spoils: its own line, and no other."""

import pytest

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
