"""The remark that chance alone would break a strict limit more than one year in five."""

import math

import pytest

from tryghed_dsl.check.remarks.chance_remark import up_to
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language
from unit.check.promises_text import findings

STATED = """\
indicator a "A", count, lower is better, baseline 2014 = 48
indicator b "B", count, lower is better, baseline 2014 = 128
indicator c "C", count, lower is better, baseline 2014 = 66
indicator d "D", count, lower is better, baseline 2014 = 21
indicator s "S" = a + b + c + d, lower is better
indicator share "E", percent, lower is better, baseline 2014 = 12
indicator more "F", count, higher is better, baseline 2014 = 48
indicator near "G", count, lower is better, baseline 2014 = 48 in amager
indicator `a month` "H", count, from log, lower is better, baseline 2014M01 = 48
"""


def remarks(lines: str) -> list[tuple[str, float]]:
    """The subject of each remark, with the years in a hundred that it names."""
    found = [each for each in findings(STATED + lines) if each.code == "W181"]
    assert len(findings(STATED + lines)) == len(found), "nothing else is told"
    return [(each.spans[0].text, float(str(each.args["share"]))) for each in found]


@pytest.mark.parametrize(
    ("count", "expected", "share"),
    # Cumulative Poisson probabilities as tables print them.
    [(1, 1.0, 0.7358), (2, 2.0, 0.6767), (5, 5.0, 0.6160), (10, 10.0, 0.5830), (4, 8.0, 0.0996)],
)
def test_poisson_probabilities(count: int, expected: float, share: float) -> None:
    assert up_to(count, expected) == pytest.approx(share, abs=5e-5)


def test_nothing_is_less_than_no_count_and_none_is_all_there_is_of_none() -> None:
    assert up_to(-1, 5.0) == 0.0
    assert up_to(0, 0.0) == 1.0


def test_the_four_crime_counts_of_an_agreement() -> None:
    """With no change at all, one of the four lies above its baseline in 92 % of years."""
    none = math.prod(up_to(count, float(count)) for count in (48, 128, 66, 21))
    assert 1 - none == pytest.approx(0.92, abs=0.005)


def test_large_counts_go_on_where_small_ones_end() -> None:
    """At its own mean m a Poisson number lies up to m in 1/2 + 2/(3·√(2πm)) of cases."""
    for mean in (499.0, 501.0, 2000.0):
        share = 0.5 + 2 / (3 * math.sqrt(2 * math.pi * mean))
        assert up_to(int(mean), mean) == pytest.approx(share, abs=0.006)


@pytest.mark.parametrize(
    ("line", "name", "share"),
    [
        ("a <= baseline(2014)", "a", 46),
        ("d <= baseline(2014)", "d", 44),
        ("a <= 48", "a", 46),
        ("a < 49", "a", 46),
        ("s <= baseline(2014)", "s", 48),
        ("more >= baseline(2014)", "more", 48),
        ("t: all of { share <= 12; a <= baseline(2014) }", "a", 46),
        ("for each area in districts { near <= baseline(2014) }", "near", 46),
        ("for each area in districts { near <= 48 }", "near", 46),
    ],
)
def test_strict_limits_at_a_baseline(line: str, name: str, share: int) -> None:
    (told,) = remarks(line)
    assert told[0] == name
    assert told[1] == pytest.approx(share, abs=1)


@pytest.mark.parametrize(
    "line",
    [
        "a <= baseline(2014), confidence 95%",
        "a <= baseline(2014), warn within 5%",
        "a <= baseline(2014), judge=projection(5 years)",
        "goal g, confidence 95% { a <= baseline(2014) }",
        "t: not a > baseline(2014)",
        "share <= baseline(2014)",
        "a == baseline(2014)",
        # what is stated holds for the agreement's own area, or for the one that it names
        "for each area in districts { a <= baseline(2014) }",
        "every_area: every area in districts: a <= baseline(2014)",
        "near <= baseline(2014)",
        # 58 is as far above 48 as chance gets in one year of twelve
        "a <= 57",
        "a <= 120% of baseline(2014)",
        # these ask for a change
        "a <= 40",
        "a <= 90% of baseline(2014)",
        # nothing is known of this one
        "tyveri <= 5",
        "a <= tyveri",
    ],
)
def test_no_remark(line: str) -> None:
    assert remarks(line) == []


def test_a_limit_on_monthly_figures_is_broken_in_so_many_months() -> None:
    (told,) = [each for each in findings(f"{STATED}`a month` <= 48") if each.code == "W181"]
    assert "on `a month` in about 46 of 100 months" in said(told, Language.EN).message
    assert (
        "alene på grund af tilfældigheder i omkring 46 af 100 måneder"
        in said(told, Language.DA).message
    )


def test_the_remark_names_the_indicator_that_it_stands_for() -> None:
    lines = f"{STATED}indicators both = a, b\nfor each indicator in both {{ it <= baseline(2014) }}"
    (told,) = [each for each in findings(lines) if each.code == "W181"]
    assert told.args["name"] == "a"


def test_one_remark_a_goal() -> None:
    goals = "goal g { a <= baseline(2014); b <= baseline(2014) }\ngoal h { c <= baseline(2014) }"
    assert [name for name, _ in remarks(f"{goals}\nd <= baseline(2014)")] == ["a", "c", "d"]
