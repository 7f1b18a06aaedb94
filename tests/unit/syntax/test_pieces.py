"""A text read in pieces, again and again, says what it says when it is read as a whole."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax import pieces as module
from tryghed_dsl.syntax.parse import parse, parse_lines
from tryghed_dsl.syntax.pieces import Pieces
from tryghed_dsl.text.source import Source

ROOT = Path(__file__).parents[3]
FENCE = re.compile(r"```tryghed[^\n]*\n(.*?)```", re.DOTALL)
# A goal that is long enough to be read line by line, and its like in all kinds of trouble.
LINES = (
    "  a{n} <= {n}, warn within 5%",
    "  # a comment",
    '  a{n} -> approach(b, by=2020), cite "2, nr. {n}" # why',
    "  a{n} <=",
    "    {n} +",
    "    1, because",
    '    "so it is"',
    "  all of {",
    "    a <= {n}",
    "    b <= 5",
    "  }",
    "",
    "  for each area in bydele {",
    "    a{n} <= 5; b{n} <= 6",
    "  }",
    "  monitor a, b,",
    "    c{n}",
    "  partly",
    "  a{n} <= = 5",
)
LONG = "\n".join(
    ['agreement "A" { area x }', "# of old", 'goal g "Mål" {']
    + [line.replace("{n}", str(n)) for n in range(9) for line in LINES]
    + ["}", "# behind", "x <= 5", 'goal h "Andet" {', "  y <= 5", "}", ""]
)
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


def test_a_long_goal_says_what_it_says_as_a_whole_after_each_of_many_changes() -> None:
    chance = random.Random(5)  # noqa: S311 -- for choosing, and the same each time
    assert Pieces().parse(Source("a", LONG))[0] == parse(Source("a", LONG))[0]
    for _ in range(12):
        text, pieces = LONG, Pieces()
        for _ in range(8):
            start = chance.randrange(len(text))
            gone = chance.choice((0, 0, 1, 2))
            text = text[:start] + chance.choice(PUT_IN) + text[start + gone :]
            assert same(text, pieces), text


def test_goals_that_are_alike_keep_places_of_their_own_when_others_come_and_go() -> None:
    lines = "".join(f"  a{n} <= {n}\n" for n in range(200))
    goals = [f"goal g{n} {{\n{lines}  b{n} <= 1\n}}\n" for n in range(4)]
    pieces = Pieces()
    for order in ([0, 1], [2, 0, 1], [1, 0], [1, 3, 0, 2], [0, 0, 2], [2, 1, 0, 3]):
        text = "".join(goals[each] for each in order)
        assert same(text, pieces)
        tree, _ = pieces.parse(Source("a", text.replace("a7 <=", "a7 <", 1)))
        places = [
            target.span.place.line
            for goal in tree.statements
            if isinstance(goal, nodes.Goal)
            for target in goal.targets
        ]
        lines_in_all = range(text.count("\n"))
        assert places == [n + 1 for n in lines_in_all if 0 < n % 203 < 202]


def test_of_a_long_goal_only_the_line_that_has_changed_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = counted(monkeypatch)
    text = "goal g {\n" + "".join(f"  a{n} <= {n}\n" for n in range(400)) + "}\n"
    pieces = Pieces()
    pieces.parse(Source("a", text))
    read.clear()
    tree, _ = pieces.parse(Source("a", "\n" + text.replace("a77 <= 77", "a77 <= 78")))
    assert "  a77 <= 78\n" in read
    assert sum(map(len, read)) < 100
    goal = tree.statements[0]
    assert isinstance(goal, nodes.Goal)
    assert [each.span.place.line for each in goal.targets] == list(range(3, 403))


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    read = list[str]()
    ours: Callable[[Source, str], object] = parse_lines

    def counting(source: Source, rule: str) -> object:
        read.append(source.text)
        return ours(source, rule)

    monkeypatch.setattr(module, "parse_lines", counting)
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
