"""Several conditions as one table: the worst of them, or the k-th best."""

from collections.abc import Sequence

from tryghed_dsl.check.terms import Least
from tryghed_dsl.core.lower.rewrite import (
    FAIL,
    LEFT_OUT,
    PASS,
    PENDING,
    UNKNOWN,
    WARN,
    by_outcome,
    code,
    under,
)
from tryghed_dsl.core.lower.table import DETERIORATING, Table, always
from tryghed_dsl.core.program import (
    TRUE,
    Add,
    And,
    AtMost,
    Constant,
    Expression,
    Flag,
    Floor,
    Fold,
    Folding,
    If,
    Judged,
    Multiply,
    Not,
    Or,
    Row,
    Step,
    below,
)
from tryghed_dsl.domain.verdict import Reason, Verdict

_SHORT = Constant(1e-9)
_ZERO, _ONE = Constant(0.0), Constant(1.0)
_VERDICTS = {
    Verdict.FAIL: FAIL,
    Verdict.WARN: WARN,
    Verdict.PASS: PASS,
    Verdict.UNKNOWN: UNKNOWN,
    Verdict.PENDING: PENDING,
}


def together(members: Sequence[tuple[str, Table]], least: Least | None) -> Table:
    """The table of several conditions.

    Args:
        members: each condition's table with its wording.
        least: how many have to hold; None means all.
    """
    own = [_Member(text, under(f"{n}.", table), n) for n, (text, table) in enumerate(members, 1)]
    steps = [(*member.table.steps, (member.step.name, member.code)) for member in own]
    rows = _all_of(own) if least is None else _at_least(own, least)
    return Table(
        tuple(step for group in steps for step in group),
        rows,
        tuple(needed for member in own for needed in member.needed),
        flags=tuple(flag for member in own for flag in member.flags),
        parts=tuple(member.part for member in own),
    )


class _Member:
    """One of the conditions; its verdict is a step of its own."""

    def __init__(self, text: str, table: Table, number: int) -> None:
        self.table = table
        self.step = Step(f"{number}.verdict")
        self.code = by_outcome(_rows_of(table), code)
        named = ((name.removeprefix(f"{number}."), Step(name)) for name, _ in table.steps)
        self.part = Judged(
            text,
            (),
            _rows_of(table),
            table.needed,
            (*named, *table.measures),
            table.flags,
            table.facts,
            table.parts,
        )

    def has(self, verdict: Constant) -> Expression:
        """Whether it has a verdict, by the number that stands for it."""
        at_most = AtMost(self.step, verdict, plain=True)
        return And((at_most, AtMost(verdict, self.step, plain=True)))

    @property
    def needed(self) -> tuple[Expression, ...]:
        """What it needs, where it has no verdict for want of it."""
        unknown = self.has(UNKNOWN)
        return tuple(If(unknown, needed, _ZERO) for needed in self.table.needed)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Its flags, where it is judged; where it is heading is told of the part alone."""
        judged = Not(Or((self.has(PENDING), self.has(LEFT_OUT))))
        return tuple(
            Flag(flag.name, And((judged, flag.condition)))
            for flag in self.table.flags
            if flag.name != DETERIORATING
        )


def _rows_of(table: Table) -> tuple[Row, ...]:
    """A table's rows; of one that is not judged at this date, why not."""
    return table.rows if table.due is None else (always(Verdict.PENDING, table.due),)


# ------------------------------------------------------------------ the verdict of all


def _all_of(members: list[_Member]) -> tuple[Row, ...]:
    """The worst of those that are judged."""
    order = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.WARN, Verdict.PASS)
    found = (
        Row(Or(tuple(m.has(_VERDICTS[verdict]) for m in members)), _first(members, verdict))
        for verdict in order
    )
    return (*found, *_nothing(members)) if members else _empty()


def _at_least(members: list[_Member], least: Least) -> tuple[Row, ...]:
    """The k-th best, where the unknown and pending ones cannot change it."""
    if not members:
        return _empty()
    count = {verdict: _count(members, verdict) for verdict in _VERDICTS}
    open_ones = Add((("+", count[Verdict.UNKNOWN]), ("+", count[Verdict.PENDING])))
    good = Add((("+", count[Verdict.PASS]), ("+", count[Verdict.WARN])))
    counted = Add((("+", good), ("+", count[Verdict.FAIL]), ("+", open_ones)))
    k = _needed(least, counted)
    return (
        Row(below(counted, k), _nothing(members)),
        Row(AtMost(k, count[Verdict.PASS]), _first(members, Verdict.PASS)),
        Row(below(_plus(good, open_ones), k), _first(members, Verdict.FAIL)),
        Row(
            And((AtMost(k, good), below(_plus(count[Verdict.PASS], open_ones), k))),
            _first(members, Verdict.WARN),
        ),
        Row(AtMost(_ONE, count[Verdict.UNKNOWN]), _first(members, Verdict.UNKNOWN)),
        Row(TRUE, _first(members, Verdict.PENDING)),
    )


def _plus(left: Expression, right: Expression) -> Expression:
    return Add((("+", left), ("+", right)))


def _count(members: list[_Member], verdict: Verdict) -> Expression:
    return Fold(Folding.COUNT, tuple(member.has(_VERDICTS[verdict]) for member in members))


def _needed(least: Least, counted: Expression) -> Expression:
    """How many have to hold; a share is of those that count, rounded up, and at least one."""
    if not least.share:
        return Constant(least.amount)
    share = Add((("+", Multiply((("*", Constant(least.amount)), ("*", counted)))), ("-", _SHORT)))
    rounded_up = Add((("-", Floor(Add((("-", share),)))),))
    return Fold(Folding.MAX, (_ONE, rounded_up))


def _first(members: list[_Member], verdict: Verdict) -> tuple[Row, ...]:
    """The table of the first member with a verdict, which then gives the reason."""
    *others, last = members
    rows = (Row(member.has(_VERDICTS[verdict]), member.part.rows) for member in others)
    return (*rows, Row(TRUE, last.part.rows))


def _nothing(members: list[_Member]) -> tuple[Row, ...]:
    """The rows where too few are judged at all: pending, and why the first is."""
    rows = (Row(member.has(PENDING), member.part.rows) for member in members)
    return (*rows, *_empty())


def _empty() -> tuple[Row, ...]:
    return (always(Verdict.PENDING, Reason.NOT_APPLICABLE),)
