"""Conditions by name: written out where they are used, with what their parameters stand for."""

from tryghed_dsl.check import conditions
from tryghed_dsl.check.conditions import Condition
from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.expressions.calls import FUNCTIONS, tell_unknown_function
from tryghed_dsl.check.expressions.expressions import read
from tryghed_dsl.check.names.expansion import DEEPEST, Expansion, Made
from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.check.promises.clauses import once
from tryghed_dsl.check.promises.several import among_several, as_truth
from tryghed_dsl.check.reading import Reading
from tryghed_dsl.check.terms import Constant, Figure
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.period import PeriodRange
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printing.names import name as written_name
from tryghed_dsl.text.source import Span

_KNOWN = "known"


def read_bare(node: nodes.Bare, reading: Reading) -> Condition | None:
    """Check an expression where a condition is due: it has to be the name of one."""
    named, scope = node.subject, reading.scope
    function = named.function if isinstance(named, nodes.Call) else named
    declared = None
    if isinstance(function, nodes.Name) and function.text not in scope.bindings:
        declared = scope.names.conditions.get(function.text)
    if declared is not None:
        arguments = named.arguments if isinstance(named, nodes.Call) else ()
        return _written_out(declared, arguments, node.span, reading)
    if isinstance(named, nodes.Call) and named.function.text == _KNOWN:
        return _known(named, reading)
    _tell_bare(node, reading)
    return None


def _tell_bare(node: nodes.Bare, reading: Reading) -> None:
    """Tell of what names no condition; what is wrong with it otherwise is told instead."""
    written, subject, notes = node.span.text, node.subject, reading.notes
    if _is_unknown(subject, reading):
        return
    before = len(notes.found)
    read(subject, reading.scope, notes)
    if len(notes.found) == before:
        name = {"name": written} if isinstance(subject, nodes.Name) else {}
        notes.tell("E105", node.span, written=written, **name)


def _is_unknown(subject: nodes.Expression, reading: Reading) -> bool:
    """Whether it is a name or call that nothing is known of, which is then told."""
    names, notes = reading.scope.names, reading.notes
    match subject:
        case nodes.Call(function) if function.text not in FUNCTIONS:
            tell_unknown_function(function, (*names.conditions, _KNOWN), notes)
            return True
        case nodes.Name(text) if text in notes.quiet and text not in names.things:
            return True
        case _:
            return False


def _known(call: nodes.Call, reading: Reading) -> Condition | None:
    notes, value = reading.notes, call.arguments[0].value if call.arguments else None
    if len(call.arguments) != 1 or value is None or isinstance(value, nodes.Part):
        notes.tell(
            "E109", call.span, function=_KNOWN, name=part_called("x"), instead="known(utryg)"
        )
        return None
    as_truth(reading)
    term = read(value, reading.scope, notes).term
    return conditions.Known(term) if reading.expansion.affords(notes, term) else None


# ------------------------------------------------------------------ writing out


def _written_out(
    declared: nodes.NamedCondition,
    arguments: tuple[nodes.Argument, ...],
    span: Span,
    reading: Reading,
) -> Condition | None:
    name, expansion = declared.name, reading.expansion
    expansion.used.add(name.text)
    bound = _bound(declared, arguments, span, reading)
    if bound is None or name.text in reading.scope.names.broken:
        return None
    inner, given = among_several(reading, name.text), tuple(bound.values())
    key = (name.text, inner.truth, inner.confidence, *map(_key, given))
    with expansion.of(name):
        before = expansion.made.get(key)
        if before is not None:
            return _again(before, span, reading)
        inside = replace(inner, scope=replace(reading.scope, bindings=bound))
        expansion.made[key] = made = _made(declared, given, inside)
        return made.condition


def _key(given: Typed) -> tuple[object, ...]:
    """What tells arguments apart; large terms are the same only where they are one."""
    term = given.term
    plain = isinstance(term, Constant | Figure)
    return (term if plain else id(term), given.unit, given.share)


def _again(made: Made, span: Span, reading: Reading) -> Condition | None:
    """What was made before, where there is room for it once more."""
    expansion = reading.expansion
    if expansion.deep + made.height > DEEPEST:
        expansion.tell_deep(span, reading.notes)
        return None
    return made.condition if expansion.spend(made.size, reading.notes) else None


