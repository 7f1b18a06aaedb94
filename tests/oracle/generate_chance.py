"""Random targets that ask what chance explains."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from oracle import model as m
from oracle.generate import Plan
from oracle.generate_expressions import simple, with_districts
from oracle.generate_limits import clauses, operator
from oracle.generate_trajectories import amount, approach, between, growth

LEVELS = tuple(Fraction(level) for level in ("95", "95", "80", "90", "98", "99", "99.8"))


def limits(plan: Plan) -> None:
    """Limits on counts, on shares of surveys, and on what has limits of its own or none."""
    _surveys(plan)
    if plan.family == "count" and plan.draw.chance(20):
        terms = (("+", m.Name("a")), (plan.draw.choice(["+", "+", "-"]), m.Name("b")))
        stated = (m.Stated(2014, plan.amount()),) if plan.draw.chance(40) else ()
        plan.indicators.append(m.Indicator("s", "count", stated=stated, formula=m.Sum(terms)))
    for _ in range(6):
        condition, given = _limit(plan)
        if plan.draw.chance(60):
            given = replace(given, confidence=plan.draw.choice(LEVELS))
        plan.add(condition, given)


def _surveys(plan: Plan) -> None:
    """Figures with numbers of answers, surveys with a design, and perhaps a level for all."""
    plan.surveyed = True
    if plan.draw.chance(50):
        plan.confidence = plan.draw.choice(LEVELS)
    if plan.family == "percent" and plan.draw.chance(40):
        design = Fraction(plan.draw.integer(10, 20), 10)
        plan.indicators = [replace(each, design=design) for each in plan.indicators]


def _limit(plan: Plan) -> tuple[m.Condition, m.Clauses]:
    draw = plan.draw
    given = clauses(plan) if draw.chance(20) else m.Clauses()
    if draw.chance(10):
        low = plan.amount()
        return m.Band(_subject(plan), m.Num(low), m.Num(low + plan.small())), given
    if plan.family == "count" and draw.chance(15):
        rate = m.Rate(m.Name("a"), 1000, m.Name("b"))
        return m.Limit(rate, operator(plan), draw.choice(_bounds(plan)[:4])()), m.Clauses()
    return m.Limit(_subject(plan), operator(plan), draw.choice(_bounds(plan))()), given


def _subject(plan: Plan) -> m.Expression:
    draw, x, y = plan.draw, plan.indicator(), plan.indicator()
    if draw.chance(60):
        return x
    forms: list[m.Expression] = [
        m.Window(draw.choice(["mean", "mean", "sum"]), x, m.Years(draw.integer(2, 3))),
        m.Window("max", x, m.Years(2)),
        m.Together("mean", (x, y)),
        m.ShareOf(Fraction(draw.integer(50, 120)), x),
        m.InArea(x, "kbh"),
        m.Previous(x),
    ]
    if plan.family != "percent":
        forms += [m.Sum((("+", x), ("+", y))), m.Sum((("+", x), ("-", y)))]
    return draw.choice(forms)


def _bounds(plan: Plan) -> list[Callable[[], m.Expression]]:
    draw, year = plan.draw, plan.year(2012, 2016)
    # those at the end are of the unit of the indicators
    forms: list[Callable[[], m.Expression]] = [
        lambda: m.Num(plan.amount()),
        lambda: m.Baseline(year),
        lambda: m.ShareOf(Fraction(draw.integer(50, 120)), m.Baseline(year)),
        lambda: m.Baseline(year, year + draw.integer(1, 3)),
        lambda: m.At(plan.indicator(), year),
        lambda: m.InArea(plan.indicator(), "kbh"),
        lambda: m.Sum((("+", m.Baseline(year)), ("-", plan.margin()))),
        lambda: m.Window("mean", plan.indicator(), m.Span(2012, 2014)),
    ]
    return forms


def trajectories(plan: Plan) -> None:
    """Trajectories of every kind, with what chance says of them."""
    _surveys(plan)
    plan.benchmarks.append(m.Benchmark("city", area="kbh"))
    for _ in range(6):
        make = plan.draw.choice([approach, approach, amount, amount, between, growth])
        condition, given = make(plan)
        if plan.draw.chance(70):
            given = replace(given, confidence=plan.draw.choice(LEVELS))
        plan.add(condition, given)


def composed(plan: Plan) -> None:
    """Conditions together, whose nearest `confidence` counts."""
    with_districts(plan)
    _surveys(plan)
    plan.conditions.append(m.NamedCondition("high", simple(plan)))
    plan.indicator_lists.append(("crimes", ("a", "b", "c")))
    for _ in range(4):
        draw, few = plan.draw, m.Least(Fraction(2))
        many: Literal["every"] | m.Least = draw.choice(["every", few])
        it = m.Limit(m.Name("it"), operator(plan), m.Baseline(2014))
        against = m.Limit(plan.indicator(), operator(plan), m.Baseline(2014))
        kind: Literal["all", "any"] | int = draw.choice(["all", "any", 2])
        forms: list[m.Condition] = [
            m.Several(kind, tuple(_member(plan) for _ in range(3))),
            m.Every(many, "area", "districts", against),
            m.Every(many, "indicator", "crimes", it),
            m.Every(many, "year", m.Since(2012), simple(plan)),
            m.Running(2, m.Named("high")),
            m.OfLatest(2, 3, against),
        ]
        given = m.Clauses(confidence=draw.choice(LEVELS)) if draw.chance(60) else m.Clauses()
        plan.add(draw.choice(forms), given)


def _member(plan: Plan) -> m.Member:
    draw = plan.draw
    condition: m.Condition = simple(plan) if draw.chance(50) else m.Named("high")
    if draw.chance(40):
        condition = m.Limit(plan.indicator(), operator(plan), m.Baseline(2014))
    given = m.Clauses(confidence=draw.choice(LEVELS)) if draw.chance(40) else m.Clauses()
    return m.Member(condition, given)
