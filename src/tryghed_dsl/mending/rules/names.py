"""Names of several words, or with a hyphen or a slash; and several targets on a line."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tryghed_dsl.mending.masking import masked
from tryghed_dsl.mending.proposals import Line, Proposal, Row, Rule, rule_of
from tryghed_dsl.patterns import pattern

_WORDS = pattern(r"[^\W\d]\w*(?:(?:[ \t]*[/-][ \t]*|[ \t]+)[^\W\d_]\w*){1,4}")
_DECLARING = pattern(
    r"^(\s*(?:indicator|area|source|goal|benchmark|let)\s+)([^\W\d][^\",=:{]*?)(?=\s*[\",={])"
)


def _declared_elsewhere(line: Line) -> Iterator[Proposal]:
    """`utryg aften`, where `utryg_aften` is declared, or a name with a blank in it."""
    hidden = masked(line.text)
    for found in _WORDS.finditer(hidden.text):
        words = found.group().split()
        for length in range(len(words), 0, -1):
            for start in range(len(words) - length + 1):
                part = " ".join(words[start : start + length])
                name = line.around.joined(part)
                if name is not None and name != part and (length > 1 or not part.isidentifier()):
                    text = hidden.text.replace(part, name)
                    yield Proposal("E047", hidden.restored(text))
                    return


def _declared_here(line: Line) -> Iterator[Proposal]:
    """`indicator vold/våben "Vold"`, declared with a sign or a blank in its name."""
    hidden = masked(line.text)
    found = _DECLARING.match(hidden.text)
    if found is None or found[2].isidentifier():
        return
    rest = hidden.text[found.end() :]
    last = found[2].split()[-1]
    yield Proposal("E047", hidden.restored(f"{found[1]}`{found[2]}`{rest}"))
    if last.isidentifier():
        yield Proposal("E047", hidden.restored(f"{found[1]}{last}{rest}"))


def _titles(line: Line) -> Iterator[Proposal]:
    """`Tyveri/Røveri <= 5`, by the title of an indicator; or `antal indbrud`."""
    text = line.text.casefold()
    for title, name in islice(line.around.titles.items(), _MOST_TITLES):
        place = text.find(title)
        if len(title) > 3 and place >= 0 and title != name.casefold():  # noqa: PLR2004
            named = line.text[:place] + name + line.text[place + len(title) :]
            yield Proposal("E047", named)


_CONDITIONS = pattern(
    r"^(\s*)(\w+\s*:)?\s*(\S.*?(?:<|>|==|->).*?)\s+(and|or|og|eller)\s+(\S.*?(?:<|>|==|->).*?)\s*$"
)
_RANGED = pattern(
    r"^(\s*)(\w+\s*:)?\s*(\S.*?(?:<|>|==|->).*?)\s+"
    r"((?:every|no|in \d+ of the latest|for \d+)\b[^,#]*?)\s*$"
)
_NO_SUBJECT = pattern(
    r"^(\s*)(?:(<=|>=|==|<|>|->)|(?=(?:approach|reach|reduce|increase|improve)\())"
)
_MOST_TITLES = 300
_ROWS: Sequence[Row] = (
    (
        "E047",
        r"^(\s*)(?:antal(?:let)?|andel(?:en)?|number of|count of|total)\s*(?:af\s+)?\(?(«name»)\)?",
        r"\1\2",
    ),
    (
        "E048",
        r"(\s*)(«name»)\s*(?:,|og|and|&)\s*(«name»)\s*(«compares»)\s*(\S+)\s*$",
        r"\1\2 \4 \5\n\1\3 \4 \5",
    ),
    (
        "E048",
        r"^(\s*)(«name»\s*«compares».*?)\s*(?:,|;|\bog\b|\band\b|\bsamt\b)?\s+(«name»\s*(?:«compares»|->).*)$",
        r"\1\2\n\1\3",
    ),
    (
        "E047?",
        r"^(\s*area\b.*[=+]\s*[^\W\d]\w*)[ \t/-]+([^\W\d]\w*)(?=\s*(?:\+|$))",
        r"\1_\2",
    ),
    ("E042", r"(?<=\d)\s+(\d+)\s*$", ""),
    ("E042", r"^(\s*«name»)\s*:\s*(?=«compares»|->)", r"\1 "),
    ("E041?", r"^(\s*«name»)\s*:?\s+(?=\d|baseline)", (r"\1 <= ", r"\1 >= ", r"\1 == ")),
    ("E011?", r"(«compares»)\s*$", r"\1 baseline(«baseline»)"),
)


def _joined(line: Line) -> Iterator[Proposal]:
    """Two conditions with a word between them: two targets, or one with a name of its own."""
    hidden = masked(line.text)
    found = _CONDITIONS.match(hidden.text)
    if found is None:
        return
    indent, label, first, word, second = found.groups()
    name = label or ("en_af_dem:" if word in ("or", "eller") else "begge:")
    apart = Proposal("E029", f"{indent}{first}\n{indent}{second}", certain=False)
    both, one = (
        Proposal("E029", f"{indent}{name} {words} of {{ {first}; {second} }}", certain=False)
        for words in ("all", "any")
    )
    made = [one, both] if word in ("or", "eller") else [both, *([] if label else [apart]), one]
    yield from (Proposal(x.code, hidden.restored(x.text), x.certain) for x in made)


def _behind_a_range(line: Line) -> Iterator[Proposal]:
    """`utryg <= 10 every year since 2014`: the years stand first, behind a name."""
    hidden = masked(line.text)
    found = _RANGED.match(hidden.text)
    if found is not None:
        indent, label, condition, ranged = found.groups()
        name = label or f"{condition.split()[0].strip('`')}_altid:"
        yield Proposal("E031", hidden.restored(f"{indent}{name} {ranged}: {condition}"))


def _without_subject(line: Line) -> Iterator[Proposal]:
    """`<= 48`: one of the indicators is meant."""
    found = _NO_SUBJECT.match(line.text)
    if found is not None and line.block in ("", "goal", "for"):
        sign = "" if found[2] else "-> "
        for name in line.around.indicators[:3]:
            yield Proposal("E124", f"{found[1]}{name} {sign}{line.text.strip()}", certain=False)


NAMES: Sequence[Rule] = (
    _declared_elsewhere,
    _declared_here,
    _joined,
    _behind_a_range,
    _without_subject,
    *map(rule_of, _ROWS),
    _titles,
)
