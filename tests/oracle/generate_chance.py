"""Random targets that ask what chance explains."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from oracle import model as m
from oracle.generate import Plan
from oracle.generate_trajectories import amount, approach

LEVELS = tuple(Fraction(level) for level in ("95", "95", "80", "90", "98", "99", "99.8"))


def limits(plan: Plan) -> None:
    """Limits on counts and on shares of surveys."""
    _events(plan)
    if plan.draw.chance(50):
        plan.confidence = plan.draw.choice(LEVELS)
    if plan.family == "percent" and plan.draw.chance(40):
        design = Fraction(plan.draw.integer(10, 20), 10)
        plan.indicators = [replace(each, design=design) for each in plan.indicators]
    for _ in range(6):
        condition, clauses = _limit(plan)
        if plan.draw.chance(60):
            clauses = replace(clauses, confidence=plan.draw.choice(LEVELS))
        plan.add(condition, clauses)


def _events(plan: Plan) -> None:
    """Surveys and counts of events; of the chance in stocks the texts say nothing."""
    plan.surveyed = True
    plan.indicators = [replace(each, kind=None) for each in plan.indicators]


def _limit(plan: Plan) -> tuple[m.Condition, m.Clauses]:
    draw = plan.draw
    sign: Literal["<=", ">=", "<", ">"] = draw.choice(["<=", ">=", "<", ">"])
    clauses = m.Clauses(within=plan.margin()) if draw.chance(15) else m.Clauses()
    if draw.chance(8):
        low = plan.amount()
        return m.Band(plan.indicator(), m.Num(low), m.Num(low + plan.small())), clauses
    if plan.family == "count" and draw.chance(15):
        rate = m.Rate(m.Name("a"), 1000, m.Name("b"))
        return m.Limit(rate, sign, draw.choice(_bounds(plan)[:4])()), clauses
    return m.Limit(_subject(plan), sign, draw.choice(_bounds(plan))()), clauses


def _subject(plan: Plan) -> m.Expression:
    draw = plan.draw
    if plan.family == "count" and draw.chance(25):
        return m.Sum((("+", m.Name("a")), ("+", m.Name("b"))))
    return m.Name(draw.choice(["a", "b", "c"]))


def _bounds(plan: Plan) -> list[Callable[[], m.Expression]]:
    draw, year = plan.draw, plan.year(2012, 2016)
    # those at the end are of the unit of the indicators
    forms: list[Callable[[], m.Expression]] = [
        lambda: m.Num(plan.amount()),
        lambda: m.Baseline(year),
        lambda: m.ShareOf(Fraction(draw.integer(50, 120)), m.Baseline(year)),
        lambda: m.Baseline(year, year + draw.integer(1, 3)),
        lambda: m.At(plan.indicator(), year),
    ]
    if plan.family == "count":
        forms.append(lambda: m.Sum((("+", m.Baseline(year)), ("-", plan.margin()))))
    return forms


def trajectories(plan: Plan) -> None:
    """Trajectories on counts and on shares of surveys."""
    _events(plan)
    plan.benchmarks.append(m.Benchmark("city", area="kbh"))
    for _ in range(6):
        condition, clauses = approach(plan) if plan.draw.chance(40) else amount(plan)
        objective = replace(condition.objective, ratio=False, tolerance=None, path="linear")
        if plan.draw.chance(15) and objective.kind != "approach":
            objective = m.Objective("improve", by=objective.by, since=objective.since)
        clauses = replace(clauses, confidence=plan.draw.choice(LEVELS))
        if objective.kind == "improve":
            clauses = replace(clauses, warn_from=None, pass_from=None)
        plan.add(m.Trajectory(condition.subject, objective), clauses)
