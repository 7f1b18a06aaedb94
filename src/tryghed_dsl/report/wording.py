"""The parts that sentences are made of, in English and Danish."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from tryghed_dsl.check.conditions import EveryPeriod, Held, Known, Trajectory
from tryghed_dsl.check.objectives import Geometric, Grow, Milestones, Pace
from tryghed_dsl.domain.period import Length, Period, PeriodRange, parse_period
from tryghed_dsl.domain.unit import PERCENT, POINTS, Unit
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.report.period_words import period_words, when_words
from tryghed_dsl.text.language import Language, decimal, listing, number

if TYPE_CHECKING:
    from tryghed_dsl.report.condition import ConditionReport, Missing

_NAMED = 2
# With such a verdict a value that is missing is one that the figures hold back.
_DECIDED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
_NEAR = 1e-9
_PER_CENT = 100
_CLOSE = 0.01
# Numbers with no more decimals than this are told as they are: somebody wrote them so.
_WRITTEN, _MOST_DECIMALS = 4, 12
Writer = Callable[[float, Language], str]


def quantity(
    value: float | None, unit: Unit | None, language: Language, write: Writer = number
) -> str:
    """A number with its unit, as it stands in a sentence."""
    if value is None:
        return "?"
    if unit == POINTS:
        return points(value, language, write)
    return f"{write(value, language)} %" if unit == PERCENT else write(value, language)


def points(value: float, language: Language, write: Writer = number) -> str:
    """A number of percentage points."""
    word = {Language.EN: "points", Language.DA: "procentpoint"}[language]
    if language is Language.EN and abs(abs(value) - 1) < _NEAR:
        word = "point"
    return f"{write(value, language)} {word}"


def shortened(value: float) -> float:
    """A number for a sentence: a calculated one with two decimals, or with three digits below 1."""
    written = round(value, _WRITTEN)
    if abs(value - written) < _NEAR:
        return written
    return round(value, 2) if abs(value) >= 1 else float(f"{value:.3g}")


class Words:
    """The parts that sentences are made of, for one target in one language."""

    def __init__(self, target: "ConditionReport", language: Language) -> None:
        self._target = target
        self._language = language
        self._unit = target.unit_of_value

    def either(self, english: str, danish: str) -> str:
        """One of two words, by the language."""
        return danish if self._language is Language.DA else english

    def _quantity(self, value: float | None) -> str:
        told = None if value is None else self._told(value)
        return quantity(told, self._unit, self._language, decimal)

    def _points(self, value: float) -> str:
        return points(value, self._language, decimal)

    def _told(self, value: float) -> float:
        """A number as it is told; with more decimals where a small difference decides."""
        return shortened(value) if self._decimals is None else round(value, self._decimals)

    @cached_property
    def _decimals(self) -> int | None:
        """How many decimals tell close numbers apart; None where none are close."""
        close = [(a, b) for a, b in self._held_together() if _NEAR < abs(a - b) < _CLOSE]
        if not close:
            return None
        fewest = range(_WRITTEN, _MOST_DECIMALS)
        told_apart = (n for n in fewest if all(round(a, n) != round(b, n) for a, b in close))
        return next(told_apart, _MOST_DECIMALS)

    def _held_together(self) -> Iterator[tuple[float, float]]:
        """The numbers of the sentence that may be close, and still are not the same."""
        others = ("limit", "limit_low", "limit_high", "ref", "start_value")
        pairs = [("value", other) for other in others] + [("gap", "gap_start")]
        for names in pairs:
            one, other = (self._target.measure(name) for name in names)
            if one is not None and other is not None:
                yield one, other

    @property
    def value(self) -> str:
        """The subject's value."""
        ends = self._target.ends if self._target.value is None else None
        if ends is None and self._target.value is None and self._target.verdict in _DECIDED:
            return self.either("A suppressed figure", "Et diskretioneret tal")
        if ends is None:
            return self._quantity(self._target.value)
        low, high = (self._quantity(end) for end in ends)
        return self.either(f"{low} to {high}", f"{low} til {high}")

    @property
    def ref(self) -> str:
        """What a trajectory is to come to."""
        return self._quantity(self._target.measure("ref"))

    @property
    def is_limit(self) -> bool:
        """Whether it is held against a limit."""
        return self._target.fact("operator") is not None

    @property
    def held(self) -> str:
        """ "47 against at most 48"."""
        if self._within_band:
            asked = self.either("to lie outside", "skal ligge uden for")
            return f"{self.value}, {asked} {self.asked}"
        against = self.either("against", "mod")
        return f"{self.value} {against} {self.asked}"

    @property
    def asked(self) -> str:
        """ "at most 48"."""
        operator = str(self._target.fact("operator"))
        if operator == "between":
            low, high = (self._bound(name) for name in ("limit_low", "limit_high"))
            return self.either(f"{low} to {high}", f"{low} til {high}")
        words = (_OPPOSITES if self._target.negated else _OPERATORS)[operator]
        return f"{self.either(*words)} {self._bound('limit')}"

    def _bound(self, name: str) -> str:
        return self._quantity(self._target.measure(name))

    @property
    def off(self) -> str:
        """ ": 2 over"; nothing where the value equals its limit."""
        difference = self._target.difference
        if difference is None or abs(difference) < _NEAR or self._within_band:
            return ""
        side = self.either("over", "over") if difference > 0 else self.either("under", "under")
        return f": {self._distance(difference)} {side}"

    @property
    def _within_band(self) -> bool:
        """Whether it lies between two limits and is not to."""
        return self._target.negated and self._target.fact("operator") == "between"

    def _distance(self, difference: float) -> str:
        size = abs(difference)
        if self._unit == PERCENT:
            return self._points(shortened(size))
        return quantity(shortened(size), self._unit, self._language, decimal)

    def gap(self, name: str) -> str:
        """A gap, by the name of its measure."""
        gap = self._target.measure(name)
        if gap is None:
            return "?"
        if self._target.fact("measure") == "ratio":
            return self._share(gap)
        if self._unit == PERCENT:
            return self._points(self._told(gap))
        return self._quantity(gap)

    def bare_gap(self, name: str) -> str:
        """A gap without its unit, where the next one carries it."""
        gap = self._target.measure(name)
        if gap is None or self._target.fact("measure") == "ratio":
            return self.gap(name)
        return decimal(self._told(gap), self._language)

    def _share(self, share: float | None) -> str:
        if share is None:
            return "?"
        return f"{number(round(share * _PER_CENT, 1), self._language)} %"

    @property
    def progress(self) -> str:
        """The share of the gap that is closed."""
        return self._share(self._target.measure("progress"))

    @property
    def required(self) -> str:
        """The share of the gap that should be closed."""
        return self._share(self._target.measure("required_progress"))

    @property
    def closed(self) -> bool:
        """Whether the gap itself counts as closed, and not just the share that was due."""
        gap, tolerance = self._target.measure("gap"), self._target.fact("tolerance")
        return gap is not None and isinstance(tolerance, float) and gap <= tolerance + _NEAR

    @property
    def within_tolerance(self) -> bool:
        """Whether a gap that counts as closed is there still."""
        return bool(self._target.measure("gap") > _NEAR)

    @property
    def deadline(self) -> str:
        """ ", at the deadline"; nothing before it."""
        by = self._target.fact("by")
        at_end = isinstance(by, Period) and self._target.setting.as_of.ends >= by.ends
        return self.either(", at the deadline", ", ved fristen") if at_end else ""

    @property
    def by(self) -> str:
        """The deadline."""
        return self._period(self._target.fact("by"))

    @property
    def start(self) -> str:
        """The start."""
        return self._period(self._target.fact("start"))

    @property
    def at_start(self) -> str:
        """ "in 2016", of the start."""
        return self._when(self._target.fact("start"))

    @property
    def rates_at_zero(self) -> bool:
        """Whether it is judged by yearly rates of change, and those are to 0, from 0 or past it."""
        start = self._target.measure("start_value")
        match self._target.condition:
            case Held(_, Trajectory(Grow())):
                return bool(start == 0)
            case Held(_, Trajectory() as rule) if isinstance(rule.course.judging, Geometric | Pace):
                ends = (self._target.measure("ref"), self._target.measure("value"))
                return start is not None and any(e is not None and e * start <= 0 for e in ends)
            case _:
                return False

    @property
    def starts_counted(self) -> bool:
        """Whether the period that it starts in is judged too."""
        return isinstance(self._target.condition, EveryPeriod)

    @property
    def starts_in_years(self) -> bool:
        """Whether its start is told in years."""
        start = self._target.fact("start")
        first = start.first if isinstance(start, PeriodRange) else start
        return isinstance(first, Period) and first.length in (Length.YEAR, Length.SCHOOL_YEAR)

    @property
    def first_milestone(self) -> str | None:
        """The period of the first milestone; None where there are none."""
        match self._target.condition:
            case Held(_, Trajectory() as rule) if isinstance(rule.course.judging, Milestones):
                return self._period(rule.course.judging.stones[0].period)
            case _:
                return None

    def _period(self, period: object) -> str:
        return period_words(period, self._language) if isinstance(period, _PERIODS) else "?"

    def _when(self, period: object) -> str:
        return when_words(period, self._language) if isinstance(period, _PERIODS) else "?"

    @property
    def missing(self) -> str:
        """ "indbrud 2020 and 2 more"."""
        home = self._target.setting.area
        named = [
            f"{m.indicator} {self._dated(m)}{self._known_parts(m)}"
            if m.area == home
            else f"{m.indicator} {self.either('in', 'i')} {m.area} {self._dated(m)}"
            f"{self._known_parts(m)}"
            for m in self._target.missing
        ]
        shown, more = named[:_NAMED], len(named) - _NAMED
        if more > 0:
            return f"{', '.join(shown)} {self.either(f'and {more} more', f'og {more} til')}"
        return self.either(" and ", " og ").join(shown)

    def _dated(self, missing: "Missing") -> str:
        """ "2020", "in March 2020"."""
        period = parse_period(missing.period)
        if period is None or period.length in (Length.YEAR, Length.SCHOOL_YEAR):
            return missing.period
        return when_words(period, self._language)

    def _known_parts(self, missing: "Missing") -> str:
        """ " (9 of 12 months)"; nothing where no part is known."""
        if missing.parts is None:
            return ""
        known, wanted, length = missing.parts
        english, danish = _PARTS[length]
        return self.either(f" ({known} of {wanted} {english})", f" ({known} af {wanted} {danish})")

    @property
    def broken(self) -> str:
        """ "in 2018", of the series break."""
        breaks = [m.broken for m in self._target.missing if m.broken is not None]
        return self._when(parse_period(breaks[0])) if breaks else "?"

    @property
    def missed_steps(self) -> str:
        """ "in 2017 and 2019"."""
        steps = [name for name, _ in self._target.judged.steps if name.startswith(_STEP)]
        measured = steps or [n for n, _ in self._target.judged.measures if n.startswith(_STEP)]
        years = [n.removeprefix(_STEP) for n in measured if self._target.measure(n) is False]
        first, *more = (parse_period(year) for year in years)
        others = (self._period(period) for period in more)
        return listing([self._when(first), *others], self._language)

    @property
    def projected(self) -> bool:
        """Whether it is judged by its trend."""
        return self._target.measure("trend") is not None

    @property
    def has_gap(self) -> bool:
        """Whether it has a gap to something."""
        return self._target.measure("gap") is not None

    @property
    def has_way(self) -> bool:
        """Whether it is judged by how much of its way is covered."""
        return self._target.measure("pace") is not None and not self.projected

    @property
    def asks_if_known(self) -> bool:
        """Whether all that is asked is that there is a number."""
        return isinstance(self._target.condition, Known)

    @property
    def is_as_at_start(self) -> bool:
        """Whether the value is what it was at the start."""
        difference = self._target.difference
        return difference is not None and abs(difference) < _NEAR

    @property
    def is_known(self) -> bool:
        """Whether there is a number."""
        return self._target.value is not None

    @property
    def compared(self) -> str:
        """ "9 against 6"; against the start where there is no reference."""
        missing = self._target.measure("ref") is None
        if missing and self._target.measure("start_value") is None:
            return self.value
        against = self.started if missing else self.ref
        return f"{self.value} {self.either('against', 'mod')} {against}"

    @property
    def trend(self) -> str:
        """The mean yearly change of the gap."""
        return self.gap("trend")

    @property
    def arrives(self) -> bool:
        """Whether the trend covers all of the remaining way."""
        missed = self._target.measure("missed_share")
        return missed is not None and missed <= 0

    @property
    def missed_share(self) -> str:
        """The share of the remaining way that would be missed."""
        return self._share(self._target.measure("missed_share"))

    @property
    def limit(self) -> str:
        """What the value is held against."""
        return self._bound("limit")

    @property
    def started(self) -> str:
        """The value at the start."""
        return self._quantity(self._target.measure("start_value"))

    @property
    def grows(self) -> bool:
        """Whether it is held against growth from the start, and not against an end."""
        return self._target.fact("by") is None

    @property
    def first(self) -> str:
        """The first period in which it is judged; the agreement's own if outside."""
        return self._period(self._years[0])

    @property
    def last(self) -> str:
        """The last period in which it is judged; the agreement's own if outside."""
        return self._period(self._years[1])

    @property
    def at_first(self) -> str:
        """ "in 2017", of the first."""
        return self._when(self._years[0])

    @property
    def at_last(self) -> str:
        """ "in 2020", of the last."""
        return self._when(self._years[1])

    @property
    def _years(self) -> tuple[object, object]:
        own = self._target.fact("valid_first"), self._target.fact("valid_last")
        valid = self._agreed_years
        if valid is not None and (self.outside_agreement or own[0] is None):
            return valid.first, valid.last
        return own

    @property
    def outside_agreement(self) -> bool:
        """Whether the period judged lies outside the agreement's own years."""
        valid, as_of = self._agreed_years, self._target.setting.as_of
        return valid is not None and not (
            valid.first.starts <= as_of.starts and as_of.ends <= valid.last.ends
        )

    @property
    def _agreed_years(self) -> PeriodRange | None:
        agreement = self._target.spec.agreement
        return agreement.valid if agreement else None


_PERIODS = (Period, PeriodRange)
_STEP = "step "
_PARTS = {
    Length.HALF: ("half-years", "halvår"),
    Length.QUARTER: ("quarters", "kvartaler"),
    Length.MONTH: ("months", "måneder"),
    Length.DAY: ("days", "dage"),
}
_OPERATORS = {
    "<=": ("at most", "højst"),
    "<": ("below", "under"),
    ">=": ("at least", "mindst"),
    ">": ("above", "over"),
    "==": ("exactly", "præcis"),
}
# What a condition asks for that is not to hold: `not x > 10` is at most 10.
_OPPOSITES = {
    "<=": ("above", "over"),
    "<": ("at least", "mindst"),
    ">=": ("below", "under"),
    ">": ("at most", "højst"),
    "==": ("any number but", "alt andet end"),
}
