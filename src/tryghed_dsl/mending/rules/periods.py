"""Years as dates, with two digits, in quotation marks, and from one to another."""

from collections.abc import Sequence

from tryghed_dsl.mending.masking import INSIDE
from tryghed_dsl.mending.proposals import Row, Rule, rule_of

_MONTH = (
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|january|february|march|may|june|july|october|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)"
)
_DAY = r"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*"
_ROWS: Sequence[Row] = (
    ("E046", rf"(?<!\d){_DAY}(«year»)\b", r"\1"),
    ("E046", r"(?<!\d)(«year»)\s*[./-]\s*\d\d?\s*[./-]\s*\d\d?\b", r"\1"),
    ("E046", r"\b(by|from)\s*=\s*(«year»)\s*[-–/]\s*(«year»)", (r"\1=\3", r"\1=\2")),
    ("E046", rf"(?:\d{{1,2}}\.?\s*)?\b{_MONTH}\.?\s+(«year»)\b", r"\1"),
    ("E046", r"(?<!\d)(?:1\.|første)\s*halvår\s+(«year»)", r"\1H1"),
    ("E046", r"(?<!\d)(?:2\.|andet)\s*halvår\s+(«year»)", r"\1H2"),
    ("E046", r"(?<!\d)([1-4])\.\s*kvartal\s+(«year»)", r"\2Q\1"),
    ("E046", r"\b(?:år(?:et)?|year|udgangen af|slutningen af|ultimo|primo)\s+(«year»)\b", r"\1"),
    ("E046", r"\bby\s*=\s*31\s*[./]\s*12\.?", ("by=«last»", "by=«baseline»")),
    ("E046", r"['’‘](\d\d)\b", r"20\1"),
    ("E046", r"\b(by|from|start)\s*=\s*(\d\d)\b", r"\1=20\2"),
    ("E046", r"\b(baseline)(\s*\(?\s*)(\d\d)\b", r"\1\g<2>20\3"),
    ("E046", r"\b(valid)\s+(\d\d)\s*\.\.\s*(\d\d)\b", r"\1 20\2..20\3"),
    ("E040", r"\bvalid\s+(?:from|fra)\s+(«year»)", r"valid \1"),
    (
        "E040",
        r"(«year»)\s*(?:-|–|—|−|‐|‑|/|\.|,|\bto\b|\btil\b|\band\b|\bog\b|\buntil\b)\s*(«year»)\b",
        r"\1..\2",
    ),
    ("E040", r"(?<!\d)(20)(\d\d)\s*[-–]\s*(\d\d)\b", r"\1\2..20\3"),
    ("E040?", r"(?<!\d)(20)(\d\d)\s*/\s*(\d\d)\b", r"\1\2..20\3"),
    ("E041?", r"\bvalid\s+(«year»)\s*$", (r"valid \1..«last»", r"valid \1..\1")),
    ("E041?", r",\s*valid\s+(«year»)", r", valid \1..«last»"),
    ("E040", r"(=|\(|\s)\s*(?:year|år|by)\s*=\s*(?=«year»\s*\))", r"\1"),
)
# The year inside quotation marks is not seen by patterns: the marks are taken away round it.
_QUOTED: Sequence[Row] = (("E042", rf'"({INSIDE})"(?=\s*\))', r"\1"),)
PERIODS: Sequence[Rule] = (*map(rule_of, _ROWS), *map(rule_of, _QUOTED))
