"""The structure of a PDF, which lets a screen reader tell headings from tables and pictures.

The library tags pictures alone; whoever listens to such a paper hears nothing else of it. This
stands in for the library's own builder of the structure, and is filled line by line.
"""

from collections.abc import Iterator

from fpdf.structure_tree import StructElem, StructTreeRoot
from fpdf.syntax import PDFObject

COLUMN = "<</O /Table /Scope /Column>>"


def across(columns: int) -> str:
    """The attributes of a cell that heads the rows below it, over so many columns."""
    return f"<</O /Table /Scope /Row /ColSpan {columns}>>"


class Element(StructElem):
    """A part of the structure, such as a paragraph, a table or a cell.

    Args:
        kind: what it is, by its name in PDF.
        parent: what it is a part of.
        attributes: those of table cells.
        alternative: what a picture shows, in words.
    """

    def __init__(
        self,
        kind: str,
        parent: PDFObject,
        attributes: str | None = None,
        alternative: str | None = None,
    ) -> None:
        super().__init__(f"/{kind}", parent, [], alt=alternative)
        self.a = attributes  # the library writes what is not None, by its name

    def place(self, page: int) -> None:
        """Puts it on a page."""
        self._page_number = page


class _Placed:
    """The elements that lie on a page; the library tells each which one that is in the file."""

    def __init__(self) -> None:
        self.k: list[Element] = []


class Tags:
    """The structure of one document."""

    def __init__(self) -> None:
        self._root = StructTreeRoot()
        self.document = Element("Document", self._root)
        self._root.k.append(self.document)
        self._elements: list[Element] = []
        self.doc_struct_elem = _Placed()

    def add(
        self,
        kind: str,
        parent: Element | None = None,
        attributes: str | None = None,
        alternative: str | None = None,
    ) -> Element:
        """A new element, the last of its parent; of the document where none is named."""
        above = parent or self.document
        element = Element(kind, above, attributes, alternative)
        above.k.append(element)
        self._elements.append(element)
        return element

    def mark(self, element: Element, page: int) -> int:
        """The number, on a page, of what is drawn next as part of an element."""
        element = self._on(element, page)
        marks = self._root.parent_tree.nums[page - 1]
        marks.append(element)
        element.k.append(len(marks) - 1)
        return len(marks) - 1

    def _on(self, element: Element, page: int) -> Element:
        """An element, or the part of it that lies on a later page."""
        if element.page_number() == page:
            return element
        if element.page_number() is not None:
            last = element.k[-1]
            if isinstance(last, Element) and last.page_number() == page:
                return last
            element = self.add("Span", element)
        element.place(page)
        self.doc_struct_elem.k.append(element)
        return element

    # ------------------------------------------------------------ what the library asks for

    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self._elements

    def __iter__(self) -> Iterator[PDFObject]:
        yield self._root
        yield self.document
        yield self._root.parent_tree
        yield from self._elements
