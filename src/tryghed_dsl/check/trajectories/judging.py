"""How the years on the way are judged: `judge=` and `path=`."""

from typing import TYPE_CHECKING

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.check.objectives import AtEnd, Geometric, Judging, Linear, Pace, Projection
from tryghed_dsl.check.trajectories.aims import Aim
from tryghed_dsl.check.trajectories.arguments import tell_value
from tryghed_dsl.check.trajectories.ways import needs_direction
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.syntax import nodes

if TYPE_CHECKING:
    from tryghed_dsl.check.trajectories.milestones import Way

PROJECTION = "projection(5 years)"
_MILESTONES = "{2018: 10}"


def read_judging(aim: Aim, way: "Way") -> Judging:
    """Check how a trajectory is judged before its deadline.

    Args:
        aim: the objective.
        way: the start and the deadline, as far as they are known.
    """
    how, path = aim.arguments.get("judge"), aim.arguments.get("path")
    if how is None or _word(how) == "path":
        return Linear() if path is None else _path(path, aim, way)
    judging = _judge(how, aim)
    if path is not None and judging is not None:
        words = {"part": "path", "other": f"judge={how.value.span.text}"}
        aim.notes.tell("E175", path.span, how.span, **words)
    return judging or Linear()


def _word(argument: nodes.Argument) -> str | None:
    return argument.value.text if isinstance(argument.value, nodes.Name) else None


def _judge(how: nodes.Argument, aim: Aim) -> Judging | None:
    """How it is judged; None for what there is not, which is told."""
    known = aim.kind.judging
    listed = Listed(tuple(PROJECTION if each == "projection" else each for each in known))
    match how.value:
        case nodes.Name("end"):
            return AtEnd()
        case nodes.Name("pace") if "pace" in known:
            return Pace()
        case nodes.Call(nodes.Name("projection")) as call:
            return read_projection(call, aim.notes)
        case _:
            tell_value(how, listed, aim.notes)
            return None


def _path(path: nodes.Argument, aim: Aim, way: "Way") -> Judging:
    known = aim.kind.paths
    match path.value:
        case nodes.Milestones() as stones:
            if aim.arguments.function == "approach":
                needs_direction(aim)
            from tryghed_dsl.check.trajectories.milestones import (  # noqa: PLC0415 -- seldom used
                read_milestones,
            )

            return read_milestones(stones, aim, way) or Linear()
        case nodes.Name("linear"):
            return Linear()
        case nodes.Name("geometric") if "geometric" in known:
            return Geometric()
        case _:
            tell_value(path, Listed((*known, _MILESTONES)), aim.notes)
            return Linear()


def read_projection(node: nodes.Expression, notes: Notes) -> Projection | None:
    """Check `projection(5 years)`; anything else is told."""
    over = _duration_in(node)
    if over is None:
        expected = Listed((PROJECTION,))
        notes.tell(
            "E110", node.span, written=node.span.text, name=part_called("judge"), expected=expected
        )
        return None
    last = periods.duration(over, notes)
    if last is not None:
        from tryghed_dsl.check.expressions.changes import check_trend  # noqa: PLC0415 -- seldom used

        check_trend(last, over.span, notes)
    return None if last is None else Projection(last.count, last.length)


def _duration_in(node: nodes.Expression) -> nodes.Duration | None:
    match node:
        case nodes.Call(nodes.Name("projection"), (nodes.Argument(None, value),)):
            return value if isinstance(value, nodes.Duration) else None
        case _:
            return None
