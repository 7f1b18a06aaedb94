"""The cells of a table: what each says, and what has to be told of it."""

from collections.abc import Iterator

from tryghed_dsl.figures.grid import Cell, Grid, Percent, text_of
from tryghed_dsl.figures.layout.kinds import Kinds
from tryghed_dsl.figures.layout.region import Region, heading_of
from tryghed_dsl.figures.numbers import Ambiguous, Trouble
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.values import Value, read_value
from tryghed_dsl.findings.finding import Argument, Finding, InFile

_Told = dict[str, tuple[InFile, int]]


class Cells:
    """Reads the cells of a sheet; what is told of many cells is told once."""

    def __init__(self, grid: Grid, kinds: Kinds, options: Options) -> None:
        self._grid = grid
        self._kinds = kinds
        self._options = options
        self._unclear: _Told = {}
        self._marked: _Told = {}
        self.found: list[Finding] = []

    def value(self, cell: Cell, row: int, column: int, region: Region) -> Value | Trouble | None:
        """What a cell says; what is no number is told."""
        read = self._read(cell)
        if read is None and text_of(cell) in self._kinds.symbols.unclear:
            self._count(self._unclear, text_of(cell), row, column, region)
        if isinstance(read, Value) and read.mark and read.mark not in self._options.flags:
            self._count(self._marked, read.mark, row, column, region)
        if not isinstance(read, Trouble | Ambiguous):
            return read
        args: dict[str, Argument] = {"written": text_of(cell)}
        if isinstance(read, Ambiguous):
            args |= {"large": read.large, "small": read.small}
            args |= {"one": read.sign, "other": "." if read.sign == "," else ","}
        code = "E309" if isinstance(read, Ambiguous) else read.value
        self.found.append(Finding(code, (), args, self.place(row, column, region)))
        return Trouble.NOT_A_NUMBER

    def _count(self, told: _Told, sign: str, row: int, column: int, region: Region) -> None:
        first, count = told.get(sign, (self.place(row, column, region), 0))
        told[sign] = first, count + 1

    def _read(self, cell: Cell) -> Value | Trouble | Ambiguous | None:
        if isinstance(cell, Percent):
            return Value(float(cell), percent=True)
        if type(cell) is float:
            return Value(cell) if abs(cell) < float("inf") else Trouble.NOT_FINITE
        if type(cell) is str:
            return read_value(cell, self._kinds.symbols, self._kinds.signs)
        return Trouble.NOT_A_NUMBER

    def place(self, row: int, column: int, region: Region) -> InFile:
        """Where a cell stands."""
        grid = self._grid
        address = None if region.is_one_a_row and not grid.addressed else grid.address(row, column)
        heading = heading_of(region.head, column) or None
        return InFile(grid.file, row, heading, grid.sheet, address)

    def flags(self, value: Value) -> tuple[str, ...]:
        """What the mark behind a number says, where that has been said."""
        flag = self._options.flags.get(value.mark or "")
        return () if flag is None else (flag,)

    def told_together(self) -> Iterator[Finding]:
        """The signs that mean zero to some, and the marks that nothing explains, once each."""
        for symbol, (first, count) in self._unclear.items():
            yield Finding("W371", (), {"symbol": symbol, "cells": float(count)}, first)
        for mark, (first, count) in self._marked.items():
            yield Finding("N396", (), {"mark": mark, "cells": float(count)}, first)
