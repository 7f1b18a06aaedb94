"""Numbers as letters and tables have them: percent in words, units, currency, millions."""

from collections.abc import Iterator, Mapping, Sequence

from tryghed_dsl.mending.masking import INSIDE, masked
from tryghed_dsl.mending.proposals import Line, Proposal, Row, Rule, rule_of
from tryghed_dsl.patterns import pattern

# What says that a number is a share, and is no unit that can be left out.
_SHARE = r"pp\b|pct|procent|percent|pc\b|points?\b|ppt\b|per cent|pro cent"
_ROWS: Sequence[Row] = (
    (
        "E040",
        r"(?<=\d)\s*(?:procent-?point(?:s|er)?\b|pct\.?\s*-?\s?point\b|%-?\s?point(?:s|er)?\b"
        r"|p\.\s?p\.|percentage[ -]points?\b|percent points?\b|pp\.|points?\b|ppt\.?)",
        " pp",
    ),
    (
        "E040",
        r"(?<=\d)\s*(?:procent(?:er)?\b|percent\b|pct\.|pct\b|pc\b|per cent\b|pro cent\b|％)",
        "%",
    ),
    (
        "E018",
        r"(?<!\d)([1-9]\d{0,2})['’ \u00a0\u202f](\d{3})(?:['’ \u00a0\u202f](\d{3}))?(?!\d)",
        r"\1\2\3",
    ),
    ("E017", r"(\d),(\d)", r"\1.\2"),
    ("E045", r"(?:kr\.?|DKK|EUR|[€$£])\s*(?=\d)", ""),
    ("E045", r"(?<=\d)\s*(?:,-+|kr\.?(?!\w)|kroner\b|DKK\b|EUR\b|[€$£]|stk\.?(?!\w)|styk\b)", ""),
    ("E045", r"(?<=\d)\s+(?:om året|pr\.? år|per år|årligt|per year|a year|i alt|in total)", ""),
    ("E045", rf"(?<=\d)\s*(?!{_SHARE})[^\W\d_]+\.?(?=\s*(?:$|,|#|\)))", ""),
    ("E045", r"(?<=\d)\s+[^\W\d]+(?=\s+(?:i|in|inden|by|senest)\s+\d)", ""),
    ("E045", r"(?<=\d)\s*\[[^\W\d][^\]]*\]", ""),
    ("E042?", r"\b(?:ca|cirka|omkring|approx|about|around)\b\.?\s*(?=\d)", ""),
    ("E042", r"(?<=\d)\*+(?=\s*(?:$|,))", ""),
    ("E042", rf'(«compares»\s*)"({INSIDE})"', r"\1\2"),
    ("E040", r"(?<=%)\s*(?:af|of)?\s+(?=«name»)", " of "),
    ("E040", r"(?<=\d)\s+[xX]\s+(?=«name»)", " * "),
    ("E040", r"\bO(\d+)\b", r"\1"),
    ("E040", r"\b0[.]95\b", "95%"),
    ("E040", r"\bconfidence\s*[:=]?\s*(\d+(?:\.\d+)?)\s*%?", r"confidence \1%"),
    ("E040", r"\bclose\s*=\s*(\d+(?:\.\d+)?)(?=\s*[,)])", r"close=\1%"),
)
_MORE_OR_LESS = pattern(
    r"(baseline\([^()]*\)|[^\W\d]\w*(?:\[\d+\])?)\s*([-+–])\s*(\d+(?:\.\d+)?)\s*"
    rf"(?:%|(?:{_SHARE})[^\W\d]*\.?)"
)
_WHOLE = 100
_LARGE: Mapping[str, int] = {"tusind": 3, "tus": 3, "t": 3, "mio": 6, "million": 6, "mia": 9}
_WITH_SIZE = pattern(
    r"(\d+)(?:[.,](\d+))?\s*(tusind|tus|mio|million|mia)(?:er|ner|s)?\b\.?"
    r"(?:\s*(?:kr\b\.?|kroner\b|DKK\b))?"
)

_WORDS: Mapping[str, int] = {
    "ti": 10,
    "tyve": 20,
    "tredive": 30,
    "fyrre": 40,
    "halvtreds": 50,
    "tres": 60,
    "halvfjerds": 70,
    "firs": 80,
    "halvfems": 90,
    "hundrede": 100,
    "ten": 10,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
}
_IN_WORDS = pattern(rf"\b(?:{'|'.join(_WORDS)})\b")


def _number_words(line: Line) -> Iterator[Proposal]:
    """`tyve procent` in figures."""
    hidden = masked(line.text)
    if _IN_WORDS.search(hidden.text):
        text = _IN_WORDS.sub(lambda match: str(_WORDS[match.group()]), hidden.text)
        yield Proposal("E040", hidden.restored(text))


def _shares(line: Line) -> Iterator[Proposal]:
    """`baseline(2015) + 10 pct.` as a share of it, or in points."""
    hidden = masked(line.text)
    found = _MORE_OR_LESS.search(hidden.text)
    if found is None:
        return
    subject, sign, digits = found.groups()
    share = _WHOLE + float(digits) * (1 if sign == "+" else -1)
    plain = "+" if sign == "+" else "-"
    for text in (f"{share:g}% of {subject}", f"{subject} {plain} {digits} pp"):
        changed = hidden.text[: found.start()] + text + hidden.text[found.end() :]
        yield Proposal("E040", hidden.restored(changed), certain=False)


def _sizes(line: Line) -> Iterator[Proposal]:
    """`5 mio.` as the number that it is."""
    hidden = masked(line.text)
    if not _WITH_SIZE.search(hidden.text):
        return

    def written_out(whole: str, part: str | None, size: str) -> str:
        digits = _LARGE[size]
        return whole + (part or "").ljust(digits, "0")

    text = _WITH_SIZE.sub(lambda match: written_out(*match.groups()), hidden.text)
    yield Proposal("E045", hidden.restored(text))


QUANTITIES: Sequence[Rule] = (_shares, _sizes, _number_words, *map(rule_of, _ROWS))
