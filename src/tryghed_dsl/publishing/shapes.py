"""What charts are drawn of: shapes at places in units of their own, with y downwards."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tryghed_dsl.records import dataclass

Place = tuple[float, float]

_NARROW, _WIDE = frozenset("iljtfr.,:;'|!()[] -"), frozenset("mwMWÆæ%@—…")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through places; the dash has the lengths of lines and gaps, empty for a solid one."""

    places: tuple[Place, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Patch:
    """What lies between places, filled."""

    places: tuple[Place, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle, filled, with an edge."""

    centre: Place
    radius: float
    colour: str
    edge: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line.

    Attributes:
        place: the middle of their height, and of their width what the anchor says.
        anchor: start, middle or end.
    """

    place: Place
    words: str
    size: float
    colour: str
    anchor: str = "start"
    bold: bool = False


Shape = Stroke | Patch | Disc | Text


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing of a size, with what it shows in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alternative: str


def width_of(words: str, size: float) -> float:
    """About how wide words are, in a font that is rather wide."""
    return size * sum(_width(letter) for letter in words)


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 0.4
    if letter in _WIDE or letter > "\u2e80":
        return 1.0
    return 0.72 if letter.isupper() else 0.63


def wrapped(words: str, size: float, width: float, most: int) -> list[str]:
    """Words on lines that are no wider than a width; what takes more than `most` lines is cut."""
    lines = list(islice(_lines(words, size, width), most + 1))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(f"{last}…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def _lines(words: str, size: float, width: float) -> Iterator[str]:
    line = ""
    for word in _pieces(words.split(), size, width):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def _pieces(words: Sequence[str], size: float, width: float) -> Iterator[str]:
    """Words; one that is wider than a line is parted behind a slash or hyphen, or where it ends."""
    for word in words:
        rest = word
        while (fits := _letters(rest, size, width)) < len(rest):
            near = max(rest.rfind(sign, 0, fits) for sign in "/-") + 1
            yield rest[: near or fits]
            rest = rest[near or fits :]
        yield rest


def _letters(word: str, size: float, width: float) -> int:
    """How many of a word's letters fit on a line; at least one."""
    used = 0.0
    for place, letter in enumerate(word):
        used += size * _width(letter)
        if used > width and place:
            return place
    return len(word)
