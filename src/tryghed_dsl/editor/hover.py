"""What is told of the word at a place: in Markdown, in the language of the reader."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Observation
from tryghed_dsl.editor.catalogue import Catalogue, unit_of, unit_words
from tryghed_dsl.editor.documents import Document, stretch
from tryghed_dsl.editor.figures import Known
from tryghed_dsl.editor.meanings import meaning
from tryghed_dsl.editor.occurrences import Of
from tryghed_dsl.editor.promises import Promised
from tryghed_dsl.editor.symbols import Place, name_at
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.words import either, verdict_word
from tryghed_dsl.report.wording import quantity
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import expression
from tryghed_dsl.syntax.scanner import Kind, Scanner, Token
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source, Span

_MOST_FIGURES = 8
_MOST_VERDICTS = 5


@dataclass(frozen=True, slots=True)
class Hover:
    """What is told of a stretch of a document."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What is known when something is told: names, figures, the checked spec; and the language."""

    catalogue: Catalogue
    known: Known
    spec: Spec | None
    language: Language


def hover(document: Document, offset: int, told: Told) -> Hover | None:
    """What is told of the word at an offset; None where there is nothing to tell."""
    place = name_at(document, offset)
    teller = _Teller(told)
    if place is not None:
        text = teller.of_name(place)
        if text:
            return Hover(place.start, place.end, text)
    target = _target_at(document, offset)
    sign = _token_at(document, offset)
    if sign is None:
        return None
    start, end, token = sign
    if target is not None and token.is_sign("<=", "<", ">=", ">", "==", "->", ":"):
        return Hover(start, end, teller.of_target(target))
    about = meaning(token.text, told.language) if token.kind is Kind.WORD else None
    return None if about is None else Hover(start, end, f"**{token.text}** · {about}")


def _token_at(document: Document, offset: int) -> tuple[int, int, Token] | None:
    """The word or sign at a place, with where it starts and ends; it is looked for in its line."""
    text = document.source.text
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    for token in Scanner(Source("", line)).tokens():
        first, last = start + token.span.start, start + token.span.end
        if first <= offset < last or (offset == last and token.kind is Kind.WORD):
            return first, last, token
    return None


def _target_at(document: Document, offset: int) -> nodes.Target | None:
    waiting: list[nodes.Node] = list(document.reading_at(offset).nodes)
    while waiting:
        match waiting.pop():
            case nodes.Goal(targets=inner) | nodes.ForEach(targets=inner):
                waiting += inner
            case nodes.Replace(nodes.Target() as target) | (nodes.Target() as target):
                place = stretch(target.span)
                if place is not None and place.start <= offset <= place.end:
                    return target
    return None


