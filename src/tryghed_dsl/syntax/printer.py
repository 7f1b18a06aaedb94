"""From syntax tree to text: the canonical wording of a node.

Reading the wording back gives an equal tree.
"""

from collections.abc import Sequence

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.keywords import RESERVED
from tryghed_dsl.syntax.scanner import Kind, Scanner
from tryghed_dsl.text.source import Source

_SUM, _PRODUCT, _UNARY, _POSTFIX, _ATOM = range(5)


def wording(node: nodes.Target) -> str:
    """A target as a person reads it: its condition and thresholds, without clause and quote."""
    thresholds = [c for c in node.clauses if isinstance(c, nodes.Threshold)]
    return ", ".join([condition(node.condition), *(clause(c) for c in thresholds)])


# ------------------------------------------------------------------ expressions


def expression(node: nodes.Expression) -> str:
    """An expression, with brackets only where they are needed."""
    return _expression(node, _SUM)


def _expression(node: nodes.Expression, level: int) -> str:
    text, own = _written(node)
    return f"({text})" if own < level else text


def _written(node: nodes.Expression) -> tuple[str, int]:
    match node:
        case nodes.Sum(terms):
            return _joined(terms, _PRODUCT), _SUM
        case nodes.Product(factors):
            return _joined(factors, _UNARY), _PRODUCT
        case nodes.Minus(operand):
            return f"-{_expression(operand, _UNARY)}", _UNARY
        case nodes.ShareOf(share, whole):
            return f"{share.digits}% of {_expression(whole, _POSTFIX)}", _UNARY
        case nodes.At(operand, when):
            return f"{_expression(operand, _POSTFIX)}[{when.period}]", _POSTFIX
        case nodes.InArea(operand, area):
            return f"{_expression(operand, _POSTFIX)} in {name(area)}", _POSTFIX
        case _:
            return _atom(node), _ATOM


def _joined(parts: Sequence[tuple[str, nodes.Expression]], level: int) -> str:
    text = _expression(parts[0][1], level)
    for sign, part in parts[1:]:
        text += f" {sign} {_expression(part, level)}"
    return text


def _atom(node: nodes.Expression) -> str:
    match node:
        case nodes.Number(digits, sign):
            return f"{digits} pp" if sign is nodes.Sign.POINTS else f"{digits}{sign.value}"
        case nodes.When(period):
            return str(period)
        case nodes.Name():
            return name(node)
        case nodes.Call(function, arguments):
            inside = ", ".join(_argument(argument) for argument in arguments)
            return f"{_function(function.text)}({inside})"
        case _:
            message = f"no expression: {node!r}"
            raise TypeError(message)


def _argument(node: nodes.Argument) -> str:
    value = (
        str(node.value.periods) if isinstance(node.value, nodes.Range) else expression(node.value)
    )
    return value if node.name is None else f"{name(node.name)}={value}"


def name(node: nodes.Name) -> str:
    """A name, in backticks where it needs them."""
    return quoted_where_needed(node.text)


def quoted_where_needed(text: str) -> str:
    """A name as it has to be written: plain, or in backticks."""
    return f"`{text}`" if text in _KEYWORDS_AS_NAMES else _function(text)


def _function(text: str) -> str:
    """A function's name; the bracket behind it keeps it from being read as a keyword."""
    tokens = list(Scanner(Source("", text)).tokens())
    plain = len(tokens) == 1 and tokens[0].kind is Kind.WORD and text not in RESERVED
    return text if plain else f"`{text}`"


# Names that could be read as keywords at some place are safest in backticks.
_KEYWORDS_AS_NAMES = frozenset(
    {"pp", "of", "and", "between", "agreement", "area", "source", "indicator", "benchmark"}
    | {"break", "goal", "test", "monitor", "language", "partly", "cite", "quote", "warn", "pass"}
    | {"given", "as", "expect", "document", "valid", "baseline", "missing", "per", "from"}
    | {"lower", "higher", "published", "is", "better", "within", "above", "below"}
)


# ------------------------------------------------------------------ conditions and clauses


def condition(node: nodes.Condition) -> str:
    """A condition: subject, sign and what it is held against."""
    match node:
        case nodes.Limit(subject, operator, limit):
            return f"{expression(subject)} {operator.value} {expression(limit)}"
        case nodes.Band(subject, low, high):
            return f"{expression(subject)} between {expression(low)} and {expression(high)}"
        case nodes.Trajectory(subject, objective):
            return f"{expression(subject)} -> {expression(objective)}"
        case nodes.Bare(subject):
            return expression(subject)


