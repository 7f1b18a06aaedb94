"""The language's words as they are in Danish, in capitals, in the plural, or nearly right."""

from collections.abc import Iterator, Mapping, Sequence

from tryghed_dsl.mending.masking import masked
from tryghed_dsl.mending.proposals import Line, Proposal, Row, Rule, rule_of
from tryghed_dsl.patterns import pattern
from tryghed_dsl.syntax.mistakes import LINE_WORDS
from tryghed_dsl.text.suggest import nearest

# The word that begins a line, by the words that are written for it.
_OPENING: Mapping[str, str] = {
    "agreement": "aftale aftalen partnerskabsaftale kontrakt contract",
    "goal": "mål målsætning målsætninger delmål goals objective formål indsatsområde",
    "indicator": "indikator indikatorer indicators måltal nøgletal metric kpi variabel",
    "source": "kilde kilder sources datakilde",
    "area": "område områder sted geografi",
    "areas": "områder",
    "benchmark": "sammenligning sammenligningsgrundlag reference benchmarks",
    "monitor": "følg følges overvåg overvåges monitorer monitoreres monitorér observe watch",
    "document": "dokument aftaletekst",
    "valid": "gyldig gyldighed gælder gældende periode aftaleperiode løber period years",
    "baseline": "basis basisår udgangspunkt udgangsår nulpunkt base startår",
    "confidence": "sikkerhed konfidens konfidensniveau sikkerhedsniveau",
    "test": "prøve tests",
    "given": "givet",
    "expect": "forvent forventet expected",
    "use": "brug anvend import include",
    "replace": "erstat udskift",
    "retire": "udgår udgået slet",
    "revises": "reviderer ændrer revision",
    "effective": "virkning ikrafttræden gældende",
    "let": "lad sæt",
    "condition": "betingelse",
    "break": "brud databrud",
    "because": "fordi begrundelse",
}
_FIRST = pattern(r"^(\s*)([^\W\d]\w*)(.*)$")
_ROWS: Sequence[Row] = (
    ("E040", r"(«text»)\s*,?\s*(?:citat|ordlyd)\s+(?=«text»)", r"\1 quote "),
    ("E040", r"\b(?:to|til)\s*=\s*(?=«year»)", "by="),
    ("E040", r",\s*(?:procent|pct\.?|%|percentage|andel)\s*(?=,|$)", ", percent"),
    ("E040", r",\s*(?:antal|styk|stk\.?|counts|optælling)\s*(?=,|$)", ", count"),
    ("E040", r",\s*(?:gennemsnit|middelværdi|mean)\s*(?=,|$)", ", average"),
    ("E040", r",\s*(?:indeks|indekstal)\s*(?=,|$)", ", index"),
    ("E040", r",\s*(?:kr\.?|kroner|beløb|penge|DKK|currency)\s*(?=,|$)", ", money"),
    ("E040", r",\s*(?:dage|døgn)\s*(?=,|$)", ", days"),
    ("E040", r",\s*(?:årligt?|annual|annually|hvert år)\s*(?=,|$)", ", yearly"),
    ("E040", r",\s*(?:kvartalsvist?|hvert kvartal)\s*(?=,|$)", ", quarterly"),
    ("E040", r",\s*(?:månedligt?|hver måned)\s*(?=,|$)", ", monthly"),
    ("E040", r",\s*(?:halvårligt?|hvert halvår)\s*(?=,|$)", ", halfyearly"),
    ("E040", r",\s*(?:unit|enhed|type)\s*[:=]\s*(\w+)", r", \1"),
    ("E040", r",\s*(?:fra|kilde|source|kilde:|from\s*[:=]|source\s*[:=])\s*(?=«name»)", ", from "),
    (
        "E040",
        r",\s*(?:(?:jo )?(?:lavere|mindre|færre|faldende|falling)\b[^,]*"
        r"|(?:less|smaller|fewer|low) is \w+|lower\b(?! is better)[^,]*|(?:better|bedst)\W*lower)",
        ", lower is better",
    ),
    (
        "E040",
        r",\s*(?:(?:jo )?(?:højere|mere|flere|større|stigende|rising)\b[^,]*"
        r"|(?:more|greater|larger|high) is \w+"
        r"|higher\b(?! is better)[^,]*|(?:better|bedst)\W*higher)",
        ", higher is better",
    ),
    (
        "E040",
        r",\s*(?:direction|retning)\s*[:=]\s*(?:lower|lavere|ned|down)\b",
        ", lower is better",
    ),
    ("E040", r",\s*(?:direction|retning)\s*[:=]\s*(?:higher|højere|op|up)\b", ", higher is better"),
    ("E040", r",\s*(?:↓|▼)\s*(?=,|$)", ", lower is better"),
    ("E040", r",\s*(?:↑|▲)\s*(?=,|$)", ", higher is better"),
    (
        "E040",
        r",\s*(?:(?:basis|udgangspunkt|niveau|base|start)\s+|baseline\s+(?:i|in|år|fra)\s+)?"
        r"(?=«year»\s*=)",
        ", baseline ",
    ),
    ("E040", r",\s*(?:udgivet|offentliggjort|udgives)\s+", ", published "),
    (
        "E040",
        r"=\s*(?:samme (?:indikator|tal) i|same indicator (?:as|for|of)|same in)\s+",
        "= same indicator in ",
    ),
    ("E040", r"=\s*same indicator\s+(?!in\b)(?=«name»)", "= same indicator in "),
    ("E040", r"\s+i\s+(?=«name»\s*(?:=|$|,|<|>|-))", " in "),
    (
        "E040",
        r"\b(?:basis|udgangspunkt(?:et)?|niveau(?:et)?|start|base|nulpunkt)\s*(?=\()",
        "baseline",
    ),
    ("E040", r"\bfordi\b:?", "because"),
    (
        "E040",
        r",\s*(?:citat|citér|citer|henvisning|reference|ref|kilde|jf\.?|se)\s*:?\s*(?=\")",
        ", cite ",
    ),
    ("E040", r",\s*(?:gyldig|gælder|gældende)\s+", ", valid "),
    ("E040", r",\s*(?:konfidens|sikkerhed|konfidensniveau)\s+", ", confidence "),
    ("E040", r"^(\s*)(?:ikke|not)\s+(«name»)\s*<=\s*", r"\1\2 > "),
    ("E040", r"^(\s*)(?:ikke|not)\s+(«name»)\s*>=\s*", r"\1\2 < "),
    ("E040", r"(?<!\w)ikke\s+", "not "),
    (
        "E040",
        r"^(\s*)(?:target|mål|delmål|krav|målsætning)\s*:?\s+(?=«name»\s*(?:«compares»|->))",
        r"\1",
    ),
    ("E040", r"(«name»)\s+(?:target|mål)\s+(?=«compares»|->)", r"\1 "),
    ("E040", r"\b(?:nærme|nærm|tilnærm|approaches|converge|towards?)\s*(?=\()", "approach"),
    ("E040", r"\b(?:nå|opnå|nås|hit|attain|target)\s*(?=\()", "reach"),
    (
        "E040",
        r"\b(?:reducér\w*|reducer\w*|reduktion|reduction|sænk|nedbring|mindsk|decrease|lower|cut|fald)\s*(?=\()",
        "reduce",
    ),
    ("E040", r"\b(?:øg|forøg|hæv|stig|raise|rise)\s*(?=\()", "increase"),
    ("E040", r"\b(?:forbedr|forbedre|better)\s*(?=\()", "improve"),
    ("E040", r"\b(?:halvér|halver|halve)\s*\(\s*", "reduce(50%, "),
    ("E040", r"\b(?:gennemsnit|snit|average|avg|middel)\s*(?=\()", "mean"),
    ("E040", r"\b(?:inden|senest|until|till|before|deadline|frist)\s*(?==|\s\d)", "by"),
    ("E040", r",\s*(?:fra|start)\s*(?=[=:\s]\s*\d)", ", from"),
    ("E040", r"\b(?:luk|lukkes|gap)\s*=", "close="),
    ("E040", r"\bclose\s*=\s*(?:halvdelen|halv|half|det halve)\b", "close=50%"),
    ("E040", r"\bclose\s*=\s*(?:alt|hele|helt|all|full)\b", "close=100%"),
    ("E040", r"\b(?:approach|reach)\(\s*(?:reference|ref|value|til|to)\s*=\s*", "approach("),
    ("E040", r"\breduce\(\s*-\s*", "reduce("),
)


