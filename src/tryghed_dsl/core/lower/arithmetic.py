"""Numbers, sums, products, choices, and several terms made one."""

from tryghed_dsl.check import terms
from tryghed_dsl.core.lower.condition import truth
from tryghed_dsl.core.lower.folds import fold
from tryghed_dsl.core.lower.frame import Frame
from tryghed_dsl.core.lower.term import lower_term
from tryghed_dsl.core.program import Add, Constant, Expression, If, Multiply


@lower_term.register(terms.Constant)
def _constant(term: terms.Constant, frame: Frame) -> Expression:  # noqa: ARG001 -- one signature
    return Constant(term.value)


@lower_term.register(terms.Sum)
def _sum(term: terms.Sum, frame: Frame) -> Expression:
    return Add(tuple((sign, lower_term(part, frame)) for sign, part in term.terms))


@lower_term.register(terms.Product)
def _product(term: terms.Product, frame: Frame) -> Expression:
    return Multiply(tuple((sign, lower_term(part, frame)) for sign, part in term.factors))


@lower_term.register(terms.Several)
def _several(term: terms.Several, frame: Frame) -> Expression:
    return fold(term.how, tuple(lower_term(each, frame) for each in term.terms))


@lower_term.register(terms.Choice)
def _choice(term: terms.Choice, frame: Frame) -> Expression:
    then, otherwise = (lower_term(each, frame) for each in (term.then, term.otherwise))
    return If(truth(term.condition, frame), then, otherwise)
