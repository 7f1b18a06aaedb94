"""Every form of the reference can be told of, in both languages, within the width."""

import re
from pathlib import Path

import pytest

import tryghed_dsl as td
from support.documents import blocks, documents, write_files
from tryghed_dsl.renderers.explanation import explanation
from tryghed_dsl.report.condition import ConditionReport
from tryghed_dsl.text.language import Language

ROOT = Path(__file__).parents[3]
GOOD = ROOT / "tests" / "language" / "good"
# Pages with rows of their tables that the reference has no example of.
MORE = [
    "compositions-pending",
    "judge-pace",
    "judge-projection-of-improving",
    "limits-projection",
    "lists-with-a-condition",
    "not",
    "path-milestones",
    "suppressed-counts",
]
PAGES = [*documents(ROOT / "docs" / "language"), *(GOOD / f"{name}.md" for name in MORE)]
# What is not known of a number, and names that are none of the reader's.
RAW = re.compile(r"[?]|None(?! of)|nan|inf\b|\[\]")


def judged(path: Path, folder: Path) -> list[td.Report]:
    """The reports of a page's figures; none where its files belong together."""
    found = blocks(path)
    if sum(block.kind == "tryghed" for block in found) != 1:
        return []
    write_files(found, folder)
    spec = td.load(folder / "spec.tryghed")
    asked = [b.info.removeprefix("as of ").partition(" in ") for b in found if b.kind == "verdicts"]
    return [
        td.evaluate(spec, folder / "figures.csv", when.split()[0], area or None)
        for when, _, area in asked
    ]


def told(report: ConditionReport) -> list[str]:
    """Its sentences and those of its parts."""
    own = [report.sentence(language) for language in Language]
    return own + [sentence for part in report.parts for sentence in told(part)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_verdict_has_its_sentence_and_explanation(path: Path, tmp_path: Path) -> None:
    for report in judged(path, tmp_path):
        for target in report:
            assert [sentence for sentence in told(target) if RAW.search(sentence)] == []
            lines = explanation(report, target.id, Language.DA).splitlines()
            assert [line for line in lines if len(line) > 80 and "figures.csv" not in line] == []
