"""Gives what is named at a place another name, in all files that hold together.

It is refused where the specs would then say something else, or where it cannot be told.
"""

import re
from collections.abc import Sequence
from enum import Enum

from tryghed_dsl.editor.actions import Change
from tryghed_dsl.editor.documents import Document
from tryghed_dsl.editor.occurrences import Of
from tryghed_dsl.editor.symbols import Symbol, means, names_in, places_of
from tryghed_dsl.renderers.words import either
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.language import Language

_IN_A_NAME = re.compile(r"[^`\n\r]+")
_ONE_MEANING = frozenset({Of.THING, Of.TARGET, Of.GOAL})


class Why(Enum):
    """Why something cannot be renamed, in English and Danish."""

    NOTHING = ("there is no name here", "her er intet navn")
    NO_NAME = (
        "write a name of at least one letter, without backticks",
        "skriv et navn på mindst ét bogstav, uden accenttegn",
    )
    UNREADABLE = (
        "some lines cannot be read yet; mend them first, so that no name in them is missed",
        "nogle linjer kan ikke læses endnu; ret dem først, så intet navn i dem bliver overset",
    )
    TAKEN = ("this name is already used", "navnet er allerede brugt")
    OTHER = (
        "this name would be read as something else there",
        "navnet ville blive læst som noget andet dér",
    )


class Refused(Exception):  # noqa: N818 -- told to whoever asked, is no error of ours
    """Something cannot be renamed."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why

    def told(self, language: Language) -> str:
        """Why not."""
        return either(language, *self.why.value)


def renamed(symbol: Symbol, name: str, documents: Sequence[Document]) -> list[Change]:
    """The changes that give something another name.

    Raises:
        Refused: it cannot be done without changing what a spec says.
    """
    plain = _plain(name)
    if any(not document.tree.whole for document in documents):
        raise Refused(Why.UNREADABLE)
    if plain == symbol.text:
        return []
    if _is_taken(plain, symbol, documents):
        raise Refused(Why.TAKEN)
    written = quoted_where_needed(plain)
    places = places_of(symbol, documents)
    changes = [Change(each.document, each.start, each.end, written) for each in places]
    for document in documents:
        _try(document, [each for each in changes if each.document is document], plain, symbol)
    return changes


def _plain(name: str) -> str:
    """The name itself, without backticks."""
    plain = " ".join(name.strip().removeprefix("`").removesuffix("`").split())
    if not _IN_A_NAME.fullmatch(plain):
        raise Refused(Why.NO_NAME)
    return plain


def _is_taken(name: str, symbol: Symbol, documents: Sequence[Document]) -> bool:
    """Whether something else has that name where it could be meant instead."""
    kinds = symbol.kinds | (_ONE_MEANING if symbol.kinds & _ONE_MEANING else frozenset())
    if Of.PARAMETER in symbol.kinds:
        kinds = _ONE_MEANING | {Of.PARAMETER}
    other = Symbol(name, kinds, symbol.within)
    return any(means(each.occurrence, other) for doc in documents for each in names_in(doc))


def _try(document: Document, changes: Sequence[Change], name: str, symbol: Symbol) -> None:
    """Read what would come of it; as many names as before have to mean the same."""
    text = document.source.text
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    tried = Document(document.name, text, document.path)
    found = [each.occurrence for each in names_in(tried) if each.occurrence.text == name]
    same = [each for each in found if each.of in symbol.kinds or each.of is Of.EXPECTED]
    if not tried.tree.whole or len(same) < len(changes):
        raise Refused(Why.OTHER)
