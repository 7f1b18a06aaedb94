# ruff: noqa: D102 -- each method is named after its rule in the grammar
"""Conditions."""

from typing import Any

from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.building.common import Children, name, number, percentage, span_of
from tryghed_dsl.syntax.keywords import Lexeme
from tryghed_dsl.syntax.plurals import singular


class Conditions:
    """One method for each alternative of a condition."""

    def limit(self, c: Children) -> nodes.Limit:
        return nodes.Limit(c[0], nodes.Operator(str(c[1])), c[2], span=span_of(c))

    def comparison(self, c: Children) -> Any:
        return c[0]

    def band(self, c: Children) -> nodes.Band:
        return nodes.Band(c[0], c[2], c[4], span=span_of(c))

    def trajectory(self, c: Children) -> nodes.Trajectory:
        return nodes.Trajectory(c[0], c[2], span=span_of(c))

    def bare(self, c: Children) -> nodes.Bare:
        return nodes.Bare(c[0], span=span_of(c))

    def negated(self, c: Children) -> nodes.Not:
        return nodes.Not(c[1], span=span_of(c))

    def not_bare(self, c: Children) -> nodes.Not:
        return nodes.Not(nodes.Bare(c[1], span=c[1].span), span=span_of(c))

    def bracketed_condition(self, c: Children) -> Any:
        return replace(c[1], span=span_of(c))

    # ---------------------------------------------------------------- of several conditions

    def all_of(self, c: Children) -> nodes.Several:
        return _several("all", c)

    def any_of(self, c: Children) -> nodes.Several:
        return _several("any", c)

    def at_least_of(self, c: Children) -> nodes.Several:
        return _several(number(c[2]), c)

    # ---------------------------------------------------------------- of areas, indicators, periods

    def every(self, c: Children) -> nodes.Every:
        return nodes.Every("every", name(c[1]), c[2], c[4], span=span_of(c))

    def no(self, c: Children) -> nodes.Every:
        return nodes.Every("no", name(c[1]), c[2], c[4], span=span_of(c))

    def at_least_number(self, c: Children) -> nodes.Every:
        return nodes.Every(number(c[2]), _each(c[3]), c[4], c[6], span=span_of(c))

    def at_least_share(self, c: Children) -> nodes.Every:
        return nodes.Every(percentage(c[2:]), _each(c[5]), c[6], c[8], span=span_of(c))

    def in_list(self, c: Children) -> nodes.Name:
        return name(c[1])

    def in_periods(self, c: Children) -> Any:
        return c[1]

    def since(self, c: Children) -> nodes.Since:
        return nodes.Since(c[1], span=span_of(c))

    def after(self, c: Children) -> nodes.Since:
        return nodes.Since(c[1], after=True, span=span_of(c))

    def running(self, c: Children) -> nodes.Running:
        return nodes.Running(c[1], c[4], span=span_of(c))

    def name_running(self, c: Children) -> nodes.Running:
        named = name(c[0])
        return nodes.Running(c[2], nodes.Bare(named, span=named.span), span=span_of(c))

    def call_running(self, c: Children) -> nodes.Running:
        return nodes.Running(c[2], nodes.Bare(c[0], span=c[0].span), span=span_of(c))

    def of_latest(self, c: Children) -> nodes.OfLatest:
        return nodes.OfLatest(number(c[1]), c[5], c[7], span=span_of(c))


def _several(amount: str | nodes.Number, c: Children) -> nodes.Several:
    held = c[-1].composition
    return nodes.Several(amount, held.members, damaged=held.damaged, span=span_of(c))


def _each(token: Lexeme) -> nodes.Name:
    """What is gone through, said in the singular."""
    return nodes.Name(singular(str(token)), span=token.span)
