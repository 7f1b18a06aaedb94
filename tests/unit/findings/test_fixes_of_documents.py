"""What mends the findings of the documents: it can be done, and nothing new is wrong then."""

from collections import Counter
from pathlib import Path

import pytest

from support.documents import blocks, documents
from tryghed_dsl.findings.finding import errors
from tryghed_dsl.findings.fix import mended
from tryghed_dsl.findings.fixes import fixes_of
from tryghed_dsl.fixing import certain_fixes, mend
from tryghed_dsl.pipeline import all_found
from tryghed_dsl.text.source import Source

BAD = Path(__file__).parents[2] / "language" / "bad"
ALONE = [
    path
    for path in documents(BAD)
    if [block.info for block in blocks(path) if block.kind == "tryghed"] == [""]
]


def source_of(path: Path) -> Source:
    (spec,) = [block.body for block in blocks(path) if block.kind == "tryghed"]
    return Source("spec.tryghed", spec)


@pytest.mark.parametrize("path", ALONE, ids=lambda path: path.stem)
def test_each_certain_fix_alone_brings_no_new_error(path: Path) -> None:
    source = source_of(path)
    found = all_found(source)
    before = Counter(finding.code for finding in errors(found))
    for done in certain_fixes(source, found):
        text = mended(source, [done.fix])
        after = Counter(f.code for f in errors(all_found(Source("spec.tryghed", text))))
        assert after - before == Counter(), (done.fix, text)


@pytest.mark.parametrize("path", ALONE, ids=lambda path: path.stem)
def test_mending_leaves_no_certain_fix(path: Path) -> None:
    mending = mend(source_of(path))
    assert certain_fixes(mending.source, mending.left) == []


@pytest.mark.parametrize("path", ALONE, ids=lambda path: path.stem)
def test_a_fix_that_is_one_of_several_readings_is_not_certain(path: Path) -> None:
    for finding in all_found(source_of(path)):
        fixes = fixes_of(finding)
        assert len(fixes) <= 1 or not any(fix.certain for fix in fixes), finding
