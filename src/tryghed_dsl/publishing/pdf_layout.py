"""The blocks of a paper laid out on the pages of a PDF."""

from collections.abc import Sequence
from itertools import takewhile

from tryghed_dsl.publishing.blocks import Block, Grid, Heading, Paragraph, Passage, Picture, Piece
from tryghed_dsl.publishing.pdf_sheet import BLACK, ROOM, SIDE, TOP, WIDTH, Sheet
from tryghed_dsl.publishing.pdf_table import Table
from tryghed_dsl.publishing.pdf_tags import Element
from tryghed_dsl.publishing.pens import as_png
from tryghed_dsl.publishing.pictures import fitted, logo, size_of
from tryghed_dsl.records import replace
from tryghed_dsl.status.overview import Made
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

_SIZES = {0: 18.0, 1: 12.0, 2: 9.6, 3: 9.0}  # of headings, in points
_ABOVE = {0: 0.0, 1: 3.6, 2: 2.4, 3: 2.0}  # mm
_BELOW = 0.8
_TEXT, _UNDER = 9.0, 12.0
_CHART = 116.0  # mm
_HIGHEST = 220.0  # of a chart as wide as the page
_BESIDE = 4.0  # between a chart and what is said of it
_AFTER = 1.6  # below a paragraph
_INDENT = 4.0
_FEWEST = 2  # lines of a paragraph that stay together
_LOGO = (45.0, 16.0)


def laid_out(made: Made, theme: Theme, blocks: Sequence[Block]) -> bytes:
    """The blocks of a report as a file."""
    sheet = Sheet(made, theme)
    layout = _Layout(sheet, theme)
    if theme.logo is not None:
        layout.logo(Words(made.language)("Logo"))
    layout.lay(blocks)
    return bytes(sheet.output())


