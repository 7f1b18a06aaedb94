"""Status reports as PDF, read by a library that did not write them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from support.papers import PdfPaper, status_of
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.publishing.pdf_paper import rendered
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

EXPECTED = Path(__file__).parent / "expected"
PLAIN = Theme()


def _read(part: Any) -> Any:
    """A part of a PDF, whatever it is."""
    return part


@pytest.mark.parametrize("language", Language)
def test_a_paper_says_what_it_should(
    language: Language, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    paper = PdfPaper(rendered(status_of(tmp_path, language, full=True, example=True), PLAIN))
    golden(EXPECTED / f"paper-{language.value}.pdf.txt", paper.text())


def test_the_same_report_is_the_same_file(tmp_path: Path) -> None:
    status = status_of(tmp_path)
    assert rendered(status, PLAIN) == rendered(status, PLAIN)


def test_the_notice_and_the_page_stand_on_every_page(tmp_path: Path) -> None:
    pages = PdfPaper(rendered(status_of(tmp_path, full=True, example=True), PLAIN)).pages()
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert "Opdigtede eksempeltal: rapporten må ikke bruges" in page
        assert f"Side {number} af {len(pages)}" in page


def test_headings_are_headings_and_bookmarks(tmp_path: Path) -> None:
    paper = PdfPaper(rendered(status_of(tmp_path), PLAIN))
    kinds = paper.kinds()
    assert kinds.count("H1") == 1  # the title
    assert kinds.count("H3") == 3  # the targets
    outline: list[Any] = list(paper.reader.outline)
    titles = [str(mark.title) for mark in outline if not isinstance(mark, list)]
    assert titles[:3] == ["Statusrapport 2024", "Samlet", "Mål"]
    assert "Mindre kriminalitet: ✗ ikke opfyldt" in titles
    (inner,) = [m for m in outline if isinstance(m, list) and len(m) == 2]
    assert [str(mark.title) for mark in inner] == [
        "Indbrud: ✗ ikke opfyldt",
        "Hærværk: ? kan ikke vurderes",
    ]


def test_tables_have_headings_of_columns(tmp_path: Path) -> None:
    paper = PdfPaper(rendered(status_of(tmp_path), PLAIN))
    kinds = paper.kinds()
    assert kinds.count("Table") == 2
    # Nine columns and the two goals of the first table, and three columns of the second.
    assert kinds.count("TH") == 9 + 2 + 3
    scopes = [str(_read(e["/A"])["/Scope"]) for kind, e in paper.elements() if kind == "TH"]
    assert scopes.count("/Column") == 12


def test_every_picture_says_what_it_shows(tmp_path: Path) -> None:
    logo = tmp_path / "logo.jpg"
    Image.new("RGB", (300, 100), "navy").save(logo)
    theme = Theme(logo=logo)
    paper = PdfPaper(rendered(status_of(tmp_path, theme=theme), theme))
    told = [str(e["/Alt"]) for kind, e in paper.elements() if kind == "Figure"]
    assert told[0] == "Logo"
    assert told[1].startswith("Andel utrygge beboere, opfyldt. 2022: 14 %")
    assert len(told) == 4  # with one of each target


def test_all_that_is_drawn_belongs_to_the_structure_or_is_marked_as_none_of_it(
    tmp_path: Path,
) -> None:
    paper = PdfPaper(rendered(status_of(tmp_path, full=True, example=True), PLAIN))
    for page in paper.reader.pages:
        contents = page.get_contents()
        assert contents is not None
        depth = 0
        for line in contents.get_data().splitlines():
            depth += line.endswith((b"BDC", b"BMC"))
            depth -= line == b"EMC"
            assert depth <= 1
            assert depth == 1 or not line.endswith((b"Tj", b" Do", b" f"))
        assert depth == 0


@pytest.mark.parametrize(("language", "tag"), [(Language.DA, "da-DK"), (Language.EN, "en-GB")])
def test_the_document_says_its_language_and_title(
    language: Language, tag: str, tmp_path: Path
) -> None:
    reader = PdfPaper(rendered(status_of(tmp_path, language), PLAIN)).reader
    root: Any = reader.root_object
    assert root["/Lang"] == tag
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Trygt Havnekvarter: ")


def test_fonts_are_within_the_file(tmp_path: Path) -> None:
    reader = PdfPaper(rendered(status_of(tmp_path), PLAIN)).reader
    for page in reader.pages:
        for font in _read(page["/Resources"])["/Font"].values():
            inner = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert "/FontFile2" in inner


def test_a_font_of_the_organisation_is_used_where_it_is_known(tmp_path: Path) -> None:
    names = {}
    for font in ("DejaVu Serif", "Findes Ikke"):
        theme = Theme(font=font)
        paper = PdfPaper(rendered(status_of(tmp_path, theme=theme), theme))
        # The sign of a verdict may come from another font than its word.
        assert "✗ ikke opfyldt" in paper.text()
        reader = paper.reader
        fonts = _read(reader.pages[0]["/Resources"])["/Font"].values()
        names[font] = {str(each["/BaseFont"]) for each in fonts}
    assert any("DejaVuSerif" in name for name in names["DejaVu Serif"])
    assert all("DejaVuSans" in name for name in names["Findes Ikke"])


def test_a_logo_that_is_something_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"ikke et billede")
    with pytest.raises(FiguresError) as raised:
        rendered(status_of(tmp_path), Theme(logo=tmp_path / "logo.png"))
    assert [finding.code for finding in raised.value.findings] == ["E426"]
