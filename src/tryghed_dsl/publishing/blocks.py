"""What papers are made of: headings, paragraphs, tables and charts, with their words readable."""

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing.look import readable, sign
from tryghed_dsl.publishing.shapes import Drawn
from tryghed_dsl.records import dataclass
from tryghed_dsl.status.model import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one look; a blank lies between them and those that follow.

    Attributes:
        strong: whether they are bold.
        verdict: whose colour they have; None for black.
    """

    text: str
    strong: bool = False
    verdict: Verdict | None = None


Passage = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 0 is the title of the paper.
        new_page: whether it begins a page.
    """

    level: int
    said: Passage
    new_page: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return text_of(self.said)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        kind: `text`, `under` for the line below the title, `quote`, or `point` of a list.
    """

    said: Passage
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart.

    Attributes:
        wide: whether it is as wide as the page; if not, what follows may stand beside it.
    """

    drawn: Drawn
    wide: bool = False

    @property
    def alternative(self) -> str:
        """What it shows, in words."""
        return readable(self.drawn.alternative)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table, with a cell for each column, or one across them all."""

    cells: tuple[Passage, ...]
    across: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        headings: what stands above each column.
        widths: how wide each column is, in parts of them all.
    """

    headings: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[GridRow, ...]


Block = Heading | Paragraph | Picture | Grid


def plain(text: str) -> Passage:
    """A text without any emphasis; nothing at all where it says nothing."""
    shown = readable(text)
    return (Piece(shown),) if shown else ()


def strong(text: str) -> Passage:
    """A text in bold."""
    return tuple(Piece(words.text, strong=True) for words in plain(text))


def named(name: str) -> str:
    """A name before what is said of it."""
    return f"{readable(name)}:"


def marked(mark: Mark, after: str = "") -> Passage:
    """A verdict: its sign and its word."""
    text = readable(f"{sign(mark.verdict)} {mark.word}") + after
    return (Piece(text, strong=True, verdict=mark.verdict),)


def text_of(said: Passage) -> str:
    """The words of a passage, without their look."""
    return " ".join(words.text for words in said)
