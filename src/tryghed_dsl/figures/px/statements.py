"""A PX file as statements: a keyword, a language, what it is about, and its values."""

import re
from collections.abc import Sequence

from tryghed_dsl.figures.described import stop
from tryghed_dsl.findings.finding import InFile
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass

# A word in quotation marks (doubled ones stand for themselves), a sign, or a bare word.
_TOKEN = pattern(r'\s*+("[^"]*+(?:""[^"]*+)*+"|[=;,()\[\]]|[^\s"=;,()\[\]]++)')
_MOST_HEADER = 8_000_000
_SHOWN = 40
# Statements that decide what figures mean; of these there may not be two that disagree.
_DECIDING = frozenset(
    {"STUB", "HEADING", "VALUES", "CODES", "CONTVARIABLE", "TIMEVAL", "UNITS", "KEYS", "LANGUAGE"}
)
_Key = tuple[str, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, such as `VALUES[da]("tid")="2019","2020";`.

    Attributes:
        keyword: its keyword, in capitals.
        language: the language in square brackets, in small letters.
        about: the names in round brackets.
        tokens: what stands behind the equals sign.
        row: the line that it begins in.
    """

    keyword: str
    language: str | None
    about: tuple[str, ...]
    tokens: tuple[str, ...]
    row: int

    @property
    def texts(self) -> tuple[str, ...]:
        """Its values; words that follow each other without a comma are one text."""
        return tuple(_texts(self.tokens))


@dataclass(frozen=True, slots=True)
class Header:
    """All that stands before the figures.

    Attributes:
        statements: them, by keyword, language and what they are about.
        end: where the figures begin in the text.
        row: the line that they begin in.
    """

    statements: dict[_Key, Statement]
    end: int
    row: int

    def find(self, keyword: str, language: str | None = None, *about: str) -> Statement | None:
        """A statement, where the file has it."""
        return self.statements.get((keyword, language, about))

    def texts(self, keyword: str, language: str | None = None, *about: str) -> tuple[str, ...]:
        """A statement's values; none where the file does not have it."""
        statement = self.find(keyword, language, *about)
        return () if statement is None else statement.texts


def read_header(text: str, name: str) -> Header:
    """Read all statements up to `DATA=`.

    Raises:
        Unreadable: something is left open, or there is no `DATA`.
    """
    statements = dict[_Key, Statement]()
    place = start = 0
    row, tokens = 1, list[str]()
    while match := _TOKEN.match(text, place, _MOST_HEADER):
        word, place = match[1], match.end()
        if not tokens:
            row += text.count("\n", start, match.start(1))
            start = match.start(1)
        if word == ";":
            _keep(statements, _statement(tokens, InFile(name, row)), name)
            tokens = []
        elif word == "=" and _is_data(tokens):
            return Header(statements, place, row)
        elif word == "=" and "=" in tokens:
            stop("E341", InFile(name, row), part=";")
        else:
            tokens.append(word)
    if text[place:_MOST_HEADER].lstrip().startswith('"'):
        stop("E319", InFile(name, row))
    return stop("E341", InFile(name), part="DATA")


def _is_data(tokens: Sequence[str]) -> bool:
    return len(tokens) == 1 and tokens[0].upper() == "DATA"


def _keep(statements: dict[_Key, Statement], statement: Statement, name: str) -> None:
    key = (statement.keyword, statement.language, statement.about)
    other = statements.get(key)
    if other is not None and statement.keyword in _DECIDING and other.tokens != statement.tokens:
        part = label(statement.keyword, statement.language, *statement.about)
        stop("E344", InFile(name, statement.row), name=part, part=name)
    statements[key] = statement


def label(keyword: str, language: str | None, *about: str) -> str:
    """What a statement is called: `VALUES[da]("tid")`."""
    inside = ",".join(f'"{each}"' for each in about)
    return f"{keyword}{f'[{language}]' if language else ''}{f'({inside})' if about else ''}"


def _statement(tokens: Sequence[str], where: InFile) -> Statement:
    """The statement that these tokens make."""
    head, rest = _parted(tokens, where)
    language: str | None = None
    about: tuple[str, ...] = ()
    match head[1:]:
        case []:
            pass
        case ["[", spoken, "]"]:
            language = spoken
        case ["[", spoken, "]", "(", *inside, ")"]:
            language, about = spoken, tuple(_texts(inside))
        case ["(", *inside, ")"]:
            about = tuple(_texts(inside))
        case _:
            stop("E341", where, part=_shown(tokens))
    keyword, spoken_small = head[0].upper(), language.casefold() if language else None
    return Statement(keyword, spoken_small, about, tuple(rest), where.row or 1)


def _parted(tokens: Sequence[str], where: InFile) -> tuple[Sequence[str], Sequence[str]]:
    """What stands before and behind the equals sign."""
    equals = tokens.index("=") if "=" in tokens else 0
    if equals == 0 or not re.match(r"[A-Za-z]", tokens[0]):
        stop("E341", where, part=_shown(tokens))
    return tokens[:equals], tokens[equals + 1 :]


def _shown(tokens: Sequence[str]) -> str:
    return "".join(tokens[:_SHOWN])[:_SHOWN] or ";"


def _texts(tokens: Sequence[str]) -> list[str]:
    """The texts between commas."""
    texts, parts = list[str](), list[str]()
    for word in [*tokens, ","]:
        if word != ",":
            parts.append(unquoted(word))
        elif parts:
            texts.append("".join(parts))
            parts = []
    return texts


def unquoted(word: str) -> str:
    """A word without its quotation marks."""
    return word[1:-1].replace('""', '"') if word.startswith('"') else word
