"""From text to tokens, in one pass; what a word processor does to text is mended and told."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.source import Source, Span


class Kind(Enum):
    """Kinds of token."""

    WORD = auto()
    QUOTED_NAME = auto()
    STRING = auto()
    NUMBER = auto()
    PERIOD = auto()
    SIGN = auto()
    COMMENT = auto()
    NEWLINE = auto()
    # Made of the lines between two braces, once a text is cut into lines.
    BLOCK = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `text` is its meaning (a name without backticks), the span has what stands there."""

    kind: Kind
    text: str
    span: Span

    def is_sign(self, *signs: str) -> bool:
        """Whether it is one of these signs."""
        return self.kind is Kind.SIGN and self.text in signs


# Signs that word processors and mathematicians write, and what the language writes for them.
_TYPED_FOR = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "→": "->",
    "–>": "->",
    "—>": "->",
    "−>": "->",
    "≤": "<=",
    "≥": ">=",
    "=<": "<=",
    "×": "*",
    "·": "*",
    "÷": "/",
    "…": "..",
    "...": "..",
}
_DIGIT_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_ODD_BLANKS = "\u00a0\u2007\u2009\u202f\ufeff\u200b"

# What each form of token looks like, the first that fits counts.
FORMS = {
    "blank": r"[ \t\f\v]+",
    "odd_blank": rf"[{_ODD_BLANKS}]+",
    "newline": r"\n",
    "comment": r"#[^\n]*",
    "string": r'"[^"\n]*"',
    "curly": r"""[“”„‟«»][^“”„‟«»"\n]*[“”„‟«»"]|['‘’‚][^'‘’‚\n]*['‘’‚]""",
    "open_string": r'["“”„‟«»][^\n]*',
    "quoted": r"`[^`\n]+`",
    "open_quoted": r"`[^\n]*",
    "day": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w)",
    "school": r"[0-9]{4}/[0-9]{2}(?:[0-9]{2})?(?!\w|[.,][0-9])",
    "part": r"[0-9]{4}[HQKM][0-9]{1,2}(?!\w)",
    "number": r"[0-9]+(?:[.,][0-9]+)*",
    "part_of_one": r"[½¼¾]",
    "word": r"[^\W\d]\w*",
    "question": r"=>|!=|<>|≠|<-",
    "mended": r"[–—−]>|=<|\.\.\.|[–—−‐‑→≤≥×·÷…]",
    "sign": r"->|<=|>=|==|\.\.|[-<>=+*/()\[\]{},:;%]",
    "other": r".",
}
_PATTERN = re.compile("|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()), re.DOTALL)
_LONGEST_NUMBER = 30
_PLAIN_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]+")
_SIGN_BEHIND = re.compile(r"[ ]*(%|pp\b)")


class Scanner:
    """Scans one source; `found` gathers what is wrong on the way."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.found: list[Finding] = []

    def tokens(self) -> Iterator[Token]:
        """The source's tokens, comments and line ends among them, blanks left out."""
        for match in _PATTERN.finditer(self._source.text):
            group = match.lastgroup or "other"
            if group == "blank":
                continue
            span = Span(self._source, match.start(), match.end())
            kind = _PLAINLY.get(group)
            if kind is not None:
                yield Token(kind, match.group(), span)
            else:
                yield from self._special(group, match.group(), span)

    def _special(self, group: str, text: str, span: Span) -> Iterator[Token]:
        handled: Token | None = getattr(self, f"_{group}")(text, span)
        if handled is not None:
            yield handled

    def _tell(self, code: str, span: Span, **args: str) -> None:
        self.found.append(Finding(code, (span,), args))

    def _odd_blank(self, text: str, span: Span) -> None:
        if text.strip("\ufeff"):
            self._tell("W009", span)

    def _string(self, text: str, span: Span) -> Token:
        return Token(Kind.STRING, text[1:-1], span)

    def _curly(self, text: str, span: Span) -> Token:
        self._tell("E016", span, written=text, instead=f'"{text[1:-1]}"')
        return Token(Kind.STRING, text[1:-1], span)

    def _open_string(self, text: str, span: Span) -> Token:
        self._tell("E014", span)
        return Token(Kind.STRING, text[1:].rstrip(), span)

    def _quoted(self, text: str, span: Span) -> Token:
        return Token(Kind.QUOTED_NAME, " ".join(text[1:-1].split()), span)

    def _open_quoted(self, text: str, span: Span) -> Token:
        self._tell("E014", span)
        return Token(Kind.QUOTED_NAME, text[1:].strip() or "?", span)

    def _day(self, text: str, span: Span) -> Token:
        return self._period(text, span)

    def _part(self, text: str, span: Span) -> Token:
        return self._period(text, span)

    def _school(self, text: str, span: Span) -> Token:
        first, _, second = text.partition("/")
        if parse_period(text) is None:
            self._tell("E024", span, written=text, instead=f"{first} / {second}")
        return Token(Kind.PERIOD, text, span)

    def _period(self, text: str, span: Span) -> Token:
        if parse_period(text) is None:
            self._tell("E115", span, written=text)
        return Token(Kind.PERIOD, text, span)

    def _number(self, text: str, span: Span) -> Token:
        if len(text) > _LONGEST_NUMBER:
            self._tell("E006", span)
            return Token(Kind.NUMBER, "0", span)
        if _PLAIN_NUMBER.fullmatch(text) and not _THOUSANDS.fullmatch(text):
            return Token(Kind.NUMBER, text, span)
        if _THOUSANDS.fullmatch(text):
            joined = text.replace(".", "").replace(",", ".")
            self._tell("E018", span, written=text, instead=joined)
            return Token(Kind.NUMBER, joined, span)
        if _ENGLISH_THOUSANDS.fullmatch(text) and not _may_be_two(span):
            joined = text.replace(",", "")
            self._tell("E018", span, written=text, instead=joined)
            return Token(Kind.NUMBER, joined, span)
        if _DECIMAL_COMMA.fullmatch(text):
            instead = text.replace(",", ".")
            split = {"other": text.replace(",", ", ")} if _may_be_two(span) else {}
            self._tell("E017", span, written=text, instead=instead, **split)
            return Token(Kind.NUMBER, instead, span)
        self._tell("E015", span, written=text)
        return Token(Kind.PERIOD, text, span)

    def _question(self, text: str, span: Span) -> Token:
        self._tell("E021", span, written=text)
        return Token(Kind.SIGN, "==", span)

    def _mended(self, text: str, span: Span) -> Token:
        instead = _TYPED_FOR[text]
        self._tell("E016", span, written=text, instead=instead)
        return Token(Kind.SIGN, instead, span)

    def _part_of_one(self, text: str, span: Span) -> Token:
        self._tell("E016", span, written=text, instead=_DIGIT_SIGNS[text])
        return Token(Kind.NUMBER, _DIGIT_SIGNS[text], span)

    def _other(self, text: str, span: Span) -> Token | None:
        self._tell("E015", span, written=text)
        return None


def without_blanks(text: str) -> str:
    """A text without its blanks, those of word processors too."""
    return "".join(text.translate(_NO_BLANKS).split())


_NO_BLANKS = dict.fromkeys(map(ord, _ODD_BLANKS))


def _may_be_two(span: Span) -> bool:
    """Whether a comma in a number may part two: in brackets, and without a sign behind."""
    text = span.source.text
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count("(") > before.count(")") and not _SIGN_BEHIND.match(text, span.end)


_PLAINLY = {
    "newline": Kind.NEWLINE,
    "comment": Kind.COMMENT,
    "word": Kind.WORD,
    "sign": Kind.SIGN,
}
