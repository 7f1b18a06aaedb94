"""What a Word document has besides its text: header and footer, fields, rows that repeat."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document as Open
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tryghed_dsl.publishing.blocks import Passage
from tryghed_dsl.publishing.look import colour
from tryghed_dsl.status.theme import Theme

_PALE, _RULE = "F0F2F4", "B4BCC4"
_BETWEEN = "45"  # twentieths of a point, at each side of a cell


def write(paragraph: Paragraph, said: Passage, theme: Theme) -> None:
    """Adds a passage to a paragraph."""
    for place, piece in enumerate(said):
        run = paragraph.add_run((" " if place else "") + piece.text)
        if piece.strong:
            run.bold = True
        if piece.verdict is not None:
            own = colour(piece.verdict, theme)
            run.font.color.rgb = RGBColor.from_string(own.lstrip("#").upper())


def styled(paragraph: Paragraph, style: str) -> None:
    """Gives a paragraph the style of an id."""
    paragraph._p.style = style  # noqa: SLF001 -- the library would look its name up


def described(run: Run, words: str) -> None:
    """Says of the picture in a run what it shows."""
    for properties in run._r.iter(qn("wp:docPr")):  # noqa: SLF001 -- the library has no name for it
        properties.set("descr", words)


# ------------------------------------------------------------------ every page


def headers(document: Open) -> list[_Header]:
    """The headers of every kind of page that the document has."""
    return [getattr(section, f"{kind}header") for section, kind in _kinds_of_page(document)]


def footers(document: Open) -> list[_Footer]:
    """The footers of every kind of page that the document has."""
    return [getattr(section, f"{kind}footer") for section, kind in _kinds_of_page(document)]


def _kinds_of_page(document: Open) -> Iterator[tuple[Section, str]]:
    """The kinds of page, by what they are called before `header` and `footer`."""
    for section in document.sections:
        yield section, ""
        if section.different_first_page_header_footer:
            yield section, "first_page_"
        if document.settings.odd_and_even_pages_header_footer:
            yield section, "even_page_"


def numbered(footer: _Footer) -> bool:
    """Whether a footer says on which page one is."""
    told = footer._element.iter(qn("w:instrText"), qn("w:fldSimple"))  # noqa: SLF001 -- the same
    return any("PAGE" in (part.text or part.get(qn("w:instr")) or "") for part in told)


def field(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in, such as that of the page."""
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    element.append(run)
    paragraph._p.append(element)  # noqa: SLF001 -- the same


def shaded(paragraph: Paragraph) -> None:
    """A pale band behind a paragraph."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- the same
    properties.insert_element_before(_shade(), *_BEHIND_SHADE)


# What the schema wants behind the shade of a paragraph.
_BEHIND_SHADE = (
    "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
    "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd",
    "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap",
    "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def _shade() -> Any:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), _PALE)
    return shade


# ------------------------------------------------------------------ tables


def head(row: _Row) -> None:
    """Makes a row the headings of its table, on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- the same
    properties.append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        cell._tc.get_or_add_tcPr().append(_shade())  # noqa: SLF001 -- the same


def whole(row: _Row) -> None:
    """Keeps a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 -- the same


def ruled(table: Table) -> None:
    """Thin lines between rows, for a table without a style of its own."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "single")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:space"), "0")
        line.set(qn("w:color"), _RULE)
        borders.append(line)
    _put(table, borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def narrow(table: Table) -> None:
    """Leaves little room between columns: there are many."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _BETWEEN)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    _put(table, margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _put(table: Table, part: Any, *before: str) -> None:
    """A property of a table, where the schema wants it."""
    properties = table._tbl.tblPr  # noqa: SLF001 -- the same
    properties.insert_element_before(part, *before)
