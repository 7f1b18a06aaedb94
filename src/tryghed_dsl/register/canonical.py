"""One way of writing data down, so that the same data always has the same hash."""

import json
from hashlib import sha256
from typing import Any


def canonical(data: Any) -> str:
    """Data as JSON on one line, its keys in order; the same data is the same text."""
    text = _written(data, ascii_only=False)
    # Half of a sign, as a broken file may hold, has no bytes of its own.
    return text if text.isascii() or _can_be_encoded(text) else _written(data, ascii_only=True)


def _written(data: Any, *, ascii_only: bool) -> str:
    return json.dumps(
        data, ensure_ascii=ascii_only, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def _can_be_encoded(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()
