"""A row of figures as a file has it, before it is matched with a spec; and its columns."""

import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum

from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import Period
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass


class Column(StrEnum):
    """What a column says of a figure."""

    INDICATOR = "indicator"
    AREA = "area"
    PERIOD = "period"
    VALUE = "value"
    N = "n"
    DENOMINATOR = "denominator"
    LOWER = "lower"
    UPPER = "upper"
    UNIT = "unit"
    FLAG = "flag"
    ORIGIN = "origin"


NUMBERS = (Column.VALUE, Column.N, Column.DENOMINATOR, Column.LOWER, Column.UPPER)
REQUIRED = (Column.INDICATOR, Column.PERIOD, Column.VALUE)

OF_LETTERS = ("obs_flag", "obs_status", "flag codes")
"""The columns in which statistical offices write flags as letters."""

# What columns are called, in English and Danish.
_NAMES: dict[Column, tuple[str, ...]] = {
    Column.INDICATOR: ("indicator", "indikator", "nøgletal", "måltal", "variabel"),
    Column.AREA: (
        *("area", "område", "omraade", "områdenavn", "geografi", "geography"),
        *("geo", "kommune", "kommunenavn", "kommuner", "municipality", "bydel"),
        *("bydelsnavn", "sted", "region", "landsdel", "distrikt", "district"),
        *("politikreds", "lokalområde", "bopælsområde", "bopælskommune", "borough", "county"),
        *("country", "land", "boligområde", "geo (labels)", "geo (codes)"),
    ),
    Column.PERIOD: ("period", "periode", "year", "år", "aar", "tid", "tidspunkt", "time_period"),
    Column.VALUE: (
        *("value", "værdi", "vaerdi", "tal", "indhold", "resultat", "andel", "antal", "obs_value"),
    ),
    Column.N: (
        *("n", "respondents", "respondenter", "antal svar", "svar", "besvarelser"),
        *("antal respondenter", "antal besvarelser", "antal adspurgte", "antal interview"),
    ),
    Column.DENOMINATOR: ("denominator", "nævner", "naevner", "grundlag"),
    Column.LOWER: ("lower", "nedre", "nedre grænse", "lower limit"),
    Column.UPPER: ("upper", "øvre", "øvre grænse", "upper limit"),
    Column.UNIT: ("unit", "enhed"),
    Column.FLAG: ("flag", "flags", "markering", "status", *OF_LETTERS),
    Column.ORIGIN: ("origin", "oprindelse", "kilde", "source"),
}
_CODE = pattern(r"(?:.*(?:kode|code|komnr)|(?:.*\W)?(?:nr|nummer|id|no))\.?")
_REMARK = pattern(
    r"(?:bemærkning|kommentar|anmærkning|note|fodnote|comment|remark)\w*|ansvarlig|kontakt\w*|"
    r"(?:kilde|source)\b.*|(?:observation|confidentiality) status.*|"
    r"(?:senest |sidst )?(?:opdateret|udtrukket|hentet|indberettet)|(?:last )?updated?"
)
_BY_NAME = {name: column for column, names in _NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class RawRow:
    """A figure under the names that its file uses.

    Attributes:
        area: None where the file has no areas.
        rows: how many rows of the file it was made of.
    """

    indicator: str
    area: str | None
    period: Period
    value: float
    origin: Origin
    n: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    most: float | None = None
    unit: str | None = None
    flags: tuple[str, ...] = ()
    rows: int = 1


def recognised(names: Iterable[str]) -> Mapping[Column, int]:
    """Where each column stands, by its name; the first of several wins."""
    found: dict[Column, int] = {}
    for place, name in enumerate(names):
        column = column_named(name)
        if column is not None:
            found.setdefault(column, place)
    return found


def column_named(name: str) -> Column | None:
    """What a column holds, by its heading."""
    return _BY_NAME.get(tidy(name).casefold().rstrip(": "))


def is_value_heading(name: str) -> bool:
    """Whether a heading only says that figures stand below: `antal`, `værdi`, `indhold`."""
    return column_named(name) is Column.VALUE


def is_code_heading(name: str) -> bool:
    """Whether a heading is one of codes: `kode`, `komnr`, `kommunekode`, `id`."""
    return _CODE.fullmatch(tidy(name).casefold()) is not None


def is_remark_heading(name: str) -> bool:
    """Whether a heading is one of remarks, or of when a figure was written down."""
    return _REMARK.fullmatch(tidy(name).casefold()) is not None


def tidy(name: str) -> str:
    """A name as specs hold it: single blanks, and composed letters (NFC)."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def split_flags(text: str) -> tuple[str, ...]:
    """The flags of a row, written with commas, semicolons or blanks between them."""
    return tuple(text.replace(",", " ").replace(";", " ").casefold().split())
