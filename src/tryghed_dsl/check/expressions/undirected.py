"""What to say where nothing tells which way is better."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.check.expressions.calling import Calling
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import indicators
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.findings.finding import Argument, Listed
from tryghed_dsl.syntax.printer import quoted_where_needed


def tell_no_direction(calling: Calling, parts: Sequence[Typed]) -> None:
    """Tell of a function that has to know which way is better; what is unknown was told."""
    if any(part.stands_in for part in parts):
        return
    span = parts[0].span.to(parts[-1].span)
    written = parts[0].called if len(parts) == 1 else span.text
    words = {"function": calling.name, "written": written, **words_for(parts, calling.scope)}
    calling.notes.tell("E149", calling.span, span, **words)


def words_for(parts: Iterable[Typed], scope: Scope) -> dict[str, Argument]:
    """The arguments that say what is to be declared, or written otherwise.

    One part that has no way of its own, such as a difference, needs a line of its own. Parts
    that count different ways do not go together. Where none says which way, one has to.
    """
    several = tuple(parts)
    names = dict.fromkeys(name for part in several for name in indicators(part.term))
    turned = next((part for part in several if part.turned or not names), None)
    if turned is not None:
        return {"formula": turned.span.text}
    lower, higher = (_with(way, names, scope) for way in (Direction.LOWER, Direction.HIGHER))
    if lower and higher:
        return {"lower": Listed(lower), "higher": Listed(higher)}
    return {"indicators": Listed(tuple(map(quoted_where_needed, names)))}


def _with(way: Direction, names: Iterable[str], scope: Scope) -> tuple[str, ...]:
    """Those of some indicators that declare a direction."""
    known = [scope.indicators[name] for name in names if name in scope.indicators]
    return tuple(quoted_where_needed(each.id) for each in known if each.direction is way)
