"""Periods in words, as sentences name them: "in March 2024", "on 1 January 2017"."""

from datetime import date

from tryghed_dsl.domain.period import Length, Period, PeriodRange, parse_period
from tryghed_dsl.text.language import Language

_MONTHS = {
    Language.EN: (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    Language.DA: (
        *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august"),
        *("september", "oktober", "november", "december"),
    ),
}
_ORDINALS = ("first", "second", "third", "fourth")
_PARTS = {Length.HALF: ("half", "halvår"), Length.QUARTER: ("quarter", "kvartal")}
_YEARS = (Length.YEAR, Length.SCHOOL_YEAR)


def period_words(period: Period | PeriodRange, language: Language) -> str:
    """A period as a sentence names it; years stay as they are written."""
    if isinstance(period, PeriodRange):
        first, last = (period_words(end, language) for end in (period.first, period.last))
        to = {Language.EN: " to ", Language.DA: " til "}[language]
        return f"{first}{'-' if period.first.length in _YEARS else to}{last}"
    if period.length is Length.DAY:
        return _day(date.fromordinal(period.index), language)
    if period.length in _YEARS:
        return str(period)
    place = period.index % period.length.value
    if period.length is Length.MONTH:
        return f"{_MONTHS[language][place]} {period.year}"
    english, danish = _PARTS[period.length]
    if language is Language.DA:
        return f"{place + 1}. {danish} {period.year}"
    return f"the {_ORDINALS[place]} {english} of {period.year}"


def _day(day: date, language: Language) -> str:
    month = _MONTHS[language][day.month - 1]
    if language is Language.DA:
        return f"den {day.day}. {month} {day.year}"
    return f"{day.day} {month} {day.year}"


def when_words(period: Period | PeriodRange, language: Language) -> str:
    """A period with what stands before it: "in 2017", "on 1 January 2017"."""
    words = period_words(period, language)
    if isinstance(period, Period) and period.length is Length.DAY:
        return words if language is Language.DA else f"on {words}"
    return f"{'i' if language is Language.DA else 'in'} {words}"


def named_period(written: str, language: Language) -> str:
    """A period that is known by how it is written, in words; anything else as it is."""
    period = parse_period(written)
    return written if period is None else period_words(period, language)
