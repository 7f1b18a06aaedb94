"""Workbooks of the kind `.xlsx` and `.xlsm`: what they hold, and in which part of the package."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from tryghed_dsl.figures.spreadsheet.book import Area, Room, Sheet, Tab
from tryghed_dsl.figures.spreadsheet.box import box_of
from tryghed_dsl.figures.spreadsheet.named import area_of
from tryghed_dsl.figures.spreadsheet.package import Attributes, Package, local
from tryghed_dsl.figures.spreadsheet.refused import NO_WORKBOOK, Refused
from tryghed_dsl.figures.spreadsheet.xlsx_cells import Known, holds_numbers, read_sheet
from tryghed_dsl.figures.spreadsheet.xlsx_shared import read_formats, read_strings

_TRUE = {"1", "true"}


class Xlsx:
    """A workbook of the kind `.xlsx` that is open."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._room = Room()
        self._part = _workbook_of(package)
        self._related = package.related(self._part)
        self._states: dict[str, Attributes] = {}
        self._defined: list[tuple[str, str]] = []
        self.tabs: Sequence[Tab] = self._read_workbook()

    def _read_workbook(self) -> list[Tab]:
        tabs: list[Tab] = []
        written: list[str] = []

        def start(kind: str, given: Attributes) -> None:
            written.clear()
            match local(kind):
                case "sheet":
                    tabs.extend(self._tab(given))
                case "workbookPr" | "calcPr" | "definedName" as known:
                    self._states[known] = given

        def end(kind: str) -> None:
            if local(kind) == "definedName":
                name = self._states["definedName"].get("name", "")
                self._defined.append((name, "".join(written)))

        self._package.walk(self._part, start, end, written.append)
        return tabs

    def _tab(self, given: Attributes) -> list[Tab]:
        """The sheet that an element names; none for charts and macros."""
        by_id = next((value for key, value in given.items() if local(key) == "id"), "")
        about, part = self._related.get(by_id, ("", ""))
        if about != "worksheet":
            return []
        return [Tab(given.get("name", ""), given.get("state", "visible") != "visible", part)]

    # -------------------------------------------------------------- sheets

    def read(self, tab: Tab) -> Sheet:
        """The cells of a sheet."""
        return read_sheet(self._package, tab.place, self._known, self._room)

    def holds_numbers(self, tab: Tab) -> bool:
        """Whether there is a number in a sheet."""
        return holds_numbers(self._package, tab.place)

    @cached_property
    def _known(self) -> Known:
        parts = dict(self._related.values())
        strings, styles = parts.get("sharedStrings", ""), parts.get("styles", "")
        return Known(
            read_strings(self._package, strings) if self._package.has(strings) else [],
            read_formats(self._package, styles) if self._package.has(styles) else {},
            self._says("workbookPr", "date1904"),
            self._says("calcPr", "fullCalcOnLoad"),
        )

    def _says(self, element: str, attribute: str) -> bool:
        return self._states.get(element, {}).get(attribute, "").casefold() in _TRUE

    # -------------------------------------------------------------- names

    def names(self) -> Mapping[str, Sequence[Area]]:
        """The ranges that have a name, and the tables."""
        found: dict[str, list[Area]] = {}
        for name, written in self._defined:
            area = area_of(written.strip())
            if area is not None:
                found.setdefault(name, []).append(area)
        for tab in self.tabs:
            for name, area in self._tables(tab):
                found.setdefault(name, []).append(area)
        return found

    def _tables(self, tab: Tab) -> list[tuple[str, Area]]:
        found: list[tuple[str, Area]] = []

        def start(kind: str, given: Attributes) -> None:
            box = box_of(given.get("ref", "")) if local(kind) == "table" else None
            if box is not None:
                name = given.get("displayName") or given.get("name", "")
                found.append((name, Area(tab.name, box)))

        for about, part in self._package.related(tab.place).values():
            if about == "table" and self._package.has(part):
                self._package.walk(part, start)
        return found


def _workbook_of(package: Package) -> str:
    """The part that lists the sheets."""
    related = package.related("").values()
    part = next((part for about, part in related if about == "officeDocument"), "xl/workbook.xml")
    if not package.has(part) or not part.casefold().endswith(".xml"):
        raise Refused(NO_WORKBOOK)
    return part
