"""Ways to make fixes of a finding's places and arguments."""

from collections.abc import Callable, Iterable

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.text.source import Span

Maker = Callable[[Finding], Iterable[Fix]]
_BETWEEN = " \t"


def instead(*arguments: str, certain: bool = True) -> Maker:
    """What stands at the first place is replaced by an argument, whichever of them there is.

    With more than one that is there, each is a reading, and none is certain.
    """

    def make(finding: Finding) -> list[Fix]:
        return _each_of(finding, finding.spans[0], arguments, certain=certain)

    return make


def instead_of_both(*arguments: str, certain: bool = True) -> Maker:
    """All from the earlier of two places to the end of the later is replaced by an argument."""

    def make(finding: Finding) -> list[Fix]:
        first, second = sorted(finding.spans[:2], key=lambda span: span.start)
        return _each_of(finding, first.to(second), arguments, certain=certain)

    return make


def _each_of(finding: Finding, span: Span, arguments: Iterable[str], *, certain: bool) -> list[Fix]:
    given = [finding.args[name] for name in arguments if name in finding.args]
    sure = certain and len(given) == 1
    return [Fix((Edit(span, str(text)),), sure) for text in given]


def with_endings(*endings: str) -> Maker:
    """What stands at the first place gets one of several endings; none is certain."""

    def make(finding: Finding) -> list[Fix]:
        span = finding.spans[0]
        return [Fix((Edit(span, span.text + ending),), certain=False) for ending in endings]

    return make


def without_clause(finding: Finding) -> list[Fix]:
    """The clause at the first place is taken away, with the comma before it."""
    span = finding.spans[0]
    before = span.source.text[: span.start].rstrip(_BETWEEN)
    if not before.endswith(","):
        return []
    return [Fix((Edit(Span(span.source, len(before) - 1, span.end), ""),), certain=False)]
