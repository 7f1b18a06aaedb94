"""Conditions as tables, and as truths: one entry, to which each kind adds its own file."""

from functools import singledispatch

from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.rewrite import by_outcome, held, inlined
from tryghed_dsl.core.lower.table import Table
from tryghed_dsl.core.program import Expression


@singledispatch
def lower_condition(condition: Condition, frame: Frame) -> Table:
    """The table of a condition in a frame."""
    message = f"no condition: {condition!r} in {frame.period}"
    raise TypeError(message)


@singledispatch
def truth(condition: Condition, frame: Frame) -> Expression:
    """Whether a condition holds in a frame: where its verdict is pass.

    Missing where its verdict is unknown or pending.
    """
    return by_outcome(inlined(lower_condition(condition, frame)).rows, held)
