"""What an expression takes over from the indicators in it: direction, precision, kind (C6)."""

from dataclasses import replace

from oracle import model as m
from oracle.frames import Frame


def direction(node: m.Expression, frame: Frame) -> int | None:
    """C6: +1 where lower is better, -1 where higher is, None where it is not declared."""
    found = _directions(node, frame)
    declared = None if found is None else {each for each in found if each is not None}
    return declared.pop() if declared is not None and len(declared) == 1 else None


def _directions(node: m.Expression, frame: Frame) -> set[int | None] | None:
    """The directions of the indicators in it; None where the expression can have none."""
    match node:
        case m.Num():
            return set()
        case m.Name():
            return _directions_of_name(node, frame)
        case m.At() | m.InArea() | m.Window(function="mean" | "min" | "max" | "median" | "sum"):
            return _directions(node.operand, frame)
        case m.Window(function="quantile") | m.Previous() | m.OverAreas():
            return _directions(node.operand, frame)
        case m.Rate():
            return _directions(node.part, frame)
        case m.ShareOf():
            return _directions(node.whole, frame)
        case m.Sum() if all(sign == "+" for sign, _ in node.terms):
            return _together([_directions(term, frame) for _, term in node.terms])
        case m.Product():
            return _directions_of_product(node, frame)
        case m.Together():
            return _together([_directions(part, frame) for part in node.parts])
        case _:
            return None


def _together(found: list[set[int | None] | None]) -> set[int | None] | None:
    known = [each for each in found if each is not None]
    return set().union(*known) if len(known) == len(found) else None


def _directions_of_name(node: m.Name, frame: Frame) -> set[int | None] | None:
    if node.name in frame.bound:
        meant, bound = frame.bound[node.name]
        return _directions(meant, replace(frame, bound=bound))
    indicator = frame.world.indicators.get(node.name)
    if indicator is not None:
        if indicator.better is not None or indicator.formula is None:
            return {indicator.better}
        return {direction(indicator.formula, frame)}
    meant_let = dict(frame.world.spec.lets).get(node.name)
    return None if meant_let is None else _directions(meant_let, frame)


def _directions_of_product(node: m.Product, frame: Frame) -> set[int | None] | None:
    """Positive factors only, and one thing that is multiplied."""
    others = [(sign, each) for sign, each in node.factors if not _positive(each)]
    if [sign for sign, _ in others] != ["*"]:
        return None
    return _directions(others[0][1], frame)


def _positive(node: m.Expression) -> bool:
    return isinstance(node, m.Num) and node.value > 0


def indicators_in(node: m.Expression, frame: Frame) -> list[m.Indicator]:
    """The indicators that an expression is made of, formulas included."""
    match node:
        case m.Name():
            return _indicators_of_name(node, frame)
        case m.At() | m.InArea() | m.Window() | m.Previous() | m.Change():
            return indicators_in(node.operand, frame)
        case m.OverAreas() | m.Minus() | m.Rank():
            return indicators_in(node.operand, frame)
        case m.ShareOf():
            return indicators_in(node.whole, frame)
        case m.Rate():
            parts: tuple[m.Expression, ...] = (node.part, node.whole)
        case m.If():
            parts = (node.then, node.otherwise)
        case m.Sum():
            parts = tuple(term for _, term in node.terms)
        case m.Product():
            parts = tuple(factor for _, factor in node.factors)
        case m.Together():
            parts = node.parts
        case _:
            parts = ()
    return [each for part in parts for each in indicators_in(part, frame)]


def _indicators_of_name(node: m.Name, frame: Frame) -> list[m.Indicator]:
    if node.name in frame.bound:
        meant, bound = frame.bound[node.name]
        return indicators_in(meant, replace(frame, bound=bound))
    indicator = frame.world.indicators.get(node.name)
    if indicator is None:
        meant_let = dict(frame.world.spec.lets).get(node.name)
        return [] if meant_let is None else indicators_in(meant_let, frame)
    return [indicator]


def precision(node: m.Expression, frame: Frame) -> int | None:
    """The decimals that the subject's indicators declare, where they declare the same."""
    declared = {each.precision for each in indicators_in(node, frame)}
    return declared.pop() if len(declared) == 1 else None


def is_stock(node: m.Expression, frame: Frame) -> bool:
    """Whether the expression is of stocks, whose year counts at its end (C15)."""
    kinds = {each.kind for each in indicators_in(node, frame)}
    return kinds == {"stock"}
