"""Marks of lists and tables before and in a line, and comments as other languages write them."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.mending.proposals import Line, Proposal, Row, Rule, rule_of
from tryghed_dsl.patterns import pattern

_ROWS: Sequence[Row] = (
    ("E043", r"^(\s*)(?:[-–—•·*>☐☑▪◦‣●○□]|\[ ?\])\s*(?=[^\W\d]|`)", r"\1"),
    ("E043", r"^(\s*)\(?(?:\d+(?:\.\d+)*|[a-zæøå])[.):]+\s*(?=[^\W\d]|`)", r"\1"),
    ("E043", r"^(\s*)(?:\d+(?:\.\d+)*|o|nr\.?\s*\d+\.?)\s+(?=[^\W\d]|`)", r"\1"),
)
_COMMENTS: Sequence[Row] = (
    ("E044?", r"^(\s*)(\d[^\"<>=≤≥→]*\s[^\"<>=≤≥→]*\s[^\"<>=≤≥→]*)$", r"\1# \2"),
    ("E044", r"/\*\s*([^*]*?)\s*\*/\s*$", r"# \1"),
    ("E044", r"<!--\s*(.*?)\s*-->\s*$", r"# \1"),
    ("E044", r"^(\s*)(?://+|--+|;+|'|%|!|REM\b|rem\b|/\*)\s*(.*)$", r"\1# \2"),
    ("E044", r"(?<=\S)\s*(?://+|--+|;|/\*)\s*(.*)$", r"  # \1"),
    ("E044", r"(?<=\S)\s+%\s+(.*)$", r"  # \1"),
    ("E044?", r"^(\s*)(\*+|(?:NB|Obs|OBS|Bemærk|Note|Kommentar)\s*[:!].*)", r"\1# \2"),
    ("E044?", r"(?<=[\w)%])\s+\(([^()]*)\)\s*$", r"  # \1"),
)
_TABLE = pattern(r"\s*[|;\t]\s*")


def _cells_of_a_table(line: Line) -> Iterator[Proposal]:
    """`| indbrud | <= | 48 |`, from a table."""
    if "|" not in line.text and "\t" not in line.text and line.text.count(";") < 2:  # noqa: PLR2004
        return
    indent = line.text[: len(line.text) - len(line.text.lstrip())]
    cells = [cell for cell in _TABLE.split(line.text.strip()) if cell]
    yield Proposal("E043", indent + " ".join(cells))


MARKS: Sequence[Rule] = (*map(rule_of, _ROWS), _cells_of_a_table)
COMMENTS: Sequence[Rule] = tuple(map(rule_of, _COMMENTS))
