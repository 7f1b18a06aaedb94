"""What an expression is worth: a number, or none and why (sections 3 and 7)."""

from dataclasses import replace
from fractions import Fraction
from functools import singledispatch
from math import ceil

from oracle import meaning_areas as areas
from oracle import meaning_conditions as conditions
from oracle import meaning_figures as figures
from oracle import model as m
from oracle.exact import ONE, ZERO, Exact, Unsettled, ordered, total
from oracle.frames import NOT_SAID, Absent, Frame, Value, absent, combined


@singledispatch
def value(node: m.Expression, frame: Frame) -> Value:  # noqa: ARG001 -- the others use it
    """What an expression is worth in a frame."""
    raise TypeError(node)


@value.register
def _(node: m.Num, _frame: Frame) -> Value:
    return Exact(node.value)  # 8 % against a percentage is the level 8 (ruling 14)


@value.register
def _(node: m.Name, frame: Frame) -> Value:
    if node.name in frame.bound:
        meant, bound = frame.bound[node.name]
        return value(meant, replace(frame, bound=bound))
    if node.name in frame.world.indicators:
        return _indicator(frame.world.indicators[node.name], frame)
    if node.name in frame.world.benchmarks:
        return _benchmark(frame.world.benchmarks[node.name], frame)
    return value(dict(frame.world.spec.lets)[node.name], frame)


def _indicator(indicator: m.Indicator, frame: Frame) -> Value:
    """A figure, or what the formula makes of figures; ruling 4 on baselines of formulas."""
    if indicator.formula is None:
        return figures.figure(indicator, frame)
    if frame.baseline:
        stated = figures.stated_baseline(indicator, frame)
        if stated is not None:
            return stated
    made = value(indicator.formula, replace(frame, subject=None, bound={}))
    return rounded(made, indicator.precision)


def rounded(made: Value, decimals: int | None) -> Value:
    """A number as the precision has it (ruling 10)."""
    return combined(lambda number: figures.in_precision(number, decimals), made)


def _benchmark(benchmark: m.Benchmark, frame: Frame) -> Value:
    """Section 2: the same indicator elsewhere; section 7: over areas; or a calculation."""
    if benchmark.value is not None:
        return value(benchmark.value, frame)
    assert frame.subject is not None
    if benchmark.area is not None:
        return value(m.InArea(frame.subject, benchmark.area), frame)
    assert benchmark.function is not None
    assert benchmark.areas is not None
    return value(m.OverAreas(benchmark.function, frame.subject, benchmark.areas), frame)


# ------------------------------------------------------------------ arithmetic


@value.register
def _(node: m.Sum, frame: Frame) -> Value:
    result: Value = ZERO
    for sign, term in node.terms:
        if sign == "+":
            result = combined(lambda x, y: x + y, result, value(term, frame))
        else:
            result = combined(lambda x, y: x - y, result, value(term, frame))
    return result


@value.register
def _(node: m.Product, frame: Frame) -> Value:
    result: Value = ONE
    for sign, factor in node.factors:
        if sign == "*":
            result = combined(lambda x, y: x * y, result, value(factor, frame))
        else:
            result = combined(lambda x, y: x / y, result, value(factor, frame))
    return result


@value.register
def _(node: m.Minus, frame: Frame) -> Value:
    return combined(lambda x: -x, value(node.operand, frame))


@value.register
def _(node: m.ShareOf, frame: Frame) -> Value:
    share = Exact(node.percent / 100)
    return combined(lambda x: share * x, value(node.whole, frame))


@value.register
def _(node: m.Rate, frame: Frame) -> Value:
    """C19."""
    per = Exact(node.per)
    return combined(lambda x, y: x / y * per, value(node.part, frame), value(node.whole, frame))


@value.register
def _(node: m.If, frame: Frame) -> Value:
    """C19: missing where the condition is unknown."""
    if frame.baseline:
        raise Unsettled  # whether it is decided by stated baselines the texts do not say
    holds = conditions.holds(node.condition, frame)
    if isinstance(holds, Absent):
        return holds
    return value(node.then if holds else node.otherwise, frame)


# ------------------------------------------------------------------ elsewhere in time and space


@value.register
def _(node: m.At, frame: Frame) -> Value:
    """Ruling 4: `x[2015]` reads figures only."""
    return value(node.operand, frame.at(node.year))


@value.register
def _(node: m.InArea, frame: Frame) -> Value:
    area: str | None = node.area
    if area == "parent":  # ruling 12: the next level
        area = frame.world.areas[frame.area].parent
    return NOT_SAID if area is None else value(node.operand, frame.within(area))


