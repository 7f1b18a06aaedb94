"""Real specs with random damage, and what must hold of every one: `python -m property.damage`."""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tryghed_dsl.findings.finding import Finding, errors
from tryghed_dsl.findings.most import MOST_TOLD, at_most
from tryghed_dsl.fixing import certain_fixes, mend
from tryghed_dsl.pipeline import all_found
from tryghed_dsl.renderers.findings_text import findings_text
from tryghed_dsl.syntax.formatter import laid_out
from tryghed_dsl.syntax.scanner import Kind, Scanner, without_blanks
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source

ROOT = Path(__file__).parents[2]
SPECS = [
    path for name in ("specs", "examples") for path in sorted((ROOT / name).rglob("*.tryghed"))
]
_INSERTED = [
    *("{", "}", "(", ")", "[", "]", ",", ";", ":", "..", "->", "<=", "=", "==", "%", "-", "+"),
    *("“", "”", "–", "≤", "’", '"', "`", "#", "\n", "\n\n", "\t", "\u00a0", "\u200b", "\r", "\x00"),
    *("of", "all of {", "every year since 2014:", "if", "in", "not", "goal", "test", "5", "2,5"),
    *("1.000", "20300", "æ", "e\u0301", "🙂", "é", "x", " indbrud <= 5\n", "# kommentar\n"),
]
_MOST_CUT = 40


def damaged(text: str, random: Random) -> str:
    """A text with up to five accidents."""
    for _ in range(random.randint(1, 5)):
        text = random.choice(_ACCIDENTS)(text, random)
    return text


def _place(text: str, random: Random) -> int:
    return random.randint(0, len(text))


def _cut(text: str, random: Random) -> str:
    start = _place(text, random)
    return text[:start] + text[start + random.choice((1, 1, 2, random.randint(3, _MOST_CUT))) :]


def _inserted(text: str, random: Random) -> str:
    start = _place(text, random)
    return text[:start] + random.choice(_INSERTED) + text[start:]


def _swapped_letters(text: str, random: Random) -> str:
    start = _place(text, random)
    return text[:start] + text[start : start + 2][::-1] + text[start + 2 :]


def _swapped_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    one, other = (random.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _doubled_line(text: str, random: Random) -> str:
    lines = text.split("\n")
    one, behind = (random.randrange(len(lines)) for _ in range(2))
    lines.insert(random.choice((one, behind)), lines[one])
    return "\n".join(lines)


def _truncated(text: str, random: Random) -> str:
    return text[: _place(text, random)]


_ACCIDENTS = (
    *(_cut, _cut, _inserted, _inserted, _swapped_letters),
    *(_swapped_lines, _doubled_line, _truncated),
)


# ------------------------------------------------------------------ what must hold


def examine(path: Path, text: str) -> Counter[str]:
    """Hold a damaged text against all that must be so; count what was met."""
    source = Source(path.name, text)
    found = all_found(source, path)
    _findings_have_places(found)
    layout_holds(source)
    done = mending_holds(source, path)
    return Counter(
        {"errors": len(errors(found)), "wrong files": bool(errors(found)), "mended": done}
        | {"cut short": len(found) > MOST_TOLD}
    )


def _findings_have_places(found: list[Finding]) -> None:
    told = at_most(found)
    assert len(told) <= MOST_TOLD * len({span.source for f in found for span in f.spans[:1]})
    for finding in found:
        assert finding.spans, finding
        for span in finding.spans:
            # What lacks at the end of a file is marked one letter behind it.
            assert 0 <= span.start <= span.end <= len(span.source.text) + 1, finding
    for language in Language:
        words = findings_text(told, language)
        assert "$END" not in words
        assert "Kind." not in words


def signs(source: Source) -> str:
    return without_blanks(source.text).replace(";", "")


def comments(source: Source) -> list[str]:
    scanned = Scanner(source).tokens()
    return [token.text.rstrip() for token in scanned if token.kind is Kind.COMMENT]


def layout_holds(source: Source) -> None:
    """No letter or sign is lost, nothing else is wrong afterwards, and nothing is left to do."""
    text, found = laid_out(source)
    after = Source(source.name, text)
    assert signs(after) == signs(source)
    assert comments(after) == comments(source)
    again, still = laid_out(after)
    assert again == text
    assert [f.code for f in errors(still)] == [f.code for f in errors(found)]


def mending_holds(source: Source, path: Path) -> int:
    """No certain fix is left, and a text without one is untouched; how many were done."""
    mending = mend(source, path)
    assert certain_fixes(mending.source, mending.left) == []
    if not mending.done:
        assert mending.source.text == source.text
    return len(mending.done)


def run(cases: int, seed: int) -> Iterator[tuple[int, Counter[str]]]:
    """Damage a spec and examine it, so many times; a failure names its case."""
    texts = [(path, path.read_text(encoding="utf-8")) for path in SPECS]
    for case in range(cases):
        random = Random(f"{seed}/{case}")  # noqa: S311 -- accidents, no secrets
        path, text = random.choice(texts)
        broken = damaged(text, random)
        try:
            yield case, examine(path, broken)
        except Exception as error:
            error.add_note(f"case {case} of seed {seed}, {path.name}:\n{broken}")
            raise


def main() -> None:
    """Run many cases, and say how many and what they met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    total, begun = Counter[str](), time.monotonic()
    for _, met in run(given.cases, given.seed):
        total += met
    seconds = time.monotonic() - begun
    print(f"{given.cases} damaged specs in {seconds:.0f} s, seed {given.seed}: {dict(total)}")  # noqa: T201


if __name__ == "__main__":
    main()