def _opening(line: Line) -> Iterator[Proposal]:
    """The first word, in the words of the block that the line stands in."""
    found = _FIRST.match(line.text)
    if found is None:
        return
    indent, word, rest = found.groups()
    written, known = word.casefold(), _line_words(line.block)
    for meant, words in _OPENING.items():
        if meant in known and (written == meant or written in words.split()) and word != meant:
            yield Proposal("E040", f"{indent}{meant}{rest}")
    spelled = {each: meant for meant, words in _OPENING.items() for each in words.split()}
    spelled = {each: meant for each, meant in spelled.items() if meant in known}
    close = nearest(word, (*known, *spelled))
    if close is not None and close != word:
        yield Proposal("E040", f"{indent}{spelled.get(close, close)}{rest}")


def _line_words(block: str) -> Sequence[str]:
    rules = {"agreement": "agreement_line", "goal": "goal_line", "test": "test_line"}
    rules |= {"revises": "revises_line", "": "file_line", "for": "each_line"}
    return LINE_WORDS.get(rules.get(block, "goal_line"), ())


_CAPITALS = pattern(r"\b[A-ZÆØÅ]\w*\b")


def _capitals(line: Line) -> Iterator[Proposal]:
    """Words in capitals that are names or words of the language in small letters."""
    hidden = masked(line.text)
    if not _CAPITALS.search(hidden.text):
        return
    yield Proposal("E040", hidden.restored(_CAPITALS.sub(lambda m: m[0].lower(), hidden.text)))


WORDS: Sequence[Rule] = (_opening, _capitals, *map(rule_of, _ROWS))
