"""What each part of a spec is to be coloured as, as patterns that every highlighter knows.

The words and signs are those of the grammar and of the tables that the checker reads, so that
a new word has its colour at once. Patterns see no more than a line, and what they take for a
keyword is one at nearly every place; only the parser is sure.
"""

from collections.abc import Iterable
from enum import Enum, auto

from tryghed_dsl.check.declared.sources import FREQUENCY_WORDS
from tryghed_dsl.check.expressions.calls import FUNCTIONS
from tryghed_dsl.domain.unit import UNIT_WORDS, Kind
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.grammar import tables
from tryghed_dsl.syntax.keywords import ALWAYS, RESERVED
from tryghed_dsl.syntax.mistakes import DECLARING
from tryghed_dsl.syntax.scanner import FORMS
from tryghed_dsl.syntax.starts import COMPARING


class Colour(Enum):
    """What a part of a spec is."""

    COMMENT = auto()
    STRING = auto()
    NUMBER = auto()
    DECLARING = auto()
    DECLARED = auto()
    LABEL = auto()
    FUNCTION = auto()
    ARGUMENT = auto()
    KEYWORD = auto()
    UNIT = auto()
    VERDICT = auto()
    NAME = auto()
    SIGN = auto()
    MARK = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Form:
    """What a part looks like.

    Attributes:
        pattern: a regular expression. It never looks beyond its line.
        colours: one for the whole, or one for each group of the pattern.
    """

    pattern: str
    colours: tuple[Colour, ...]


# Signs that part and enclose; all others calculate or compare.
_MARKS = frozenset(", : ; ( ) [ ] { }".split())  # noqa: SIM905 -- one glance
# Between the conditions of a composition; the parser never sees it.
_BETWEEN_CONDITIONS = ";"
_BLANK = r"[ \t]"
_NAME = rf"{FORMS['word']}|{FORMS['quoted']}"


def forms() -> list[Form]:
    """The forms, in the order in which they are to be tried."""
    words, signs = _words_and_signs()
    keywords = words | RESERVED
    letters = {word for word in words if len(word) == 1}
    reserved, calling = _any_word(RESERVED), _any_word(keywords - set(FUNCTIONS))
    verdict = rf"({_any_word(Verdict)})(?:({_BLANK}+)({_any_word(Reason)}))?"
    return [
        _form(FORMS["comment"], Colour.COMMENT),
        _form(f"{FORMS['string']}|{FORMS['curly']}|{FORMS['open_string']}", Colour.STRING),
        *(_form(FORMS[name], Colour.NUMBER) for name in ("day", "school", "part", "number")),
        _form(
            rf"({_any_word(DECLARING)})({_BLANK}+)(?!{reserved})({_NAME})",
            *(Colour.DECLARING, Colour.BLANK, Colour.DECLARED),
        ),
        _form(rf"^({_BLANK}*)({_NAME})(?={_BLANK}*:)", Colour.BLANK, Colour.LABEL),
        _form(rf"(?!{calling}){FORMS['word']}(?={_BLANK}*\()", Colour.FUNCTION),
        _form(rf"{FORMS['word']}(?={_BLANK}*=(?!=))", Colour.ARGUMENT),
        _form(
            rf"{verdict}(?={_BLANK}*(?:[#;}}]|$))",
            *(Colour.VERDICT, Colour.BLANK, Colour.VERDICT),
        ),
        _form(_any_word(word for word in words if tables().words[word] == ALWAYS), Colour.KEYWORD),
        # `2.1% a year`, but not `mean(a, b)`: names of one letter are common.
        _form(rf"{_any_word(letters)}(?={_BLANK}+(?!{_any_word(words)})\w)", Colour.KEYWORD),
        _form(
            rf"{_any_word(keywords - letters)}(?!{_BLANK}*(?:{_any_of(COMPARING)}|\[))",
            Colour.KEYWORD,
        ),
        _form(_any_word({*UNIT_WORDS, *Kind, *FREQUENCY_WORDS}), Colour.UNIT),
        _form(_NAME, Colour.NAME),
        _form(_any_of(signs - _MARKS), Colour.SIGN),
        _form(_any_of({*(signs & _MARKS), _BETWEEN_CONDITIONS}), Colour.MARK),
        _form(rf"{_BLANK}+", Colour.BLANK),
    ]


def _form(pattern: str, *colours: Colour) -> Form:
    return Form(pattern, colours)


def _words_and_signs() -> tuple[set[str], set[str]]:
    terminals = tables().words
    words = {each for each in terminals if each.isalpha()}
    return words, terminals.keys() - words


def _any_word(words: Iterable[str]) -> str:
    """Whichever of these words stands there whole."""
    return rf"\b{_any_of(words)}\b"


def _any_of(texts: Iterable[str]) -> str:
    """Whichever of these stands there; the longer before those that they begin with."""
    return f"(?:{'|'.join(map(_escaped, sorted(texts, key=lambda text: (-len(text), text))))})"


def _escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in r"\.^$*+?()[]{}|" else sign for sign in text)
