"""Quotes: each has to stand in the agreement's own text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Source

# A word that stands in the text oftener than this says nothing of where a quote comes from.
_COMMON = 1000
# How much of two passages must be the same for one to be meant by the other.
_ALIKE = 0.6
_LONGEST = 100


def check_quotes(files: Iterable[nodes.File], document: Source, notes: Notes) -> None:
    """Tell of each quote that does not stand in the document, white space of any kind apart.

    Args:
        files: the files that quote it, as they were written.
        document: its text.
        notes: where findings go.
    """
    text, stands = _Text(document.text), dict[str, bool]()
    for file in files:
        for quote in quotes_in(file.statements):
            words = _folded(quote.text)
            if words not in stands:
                stands[words] = words in text.folded
            if not stands[words]:
                near = text.nearest(words)
                extra = {} if near is None else {"near": near}
                notes.tell("E226", quote.span, path=document.name, **extra)


def quotes_in(statements: Iterable[nodes.Statement]) -> Iterator[nodes.Text]:
    """Every quote in statements, in the order written."""
    waiting = list(statements)[::-1]
    while waiting:
        node = waiting.pop()
        match node:
            case nodes.Goal(targets=inner) | nodes.ForEach(targets=inner):
                waiting.extend(inner[::-1])
            case nodes.Replace(inner):
                waiting.append(inner)
        if isinstance(node, _WITH_CLAUSES):
            yield from _quoted(node.clauses)


_WITH_CLAUSES = nodes.Target | nodes.Monitor | nodes.Goal | nodes.NamedCondition | nodes.Retire


def _quoted(clauses: Iterable[nodes.Clause]) -> Iterator[nodes.Text]:
    for clause in clauses:
        match clause:
            case nodes.Cite(quote=nodes.Text() as words) | nodes.Quote(words):
                yield words


def _folded(text: str) -> str:
    return " ".join(text.split())


class _Text:
    """A text to look quotes up in."""

    def __init__(self, text: str) -> None:
        self._words = text.split()
        self.folded = " ".join(self._words)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word stands, letter case apart."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self._words):
            places.setdefault(word.casefold(), []).append(place)
        return places

    def nearest(self, quote: str) -> str | None:
        """The passage that a quote may have been meant to be; None where none is near."""
        words = quote.split()
        starts = Counter(
            place - offset
            for offset, word in enumerate(words)
            for place in self._found(word.casefold())
        )
        if not starts:
            return None
        start = max(0, max(starts, key=lambda start: (starts[start], -start)))
        passage = self._words[start : start + len(words)]
        if SequenceMatcher(None, words, passage).ratio() < _ALIKE:
            return None
        return _shortened(" ".join(passage))

    def _found(self, word: str) -> list[int]:
        places = self._places.get(word, [])
        return places if len(places) <= _COMMON else []


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
