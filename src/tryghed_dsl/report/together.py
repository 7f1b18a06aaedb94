"""Conditions together in one sentence: how many hold, which do not, and what that means."""

import math
from typing import TYPE_CHECKING

from tryghed_dsl.check.conditions import EveryArea, EveryPeriod, Not, Several
from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.report.period_words import named_period, when_words
from tryghed_dsl.text.language import Language, listing

if TYPE_CHECKING:
    from tryghed_dsl.check.conditions import Condition
    from tryghed_dsl.report.condition import ConditionReport

_COUNTED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL, Verdict.UNKNOWN)
_MOST_NAMED = 4
_SHORT = 1e-9
_LISTS = {
    "fixed": ("the list is fixed", "listen ligger fast"),
    "anew": ("the list is drawn anew each period", "listen dannes på ny hver periode"),
}


def of_parts(condition: "ConditionReport", language: Language) -> str:
    """How many of the parts hold, and what the part that decides says."""
    told = _Without if _is_of_none(condition.condition) else _Together
    return told(condition, language).sentence()


def named_condition(condition: "ConditionReport", language: Language) -> str:
    """A condition within a sentence: by its name where it has one, else as it is written."""
    if condition.called is None:
        return condition.text
    word = {Language.EN: "the condition", Language.DA: "betingelsen"}[language]
    return f'{word} "{_title(condition, language)}"'


def _title(condition: "ConditionReport", language: Language) -> str:
    """A condition by its name, where it has one."""
    if condition.called is None or not condition.negated:
        return condition.called or condition.text
    return f"{'ikke' if language is Language.DA else 'not'} {condition.called}"


def _is_of_none(condition: "Condition | None") -> bool:
    """Whether a condition must hold for none of its parts: `no area in bydele: …`."""
    match condition:
        case EveryArea(_, None, Not()) | EveryPeriod(_, _, None, Not()):
            return True
        case Several(None, members):
            return bool(members) and all(isinstance(member, Not) for member in members)
        case _:
            return False


class _Together:
    """What is said of several conditions that should hold."""

    def __init__(self, condition: "ConditionReport", language: Language) -> None:
        self._condition = condition
        self._language = language
        self._counted = [part for part in condition.parts if part.verdict in _COUNTED]

    def _say(self, english: str, danish: str) -> str:
        return danish if self._language is Language.DA else english

    def sentence(self) -> str:
        """The whole sentence."""
        told = self._how_many() + self._list() if self._counted else self._none()
        verdict = self._condition.verdict
        if self._condition.negated and verdict in (Verdict.PASS, Verdict.FAIL):
            return f"{told}; {self._negated()}."
        decisive = self._decisive()
        if decisive is None or verdict is Verdict.PASS or decisive.reason is Reason.NOT_APPLICABLE:
            return f"{told}."
        return f"{told}; {self._name(decisive)}: {decisive.sentence(self._language)}"

    def _decisive(self) -> "ConditionReport | None":
        """The first part with the verdict and reason of the whole."""
        whole = self._condition.verdict, self._condition.reason
        parts = self._condition.parts
        return next((part for part in parts if (part.verdict, part.reason) == whole), None)

    def _how_many(self) -> str:
        hold, count = self._count(Verdict.PASS), len(self._counted)
        told = self._say(f"{hold} of {count} hold", f"{hold} af {count} er opfyldt")
        return told + self._unknown() + self._needed(count) + self._missed()

    def _count(self, verdict: Verdict) -> int:
        return sum(part.verdict is verdict for part in self._counted)

    def _unknown(self) -> str:
        """How many are not known to hold or not."""
        unknown = self._count(Verdict.UNKNOWN)
        if not unknown:
            return ""
        are = "is" if unknown == 1 else "are"
        return self._say(f" and {unknown} {are} unknown", f", og {unknown} kan ikke vurderes")

    def _needed(self, count: int) -> str:
        """How many had to hold, where that is neither one nor all, and not met."""
        needed = _needed_of(self._condition, count)
        if needed is None or self._condition.verdict is Verdict.PASS or self._condition.negated:
            return ""
        are = "is" if needed == 1 else "are"
        return self._say(f" where {needed} {are} asked for", f", hvor {needed} kræves")

    def _missed(self) -> str:
        """The areas or periods in which it does not hold."""
        names = self._failed()
        return f", {self._say('not', 'ikke')} {names}" if names else ""

    def _failed(self) -> str:
        """The areas or periods that fail, where neither all do nor one alone decides."""
        parts = [part for part in self._counted if part.is_place and part.verdict is Verdict.FAIL]
        told_anyway = len(parts) == 1 and self._condition.verdict is Verdict.FAIL
        if not parts or told_anyway or len(parts) == len(self._counted):
            return ""
        shown = [self._name(part) for part in parts[:_MOST_NAMED]]
        if len(parts) > _MOST_NAMED:
            shown.append(self._say("others", "flere"))
        return listing(shown, self._language)

    @property
    def _goes_through_periods(self) -> bool:
        return isinstance(self._condition.condition, EveryPeriod)

    def _name(self, part: "ConditionReport") -> str:
        """What a part is called: its name, its period in words, or as it is written."""
        if part.is_place and self._goes_through_periods:
            return named_period(part.text, self._language)
        return part.text if part.is_place else _title(part, self._language)

    def _list(self) -> str:
        drawn = self._condition.fact("list")
        return f" ({self._say(*_LISTS[drawn])})" if isinstance(drawn, str) else ""

    def _none(self) -> str:
        if self._condition.fact("list") is not None:
            return self._say("No area is in the list", "Intet område er på listen")
        return self._say("None of its parts is judged", "Ingen af delene bedømmes")

    def _negated(self) -> str:
        """What the parts mean for a condition that is not to hold."""
        called = self._condition.called
        name = "" if called is None else f' "{called}"'
        if self._condition.verdict is Verdict.FAIL:
            return self._say(
                f"so the condition{name} holds, and it should not",
                f"dermed gælder betingelsen{name}, og det må den ikke",
            )
        return self._say(
            f"so the condition{name} does not hold, as it should be",
            f"dermed gælder betingelsen{name} ikke, sådan som den skal",
        )


class _Without(_Together):
    """What is said of one that must hold for none of its parts."""

    def _where(self, part: "ConditionReport") -> str:
        """ " in 2018", of an area or period; nothing for other parts."""
        period = parse_period(part.text) if self._goes_through_periods else None
        if period is not None:
            return f" {when_words(period, self._language)}"
        return f" {self._say('in', 'for')} {part.text}" if part.is_place else ""

    def _how_many(self) -> str:
        holds, count = self._count(Verdict.FAIL), len(self._counted)
        if holds or self._count(Verdict.UNKNOWN):
            told = self._say(
                f"It holds in {holds} of {count}", f"Det gælder for {holds} af {count}"
            )
            names = self._failed()
            return told + (f": {names}" if names else "") + self._unknown()
        if count == 1:
            return self._say("It does not hold", "Det gælder ikke") + self._where(self._counted[0])
        return self._say(f"It holds in none of the {count}", f"Det gælder for ingen af de {count}")


def _needed_of(condition: "ConditionReport", count: int) -> int | None:
    """How many have to hold, where the condition gives a number."""
    match condition.condition:
        case Several(least) if least is not None and least > 1:
            return least
        case EveryArea(least=least) | EveryPeriod(least=least) if least is not None:
            if least.share:
                return max(1, math.ceil(least.amount * count - _SHORT))
            return int(least.amount)
        case _:
            return None
