"""What a cell can be: a number, a symbol for none, a period, a heading."""

from collections.abc import Iterable

from tryghed_dsl.domain.period import Period
from tryghed_dsl.figures.among import period_among
from tryghed_dsl.figures.grid import Cell, Error, is_blank, text_of
from tryghed_dsl.figures.numbers import Trouble, decimal_signs
from tryghed_dsl.figures.periods import part_of_year, read_period
from tryghed_dsl.figures.values import Symbols, read_value

_REMEMBERED = 100_000


class Kinds:
    """Tells what cells are, by the symbols of their source."""

    def __init__(self, symbols: Symbols, decimal: str | None = None) -> None:
        """Begin.

        Args:
            symbols: the symbols that stand where a number would.
            decimal: the sign before decimals, where it is known.
        """
        self.symbols = symbols
        self.signs: set[str] = {decimal} if decimal else set()
        self._decided = decimal is not None
        self._figures: dict[str, bool] = {}

    def learn_signs(self, cells: Iterable[Cell]) -> None:
        """Find the decimal signs that numbers written as text use."""
        if not self._decided:
            self.signs = decimal_signs(cell for cell in cells if type(cell) is str)

    def is_figure(self, cell: Cell) -> bool:
        """Whether a cell can hold a figure: a number, or a symbol where one would stand."""
        if is_blank(cell):
            return False
        if isinstance(cell, str):
            if isinstance(cell, Error):
                return True
            known = self._figures.get(cell)
            return self._look(cell) if known is None else known
        return isinstance(cell, float)

    def _look(self, text: str) -> bool:
        """Whether a text can be a figure; files say the same texts over and over."""
        found = read_value(text, self.symbols, self.signs) is not Trouble.NOT_A_NUMBER
        if len(self._figures) < _REMEMBERED:
            self._figures[text] = found
        return found

    def is_heading_of_period(self, cell: Cell) -> bool:
        """Whether a cell names a period, a part of a year, or a period and more."""
        if self.period(cell) is not None:
            return True
        return isinstance(cell, str) and (
            part_of_year(cell) is not None or period_among(cell) is not None
        )

    def is_only_period(self, cell: Cell) -> bool:
        """Whether a cell names a period or a part of a year, and nothing else."""
        return self.period(cell) is not None or part_of_year(text_of(cell)) is not None

    def period(self, cell: Cell) -> Period | None:
        """The period that a cell names."""
        return None if is_blank(cell) or isinstance(cell, bool) else read_period(text_of(cell))
