"""Fixes for what is wrong with a spec as a text."""

from collections.abc import Iterable, Mapping

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.findings.fixes.making import Maker, instead
from tryghed_dsl.text.source import Span


def _blank(finding: Finding) -> Iterable[Fix]:
    """An ordinary blank for one from a word processor."""
    yield Fix((Edit(finding.spans[0], " "),))


def _taken_away(finding: Finding) -> Iterable[Fix]:
    """What stands at the place is too much, as far as signs at the end of a line are."""
    span = finding.spans[0]
    last = span.source.text[span.end :].partition("\n")[0].strip()
    yield Fix((Edit(span, ""),), certain=span.text in (".", "!", "•", "☐") or not last)


def _readings(*signs: str) -> Maker:
    """One of these signs, and only the author knows which."""

    def make(finding: Finding) -> Iterable[Fix]:
        return [Fix((Edit(finding.spans[0], sign),), certain=False) for sign in signs]

    return make


def _question(finding: Finding) -> Iterable[Fix]:
    """`=>` and the like: an arrow before an objective, else a comparison."""
    return _readings("<=", ">=", "==", "->")(finding)


def _comma(finding: Finding) -> Iterable[Fix]:
    """A comma behind what stands before the word."""
    span = finding.spans[0]
    before = span.source.text[: span.start]
    end = len(before.rstrip())
    yield Fix((Edit(Span(span.source, end, span.start), ", "),))


def _in_backticks(finding: Finding) -> Iterable[Fix]:
    """A word that the language needs, as a name."""
    span = finding.spans[0]
    yield Fix((Edit(span, f"`{span.text}`"),), certain=False)


def _closed(finding: Finding) -> Iterable[Fix]:
    """A bracket is closed at the end of its line, a brace where its block seems to end."""
    span, close = finding.spans[0], str(finding.args["close"])
    text = span.source.text
    end = _end_of_line(text, span.end)
    if close != "}" or text[span.end : end].strip():
        yield Fix((Edit(Span(span.source, end, end), close),), certain=False)
        return
    start = text.rfind("\n", 0, span.start) + 1
    indent = _indent(text[start:end])
    while end < len(text):
        start, end = end + 1, _end_of_line(text, end + 1)
        line = text[start:end]
        if line.strip() and len(_indent(line)) <= len(indent) and not line.strip().startswith("}"):
            yield Fix((Edit(Span(span.source, start, start), f"{indent}}}\n"),), certain=False)
            return
    yield Fix((Edit(Span(span.source, end, end), f"\n{indent}}}\n"),), certain=False)


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _bracketed(finding: Finding) -> Iterable[Fix]:
    """A choice in brackets, where all of it is known."""
    span, written = finding.spans[0], str(finding.args["written"])
    text = span.source.text
    end = span.start + len(written)
    if text[span.start : end] == written:
        yield Fix((Edit(Span(span.source, span.start, end), f"({written})"),))


def _run_or_none(finding: Finding) -> Iterable[Fix]:
    """`not … for 5 years running` in its two readings."""
    condition, duration = finding.args["condition"], finding.args["duration"]
    once = f"not (for {duration} running: {condition})"
    never = f"for {duration} running: not {condition}"
    return [Fix((Edit(finding.spans[0], each),), certain=False) for each in (once, never)]


READING: Mapping[str, Maker] = {
    "W009": _blank,
    "E012": _closed,
    "E013": _taken_away,
    "E015": _taken_away,
    "E016": instead("instead"),
    "E017": instead("instead", "other"),
    "E018": instead("instead", certain=False),
    "E019": _comma,
    "E020": _in_backticks,
    "E021": _question,
    "E024": instead("instead", certain=False),
    "E027": _bracketed,
    "E028": _run_or_none,
    "E026": _readings("<=", ">=", "=="),
}
