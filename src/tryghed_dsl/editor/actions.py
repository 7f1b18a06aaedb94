"""What mends a document: a fix for a finding at a place, and all that is certain at once."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.editor.diagnostics import Diagnostic
from tryghed_dsl.editor.documents import Document, stretch
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Change:
    """Words to put in the place of others in a document, by offsets."""

    document: Document
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something that mends a document.

    Attributes:
        title: what it does, for people.
        mends: the finding that it is for; None for many at once.
        preferred: whether it may be done without asking.
    """

    title: str
    changes: tuple[Change, ...]
    mends: Diagnostic | None
    preferred: bool


def quick_fixes(
    found: Iterable[Diagnostic], document: Document, start: int, end: int, language: Language
) -> list[Action]:
    """What mends the findings in a stretch of a document."""
    return [
        Action(_title(fix.edits, language), changes, each, fix.certain)
        for each in found
        if each.place.document is document and each.place.start <= end and start <= each.place.end
        for fix in fixes_of(each.finding)
        if (changes := _changes(fix))
    ]


def mend_all(found: Iterable[Diagnostic], document: Document, language: Language) -> Action | None:
    """All that is certain in a document, done at once; None where nothing is."""
    changes: list[Change] = []
    for fix in (fix for each in found for fix in fixes_of(each.finding) if fix.certain):
        own = _changes(fix)
        if all(change.document is document and not _touches(change, changes) for change in own):
            changes += own
    if not changes:
        return None
    title = either(language, "Mend all that is certain", "Ret alt, der er sikkert")
    return Action(title, tuple(changes), None, preferred=True)


def _touches(change: Change, others: Iterable[Change]) -> bool:
    return any(change.start <= other.end and other.start <= change.end for other in others)


def _changes(fix: Fix) -> tuple[Change, ...]:
    """A fix as changes of documents; none where a part of it lies in no document."""
    places = [stretch(edit.span) for edit in fix.edits]
    made = [
        Change(place.document, place.start, place.end, edit.text)
        for place, edit in zip(places, fix.edits, strict=True)
        if place is not None
    ]
    return tuple(made) if len(made) == len(places) else ()


def _title(edits: Sequence[Edit], language: Language) -> str:
    first = edits[0]
    old, new = _short(first.span.text), _short(first.text)
    more = " …" if len(edits) > 1 else ""
    if not new:
        return either(language, f"Remove `{old}`", f"Fjern `{old}`") + more
    if not old:
        return either(language, f"Insert `{new}`", f"Indsæt `{new}`") + more
    return either(language, f"Replace `{old}` by `{new}`", f"Skriv `{new}` for `{old}`") + more


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
