"""The letters that a PX file says it is written in."""

import codecs
import re

from tryghed_dsl.patterns import pattern

_START = 100_000
_CODEPAGE = pattern(rb'CODEPAGE\s*=\s*"?\s*([A-Za-z0-9_.: -]{1,40}?)\s*"?\s*;', re.IGNORECASE)
_DOS = pattern(rb'CHARSET\s*=\s*"?\s*OEM', re.IGNORECASE)
_ANSI = pattern(rb'CHARSET\s*=\s*"?\s*ANSI', re.IGNORECASE)
_WINDOWS = pattern(r"(?:windows|win|cp|x-cp|ms|ibm)?[-_ ]?([0-9]{3,4})")
_LATIN = pattern(r"(?:iso[-_ ]?8859[-_ ]?|latin[-_ ]?)([0-9]{1,2})")


def declared_letters(data: bytes) -> str | None:
    """The single-byte encoding that a file names, by Python's name for it; None without one.

    ISO-8859-1 is read as Windows-1252, which has the same letters and some more: the file was
    not made by anyone who needed the control signs that stand there.
    """
    match = _CODEPAGE.search(data, 0, _START)
    name = match[1].decode("ascii").casefold() if match is not None else ""
    latin = _LATIN.fullmatch(name)
    if latin is not None:
        encoding = "cp1252" if latin[1] == "1" else f"iso8859-{latin[1]}"
    else:
        windows = _WINDOWS.fullmatch(name)
        encoding = f"cp{windows[1]}" if windows is not None else ""
    if not name and _DOS.search(data, 0, _START):
        encoding = "cp850"  # of the letters of DOS those in the Nordic countries
    elif not name and _ANSI.search(data, 0, _START):
        encoding = "cp1252"
    try:
        return codecs.lookup(encoding).name if encoding else None
    except LookupError:
        return None
