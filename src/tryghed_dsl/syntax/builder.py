"""From the parser's reductions to nodes: one method for each alternative of the grammar.

Each method takes the children of its rule, tokens included, in the order of the grammar; parts
that were left out are None.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lark import Transformer

from tryghed_dsl.domain.period import Period, PeriodRange, parse_period, year
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.keywords import Lexeme
from tryghed_dsl.text.source import Span

Children = list[Any]


class Builder(Transformer[Lexeme, Any]):
    """Makes nodes while the parser runs, so that no parse tree is ever built."""

    # ---------------------------------------------------------------- lines of a file

    def file_line(self, c: Children) -> Any:
        return c[0]

    agreement_line = goal_line = test_line = file_line
    indicator_clauses_line = source_clauses_line = goal_clauses_line = file_line
    target_clauses_line = monitor_clauses_line = file_line
    indicator_clause = source_clause = goal_clause = target_clause = monitor_clause = file_line

    def language(self, c: Children) -> nodes.Language:
        return nodes.Language(_number(c[1]), span=_span(c))

    def agreement(self, c: Children) -> nodes.Agreement:
        return nodes.Agreement(_text(c[1]), span=_span(c))

    def area(self, c: Children) -> nodes.Area:
        return nodes.Area(_name(c[1]), _text_or_none(c[2]), c[3], c[4] or (), span=_span(c))

    def area_parent(self, c: Children) -> nodes.Name:
        return _name(c[1])

    def area_parts(self, c: Children) -> tuple[nodes.Name, ...]:
        return tuple(_name(part) for part in c[1::2])

    def source(self, c: Children) -> nodes.SourceOfFigures:
        return nodes.SourceOfFigures(_name(c[1]), _text_or_none(c[2]), c[3] or (), span=_span(c))

    def indicator(self, c: Children) -> nodes.Indicator:
        return nodes.Indicator(_name(c[1]), _text_or_none(c[2]), c[3], c[4] or (), span=_span(c))

    def formula(self, c: Children) -> Any:
        return c[1]

    def benchmark(self, c: Children) -> nodes.Benchmark:
        return nodes.Benchmark(_name(c[1]), _text_or_none(c[2]), c[4], span=_span(c))

    def same_indicator(self, c: Children) -> nodes.SameIndicator:
        return nodes.SameIndicator(_name(c[3]), span=_span(c))

    def benchmark_formula(self, c: Children) -> Any:
        return c[0]

    def series_break(self, c: Children) -> nodes.SeriesBreak:
        because = tuple(x for x in (c[5], *(c[6] or ())) if x is not None)
        return nodes.SeriesBreak(c[1], c[3], c[4], because, span=_span(c))

    def break_area(self, c: Children) -> nodes.Name:
        return _name(c[1])

    def first_name(self, c: Children) -> tuple[nodes.Name, ...]:
        return (_name(c[0]),)

    def more_names(self, c: Children) -> tuple[nodes.Name, ...]:
        return (*c[0], _name(c[2]))

    def goal(self, c: Children) -> nodes.Goal:
        return nodes.Goal(_name(c[1]), _text_or_none(c[2]), c[3] or (), span=_span(c))

    def test(self, c: Children) -> nodes.Test:
        return nodes.Test(_text(c[1]), span=_span(c))

    # ---------------------------------------------------------------- lines of an agreement

    def document(self, c: Children) -> nodes.Document:
        return nodes.Document(_text(c[1]), span=_span(c))

    def valid(self, c: Children) -> nodes.Valid:
        return nodes.Valid(c[1], span=_span(c))

    def agreement_area(self, c: Children) -> nodes.AgreementArea:
        return nodes.AgreementArea(_name(c[1]), span=_span(c))

    def agreement_baseline(self, c: Children) -> nodes.AgreementBaseline:
        return nodes.AgreementBaseline(c[1], span=_span(c))

    # ---------------------------------------------------------------- lines of a goal

    def target(self, c: Children) -> nodes.Target:
        label, condition, because, clauses = c
        return nodes.Target(label, condition, _all(because, clauses), span=_span(c))

    def label(self, c: Children) -> nodes.Name:
        return _name(c[0])

    def monitor(self, c: Children) -> nodes.Monitor:
        return nodes.Monitor(c[1], _all(c[2], c[3]), span=_span(c))

    # ---------------------------------------------------------------- lines of a test

    def given_value(self, c: Children) -> nodes.Given:
        return nodes.Given(c[1], c[3], span=_span(c))

    def given_missing(self, c: Children) -> nodes.Given:
        return nodes.Given(c[1], None, span=_span(c))

    def figure(self, c: Children) -> nodes.Figure:
        return nodes.Figure(_name(c[0]), c[1], c[3], span=_span(c))

    def figure_area(self, c: Children) -> nodes.Name:
        return _name(c[1])

    def positive(self, c: Children) -> nodes.Signed:
        return nodes.Signed(str(c[0]), span=_span(c))

    def negative(self, c: Children) -> nodes.Signed:
        return nodes.Signed(f"-{c[1]}", span=_span(c))

    def as_of(self, c: Children) -> nodes.AsOf:
        return nodes.AsOf(c[2], span=_span(c))

    def expect(self, c: Children) -> nodes.Expect:
        return nodes.Expect(_name(c[1]), _name(c[2]), c[3], span=_span(c))

    def reason(self, c: Children) -> nodes.Name:
        return nodes.Name("".join(str(part) for part in c), span=_span(c))

    def reason_word(self, c: Children) -> Any:
        return c[0]

    # ---------------------------------------------------------------- clauses

    def indicator_clauses(self, c: Children) -> tuple[nodes.Clause, ...]:
        return tuple(c[1::2])

    source_clauses = goal_clauses = target_clauses = monitor_clauses = indicator_clauses
    break_clauses = indicator_clauses

    def word_clause(self, c: Children) -> nodes.Word:
        return nodes.Word(_name(c[0]), span=_span(c))

    def per_clause(self, c: Children) -> nodes.Per:
        return nodes.Per(_number(c[1]), span=_span(c))

    def from_clause(self, c: Children) -> nodes.From:
        return nodes.From(_name(c[1]), span=_span(c))

    def lower_clause(self, c: Children) -> nodes.Better:
        return nodes.Better(lower=True, span=_span(c))

    def higher_clause(self, c: Children) -> nodes.Better:
        return nodes.Better(lower=False, span=_span(c))

    def stated_clause(self, c: Children) -> nodes.Stated:
        return nodes.Stated(c[1], c[3], c[4], span=_span(c))

    def published_clause(self, c: Children) -> nodes.Published:
        return nodes.Published(_name(c[1]), span=_span(c))

    def partly_clause(self, c: Children) -> nodes.Partly:
        return nodes.Partly(span=_span(c))

    def within_clause(self, c: Children) -> nodes.Threshold:
        return _threshold(nodes.ThresholdKind.WITHIN, c)

    def above_clause(self, c: Children) -> nodes.Threshold:
        return _threshold(nodes.ThresholdKind.ABOVE, c)

    def below_clause(self, c: Children) -> nodes.Threshold:
        return _threshold(nodes.ThresholdKind.BELOW, c)

    def warn_from_clause(self, c: Children) -> nodes.Threshold:
        return _threshold(nodes.ThresholdKind.WARN_FROM, c)

    def pass_from_clause(self, c: Children) -> nodes.Threshold:
        return _threshold(nodes.ThresholdKind.PASS_FROM, c)

    def cite(self, c: Children) -> nodes.Cite:
        return nodes.Cite(_text(c[1]), _text_or_none(c[3]), span=_span(c))

    def quote(self, c: Children) -> nodes.Quote:
        return nodes.Quote(_text(c[1]), span=_span(c))

    def because(self, c: Children) -> nodes.Because:
        return nodes.Because(_text(c[1]), span=_span(c))

    # ---------------------------------------------------------------- conditions

    def limit(self, c: Children) -> nodes.Limit:
        return nodes.Limit(c[0], nodes.Operator(str(c[1])), c[2], span=_span(c))

    def comparison(self, c: Children) -> Any:
        return c[0]

    def band(self, c: Children) -> nodes.Band:
        return nodes.Band(c[0], c[2], c[4], span=_span(c))

    def trajectory(self, c: Children) -> nodes.Trajectory:
        return nodes.Trajectory(c[0], c[2], span=_span(c))

    def bare(self, c: Children) -> nodes.Bare:
        return nodes.Bare(c[0], span=_span(c))

    # ---------------------------------------------------------------- expressions

    def sum(self, c: Children) -> Any:
        if len(c) == 1:
            return c[0]
        return nodes.Sum(_signed_operands("+", c), span=_span(c))

    def product(self, c: Children) -> Any:
        if len(c) == 1:
            return c[0]
        return nodes.Product(_signed_operands("*", c), span=_span(c))

    def minus(self, c: Children) -> nodes.Minus:
        return nodes.Minus(c[1], span=_span(c))

    def at(self, c: Children) -> nodes.At:
        return nodes.At(c[0], c[2], span=_span(c))

    def in_area(self, c: Children) -> nodes.InArea:
        return nodes.InArea(c[0], _name(c[2]), span=_span(c))

    def number(self, c: Children) -> nodes.Number:
        return _number(c[0])

    def percentage(self, c: Children) -> nodes.Number:
        return nodes.Number(str(c[0]), nodes.Sign.PERCENT, span=_span(c))

    def points(self, c: Children) -> nodes.Number:
        return nodes.Number(str(c[0]), nodes.Sign.POINTS, span=_span(c))

    plain_amount, percent_amount, points_amount = number, percentage, points

    def share_of(self, c: Children) -> nodes.ShareOf:
        share = nodes.Number(str(c[0]), nodes.Sign.PERCENT, span=_span(c[:2]))
        return nodes.ShareOf(share, c[3], span=_span(c))

    def period_value(self, c: Children) -> nodes.When:
        return _when(c[0])

    def name(self, c: Children) -> nodes.Name:
        return _name(c[0])

    def bracketed(self, c: Children) -> Any:
        return replace(c[1], span=_span(c))

    def call(self, c: Children) -> nodes.Call:
        return nodes.Call(_name(c[0]), c[2] or (), span=_span(c))

    def arguments(self, c: Children) -> tuple[nodes.Argument, ...]:
        return tuple(c[::2])

    def named_argument(self, c: Children) -> nodes.Argument:
        return nodes.Argument(_name(c[0]), c[2], span=_span(c))

    def plain_argument(self, c: Children) -> nodes.Argument:
        return nodes.Argument(None, c[0], span=_span(c))

    def period(self, c: Children) -> nodes.When:
        return _when(c[0])

    def period_range(self, c: Children) -> nodes.Range:
        first, last = c[0].period, c[2].period
        return nodes.Range(PeriodRange(first, last), span=_span(c))


def _span(children: Sequence[Any]) -> Span:
    present = [child for child in children if child is not None]
    return _place(present[0]).to(_end(present[-1]))


def _place(child: Any) -> Span:
    span: Span = _place(child[0]) if isinstance(child, tuple) else child.span
    return span


def _end(child: Any) -> Span:
    span: Span = _end(child[-1]) if isinstance(child, tuple) else child.span
    return span


def _name(token: Lexeme) -> nodes.Name:
    return nodes.Name(str(token), span=token.span)


def _text(token: Lexeme) -> nodes.Text:
    return nodes.Text(str(token), span=token.span)


def _text_or_none(token: Lexeme | None) -> nodes.Text | None:
    return None if token is None else _text(token)


def _number(token: Lexeme) -> nodes.Number:
    return nodes.Number(str(token), span=token.span)


def _when(token: Lexeme) -> nodes.When:
    text = str(token)
    if token.type == "NUMBER" and not text.isdigit():
        return nodes.When(year(0), span=token.span)
    return nodes.When(parse_period(text) or _no_period(text), span=token.span)


def _no_period(text: str) -> Period:
    """A stand-in for what is no period: the number itself, or what the scanner has told of."""
    return year(int(text)) if text.isdigit() else year(nodes.TOLD)


def _all(
    because: nodes.Because | None, clauses: tuple[nodes.Clause, ...] | None
) -> tuple[nodes.Clause, ...]:
    return (() if because is None else (because,)) + (clauses or ())


def _threshold(kind: nodes.ThresholdKind, c: Children) -> nodes.Threshold:
    return nodes.Threshold(kind, c[2], span=_span(c))


def _signed_operands(first: str, c: Children) -> tuple[tuple[str, Any], ...]:
    signs = [first, *(str(sign) for sign in c[1::2])]
    return tuple(zip(signs, c[::2], strict=True))
