"""What chance is reckoned from: sums of figures times numbers, and the limits of each figure."""

from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from oracle import meaning_figures as figures
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import ONE, ZERO, Exact, Overflow, Unsettled, normal_quantile, power, root
from oracle.frames import Absent, Frame

EXACT_BELOW = 10


@dataclass(frozen=True, slots=True)
class Part:
    """A figure, or a stated baseline, by what it is of."""

    indicator: str
    area: str
    year: int
    stated: bool


@dataclass(frozen=True, slots=True)
class Combination:
    """Figures times numbers, and a number added."""

    constant: Exact = ZERO
    parts: dict[Part, Exact] = field(default_factory=dict)
    known: dict[Part, Exact] = field(default_factory=dict)

    def plus(self, other: "Combination", factor: Exact = ONE) -> "Combination":
        """This and the other, multiplied; a figure that both hold counts once."""
        merged = dict(self.parts)
        for part, weight in other.parts.items():
            merged[part] = merged.get(part, ZERO) + factor * weight
        merged = {part: weight for part, weight in merged.items() if weight.value != 0}
        constant = self.constant + factor * other.constant
        return Combination(constant, merged, self.known | other.known)

    def times(self, factor: Exact) -> "Combination":
        """This, multiplied."""
        return Combination().plus(self, factor)


def combination(node: m.Expression, frame: Frame) -> Combination | None:
    """An expression as a sum of figures; None where chance is not told (ruling 35)."""
    try:
        return _combination(node, frame)
    except (ZeroDivisionError, Overflow):
        return None


def _combination(  # noqa: C901 -- one case a form
    node: m.Expression, frame: Frame
) -> Combination | None:
    match node:
        case m.Num():
            return Combination(Exact(node.value))
        case m.Name():
            return _of_name(node, frame)
        case m.Sum():
            return _sum([(sign, _combination(term, frame)) for sign, term in node.terms])
        case m.Minus():
            return _times(_combination(node.operand, frame), Exact(-1))
        case m.ShareOf():
            return _times(_combination(node.whole, frame), Exact(node.percent / 100))
        case m.Product():
            return _product(node, frame)
        case m.At():
            return _combination(node.operand, frame.at(node.year))
        case m.InArea():
            return _combination(node.operand, frame.within(node.area))
        case m.Baseline():
            assert frame.subject is not None
            last = node.first if node.last is None else node.last
            return mean_at_baseline(frame.subject, range(node.first, last + 1), frame)
        case m.Rate():  # ruling 33: exposures
            whole = values.value(node.whole, frame)
            if isinstance(whole, Absent):
                return None
            return _times(_combination(node.part, frame), Exact(node.per) / whole)
        case _:
            return None


def mean_at_baseline(node: m.Expression, years: range, frame: Frame) -> Combination | None:
    """The mean of baselines over years."""
    found = [("+", _combination(node, frame.at_baseline(year))) for year in years]
    return _times(_sum(found), ONE / Exact(len(years)))


def _of_name(node: m.Name, frame: Frame) -> Combination | None:
    if node.name in frame.bound:
        meant, bound = frame.bound[node.name]
        return _combination(meant, replace(frame, bound=bound))
    indicator = frame.world.indicators.get(node.name)
    if indicator is None:
        benchmark = frame.world.benchmarks.get(node.name)
        if benchmark is None:
            return _combination(dict(frame.world.spec.lets)[node.name], frame)
        if benchmark.value is not None:
            return _combination(benchmark.value, frame)
        if benchmark.area is None or frame.subject is None:
            return None
        return _combination(frame.subject, frame.within(benchmark.area))
    stated = frame.baseline and figures.stated_baseline(indicator, frame) is not None
    if indicator.formula is not None and not stated:
        return _combination(indicator.formula, replace(frame, subject=None))
    known = values.value(node, frame)
    if isinstance(known, Absent):
        return None
    if not stated and (node.name, frame.area, frame.year) not in frame.world.figures.by_key:
        return _of_parts(indicator, frame)
    part = Part(node.name, frame.area, frame.year, stated)
    return Combination(ZERO, {part: ONE}, {part: known})


def _of_parts(indicator: m.Indicator, frame: Frame) -> Combination | None:
    """A count of a whole that is summed from its parts: sums of counts are counts (ruling 33)."""
    if not indicator.adds_up:
        raise Unsettled  # of a share that is weighed from its parts the texts say nothing
    names = frame.world.areas[frame.area].parts
    return _sum([("+", _of_name(m.Name(indicator.name), frame.within(name))) for name in names])


