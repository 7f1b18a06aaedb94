"""Findings as an editor shows them: each in the file and at the place that it is about."""

from collections.abc import Iterable
from pathlib import Path

from tryghed_dsl.editor.analysis import Analysis
from tryghed_dsl.editor.documents import Document, Stretch, stretch
from tryghed_dsl.findings.finding import Finding, Severity
from tryghed_dsl.findings.pages import page_path
from tryghed_dsl.findings.said import said
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, and what is to be said of it."""

    place: Stretch
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding in a document.

    Attributes:
        page: the file that says more about it.
        related: other places that it is about.
    """

    finding: Finding
    place: Stretch
    severity: Severity
    message: str
    page: Path
    related: tuple[Related, ...]


def diagnostics(analysis: Analysis, language: Language) -> dict[Document, list[Diagnostic]]:
    """All findings of a document and its parts, by the document that each is in."""
    found: dict[Document, list[Diagnostic]] = {part: [] for part in analysis.parts}
    for finding in analysis.found:
        each = _diagnostic(finding, analysis.document, language)
        found.setdefault(each.place.document, []).append(each)
    return found


def together(
    several: Iterable[dict[Document, list[Diagnostic]]],
) -> dict[Document, list[Diagnostic]]:
    """The findings of several specs, of which some may share files; none twice."""
    found: dict[Document, dict[object, Diagnostic]] = {}
    for each in several:
        for document, told in each.items():
            kept = found.setdefault(document, {})
            for one in told:
                kept.setdefault((one.finding.code, one.place, one.message), one)
    return {document: list(kept.values()) for document, kept in found.items()}


def _diagnostic(finding: Finding, document: Document, language: Language) -> Diagnostic:
    words = said(finding, language)
    help_word = either(language, "help", "hjælp")
    places = [stretch(span) for span in finding.spans]
    first = places[0] if places else None
    labels = words.labels + ("",) * len(places)
    related = tuple(
        Related(place, label or words.message)
        for place, label in zip(places[1:], labels[1:], strict=False)
        if place is not None
    )
    return Diagnostic(
        finding,
        Stretch(document, 0, 0) if first is None else _within_its_line(first),
        finding.severity,
        "\n".join([words.message, *(f"{help_word}: {line}" for line in words.help)]),
        page_path(finding.code),
        related,
    )


def _within_its_line(place: Stretch) -> Stretch:
    """A place of a line's end is shown at the end of the line, and not on the next."""
    text = place.document.source.text
    end = min(place.end, len(text))
    while end > place.start and text[end - 1] == "\n":
        end -= 1
    return Stretch(place.document, min(place.start, len(text)), end)
