"""The styles of a Word document: a template's own where it has them, and ours where not."""

from collections.abc import Callable
from functools import partial
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Open
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.publishing.paper import TAGS
from tryghed_dsl.publishing.pictures import unusable
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

HEADINGS = {0: "Title", 1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
PARAGRAPHS = {"text": "Normal", "under": "Subtitle", "quote": "Quote", "point": "List Bullet"}
CELL = "Table Text"
GRID = "Table Grid"
_FONT = "Calibri"
_WIDE = Mm(170)  # of a page without its margins, on which tables have room


def opened(theme: Theme, language: Language) -> Open:
    """An empty document with every style that a paper needs.

    Raises:
        FiguresError: the template is no document of Word.
    """
    document = _template(theme) if theme.template is not None else _plain()
    look = _Look(document, theme)
    look.complete()
    _speaks(document, TAGS[language])
    return document


def _template(theme: Theme) -> Open:
    """A template without what is written in it; its header, footer and page stay."""
    try:
        document = Document(str(theme.template))
        body = document.element.body
        for part in list(body):
            if part.tag != qn("w:sectPr"):
                body.remove(part)
        _ = document.sections[0]
    except (OpcError, SyntaxError, BadZipFile, KeyError, ValueError, IndexError, OSError):
        name = theme.template.name if theme.template is not None else ""
        raise FiguresError([unusable("template", name)]) from None
    return document


def _plain() -> Open:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(18), Mm(17)
    section.header_distance = section.footer_distance = Mm(8)
    return document


def _speaks(document: Open, tag: str) -> None:
    """Says in which language the document is written."""
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        styles.insert(0, defaults)
    own = _inside(_inside(defaults, "w:rPrDefault"), "w:rPr")
    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), tag)
    _inside(own, "w:lang").set(qn("w:val"), tag)


def _inside(element: Any, name: str) -> Any:
    """A part of an element, made where there is none."""
    found = element.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        element.append(found)
    return found


class _Look:
    """Gives a document the styles that it lacks; a template's own stay as they are."""

    def __init__(self, document: Open, theme: Theme) -> None:
        self._document = document
        self._theme = theme
        self._accent = RGBColor.from_string(theme.colours["accent"].lstrip("#").upper())
        self._ours = theme.template is None

    def complete(self) -> None:
        self._font()
        sizes = {
            "Title": (20, 0, 0),
            "Heading 1": (13, 10, 3),
            "Heading 2": (10.5, 7, 2),
            "Heading 3": (10, 6, 2),
        }
        for name, (size, above, below) in sizes.items():
            self._style(name, partial(self._heading, size=size, above=above, below=below))
        self._style("Subtitle", self._under)
        self._style("Quote", self._quote)
        self._style("List Bullet", self._point)
        self._style(CELL, self._cell)
        self._style("Header")
        self._style("Footer")

    def _font(self) -> None:
        normal = self._document.styles["Normal"]
        if self._ours:
            normal.font.size = Pt(10)
            normal.paragraph_format.space_after = Pt(4)
            normal.paragraph_format.space_before = Pt(0)
            normal.paragraph_format.line_spacing = 1.08
        font = self._theme.font or (_FONT if self._ours else None)
        if font is not None:
            _named(normal, font)

    def _style(self, name: str, look: Callable[[ParagraphStyle], None] | None = None) -> None:
        styles = self._document.styles
        known = name in styles
        if not known:
            builtin = name != CELL
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin).base_style = styles["Normal"]
        if look is not None and (self._ours or not known):
            look(styles[name])

    def _heading(self, style: ParagraphStyle, size: float, above: float, below: float) -> None:
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = self._accent
        _named(style, self._document.styles["Normal"].font.name or _FONT)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(above), Pt(below)
        form.keep_with_next = True
        properties = style.element.get_or_add_pPr()
        _without(properties, "w:pBdr")
        _without(style.element.rPr, "w:spacing")
        if style.name != "Title":
            level = properties.find(qn("w:outlineLvl"))
            if level is None:
                level = OxmlElement("w:outlineLvl")
                properties.append(level)
            level.set(qn("w:val"), str(int(style.name[-1]) - 1))

    def _under(self, style: ParagraphStyle) -> None:
        style.font.size, style.font.bold, style.font.italic = Pt(13), False, False
        style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
        _named(style, self._document.styles["Normal"].font.name or _FONT)
        _without(style.element.rPr, "w:spacing")
        style.paragraph_format.space_after = Pt(4)

    def _quote(self, style: ParagraphStyle) -> None:
        style.font.italic = True
        style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
        style.paragraph_format.left_indent = Mm(5)

    def _point(self, style: ParagraphStyle) -> None:
        style.paragraph_format.space_after = Pt(2)

    def _cell(self, style: ParagraphStyle) -> None:
        section = self._document.sections[-1]
        sides = (section.left_margin or 0) + (section.right_margin or 0)
        narrow = (section.page_width or 0) - sides < _WIDE
        style.font.size = Pt(7 if narrow else 8)
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(1), Pt(1), 1.0


def _without(element: Any, name: str) -> None:
    """Takes away what the library's own template has and papers do not want."""
    for part in element.findall(qn(name)):
        element.remove(part)


def _named(style: ParagraphStyle, font: str) -> None:
    """Sets a font by name for all letters, where a style names a part of the document's theme."""
    style.font.name = font
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), font)
