# ruff: noqa: D102 -- each method is named after its rule in the grammar
"""Clauses of targets, goals, indicators, sources and conditions."""

from typing import Any

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.building.common import (
    Children,
    name,
    number,
    percentage,
    points,
    span_of,
    text,
    text_or_none,
)

_KIND = nodes.ThresholdKind


class Clauses:
    """One method for each alternative of a clause."""

    def clause_line(self, c: Children) -> Any:
        return c[0]

    indicator_clauses_line = source_clauses_line = goal_clauses_line = clause_line
    target_clauses_line = monitor_clauses_line = condition_clauses_line = clause_line
    indicator_clause = source_clause = goal_clause = clause_line
    target_clause = monitor_clause = condition_clause = clause_line

    def clauses(self, c: Children) -> tuple[nodes.Clause, ...]:
        """The clauses among commas."""
        return tuple(child for child in c if isinstance(child, nodes.Clause))

    indicator_clauses = source_clauses = goal_clauses = clauses
    target_clauses = monitor_clauses = condition_clauses = break_clauses = clauses

    # ---------------------------------------------------------------- of indicators and sources

    def word_clause(self, c: Children) -> nodes.Word:
        return nodes.Word(name(c[0]), span=span_of(c))

    def hyphened_clause(self, c: Children) -> nodes.Word:
        word = nodes.Name(f"{c[0]}{c[2]}", span=span_of(c))
        return nodes.Word(word, span=span_of(c))

    def each_clause(self, c: Children) -> nodes.Each:
        return nodes.Each(tuple(name(word) for word in c[1:]), span=span_of(c))

    def published_clause(self, c: Children) -> nodes.Published:
        return nodes.Published(name(c[1]), span=span_of(c))

    def per_clause(self, c: Children) -> nodes.Per:
        return nodes.Per(number(c[1]), span=span_of(c))

    def from_clause(self, c: Children) -> nodes.From:
        return nodes.From(name(c[1]), span=span_of(c))

    def lower_clause(self, c: Children) -> nodes.Better:
        return nodes.Better(lower=True, span=span_of(c))

    def higher_clause(self, c: Children) -> nodes.Better:
        return nodes.Better(lower=False, span=span_of(c))

    def stated_clause(self, c: Children) -> nodes.Stated:
        return nodes.Stated(c[1], c[3], c[4], span=span_of(c))

    def precision_clause(self, c: Children) -> nodes.Precision:
        return nodes.Precision(number(c[1]), span=span_of(c))

    def design_clause(self, c: Children) -> nodes.Design:
        return nodes.Design(number(c[1]), span=span_of(c))

    # ---------------------------------------------------------------- of targets and goals

    def partly_clause(self, c: Children) -> nodes.Partly:
        return nodes.Partly(span=span_of(c))

    def within_clause(self, c: Children) -> nodes.Threshold:
        return nodes.Threshold(_KIND.WITHIN, c[2], span=span_of(c))

    def above_clause(self, c: Children) -> nodes.Threshold:
        return nodes.Threshold(_KIND.ABOVE, c[2], span=span_of(c))

    def below_clause(self, c: Children) -> nodes.Threshold:
        return nodes.Threshold(_KIND.BELOW, c[2], span=span_of(c))

    def warn_from_clause(self, c: Children) -> nodes.Threshold:
        return nodes.Threshold(_KIND.WARN_FROM, c[2], span=span_of(c))

    def pass_from_clause(self, c: Children) -> nodes.Threshold:
        return nodes.Threshold(_KIND.PASS_FROM, c[2], span=span_of(c))

    def when_clause(self, c: Children) -> nodes.Applies:
        return nodes.Applies(c[1], span=span_of(c))

    def latest_clause(self, c: Children) -> nodes.LatestWithin:
        return nodes.LatestWithin(c[2], span=span_of(c))

    def judge_clause(self, c: Children) -> nodes.Judge:
        return nodes.Judge(c[2], span=span_of(c))

    def valid(self, c: Children) -> nodes.Valid:
        return nodes.Valid(c[1], span=span_of(c))

    def confidence(self, c: Children) -> nodes.Confidence:
        return nodes.Confidence(percentage(c[1:]), span=span_of(c))

    def cite(self, c: Children) -> nodes.Cite:
        return nodes.Cite(text(c[1]), text_or_none(c[3]), span=span_of(c))

    def quote(self, c: Children) -> nodes.Quote:
        return nodes.Quote(text(c[1]), span=span_of(c))

    def because(self, c: Children) -> nodes.Because:
        return nodes.Because(text(c[1]), span=span_of(c))

    def plain_amount(self, c: Children) -> nodes.Number:
        return number(c[0])

    def percent_amount(self, c: Children) -> nodes.Number:
        return percentage(c)

    def points_amount(self, c: Children) -> nodes.Number:
        return points(c)
