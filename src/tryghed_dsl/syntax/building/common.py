"""What all parts of the builder use: places, names, numbers and periods."""

from collections.abc import Sequence
from typing import Any

from tryghed_dsl.domain.period import Period, parse_period, year
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.keywords import Lexeme
from tryghed_dsl.text.source import Span

Children = list[Any]


def span_of(children: Sequence[Any]) -> Span:
    """From the start of the first child that is there to the end of the last."""
    present = [child for child in children if child is not None]
    return _start(present[0]).to(_end(present[-1]))


def _start(child: Any) -> Span:
    span: Span = _start(child[0]) if isinstance(child, tuple | list) else child.span
    return span


def _end(child: Any) -> Span:
    span: Span = _end(child[-1]) if isinstance(child, tuple | list) else child.span
    return span


def name(token: Lexeme) -> nodes.Name:
    """A name."""
    return nodes.Name(str(token), span=token.span)


def names(c: Sequence[Any]) -> tuple[nodes.Name, ...]:
    """The names among words and signs of which every second is a name."""
    return tuple(name(token) for token in c[::2])


def text(token: Lexeme) -> nodes.Text:
    """Words in quotes."""
    return nodes.Text(str(token), span=token.span)


def text_or_none(token: Lexeme | None) -> nodes.Text | None:
    """Words in quotes, where there are any."""
    return None if token is None else text(token)


def number(token: Lexeme) -> nodes.Number:
    """A plain number."""
    return nodes.Number(str(token), span=token.span)


def percentage(c: Sequence[Any]) -> nodes.Number:
    """A number and its percent sign."""
    return nodes.Number(str(c[0]), nodes.Sign.PERCENT, span=span_of(c[:2]))


def points(c: Sequence[Any]) -> nodes.Number:
    """A number and its `pp`."""
    return nodes.Number(str(c[0]), nodes.Sign.POINTS, span=span_of(c[:2]))


def when(token: Lexeme) -> nodes.When:
    """A period; a number that is no year keeps its value, so that it can be told of."""
    written = str(token)
    if token.type == "NUMBER" and not written.isdigit():
        return nodes.When(year(0), span=token.span)
    return nodes.When(parse_period(written) or _no_period(written), span=token.span)


def _no_period(written: str) -> Period:
    """A stand-in for what is no period: the number itself, or what the scanner has told of."""
    return year(int(written)) if written.isdigit() else year(nodes.TOLD)
