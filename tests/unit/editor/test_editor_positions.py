"""A wrong place is a wrong edit: offsets and an editor's columns, in every kind of text."""

import unicodedata

import pytest

from tryghed_dsl.editor.positions import Position, Positions
from tryghed_dsl.text.source import Source

DECOMPOSED = unicodedata.normalize("NFD", "hærværk på gården")
TEXTS = [
    "indbrud <= 48\n",
    "a\r\nb\rc\n\nd",
    "hærværk på gården <= 5\n",
    f"{DECOMPOSED} <= 5\r\nindbrud <= 4",
    'indicator a "😀 glade 👩‍👩‍👧" # 😀\nx <= 5',
    f"# 😀{DECOMPOSED}–😀\r\n{DECOMPOSED}\u2028æ\x0c\u0085å",
    "각각 \u0958 Ω ①\n",
    "",
    "\n",
    "\u0301a",
]
COUNTED = {"utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1), "utf-32": ("utf-32-le", 4)}


def cut(text: str, position: Position, units: str) -> str:
    """What an editor has before a position, counted in bytes of its encoding."""
    encoding, width = COUNTED[units]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    before = lines[position.line].encode(encoding)[: position.column * width].decode(encoding)
    return "\n".join([*lines[: position.line], before])


@pytest.mark.parametrize("units", COUNTED)
@pytest.mark.parametrize("text", TEXTS)
def test_what_stands_before_a_place_is_the_same_for_the_editor(text: str, units: str) -> None:
    source = Source("a", text)
    positions = Positions(source, units)
    for offset in range(len(source.text) + 1):
        before = unicodedata.normalize("NFC", cut(text, positions.at(offset), units))
        # A place inside a letter that is held as two is that before the letter.
        assert source.text[:offset].startswith(before)
        assert len(before) >= offset - 1


@pytest.mark.parametrize("units", COUNTED)
@pytest.mark.parametrize("text", [text for text in TEXTS if "\u0958" not in text])
def test_a_place_comes_back_from_the_editor_as_it_went(text: str, units: str) -> None:
    source = Source("a", text)
    positions = Positions(source, units)
    for offset in range(len(source.text) + 1):
        assert positions.offset(positions.at(offset)) == offset


def test_an_emoji_is_two_units_and_a_decomposed_letter_two() -> None:
    positions = Positions(Source("a", f"😀{unicodedata.normalize('NFD', 'å')}x"))
    assert positions.at(1) == Position(0, 2)
    assert positions.at(2) == Position(0, 4)
    assert positions.offset(Position(0, 4)) == 2


def test_a_place_between_two_halves_of_a_letter_is_before_it() -> None:
    assert Positions(Source("a", "x😀y")).offset(Position(0, 2)) == 1


def test_places_outside_the_text_are_its_ends() -> None:
    positions = Positions(Source("a", "ab\ncd"))
    assert positions.offset(Position(0, 99)) == 2
    assert positions.offset(Position(99, 0)) == 5
    assert positions.offset(Position(-1, 0)) == 0
    assert positions.at(99) == Position(1, 2)


def test_only_the_protocol_s_line_ends_part_lines() -> None:
    positions = Positions(Source("a", "a\x0cb\u2028c\x85d\ne"))
    assert positions.at(7) == Position(0, 7)
    assert positions.at(8) == Position(1, 0)
