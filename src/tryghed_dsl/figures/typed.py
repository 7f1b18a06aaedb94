"""Values that have kinds of their own, in Python or in a library, as the cells of a grid."""

import math
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from numbers import Real
from typing import Any
from uuid import UUID

from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.grid import Cell, Error

LONGEST = 32_767  # letters, which is what a cell of a spreadsheet holds
_SHOWN = 40
_ABSENT = {"NAType", "NaTType"}  # what pandas has for no value, and for no time


def cell_of(value: Any) -> Cell:
    """A value as a cell.

    A number of single precision is the shortest decimal that it stands for: 12.3, and not
    12.300000190734863. A time is as its own zone shows it. Texts in a list are one text, with
    commas between. What is no number, text or date is an `Error`; numbers without end stay
    what they are, and are no figures to anyone.
    """
    return (_BY_KIND.get(type(value)) or _by_likeness(value))(value)


def _kept(value: Any) -> Any:
    return value


def _absent(_: Any) -> None:
    return None


def _odd(_: Any) -> Error:
    return Error("…")


def _number(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:  # a whole number of 400 digits
        return math.inf
    except ValueError:  # Decimal("sNaN")
        return math.nan


def _shortest(value: Any) -> float:
    return float(str(value))


def _text(value: Any) -> str:
    text = str(value)
    return Error(f"{text[:_SHOWN]!a}…") if len(text) > LONGEST or not _is_text(text) else text


def _is_text(text: str) -> bool:
    """Whether every sign of a text is one; JSON can hold halves of signs."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _moment(value: Any) -> datetime:
    plain = value.to_pydatetime(warn=False) if hasattr(value, "to_pydatetime") else value
    moment: datetime = plain.replace(tzinfo=None)
    return moment


def _numpy_moment(value: Any) -> Cell:
    return cell_of(value.astype("datetime64[us]").item())


def _texts(value: Any) -> str:
    texts = all(isinstance(each, str) for each in value)
    return _text(", ".join(value)) if texts else Error("[…]")


_BY_KIND: dict[type, Callable[[Any], Cell]] = {
    type(None): _absent,
    bool: _kept,
    float: _kept,
    int: _number,
    Decimal: _number,
    str: _text,
    date: _kept,
    datetime: _moment,
    time: _text,
    UUID: _text,
    Period: _text,
    list: _texts,
    tuple: _texts,
}


def _by_likeness(value: Any) -> Callable[[Any], Cell]:
    """How values of libraries' own kinds become cells."""
    kind = type(value).__name__
    if kind in _ABSENT:
        return _absent
    if kind == "datetime64":
        return _numpy_moment
    if kind in {"bool", "bool_"}:
        return bool
    if isinstance(value, Real):
        return _shortest if _is_single(value) else _number
    if isinstance(value, datetime):
        return _moment
    return _text if isinstance(value, str) or kind == "Period" else _odd


def _is_single(value: Any) -> bool:
    """Whether a number is one of numpy's with fewer digits than Python's have."""
    kind = getattr(value, "dtype", None)
    return kind is not None and kind.kind == "f" and kind.itemsize < 8  # noqa: PLR2004
