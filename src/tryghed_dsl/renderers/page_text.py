"""The page of a finding as a terminal shows it: without the signs of its markup."""

from collections.abc import Iterator
from textwrap import indent, wrap

from tryghed_dsl.patterns import pattern

_FENCE = "```"
_EXAMPLE = " " * 4
_LINK = pattern(r"\[([^\]]+)\]\([^)]+\)")


def page_text(page: str, width: int) -> str:
    """A page's paragraphs within a width, its examples indented as they stand."""
    return "\n\n".join(_parts(page, width)) + "\n"


def _parts(page: str, width: int) -> Iterator[str]:
    for number, part in enumerate(page.split(_FENCE)):
        if number % 2:  # what stands between two fences, behind the word for its kind
            yield indent(part.partition("\n")[2].rstrip("\n"), _EXAMPLE)
        else:
            yield from (_paragraph(each, width) for each in part.split("\n\n") if each.strip())


def _paragraph(text: str, width: int) -> str:
    words = _LINK.sub(r"\1", text.strip("\n").removeprefix("# "))
    return "\n".join(wrap(words, width, break_long_words=False, break_on_hyphens=False))
