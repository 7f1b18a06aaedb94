"""Data frames of Python's libraries."""

import operator
from collections.abc import Iterator
from numbers import Real
from typing import Any

from tryghed_dsl.figures.arrow import plain
from tryghed_dsl.figures.duckdb_grid import handed_over
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.record_grid import grid_of, most_rows
from tryghed_dsl.figures.unread import Read, empty, library, too_many
from tryghed_dsl.findings.finding import InFile

NAME = "frame"
_STREAM = "__arrow_c_stream__"
_OLDER = "__dataframe__"
_PLACE = InFile(NAME)


def is_frame(given: object) -> bool:
    """Whether something is a data frame of a library that says so."""
    return _is_from(given, "pandas", "DataFrame") or hasattr(given, _STREAM) or _is_older(given)


def _is_older(given: object) -> bool:
    return hasattr(given, _OLDER)


def _is_from(given: object, module: str, name: str) -> bool:
    """Whether something is of a library's own kind, without the library being loaded."""
    kinds = type(given).__mro__
    return any(k.__name__ == name and k.__module__.split(".")[0] == module for k in kinds)


def read_frame(frame: Any, options: Options = NOTHING_SAID) -> Read:
    """Read a data frame; rows are numbered from 1, in its order.

    The index of a pandas frame is read as columns, unless it only numbers the rows. What pandas
    shows as NaN, NaT or NA is missing. Other libraries have a sign of their own for missing,
    so that a NaN of theirs is a calculation that failed, and no figure.

    Raises:
        TypeError: the frame hands over its values in no way that is known here.
    """
    if _is_from(frame, "pandas", "DataFrame"):
        return _from_pandas(frame, options)
    if operator.length_hint(frame, 1) == 0:
        return empty(_PLACE)
    if not hasattr(frame, _STREAM):
        frame = _exchanged(frame)
    if _is_from(frame, "pyarrow", "Table"):
        frame = plain(frame)
    elif _is_from(frame, "polars", "DataFrame"):
        frame = _with_local_times(frame)
    return _from_stream(frame, options)


def _from_stream(frame: Any, options: Options) -> Read:
    import duckdb  # noqa: PLC0415 -- only those who need it wait for it

    try:
        return handed_over(frame, _PLACE, options)
    except duckdb.OutOfMemoryException:
        return too_many(_PLACE)
    except duckdb.Error as error:
        message = (
            f"this {type(frame).__name__} cannot be read as a table of figures; leave out columns "
            "of other things than numbers, texts and dates"
        )
        raise TypeError(message) from error


def _with_local_times(frame: Any) -> Any:
    """A polars frame with its times as the clocks of their zone show them."""
    polars: Any = library("polars")
    zoned = polars.selectors.datetime(time_zone="*")
    return frame.with_columns(zoned.dt.replace_time_zone(None))


def _exchanged(frame: Any) -> Any:
    """A frame of a library that knows the older way to hand over frames only."""
    interchange = library("pyarrow.interchange")
    if interchange is None:
        message = (
            f"a {type(frame).__name__} can be read where pyarrow is installed: "
            'pip install "tryghed-dsl[arrow]"'
        )
        raise TypeError(message)
    return interchange.from_dataframe(frame)


# ---------------------------------------------------------------------- pandas


def _from_pandas(frame: Any, options: Options) -> Read:
    names, columns = [], []
    for level in range(frame.index.nlevels):
        values = frame.index.get_level_values(level)
        if _says_something(values):
            names.append(values.name)
            columns.append(values)
    for number, name in enumerate(frame.columns):
        names.append(_joined(name))
        columns.append(frame.iloc[:, number])
    most = most_rows(len(columns))
    if len(frame) > most:
        return too_many(_PLACE, most, len(frame))
    records = zip(*(_values(column) for column in columns), strict=True)
    return grid_of(_PLACE, names, records, options)


def _says_something(index: Any) -> bool:
    """Whether an index does more than number the rows."""
    return index.name is not None or index.dtype.kind not in "iu"


def _joined(name: Any) -> Any:
    """The name of a column; one of several parts is one text."""
    if not isinstance(name, tuple):
        return name
    return " ".join(str(part) for part in name if part != "")


def _values(column: Any) -> Iterator[Any]:
    """A column's values; those of single precision are kept from being spelled out."""
    kind = column.dtype
    single = kind.kind == "f" and getattr(kind, "itemsize", 8) < 8  # noqa: PLR2004
    values = column.to_numpy("float32", na_value=float("nan")) if single else column.tolist()
    return (None if _is_missing(value) else value for value in values)


def _is_missing(value: Any) -> bool:
    return isinstance(value, Real) and value != value  # noqa: PLR0124 -- only NaN is not itself
