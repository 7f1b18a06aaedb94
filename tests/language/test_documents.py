"""Runs the documents of this folder: good ones give verdicts, bad ones give findings."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from support.documents import Block, blocks, documents, loaded, of_verdicts, write_files
from support.running import findings_of, place, run_command

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TUTORIALS = ROOT / "docs" / "tutorial"  # whose steps are run one after another elsewhere
GOOD = [*documents(HERE / "good"), *documents(ROOT / "docs")]
GOOD = [path for path in GOOD if path.parent != TUTORIALS]
BAD = documents(HERE / "bad")


def only(found: list[Block], kind: str) -> str | None:
    return next((block.body for block in found if block.kind == kind), None)


def judged(spec: td.Spec, figures: str, info: str, folder: Path) -> list[str]:
    path = folder / "figures.csv"
    path.write_text(figures, encoding="utf-8")
    as_of, area, default = of_verdicts(info)
    report = td.evaluate(spec, path, None if default else as_of, area)
    assert str(report.as_of) == as_of
    return [
        " ".join([t.id, t.verdict.value, t.reason.value, *(f"[{flag}]" for flag in t.flags)])
        for t in report
    ]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_documents_give_their_verdicts(path: Path, tmp_path: Path) -> None:
    spec, figures, ran = None, None, 0
    for block in blocks(path):
        if block.kind == "tryghed":
            spec, figures = loaded(block, tmp_path, f"{path.name}:{block.line}"), None
            ran += 1
        elif block.kind == "file":
            write_files([block], tmp_path)
        elif block.kind == "csv":
            figures = block.body
        elif block.kind == "verdicts":
            assert spec is not None
            assert figures is not None
            got = judged(spec, figures, block.info, tmp_path)
            assert got == block.body.splitlines(), f"{path.name}:{block.line}"
            ran += 1
    assert ran or path.parent != HERE / "good"


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_documents_give_their_findings(path: Path, tmp_path: Path) -> None:
    found = blocks(path)
    expected = (only(found, "findings") or "").splitlines()
    assert path.stem.split("-")[0] in {line.split()[0] for line in expected}
    elsewhere = only(found, "generated")
    if elsewhere is not None:  # what gives it is too large or too odd to stand in a document
        file, _, test = elsewhere.strip().partition("::")
        assert f"def {test}(" in (HERE / file).read_text(encoding="utf-8")
        return
    commands = only(found, "console")
    if commands is not None:
        write_files(found, tmp_path)
        for line in commands.splitlines():
            ran = run_command(line.removeprefix("$ "), tmp_path)
            for code in expected:
                assert f"[{code}]" in ran.out + ran.err, ran
            assert "Traceback" not in ran.err
        return
    spec = only(found, "tryghed")
    assert spec is not None
    as_of = next((block.info for block in found if block.kind == "csv"), "") or None
    got = findings_of(spec, only(found, "csv"), tmp_path, as_of)
    assert [place(finding) for finding in got] == expected
