"""Indicators that are calculated: each formula is read after those that it rests on."""

from collections.abc import Mapping

from tryghed_dsl.check.expressions.expressions import read
from tryghed_dsl.check.model import Indicator
from tryghed_dsl.check.names.links import named_in
from tryghed_dsl.check.names.names import Names
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import ConditionReader, Scope
from tryghed_dsl.check.terms import Term, indicators
from tryghed_dsl.domain.period import Length
from tryghed_dsl.domain.unit import Kind
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes


def with_formulas(
    made: Mapping[str, Indicator], names: Names, conditions: ConditionReader, notes: Notes
) -> dict[str, Indicator]:
    """The indicators with what they are calculated from."""
    known = dict(made)
    scope = Scope(names, known, conditions)
    for node in in_order(names):
        name, own = node.name.text, known[node.name.text]
        assert node.formula is not None  # noqa: S101 -- only those with formulas are here
        typed = read(node.formula, scope, notes)
        unit = own.unit or typed.unit
        known[name] = replace(
            own,
            formula=typed.term,
            unit=unit,
            kind=own.kind or _kind(typed.term, known),
            direction=own.direction or typed.direction,
            length=own.length if own.source else _length(typed.term, known),
        )
    return known


def in_order(names: Names) -> list[nodes.Indicator]:
    """The calculated indicators, each after those that it rests on."""
    done = dict[str, nodes.Indicator]()
    waiting = [(name, False) for name in reversed(names.formulas)]
    entered = set[str]()
    while waiting:
        name, parts_done = waiting.pop()
        if parts_done and name in names.formulas:
            done[name] = names.formulas[name]
        elif name not in entered:
            entered.add(name)
            waiting.append((name, True))
            waiting += [(part, False) for part in named_in(name, names)]
    return list(done.values())


def _kind(term: Term, known: Mapping[str, Indicator]) -> Kind | None:
    kinds = {known[part].kind for part in indicators(term) if part in known}
    return kinds.pop() if len(kinds) == 1 else None


def _length(term: Term, known: Mapping[str, Indicator]) -> Length:
    lengths = {known[part].length for part in indicators(term) if part in known}
    return lengths.pop() if len(lengths) == 1 else Length.YEAR
