"""The remark that something is declared and never used."""

from collections.abc import Container, Iterable

from tryghed_dsl.check.names.names import Names
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.findings.finding import Argument, Expected, Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.source import Span

_Declared = (
    nodes.Indicator
    | nodes.SourceOfFigures
    | nodes.Benchmark
    | nodes.Let
    | nodes.NamedCondition
    | nodes.IndicatorList
    | nodes.AreaList
)

UNUSED = ("W235", "N236")


@dataclass(frozen=True, slots=True)
class Uses:
    """The names of each kind that something uses."""

    indicators: Container[str]
    sources: Container[str]
    made: Container[str]
    conditions: Container[str]
    lists: Container[str]


def uses_of(names: Names, sources: Iterable[str | None], conditions: Iterable[str]) -> Uses:
    """What is used so far: before what nothing uses is read, which names others in turn.

    Args:
        names: the names that the file declares, and which of them have been looked up.
        sources: the sources that indicators name.
        conditions: the conditions that have been written out.
    """
    # What an unused number or benchmark is made of does not have to be told as well.
    return Uses(
        names.named,
        frozenset(filter(None, sources)),
        frozenset(names.used),
        frozenset(conditions),
        names.listed,
    )


def remark_on_unused(statements: Iterable[nodes.Statement], uses: Uses, notes: Notes) -> None:
    """Tell of what is declared and never used."""
    for statement in statements:
        if isinstance(statement, _Declared):
            kind, used = _kind(statement, uses)
            if statement.name.text not in used:
                notes.found.append(_finding(statement, kind))


def _kind(statement: _Declared, uses: Uses) -> tuple[str, Container[str]]:
    match statement:
        case nodes.Indicator():
            return "THE_INDICATOR", uses.indicators
        case nodes.SourceOfFigures():
            return "THE_SOURCE", uses.sources
        case nodes.Benchmark():
            return "THE_BENCHMARK", uses.made
        case nodes.Let():
            return "THE_NUMBER", uses.made
        case nodes.NamedCondition():
            return "THE_CONDITION", uses.conditions
        case _:
            return "THE_LIST", uses.lists


def _finding(statement: _Declared, kind: str) -> Finding:
    name = statement.name
    args: dict[str, Argument] = {"name": name.text, "what": Expected((kind,))}
    if isinstance(statement, nodes.AreaList):
        return Finding("N236", (name.span,), args)
    watched = isinstance(statement, nodes.Indicator)
    more = {"watched": f"monitor {quoted_where_needed(name.text)}"} if watched else {}
    fix = Fix((Edit(_whole_line(statement.span), ""),), certain=False)
    return Finding("W235", (name.span,), {**args, **more}, fixes=(fix,))


def _whole_line(span: Span) -> Span:
    """A statement with the end of its line, so that none is left empty."""
    text = span.source.text
    after = text.find("\n", span.end)
    end = len(text) if after < 0 else after + 1
    alone = not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
    rest = text[span.end : end].strip()
    return Span(span.source, span.start, end) if alone and not rest else span


def unused_in_all(
    wordings: Iterable[tuple[nodes.File, Iterable[Finding]]], own: Container[str]
) -> list[Finding]:
    """What was found in each wording, without what another wording uses.

    Args:
        wordings: each with what was found in it.
        own: the names of the files that are the spec's own; what others use too is left out.
    """
    told = list[tuple[nodes.File, dict[str, Finding]]]()
    found = list[Finding]()
    for file, more in wordings:
        unused = {str(each.args["name"]): each for each in more if each.code in UNUSED}
        told.append((file, unused))
        found += (each for each in more if each.code not in UNUSED)
    used = {
        statement.name.text
        for file, unused in told
        for statement in file.statements
        if isinstance(statement, _Declared) and statement.name.text not in unused
    }
    first = {name: each for _, unused in reversed(told) for name, each in unused.items()}
    return found + [
        each
        for name, each in first.items()
        if name not in used and each.spans[0].source.name in own
    ]
