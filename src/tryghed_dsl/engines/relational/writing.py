"""Nodes as SQL expressions that mean the same on every database.

Nothing is used that databases read in different ways where something is missing or zero: no
aggregate with a filter, no division by what may be zero, no largest of values that may be
missing, and no number that is not said to be a double.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from sqlglot import exp

from tryghed_dsl.core.program import (
    Absolute,
    Add,
    And,
    AtMost,
    Coalesce,
    Constant,
    Floor,
    Fold,
    Folding,
    If,
    IsMissing,
    Multiply,
    Not,
    Or,
    Power,
    Row,
    SquareRoot,
)
from tryghed_dsl.engines.relational.graph import Graph, Node

SQL = exp.Expr
_TOLERANCE = 1e-9
_LARGEST = 1.7976931348623157e308
_ALL_WHOLE = 9e15
_MOST_IN_ORDER = 400
_LONG = 50


def number(value: float) -> SQL:
    """A double; its exponent makes it one where a point would make a decimal."""
    written = repr(abs(float(value))).removesuffix(".0")
    literal = exp.Literal.number(written if "e" in written else f"{written}e0")
    return literal if value >= 0 else exp.paren(exp.Neg(this=literal), copy=False)


def text(value: str) -> SQL:
    """A text."""
    return exp.Literal.string(value)


def column(name: str) -> exp.Column:
    """A column by its name."""
    return exp.column(exp.to_identifier(name, quoted=True))


def layer(name: str) -> exp.Table:
    """What a query reads, by its name."""
    return exp.Table(this=exp.to_identifier(name, quoted=True))


def no_number() -> SQL:
    """A double that is missing."""
    return exp.cast(exp.null(), exp.DataType.Type.DOUBLE)


def is_null(what: SQL) -> SQL:
    """Whether something is missing."""
    return exp.Is(this=what, expression=exp.null())


def case(*branches: tuple[SQL, SQL], default: SQL | None = None) -> SQL:
    """The value behind the first condition that holds."""
    made = exp.Case()
    for condition, value in branches:
        made = made.when(condition, value, copy=False)
    return made if default is None else made.else_(default, copy=False)


def all_of(conditions: Sequence[SQL]) -> SQL:
    """That every one holds."""
    return exp.paren(joined(exp.And, conditions), copy=False)


def any_of(conditions: Sequence[SQL]) -> SQL:
    """That one holds."""
    return exp.paren(joined(exp.Or, conditions), copy=False)


def counted(conditions: Sequence[SQL]) -> SQL:
    """How many hold, where none is missing."""
    ones = [
        case((each, exp.Literal.number(1)), default=exp.Literal.number(0)) for each in conditions
    ]
    return exp.paren(joined(exp.Add, ones), copy=False) if ones else exp.Literal.number(0)


def joined(kind: type[exp.Binary], parts: Sequence[SQL]) -> SQL:
    """Parts joined in halves, so that many are not nested deeply; their order does not matter."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    halves = [joined(kind, some) for some in (parts[:half], parts[half:])]
    if len(parts) > _LONG:  # without brackets they would be read one after the other
        halves = [exp.paren(each, copy=False) for each in halves]
    return kind(this=halves[0], expression=halves[1])


