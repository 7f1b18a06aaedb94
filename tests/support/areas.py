"""The reports of a few areas, for tests of overviews."""

from pathlib import Path

import tryghed_dsl as td
from tryghed_dsl.given import read_figures
from tryghed_dsl.status.making import Wanted
from tryghed_dsl.status.overview import Overview, areas_asked, judged_areas, overview
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

SPEC = """
area byen "Hele byen"
area nord "Nord"
area syd  "Syd & <b>havn</b>"
area vest "Vest"
areas bydele = nord, syd, vest
indicator indbrud "Indbrud", count, lower is better
indicator utryg   "Utrygge", percent, lower is better
indbrud <= 40
utryg <= 10, warn within 20%
"""
# Of two targets north meets one and south both; in the west nothing can be judged.
FIGURES = """\
indicator,area,period,value
indbrud,nord,2022,50
indbrud,nord,2023,45
utryg,nord,2023,9
indbrud,syd,2022,38
indbrud,syd,2023,35
utryg,syd,2023,8
indbrud,vest,2022,20
utryg,byen,2023,9
"""


def written(folder: Path, *, example: bool = False) -> None:
    """The spec and the figures as files, `a.tryghed` and `a.csv`."""
    (folder / "a.tryghed").write_text(SPEC, encoding="utf-8")
    heading, *rows = FIGURES.splitlines()
    flag = "example" if example else ""
    lines = [f"{heading},flag", *(f"{row},{flag}" for row in rows)]
    (folder / "a.csv").write_text("\n".join(lines), encoding="utf-8")


def overview_of(
    folder: Path,
    asked: str = "bydele",
    language: Language = Language.DA,
    *,
    full: bool = False,
    theme: Theme | None = None,
) -> Overview:
    """The overview of areas of the spec in a folder."""
    spec = td.load(folder / "a.tryghed")
    figures, _ = read_figures(spec, folder / "a.csv", any_area=True)
    reports = list(judged_areas(spec, figures, "2023", areas_asked(spec, figures, asked)))
    return overview(spec, figures, reports, Wanted(language, theme or Theme(), full))
