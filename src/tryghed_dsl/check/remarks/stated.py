"""Numbers that a spec itself gives: its stated baselines, and what is calculated from them."""

from collections.abc import Mapping

from tryghed_dsl.check.conditions import walk
from tryghed_dsl.check.model import Indicator
from tryghed_dsl.check.terms import Baseline, Constant, Figure, Product, Sum, Term
from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Stated:
    """What a spec's own numbers come to, in the agreement's own area unless another is named.

    Attributes:
        indicators: the indicators, with what they state.
        home: the agreement's area, or None where there is none.
        area: the area that is judged, where it is another one.
    """

    indicators: Mapping[str, Indicator]
    home: str | None
    area: str | None = None

    def expected(self, subject: Figure, limit: Term) -> float | None:
        """What a subject is expected to be: the baseline in its limit, else its latest one."""
        for term in walk(limit):
            if isinstance(term, Baseline):
                return self.value(term)
        stated = self._here(subject.indicator)
        return stated[max(stated, key=lambda period: period.ends)] if stated else None

    def _here(self, name: str) -> dict[Period, float]:
        indicator = self.indicators.get(name)
        found = () if indicator is None else indicator.stated
        here = self.area or self.home
        return {each.period: each.value for each in found if (each.area or self.home) == here}

    def value(self, term: Term) -> float | None:
        """The number that a term stands for, as far as the spec itself says."""
        match term:
            case Constant(number):
                return number
            case Baseline(Figure(name), period):
                return self._baseline(name, period)
            case Sum(terms):
                return self._summed(terms)
            case Product((("*", one), ("*", other))):
                left, right = self.value(one), self.value(other)
                return None if left is None or right is None else left * right
            case _:
                return None

    def _baseline(self, name: str, period: Period) -> float | None:
        stated = self._here(name)
        return stated[period] if period in stated else self.calculated(name, period)

    def calculated(self, name: str, period: Period) -> float | None:
        """What the formula of an indicator comes to on stated baselines; None where it has none."""
        known = self.indicators.get(name)
        formula = known.formula if known is not None else None
        if not isinstance(formula, Sum):
            return None
        return self._summed(tuple((sign, Baseline(part, period)) for sign, part in formula.terms))

    def _summed(self, terms: tuple[tuple[str, Term], ...]) -> float | None:
        total = 0.0
        for sign, term in terms:
            value = self.value(term)
            if value is None:
                return None
            total += value if sign == "+" else -value
        return total