class Writer:
    """Writes the nodes of a graph.

    Args:
        graph: the nodes.
        names: the columns that hold nodes already.
        guarded: the nodes whose value may be larger than a double can hold.
    """

    def __init__(self, graph: Graph, names: Mapping[int, str], guarded: set[int]) -> None:
        self._graph = graph
        self._names = names
        self._guarded = guarded

    def value(self, node: int) -> SQL:
        """A node as the number or truth that it is, or the column that holds it."""
        if node in self._names:
            return column(self._names[node])
        return self.made(node)

    def made(self, node: int) -> SQL:
        """A node's own expression, though a column may hold it."""
        written = self._written(self._graph.nodes[node])
        if node not in self._guarded:
            return written
        size = exp.Abs(this=written.copy())
        return case((exp.LTE(this=size, expression=number(_LARGEST)), written))

    def _number(self, node: int) -> SQL:
        value = self.value(node)
        if not self._graph.is_truth(node):
            return value
        return case((value, number(1)), (exp.Not(this=value.copy()), number(0)))

    def truth(self, node: int) -> SQL:
        """A node as a condition."""
        kind = self._graph.nodes[node].kind
        if kind is Constant:
            return exp.Boolean(this=self._graph.nodes[node].detail != 0)
        if self._graph.is_truth(node):
            return self.value(node)
        if self._graph.is_nothing(node):
            return exp.cast(exp.null(), exp.DataType.Type.BOOLEAN)
        return exp.paren(exp.NEQ(this=self.value(node), expression=number(0)), copy=False)

    # -------------------------------------------------------------- by kind

    def _written(self, node: Node) -> SQL:
        return _BY_KIND[node.kind](self, node)

    def _constant(self, node: Node) -> SQL:
        return number(float(str(node.detail)))

    def _add(self, node: Node) -> SQL:
        parts = [self._number(part) for part in node.parts]
        signs = str(node.detail)
        if len(parts) > _MOST_IN_ORDER:
            signed = zip(signs, parts, strict=True)
            return _in_order([part if sign == "+" else _negative(part) for sign, part in signed])
        total = parts[0] if signs[0] == "+" else _negative(parts[0])
        for sign, part in zip(signs[1:], parts[1:], strict=True):
            kind = exp.Add if sign == "+" else exp.Sub
            total = kind(this=total, expression=part)
        return exp.paren(total, copy=False)

    def _multiply(self, node: Node) -> SQL:
        parts = [self._number(part) for part in node.parts]
        total = parts[0]
        for sign, part in zip(str(node.detail)[1:], parts[1:], strict=True):
            if sign == "*":
                total = exp.Mul(this=total, expression=part)
            else:  # of doubles, and never by zero, which every database reads alike
                divisor = exp.Nullif(this=part, expression=number(0))
                total = exp.Div(this=total, expression=divisor, typed=False, safe=False)
        return exp.paren(total, copy=False)

    def _absolute(self, node: Node) -> SQL:
        return exp.Abs(this=self._number(node.parts[0]))

    def _floor(self, node: Node) -> SQL:
        """Larger ones are whole already, and too large for those whose floor is an integer."""
        operand = self._number(node.parts[0])
        small = exp.LT(this=exp.Abs(this=operand), expression=number(_ALL_WHOLE))
        floor = exp.cast(exp.Floor(this=operand.copy()), exp.DataType.Type.DOUBLE)
        return case((small, floor), default=operand.copy())

    def _root(self, node: Node) -> SQL:
        operand = self._number(node.parts[0])
        return case((exp.GTE(this=operand, expression=number(0)), exp.Sqrt(this=operand.copy())))

    def _power(self, node: Node) -> SQL:
        base, exponent = (self._number(part) for part in node.parts)
        above = exp.GT(this=base, expression=number(0))
        return case((above, exp.Pow(this=base.copy(), expression=exponent)))

    def _at_most(self, node: Node) -> SQL:
        """`a <= b`, or within the tolerance of 1, of a or of b, of which the largest counts."""
        left, right = (self._number(part) for part in node.parts)
        if node.detail is True:
            return exp.paren(exp.LTE(this=left, expression=right), copy=False)
        rooms = (
            number(_TOLERANCE),
            _times(_TOLERANCE, exp.Abs(this=left.copy())),
            _times(_TOLERANCE, exp.Abs(this=right.copy())),
        )
        return any_of([_at_most_with(left.copy(), right.copy(), room) for room in rooms])

    def _not(self, node: Node) -> SQL:
        return exp.Not(this=exp.paren(self.truth(node.parts[0]), copy=False))

    def _and(self, node: Node) -> SQL:
        return all_of([self.truth(part) for part in node.parts])

    def _or(self, node: Node) -> SQL:
        return any_of([self.truth(part) for part in node.parts])

    def _missing(self, node: Node) -> SQL:
        (part,) = node.parts
        return exp.paren(is_null(self.value(part)), copy=False)

    def _if(self, node: Node) -> SQL:
        condition, then, otherwise = node.parts
        asked = self.truth(condition)
        as_wanted = self.truth if self._is_truth(node) else self._number
        if self._graph.is_nothing(otherwise):
            return case((asked, as_wanted(then)))
        if self._graph.is_known(condition):
            return case((asked, as_wanted(then)), default=as_wanted(otherwise))
        denied = exp.Not(this=exp.paren(asked.copy(), copy=False))
        if self._graph.is_nothing(then):
            return case((denied, as_wanted(otherwise)))
        return case((asked, as_wanted(then)), (denied, as_wanted(otherwise)))

    def _coalesce(self, node: Node) -> SQL:
        if not node.parts:
            return no_number()
        as_wanted = self.truth if self._is_truth(node) else self._number
        first, *others = (as_wanted(part) for part in node.parts)
        return exp.Coalesce(this=first, expressions=others) if others else first

    def _is_truth(self, node: Node) -> bool:
        return any(self._graph.is_truth(part) for part in node.parts[node.kind is If :])

    def _table(self, node: Node) -> SQL:
        """The number of the outcome of the first row whose condition holds."""
        assert isinstance(node.detail, tuple)  # noqa: S101 -- made so
        parts, branches = iter(node.parts), []
        for outcome in node.detail:
            condition = self.truth(next(parts))
            then = self.value(next(parts)) if outcome is None else exp.Literal.number(outcome)
            branches.append((condition, then))
        *asked, (_, default) = branches
        return case(*asked, default=default) if asked else default

    # -------------------------------------------------------------- folds

    def _fold(self, node: Node) -> SQL:
        assert isinstance(node.detail, tuple)  # noqa: S101 -- made so
        kind, least, _ = node.detail
        if kind is Folding.KNOWN:
            return self._known(node)
        if not node.parts and kind not in (Folding.SUM, Folding.COUNT):
            return no_number()
        needed = len(node.parts) if least is None else least
        whole = least is None or least >= len(node.parts)
        made = self._total(node, kind, whole=whole)
        fewest = max(needed, 0 if kind in (Folding.SUM, Folding.COUNT) else 1)
        if fewest == 0 or (whole and kind not in (Folding.MIN, Folding.MAX, Folding.COUNT)):
            return made
        return case((exp.GTE(this=self._known(node), expression=number(fewest)), made))

    def _known(self, node: Node) -> SQL:
        """How many of the items are not missing."""
        known = [exp.Not(this=exp.paren(is_null(self.value(part)))) for part in node.parts]
        return exp.cast(counted(known), exp.DataType.Type.DOUBLE)

    def _total(self, node: Node, kind: Folding, *, whole: bool) -> SQL:
        match kind:
            case Folding.COUNT:
                held = [self.truth(part) for part in node.parts]
                return exp.cast(counted(held), exp.DataType.Type.DOUBLE)
            case Folding.SUM | Folding.MEAN:
                items = [self._number(part) for part in node.parts]
                if not whole:
                    items = [exp.Coalesce(this=item, expressions=[number(0)]) for item in items]
                total = _in_order([number(0), *items])
                if kind is Folding.SUM:
                    return total
                divisor = number(len(items)) if whole else self._known(node)
                nonzero = exp.Nullif(this=divisor, expression=number(0))
                return exp.paren(exp.Div(this=total, expression=nonzero, typed=False, safe=False))
            case Folding.MIN | Folding.MAX:
                return self._extreme(node, kind)
            case _:
                message = f"{kind} is made by a query of its own"
                raise TypeError(message)

    def _extreme(self, node: Node, kind: Folding) -> SQL:
        """The least or largest, with what is missing put where it cannot be it."""
        away = number(_LARGEST if kind is Folding.MIN else -_LARGEST)
        first, *others = (
            exp.Coalesce(this=self._number(part), expressions=[away.copy()]) for part in node.parts
        )
        if not others:
            return first
        made = exp.Least if kind is Folding.MIN else exp.Greatest
        return made(this=first, expressions=others, ignore_nulls=False)


