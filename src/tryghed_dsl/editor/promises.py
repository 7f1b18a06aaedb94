"""What a target promises, in a sentence or two."""

from collections.abc import Iterator, Mapping

from tryghed_dsl.editor.catalogue import Catalogue
from tryghed_dsl.editor.occurrences import Of
from tryghed_dsl.renderers.words import either
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import condition, expression
from tryghed_dsl.text.language import Language

_COMPARING: Mapping[nodes.Operator, tuple[str, str]] = {
    nodes.Operator.AT_MOST: ("at most", "højst"),
    nodes.Operator.BELOW: ("below", "under"),
    nodes.Operator.AT_LEAST: ("at least", "mindst"),
    nodes.Operator.ABOVE: ("above", "over"),
    nodes.Operator.EQUALS: ("exactly", "præcis"),
}
_AMOUNTS: Mapping[str, tuple[str, str]] = {
    "reach": ("must come to {}", "skal nå {}"),
    "reduce": ("must fall by {}", "skal falde med {}"),
    "increase": ("must rise by {}", "skal stige med {}"),
}


class Promised:
    """Puts targets into words, with the titles of what they name."""

    def __init__(self, catalogue: Catalogue, language: Language) -> None:
        self._catalogue = catalogue
        self._language = language

    def sentences(self, node: nodes.Target) -> str:
        """What a target promises."""
        return " ".join([self._promise(node.condition), *self._clauses(node)])

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    # -------------------------------------------------------------- the promise

    def _promise(self, node: nodes.Condition) -> str:
        match node:
            case nodes.Limit(subject, operator, limit):
                how, value = self._say(*_COMPARING[operator]), self._value(limit)
                name = self._subject(subject)
                return self._say(
                    f"{name} must be {how} {value}.", f"{name} skal være {how} {value}."
                )
            case nodes.Band(subject, low, high):
                name, ends = self._subject(subject), (self._value(low), self._value(high))
                return self._say(
                    f"{name} must lie between {ends[0]} and {ends[1]}.",
                    f"{name} skal ligge mellem {ends[0]} og {ends[1]}.",
                )
            case nodes.Trajectory(subject, objective):
                return f"{self._subject(subject)} {self._way(objective)}."
            case nodes.Several(amount, members):
                return self._several(amount, members)
            case _:
                text = condition(node)
                return self._say(f"This must hold: `{text}`.", f"Det skal gælde, at `{text}`.")

    def _several(self, amount: str | nodes.Number, members: tuple[nodes.Member, ...]) -> str:
        count = len(members)
        if isinstance(amount, nodes.Number):
            least = amount.digits
            head = self._say(
                f"At least {least} of these {count} must hold:",
                f"Mindst {least} af disse {count} skal være opfyldt:",
            )
        elif amount == "any":
            head = self._say("One of these must hold:", "Ét af disse skal være opfyldt:")
        else:
            head = self._say("All of these must hold:", "Alle disse skal være opfyldt:")
        return f"{head} {'; '.join(f'`{condition(member.condition)}`' for member in members)}."

    def _way(self, call: nodes.Call) -> str:
        first = next((each for each in call.arguments if each.name is None), None)
        named = {each.name.text: each.value for each in call.arguments if each.name is not None}
        by, start = self._part(named, "by"), self._part(named, "from")
        when = self._say(f" by {by}", f" inden {by}") if by else ""
        since = self._say(f", counted from {start}", f", regnet fra {start}") if start else ""
        value = "" if first is None else self._value(first.value)
        return self._verb(call.function.text, value, named) + when + since

    def _verb(self, name: str, value: str, named: Mapping[str, nodes.Node]) -> str:
        match name:
            case "approach":
                near = self._say(f"must come nearer to {value}", f"skal nærme sig {value}")
                close = self._part(named, "close")
                if not close:
                    return near
                return near + self._say(
                    f", so that {close} of the gap is closed",
                    f", så {close} af afstanden er lukket",
                )
            case "grow":
                return self._say(f"must grow by {value}", f"skal vokse med {value}")
            case "improve" if value:
                return self._say(
                    f"must get better by {value} every year", f"skal blive {value} bedre hvert år"
                )
            case "improve":
                return self._say(
                    "must be better than at the start", "skal være bedre end ved begyndelsen"
                )
            case _ if name in _AMOUNTS:
                return self._say(*_AMOUNTS[name]).format(value)
            case _:
                return f"-> {name}({value})"

    # -------------------------------------------------------------- its clauses

    def _clauses(self, node: nodes.Target) -> Iterator[str]:
        for clause in node.clauses:
            match clause:
                case nodes.Threshold(kind, value):
                    yield self._threshold(kind, self._value(value))
                case nodes.Applies(asked):
                    text = condition(asked)
                    yield self._say(
                        f"It is judged only where `{text}`.", f"Det bedømmes kun, når `{text}`."
                    )
                case nodes.Valid(periods):
                    text = periods.span.text
                    yield self._say(f"It holds in {text}.", f"Det gælder i {text}.")
                case nodes.Confidence():
                    yield self._say(
                        "A miss that chance explains only warns.",
                        "En afvigelse, der kan skyldes tilfældigheder, giver kun advarsel.",
                    )

    def _threshold(self, kind: nodes.ThresholdKind, value: str) -> str:
        match kind:
            case nodes.ThresholdKind.WITHIN:
                return self._say(
                    f"A miss of up to {value} only warns.",
                    f"En afvigelse på op til {value} giver kun advarsel.",
                )
            case nodes.ThresholdKind.ABOVE:
                return self._say(f"It warns above {value}.", f"Over {value} advares der.")
            case nodes.ThresholdKind.BELOW:
                return self._say(f"It warns below {value}.", f"Under {value} advares der.")
            case nodes.ThresholdKind.WARN_FROM:
                return self._say(
                    f"From {value} of the way on it warns instead of failing.",
                    f"Fra {value} af vejen gives der advarsel.",
                )
            case _:
                return self._say(
                    f"From {value} of what is due on it passes.",
                    f"Fra {value} af det krævede er det opfyldt.",
                )

    # -------------------------------------------------------------- its parts

    def _subject(self, node: nodes.Expression) -> str:
        return self._value(node)

    def _part(self, named: Mapping[str, nodes.Node], name: str) -> str:
        value = named.get(name)
        return "" if value is None else value.span.text

    def _value(self, node: nodes.Node) -> str:
        """An expression: by its title where it is a name that has one."""
        match node:
            case nodes.Name(text):
                return self._titled(text)
            case nodes.Number():
                return node.span.text
            case nodes.Call(nodes.Name("baseline"), (nodes.Argument(None, nodes.When() as when),)):
                period = when.span.text
                return self._say(f"its value in {period}", f"sin værdi i {period}")
            case nodes.Call(nodes.Name("baseline"), (nodes.Argument(None, nodes.Number(year)),)):
                return self._say(f"its value in {year}", f"sin værdi i {year}")
            case _:
                return f"`{_written(node)}`"

    def _titled(self, text: str) -> str:
        named = self._catalogue.get(Of.THING, text)
        title = getattr(getattr(named, "node", None), "title", None)
        return f"“{title.text}”" if isinstance(title, nodes.Text) and title.text else f"`{text}`"


def _written(node: nodes.Node) -> str:
    """What is written there, on one line."""
    if isinstance(node, nodes.Expression):
        return expression(node)
    return " ".join(node.span.text.split())
