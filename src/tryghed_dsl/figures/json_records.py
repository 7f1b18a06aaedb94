"""JSON records: a list of objects, an object around one such list, or one object a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.record_grid import grid_of, most_rows
from tryghed_dsl.figures.unread import Read, damaged, empty, not_opened, opens, too_many
from tryghed_dsl.findings.finding import Argument, Finding, InFile, Listed
from tryghed_dsl.patterns import pattern
from tryghed_dsl.text.decoding import decode, decode_as

MOST_BYTES = 100_000_000
_MEGABYTE = 1_000_000
_FORMAT = "JSON"
_BLANKS = pattern(r"[ \t\r\n]*")
_RECORDS = "records"  # what answers of CKAN call them, beside lists that describe the fields
_DEEPEST_LIST = 3
_TWICE = object()


class _BrokenError(Exception):
    """A text that is no JSON of records.

    Attributes:
        record: the record where it stops, counted from 1.
        line: the line where it stops.
        args_told: what else is known.
    """

    def __init__(
        self, record: int | None = None, line: int | None = None, **args: Argument
    ) -> None:
        super().__init__()
        self.record = record
        self.line = line
        self.args_told = args


def read_json_records(path: Path, options: Options) -> Read:
    """Read a file of JSON records; rows are records, counted from 1.

    A key that a record lacks says nothing. Of an object with several lists of records, the one
    is read that the options name as the sheet, or that is called `records`.
    """
    place = InFile(path.name)
    if not opens(path):
        return not_opened(path)
    if path.stat().st_size > MOST_BYTES:
        args: dict[str, Argument] = {"path": path.name, "most": MOST_BYTES / _MEGABYTE}
        return [], [Finding("E002", (), args, place)]
    data = path.read_bytes()
    decoded = decode_as(data, options.encoding) if options.encoding else decode(data)
    if decoded is None:
        return damaged(path.name, _FORMAT)
    told = {"encoding": decoded.encoding}
    found = [Finding("N308", (), told, place)] if decoded.assumed else []
    grids, more = _read_text(decoded.text, place, options)
    return grids, [*found, *more]


def _read_text(text: str, place: InFile, options: Options) -> Read:
    try:
        records = list(_records(text, options.sheet))
    except _BrokenError as broken:
        # Programs write all in one line, in which only the records can be counted.
        row = broken.line if broken.line and "\n" in text.strip() else broken.record
        return damaged(place.file, _FORMAT, row, **broken.args_told)
    keys = list(dict.fromkeys(key for record in records for key in record))
    most = most_rows(len(keys))
    if len(records) > most:
        return too_many(place, most, len(records))
    if not records:
        return empty(place)
    values = ([record.get(key) for key in keys] for record in records)
    return grid_of(place, keys, values, options)


# ---------------------------------------------------------------------- records


def _records(text: str, sheet: str | None) -> Iterator[dict[str, Any]]:
    for number, record in enumerate(_found(text, sheet), start=1):
        if not isinstance(record, dict):
            raise _BrokenError(number)
        yield record


def _found(text: str, sheet: str | None) -> Iterator[Any]:
    start = _after_blanks(text, 0)
    if text.startswith("[", start):
        yield from _listed(text, start + 1)
        return
    first, end = _value(text, start, None)
    if _after_blanks(text, end) < len(text):  # one object a line
        yield first
        yield from _in_sequence(text, end)
    else:
        yield from _inside(first, sheet)


def _listed(text: str, at: int) -> Iterator[Any]:
    """The values of a list whose bracket is just before."""
    number, at = 1, _after_blanks(text, at)
    while not text.startswith("]", at):
        value, at = _value(text, at, number)
        yield value
        at = _after_blanks(text, at)
        if text.startswith(",", at):
            number, at = number + 1, _after_blanks(text, at + 1)
            if not text.startswith("]", at):
                continue
        elif text.startswith("]", at):
            break
        raise _BrokenError(number, line=_line(text, at))
    if _after_blanks(text, at + 1) < len(text):
        raise _BrokenError(None, line=_line(text, at))


def _in_sequence(text: str, at: int) -> Iterator[Any]:
    number, at = 2, _after_blanks(text, at)
    while at < len(text):
        value, at = _value(text, at, number)
        yield value
        number, at = number + 1, _after_blanks(text, at)


def _inside(value: Any, sheet: str | None) -> list[Any]:
    """The list of records in an object, or the object itself where it has none."""
    lists = dict(_lists(value, 1)) if isinstance(value, dict) else {}
    if len(lists) > 1:
        chosen = lists.get(_RECORDS if sheet is None else sheet)
        if chosen is None:
            raise _BrokenError(None, known=Listed(tuple(lists)))
        return chosen
    return next(iter(lists.values()), [value])


def _lists(value: dict[str, Any], depth: int) -> Iterator[tuple[str, list[Any]]]:
    """The lists of objects in an object, and in the objects in it."""
    for key, inner in value.items():
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            yield key, inner
        elif isinstance(inner, dict) and depth < _DEEPEST_LIST:
            yield from _lists(inner, depth + 1)


# ---------------------------------------------------------------------- values


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; a key that stands twice has no value that could be read."""
    found = dict(pairs)
    if len(found) < len(pairs):
        seen = set[str]()
        for key, _ in pairs:
            found[key] = _TWICE if key in seen else found[key]
            seen.add(key)
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


def _value(text: str, at: int, number: int | None) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _BrokenError(number, line=error.lineno) from None
    except (ValueError, RecursionError):  # a number of 5,000 digits; brackets in brackets
        raise _BrokenError(number, line=_line(text, at)) from None


def _after_blanks(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return at if match is None else match.end()


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