def clause(node: nodes.Clause) -> str:
    """A clause, without the comma before it."""
    match node:
        case nodes.Word(word):
            return name(word)
        case nodes.Per(number):
            return f"per {number.digits}"
        case nodes.From(source):
            return f"from {name(source)}"
        case nodes.Better(lower=lower):
            return f"{'lower' if lower else 'higher'} is better"
        case nodes.Stated(when, value, area):
            where = "" if area is None else f" in {name(area)}"
            return f"baseline {when.period} = {value.digits}{where}"
        case nodes.Published(season):
            return f"published {name(season)}"
        case nodes.Partly():
            return "partly"
        case _:
            return _worded_clause(node)


def _worded_clause(node: nodes.Clause) -> str:
    match node:
        case nodes.Cite(words, None):
            return f"cite {_quoted(words)}"
        case nodes.Cite(words, nodes.Text() as quote):
            return f"cite {_quoted(words)} quote {_quoted(quote)}"
        case nodes.Quote(words):
            return f"quote {_quoted(words)}"
        case nodes.Because(words):
            return f"because {_quoted(words)}"
        case nodes.Threshold(kind, value):
            return f"{kind.value} {expression(value)}"
        case _:
            message = f"no clause: {node!r}"
            raise TypeError(message)


def _quoted(node: nodes.Text) -> str:
    return f'"{node.text}"'


# ------------------------------------------------------------------ statements


def statement(node: nodes.Statement) -> str:
    """A statement, its block indented below it."""
    match node:
        case nodes.Goal(goal_name, title, clauses, targets):
            head = f"goal {name(goal_name)}{_title(title)}{_clauses(clauses)}"
            return _block(head, [_member(target) for target in targets])
        case nodes.Agreement(title, lines):
            return _block(f"agreement {_quoted(title)}", [_agreement_line(x) for x in lines])
        case nodes.Test(title, lines):
            return _block(f"test {_quoted(title)}", [_test_line(x) for x in lines])
        case nodes.Target() | nodes.Monitor():
            return _member(node)
        case nodes.Language(number):
            return f"language {number.digits}"
        case _:
            return _declaration(node)


def _declaration(node: nodes.Statement) -> str:
    match node:
        case nodes.Area(own, title, parent, parts):
            inside = "" if parent is None else f" in {name(parent)}"
            sum_of = f" = {' + '.join(name(part) for part in parts)}" if parts else ""
            return f"area {name(own)}{_title(title)}{inside}{sum_of}"
        case nodes.SourceOfFigures(own, title, clauses):
            return f"source {name(own)}{_title(title)}{_clauses(clauses)}"
        case nodes.Indicator(own, title, formula, clauses):
            made = "" if formula is None else f" = {expression(formula)}"
            return f"indicator {name(own)}{_title(title)}{made}{_clauses(clauses)}"
        case nodes.Benchmark(own, title, nodes.SameIndicator(area)):
            return f"benchmark {name(own)}{_title(title)} = same indicator in {name(area)}"
        case nodes.Benchmark(own, title, value) if not isinstance(value, nodes.SameIndicator):
            return f"benchmark {name(own)}{_title(title)} = {expression(value)}"
        case nodes.SeriesBreak(when, indicators, area, because):
            where = "" if area is None else f" for {name(area)}"
            which = ", ".join(name(indicator) for indicator in indicators)
            return f"break {when.period} in {which}{where}{_clauses(because)}"
        case _:
            message = f"no statement: {node!r}"
            raise TypeError(message)


def _member(node: nodes.Target | nodes.Monitor) -> str:
    if isinstance(node, nodes.Monitor):
        which = ", ".join(name(indicator) for indicator in node.indicators)
        return f"monitor {which}{_clauses(node.clauses)}"
    label = "" if node.label is None else f"{name(node.label)}: "
    return f"{label}{condition(node.condition)}{_clauses(node.clauses)}"


def _agreement_line(node: nodes.AgreementLine) -> str:
    match node:
        case nodes.Document(path):
            return f"document {_quoted(path)}"
        case nodes.Valid(periods):
            return f"valid {periods.periods}"
        case nodes.AgreementArea(area):
            return f"area {name(area)}"
        case nodes.AgreementBaseline(when):
            return f"baseline {when.period}"


def _test_line(node: nodes.TestLine) -> str:
    match node:
        case nodes.Given(figure, value):
            where = "" if figure.area is None else f" in {name(figure.area)} "
            given = " missing" if value is None else f" = {value.digits}"
            return f"given {name(figure.indicator)}{where}[{figure.when.period}]{given}"
        case nodes.AsOf(when):
            return f"as of {when.period}"
        case nodes.Expect(target, verdict, reason):
            why = "" if reason is None else f" {reason.text}"
            return f"expect {name(target)} {name(verdict)}{why}"


def _title(title: nodes.Text | None) -> str:
    return "" if title is None else f" {_quoted(title)}"


def _clauses(clauses: Sequence[nodes.Clause]) -> str:
    return "".join(f", {clause(each)}" for each in clauses)


def _block(head: str, lines: Sequence[str]) -> str:
    inside = "".join(f"  {line}\n" for line in lines)
    return f"{head} {{\n{inside}}}"
