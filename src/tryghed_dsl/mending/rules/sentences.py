"""Targets as they stand in agreements: `utryg skal falde med 20 procent inden 2020`."""

import re
from collections.abc import Iterator, Sequence

from tryghed_dsl.mending.masking import masked
from tryghed_dsl.mending.proposals import Line, Proposal, Rule
from tryghed_dsl.patterns import pattern

_LESS = pattern(
    r"\b(?:fald\w*|reducer\w*|reducér\w*|sænk\w*|nedbring\w*|mindsk\w*|ned med|fall\w*|decreas\w*"
    r"|reduc\w*|drop\w*|declin\w*|færre)\b"
)
_MORE = pattern(
    r"\b(?:stig\w*|øg\w*|forøg\w*|voks\w*|hæv\w*|op med|ris\w*|increas\w*|grow\w*|flere)\b"
)
_HALF = pattern(r"\bhalver\w*|\bhalvér\w*|\bhalved?\b")
_LEVEL = pattern(
    r"\b(?:ned på|op på|ned til|op til|til|nå|når|to|reach|blive|fra .*? til)\s+(?:\d)"
)
_AT_MOST = pattern(
    r"højst|maks\w*|max\w*\b|ikke (?:være )?(?:over|mere end|overstige|højere end)|ikke overstige"
    r"|at most|no more than|not more than|not exceed|up to|(?:mindre|lavere) end eller lig"
    r"|less than or equal|<="
)
_LESS_THAN = pattern(r"\bunder\b|\b(?:mindre|lavere|færre) end\b|less than|lower than|below|<")
_AT_LEAST = pattern(
    r"mindst|minimum|min\.|ikke (?:være )?(?:under|mindre end|lavere end)|at least|no less than"
    r"|not less than|(?:mere|højere|større) end eller lig|more than or equal|greater than or|>="
)
_MORE_THAN = pattern(
    r"\bover\b|\b(?:mere|højere|større|flere) end\b|more than|greater than|above|>"
)
_HOLD = pattern(
    r"fasthold\w*|bevar\w*|hold\w*|ikke stige|uændret|på niveau|samme niveau|unchanged|not rise"
)
_HOLD_UP = pattern(r"ikke fald\w*|not fall")
_NEAR = pattern(r"\b(?:nærme\w*(?: sig)?|tilnærme\w*|approach\w*|mod|som)\s+([^\W\d]\w*)")
_BETWEEN = pattern(r"\b(?:mellem|between)\b")
_SIGNED = pattern(r"[-–+]\s*\d")
_BETTER = pattern(r"forbedr\w*|bedre|improv\w*")
_EXACTLY = pattern(r"\b(?:er|is|være|be|lig med|equals?|præcis)\b")
_YEAR = pattern(
    r"\b(?:(inden|senest|by|until|before|frem til|frem mod|fra og med)"
    r"|i løbet af|i|in|til|ved|fra|på)\s+"
    r"(?:(?:udgangen|slutningen|begyndelsen) af\s+|the end of\s+|år\s+|ultimo\s+)*((?:19|20)\d\d)\b"
)
_AMOUNT = pattern(r"(?<![\w.])(\d+(?:[.,]\d+)?)(?![\w.,])\s*(%|pp\b)?")
_SPELLED = (
    (pattern(r"\s*(?:procent-?point\w*|pct\.?[ -]?point|%-?point|percentage points?|pp\.)"), " pp"),
    (pattern(r"\s*(?:procent|percent|pct\.|pct\b)"), "%"),
)
_SUBJECT = pattern(r"^(\s*)(?:(«name»)\s*:\s*)?".replace("«name»", r"[^\W\d]\w*"))
_LEADING = pattern(
    r"^(?:antal(?:let)?(?: af)?|andel(?:en)?(?: af)?|the |number of |share of"
    r"|mål(?:et)?(?: er at)?)\s+",
    re.IGNORECASE,
)

_NO_SENTENCE = pattern(r"[()\[\]]|->")
_SHORTEST = 4
# What follows a subject in words: a word, or a change with its sign.
_BEGINS = pattern(r"[^\W\d]|[-–+]\s*\d")
_VERB = pattern(
    r"^(?:at\s+)?((?:[^\W\d]+ér|[^\W\d]+er|sænk|øg|hæv|nedbring|mindsk|hold|reduce|increase|keep)e?)\s+"
)


def _sentence(line: Line) -> Iterator[Proposal]:
    """A target in words, as far as its amounts can be read off."""
    hidden = masked(line.text)
    head, comma, tail = _parted(hidden.text)
    if _NO_SENTENCE.search(head):
        return
    found = _SUBJECT.match(head)
    start = found.end() if found else 0
    subject = _subject_of(head[start:], line)
    if subject is None and found and found[2]:  # `indbrud: højst 48`
        start = len(found[1])
        subject = _subject_of(head[start:].replace(":", " ", 1), line)
    if subject is None:
        return
    name, rest = subject
    if not _BEGINS.match(rest):
        return
    for made, sure in _objectives(rest.casefold(), line):
        text = f"{head[:start]}{name} {made}{comma}{tail}"
        yield Proposal("E033", hidden.restored(text), sure)