def _times(found: Combination | None, factor: Exact) -> Combination | None:
    return None if found is None else found.times(factor)


def _sum(found: list[tuple[str, Combination | None]]) -> Combination | None:
    result = Combination()
    for sign, each in found:
        if each is None:
            return None
        result = result.plus(each, Exact(1 if sign == "+" else -1))
    return result


def _product(node: m.Product, frame: Frame) -> Combination | None:
    """One sum of figures, times and divided by numbers."""
    result = Combination(ONE)
    for sign, factor in node.factors:
        found = _combination(factor, frame)
        if found is None:
            return None
        if not found.parts:
            result = result.times(found.constant if sign == "*" else ONE / found.constant)
        elif result.parts or sign == "/":
            return None
        else:
            result = found.times(result.constant)
    return result


# ------------------------------------------------------------------ limits of one figure


def is_count(part: Part, frame: Frame) -> bool:
    """Whether a figure is a count without limits of its own; a baseline is measured (section 8)."""
    return frame.world.indicators[part.indicator].unit == "count" and _own(part, frame) is None


def _own(part: Part, frame: Frame) -> tuple[Exact, Exact] | None:
    """Data with its own limits uses them."""
    seen = frame.world.figures.by_key.get((part.indicator, part.area, part.year))
    if part.stated or seen is None or seen.lower is None or seen.upper is None:
        return None
    return Exact(seen.lower), Exact(seen.upper)


def limits(part: Part, known: Exact, level: Fraction, frame: Frame) -> tuple[Exact, Exact] | None:
    """The lower and the upper limit of a figure; None where chance is not told (ruling 35)."""
    own = _own(part, frame)
    if own is not None:
        return own
    indicator = frame.world.indicators[part.indicator]
    if indicator.unit == "count":
        return count_limits(known, level)
    if part.stated:
        return known, known
    seen = frame.world.figures.by_key.get((part.indicator, part.area, part.year))
    if seen is None or seen.n is None or indicator.unit not in {"percent", "fraction"}:
        return None
    whole = Exact(100 if indicator.unit == "percent" else 1)
    answers = Exact(seen.n) / Exact(indicator.design or 1)
    low, high = wilson(known / whole, answers, level)
    return low * whole, high * whole


def z_of(level: Fraction) -> Exact:
    """Ruling 32: the two-sided level's normal quantile."""
    return normal_quantile((1 + level / 100) / 2)


def wilson(share: Exact, answers: Exact, level: Fraction) -> tuple[Exact, Exact]:
    """Wilson's limits of a share."""
    if not 0 <= share.value <= 1 or answers.value <= 0:
        raise Unsettled
    z = z_of(level)
    square = z * z / answers
    middle = share + square / Exact(2)
    half = root((share * (ONE - share) + square / Exact(4)) / answers) * z
    return (middle - half) / (ONE + square), (middle + half) / (ONE + square)


def count_limits(count: Exact, level: Fraction) -> tuple[Exact, Exact]:
    """Byar's limits from 10 events on, exact Poisson limits below."""
    if count.value < 0:
        raise Unsettled
    if count.value < EXACT_BELOW:
        if count.value.denominator != 1:
            raise Unsettled
        low, high = poisson_limits(int(count.value), level)
        return Exact(low, 1e-12), Exact(high, 1e-12)
    z, more = z_of(level), count + ONE
    low_third = ONE - ONE / (Exact(9) * count) - z / (Exact(3) * root(count))
    high_third = ONE - ONE / (Exact(9) * more) + z / (Exact(3) * root(more))
    return count * power(low_third, Exact(3)), more * power(high_third, Exact(3))


@cache
def poisson_limits(count: int, level: Fraction) -> tuple[Fraction, Fraction]:
    """Exact limits: those at which so many, or so few, have half of what is left as chance."""
    tail = (1 - level / 100) / 2
    low = Fraction(0) if count == 0 else _mean_with(count - 1, 1 - tail)
    return low, _mean_with(count, tail)


def _mean_with(count: int, share: Fraction) -> Fraction:
    """The Poisson mean at which at most `count` events have this probability."""
    with localcontext() as context:
        context.prec = 40
        asked = Decimal(share.numerator) / Decimal(share.denominator)
        low, high = Decimal(0), Decimal(100)
        for _ in range(110):
            middle = (low + high) / 2
            term = chance = (-middle).exp()
            for events in range(1, count + 1):
                term = term * middle / events
                chance += term
            low, high = (middle, high) if chance > asked else (low, middle)
        return Fraction(low)
