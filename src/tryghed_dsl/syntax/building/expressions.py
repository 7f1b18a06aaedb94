# ruff: noqa: D102 -- each method is named after its rule in the grammar
"""Expressions, and what stands as an argument only."""

from typing import Any

from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.building.common import (
    Children,
    name,
    number,
    percentage,
    points,
    span_of,
    when,
)
from tryghed_dsl.syntax.keywords import Lexeme

_DIGITS_OF_A_YEAR = 4


class Expressions:
    """One method for each alternative of an expression or argument."""

    def if_then_else(self, c: Children) -> nodes.If:
        return nodes.If(c[1], c[3], c[5], span=span_of(c))

    def terms(self, c: Children) -> nodes.Sum:
        return nodes.Sum(_signed("+", c), span=span_of(c))

    def factors(self, c: Children) -> nodes.Product:
        return nodes.Product(_signed("*", c), span=span_of(c))

    def minus(self, c: Children) -> nodes.Minus:
        return nodes.Minus(c[1], span=span_of(c))

    def share_of(self, c: Children) -> nodes.ShareOf:
        return nodes.ShareOf(percentage(c), c[3], span=span_of(c))

    def share_of_rate(self, c: Children) -> nodes.ShareOf:
        return nodes.ShareOf(percentage(c), self.rate(c[3:]), span=span_of(c))

    def rate(self, c: Children) -> nodes.Rate:
        return nodes.Rate(c[0], number(c[2]), c[3], span=span_of(c))

    def at(self, c: Children) -> nodes.At:
        return nodes.At(c[0], c[2], span=span_of(c))

    def in_area(self, c: Children) -> nodes.InArea:
        return nodes.InArea(c[0], name(c[2]), span=span_of(c))

    def name_at(self, c: Children) -> nodes.At:
        return nodes.At(name(c[0]), c[2], span=span_of(c))

    def name_in_area(self, c: Children) -> nodes.InArea:
        return nodes.InArea(name(c[0]), name(c[2]), span=span_of(c))

    def number(self, c: Children) -> nodes.Number:
        return number(c[0])

    def percentage(self, c: Children) -> nodes.Number:
        return percentage(c)

    def points(self, c: Children) -> nodes.Number:
        return points(c)

    def period_value(self, c: Children) -> nodes.When:
        return when(c[0])

    def name(self, c: Children) -> nodes.Name:
        return name(c[0])

    def bracketed(self, c: Children) -> Any:
        return replace(c[1], span=span_of(c))

    # ---------------------------------------------------------------- calls

    def call(self, c: Children) -> nodes.Call:
        return nodes.Call(name(c[0]), c[2] or (), span=span_of(c))

    def arguments(self, c: Children) -> tuple[nodes.Argument, ...]:
        return tuple(c[::2])

    def named_argument(self, c: Children) -> nodes.Argument:
        return nodes.Argument(name(c[0]), c[2], span=span_of(c))

    named_map = named_argument

    def plain_argument(self, c: Children) -> nodes.Argument:
        return nodes.Argument(None, c[0], span=span_of(c))

    def end(self, c: Children) -> Lexeme:
        token: Lexeme = c[0]
        return token

    def two_ends(self, c: Children) -> nodes.Range | nodes.Spread:
        first, last = c[0], c[2]
        if _are_numbers(first, last):
            return nodes.Spread(number(first), number(last), span=span_of(c))
        return nodes.Range(when(first), when(last), span=span_of(c))

    def end_until_now(self, c: Children) -> nodes.Range:
        return nodes.Range(when(c[0]), None, span=span_of(c))

    def percent_spread(self, c: Children) -> nodes.Spread:
        return nodes.Spread(percentage(c), percentage(c[3:]), span=span_of(c))

    def points_spread(self, c: Children) -> nodes.Spread:
        return nodes.Spread(points(c), points(c[3:]), span=span_of(c))

    def duration(self, c: Children) -> nodes.Duration:
        return nodes.Duration(number(c[0]), name(c[1]), span=span_of(c))

    def least(self, c: Children) -> nodes.Least:
        return nodes.Least(number(c[2]), span=span_of(c))

    def least_share(self, c: Children) -> nodes.Least:
        return nodes.Least(percentage(c[2:]), span=span_of(c))

    def over(self, c: Children) -> nodes.Over:
        return nodes.Over(c[0], name(c[2]), span=span_of(c))

    def among(self, c: Children) -> nodes.Over:
        return nodes.Over(c[0], name(c[2]), among=True, span=span_of(c))

    def counted_in_list(self, c: Children) -> nodes.Counted:
        return nodes.Counted(name(c[0]), name(c[2]), c[4], span=span_of(c))

    def counted_in_periods(self, c: Children) -> nodes.Counted:
        return nodes.Counted(name(c[0]), c[2], c[4], span=span_of(c))

    def growth(self, c: Children) -> nodes.Growth:
        return nodes.Growth(percentage(c), name(c[3]), span=span_of(c))

    def shrinking(self, c: Children) -> nodes.Growth:
        amount = nodes.Number(f"-{c[1]}", nodes.Sign.PERCENT, span=span_of(c[:3]))
        return nodes.Growth(amount, name(c[4]), span=span_of(c))

    def map(self, c: Children) -> nodes.Milestones:
        return nodes.Milestones(tuple(c[1:-1:2]), span=span_of(c))

    def milestone(self, c: Children) -> nodes.Milestone:
        return nodes.Milestone(c[0], None, c[2], span=span_of(c))

    def milestone_change(self, c: Children) -> nodes.Milestone:
        return nodes.Milestone(c[0], name(c[2]), c[3], span=span_of(c))

    # ---------------------------------------------------------------- periods

    def period(self, c: Children) -> nodes.When:
        return when(c[0])

    def period_range(self, c: Children) -> nodes.Range:
        return nodes.Range(c[0], c[2], span=span_of(c))

    def until_now(self, c: Children) -> nodes.Range:
        return nodes.Range(c[0], None, span=span_of(c))


def _signed(first: str, c: Children) -> tuple[tuple[str, Any], ...]:
    """Operands, each with the sign before it."""
    signs = [first, *(str(sign) for sign in c[1::2])]
    return tuple(zip(signs, c[::2], strict=True))


def _are_numbers(*ends: Lexeme) -> bool:
    """Whether two ends are numbers and not both years."""
    plain = all(end.type == "NUMBER" for end in ends)
    years = all(end.isdigit() and len(end) == _DIGITS_OF_A_YEAR for end in ends)
    return plain and not years
