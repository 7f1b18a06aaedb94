"""The register of findings: every code, and its words."""

from collections.abc import Mapping

from tryghed_dsl.findings.words.amounts import AMOUNTS
from tryghed_dsl.findings.words.assumed import ASSUMED
from tryghed_dsl.findings.words.cells import CELLS
from tryghed_dsl.findings.words.choosing import CHOOSING
from tryghed_dsl.findings.words.cubes import CUBES
from tryghed_dsl.findings.words.entry import Entry
from tryghed_dsl.findings.words.figures import FIGURES
from tryghed_dsl.findings.words.habits import HABITS
from tryghed_dsl.findings.words.lines import LINES
from tryghed_dsl.findings.words.more import MORE
from tryghed_dsl.findings.words.names import NAMES
from tryghed_dsl.findings.words.numbers import NUMBERS
from tryghed_dsl.findings.words.papers import PAPERS
from tryghed_dsl.findings.words.parting import PARTING
from tryghed_dsl.findings.words.project import PROJECT
from tryghed_dsl.findings.words.promises import PROMISES
from tryghed_dsl.findings.words.promising import PROMISING
from tryghed_dsl.findings.words.publishing import PUBLISHING
from tryghed_dsl.findings.words.reading import READING
from tryghed_dsl.findings.words.register import RECORDED
from tryghed_dsl.findings.words.revising import REVISING
from tryghed_dsl.findings.words.spreadsheets import SPREADSHEETS
from tryghed_dsl.findings.words.tables import TABLES

REGISTER: Mapping[str, Entry] = {
    **READING,
    **HABITS,
    **NAMES,
    **LINES,
    **AMOUNTS,
    **NUMBERS,
    **PROMISES,
    **PROMISING,
    **ASSUMED,
    **REVISING,
    **MORE,
    **FIGURES,
    **CHOOSING,
    **PARTING,
    **CELLS,
    **CUBES,
    **SPREADSHEETS,
    **TABLES,
    **PROJECT,
    **PUBLISHING,
    **PAPERS,
    **RECORDED,
}
