"""Which chance a term has, read in a frame.

- A flow of unit count is a count of events, and sums of counts are counts; a baseline of one is
  as much a count as any other, agreed or not.
- A percent or fraction is a share of its `n`. Without `n` its chance is not known.
- Limits that the data gives win over both, and they are all that a rate or an index has.
- Exact are numbers that the spec writes, agreed baselines of what is no count, and totals:
  stocks, money and days, which are drawn from nothing larger.
- Sums, and means over time and over several terms, are weighted sums of such figures; so is a
  figure times a number, or over an exact one (`x per 1000 population`).
- Of anything else (ratios, products, quantiles, folds over areas, choices) nothing is known.
"""

from tryghed_dsl.check import terms
from tryghed_dsl.check.terms import Aggregation, How, Term
from tryghed_dsl.core.lower.chance.figures import linear_figure
from tryghed_dsl.core.lower.chance.linear import Linear, added
from tryghed_dsl.core.lower.chance.product import linear_product
from tryghed_dsl.core.lower.frame import AREA, Frame
from tryghed_dsl.core.lower.length import length_of
from tryghed_dsl.core.lower.reading import area_above
from tryghed_dsl.core.lower.windows import periods_in
from tryghed_dsl.core.program import Expression
from tryghed_dsl.records import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """A number and the chance in it.

    Attributes:
        value: the number.
        linear: what it is a weighted sum of; None where its chance cannot be told.
    """

    value: Expression
    linear: Linear | None


def linear_of(term: Term, frame: Frame) -> Linear | None:
    """What a term is a weighted sum of; None where its chance cannot be told."""
    match term:
        case terms.Constant(value):
            return Linear(value)
        case terms.Figure(name):
            return linear_figure(frame.spec.indicators[name], frame, linear_of)
        case terms.Sum(parts):
            signed = ((1.0 if sign == "+" else -1.0, part) for sign, part in parts)
            return added((scale, linear_of(part, frame)) for scale, part in signed)
        case terms.Product():
            return linear_product(term, frame, linear_of)
        case terms.Several(how, parts):
            return _together(how, tuple((part, frame) for part in parts))
        case terms.OverTime(how, operand, window):
            periods = periods_in(window, frame, length_of(operand, frame.spec)) or ()
            return _together(how, tuple((operand, frame.at(period)) for period in periods))
        case _:
            elsewhere = _elsewhere(term, frame)
            return None if elsewhere is None else linear_of(*elsewhere)


def _together(how: How, read: tuple[tuple[Term, Frame], ...]) -> Linear | None:
    """A sum or mean of all of them; where some may be missing, nothing is known."""
    if how.least is not None or how.kind not in (Aggregation.SUM, Aggregation.MEAN) or not read:
        return None
    scale = 1 / len(read) if how.kind is Aggregation.MEAN else 1.0
    return added((scale, linear_of(term, frame)) for term, frame in read)


def _elsewhere(term: Term, frame: Frame) -> tuple[Term, Frame] | None:
    """What is read at another period or in another area, and the frame that it is read in."""
    match term:
        case terms.At(operand, period):
            return operand, frame.at(period)
        case terms.Shift(operand, steps):
            return operand, frame.at(frame.period.plus(steps))
        case terms.Baseline(operand, period):
            return operand, frame.baseline(period)
        case terms.InArea(operand, area):
            return operand, frame.inside(area)
        case terms.InParent(operand, level):
            above = area_above(level, frame)
            return None if above is None else (operand, frame.inside(above))
        case terms.OpenRef(name, subject) if dict(frame.refs).get(name) == AREA:
            return subject, frame.inside(name)
        case _:
            return None
