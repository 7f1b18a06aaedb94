"""The remarks on targets of one subject: that contradict each other, or say the same twice."""

from collections.abc import Iterable
from dataclasses import field
from enum import Enum
from typing import NamedTuple

from tryghed_dsl.check.conditions import Condition, Held, Limit, Trajectory, rule_terms
from tryghed_dsl.check.model import Agreement, Monitored, Spec, Target
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.remarks.claims import (
    Claim,
    Years,
    claims_of,
    subject_of,
    sure,
    years_of,
)
from tryghed_dsl.check.remarks.ends import difference
from tryghed_dsl.check.remarks.stated import Stated
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Span

# So many targets of one subject are held against each other, and the rest against these.
_MOST = 16


class Relation(Enum):
    """What two targets are to each other; the value is the code of the remark on it."""

    CONTRADICTING = "W232"
    SAME = "W233"
    LOOSER = "W234"


@dataclass(frozen=True, slots=True)
class Side:
    """One subject under a rule in a target that has to hold, with what it claims.

    Attributes:
        target: the target's id.
        promise: what is said again by another that is equal; None for a part of a target.
        plain: whether it is one limit that says nothing of warnings and chance.
        text: the target's wording, and where it stands.
        held: the subject under its rule; None for a promise that is not looked into.
    """

    target: str
    claims: tuple[Claim, ...]
    promise: object
    plain: bool
    years: Years
    text: str
    span: Span
    held: Held | None = None


class _Member(NamedTuple):
    """A subject under a rule in a target; none where the promise is not looked into."""

    target: Target
    held: Held | None
    holds: bool
    alone: bool

    def key(self, home: str | None) -> object:
        """What tells which others it is to be held against."""
        target, held = self.target, self.held
        about = (target.area or home) if held is None else subject_of(held, target, home)
        return about, target.part, target.latest, target.applies

    def side(self, known: Stated, agreement: Agreement | None) -> Side:
        """What it claims."""
        target, held = self.target, self.held
        years, promise = years_of(target, agreement), target.promise
        if held is None:
            return Side(target.id, (), promise, False, years, target.text, target.span)  # noqa: FBT003
        claims = tuple(claims_of(held, known, years, holds=self.holds))
        said = _said(promise, held, claims) if self.alone else None
        plain = self.alone and self.holds and _is_plain(held)
        # What a named condition says stands elsewhere.
        written = held is promise and held.span == target.span
        span, text = (held.whole, held.whole.text) if written else (target.span, target.text)
        return Side(target.id, claims, said, plain, years, text, span, held)


def _members(target: Target) -> list[_Member]:
    held = list(sure(target.promise))
    alone = len(held) == 1
    return [_Member(target, *each, alone) for each in held] or [
        _Member(target, None, holds=True, alone=True)
    ]


def _said(promise: Condition | Monitored, held: Held, claims: tuple[Claim, ...]) -> object:
    """What a target promises, however it is written and whatever it says of warnings."""
    if claims and not isinstance(held.rule, Trajectory):
        ends = frozenset((claim.upper, claim.end, claim.strict) for claim in claims)
        # Chance is another where the same number is decreed, and where it was counted.
        return ends if held.confidence is None else (ends, rule_terms(held.rule))
    return held.rule if promise is held else promise


def _is_plain(held: Held) -> bool:
    rule = held.rule
    if held.confidence is not None or not isinstance(rule, Limit) or rule.projection is not None:
        return False
    warnings = rule.warnings
    return (warnings.within, warnings.above, warnings.below) == (None, None, None)


# ------------------------------------------------------------------ two of them


def relation(one: Side, other: Side, known: Stated) -> Relation | None:
    """What one side is to another; None where nothing is certain."""
    if any(contradict(mine, its, known) for mine in one.claims for its in other.claims):
        return Relation.CONTRADICTING
    if one.promise is not None and one.promise == other.promise:
        nested = _covers(one.years, other.years) or _covers(other.years, one.years)
        return Relation.SAME if nested else None
    return Relation.LOOSER if _looser(one, other, known) else None


