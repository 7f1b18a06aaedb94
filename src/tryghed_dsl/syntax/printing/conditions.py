"""Conditions, and the clauses of targets and of what conditions are made of."""

from collections.abc import Sequence

from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.plurals import plural
from tryghed_dsl.syntax.printing import expressions
from tryghed_dsl.syntax.printing.names import counted, name, quoted


def condition(node: nodes.Condition) -> str:
    """A condition: subject, sign and what it is held against; or how conditions combine."""
    match node:
        case nodes.Limit(subject, operator, limit):
            return f"{_sum(subject)} {operator.value} {expressions.whole(limit)}"
        case nodes.Band(subject, low, high):
            return f"{_sum(subject)} between {_sum(low)} and {_sum(high)}"
        case nodes.Trajectory(subject, objective):
            return f"{_sum(subject)} -> {_sum(objective)}"
        case nodes.Bare(subject):
            return _sum(subject)
        case nodes.Not(inner):
            return f"not {_negated(inner)}"
        case nodes.Several(amount, members):
            inside = "; ".join(member(each) for each in members)
            return f"{_amount(amount)} of {{ {inside} }}"
        case _:
            return _over_time_or_place(node)


def _over_time_or_place(node: nodes.Every | nodes.Running | nodes.OfLatest) -> str:
    match node:
        case nodes.Every(amount, each, within, inner):
            return f"{_gone_through(amount, each)} {_within(within)}: {condition(inner)}"
        case nodes.Running(duration, nodes.Bare(nodes.Name() | nodes.Call() as subject)):
            return f"{_sum(subject)} for {expressions.duration(duration)} running"
        case nodes.Running(duration, inner):
            return f"for {expressions.duration(duration)} running: {condition(inner)}"
        case nodes.OfLatest(number, duration, inner):
            latest = expressions.duration(duration)
            return f"in {number.digits} of the latest {latest}: {condition(inner)}"


def _sum(node: nodes.Expression) -> str:
    return expressions.expression(node)


def _negated(node: nodes.Condition) -> str:
    """What follows `not`, in brackets where it is more than a name or a composition."""
    plain = isinstance(node, nodes.Bare | nodes.Several)
    return condition(node) if plain else f"({condition(node)})"


def _amount(amount: str | nodes.Number) -> str:
    return amount if isinstance(amount, str) else f"at least {expressions.number(amount)}"


def _gone_through(amount: str | nodes.Number, each: nodes.Name) -> str:
    if isinstance(amount, str) or expressions.number(amount) == "1":
        return f"{_amount(amount)} {counted(each)}"
    several = counted(nodes.Name(plural(each.text), span=each.span))
    of = " of" if amount.sign is nodes.Sign.PERCENT else ""
    return f"{_amount(amount)}{of} {several}"


def _within(node: nodes.Name | nodes.Range | nodes.Since) -> str:
    match node:
        case nodes.Name():
            return f"in {name(node)}"
        case nodes.Range():
            return f"in {expressions.periods(node)}"
        case nodes.Since(when, after):
            return f"{'after' if after else 'since'} {when.period}"


def member(node: nodes.Member) -> str:
    """A condition of a composition, with its clauses."""
    return f"{condition(node.condition)}{clauses(node.clauses)}"


# ------------------------------------------------------------------ clauses


def clauses(several: Sequence[nodes.Clause]) -> str:
    """Clauses, each behind a comma."""
    return "".join(f", {clause(each)}" for each in several)


def clause(node: nodes.Clause) -> str:
    """A clause, without the comma before it."""
    match node:
        case nodes.Cite() | nodes.Quote() | nodes.Because():
            return _clause_of_words(node)
        case nodes.Threshold(kind, value):
            return f"{kind.value} {expressions.expression(value)}"
        case nodes.Valid(periods):
            return f"valid {expressions.periods(periods)}"
        case nodes.Applies(inner):
            return f"when {condition(inner)}"
        case nodes.LatestWithin(duration):
            return f"latest within {expressions.duration(duration)}"
        case nodes.Judge(how):
            return f"judge={expressions.expression(how)}"
        case nodes.Confidence(level):
            return f"confidence {expressions.number(level)}"
        case nodes.Partly():
            return "partly"
        case _:
            return _clause_of_figures(node)


def _clause_of_words(node: nodes.Cite | nodes.Quote | nodes.Because) -> str:
    match node:
        case nodes.Cite(words, quote):
            exactly = "" if quote is None else f" quote {quoted(quote)}"
            return f"cite {quoted(words)}{exactly}"
        case nodes.Quote(words):
            return f"quote {quoted(words)}"
        case nodes.Because(words):
            return f"because {quoted(words)}"


def _clause_of_figures(node: nodes.Clause) -> str:
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
        case nodes.Each(words):
            return " ".join(["every", *(name(word) for word in words)])
        case nodes.Precision(decimals):
            return f"precision {decimals.digits}"
        case nodes.Design(effect):
            return f"design {effect.digits}"
        case _:
            message = f"no clause: {node!r}"
            raise TypeError(message)
