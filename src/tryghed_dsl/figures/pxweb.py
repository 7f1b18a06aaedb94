"""What PxWeb, which Nordic statistics offices have their tables in, answers as plain JSON."""

import json
from pathlib import Path
from typing import Any

from tryghed_dsl.domain.observation import SUPPRESSED, Origin
from tryghed_dsl.figures.beginnings import TIME_IDS
from tryghed_dsl.figures.cube import Category, Cube, Dimension, Entry, Role
from tryghed_dsl.figures.described import (
    Unreadable,
    bytes_of,
    plain_value,
    stop,
    tell,
    text_of,
)
from tryghed_dsl.figures.numbers import Trouble
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.values import TABLES, Value
from tryghed_dsl.findings.finding import Finding, InFile

_MEASURED, _TIME = "c", "t"
_Object = dict[str, Any]


def read_pxweb(path: Path, options: Options) -> tuple[list[Cube], list[Finding]]:
    """Read an answer of PxWeb; rows are its entries, counted from 1.

    Returns:
        Its cube, and what was found; with an error among that not all figures are there.
    """
    found = list[Finding]()
    try:
        text, assumed = text_of(bytes_of(path), path.name, options)
        found += assumed
        return [_Reader(_parsed(text, path.name), path.name, options, found).cube()], found
    except Unreadable as stopped:
        return [], [*found, stopped.finding]


def _parsed(text: str, name: str) -> _Object:
    try:
        parsed = json.loads(text, parse_int=float)
    except json.JSONDecodeError as wrong:
        stop("E319", InFile(name, wrong.lineno))
    except RecursionError:
        stop("E341", InFile(name), part="data")
    return parsed if isinstance(parsed, dict) else {}


class _Reader:
    def __init__(self, given: _Object, name: str, options: Options, found: list[Finding]) -> None:
        self._where = InFile(name)
        self._symbols = TABLES.said(options)
        self._found = found
        self._unclear: dict[str, int] = {}
        self._known: dict[str, Category] = {}
        columns = self._objects(given, "columns")
        self._keys = [each for each in columns if each.get("type") != _MEASURED]
        self._measured = [each for each in columns if each.get("type") == _MEASURED]
        self._rows = self._objects(given, "data")
        told = given.get("metadata")
        self._titles = tuple(
            each["label"]
            for each in (told if isinstance(told, list) else ())
            if isinstance(each, dict) and isinstance(each.get("label"), str)
        )

    def _objects(self, given: _Object, part: str) -> list[_Object]:
        listed = given.get(part)
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            stop("E341", self._where, part=part)
        return listed

    def cube(self) -> Cube:
        """The figures, parted by the answer's columns and by what was measured."""
        if not self._rows:
            stop("E312", self._where)
        measures = [Category(_text(each), _code(each)) for each in self._measured]
        dimensions = [Dimension(_text(each), _role(each)) for each in self._keys]
        dimensions.append(Dimension("", Role.MEASURE))
        cube = Cube(self._where.file, tuple(dimensions), titles=self._titles, layout="PxWeb JSON")
        for number, row in enumerate(self._rows, start=1):
            keys = self._list(row, "key", len(self._keys), number)
            values = self._list(row, "values", len(measures), number)
            own = tuple(self._known.setdefault(key, Category(key)) for key in keys)
            for measure, written in zip(measures, values, strict=True):
                self._take(cube, (*own, measure), written, number)
        self._found += (
            Finding("W371", (), {"symbol": symbol, "cells": float(cells)}, self._where)
            for symbol, cells in self._unclear.items()
        )
        return cube

    def _list(self, row: _Object, part: str, length: int, number: int) -> list[str]:
        given = row.get(part)
        if not isinstance(given, list) or len(given) != length:
            stop("E341", InFile(self._where.file, number), part=f"data.{part}")
        return ["" if each is None else _written(each) for each in given]

    def _take(
        self, cube: Cube, categories: tuple[Category, ...], written: str, number: int
    ) -> None:
        value = plain_value(written, self._symbols)
        if isinstance(value, Trouble):
            where = InFile(self._where.file, number)
            tell(self._found, value.value, where, written=written)
        elif isinstance(value, Value):
            flags = () if value.most is None else (SUPPRESSED,)
            origin = Origin(self._where.file, None, number)
            figure = (value.number, origin, None, None, None, None, value.most, None, flags)
            cube.entries.append(Entry(categories, *figure))
        else:
            cube.missing += 1
            if written.strip() in self._symbols.unclear:
                self._unclear[written.strip()] = self._unclear.get(written.strip(), 0) + 1


def _written(given: Any) -> str:
    if isinstance(given, float) and given.is_integer():
        return str(int(given))
    return str(given)


def _text(column: _Object) -> str:
    return str(column.get("text") or column.get("code") or "")


def _code(column: _Object) -> str | None:
    code = column.get("code")
    return code if isinstance(code, str) else None


def _role(column: _Object) -> Role | None:
    """What a column says; time is of a kind of its own, or called so."""
    named = {_text(column).casefold(), (_code(column) or "").casefold()}
    is_time = column.get("type") == _TIME or bool(named & TIME_IDS)
    return Role.PERIOD if is_time else None
