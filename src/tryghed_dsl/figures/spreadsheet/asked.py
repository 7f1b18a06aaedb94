"""Which sheets and cells are to be read: all that people see, or those that were asked for."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.spreadsheet.book import Area, Book, Tab
from tryghed_dsl.figures.spreadsheet.box import EVERYTHING, Box, box_of
from tryghed_dsl.figures.spreadsheet.named import in_sheet
from tryghed_dsl.figures.spreadsheet.refused import Refused
from tryghed_dsl.findings.finding import Argument, Listed
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.suggest import nearest

_UNKNOWN = "E350"
_BUILT_IN = "_xlnm."
_MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A sheet that is to be read, and its cells that are to be taken."""

    tab: Tab
    box: Box = EVERYTHING


def asked_for(book: Book, options: Options) -> list[Asked]:
    """What is to be read of a workbook.

    A hidden sheet is read where it is named. Cells without a sheet are taken from each.
    """
    tabs = _tabs(book, options.sheet)
    if options.range is None:
        return [Asked(tab) for tab in tabs]
    sheet, cells = in_sheet(options.range)
    if sheet is not None:
        chosen = _tabs(book, sheet)
        tabs = [tab for tab in chosen if options.sheet is None or tab in tabs]
    box = box_of(cells)
    if box is not None and tabs:
        return [Asked(tab, box) for tab in tabs]
    return _named(book, cells, tabs if sheet or options.sheet else book.tabs)


def _tabs(book: Book, name: str | None) -> list[Tab]:
    """The sheet of a name; without one all that people see."""
    if name is None:
        return [tab for tab in book.tabs if not tab.hidden]
    names = [tab.name for tab in book.tabs]
    known = _known(name, names)
    if known is None:
        raise _unknown(name, names, sheets=names)
    return [next(tab for tab in book.tabs if tab.name == known)]


def _named(book: Book, name: str, tabs: Sequence[Tab]) -> list[Asked]:
    """The cells that the workbook gives a name."""
    areas = book.names()
    known = _known(name, areas)
    found = [] if known is None else _in_tabs(areas[known], tabs)
    if not found:
        names = [each for each in areas if not each.startswith(_BUILT_IN)]
        raise _unknown(name, names, ranges=names)
    return found


def _in_tabs(areas: Iterable[Area], tabs: Iterable[Tab]) -> list[Asked]:
    by_name = {tab.name: tab for tab in tabs}
    return [Asked(by_name[area.sheet], area.box) for area in areas if area.sheet in by_name]


def _known(name: str, names: Iterable[str]) -> str | None:
    """The one of the names that is meant; capitals count only where they tell two apart."""
    folded = (each for each in names if each.strip().casefold() == name.strip().casefold())
    return name if name in names else next(folded, None)


def _unknown(name: str, known: Iterable[str], **lists: list[str]) -> Refused:
    suggestion = nearest(name, known)
    args: dict[str, Argument] = {} if suggestion is None else {"suggestion": suggestion}
    for kind, names in lists.items():
        if names:
            args[kind] = Listed(tuple(names[:_MOST_LISTED]))
    if "ranges" in lists:
        args["example"] = "B3:F20"
    return Refused(_UNKNOWN, name=name, **args)
