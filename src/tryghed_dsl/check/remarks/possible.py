"""The remarks that no figure can meet a target, and that every figure meets it."""

from collections.abc import Iterable, Iterator, Sequence

from tryghed_dsl.check.conditions import Band, Condition, Held, Limit, Not, Operator, children
from tryghed_dsl.check.model import Monitored, Spec, Target
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.remarks.claims import Claim, claims_of
from tryghed_dsl.check.remarks.ends import End, at_least, at_most, difference
from tryghed_dsl.check.remarks.stated import Stated
from tryghed_dsl.check.terms import Constant, Figure, Term
from tryghed_dsl.domain.period import PeriodRange
from tryghed_dsl.domain.unit import PERCENT, Direction
from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.syntax.printer import quoted_where_needed

_WHOLE = 100
_NO_TIME = (0.0, 0.0)
_BETTER = {Direction.LOWER: Operator.AT_MOST, Direction.HIGHER: Operator.AT_LEAST}
_MET_AT = {Operator.BELOW: Operator.AT_MOST, Operator.ABOVE: Operator.AT_LEAST}


def remark_on_possible(spec: Spec, targets: Iterable[Target], notes: Notes) -> set[str]:
    """Tell of targets that are met, or missed, whatever the figures say; the ids of those."""
    agreement = spec.agreement
    home, agreed = (agreement.area, agreement.baseline) if agreement else (None, None)
    start = agreed.last if isinstance(agreed, PeriodRange) else agreed
    odd = set[str]()
    for target in targets:
        if isinstance(target.promise, Monitored):
            continue
        known = Stated(spec.indicators, home, target.area)
        for held, holds in _parts(target.promise):
            code, words = _judge(held, known, holds=holds)
            if code is not None:
                odd.add(target.id)
                more = _instead(held, code, str(start or 2015)) if held is target.promise else {}
                notes.found.append(_finding(code, held, {**words, **more}))
    return odd


def _parts(promise: Condition) -> Iterator[tuple[Held, bool]]:
    """The subjects under rules, and whether what they say is to hold."""
    waiting = [(promise, True)]
    while waiting:
        current, holds = waiting.pop()
        if isinstance(current, Held):
            yield current, holds
        turned = holds is not isinstance(current, Not)
        waiting.extend((part, turned) for part in children(current))


def _judge(held: Held, known: Stated, *, holds: bool) -> tuple[str | None, dict[str, Argument]]:
    """The code of the remark on a rule, None where there is none, and what explains it."""
    claims = claims_of(held, known, _NO_TIME)
    if not claims or _told_already(held, claims):
        return None, {}
    bounds = _Bounds(held.subject, known)
    if any(map(bounds.excludes, claims)):
        return ("W230" if holds else "W231"), bounds.words(claims)
    if _apart(claims, known):
        return ("W230" if holds else "W231"), _turned(held)
    if isinstance(held.rule, Limit | Band) and all(map(bounds.grants, claims)):
        return ("W231" if holds else "W230"), bounds.words(claims)
    return None, {}


def _told_already(held: Held, claims: Iterable[Claim]) -> bool:
    """Whether a level is one that no share of a whole can have, which has a finding of its own."""
    ends = (claim.end for claim in claims)
    return held.unit == PERCENT and any(
        end.unknown is None and not 0 <= end.number <= _WHOLE for end in ends
    )


def _apart(claims: Sequence[Claim], known: Stated) -> bool:
    """Whether no figure lies between the ends of one rule."""
    highs = [claim.end for claim in claims if claim.upper]
    lows = [claim.end for claim in claims if not claim.upper]
    apart = (difference(low, high, known) for low in lows for high in highs)
    return any(by is not None and by > 0 for by in apart)


class _Bounds:
    """What figures a subject can have, by its unit and beside itself."""

    def __init__(self, subject: Term, known: Stated) -> None:
        self._subject = subject
        self._known = known
        self._least = at_least(subject, known)
        self._most = at_most(subject, known)

    def excludes(self, claim: Claim) -> bool:
        """Whether no figure can keep to an end."""
        room = self._room(claim, self._least if claim.upper else self._most)
        return room is not None and (room < 0 or (room == 0 and claim.strict))

    def grants(self, claim: Claim) -> bool:
        """Whether every figure keeps to an end."""
        room = self._room(claim, self._most if claim.upper else self._least)
        return room is not None and (room > 0 or (room == 0 and not claim.strict))

    def _room(self, claim: Claim, bound: float | None) -> float | None:
        """How much room an end leaves to a bound, or to the subject that it is made of."""
        if claim.end.unknown == self._subject:
            figure = End(0.0, self._subject, 1.0)
        elif bound is not None:
            figure = End(bound)
        else:
            return None
        room = difference(claim.end, figure, self._known)
        return room if room is None or claim.upper else -room

    def words(self, claims: Iterable[Claim]) -> dict[str, Argument]:
        """Why figures cannot lie elsewhere."""
        if any(claim.end.unknown == self._subject for claim in claims):
            return {}
        if self._least is not None and self._most is not None:
            return {"least": self._least, "most": self._most}
        return {} if self._least is None else {"only": self._least}


# ------------------------------------------------------------------ what may be meant


def _instead(held: Held, code: str, start: str) -> dict[str, str]:
    """What else can be written for a limit of one indicator."""
    rule, subject = held.rule, held.subject
    if not isinstance(rule, Limit) or not isinstance(subject, Figure):
        return {}
    name, limit = quoted_where_needed(subject.indicator), held.whole.text
    better = None if held.direction is None else _BETTER[held.direction]
    if rule.limit == subject:
        sign = better or rule.operator
        return {"start": f"{name} {sign} baseline({start})"}
    watched = {"watched": f"monitor {name}"} if code == "W231" else {}
    asked = _MET_AT.get(rule.operator, rule.operator)
    wanted = better or asked
    if isinstance(rule.limit, Constant) and rule.limit.value < 0:
        fall = f"{name} {wanted} previous({name}) - {abs(rule.limit.value):g}"
        falls = code == "W230" and wanted is Operator.AT_MOST
        return {**watched, "fall": fall} if falls else watched
    _, _, right = limit.partition(str(rule.operator))
    if wanted is not rule.operator and right and not _at_an_end(rule.limit, wanted):
        return {**watched, "sign": f"{name} {wanted} {right.strip()}"}
    return watched


def _at_an_end(limit: Term, wanted: Operator) -> bool:
    """Whether a limit with another sign would be met by every figure."""
    return limit == Constant(0.0 if wanted is Operator.AT_LEAST else _WHOLE)


def _turned(held: Held) -> dict[str, Argument]:
    """A band with its ends the other way round."""
    before, _, ends = held.whole.text.partition(" between ")
    low, joined, high = ends.partition(" and ")
    return {"turned": f"{before} between {high} and {low}"} if joined else {}


def _finding(code: str, held: Held, words: dict[str, Argument]) -> Finding:
    readings = [words[each] for each in ("sign", "fall", "start", "turned") if each in words]
    fixes = tuple(Fix((Edit(held.whole, str(text)),), certain=False) for text in readings)
    return Finding(code, (held.whole,), {"written": held.whole.text, **words}, fixes=fixes)
