"""Names in expressions: what each stands for."""

from tryghed_dsl.check.expressions.aggregates import OVER_AREAS, over_areas
from tryghed_dsl.check.expressions.calling import Calling, Reader
from tryghed_dsl.check.expressions.calls import tell_unknown_function
from tryghed_dsl.check.expressions.placed import in_area
from tryghed_dsl.check.names.names import Names, area_list_known, unknown
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Constant, Figure, OpenRef
from tryghed_dsl.check.units import Typed
from tryghed_dsl.findings.finding import Argument, Expected, Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed

_IT = "it"
# As much as the names of a file may come to, all together.
MOST = 300_000


def read_name(node: nodes.Name, scope: Scope, notes: Notes, reader: Reader) -> Typed:
    """What a name stands for; one that stands for no number is told."""
    name, names = node.text, scope.names
    if name in scope.bindings:
        return replace(scope.bindings[name], span=node.span)
    if name in names.benchmarks:
        return _benchmark(node, names.benchmarks[name].value, scope, notes, reader)
    if name in names.lets:
        return _written_out(node, names.lets[name].value, scope, notes, reader)
    if scope.reference and scope.subject is not None:
        return Typed(OpenRef(name, scope.subject.term, span=node.span), None, node.span)
    if not names.knows_indicator(node):
        _tell_no_number(node, scope, notes)
        return _nothing(node)
    known = scope.indicators.get(name)
    if known is None:
        return Typed(Figure(name), None, node.span)
    return Typed(Figure(name), known.unit, node.span, direction=known.direction)


def _nothing(node: nodes.Name) -> Typed:
    return Typed(Constant(0.0), None, node.span)


def _tell_no_number(node: nodes.Name, scope: Scope, notes: Notes) -> None:
    name, names = node.text, scope.names
    if name in names.conditions:
        notes.tell("E146", node.span, written=name, condition=name)
    elif name in names.indicator_lists:
        notes.tell("E146", node.span, written=name, list=name)
    elif name in names.area_lists:
        notes.tell("E146", node.span, written=name, areas=quoted_where_needed(name))
    elif name in names.areas and scope.subject is not None:
        placed = f"{scope.subject.span.text} in {node.span.text}"
        what = Expected(("ANYTHING",))
        args: dict[str, Argument] = {"name": name, "what": what, "suggestion": placed}
        fix = Fix((Edit(node.span, placed),), certain=False)
        notes.found.append(Finding("E101", (node.span,), args, fixes=(fix,)))
    elif name == _IT:
        notes.tell("E153", node.span)
    else:
        unknown(node, "ANYTHING", names.figures, notes)


def _benchmark(
    node: nodes.Name,
    value: nodes.SameIndicator | nodes.OverAreas | nodes.Expression,
    scope: Scope,
    notes: Notes,
    reader: Reader,
) -> Typed:
    """What a benchmark stands for: of the subject that is held against it, or a formula."""
    if not isinstance(value, nodes.SameIndicator | nodes.OverAreas):
        return _written_out(node, value, scope, notes, reader)
    subject = scope.subject
    scope.names.used.add(node.text)
    if subject is None:
        notes.tell("E140", node.span, written=node.text)
        return _nothing(node)
    # What is wrong with the place itself is told where the benchmark is declared.
    if isinstance(value, nodes.SameIndicator):
        term = in_area(subject.term, value.area, scope, Notes())
        return replace(subject, term=term, span=node.span)
    scope.names.listed.add(value.areas.text)
    if value.function.text not in OVER_AREAS or value.areas.text not in scope.names.area_lists:
        return _nothing(node)
    calling = Calling(value.function.text, (), node.span, scope, notes, reader)
    return over_areas(calling, subject, value.areas)


def check_benchmarks(scope: Scope, notes: Notes) -> None:
    """Check where benchmarks take their figures from, whether they are used or not."""
    for node in scope.names.benchmarks.values():
        match node.value:
            case nodes.SameIndicator(area):
                in_area(Constant(0.0), area, scope, notes)
            case nodes.OverAreas(function, areas):
                if function.text not in OVER_AREAS:
                    tell_unknown_function(function, OVER_AREAS, notes)
                area_list_known(areas, scope.names, notes)
            case _:
                pass


def _written_out(
    node: nodes.Name, value: nodes.Expression, scope: Scope, notes: Notes, reader: Reader
) -> Typed:
    """What a name stands for, read where it is used; what is wrong in it is told once."""
    names = scope.names
    names.used.add(node.text)
    if node.text in names.broken:
        return _nothing(node)
    if not _affords(node, names, notes):
        return _nothing(node)
    inside = Notes(notes.quiet)
    typed = reader(value, replace(scope, bindings={}), inside)
    _tell_once(node.text, inside.found, names, notes)
    return replace(typed, span=node.span)


def _affords(node: nodes.Name, names: Names, notes: Notes) -> bool:
    """Whether a file may write out one more name; that it may not is told once."""
    before, names.expanded = names.expanded, names.expanded + names.sizes.get(node.text, 1)
    if before <= MOST < names.expanded:
        notes.tell("E128", node.span, name=node.text)
    return names.expanded <= MOST


def _tell_once(name: str, found: list[Finding], names: Names, notes: Notes) -> None:
    """Tell of what is wrong in what a name stands for, however often that is written out."""
    for finding in found:
        key = (name, finding.code, *finding.spans)
        if key not in names.told:
            names.told.add(key)
            notes.found.append(finding)


def read_unused(scope: Scope, notes: Notes, reader: Reader) -> None:
    """Check the numbers and benchmarks that nothing uses, as far as they can be checked alone."""
    names, alone = scope.names, scope.alone()
    written: dict[str, nodes.Let | nodes.Benchmark] = {**names.lets, **names.benchmarks}
    for name in [name for name in written if name not in names.used | names.broken]:
        inside = Notes(notes.quiet)
        read_name(written[name].name, alone, inside, reader)
        notes.found += [finding for finding in inside.found if finding.code != "E140"]