class _Teller:
    def __init__(self, told: Told) -> None:
        self._catalogue, self._known = told.catalogue, told.known
        self._spec, self._language = told.spec, told.language

    def _say(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)

    def of_name(self, place: Place) -> str:
        """What is told of a name: what it stands for, and of a target what it promises."""
        occurrence = place.occurrence
        match occurrence.of:
            case Of.WORD | Of.FUNCTION:
                about = meaning(occurrence.text, self._language)
                return f"**{occurrence.text}** · {about}" if about else ""
            case Of.TARGET | Of.EXPECTED | Of.GOAL:
                return self._target_named(occurrence.text)
            case _:
                parts = [self._thing(occurrence.of, occurrence.text)]
        node = occurrence.statement
        if occurrence.identifies and isinstance(node, nodes.Target):
            parts.append(self.of_target(node))
        return "\n\n---\n\n".join(part for part in parts if part)

    def _target_named(self, name: str) -> str:
        named = self._catalogue.get(Of.TARGET, name)
        if named is not None and isinstance(named.node, nodes.Target):
            return self.of_target(named.node)
        goal = self._catalogue.get(Of.GOAL, name)
        return "" if goal is None else self._goal(name, goal.detail)

    def _goal(self, name: str, title: str) -> str:
        report = None if self._known.report is None else self._known.report.goal(name)
        head = self._head(name, title, self._say("goal", "målsætning"))
        if report is None:
            return head
        verdict = verdict_word(report.verdict, self._language)
        return f"{head}\n\n{self._say('Verdict', 'Vurdering')}: **{verdict}**"

    # -------------------------------------------------------------- targets

    def of_target(self, node: nodes.Target) -> str:
        """What a target promises, and how it was judged last."""
        lines = [Promised(self._catalogue, self._language).sentences(node), *self._verdict(node)]
        return "\n\n".join(lines)

    def _verdict(self, node: nodes.Target) -> Iterator[str]:
        """How a target was judged last; one that is judged in many areas in the first few."""
        report = self._known.report
        found = () if report is None else report.targets
        own = [each for each in found if _is_in(each.target.span, node.span)]
        as_of = self._say("as of", "status")
        for target in own[:_MOST_VERDICTS]:
            name = f"`{target.id}` · " if len(own) > 1 else ""
            verdict = verdict_word(target.verdict, self._language)
            when = f"{name}{as_of} {target.setting.as_of}"
            yield f"{when}: **{verdict}**. {target.sentence(self._language)}"

    # -------------------------------------------------------------- things and places

    def _thing(self, of: Of, name: str) -> str:
        named = self._catalogue.get(of, name)
        node = None if named is None else named.node
        match node:
            case nodes.Indicator():
                return self._indicator(node)
            case nodes.Benchmark():
                value = node.value.span.text
                return self._formula(
                    node.name, node.title, self._say("benchmark", "sammenligning"), value
                )
            case nodes.Let():
                return self._formula(node.name, node.title, "let", expression(node.value))
            case nodes.NamedCondition():
                word = self._say("condition", "betingelse")
                return self._formula(node.name, node.title, word, node.condition.span.text)
            case nodes.Area():
                return self._area(node, name)
            case nodes.AreaList() | nodes.IndicatorList():
                return self._formula(
                    node.name, node.title, self._say("list", "liste"), node.span.text
                )
            case nodes.SourceOfFigures():
                head = self._head(name, _text(node.title), self._say("source", "kilde"))
                said = ", ".join(" ".join(each.span.text.split()) for each in node.clauses)
                return f"{head}\n\n{said}" if said else head
            case _:
                return ""

    def _head(self, name: str, title: str, word: str) -> str:
        return f"**{title or name}** · {word} `{name}`"

    def _formula(self, name: nodes.Name, title: nodes.Text | None, word: str, value: str) -> str:
        return f"{self._head(name.text, _text(title), word)}\n\n`{' '.join(value.split())}`"

    def _area(self, node: nodes.Area, name: str) -> str:
        if node.name.text != name:  # a part of it
            return self._head(name, "", self._say("area", "område"))
        head = self._head(name, _text(node.title), self._say("area", "område"))
        lines = [head]
        if node.parent is not None:
            lines.append(f"{self._say('in', 'i')} `{node.parent.text}`")
        if node.parts:
            lines.append("= " + " + ".join(f"`{part.text}`" for part in node.parts))
        return "\n\n".join(lines)

    def _indicator(self, node: nodes.Indicator) -> str:
        head = self._head(node.name.text, _text(node.title), self._say("indicator", "indikator"))
        body = [head, " · ".join(self._facts(node)), *self._stated(node), *self._figures(node)]
        return "\n\n".join(each for each in body if each)

    def _facts(self, node: nodes.Indicator) -> Iterator[str]:
        unit = unit_of(node)
        if unit:
            yield self._say(*unit_words(unit))
        if node.formula is not None:
            yield f"`= {expression(node.formula)}`"
        for clause in node.clauses:
            match clause:
                case nodes.Better(lower):
                    lower_is = ("lower is better", "lavere er bedre")
                    yield self._say(
                        *(lower_is if lower else ("higher is better", "højere er bedre"))
                    )
                case nodes.From(source):
                    named = self._catalogue.get(Of.SOURCE, source.text)
                    title = source.text if named is None else named.detail or source.text
                    yield self._say(f"from {title}", f"fra {title}")

    def _stated(self, node: nodes.Indicator) -> Iterator[str]:
        for clause in node.clauses:
            if isinstance(clause, nodes.Stated):
                where = f" ({clause.area.text})" if clause.area else ""
                word = self._say("Agreed baseline", "Aftalt udgangspunkt")
                yield f"{word} {clause.when.span.text}: {clause.value.digits}{where}"

    def _figures(self, node: nodes.Indicator) -> Iterator[str]:
        """The latest figures, of the agreement's own area where it has one, in a table."""
        agreement = self._spec.agreement if self._spec else None
        area = agreement.area if agreement else None
        found = self._known.of(node.name.text, area)[-_MOST_FIGURES:]
        if not found:
            return
        several = any(one.key.area != two.key.area for one, two in pairwise(found))
        yield _table(
            [
                self._say("period", "periode"),
                *([self._say("area", "område")] if several else []),
                self._say("figure", "tal"),
            ],
            [self._row(each, several=several) for each in found],
        )

    def _row(self, seen: Observation, *, several: bool) -> list[str]:
        indicator = self._spec.indicators.get(seen.key.indicator) if self._spec else None
        value = quantity(seen.value, indicator.unit if indicator else None, self._language)
        return [str(seen.key.period), *([seen.key.area] if several else []), value]


def _text(title: nodes.Text | None) -> str:
    return "" if title is None else title.text


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _is_in(inner: Span, outer: Span) -> bool:
    return inner.source is outer.source and outer.start <= inner.start < outer.end
