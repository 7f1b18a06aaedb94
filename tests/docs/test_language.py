"""The pages of the language: lines to write, lines that are refused, reasons, tests of specs."""

import re
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.documents import Block, blocks
from support.running import findings_of, run_command

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / "language.md", *sorted((DOCS / "language").glob("*.md"))]
WHICH_FORM = DOCS / "which-form.md"
REFUSED = DOCS / "what-is-refused.md"
# What is remarked on a line that stands alone: any narrowing will do, it is only watched, and what
# is declared for the other lines is not used.
REMARKS = {"W130", "W131", "W235", "N236"}
_COLUMNS = 4


def declarations(page: Path) -> str:
    """What the lines of a page use: its last spec."""
    return [block.body for block in blocks(page) if block.kind == "tryghed"][-1]


def rows(page: Path) -> list[list[str]]:
    """The rows of a page's tables of four columns; no line of the language holds a `|`."""
    lines = page.read_text(encoding="utf-8").splitlines()
    cells = [line.split("|")[1:-1] for line in lines if line.startswith("|")]
    return [row for row in cells if len(row) == _COLUMNS]


def lines_in(text: str) -> list[str]:
    """The lines of the language in a cell."""
    return re.findall(r"`([^`]+)`", text)


TO_WRITE = [line for row in rows(WHICH_FORM) for line in lines_in(row[2])]
INSTEAD = [line for row in rows(REFUSED) for line in lines_in(row[3])]
NOT_SO = [
    (line, code)
    for row in rows(REFUSED)
    for line in lines_in(row[0])
    for code in re.findall(r"\[([EW]\d{3})\]", row[2])
]


def found_in(line: str, page: Path, folder: Path) -> set[str]:
    """The errors and warnings of a line below a page's declarations."""
    found = findings_of(f"{declarations(page)}\n{line}\n", None, folder, None)
    return {finding.code for finding in found if finding.code[0] in "EW"}


def found_without(page: Path, folder: Path) -> set[str]:
    """What is remarked on the declarations alone, such as that nothing uses them."""
    return REMARKS | found_in("", page, folder)


@pytest.mark.parametrize("line", TO_WRITE)
def test_lines_to_write_can_be_written(line: str, tmp_path: Path) -> None:
    assert found_in(line, WHICH_FORM, tmp_path) <= found_without(WHICH_FORM, tmp_path)


@pytest.mark.parametrize("line", INSTEAD)
def test_what_to_write_instead_can_be_written(line: str, tmp_path: Path) -> None:
    assert found_in(line, REFUSED, tmp_path) <= found_without(REFUSED, tmp_path)


@pytest.mark.parametrize(("line", "code"), NOT_SO)
def test_what_is_refused_gives_its_finding(line: str, code: str, tmp_path: Path) -> None:
    assert code in found_in(line, REFUSED, tmp_path)


def test_the_pages_have_lines() -> None:
    assert len(TO_WRITE) >= 60
    assert len(INSTEAD) >= 20
    assert len(NOT_SO) >= 30


def test_every_reason_is_in_its_table() -> None:
    page = (DOCS / "language" / "verdicts.md").read_text(encoding="utf-8")
    table = page.partition("## Reasons")[2].partition("## ")[0]
    listed = re.findall(r"^\| \w+ \| `([a-z-]+)` \|", table, flags=re.MULTILINE)
    assert set(listed) == {reason.value for reason in td.Reason}


def with_tests() -> list[object]:
    return [
        pytest.param(block, id=f"{page.stem}-{block.line}")
        for page in PAGES
        for block in blocks(page)
        if block.kind == "tryghed" and "  expect " in block.body
    ]


@pytest.mark.parametrize("block", with_tests())
def test_the_tests_in_specs_hold(block: Block, tmp_path: Path) -> None:
    (tmp_path / "spec.tryghed").write_text(block.body, encoding="utf-8")
    ran = run_command("tryghed test spec.tryghed", tmp_path)
    assert ran.code == 0, ran.out
