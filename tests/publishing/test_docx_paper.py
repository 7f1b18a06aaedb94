"""Status reports as Word documents, read back as plain XML."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.shared import Mm
from PIL import Image

from support.papers import WordPaper, status_of
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.publishing.docx_paper import rendered
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

EXPECTED = Path(__file__).parent / "expected"
PLAIN = Theme()


@pytest.mark.parametrize("language", Language)
def test_a_paper_says_what_it_should(
    language: Language, tmp_path: Path, golden: Callable[[Path, str], None]
) -> None:
    paper = WordPaper(rendered(status_of(tmp_path, language, full=True, example=True), PLAIN))
    golden(EXPECTED / f"paper-{language.value}.docx.txt", paper.text())


def test_the_same_report_is_the_same_file(tmp_path: Path) -> None:
    status = status_of(tmp_path)
    assert rendered(status, PLAIN) == rendered(status, PLAIN)


def test_headings_are_headings(tmp_path: Path) -> None:
    headings = WordPaper(rendered(status_of(tmp_path), PLAIN)).headings()
    assert headings[0] == ("title", "Statusrapport 2024")
    assert ("heading 1", "Flere skal være trygge: ✓ opfyldt") in headings
    assert ("heading 2", "Indbrud: ✗ ikke opfyldt") in headings
    assert ("heading 2", "Hærværk: ? kan ikke vurderes") in headings


def test_each_table_has_one_row_of_headings_that_repeats(tmp_path: Path) -> None:
    paper = WordPaper(rendered(status_of(tmp_path, full=True), PLAIN))
    tables = paper.tables()
    assert [table[0][0] for table in tables] == ["Mål", "Manglende tal", "Tal"]
    for rows in paper.repeated():
        assert rows[0]
        assert not any(rows[1:])


def test_the_table_of_targets_has_what_a_committee_asks(tmp_path: Path) -> None:
    table = WordPaper(rendered(status_of(tmp_path), PLAIN)).tables()[0]
    row = next(row for row in table if row[0] == "Indbrud")
    told = dict(zip(table[0], row, strict=True))
    assert told["Punkt"] == "3, nr. 1"
    assert told["Vurdering"] == "✗ ikke opfyldt"
    assert told["Værdi"] == "42"
    assert told["Holdt op mod"] == "højst 40"
    assert told["Forskel"] == "+2"
    assert told["Siden sidst"] == "−2"
    assert told["Siden udgangspunktet"] == "+2"


def test_a_heading_stays_with_its_chart_and_with_what_is_said_of_it(tmp_path: Path) -> None:
    paragraphs = Document(BytesIO(rendered(status_of(tmp_path), PLAIN))).paragraphs
    charts = [
        pair
        for pair in pairwise(paragraphs)
        if "<w:drawing>" in pair[1].paragraph_format.element.xml
    ]
    assert [chart.text.strip()[:2] for _, chart in charts] == ["12", "42", "De"]
    for heading, chart in charts:
        assert heading.paragraph_format.keep_with_next
        assert chart.paragraph_format.keep_together


def test_every_picture_says_what_it_shows(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "navy").save(logo)
    theme = Theme(logo=logo)
    paper = WordPaper(rendered(status_of(tmp_path, theme=theme), theme))
    first, utryg, indbrud, vandalism = paper.alternatives()
    assert first == "Logo"
    assert utryg is not None
    assert utryg.startswith("Andel utrygge beboere, opfyldt. 2022: 14 %")
    assert indbrud is not None
    assert "2023: 44 (grænse 40)" in indbrud
    assert vandalism is not None
    assert vandalism.startswith("Hærværk, kan ikke vurderes. 2022: 31")


def test_the_notice_and_the_page_stand_on_every_page(tmp_path: Path) -> None:
    paper = WordPaper(rendered(status_of(tmp_path, example=True), PLAIN))
    assert paper.around("header") == [
        "Opdigtede eksempeltal: rapporten må ikke bruges som en rigtig status."
    ]
    (footer,) = paper.around("footer")
    assert footer.endswith("Side 1 af 1")
    xml = paper.parts["word/footer1.xml"].decode()
    assert 'w:instr="PAGE"' in xml
    assert 'w:instr="NUMPAGES"' in xml


def test_the_notice_stands_on_first_and_even_pages_of_a_template_too(tmp_path: Path) -> None:
    template = Document()
    template.settings.odd_and_even_pages_header_footer = True
    template.sections[0].different_first_page_header_footer = True
    template.sections[0].header.paragraphs[0].text = "Havnekommunen"
    template.save(str(tmp_path / "skabelon.docx"))
    theme = Theme(template=tmp_path / "skabelon.docx")
    paper = WordPaper(rendered(status_of(tmp_path, theme=theme, example=True), theme))
    headers = paper.around("header")
    assert len(headers) == 3
    assert all("Opdigtede eksempeltal" in header for header in headers)
    assert any("Havnekommunen" in header for header in headers)


@pytest.mark.parametrize(("language", "tag"), [(Language.DA, "da-DK"), (Language.EN, "en-GB")])
def test_the_document_says_its_language_and_title(
    language: Language, tag: str, tmp_path: Path
) -> None:
    document = rendered(status_of(tmp_path, language), PLAIN)
    assert f'w:val="{tag}"' in WordPaper(document).parts["word/styles.xml"].decode()
    about = Document(BytesIO(document)).core_properties
    assert about.title.startswith("Trygt Havnekvarter: ")
    assert about.language == tag


def test_styles_of_a_template_stay_and_what_it_lacks_is_made(tmp_path: Path) -> None:
    template = Document()
    template.styles["Heading 1"].font.name = "Georgia"
    template.styles["Quote"].element.getparent().remove(template.styles["Quote"].element)
    template.styles["Title"].element.getparent().remove(template.styles["Title"].element)
    template.add_paragraph("Skriv her")
    template.add_section(WD_SECTION.NEW_PAGE).left_margin = Mm(40)
    template.save(str(tmp_path / "skabelon.docx"))
    theme = Theme(template=tmp_path / "skabelon.docx", colours={**PLAIN.colours})
    document = rendered(status_of(tmp_path, theme=theme), theme)
    made = Document(BytesIO(document))
    assert made.styles["Heading 1"].font.name == "Georgia"
    assert made.sections[-1].left_margin == pytest.approx(Mm(40), abs=1000)
    paper = WordPaper(document)
    assert ("title", "Statusrapport 2024") in paper.headings()
    assert "Skriv her" not in paper.text()


def test_the_organisations_font_and_colour_are_used(tmp_path: Path) -> None:
    theme = Theme(font="Georgia", colours={**PLAIN.colours, "accent": "#5c0b3d"})
    made = Document(BytesIO(rendered(status_of(tmp_path, theme=theme), theme)))
    assert made.styles["Normal"].font.name == "Georgia"
    assert str(made.styles["Heading 1"].font.color.rgb) == "5C0B3D"


@pytest.mark.parametrize(("key", "name"), [("template", "skabelon.docx"), ("logo", "logo.png")])
def test_a_file_that_is_something_else_is_told(key: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"ikke en fil af den slags")
    path = tmp_path / name
    theme = Theme(template=path) if key == "template" else Theme(logo=path)
    with pytest.raises(FiguresError) as raised:
        rendered(status_of(tmp_path), theme)
    (finding,) = raised.value.findings
    assert finding.code == "E426"
    assert finding.args == {"key": key, "name": name}
