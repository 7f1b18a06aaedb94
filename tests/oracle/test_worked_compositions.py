"""The oracle on compositions: the texts' rules, worked out by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest

from oracle import model as m
from oracle.examples import SPEC, X, Y, num, said, table
from oracle.meaning_compositions import together
from oracle.tables import Figure, Figures
from oracle.verdicts import Judged

PASS, WARN, FAIL = Judged("pass", "met"), Judged("warn", "near-miss"), Judged("fail", "missed")
UNKNOWN = Judged("unknown", "missing-figure")
NOT_DUE, NOT_APPLICABLE = Judged("pending", "not-due"), Judged("pending", "not-applicable")
BEHIND = Judged("warn", "behind")


@pytest.mark.parametrize(
    ("found", "amount", "verdict"),
    [
        ([PASS, WARN, FAIL], "all", "fail missed"),
        ([PASS, WARN], "all", "warn near-miss"),
        ([PASS, WARN, FAIL], "any", "pass met"),
        ([PASS, WARN, FAIL], 2, "warn near-miss"),
        ([BEHIND, FAIL, WARN], 2, "warn behind"),
        # unknown decides nothing where it cannot turn the verdict
        ([UNKNOWN, FAIL], "all", "fail missed"),
        ([UNKNOWN, WARN], "all", "unknown missing-figure"),
        ([UNKNOWN, PASS], "any", "pass met"),
        ([UNKNOWN, WARN], "any", "unknown missing-figure"),
        ([UNKNOWN, PASS, PASS], 2, "pass met"),
        ([UNKNOWN, PASS, FAIL, FAIL], 3, "fail missed"),
        # ruling 27
        ([NOT_APPLICABLE, PASS], "all", "pass met"),
        ([NOT_APPLICABLE, FAIL], "any", "fail missed"),
        ([NOT_DUE, WARN], "all", "warn near-miss"),
        ([NOT_DUE, FAIL], "any", "pending not-due"),
        ([NOT_DUE, PASS], "any", "pass met"),
        ([NOT_DUE, UNKNOWN], "any", "unknown missing-figure"),
        ([NOT_DUE, NOT_DUE], "all", "pending not-due"),
        # C4
        ([], "all", "pending not-applicable"),
        ([NOT_APPLICABLE, PASS], 2, "pending not-applicable"),
        ([NOT_APPLICABLE, NOT_APPLICABLE], "any", "pending not-applicable"),
    ],
)
def test_several_together(found: list[Judged], amount: str | int, verdict: str) -> None:
    judged = together(found, amount)
    assert f"{judged.verdict} {judged.reason}" == verdict


def test_a_share_of_the_members_that_count() -> None:
    """C3: 90 % of four is four, of ten nine; `not-applicable` is none that counts."""
    most = m.Least(Fraction(90), share=True)
    assert together([PASS] * 9 + [FAIL], most).verdict == "pass"
    assert together([PASS] * 3 + [FAIL], most).verdict == "fail"
    assert together([PASS] * 3 + [NOT_APPLICABLE], most).verdict == "pass"


def test_not_turns_what_holds() -> None:
    """C2: a warn of a trajectory does not hold."""
    limit = m.Limit(X, "<=", num(5))
    assert said(m.Not(limit), table(x={2018: 5}), 2018) == "fail missed"
    assert said(m.Not(limit), table(x={2018: 6}), 2018) == "pass met"
    assert said(m.Not(limit), table(), 2018) == "unknown missing-figure"
    reach = m.Trajectory(X, m.Objective("reach", num(0), by=2020, since=2016))
    behind = table(x={2016: 10, 2018: 6})
    assert said(reach, behind, 2018) == "warn behind"
    assert said(m.Not(reach), behind, 2018) == "pass met"
    assert said(m.Not(reach), behind, 2016) == "pending not-started"


def test_quantifiers_over_years() -> None:
    """Ruling 30 and C5: since 2014 includes 2014, after 2014 does not."""
    limit = m.Limit(X, "<=", num(5))
    figures = table(x={2014: 9, 2015: 5, 2016: 5, 2017: 5, 2018: 6})
    since = m.Every("every", "year", m.Since(2014), limit)
    after = m.Every("every", "year", m.Since(2014, after=True), limit)
    assert said(since, figures, 2017) == "fail missed"
    assert said(after, figures, 2017) == "pass met"
    assert said(since, figures, 2013) == "pending not-started"
    assert said(after, figures, 2014) == "pending not-started"
    none = m.Every("no", "year", m.Since(2015), m.Limit(X, ">", num(5)))
    assert said(none, figures, 2017) == "pass met"
    assert said(none, figures, 2018) == "fail missed"
    three = m.Every(m.Least(Fraction(3)), "year", m.Since(2014), limit)
    assert said(three, figures, 2018) == "pass met"
    assert said(m.Running(3, limit), figures, 2017) == "pass met"
    assert said(m.Running(3, limit), figures, 2018) == "fail missed"
    assert said(m.OfLatest(3, 5, limit), figures, 2018) == "pass met"
    assert said(m.OfLatest(4, 5, limit), figures, 2018) == "fail missed"


def test_a_past_year_is_judged_within_its_own_series() -> None:
    """Ruling 8: inside a quantifier over years the judged year is that year."""
    limit = m.Limit(X, "<=", m.Previous(X))
    figures = table(x={2014: 9, 2015: 8, 2016: 7, 2017: 6})
    broken = replace(SPEC, breaks=(m.Break(2017, "x"),))
    span = m.Every("every", "year", m.Span(2015, 2016), limit)
    assert said(span, figures, 2017, spec=broken) == "pass met"
    assert said(m.Running(2, limit), figures, 2017, spec=broken) == "unknown series-break"


DISTRICTS = replace(
    SPEC,
    areas=(m.Area("kbh"), *(m.Area(name, "kbh") for name in ("own", "p", "q"))),
    area_lists=(
        m.AreaList("districts", ("own", "p", "q")),
        m.AreaList("inside", inside="kbh"),
        m.AreaList("low", ("districts",), where=m.Limit(m.At(Y, 2015), "<", num(85))),
    ),
    indicator_lists=(("both", ("x", "y")),),
)


def _figures(x: dict[str, int], y: dict[str, int]) -> Figures:
    found = {("x", area, 2018): Figure(Fraction(value)) for area, value in x.items()}
    found |= {("y", area, 2015): Figure(Fraction(value)) for area, value in y.items()}
    return Figures(found)


def test_quantifiers_over_areas() -> None:
    limit = m.Limit(X, "<=", num(5))
    figures = _figures({"own": 4, "p": 5, "q": 6}, {"own": 80, "p": 84, "q": 85})
    for areas, verdict in (
        ("districts", "fail missed"),
        ("inside", "fail missed"),
        ("low", "pass met"),
    ):
        every = m.Every("every", "area", areas, limit)
        assert said(every, figures, 2018, spec=DISTRICTS) == verdict
    two = m.Every(m.Least(Fraction(2)), "area", "districts", limit)
    assert said(two, figures, 2018, spec=DISTRICTS) == "pass met"
    none = m.Every("no", "area", "low", limit)
    assert said(none, figures, 2018, spec=DISTRICTS) == "fail missed"
    # a member whose membership is unknown is unknown itself; an empty list is pending (C4)
    unsure = _figures({"own": 4, "p": 5, "q": 6}, {"own": 80, "p": 84})
    every = m.Every("every", "area", "low", limit)
    assert said(every, unsure, 2018, spec=DISTRICTS) == "unknown missing-figure"
    empty = _figures({"own": 4}, {"own": 90, "p": 90, "q": 90})
    assert said(every, empty, 2018, spec=DISTRICTS) == "pending not-applicable"


def test_quantifiers_over_indicators() -> None:
    it = m.Limit(m.Name("it"), ">=", num(90))
    every = m.Every("every", "indicator", "both", it)
    assert said(every, table(x={2018: 90}, y={2018: 91}), 2018, spec=DISTRICTS) == "pass met"
    assert said(every, table(x={2018: 90}, y={2018: 89}), 2018, spec=DISTRICTS) == "fail missed"


def test_named_conditions_with_parameters_and_a_past() -> None:
    over = m.NamedCondition("over", m.Limit(X, ">", m.Name("most")), ("most",))
    once = m.NamedCondition(
        "once", m.Named("over", (num(3),)), clauses=m.Clauses(valid=m.Span(2014, 2017))
    )
    spec = replace(SPEC, conditions=(over, once))
    figures = table(x={2016: 6, 2017: 6, 2018: 6})
    assert said(m.Named("over", (num(5),)), figures, 2018, spec=spec) == "pass met"
    assert said(m.Not(m.Named("over", (num(6),))), figures, 2018, spec=spec) == "pass met"
    assert said(m.Running(3, m.Named("over", (num(5),))), figures, 2018, spec=spec) == "pass met"
    assert said(m.Named("once"), figures, 2018, spec=spec) == "pending not-applicable"
    assert said(m.Named("once"), figures, 2017, spec=spec) == "pass met"
