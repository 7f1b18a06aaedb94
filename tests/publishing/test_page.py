"""The status report as a web page and in Markdown: whole, harmless, and the same in both."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from support.statuses import amager, hostile, unjudged
from tryghed_dsl.publishing import markdown, page
from tryghed_dsl.publishing.look import accent
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import COLOURS, Theme
from tryghed_dsl.text.language import Language

EXPECTED = Path(__file__).parent / "expected"
VOID = {"meta", "img"}


class Page(HTMLParser):
    """A page as a browser reads it, strictly: every element is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and data.strip():
            self.words.append(" ".join(data.split()))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def read(status: Status, theme: Theme | None = None) -> Page:
    found = Page(page.rendered(status, theme or Theme()).decode())
    assert found.open == []
    return found


@pytest.mark.parametrize("language", list(Language))
def test_markdown_says_what_is_expected(
    language: Language, golden: Callable[[Path, str], None]
) -> None:
    text = markdown.rendered(amager(2019, language, full=True), Theme()).decode()
    golden(EXPECTED / f"amager-2019-{language.value}.md", text)


@pytest.mark.parametrize("language", list(Language))
def test_the_page_says_what_is_expected(
    language: Language, golden: Callable[[Path, str], None]
) -> None:
    text = "\n".join(read(amager(2019, language, full=True)).words)
    golden(EXPECTED / f"amager-2019-page-{language.value}.txt", text + "\n")


def test_the_page_is_one_file_with_a_language_and_one_first_heading() -> None:
    found = read(amager())
    assert found.all("html") == [{"lang": "da"}]
    assert len(found.all("h1")) == 1
    for tag, attributes in found.elements:
        assert tag not in {"script", "link", "iframe", "object"}
        assert not {"src", "href"} & attributes.keys()
    assert "url(" not in page.rendered(amager(), Theme()).decode()


def test_headings_leave_out_no_level() -> None:
    levels = [int(tag[1]) for tag, _ in read(amager()).elements if re.fullmatch("h[1-6]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_headings_of_rows_and_columns() -> None:
    found = read(amager(full=True))
    assert len(found.all("caption")) == len(found.all("table")) == 2
    assert {attributes["scope"] for attributes in found.all("th")} == {"col", "row", "rowgroup"}


def test_charts_say_in_words_what_they_show() -> None:
    charts = read(amager()).all("svg")
    assert len(charts) == 10  # eight targets, and two that are only watched
    labels = [chart["aria-label"] or "" for chart in charts]
    assert any("2018: 41 (grænse 48); 2019: 44" in label for label in labels)


def test_verdicts_have_a_sign_and_a_word() -> None:
    words = " ".join(read(amager()).words)
    assert "✗ ikke opfyldt" in words
    assert "✓ opfyldt" in words


def test_made_up_figures_are_told_of_at_the_top_and_on_paper() -> None:
    text = page.rendered(amager(), Theme()).decode()
    body = text[text.index("<body>") :]
    assert body.index("Opdigtede eksempeltal") < body.index("<h1>")
    assert re.search(r"@media print .*\.notice \{\s+position: fixed", text, re.DOTALL)
    assert markdown.rendered(amager(), Theme()).decode().splitlines()[2].startswith("> **Opdigtede")


def test_what_is_missing_is_told_with_whom_to_ask() -> None:
    words = read(unjudged()).words
    assert "Kunne ikke vurderes" in words
    assert "Indbrud, Amager Partnerskab, 2020" in words
    assert "Københavns Politi, antal anmeldelser" in words


def test_short_reports_leave_the_figures_out() -> None:
    assert "Anvendte tal" not in read(amager()).words
    assert "Anvendte tal" in read(amager(full=True)).words


@pytest.mark.parametrize("made", [page.rendered, markdown.rendered])
def test_the_same_report_is_the_same_file(made: Callable[[Status, Theme], bytes]) -> None:
    assert made(amager(), Theme()) == made(amager(), Theme())


def test_nothing_in_a_page_does_what_a_name_says() -> None:
    text = page.rendered(hostile(), Theme()).decode()
    assert "<script" not in text
    assert "{{" in text  # as words: nothing was reckoned
    assert not re.search("[\x00-\x08\u202e]", text)
    assert "&lt;script&gt;" in text
    read(hostile())


def test_nothing_in_markdown_does_what_a_name_says() -> None:
    text = markdown.rendered(hostile(), Theme()).decode()
    outside = re.sub(r"``? .*? ``?|`[^`]+`", "", text)
    assert not re.search(r"(?<!\\)<script", outside)
    assert not re.search(r"(?<!\\)\*x(?<!\\)\*", outside)


def cells(line: str) -> int:
    return len(re.findall(r"(?<!\\)\|", line))


def test_every_row_of_a_table_in_markdown_has_as_many_cells() -> None:
    text = markdown.rendered(hostile(), Theme()).decode()
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({cells(line) for line in table.splitlines()}) == 1


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("2. mål", "2\\. mål"),
        ("- punkt", "\\- punkt"),
        ("--- streg", "\\--- streg"),
        ("−2 over", "−2 over"),
        ("44 mod højst 48", "44 mod højst 48"),
        ("a_b *c* `d` <e> | f", "a\\_b \\*c\\* \\`d\\` \\<e\\> \\| f"),
    ],
)
def test_words_that_begin_a_line_of_markdown_make_no_list(words: str, safe: str) -> None:
    status = replace(amager(), introduction=(words,))
    assert f"\n\n{safe}\n\n" in markdown.rendered(status, Theme()).decode()


def test_a_very_long_name_is_kept_and_may_be_parted() -> None:
    status = replace(amager(), agreement="x" * 10_000)
    assert any("x" * 10_000 in words for words in read(status).words)


def test_a_logo_stands_in_the_page_itself(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"\x89PNG\r\n\x1a\n and more")
    (image,) = read(amager(), Theme(logo=logo)).all("img")
    assert image == {
        "class": "logo",
        "src": "data:image/png;base64,iVBORw0KGgogYW5kIG1vcmU=",
        "alt": "",
    }


def test_a_theme_s_colours_are_made_dark_enough_to_read() -> None:
    """#777777 has 4.48 to 1 on white and is a little too light; what is dark stays as it is."""
    light = Theme(colours={**COLOURS, "accent": "#777777"})
    assert accent(light) == "#717171"
    assert accent(Theme()) == COLOURS["accent"]


def test_a_font_s_name_stays_a_name() -> None:
    text = page.rendered(amager(), Theme(font='Georgia"; } body { x')).decode()
    assert re.search(r'font-family: "Georgia +body +x", system-ui, sans-serif;', text)
