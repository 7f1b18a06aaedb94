"""Status reports for tests of papers, and papers read by other means than they were written."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

import tryghed_dsl as td
from tryghed_dsl.status.making import Wanted, status
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language
from tryghed_dsl.version import __version__

SPEC = """\
agreement "Trygt Havnekvarter" {
  document "aftale.txt"
  valid    2023..2026
  area     havnen
  baseline 2022
}

area byen   "Hele byen"
area havnen "Havnekvarteret" in byen

source politi "Politiets opgørelse", yearly
source survey "Kommunens tryghedsmåling", yearly

indicator utryg   "Andel utrygge beboere", percent, from survey, lower is better
indicator indbrud "Indbrud", count, from politi, lower is better, baseline 2022 = 40
indicator hærværk "Hærværk", count, from politi, lower is better
indicator chikane "Chikane", count, from politi

benchmark byens_niveau "Byens niveau" = same indicator in byen

goal tryghed "Flere skal være trygge" {
  utryg -> approach(byens_niveau, by=2026), cite "2, nr. 1"
}

goal kriminalitet "Mindre kriminalitet" {
  indbrud <= baseline(2022), cite "3, nr. 1"
  hærværk <= 30
  monitor chikane because "for få anmeldelser til et mål"
}
"""
_FIGURES: dict[tuple[str, str], dict[int, float]] = {
    ("utryg", "havnen"): {2022: 14, 2023: 13, 2024: 12.5},
    ("utryg", "byen"): {2022: 8, 2023: 8.2, 2024: 8.5},
    ("indbrud", "havnen"): {2022: 40, 2023: 44, 2024: 42},
    ("hærværk", "havnen"): {2022: 31, 2023: 29},
    ("chikane", "havnen"): {2023: 5, 2024: 4},
}


def status_of(
    folder: Path,
    language: Language = Language.DA,
    theme: Theme | None = None,
    *,
    full: bool = False,
    example: bool = False,
) -> Status:
    """The report of a small agreement: a target met, one missed, one unknown, one watched."""
    rows = [
        f"{indicator},{area},{year},{value},{'example' if example else ''}"
        for (indicator, area), values in _FIGURES.items()
        for year, value in values.items()
    ]
    path = folder / "tal.csv"
    path.write_text("\n".join(["indicator,area,period,value,flag", *rows]), encoding="utf-8")
    spec = td.loads(SPEC, name="havnen.tryghed")
    wanted = Wanted(language=language, theme=theme or Theme(), full=full)
    return status(spec, str(path), 2024, None, wanted)


def _unversioned(text: str) -> str:
    """A paper's words, without the version that it names."""
    return text.replace(__version__, "(version)")


# ------------------------------------------------------------------ Word

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class WordPaper:
    """A Word document, read as the archive of XML that it is."""

    def __init__(self, document: bytes) -> None:
        with ZipFile(BytesIO(document)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        root = ET.fromstring(self.parts["word/document.xml"])  # noqa: S314 -- our own
        body = root.find(f"{_W}body")
        assert body is not None
        self.body = body
        styles = ET.fromstring(self.parts["word/styles.xml"])  # noqa: S314 -- our own
        self._styles = {
            style.get(f"{_W}styleId"): name.get(f"{_W}val", "")
            for style in styles.iter(f"{_W}style")
            if (name := style.find(f"{_W}name")) is not None
        }

    def style(self, paragraph: ET.Element) -> str:
        """The name of a paragraph's style, as the file has it."""
        named = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return "Normal" if named is None else self._styles[named.get(f"{_W}val")]

    def headings(self) -> list[tuple[str, str]]:
        """Style and words of each heading."""
        told = ((self.style(p).casefold(), words(p)) for p in self.body.iter(f"{_W}p"))
        return [(name, text) for name, text in told if name.startswith(("title", "heading"))]

    def tables(self) -> list[list[list[str]]]:
        """The words of each table, row by row."""
        return [
            [[words(cell) for cell in row.iter(f"{_W}tc")] for row in table.iter(f"{_W}tr")]
            for table in self.body.iter(f"{_W}tbl")
        ]

    def repeated(self) -> list[list[bool]]:
        """Of each table, which rows stand on every page."""
        return [
            [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in table.iter(f"{_W}tr")]
            for table in self.body.iter(f"{_W}tbl")
        ]

    def alternatives(self) -> list[str | None]:
        """What each picture shows, in words."""
        return [picture.get("descr") for picture in self.body.iter(f"{_WP}docPr")]

    def around(self, kind: str) -> list[str]:
        """The words of every header, or every footer."""
        return [
            words(ET.fromstring(part))  # noqa: S314 -- our own
            for name, part in sorted(self.parts.items())
            if name.startswith(f"word/{kind}")
        ]

    def text(self) -> str:
        """All of it, one paragraph or row a line."""
        lines = [f"[{kind}] {text}" for kind in ("header", "footer") for text in self.around(kind)]
        for part in self.body:
            if part.tag == f"{_W}p":
                shown = ["[picture]"] if part.find(f".//{_WP}docPr") is not None else []
                shown += [words(part)] if words(part) else []
                lines.append(f"{self.style(part)}: {' '.join(shown)}")
            elif part.tag == f"{_W}tbl":
                rows = part.iter(f"{_W}tr")
                lines += [" | ".join(words(cell) for cell in row.iter(f"{_W}tc")) for row in rows]
        return _unversioned("\n".join(lines) + "\n")


def words(element: ET.Element) -> str:
    """The words within an element."""
    return "".join(part.text or "" for part in element.iter(f"{_W}t"))


# ------------------------------------------------------------------ PDF


class PdfPaper:
    """A PDF, read by a library that did not write it."""

    def __init__(self, document: bytes) -> None:
        self.reader = PdfReader(BytesIO(document))

    def pages(self) -> list[str]:
        """The words of each page."""
        return [page.extract_text() for page in self.reader.pages]

    def text(self) -> str:
        """All of it."""
        pages = self.pages()
        told = (f"=== {place} ===\n{page}\n" for place, page in enumerate(pages, 1))
        return _unversioned("".join(told))

    def elements(self) -> list[tuple[str, DictionaryObject]]:
        """The structure: the kind of each element with the element, in reading order."""
        root = self.reader.root_object["/StructTreeRoot"]
        assert isinstance(root, DictionaryObject)
        return list(_below(root))

    def kinds(self) -> list[str]:
        """The kind of each element, in reading order."""
        return [kind for kind, _ in self.elements()]


def _below(element: DictionaryObject) -> Iterator[tuple[str, DictionaryObject]]:
    for kid in element.get("/K", []):
        part = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(part, DictionaryObject):
            yield str(part["/S"])[1:], part
            yield from _below(part)
