"""What a rule makes of a line, and the tables from which most rules are made."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from tryghed_dsl.mending.masking import INSIDE, masked
from tryghed_dsl.mending.places import Surroundings
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

_NAME = rf"(?:`{INSIDE}`|[^\W\d]\w*)"
# What tables write for parts that many patterns have.
_SHORT = {
    "«name»": _NAME,
    "«text»": rf'"{INSIDE}"',
    "«number»": r"\d+(?:\.\d+)?(?:\s*(?:%|pp\b))?",
    "«year»": r"(?:1[5-9]|2[0-9])\d\d",
    "«objective»": r"(?:approach|reach|reduce|increase|grow|improve)",
    "«compares»": r"(?:<=|>=|==|<|>)",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be mended, and what stands round it.

    Attributes:
        text: the line, without its end.
        block: the word that opens the block in which it stands; empty at the top of the file.
        around: what the file declares.
    """

    text: str
    block: str
    around: Surroundings


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line may have been meant to be.

    Attributes:
        code: the finding that tells of the mistake.
        text: the line as it can be read.
        certain: whether nothing else can be meant.
    """

    code: str
    text: str
    certain: bool = True


Rule = Callable[[Line], Iterable[Proposal]]
# A finding, what stands in a line, and what is meant: one reading, or several.
Row = tuple[str, str, str | tuple[str, ...]]


def rule_of(row: Row, blocks: Sequence[str] | None = None) -> Rule:
    """A rule that puts one thing in the place of another, wherever it stands in a line.

    Args:
        row: the finding, a pattern, and what takes its place; with several of those each is a
            reading, and none is certain. `?` behind the code says that one is uncertain too.
        blocks: the blocks in which it holds; everywhere where it is None.
    """
    code, written, meant = row
    sure = not code.endswith("?") and isinstance(meant, str)
    readings = (meant,) if isinstance(meant, str) else meant
    for short, long in _SHORT.items():
        written = written.replace(short, long)
    compiled = pattern(written)

    def rule(line: Line) -> Iterator[Proposal]:
        if blocks is not None and line.block not in blocks:
            return
        hidden = masked(line.text)
        if not compiled.search(hidden.text):
            return
        for reading in readings:
            template = _in_context(reading, line)
            text = hidden.restored(compiled.sub(template, hidden.text))
            if text != line.text:
                yield Proposal(code.rstrip("?"), text, sure)

    return rule


def _in_context(template: str, line: Line) -> str:
    """A replacement with the years of the agreement in it."""
    around = line.around
    years = {"«last»": around.last_year, "«baseline»": around.baseline, "«normal»": around.normal}
    for name, year in years.items():
        template = template.replace(name, year)
    return template
