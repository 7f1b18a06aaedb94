"""A subject under a rule: one entry, to which each kind of rule adds its own file."""

from functools import singledispatch

from tryghed_dsl.check import terms
from tryghed_dsl.check.conditions import Held, Rule
from tryghed_dsl.check.model import Spec
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.rounding import rounded
from tryghed_dsl.core.lower.table import Table
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import Expression


@singledispatch
def lower_rule(rule: Rule, held: Held, frame: Frame) -> Table:
    """The table of a subject under a rule."""
    message = f"no rule: {rule!r} of {held.text} in {frame.period}"
    raise TypeError(message)


def value_of(term: terms.Term, held: Held, frame: Frame) -> Expression:
    """A term of a rule, rounded once where the subject's indicators are rounded alike."""
    value = lower_term(term, frame)
    if isinstance(term, terms.Figure):
        return value
    return rounded(value, precision_of(held.subject, frame.spec))


def precision_of(term: terms.Term, spec: Spec) -> int | None:
    """The decimals that all indicators of a term are rounded to; None where they differ."""
    found = {spec.indicators[name].precision for name in terms.indicators(term)}
    return found.pop() if len(found) == 1 else None
