"""Where and when something is asked, and what an answer can be: a number, or none and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from oracle import model as m
from oracle.exact import Exact, Overflow
from oracle.tables import Figures

# Where several things keep a target from a verdict, the first of these is named (docs/language.md).
_FIRST_NAMED = (
    *("series-break", "no-denominator", "missing-figure"),
    *("not-said", "start-not-positive", "ref-not-positive", "undefined"),
)


@dataclass(frozen=True, slots=True)
class Absent:
    """No number, and every reason why."""

    reasons: frozenset[str]

    @property
    def reason(self) -> str:
        """The reason that is named."""
        return min(self.reasons, key=_FIRST_NAMED.index)


Value = Exact | Absent
MISSING = Absent(frozenset({"missing-figure"}))
BROKEN = Absent(frozenset({"series-break"}))
NO_DENOMINATOR = Absent(frozenset({"no-denominator"}))
UNDEFINED = Absent(frozenset({"undefined"}))
NOT_SAID = Absent(frozenset({"not-said"}))  # of nothing, or of too few: the texts name no reason
NO_START = Absent(frozenset({"start-not-positive"}))


def absent(*values: Value) -> Absent | None:
    """What is missing among values, with every reason; None where all are there."""
    reasons = [value.reasons for value in values if isinstance(value, Absent)]
    return Absent(frozenset().union(*reasons)) if reasons else None


def combined(function: Callable[..., Exact], *values: Value) -> Value:
    """Section 3: what is missing goes through arithmetic; dividing by zero gives missing."""
    gone = absent(*values)
    if gone is not None:
        return gone
    try:
        return function(*values)
    except (ZeroDivisionError, Overflow):
        return UNDEFINED


T = TypeVar("T")


@dataclass(frozen=True)
class World:
    """A spec with its figures, judged in an area.

    Attributes:
        home: the agreement's own area, or the judged one where it names none.
        chance: whether to tell how certain verdicts are.
    """

    spec: m.Spec
    figures: Figures
    home: str
    chance: bool = False

    @cached_property
    def indicators(self) -> dict[str, m.Indicator]:
        return {each.name: each for each in self.spec.indicators}

    @cached_property
    def areas(self) -> dict[str, m.Area]:
        return {each.name: each for each in self.spec.areas}

    @cached_property
    def area_lists(self) -> dict[str, m.AreaList]:
        return {each.name: each for each in self.spec.area_lists}

    @cached_property
    def benchmarks(self) -> dict[str, m.Benchmark]:
        return {each.name: each for each in self.spec.benchmarks}

    @cached_property
    def conditions(self) -> dict[str, m.NamedCondition]:
        return {each.name: each for each in self.spec.conditions}

    @cached_property
    def breaks(self) -> list[m.Break]:
        """Those that the spec names, and the rows with a flag (section 3)."""
        flagged = [
            m.Break(year, indicator, area)
            for (indicator, area, year), figure in self.figures.by_key.items()
            if figure.broken
        ]
        return [*self.spec.breaks, *flagged]


Bound = Mapping[str, "tuple[m.Expression, Bound]"]


@dataclass(frozen=True)
class Frame:
    """Where and when an expression is asked for its value.

    Attributes:
        year: the year that is looked at.
        judged: the year that is judged; a break up to it parts the figures before.
        baseline: whether stated baselines are read in place of figures.
        subject: what stands to the left, for `baseline(…)` and benchmarks to the right.
        bound: what parameters, and `it`, stand for.
        level: the nearest `confidence` set around it; None where the agreement's holds.
    """

    world: World
    area: str
    year: int
    judged: int
    baseline: bool = False
    subject: m.Expression | None = None
    bound: Bound = field(default_factory=dict)
    level: Fraction | None = None

    def at(self, year: int) -> "Frame":
        """The figures of another year."""
        return replace(self, year=year, baseline=False)

    def at_baseline(self, year: int) -> "Frame":
        """The baseline values of a year."""
        return replace(self, year=year, baseline=True)

    def within(self, area: str) -> "Frame":
        """The same in another area."""
        return replace(self, area=area)

    def as_of(self, year: int) -> "Frame":
        """Judged in another year (ruling 8: inside a quantifier over years, that year)."""
        return replace(self, year=year, judged=year, baseline=False)

    def about(self, subject: m.Expression) -> "Frame":
        """With a subject to the left."""
        return replace(self, subject=subject)
