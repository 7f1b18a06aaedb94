"""Trajectories: when they are judged, by which table, and what is told (section 6)."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from oracle import meaning_chance as chance
from oracle import meaning_limits as limits
from oracle import meaning_objectives as objectives
from oracle import meaning_rows as rows
from oracle import meaning_starts as starts
from oracle import meaning_ways as ways
from oracle import model as m
from oracle.exact import ONE, Border, Exact, Unsettled, at_most, equal
from oracle.frames import UNDEFINED, Frame, Value, absent, combined
from oracle.verdicts import Judged

# ------------------------------------------------------------------ dates


def starts_later(condition: m.Condition, frame: Frame) -> bool:
    """The first row: P <= Y0."""
    if not isinstance(condition, m.Trajectory):
        return False
    start = starts.start_of(condition, frame)
    return start is not None and frame.year <= start.last


def not_due(condition: m.Condition, frame: Frame) -> bool:
    """`judge=end` before Y; ruling 19: milestones before the first."""
    if not isinstance(condition, m.Trajectory):
        return False
    objective = condition.objective
    if isinstance(objective.path, tuple):
        return frame.year < min(each.year for each in objective.path)
    return objective.judge == "end" and objective.by is not None and frame.year < objective.by


# ------------------------------------------------------------------ tables


def trajectory(condition: m.Trajectory, clauses: m.Clauses, frame: Frame) -> Judged:
    """The table of section 6 that belongs to the objective."""
    judged = frame
    frame = limits.stood_in(condition.subject, clauses, frame)
    if frame.year != judged.year and _other_row(condition, frame, judged):
        raise Unsettled
    found = _by_objective(condition, clauses, frame)
    if found.verdict == "unknown":
        return found
    return chance.of_trajectory(found, condition, frame)


def _by_objective(condition: m.Trajectory, clauses: m.Clauses, frame: Frame) -> Judged:
    objective = condition.objective
    if objective.kind == "grow":
        return objectives.grow(condition, clauses, frame)
    if objective.kind == "improve":
        return objectives.improve(condition, frame)
    if isinstance(objective.path, tuple) and objective.by and frame.year < objective.by:
        return objectives.milestone(condition, clauses, frame)
    way = ways.way_of(condition, frame)
    if objective.judge == "projection":
        found = objectives.projected(condition, way, frame)
    elif objective.judge == "pace":
        found = rows.rows(way, lambda: objectives.pace(condition, way, frame), clauses, lost=False)
    else:
        found = rows.rows(way, lambda: ways.covered(condition, way), clauses)
    if found.verdict == "unknown":
        return found
    return replace(found, measures=_measures(condition, way) | found.measures)


def _other_row(condition: m.Trajectory, older: Frame, judged: Frame) -> bool:
    """Whether an older figure would stand before the start, or on the other side of Y."""
    by, path = condition.objective.by, condition.objective.path
    cuts = [by] if by is not None else []
    cuts += [each.year for each in path] if isinstance(path, tuple) else []
    return starts_later(condition, older) or any(older.year < cut <= judged.year for cut in cuts)


# ------------------------------------------------------------------ what is told beside


def _measures(condition: m.Trajectory, way: "ways.Way") -> dict[str, Value]:
    """What the report says beside the verdict; without what rounding leaves open."""
    asked: dict[str, Callable[[], Value]] = {
        "value": lambda: way.now,
        "limit": lambda: way.ref,
        "difference": lambda: combined(lambda x, y: x - y, way.now, way.ref),
        "progress": lambda: way.closed,
    }
    if condition.objective.judge != "projection":
        asked["required_progress"] = lambda: ways.required(condition, way)
        if _has_path(way):
            asked["needed_now"] = lambda: _on_path(way, ways.required(condition, way))
            asked["needed_per_year"] = lambda: _needed_per_year(way)
    measures = {}
    for name, measure in asked.items():
        with suppress(Border):
            measures[name] = measure()
    return measures


def _needed_per_year(way: "ways.Way") -> Value:
    """The change per year still needed to arrive; none at Y or later, or where it has arrived."""
    if way.ended:
        return UNDEFINED
    end = _on_path(way, way.part or ONE)
    open_at_end = combined(lambda gap, part: gap * (ONE - part), way.gap_start, way.part or ONE)
    if absent(end, way.gap) is None and _arrived(way.gap, open_at_end):
        return UNDEFINED
    return combined(lambda there, here: (there - here) / way.left, end, way.now)


def _arrived(gap: Value, at_end: Value) -> bool:
    return isinstance(gap, Exact) and isinstance(at_end, Exact) and at_most(gap, at_end)


def _has_path(way: "ways.Way") -> bool:
    """Whether the texts say where the path lies.

    They do not where it was there at the start, where it is there now, and without a direction
    where start and now lie on either side of the reference, or on neither.
    """
    for gap in (way.gap, way.gap_start):
        if isinstance(gap, Exact) and at_most(gap, way.tolerance):
            return False
    if way.sign is not None or absent(way.now, way.ref, way.start, way.ref_start):
        return True
    if any(_alike(*pair) for pair in ((way.now, way.ref), (way.start, way.ref_start))):
        return False
    sides = [
        combined(lambda x, y: x - y, way.now, way.ref),
        combined(lambda x, y: x - y, way.start, way.ref_start),
    ]
    return all(isinstance(side, Exact) and side.value > 0 for side in sides) or all(
        isinstance(side, Exact) and side.value < 0 for side in sides
    )


def _alike(x: Value, ref: Value) -> bool:
    return isinstance(x, Exact) and isinstance(ref, Exact) and equal(x, ref)


def _on_path(way: "ways.Way", share: Value) -> Value:
    """The subject's value where this share of the gap at the start is closed."""

    def point(ref: Exact, gap: Exact, covered: Exact) -> Exact:
        side = Exact(way.sign or _side(way))
        open_gap = side * gap * (ONE - covered)
        return ref * (ONE + open_gap) if way.ratio else ref + open_gap

    return combined(point, way.ref, way.gap_start, share)


def _side(way: "ways.Way") -> int:
    above_ref = combined(lambda x, y: x - y, way.now, way.ref)
    return -1 if isinstance(above_ref, Exact) and above_ref.value < 0 else 1
