"""Random compositions, quantifiers, named conditions and the clauses that date a target."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from oracle import model as m
from oracle.generate import Plan
from oracle.generate_expressions import fold_limit, simple, windowed, with_districts
from oracle.generate_limits import bound, clauses, operator
from oracle.generate_trajectories import amount


def compositions(plan: Plan) -> None:
    """`all of`, `any of`, `at least k of` and `not`."""
    for _ in range(5):
        plan.add(composed(plan, 2))


def composed(plan: Plan, depth: int) -> m.Condition:
    """Several conditions together, some of them composed themselves."""
    draw = plan.draw
    members = tuple(member(plan, depth - 1) for _ in range(draw.integer(2, 4)))
    k: Literal["all", "any"] | int = draw.choice(["all", "any", 2])
    return m.Several(k, members)


def member(plan: Plan, depth: int) -> m.Member:
    """A member of a composition, with clauses of its own."""
    draw = plan.draw
    if depth > 0 and draw.chance(20):
        return m.Member(composed(plan, depth))
    if draw.chance(20):
        return m.Member(m.Not(_plain(plan)))
    if draw.chance(25):
        return m.Member(_trajectory(plan))
    return m.Member(simple(plan), clauses(plan) if draw.chance(50) else m.Clauses())


def _plain(plan: Plan) -> m.Condition:
    """What may stand inside `not` and `when`."""
    draw = plan.draw
    if draw.chance(15):
        return m.Known(plan.indicator())
    if draw.chance(20):
        low = plan.amount()
        return m.Band(plan.indicator(), m.Num(low), m.Num(low + plan.small()))
    if draw.chance(20):
        members = (m.Member(simple(plan)), m.Member(simple(plan)))
        kind: Literal["all", "any"] = draw.choice(["any", "all"])
        return m.Several(kind, members)
    return simple(plan)


def _trajectory(plan: Plan) -> m.Condition:
    """A trajectory whose start is stated."""
    condition, _ = amount(plan)
    objective = condition.objective
    since = objective.since or plan.baseline or 2014
    last = since if isinstance(since, int) else since.last
    assert last is not None
    by = max(objective.by or 0, last + 2)
    return m.Trajectory(condition.subject, replace(objective, since=since, by=by))


# ------------------------------------------------------------------ quantifiers


def over_areas(plan: Plan) -> None:
    """Quantifiers over areas and over indicators."""
    with_districts(plan)
    plan.indicator_lists.append(("crimes", ("a", "b", "c")))
    for _ in range(5):
        draw = plan.draw
        if draw.chance(30):
            against = m.Baseline(2014) if draw.chance(40) else plan.level()
            it = m.Limit(m.Name("it"), operator(plan), against)
            plan.add(m.Every(_amount(plan), "indicator", "crimes", it))
            continue
        inner: list[Callable[[], m.Condition]] = [
            lambda: simple(plan),
            lambda: m.Limit(plan.indicator(), operator(plan), bound(plan)),
            lambda: _trajectory(plan),
            lambda: m.Several("any", (member(plan, 0), member(plan, 0))),
        ]
        areas = draw.choice(["districts", "districts", "inside", "drawn"])
        amount_asked = _amount(plan)
        condition = simple(plan) if amount_asked == "no" else draw.choice(inner)()
        plan.add(m.Every(amount_asked, "area", areas, condition))


def _amount(plan: Plan) -> Literal["every", "no"] | m.Least:
    forms: list[Literal["every", "no"] | m.Least] = [
        "every",
        "every",
        "no",
        m.Least(Fraction(2)),
        m.Least(Fraction(plan.draw.choice([50, 60, 90])), share=True),
    ]
    return plan.draw.choice(forms)


def over_years(plan: Plan) -> None:
    """Quantifiers over years, runs of years and shares of the latest."""
    for _ in range(5):
        draw, first = plan.draw, plan.year(2011, 2014)
        some = draw.choice([simple(plan), simple(plan), _trajectory(plan)])
        quantified = simple(plan)
        forms: list[m.Condition] = [
            m.Every("every", "year", m.Since(first, draw.chance(30)), quantified),
            m.Every("no", "year", m.Since(first, draw.chance(30)), quantified),
            m.Every(m.Least(Fraction(2)), "year", m.Since(first), quantified),
            m.Every("every", "year", m.Span(2010, 2013), quantified),
            m.Running(draw.integer(2, 4), some),
            m.OfLatest(2, draw.integer(3, 5), some),
            m.Every("every", "year", m.Since(first), m.Limit(windowed(plan), "<=", plan.level())),
        ]
        plan.add(draw.choice(forms))


def named(plan: Plan) -> None:
    """Conditions by name, with parameters and without, inside each other and over time."""
    draw = plan.draw
    level = plan.amount()
    high = m.Limit(plan.indicator(), operator(plan), m.Name("level"))
    plan.conditions.append(m.NamedCondition("high", high, ("level",)))
    bad = m.Several("any", (m.Member(simple(plan)), m.Member(m.Named("high", (m.Num(level),)))))
    plan.conditions.append(m.NamedCondition("bad", bad))
    valid = m.Clauses(valid=m.Span(2012, 2016))
    plan.conditions.append(m.NamedCondition("once", simple(plan), clauses=valid))
    for _ in range(5):
        given = m.Named("high", (m.Num(plan.amount()),))
        forms: list[m.Condition] = [
            given,
            m.Not(given),
            m.Named("bad"),
            m.Not(m.Named("bad")),
            m.Running(draw.integer(2, 3), m.Named("bad")),
            m.Running(2, given),
            m.Several("all", (m.Member(m.Named("once")), m.Member(given))),
            m.Named("once"),
        ]
        plan.add(draw.choice(forms))


# ------------------------------------------------------------------ clauses


def dated(plan: Plan) -> None:
    """`valid`, `when` and `latest within` on limits and trajectories."""
    for _ in range(6):
        draw = plan.draw
        condition, given = amount(plan) if draw.chance(40) else (simple(plan), m.Clauses())
        if draw.chance(35):
            given = replace(given, valid=_validity(plan))
        if draw.chance(50):
            given = replace(given, when=_plain(plan))
        if draw.chance(50):
            given = replace(given, latest=draw.integer(1, 3))
        plan.add(condition, given)


def _validity(plan: Plan) -> m.Span:
    """Years of a target's own; none of them in the agreement's would be refused."""
    first = plan.year(2011, 2016)
    last = first + plan.draw.integer(1, 5)
    return m.Span(first, last if plan.valid is None else max(last, plan.valid.first))


def projected_limits(plan: Plan) -> None:
    """Limits judged by a projection."""
    for _ in range(6):
        sign: Literal["<=", ">="] = plan.draw.choice(["<=", ">="])
        limit = m.Limit(plan.indicator(), sign, plan.level())
        plan.add(limit, m.Clauses(projection=plan.draw.choice([5, 3, 4])))


def counted(plan: Plan) -> None:
    """Folds inside compositions."""
    with_districts(plan)
    plan.benchmarks.append(m.Benchmark("typical", function="mean", areas="districts"))
    for _ in range(4):
        members = tuple(m.Member(fold_limit(plan)) for _ in range(plan.draw.integer(2, 3)))
        plan.add(m.Several(plan.draw.choice(["all", "any"]), members))
