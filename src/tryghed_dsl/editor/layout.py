"""The canonical layout of a document, as the one stretch that differs."""

from tryghed_dsl.editor.actions import Change
from tryghed_dsl.editor.documents import Document
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.syntax.formatter import formatted


def laid_out(document: Document) -> Change | None:
    """What brings a document in canonical form; None where it is, or cannot be read."""
    _, found = document.parsed()
    if errors(found):
        return None
    old, new = document.source.text, formatted(document.source)
    if old == new:
        return None
    before, after = old.split("\n"), new.split("\n")
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    rest = most - start
    end = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    kept = before[len(before) - end :]
    first = min(sum(len(line) + 1 for line in before[:start]), len(old))
    last = len(old) - sum(len(line) + 1 for line in kept)
    text = "\n".join(after[start : len(after) - end])
    if old[:first] + text + old[last:] != new:  # lines are only added, or only taken away
        return Change(document, 0, len(old), new)
    return Change(document, first, last, text)
