"""Random trajectories."""

from dataclasses import replace
from fractions import Fraction
from typing import Literal

from oracle import model as m
from oracle.generate import Plan


def approaches(plan: Plan) -> None:
    """Approaches with all of their parts."""
    plan.benchmarks.append(m.Benchmark("city", area="kbh"))
    for _ in range(6):
        plan.add(*approach(plan))


def approach(plan: Plan) -> tuple[m.Trajectory, m.Clauses]:
    """An approach, towards the benchmark `city` or something else."""
    draw = plan.draw
    by, since = deadline(plan)
    ratio, ending = draw.chance(20), draw.chance(12)
    tolerance = None
    if draw.chance(25):
        tolerance = m.Num(plan.small() * 2, "%") if ratio else plan.margin()
    amount = draw.chance(60)
    objective = m.Objective(
        "approach",
        _reference(plan),
        by=by,
        since=since,
        close=draw.choice([Fraction(100), Fraction(50), Fraction(80)]) if amount else None,
        ratio=ratio,
        frozen=draw.chance(20),
        tolerance=tolerance,
        judge="end" if ending else "path",
    )
    if draw.chance(8):
        first = draw.integer(2011, 2013)
        objective = replace(objective, since=m.Span(first, first + 2), by=2020)
    elif draw.chance(5):
        objective = replace(objective, start=_start(plan), since=since or plan.baseline or 2013)
    clauses = thresholds(plan) if amount and not ending else m.Clauses()
    return m.Trajectory(_subject(plan), objective), clauses


def _subject(plan: Plan) -> m.Expression:
    draw, x = plan.draw, plan.indicator(directed=plan.draw.chance(60))
    if draw.chance(8):
        return m.Window(draw.choice(["mean", "max"]), x, m.Years(3))
    if draw.chance(85) or plan.family == "percent":
        return x
    return m.Sum((("+", x), (draw.choice(["+", "-"]), plan.indicator())))


def _reference(plan: Plan) -> m.Expression:
    draw = plan.draw
    if draw.chance(60):
        return m.Name("city")
    if draw.chance(50):
        return plan.indicator()
    x = m.Name("a")
    city = m.InArea(x, "kbh")
    forms: list[m.Expression] = [city, m.ShareOf(Fraction(90), city), m.At(x, 2014)]
    return draw.choice(forms)


def deadline(plan: Plan) -> tuple[int, int | None]:
    """A deadline, and a start where it differs from the agreement's."""
    draw = plan.draw
    since = plan.year(2011, 2016) if draw.chance(45) else None
    return (since or plan.baseline or 2014) + draw.choice([2, 4, 4, 5, 6]), since


def _start(plan: Plan) -> m.Expression:
    """What `start=` says: a number, or something that is read at the start."""
    draw, x = plan.draw, plan.indicator()
    forms: list[m.Expression] = [
        plan.level(),
        x,
        m.ShareOf(Fraction(draw.integer(80, 120)), x),
        m.At(x, plan.year(2011, 2013)),
        m.InArea(x, "kbh"),
    ]
    return draw.choice(forms)


def thresholds(plan: Plan) -> m.Clauses:
    """`warn from` and `pass from`."""
    draw = plan.draw
    warn_from = Fraction(draw.choice([0, 40, 50, 60, 75])) if draw.chance(35) else None
    pass_from = Fraction(draw.choice([80, 90, 100])) if draw.chance(25) else None
    return m.Clauses(warn_from=warn_from, pass_from=pass_from)


# ------------------------------------------------------------------ amounts


def amounts(plan: Plan) -> None:
    """Reach, reduce and increase, judged on a path or at the end."""
    for _ in range(6):
        condition, clauses = amount(plan)
        plan.add(condition, clauses)


def amount(plan: Plan) -> tuple[m.Trajectory, m.Clauses]:
    """Reach, reduce or increase, on a straight or geometric path."""
    draw = plan.draw
    name, better = _directed(plan)
    subject: m.Expression = m.Window("mean", name, m.Years(2)) if draw.chance(8) else name
    by, since = deadline(plan)
    ending = draw.chance(12)
    kind = draw.choice(["reach", "reduce" if better > 0 else "increase"])
    value, least = (plan.level(), None) if kind == "reach" else _change(plan)
    objective = m.Objective(
        kind,
        value,
        least,
        by=by,
        since=since,
        tolerance=plan.margin() if draw.chance(20) else None,
        judge="end" if ending else "path",
        path="geometric" if draw.chance(25) and not ending else "linear",
    )
    if draw.chance(10):
        objective = replace(objective, since=m.Span(since or 2012, (since or 2012) + 2), by=2021)
    elif draw.chance(8):
        objective = replace(objective, start=_start(plan), since=since or plan.baseline or 2013)
    return m.Trajectory(subject, objective), thresholds(plan) if not ending else m.Clauses()


