"""What people usually mean where a line cannot be read: one function for each mistake."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.keywords import RESERVED
from tryghed_dsl.syntax.scanner import Kind, Token
from tryghed_dsl.syntax.starts import COMPARING, CONTINUING
from tryghed_dsl.text.source import Span
from tryghed_dsl.text.suggest import nearest

_CLAUSES = ("cite", "quote", "because")
_TARGET_CLAUSES = (*_CLAUSES, "warn", "pass", "valid", "when", "latest", "confidence", "judge")
# The words that begin a line, by the rule that the line is read from.
LINE_WORDS: Mapping[str, Sequence[str]] = {
    "file_line": (
        *("language", "agreement", "area", "areas", "source", "indicator", "indicators"),
        *("benchmark", "let", "condition", "break", "goal", "test", "monitor", "revises", "use"),
        *("replace", "retire"),
    ),
    "agreement_line": ("document", "valid", "area", "baseline", "confidence"),
    "revises_line": ("effective", "because"),
    "goal_line": ("monitor", "partly", "confidence", *_CLAUSES),
    "each_line": ("monitor",),
    "test_line": ("given", "as", "expect"),
    "target_clauses_line": _TARGET_CLAUSES,
}
_INDICATOR_CLAUSES = (
    *("from", "lower", "higher", "baseline", "per", "percent", "count", "flow", "stock"),
    *("average", "fraction", "index", "money", "days", "number", "yearly", "published"),
    *("precision", "design", "every"),
)
# The words that declare a name.
DECLARING = frozenset(
    {"area", "areas", "source", "indicator", "indicators", "benchmark", "let", "condition", "goal"}
)
_WITHOUT_CONDITION = (DECLARING - {"areas", "condition"}) | {"monitor", "retire", "break"}
_CONDITION_RULES = ("file_line", "goal_line", "each_line", "member_line", "target_clauses_line")
_JOINING = ("and", "or")
# Where a condition begins and ends.
_BEFORE_A_CONDITION = frozenset({":", ",", "=", "not", "if", "when", "where", *_JOINING})
_BEHIND_A_CONDITION = frozenset({",", "then", "else", "because", *_JOINING})


@dataclass(frozen=True, slots=True)
class Refused:
    """A line, the token at which it could not be read on, and what could have stood there."""

    tokens: Sequence[Token]
    index: int
    rule: str
    possible: frozenset[str]

    @property
    def bad(self) -> Token:
        """The token that could not be read."""
        return self.tokens[self.index]

    @property
    def before(self) -> Token | None:
        """The token before it."""
        return self.tokens[self.index - 1] if self.index else None

    @property
    def declares(self) -> bool:
        """Whether the line names something that is no condition."""
        return self.tokens[0].text in _WITHOUT_CONDITION

    def is_word(self, *words: str) -> bool:
        """Whether the token that could not be read is one of these words."""
        return self.bad.kind is Kind.WORD and self.bad.text in words


def likely(refused: Refused) -> Finding | None:
    """What was probably meant, or None where nothing is known."""
    told = (mistake(refused) for mistake in _MISTAKES)
    return next((finding for finding in told if finding is not None), None)


def opener(token: Token) -> Span:
    """The place to show for a token: of the braces of a composition the first."""
    span = token.span
    return Span(span.source, span.start, span.start + 1) if token.kind is Kind.BLOCK else span


def closer(token: Token) -> Span:
    """The place to show for a token that something follows: of braces the last."""
    span = token.span
    return Span(span.source, span.end - 1, span.end) if token.kind is Kind.BLOCK else span


# ------------------------------------------------------------------ words


def reserved_name(tokens: Sequence[Token]) -> Finding | None:
    """A declaration of something by a name that the language needs for itself."""
    if len(tokens) < 2 or tokens[0].text not in DECLARING:  # noqa: PLR2004 -- a word and a name
        return None
    name = tokens[1]
    if name.kind is not Kind.WORD or name.text not in RESERVED:
        return None
    return Finding("E020", (name.span,), {"word": name.text})


def _misplaced(refused: Refused) -> Finding | None:
    """A statement in a block that does not hold such statements."""
    first, index = refused.tokens[0], refused.index
    if first.kind is not Kind.WORD or index > 1:
        return None
    if first.text in LINE_WORDS.get(refused.rule, ()):
        return None
    homes = [home for home, words in LINE_WORDS.items() if first.text in words]
    if not homes or (index == 1 and refused.bad.kind is Kind.SIGN):
        return None
    return Finding("E023", (first.span,), {"word": first.text})


def _reserved(refused: Refused) -> Finding | None:
    bad, before = refused.bad, refused.before
    if not refused.is_word(*RESERVED):
        return None
    if before is not None and before.kind is not Kind.SIGN:
        return None
    return Finding("E020", (bad.span,), {"word": bad.text})


def _missing_comma(refused: Refused) -> Finding | None:
    bad, before = refused.bad, refused.before
    if before is None or before.is_sign(",") or "COMMA" not in refused.possible:
        return None
    of_indicator = refused.tokens[0].text in ("indicator", "source")
    if not refused.is_word(*(_INDICATOR_CLAUSES if of_indicator else _TARGET_CLAUSES)):
        return None
    return Finding("E019", (bad.span,), {"word": bad.text, "before": closer(before).text})


# ------------------------------------------------------------------ conditions


def _if_before_a_target(refused: Refused) -> Finding | None:
    """`if c then x <= 5`, where a number would have to come of it."""
    behind = refused.tokens[refused.index :]
    words = [token.text for token in behind]
    starts = refused.before is None or refused.before.is_sign(":")
    if not starts or not refused.is_word("if") or "then" not in words or "else" in words:
        return None
    then = words.index("then")
    target = behind[then + 1 : then + 1 + _length(behind[then + 1 :], {","})]
    args: dict[str, Argument] = {
        "word": "if",
        "condition": _words(behind[1:then]) or "…",
        "target": _words(target) or "…",
    }
    return Finding("E030", (refused.bad.span,), args)


def _when_before_a_target(refused: Refused) -> Finding | None:
    """`when c: x <= 5`, where the condition would have to stand behind the target."""
    first, *rest = refused.tokens
    signs = [token.text for token in rest]
    if refused.rule not in _CONDITION_RULES or first.text != "when" or ":" not in signs:
        return None
    colon = signs.index(":")
    args: dict[str, Argument] = {
        "word": "when",
        "condition": _words(rest[:colon]) or "…",
        "target": _words(rest[colon + 1 :]) or "…",
    }
    return Finding("E030", (first.span,), args)


def _composition_in_brackets(refused: Refused) -> Finding | None:
    """`at least 2 of (a <= 5, b <= 5)`, whose members stand in braces."""
    before = refused.before
    if before is None or before.text != "of" or not refused.bad.is_sign("("):
        return None
    opening = [token.text for token in refused.tokens[max(refused.index - 4, 0) : refused.index]]
    if opening[-2] not in ("all", "any") and opening[:2] != ["at", "least"]:
        return None
    words = " ".join(opening if opening[:2] == ["at", "least"] else opening[-2:])
    return Finding("E032", (refused.bad.span,), {"words": words})


def _sentence(refused: Refused) -> Finding | None:
    """`utryg skal falde`: a name and then words, where a sign would have to stand."""
    bad, before = refused.bad, refused.before
    if bad.kind is not Kind.WORD or before is None or before.kind is not Kind.WORD:
        return None
    if refused.rule not in _CONDITION_RULES or "ARROW" not in refused.possible:
        return None
    opens = LINE_WORDS.get(refused.rule, ())
    if refused.is_word(*RESERVED) or (refused.index == 1 and nearest(before.text, opens)):
        return None
    return Finding("E033", (bad.span,), {"word": bad.text, "name": before.text})


def _if_without_brackets(refused: Refused) -> Finding | None:
    """`if … then … else` as a part of something larger."""
    behind = refused.tokens[refused.index :]
    words = [token.text for token in behind]
    if not refused.is_word("if") or "then" not in words:
        return None
    written = "if … then … else …"
    if "else" in words:
        otherwise = words.index("else")
        ends = otherwise + _length(behind[otherwise:], {",", *COMPARING, *_JOINING})
        written = _words(behind[:ends])
    return Finding("E027", (refused.bad.span,), {"written": written})


def _not_for_a_run(refused: Refused) -> Finding | None:
    """`not exposed for 5 years running`, which can be read in two ways."""
    behind = [token.text for token in refused.tokens[refused.index :]]
    if not refused.is_word("for") or behind[3:4] != ["running"]:
        return None
    condition = _condition_before(refused)
    start = refused.index - len(condition) - 1
    if not condition or start < 0 or refused.tokens[start].text != "not":
        return None
    span = refused.tokens[start].span.to(refused.tokens[refused.index + 3].span)
    duration = " ".join(behind[1:3])
    return Finding("E028", (span,), {"condition": _words(condition), "duration": duration})


def _range_behind(refused: Refused) -> Finding | None:
    """`utryg <= 10 every year since 2014`, where the years have to stand first."""
    start = refused.index
    if refused.bad.kind is Kind.NUMBER and refused.before is not None:
        start -= refused.before.text == "in"
    behind = refused.tokens[start:]
    words = [token.text for token in behind[:4]]
    run = words[0] == "for" and words[3:] == ["running"]
    latest = words[:1] == ["in"] and words[2:3] == ["of"]
    condition = _condition_before(refused)
    if condition and condition[-1].text == "in":
        condition = condition[:-1]
    if not condition or condition[-1].is_sign(*CONTINUING):
        return None
    if not (run or latest or words[0] in ("every", "no")):
        return None
    if refused.rule not in _CONDITION_RULES or refused.declares:
        return None
    ranged = behind[: _length(behind, _BEHIND_A_CONDITION)]
    args: dict[str, Argument] = {"range": _words(ranged), "condition": _words(condition)}
    return Finding("E031", (ranged[0].span.to(ranged[-1].span),), args)


def _joined(refused: Refused) -> Finding | None:
    """Two conditions with `and` or `or` between them."""
    if not refused.is_word(*_JOINING) or "AND" in refused.possible:
        return None
    if refused.rule not in _CONDITION_RULES or refused.declares:
        return None
    behind = refused.tokens[refused.index + 1 :]
    args: dict[str, Argument] = {
        "word": refused.bad.text,
        "first": _words(_condition_before(refused)) or "…",
        "second": _words(behind[: _length(behind, _BEHIND_A_CONDITION)]) or "…",
    }
    return Finding("E029", (refused.bad.span,), args)


def _second_comparison(refused: Refused) -> Finding | None:
    if not refused.bad.is_sign(*COMPARING):
        return None
    earlier = [token for token in _level(refused) if token.is_sign(",", *COMPARING)]
    commas = [index for index, token in enumerate(earlier) if token.is_sign(",")]
    compared = earlier[commas[-1] + 1 :] if commas else earlier
    if not compared:
        return None
    args: dict[str, Argument] = {"first": compared[0].text, "second": refused.bad.text}
    return Finding("E025", (refused.bad.span, compared[0].span), args)


def _formula_behind_clauses(refused: Refused) -> Finding | None:
    """`indicator a "A", percent = b / c`, where the formula stands before the clauses."""
    tokens, index = refused.tokens, refused.index
    signs = [token.text for token in tokens[:index]]
    if tokens[0].text != "indicator" or not refused.bad.is_sign("=") or "," not in signs:
        return None
    comma = signs.index(",")
    if "=" in signs[:comma]:
        return None
    behind = tokens[index + 1 :]
    formula = behind[: _length(behind, {","})]
    clauses = (_words(tokens[comma + 1 : index]), _words(behind[len(formula) + 1 :]))
    said = ", ".join(each for each in clauses if each)
    instead = f"{_words(tokens[:comma])} = {_words(formula) or '…'}, {said}"
    return Finding("E034", (refused.bad.span,), {"instead": instead})


def _equals_sign(refused: Refused) -> Finding | None:
    if refused.rule not in _CONDITION_RULES or not refused.bad.is_sign("="):
        return None
    if any(token.is_sign("(") for token in refused.tokens[: refused.index]):
        return None
    return Finding("E026", (refused.bad.span,))


_MISTAKES: Sequence[Callable[[Refused], Finding | None]] = (
    lambda refused: reserved_name(refused.tokens),
    _when_before_a_target,
    _misplaced,
    _if_before_a_target,
    _if_without_brackets,
    _not_for_a_run,
    _range_behind,
    _joined,
    _reserved,
    _composition_in_brackets,
    _second_comparison,
    _formula_behind_clauses,
    _equals_sign,
    _missing_comma,
    _sentence,
)


# ------------------------------------------------------------------ stretches of a line


def _level(refused: Refused) -> Sequence[Token]:
    """The tokens before the bad one that stand in the same brackets, in order."""
    return [refused.tokens[position] for position in reversed(list(_backwards(refused)))]


def _backwards(refused: Refused) -> Iterator[int]:
    """The positions before the bad token, back to where its brackets open, without others."""
    depth = 0
    for position in range(refused.index - 1, -1, -1):
        token = refused.tokens[position]
        if token.is_sign(")", "]", "}"):
            depth += 1
        elif token.is_sign("(", "[", "{"):
            depth -= 1
        if depth < 0:
            return
        if depth == 0:
            yield position


def _condition_before(refused: Refused) -> Sequence[Token]:
    """The tokens of the condition that ends before the bad one."""
    start = refused.index
    for position in _backwards(refused):
        if refused.tokens[position].text in _BEFORE_A_CONDITION:
            break
        start = position
    return refused.tokens[start : refused.index]


def _length(tokens: Sequence[Token], ends: frozenset[str] | set[str]) -> int:
    """How many tokens there are up to one of the ends, or to a bracket opened earlier."""
    depth = 0
    for position, token in enumerate(tokens):
        if token.is_sign("(", "[", "{"):
            depth += 1
        elif token.is_sign(")", "]", "}"):
            depth -= 1
        if depth < 0 or (depth == 0 and token.text in ends):
            return position
    return len(tokens)


def _words(tokens: Sequence[Token]) -> str:
    """The words of some tokens as they stand in the text, on one line."""
    return " ".join(tokens[0].span.to(tokens[-1].span).text.split()) if tokens else ""
