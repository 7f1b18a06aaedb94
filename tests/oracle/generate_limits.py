"""Random limits, bands and calculations with figures."""

from collections.abc import Callable
from typing import Literal

from oracle import model as m
from oracle.generate import Plan


def limits(plan: Plan) -> None:
    """Targets with limits of every kind, with and without clauses."""
    if plan.draw.chance(30) and plan.family != "percent":
        plan.indicators.append(_formula(plan))
    for _ in range(6):
        subject = _subject(plan)
        if plan.draw.chance(20):
            low = plan.amount()
            high = low + plan.small()
            sign: Literal["", "%"] = "%" if plan.family == "percent" and high <= 100 else ""
            plan.add(m.Band(subject, m.Num(low, sign), m.Num(high, sign)), clauses(plan))
        else:
            plan.add(m.Limit(subject, operator(plan), bound(plan)), clauses(plan))


def operator(plan: Plan) -> Literal["<=", "<", ">=", ">", "=="]:
    return plan.draw.choice(["<=", "<=", ">=", "<", ">", "=="])


def _formula(plan: Plan) -> m.Indicator:
    terms = (("+", m.Name("a")), (plan.draw.choice(["+", "-"]), m.Name("b")))
    stated = (m.Stated(2014, plan.amount()),) if plan.draw.chance(20) else ()
    return m.Indicator("s", plan.family, stated=stated, formula=m.Sum(terms))


def _subject(plan: Plan) -> m.Expression:
    return plan.indicator() if plan.draw.chance(70) else calculation(plan)


def calculation(plan: Plan) -> m.Expression:
    """A calculation with figures that keeps the unit of the family."""
    draw, x = plan.draw, plan.indicator()
    forms: list[Callable[[], m.Expression]] = [
        lambda: m.ShareOf(plan.amount(), x),
        lambda: m.At(x, plan.year(2011, 2018)),
        lambda: m.InArea(x, draw.choice(["kbh", "own"])),
        lambda: m.At(m.InArea(x, "kbh"), plan.year(2011, 2018)),
        lambda: m.Sum((("+", x), (draw.choice(["+", "-"]), plan.margin()))),
    ]
    if plan.family != "percent":
        y, times = plan.indicator(), m.Num(plan.small())
        forms += [
            lambda: m.Sum((("+", x), (draw.choice(["+", "-"]), y))),
            lambda: m.Product((("*", times), ("*", x))),
            lambda: m.Product((("*", x), ("/", times))),
            lambda: m.Sum((("+", m.Product((("*", times), ("*", x)))), ("-", y))),
            lambda: m.Minus(x),
        ]
    if plan.family == "number":
        y = plan.indicator()
        forms += [
            lambda: m.Product((("*", x), ("*", y))),
            lambda: m.Product((("*", x), ("/", y))),
            lambda: m.Product((("*", m.Sum((("+", x), ("-", y)))), ("/", m.At(x, 2015)))),
        ]
    return draw.choice(forms)()


def bound(plan: Plan) -> m.Expression:
    """What a subject is held against."""
    draw, baseline = plan.draw, m.Baseline(plan.year(2012, 2016))
    if draw.chance(40):
        return plan.level()
    if draw.chance(60):
        changed = m.Sum((("+", baseline), (draw.choice(["+", "-"]), plan.margin())))
        forms: list[m.Expression] = [baseline, m.ShareOf(plan.amount(), baseline), changed]
        return draw.choice(forms)
    return draw.choice([plan.indicator(), calculation(plan)])


def clauses(plan: Plan) -> m.Clauses:
    """Clauses of a limit."""
    draw, within, above, below = plan.draw, None, None, None
    if draw.chance(40):
        within = plan.margin() if draw.chance(50) else m.Num(plan.small() * 2, "%")
    if draw.chance(30):
        level = plan.level() if draw.chance(80) else m.At(plan.indicator(), 2014)
        above, below = (level, None) if draw.chance(50) else (None, level)
    return m.Clauses(within, above, below)
