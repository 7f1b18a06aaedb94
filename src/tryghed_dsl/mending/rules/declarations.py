"""Lines that declare something: a colon or comma too many, quotation marks or a name missing."""

from collections.abc import Iterator, Sequence

from tryghed_dsl.mending.masking import INSIDE, masked
from tryghed_dsl.mending.proposals import Line, Proposal, Row, Rule, rule_of
from tryghed_dsl.patterns import pattern

_HEADS = r"(?:agreement|goal|indicator|source|area|benchmark|areas|indicators|test|let|condition)"
_LISTED = (
    r"(?:valid|area|baseline|document|confidence|effective|because|monitor|cite|quote"
    r"|expect|given|as of)"
)
_ROWS: Sequence[Row] = (
    ("E040", r"^(\s*expect\s+«name»)\s*[=:]+\s*", r"\1 "),
    ("E040", r"^(\s*given\s+«name»(?:\s+in\s+«name»)?)\s*[( ]\s*(«year»)\)?", r"\1[\2]"),
    ("E040", r"^(\s*given\b[^\]]*\])\s*(?::|==|\s)\s*(?=\d)", r"\1 = "),
    ("E046", r"\[\s*(\d\d)\s*\]", r"[20\1]"),
    ("E040", r"^(\s*area\b[^=]*=[^#]*?)\s*,\s*", r"\1 + "),
    ("E040", r"(«text»)\s*:\s*(?=«name»)", r"\1, "),
    ("E040", rf"^(\s*{_HEADS}|\s*{_LISTED})\s*[:=]+\s*", r"\1 "),
    ("E040", r"^(\s*baseline)\s*[(\[]\s*(«year»)\s*[)\]]\s*$", r"\1 \2"),
    ("E040", rf"^(\s*{_HEADS}\s+«name»)\s*[:,=]\s*(?=«text»)", r"\1 "),
    ("E040", r"^(\s*agreement)\s+«name»\s+(?=«text»)", r"\1 "),
    ("E040", rf'^(\s*{_HEADS}\s+«name»\s+"{INSIDE}")([^\s",;{{]+)""', r"\1\2"),
    (
        "E040",
        rf'^(\s*{_HEADS}\s+(?:«name»\s+)?)"({INSIDE})"\s*([^",;{{}}]+?)\s*"({INSIDE})?"?',
        r"""\1"\2'\3'\4\"""",
    ),
    (
        "E041",
        rf"^(\s*{_HEADS}\s+«name»)\s+(?!in\b)([^\s\",=;{{][^\",=;{{]*?)(?=\s*(?:[,={{]|$))",
        r'\1 "\2"',
    ),
    ("E041", r"^(\s*(?:agreement|test))\s+([^\s\",=;{][^\",=;{]*?)\s*(?=\{|$)", r'\1 "\2" '),
    ("E041", r"^(\s*document)\s+([^\s\"]+)\s*$", r'\1 "\2"'),
    ("E041", r"^(\s*agreement)\s*(?=\{)", r'\1 "Aftale" '),
    ("E042", rf'^(\s*(?:area|monitor|expect)\s+)"({INSIDE})"', r"\1\2"),
    ("E042", rf'\b(from|in)\s+"({INSIDE})"', r"\1 \2"),
    ("E042", rf'^(\s*)"({INSIDE})"(?=\s*(?:«compares»|->))', r"\1\2"),
    ("E042", rf',\s*"({INSIDE})"(?=\s*(?:,|$))', r", \1"),
    (
        "E034",
        r"^(\s*indicator\s+«name»(?:\s*«text»)?)\s*((?:,[^,=#]+)+?)\s*=\s*([^,#]*[^,#\s])(.*)$",
        r"\1 = \3\2\4",
    ),
    ("E040", r"\b(baseline)\s*\(\s*(«year»)\s*\)\s*=", r"\1 \2 ="),
    ("E040", r",\s*(baseline «year»)\s*(?:==|:|\s)\s*(?=[\d-])", r", \1 = "),
    ("E041?", r",\s*baseline\s*=\s*(?=\d)", ", baseline «baseline» = "),
    ("E040", r"^(\s*benchmark[^=]*?),?\s+(?=same indicator\b)", r"\1 = "),
    (
        "E041",
        r"^(\s*benchmark\s+«name»(?:\s*«text»)?\s*=)\s*(«name»)\s*$",
        r"\1 same indicator in \2",
    ),
    ("E040", r"^(\s*indicator)s\b", r"\1"),
    (
        "E040",
        r"^(\s*(?:indicator|area|benchmark|let|areas)\s+«name»(?:\s*«text»)?[^:=,]*):\s*",
        r"\1 = ",
    ),
    ("E040", r"^(\s*area\s+«name»\s*«text»)\s*,\s*(?=in\b)", r"\1 "),
    ("E041", r"^(\s*(?:indicator|source)\b.*?«text»)\s+(?=«name»)", r"\1, "),
    ("E040", r"(\bas) (\d)", r"\1 of \2"),
)
_IN_SUMS: Sequence[Row] = (
    ("E040", r"(?<==)(.*?\S)\s*,\s*(?=«name»\s*$)", r"\1 + "),
    ("E040", r"(?<==)(.*?\S)\s+(?:og|and|&|plus)\s+(?=«name»)", r"\1 + "),
)
_SEMICOLONS = pattern(r"\s*;\s*(?=\S)")
_TITLED = pattern(rf'^(\s*(?:goal|indicator|source|area|benchmark)\s+)(?="({INSIDE})")')
_NUMBERED = pattern(r"^(\s*(?:goal|indicator)\s+)(\d+)\b")
_NO_LETTERS = pattern(r"\W+")


def _semicolons(line: Line) -> Iterator[Proposal]:
    """Clauses with semicolons between them, as lists in Danish Excel have them."""
    hidden = masked(line.text)
    if ";" in hidden.text:
        text = _SEMICOLONS.sub(", ", hidden.text)
        yield Proposal("E040", hidden.restored(text))


def _without_name(line: Line) -> Iterator[Proposal]:
    """`goal "Færre indbrud" {`: the name is made of the title."""
    hidden = masked(line.text)
    found = _TITLED.match(hidden.text)
    if found is None:
        return
    name = _NO_LETTERS.sub("_", hidden.restored(found[2]).lower()).strip("_")
    names = [line.around.joined(name) or name]
    names += [f"{name}_2"] if names[0] in line.around.names else []
    for each in names:
        yield Proposal("E041", hidden.restored(f"{found[1]}{each} {hidden.text[found.end() :]}"))


def _number_for_a_name(line: Line) -> Iterator[Proposal]:
    """`goal 2 "Færre indbrud" {`."""
    found = _NUMBERED.match(line.text)
    if found is not None:
        word = found[1].split()[0]
        yield Proposal("E047", f"{found[1]}{word}_{found[2]}{line.text[found.end() :]}")


DECLARATIONS: Sequence[Rule] = (
    *map(rule_of, _ROWS),
    *map(rule_of, _IN_SUMS),
    _without_name,
    _number_for_a_name,
    _semicolons,
)
