"""Conditions together in one sentence: how many hold, which do not, and what that means."""

import math
from typing import TYPE_CHECKING

from tryghed_dsl.check.conditions import EveryArea, EveryPeriod, Several
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.text.language import Language, listing

if TYPE_CHECKING:
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
    return _Together(condition, language).sentence()


class _Together:
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
        return f"{told}; {decisive.text}: {decisive.sentence(self._language)}"

    def _decisive(self) -> "ConditionReport | None":
        """The first part with the verdict and reason of the whole."""
        whole = self._condition.verdict, self._condition.reason
        parts = self._condition.parts
        return next((part for part in parts if (part.verdict, part.reason) == whole), None)

    def _how_many(self) -> str:
        hold = sum(part.verdict is Verdict.PASS for part in self._counted)
        count = len(self._counted)
        told = self._say(f"{hold} of {count} hold", f"{hold} af {count} er opfyldt")
        return told + self._needed(count) + self._missed()

    def _needed(self, count: int) -> str:
        """How many had to hold, where that is neither one nor all, and not met."""
        needed = _needed_of(self._condition, count)
        if needed is None or self._condition.verdict is Verdict.PASS or self._condition.negated:
            return ""
        return self._say(f" where {needed} are asked for", f", hvor {needed} kræves")

    def _missed(self) -> str:
        """The areas or periods in which it does not hold."""
        names = [p.text for p in self._counted if p.is_place and p.verdict is Verdict.FAIL]
        told_anyway = len(names) == 1 and self._condition.verdict is Verdict.FAIL
        if not names or told_anyway or len(names) == len(self._counted):
            return ""
        shown = names[:_MOST_NAMED]
        if len(names) > _MOST_NAMED:
            shown.append(self._say("others", "flere"))
        return f", {self._say('not', 'ikke')} {listing(shown, self._language)}"

    def _list(self) -> str:
        drawn = self._condition.fact("list")
        return f" ({self._say(*_LISTS[drawn])})" if isinstance(drawn, str) else ""

    def _none(self) -> str:
        if self._condition.fact("list") is not None:
            return self._say("No area is in the list", "Intet område er på listen")
        return self._say("None of its parts is judged", "Ingen af delene bedømmes")

    def _negated(self) -> str:
        """What the parts mean for a condition that is not to hold."""
        if self._condition.verdict is Verdict.FAIL:
            return self._say(
                "so the condition holds, and it should not",
                "dermed gælder betingelsen, og det må den ikke",
            )
        return self._say(
            "so the condition does not hold, as it should be",
            "dermed gælder betingelsen ikke, sådan som den skal",
        )


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
