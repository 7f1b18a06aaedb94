"""What readers of files that describe their own dimensions share: PX, JSON-stat, Eurostat."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from tryghed_dsl.figures.cube import Category
from tryghed_dsl.figures.numbers import Trouble, most_of
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.values import Symbols, Value
from tryghed_dsl.files import is_file
from tryghed_dsl.findings.finding import Argument, Finding, InFile
from tryghed_dsl.patterns import pattern
from tryghed_dsl.text.decoding import FALLBACK, decode, decode_as

MOST_MEGABYTES = 512.0
MOST_CELLS = 50_000_000
MEASURE_ID = "contentscode"

_MOST_TOLD = 50
_SHOWN = 80
_BEYOND = 10**18
_MOST_BYTES = int(MOST_MEGABYTES * 1_000_000)
_NUMBER = pattern(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NOT_FINITE = pattern(r"[+-]?(?:nan|inf|infinity)", re.IGNORECASE)


class Unreadable(Exception):  # noqa: N818 -- ends the reading, and is no error of ours
    """Ends the reading of a file, with the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def stop(code: str, where: InFile, **args: Argument) -> NoReturn:
    """End the reading of a file.

    Raises:
        Unreadable: always.
    """
    raise Unreadable(_finding(code, where, args))


def _finding(code: str, where: InFile, args: Mapping[str, Argument]) -> Finding:
    """A finding in which nothing that the file says is too long to read."""
    short = {
        name: f"{said[:_SHOWN]}…" if isinstance(said, str) and len(said) > _SHOWN else said
        for name, said in args.items()
    }
    return Finding(code, (), short, where)


def tell(found: list[Finding], code: str, where: InFile, **args: Argument) -> None:
    """Tell of a cell, and go on with the next unless enough has been told.

    Raises:
        Unreadable: nobody wants to hear of more.
    """
    if len(found) >= _MOST_TOLD:
        stop(code, where, **args)
    found.append(_finding(code, where, args))


# ------------------------------------------------------------------ text


def bytes_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        Unreadable: it is not there, or is too large.
    """
    where = InFile(path.name)
    try:
        if not is_file(path):
            stop("E301", where, path=str(path))
        if path.stat().st_size > _MOST_BYTES:
            stop("E002", where, path=path.name, most=MOST_MEGABYTES)
        return path.read_bytes()
    except OSError:
        stop("E301", where, path=str(path))


def text_of(
    data: bytes, name: str, options: Options, declared: str | None = None
) -> tuple[str, list[Finding]]:
    """Bytes as text with plain line ends, and what was assumed of its letters.

    Files say their letters wrongly often enough that what the bytes show comes first: a byte
    order mark, then valid UTF-8.

    Args:
        data: the bytes.
        name: the file's name.
        options: its `encoding` stands above what the file declares.
        declared: the encoding that the file names.

    Raises:
        Unreadable: they are no text.
    """
    where = InFile(name)
    decoded = decode(data)
    if decoded is not None and decoded.assumed and options.encoding:
        decoded = decode_as(data, options.encoding)
    if decoded is None:
        stop("E320", where, path=name)
    text, found = decoded.text, list[Finding]()
    if decoded.assumed and declared is not None:
        text = data.decode(declared, errors="replace")
    elif decoded.assumed:
        found.append(Finding("N308", (), {"encoding": FALLBACK}, where))
    return text.replace("\r\n", "\n").replace("\r", "\n"), found


# ------------------------------------------------------------------ categories


def check_categories(categories: Sequence[Category], part: str, where: InFile) -> None:
    """See that categories can be told apart.

    Args:
        categories: those of one dimension.
        part: where the file has them.
        where: the place that findings name.

    Raises:
        Unreadable: one stands twice.
    """
    check_once([each.code or each.text for each in categories], part, where)


def check_once(names: Iterable[str], part: str, where: InFile) -> None:
    """See that no name stands twice.

    Raises:
        Unreadable: one does.
    """
    seen = set[str]()
    for name in names:
        if name in seen:
            stop("E344", where, name=name, part=part)
        seen.add(name)


def count_of(categories: Iterable[Sequence[Category]]) -> int:
    """How many figures these dimensions make; what is beyond all measure is a quintillion."""
    count = 1
    for each in categories:
        count = min(count * len(each), _BEYOND)
    return count


# ------------------------------------------------------------------ values


def plain_value(text: str, symbols: Symbols) -> Value | Trouble | None:
    """Read a number with a decimal point and without anything else, or a symbol.

    Returns:
        None where it says that there is no figure.
    """
    bare = text.strip()
    symbol = bare.casefold()
    if symbol in symbols.missing or symbol in symbols.unclear:
        return None
    if symbol in symbols.zero:
        return Value(0.0)
    most = dict(symbols.suppressed).get(symbol) if symbols.suppressed else None
    if most is None and _NUMBER.fullmatch(bare):
        number = float(bare)
        return Value(number) if math.isfinite(number) else Trouble.NOT_FINITE
    most = most_of(symbol) if most is None else most
    if most is not None:
        return Value(0.0, most)
    return Trouble.NOT_FINITE if _NOT_FINITE.fullmatch(bare) else Trouble.NOT_A_NUMBER
