"""The blocks of a paper laid out in a document of Word."""

import re
from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as Open
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.shared import Emu, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Written

from tryghed_dsl.publishing import docx_parts as parts
from tryghed_dsl.publishing.archive import same_bytes
from tryghed_dsl.publishing.blocks import (
    Block,
    Grid,
    GridRow,
    Heading,
    Paragraph,
    Passage,
    Picture,
    strong,
)
from tryghed_dsl.publishing.docx_styles import CELL, GRID, HEADINGS, PARAGRAPHS, opened
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.publishing.paper import MADE, TAGS, running_title
from tryghed_dsl.publishing.pens import as_png
from tryghed_dsl.publishing.pictures import fitted, logo
from tryghed_dsl.status.overview import Made
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

_CHART = 118.0  # mm
_LOGO = (45.0, 16.0)
_LONGEST = 250  # letters of a property of a document
_PAGE, _PAGES = "\ue000", "\ue001"  # where the numbers stand; no text that is shown has these


def laid_out(made: Made, theme: Theme, blocks: Sequence[Block]) -> bytes:
    """The blocks of a report as a file."""
    document = opened(theme, made.language)
    _described(document, made)
    layout = _Layout(document, made, theme)
    layout.every_page()
    if theme.logo is not None:
        layout.logo()
    layout.lay(blocks)
    out = BytesIO()
    document.save(out)
    return same_bytes(out.getvalue())


def _described(document: Open, made: Made) -> None:
    about = document.core_properties
    title = f"{readable(made.agreement)}: {readable(made.title)}"
    about.title = title[:_LONGEST]
    about.subject = about.keywords = about.comments = about.category = ""
    about.author = about.last_modified_by = "Tryghed"
    about.language = TAGS[made.language]
    about.created = about.modified = MADE.replace(tzinfo=None)
    about.revision = 1


class _Layout:
    def __init__(self, document: Open, made: Made, theme: Theme) -> None:
        self._document = document
        self._made = made
        self._theme = theme
        self._styles: dict[str, str] = {}
        self._say = Words(made.language)
        section = document.sections[-1]
        sides = (section.left_margin or 0) + (section.right_margin or 0)
        self._room = Emu((section.page_width or Mm(210)) - sides)

    # ------------------------------------------------------------------ every page

    def every_page(self) -> None:
        """The notice above, and the number of the page below."""
        if self._made.notice is not None:
            for header in parts.headers(self._document):
                first = header.paragraphs[0]
                told = first if not first.text.strip() else first.insert_paragraph_before()
                told.style = "Header"
                parts.shaded(told)
                parts.write(told, strong(self._made.notice), self._theme)
        for footer in parts.footers(self._document):
            if not parts.numbered(footer):
                self._number(footer.paragraphs[-1])

    def _number(self, paragraph: Written) -> None:
        if paragraph.text.strip():
            paragraph.add_run().add_break()
        paragraph.style = "Footer"
        stops = paragraph.paragraph_format.tab_stops
        for other in self._document.styles["Footer"].paragraph_format.tab_stops:
            stops.add_tab_stop(other.position, WD_TAB_ALIGNMENT.CLEAR)
        stops.add_tab_stop(self._room, WD_TAB_ALIGNMENT.RIGHT)
        told = self._say("Page {page} of {pages}", page=_PAGE, pages=_PAGES)
        paragraph.add_run(f"{running_title(self._made)}\t")
        for part in re.split(f"([{_PAGE}{_PAGES}])", told):
            if part in (_PAGE, _PAGES):
                parts.field(paragraph, "PAGE" if part == _PAGE else "NUMPAGES")
            elif part:
                paragraph.add_run(part)

    def logo(self) -> None:
        """The organisation's logo, above the title."""
        image, size = logo(self._theme)
        width, height = fitted(size, _LOGO)
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
        run = paragraph.add_run()
        run.add_picture(BytesIO(image), Mm(width), Mm(height))
        parts.described(run, self._say("Logo"))

    # ------------------------------------------------------------------ blocks

    def lay(self, blocks: Sequence[Block]) -> None:
        pictured: Written | None = None
        for block in blocks:
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, Paragraph) and pictured is not None:
                pictured.add_run().add_break()
                parts.write(pictured, block.said, self._theme)
            elif isinstance(block, Paragraph):
                self._paragraph(PARAGRAPHS[block.kind], block.said)
            elif isinstance(block, Grid):
                self._grid(block)
            pictured = self._picture(block) if isinstance(block, Picture) else None

    def _heading(self, heading: Heading) -> None:
        form = self._paragraph(HEADINGS[heading.level], heading.said).paragraph_format
        form.keep_with_next = True
        if heading.new_page:
            form.page_break_before = True

    def _paragraph(self, style: str, said: Passage) -> Written:
        paragraph = self._document.add_paragraph()
        self._styled(paragraph, style)
        parts.write(paragraph, said, self._theme)
        return paragraph

    def _styled(self, paragraph: Written, style: str) -> None:
        """Gives a paragraph its style, which the library would look up anew each time."""
        if style not in self._styles:
            self._styles[style] = self._document.styles[style].style_id
        parts.styled(paragraph, self._styles[style])

    def _picture(self, picture: Picture) -> Written | None:
        """Puts a picture in; the paragraph that what is said of it has to stand in too, if any.

        Not every program keeps a heading with a picture alone, and all do with lines of words.
        """
        paragraph = self._document.add_paragraph()
        form = paragraph.paragraph_format
        form.keep_together, form.line_spacing = True, 1.0
        if picture.wide:
            form.space_after = Pt(6)
        run = paragraph.add_run()
        width = self._room if picture.wide else min(Mm(_CHART), self._room)
        run.add_picture(BytesIO(as_png(picture.drawn, self._theme)), width=width)
        parts.described(run, picture.alternative)
        return None if picture.wide else paragraph

    # ------------------------------------------------------------------ tables

    def _grid(self, grid: Grid) -> None:
        table = self._document.add_table(0, len(grid.headings))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        if self._theme.template is not None and GRID in self._document.styles:
            table.style = GRID
        else:
            parts.ruled(table)
        parts.narrow(table)
        whole = sum(grid.widths)
        widths = [int(self._room * width / whole) for width in grid.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        rows = (GridRow(tuple(map(strong, grid.headings))), *grid.rows)
        for place, told in enumerate(rows):
            row = table.add_row()
            parts.whole(row)
            cells = row.cells
            for cell, width in zip(cells, widths, strict=True):
                cell.width = width
            if told.across:
                cells = (cells[0].merge(cells[-1]),)
            for cell, said in zip(cells, told.cells, strict=True):
                self._cell(cell, said, keep=told.across or place == 0)
            if place == 0:
                parts.head(row)
        self._document.add_paragraph(style=CELL)

    def _cell(self, cell: _Cell, said: Passage, *, keep: bool) -> None:
        paragraph = cell.paragraphs[0]
        self._styled(paragraph, CELL)
        paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.LEFT
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        parts.write(paragraph, said, self._theme)