def _made(declared: nodes.NamedCondition, given: tuple[Typed, ...], inside: Reading) -> Made:
    """A named condition, written out for the first time with these arguments."""
    expansion, notes = inside.expansion, inside.notes
    left, deepest, expansion.deepest = expansion.left, expansion.deepest, expansion.deep
    fits = expansion.affords(notes, *(typed.term for typed in given))
    made = inside.inside(declared.condition) if fits else None
    height = expansion.deepest - expansion.deep
    expansion.deepest = max(deepest, expansion.deepest)
    valid = _valid(declared, notes)
    if made is not None and valid is not None:
        made = conditions.Valid(valid, made)
    if made is not None:
        made = replace(made, called=_called(declared, given))
    return Made(made, left - expansion.left, height, given)


def _called(declared: nodes.NamedCondition, given: tuple[Typed, ...]) -> str:
    """What people call it: its title or name, with what it was given."""
    title = declared.title.text if declared.title else declared.name.text
    return f"{title} ({', '.join(typed.span.text for typed in given)})" if given else title


def _bound(
    declared: nodes.NamedCondition,
    arguments: tuple[nodes.Argument, ...],
    span: Span,
    reading: Reading,
) -> dict[str, Typed] | None:
    """What each parameter stands for; None where the arguments do not fit."""
    name, parameters, notes = declared.name.text, declared.parameters, reading.notes
    if len(arguments) != len(parameters):
        listed, called = ", ".join(map(written_name, parameters)), written_name(declared.name)
        words = {"name": name, "written": f"{called}({listed})" if listed else called}
        counts = {"given": float(len(arguments)), "needed": float(len(parameters))}
        notes.tell("E164", span, declared.name.span, **words, **counts)
        return None
    found = [_argument(argument, name, reading) for argument in arguments]
    pairs = zip(parameters, found, strict=True)
    bound = {parameter.text: typed for parameter, typed in pairs if typed is not None}
    return bound if len(bound) == len({parameter.text for parameter in parameters}) else None


def _argument(argument: nodes.Argument, name: str, reading: Reading) -> Typed | None:
    value, extra = argument.value, dict[str, str]()
    if argument.name is None and not isinstance(value, nodes.Part):
        return read(value, reading.scope, reading.notes)
    if not isinstance(value, nodes.Part):
        extra["value"] = value.span.text
    reading.notes.tell("E184", argument.span, written=argument.span.text, name=name, **extra)
    return None


def _valid(declared: nodes.NamedCondition, notes: Notes) -> PeriodRange | None:
    """The periods in which a condition is asked."""
    found, said = None, dict[str, Span]()
    for clause in declared.clauses:
        if isinstance(clause, nodes.Valid):
            once("valid", clause.span, said, notes)
            found = periods.valid_range(clause.periods, notes)
    return found


# ------------------------------------------------------------------ what nothing uses

# What can be told of a condition whose parameters stand for nothing yet.
_WITHOUT_ARGUMENTS = {"E101", "E107", "E108", "E159"}


def read_unused_conditions(reading: Reading) -> None:
    """Check the conditions that no target uses, and the parameters of all."""
    names, used = reading.scope.names, frozenset(reading.expansion.used)
    for name, declared in names.conditions.items():
        _check_parameters(declared, reading.notes)
        if name not in used and name not in names.broken:
            reading.notes.found += _alone(declared, reading)


def _check_parameters(declared: nodes.NamedCondition, notes: Notes) -> None:
    said = dict[str, nodes.Name]()
    for parameter in declared.parameters:
        first = said.setdefault(parameter.text, parameter)
        if first is not parameter:
            notes.tell("E102", parameter.span, first.span, name=parameter.text)


def _alone(declared: nodes.NamedCondition, reading: Reading) -> list[Finding]:
    """What can be told of a condition by itself."""
    notes, expansion = Notes(reading.notes.quiet), Expansion()
    nothing = {p.text: Typed(Constant(0.0), None, p.span) for p in declared.parameters}
    scope = replace(reading.scope, bindings=nothing)
    alone = replace(reading, scope=scope, notes=notes, expansion=expansion)
    with expansion.of(declared.name):
        alone.inside(declared.condition)
    told = [f for f in notes.found if not nothing or f.code in _WITHOUT_ARGUMENTS]
    _valid(declared, reading.notes)
    # Whether it is to hold or not is not known, and so not which side is the better one.
    return [finding for finding in told if finding.code != "W123"]
