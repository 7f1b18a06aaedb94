"""What a text file is by how it begins; here and not in the readers, which take long to load."""

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

PARQUET = b"PAR1"
TIME_IDS = frozenset({"tid", "time", "time_period"})
EUROSTAT_HEADER = r"\ufeff?\s*(\w+(?:,\s*\w+)*)\\(\w+)\s*"
EUROSTAT_ACROSS = TIME_IDS | {"geo"}
_PX = (
    r"\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGES?|CREATION-DATE|NEXT-UPDATE|PX-SERVER"
    r"|DIRECTORY-PATH|UPDATE-FREQUENCY|TABLEID|SYNONYMS|DEFAULT-GRAPH|DECIMALS|SHOWDECIMALS"
    r"|ROUNDING|MATRIX|AGGREGALLOWED|AUTOPEN|SUBJECT-CODE|SUBJECT-AREA|CONFIDENTIAL|COPYRIGHT"
    r"|DESCRIPTION|DESCRIPTIONDEFAULT|TITLE|CONTENTS|UNITS|STUB|HEADING|VALUES|CODES)"
    r"(?:\[[^\]\n]{1,20}\])?(?:\([^)\n]{1,300}\))?\s*="
)
_PXWEB = r'\ufeff?\s*\{\s*"columns"\s*:\s*\[\s*\{[^{}]*"(?:code|text)"\s*:'
_SDMX_MARKS = ("obs_value", "flag codes")
_JSON_START = r"\ufeff?\s*\{"
_JSONSTAT_MARKS = r'"class"\s*:\s*"(?:dataset|collection)"|"dimension"\s*:\s*\{|"dataset"\s*:\s*\{'


def is_px(head: bytes) -> bool:
    """Whether a file that begins so is a PX file."""
    text = _as_text(head)
    # What every such file has before anything else is looked for; to compile the rest takes long.
    return "=" in text and re.match(_PX, text, re.IGNORECASE) is not None


def is_jsonstat(head: bytes | str) -> bool:
    """Whether a file that begins so is JSON-stat, and not JSON of some other kind."""
    text = _as_text(head) if isinstance(head, bytes) else head
    return re.match(_JSON_START, text) is not None and re.search(_JSONSTAT_MARKS, text) is not None


def is_pxweb(text_head: str) -> bool:
    """Whether a file that begins so is an answer of PxWeb in its plain JSON."""
    return re.match(_JSON_START, text_head) is not None and re.match(_PXWEB, text_head) is not None


def may_be_sdmx(headings: Iterable[str]) -> bool:
    """Whether headings have a name that only tables of SDMX and the OECD have."""
    return any(mark in heading.casefold() for heading in headings for mark in _SDMX_MARKS)


def is_parquet(path: Path) -> bool:
    """Whether a file begins as Parquet does."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(PARQUET)) == PARQUET


def is_eurostat(text_head: str) -> bool:
    """Whether a file that begins so has Eurostat's packed dimensions."""
    first = text_head.partition("\n")[0].partition("\t")[0]
    match = re.fullmatch(EUROSTAT_HEADER, first) if "\\" in first else None
    return match is not None and match[2].casefold() in EUROSTAT_ACROSS


def _as_text(head: bytes) -> str:
    """How a file begins, as text; what is cut off at its end does not matter."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head.decode("utf-16" if wide else "utf-8-sig", errors="replace")