_BY_KIND: Mapping[type, Callable[[Writer, Node], SQL]] = {
    Constant: Writer._constant,  # noqa: SLF001 -- its own table
    Add: Writer._add,  # noqa: SLF001
    Multiply: Writer._multiply,  # noqa: SLF001
    Absolute: Writer._absolute,  # noqa: SLF001
    Floor: Writer._floor,  # noqa: SLF001
    SquareRoot: Writer._root,  # noqa: SLF001
    Power: Writer._power,  # noqa: SLF001
    AtMost: Writer._at_most,  # noqa: SLF001
    Not: Writer._not,  # noqa: SLF001
    And: Writer._and,  # noqa: SLF001
    Or: Writer._or,  # noqa: SLF001
    IsMissing: Writer._missing,  # noqa: SLF001
    If: Writer._if,  # noqa: SLF001
    Coalesce: Writer._coalesce,  # noqa: SLF001
    Row: Writer._table,  # noqa: SLF001
    Fold: Writer._fold,  # noqa: SLF001
}


def _times(factor: float, operand: SQL) -> SQL:
    return exp.Mul(this=number(factor), expression=operand)


def _at_most_with(left: SQL, right: SQL, room: SQL) -> SQL:
    return exp.LTE(this=left, expression=exp.Add(this=right, expression=room))


def _in_order(parts: Sequence[SQL]) -> SQL:
    """Parts added in the order written; very many in halves, for databases nest only so deeply."""
    if len(parts) > _MOST_IN_ORDER:
        return exp.paren(joined(exp.Add, parts), copy=False)
    return exp.paren(reduce(lambda a, b: exp.Add(this=a, expression=b), parts), copy=False)


def _negative(part: SQL) -> SQL:
    return exp.paren(exp.Neg(this=exp.paren(part, copy=False)), copy=False)
