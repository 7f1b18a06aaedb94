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


# ------------------------------------------------------------------ what cannot be read


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # One line of a goal: it stays as it is typed, and the others keep their columns.
        (
            "goal g {\n    a<=5\n      utryg   <=  <= 4 # c\n  længere<=3\n}\n",
            "goal g {\n  a       <= 5\n      utryg   <=  <= 4 # c\n  længere <= 3\n}\n",
        ),
        # The head of a block: what stands inside is laid out.
        (
            "goal  g  g{\n a<=5\n\n\n b<=4 }\nx<=3\n",
            "goal  g  g{\n  a <= 5\n\n  b <= 4\n}\nx <= 3\n",
        ),
        # Braces too many and too few are neither taken away nor added.
        ("x<=5\n\n}\n\n\ny  <=4\n", "x <= 5\n\n}\n\ny <= 4\n"),
        # Signs that the language does not have.
        ("x<=5\n  § 2.  stk\n\n\ny<=4", "x <= 5\n  § 2.  stk\n\ny <= 4\n"),
        # A statement on several lines stays whole, with its comments and empty lines.
        (
            "x <= f(1,\n\n   # why\n  2 3)  \nlonger<=4\n",
            "x <= f(1,\n\n   # why\n  2 3)  \nlonger <= 4\n",
        ),
        # What shares a line with something that cannot be read stays beside it.
        ("goal g { a<=5; b <= <= 4 }\nx<=5\n", "goal g { a<=5; b <= <= 4 }\nx <= 5\n"),
        # A composition that is never closed keeps what stands in it, and nothing else.
        (
            "x<=5\nwhole: all of {\n  a <= 10,warn within 1\n  b<=4\n\ngoal g {\n c<=5 }\n",
            "x <= 5\nwhole: all of {\n  a <= 10,warn within 1\n  b<=4\n\ngoal g {\n  c <= 5\n}\n",
        ),
        # Nothing can be read, for brackets are too deep.
        (f"x<=5\n\n\ny  <= {'(' * 60}\n", f"x<=5\n\ny  <= {'(' * 60}\n"),
    ],
)
def test_lines_that_cannot_be_read_are_kept(before: str, after: str) -> None:
    once = laid_out(before)
    assert once == after
    assert laid_out(once) == once
    assert "".join(once.split()) == "".join(before.split())


def test_a_goal_that_is_never_closed_does_not_take_the_next_one_in() -> None:
    text = "x<=5\ngoal g {\n  a<=5\n\ngoal h {\n  b<=4\n}\n"
    assert laid_out(text) == "x <= 5\ngoal g {\n  a <= 5\n\ngoal h {\n  b <= 4\n}\n"
