"""What a cell says of a figure: a number, a symbol for none, zero, or a suppressed count."""

from tryghed_dsl.figures.numbers import (
    MISSING,
    Ambiguous,
    Trouble,
    most_of,
    parse_number,
    without_mark,
)
from tryghed_dsl.figures.options import Options
from tryghed_dsl.records import dataclass

DASHES = frozenset({"-", "–", "—", "−"})


@dataclass(frozen=True, slots=True)
class Value:
    """A number, with the most that it can be where it is a suppressed count.

    Attributes:
        percent: whether it was written with a percent sign; 12 % is then the number 12.
        mark: the mark of a footnote behind it.
    """

    number: float
    most: float | None = None
    percent: bool = False
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Symbols:
    """The symbols that stand where a number would.

    Attributes:
        missing: there is no figure.
        unclear: means zero to some and nothing to others; it is taken as missing, and told.
        zero: the figure is zero.
        suppressed: a count that is too small to be published, with the most that it can be.
    """

    missing: frozenset[str] = MISSING
    unclear: frozenset[str] = frozenset({"-", "–", "—"})
    zero: frozenset[str] = frozenset()
    suppressed: tuple[tuple[str, float], ...] = ()

    def said(self, options: Options) -> "Symbols":
        """These symbols with what has been said of a source; what was said wins."""
        said = {*options.missing, *options.zero, *options.suppressed}
        missing = frozenset(each for symbol in options.missing for each in _written(symbol, said))
        zero = frozenset(each for symbol in options.zero for each in _written(symbol, said))
        suppressed = {
            each: most
            for symbol, most in options.suppressed.items()
            for each in _written(symbol, said)
        }
        told = missing | zero | suppressed.keys()
        return Symbols(
            (self.missing - told) | missing,
            self.unclear - told,
            zero or self.zero - told,
            tuple(suppressed.items()),
        )


def _written(symbol: str, said: set[str]) -> set[str]:
    """The ways to write a symbol: a dash is any dash, unless something else is said of that."""
    others = {dash for dash in DASHES if dash not in said} if symbol in DASHES else set()
    return {symbol.casefold(), *others}


TABLES = Symbols()
"""What tables made by hand use."""


def read_value(text: str, symbols: Symbols, signs: set[str]) -> Value | Trouble | Ambiguous | None:
    """Read a cell.

    Args:
        text: what the cell says.
        symbols: the symbols of its source.
        signs: the decimal signs that the file's other numbers use.

    Returns:
        None where the cell says that there is no figure.
    """
    symbol = text.strip().casefold()
    if symbol in symbols.missing or symbol in symbols.unclear:
        return None
    if symbol in symbols.zero:
        return Value(0.0)
    most = dict(symbols.suppressed).get(symbol) if symbols.suppressed else None
    if most is None and symbol.startswith("<"):
        most = most_of(symbol)
    if most is not None:
        return Value(0.0, most)
    number = parse_number(text, signs)
    if isinstance(number, float):
        return Value(number, percent=symbol.endswith("%"))
    return _marked(text, signs) or number


def _marked(text: str, signs: set[str]) -> Value | Ambiguous | None:
    """A number with the mark of a footnote; None where it is something else."""
    parts = without_mark(text)
    number = None if parts is None else parse_number(parts[0], signs)
    if parts is None or isinstance(number, Trouble):
        return None
    if isinstance(number, float):
        return Value(number, percent=parts[0].endswith("%"), mark=parts[1])
    return number
