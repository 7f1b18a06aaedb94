"""What stands in a PX file's cells where a number would."""

from tryghed_dsl.figures.described import plain_value
from tryghed_dsl.figures.numbers import MISSING
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.px.description import Description
from tryghed_dsl.figures.values import DASHES, Symbols, Value

NIL = "-"
# One to six dots are kinds of missing figures, and seven a sum that has such a part.
_DOTS = frozenset("." * count for count in range(1, 8))
_SHOWN = ("DATASYMBOLSUM", *(f"DATASYMBOL{number}" for number in range(1, 7)))


def symbols_of(described: Description, options: Options) -> Symbols:
    """The symbols of a file: `-` is zero and dots are missing, unless something else is said."""
    shown = {described.text(keyword).strip().casefold() for keyword in _SHOWN}
    missing = MISSING | _DOTS | (shown - DASHES)
    zero = frozenset() if _is_missing(_nil(described)) else DASHES
    return Symbols(missing | (DASHES - zero), frozenset(), zero).said(options)


def unclear_nil(described: Description, options: Options) -> str | None:
    """What the file shows `-` as, where that may be zero or no figure.

    The format shows it as the file's DATASYMBOLNIL, and some files say "no data" there.
    """
    told = {*options.missing, *options.zero, *options.suppressed}
    nil = _nil(described)
    clear = NIL in told or nil in DASHES or _is_missing(nil) or _is_zero(nil)
    return None if clear else nil


def _nil(described: Description) -> str:
    return described.text("DATASYMBOLNIL").strip() or NIL


def _is_missing(nil: str) -> bool:
    return nil.casefold() in MISSING | _DOTS


def _is_zero(nil: str) -> bool:
    return plain_value(nil.replace(",", "."), Symbols()) == Value(0.0)
