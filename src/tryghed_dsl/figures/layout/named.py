"""What headings say that their columns hold."""

from collections.abc import Mapping, Sequence

from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.rows import Column, column_named, is_code_heading, recognised, tidy
from tryghed_dsl.patterns import pattern

SIDES = (Column.INDICATOR, Column.AREA, Column.PERIOD)
NOTHING = "nothing"
_OF_PARTS = {"Q": ("kvartal", "quarter"), "M": ("måned", "maaned", "month"), "H": ("halvår",)}
_OF_TIME = pattern(r"(?:\w*år(?:stal)?|\w*year|\w*period(?:e|en)?|\w*dato|date|\w*tid\w*)")


def said_of(options: Options) -> dict[str, str]:
    """What has been said that columns hold, by their headings in small letters."""
    return {tidy(name).casefold(): what for name, what in options.columns.items()}


def columns_named(headings: Sequence[str], said: Mapping[str, str]) -> dict[Column, int]:
    """The columns with a heading that says what they hold; what has been said of them wins.

    Args:
        headings: the heading of each column.
        said: what columns hold, by their headings in small letters.
    """
    own = [tidy(heading).casefold() for heading in headings]
    known = set(Column)
    told = {said[name]: place for place, name in reversed(list(enumerate(own))) if name in said}
    found = {Column(what): place for what, place in told.items() if what in known}
    left = ["" if name in said else name for name in own]
    return {**recognised(left), **found}


def is_side_heading(text: str) -> bool:
    """Whether a text is a heading over names: `område`, `periode`, `kode`."""
    return column_named(text) in SIDES or is_code_heading(text) or part_named(text) is not None


def part_named(heading: str) -> str | None:
    """The parts of a year that a column numbers by its heading: `Q` for `kvartal`."""
    bare = tidy(heading).casefold()
    return next((letter for letter, names in _OF_PARTS.items() if bare in names), None)


def is_heading_of_time(heading: str) -> bool:
    """Whether a heading may be one over periods, by its last word: `årstal`, `kvartal`, `dato`."""
    last = tidy(heading).casefold().rpartition(" ")[2]
    return part_named(last) is not None or _OF_TIME.fullmatch(last) is not None
