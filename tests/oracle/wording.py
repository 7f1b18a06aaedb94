"""The words of a spec: plain data as a text in the language."""

from collections.abc import Iterator
from fractions import Fraction
from functools import singledispatch

from oracle import model as m


def text(spec: m.Spec) -> str:
    """A spec as a text in the language."""
    return "\n".join(_lines(spec)) + "\n"


def _lines(spec: m.Spec) -> Iterator[str]:
    yield f'agreement "A" {{ {"; ".join(_agreement(spec))} }}'
    for area in spec.areas:
        parent = f" in {area.parent}" if area.parent else ""
        parts = f" = {' + '.join(area.parts)}" if area.parts else ""
        yield f"area {area.name}{parent}{parts}"
    for areas in spec.area_lists:
        members = f"in {areas.inside}" if areas.inside else ", ".join(areas.members)
        where = f" where {condition(areas.where)}" if areas.where else ""
        yield f"areas {areas.name} = {members}{where}"
    for indicator in spec.indicators:
        formula = f" = {expression(indicator.formula)}" if indicator.formula else ""
        yield f'indicator {indicator.name} "{indicator.name}"{formula}{_described(indicator)}'
    for name, members_of in spec.indicator_lists:
        yield f"indicators {name} = {', '.join(members_of)}"
    for benchmark in spec.benchmarks:
        yield f"benchmark {benchmark.name} = {_benchmark(benchmark)}"
    for name, value in spec.lets:
        yield f"let {name} = {expression(value)}"
    for named in spec.conditions:
        parameters = f"({', '.join(named.parameters)})" if named.parameters else ""
        yield f"condition {named.name}{parameters} = {_with(named.condition, named.clauses)}"
    for each in spec.breaks:
        where = f" for {each.area}" if each.area else ""
        yield f"break {each.year} in {each.indicator}{where}"
    for target in spec.targets:
        yield f"{target.name}: {_with(target.condition, target.clauses)}"


def _agreement(spec: m.Spec) -> Iterator[str]:
    if spec.area:
        yield f"area {spec.area}"
    if spec.valid:
        yield f"valid {_span(spec.valid)}"
    if spec.baseline:
        yield f"baseline {spec.baseline}"
    if spec.confidence:
        yield f"confidence {number(spec.confidence)}%"


def _described(indicator: m.Indicator) -> str:
    words = [] if indicator.formula and indicator.unit == "count" else [indicator.unit]
    words += [indicator.kind] if indicator.kind else []
    if indicator.better:
        words.append("lower is better" if indicator.better > 0 else "higher is better")
    for stated in indicator.stated:
        where = f" in {stated.area}" if stated.area else ""
        words.append(f"baseline {stated.year} = {number(stated.value)}{where}")
    if indicator.precision is not None:
        words.append(f"precision {indicator.precision}")
    if indicator.design is not None:
        words.append(f"design {number(indicator.design)}")
    return "".join(f", {word}" for word in words)


def _benchmark(benchmark: m.Benchmark) -> str:
    if benchmark.area:
        return f"same indicator in {benchmark.area}"
    if benchmark.function:
        return f"{benchmark.function} over {benchmark.areas}"
    assert benchmark.value is not None
    return expression(benchmark.value)


# ------------------------------------------------------------------ numbers and periods


