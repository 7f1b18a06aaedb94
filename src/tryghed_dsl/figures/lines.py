"""The numbers of a few rows in a large text file, whose fields are known and in its order."""

import csv
import mmap
from collections.abc import Iterator, Sequence
from pathlib import Path

_CHUNK = 1 << 24
_NEWLINE = b"\n"


def long_line(path: Path, most: int) -> int | None:
    """The first line with more bytes than so many, counted from 1; None without one.

    From the end of each line the last one that ends within the limit is sought, so that little
    of the file is looked at.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = 0
        while len(data) - start > most:
            end = data.rfind(_NEWLINE, start, start + most)
            if end < 0:
                return _count(data, 0, start) + 1
            start = end + 1
    return None


def numbered(
    path: Path, delimiter: str, encoding: str, rows: Sequence[Sequence[str]]
) -> tuple[list[int], int]:
    """The row of each, counted from 1, and how many lines the file has.

    Args:
        path: the file.
        delimiter: the sign between fields.
        encoding: how its letters are written.
        rows: fields of rows, in the order in which they stand in the file.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        lines = _lines(data)
        found = _found(data, delimiter, encoding, rows)
    return (found if found is not None else _read(path, delimiter, encoding, rows)), lines


def count_lines(path: Path) -> int:
    """How many lines a file has, which is not empty."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return _lines(data)


def _lines(data: mmap.mmap) -> int:
    return _count(data, 0, len(data)) + (data[-1:] != _NEWLINE)


def _count(data: mmap.mmap, start: int, end: int) -> int:
    return sum(
        data[place : min(place + _CHUNK, end)].count(_NEWLINE)
        for place in range(start, end, _CHUNK)
    )


def _found(
    data: mmap.mmap, delimiter: str, encoding: str, rows: Sequence[Sequence[str]]
) -> list[int] | None:
    """The rows as lines that are written plainly; None where one is not."""
    numbers, place, number = [], 0, 1
    for row in rows:
        line = delimiter.join(row).encode(encoding, errors="replace")
        start = data.find(_NEWLINE + line, place)
        if start < 0 or data[start + 1 + len(line) : start + 2 + len(line)] not in b"\r\n":
            return None
        number += _count(data, place, start + 1)
        place = start + 1
        numbers.append(number)
    return numbers


def _read(path: Path, delimiter: str, encoding: str, rows: Sequence[Sequence[str]]) -> list[int]:
    """The rows as records, found by reading all of them."""
    wanted = iter(rows)
    row = next(wanted, None)
    numbers = []
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        for number, record in _records(file, delimiter):
            if row is None:
                break
            if record == list(row):
                numbers.append(number)
                row = next(wanted, None)
    return numbers + [0] * (len(rows) - len(numbers))


def _records(file: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    return enumerate(csv.reader(file, delimiter=delimiter), start=1)
