"""Sources of figures: how often they come, and when."""

from collections.abc import Iterable

from tryghed_dsl.check.model import SourceOfFigures
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.domain.period import Length
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.records import replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.danish import word_meant
from tryghed_dsl.text.source import Span

_FREQUENCIES = {
    "yearly": Length.YEAR,
    "halfyearly": Length.HALF,
    "quarterly": Length.QUARTER,
    "monthly": Length.MONTH,
    "daily": Length.DAY,
}
FREQUENCY_WORDS = tuple(_FREQUENCIES)
# A financial year is written as a school year is, `2014/15`.
_EACH = {
    "year": Length.YEAR,
    "half year": Length.HALF,
    "quarter": Length.QUARTER,
    "month": Length.MONTH,
    "day": Length.DAY,
    "school year": Length.SCHOOL_YEAR,
    "financial year": Length.SCHOOL_YEAR,
}
_WORDS = (*_FREQUENCIES, *(f"every {words}" for words in _EACH))


def read_sources(
    found: Iterable[nodes.SourceOfFigures], notes: Notes
) -> dict[str, SourceOfFigures]:
    """Check the sources of figures."""
    return {node.name.text: _read(node, notes) for node in found}


def _read(node: nodes.SourceOfFigures, notes: Notes) -> SourceOfFigures:
    title = None if node.title is None else node.title.text
    made, said = SourceOfFigures(node.name.text, title), dict[str, Span]()
    for clause in node.clauses:
        what = "published" if isinstance(clause, nodes.Published) else "every"
        first = said.setdefault(what, clause.span)
        if first is not clause.span:
            notes.tell("E112", clause.span, first, clause=clause.span.text)
        made = _with_clause(made, clause, notes)
    return made


def _with_clause(made: SourceOfFigures, clause: nodes.Clause, notes: Notes) -> SourceOfFigures:
    match clause:
        case nodes.Published(season):
            return replace(made, published=season.text)
        case nodes.Word(word) if word.text in _FREQUENCIES:
            return replace(made, every=_FREQUENCIES[word.text])
        case nodes.Word(word):
            tell_unknown_word(word.text, word.span, _WORDS, notes)
        case nodes.Each(words):
            written = " ".join(word.text for word in words)
            if written in _EACH:
                return replace(made, every=_EACH[written])
            tell_unknown_word(f"every {written}", clause.span, _WORDS, notes)
        case _:
            pass
    return made


def tell_unknown_word(word: str, span: Span, known: tuple[str, ...], notes: Notes) -> None:
    """Tell of a clause that is not known."""
    suggestion = word_meant(word, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    notes.tell("E106", span, word=word, known=Listed(known), **extra)