def contradict(one: Claim, other: Claim, known: Stated) -> bool:
    """Whether no figure can keep to both ends, at a time when both are asked."""
    if one.upper is other.upper or not _overlap(one.years, other.years):
        return False
    high, low = (one, other) if one.upper else (other, one)
    if high.relaxed is None or low.relaxed is None:
        return False
    apart = difference(low.relaxed, high.relaxed, known)
    if apart is None:
        return False
    return apart > 0 or (apart == 0 and (high.strict or low.strict))


def _looser(one: Side, other: Side, known: Stated) -> bool:
    """Whether one says nothing that the other does not say more strictly."""
    if not (one.plain and one.claims and other.plain and _covers(other.years, one.years)):
        return False
    return all(any(_within(its, mine, known) for its in other.claims) for mine in one.claims)


def _within(strict: Claim, loose: Claim, known: Stated) -> bool:
    """Whether all that keeps to one end keeps to the other."""
    if strict.upper is not loose.upper:
        return False
    apart = difference(loose.end, strict.end, known)
    if apart is None:
        return False
    room = apart if loose.upper else -apart
    return room > 0 or (room == 0 and (strict.strict or not loose.strict))


def _overlap(one: Years, other: Years) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _covers(outer: Years, inner: Years) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def related(
    one: Target, other: Target, known: Stated, agreement: Agreement | None
) -> tuple[Relation | None, Target]:
    """What two targets are to each other, and the one that this is said of."""
    sides = {each.key(known.home): each.side(known, agreement) for each in _members(other)}
    for member in _members(one):
        before = sides.get(member.key(known.home))
        if before is None:
            continue
        side = member.side(known, agreement)
        if found := relation(side, before, known):
            return found, one
        if _looser(before, side, known):
            return Relation.LOOSER, other
    return None, one


# ------------------------------------------------------------------ all of them


@dataclass(slots=True)
class _Group:
    """The sides of one subject that others are held against, and those that say the same."""

    known: Stated
    kept: list[Side] = field(default_factory=list)
    first: dict[object, Side] = field(default_factory=dict)

    def add(self, side: Side) -> tuple[Relation, Side, Side] | None:
        """Hold a side against those before it: what is found first, with the two sides."""
        for before in self.kept:
            if before.span == side.span and before.target != side.target:
                continue  # made by `for each`
            if found := relation(side, before, self.known):
                return found, side, before
            if _looser(before, side, self.known):
                return Relation.LOOSER, before, side
        if len(self.kept) < _MOST:
            self.kept.append(side)
        elif side.promise is not None:
            before = self.first.setdefault(side.promise, side)
            if before is not side and relation(side, before, self.known) is Relation.SAME:
                return Relation.SAME, side, before
        return None


def remark_together(spec: Spec, targets: Iterable[Target], notes: Notes) -> None:
    """Tell of targets that no figure can meet together, and of those that say nothing more."""
    agreement = spec.agreement
    home = agreement.area if agreement else None
    alike: dict[object, list[_Member]] = {}
    for target in targets:
        for member in _members(target):
            alike.setdefault(member.key(home), []).append(member)
    told = set[tuple[Span, Span]]()
    for members in alike.values():
        if len(members) > 1:
            known = Stated(spec.indicators, home, members[0].target.area)
            group = _Group(known)
            for member in members:
                found = group.add(member.side(known, agreement))
                if found is not None and (found[1].span, found[2].span) not in told:
                    told.add((found[1].span, found[2].span))
                    _tell(*found, notes)


def _tell(found: Relation, one: Side, other: Side, notes: Notes) -> None:
    if one.target == other.target and one.held is not None and other.held is not None:
        spans = (one.held.whole, other.held.whole)
        texts = (one.held.whole.text, other.held.whole.text)
    else:
        spans, texts = (one.span, other.span), (one.text, other.text)
    notes.tell(found.value, *spans, one=texts[0], other=texts[1])
