"""The parts that sentences are made of, in English and Danish."""

from typing import TYPE_CHECKING

from tryghed_dsl.check.conditions import Known
from tryghed_dsl.domain.period import Length, Period, PeriodRange
from tryghed_dsl.domain.unit import PERCENT, POINTS, Unit
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.text.language import Language, number

if TYPE_CHECKING:
    from tryghed_dsl.report.condition import ConditionReport, Missing

_NAMED = 2
# With such a verdict a value that is missing is one that the figures hold back.
_DECIDED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
_NEAR = 1e-9
_PER_CENT = 100
_CLOSE = 0.01
# Numbers with no more decimals than this are told as they are: somebody wrote them so.
_WRITTEN = 4


def quantity(value: float | None, unit: Unit | None, language: Language) -> str:
    """A number with its unit, as it stands in a sentence."""
    if value is None:
        return "?"
    written = number(value, language)
    if unit == PERCENT:
        return f"{written} %"
    if unit == POINTS:
        return points(value, language)
    return written


def points(value: float, language: Language) -> str:
    """A number of percentage points."""
    word = {Language.EN: "points", Language.DA: "procentpoint"}[language]
    if language is Language.EN and abs(abs(value) - 1) < _NEAR:
        word = "point"
    return f"{number(value, language)} {word}"


def shortened(value: float) -> float:
    """A number for a sentence: a calculated one with two decimals, or with three digits below 1."""
    if abs(value - round(value, _WRITTEN)) < _NEAR:
        return value
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
        return quantity(told, self._unit, self._language)

    def _told(self, value: float) -> float:
        """A number as it is told; with all its decimals where a small difference decides."""
        return value if self._is_close else shortened(value)

    @property
    def _is_close(self) -> bool:
        difference = self._target.difference
        return difference is not None and _NEAR < abs(difference) < _CLOSE

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
            return f"{self.value}, {asked} {self._limit()}"
        against = self.either("against", "mod")
        return f"{self.value} {against} {self._limit()}"

    def _limit(self) -> str:
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
            return points(self._told(size), self._language)
        return self._quantity(size)

    def gap(self, name: str) -> str:
        """A gap, by the name of its measure."""
        gap = self._target.measure(name)
        if gap is None:
            return "?"
        if self._target.fact("measure") == "ratio":
            return self._share(gap)
        if self._unit == PERCENT:
            return points(self._told(gap), self._language)
        return self._quantity(gap)

    def bare_gap(self, name: str) -> str:
        """A gap without its unit, where the next one carries it."""
        gap = self._target.measure(name)
        if gap is None or self._target.fact("measure") == "ratio":
            return self.gap(name)
        return number(self._told(gap), self._language)

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

    def fact(self, name: str) -> str:
        """A fact of the rule, such as the deadline."""
        return str(self._target.fact(name))

    @property
    def missing(self) -> str:
        """ "indbrud 2020 and 2 more"."""
        home = self._target.setting.area
        named = [
            f"{m.indicator} {m.period}{self._known_parts(m)}"
            if m.area == home
            else f"{m.indicator} {self.either('in', 'i')} {m.area} {m.period}{self._known_parts(m)}"
            for m in self._target.missing
        ]
        shown, more = named[:_NAMED], len(named) - _NAMED
        if more > 0:
            return f"{', '.join(shown)} {self.either(f'and {more} more', f'og {more} til')}"
        return self.either(" and ", " og ").join(shown)

    def _known_parts(self, missing: "Missing") -> str:
        """ " (9 of 12 months)"; nothing where no part is known."""
        if missing.parts is None:
            return ""
        known, wanted, length = missing.parts
        english, danish = _PARTS[length]
        return self.either(f" ({known} of {wanted} {english})", f" ({known} af {wanted} {danish})")

    @property
    def broken(self) -> str:
        """The period of the series break."""
        breaks = [m.broken for m in self._target.missing if m.broken is not None]
        return breaks[0] if breaks else "?"

    @property
    def missed_steps(self) -> str:
        """ "2017 and 2019"."""
        steps = [name for name, _ in self._target.judged.steps if name.startswith(_STEP)]
        measured = steps or [n for n, _ in self._target.judged.measures if n.startswith(_STEP)]
        years = [n.removeprefix(_STEP) for n in measured if self._target.measure(n) is False]
        return self.either(" and ", " og ").join(years)

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
    def years(self) -> tuple[str, str]:
        """The first and the last period in which it is judged; the agreement's own if outside."""
        own = self._target.fact("valid_first"), self._target.fact("valid_last")
        valid = self._agreed_years
        if valid is not None and (self.outside_agreement or own[0] is None):
            return str(valid.first), str(valid.last)
        return ("?", "?") if own[0] is None else (str(own[0]), str(own[1]))

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
