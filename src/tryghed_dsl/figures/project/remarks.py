"""What a proposed project file says between its lines, in English and Danish."""

from tryghed_dsl.records import dataclass
from tryghed_dsl.text.language import Language


@dataclass(frozen=True, slots=True)
class Remarks:
    """The words of a proposal in one language; `{…}` stands for what they are about."""

    head: tuple[str, ...]
    outside: str
    no_indicator: str
    no_period: str
    decimal: str
    symbols: str
    sum: str
    unknown: str
    more: str
    select: str
    others: str


_EN = Remarks(
    head=(
        "How files of figures are read. Lines that begin with # say nothing yet: where one is",
        "right, take its # away.",
    ),
    outside="{file}: move it below this folder, or give it a plain name",
    no_indicator="nothing in the file says which indicator it is",
    no_period="nothing in the file says which period it is of",
    decimal="numbers such as {example} can be read in two ways; the sign before decimals is",
    symbols="can mean zero or no figure, and was read as no figure; choose one",
    sum="to add all of them up",
    unknown="the file's names that the spec does not have, each with the spec's id",
    more="and others: {count}",
    select="several figures for the same thing; choose which to take",
    others="or {names}",
)
_DA = Remarks(
    head=(
        "Sådan læses filerne med tal. Linjer, der begynder med #, siger ikke noget endnu: fjern #",
        "foran dem, der er rigtige.",
    ),
    outside="{file}: flyt den til en mappe herunder, eller giv den et enkelt navn",
    no_indicator="intet i filen siger, hvilken indikator det er",
    no_period="intet i filen siger, hvilken periode det er for",
    decimal="tal som {example} kan læses på to måder; tegnet ved decimaler er",
    symbols="kan betyde nul eller intet tal og er læst som intet tal; vælg ét",
    sum="for at lægge dem alle sammen",
    unknown="filens navne, som aftalefilen ikke har, hver med aftalefilens id",
    more="og flere: {count}",
    select="flere tal for det samme; vælg, hvad der skal bruges",
    others="eller {names}",
)


def remarks(language: Language) -> Remarks:
    """The words in a language."""
    return _DA if language is Language.DA else _EN
