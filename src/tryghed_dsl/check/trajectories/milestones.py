"""Milestones: `path={2018: 10, 2019: reduce 8%}`."""

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.levels import held_limit, is_ratio
from tryghed_dsl.check.notes import part_called
from tryghed_dsl.check.objectives import Change, Milestone, Milestones
from tryghed_dsl.check.trajectories.aims import Aim
from tryghed_dsl.check.trajectories.amounts import read_amount
from tryghed_dsl.check.trajectories.ways import change_word, check_way
from tryghed_dsl.domain.period import Period, PeriodRange
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.syntax import nodes

_CHANGES = ("reduce", "increase")
# From where to when: the start and the deadline.
Way = tuple[Period | PeriodRange | None, Period | None]


def read_milestones(node: nodes.Milestones, aim: Aim, way: Way) -> Milestones | None:
    """Check milestones, and put them in the order of their periods; None where there are none.

    Args:
        node: the milestones as written.
        aim: the objective that they lead to.
        way: the start and the deadline, as far as they are known.
    """
    said, found = dict[Period, nodes.Milestone](), list[Milestone]()
    for entry in node.entries:
        stone = _milestone(entry, aim)
        if stone is None:
            continue
        first = said.setdefault(stone.period, entry)
        if first is not entry:
            aim.notes.tell("E112", entry.span, first.span, clause=str(stone.period))
        _check_place(entry, stone.period, aim, way)
        found.append(stone)
    in_order = sorted(found, key=lambda stone: stone.period.ends)
    return Milestones(tuple(in_order)) if found else None


def _check_place(entry: nodes.Milestone, period: Period, aim: Aim, way: Way) -> None:
    """Tell of a milestone that does not lie between the start and the deadline."""
    start, by = way
    last = start.last if isinstance(start, PeriodRange) else start
    if start is not None and last is not None and period.ends <= last.ends:
        aim.notes.tell("E177", entry.span, written=str(period), start=str(start))
    if by is not None and period.ends >= by.ends:
        aim.notes.tell("E177", entry.span, written=str(period), by=str(by))


def _as_change(entry: nodes.Milestone, aim: Aim) -> dict[str, str]:
    """A milestone that is a percentage, as a change since the start."""
    if is_ratio(aim.subject, aim.reading.scope.indicators):
        return {}
    return {"change": f"{entry.when.span.text}: {change_word(aim)} {entry.value.span.text}"}


def _milestone(entry: nodes.Milestone, aim: Aim) -> Milestone | None:
    period = periods.real_period(entry.when, aim.notes)
    change = entry.change
    if change is None:
        assert not isinstance(entry.value, nodes.Part)  # noqa: S101 -- a band stands behind a word
        value = held_limit(entry.value, aim.subject, aim.reading, _as_change(entry, aim)).term
        return None if period is None else Milestone(period, value)
    if change.text not in _CHANGES:
        words = {"written": change.text, "name": part_called("path")}
        aim.notes.tell("E110", change.span, **words, expected=Listed(_CHANGES))
        return None
    argument = nodes.Argument(None, entry.value, span=entry.value.span)
    amount = read_amount(argument, "amount", aim)
    if amount is None or period is None:
        return None
    made = Change(amount, up=change.text == "increase")
    check_way(made, change, aim)
    return Milestone(period, None, made)
