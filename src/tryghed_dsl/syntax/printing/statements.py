"""Statements, each on its line, with their blocks indented below them."""

from collections.abc import Sequence

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printing.conditions import clause, clauses, condition
from tryghed_dsl.syntax.printing.expressions import number, periods, whole
from tryghed_dsl.syntax.printing.names import counted, name, names, quoted


def statement(node: nodes.Statement) -> str:
    """A statement, its block indented below it."""
    match node:
        case nodes.Goal(own, title, said, targets):
            head = f"goal {name(own)}{_title(title)}{clauses(said)}"
            return _block(head, [statement(target) for target in targets])
        case nodes.ForEach(each, within, targets):
            where = "" if within is None else f" in {name(within)}"
            return _block(f"for each {counted(each)}{where}", [statement(x) for x in targets])
        case nodes.Agreement(title, lines):
            return _block(f"agreement {quoted(title)}", [_agreement_line(x) for x in lines])
        case nodes.Revises(path, lines):
            return _block(f"revises {quoted(path)}", [_revision_line(x) for x in lines])
        case nodes.Test(title, lines):
            return _block(f"test {quoted(title)}", [_test_line(x) for x in lines])
        case nodes.Target() | nodes.Monitor() | nodes.Replace() | nodes.Retire():
            return _judged(node)
        case nodes.Language(version):
            return f"language {version.digits}"
        case nodes.Use(path):
            return f"use {quoted(path)}"
        case _:
            return _declaration(node)


def _judged(node: nodes.Target | nodes.Monitor | nodes.Replace | nodes.Retire) -> str:
    match node:
        case nodes.Target(label, held, said):
            before = "" if label is None else f"{name(label)}: "
            return f"{before}{condition(held)}{clauses(said)}"
        case nodes.Monitor(indicators, said):
            return f"monitor {names(indicators)}{clauses(said)}"
        case nodes.Retire(targets, said):
            return f"retire {names(targets)}{clauses(said)}"
        case nodes.Replace(replaced):
            return f"replace {statement(replaced)}"


def _declaration(node: nodes.Statement) -> str:
    match node:
        case nodes.Area(own, title, parent, parts):
            inside = "" if parent is None else f" in {name(parent)}"
            sum_of = f" = {' + '.join(name(part) for part in parts)}" if parts else ""
            return f"area {name(own)}{_title(title)}{inside}{sum_of}"
        case nodes.AreaList(own, title, members, within, where):
            chosen = names(members) if within is None else f"in {name(within)}"
            which = "" if where is None else f" where {condition(where)}"
            return f"areas {name(own)}{_title(title)} = {chosen}{which}"
        case nodes.IndicatorList(own, title, members):
            return f"indicators {name(own)}{_title(title)} = {names(members)}"
        case nodes.SourceOfFigures(own, title, said):
            return f"source {name(own)}{_title(title)}{clauses(said)}"
        case nodes.Indicator(own, title, formula, said):
            made = "" if formula is None else f" = {whole(formula)}"
            return f"indicator {name(own)}{_title(title)}{made}{clauses(said)}"
        case nodes.Benchmark(own, title, value):
            return f"benchmark {name(own)}{_title(title)} = {_benchmark_value(value)}"
        case nodes.Let(own, title, value):
            return f"let {name(own)}{_title(title)} = {whole(value)}"
        case nodes.NamedCondition(own, parameters, title, held, said):
            given = f"({names(parameters)})" if parameters else ""
            head = f"condition {name(own)}{given}{_title(title)}"
            return f"{head} = {condition(held)}{clauses(said)}"
        case nodes.SeriesBreak(when, indicators, area, because):
            only = "" if area is None else f" for {name(area)}"
            return f"break {when.period} in {names(indicators)}{only}{clauses(because)}"
        case _:
            message = f"no statement: {node!r}"
            raise TypeError(message)


def _benchmark_value(node: nodes.SameIndicator | nodes.OverAreas | nodes.Expression) -> str:
    match node:
        case nodes.SameIndicator(area):
            return f"same indicator in {name(area)}"
        case nodes.OverAreas(function, areas):
            return f"{name(function)} over {name(areas)}"
        case _:
            return whole(node)


# ------------------------------------------------------------------ lines of blocks


def _agreement_line(node: nodes.AgreementLine) -> str:
    match node:
        case nodes.Document(path):
            return f"document {quoted(path)}"
        case nodes.AgreementArea(area):
            return f"area {name(area)}"
        case nodes.AgreementBaseline(when):
            start = periods(when) if isinstance(when, nodes.Range) else str(when.period)
            return f"baseline {start}"
        case nodes.Valid() | nodes.Confidence():
            return clause(node)


def _revision_line(node: nodes.Effective | nodes.Because) -> str:
    if isinstance(node, nodes.Effective):
        return f"effective {node.when.period}"
    return clause(node)


def _test_line(node: nodes.TestLine) -> str:
    match node:
        case nodes.Given(figure, value, respondents):
            where = "" if figure.area is None else f" in {name(figure.area)} "
            given = " missing" if value is None else f" = {value.digits}"
            of = "" if respondents is None else f" (n {number(respondents)})"
            return f"given {name(figure.indicator)}{where}[{figure.when.period}]{given}{of}"
        case nodes.AsOf(when):
            return f"as of {when.period}"
        case nodes.Expect(target, verdict, reason):
            why = "" if reason is None else f" {reason.text}"
            return f"expect {name(target)} {name(verdict)}{why}"


def _title(title: nodes.Text | None) -> str:
    return "" if title is None else f" {quoted(title)}"


def _block(head: str, members: Sequence[str]) -> str:
    lines = [line for member in members for line in member.split("\n")]
    inside = "".join(f"  {line}\n" for line in lines)
    return f"{head} {{\n{inside}}}"
