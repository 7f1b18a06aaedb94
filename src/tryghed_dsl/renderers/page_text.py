"""A finding's page for a terminal: paragraphs as wide as it is, and lines to type set in."""

import re
from collections.abc import Iterator
from textwrap import wrap

from tryghed_dsl.findings.finding import Severity
from tryghed_dsl.renderers.style import SEVERITY_COLOURS, Style

_FENCE = "```"
_INDENT = "  "
_UNBROKEN = "\u00a0"
_COLOURS = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


def page_text(page: str, style: Style, width: int) -> str:
    """A page, which is written in Markdown, without the signs that Markdown needs.

    Pages have a heading, paragraphs, and lines to type between fences; nothing else.
    """
    title, _, rest = page.partition("\n")
    title = title.removeprefix("# ")
    heading = style(title, SEVERITY_COLOURS[_COLOURS[title[0]]])
    return "\n".join([heading, *_body(rest.strip().splitlines(), width)]) + "\n"


def _body(lines: list[str], width: int) -> Iterator[str]:
    """The lines below the heading, with an empty one before each paragraph and each example."""
    paragraph, example = list[str](), False
    for line in [*lines, ""]:
        if line.startswith(_FENCE):
            example = not example
            if example:
                yield ""
        elif example:
            yield f"{_INDENT}{line}".rstrip()
        elif line:
            paragraph.append(line)
        elif paragraph:
            yield ""
            yield from _wrapped(" ".join(paragraph), width)
            paragraph = []


def _wrapped(text: str, width: int) -> list[str]:
    """A paragraph, in which what can be typed is not parted, and links are their words."""
    told = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    whole = re.sub(r"`[^`]+`", lambda code: code[0].replace(" ", _UNBROKEN), told)
    lines = wrap(whole, width, break_long_words=False, break_on_hyphens=False)
    return [line.replace(_UNBROKEN, " ") for line in lines]
