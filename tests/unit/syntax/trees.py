"""Syntax trees written by hand, for tests: short words for nodes without places."""

from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.syntax.printer import statement
from tryghed_dsl.text.source import Source, Span

HERE = Span(Source("made", ""), 0, 0)


def read(text: str) -> nodes.Statement:
    """The one statement of a text without mistakes."""
    tree, found = parse(Source("made", f"{text}\n"))
    assert found == []
    (made,) = tree.statements
    return made


def condition(text: str) -> nodes.Condition:
    """The condition of a target."""
    target = read(text)
    assert isinstance(target, nodes.Target)
    return target.condition


def right(text: str) -> nodes.Expression:
    """What stands to the right in `x <= …`."""
    limit = condition(f"x <= {text}")
    assert isinstance(limit, nodes.Limit)
    return limit.limit


def argument(text: str) -> object:
    """The only argument in `x <= f(…)`."""
    call = right(f"f({text})")
    assert isinstance(call, nodes.Call)
    (only,) = call.arguments
    return only.value


def reprinted(text: str) -> str:
    """The canonical wording of a statement."""
    return statement(read(text))


def codes(text: str) -> list[tuple[str, int, int]]:
    """The findings of a text: code, line and column, in order of place."""
    _, found = parse(Source("made", text))
    places = [(each.spans[0].place, each.code) for each in found]
    return sorted((code, place.line, place.column) for place, code in places)


# ------------------------------------------------------------------ nodes


def name(text: str) -> nodes.Name:
    return nodes.Name(text, span=HERE)


def text(words: str) -> nodes.Text:
    return nodes.Text(words, span=HERE)


def number(digits: str) -> nodes.Number:
    return nodes.Number(digits, span=HERE)


def percent(digits: str) -> nodes.Number:
    return nodes.Number(digits, nodes.Sign.PERCENT, span=HERE)


def points(digits: str) -> nodes.Number:
    return nodes.Number(digits, nodes.Sign.POINTS, span=HERE)


def when(written: str) -> nodes.When:
    period = parse_period(written)
    assert period is not None
    return nodes.When(period, span=HERE)


def periods(first: str, last: str | None) -> nodes.Range:
    return nodes.Range(when(first), None if last is None else when(last), span=HERE)


def duration(digits: str, unit: str) -> nodes.Duration:
    return nodes.Duration(number(digits), name(unit), span=HERE)


def bare(subject: nodes.Expression) -> nodes.Bare:
    return nodes.Bare(subject, span=HERE)


def limit(subject: str, operator: str, digits: str) -> nodes.Limit:
    return nodes.Limit(name(subject), nodes.Operator(operator), number(digits), span=HERE)


def call(function: str, *values: "nodes.Expression | nodes.Part") -> nodes.Call:
    arguments = tuple(nodes.Argument(None, value, span=HERE) for value in values)
    return nodes.Call(name(function), arguments, span=HERE)
