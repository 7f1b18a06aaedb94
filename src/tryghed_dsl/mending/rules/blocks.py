"""Braces that are missing, on the next line, or of another kind; quotation marks left open."""

from collections.abc import Sequence

from tryghed_dsl.mending.proposals import Row, Rule, rule_of

_OPENING = r"(?:agreement|goal|test|revises|for each)"
_ROWS: Sequence[Row] = (
    ("E040", rf"^(\s*{_OPENING}\b.*?)\s*[,;]\s*\{{\s*$", r"\1 {"),
    ("E040", r"\{\s*\{+", "{"),
    ("E040", rf"^(\s*{_OPENING}\b.*?)\s*[(\[:]\s*$", r"\1 {"),
    ("E014", rf'^(\s*{_OPENING}\b[^"]*"[^"{{]*?)\s*(\{{?)\s*$', r'\1" \2'),
    ("E014", rf'^(\s*(?:{_OPENING}\s+«name»))\s+([^"]+?)"\s*(\{{?)\s*$', r'\1 "\2" \3'),
    ("E014", r'^([^"]*"[^",]*)(,[^"]*)$', r'\1"\2'),
    ("E014", r'^([^"]*"[^"]*?)\s*$', r'\1"'),
    ("E041", rf"^({_OPENING}\b[^{{}}]*?)\s*$", r"\1 {"),
    ("E042", r"^\s*\}\s*$", ""),
    ("E042", r"^\s*\{\s*$", ""),
)
BLOCKS: Sequence[Rule] = tuple(map(rule_of, _ROWS))
