"""Terms over the areas of a list: aggregates, ranks and counts."""

from tryghed_dsl.check import terms
from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.check.terms import Least
from tryghed_dsl.core.lower.condition import truth
from tryghed_dsl.core.lower.folds import at_least
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import (
    MISSING,
    TRUE,
    Add,
    And,
    AtMost,
    Constant,
    Expression,
    Fold,
    Folding,
    If,
    IsMissing,
    Multiply,
    Not,
    Or,
)
from tryghed_dsl.domain.unit import Direction

_ONE = Constant(1.0)


def members_of(name: str, frame: Frame) -> tuple[tuple[str, Expression], ...]:
    """The areas that can be in a list, each with whether it is."""
    areas = frame.spec.lists[name]
    return tuple((area, _is_member(areas.where, frame.inside(area))) for area in areas.members)


def _is_member(where: tuple[Condition, ...], frame: Frame) -> Expression:
    asked = tuple(truth(condition, frame) for condition in where)
    return asked[0] if len(asked) == 1 else And(asked) if asked else TRUE


@lower_term.register(terms.OverAreas)
def _over_areas(term: terms.OverAreas, frame: Frame) -> Expression:
    items = tuple(
        (member, lower_term(term.operand, frame.inside(area)))
        for area, member in members_of(term.areas, frame)
    )
    return _over(Folding(term.how.kind.value), items, term.how.least, term.how.share)


@lower_term.register(terms.Rank)
def _rank(term: terms.Rank, frame: Frame) -> Expression:
    own = lower_term(term.operand, frame)
    items = tuple(
        (member, _better(lower_term(term.operand, frame.inside(area)), own, term.direction))
        for area, member in members_of(term.areas, frame)
    )
    better = _over(Folding.COUNT, items, term.least, None)
    # Nothing has a rank that has no value, not even where there is nothing to be ranked among.
    return If(IsMissing(own), MISSING, Add((("+", _ONE), ("+", better))))


def _better(value: Expression, own: Expression, direction: Direction) -> Expression:
    if direction is Direction.LOWER:
        return Not(AtMost(own, value, plain=True))
    return Not(AtMost(value, own, plain=True))


@lower_term.register(terms.CountAreas)
def _count_areas(term: terms.CountAreas, frame: Frame) -> Expression:
    items = tuple(
        And((member, truth(term.condition, frame.inside(area))))
        for area, member in members_of(term.areas, frame)
    )
    return Fold(Folding.COUNT, items, at_least(term.least, len(items)))


def _over(
    kind: Folding,
    items: tuple[tuple[Expression, Expression], ...],
    least: Least | None,
    share: float | None,
) -> Expression:
    """The values of those that are members made one."""
    if all(member == TRUE for member, _ in items):
        values = tuple(value for _, value in items)
        return Fold(kind, values, at_least(least, len(values)), share)
    values = tuple(If(member, value, MISSING) for member, value in items)
    result = Fold(kind, values, 0 if kind in (Folding.COUNT, Folding.SUM) else 1, share)
    if least is None:
        unknown = tuple(
            Or((IsMissing(member), And((member, IsMissing(value))))) for member, value in items
        )
        return If(Or(unknown), MISSING, result)
    return If(AtMost(_needed(least, items), Fold(Folding.KNOWN, values)), result, MISSING)


def _needed(least: Least, items: tuple[tuple[Expression, Expression], ...]) -> Expression:
    """How many must be known; a share is one of those that can be members."""
    if not least.share:
        return Constant(least.amount)
    members = Fold(Folding.COUNT, tuple(Or((m, IsMissing(m))) for m, _ in items))
    return Multiply((("*", Constant(least.amount)), ("*", members)))