class _Layout:
    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._sheet = sheet
        self._theme = theme
        self._charts: dict[int, tuple[bytes, tuple[float, float]]] = {}

    def lay(self, blocks: Sequence[Block]) -> None:
        place = 0
        while place < len(blocks):
            block, after = blocks[place], blocks[place + 1 :]
            place += 1
            if isinstance(block, Heading):
                self._heading(block, self._following(after))
            elif isinstance(block, Paragraph):
                self._paragraph(block)
            elif isinstance(block, Grid):
                Table(self._sheet, block).draw()
            else:
                beside = _beside(block, after)
                self._picture(block, beside)
                place += len(beside)

    def logo(self, words: str) -> None:
        """The organisation's logo, at the right of the title."""
        image, size = logo(self._theme)
        width, height = fitted(size, _LOGO)
        sheet = self._sheet
        y = sheet.y
        sheet.picture(image, WIDTH - SIDE - width, width, height, words)
        sheet.set_y(y)

    # ------------------------------------------------------------------ headings

    def _heading(self, heading: Heading, following: float) -> None:
        sheet = self._sheet
        accent = self._theme.colours["accent"]
        if heading.new_page or self._heading_height(heading) + following > sheet.left:
            sheet.add_page()
        elif sheet.y > TOP:
            sheet.set_y(sheet.y + _ABOVE[heading.level])
        sheet.start_section(heading.text, level=max(0, heading.level - 1), strict=False)
        element = sheet.tags.add(f"H{heading.level + 1}")
        room = ROOM if heading.level or self._theme.logo is None else ROOM - _LOGO[0] - _BESIDE
        with sheet.sized(_SIZES[heading.level]):
            self._flow(_bold(heading.said), SIDE, room, element, accent)
        sheet.set_y(sheet.y + _BELOW)

    def _heading_height(self, heading: Heading) -> float:
        with self._sheet.sized(_SIZES[heading.level]):
            told = self._sheet.parted(_bold(heading.said), ROOM)
            return _ABOVE[heading.level] + len(told) * self._sheet.line_height + _BELOW

    def _following(self, blocks: Sequence[Block]) -> float:
        """The height of what has to stand on the same page as the heading before it."""
        height = 0.0
        for place, block in enumerate(blocks):
            if isinstance(block, Grid):
                return height + Table(self._sheet, block).least()
            if isinstance(block, Picture):
                return height + self._picture_height(block, _beside(block, blocks[place + 1 :]))
            if isinstance(block, Paragraph):
                with self._sheet.sized(_TEXT):
                    told = self._sheet.parted(block.said, ROOM)
                    return height + min(len(told), _FEWEST) * self._sheet.line_height
            height += self._heading_height(block)
        return height

    # ------------------------------------------------------------------ paragraphs

    def _paragraph(self, paragraph: Paragraph, x: float = SIDE, width: float = ROOM) -> None:
        sheet = self._sheet
        under = paragraph.kind == "under"
        indent = _INDENT if paragraph.kind in ("point", "quote") else 0.0
        element = sheet.tags.add("BlockQuote" if paragraph.kind == "quote" else "P")
        with sheet.sized(_UNDER if under else _TEXT):
            if paragraph.kind == "point":
                self._room(sheet.parted(paragraph.said, width - indent))
                sheet.say((Piece("•"),), x + 1, sheet.y, element)
            self._flow(paragraph.said, x + indent, width - indent, element)
        sheet.set_y(sheet.y + (_AFTER / 2 if paragraph.kind == "point" else _AFTER))

    def _flow(
        self, said: Passage, x: float, width: float, element: Element, ink: str = BLACK
    ) -> None:
        """Lines from here down, and on the next page; the first of them never stands alone."""
        sheet = self._sheet
        told = sheet.parted(said, width)
        self._room(told)
        for line in told:
            if sheet.line_height > sheet.left:
                sheet.add_page()
            y = sheet.y
            sheet.say(line, x, y, element, ink)
            sheet.set_y(y + sheet.line_height)

    def _room(self, told: Sequence[Passage]) -> None:
        if min(len(told), _FEWEST) * self._sheet.line_height > self._sheet.left:
            self._sheet.add_page()

    # ------------------------------------------------------------------ charts

    def _picture(self, picture: Picture, beside: Sequence[Paragraph]) -> None:
        """A chart, and beside it what is said of it."""
        sheet = self._sheet
        image, (width, height) = self._drawn(picture)
        if self._picture_height(picture, beside) > sheet.left:
            sheet.add_page()
        y, page = sheet.y, sheet.page
        sheet.picture(image, SIDE, width, height, picture.alternative)
        sheet.set_y(y + 1)
        for paragraph in beside:
            self._paragraph(paragraph, SIDE + _CHART + _BESIDE, ROOM - _CHART - _BESIDE)
        if sheet.page == page:
            sheet.set_y(max(sheet.y, y + height + (_AFTER if picture.wide else 0)))

    def _picture_height(self, picture: Picture, beside: Sequence[Paragraph]) -> float:
        """The height of both; no more than a chart's where there is too much to say of it."""
        _, (_, height) = self._drawn(picture)
        told = 1.0
        with self._sheet.sized(_TEXT):
            for paragraph in beside:
                lines = self._sheet.parted(paragraph.said, ROOM - _CHART - _BESIDE)
                told += len(lines) * self._sheet.line_height + _AFTER
        return max(height, told) if told < 2 * height else height

    def _drawn(self, picture: Picture) -> tuple[bytes, tuple[float, float]]:
        """A chart, drawn once, and how large it is here."""
        key = id(picture.drawn)
        if key not in self._charts:
            image = as_png(picture.drawn, self._theme)
            room = (ROOM, _HIGHEST) if picture.wide else (_CHART, _CHART)
            self._charts[key] = image, fitted(size_of(image), room)
        return self._charts[key]


def _beside(picture: Picture, blocks: Sequence[Block]) -> list[Paragraph]:
    """Of what follows a picture, the paragraphs that stand beside it."""
    if picture.wide:
        return []
    begins = takewhile(lambda block: isinstance(block, Paragraph), blocks)
    return [block for block in begins if isinstance(block, Paragraph)]


def _bold(said: Passage) -> Passage:
    return tuple(replace(piece, strong=True) for piece in said)
