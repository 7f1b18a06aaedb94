"""Words parted into lines that fit a width."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from tryghed_dsl.patterns import pattern
from tryghed_dsl.publishing.blocks import Passage, Piece
from tryghed_dsl.records import dataclass, replace

# A word may be parted behind these, as in `Vold/Trusler/Våben`.
_PART = pattern(r"[^/\s-]*[/-]+|[^/\s-]+")
_MANY = 400  # letters that no line has room for


class Measure(Protocol):
    """What tells the length of a text."""

    def __call__(self, text: str, *, strong: bool) -> float:
        """The length of a text, which may be strong."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a part of one that follows the part before without a blank."""

    text: str
    piece: Piece
    joined: bool = False


def lines(said: Passage, width: float, measure: Measure) -> list[Passage]:
    """A passage in lines; a word that is too long for any is parted.

    Args:
        said: the passage.
        width: how long a line may be.
        measure: the length of a text, which may be strong.
    """
    done: list[list[_Word]] = [[]]
    used = 0.0
    for word in _fitting(said, width, measure):
        blank = 0.0 if word.joined or not done[-1] else measure(" ", strong=word.piece.strong)
        long = measure(word.text, strong=word.piece.strong)
        if done[-1] and used + blank + long > width:
            done.append([])
            used = blank = 0.0
        done[-1].append(word)
        used += blank + long
    return [_line(words) for words in done]


def _fitting(said: Passage, width: float, measure: Measure) -> Iterator[_Word]:
    for piece in said:
        for word in piece.text.split():
            joined = False
            for part in _PART.findall(word):
                for text in _cut(part, width, partial(measure, strong=piece.strong)):
                    yield _Word(text, piece, joined)
                    joined = True


def _cut(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """A part of a word in pieces that fit; one letter is always taken."""
    while len(text) > _MANY or measure(text) > width:
        few, many = 1, min(len(text), _MANY)
        while many - few > 1:
            middle = (few + many) // 2
            few, many = (middle, many) if measure(text[:middle]) <= width else (few, middle)
        if few == len(text):
            break
        yield text[:few]
        text = text[few:]
    yield text


def _line(words: list[_Word]) -> Passage:
    """Words of one look in a piece."""
    told: list[Piece] = []
    for word in words:
        blank = "" if word.joined or not told else " "
        if told and _same(told[-1], word.piece):
            told[-1] = replace(told[-1], text=told[-1].text + blank + word.text)
        else:
            told.append(replace(word.piece, text=blank + word.text))
    return tuple(told)


def _same(one: Piece, other: Piece) -> bool:
    return (one.strong, one.verdict) == (other.strong, other.verdict)
