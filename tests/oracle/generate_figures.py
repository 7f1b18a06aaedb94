"""Random figures for a spec: mostly there, and often just at what decides."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from oracle import meaning_values as values
from oracle import meaning_ways as ways
from oracle import model as m
from oracle.draw import Draw
from oracle.exact import Border, Exact, Unsettled
from oracle.frames import Absent, Frame, World
from oracle.generate import PARTS, YEARS, Family
from oracle.tables import Figure, Figures, Key

TINY, HUGE = Fraction(1, 10**12), Fraction(10**12)
AWKWARD = {
    "count": (Fraction(0), Fraction(0), Fraction(1), HUGE),
    "money": (Fraction(0), Fraction(0), Fraction(1), HUGE),
    "percent": (Fraction(0), Fraction(0), Fraction(100), TINY),
    "number": (Fraction(0), Fraction(0), Fraction(-1), HUGE, -HUGE, TINY, HUGE**16),
}
HAIRS = (Fraction(0), Fraction(0), Fraction(0), Fraction(1, 2), Fraction(-1, 2), Fraction(2))
HAIR = Fraction(1, 10**9)


def figures(draw: Draw, spec: m.Spec, family: Family, *, surveyed: bool = False) -> Figures:
    """Figures of every indicator in every area, few of them missing."""
    missing = draw.choice([0, 0, 2, 15])
    broken = draw.chance(5)
    awkward = draw.choice([0, 0, 3])
    by_key: dict[Key, Figure] = {}
    wholes = {area.name for area in spec.areas if area.parts and draw.chance(60)}
    for indicator in spec.indicators:
        if indicator.formula is not None:
            continue
        for area in spec.areas:
            if area.name in wholes:
                continue
            ahead = _ahead(draw, indicator, area)
            for year, value in _series(draw, family, awkward, ahead).items():
                if not draw.chance(missing):
                    figure = Figure(value, broken=broken and draw.chance(2))
                    if not indicator.adds_up and area.name in PARTS:
                        figure = replace(figure, denominator=_denominator(draw))
                    if surveyed:
                        figure = _surveyed(draw, figure, family)
                    by_key[indicator.name, area.name, year] = figure
    return Figures(by_key)


def _denominator(draw: Draw) -> Fraction | None:
    return None if draw.chance(3) else Fraction(draw.integer(1, 400))


def _surveyed(draw: Draw, figure: Figure, family: Family) -> Figure:
    """With the number of answers, or with limits of its own, or with neither."""
    if draw.chance(60 if family == "number" else 6):
        down, up = (Fraction(draw.integer(0, 80), 10) for _ in range(2))
        low = figure.value - down if family == "number" else max(figure.value - down, Fraction(0))
        sides = draw.choice(["both", "both", "lower", "upper"])
        figure = replace(
            figure,
            lower=None if sides == "upper" else low,
            upper=None if sides == "lower" else figure.value + up,
        )
    if family == "percent" and not draw.chance(6):
        return replace(figure, n=Fraction(draw.choice([draw.integer(20, 300), 1000, 5000])))
    return figure


def _ahead(draw: Draw, indicator: m.Indicator, area: m.Area) -> int:
    """Where a series starts, in thirds of what is possible: the city mostly ahead of others."""
    if draw.chance(30) or indicator.better is None:
        return draw.integer(0, 2)
    return 0 if (area.name == "kbh") == (indicator.better == 1) else 2


def _series(draw: Draw, family: Family, awkward: int, third: int) -> dict[int, Fraction]:
    """A walk that often stands still."""
    scale = 10 if family == "percent" else 100 if family == "number" else 1
    lowest, highest = (-500, 5000) if family == "number" else (0, 60 * scale)
    at = draw.integer(highest * third // 3, highest * (third + 1) // 3)
    stride = draw.choice([highest // 60, highest // 12, highest // 4])
    found = {}
    for year in YEARS:
        value = Fraction(at, scale)
        if awkward and draw.chance(awkward):
            value = draw.choice(AWKWARD[family])
        found[year] = value
        if draw.chance(75):
            at = min(highest, max(lowest, at + draw.integer(-stride, stride)))
    return found


def aimed(draw: Draw, world: World, target: m.Target, year: int, area: str) -> None:
    """Put the subject's figure where a row of the target's table begins, or a hair beside it."""
    condition = target.condition
    if not isinstance(condition, m.Limit | m.Band | m.Trajectory):
        return
    key = (_bare(condition.subject, world), area, year)
    seen = world.figures.by_key.get(key)
    if seen is None:
        return
    frame = Frame(world, area, year, year, subject=condition.subject)
    try:
        aims = _AIMS[type(condition)](condition, target.clauses, frame)
    except (Border, Unsettled, ArithmeticError, AssertionError):
        return
    if aims:
        aim = draw.choice(aims)
        scale = max(Fraction(1), abs(aim))
        hair = draw.choice(HAIRS) * HAIR * scale
        # as a file would have it: equal doubles are equal numbers
        world.figures.by_key[key] = replace(seen, value=Fraction(repr(float(aim + hair))))


def _bare(subject: m.Expression, world: World) -> str:
    if not isinstance(subject, m.Name):
        return ""
    indicator = world.indicators.get(subject.name)
    return "" if indicator is None or indicator.formula is not None else indicator.name


def _limit_aims(condition: m.Limit, clauses: m.Clauses, frame: Frame) -> list[Fraction]:
    return _bound_aims([condition.limit], clauses, frame)


def _band_aims(condition: m.Band, clauses: m.Clauses, frame: Frame) -> list[Fraction]:
    return _bound_aims([condition.low, condition.high], clauses, frame)


def _bound_aims(bounds: list[m.Expression], clauses: m.Clauses, frame: Frame) -> list[Fraction]:
    aims = []
    for each in bounds:
        if isinstance(each, m.Normal):
            continue
        bound = values.value(each, frame)
        if isinstance(bound, Absent):
            continue
        aims.append(bound.value)
        if clauses.within is not None:
            part = abs(bound.value) / 100 if clauses.within.sign == "%" else Fraction(1)
            margin = clauses.within.value * part
            aims += [bound.value - margin, bound.value + margin]
    for level in (clauses.above, clauses.below):
        bound = Absent(frozenset()) if level is None else values.value(level, frame)
        if isinstance(bound, Exact):
            aims.append(bound.value)
    return aims


def _trajectory_aims(condition: m.Trajectory, clauses: m.Clauses, frame: Frame) -> list[Fraction]:
    """Where R is at a cut, and where the gap is at the tolerance or as at the start."""
    if condition.objective.kind in {"grow", "improve"}:
        return []
    way = ways.way_of(condition, frame)
    asked = ways.required(condition, way)
    if not isinstance(way.gap_start, Exact) or not isinstance(way.ref, Exact):
        return []
    gaps = [way.tolerance.value, way.gap_start.value]
    if isinstance(asked, Exact):
        warns = Fraction(60) if clauses.warn_from is None else clauses.warn_from
        cuts = {clauses.pass_from or 95, warns, Fraction(100)}
        gaps += [way.gap_start.value * (1 - Fraction(cut) / 100 * asked.value) for cut in cuts]
    sign = way.sign or 1
    if way.ratio:
        return [way.ref.value * (1 + sign * gap) for gap in gaps]
    return [way.ref.value + sign * gap for gap in gaps]


_AIMS: dict[type, Callable[..., list[Fraction]]] = {
    m.Limit: _limit_aims,
    m.Band: _band_aims,
    m.Trajectory: _trajectory_aims,
}
