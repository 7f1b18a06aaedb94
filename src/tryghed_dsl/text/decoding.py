"""From bytes to text: UTF-8 where it is that, Windows-1252 where it can only be that."""

import codecs

from tryghed_dsl.records import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # which begins as the next one does
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT, _MOST_ARE = 4_096, 0.9
FALLBACK = "Windows-1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding it was read in; `assumed` when nothing in the bytes said so."""

    text: str
    encoding: str
    assumed: bool


def decode(data: bytes) -> Decoded | None:
    """Read bytes as text, or None where they are no text at all.

    A byte order mark decides. Text in UTF-16 without one has a zero beside almost every letter,
    always on the same side. Else the text is UTF-8 if it is valid UTF-8, and else
    Windows-1252 (which is Latin-1 with the letters that Windows adds), said as assumed. Bytes
    with a zero in them are not text in either.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\0" in data:
        wide = _wide(data)
        return None if wide is None else _strictly(data, wide)
    return _strictly(data, "utf-8") or Decoded(
        data.decode("cp1252", errors="replace"), FALLBACK, assumed=True
    )


def _wide(data: bytes) -> str | None:
    """The kind of UTF-16 that bytes are in beyond doubt; None where they are something else."""
    first, second = data[:_LOOKED_AT:2], data[1:_LOOKED_AT:2]
    for zeros, letters, encoding in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if b"\0" not in letters and zeros.count(b"\0") >= _MOST_ARE * len(zeros):
            return encoding
    return None


def decode_as(data: bytes, encoding: str) -> Decoded | None:
    """Read bytes in an encoding that is known, or None where they are no text in it."""
    try:
        return _strictly(data, encoding)
    except LookupError:
        return None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding, assumed=False)
    except UnicodeDecodeError:
        return None
