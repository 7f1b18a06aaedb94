"""Names across files: where they are declared, where they stand, and other names for them."""

from pathlib import Path

import pytest

from tryghed_dsl.editor.actions import Change
from tryghed_dsl.editor.documents import Document
from tryghed_dsl.editor.renaming import Refused, Why
from tryghed_dsl.editor.session import Session
from tryghed_dsl.editor.symbols import Place

SHARED = """area kbh "København"
area amager in kbh
source politi "Politiet", yearly
indicator indbrud "Indbrud", count, from politi, lower is better, baseline 2015 = 48
indicator `by`    "Byen",    count, from politi, lower is better
"""
FIRST = """agreement "A" { area amager; valid 2017..2020 }
use "shared.tryghed"
benchmark ude = same indicator in kbh
condition høj(grænse) = indbrud > grænse
goal ro "Ro" {
  indbrud <= baseline(2015), when not høj(60)
  by <= indbrud
}
test "t" {
  given indbrud[2018] = 49
  as of 2018
  expect indbrud fail
}
"""
SECOND = """revises "first.tryghed" {
  effective 2019
}
replace indbrud: indbrud <= 45
retire by, because "indbrud er nok"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("shared", SHARED), ("first", FIRST), ("second", SECOND)):
        (tmp_path / f"{name}.tryghed").write_text(text, encoding="utf-8")
    return tmp_path


def opened(folder: Path, name: str) -> tuple[Session, Document]:
    path, session = folder / f"{name}.tryghed", Session()
    return session, session.open(str(path), path.read_text(encoding="utf-8"), path)


def shown(places: list[Place]) -> list[tuple[str, int, str]]:
    """Files, lines and the words there."""
    return sorted(
        (
            Path(place.document.name).stem,
            place.document.source.place(place.start).line,
            place.document.source.text[place.start : place.end],
        )
        for place in places
    )


def at(document: Document, words: str, behind: int = 0) -> int:
    return document.source.text.index(words) + behind


def done(changes: list[Change]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        name = Path(change.document.name).stem
        text = texts.get(name, change.document.source.text)
        texts[name] = text[: change.start] + change.text + text[change.end :]
    return texts


def test_an_indicator_is_declared_in_the_file_that_is_used(folder: Path) -> None:
    session, first = opened(folder, "first")
    found = session.definitions(first, at(first, "indbrud <= base"))
    assert shown(found) == [("shared", 4, "indbrud")]


def test_what_a_test_expects_is_found_where_its_target_s_indicator_is(folder: Path) -> None:
    session, first = opened(folder, "first")
    found = session.definitions(first, at(first, "expect indbrud", 9))
    assert shown(found) == [("shared", 4, "indbrud")]


def test_a_goal_an_area_a_source_and_a_benchmark_are_found(folder: Path) -> None:
    session, first = opened(folder, "first")
    found = session.definitions(first, at(first, "kbh"))
    assert shown(found) == [("shared", 1, "kbh")]
    shared = session.documents.at(folder / "shared.tryghed")
    assert shared is not None
    assert shown(session.definitions(shared, at(shared, "from politi", 6))) == [
        ("shared", 3, "politi")
    ]


def test_references_go_across_use_and_revises_from_any_of_the_files(folder: Path) -> None:
    expected = [
        ("first", 4, "indbrud"),
        ("first", 6, "indbrud"),
        ("first", 7, "indbrud"),
        ("first", 10, "indbrud"),
        ("first", 12, "indbrud"),
        ("second", 4, "indbrud"),
        ("second", 4, "indbrud"),
        ("shared", 4, "indbrud"),
    ]
    for name, words in (("first", "indbrud <="), ("second", "indbrud <="), ("shared", "indbrud ")):
        session, document = opened(folder, name)
        assert shown(session.references(document, at(document, words))) == sorted(expected)


def test_a_parameter_stays_in_its_condition(folder: Path) -> None:
    session, first = opened(folder, "first")
    found = session.references(first, at(first, "> grænse", 3))
    assert [words for _, _, words in shown(found)] == ["grænse", "grænse"]


def test_an_indicator_gets_another_name_in_all_files(folder: Path) -> None:
    session, second = opened(folder, "second")
    texts = done(session.rename(second, at(second, "indbrud <="), "indbrud i alt"))
    assert texts["second"].splitlines()[3] == "replace `indbrud i alt`: `indbrud i alt` <= 45"
    assert 'because "indbrud er nok"' in texts["second"]
    assert texts["shared"] == SHARED.replace("indicator indbrud", "indicator `indbrud i alt`")
    assert texts["first"].count("`indbrud i alt`") == 5
    for name, text in texts.items():
        (folder / f"{name}.tryghed").write_text(text, encoding="utf-8")
    session, second = opened(folder, "second")
    errors = [each for each in session.found_in(second) if each.finding.code.startswith("E")]
    assert errors == []


def test_backticks_go_where_a_new_name_needs_none(folder: Path) -> None:
    session, first = opened(folder, "first")
    texts = done(session.rename(first, at(first, "by <= indbrud"), "støj"))
    assert "  støj <= indbrud" in texts["first"]
    assert "indicator støj    " in texts["shared"]
    assert "retire støj, " in texts["second"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("ude", Why.TAKEN),
        ("ro", Why.TAKEN),
        ("", Why.NO_NAME),
        ("a`b", Why.NO_NAME),
        ("  ", Why.NO_NAME),
    ],
)
def test_a_name_that_would_be_something_else_is_refused(folder: Path, name: str, why: Why) -> None:
    session, first = opened(folder, "first")
    with pytest.raises(Refused) as refused:
        session.rename(first, at(first, "indbrud <= base"), name)
    assert refused.value.why is why


def test_nothing_is_renamed_while_a_line_cannot_be_read(folder: Path) -> None:
    path = folder / "second.tryghed"
    path.write_text(SECOND + "indbrud <= = 5\n", encoding="utf-8")
    session, first = opened(folder, "first")
    with pytest.raises(Refused) as refused:
        session.rename(first, at(first, "indbrud <= base"), "tyveri")
    assert refused.value.why is Why.UNREADABLE


def test_a_word_of_the_language_has_no_other_name(folder: Path) -> None:
    session, first = opened(folder, "first")
    assert session.named(first, at(first, "goal ro", 1)) is None
    assert session.named(first, at(first, "baseline(")) is None
    with pytest.raises(Refused):
        session.rename(first, at(first, "baseline("), "x")


def test_an_unsaved_text_counts_before_the_file(folder: Path) -> None:
    session, first = opened(folder, "first")
    assert [each.finding.code for each in session.found_in(first)].count("E101") == 0
    shared = folder / "shared.tryghed"
    session.open(str(shared), SHARED.replace("indicator indbrud", "indicator inbrud"), shared)
    told = session.found_in(first)
    assert "E101" in [each.finding.code for each in told]


def test_what_others_use_is_told_of_with_them_only(folder: Path) -> None:
    session, _ = opened(folder, "first")
    shared = folder / "shared.tryghed"
    document = session.open(str(shared), SHARED, shared)
    assert [each.finding.code for each in session.found_in(document)] == []
