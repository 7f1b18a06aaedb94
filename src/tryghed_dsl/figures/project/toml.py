"""Texts as TOML writes them; Python can read TOML, and not write it."""

import unicodedata
from collections.abc import Iterable

from tryghed_dsl.patterns import pattern

_BARE = pattern(r"[A-Za-z0-9_-]+")
_MARKED = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
# Control signs, signs that nobody sees, and what editors take for the end of a line.
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_TWO_BYTES = 0xFFFF


def quoted(text: str) -> str:
    """A text in quotation marks, on one line whatever is in it."""
    return f'"{"".join(map(_sign, text))}"'


def _sign(sign: str) -> str:
    if sign in _MARKED:
        return _MARKED[sign]
    if unicodedata.category(sign) not in _UNSEEN:
        return sign
    return f"\\u{ord(sign):04X}" if ord(sign) <= _TWO_BYTES else f"\\U{ord(sign):08X}"


def key(name: str) -> str:
    """A name as a key, in quotation marks where it needs them."""
    return name if _BARE.fullmatch(name) else quoted(name)


def dotted(names: Iterable[str]) -> str:
    """Keys inside each other."""
    return ".".join(map(key, names))


def array(texts: Iterable[str]) -> str:
    """Several texts."""
    return f"[{', '.join(map(quoted, texts))}]"


def number(value: float) -> str:
    """A number; whole ones without decimals."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004 -- larger ones are not exact


def short(text: str, most: int = 60) -> str:
    """A text, or where it is long how it begins."""
    return text if len(text) <= most else f"{text[:most]}…"


def shown(value: object, most: int = 60) -> str:
    """A value of a file in few words, for people; what is large is only hinted at."""
    if isinstance(value, str):
        return quoted(short(value, most))
    if isinstance(value, list):
        return "[ … ]"
    if isinstance(value, dict):
        return "{ … }"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > most:
        return f"{hex(value >> (value.bit_length() - most))}…"
    return str(value)
