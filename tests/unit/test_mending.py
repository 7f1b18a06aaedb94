"""Specs are mended by the certain fixes of their findings, round after round."""

from pathlib import Path

import pytest

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.fixing import certain_fixes, mend, mendable
from tryghed_dsl.text.source import Source, Span

SOURCE = Source("spec.tryghed", "abcdefghij")


def finding(*edits: tuple[int, int, str], certain: bool = True, source: Source = SOURCE) -> Finding:
    made = tuple(Edit(Span(source, start, end), text) for start, end, text in edits)
    return Finding("E016", (made[0].span,), fixes=(Fix(made, certain),))


def test_signs_of_a_word_processor_become_those_of_the_language() -> None:
    text = "indicator indbrud “Indbrud”, count, lower is better\n\nindbrud ≤ 48\n"
    mending = mend(Source("spec.tryghed", text))
    assert mending.source.text == (
        'indicator indbrud "Indbrud", count, lower is better\n\nindbrud <= 48\n'
    )
    assert [done.finding.code for done in mending.done] == ["E016", "E016"]
    assert mending.left == ()


def test_what_a_fix_uncovers_is_found_in_the_next_round() -> None:
    text = "indicator indbrud “Indbrud”, count, lower is better\n\nindbrudd ≤ 48\n"
    mending = mend(Source("spec.tryghed", text))
    assert [(f.code, f.spans[0].place.line) for f in mending.left] == [("E101", 3)]


@pytest.mark.parametrize("text", ["", "indbrud <= 48", "x <= y z\r\n", "  x  <=  5  \n\n\n"])
def test_what_has_no_certain_fix_is_left_as_it_is(text: str) -> None:
    source = Source("spec.tryghed", text)
    mending = mend(source)
    assert mending.source is source
    assert mending.done == ()


def test_fixes_that_touch_wait_for_the_next_round() -> None:
    first, touching, apart = finding((1, 3, "x")), finding((3, 4, "y")), finding((6, 7, "z"))
    both = finding((0, 1, ""), (9, 10, ""))
    chosen = certain_fixes(SOURCE, [first, touching, apart, both])
    assert [done.finding for done in chosen] == [first, apart]


@pytest.mark.parametrize(
    "other",
    [
        finding((1, 2, "x"), certain=False),
        finding((1, 2, "b")),
        finding((1, 2, "x"), source=Source("used.tryghed", "abcdefghij")),
    ],
    ids=["one of two readings", "no change", "another file"],
)
def test_only_what_needs_no_asking_and_changes_this_file_is_done(other: Finding) -> None:
    assert certain_fixes(SOURCE, [other]) == []


def test_files_that_are_used_are_named_and_not_changed(tmp_path: Path) -> None:
    used, path = tmp_path / "used.tryghed", tmp_path / "spec.tryghed"
    used.write_text("area amager “Amager”\n", encoding="utf-8")
    path.write_text('use "used.tryghed"\nx ≤ 5\n', encoding="utf-8")
    source = Source("spec.tryghed", path.read_text(encoding="utf-8"))
    mending = mend(source, path)
    assert mending.source.text == 'use "used.tryghed"\nx <= 5\n'
    assert mendable(mending.left) == {"used.tryghed": 1}
