"""Clauses behind a target: words left out, in another order, or in other words."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.mending.masking import masked
from tryghed_dsl.mending.proposals import Line, Proposal, Row, Rule, rule_of
from tryghed_dsl.patterns import pattern

_AMOUNT = r"\d+(?:\.\d+)?(?:\s*(?:%|pp\b))?"
_CLAUSE = r"(?:warn|pass|cite|quote|when|valid|confidence|latest|judge)"
_ROWS: Sequence[Row] = (
    (
        "E041",
        r"^(\s*monitor\b[^\"]*?«name»)(?:\s*/\s*|\s+)(?!because\b)(?=«name»)",
        r"\1, ",
    ),
    ("E040", r"\b(?:warning|advarsel|advar|advarer|warns|varsl)\b", "warn"),
    (
        "E040",
        rf"\bwarn\s+(?:with|at|by|inside|inden for|indenfor|=|:)?\s*({_AMOUNT})",
        r"warn within \1",
    ),
    ("E040", r"\bwarn\s*(?:within|inden for)\s*[:=]\s*", "warn within "),
    (
        "E040",
        rf",\s*(?:within|inden for|margin|tolerance|margen)\s*=?\s*({_AMOUNT})(?:\s*warn)?",
        r", warn within \1",
    ),
    ("E040", rf"\s*(?:±|\+\s*/\s*-|\+-)\s*({_AMOUNT})", r", warn within \1"),
    (
        "E040",
        rf"\bwarn\s*(?:(?:if|when|at|hvis)\s+)?(?:>=?|over|above|at|fra)\s*({_AMOUNT})",
        r"warn above \1",
    ),
    (
        "E040",
        rf"\bwarn\s*(?:(?:if|when|at|hvis)\s+)?(?:<=?|under|below)\s*({_AMOUNT})",
        r"warn below \1",
    ),
    ("E041?", r",\s*warn\s*(?=,|$)", ", warn within 5%"),
    ("E040", r"\b(cite|quote|because)\s*[:=(]+\s*(«text»)\s*\)?", r"\1 \2"),
    ("E041", r"\b(cite|quote)\s+([^\s\"][^\"]*?)\s*$", r'\1 "\2"'),
    ("E041", r"\b(because)\s+([^\s\"(][^\"]*?)\s*$", r'\1 "\2"'),
    ("E041", r"(?:,\s*|(?<=[\w)%])\s+)(?=«text»\s*$)", (", cite ", ", because ")),
    ("E041", r"^(\s*monitor\b[^\"(]*?)\s*[(]([^()]*)[)]\s*$", r'\1 because "\2"'),
    ("E041", r"^(\s*monitor\b[^\"]*?)\s+(?=«text»)", r"\1 because "),
    ("E040", r"^(\s*monitor\b.*?)\s+(?:and|og|&)\s+", r"\1, "),
    ("E041", rf"(?<=[\w)%\"`])\s+(?={_CLAUSE}\b)", ", "),
    ("E040", r"^(\s*)(.*?)\s*,?\s+(?:hvis|if|når|såfremt|when)\s+(.*)$", r"\1\2, when \3"),
    (
        "E030",
        r"^(\s*)(?:hvis|if|når|when)\s+(.*?)\s*(?:,|\bså\b|\bthen\b|:)\s*(.*)$",
        r"\1\3, when \2",
    ),
)
_OPENS_MEMBERS = pattern(r"\b(?:all|any|at least \d+)\s+of\s*\(")


def _members_in_brackets(line: Line) -> Iterator[Proposal]:
    """`at least 2 of (a <= 5, b <= 5)`, whose members stand in braces."""
    hidden = masked(line.text)
    found = _OPENS_MEMBERS.search(hidden.text)
    if found is None:
        return
    depth, made = 0, list[str]()
    for place, sign in enumerate(hidden.text[found.end() :], start=found.end()):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            text = (
                f"{hidden.text[: found.end() - 1]}{{ {''.join(made)} }}{hidden.text[place + 1 :]}"
            )
            yield Proposal("E032", hidden.restored(text))
            return
        made.append(";" if sign == "," and not depth else sign)


CLAUSES: Sequence[Rule] = (_members_in_brackets, *map(rule_of, _ROWS))
