"""A line with its quotations and its comment out of the way, so that rules see only the rest."""

from collections.abc import Sequence
from functools import lru_cache

from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

_HIDDEN = pattern(r'"[^"\n]*"|`[^`\n]+`|#.*')
_FIRST_MARK = 0xE000
_MOST = 200
# What a rule's pattern calls the inside of a quotation.
INSIDE = f"[{chr(_FIRST_MARK)}-{chr(_FIRST_MARK + _MOST)}]"
_MARK = pattern(INSIDE)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text in which the inside of each quotation is one mark, and a comment is `#` and one."""

    text: str
    hidden: Sequence[str]

    def restored(self, text: str) -> str:
        """What a rule made of the text, with all in its place again."""
        return _MARK.sub(lambda match: self.hidden[ord(match.group()) - _FIRST_MARK], text)


@lru_cache(maxsize=16)
def masked(text: str) -> Masked:
    """The text without the inside of its quotations."""
    hidden: list[str] = []

    def hide(found: str) -> str:
        if len(hidden) >= _MOST:
            return found
        closing = "" if found[0] == "#" else found[-1]
        hidden.append(found[1 : len(found) - len(closing)])
        return f"{found[0]}{chr(_FIRST_MARK + len(hidden) - 1)}{closing}"

    return Masked(_HIDDEN.sub(lambda match: hide(match.group()), text), tuple(hidden))
