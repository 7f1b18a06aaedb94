"""Levels of confidence: how sure a miss has to be."""

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.findings.finding import Listed
from tryghed_dsl.syntax import nodes

LEVELS = ("80%", "90%", "95%", "98%", "99%", "99.8%")
_BY_NUMBER = {float(level.rstrip("%")): float(level.rstrip("%")) / 100 for level in LEVELS}


def level(node: nodes.Confidence, notes: Notes) -> float | None:
    """The level as a share (0–1); one that there is no table for is told."""
    number = node.level
    found = _BY_NUMBER.get(number.value) if number.sign is not nodes.Sign.POINTS else None
    if found is None:
        words = {"written": number.span.text, "suggestion": _nearest(number.value)}
        notes.tell("E169", number.span, known=Listed(LEVELS), **words)
    return found


def _nearest(written: float) -> str:
    """The level that is meant: one with its point elsewhere, or else the nearest."""
    for moved in (written / 10, written * 100):
        if moved in _BY_NUMBER:
            return f"{moved:g}%"
    return min(LEVELS, key=lambda level: abs(float(level.rstrip("%")) - written))
