"""Periods where a spec names them: real ones, in order, and so many of one length."""

from collections import Counter

from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.check.terms import Between, Last
from tryghed_dsl.domain.period import FIRST_YEAR, LAST_YEAR, Length, Period, PeriodRange, year
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.syntax import nodes

# The words for one period of each length.
LENGTHS = {
    "year": Length.YEAR,
    "halfyear": Length.HALF,
    "quarter": Length.QUARTER,
    "month": Length.MONTH,
    "day": Length.DAY,
}
_LIKELY_YEARS = frozenset(map(str, range(1950, 2101)))
# As many as one window may hold: ten years of days.
MOST = 4000
# Nobody judges an earlier period: what is open towards now holds the periods up to it at least.
JUDGED_FROM = 2010.0


def real_period(node: nodes.When, notes: Notes) -> Period | None:
    """The period that a node names; what is none is told."""
    period = node.period
    if period.length is Length.YEAR and not FIRST_YEAR <= period.index <= LAST_YEAR:
        if period.index != nodes.TOLD:
            notes.tell("E115", node.span, written=node.span.text, **_year_meant(node.span.text))
        return None
    return period


def _year_meant(digits: str) -> dict[str, str]:
    """The year that is left when one digit is taken away, where one is the likeliest."""
    left = Counter(digits[:place] + digits[place + 1 :] for place in range(len(digits)))
    times = {text: count for text, count in left.items() if text in _LIKELY_YEARS}
    likeliest = [text for text, count in times.items() if count == max(times.values())]
    if len(likeliest) > 1:  # a digit too many at the end
        likeliest = [text for text in likeliest if digits.startswith(text)]
    return {"suggestion": likeliest[0]} if likeliest else {}


def year_in(node: nodes.Node) -> nodes.When | None:
    """A number or period in an expression's place, as the period that it names."""
    if isinstance(node, nodes.When):
        return node
    if isinstance(node, nodes.Number) and node.sign is nodes.Sign.NONE and node.digits.isdigit():
        return nodes.When(year(int(node.digits)), span=node.span)
    return None


def between(node: nodes.Range, notes: Notes, *, most: int | None = MOST) -> Between | None:
    """The periods of a range, the earlier first; what is no range, or too long, is told.

    Args:
        node: the range.
        notes: where findings go.
        most: how many periods it may hold; None where they are never gone through.
    """
    first = real_period(node.first, notes)
    last = None if node.last is None else real_period(node.last, notes)
    if first is None or (node.last is not None and last is None):
        return None
    if last is not None and (last.length is not first.length or last.index < first.index):
        notes.tell("E134", node.span, written=node.span.text, **_in_order(node, first, last))
        return None
    found = Between(first, last)
    if most is not None and held(found) > most:
        notes.tell("E147", node.span, written=node.span.text, most=float(most))
        return None
    return found


def _in_order(node: nodes.Range, first: Period, last: Period) -> dict[str, str]:
    """What to write instead of a range that does not run forward."""
    if first.length is last.length and node.last is not None:
        return {"instead": f"{node.last.span.text}..{node.first.span.text}"}
    return {"example": "`2017..2020`"}


def held(window: Between, until: float = JUDGED_FROM) -> int:
    """How many periods a window holds; at the least, where `now` or the period judged ends it.

    Args:
        window: the window.
        until: when it ends, in years, where it does not say.
    """
    first, last = window.first, window.last
    if last is not None:
        return last.index - first.index + 1
    return round((until - first.starts) / first.length.years)


def fixed_range(
    node: nodes.Range, name: str, notes: Notes, *, most: int | None = MOST
) -> PeriodRange | None:
    """The periods of a range that does not end in `now`, where that has no meaning.

    Args:
        node: the range.
        name: the word that it belongs to.
        notes: where findings go.
        most: how many periods it may hold; None where they are never gone through.
    """
    found = between(node, notes, most=most)
    if found is None:
        return None
    if found.last is None:
        expected = Listed(("2014..2018",))
        notes.tell(
            "E110", node.span, written=node.span.text, name=part_called(name), expected=expected
        )
        return None
    return PeriodRange(found.first, found.last)


def valid_range(node: nodes.Range, notes: Notes) -> PeriodRange | None:
    """The periods of a clause `valid 2014..2017`, however many days they hold."""
    return fixed_range(node, "valid", notes, most=None)


def length_named(word: str) -> Length | None:
    """The length that a word stands for, one or many: `year`, `months`."""
    return LENGTHS.get(word.removesuffix("s"))


def duration(node: nodes.Duration, notes: Notes) -> Last | None:
    """So many periods of a length; what is none is told."""
    length, count = length_named(node.unit.text), node.number
    whole = count.sign is nodes.Sign.NONE and count.digits.isdigit()
    if length is None or not whole or not 1 <= count.value <= MOST:
        notes.tell("E157", node.span, written=node.span.text, most=float(MOST))
        return None
    return Last(int(count.digits), length)


def window(node: nodes.Duration | nodes.Range, notes: Notes) -> Last | Between | None:
    """The periods that `3 years` or `2014..2018` stands for."""
    return duration(node, notes) if isinstance(node, nodes.Duration) else between(node, notes)
