"""Random expressions over time, over several figures and over areas."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from oracle import model as m
from oracle.generate import Plan
from oracle.generate_limits import bound, clauses, operator
from oracle.generate_trajectories import amount

FUNCTIONS = ("mean", "mean", "sum", "min", "max", "median")


def with_districts(plan: Plan) -> None:
    """Two more areas, and lists of areas: named ones, the children of an area, drawn ones."""
    draw = plan.draw
    plan.areas += [m.Area("north", "kbh"), m.Area("south", "kbh")]
    plan.area_lists.append(m.AreaList("districts", ("own", "north", "south")))
    plan.area_lists.append(m.AreaList("inside", inside="kbh"))
    where = simple(plan)
    if draw.chance(50):
        where = replace(where, subject=m.At(where.subject, plan.year(2012, 2018)))
    plan.area_lists.append(m.AreaList("drawn", ("districts",), where=where))


def simple(plan: Plan) -> m.Limit:
    """A limit without clauses, for conditions inside others."""
    return m.Limit(plan.indicator(), operator(plan), plan.level())


def windows(plan: Plan) -> None:
    """Aggregates over time, trends and changes."""
    for _ in range(6):
        plan.add(m.Limit(windowed(plan), operator(plan), _bound(plan)), clauses(plan))


def windowed(plan: Plan) -> m.Expression:
    """An aggregate of an indicator over years."""
    draw = plan.draw
    x: m.Expression = plan.indicator()
    if draw.chance(15):
        x = m.InArea(x, "kbh")
    elif draw.chance(15) and plan.family != "percent":
        x = m.Sum((("+", x), ("+", plan.indicator())))
    span: m.Years | m.Span = m.Years(draw.choice([3, 2, 4, 5]))
    if draw.chance(35):
        first = plan.year(2011, 2015)
        span = m.Span(first, None if draw.chance(50) else first + draw.integer(1, 4))
    least = None
    if draw.chance(30):
        share = draw.chance(25)
        least = m.Least(Fraction(60) if share else Fraction(2), share)
    forms: list[Callable[[], m.Expression]] = [
        lambda: m.Window(draw.choice(FUNCTIONS), x, span, least),
        lambda: m.Window(draw.choice(FUNCTIONS), x, span, least),
        lambda: m.Window("quantile", x, span, least, Fraction(draw.integer(1, 1000), 10)),
        lambda: m.Previous(x),
        lambda: m.Sum((("+", m.Previous(x)), ("+", plan.margin()))),
    ]
    return draw.choice(forms)()


def _bound(plan: Plan) -> m.Expression:
    return plan.level() if plan.draw.chance(50) else bound(plan)


def changes(plan: Plan) -> None:
    """Differences between years; those of percentages are percentage points."""
    for _ in range(6):
        draw, x = plan.draw, plan.indicator()
        forms: list[m.Expression] = [
            m.Change(x),
            m.Change(x, plan.year(2011, 2016)),
            m.Window("trend", x, m.Years(draw.choice([5, 3, 1, 4]))),
            m.Window("trend", x, m.Span(2012, 2016)),
        ]
        limit = replace(plan.margin(), value=Fraction(draw.integer(-30, 30), 10))
        plan.add(m.Limit(draw.choice(forms), operator(plan), limit))


def several(plan: Plan) -> None:
    """Several figures together, choices, rates and named expressions."""
    plan.lets.append(("most", plan.level() if plan.draw.chance(50) else m.At(m.Name("a"), 2014)))
    for _ in range(6):
        draw, x, y = plan.draw, plan.indicator(), plan.indicator()
        least = m.Least(Fraction(2)) if draw.chance(30) else None
        parts = tuple(plan.indicator() for _ in range(draw.integer(2, 3)))
        function = draw.choice(["mean", "min", "max", "sum"])
        forms: list[m.Expression] = [
            m.Together(function, parts, least),
            m.Together(function, parts, least),
            x,
        ]
        if plan.family == "count":
            forms.append(m.Rate(x, draw.choice([100, 1000]), y))
        limit: m.Expression = draw.choice([m.Name("most"), _bound(plan)])
        if draw.chance(35):
            limit = m.If(simple(plan), plan.level(), _choice(plan))
        subject = draw.choice(forms)
        if isinstance(subject, m.Rate):
            limit = m.Num(Fraction(draw.integer(0, 3000)))
        plan.add(m.Limit(subject, operator(plan), limit))


def _choice(plan: Plan) -> m.Expression:
    if plan.draw.chance(30):
        return m.If(simple(plan), plan.level(), plan.indicator())
    return m.ShareOf(Fraction(plan.draw.integer(50, 150)), plan.indicator())


def folds(plan: Plan) -> None:
    """Aggregates over areas, ranks and counts."""
    with_districts(plan)
    function = plan.draw.choice(["mean", "median", "max"])
    plan.benchmarks.append(m.Benchmark("typical", function=function, areas="districts"))
    for _ in range(6):
        if plan.draw.chance(20):
            plan.add(*_fold_trajectory(plan))
        else:
            plan.add(fold_limit(plan))


def _fold_trajectory(plan: Plan) -> tuple[m.Condition, m.Clauses]:
    """A trajectory of a fold, or towards one."""
    condition, clauses = amount(plan)
    start = condition.objective.since or plan.baseline or 2014
    objective = replace(condition.objective, since=start)
    if plan.draw.chance(50) or objective.start is not None:
        objective = m.Objective("approach", m.Name("typical"), by=2020, since=2014)
        return m.Trajectory(plan.indicator(), objective), m.Clauses()
    return m.Trajectory(m.OverAreas("mean", condition.subject, "districts"), objective), clauses


def fold_limit(plan: Plan) -> m.Condition:
    """A limit on something over areas."""
    draw, x = plan.draw, plan.indicator()
    directed = plan.indicator(directed=True)
    areas = draw.choice(["districts", "districts", "inside", "drawn"])
    least = m.Least(Fraction(2)) if draw.chance(25) else None
    over = m.OverAreas(draw.choice(["mean", "median", "min", "max", "sum"]), x, areas, least)
    better = m.OverAreas(draw.choice(["best", "worst"]), directed, areas, least)
    quantile = m.OverAreas("quantile", x, areas, least, Fraction(draw.integer(1, 100)))
    number = m.Num(Fraction(draw.integer(0, 3)))
    limits: list[m.Condition] = [
        m.Limit(over, operator(plan), plan.level()),
        m.Limit(over, operator(plan), m.Baseline(plan.year(2012, 2016))),
        m.Limit(better, operator(plan), plan.level()),
        m.Limit(quantile, operator(plan), plan.level()),
        m.Limit(x, operator(plan), m.Name("typical")),
        m.Limit(x, operator(plan), m.OverAreas("mean", x, areas, least)),
        m.Limit(m.Rank(directed, areas, least), draw.choice(["<=", "=="]), number),
        m.Limit(m.Count(areas, simple(plan)), operator(plan), number),
        m.Limit(m.Count(areas, simple(plan)), operator(plan), number),
        m.Limit(m.InArea(x, "parent"), operator(plan), plan.level()),
    ]
    return draw.choice(limits)


def year_counts(plan: Plan) -> None:
    """Counts of years, and what is natural for a series."""
    for _ in range(6):
        draw, first = plan.draw, plan.year(2010, 2012)
        number = m.Num(Fraction(draw.integer(0, 3)))
        count = m.Count(m.Span(first, 2013), simple(plan))
        x = plan.indicator()
        natural = m.Normal(m.Span(2010, draw.integer(2015, 2018)))
        limits: list[m.Condition] = [
            m.Limit(count, operator(plan), number),
            m.Limit(x, draw.choice(["<=", ">=", "<", ">"]), natural),
            m.Limit(x, operator(plan), m.Baseline(2012, 2012 + draw.integer(1, 3))),
        ]
        plan.add(draw.choice(limits))


def precise(plan: Plan) -> None:
    """Indicators with a precision, in limits and trajectories."""
    decimals = plan.draw.integer(0, 1)
    plan.indicators = [replace(each, precision=decimals) for each in plan.indicators]
    for _ in range(6):
        subject: m.Expression = plan.indicator()
        if plan.draw.chance(25):
            subject = m.Window("mean", subject, m.Years(3))
        share = m.ShareOf(Fraction(plan.draw.integer(800, 1200), 10), m.Baseline(2014))
        against: list[m.Expression] = [share, plan.level()]
        if plan.draw.chance(20):
            plan.add(*amount(plan))
            continue
        plan.add(m.Limit(subject, operator(plan), plan.draw.choice(against)))
