"""A call that is being read: its arguments by kind, and what is told of those that do not fit."""

from collections.abc import Callable, Mapping

from tryghed_dsl.check.expressions.directions import Way
from tryghed_dsl.check.names.sizes import too_large
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.scope import Scope
from tryghed_dsl.check.terms import Constant, Least, Term
from tryghed_dsl.check.units import Typed
from tryghed_dsl.domain.unit import Unit
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.danish import word_meant
from tryghed_dsl.text.source import Span

Reader = Callable[[nodes.Expression, Scope, Notes], Typed]
Value = nodes.Expression | nodes.Part

_PER_CENT = 100
_OVER_SEVERAL = ("{0}(x, 3 years)", "{0}(x, 2014..2018)", "{0}(a, b)", "{0}(x over districts)")
FORMS: Mapping[str, tuple[str, ...]] = {
    "baseline": ("baseline(2015)", "baseline(2014..2018)"),
    **{
        name: tuple(form.format(name) for form in _OVER_SEVERAL)
        for name in ("mean", "sum", "min", "max", "median", "best", "worst")
    },
    "quantile": ("quantile(x, 90%, 3 years)", "quantile(x over districts, 90%)"),
    "previous": ("previous(x)",),
    "change": ("change(x)", "change(x, from=2015)"),
    "trend": ("trend(x, 5 years)", "trend(x, 2014..2018)"),
    "rank": ("rank(x among districts)",),
    "count": (
        "count(area in districts where x > 5)",
        "count(month in year where x > 5)",
        "count(year in 2014..2018 where x > 5)",
    ),
    "normal": ("normal(2012..2016)",),
}


@dataclass(frozen=True, slots=True)
class Calling:
    """A function that is called, with what its arguments are read."""

    name: str
    arguments: tuple[nodes.Argument, ...]
    span: Span
    scope: Scope
    notes: Notes
    reader: Reader

    def read(self, node: nodes.Expression) -> Typed:
        """Read an expression in it."""
        return self.reader(node, self.scope, self.notes)

    def made(self, term: Term, unit: Unit | None, way: Way) -> Typed:
        """What the call stands for; one that comes to too much is told."""
        if too_large(term, self.scope.names):
            self.notes.tell("E128", self.span, name=self.span.text)
            return self.nothing()
        return Typed(term, unit, self.span, direction=way[0], turned=way[1])

    def nothing(self) -> Typed:
        """What stands in for a call in which something was told."""
        return Typed(Constant(0.0), None, self.span)

    def tell_shape(self, node: nodes.Node | None = None) -> Typed:
        """Tell it that the function is not made of this: of all arguments, or of one."""
        span = self.span if node is None else node.span
        forms = FORMS[self.name]
        if len(self.arguments) == 1 and isinstance(self.arguments[0].value, nodes.Name):
            own = self.arguments[0].value.span.text
            forms = tuple(form.replace("(x", f"({own}", 1) for form in forms)
        self.notes.tell("E148", span, name=self.name, forms=Listed(forms))
        return self.nothing()


@dataclass(frozen=True, slots=True)
class Given:
    """The arguments of a call: those without a name, `at least …`, and those with a name."""

    plain: tuple[Value, ...]
    least: nodes.Least | None
    named: Mapping[str, nodes.Argument]


def given_to(calling: Calling, known: tuple[str, ...] = (), *, least: bool = False) -> Given | None:
    """The arguments of a call; None where one of them has no place, which is told.

    Args:
        calling: the call.
        known: the names that its arguments may have.
        least: whether it takes `at least …`.
    """
    plain, named = list[Value](), dict[str, nodes.Argument]()
    enough, fits = None, True
    for argument in calling.arguments:
        name, value = argument.name, argument.value
        if name is not None:
            fits &= _take_named(calling, argument, name, known, named)
        elif not isinstance(value, nodes.Least):
            plain.append(value)
        elif least and enough is None:
            enough = value
        else:
            calling.tell_shape(value)
            fits = False
    return Given(tuple(plain), enough, named) if fits else None


def _take_named(
    calling: Calling,
    argument: nodes.Argument,
    name: nodes.Name,
    known: tuple[str, ...],
    named: dict[str, nodes.Argument],
) -> bool:
    if name.text not in known:
        suggestion = word_meant(name.text, known)
        extra = {} if suggestion is None else {"suggestion": suggestion}
        words = {"function": calling.name, "name": name.text} | extra
        parts = {"known": Listed(known)} if known else {}
        calling.notes.tell("E108", name.span, **words, **parts)
        return False
    first = named.setdefault(name.text, argument)
    if first is not argument:
        calling.notes.tell("E112", argument.span, first.span, clause=name.text)
    return True


def read_least(node: nodes.Least | None, most: int | None, notes: Notes) -> Least | None:
    """How many must be known; what cannot be met, or asks for nothing, is told.

    Args:
        node: `at least …`, where it stands.
        most: how many there are, where that is known.
        notes: where findings go.
    """
    if node is None:
        return None
    amount = node.amount
    share = amount.sign is nodes.Sign.PERCENT
    whole = amount.sign is nodes.Sign.NONE and amount.digits.isdigit()
    limit = _PER_CENT if share else most
    if not (share or whole) or amount.value <= 0 or (limit is not None and amount.value > limit):
        extra = {} if limit is None or share else {"most": float(limit)}
        notes.tell("E150", node.span, written=node.span.text, **extra)
        return None
    return Least(amount.value / _PER_CENT, share=True) if share else Least(amount.value)
