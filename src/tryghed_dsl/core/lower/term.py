"""Terms as core expressions: one entry, to which each kind of term adds its own file."""

from functools import singledispatch

from tryghed_dsl.check.terms import Term
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.program import Expression


@singledispatch
def lower_term(term: Term, frame: Frame) -> Expression:
    """A term as a core expression, read in a frame."""
    message = f"no term: {term!r} in {frame.period}"
    raise TypeError(message)
