"""What mends a finding: words to put in the place of others."""

from collections.abc import Iterable

from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Source, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a spec, and the words that are to stand there instead."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together.

    Attributes:
        edits: what is changed, all in one file; no two overlap.
        certain: whether this is what the author means, so that it may be done without asking.
            Where several readings are possible each is a fix, and none is certain.
    """

    edits: tuple[Edit, ...]
    certain: bool = True

    @property
    def source(self) -> Source:
        """The file that is changed."""
        return self.edits[0].span.source


def mended(source: Source, fixes: Iterable[Fix]) -> str:
    """A file's text with fixes done, of which no two overlap."""
    edits = (edit for fix in fixes for edit in fix.edits)
    parts, end = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        parts += [source.text[end : edit.span.start], edit.text]
        end = edit.span.end
    return "".join([*parts, source.text[end:]])
