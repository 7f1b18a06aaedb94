"""Which units go together, and what comes out of a calculation with them."""

from dataclasses import dataclass

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.terms import Constant, Term
from tryghed_dsl.domain.unit import NUMBER, PERCENT, POINTS, Unit
from tryghed_dsl.findings.finding import Argument, Expected
from tryghed_dsl.text.source import Span

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Typed:
    """A term with its unit and its place.

    Attributes:
        unit: None where it is not known; then it goes with everything.
        share: a lone percentage such as `8%`: a level of percent, or a share of something.
    """

    term: Term
    unit: Unit | None
    span: Span
    share: bool = False

    @property
    def phrase(self) -> Expected:
        """The unit in words."""
        if self.share:
            return Expected(("U_share",))
        return Expected(("U_number" if self.unit is None else f"U_{self.unit.quantity}",))


def added(left: Typed, sign: str, right: Typed, notes: Notes) -> Unit | None:
    """The unit of a sum or difference; what cannot be added is told."""
    if left.share or right.share:
        if left.share and right.share:
            return PERCENT
        _tell_mixed(left, sign, right, notes)
        return left.unit if right.share else right.unit
    if left.unit is None or right.unit is None:
        return left.unit or right.unit
    together = _sum_unit(left.unit, sign, right.unit)
    if together is None:
        _tell_apart(left, right, notes, f"{right.span.text} pp")
    return together


def _sum_unit(left: Unit, sign: str, right: Unit) -> Unit | None:
    if left == right:
        return POINTS if (left, sign) == (PERCENT, "-") else left
    if {left, right} == {PERCENT, POINTS}:
        return PERCENT
    if NUMBER in (left, right) and PERCENT not in (left, right):
        return left if right == NUMBER else right
    return None


def multiplied(left: Typed, sign: str, right: Typed, notes: Notes) -> Unit | None:
    """The unit of a product or quotient; None where it has no name here."""
    for side, other in ((left, right), (right, left)):
        if side.share:
            _tell_share(side, other, notes)
            return other.unit
    if left.unit is None or right.unit is None:
        return None
    if right.unit == NUMBER:
        return left.unit
    if sign == "/":
        return NUMBER if left.unit == right.unit else None
    return right.unit if left.unit == NUMBER else None


def held_against(subject: Typed, limit: Typed, notes: Notes) -> None:
    """Tell it where a subject and what it is held against are not of one unit."""
    if subject.unit is None or (limit.unit is None and not limit.share):
        return
    if limit.share:
        if subject.unit != PERCENT:
            _tell_share(limit, subject, notes)
        elif isinstance(limit.term, Constant) and not 0 <= limit.term.value <= _HUNDRED:
            notes.tell("E118", limit.span, written=limit.span.text)
        return
    if limit.unit not in (subject.unit, NUMBER) and subject.unit != NUMBER:
        _tell_apart(subject, limit, notes, "")


def _tell_apart(left: Typed, right: Typed, notes: Notes, points: str) -> None:
    args = {"left": left.phrase, "right": right.phrase}
    if points and left.unit == PERCENT and right.unit == NUMBER:
        notes.tell("E103", right.span, left.span, **args, points=points)
    else:
        notes.tell("E103", right.span, left.span, **args)


def _tell_share(share: Typed, other: Typed, notes: Notes) -> None:
    """A lone share where it can only be a share of something."""
    amount = share.span.text.rstrip("%").strip()
    written, relative = share.span.text, f"{amount}% of {_whole(other)}"
    spans = (share.span, other.span)
    notes.tell("E143", *spans, written=written, left=other.phrase, relative=relative)


def _tell_mixed(left: Typed, sign: str, right: Typed, notes: Notes) -> None:
    """A lone share added to something: a share of it, or percentage points."""
    share, other = (right, left) if right.share else (left, right)
    amount = share.span.text.rstrip("%").strip()
    args: dict[str, Argument] = {"written": share.span.text, "left": other.phrase}
    if right.share:
        change = float(amount) if sign == "+" else -float(amount)
        args["relative"] = f"{_HUNDRED + change:g}% of {_whole(other)}"
    if other.unit in (PERCENT, POINTS, None):
        args["points"] = f"{left.span.text} {sign} {amount} pp"
    notes.tell("E104", share.span, other.span, **args)


def _whole(side: Typed) -> str:
    """The words of a side, in brackets where they need them behind `of`."""
    words = side.span.text
    return f"({words})" if " " in words and not words.startswith("(") else words