def _directed(plan: Plan) -> tuple[m.Expression, Literal[1, -1]]:
    name = plan.indicator(directed=True)
    better = next(each.better for each in plan.indicators if each.name == name.name)
    assert better is not None
    return name, better


def _change(plan: Plan) -> tuple[m.Num, m.Num | None]:
    """An amount, or a band of amounts."""
    draw = plan.draw
    if draw.chance(60):
        low = m.Num(Fraction(draw.integer(5, 50)), "%")
        high = m.Num(low.value + draw.integer(1, 20), "%")
        return (high, low) if draw.chance(20) else (low, None)
    return plan.margin(), None


# ------------------------------------------------------------------ other ways to judge them


def interim(plan: Plan) -> None:
    """Pace, projection and milestones."""
    plan.benchmarks.append(m.Benchmark("city", area="kbh"))
    for _ in range(6):
        plan.add(*between(plan))


def between(plan: Plan) -> tuple[m.Trajectory, m.Clauses]:
    """A trajectory whose interim years are judged by something else than a path."""
    kind = plan.draw.choice(["pace", "projection", "milestones", "approach"])
    condition, clauses = approach(plan) if kind == "approach" else amount(plan)
    objective = replace(condition.objective, judge="path", path="linear", start=None)
    if kind == "pace":
        return _with(condition, replace(objective, judge="pace")), clauses
    if kind == "milestones":
        path = _milestones(plan, objective)
        return _with(condition, replace(objective, path=path)), _margin(plan)
    judged = replace(objective, judge="projection", ratio=False, close=None)
    years = plan.draw.choice([5, 5, 3, 4, 1])
    if condition.objective.ratio:
        judged = replace(judged, tolerance=None)
    return _with(condition, replace(judged, years=years)), m.Clauses()


def _with(condition: m.Trajectory, objective: m.Objective) -> m.Trajectory:
    return m.Trajectory(condition.subject, objective)


def _margin(plan: Plan) -> m.Clauses:
    if plan.draw.chance(60):
        return m.Clauses()
    return m.Clauses(within=plan.margin() if plan.draw.chance(50) else m.Num(plan.small(), "%"))


def _milestones(plan: Plan, objective: m.Objective) -> tuple[m.Milestone, ...]:
    """One or two milestones between the start and the deadline."""
    draw = plan.draw
    since = objective.since
    start = since.last if isinstance(since, m.Span) else since or plan.baseline or 2014
    assert start is not None
    assert objective.by is not None
    years = range(start + 1, objective.by)
    first = draw.choice(years)
    chosen = sorted({first, draw.choice(years)}) if draw.chance(60) else [first]
    return tuple(_milestone(plan, objective.kind, year) for year in chosen)


def _milestone(plan: Plan, kind: str, year: int) -> m.Milestone:
    if kind == "reach" or plan.draw.chance(40):
        return m.Milestone(year, plan.level())
    change: Literal["reduce", "increase"] = "reduce" if kind == "reduce" else "increase"
    value, least = _change(plan)
    return m.Milestone(year, value, change, least)


# ------------------------------------------------------------------ grow and improve


def growths(plan: Plan) -> None:
    """Growth by a rate, and improvement with steps or without."""
    for _ in range(6):
        plan.add(*growth(plan))


def growth(plan: Plan) -> tuple[m.Trajectory, m.Clauses]:
    """Growth by a rate, or improvement."""
    subject, better = _directed(plan)
    by, since = deadline(plan)
    since = since or (None if plan.baseline else 2014)
    if not plan.draw.chance(45):
        return m.Trajectory(subject, _improvement(plan, by, since)), m.Clauses()
    rate = Fraction(plan.draw.integer(2, 60), 10) * -better
    objective = m.Objective("grow", m.Num(rate, "%"), since=since)
    if plan.draw.chance(15):
        objective = replace(objective, since=m.Span(2011, 2013))
    return m.Trajectory(subject, objective), thresholds(plan)


def _improvement(plan: Plan, by: int, since: int | None) -> m.Objective:
    draw = plan.draw
    objective = m.Objective("improve", by=by, since=since)
    if draw.chance(40):
        step = m.Num(plan.small(), "%") if draw.chance(30) else plan.margin()
        return replace(objective, value=replace(step, value=_tenths(step.value / 4)))
    judge: Literal["path", "end", "projection"] = draw.choice(["path", "path", "end", "projection"])
    return replace(objective, judge=judge)


def _tenths(value: Fraction) -> Fraction:
    return Fraction(max(1, round(value * 10)), 10)
