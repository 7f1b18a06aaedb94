"""What a finding calls certain mends it: done, the finding is gone and no new error has come."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.documents import Block, blocks, documents
from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.fix import Fix, mended
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.pipeline import read_spec, read_spec_file
from tryghed_dsl.text.source import Source

BAD = documents(Path(__file__).parent / "bad")


def found_in(spec: Block, text: str, others: list[Block], folder: Path) -> list[Finding]:
    """What is found in a document's spec with a text of its own, beside the document's files."""
    if not spec.info:
        return read_spec(Source("spec.tryghed", text))[1]
    for block in others:
        (folder / block.info.split()[0]).write_text(block.body, encoding="utf-8")
    path = folder / spec.info
    path.write_text(text, encoding="utf-8")
    return read_spec_file(path)[1]


def fixed(found: list[Finding]) -> Iterator[tuple[Finding, Fix]]:
    for finding in found:
        yield from ((finding, fix) for fix in fixes_of(finding))


def read(path: Path, folder: Path) -> Iterator[tuple[Block, list[Block], list[Finding]]]:
    """Each spec of a document with its findings, and the files that stand beside it."""
    found = blocks(path)
    files = [block for block in found if block.kind == "tryghed" and block.info]
    files += [b for b in found if b.kind == "file" and not b.info.endswith(("hex", "cp1252"))]
    for block in found:
        if block.kind == "tryghed":
            yield block, files, found_in(block, block.body, files, folder)


def codes(found: list[Finding]) -> Counter[str]:
    return Counter(finding.code for finding in found)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_certain_fix_takes_its_finding_away_and_brings_no_error(
    path: Path, tmp_path: Path
) -> None:
    for spec, others, found in read(path, tmp_path):
        for finding, fix in fixed(found):
            own = fix.source.text == spec.body and {edit.span.source for edit in fix.edits} == {
                fix.source
            }
            if not (fix.certain and own):
                continue
            after = found_in(spec, mended(fix.source, [fix]), others, tmp_path)
            assert codes(after)[finding.code] < codes(found)[finding.code], fix
            assert not codes(errors(after)) - codes(errors(found)), fix


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_of_several_fixes_none_is_certain(path: Path, tmp_path: Path) -> None:
    for _, _, found in read(path, tmp_path):
        for finding in found:
            fixes = fixes_of(finding)
            assert len(fixes) < 2 or not any(fix.certain for fix in fixes)


def test_most_mistakes_in_a_text_have_a_fix(tmp_path: Path) -> None:
    """So that the tests above have something to hold on to."""
    texts = [path for path in BAD if path.stem.startswith(("E01", "E02", "E03", "E04"))]
    with_fix = [
        path
        for path in texts
        if any(fixes_of(finding) for _, _, found in read(path, tmp_path) for finding in found)
    ]
    assert len(with_fix) > len(texts) / 2
