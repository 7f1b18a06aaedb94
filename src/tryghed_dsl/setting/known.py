"""Whether terms have figures: asked before it is settled what is judged."""

from collections.abc import Iterator

from tryghed_dsl.check.conditions import Held, Trajectory, held_in
from tryghed_dsl.check.model import Monitored, Spec, Target
from tryghed_dsl.check.terms import Term
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.program import known_breaks
from tryghed_dsl.core.lower.table import always
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import Expression, Judged, Program
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.engines.local import LocalEngine


def held_by(target: Target) -> Iterator[Held]:
    """The subjects under rules in a target, those that it asks beforehand included."""
    if target.retired is not None:
        return
    for condition in (target.promise, target.applies):
        if condition is not None and not isinstance(condition, Monitored):
            yield from held_in(condition)


def start_is_open(held: Held) -> bool:
    """Whether a trajectory starts where figures decide."""
    return isinstance(held.rule, Trajectory) and held.rule.course.start is None


def all_known(spec: Spec, figures: Figures, sides: list[tuple[Term, Frame]]) -> bool:
    """Whether every term has a figure in its frame."""
    expressions = [lower_term(term, frame) for term, frame in sides]
    home = sides[0][1].home
    return all(_known(spec, figures, home, expression) for expression in expressions)


def _known(spec: Spec, figures: Figures, home: str, expression: Expression) -> bool:
    probe = Judged("", (("value", expression),), (always(Verdict.MONITOR, Reason.MONITORED),), ())
    program = Program(Period(Length.YEAR, 0), (probe,), known_breaks(spec))
    run = LocalEngine(program, home).run(figures)
    return run.measure(0, "value") is not None
