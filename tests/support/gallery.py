"""The pages that show every finding as a terminal does, made from the documents that give them."""

import contextlib
import io
import re
import string
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from support.documents import Block, blocks, documents, write_files
from support.running import findings_of
from tryghed_dsl.cli.commands import main
from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.findings.register import REGISTER
from tryghed_dsl.findings.said import said
from tryghed_dsl.renderers import findings_text as text_of
from tryghed_dsl.text.language import Language

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests" / "language" / "bad"
PAGES = {
    Language.EN: ROOT / "docs" / "gallery.md",
    Language.DA: ROOT / "docs" / "gallery.da.md",
}
_INTRODUCTIONS = {
    Language.EN: """\
# Findings as they look

Every finding as the terminal shows it, from a spec or a file of figures that gives it
([på dansk](gallery.da.md)). Each number leads to the page that says what it means. Where no
document can hold what gives a finding, its words stand alone, with … for what is filled in.
""",
    Language.DA: """\
# Beskeder, som de ser ud

Alle beskeder, som terminalen viser dem, hver fra en aftalefil eller en fil med tal, der giver den
([in English](gallery.md)). Hvert nummer fører til siden, der siger, hvad beskeden betyder; på dansk
nederst på siden. Hvor det, der giver en besked, ikke kan stå i et dokument, står ordene alene, med
… for det, der bliver udfyldt.
""",
}
_DANISH_HEADINGS = {
    "Files, words and signs": "Filer, ord og tegn",
    "Meaning": "Indhold",
    "Assumptions": "Antagelser",
    "Files that belong together": "Filer, der hører sammen",
    "Figures and judging": "Tal og vurdering",
    "Status reports": "Statusrapporter",
    "The register": "Registeret",
    "The program itself": "Programmet selv",
}
_HEADING = re.compile(r"^## (.+)$|^- \[([EWN]\d{3})\]", re.MULTILINE)
_DANISH_TITLE = re.compile(r"^\*\*[EWN]\d{3} · (.+?)\*\*$", re.MULTILINE | re.DOTALL)
_ENGLISH_TITLE = re.compile(r"^# [EWN]\d{3} · (.+)$", re.MULTILINE)


def given_by(path: Path, folder: Path) -> list[Finding]:
    """The findings that a document gives; none where it cannot hold what gives them."""
    found = blocks(path)
    kinds = {block.kind: block for block in found}
    if "generated" in kinds:
        return []
    if "console" in kinds:
        write_files(found, folder)
        return _told_by(kinds["console"], folder)
    figures = kinds.get("csv")
    spec = next(block.body for block in found if block.kind == "tryghed")
    as_of = figures.info if figures and figures.info else None
    return findings_of(spec, figures.body if figures else None, folder, as_of)


def _told_by(console: Block, folder: Path) -> list[Finding]:
    """What commands tell, caught where it is put into words."""
    told: list[Finding] = []

    def listening(finding: Finding, language: Language) -> object:
        told.append(finding)
        return said(finding, language)

    quiet = io.TextIOWrapper(io.BytesIO())
    with (
        patch.object(text_of, "said", listening),
        contextlib.chdir(folder),
        contextlib.redirect_stdout(quiet),
        contextlib.redirect_stderr(quiet),
    ):
        for line in console.body.splitlines():
            with contextlib.suppress(SystemExit):
                main(line.removeprefix("$ tryghed ").split(), prog_name="tryghed")
    return told


def examples(folder: Path) -> dict[str, Finding]:
    """A finding of each code, from the first document that gives it."""
    shown: dict[str, Finding] = {}
    for number, path in enumerate(documents(BAD)):
        code = path.stem.split("-")[0]
        if code not in shown:
            own = folder / str(number)
            own.mkdir()
            given = (finding for finding in given_by(path, own) if finding.code == code)
            finding = next(given, None)
            if finding is not None:
                shown[code] = finding
    return {code: shown.get(code) or words_alone(code) for code in REGISTER}


def words_alone(code: str) -> Finding:
    """A finding that no document can show, with its blanks left open."""
    entry = REGISTER[code].en
    texts = (entry.message, *entry.labels, *entry.help)
    blanks = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
    return Finding(code, (), dict.fromkeys(blanks, "…"), InFile("…"))


def written(shown: dict[str, Finding], language: Language) -> str:
    """A page with all findings in one language, in the order of the list of findings."""
    parts = [_INTRODUCTIONS[language]]
    for heading, code in _listed():
        if heading:
            own = heading if language is Language.EN else _DANISH_HEADINGS[heading]
            parts.append(f"## {own}\n")
        else:
            text = text_of.finding_text(shown[code], language)
            title = _title(code, language)
            parts.append(f"[{code}](findings/{code}.md) {title}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _listed() -> Iterator[tuple[str, str]]:
    text = (ROOT / "docs" / "findings" / "README.md").read_text(encoding="utf-8")
    for match in _HEADING.finditer(text):
        yield match[1] or "", match[2] or ""


def _title(code: str, language: Language) -> str:
    pattern = _ENGLISH_TITLE if language is Language.EN else _DANISH_TITLE
    text = (ROOT / "docs" / "findings" / f"{code}.md").read_text(encoding="utf-8")
    match = pattern.search(text)
    assert match is not None, code
    return " ".join(match[1].split())