@value.register
def _(node: m.Baseline, frame: Frame) -> Value:
    """Section 5: the subject's own value in a year, or its mean over years (stated ones first)."""
    assert frame.subject is not None
    last = node.first if node.last is None else node.last
    years = range(node.first, last + 1)
    return mean([value(frame.subject, frame.at_baseline(year)) for year in years])


@value.register
def _(node: m.Previous, frame: Frame) -> Value:
    """C7: one year earlier."""
    return value(node.operand, frame.at(frame.year - 1))


@value.register
def _(node: m.Change, frame: Frame) -> Value:
    """C7: x - previous(x), or x - x[Y]."""
    since = frame.year - 1 if node.since is None else node.since
    now, then = value(node.operand, frame.at(frame.year)), value(node.operand, frame.at(since))
    return combined(lambda x, y: x - y, now, then)


@value.register
def _(node: m.Window, frame: Frame) -> Value:
    if node.function == "trend":
        return _trend(node, frame)
    years = years_of(node.span, frame.year)
    return aggregate(
        node.function,
        [value(node.operand, frame.at(year)) for year in years],
        node.least,
        node.share,
    )


def years_of(span: m.Years | m.Span, now: int) -> range:
    """C7: n years are P-n+1..P."""
    if isinstance(span, m.Years):
        return range(now - span.number + 1, now + 1)
    return range(span.first, (now if span.last is None else span.last) + 1)


def _trend(node: m.Window, frame: Frame) -> Value:
    """Ruling 9: of n years, the last of which has to be known; or of a range."""
    if isinstance(node.span, m.Span):
        years = years_of(node.span, frame.year)
        return _slope({year: value(node.operand, frame.at(year)) for year in years})
    years = range(frame.year - node.span.number, frame.year + 1)
    return trend({year: value(node.operand, frame.at(year)) for year in years})


def trend(series: dict[int, Value]) -> Value:
    """Ruling 9, of P-n..P."""
    now = series[max(series)]
    return (absent(*series.values()) or now) if isinstance(now, Absent) else _slope(series)


def _slope(series: dict[int, Value]) -> Value:
    """(x(b) - x(a)) / (b - a), the first and last known, of at least four; of two both."""
    known = {year: x for year, x in series.items() if isinstance(x, Exact)}
    if len(known) < (2 if len(series) == 2 else 4):
        return absent(*series.values()) or NOT_SAID
    first, last = min(known), max(known)
    return (known[last] - known[first]) / Exact(last - first)


# ------------------------------------------------------------------ several values together


@value.register
def _(node: m.Together, frame: Frame) -> Value:
    return aggregate(node.function, [value(part, frame) for part in node.parts], node.least)


@value.register
def _(node: m.OverAreas, frame: Frame) -> Value:
    return areas.over(node, frame)


@value.register
def _(node: m.Rank, frame: Frame) -> Value:
    return areas.rank(node, frame)


@value.register
def _(node: m.Count, frame: Frame) -> Value:
    """Ruling 29: used as a number, it is missing where any of them is unknown."""
    held = areas.each_held(node, frame)
    return absent(*(h for h in held if isinstance(h, Absent))) or Exact(held.count(True))


def aggregate(
    function: str,
    values: list[Value],
    least: m.Least | None = None,
    share: Fraction | None = None,
) -> Value:
    """C7: of all values, which must be known; with `at least k` of the known, where k are."""
    known = [each for each in values if isinstance(each, Exact)]
    if len(known) < (len(values) if least is None else needed(least, len(values))):
        return absent(*values) or NOT_SAID
    if not known:
        return ZERO if function == "sum" and not values else absent(*values) or NOT_SAID
    return combined(lambda *numbers: _of_known(function, list(numbers), share), *known)


def needed(least: m.Least, members: int) -> int:
    """How many `at least k` or `at least p%` asks for (C3)."""
    if least.share:
        return ceil(least.number / 100 * members - Fraction(1, 10**9))
    return int(least.number)


def mean(values: list[Value]) -> Value:
    """The mean of values that must all be known."""
    return aggregate("mean", values)


def _of_known(function: str, known: list[Exact], share: Fraction | None) -> Exact:
    in_order = ordered(known)
    if function == "sum":
        return total(known)
    if function == "mean":
        return total(known) / Exact(len(known))
    if function == "min":
        return in_order[0]
    if function == "max":
        return in_order[-1]
    if function == "median":
        middle = len(known) // 2
        if len(known) % 2:
            return in_order[middle]
        return (in_order[middle - 1] + in_order[middle]) / Exact(2)
    assert function == "quantile"
    assert share is not None
    # ruling 25
    return in_order[max(1, ceil(share / 100 * len(known) - Fraction(1, 10**9))) - 1]
