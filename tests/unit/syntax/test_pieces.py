"""A text read in pieces, again and again, says what it says when it is read as a whole."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.syntax import pieces as module
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.syntax.pieces import Pieces
from tryghed_dsl.text.source import Source

ROOT = Path(__file__).parents[3]
FENCE = re.compile(r"```tryghed[^\n]*\n(.*?)```", re.DOTALL)
PUT_IN = ("", "(", ")", '"', ",", "\n", "x", " <=", "goal ", "`", "[", "æ", "\n\n", "#", "=> ")


def texts() -> Iterator[str]:
    for folder in ("tests/language/good", "tests/language/bad", "docs/language"):
        for path in sorted((ROOT / folder).glob("*.md")):
            yield from FENCE.findall(path.read_text(encoding="utf-8"))
    for path in sorted(ROOT.glob("*/*/*.tryghed")):
        yield path.read_text(encoding="utf-8")


def told(found: list[Finding]) -> list[object]:
    places = [
        (each.code, [(span.place, span.text) for span in each.spans], str(each.args))
        for each in found
    ]
    return sorted(places, key=str)


def same(text: str, pieces: Pieces) -> bool:
    whole, found = parse(Source("a", text))
    tree, told_of = pieces.parse(Source("a", text))
    damaged = (tree.damaged, tree.whole) == (whole.damaged, whole.whole)
    return tree == whole and told(told_of) == told(found) and damaged


def test_pieces_say_what_the_whole_says_in_every_document() -> None:
    different = [text for text in texts() if not same(text, Pieces())]
    assert different == []


def test_pieces_say_what_the_whole_says_after_each_of_many_changes() -> None:
    chance = random.Random(17)  # noqa: S311 -- for choosing, and the same each time
    known = [text for text in texts() if text.count("\n") > 5]
    for _ in range(150):
        text, pieces = chance.choice(known), Pieces()
        pieces.parse(Source("a", text))
        for _ in range(3):
            start = chance.randrange(len(text))
            gone = chance.choice((0, 0, 1, 4))
            text = text[:start] + chance.choice(PUT_IN) + text[start + gone :]
            assert same(text, pieces), text


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    read = list[str]()
    ours: Callable[[Source], object] = parse

    def counting(source: Source) -> object:
        read.append(source.text)
        return ours(source)

    monkeypatch.setattr(module, "parse", counting)
    return read


def test_only_what_has_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read = counted(monkeypatch)
    text = 'indicator a "A", count\nindicator b "B", count\na <= 1\nb <= 2\n'
    pieces = Pieces()
    pieces.parse(Source("a", text))
    read.clear()
    tree, _ = pieces.parse(Source("a", "# one line more\n" + text.replace("b <= 2", "b <= 3")))
    assert "b <= 3\n" in read
    assert 'indicator b "B", count\n' not in read
    assert [each.span.place.line for each in tree.statements] == [2, 3, 4, 5]


def test_lines_that_are_alike_keep_places_of_their_own() -> None:
    tree, _ = Pieces().parse(Source("a", "a <= 1\na <= 1\na <= 1\n"))
    assert [each.span.place.line for each in tree.statements] == [1, 2, 3]


def test_a_line_that_goes_on_is_read_with_what_follows() -> None:
    tree, found = Pieces().parse(Source("a", 'indicator a "A",\ncount\na <=\n5\n'))
    assert found == []
    assert len(tree.statements) == 2


def test_a_text_of_lines_that_all_go_on_is_read_in_few_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = counted(monkeypatch)
    Pieces().parse(Source("a", "x <= (\n" + "goal of\n" * 2000))
    assert sum(map(len, read)) < 40 * 8 * 2000
