"""Papers of what seldom stands in an agreement, and of what is meant to do harm."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.papers import PdfPaper, WordPaper, status_of
from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing import docx_paper, pdf_paper
from tryghed_dsl.records import replace
from tryghed_dsl.status.model import Change, GoalPart, Mark, Status, TargetPart
from tryghed_dsl.status.theme import Theme

PLAIN = Theme()
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "]]> & </w:t>",
    "**fed** | {nb} $x^2",
    "to\nlinjer\tog\x00 styretegn\x1b",
    "\u202evendt\u202c om",
    "漢字 og 🙂",
)
Renders = Callable[[Status, Theme], bytes]


def word(status: Status) -> str:
    return WordPaper(docx_paper.rendered(status, PLAIN)).text()


def pdf(status: Status) -> str:
    return PdfPaper(pdf_paper.rendered(status, PLAIN)).text()


def named(status: Status, name: str) -> Status:
    """A report whose targets are all called by a name, and whose agreement and goals are too."""
    goals = tuple(
        GoalPart(name, goal.mark, tuple(_named(part, name) for part in goal.targets))
        for goal in status.goals
    )
    change = Change(name, name, name, name, name)
    return replace(
        status, agreement=name, goals=goals, introduction=(name,), notice=name, changes=(change,)
    )


def _named(part: TargetPart, name: str) -> TargetPart:
    row = replace(part.row, title=name, clause=name)
    chart = replace(part.chart, title=name, alternative=name) if part.chart else None
    return replace(part, row=row, chart=chart, wording=name, quote=name)


@pytest.mark.parametrize("name", HOSTILE)
def test_words_that_are_meant_to_do_harm_are_shown_as_they_stand(name: str, tmp_path: Path) -> None:
    status = named(status_of(tmp_path, full=True), name)
    shown = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    assert f"heading 2: {shown}: ✗ ikke opfyldt" in word(status)
    text = pdf(status)
    for part in shown.split():
        if part.isascii():
            assert part in text


@pytest.mark.parametrize("name", ["x" * 10_000, "meget lang " * 300])
def test_a_very_long_title_fills_pages_and_loses_nothing(name: str, tmp_path: Path) -> None:
    status = named(status_of(tmp_path), name)
    assert name.strip() in word(status)
    paper = PdfPaper(pdf_paper.rendered(status, PLAIN))
    letters = "".join(paper.text().split())
    assert letters.count(name[0]) >= 5 * name.count(name[0])
    assert len(paper.reader.pages) < 150


def test_nothing_judged_is_said_and_not_left_out(tmp_path: Path) -> None:
    unknown = Mark(Verdict.UNKNOWN, "kan ikke vurderes")
    status = status_of(tmp_path)
    goals = tuple(
        GoalPart(goal.title, unknown, tuple(_unknown(part, unknown) for part in goal.targets))
        for goal in status.goals
    )
    said = "Ingen mål kunne vurderes for 2024."
    status = replace(status, goals=goals, mark=unknown, summary=said)
    for text in (word(status), pdf(status)):
        assert f"? kan ikke vurderes: {said}" in text
        assert "Kunne ikke vurderes" in text
        assert "✓" not in text


def _unknown(part: TargetPart, mark: Mark) -> TargetPart:
    return replace(part, row=replace(part.row, mark=mark, value="", difference=""), chart=None)


def test_forty_targets_keep_the_headings_of_their_table_on_every_page(tmp_path: Path) -> None:
    status = status_of(tmp_path)
    part = replace(status.targets[1], chart=None)
    many = tuple(
        replace(part, row=replace(part.row, name=f"m{n}", title=f"Mål nummer {n}"))
        for n in range(40)
    )
    status = replace(status, goals=(GoalPart("Mange mål", status.mark, many),))
    paper = PdfPaper(pdf_paper.rendered(status, PLAIN))
    with_table = [page for page in paper.pages() if "2, nr. 1" in page or "3, nr. 1" in page]
    assert len(with_table) > 1
    for page in with_table:
        assert "Vurdering" in page
        assert "Siden sidst" in page
    assert paper.kinds().count("TR") == 1 + 1 + 40 + 2  # the second table has two
    (rows, *_) = WordPaper(docx_paper.rendered(status, PLAIN)).tables()
    assert len(rows) == 42


def test_a_change_of_a_target_is_told_with_its_reason(tmp_path: Path) -> None:
    change = Change("Indbrud", "ændret, strengere", "indbrud <= 40", "indbrud <= 35", "Byrådet")
    status = replace(status_of(tmp_path), changes=(change,), since="2023")
    told = "Indbrud: ændret, strengere. Før: indbrud <= 40 Nu: indbrud <= 35 Fordi: Byrådet"
    assert told in word(status)
    assert told in " ".join(pdf(status).split())


def test_a_quote_of_the_agreement_stands_with_its_target(tmp_path: Path) -> None:
    status = status_of(tmp_path)
    goal = status.goals[0]
    part = replace(goal.targets[0], quote="Flere skal være trygge end i 2022")
    status = replace(status, goals=(replace(goal, targets=(part,)), *status.goals[1:]))
    assert "Quote: “Flere skal være trygge end i 2022”" in word(status)
    assert "BlockQuote" in PdfPaper(pdf_paper.rendered(status, PLAIN)).kinds()


def test_a_column_that_says_nothing_is_left_out(tmp_path: Path) -> None:
    status = status_of(tmp_path)
    goals = tuple(
        replace(
            goal,
            targets=tuple(replace(p, row=replace(p.row, clause="")) for p in goal.targets),
        )
        for goal in status.goals
    )
    (table, *_) = WordPaper(docx_paper.rendered(replace(status, goals=goals), PLAIN)).tables()
    assert "Punkt" not in table[0]
    assert "Vurdering" in table[0]


@pytest.mark.parametrize("rendered", [docx_paper.rendered, pdf_paper.rendered])
def test_what_the_organisation_says_comes_before_the_verdict(
    rendered: Renders, tmp_path: Path
) -> None:
    theme = Theme(decided_by="Styregruppen", introduction=("Styregruppen orienteres.",))
    document = rendered(status_of(tmp_path, theme=theme), theme)
    read = WordPaper(document) if rendered is docx_paper.rendered else PdfPaper(document)
    text = read.text()
    assert "Forelægges: Styregruppen" in text
    assert text.index("Styregruppen orienteres.") < text.index("Samlet")
