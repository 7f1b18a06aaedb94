"""What statistics offices write beside a figure, as flags: breaks, estimates, what is provisional.

Eurostat writes small letters, several together. The code list of SDMX, which the OECD and others
use, has capitals, and some of them mean something else.
"""

from collections.abc import Mapping

from tryghed_dsl.domain.observation import BREAK
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.rows import split_flags

_UNRELIABLE, _CONFIDENTIAL, _DEFINITION = "unreliable", "confidential", "other-definition"
_ESTIMATED, _PROVISIONAL, _FORECAST = "estimated", "provisional", "forecast"
_NORMAL = ""
EUROSTAT = {
    "b": BREAK,
    "c": _CONFIDENTIAL,
    "d": _DEFINITION,
    "e": _ESTIMATED,
    "f": _FORECAST,
    "i": _ESTIMATED,  # put in by whoever made the table
    "p": _PROVISIONAL,
    "s": _ESTIMATED,  # by Eurostat
    "u": _UNRELIABLE,
}
SDMX = {
    "A": _NORMAL,
    "B": BREAK,
    "D": _DEFINITION,
    "E": _ESTIMATED,
    "F": _FORECAST,
    "I": _ESTIMATED,
    "P": _PROVISIONAL,
    "U": _UNRELIABLE,
}
# Of a table that is not known to be of either.
LETTERS = {**EUROSTAT, "A": _NORMAL}
# Whether a figure may be published says nothing of how good it is.
CONFIDENTIALITY = {
    "F": _NORMAL,
    "A": _NORMAL,
    "C": _CONFIDENTIAL,
    "D": _CONFIDENTIAL,
    "N": _CONFIDENTIAL,
    "S": _CONFIDENTIAL,
}


def flags_of(status: str, options: Options, codes: Mapping[str, str] = EUROSTAT) -> tuple[str, ...]:
    """The flags of a status such as `p` or `be`; one that is not known is its own flag.

    Args:
        status: what stands beside a figure.
        options: what has been said of the source's flags comes first.
        codes: flags by their letters; a status of several letters is read where all are known.
    """
    written = " ".join(status.split())
    said = {symbol.casefold(): flag for symbol, flag in options.flags.items()}
    bare = written.casefold()
    if bare in said:
        return (said[bare],)
    letters = written.replace(" ", "").replace(",", "").replace(";", "")
    known = dict(codes) | {symbol: flag for symbol, flag in said.items() if len(symbol) == 1}
    read = [_of_letter(letter, known) for letter in letters]
    if letters and None not in read:
        return tuple(dict.fromkeys(flag for flag in read if flag))
    return (bare,) if bare else ()


def _of_letter(letter: str, known: Mapping[str, str]) -> str | None:
    """A letter's flag, as it is written, or in the other case where it has no meaning so."""
    other = letter.swapcase()
    return known.get(letter, known.get(other))


def said_flags(text: str, options: Options) -> tuple[str, ...]:
    """The flags of a table made by hand: whole words, or signs that the project file explains."""
    said = {symbol.casefold(): flag for symbol, flag in options.flags.items()}
    found: list[str] = []
    for written in split_flags(text):
        parts = [written] if written in said else list(written)
        known = all(part in said for part in parts)
        found += [said[part] for part in parts] if known else [written]
    return tuple(found)
