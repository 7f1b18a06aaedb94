"""A calculation written out with its numbers."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.core.program import (
    Absolute,
    Add,
    AtMost,
    Cell,
    Coalesce,
    Constant,
    Expression,
    Floor,
    Fold,
    Folding,
    If,
    Multiply,
    Power,
    SquareRoot,
    cells,
)
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.condition import ConditionReport
from tryghed_dsl.text.language import Language, listing, number

_MOST_LISTED = 12
_PER_CENT = 100
# How tightly a text holds together: a sum, a product, one number.
_SUM, _PRODUCT, _ONE = range(3)
_FOLDS = {
    Folding.MEAN: ("mean of", "gennemsnit af"),
    Folding.MIN: ("lowest of", "laveste af"),
    Folding.MAX: ("highest of", "højeste af"),
    Folding.MEDIAN: ("median of", "median af"),
}


class Worked:
    """The calculations of one condition, in one language."""

    def __init__(self, report: ConditionReport, language: Language) -> None:
        self._report = report
        self._language = language

    def number(self, value: float | None) -> str:
        """A number; a question mark where it is missing."""
        return "?" if value is None else number(float(value), self._language)

    def calculation(self, expression: Expression) -> str:
        """A calculation with its numbers; nothing where there is nothing to calculate."""
        taken = self.taken(expression)
        inner = _rounded(taken)
        if inner is not None:
            text = self.calculation(inner) or self._number_of(inner)
            return f"{text}, {either(self._language, 'rounded', 'afrundet')}"
        if isinstance(taken, Fold):
            return self._fold(taken, named=True)
        return self._written(taken)[0] if isinstance(taken, _CALCULATED) else ""

    def taken(self, expression: Expression) -> Expression:
        """An expression without the choices in front of it: what its value came from."""
        match expression:
            case If(condition, then, otherwise) if _rounded(expression) is None:
                holds = self._report.value_of(condition)
                return expression if holds is None else self.taken(then if holds else otherwise)
            case Coalesce(operands):
                known = (each for each in operands if self._report.value_of(each) is not None)
                first = next(known, None)
                return expression if first is None else self.taken(first)
            case _:
                return expression

    def _number_of(self, expression: Expression) -> str:
        return self.number(self._report.value_of(expression))

    # -------------------------------------------------------------- arithmetic

    def _written(self, expression: Expression) -> tuple[str, int]:
        """A calculation, and how tightly it holds together."""
        match self.taken(expression):
            case Add(terms):
                return self._sum([term for term in terms if not _is_nothing(term[1])])
            case Multiply(factors):
                return self._product([each for each in factors if not _leaves_alone(*each)])
            case Absolute(operand):
                return f"|{self._written(operand)[0]}|", _ONE
            case SquareRoot(operand):
                return f"√({self._written(operand)[0]})", _ONE
            case Power(base, exponent):
                return f"{self._at_least(base, _ONE)}^{self._number_of(exponent)}", _ONE
            case Fold(kind) as fold if kind in _FOLDS:
                return f"({self._fold(fold, named=False)})", _ONE
            case other:
                return self._number_of(other), _ONE

    def _at_least(self, expression: Expression, tightness: int, *, first: bool = True) -> str:
        """A part of a calculation, in brackets where it would fall apart there."""
        text, own = self._written(expression)
        negative = text.startswith("-") and not (first and tightness < _ONE)
        return f"({text})" if own < tightness or negative else text

    def _sum(self, terms: Sequence[tuple[str, Expression]]) -> tuple[str, int]:
        if not terms:
            return "0", _ONE
        (sign, first), *rest = terms
        if sign == "+" and not rest:
            return self._written(first)
        least = _PRODUCT if sign == "-" else _SUM
        text = ("-" if sign == "-" else "") + self._at_least(first, least, first=sign == "+")
        for own, term in rest:
            least = _PRODUCT if own == "-" else _SUM
            text += f" {own} {self._at_least(term, least, first=False)}"
        return text, _SUM

    def _product(self, factors: Sequence[tuple[str, Expression]]) -> tuple[str, int]:
        if not factors:
            return "1", _ONE
        (sign, first), *rest = factors
        if sign == "*" and not rest:
            return self._written(first)
        text = ("1 / " if sign == "/" else "") + self._at_least(first, _PRODUCT)
        for own, factor in rest:
            least = _ONE if own == "/" else _PRODUCT
            text += f" {own} {self._at_least(factor, least, first=False)}"
        return text, _PRODUCT

    # -------------------------------------------------------------- many made one

    def _fold(self, fold: Fold, *, named: bool) -> str:
        """Many values made one; each with what it is of, where there is room for it."""
        if fold.kind in (Folding.COUNT, Folding.KNOWN):
            return ""
        values = [self._report.value_of(item) for item in fold.items]
        labels = labels_of(fold.items, self._report.setting.area) if named else []
        shown = [
            f"{self.number(value)} ({label})" if label else self.number(value)
            for value, label in zip(values, labels or [""] * len(values), strict=True)
            if value is not None
        ]
        if len(shown) > _MOST_LISTED:
            told = either(self._language, f"{len(shown)} figures", f"{len(shown)} tal")
        elif fold.kind is Folding.SUM:
            return " + ".join(shown)
        else:
            told = listing(shown, self._language)
        return f"{self._kind(fold)} {told}"

    def _kind(self, fold: Fold) -> str:
        if fold.kind is Folding.SUM:
            return either(self._language, "sum of", "sum af")
        if fold.kind is Folding.QUANTILE:
            share = self.number((fold.share or 0) * _PER_CENT)
            return either(self._language, f"{share} % quantile of", f"{share} %-fraktil af")
        return either(self._language, *_FOLDS[fold.kind])

    # -------------------------------------------------------------- counts

    def counts(self, expression: Expression) -> Iterator[tuple[Fold, bool]]:
        """The counts in a calculation, each with whether it is of a rank."""
        match self.taken(expression):
            case Fold(Folding.COUNT) as fold:
                yield fold, False
            case Add((("+", Constant(1.0)), ("+", Fold(Folding.COUNT) as fold))):
                yield fold, True
            case Add(parts) | Multiply(parts):
                for _, part in parts:
                    yield from self.counts(part)
            case _:
                return

    def sorted_out(self, fold: Fold) -> dict[bool | None, list[str]]:
        """What is counted, what is not, and of what it is not known, by name."""
        found: dict[bool | None, list[str]] = {True: [], False: [], None: []}
        labels = labels_of(fold.items, self._report.setting.area)
        for item, label in zip(fold.items, labels, strict=True):
            holds = self._report.value_of(item)
            found[None if holds is None else bool(holds)].append(label or "?")
        return found


_CALCULATED = (Add, Multiply, Absolute, SquareRoot, Power)


def labels_of(items: Sequence[Expression], home: str) -> list[str]:
    """What tells items apart: their areas, else their periods, else their indicators."""
    read = [list(cells(item)) for item in items]
    shared = set(read[0]).intersection(*read[1:]) if len(read) > 1 else set[Cell]()
    # A rank's own area is compared with itself: all that it reads, the others read too.
    named = [next((c for c in each if c not in shared), each[0]) for each in read if each]
    if not named or len(named) < len(items):
        return [""] * len(items)
    kinds = (
        [cell.area or home for cell in named],
        [str(cell.period) for cell in named],
        [cell.indicator for cell in named],
    )
    return next((names for names in kinds if len(set(names)) == len(names)), [""] * len(items))


def _rounded(expression: Expression) -> Expression | None:
    """What is rounded by an indicator's `precision`, where an expression is just that."""
    match expression:
        case If(AtMost(Constant(0.0), inner, plain=True), Multiply((("*", Floor()), _)), _):
            return inner
        case _:
            return None


def _is_nothing(expression: Expression) -> bool:
    """Whether a term is zero whatever the figures are."""
    return isinstance(expression, Multiply) and ("*", Constant(0.0)) in expression.factors


def _leaves_alone(sign: str, factor: Expression) -> bool:
    """Whether a factor changes nothing: one."""
    return isinstance(factor, Constant) and factor.value == 1 and sign in "*/"
