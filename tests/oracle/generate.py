"""Random specs with figures: what every form has in common."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from oracle import model as m
from oracle.draw import Draw

FIRST_YEAR, LAST_YEAR = 2010, 2022
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
Family = Literal["count", "percent", "number", "money"]
PARTS = ("part1", "part2")
DISTRICTS = ("own", "north", "south")


@dataclass
class Plan:
    """A spec in the making.

    Attributes:
        draw: where choices come from.
        family: the unit of all its indicators, so that they can be added and compared.
        surveyed: whether figures say how many answered, and counts are whole numbers.
    """

    draw: Draw
    family: Family
    indicators: list[m.Indicator] = field(default_factory=list)
    areas: list[m.Area] = field(default_factory=list)
    area_lists: list[m.AreaList] = field(default_factory=list)
    indicator_lists: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    benchmarks: list[m.Benchmark] = field(default_factory=list)
    lets: list[tuple[str, m.Expression]] = field(default_factory=list)
    conditions: list[m.NamedCondition] = field(default_factory=list)
    breaks: list[m.Break] = field(default_factory=list)
    targets: list[m.Target] = field(default_factory=list)
    valid: m.Span | None = None
    baseline: int | None = None
    confidence: Fraction | None = None
    surveyed: bool = False

    def spec(self) -> m.Spec:
        """The spec as it is now."""
        return m.Spec(
            tuple(self.targets),
            tuple(self.indicators),
            tuple(self.areas),
            valid=self.valid,
            baseline=self.baseline,
            confidence=self.confidence,
            area_lists=tuple(self.area_lists),
            indicator_lists=tuple(self.indicator_lists),
            benchmarks=tuple(self.benchmarks),
            lets=tuple(self.lets),
            conditions=tuple(self.conditions),
            breaks=tuple(self.breaks),
        )

    def add(self, condition: m.Condition, clauses: m.Clauses = m.Clauses()) -> None:  # noqa: B008
        """Add a target; labels are t0, t1 and so on."""
        self.targets.append(m.Target(f"t{len(self.targets)}", condition, clauses))

    # -------------------------------------------------------------- choices

    def year(self, first: int = FIRST_YEAR, last: int = LAST_YEAR) -> int:
        """A year, from `first` to `last`."""
        return self.draw.integer(first, last)

    def amount(self) -> Fraction:
        """A number like the figures of the family."""
        if self.family in {"count", "money"}:
            return Fraction(self.draw.integer(0, 60))
        if self.family == "percent":
            return Fraction(self.draw.integer(0, 1000), 10)
        return Fraction(self.draw.integer(-500, 5000), 100)

    def small(self) -> Fraction:
        """A number above zero that a figure could differ by."""
        if self.family in {"count", "money"}:
            return Fraction(self.draw.integer(1, 8))
        return Fraction(self.draw.integer(1, 80), 10)

    def level(self) -> m.Num:
        """A number to hold a figure against."""
        sign: Literal["", "%"] = "%" if self.family == "percent" and self.draw.chance(70) else ""
        return m.Num(self.amount(), sign)

    def margin(self) -> m.Num:
        """A difference of two figures, in its unit."""
        return m.Num(self.small(), "pp" if self.family == "percent" else "")

    def indicator(self, *, directed: bool = False) -> m.Name:
        """An indicator with figures; one with a direction if asked for."""
        fit = [each for each in self.indicators if each.better or not directed]
        return m.Name(self.draw.choice(fit).name)


def plan(draw: Draw, *, families: tuple[Family, ...] = ("count", "percent", "number")) -> Plan:
    """Indicators and areas, an agreement, perhaps breaks and stated baselines."""
    made = Plan(draw, draw.choice(families))
    if draw.chance(15):
        made.valid = m.Span(draw.integer(2011, 2015), draw.integer(2017, 2021))
    if draw.chance(60):
        made.baseline = draw.integer(2012, 2016)
    whole = PARTS if draw.chance(12) else ()
    made.areas = [m.Area("kbh"), m.Area("own", "kbh", whole), *(m.Area(part) for part in whole)]
    made.indicators = [_indicator(made, name) for name in ("a", "b", "c")]
    if made.indicators[0].better is None:
        made.indicators[0] = replace(made.indicators[0], better=draw.choice([1, -1]))
    if draw.chance(15):
        area = draw.choice([None, "own", "kbh"])
        name = draw.choice(["a", "b", "c"])
        made.breaks.append(m.Break(draw.integer(2013, 2020), name, area))
    return made


def _indicator(made: Plan, name: str) -> m.Indicator:
    draw = made.draw
    stated = tuple(
        m.Stated(year, made.amount(), draw.choice([None, None, "own", "kbh"]))
        for year in range(2012, 2017)
        if draw.chance(12)
    )
    kind: Literal["stock"] | None = "stock" if draw.chance(20) else None
    better: Literal[1, -1] | None = draw.choice([1, 1, -1, -1, None])
    return m.Indicator(name, made.family, better, kind, stated)
