"""The pages of a PDF: what stands on each, and how a line gets onto one."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from itertools import groupby

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.fonts import TTFFont
from fpdf.prefs import ViewerPreferences

from tryghed_dsl.publishing.blocks import Passage, Piece, plain
from tryghed_dsl.publishing.look import colour, readable
from tryghed_dsl.publishing.paper import MADE, TAGS, running_title
from tryghed_dsl.publishing.pdf_fonts import DRAWN, OWN, faces
from tryghed_dsl.publishing.pdf_lines import lines
from tryghed_dsl.publishing.pdf_tags import Element, Tags
from tryghed_dsl.status.overview import Made
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

WIDTH, HEIGHT = 210.0, 297.0
SIDE, TOP, BOTTOM = 15.0, 14.0, 16.0  # margins, in mm
ROOM = WIDTH - 2 * SIDE
BLACK, _GREY, _PALE, _LINE = "#1a1a1a", "#4a4a4a", "#f0f2f4", "#b4bcc4"
_SMALL = 7.5
_MOST = 6  # lines of the notice: more would leave the pages no room
_LEAD = 1.32  # the height of a line, in sizes of its letters
_POINT = 25.4 / 72  # mm
# Stands for the number of pages, of up to four digits, until it is known; no text that is shown
# has this sign in it.
_PAGES = "\ue000" * 4


class Sheet(FPDF):
    """The pages of one report."""

    def __init__(self, made: Made, theme: Theme) -> None:
        super().__init__(format="A4")
        self.tags = Tags()
        # It asks no more of its own than what ours has.
        self.struct_builder = self.tags  # type: ignore[assignment]
        self.theme = theme
        self._made = made
        self._say = Words(made.language)
        self.size = 9.0
        self._measured = lru_cache(maxsize=50_000)(self._length)
        for style, path in faces(theme).items():
            self.add_font(OWN, style, path)
        for style, path in faces(Theme()).items():
            self.add_font(DRAWN, style, path)
        self.set_margins(SIDE, TOP)
        self.set_auto_page_break(auto=False)
        self.alias_nb_pages(_PAGES)
        self.c_margin = 0
        self._described()
        self.add_page()

    def _described(self) -> None:
        self.set_lang(TAGS[self._made.language])
        self.set_title(f"{readable(self._made.agreement)}: {readable(self._made.title)}")
        self.set_creation_date(MADE)
        self.set_creator("Tryghed")
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)

    # ------------------------------------------------------------------ every page

    def header(self) -> None:
        """What everyone who sees any page has to know."""
        self.set_y(TOP)
        if self._made.notice is None:
            return
        # It is read aloud once, and seen on every page.
        element = self.tags.add("P") if self.page == 1 else None
        said = tuple(Piece(piece.text, strong=True) for piece in plain(self._made.notice))
        with self.sized(self.size):
            told = self.parted(said, ROOM - 4)[:_MOST]
            self.band(ROOM, self.line_height * len(told) + 2)
            y = TOP + 1
            for each in told:
                self.say(each, SIDE + 2, y, element)
                y += self.line_height
        self.set_y(y + 3)

    def footer(self) -> None:
        """The paper's name, and which page of how many it is."""
        y = HEIGHT - BOTTOM + 5
        pages = self._say("Page {page} of {pages}", page=self.page, pages=_PAGES)
        with self.sized(_SMALL):
            wide = self.measure(pages.replace(_PAGES, "99"), strong=False)
            title = self.parted(plain(running_title(self._made)), ROOM - wide - 10)
            self.say(title[0], SIDE, y, None)
            with self._marked(None):
                self.set_xy(WIDTH - SIDE - wide, y)
                self._write(pages, _GREY, strong=False)

    # ------------------------------------------------------------------ lines

    @contextmanager
    def sized(self, size: float) -> Iterator[None]:
        """Letters of a size, in points."""
        before, self.size = self.size, size
        try:
            yield
        finally:
            self.size = before

    @property
    def line_height(self) -> float:
        """The height of a line, in mm."""
        return self.size * _LEAD * _POINT

    @property
    def left(self) -> float:
        """What is left of the page, in mm."""
        return HEIGHT - BOTTOM - self.y

    def measure(self, text: str, *, strong: bool) -> float:
        """The length of a text, in mm."""
        return self._measured(text, "B" if strong else "", self.size)

    def _length(self, text: str, style: str, size: float) -> float:
        long = 0.0
        for family, part in self._faces(text, style):
            self.set_font(family, style, size)
            long += self.get_string_width(part)
        return long

    def _faces(self, text: str, style: str) -> Iterator[tuple[str, str]]:
        """Parts of a text, each with a font that has its letters."""
        own, drawn = (self._letters(family, style) for family in (OWN, DRAWN))

        def family_of(letter: str) -> str:
            code = ord(letter)
            return DRAWN if code not in own and code in drawn else OWN

        for family, letters in groupby(text, family_of):
            yield family, "".join(letters)

    def _letters(self, family: str, style: str) -> Container[int]:
        """The letters that a font has."""
        font = self.fonts[f"{family}{style}"]
        return font.cmap if isinstance(font, TTFFont) else ()

    def parted(self, said: Passage, width: float) -> list[Passage]:
        """A passage in lines."""
        return lines(said, width, self.measure)

    def say(
        self, said: Passage, x: float, y: float, element: Element | None, ink: str = BLACK
    ) -> None:
        """Writes a line; one without an element is no part of the paper's own text."""
        if not said:
            return
        with self._marked(element):
            for piece in said:
                self.set_xy(x, y)
                own = ink if piece.verdict is None else colour(piece.verdict, self.theme)
                self._write(piece.text, own, strong=piece.strong)
                x += self.measure(piece.text, strong=piece.strong)

    def _write(self, text: str, ink: str, *, strong: bool) -> None:
        self.set_text_color(ink)
        style = "B" if strong else ""
        for family, part in self._faces(text, style):
            self.set_font(family, style, self.size)
            self.cell(None, self.line_height, part, align=Align.L, new_x=XPos.RIGHT, new_y=YPos.TOP)

    # ------------------------------------------------------------------ what is no text

    def band(self, width: float, height: float, x: float = SIDE) -> None:
        """A pale band behind what is written next, from here down."""
        with self._marked(None):
            self.set_fill_color(_PALE)
            self.rect(x, self.y, width, height, style="F")

    def rule(self, y: float, x: float, width: float) -> None:
        """A thin line across."""
        with self._marked(None):
            self.set_draw_color(_LINE)
            self.set_line_width(0.2)
            self.line(x, y, x + width, y)

    def picture(self, image: bytes, x: float, width: float, height: float, words: str) -> None:
        """A picture from here down, with what it shows in words."""
        with self._marked(self.tags.add("Figure", alternative=words)):
            self.image(BytesIO(image), x, self.y, width, height)

    @contextmanager
    def _marked(self, element: Element | None) -> Iterator[None]:
        """What is drawn meanwhile is part of an element, or of none."""
        if element is None:
            self._out("/Artifact BMC")
        else:
            number = self.tags.mark(element, self.page)
            self.pages[self.page].struct_parents = self.page - 1
            self._out(f"{element.s} <</MCID {number}>> BDC")
        yield
        self._out("EMC")
