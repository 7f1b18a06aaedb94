"""How specs are laid out: compositions, maps and columns."""

import pytest

from tryghed_dsl.syntax.formatter import formatted
from tryghed_dsl.text.source import Source


def laid_out(text: str) -> str:
    return formatted(Source("made", text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("all  of{a<=5 ;b}\n", "all of { a <= 5; b }\n"),
        (
            "goal g {\nx: all of { a <= 5\nlængere<=5,warn within 5% # c\n\n# own\nb\n"
            '},cite "2"# d\n}\n',
            "goal g {\n"
            "  x: all of {\n"
            "    a       <= 5\n"
            "    længere <= 5, warn within 5%  # c\n"
            "\n"
            "    # own\n"
            "    b\n"
            '  }, cite "2"  # d\n'
            "}\n",
        ),
        (
            'x <= 5,\nwhen any of {\na; all of {\nb\n}\n}, cite "2"\n',
            "x <= 5,\n"
            "    when any of {\n"
            "      a\n"
            "      all of {\n"
            "        b\n"
            "      }\n"
            '    }, cite "2"\n',
        ),
        ("x: all of {\na\n}\n", "x: all of {\n  a\n}\n"),
        ("all of { # why\na\n}\n", "all of {\n  # why\n  a\n}\n"),
        (
            "x -> reach( 5,path = { 2018 : 10 ,2019:reduce 8 % } , by=2020 )\n",
            "x -> reach(5, path={2018: 10, 2019: reduce 8%}, by=2020)\n",
        ),
        (
            "x -> reach(5, path={\n2018: 10,\n2019: -8\n}, by=2020)\n",
            "x -> reach(5, path={\n    2018: 10,\n    2019: -8\n    }, by=2020)\n",
        ),
        ("x<=5,judge = projection( 5 years )\n", "x <= 5, judge=projection(5 years)\n"),
        ("source s, half - yearly\n", "source s, half-yearly\n"),
        ("x <= if c then - 3 else(4)\n", "x <= if c then -3 else (4)\n"),
        ("x between - 5 and - 3\n", "x between -5 and -3\n"),
        ("not(a <= 5)\n", "not (a <= 5)\n"),
        ('test "t" { given x[2018]=9(n 5000) }\n', 'test "t" {\n  given x[2018] = 9 (n 5000)\n}\n'),
        ("for each month{x<=5}\n", "for each month {\n  x <= 5\n}\n"),
        ("x <= f(40 % .. 45 %,2014 .. now)\n", "x <= f(40%..45%, 2014..now)\n"),
    ],
)
def test_layout(before: str, after: str) -> None:
    assert laid_out(before) == after
    assert laid_out(after) == after


def test_targets_compare_below_each_other() -> None:
    assert laid_out("count(month in year where o > 120) <= 5\nx <= 4, when y > 3\n") == (
        "count(month in year where o > 120) <= 5\n"
        "x                                  <= 4, when y > 3\n"
    )


def test_what_does_not_begin_with_its_subject_stands_in_no_column() -> None:
    text = "x <= 4\nevery area in districts: utryg <= 5\nlonger <= 3\ncondition busy = y > 3\n"
    assert laid_out(text) == text


def test_lists_and_numbers_stand_in_columns_of_their_own() -> None:
    assert laid_out('let most "M" = 5\nlet b = 4\nareas d = a\nareas low = d where x < 5\n') == (
        'let most "M" = 5\nlet b    = 4\nareas d   = a\nareas low = d where x < 5\n'
    )
