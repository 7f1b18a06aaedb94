"""Which way a subject is to go, held against which way is better."""

from tryghed_dsl.check.conditions import Rule, Trajectory
from tryghed_dsl.check.expressions.undirected import words_for
from tryghed_dsl.check.objectives import Change
from tryghed_dsl.check.trajectories.aims import Aim
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.findings.finding import Expected
from tryghed_dsl.syntax import nodes

# Without a declared direction these say which way is better; milestones on the way agree.
_CHANGES = {"reduce": Direction.LOWER, "increase": Direction.HIGHER}


def check_way(change: Change, word: nodes.Name, aim: Aim) -> None:
    """Tell of a change for the worse."""
    better = aim.subject.direction or _CHANGES.get(aim.arguments.function)
    if better is not None and better is not _way(change):
        instead = "increase" if better is Direction.HIGHER else "reduce"
        words = {"objective": word.text, "name": aim.subject.called, "instead": instead}
        spans = (word.span, aim.subject.span)
        aim.notes.tell("E172", *spans, **words, better=Expected((better.name,)))


def change_word(aim: Aim) -> str:
    """The word for a change for the better: `reduce` or `increase`."""
    better = aim.subject.direction or _CHANGES.get(aim.arguments.function)
    return "increase" if better is Direction.HIGHER else "reduce"


def _way(change: Change) -> Direction:
    return Direction.HIGHER if change.up else Direction.LOWER


def way_of(rule: Rule) -> Direction | None:
    """The way that a rule itself says is better."""
    match rule:
        case Trajectory(Change() as change):
            return _way(change)
        case _:
            return None


def needs_direction(aim: Aim) -> None:
    """Tell it where an objective has to know which way is better, and nothing says so."""
    subject = aim.subject
    if subject.direction is None and not subject.stands_in:
        function = aim.arguments.call.function
        words = {"objective": function.text, "written": subject.called}
        more = words_for([subject], aim.reading.scope)
        aim.notes.tell("E171", function.span, subject.span, **words, **more)
