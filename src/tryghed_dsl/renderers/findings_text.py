"""Findings as text: the message, the lines it is about with marks, and what to do."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import wrap

from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.findings.said import place_of, said
from tryghed_dsl.renderers.style import SEVERITY_COLOURS, Style, plain
from tryghed_dsl.renderers.words import either, severity_word
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Span

WIDTH = 80
_CUT = "…"


def findings_text(
    found: Iterable[Finding], language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """Findings one after another, with an empty line between them."""
    return "\n\n".join(finding_text(finding, language, style, width) for finding in found)


def finding_text(
    finding: Finding, language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """A finding with its excerpt and help."""
    words = said(finding, language)
    severity = severity_word(finding.severity, language)
    head = f"{style(f'{severity}[{finding.code}]', SEVERITY_COLOURS[finding.severity])}: "
    indent = len(severity) + len(finding.code) + 4
    lines = wrap(words.message, width - indent) or [""]
    body = [head + lines[0], *(" " * indent + line for line in lines[1:])]
    margin = max((len(str(span.place.line)) for span in finding.spans), default=1)
    place = place_of(finding) + _column(finding.where)
    if place:
        body.append(f"{' ' * margin}--> {place}")
    if finding.spans:
        body += _excerpts(finding.spans, words.labels, margin, width)
    body += _help(words.help, margin, language, width)
    return "\n".join(body)


def finding_brief(
    finding: Finding, language: Language, style: Style = plain, width: int = WIDTH
) -> str:
    """A finding without its excerpt: where, what, and the first thing to do."""
    words = said(finding, language)
    head = f"{severity_word(finding.severity, language)}[{finding.code}]"
    place = place_of(finding)
    text = "; ".join([f"{place}: {words.message}" if place else words.message, *words.help[:1]])
    first, *rest = wrap(
        f"{head} {text}",
        width,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    coloured = style(head, SEVERITY_COLOURS[finding.severity])
    return "\n".join([first.replace(head, coloured, 1), *rest])


def _column(where: InFile | None) -> str:
    return f" ({where.column})" if where is not None and where.column else ""


def _help(lines: Sequence[str], margin: int, language: Language, width: int) -> list[str]:
    word = either(language, "help", "hjælp")
    lead = f"{' ' * margin} = {word}: "
    body = []
    for line in lines:
        first, *rest = wrap(line, width - len(lead), break_long_words=False, break_on_hyphens=False)
        body.append(lead + first)
        body += [" " * len(lead) + more for more in rest]
    return body


# ------------------------------------------------------------------ excerpts


def _excerpts(spans: Sequence[Span], labels: Sequence[str], margin: int, width: int) -> list[str]:
    """The lines that the places are on, each once, with marks below them."""
    marked = [
        (span, "^" if position == 0 else "-", labels[position] if position < len(labels) else "")
        for position, span in enumerate(spans)
    ]
    here = spans[0].source
    marked.sort(key=lambda mark: (mark[0].source is not here, mark[0].source.name, mark[0].start))
    bar = f"{' ' * margin} |"
    body, shown_of = [bar], here
    for (source, line), marks in groupby(
        marked, key=lambda mark: (mark[0].source, mark[0].place.line)
    ):
        if source is not shown_of:  # lines of another file need its name
            body += [f"{' ' * margin}::: {source.name}:{line}", bar]
            shown_of = source
        written = source.line(line).replace("\t", " ")
        placed = [
            (span.place.column - 1, _length(span, written), sign, label)
            for span, sign, label in marks
        ]
        start, shown = _window(written, placed, width - margin - 3)
        body.append(f"{line:>{margin}} | {shown}".rstrip())
        body += [f"{bar} {text}" for text in _marks(placed, start)]
    return body


_Mark = tuple[int, int, str, str]


def _length(span: Span, written: str) -> int:
    return max(1, min(span.end - span.start, len(written) - span.place.column + 1))


def _window(written: str, placed: list[_Mark], room: int) -> tuple[int, str]:
    """The part of a long line that has the marks in it, and how far it is shifted."""
    if len(written) <= room:
        return 0, written
    first = min(mark[0] for mark in placed)
    start = max(0, min(first - room // 3, len(written) - room + 1))
    if start == 0:
        return 0, written[: room - 1] + _CUT
    shown = _CUT + written[start + 1 : start + room]
    return start, shown if start + room >= len(written) else shown[:-1] + _CUT


def _marks(placed: list[_Mark], start: int) -> list[str]:
    """The line of marks with the last one's label behind it, and lines for the other labels."""
    line = ""
    for column, length, sign, _ in placed:
        line = line[: column - start].ljust(column - start) + sign * length
    *others, last = placed
    lines = [f"{line} {last[3]}".rstrip()]
    lines += [" " * (column - start) + label for column, _, _, label in others if label]
    return lines
