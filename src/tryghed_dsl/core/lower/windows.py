"""Terms over time: windows, trends, counts of periods, and the band of natural variation."""

from tryghed_dsl.check import terms
from tryghed_dsl.core.lower.condition import truth
from tryghed_dsl.core.lower.folds import at_least, fold
from tryghed_dsl.core.lower.frame import Frame, as_long_as, back
from tryghed_dsl.core.lower.length import length_of
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import (
    MISSING,
    Absolute,
    Add,
    AtMost,
    Coalesce,
    Constant,
    Expression,
    Fold,
    Folding,
    If,
    IsMissing,
    Multiply,
)
from tryghed_dsl.domain.period import Length, Period

_TREND_KNOWN, _FEWEST_KNOWN = 4, 2
# Wheeler's factor from the mean moving range to three sigma: 3 / 1.128.
_XMR = 2.66
_XMR_KNOWN = 5


@lower_term.register(terms.OverTime)
def _over_time(term: terms.OverTime, frame: Frame) -> Expression:
    own = length_of(term.operand, frame.spec)
    periods = periods_in(term.window, frame, own)
    if periods is None:
        return MISSING
    return fold(term.how, tuple(lower_term(term.operand, frame.at(p)) for p in periods))


@lower_term.register(terms.CountPeriods)
def _count_periods(term: terms.CountPeriods, frame: Frame) -> Expression:
    periods = periods_in(term.window, frame, term.each)
    if periods is None:
        return MISSING
    held = tuple(truth(term.condition, frame.judged_at(period)) for period in periods)
    return Fold(Folding.COUNT, held, at_least(term.least, len(held)))


def periods_in(window: terms.Window, frame: Frame, own: Length | None) -> tuple[Period, ...] | None:
    """The periods of a window; None where the window is of no length that can be read here.

    Args:
        window: the window.
        frame: where it is read.
        own: the length of the periods within a year, for a window that is one.
    """
    match window:
        case terms.Last(count, length):
            now = as_long_as(frame.period, length)
            return None if now is None else tuple(now.plus(step) for step in range(1 - count, 1))
        case terms.Between(first, last):
            end = as_long_as(frame.period, first.length) if last is None else last
            return None if end is None else _from_to(first, end)
        case terms.Within(length):
            whole = _around(frame.period, length)
            return whole.parts(own or frame.period.length)


def _from_to(first: Period, last: Period) -> tuple[Period, ...]:
    return tuple(first.plus(step) for step in range(last.index - first.index + 1))


def _around(period: Period, length: Length) -> Period:
    """The longer period that one lies in."""
    same = as_long_as(period, length)
    return same if same is not None else Period(length, period.year)


# ------------------------------------------------------------------ trend


@lower_term.register(terms.Trend)
def _trend(term: terms.Trend, frame: Frame) -> Expression:
    match term.window:
        case terms.Last(count, length):
            past = tuple(
                lower_term(term.operand, frame.at(back(frame.period, step, length)))
                for step in range(count, 0, -1)
            )
            now = lower_term(term.operand, frame.at(frame.period))
            return trend_to_now(past, now, length.years)
        case window:
            periods = periods_in(window, frame, None) or ()
            values = tuple(lower_term(term.operand, frame.at(period)) for period in periods)
            return _trend_over(values, periods)


def trend_to_now(past: tuple[Expression, ...], now: Expression, step: float) -> Expression:
    """The mean yearly change from the first known of the past values to the one now.

    Args:
        past: the values before now, the earliest first, one step apart.
        now: the last value.
        step: how long a step is, in years.
    """
    far = len(past)
    changes = tuple(
        _over(Add((("+", now), ("-", value))), (far - place) * step)
        for place, value in enumerate(past)
    )
    needed = min(far + 1, _TREND_KNOWN) if far > 1 else _FEWEST_KNOWN
    return _where_known((*past, now), needed, Coalesce(changes))


def _trend_over(values: tuple[Expression, ...], periods: tuple[Period, ...]) -> Expression:
    """The mean yearly change from the first known value to the last."""
    places = tuple(Constant(period.starts) for period in periods)
    when = tuple(
        If(IsMissing(value), MISSING, place) for value, place in zip(values, places, strict=True)
    )
    change = Add((("+", Coalesce(values[::-1])), ("-", Coalesce(values))))
    years = Add((("+", Coalesce(when[::-1])), ("-", Coalesce(when))))
    needed = _TREND_KNOWN if len(values) > _FEWEST_KNOWN else _FEWEST_KNOWN
    return _where_known(values, needed, Multiply((("*", change), ("/", years))))


def _where_known(values: tuple[Expression, ...], least: int, result: Expression) -> Expression:
    enough = AtMost(Constant(float(least)), Fold(Folding.KNOWN, values), plain=True)
    return If(enough, result, MISSING)


def _over(change: Expression, years: float) -> Expression:
    return Multiply((("*", change), ("/", Constant(years))))


# ------------------------------------------------------------------ natural variation


@lower_term.register(terms.Normal)
def _normal(term: terms.Normal, frame: Frame) -> Expression:
    periods = periods_in(term.window, frame, None) or ()
    values = tuple(lower_term(term.operand, frame.at(period)) for period in periods)
    return natural_end(values, upper=term.upper, count=term.count)


def natural_end(values: tuple[Expression, ...], *, upper: bool, count: bool) -> Expression:
    """An end of the band of natural variation: the mean and 2.66 mean moving ranges.

    Method: D. J. Wheeler, Understanding Variation (1993), the XmR chart. The ranges are between
    neighbouring known values; fewer than five known values give no band.
    """
    mean = Fold(Folding.MEAN, values, least=_XMR_KNOWN)
    ranges = tuple(_range(values, place) for place in range(1, len(values)))
    width = Multiply((("*", Constant(_XMR)), ("*", Fold(Folding.MEAN, ranges, least=1))))
    end = Add((("+", mean), ("+" if upper else "-", width)))
    if upper or not count:
        return end
    return Fold(Folding.MAX, (Constant(0.0), end))


def _range(values: tuple[Expression, ...], place: int) -> Expression:
    before = Coalesce(tuple(reversed(values[:place])))
    return Absolute(Add((("+", values[place]), ("-", before))))
