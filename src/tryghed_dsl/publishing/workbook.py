"""A status report as a workbook: the targets, the figures used, what is missing, what changed."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from tryghed_dsl.publishing.archive import same_bytes
from tryghed_dsl.publishing.columns import Cell, target_rows
from tryghed_dsl.publishing.look import colour, readable, sign
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST, _NARROWEST = 60, 9
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- workbooks have times without zones
_LONGEST = 32_000  # a cell holds no more letters


def rendered(status: Status, theme: Theme) -> bytes:
    """The workbook; numbers are numbers, and no text is ever a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 -- only for this format

    book = Workbook()
    book.properties.title = readable(f"{status.agreement}: {status.title}")
    book.properties.creator = "Tryghed"
    book.properties.created = book.properties.modified = _MADE
    _Sheets(book, status, theme).fill()
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue())


class _Sheets:
    def __init__(self, book: "Workbook", status: Status, theme: Theme) -> None:
        self._book = book
        self._status = status
        self._theme = theme
        self._say = Words(status.language)

    def fill(self) -> None:
        say, status = self._say, self._status
        first = self._book.active
        if first is not None:
            self._book.remove(first)
        self._overview()
        rows = list(target_rows(status))
        self._sheet(say("Targets"), list(rows[0]) if rows else [], [list(r.values()) for r in rows])
        figures = [[f.title, f.area, f.period, f.value, f.flags, f.origin] for f in status.figures]
        names = ("Figure", "Area", "Period", "Value", "Flags", "Origin")
        self._sheet(say("Figures used"), [say(name) for name in names], figures)
        wanting = [[w.figure, w.ask, "; ".join(w.targets)] for w in status.wanting]
        if wanting:
            headings = [say("Missing figure"), say("Ask"), say("For")]
            self._sheet(say("Missing figures"), headings, wanting)
        changes = [[c.title, c.kind, c.old, c.new, c.because] for c in status.changes]
        if changes:
            headings = [say("Target"), say("Change"), say("Before"), say("Now"), say("Because")]
            self._sheet(say("Changes"), headings, changes)

    def _overview(self) -> None:
        say, status = self._say, self._status
        word = f"{sign(status.mark.verdict)} {status.mark.word}"
        rows: list[tuple[str, Cell]] = [
            (say("Agreement"), status.agreement),
            *status.facts,
            (say("Verdict"), word),
            (say("In short"), status.summary),
            *((mark.word, float(number)) for mark, number in status.counts),
            *((say("Method"), each) for each in status.method),
            *((say("Source"), each) for each in status.sources),
        ]
        self._sheet(say("Overview"), [status.title, ""], rows)

    def _sheet(self, title: str, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- only for this format

        sheet: Worksheet = self._book.create_sheet(title[:31])
        top = 1
        if self._status.notice:
            self._put(sheet, 1, 1, self._status.notice)
            sheet.cell(1, 1).font = Font(bold=True, color=self._theme.colours["fail"][1:])
            sheet.HeaderFooter.oddHeader = _header(self._status.notice)
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

        marks = [part.row.mark for part in (*self._status.targets, *self._status.watched)]
        by_word = {mark.word: colour(mark.verdict, self._theme)[1:] for mark in marks}
        heading = self._say("Verdict")
        for column in sheet.iter_cols(min_row=top):
            if column[0].value == heading:
                for cell in column[1:]:
                    cell.font = Font(bold=True, color=by_word.get(str(cell.value), "000000"))

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
