"""Status reports that tests lay out: the agreement of the project, and one of hostile words."""

from pathlib import Path

import tryghed_dsl as td
from tryghed_dsl.status.making import Wanted, status
from tryghed_dsl.status.model import Status
from tryghed_dsl.text.language import Language

_AMAGER = Path(__file__).parents[2] / "specs" / "amager"
# Each does harm somewhere: in a page, a table, a spreadsheet, a picture, a paper.
HOSTILE = '<script>alert(1)</script> =1+1 | *x* & ]]> {{ 7*7 }} "quoted" \u202e\x07'


def amager(year: int = 2019, language: Language = Language.DA, **wanted: bool) -> Status:
    """The agreement of Amager on made-up figures."""
    spec = td.load(_AMAGER / "amager-2017.tryghed")
    figures = _AMAGER / "figures-example.csv"
    return status(spec, figures, year, wanted=Wanted(language, **wanted))


def unjudged(language: Language = Language.DA) -> Status:
    """The same on the figures that were published, with which little can be judged."""
    spec = td.load(_AMAGER / "amager-2017.tryghed")
    return status(spec, _AMAGER / "figures-published.csv", 2020, wanted=Wanted(language))


def hostile(language: Language = Language.EN) -> Status:
    """An agreement whose names are meant to break what shows them."""
    name = HOSTILE.replace('"', "'").replace("\x07", "")
    spec = td.loads(f"""
agreement "{name}" {{ area here; baseline 2016 }}
area here "{name}"
indicator x "{name}", count, lower is better
goal g "{name}" {{ x <= 5, cite "{name}" }}
""")
    records = [
        {"indicator": "x", "area": "here", "period": 2018, "value": 4, "origin": name},
        {"indicator": "x", "area": "here", "period": 2019, "value": 6, "origin": "=1+1"},
    ]
    return status(spec, records, 2019, wanted=Wanted(language, full=True))