def number(value: Fraction) -> str:
    """A number with a decimal point; every number of a spec ends in decimals."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    sign, scaled = "-" if value < 0 else "", abs(int(value * 10**digits))
    whole, decimals = divmod(scaled, 10**digits)
    return f"{sign}{whole}" + (f".{decimals:0{digits}}" if digits else "")


def _span(span: m.Span) -> str:
    return f"{span.first}..{'now' if span.last is None else span.last}"


def _within(span: m.Years | m.Span) -> str:
    return _years(span.number) if isinstance(span, m.Years) else _span(span)


def _years(count: int) -> str:
    return f"{count} year{'' if count == 1 else 's'}"


def _least(least: m.Least | None) -> str:
    return "" if least is None else f", {_at_least(least)}"


def _at_least(least: m.Least) -> str:
    return f"at least {number(least.number)}{'%' if least.share else ''}"


def _share(share: Fraction | None) -> str:
    return "" if share is None else f", {number(share)}%"


# ------------------------------------------------------------------ expressions


@singledispatch
def expression(node: m.Expression) -> str:
    """An expression; what is made of others stands in brackets inside others."""
    raise TypeError(node)


def _part(node: m.Expression) -> str:
    written = expression(node)
    made = m.Sum | m.Product | m.Minus | m.ShareOf | m.Rate | m.If
    negative = isinstance(node, m.Num) and node.value < 0
    return f"({written})" if negative or isinstance(node, made) else written


@expression.register
def _(node: m.Num) -> str:
    sign = " pp" if node.sign == "pp" else node.sign
    return f"{number(node.value)}{sign}"


@expression.register
def _(node: m.Name) -> str:
    return node.name


@expression.register
def _(node: m.Sum) -> str:
    first, *others = node.terms
    return _part(first[1]) + "".join(f" {sign} {_part(each)}" for sign, each in others)


@expression.register
def _(node: m.Product) -> str:
    first, *others = node.factors
    return _part(first[1]) + "".join(f" {sign} {_part(each)}" for sign, each in others)


@expression.register
def _(node: m.Minus) -> str:
    return f"-{_part(node.operand)}"


@expression.register
def _(node: m.ShareOf) -> str:
    return f"{number(node.percent)}% of {_part(node.whole)}"


@expression.register
def _(node: m.At) -> str:
    return f"{_part(node.operand)}[{node.year}]"


@expression.register
def _(node: m.InArea) -> str:
    return f"{_part(node.operand)} in {node.area}"


@expression.register
def _(node: m.Rate) -> str:
    return f"{_part(node.part)} per {node.per} {_part(node.whole)}"


@expression.register
def _(node: m.If) -> str:
    then, otherwise = expression(node.then), expression(node.otherwise)
    return f"if {condition(node.condition)} then {then} else {otherwise}"


@expression.register
def _(node: m.Baseline) -> str:
    return f"baseline({node.first if node.last is None else _span(m.Span(node.first, node.last))})"


@expression.register
def _(node: m.Window) -> str:
    inside = f"{expression(node.operand)}{_share(node.share)}, {_within(node.span)}"
    return f"{node.function}({inside}{_least(node.least)})"


@expression.register
def _(node: m.Previous) -> str:
    return f"previous({expression(node.operand)})"


@expression.register
def _(node: m.Change) -> str:
    since = "" if node.since is None else f", from={node.since}"
    return f"change({expression(node.operand)}{since})"


@expression.register
def _(node: m.Together) -> str:
    parts = ", ".join(expression(part) for part in node.parts)
    return f"{node.function}({parts}{_least(node.least)})"


@expression.register
def _(node: m.OverAreas) -> str:
    inside = f"{expression(node.operand)} over {node.areas}{_share(node.share)}"
    return f"{node.function}({inside}{_least(node.least)})"


@expression.register
def _(node: m.Rank) -> str:
    return f"rank({expression(node.operand)} among {node.areas}{_least(node.least)})"


@expression.register
def _(node: m.Count) -> str:
    years = node.within
    each = f"year in {_span(years)}" if isinstance(years, m.Span) else f"area in {years}"
    return f"count({each} where {condition(node.condition)})"


@expression.register
def _(node: m.Normal) -> str:
    return f"normal({_span(node.span)})"


# ------------------------------------------------------------------ conditions and clauses


def _with(node: m.Condition, clauses: m.Clauses) -> str:
    return condition(node) + "".join(f", {clause}" for clause in _clauses(clauses))


def _clauses(clauses: m.Clauses) -> Iterator[str]:  # noqa: C901 -- one line a clause
    if clauses.within:
        yield f"warn within {expression(clauses.within)}"
    if clauses.above:
        yield f"warn above {expression(clauses.above)}"
    if clauses.below:
        yield f"warn below {expression(clauses.below)}"
    if clauses.warn_from is not None:
        yield f"warn from {number(clauses.warn_from)}%"
    if clauses.pass_from is not None:
        yield f"pass from {number(clauses.pass_from)}%"
    if clauses.valid:
        yield f"valid {_span(clauses.valid)}"
    if clauses.when:
        yield f"when {condition(clauses.when)}"
    if clauses.latest:
        yield f"latest within {_years(clauses.latest)}"
    if clauses.confidence:
        yield f"confidence {number(clauses.confidence)}%"
    if clauses.projection:
        yield f"judge=projection({_years(clauses.projection)})"


@singledispatch
def condition(node: m.Condition) -> str:
    """A condition."""
    raise TypeError(node)


def _inner(node: m.Condition) -> str:
    """A condition inside another one."""
    bare = m.Named | m.Known | m.Several
    return condition(node) if isinstance(node, bare) else f"({condition(node)})"


@condition.register
def _(node: m.Limit) -> str:
    return f"{expression(node.subject)} {node.operator} {expression(node.limit)}"


@condition.register
def _(node: m.Band) -> str:
    low, high = expression(node.low), expression(node.high)
    return f"{expression(node.subject)} between {low} and {high}"


@condition.register
def _(node: m.Trajectory) -> str:
    subject, objective = expression(node.subject), node.objective
    return f"{subject} -> {objective.kind}({', '.join(_arguments(objective))})"


def _arguments(objective: m.Objective) -> Iterator[str]:
    if objective.value is not None:
        end = expression(objective.value)
        low = "" if objective.least is None else f"{expression(objective.least)}.."
        yield f"{low}{end}{' a year' if objective.kind == 'grow' else ''}"
    if objective.kind == "improve" and objective.value is not None:
        yield "each=year"
    if objective.by is not None:
        yield f"by={objective.by}"
    if objective.since is not None:
        since = objective.since
        yield f"from={_span(since) if isinstance(since, m.Span) else since}"
    if objective.start is not None:
        yield f"start={expression(objective.start)}"
    if objective.close is not None:
        yield f"close={number(objective.close)}%"
    if objective.ratio:
        yield "measure=ratio"
    if objective.frozen:
        yield "ref=frozen"
    if objective.tolerance is not None:
        yield f"tolerance={expression(objective.tolerance)}"
    yield from _interim(objective)


def _interim(objective: m.Objective) -> Iterator[str]:
    if objective.judge == "projection":
        yield f"judge=projection({_years(objective.years)})"
    elif objective.judge != "path":
        yield f"judge={objective.judge}"
    if isinstance(objective.path, tuple):
        yield f"path={{{', '.join(_milestone(each) for each in objective.path)}}}"
    elif objective.path != "linear":
        yield f"path={objective.path}"


def _milestone(stone: m.Milestone) -> str:
    low = "" if stone.least is None else f"{expression(stone.least)}.."
    change = f"{stone.change} " if stone.change else ""
    return f"{stone.year}: {change}{low}{expression(stone.value)}"


@condition.register
def _(node: m.Named) -> str:
    arguments = ", ".join(expression(argument) for argument in node.arguments)
    return f"{node.name}({arguments})" if node.arguments else node.name


@condition.register
def _(node: m.Known) -> str:
    return f"known({expression(node.operand)})"


@condition.register
def _(node: m.Not) -> str:
    return f"not {_inner(node.condition)}"


@condition.register
def _(node: m.Several) -> str:
    amount = node.amount if isinstance(node.amount, str) else f"at least {node.amount}"
    members = "; ".join(_with(each.condition, each.clauses) for each in node.members)
    return f"{amount} of {{ {members} }}"


@condition.register
def _(node: m.Every) -> str:
    return f"{_quantifier(node)}: {condition(node.condition)}"


def _quantifier(node: m.Every) -> str:
    each: str = node.each
    if isinstance(node.amount, m.Least):
        of = " of" if node.amount.share else ""
        each = f"{_at_least(node.amount)}{of} {each}s"
    else:
        each = f"{node.amount} {each}"
    if isinstance(node.within, m.Since):
        return f"{each} {'after' if node.within.after else 'since'} {node.within.year}"
    return f"{each} in {_span(node.within) if isinstance(node.within, m.Span) else node.within}"


@condition.register
def _(node: m.Running) -> str:
    return f"for {node.years} years running: {condition(node.condition)}"


@condition.register
def _(node: m.OfLatest) -> str:
    return f"in {node.number} of the latest {node.years} years: {condition(node.condition)}"