def _parted(text: str) -> tuple[str, str, str]:
    """A target and the clauses behind it; a comma between digits belongs to the number."""
    for place, sign in enumerate(text):
        if sign == "," and not text[place + 1 : place + 2].isdigit():
            return text[:place], sign, text[place + 1 :]
        if sign == "#":
            return text[:place], "  ", text[place:]
    return text, "", ""


def _subject_of(text: str, line: Line) -> tuple[str, str] | None:
    """The indicator that a sentence begins with, by its name or title, and what follows."""
    verb = _VERB.match(text.casefold())
    if verb is not None and line.around.joined(verb[1]) is None:  # `reducer indbrud med 20 procent`
        behind = _subject_of(text[verb.end() :], line)
        return behind and (behind[0], f"{verb[1]} {behind[1]}")
    leading = _LEADING.match(text)
    for start in (0, leading.end() if leading else 0):
        words = text[start:].split()
        for length in range(min(len(words), 6), 0, -1):
            name = line.around.joined(" ".join(words[:length]))
            if name is None and length == 1:
                name = _inflected(words[0], line)
            if name is not None:
                return name, " ".join(words[length:])
    return None


def _inflected(word: str, line: Line) -> str | None:
    """The indicator that a word is a form of: `utrygge` of `utryg`."""
    for name in line.around.indicators:
        if len(name) >= _SHORTEST and word.casefold().startswith(name.casefold()):
            return name
    return None


def _inflected_title(word: str, line: Line) -> str | None:
    """The name behind a title that a word is a form of: `københavnsgennemsnittet`."""
    for title, name in line.around.titles.items():
        if len(title) > _SHORTEST and word.startswith(title):
            return name
    return None


def _objectives(words: str, line: Line) -> Iterator[tuple[str, bool]]:
    """What a sentence says of its subject, and whether it says just that."""
    for spelled, sign in _SPELLED:
        words = spelled.sub(sign, words)
    found = _YEAR.search(words)
    year, by = (found[2], bool(found[1])) if found else (line.around.last_year, True)
    said = words[: found.start()] + words[found.end() :] if found else words
    amounts = [
        number.replace(",", ".") + (f" {sign}" if sign == "pp" else sign or "")
        for number, sign in _AMOUNT.findall(said)
    ]
    if amounts and _SIGNED.match(said):
        verb = "increase" if said[0] == "+" else "reduce"
        yield f"-> {verb}({amounts[0]}, by={year})", found is not None
    elif _BETWEEN.search(said) and len(amounts) > 1:
        yield f"between {amounts[0]} and {amounts[1]}", True
    elif amounts:
        yield from _with_amounts(said, amounts, year, dated=found is not None, by=by)
    else:
        yield from _without_amounts(said, year if found else None, line)


def _without_amounts(said: str, year: str | None, line: Line) -> Iterator[tuple[str, bool]]:
    """Half, a reference, a level of a year, or no more than a direction."""
    sure, by = year is not None, year or line.around.last_year
    near = _NEAR.search(said)
    ref = near and (line.around.joined(near[1]) or _inflected_title(near[1], line))
    sign = ">=" if _HOLD_UP.search(said) else "<=" if _HOLD.search(said) else None
    sign = sign or (_compared(said) if year else None)
    if _HALF.search(said):
        yield f"-> reduce(50%, by={by})", sure
    elif ref:
        yield f"-> approach({ref}, by={by})", sure
    elif "normal" in said:
        yield f"<= normal({line.around.normal})", False
    elif sign:
        yield f"{sign} baseline({year or line.around.baseline})", sure
    elif _LESS.search(said) or _MORE.search(said) or _BETTER.search(said):
        yield f"-> improve(by={by})", False


def _with_amounts(
    said: str, amounts: Sequence[str], year: str, *, dated: bool, by: bool
) -> Iterator[tuple[str, bool]]:
    changes = _LESS.search(said) or _MORE.search(said)
    if changes and not _LEVEL.search(said) and not _compared(said, change=True):
        verb = "reduce" if _LESS.search(said) else "increase"
        yield f"-> {verb}({amounts[0]}, by={year})", dated
    elif _LEVEL.search(said):
        yield f"-> reach({amounts[-1]}, by={year})", dated
    else:
        sign = _compared(said)
        if sign and not dated:
            yield f"{sign} {amounts[-1]}", True
        elif sign:
            yield f"-> reach({amounts[-1]}, by={year})", by
            yield f"{sign} {amounts[-1]}, valid {year}..{year}", False
        elif _EXACTLY.search(said[: said.find(amounts[0][:1])].strip()):
            yield from ((f"{each} {amounts[0]}", False) for each in ("<=", ">=", "=="))


def _compared(said: str, *, change: bool = False) -> str | None:
    """The sign of a comparison in words."""
    patterns = ((_AT_MOST, "<="), (_AT_LEAST, ">="), (_LESS_THAN, "<"), (_MORE_THAN, ">"))
    kept = patterns[:2] if change else patterns
    return next((sign for words, sign in kept if words.search(said)), None)


SENTENCES: Sequence[Rule] = (_sentence,)
