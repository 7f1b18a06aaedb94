"""A line that something is wrong with, and what the file says round it."""

import re
from collections.abc import Sequence
from functools import cached_property

from tryghed_dsl.patterns import pattern

_DECLARED = pattern(
    r"^[ \t]*(?:\w+)[ \t]+(`[^`\n]+`|[^\W\d]\w*)[ \t]*(?:\"([^\"\n]*)\")?[ \t]*(?:[,=]|in\b|$)",
    re.MULTILINE,
)
_INDICATOR = pattern(r"^[ \t]*indicator[ \t]+(`[^`\n]+`|[^\W\d]\w*)", re.MULTILINE)
_BLANKS = pattern(r"[\s/_-]+")
_VALID = pattern(r"^\s*valid\b.*?(\d{4})\D+(\d{4})", re.MULTILINE)
# So many years show what is normal.
_USUAL = 5
_YEARS = pattern(r"\b20[0-9]{2}\b")
_BASELINE = pattern(r"^\s*baseline\s+(\d{4})\b", re.MULTILINE)


class Surroundings:
    """What a file declares, as far as its words tell; read without being parsed."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def titles(self) -> dict[str, str]:
        """The names that are declared, by themselves and by their titles, in small letters."""
        found: dict[str, str] = {}
        for name, title in _DECLARED.findall(self._text):
            found.setdefault(name.strip("`").casefold(), name)
            if title:
                found.setdefault(title.casefold(), name)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that are declared, as they are written."""
        return frozenset(self.titles.values())

    @cached_property
    def indicators(self) -> list[str]:
        """The indicators that are declared, in their order."""
        return list(_INDICATOR.findall(self._text))

    def joined(self, words: str) -> str | None:
        """The declared name that differs from some words in blanks, hyphens and capitals only."""
        return self._by_key.get(_key(words))

    @cached_property
    def _by_key(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for each, name in self.titles.items():
            found.setdefault(_key(each), name)
        return found

    @cached_property
    def last_year(self) -> str:
        """The last year of the agreement, or else an example."""
        found = _VALID.search(self._text)
        years = [found[2]] if found else _YEARS.findall(self._text)
        return max(years, default="2030")

    @cached_property
    def normal(self) -> str:
        """Years that may show what is normal: those up to the baseline."""
        return f"{int(self.baseline) - _USUAL + 1}..{self.baseline}"

    @cached_property
    def baseline(self) -> str:
        """The agreement's baseline, or else an example."""
        found = _BASELINE.search(self._text)
        return found[1] if found else "2015"


def _key(words: str) -> str:
    return _BLANKS.sub("_", words.strip().casefold())


def block_of(lines: Sequence[str], number: int) -> str:
    """The word that opens the block in which a line stands; empty at the top of a file."""
    depth = 0
    for text in reversed(lines[:number]):
        code = text.partition("#")[0]
        depth += code.count("}") - code.count("{")
        if depth < 0:
            words = code.split()
            return words[0] if words else ""
    return ""
