"""What a limit comes to without figures: a number, or so much of something unknown and a number."""

from tryghed_dsl.check.remarks.stated import Stated
from tryghed_dsl.check.terms import (
    Aggregation,
    At,
    Baseline,
    Constant,
    Figure,
    InArea,
    InParent,
    OverAreas,
    OverTime,
    Product,
    Shift,
    Sum,
    Term,
)
from tryghed_dsl.domain.unit import Quantity
from tryghed_dsl.records import dataclass

_NEAR = 1e-9
_DIGITS = 9
_NEVER_BELOW_ZERO = {Quantity.COUNT, Quantity.PERCENT, Quantity.FRACTION, Quantity.RATE}
_MOST = {Quantity.PERCENT: 100.0, Quantity.FRACTION: 1.0}
_BETWEEN_ITS_VALUES = {
    Aggregation.MEAN,
    Aggregation.MIN,
    Aggregation.MAX,
    Aggregation.MEDIAN,
    Aggregation.QUANTILE,
}


@dataclass(frozen=True, slots=True)
class End:
    """`factor` times an unknown term, and a number; without an unknown a number alone."""

    number: float
    unknown: Term | None = None
    factor: float = 0.0

    def times(self, by: float) -> "End":
        """So many times as much."""
        made = round(self.number * by, _DIGITS), round(self.factor * by, _DIGITS)
        return End(made[0], self.unknown if made[1] else None, made[1])

    def plus(self, other: "End") -> "End | None":
        """Both together; None where they hold two things unknown."""
        if other.unknown is None:
            return End(round(self.number + other.number, _DIGITS), self.unknown, self.factor)
        unknowns = {each.unknown for each in (self, other)} - {None}
        if len(unknowns) > 1:
            return None
        number, factor = self.number + other.number, round(self.factor + other.factor, _DIGITS)
        return End(round(number, _DIGITS), unknowns.pop() if factor and unknowns else None, factor)


def end_of(term: Term, known: Stated) -> End:
    """What a term comes to, as far as its spec alone can tell."""
    number = known.value(term)
    if number is not None:
        return End(round(number, _DIGITS))
    made = None
    match term:
        case Sum(terms):
            made = _summed(terms, known)
        case Product(factors):
            made = _multiplied(factors, known)
    return made or End(0.0, term, 1.0)


def _summed(terms: tuple[tuple[str, Term], ...], known: Stated) -> End | None:
    total: End | None = End(0.0)
    for sign, term in terms:
        part = end_of(term, known)
        total = None if total is None else total.plus(part if sign == "+" else part.times(-1))
    return total


def _multiplied(factors: tuple[tuple[str, Term], ...], known: Stated) -> End | None:
    product = End(1.0)
    for sign, term in factors:
        factor = end_of(term, known)
        if sign == "/":
            if factor.unknown is not None or factor.number == 0:
                return None
            factor = End(1 / factor.number)
        if product.unknown is not None and factor.unknown is not None:
            return None
        product = (
            product.times(factor.number) if factor.unknown is None else factor.times(product.number)
        )
    return product


def difference(one: End, other: End, known: Stated) -> float | None:
    """Whether one end lies above (over 0), at (0) or below another; None where that is open."""
    apart = one.plus(other.times(-1))
    if apart is None:
        return None
    near = _NEAR * max(1.0, abs(one.number), abs(other.number))
    number = 0.0 if abs(apart.number) <= near else apart.number
    if apart.unknown is None:
        return number
    # What is counted, and what a share is taken of, is more than nothing.
    if at_least(apart.unknown, known) is not None and number * apart.factor >= 0:
        return apart.factor
    return None


# ------------------------------------------------------------------ what figures there can be


def at_least(term: Term, known: Stated) -> float | None:
    """The least that a term can be, where its unit tells."""
    match term:
        case Figure(name):
            indicator = known.indicators.get(name)
            if indicator is None or indicator.unit is None:
                return None
            if indicator.formula is not None and at_least(indicator.formula, known) is None:
                return None
            return 0.0 if indicator.unit.quantity in _NEVER_BELOW_ZERO else None
        case Constant(number):
            return 0.0 if number >= 0 else None
        case Sum(terms):
            added = all(sign == "+" and at_least(part, known) is not None for sign, part in terms)
            return 0.0 if added else None
        case Product(factors):
            plain = all(at_least(part, known) is not None for _, part in factors)
            return 0.0 if plain else None
        case OverTime(_, operand, _) | OverAreas(_, operand, _):
            return at_least(operand, known)
        case At() | Shift() | Baseline() | InArea() | InParent():
            return at_least(term.operand, known)
        case _:
            return None


def at_most(term: Term, known: Stated) -> float | None:
    """The most that a term can be, where its unit tells."""
    match term:
        case Figure(name):
            indicator = known.indicators.get(name)
            if indicator is None or indicator.unit is None or indicator.formula is not None:
                return None
            return _MOST.get(indicator.unit.quantity)
        case OverTime(how, operand, _) | OverAreas(how, operand, _):
            return at_most(operand, known) if how.kind in _BETWEEN_ITS_VALUES else None
        case At() | Shift() | Baseline() | InArea() | InParent():
            return at_most(term.operand, known)
        case _:
            return None
