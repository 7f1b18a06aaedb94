"""Status reports as workbooks: areas, targets, the figures used, what is missing and changed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from tryghed_dsl.publishing.archive import same_bytes
from tryghed_dsl.publishing.area_columns import area_table
from tryghed_dsl.publishing.columns import Cell, target_rows
from tryghed_dsl.publishing.look import colour, readable, sign
from tryghed_dsl.records import replace
from tryghed_dsl.status.model import FigureRow, Mark, Status, Wanting
from tryghed_dsl.status.overview import Made, Overview
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST, _NARROWEST = 60, 9
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- workbooks have times without zones
_LONGEST = 32_000  # a cell holds no more letters

_Named = Sequence[tuple[str, Cell]]


def rendered(status: Status, theme: Theme) -> bytes:
    """The workbook; numbers are numbers, and no text is ever a formula."""
    say = Words(status.language)
    sheets = _Sheets(status, theme, [part.row.mark for part in (*status.targets, *status.watched)])
    word = f"{sign(status.mark.verdict)} {status.mark.word}"
    counts = [(mark.word, float(number)) for mark, number in status.counts]
    sheets.overview([(say("Verdict"), word)], counts)
    sheets.targets(target_rows(status))
    sheets.grounds(status.figures, status.wanting)
    return sheets.saved()


def rendered_areas(overview: Overview, theme: Theme) -> bytes:
    """The workbook of many areas: one sheet has a row for each of them."""
    say, areas = Words(overview.language), overview.areas
    marks = [mark for area in areas for mark in (*area.marks, area.status.mark)]
    sheets = _Sheets(overview, theme, marks)
    sheets.overview([], [])
    sheets.areas(overview)
    # The notice holds for all areas: also for one in which no made-up figure was judged.
    noticed = ((area.name, replace(area.status, notice=overview.notice)) for area in areas)
    sheets.targets(
        {say("Area"): name, **row} for name, each in noticed for row in target_rows(each)
    )
    figures = dict.fromkeys(figure for area in areas for figure in area.status.figures)
    sheets.grounds(tuple(figures), [each for area in areas for each in area.status.wanting])
    return sheets.saved()


class _Sheets:
    def __init__(self, made: Made, theme: Theme, marks: Iterable[Mark]) -> None:
        from openpyxl import Workbook  # noqa: PLC0415 -- only for this format

        self._book = Workbook()
        self._book.properties.title = readable(f"{made.agreement}: {made.title}")
        self._book.properties.creator = "Tryghed"
        self._book.properties.created = self._book.properties.modified = _MADE
        first = self._book.active
        if first is not None:
            self._book.remove(first)
        self._made = made
        self._theme = theme
        self._colours = {mark.word: colour(mark.verdict, theme)[1:] for mark in marks}
        self._say = Words(made.language)

    def saved(self) -> bytes:
        out = BytesIO()
        self._book.save(out)
        return same_bytes(out.getvalue())

    def overview(self, verdict: _Named, counts: _Named) -> None:
        """What the report says as a whole; the verdict comes before its summary."""
        say, made = self._say, self._made
        rows: list[tuple[str, Cell]] = [
            (say("Agreement"), made.agreement),
            *made.facts,
            *verdict,
            (say("In short"), made.summary),
            *counts,
            *((say("Method"), each) for each in made.method),
            *((say("Source"), each) for each in made.sources),
        ]
        self._sheet(say("Overview"), [made.title, ""], rows)

    def areas(self, overview: Overview) -> None:
        headings, columns = zip(*area_table(overview), strict=True)
        self._sheet(self._say("Areas"), headings, list(zip(*columns, strict=True)))

    def targets(self, rows: Iterable[Mapping[str, Cell]]) -> None:
        told = list(rows)
        headings = list(told[0]) if told else []
        self._sheet(self._say("Targets"), headings, [list(row.values()) for row in told])

    def grounds(self, used: Sequence[FigureRow], missing: Sequence[Wanting]) -> None:
        """The figures, and what has changed in the targets."""
        say = self._say
        figures = [[f.title, f.area, f.period, f.value, f.flags, f.origin] for f in used]
        names = ("Figure", "Area", "Period", "Value", "Flags", "Origin")
        self._sheet(say("Figures used"), [say(name) for name in names], figures)
        wanting = [[w.figure, w.ask, "; ".join(w.targets)] for w in missing]
        if wanting:
            headings = [say("Missing figure"), say("Ask"), say("For")]
            self._sheet(say("Missing figures"), headings, wanting)
        changes = [[c.title, c.kind, c.old, c.new, c.because] for c in self._made.changes]
        if changes:
            headings = [say("Target"), say("Change"), say("Before"), say("Now"), say("Because")]
            self._sheet(say("Changes"), headings, changes)

    def _sheet(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- only for this format

        sheet: Worksheet = self._book.create_sheet(title[:31])
        top = 1
        if self._made.notice:
            self._put(sheet, 1, 1, self._made.notice)
            sheet.cell(1, 1).font = Font(bold=True, color=self._theme.colours["fail"][1:])
            sheet.HeaderFooter.oddHeader = _header(self._made.notice)
            top = 2
        for place, heading in enumerate(headings, 1):
            self._put(sheet, top, place, heading)
            sheet.cell(top, place).font = Font(bold=True)
        for number, row in enumerate(rows, top + 1):
            for place, cell in enumerate(row, 1):
                self._put(sheet, number, place, cell)
                sheet.cell(number, place).alignment = Alignment(vertical="top", wrap_text=True)
        self._colour(sheet, top)
        self._laid_out(sheet, top, headings, rows)

    def _put(self, sheet: "Worksheet", row: int, column: int, value: Cell) -> None:
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = readable(value)[:_LONGEST]
            cell.data_type = "s"  # a text, whatever sign it begins with
        else:
            cell.value = value

    def _colour(self, sheet: "Worksheet", top: int) -> None:
        """Each verdict in its colour; the word says the same."""
        from openpyxl.styles import Font  # noqa: PLC0415 -- only for this format

        for column in sheet.iter_cols(min_row=top):
            for cell in column[1:]:
                if cell.value in self._colours:
                    cell.font = Font(bold=True, color=self._colours[str(cell.value)])

    def _laid_out(
        self, sheet: "Worksheet", top: int, headings: Sequence[str], rows: Sequence[Sequence[Cell]]
    ) -> None:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- only for this format
        from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 -- the same

        for place, heading in enumerate(headings, 1):
            longest = max(
                (len(str(row[place - 1])) for row in rows if isinstance(row[place - 1], str)),
                default=0,
            )
            width = min(max(longest, len(heading), _NARROWEST) + 2, _WIDEST)
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.freeze_panes = f"A{top + 1}"
        sheet.print_title_rows = f"{top}:{top}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _header(notice: str) -> "HeaderFooterItem":
    """What stands on top of every printed page."""
    from openpyxl.worksheet.header_footer import (  # noqa: PLC0415 -- only for this format
        HeaderFooterItem,
        _HeaderFooterPart,
    )

    return HeaderFooterItem(center=_HeaderFooterPart(text=notice.replace("&", "&&")))
