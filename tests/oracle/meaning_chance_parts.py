"""What chance is reckoned from: sums of figures times numbers (rulings 33 to 35)."""

from dataclasses import dataclass, field, replace

from oracle import meaning_chance_methods as methods
from oracle import meaning_figures as figures
from oracle import meaning_values as values
from oracle import model as m
from oracle.exact import ONE, ZERO, Exact, Overflow, total
from oracle.frames import Absent, Frame
from oracle.meaning_chance_methods import Part


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

    def over(self, exposure: str) -> "Combination":
        """The same of figures that have an exposure."""
        named = {part: replace(part, exposure=exposure) for part in self.parts}
        weights = {named[part]: weight for part, weight in self.parts.items()}
        return Combination(
            self.constant, weights, {new: self.known[old] for old, new in named.items()}
        )

    @property
    def value(self) -> Exact:
        """What it comes to."""
        return total([w * self.known[part] for part, w in self.parts.items()]) + self.constant

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
        case m.At() | m.InArea():
            elsewhere = frame.at(node.year) if isinstance(node, m.At) else frame.within(node.area)
            return _combination(node.operand, elsewhere)
        case m.Baseline():
            assert frame.subject is not None
            last = node.first if node.last is None else node.last
            return mean_at_baseline(frame.subject, range(node.first, last + 1), frame)
        case m.Window() | m.Together() | m.Previous() | m.Change():
            return _over_several(node, frame)
        case m.Rate():
            return _rate(node, frame)
        case _:
            return None


def _rate(node: m.Rate, frame: Frame) -> Combination | None:
    """Ruling 33: figures with an exposure, which is exact."""
    whole, part = values.value(node.whole, frame), _combination(node.part, frame)
    divisor = _combination(node.whole, frame)
    if isinstance(whole, Absent) or part is None or divisor is None:
        return None
    if all(each.stated for each in divisor.parts):  # that is a number
        return part.times(Exact(node.per) / whole)
    return part.over(f"{node.whole} {frame.area} {frame.year}").times(Exact(node.per) / whole)


def _over_several(
    node: m.Window | m.Together | m.Previous | m.Change, frame: Frame
) -> Combination | None:
    """Sums and means of figures are sums of them (ruling 34); other aggregates are not."""
    match node:
        case m.Previous():
            return _combination(node.operand, frame.at(frame.year - 1))
        case m.Change():
            since = frame.year - 1 if node.since is None else node.since
            now = _combination(node.operand, frame.at(frame.year))
            return _sum([("+", now), ("-", _combination(node.operand, frame.at(since)))])
    if node.function not in {"mean", "sum"} or node.least is not None:
        return None
    if isinstance(node, m.Together):
        found = [("+", _combination(part, frame)) for part in node.parts]
    else:
        years = values.years_of(node.span, frame.year)
        found = [("+", _combination(node.operand, frame.at(year))) for year in years]
    whole = _sum(found)
    return whole if node.function == "sum" else _times(whole, ONE / Exact(len(found)))


def mean_of(node: m.Expression, years: range, frame: Frame) -> Combination | None:
    """The mean of figures over years."""
    found = [("+", _combination(node, frame.at(year))) for year in years]
    return _times(_sum(found), ONE / Exact(len(years)))


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
    if stated and not methods.counted(indicator, frame):
        return Combination(known)  # what is agreed is decreed, unless it was counted
    part = Part(node.name, frame.area, frame.year, stated)
    return Combination(ZERO, {part: ONE}, {part: known})


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
